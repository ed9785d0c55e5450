"""The codes and columns of SIASN's exchange. Reference codes as published; columns of `skp22` and its neighbours."""

from __future__ import annotations

from kinerja.pilihan import JenisPeriode

from ..pilihan import JenisPertukaran, Periodik, Predikat, Rating

KODE_PREDIKAT = {predikat: kode for kode, predikat in enumerate(Predikat, 1)}
KODE_RATING = {Rating.DI_ATAS: 1, Rating.SESUAI: 2, Rating.DI_BAWAH: 3}
DARI_KODE_PREDIKAT = {str(kode): predikat for predikat, kode in KODE_PREDIKAT.items()}
DARI_KODE_RATING = {str(kode): rating for rating, kode in KODE_RATING.items()}
KODE_PERIODIK = {Periodik.BULANAN: 1, Periodik.TRIWULAN: 2}
DARI_KODE_PERIODIK = {str(kode): periodik for periodik, kode in KODE_PERIODIK.items()}
PERIODIK = {
    JenisPeriode.BULANAN: Periodik.BULANAN,
    JenisPeriode.TRIWULANAN: Periodik.TRIWULAN,
    JenisPeriode.TAHUNAN: Periodik.TAHUNAN,
}

#: The field names of each shape, in their order and spelling ("Penailan" is theirs).
KOLOM = {
    JenisPertukaran.SKP22: (
        "id", "hasilKinerja", "hasilKinerjaNilai", "kuadranKinerja", "KuadranKinerjaNilai", "namaPenilai",
        "nipNrpPenilai", "penilaiGolonganId", "penilaiJabatanNm", "penilaiUnorNm", "perilakuKerja",
        "PerilakuKerjaNilai", "pnsDinilaiId", "statusPenilai", "tahun", "path",
    ),
    JenisPertukaran.PERIODIK: (
        "id", "tahun", "nip", "nama", "hasilKinerja", "hasilKinerjaNilai", "instansiId", "instansiNama", "jabatan",
        "koefisenId", "kriteria", "kuadranKinerjaNilai", "kuadranNilai", "namaPenilai", "penilaiGolonganId",
        "penilaiJabatanNama", "penilaiNipNrp", "penilaiPnsId", "penilaiUnorNm", "perilakuKerja", "perilakuKerjaNilai",
        "periodikId", "periodikNama", "persentase", "pnsDinilaiId", "statusPenilai", "unorId", "unorNama", "path",
    ),
    JenisPertukaran.ANGKA_KREDIT: (
        "id", "pns", "nomorSk", "tanggalSk", "bulanMulaiPenailan", "tahunMulaiPenailan", "bulanSelesaiPenailan",
        "tahunSelesaiPenailan", "kreditUtamaBaru", "kreditPenunjangBaru", "kreditBaruTotal", "rwJabatan",
        "namaJabatan", "isAngkaKreditPertama", "isIntegrasi", "isKonversi", "path", "Sumber",
    ),
}  # fmt: skip


def kata_siasn(label: str) -> str:
    """The words as SIASN writes them: capitals."""
    return label.upper()
