"""A person as a row of the national export: 67 columns, dates d-m-Y, 'null' for none."""

from datetime import date

from .acuan import KODE_GOLONGAN, PENDIDIKAN, baca, uuid_dari
from .bentuk import Orang, Posisi, Unit

JUDUL: tuple[str, ...] = tuple(baca("siasn_fields.json")["export_csv_headers"])
AGAMA = {"1": "Islam", "2": "Kristen", "3": "Katolik", "4": "Hindu", "5": "Buddha"}
KAWIN = {"1": "Menikah", "2": "Cerai", "3": "Janda/Duda", "4": "Belum Kawin"}
KEDUDUKAN = {"01": "Aktif", "02": "CLTN", "03": "Tugas Belajar"}
JENIS_PEGAWAI = {"pns": ("12", "PNS Daerah Kabupaten/Kota"), "pppk": ("71", "PPPK")}
JENIS_JABATAN = {"fungsional": ("2", "Jabatan Fungsional"), "pelaksana": ("4", "Jabatan Pelaksana")}
STRUKTURAL = ("1", "Jabatan Struktural")
INSTANSI = (uuid_dari("instansi", "5271"), "Pemerintah Kota Mataram")


def _hari(satu: date | None) -> str:
    return f"{satu:%d-%m-%Y}" if satu else "null"


def baris_siasn(orang: Orang, posisi: Posisi, unit: Unit, tmt_jabatan: date, hari: date) -> dict[str, str]:
    """The row of one person under the headings of `JUDUL`."""
    pns = orang.jenis == "pns"
    masa = (hari.year - orang.tmt.year) * 12 + hari.month - orang.tmt.month
    isi = {
        "PNS ID": orang.pns_id, "NIP BARU": orang.nip, "NAMA": orang.nama, "GELAR DEPAN": orang.gelar_depan,
        "GELAR BELAKANG": orang.gelar_belakang, "TEMPAT LAHIR ID": uuid_dari("tempat", orang.tempat_lahir),
        "TEMPAT LAHIR NAMA": orang.tempat_lahir, "TANGGAL LAHIR": _hari(orang.lahir),
        "JENIS KELAMIN": "M" if orang.kelamin == "L" else "F", "AGAMA ID": orang.agama,
        "AGAMA NAMA": AGAMA[orang.agama],
        "JENIS KAWIN ID": orang.kawin, "JENIS KAWIN NAMA": KAWIN[orang.kawin], "NIK": orang.nik, "NOMOR HP": orang.hp,
        "EMAIL": orang.email, "EMAIL GOV": f"{orang.nip}@mataram.example", "ALAMAT": "Kota Mataram",
        "BPJS": f"000{orang.nik[-10:]}", "KEDUDUKAN HUKUM ID": orang.kedudukan,
        "KEDUDUKAN HUKUM NAMA": KEDUDUKAN[orang.kedudukan], "STATUS CPNS PNS": orang.status_pns,
        "KARTU ASN VIRTUAL": "1",
        "NOMOR SK CPNS": f"813/{orang.nip[-6:]}/BKPSDM/{orang.tmt.year}", "TANGGAL SK CPNS": _hari(orang.tmt),
        "TMT CPNS": _hari(orang.tmt), "TMT GOLONGAN": _hari(orang.tmt_golongan), "MK TAHUN": str(masa // 12),
        "MK BULAN": str(masa % 12), "JABATAN ID": uuid_dari("jabatan", posisi.kode_jabatan),
        "JABATAN NAMA": posisi.nama,
        "TMT JABATAN": _hari(tmt_jabatan), "TINGKAT PENDIDIKAN ID": orang.pendidikan,
        "TINGKAT PENDIDIKAN NAMA": PENDIDIKAN[orang.pendidikan], "PENDIDIKAN ID": uuid_dari("jurusan", orang.jurusan),
        "PENDIDIKAN NAMA": f"{PENDIDIKAN[orang.pendidikan]} {orang.jurusan}", "TAHUN LULUS": str(orang.tahun_lulus),
        "KPKN ID": uuid_dari("kpkn", "Mataram"), "KPKN NAMA": "Mataram", "LOKASI KERJA ID": uuid_dari("lokasi", "5271"),
        "LOKASI KERJA NAMA": "Kota Mataram", "UNOR ID": unit.unor_id, "UNOR NAMA": unit.nama, "IS VALID NIK": "1",
        "NAMA SEKOLAH": orang.sekolah, "FLAG IKD": "1",
    }  # fmt: skip
    if pns and orang.status_pns == "P":
        diangkat = date(orang.tmt.year + 1, orang.tmt.month, 1)
        isi |= {
            "NOMOR SK PNS": f"821/{orang.nip[-6:]}/BKPSDM/{diangkat.year}",
            "TANGGAL SK PNS": _hari(diangkat),
            "TMT PNS": _hari(diangkat),
        }
    pasangan = {
        "JENIS PEGAWAI": JENIS_PEGAWAI[orang.jenis], "JENIS JABATAN": JENIS_JABATAN.get(posisi.jenis_jabatan,
        STRUKTURAL),
        "GOL AWAL": _golongan(orang.golongan_awal), "GOL AKHIR": _golongan(orang.golongan), "INSTANSI INDUK": INSTANSI,
        "INSTANSI KERJA": INSTANSI, "SATUAN KERJA INDUK": INSTANSI, "SATUAN KERJA KERJA": INSTANSI,
    }  # fmt: skip
    for kolom, (kode, nama) in pasangan.items():
        isi[f"{kolom} ID"], isi[f"{kolom} NAMA"] = kode, nama
    return {judul: isi.get(judul) or "null" for judul in JUDUL}


def _golongan(nama: str) -> tuple[str, str]:
    """PNS have a code of two digits; the levels of PPPK (V, IX) have none that was read, so the name stands for it."""
    return KODE_GOLONGAN.get(nama, nama), nama
