"""The whole city from a seed and a day."""

from dataclasses import replace
from datetime import date

from .acuan import acak, uuid_dari
from .bentuk import Kota, Orang, Pejabat, Posisi, Unit, Vonis
from .cacat import baris_ditolak, nip_untuk, sebar, sunting_baris, tandai
from .kompetensi import disiplin, terukur, ukur
from .layanan import susun_layanan
from .nama import Penamaan
from .orang import PemberiNIP, Pencatat
from .pelaksana_tugas import sejak_kosong, tunjuk_plt
from .pengisian import Kursi, isi_kursi, lowong_pimpinan
from .riwayat import susun_riwayat
from .siasn import baris_siasn
from .susunan import GABUNG, hari_gabung, susun

CLTN, TUGAS_BELAJAR = 3, 7
CADANGAN = 20


def buat(seed: int, hari: date) -> Kota:
    """Generate the city as it stands on `hari`; the same seed and day give the same city."""
    rangka = susun(hari, acak(seed, "susunan"))
    semua = {satu.kode_jabatan: satu for satu in rangka.posisi}
    kini = {kode: satu for kode, satu in semua.items() if satu.selesai is None}
    lowong = lowong_pimpinan(kini, acak(seed, "lowong"))
    orang, sebab, cadangan = _orang(seed, hari, kini, isi_kursi(kini, lowong, acak(seed, "kursi")))
    menurut_id = {satu.pns_id: satu for satu in orang}
    kosong_sejak = sejak_kosong(lowong, hari, acak(seed, "kosong"))
    gabung = (hari_gabung(hari), *GABUNG)
    penempatan = susun_riwayat(semua, menurut_id, hari, acak(seed, "riwayat"), gabung, kosong_sejak)
    sejak = {satu.pns_id: satu.mulai for satu in penempatan if satu.jenis == "definitif" and satu.selesai is None}
    dahulu = {(satu.pns_id, satu.kode_jabatan) for satu in penempatan}
    penempatan += tunjuk_plt(kini, menurut_id, lowong, kosong_sejak, dahulu, hari, acak(seed, "plt"))
    terpilih = terukur(orang, kini, acak(seed, "terukur"))
    kompetensi, potensi = ukur(terpilih, kini, hari, acak(seed, "ukur"))
    unit = tuple(rangka.unit)
    layanan, petugas = susun_layanan(unit, kini, orang, sejak, hari, acak(seed, "layanan"))
    baris, vonis = _baris(seed, hari, orang, cadangan, sebab, kini, unit, sejak)
    return Kota(
        seed, hari, unit, tuple(rangka.posisi), tuple(orang), (wali_kota(seed, hari),), _urut(penempatan),
        tuple(kompetensi), tuple(potensi), tuple(layanan), tuple(petugas),
        tuple(disiplin(orang, hari, acak(seed, "disiplin"))), baris, vonis,
    )  # fmt: skip


def wali_kota(seed: int, hari: date) -> Pejabat:
    """The mayor: an assessor with a made-up name, not an employee, in office for five years."""
    nama, _ = Penamaan(acak(seed, "wali kota")).baru("L")
    mulai = date(hari.year - 2 if hari.month < 3 else hari.year - 1, 2, 20)
    return Pejabat(
        uuid_dari("pejabat", seed, 1),
        nama,
        "H.",
        "S.E., M.Si.",
        "L",
        "walikota@mataram.example",
        "MTR.KEPALA",
        date(mulai.year - 4, 2, 20),
        date(mulai.year + 4, 2, 19),
    )


def _orang(seed: int, hari: date, posisi: dict[str, Posisi], kursi: list[Kursi]):
    """(people, {pns_id: reason of warning}, spare people for the refused rows)."""
    pencatat, beri = Pencatat(seed, hari), PemberiNIP()
    mentah = [pencatat.mentah(satu) for satu in kursi]
    sebab = tandai(mentah, posisi, acak(seed, "peringatan"))
    staf = [k for k in kursi if k.posisi.jenis_jabatan == "pelaksana" and k.jenis == "pns" and not k.pensiun]
    cadangan = [pencatat.mentah(satu) for satu in staf[:CADANGAN]]
    orang = [Orang(**satu, nip=nip_untuk(satu, sebab.get(satu["pns_id"]), beri)) for satu in mentah]
    _kedudukan(orang, posisi, sebab, seed, hari)
    return orang, sebab, [Orang(**satu, nip=nip_untuk(satu, None, beri)) for satu in cadangan]


def _kedudukan(orang: list[Orang], posisi: dict[str, Posisi], sebab: dict[str, str], seed: int, hari: date) -> None:
    """A few on unpaid leave (02) or on study assignment (03): younger PNS of the staff."""
    calon = [
        i for i, satu in enumerate(orang)
        if satu.jenis == "pns" and satu.status_pns == "P" and hari.year - satu.lahir.year < 45
        and posisi[satu.kode_jabatan].keluarga == "kelompok" and satu.pns_id not in sebab
    ]  # fmt: skip
    for urut, i in enumerate(acak(seed, "kedudukan").sample(calon, CLTN + TUGAS_BELAJAR)):
        orang[i] = replace(orang[i], kedudukan="02" if urut < CLTN else "03")


def _baris(seed, hari, orang, cadangan, sebab, posisi, unit: tuple[Unit, ...], sejak):
    """(rows of siasn.csv in file order, what must become of each)."""
    acak_baris = acak(seed, "baris")
    unit_kini = {satu.kode: satu for satu in unit if satu.selesai is None}

    def baris(satu: Orang, tmt: date) -> dict[str, str]:
        jabatan = posisi[satu.kode_jabatan]
        return baris_siasn(satu, jabatan, unit_kini[jabatan.kode_unit], tmt, hari)

    acak_urut = acak_baris.sample(orang, len(orang))
    baik = [sunting_baris(baris(o, sejak[o.pns_id]), sebab.get(o.pns_id), i) for i, o in enumerate(acak_urut)]
    # the doubles repeat rows that are themselves without fault
    bersih = [satu for satu in baik if satu["PNS ID"] not in sebab]
    ditolak = baris_ditolak(bersih, [baris(o, o.tmt) for o in cadangan])
    urut = sebar(baik, ditolak, acak_baris)
    vonis = [
        Vonis(i, satu["PNS ID"], "ditolak", salah) if salah
        else Vonis(i, satu["PNS ID"], "peringatan" if satu["PNS ID"] in sebab else "muat", sebab.get(satu["PNS ID"],
          ""))
        for i, (satu, salah) in enumerate(urut, 1)
    ]  # fmt: skip
    return tuple(satu for satu, _ in urut), tuple(vonis)


def _urut(penempatan):
    return tuple(sorted(penempatan, key=lambda p: (p.pns_id, p.mulai, p.jenis, p.kode_jabatan)))
