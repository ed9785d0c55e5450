"""A quarter of which one office has just read its results: an objection waits, and the demo's person may object."""

from datetime import date, timedelta

from django.db.models import F

from evaluasi import actions
from evaluasi.models import Evaluasi, JadwalTahap, Siklus, TemplatSiklus
from evaluasi.pilihan import Tahap
from evaluasi.rekap import butir_dapat_dipilih
from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai, Penempatan

from .periode import pukul_nol
from .rencana import Keadaan, Rencana

#: days from the day of loading; the window of objections is open, with some days left
JADWAL = {Tahap.ISI_BUKTI: -60, Tahap.PENILAIAN: -30, Tahap.KALIBRASI: -10, Tahap.TERBIT: -4, Tahap.FINAL: 12}
KANTOR = "DINSOS"
ALASAN = "Dua kegiatan bulan terakhir belum masuk hitungan; berita acaranya sudah saya unggah sebagai bukti."


def orang_kantor(hari: date) -> frozenset[int]:
    """The people of that office that day: they have figures of every quarter."""
    baris = Penempatan.objects.definitif().berlaku_pada(hari).filter(jabatan__unit__kode__startswith=KANTOR)
    return frozenset(baris.values_list("pegawai", flat=True))


def buat_siklus_terbit(hari: date, oleh) -> Siklus | None:
    """The quarter before the last finished one, published these days; None where the year has no such quarter yet."""
    lalu = actions.batas_periode(JenisPeriode.TRIWULANAN, hari)[0] - timedelta(days=1)
    akhir = actions.batas_periode(JenisPeriode.TRIWULANAN, lalu)[0] - timedelta(days=1)
    if akhir.year != hari.year:
        return None
    templat = TemplatSiklus.objects.get(jenis=JenisPeriode.TRIWULANAN)
    saat = pukul_nol(akhir - timedelta(days=61))
    siklus = actions.create_siklus(templat_id=templat.pk, tanggal=akhir, oleh=oleh, saat=saat)
    jadwal = {tahap: pukul_nol(hari + timedelta(days=n)) for tahap, n in JADWAL.items()}
    actions.set_dates(siklus_id=siklus.pk, jadwal=jadwal, oleh=oleh, saat=saat)
    return siklus


def hanya_kantor(rencana: list[Rencana], keadaan: Keadaan) -> list[Rencana]:
    return [satu for satu in rencana if satu.pegawai_id in keadaan.lengkap]


def terbitkan(siklus: Siklus) -> None:
    """Its results are computed: the stage is published, with what was done before."""
    Siklus.objects.filter(pk=siklus.pk).update(dibuka=True, tahap=Tahap.TERBIT)
    lewat = JadwalTahap.objects.filter(siklus=siklus).exclude(tahap=Tahap.FINAL)
    lewat.update(dilaksanakan_pada=F("mulai"))


def tulis_keberatan_terbuka(siklus: Siklus, keadaan: Keadaan, atasan_id: int | None, tanpa: set[int]) -> int:
    """A subordinate of the demo's atasan objects to one figure; the atasan's superior has not begun."""
    calon = Evaluasi.objects.filter(siklus=siklus, penilai=atasan_id).exclude(pegawai__in=tanpa)
    for satu in calon.select_related("pegawai__pengguna").order_by("pegawai__siasn_id"):
        kunci = next((k for k in butir_dapat_dipilih(satu) if k.startswith("realisasi:")), None)
        if kunci and satu.pegawai.pengguna:
            return _ajukan(satu.pk, kunci, satu.pegawai, keadaan)
    return 0


def _ajukan(evaluasi_id: int, kunci: str, pegawai: Pegawai, keadaan: Keadaan) -> int:
    saat = keadaan.saat - timedelta(days=1)
    try:
        actions.submit_objection(
            evaluasi_id=evaluasi_id, kunci=[kunci], alasan=ALASAN, oleh=pegawai.pengguna, saat=saat
        )
    except RuleViolation:
        return 0
    return 1
