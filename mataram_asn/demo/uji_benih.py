"""Load a seeded city through the product's own importer, look at it with the pre-flight, and take it back."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from evaluasi.aturan.cacat import CACAT
from evaluasi.models import KinerjaOrganisasi
from evaluasi.pilihan import PredikatOrganisasi
from evaluasi.rekap import periksa_periode
from kinerja.models import SKP, HasilKerja, Indikator, Periode
from kinerja.pilihan import Arah, JenisPeriode, StatusSKP
from pegawai.acuan import load_reference
from pegawai.demo import tulis
from pegawai.impor import load_file
from pegawai.models import Jabatan, Pegawai, Penempatan, Pengguna, Unit
from pegawai.pilihan import Peran

from .akun import buat_akun_peran
from .benih import AWALAN, RUMPUN_BARU, Benih
from .kota import BERKAS

#: What the made-up people, units and positions are called by, of each kind of row.
KODE = {"pegawai": "siasn_id", "skp": "pegawai__siasn_id", "jabatan": "kode", "unit": "kode"}
SUMBER = {"pegawai": Pegawai, "skp": SKP, "jabatan": Jabatan, "unit": Unit}


@dataclass(frozen=True)
class Hasil:
    """One line of the answer: a defect, how many were planted, of those found, and found without being planted."""

    kunci: str
    judul: str
    ditanam: int
    ditemukan: int
    keliru: int

    @property
    def tepat(self) -> bool:
        return self.ditanam == self.ditemukan and not self.keliru


def tulis_benih(benih: Benih, folder: Path) -> None:
    """The import files, and beside them `cacat.csv`: which defect was planted at which code or PNS ID."""
    acuan = tulis(benih.kota(), folder)["kompetensi_acuan.csv"]
    baris = acuan.read_text(encoding="utf-8").splitlines(keepends=True)
    acuan.write_text("".join(satu for satu in baris if RUMPUN_BARU not in satu), encoding="utf-8")
    with (folder / "cacat.csv").open("w", encoding="utf-8", newline="") as berkas:
        penulis = csv.writer(berkas, lineterminator="\n")
        penulis.writerow(["cacat", "kode"])
        penulis.writerows([kunci, kode] for kunci in sorted(benih.ditanam) for kode in sorted(benih.ditanam[kunci]))


def uji_benih(benih: Benih, folder: Path) -> tuple[list[Hasil], dict[str, int]]:
    """Write the files, load them, compare what the pre-flight finds with what was planted; nothing is kept.

    Returns the lines and the verdicts of the import. What stood in the database before is not counted.
    """
    tulis_benih(benih, folder)
    with transaction.atomic():
        titik = transaction.savepoint()
        try:
            return _uji(benih, folder)
        finally:
            transaction.savepoint_rollback(titik)


def _uji(benih: Benih, folder: Path) -> tuple[list[Hasil], dict[str, int]]:
    saat = timezone.now()
    load_reference(saat=saat)
    oleh = Pengguna.objects.filter(groups__name=Peran.BKPSDM).first() or buat_akun_peran(
        Pengguna.objects.sistem(), saat
    )
    periode = _periode(benih.hari)
    sebelum = _temuan(periode, benih.hari)
    putusan: dict[str, int] = {}
    for jenis, nama in BERKAS.items():
        if (folder / nama).read_text(encoding="utf-8").count("\n") > 1:
            berkas = load_file(jenis=jenis, nama=nama, isi=(folder / nama).read_bytes(), oleh=oleh, saat=saat)
            putusan = {kunci: putusan.get(kunci, 0) + n for kunci, n in berkas.jumlah.items()} | {
                kunci: n for kunci, n in putusan.items() if kunci not in berkas.jumlah
            }
    _isi_siklus(benih, periode, oleh, saat)
    sesudah = _temuan(periode, benih.hari)
    return [_bandingkan(cacat, benih, sesudah[cacat.kunci] - sebelum[cacat.kunci]) for cacat in CACAT], putusan


def _periode(hari: date) -> Periode:
    kini = timezone.now()
    isi = {"nama": f"Tahun {hari.year}", "selesai": date(hari.year, 12, 31), "isi_dari": kini}
    return Periode.objects.get_or_create(
        jenis=JenisPeriode.TAHUNAN, mulai=date(hari.year, 1, 1), defaults=isi | {"isi_sampai": kini + timedelta(days=9)}
    )[0]


def _temuan(periode: Periode, hari: date) -> dict[str, set[str]]:
    """What is found, by defect, as the codes that the files use."""
    return {
        satu.kunci: _kode(satu.cacat.jenis, [pk for pk, _, _ in satu.baris]) for satu in periksa_periode(periode, hari)
    }


def _kode(jenis: str, pk: list[int]) -> set[str]:
    return set(map(str, SUMBER[jenis].objects.filter(pk__in=pk).values_list(KODE[jenis], flat=True)))


def _bandingkan(cacat, benih: Benih, ada: set[str]) -> Hasil:
    tanam = benih.ditanam.get(cacat.kunci, set())
    return Hasil(cacat.kunci, cacat.judul, len(tanam), len(tanam & ada), len(ada - tanam))


def _isi_siklus(benih: Benih, periode: Periode, oleh, saat) -> None:
    """Plans and the predikat of the offices: they are in no file of people."""
    for kode in benih.unit:
        if benih.unit[kode].jenis == "dinas" and kode not in benih.tanpa_predikat:
            KinerjaOrganisasi.objects.create(
                unit=Unit.objects.get(kode=kode), periode=periode, predikat=PredikatOrganisasi.BAIK, dasar="Contoh uji",
                ditetapkan_oleh=oleh, ditetapkan_pada=saat,
            )  # fmt: skip
    orang = {str(satu.siasn_id): satu for satu in Pegawai.objects.filter(siasn_id__in=benih.skp)}
    jabatan = {satu.kode: satu for satu in Jabatan.objects.filter(kode__startswith=f"{AWALAN}-").select_related("unit")}
    penilai = Penempatan.objects.get(jabatan__kode=f"{AWALAN}.WALI").pegawai
    for pns_id, (status, bobot) in benih.skp.items():
        _skp(orang[pns_id], jabatan[benih.orang[pns_id].kode_jabatan], penilai, status, bobot, periode, saat)


def _skp(pegawai, jabatan, penilai, status, bobot, periode, saat) -> None:
    skp = SKP.objects.create(
        pegawai=pegawai, jabatan=jabatan, unit=jabatan.unit, penilai=penilai, mulai=periode.mulai,
        selesai=periode.selesai, status=status, disetujui_pada=saat if status == StatusSKP.DISETUJUI else None,
    )  # fmt: skip
    hasil = HasilKerja.objects.create(skp=skp, uraian="Hasil uji")
    Indikator.objects.bulk_create(
        Indikator(
            hasil=hasil, uraian=f"Indikator {i}", target=10, satuan="dokumen", arah=Arah.NAIK, bobot=Decimal(satu)
        )
        for i, satu in enumerate(bobot)
    )
