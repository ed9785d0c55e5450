"""The citizen's link: works once, tells nothing, keeps nothing about the citizen."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from evaluasi.actions import publik as actions
from evaluasi.models import Layanan, PetugasLayanan, TokenUmpanBalik, UmpanBalik
from evaluasi.pilihan import StatusModerasi
from mataram_asn.kit.galat import RuleViolation
from pegawai.pilihan import Peran
from pegawai.tests.factories import PegawaiFactory, PengelolaUnitFactory, PenggunaFactory, UnitFactory

SAAT = timezone.now()


def buat_layanan() -> Layanan:
    return Layanan.objects.create(kode="loket", nama="Loket 2", unit=UnitFactory())


def terbitkan(layanan, pegawai=None, jumlah=1):
    bkpsdm = PenggunaFactory(peran=(Peran.BKPSDM,))
    return actions.issue_tokens(
        layanan_id=layanan.pk, pegawai_id=pegawai and pegawai.pk, jumlah=jumlah, oleh=bkpsdm, saat=SAAT
    )


@pytest.mark.django_db
def test_reading_the_page_never_uses_the_link_up(client):
    (token,) = terbitkan(buat_layanan())
    alamat = reverse("umpan-balik", args=[token])
    for _ in range(3):
        assert client.get(alamat).status_code == 200
    jawab = client.post(alamat, {"wajah": "4", "kata": ["ramah", "bukan-kata"][:1], "teks": ""})
    assert jawab.status_code == 200
    umpan = UmpanBalik.objects.get()
    assert (umpan.wajah, umpan.kata, umpan.moderasi) == (4, ["ramah"], StatusModerasi.LAYAK)
    assert client.post(alamat, {"wajah": "1"}).status_code == 404
    assert UmpanBalik.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "isi", [{}, {"wajah": "5"}, {"wajah": "0"}, {"wajah": "４"}, {"wajah": "4", "teks": "x" * 1001}]
)
def test_a_bad_answer_gets_a_sentence_and_keeps_the_link(client, isi):
    (token,) = terbitkan(buat_layanan())
    jawab = client.post(reverse("umpan-balik", args=[token]), isi)
    assert jawab.status_code == 422
    assert not UmpanBalik.objects.exists()
    assert not TokenUmpanBalik.objects.get().terpakai


@pytest.mark.django_db
def test_unknown_used_and_expired_links_look_alike(client):
    layanan = buat_layanan()
    bekas, basi = terbitkan(layanan, jumlah=2)
    client.post(reverse("umpan-balik", args=[bekas]), {"wajah": "3"})
    TokenUmpanBalik.objects.filter(sidik=actions.sidik_token(basi)).update(kedaluwarsa=SAAT - timedelta(days=1))
    jawaban = [client.get(reverse("umpan-balik", args=[token])) for token in (bekas, basi, "tidak-ada")]
    assert [satu.status_code for satu in jawaban] == [404, 404, 404]
    assert len({satu.content for satu in jawaban}) == 1


@pytest.mark.django_db
def test_the_page_speaks_english_when_asked(client):
    (token,) = terbitkan(buat_layanan())
    isi = client.get(reverse("umpan-balik", args=[token]) + "?bahasa=en").content.decode()
    assert 'lang="en"' in isi
    assert "How was the service you just received?" in isi


@pytest.mark.django_db
def test_only_who_runs_the_service_prints_links():
    layanan, petugas = buat_layanan(), PegawaiFactory()
    asing = PenggunaFactory()
    with pytest.raises(RuleViolation, match="Hanya BKPSDM"):
        actions.issue_tokens(layanan_id=layanan.pk, pegawai_id=None, jumlah=1, oleh=asing, saat=SAAT)
    with pytest.raises(RuleViolation, match="tidak tercatat bertugas"):
        terbitkan(layanan, petugas)
    PetugasLayanan.objects.create(pegawai=petugas, layanan=layanan, mulai=SAAT.date() - timedelta(days=30))
    assert len(terbitkan(layanan, petugas, jumlah=3)) == 3
    assert not TokenUmpanBalik.objects.filter(sidik__in=terbitkan(layanan)).exists(), "a plain code was stored"


def serentak(kerja, banyak=20) -> list:
    """Run `kerja` in that many threads that start together; True where it succeeded."""
    gerbang, hasil = threading.Barrier(banyak), []

    def jalan():
        try:
            gerbang.wait()
            kerja()
            hasil.append(True)
        except RuleViolation:
            hasil.append(False)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalan) for _ in range(banyak)]
    [satu.start() for satu in utas]
    [satu.join() for satu in utas]
    return hasil


@pytest.mark.django_db(transaction=True)
def test_of_twenty_at_once_one_is_taken():
    (token,) = terbitkan(buat_layanan())
    hasil = serentak(lambda: actions.submit_feedback(token=token, wajah=4, kata=[], teks="", saat=SAAT))
    assert hasil.count(True) == 1
    assert UmpanBalik.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_positive_control_check_then_act_takes_more_than_one():
    (token,) = terbitkan(buat_layanan())
    bersama = threading.Barrier(20)

    def naif():
        baris = actions.find_token(token, SAAT)
        bersama.wait()
        TokenUmpanBalik.objects.filter(pk=baris.pk).update(terpakai=True)
        UmpanBalik.objects.create(layanan=baris.layanan, tanggal=SAAT.date(), wajah=4)

    assert serentak(naif).count(True) > 1


@pytest.mark.django_db
def test_words_wait_for_moderation_and_say_so(client):
    (token,) = terbitkan(buat_layanan())
    client.post(reverse("umpan-balik", args=[token]), {"wajah": "1", "teks": "<script>alert(1)</script>"})
    umpan = UmpanBalik.objects.get()
    assert umpan.moderasi == StatusModerasi.MENUNGGU
    client.force_login(PenggunaFactory(peran=(Peran.BKPSDM,)))
    halaman = client.get(reverse("evaluasi:moderasi")).content.decode()
    assert "&lt;script&gt;" in halaman and "<script>alert" not in halaman
    client.post(reverse("evaluasi:moderasi-putus", args=[umpan.pk]), {"putusan": "tolak"})
    umpan.refresh_from_db()
    assert umpan.moderasi == StatusModerasi.DITOLAK
    client.force_login(PenggunaFactory())
    assert client.get(reverse("evaluasi:moderasi")).status_code == 404
    assert client.post(reverse("evaluasi:moderasi-putus", args=[umpan.pk]), {"putusan": "layak"}).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("urut", "harap"),
    [
        ("nama", ["Loket 1", "Loket 2"]),
        ("-nama", ["Loket 2", "Loket 1"]),
        ("-n", ["Loket 2", "Loket 1"]),
        ("asal", ["Loket 2", "Loket 1"]),
    ],
)
def test_the_services_are_ordered_as_asked_and_the_order_is_announced(client, urut, harap):
    unit = UnitFactory()
    _, dua = (Layanan.objects.create(kode=f"loket-{n}", nama=f"Loket {n}", unit=unit) for n in (1, 2))
    UmpanBalik.objects.create(layanan=dua, tanggal=SAAT.date(), wajah=4)
    client.force_login(PenggunaFactory(peran=(Peran.BKPSDM,)))
    jawab = client.get(reverse("evaluasi:umpan-balik"), {"urut": urut})
    assert [layanan.nama for layanan in jawab.context["halaman"]] == harap
    assert ("aria-sort" in jawab.content.decode()) == (urut != "asal")


@pytest.mark.django_db
@pytest.mark.parametrize("peran", [(), (Peran.BKPSDM,)])
def test_nobody_prints_links_about_oneself(client, peran):
    """A pengelola at the counter could answer their own links and so rate themselves."""
    layanan, akun = buat_layanan(), PenggunaFactory(peran=peran)
    PengelolaUnitFactory(unit=layanan.unit, pengguna=akun)
    saya, rekan = PegawaiFactory(pengguna=akun), PegawaiFactory()
    for satu in (saya, rekan):
        PetugasLayanan.objects.create(layanan=layanan, pegawai=satu, mulai=timezone.localdate())
    client.force_login(akun)
    isi = {"layanan": layanan.pk, "jumlah": "2"}
    jawab = client.post(reverse("evaluasi:token"), isi | {"pegawai": saya.pk})
    assert (jawab.status_code, TokenUmpanBalik.objects.count()) == (422, 0)
    assert "atas nama Anda sendiri" in jawab.content.decode()
    assert client.post(reverse("evaluasi:token"), isi | {"pegawai": rekan.pk}).status_code == 200
    assert set(TokenUmpanBalik.objects.values_list("pegawai", flat=True)) == {rekan.pk}


@pytest.mark.django_db
@pytest.mark.parametrize("jumlah", ["1.000", "1_0", "٤", "0", "101", "-1"])
def test_the_number_of_links_is_read_as_written(client, jumlah):
    layanan = buat_layanan()
    client.force_login(PenggunaFactory(peran=(Peran.BKPSDM,)))
    jawab = client.post(reverse("evaluasi:token"), {"layanan": layanan.pk, "jumlah": jumlah})
    assert (jawab.status_code, TokenUmpanBalik.objects.count()) == (422, 0)
