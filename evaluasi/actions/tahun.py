"""Bringing the segments of a year together: the assessor decides, the system follows a correction."""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import WITA
from mataram_asn.kit.pohon import akar
from pegawai.models import Pengguna

from .. import notifikasi
from ..akses import why_not_set_year
from ..aturan import MasukanTahun, hitung_tahun
from ..models import Evaluasi, EvaluasiTahunan, LembarPenilaian
from ..pilihan import Rating
from ..rekap.tahun import TERBIT, masukan_tahun, segmen_siklus
from .penilaian import _rating, _teks


@transaction.atomic
def set_year(
    *,
    siklus_id: int,
    pegawai_id: int,
    rating_hasil: str = "",
    alasan_hasil: str = "",
    rating_perilaku: str = "",
    alasan_perilaku: str = "",
    oleh,
    saat: datetime,
) -> EvaluasiTahunan:
    """Set the predikat of a year of several segments; a blank rating accepts the suggestion.

    Raises RuleViolation if `oleh` may not, a segment still waits, the year is set already, or a reason is missing.
    """
    _kunci(siklus_id, pegawai_id)
    segmen = _segmen(siklus_id, pegawai_id)
    if alasan := why_not_set_year(oleh, segmen):
        raise RuleViolation(alasan)
    if EvaluasiTahunan.objects.filter(siklus=siklus_id, pegawai=pegawai_id).exists():
        raise RuleViolation("Predikat tahun ini sudah ditetapkan dan tidak dapat diubah.")
    usul = hitung_tahun(masukan_tahun(segmen))
    masukan = masukan_tahun(
        segmen,
        rating_hasil=_pilih(rating_hasil, usul.usul_hasil),
        alasan_hasil=_teks(alasan_hasil),
        rating_perilaku=_pilih(rating_perilaku, usul.usul_perilaku),
        alasan_perilaku=_teks(alasan_perilaku),
        penilai=str(oleh.pegawai),
        ditetapkan_pada=_iso(saat),
    )
    tahunan = _simpan(segmen, masukan, oleh.pegawai_id, oleh, saat)
    rincian = {"segmen": [satu.pk for satu in segmen], "predikat": tahunan.predikat}
    catat(oleh=oleh, aksi="tahun.ditetapkan", objek=tahunan, rincian=rincian, saat=saat)
    notifikasi.queue_year(tahunan, saat=saat)
    return tahunan


@transaction.atomic
def follow_correction(*, tahunan_id: int, saat: datetime) -> EvaluasiTahunan | None:
    """Compute a year again whose segment was corrected: a new row supersedes it. None where all still stands.

    What a person chose against the suggestion stays as they chose it, with its reason; an accepted suggestion
    follows the corrected figures.
    """
    lama = EvaluasiTahunan.objects.filter(pk=tahunan_id).values("siklus_id", "pegawai_id").get()
    _kunci(lama["siklus_id"], lama["pegawai_id"])
    lama = EvaluasiTahunan.objects.select_related("penilai").berlaku().filter(pk=tahunan_id).first()
    segmen = _segmen(lama.siklus_id, lama.pegawai_id) if lama else []
    if lama is None or {str(satu.pk) for satu in segmen} == {isi["kunci"] for isi in lama.masukan["segmen"]}:
        return None
    putusan = ("rating_hasil", "alasan_hasil", "rating_perilaku", "alasan_perilaku", "penilai", "ditetapkan_pada")
    lalu = MasukanTahun.dari_dict(lama.masukan)
    sistem = Pengguna.objects.sistem()
    masukan = masukan_tahun(segmen, **{nama: getattr(lalu, nama) for nama in putusan})
    baru = _simpan(segmen, masukan, lama.penilai_id, sistem, saat, lama)
    rincian = {"menggantikan": lama.pk, "predikat": baru.predikat, "sebelumnya": lama.predikat}
    catat(oleh=sistem, aksi="tahun.mengikuti_koreksi", objek=baru, rincian=rincian, saat=saat)
    notifikasi.queue_year(baru, saat=saat)
    return baru


def follow_corrections(*, saat: datetime) -> int:
    """Every year in force of which a segment has been superseded; how many were computed again."""
    koreksi = Evaluasi.objects.filter(
        siklus=OuterRef("siklus"),
        pegawai=OuterRef("pegawai"),
        menggantikan__isnull=False,
        dihitung_pada__gte=OuterRef("ditetapkan_pada"),
    )
    berubah = EvaluasiTahunan.objects.berlaku().filter(Exists(koreksi)).order_by("pk").values_list("pk", flat=True)
    return sum(follow_correction(tahunan_id=pk, saat=saat) is not None for pk in berubah)


def _kunci(siklus_id: int, pegawai_id: int) -> None:
    """One decision at a time over one person's year."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('evaluasi.tahun'), hashtext(%s))", [f"{siklus_id}:{pegawai_id}"]
        )


def _segmen(siklus_id: int, pegawai_id: int) -> list[Evaluasi]:
    """The results in force; refused while a segment has none or the siklus is not published."""
    segmen = list(segmen_siklus(siklus_id, pegawai_id))
    menunggu = LembarPenilaian.objects.filter(siklus=siklus_id, pegawai=pegawai_id, evaluasi__isnull=True)
    if len(segmen) < 2 or segmen[0].siklus.tahap not in TERBIT or menunggu.exists():
        raise RuleViolation("Tahun ini belum dapat digabungkan: setiap bagiannya harus sudah dinilai dan terbit.")
    return segmen


def _simpan(segmen, masukan: MasukanTahun, penilai_id: int, oleh, saat, lama=None) -> EvaluasiTahunan:
    hasil = hitung_tahun(masukan)
    return EvaluasiTahunan.objects.create(
        siklus_id=segmen[-1].siklus_id,
        pegawai_id=segmen[-1].pegawai_id,
        penilai_id=penilai_id,
        hari=hasil.hari,
        alasan_hasil=masukan.alasan_hasil,
        alasan_perilaku=masukan.alasan_perilaku,
        ketentuan_id=segmen[-1].siklus.ketentuan_id,
        masukan=masukan.ke_dict(),
        pohon=hasil.pohon.ke_dict(),
        akar=akar(hasil.pohon),
        ditetapkan_oleh=oleh,
        ditetapkan_pada=saat,
        menggantikan=lama,
        **hasil.angka(),
    )


def _pilih(rating: str, usul: Rating) -> Rating | None:
    """A rating that equals the suggestion accepts it, and follows it when a segment is corrected."""
    return Rating(rating) if _rating(rating) and rating != usul else None


def _iso(saat: datetime) -> str:
    return saat.astimezone(WITA).isoformat(timespec="seconds")
