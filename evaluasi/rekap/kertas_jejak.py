"""The whole explanation of a result or of a year on paper: its tree with every level open, and the numbers used.

Nothing in it depends on who looks or when: the same result gives the same page.
"""

from mataram_asn.kit.kata import tulis_angka, tulis_nip
from mataram_asn.kit.pohon import datar

from ..aturan import butir_penilaian
from ..models import Evaluasi, EvaluasiTahunan
from .kertas import rentang

TEMPLAT = "evaluasi/jejak/kertas.html"
DALAM = 8  # the deepest indent of the page


def jejak_evaluasi(evaluasi: Evaluasi) -> dict:
    """The explanation of one result (with siklus, skp.jabatan, skp.unit, pegawai, penilai, ketentuan)."""
    sub = f"{evaluasi.siklus} · {rentang(evaluasi.mulai, evaluasi.selesai)}"
    tempat = f"{evaluasi.skp.jabatan}, {evaluasi.skp.unit}"
    return _kertas(evaluasi, sub, (tempat,), evaluasi.dihitung_pada) | {"bagian": [_bagian("Jejak angka", evaluasi)]}


def jejak_tahun(tahunan: EvaluasiTahunan, segmen: list[Evaluasi]) -> dict:
    """The explanation of a year: its own tree, then that of each of these parts, each with its root."""
    tempat = [f"Bagian {n}: {satu.skp.jabatan}, {satu.skp.unit}" for n, satu in enumerate(segmen, 1)]
    sub = f"{tahunan.siklus} · {tulis_angka(tahunan.hari, 'ringkas')} hari dalam beberapa bagian"
    bagian = [_bagian("Jejak angka setahun", tahunan)] + [
        _bagian(f"Jejak angka bagian {n}: {rentang(satu.mulai, satu.selesai)}", satu)
        for n, satu in enumerate(segmen, 1)
    ]
    return _kertas(tahunan, sub, tuple(tempat), tahunan.ditetapkan_pada) | {"bagian": bagian}


def _bagian(judul: str, satu: Evaluasi | EvaluasiTahunan) -> dict:
    return {
        "judul": judul,
        "akar": satu.akar,
        "baris": [(min(tingkat, DALAM), simpul) for tingkat, simpul in datar(satu.pohon)],
    }


def _kertas(satu: Evaluasi | EvaluasiTahunan, sub: str, tempat: tuple[str, ...], saat) -> dict:
    orang = satu.pegawai
    nip = (f"NIP {tulis_nip(orang.nip)}",) if orang.nip else ()
    return {
        "objek": satu,
        "sub": sub,
        "kepala": (
            ("Pegawai yang dinilai", (orang.nama_lengkap, *nip, *tempat)),
            ("Pejabat penilai kinerja", (satu.penilai.nama_lengkap,)),
            ("Predikat kinerja", (satu.get_predikat_display(),)),
            ("Hasil kerja", (_indeks(satu.indeks_hasil, satu.get_rating_hasil_display()),)),
            ("Perilaku kerja", (_indeks(satu.indeks_perilaku, satu.get_rating_perilaku_display()),)),
        ),
        "butir": butir_penilaian(satu.masukan["ketentuan"]),
        "terbit": saat.isoformat(),
        "saat": saat,
    }


def _indeks(indeks, rating: str) -> str:
    return f"{tulis_angka(indeks)} dari 120, {rating.lower()}"
