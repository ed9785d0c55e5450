"""The files: CSV with a comma, UTF-8, one heading row, dates Y-m-d (siasn.csv: d-m-Y), empty for none."""

import csv
from dataclasses import fields
from datetime import date
from pathlib import Path

from . import kompetensi
from .bentuk import Disiplin, Kota, Layanan, Pejabat, Penempatan, Petugas, Posisi, UkuranKompetensi, UkuranPotensi, Unit
from .siasn import JUDUL

DALAM_SAJA = {"keluarga", "profesi"}
#: file: (attribute of Kota, shape); the columns are the fields of the shape in order
BERKAS = {
    "unit.csv": ("unit", Unit),
    "posisi.csv": ("posisi", Posisi),
    "penempatan.csv": ("penempatan", Penempatan),
    "kompetensi.csv": ("kompetensi", UkuranKompetensi),
    "potensi.csv": ("potensi", UkuranPotensi),
    "layanan.csv": ("layanan", Layanan),
    "petugas.csv": ("petugas", Petugas),
    "disiplin.csv": ("disiplin", Disiplin),
    "pejabat.csv": ("pejabat", Pejabat),
}


def kolom(bentuk: type) -> list[str]:
    """The headings of a file: the fields of its shape."""
    return [satu.name for satu in fields(bentuk) if satu.name not in DALAM_SAJA]


def _teks(nilai: object) -> str:
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)


def _tulis_csv(jalan: Path, judul: list[str], baris) -> None:
    with jalan.open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas, lineterminator="\n")
        penulis.writerow(judul)
        penulis.writerows(baris)


def tulis(kota: Kota, folder: Path | str) -> dict[str, Path]:
    """Write every file of the city into `folder` (made if need be) and return {file name: path}."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    hasil = {}
    for nama, (atribut, bentuk) in BERKAS.items():
        judul = kolom(bentuk)
        baris = [[_teks(getattr(satu, satu_kolom)) for satu_kolom in judul] for satu in getattr(kota, atribut)]
        hasil[nama] = folder / nama
        _tulis_csv(hasil[nama], judul, baris)
    hasil["siasn.csv"] = folder / "siasn.csv"
    _tulis_csv(hasil["siasn.csv"], list(JUDUL), ([satu[judul] for judul in JUDUL] for satu in kota.baris_siasn))
    hasil["kontrak.csv"] = folder / "kontrak.csv"
    kontrak = [[o.pns_id, _teks(o.tmt), _teks(o.kontrak_selesai)] for o in kota.orang if o.kontrak_selesai]
    _tulis_csv(hasil["kontrak.csv"], ["pns_id", "mulai", "selesai"], kontrak)
    hasil["kompetensi_acuan.csv"] = folder / "kompetensi_acuan.csv"
    _tulis_csv(hasil["kompetensi_acuan.csv"], ["kunci", "nama", "jenis", "urutan"], _acuan_kompetensi(kota))
    return hasil


def _acuan_kompetensi(kota: Kota) -> list[list[object]]:
    rumpun = sorted({satu.rumpun for satu in kota.posisi if satu.rumpun})
    teknis = [(f"teknis_{satu}", f"Teknis {satu}", "teknis") for satu in rumpun]
    return [[*satu, urut] for urut, satu in enumerate([*kompetensi.ACUAN, *teknis], 1)]
