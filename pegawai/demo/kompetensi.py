"""Measured competence and potential for a third of the people, and a few sanctions. PermenPANRB 38/2017, PP 94/2021."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from .bentuk import Disiplin, Orang, Posisi, UkuranKompetensi, UkuranPotensi

#: (key, name, kind) in the order of the regulation; one technical a rumpun: teknis_<rumpun>
ACUAN = (
    ("integritas", "Integritas", "manajerial"), ("kerja_sama", "Kerja sama", "manajerial"),
    ("komunikasi", "Komunikasi", "manajerial"), ("orientasi_pada_hasil", "Orientasi pada hasil", "manajerial"),
    ("pelayanan_publik", "Pelayanan publik", "manajerial"),
    ("pengembangan_diri_dan_orang_lain", "Pengembangan diri dan orang lain", "manajerial"),
    ("mengelola_perubahan", "Mengelola perubahan", "manajerial"),
    ("pengambilan_keputusan", "Pengambilan keputusan", "manajerial"),
    ("perekat_bangsa", "Perekat bangsa", "sosial_kultural"),
)  # fmt: skip
#: level asked by position, PermenPANRB 38/2017 as quoted
LEVEL = {
    "pelaksana": 1, "pengawas": 2, "administrator": 3, "pimpinan_tinggi_pratama": 4, "pemula": 1, "terampil": 2,
    "mahir": 2, "penyelia": 3, "ahli_pertama": 2, "ahli_muda": 3, "ahli_madya": 4, "ahli_utama": 5,
}  # fmt: skip
JENIS_DISIPLIN = (
    ("Teguran lisan", "ringan", 180), ("Teguran tertulis", "ringan", 180),
    ("Pemotongan tunjangan kinerja 25 % selama 6 bulan", "sedang", 183),
    ("Pemotongan tunjangan kinerja 25 % selama 9 bulan", "sedang", 274),
    ("Penurunan jabatan setingkat lebih rendah selama 12 bulan", "berat", 365),
)  # fmt: skip


def level_diminta(posisi: Posisi) -> int:
    """The level that the position asks of every competence."""
    return LEVEL[posisi.jenjang or posisi.jenis_jabatan]


def terukur(orang: list[Orang], posisi: dict[str, Posisi], acak: Random) -> list[Orang]:
    """A third of the people, most of the leaders among them."""
    pimpinan = [o for o in orang if posisi[o.kode_jabatan].keluarga != "kelompok" and acak.random() < 0.85]
    lain = [o for o in orang if posisi[o.kode_jabatan].keluarga == "kelompok" and o.status_pns == "P"]
    return pimpinan + acak.sample(lain, len(orang) // 3 - len(pimpinan))


def ukur(orang: list[Orang], posisi: dict[str, Posisi], hari: date, acak: Random):
    """Ten competences and the assessment centre of each; a bent of the person runs through all of them."""
    kompetensi: list[UkuranKompetensi] = []
    potensi: list[UkuranPotensi] = []
    for satu in orang:
        jabatan = posisi[satu.kode_jabatan]
        dasar, bakat = level_diminta(jabatan), acak.gauss(0, 0.55)
        tanggal = max(satu.tmt, hari - timedelta(days=acak.randint(30, 700)))
        for kunci in [satu[0] for satu in ACUAN] + [f"teknis_{jabatan.rumpun}"]:
            beda = round(bakat + acak.gauss(0.05, 0.6))
            kompetensi.append(UkuranKompetensi(satu.pns_id, kunci, max(1, min(5, dasar + beda)), tanggal))
        nilai = min(98, max(42, round(7500 + 800 * bakat + acak.gauss(0, 700)) / 100))
        potensi.append(UkuranPotensi(satu.pns_id, "assessment_centre", Decimal(f"{nilai:.2f}"), tanggal))
    return kompetensi, potensi


def disiplin(orang: list[Orang], hari: date, acak: Random) -> list[Disiplin]:
    """Eighteen sanctions: some in force, some past."""
    hasil = []
    for satu in acak.sample([o for o in orang if o.jenis == "pns" and o.status_pns == "P"], 18):
        jenis, tingkat, lama = acak.choices(JENIS_DISIPLIN, [5, 5, 3, 2, 1])[0]
        mulai = hari - timedelta(days=acak.randint(20, 500))
        hasil.append(Disiplin(satu.pns_id, jenis, tingkat, mulai, mulai + timedelta(days=lama)))
    return hasil
