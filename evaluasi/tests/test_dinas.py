"""Leave, study, illness, death: in or out of a siklus by dated facts, with the part served rated."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluasi import actions
from evaluasi.models import LembarPenilaian, Potongan
from evaluasi.pilihan import Langkah, Tahap
from kinerja.models import SKP
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.actions import end_status, record_status

from .factories import TANGGAL, SiklusFactory, buat_bkpsdm, buat_kantor, tetapkan, wita
from .test_siklus import SEBELUM, maju

pytestmark = pytest.mark.django_db


@pytest.fixture
def kantor():
    garis, skp = buat_kantor()
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=SEBELUM)
    return garis, skp, siklus


def absen(skp, jenis, mulai, selesai=None, saat=SEBELUM):
    return record_status(
        pegawai_id=skp.pegawai_id, jenis=jenis, mulai=mulai, selesai=selesai, nomor_surat="800/1", oleh=buat_bkpsdm(),
        saat=saat,
    )  # fmt: skip


def rentang(siklus) -> dict:
    return {satu.pegawai_id: (satu.mulai, satu.selesai) for satu in LembarPenilaian.objects.filter(siklus=siklus)}


def ditolak(siklus, langkah) -> dict:
    isi = Potongan.objects.get(siklus=siklus, langkah=langkah).ditolak
    return {satu["pegawai"]: satu["alasan"] for satu in isi}


def test_who_is_away_all_period_has_no_sheet_and_is_never_reminded(kantor):
    _, skp, siklus = kantor
    absen(skp[0], "cltn", date(2026, 9, 1))
    maju(TANGGAL[Tahap.ISI_BUKTI])
    assert set(rentang(siklus)) == {skp[1].pegawai_id}
    assert "Cuti di luar tanggungan negara; bertugas 0 hari" in ditolak(siklus, Langkah.SIAPKAN)[skp[0].pegawai_id]
    maju(wita(2027, 1, 4))
    surat = Surat.objects.filter(kunci__contains=":isi-")
    assert surat.filter(kepada=skp[1].pegawai.pengguna).exists()
    assert not surat.filter(kepada=skp[0].pegawai.pengguna).exists()


def test_the_person_and_the_atasan_read_why_somebody_is_out(client, kantor):
    garis, skp, _ = kantor
    absen(skp[0], "cltn", date(2026, 9, 1))
    absen(skp[1], "sakit_lama", date(2026, 11, 2), date(2026, 11, 20))
    maju(TANGGAL[Tahap.ISI_BUKTI])
    client.force_login(skp[0].pegawai.pengguna)
    assert (
        "Cuti di luar tanggungan negara; bertugas 0 hari" in client.get(reverse("evaluasi:hasil-saya")).content.decode()
    )
    lembar = LembarPenilaian.objects.get(pegawai=skp[1].pegawai)
    client.force_login(skp[1].pegawai.pengguna)
    kalimat = "sakit lama 2 November 2026 sampai 20 November 2026"
    assert "bertugas 0 hari" not in client.get(reverse("evaluasi:hasil-saya")).content.decode()
    assert kalimat in client.get(reverse("evaluasi:sementara", args=[lembar.pk])).content.decode()
    client.force_login(garis.atasan.pengguna)
    assert kalimat in client.get(reverse("evaluasi:nilai", args=[lembar.pk])).content.decode()
    assert "1 bawahan tidak dinilai" in client.get(reverse("evaluasi:bawahan")).content.decode()


def test_illness_after_the_opening_leaves_the_part_served(kantor):
    _, skp, siklus = kantor
    maju(TANGGAL[Tahap.ISI_BUKTI])
    absen(skp[0], "sakit_lama", date(2026, 11, 21), saat=wita(2026, 11, 25))
    absen(skp[1], "sakit_lama", date(2026, 10, 3), saat=wita(2026, 11, 25))
    maju(TANGGAL[Tahap.PENILAIAN])
    assert rentang(siklus) == {skp[0].pegawai_id: (date(2026, 10, 1), date(2026, 11, 20))}
    assert "bertugas 2 hari" in ditolak(siklus, Langkah.BEKUKAN_UMPAN_BALIK)[skp[1].pegawai_id]


def test_back_from_leave_is_rated_from_the_first_day_back(kantor):
    _, skp, siklus = kantor
    status = absen(skp[0], "tugas_belajar", date(2026, 2, 1))
    maju(TANGGAL[Tahap.ISI_BUKTI])
    assert skp[0].pegawai_id not in rentang(siklus)
    end_status(status_id=status.pk, selesai=date(2026, 11, 15), oleh=buat_bkpsdm(), saat=wita(2026, 11, 16))
    maju(TANGGAL[Tahap.PENILAIAN])
    assert rentang(siklus)[skp[0].pegawai_id] == (date(2026, 11, 16), date(2026, 12, 31))


def test_death_in_mid_period_rates_the_part_served_and_writes_no_letter(kantor):
    garis, skp, siklus = kantor
    orang = skp[0].pegawai
    maju(TANGGAL[Tahap.ISI_BUKTI])
    absen(skp[0], "meninggal", date(2026, 12, 1), saat=wita(2026, 12, 2))
    orang.pengguna.refresh_from_db()
    assert not orang.pengguna.is_active
    assert orang.penempatan.get().selesai == date(2026, 11, 30)
    sebelum = Surat.objects.filter(kepada=orang.pengguna).count()
    maju(TANGGAL[Tahap.PENILAIAN])
    lembar = LembarPenilaian.objects.get(siklus=siklus, pegawai=orang)
    assert (lembar.selesai, lembar.penilai) == (date(2026, 11, 30), garis.atasan)
    tetapkan(lembar)
    maju(TANGGAL[Tahap.TERBIT])
    hasil = lembar.evaluasi.get()
    assert (hasil.mulai, hasil.selesai) == (date(2026, 10, 1), date(2026, 11, 30))
    assert Surat.objects.filter(kepada=orang.pengguna).count() == sebelum
    assert SKP.objects.filter(pegawai=orang).exists()
    assert CatatanAudit.objects.filter(aksi="status_dinas.dicatat").count() == 1


def test_queries_do_not_grow_with_facts(kantor):
    from evaluasi.rekap.dinas import bagian_skp

    _, skp, siklus = kantor

    def hitung() -> int:
        with CaptureQueriesContext(connection) as q:
            bagian_skp(skp, siklus.periode)
        return len(q)

    absen(skp[0], "cuti_besar", date(2026, 10, 1), date(2026, 10, 20))
    satu = hitung()
    absen(skp[1], "cuti_besar", date(2026, 10, 1), date(2026, 10, 20))
    assert satu == hitung() == 2
