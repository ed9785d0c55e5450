"""Measured competence and potential, and the standard's list of competences. PermenPANRB 38/2017."""

from datetime import date

from ..models import Kompetensi, UkuranKompetensi, UkuranPotensi
from ..pilihan import JenisKompetensi
from . import nilai
from .putusan import Pengimpor, Periksa, dari_iso, iso, tolak_ganda
from .riwayat import baca_orang, orang_dimuat


def periksa_acuan(baris, hari: date) -> list[Periksa]:
    """Judge the list of competences, keyed on its short name."""
    lama = {satu["kunci"]: satu for satu in Kompetensi.objects.values("kunci", "nama", "jenis", "urutan")}
    daftar = []
    for satu in map(Periksa, baris):
        satu.kunci = satu.ambil("kunci", nilai.wajib, 50) or ""
        satu.nama = satu.ambil("nama", nilai.wajib, 120) or ""
        satu.isi = {
            "kunci": satu.kunci,
            "nama": satu.nama,
            "jenis": satu.ambil("jenis", nilai.pilihan_wajib, JenisKompetensi),
            "urutan": satu.ambil("urutan", nilai.bulat, 0, 999),
        }
        satu.lama = lama.get(satu.kunci)
        daftar.append(satu)
    tolak_ganda(daftar, lambda satu: satu.kunci, "kunci: sama dengan baris {nomor}.")
    return daftar


def muat_acuan_kompetensi(daftar: list[dict], saat) -> None:
    """Write the confirmed competences."""
    Kompetensi.objects.bulk_create(
        [Kompetensi(**isi) for isi in daftar],
        update_conflicts=True,
        unique_fields=["kunci"],
        update_fields=["nama", "jenis", "urutan"],
    )


def periksa_kompetensi(baris, hari: date) -> list[Periksa]:
    """Judge measured levels, 1 to 5, of a known competence, not in the future."""
    orang, kunci = orang_dimuat(), dict(Kompetensi.objects.values_list("kunci", "pk"))
    lama = {
        (satu[0], satu[1], iso(satu[3])): satu[2]
        for satu in UkuranKompetensi.objects.values_list("pegawai_id", "kompetensi_id", "level", "diukur_pada")
    }
    daftar = []
    for satu in map(Periksa, baris):
        pegawai = baca_orang(satu, orang)
        nama = satu.ambil("kompetensi", nilai.wajib, 50)
        if nama and nama not in kunci:
            satu.tolak.append(f"kompetensi: {nama} tidak ada dalam standar.")
        satu.isi = {
            "pegawai": pegawai,
            "kompetensi": kunci.get(nama),
            "level": satu.ambil("level", nilai.bulat, 1, 5),
            "pada": _hari_lalu(satu, "tanggal_ukur", hari),
        }
        level = lama.get((pegawai, kunci.get(nama), satu.isi["pada"]))
        satu.lama = satu.isi | {"level": level} if level is not None else None
        daftar.append(satu)
    tolak_ganda(
        daftar,
        lambda satu: (satu.isi["pegawai"], satu.isi["kompetensi"], satu.isi["pada"]),
        "Ukuran yang sama ada pada baris {nomor}.",
    )
    return daftar


def muat_kompetensi(daftar: list[dict], saat) -> None:
    UkuranKompetensi.objects.bulk_create(
        [
            UkuranKompetensi(
                pegawai_id=isi["pegawai"],
                kompetensi_id=isi["kompetensi"],
                level=isi["level"],
                diukur_pada=dari_iso(isi["pada"]),
                sumber="Impor",
            )
            for isi in daftar
        ],
        update_conflicts=True,
        unique_fields=["pegawai", "kompetensi", "diukur_pada"],
        update_fields=["level"],
        batch_size=2000,
    )


def periksa_potensi(baris, hari: date) -> list[Periksa]:
    """Judge measured potential, 0 to 100, not in the future."""
    orang = orang_dimuat()
    lama = {
        (satu[0], satu[1], iso(satu[3])): str(satu[2])
        for satu in UkuranPotensi.objects.values_list("pegawai_id", "unsur", "nilai", "diukur_pada")
    }
    daftar = []
    for satu in map(Periksa, baris):
        pegawai, angka = baca_orang(satu, orang), satu.ambil("nilai", nilai.desimal, 0, 100)
        satu.isi = {
            "pegawai": pegawai,
            "unsur": satu.ambil("unsur", nilai.wajib, 40),
            "nilai": None if angka is None else f"{angka:.2f}",
            "pada": _hari_lalu(satu, "tanggal", hari),
        }
        sebelumnya = lama.get((pegawai, satu.isi["unsur"], satu.isi["pada"]))
        satu.lama = satu.isi | {"nilai": sebelumnya} if sebelumnya is not None else None
        daftar.append(satu)
    tolak_ganda(
        daftar,
        lambda satu: (satu.isi["pegawai"], satu.isi["unsur"], satu.isi["pada"]),
        "Ukuran yang sama ada pada baris {nomor}.",
    )
    return daftar


def muat_potensi(daftar: list[dict], saat) -> None:
    UkuranPotensi.objects.bulk_create(
        [
            UkuranPotensi(
                pegawai_id=isi["pegawai"], unsur=isi["unsur"], nilai=isi["nilai"], diukur_pada=dari_iso(isi["pada"])
            )
            for isi in daftar
        ],
        update_conflicts=True,
        unique_fields=["pegawai", "unsur", "diukur_pada"],
        update_fields=["nilai"],
        batch_size=2000,
    )


def _hari_lalu(satu: Periksa, judul: str, hari: date) -> str | None:
    pada = satu.ambil(judul, nilai.tanggal_wajib)
    if pada and pada > hari:
        satu.tolak.append(f"{judul}: belum terjadi; periksa tanggalnya.")
    return iso(pada)


ACUAN = Pengimpor(("kunci", "nama", "jenis", "urutan"), periksa_acuan, muat_acuan_kompetensi)
KOMPETENSI = Pengimpor(("pns_id", "kompetensi", "level", "tanggal_ukur"), periksa_kompetensi, muat_kompetensi)
POTENSI = Pengimpor(("pns_id", "unsur", "nilai", "tanggal"), periksa_potensi, muat_potensi)
