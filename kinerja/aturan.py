"""The rules of performance plans: transitions, targets, achievement, weights. PP 30/2019, PermenPANRB 6/2022."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka

from .pilihan import Arah, NilaiDasar, SifatTarget, StatusSKP

#: (state, act) -> next state. The pegawai submits and withdraws, the atasan returns and approves.
TRANSISI = {
    (StatusSKP.DRAF, "ajukan"): StatusSKP.DIAJUKAN,
    (StatusSKP.DIKEMBALIKAN, "ajukan"): StatusSKP.DIAJUKAN,
    (StatusSKP.DIAJUKAN, "tarik"): StatusSKP.DRAF,
    (StatusSKP.DIAJUKAN, "kembalikan"): StatusSKP.DIKEMBALIKAN,
    (StatusSKP.DIAJUKAN, "setujui"): StatusSKP.DISETUJUI,
}

BATAS_CAPAIAN = Decimal(120)
SERATUS = Decimal("100.00")

#: Three conduct guidelines of each value. SE MenPANRB 20/2021 [A].
NILAI_DASAR = {
    NilaiDasar.BERORIENTASI_PELAYANAN: (
        "Memahami dan memenuhi kebutuhan masyarakat",
        "Ramah, cekatan, solutif, dan dapat diandalkan",
        "Melakukan perbaikan tiada henti",
    ),
    NilaiDasar.AKUNTABEL: (
        "Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi",
        "Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien",
        "Tidak menyalahgunakan kewenangan jabatan",
    ),
    NilaiDasar.KOMPETEN: (
        "Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah",
        "Membantu orang lain belajar",
        "Melaksanakan tugas dengan kualitas terbaik",
    ),
    NilaiDasar.HARMONIS: (
        "Menghargai setiap orang apa pun latar belakangnya",
        "Suka menolong orang lain",
        "Membangun lingkungan kerja yang kondusif",
    ),
    NilaiDasar.LOYAL: (
        "Memegang teguh ideologi Pancasila, UUD 1945, setia kepada NKRI serta pemerintahan yang sah",
        "Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara",
        "Menjaga rahasia jabatan dan negara",
    ),
    NilaiDasar.ADAPTIF: (
        "Cepat menyesuaikan diri menghadapi perubahan",
        "Terus berinovasi dan mengembangkan kreativitas",
        "Bertindak proaktif",
    ),
    NilaiDasar.KOLABORATIF: (
        "Memberi kesempatan kepada berbagai pihak untuk berkontribusi",
        "Terbuka dalam bekerja sama untuk menghasilkan nilai tambah",
        "Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama",
    ),
}


def next_status(status: str, aksi: str) -> StatusSKP:
    """The state after an act. Raises RuleViolation where the table has none."""
    try:
        return TRANSISI[(StatusSKP(status), aksi)]
    except KeyError:
        kini = StatusSKP(status).label.lower()
        raise RuleViolation(f"SKP yang berstatus {kini} tidak dapat di-{aksi}. Muat ulang halaman ini.") from None


def check_target(arah: str, target: Decimal | None, target_atas: Decimal | None = None) -> None:
    """Refuse a target of nothing. Zero is a target only where lower is better, or as the low end of a range."""
    if target is None:
        raise RuleViolation("Isi targetnya.")
    if target < 0:
        raise RuleViolation("Target tidak boleh negatif.")
    if arah == Arah.RENTANG:
        if target_atas is None or target_atas <= target:
            raise RuleViolation("Batas atas rentang harus lebih besar daripada batas bawahnya.")
        return
    if target == 0 and arah != Arah.TURUN:
        raise RuleViolation("Target 0 hanya untuk indikator yang makin rendah makin baik.")


def capaian(
    arah: str,
    target: Decimal | Fraction | None,
    realisasi: Decimal | None,
    *,
    target_atas: Decimal | Fraction | None = None,
    batas: Decimal = BATAS_CAPAIAN,
) -> Fraction | None:
    """Achievement of a quantitative indicator, 0 to `batas`, exact; None (not available) without a realisasi.

    Higher is better 100·r/t; lower is better 100·(2t−r)/t; a range is 100 inside and 100·(1−distance/width)
    outside; never below 0. The usual LKjIP forms [D].
    """
    if realisasi is None:
        return None
    if realisasi < 0:
        raise RuleViolation("Realisasi tidak boleh negatif.")
    check_target(arah, target, target_atas)
    nilai = RUMUS[Arah(arah)](Fraction(target), Fraction(realisasi), target_atas)
    return min(Fraction(batas), max(Fraction(0), nilai))


def _naik(target, realisasi, _):
    return 100 * realisasi / target


def _turun(target, realisasi, _):
    if target == 0:
        return Fraction(100 if realisasi == 0 else 0)
    return 100 * (2 * target - realisasi) / target


def _rentang(bawah, realisasi, atas):
    atas = Fraction(atas)
    jarak = max(bawah - realisasi, realisasi - atas, Fraction(0))
    return 100 * (1 - jarak / (atas - bawah))


RUMUS = {Arah.NAIK: _naik, Arah.TURUN: _turun, Arah.RENTANG: _rentang}


def target_periode(
    sifat: str, target: Decimal | Fraction, skp_mulai: date, skp_selesai: date, akhir: date
) -> Fraction:
    """The part of a target that is due at the end of a period, exact [D].

    A cumulative target grows with the days of the SKP that have passed (the last one included); a constant one
    is the same at every period's end.
    """
    if sifat != SifatTarget.KUMULATIF:
        return Fraction(target)
    seluruh = (skp_selesai - skp_mulai).days + 1
    lewat = (min(akhir, skp_selesai) - skp_mulai).days + 1
    if seluruh <= 0 or lewat <= 0:
        raise RuleViolation("Periode berakhir sebelum SKP dimulai.")
    return Fraction(target) * Fraction(lewat, seluruh)


def check_weights(bobot: list[Decimal]) -> list[str]:
    """What is wrong with the weights of the main indicators: each > 0, two decimals, together exactly 100,00."""
    salah = []
    if any(satu <= 0 for satu in bobot):
        salah.append("Setiap bobot harus lebih dari 0.")
    if any(satu != satu.quantize(SERATUS) for satu in bobot):
        salah.append("Bobot paling banyak dua angka di belakang koma.")
    jumlah = sum(bobot, Decimal(0))
    if jumlah != SERATUS:
        salah.append(f"Jumlah bobot {tulis_angka(jumlah)}, harus tepat 100,00. Gunakan “bagi rata” bila perlu.")
    return salah


def bagi_rata(banyak: int) -> tuple[Decimal, ...]:
    """Equal weights of two decimals that sum to 100.00; the last one takes the rest."""
    if banyak < 1:
        raise RuleViolation("Tambahkan indikator terlebih dahulu.")
    satu = (SERATUS * 100 // banyak) / 100
    satu = Decimal(satu).quantize(SERATUS)
    return (*([satu] * (banyak - 1)), SERATUS - satu * (banyak - 1))


__all__ = [
    "BATAS_CAPAIAN",
    "NILAI_DASAR",
    "TRANSISI",
    "bagi_rata",
    "bulat",
    "capaian",
    "check_target",
    "check_weights",
    "next_status",
    "target_periode",
]
