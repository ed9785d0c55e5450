"""Progress: what was achieved of an indicator, with its evidence. A new entry is a new row; the last counts."""

from decimal import Decimal
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import URLValidator
from django.db import transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.kata import tulis_saat

from ..akses import can_record_realisasi
from ..bukti import MAKS_BYTE, BerkasAman, check_evidence
from ..models import Bukti, Indikator, Periode, Realisasi
from ..pilihan import JenisBukti, JenisIndikator
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
    oleh,
    saat,
) -> Realisasi:
    """Record what was achieved up to now in a period.

    `berkas` is an uploaded file or None; `tautan` a web address. `terakhir_id` is the entry that the form
    showed: 0 for none, None to skip the comparison. `bawa_bukti` are ids of this indicator's earlier evidence
    that the new entry keeps. `saat` is when the request was received.
    Raises RuleViolation (not one's own, not approved, outside the open time, bad figure or evidence) and
    Konflik where another entry came in between.
    """
    aman = _baca_berkas(berkas)
    alamat = _baca_tautan(tautan)
    tersimpan: list = []
    try:
        with transaction.atomic():
            realisasi = _catat(indikator_id, periode_id, nilai, clean_text(uraian), terakhir_id, oleh, saat)
            _bawa(realisasi, bawa_bukti)
            _lampirkan(realisasi, aman, alamat, saat, tersimpan)
            bukti = [teks for teks in (aman.sidik if aman else "", alamat) if teks]
            rincian = {"periode": periode_id, "nilai": None if nilai is None else str(nilai), "bukti": bukti}
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
    if saat >= periode.isi_sampai:
        raise RuleViolation(
            f"Pengisian {periode.nama} sudah ditutup pada {tulis_saat(periode.isi_sampai)}. "
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


def _bawa(realisasi: Realisasi, bawa_bukti) -> None:
    """Let the new entry keep earlier evidence of the same indicator and period; the file is not copied."""
    if not bawa_bukti:
        return
    lama = Bukti.objects.filter(
        pk__in=bawa_bukti, realisasi__indikator=realisasi.indikator_id, realisasi__periode=realisasi.periode_id
    ).order_by("pk")
    for bukti in lama:
        bukti.pk, bukti._state.adding, bukti.realisasi = None, True, realisasi
        bukti.save()


def _lampirkan(realisasi: Realisasi, aman: BerkasAman | None, alamat: str, saat, tersimpan: list) -> None:
    """Store the evidence: the file under a random name, outside what the web server serves."""
    if aman:
        bukti = Bukti(
            realisasi=realisasi, jenis=JenisBukti.BERKAS, nama_asli=aman.nama, tipe=aman.tipe,
            ukuran=len(aman.isi), sidik=aman.sidik, diunggah_pada=saat,
        )  # fmt: skip
        bukti.berkas.save(f"{uuid4().hex}.{aman.ekstensi}", ContentFile(aman.isi), save=False)
        tersimpan.append(bukti.berkas)
        bukti.save()
    if alamat:
        Bukti.objects.create(realisasi=realisasi, jenis=JenisBukti.TAUTAN, tautan=alamat, diunggah_pada=saat)
