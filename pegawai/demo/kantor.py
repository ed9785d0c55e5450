"""The offices: the mayor, the secretariat, dinas and badan with their bidang, seksi and UPTD."""

from .acuan import AWAL, baca
from .bentuk import Posisi
from .rangka import Rangka, bagi

#: whom the heads of offices answer to: the rest stand under the Sekda, so that nobody leads more than 25
LANGSUNG_WALI_KOTA = frozenset(
    {"ITKO", "SETWAN", "SATPOLPP", "BKD", "BKPSDM", "BAPPEDA", "BALITBANG", "KESBANGPOL", "BPBD"}
)
NAMA_KEPALA = {
    "SETDA": "Sekretaris Daerah",
    "SETWAN": "Sekretaris DPRD",
    "ITKO": "Inspektur",
    "BPBD": "Kepala Pelaksana Badan Penanggulangan Bencana Daerah",
}
STAF_AHLI = (
    ("Staf Ahli Bidang Pemerintahan, Hukum, dan Politik", "pemerintahan"),
    ("Staf Ahli Bidang Ekonomi, Keuangan, dan Pembangunan", "ekonomi"),
    ("Staf Ahli Bidang Kemasyarakatan dan Sumber Daya Manusia", "sosial"),
)


def puncak(rangka: Rangka) -> None:
    """The mayor (not an employee), the Sekda, the three expert staff and the three assistants."""
    rangka.simpan(
        Posisi("MTR.KEPALA", "Wali Kota Mataram", "MTR", "pimpinan_daerah", "", None, 1, "", True, "", "", "", "", AWAL)
    )
    rangka.pimpinan("SETDA", NAMA_KEPALA["SETDA"], "II.a", "MTR.KEPALA", "pemerintahan", "sekda")
    for nama, rumpun in STAF_AHLI:
        rangka.pimpinan("SETDA", nama, "II.b", "MTR.KEPALA", rumpun, "kadis", kepala=False)
    for nomor, rumpun in ((1, "pemerintahan"), (2, "ekonomi"), (3, "umum")):
        kode = f"SETDA-AS{nomor}"
        nama = next(satu.nama for satu in rangka.unit if satu.kode == kode)
        rangka.pimpinan(kode, nama, "II.b", "SETDA.KEPALA", rumpun, "asisten")


def bagian_setda(rangka: Rangka, kode: str, nama: str, asisten: str, isi: dict) -> None:
    """A bagian of the secretariat: subbagian where the table names them, else functional staff."""
    kepala = rangka.pimpinan(kode, f"Kepala {nama}", "III.a", f"{asisten}.KEPALA", isi["rumpun"], "kabid")
    if isi.get("seksi"):
        _seksi(rangka, kode, kepala, isi)
    else:
        rangka.staf(kode, kepala, isi["staf"], isi["rumpun"], isi["jf"], isi["jft"])


def _seksi(rangka: Rangka, induk: str, kepala: str, isi: dict) -> None:
    banyak = bagi(isi["staf"], dict.fromkeys(isi["seksi"], 1))
    for urut, nama in enumerate(isi["seksi"], 1):
        jenis = "subbagian" if nama.startswith("Subbagian") else "seksi"
        kode = rangka.tambah_unit(f"{induk}-S{urut}", nama, jenis, induk)
        kasi = rangka.pimpinan(kode, f"Kepala {nama}", "IV.a", kepala, isi["rumpun"], "kasi")
        rangka.staf(kode, kasi, banyak.get(nama, 0), isi["rumpun"], isi["jf"], isi["jft"])


def kantor(rangka: Rangka, kode: str, nama: str, isi: dict) -> None:
    """An office: its head, its sekretariat with two subbagian, its bidang and UPTD."""
    atasan = "MTR.KEPALA" if kode in LANGSUNG_WALI_KOTA else "SETDA.KEPALA"
    kepala = rangka.pimpinan(kode, NAMA_KEPALA.get(kode, f"Kepala {nama}"), "II.b", atasan, isi["rumpun"], "kadis")
    if isi["sek"]:
        sekretariat(rangka, kode, nama, kepala, isi["sek"], isi["rumpun"])
    for urut, (nama_bidang, seksi) in enumerate(isi["bidang"], 1):
        _bidang(rangka, f"{kode}-B{urut}", nama_bidang, kode, kepala, isi | {"seksi": seksi})
    for urut, (nama_uptd, banyak) in enumerate(isi.get("uptd", []), 1):
        unit = rangka.tambah_unit(f"{kode}-U{urut}", nama_uptd, "uptd", kode)
        ketua = rangka.pimpinan(unit, f"Kepala {nama_uptd}", "IV.a", kepala, isi["rumpun"], "kasi")
        rangka.staf(unit, ketua, banyak, isi["rumpun"], isi["jf"], isi["jft"])


def sekretariat(rangka: Rangka, kode: str, nama: str, kepala: str, banyak: int, rumpun: str, eselon="III.a") -> str:
    """The sekretariat of an office; returns the position of the secretary."""
    unit = rangka.tambah_unit(f"{kode}-SEK", f"Sekretariat {nama}", "sekretariat", kode)
    sekretaris = rangka.pimpinan(unit, f"Sekretaris {nama}", eselon, kepala, rumpun, "kabid")
    bawah = "IV.a" if eselon == "III.a" else "IV.b"
    for urut, (subbagian, pokok, ahli) in enumerate(
        (
            ("Subbagian Umum dan Kepegawaian", "umum", ["Arsiparis", "Analis Sumber Daya Manusia Aparatur"]),
            ("Subbagian Perencanaan dan Keuangan", "keuangan", ["Perencana", "Analis Keuangan Pusat dan Daerah"]),
        ),
        1,
    ):
        anak = rangka.tambah_unit(f"{unit}-S{urut}", subbagian, "subbagian", unit)
        kasubag = rangka.pimpinan(anak, f"Kepala {subbagian} {nama}", bawah, sekretaris, pokok, "kasi")
        rangka.staf(anak, kasubag, banyak, pokok, ahli if banyak > 3 else [], [])
    return sekretaris


def _bidang(rangka: Rangka, unit: str, nama: str, induk: str, kepala: str, isi: dict) -> None:
    jenis = "bagian" if nama.startswith("Bagian") else "bidang"
    rangka.tambah_unit(unit, nama, jenis, induk)
    setingkat = "III.b" if jenis == "bidang" and not nama.startswith("Inspektur") else "III.a"
    sebutan = nama if nama.startswith("Inspektur") else f"Kepala {nama}"
    kabid = rangka.pimpinan(unit, sebutan, setingkat, kepala, isi["rumpun"], "kabid")
    if isi["seksi"]:
        _seksi(rangka, unit, kabid, isi)
    else:
        rangka.staf(unit, kabid, isi["staf"], isi["rumpun"], isi["jf"], isi["jft"])


def semua_kantor(rangka: Rangka) -> None:
    """Every office and bagian of the table over the real units already in `rangka`."""
    tabel = baca("kantor.json")
    puncak(rangka)
    for satu in list(rangka.unit):
        isi = tabel.get(satu.kode)
        if isi and satu.jenis == "bagian":
            bagian_setda(rangka, satu.kode, satu.nama, satu.kode_induk, isi)
        elif isi:
            kantor(rangka, satu.kode, satu.nama, isi)
