"""The ketentuan that the city starts with; a change is a new dated row, not an edit here."""

from ..pilihan import JenisJabatan, JenisKetentuan, Jenjang, Kepastian

BUP = {
    "jenis": {
        JenisJabatan.JPT_PRATAMA.value: 60,
        JenisJabatan.ADMINISTRATOR.value: 58,
        JenisJabatan.PENGAWAS.value: 58,
        JenisJabatan.PELAKSANA.value: 58,
    },
    "jenjang": {
        Jenjang.PEMULA.value: 58,
        Jenjang.TERAMPIL.value: 58,
        Jenjang.MAHIR.value: 58,
        Jenjang.PENYELIA.value: 58,
        Jenjang.AHLI_PERTAMA.value: 58,
        Jenjang.AHLI_MUDA.value: 58,
        Jenjang.AHLI_MADYA.value: 60,
        Jenjang.AHLI_UTAMA.value: 65,
    },
    "guru": 60,
}

STANDAR_LEVEL = {
    "jenis": {
        JenisJabatan.JPT_PRATAMA.value: 4,
        JenisJabatan.ADMINISTRATOR.value: 3,
        JenisJabatan.PENGAWAS.value: 2,
        JenisJabatan.PELAKSANA.value: 1,
    },
    "jenjang": {
        Jenjang.PEMULA.value: 1,
        Jenjang.TERAMPIL.value: 2,
        Jenjang.MAHIR.value: 2,
        Jenjang.PENYELIA.value: 3,
        Jenjang.AHLI_PERTAMA.value: 2,
        Jenjang.AHLI_MUDA.value: 3,
        Jenjang.AHLI_MADYA.value: 4,
        Jenjang.AHLI_UTAMA.value: 5,
    },
}

_MENURUT_JENIS = (JenisJabatan.JPT_PRATAMA, JenisJabatan.ADMINISTRATOR, JenisJabatan.PENGAWAS, JenisJabatan.PELAKSANA)


def _menurut_jabatan(satuan: str) -> dict:
    """Names of the numbers by kind of position and by jenjang: path -> (name, unit, group)."""
    return {f"jenis.{j.value}": (j.label, satuan, "Jabatan pimpinan dan pelaksana") for j in _MENURUT_JENIS} | {
        f"jenjang.{j.value}": (j.label, satuan, "Jabatan fungsional menurut jenjang") for j in Jenjang
    }


#: How people read them: jenis -> path -> (name, unit, group).
SEBUTAN = {
    JenisKetentuan.BUP: _menurut_jabatan("tahun") | {"guru": ("Guru, semua jenjang", "tahun", "Guru")},
    JenisKetentuan.STANDAR_LEVEL: _menurut_jabatan("(tingkat 1 sampai 5)"),
}

#: jenis: (isi, dasar hukum, kepastian)
KETENTUAN_BAWAAN = {
    JenisKetentuan.BUP: (BUP, "PP 11/2017 pasal 239–240; UU 14/2005 untuk guru", Kepastian.LAZIM),
    JenisKetentuan.STANDAR_LEVEL: (STANDAR_LEVEL, "PermenPANRB 38/2017", Kepastian.SALINAN),
}
