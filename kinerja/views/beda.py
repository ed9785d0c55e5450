"""The differences between two versions of a plan, in the words of the page."""

from decimal import Decimal

from mataram_asn.kit.kata import tulis_angka

from ..aturan.perubahan import HAPUS, TAMBAH
from ..pilihan import (
    Arah,
    Aspek,
    JenisHasil,
    JenisIndikator,
    JenisLampiran,
    NilaiDasar,
    Pendekatan,
    Perspektif,
    SifatTarget,
)

KATA = {
    "arah": dict(Arah.choices),
    "aspek": dict(Aspek.choices),
    "perspektif": dict(Perspektif.choices),
    "sifat": dict(SifatTarget.choices),
    "pendekatan": dict(Pendekatan.choices),
}
ANGKA = {"target", "target_atas", "bobot"}
KEADAAN = {"tambah": "Ditambahkan", "hapus": "Dikeluarkan", "ubah": "Diubah"}
APA = {
    "pendekatan": "Pendekatan",
    "hasil": "Hasil kerja",
    "indikator": "Indikator",
    "perilaku": "Ekspektasi perilaku",
    "lampiran": "Daftar",
}
#: The headings under which differences are read.
BAGIAN = {
    "pendekatan": "Pendekatan",
    "hasil": "Hasil kerja dan indikator",
    "indikator": "Hasil kerja dan indikator",
    "perilaku": "Perilaku kerja",
    "lampiran": "Lampiran",
}
NAMA = {"perilaku": dict(NilaiDasar.choices), "lampiran": dict(JenisLampiran.choices)}


def tulis_beda(beda) -> list[dict]:
    """The differences in the words of the page."""
    return [
        {
            "bagian": BAGIAN[satu.apa],
            "apa": APA[satu.apa],
            "uraian": NAMA[satu.apa].get(satu.kunci, satu.uraian) if satu.apa in NAMA else satu.uraian,
            "keadaan": satu.keadaan,
            "kata": KEADAAN[satu.keadaan],
            "beda": [
                (b.nama, _kata(b.medan, b.lama, satu.satuan), _kata(b.medan, b.baru, satu.satuan))
                for b in _terlihat(satu)
            ],
        }
        for satu in beda
    ]


def _terlihat(satu):
    """Of what is new or gone only what tells; of a change every field."""
    if satu.keadaan in (TAMBAH, HAPUS):
        return [b for b in satu.beda if b.medan in ("target", "target_atas", "bobot", "ekspektasi", "butir")]
    return satu.beda


def _kata(medan: str, nilai: str, satuan: str) -> str:
    """A value as people read it, a number with its unit."""
    if not nilai:
        return ""
    if medan in ANGKA:
        return f"{tulis_angka(Decimal(nilai), 'ringkas')} {'%' if medan == 'bobot' else satuan}"
    if medan == "jenis":
        return dict([*JenisHasil.choices, *JenisIndikator.choices]).get(nilai, nilai)
    return KATA.get(medan, {}).get(nilai, nilai)
