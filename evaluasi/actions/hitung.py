"""Computing the results of one chunk: rows in, one computation, rows out."""

from datetime import datetime

from django.db.models import Exists, OuterRef

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.pohon import akar

from .. import notifikasi
from ..aturan import MasukanEvaluasi, hitung
from ..models import Evaluasi, LembarPenilaian, Potongan
from ..pilihan import StatusLembar, Tahap
from ..rekap.masukan import masukan_lembar
from ..rekap.tertahan import Menunggu, menunggu_siapa
from .antrean import lembar_potongan
from .langkah import Hasil, hold_back, tolak

BELUM_DINILAI = "Belum dinilai sampai masa penilaian berakhir."


def compute_results(potongan: Potongan, saat: datetime) -> Hasil:
    """Compute the result of every sheet that is set and has none; hold back the rest and say why.

    After publication (held people who catch up) the letters go out with the result.
    """
    tanpa_hasil = ~Exists(Evaluasi.objects.filter(lembar=OuterRef("pk")))
    lembar = list(lembar_potongan(potongan).filter(tanpa_hasil).select_for_update(of=("self",)).order_by("pk"))
    siap = [satu.pk for satu in lembar if satu.ditetapkan_pada]
    belum = [satu for satu in lembar if not satu.ditetapkan_pada]
    baru, ditolak = _hitung_semua(siap, saat)
    Evaluasi.objects.bulk_create(baru, ignore_conflicts=True, batch_size=200)
    belum_lengkap = LembarPenilaian.objects.filter(pk__in=siap, ditetapkan_pada__isnull=True)
    hold_back(potongan, [*belum, *belum_lengkap], saat)
    if potongan.siklus.tahap in (Tahap.TERBIT, Tahap.FINAL):
        tersimpan = list(Evaluasi.objects.filter(lembar__in=siap).only("pk", "pegawai_id"))
        notifikasi.queue_results(potongan.siklus, tersimpan, final=False, saat=saat)
    return Hasil(len(baru), ditolak + [tolak(satu.pegawai_id, BELUM_DINILAI) for satu in belum])


def _hitung_semua(lembar_ids: list[int], saat: datetime) -> tuple[list[Evaluasi], list[dict]]:
    """The results to store; a sheet that a rule refuses is held back with the rule's sentence.

    One that the assessor has to complete is no longer set, so that it waits for the assessor everywhere; the others
    wait for somebody else and go on by themselves.
    """
    baru, ditolak, tertahan, belum_lengkap = [], [], [], []
    for lembar, masukan in masukan_lembar(lembar_ids):
        try:
            baru.append(_evaluasi(lembar, masukan, saat))
        except RuleViolation as galat:
            ditolak.append(tolak(lembar.pegawai_id, str(galat)))
            (belum_lengkap if menunggu_siapa(masukan) is Menunggu.PENILAI else tertahan).append(lembar.pk)
    LembarPenilaian.objects.filter(pk__in=tertahan).update(status=StatusLembar.TERTAHAN)
    _buka_lagi(belum_lengkap)
    return baru, ditolak


def _buka_lagi(lembar_ids: list[int]) -> None:
    """A sheet that is not complete after all (an indicator came later) is a draft again; nothing typed is lost."""
    LembarPenilaian.objects.filter(pk__in=lembar_ids).update(
        status=StatusLembar.TERTAHAN, ditetapkan_pada=None, ditetapkan_oleh=None
    )


def _evaluasi(lembar: LembarPenilaian, masukan: MasukanEvaluasi, saat: datetime) -> Evaluasi:
    hasil = hitung(masukan)
    return Evaluasi(
        siklus_id=lembar.siklus_id,
        skp_id=lembar.skp_id,
        lembar=lembar,
        pegawai_id=lembar.pegawai_id,
        penilai_id=lembar.penilai_id,
        mulai=lembar.mulai,
        selesai=lembar.selesai,
        ketentuan_id=lembar.siklus.ketentuan_id,
        masukan=masukan.ke_dict(),
        pohon=hasil.pohon.ke_dict(),
        akar=akar(hasil.pohon),
        dihitung_pada=saat,
        **hasil.angka(),
    )
