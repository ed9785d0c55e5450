"""What the atasan sets on a sheet: drafts that never overwrite each other, and the decision."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import Konflik, RuleViolation

from ..akses import can_confirm_weight, filling_open, is_own_sheet, why_not_score
from ..aturan import AngkaEvaluasi, HasilEvaluasi, KetentuanPenilaian, MasukanEvaluasi, hitung
from ..aturan.penilai import yang_dipilih
from ..models import LembarPenilaian, NilaiIndikator, NilaiPerilaku
from ..pilihan import Rating, StatusLembar, Tahap
from ..rekap.masukan import indikator_lembar, masukan_lembar

TERTINGGAL = "Penilaian ini sudah disimpan di tempat lain sejak Anda membukanya. Bandingkan, lalu simpan lagi."
#: The computed figures that a set sheet keeps.
ANGKA_LEMBAR = ("indeks_hasil", "indeks_perilaku", "usul_hasil", "usul_perilaku")
ANGKA_PENILAI = ("capaian_angka", "nilai_penilai", "nilai_seragam")
#: Stands for the confirmation that still waits, so that everything else can be checked before it comes.
MENUNGGU_KONFIRMASI = "menunggu konfirmasi"


@transaction.atomic
def save_scores(
    *,
    lembar_id: int,
    versi: int,
    indikator: dict[int, dict],
    perilaku: dict[str, dict],
    rating_hasil: str = "",
    alasan_hasil: str = "",
    rating_perilaku: str = "",
    alasan_perilaku: str = "",
    oleh,
    saat: datetime,
    tetapkan: bool = False,
) -> LembarPenilaian:
    """Keep a draft of a sheet, or set it (`tetapkan`), which needs every rating and reason.

    `indikator` maps the indicator's id to {"rating", "alasan", "tidak_dinilai"}, `perilaku` a value to {"rating",
    "alasan"}; what is not named stays. A blank rating of hasil or perilaku accepts the computed suggestion. Raises
    Konflik if the sheet is not the version that was seen, RuleViolation if it may not be written or is not complete.
    """
    lembar = _lock(lembar_id)
    if alasan := why_not_score(oleh, lembar, saat):
        raise RuleViolation(alasan)
    if lembar.versi != versi:
        raise Konflik(TERTINGGAL)
    if _write_indicators(lembar, indikator):
        lembar.dikonfirmasi_oleh = lembar.dikonfirmasi_pada = None
    _write_values(lembar, perilaku)
    lembar.penilai_id = oleh.pegawai_id
    lembar.rating_hasil, lembar.alasan_hasil = _rating(rating_hasil), _teks(alasan_hasil)
    lembar.rating_perilaku, lembar.alasan_perilaku = _rating(rating_perilaku), _teks(alasan_perilaku)
    lembar.ditetapkan_pada = lembar.ditetapkan_oleh = None
    if lembar.status == StatusLembar.DITETAPKAN:
        terlambat = lembar.siklus.tahap != Tahap.PENILAIAN
        lembar.status = StatusLembar.TERTAHAN if terlambat else StatusLembar.TERBUKA
    lembar.disimpan_pada = saat
    lembar.versi += 1
    lembar.save()
    rincian = {"versi": lembar.versi}
    if tetapkan:
        rincian["menyimpang"] = _set(lembar, oleh, saat).menyimpang
    catat(
        oleh=oleh, aksi="lembar.ditetapkan" if tetapkan else "lembar.disimpan", objek=lembar, rincian=rincian, saat=saat
    )
    return lembar


def check_scores(masukan: MasukanEvaluasi) -> HasilEvaluasi:
    """What setting these inputs would give. Raises RuleViolation with every sentence of what is missing.

    Two things come from others and are not asked of the atasan: the confirmation of the pengelola, and the
    predikat of the office that a head leads. A result is computed only when they are there.
    """
    return hitung(
        replace(
            masukan,
            dikonfirmasi_oleh=masukan.dikonfirmasi_oleh or MENUNGGU_KONFIRMASI,
            kepala=masukan.kepala and masukan.predikat_organisasi is not None,
        )
    )


def _set(lembar: LembarPenilaian, oleh, saat: datetime) -> HasilEvaluasi:
    """Decide the sheet: the ratings that were accepted are written down as they stand."""
    [(_, masukan)] = masukan_lembar([lembar.pk])
    hasil = check_scores(masukan)
    lembar.rating_hasil, lembar.rating_perilaku = hasil.rating_hasil, hasil.rating_perilaku
    lembar.status = StatusLembar.DITETAPKAN
    lembar.ditetapkan_pada, lembar.ditetapkan_oleh = saat, oleh
    simpan_angka(lembar, hasil, masukan)
    lembar.save(
        update_fields=[
            "rating_hasil",
            "rating_perilaku",
            "status",
            "ditetapkan_pada",
            "ditetapkan_oleh",
            *ANGKA_LEMBAR,
            *ANGKA_PENILAI,
        ]
    )
    return hasil


def simpan_angka(lembar: LembarPenilaian, hasil: AngkaEvaluasi, masukan: MasukanEvaluasi) -> None:
    """Note on the sheet what the computation gives now, so that the curve of an office is read at once."""
    for nama in ANGKA_LEMBAR:
        setattr(lembar, nama, getattr(hasil, nama))
    penilai = yang_dipilih(masukan, hasil)
    for nama in ANGKA_PENILAI:
        setattr(lembar, nama, getattr(penilai, nama))


def _lock(lembar_id: int) -> LembarPenilaian:
    baris = LembarPenilaian.objects.select_for_update(of=("self",)).select_related(
        "siklus__ketentuan", "siklus__periode", "skp"
    )
    lembar = baris.filter(pk=lembar_id).first()
    if lembar is None:
        raise RuleViolation("Lembar penilaian itu tidak ada lagi. Kembali ke daftar bawahan.")
    return lembar


def _write_indicators(lembar: LembarPenilaian, isi: dict[int, dict]) -> bool:
    """Write what was decided about indicators; whether the set of those that cannot be rated changed."""
    milik = {satu.pk for satu in indikator_lembar([lembar])[lembar.pk]}
    if not isi.keys() <= milik:
        raise RuleViolation("Ada indikator yang bukan bagian SKP ini. Muat ulang halaman, lalu simpan lagi.")
    lama = set(lembar.nilai_indikator.filter(tidak_dinilai=True).values_list("indikator_id", flat=True))
    baris = [_nilai_indikator(lembar, pk, satu) for pk, satu in isi.items()]
    NilaiIndikator.objects.bulk_create(
        baris,
        update_conflicts=True,
        unique_fields=["lembar", "indikator"],
        update_fields=["rating", "alasan", "tidak_dinilai"],
    )
    kini = {satu.indikator_id for satu in baris if satu.tidak_dinilai} | (lama - isi.keys())
    return kini != lama


def _nilai_indikator(lembar, pk: int, isi: dict) -> NilaiIndikator:
    tidak, alasan = bool(isi.get("tidak_dinilai")), _teks(isi.get("alasan", ""))
    if tidak and not alasan:
        raise RuleViolation("Tulis alasan indikator yang tidak dapat dinilai.")
    rating = "" if tidak else _rating(isi.get("rating", ""))
    return NilaiIndikator(lembar=lembar, indikator_id=pk, rating=rating, alasan=alasan, tidak_dinilai=tidak)


def _write_values(lembar: LembarPenilaian, isi: dict[str, dict]) -> None:
    if not isi.keys() <= set(NilaiDasar.values):
        raise RuleViolation("Ada nilai perilaku yang tidak dikenal. Muat ulang halaman, lalu simpan lagi.")
    baris = [
        NilaiPerilaku(lembar=lembar, nilai=nilai, rating=_rating(satu["rating"]), alasan=_teks(satu.get("alasan", "")))
        for nilai, satu in isi.items()
        if satu.get("rating")
    ]
    NilaiPerilaku.objects.bulk_create(
        baris, update_conflicts=True, unique_fields=["lembar", "nilai"], update_fields=["rating", "alasan"]
    )


def _rating(nilai: str) -> str:
    if nilai and nilai not in Rating.values:
        raise RuleViolation("Pilih salah satu dari tiga rating.")
    return nilai or ""


def _teks(teks: str) -> str:
    if "\x00" in teks:
        raise RuleViolation("Teks memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    return teks.strip()


@transaction.atomic
def mark_employee_done(*, lembar_id: int, oleh, saat: datetime) -> LembarPenilaian:
    """Note that the pegawai's side is done: from then on lateness is not theirs. Raises RuleViolation."""
    lembar = _lock(lembar_id)
    if not is_own_sheet(oleh, lembar):
        raise RuleViolation("Hanya pegawai yang bersangkutan yang menyatakan pengisiannya selesai.")
    if not filling_open(lembar, saat):
        raise RuleViolation("Masa pengisian sudah berakhir atau belum dibuka.")
    if lembar.sisi_pegawai_pada is None:
        lembar.sisi_pegawai_pada = saat
        lembar.save(update_fields=["sisi_pegawai_pada"])
        catat(oleh=oleh, aksi="lembar.sisi_pegawai_selesai", objek=lembar, saat=saat)
    return lembar


