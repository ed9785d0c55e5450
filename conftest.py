"""Test database: row triggers stay on; only the truncate triggers step aside for the flush between tests."""

import pytest
from django.conf import settings
from django.db import connection

MATIKAN = """
SELECT format('ALTER TABLE %I DISABLE TRIGGER %I', c.relname, t.tgname)
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname LIKE '%_tolak_truncate'
"""

#: Threads of live servers and of races may leave a connection behind, which would keep the database from going.
PUTUSKAN = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


def pytest_configure(config):
    # The slow hash is for attackers: 0.2 s a made-up person is not for tests.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), connection.cursor() as kursor:
        kursor.execute(MATIKAN)
        for (perintah,) in kursor.fetchall():
            kursor.execute(perintah)
    yield
    with django_db_blocker.unblock(), connection.cursor() as kursor:
        kursor.execute(PUTUSKAN)


@pytest.fixture(scope="session", autouse=True)
def _berkas_sendiri(tmp_path_factory):
    """Files that tests store lie in a folder of the test run, never beside the demo's."""
    settings.MEDIA_ROOT = str(tmp_path_factory.mktemp("media"))
