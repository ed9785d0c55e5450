"""Made-up people and a vacancy for the tests of the rules; no database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal as D

from pegawai.pilihan import JenisKetentuan
from talenta.aturan import KETENTUAN_BAWAAN, HasilTahun, KetentuanTalenta, MasaJabatan, Orang, Sasaran

PADA = date(2026, 11, 24)
ISI = KETENTUAN_BAWAAN[JenisKetentuan.TALENTA][0]
KETENTUAN = KetentuanTalenta.dari(ISI)
STANDAR = {"integritas": 2, "kerja_sama": 2, "komunikasi": 2, "perekat_bangsa": 2}
STAF = MasaJabatan(5, "pelaksana", "", "keuangan", date(2020, 1, 1))

#: Meets every requirement of KASI.
ORANG = Orang(
    kunci=1,
    nama="Orang Uji",
    jenis="pns",
    golongan="III/c",
    pendidikan="40",
    lahir=date(1985, 6, 15),
    aktif=True,
    disiplin=False,
    riwayat=(STAF,),
    tahunan=(HasilTahun(2025, D("104.00"), D("100.00"), "baik"), HasilTahun(2024, D("98.00"), D("102.00"), "baik")),
    ukuran=dict(STANDAR),
    unsur={"assessment_centre": D("80")},
    jp=20,
    keluar=date(2043, 7, 1),
)
KASI = Sasaran(
    jabatan_id=9,
    nama="Kepala Seksi Uji",
    jenis="pengawas",
    jenjang="",
    rumpun="keuangan",
    tanggal=PADA,
    golongan_min="III/b",
    pendidikan_min="30",
    golongan_atasan="IV/a",
    standar=STANDAR,
)
KABID = replace(
    KASI, jabatan_id=10, nama="Kepala Bidang Uji", jenis="administrator", golongan_min="III/c", golongan_atasan="IV/c"
)
KADIS = replace(
    KASI,
    jabatan_id=11,
    nama="Kepala Dinas Uji",
    jenis="pimpinan_tinggi_pratama",
    golongan_min="IV/a",
    golongan_atasan="",
)


def jabatan(jenis: str, mulai: date, selesai: date | None = None, **lain) -> MasaJabatan:
    """A placement in position 7 unless told otherwise."""
    isi = {"jabatan_id": 7, "jenjang": "", "rumpun": "keuangan"} | lain
    return MasaJabatan(jenis=jenis, mulai=mulai, selesai=selesai, **isi)