@transaction.atomic
def confirm_weight(*, lembar_id: int, oleh, saat: datetime) -> LembarPenilaian:
    """Confirm that most of the weight of a sheet cannot be rated; one that was held for it goes on.

    Raises RuleViolation if `oleh` may not or there is nothing to confirm.
    """
    lembar = _lock(lembar_id)
    if not can_confirm_weight(oleh, lembar):
        raise RuleViolation("Hanya pengelola unit atau BKPSDM yang mengonfirmasi, dan bukan untuk lembarnya sendiri.")
    batas = KetentuanPenilaian.dari(lembar.siklus.ketentuan.isi).konfirmasi_bobot
    if not LembarPenilaian.objects.filter(pk=lembar.pk).menunggu_konfirmasi().filter(bobot_tidak__gt=batas).exists():
        raise RuleViolation("Tidak ada yang perlu dikonfirmasi pada lembar ini.")
    lembar.dikonfirmasi_oleh, lembar.dikonfirmasi_pada = oleh, saat
    if lembar.status == StatusLembar.TERTAHAN and lembar.ditetapkan_pada:
        lembar.status = StatusLembar.DITETAPKAN
    lembar.save(update_fields=["dikonfirmasi_oleh", "dikonfirmasi_pada", "status"])
    catat(oleh=oleh, aksi="lembar.bobot_dikonfirmasi", objek=lembar, saat=saat)
    return lembar
