"""Reads of objection: the clock of a result, what can be contested, who examines, what a decision would give."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from mataram_asn.kit.kata import WITA
from mataram_asn.kit.pohon import Simpul
from pegawai import rekap as rekap_pegawai
from pegawai.models import HariLibur, Ketentuan, Pegawai
from pegawai.pilihan import JenisKetentuan

from ..aturan import (
    HasilEvaluasi,
    KetentuanKeberatan,
    KetentuanPenilaian,
    Koreksi,
    MasukanEvaluasi,
    batas_keberatan,
    belum_didengar,
    boleh_keberatan,
    butir_terbuka,
    hitung,
    nilai_kata,
    sisa_hari,
    terapkan,
)
from ..models import Evaluasi, Keberatan
from ..pilihan import PutusanButir, Tahap


def ketentuan_keberatan(saat: datetime) -> KetentuanKeberatan:
    """The numbers of objection in force at that moment."""
    hari = timezone.localdate(saat)
    return KetentuanKeberatan.dari(Ketentuan.objects.berlaku_pada(JenisKetentuan.KEBERATAN, hari).isi)


@dataclass(frozen=True)
class JamKeberatan:
    """The time to object to one result, half-open [terbit, batas), and the calendar days left at `saat`."""

    terbit: datetime
    batas: datetime
    terbuka: bool
    sisa: int


def jam_keberatan(evaluasi: Evaluasi, saat: datetime) -> JamKeberatan:
    """The clock of one result. It starts when the result could first be read, never earlier: publication is receipt.

    A result that was computed after publication (a late assessor) has its own start.
    """
    jadwal = evaluasi.siklus.jadwal.get(tahap=Tahap.TERBIT)
    terbit = max(filter(None, (jadwal.mulai, jadwal.dilaksanakan_pada, evaluasi.dihitung_pada)))
    ketentuan = KetentuanPenilaian.dari(evaluasi.siklus.ketentuan.isi)
    libur = _libur(terbit) if ketentuan.keberatan_hari_kerja else ()
    batas = batas_keberatan(terbit, ketentuan, libur)
    return JamKeberatan(terbit, batas, boleh_keberatan(terbit, saat, ketentuan, libur), sisa_hari(batas, saat))


def _libur(terbit: datetime) -> frozenset:
    """The days off of the year that follows: they are no working days."""
    mulai = timezone.localdate(terbit)
    return HariLibur.objects.tanggal_antara(mulai, mulai + timedelta(days=366))


def butir_dapat_dipilih(evaluasi: Evaluasi) -> dict[str, Simpul]:
    """The figures of a stored result that can be contested, by key."""
    return butir_terbuka(MasukanEvaluasi.dari_dict(evaluasi.masukan), Simpul.dari_dict(evaluasi.pohon))


def pemeriksa_untuk(pegawai_id: int, penilai_id: int, saat: datetime) -> Pegawai | None:
    """The superior of the assessor that day; where that is the person themselves, the next above.

    Vacant and acting are settled by `atasan_pada`. None at the top: who assesses has no superior here.
    """
    hari, kini, dilihat = saat.astimezone(WITA).date(), penilai_id, {penilai_id}
    while (atasan := rekap_pegawai.atasan_pada(kini, hari)) is not None and atasan.pk not in dilihat:
        if atasan.pk != pegawai_id:
            return atasan
        dilihat.add(atasan.pk)
        kini = atasan.pk
    return None


def yang_belum_didengar(keberatan: Keberatan, saat: datetime) -> tuple:
    """The sides that still have to be heard, or to let their chance pass, before a decision."""
    didengar = set(keberatan.keterangan.values_list("pihak", flat=True))
    return belum_didengar(didengar, keberatan.kesempatan_sampai, saat)


def pratinjau(keberatan: Keberatan, putusan: Mapping[int, dict], saat: datetime, oleh) -> HasilEvaluasi:
    """What that decision would give, computed on a copy. Raises RuleViolation where it cannot be computed.

    `putusan` maps the id of a contested figure to {"putusan", "nilai_baru", "pertimbangan"}.
    """
    return hitung(masukan_putusan(keberatan, putusan, saat, oleh))


def masukan_putusan(keberatan: Keberatan, putusan: Mapping[int, dict], saat: datetime, oleh) -> MasukanEvaluasi:
    """The stored inputs with the figures that the decision changes, and the note of each change."""
    ubah = [satu for satu in keberatan.butir.all() if _diubah(putusan.get(satu.pk))]
    pada = saat.astimezone(WITA).isoformat(timespec="seconds")
    koreksi = tuple(
        Koreksi(
            satu.kunci,
            keberatan.nomor,
            satu.nilai_semula,
            nilai_kata(satu.kunci, putusan[satu.pk]["nilai_baru"]),
            putusan[satu.pk]["pertimbangan"],
            str(oleh),
            pada,
        )
        for satu in ubah
    )
    perubahan = {s.kunci: (putusan[s.pk]["nilai_baru"], putusan[s.pk]["pertimbangan"]) for s in ubah}
    return terapkan(MasukanEvaluasi.dari_dict(keberatan.evaluasi.masukan), perubahan, koreksi)


def _diubah(isi: dict | None) -> bool:
    return bool(isi) and isi["putusan"] == PutusanButir.DIUBAH
