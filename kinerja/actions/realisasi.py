"""Progress: what was achieved of an indicator, with its evidence. A new entry is a new row; the last counts."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.kata import tulis_saat

from ..akses import can_record_realisasi
from ..bukti import MAKS_BYTE, BerkasAman, check_evidence
from ..models import Bukti, Indikator, Periode, Realisasi
from ..pilihan import JenisIndikator
from ..rekap_perpanjangan import batas_isi
from .bukti import attach, store_evidence
from .dasar import clean_text

_BATAS_NILAI = Decimal(10) ** 12


def record_realisasi(
    *,
    indikator_id: int,
    periode_id: int,
    nilai: Decimal | None,
    uraian: str = "",
    berkas=None,
    tautan: str = "",
    terakhir_id: int | None = None,
    bawa_bukti=(),
    pakai_bukti=(),
    oleh,
    saat,
) -> Realisasi:
    """Record what was achieved up to now in a period.

    `berkas` is an uploaded file or None; `tautan` a web address. `terakhir_id` is the entry that the form
    showed: 0 for none, None to skip the comparison. `bawa_bukti` are ids of this indicator's earlier evidence
    that the new entry keeps, `pakai_bukti` ids of any other evidence of the person. The same file or link is
    kept once however often it is sent. `saat` is when the request was received.
    Raises RuleViolation (not one's own, not approved, outside the open time, bad figure or evidence) and
    Konflik where another entry came in between.
    """
    aman = _baca_berkas(berkas)
    alamat = _baca_tautan(tautan)
    tersimpan: list = []
    try:
        with transaction.atomic():
            realisasi = _catat(indikator_id, periode_id, nilai, clean_text(uraian), terakhir_id, oleh, saat)
            pemilik = realisasi.indikator.hasil.skp.pegawai_id
            bukti = [
                *_bawa(realisasi, bawa_bukti),
                *_milik(pemilik, pakai_bukti),
                *store_evidence(pegawai_id=pemilik, aman=aman, alamat=alamat, saat=saat, tersimpan=tersimpan),
            ]
            attach(realisasi, bukti)
            dasar = [teks for teks in (aman.sidik if aman else "", alamat) if teks]
            rincian = {"periode": periode_id, "nilai": None if nilai is None else str(nilai), "bukti": dasar}
            if pakai_bukti:
                rincian["dipakai_lagi"] = sorted({satu.pk for satu in bukti} & {int(satu) for satu in pakai_bukti})
            catat(oleh=oleh, aksi="realisasi.dicatat", objek=realisasi, rincian=rincian, saat=saat)
    except BaseException:
        for berkas_model in tersimpan:
            berkas_model.storage.delete(berkas_model.name)
        raise
    return realisasi


def _catat(indikator_id, periode_id, nilai, uraian, terakhir_id, oleh, saat) -> Realisasi:
    """Lock the indicator, check, insert the row."""
    indikator = _kunci(indikator_id)
    periode = Periode.objects.filter(pk=periode_id).first()
    _periksa_waktu(indikator, periode, oleh, saat)
    _periksa_isi(indikator, nilai, uraian)
    if terakhir_id is not None:
        _periksa_terakhir(indikator, periode, terakhir_id)
    return Realisasi.objects.create(
        indikator=indikator, periode=periode, nilai=nilai, uraian=uraian, dicatat_oleh=oleh, dicatat_pada=saat
    )


def _kunci(indikator_id: int) -> Indikator:
    indikator = (
        Indikator.objects.select_for_update(of=("self",)).select_related("hasil__skp").filter(pk=indikator_id).first()
    )
    if indikator is None:
        raise RuleViolation("Indikator itu sudah tidak ada. Muat ulang halaman.")
    return indikator


def _periksa_waktu(indikator: Indikator, periode: Periode | None, oleh, saat) -> None:
    """One's own approved plan, a period that touches it, and the open time, half-open [dibuka, ditutup)."""
    skp = indikator.hasil.skp
    if not can_record_realisasi(oleh, skp):
        raise RuleViolation("Realisasi diisi oleh pemilik SKP, setelah SKP-nya disetujui.")
    if periode is None or periode.selesai < skp.mulai or periode.mulai > skp.selesai:
        raise RuleViolation("Periode itu tidak mencakup SKP ini. Pilih periode yang sedang dibuka.")
    if saat < periode.isi_dari:
        raise RuleViolation(f"Pengisian {periode.nama} baru dibuka pada {tulis_saat(periode.isi_dari)}.")
    if saat >= periode.isi_sampai and saat >= (batas := batas_isi(skp, periode)):
        raise RuleViolation(
            f"Pengisian {periode.nama} sudah ditutup pada {tulis_saat(batas)}. "
            "Hubungi BKPSDM bila ada yang belum tersampaikan."
        )


def _periksa_isi(indikator: Indikator, nilai: Decimal | None, uraian: str) -> None:
    if indikator.jenis == JenisIndikator.KUANTITATIF and nilai is None:
        raise RuleViolation("Isi angka realisasi indikator ini.")
    if indikator.jenis == JenisIndikator.KUALITATIF and (nilai is not None or not uraian):
        raise RuleViolation("Ceritakan hasil indikator kualitatif ini dalam uraian, tanpa angka.")
    if nilai is not None:
        _periksa_nilai(nilai)


def _periksa_nilai(nilai: Decimal) -> None:
    if not nilai.is_finite() or nilai < 0:
        raise RuleViolation("Realisasi adalah angka 0 atau lebih.")
    if nilai >= _BATAS_NILAI or nilai.normalize().as_tuple().exponent < -4:
        raise RuleViolation("Realisasi paling banyak 12 angka di depan dan 4 angka di belakang koma.")


def _periksa_terakhir(indikator: Indikator, periode: Periode, terakhir_id: int) -> None:
    kini = indikator.realisasi.filter(periode=periode).order_by("-pk").values_list("pk", flat=True).first() or 0
    if kini != terakhir_id:
        raise Konflik(
            "Realisasi indikator ini sudah diisi di tempat lain sejak Anda membuka halaman. "
            "Isian Anda masih ada; bandingkan dengan yang tersimpan, lalu simpan lagi bila perlu."
        )


def _baca_berkas(berkas) -> BerkasAman | None:
    """Read at most one byte more than is allowed, so that a huge file costs nothing."""
    if berkas is None:
        return None
    berkas.seek(0)
    return check_evidence(berkas.name, berkas.read(MAKS_BYTE + 1))


def _baca_tautan(tautan: str) -> str:
    alamat = tautan.strip()
    if not alamat:
        return ""
    try:
        URLValidator(schemes=["http", "https"])(alamat)
    except ValidationError as galat:
        raise RuleViolation("Tautan bukti ditulis lengkap, misalnya https://alamat/berkas.") from galat
    if len(alamat) > 200 or "@" in alamat.split("//", 1)[1].split("/", 1)[0]:
        raise RuleViolation("Tautan bukti paling panjang 200 huruf dan tidak memuat nama akun.")
    return alamat


def _bawa(realisasi: Realisasi, bawa_bukti) -> list[Bukti]:
    """Earlier evidence of the same indicator and period that the new entry keeps."""
    if not bawa_bukti:
        return []
    lama = Realisasi.objects.filter(indikator=realisasi.indikator_id, periode=realisasi.periode_id)
    return list(Bukti.objects.filter(pk__in=bawa_bukti, realisasi__in=lama).distinct())


def _milik(pegawai_id: int, bukti_ids) -> list[Bukti]:
    """Evidence of the person's own. Raises RuleViolation where one of the ids is not."""
    if not bukti_ids:
        return []
    bukti = list(Bukti.objects.filter(pk__in=bukti_ids, pegawai=pegawai_id))
    if len(bukti) != len(set(bukti_ids)):
        raise RuleViolation("Bukti yang dipilih bukan bukti Anda atau sudah tidak ada. Pilih lagi.")
    return bukti


@transaction.atomic
def reuse_evidence(*, bukti_id: int, tujuan, oleh, saat) -> int:
    """Let a piece of one's own evidence support further entries; `tujuan` are pairs (indicator, period).

    Each gets a new entry with the same figure and words, so that the history shows when the piece came. Returns how
    many. Raises RuleViolation as `record_realisasi`, and where an indicator has no entry yet.
    """
    if not tujuan:
        raise RuleViolation("Pilih sedikitnya satu indikator.")
    for indikator_id, periode_id in dict.fromkeys(tujuan):
        lama = Realisasi.objects.filter(indikator=indikator_id, periode=periode_id).order_by("-pk").first()
        if lama is None:
            raise RuleViolation("Isi dahulu realisasi indikator itu, lalu sertakan buktinya.")
        record_realisasi(
            indikator_id=indikator_id,
            periode_id=periode_id,
            nilai=lama.nilai,
            uraian=lama.uraian,
            terakhir_id=lama.pk,
            bawa_bukti=list(lama.bukti.values_list("pk", flat=True)),
            pakai_bukti=[bukti_id],
            oleh=oleh,
            saat=saat,
        )
    return len(dict.fromkeys(tujuan))
