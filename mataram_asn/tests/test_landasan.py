"""The ground: addresses, checks that refuse unsafe settings, headers, schedule, tables that cannot be emptied."""

import pytest
from django.conf import settings as pengaturan
from django.core.checks import run_checks
from django.db import IntegrityError, connection, transaction
from django.utils.module_loading import import_string
from kombu import Connection

from mataram_asn.alamat import alamat_redis
from mataram_asn.celery import app


@pytest.mark.parametrize(
    ("url", "broker", "cache"),
    [
        ("unix:///tmp/v.sock", "redis+socket:///tmp/v.sock?virtual_host=0", "unix:///tmp/v.sock?db=1"),
        ("unix:///tmp/v.sock?db=4", "redis+socket:///tmp/v.sock?virtual_host=4", "unix:///tmp/v.sock?db=5"),
        ("redis://antrean:6379", "redis://antrean:6379/0", "redis://antrean:6379/1"),
        ("rediss://u:p@antrean:6380/2", "rediss://u:p@antrean:6380/2", "rediss://u:p@antrean:6380/3"),
    ],
)
def test_broker_and_cache_never_share_a_database(url, broker, cache):
    assert alamat_redis(url) == (broker, cache)


def test_the_broker_answers_and_is_apart_from_the_cache():
    """On the real servers of this test run."""
    from django.core.cache import cache

    cache.set("landasan", "ada", 30)
    with Connection(pengaturan.CELERY_BROKER_URL) as sambungan:
        assert sambungan.default_channel.client.ping()
        assert sambungan.default_channel.client.keys("*landasan*") == []
    assert cache.get("landasan") == "ada"


@pytest.mark.parametrize(
    ("nama", "nilai"),
    [
        ("CELERY_TASK_ACKS_LATE", False),
        ("CELERY_TASK_REJECT_ON_WORKER_LOST", False),
        ("CELERY_WORKER_PREFETCH_MULTIPLIER", 4),
        ("CELERY_TASK_TIME_LIMIT", 200),
        ("CELERY_BROKER_TRANSPORT_OPTIONS", {"visibility_timeout": 900}),
        ("CELERY_RESULT_BACKEND_TRANSPORT_OPTIONS", {}),
        ("CELERY_TASK_IGNORE_RESULT", False),
        ("CELERY_ENABLE_UTC", False),
        ("CACHES", {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}),
        ("DATABASES", {"default": {"ENGINE": "django.db.backends.sqlite3"}}),
    ],
)
def test_an_unsafe_setting_is_refused(settings, nama, nilai):
    from mataram_asn.checks import celery_aman, peladen_bersama

    assert celery_aman(None) + peladen_bersama(None) == []
    # Not through the fixture: a changed DATABASES would warn, and only the checks are to see it.
    asli = getattr(settings, nama)
    try:
        setattr(pengaturan, nama, nilai)
        assert len(celery_aman(None) + peladen_bersama(None)) == 1
    finally:
        setattr(pengaturan, nama, asli)


def test_celery_took_the_settings():
    """A misspelt CELERY_ name would be ignored in silence."""
    assert app.conf.task_acks_late
    assert app.conf.task_reject_on_worker_lost
    assert app.conf.worker_prefetch_multiplier == 1
    assert app.conf.task_time_limit * 2 < app.conf.broker_transport_options["visibility_timeout"]
    assert app.conf.broker_transport_options["unacked_restore_interval"] == 5
    assert app.conf.task_ignore_result
    with app.connection() as sambungan:
        kanal = sambungan.default_channel
        assert kanal.visibility_timeout == app.conf.broker_transport_options["visibility_timeout"]
        assert (kanal.unacked_restore_interval, kanal.unacked_restore_throttle) == (5, 1)


def test_every_scheduled_task_exists():
    app.loader.import_default_modules()
    assert app.conf.beat_schedule
    for nama, butir in app.conf.beat_schedule.items():
        assert butir["task"] in app.tasks, nama


def test_every_named_class_of_the_settings_exists():
    for jalur in (pengaturan.ACCOUNT_ADAPTER, *pengaturan.MIDDLEWARE, *pengaturan.AUTHENTICATION_BACKENDS):
        assert import_string(jalur)


def test_the_system_checks_are_clean():
    assert run_checks() == []


@pytest.mark.django_db
def test_every_answer_carries_the_headers(client):
    jawaban = client.get("/masuk/login/")
    assert jawaban.status_code == 200
    kebijakan = jawaban["Content-Security-Policy"]
    assert "script-src 'self'" in kebijakan
    assert "style-src 'self'" in kebijakan
    assert "unsafe" not in kebijakan
    assert jawaban["X-Frame-Options"] == "DENY"
    assert jawaban["X-Content-Type-Options"] == "nosniff"
    assert jawaban["Referrer-Policy"] == "same-origin"
    assert "no-store" in jawaban["Cache-Control"]


@pytest.mark.django_db
def test_pages_of_a_signed_in_person_are_kept_nowhere(client, django_user_model):
    siapa = django_user_model.objects.create(username="landasan", nama="Landasan")
    client.force_login(siapa)
    assert "no-store" in client.get("/sehat/")["Cache-Control"]
    client.logout()
    assert not client.get("/sehat/").has_header("Cache-Control")


@pytest.mark.django_db
def test_a_table_of_the_record_cannot_be_emptied():
    """The flush between tests needs this one trigger off; here it is put back as the migrations made it."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
            " WHERE t.tgname LIKE '%\\_tolak\\_truncate'"
        )
        pemicu = kursor.fetchall()
        assert "kit_catatanaudit" in {tabel for tabel, _ in pemicu}
        for tabel, nama in pemicu:
            kursor.execute(f'ALTER TABLE "{tabel}" ENABLE ALWAYS TRIGGER "{nama}"')
            with pytest.raises(IntegrityError, match="bersifat tetap"), transaction.atomic():
                kursor.execute(f'TRUNCATE "{tabel}" CASCADE')


@pytest.mark.django_db
def test_only_the_truncate_triggers_are_off_in_tests():
    with connection.cursor() as kursor:
        kursor.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'")
        assert all(nama.endswith("_tolak_truncate") for (nama,) in kursor.fetchall())
        kursor.execute("SELECT tgenabled FROM pg_trigger WHERE tgname LIKE '%\\_tolak\\_ubah'")
        assert {hidup for (hidup,) in kursor.fetchall()} == {"A"}
