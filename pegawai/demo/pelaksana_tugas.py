"""Acting holders of today: the deputy acts for a vacant leader, a few stand in for a day or two."""

from datetime import date, timedelta
from random import Random

from .bentuk import Orang, Penempatan, Posisi
from .riwayat import nomor_sk

PLH = 3


def tunjuk_plt(
    posisi: dict[str, Posisi], orang: dict[str, Orang], lowong: dict[str, bool], kosong_sejak: dict[str, date],
    dahulu: set[tuple[str, str]], hari: date, acak: Random,
) -> list[Penempatan]:  # fmt: skip
    """An acting holder for each vacant position marked so: the highest leader under it, else the senior of the staff.

    `dahulu` are the (person, position) of all placements: who left a seat does not act in it.
    """
    pemegang: dict[str, list[Orang]] = {}
    for satu in orang.values():
        if satu.jenis == "pns" and satu.status_pns == "P" and satu.kedudukan == "01":
            pemegang.setdefault(satu.kode_jabatan, []).append(satu)
    hasil = []
    for kode in [kode for kode, dengan_plt in lowong.items() if dengan_plt]:
        calon = [
            (p.keluarga != "kelompok", p.kelas, "-SEK" in p.kode_unit, -satu.tmt.toordinal(), satu.pns_id)
            for p in posisi.values() if p.kode_jabatan_atasan == kode
            for satu in pemegang.get(p.kode_jabatan, ()) if (satu.pns_id, kode) not in dahulu
        ]  # fmt: skip
        if not calon:
            continue
        ganti = max(calon)[-1]
        mulai = kosong_sejak[kode]
        selesai = mulai + timedelta(days=182)  # three months, renewed once
        hasil.append(Penempatan(ganti, kode, "plt", mulai, selesai, nomor_sk(mulai, acak.randrange(900), "plt")))
    return hasil + _plh(posisi, pemegang, hari, acak)


def sejak_kosong(lowong: dict[str, bool], hari: date, acak: Random) -> dict[str, date]:
    """Since when each vacant seat is empty: lately where somebody acts for it, within the year elsewhere."""
    return {
        kode: hari - timedelta(days=acak.randint(20, 140 if dengan_plt else 330)) for kode, dengan_plt in lowong.items()
    }


def _plh(posisi, pemegang, hari: date, acak: Random) -> list[Penempatan]:
    """Heads of kelurahan on a short leave: their secretary stands in for the week."""
    lurah = [
        p for p in posisi.values()
        if p.keluarga == "lurah" and pemegang.get(p.kode_jabatan) and pemegang.get(f"{p.kode_unit}-SEK.KEPALA")
    ]  # fmt: skip
    hasil = []
    for satu in acak.sample(lurah, PLH):
        ganti = pemegang[f"{satu.kode_unit}-SEK.KEPALA"][0]
        mulai, selesai = hari - timedelta(days=acak.randint(1, 3)), hari + timedelta(days=acak.randint(2, 5))
        hasil.append(
            Penempatan(
                ganti.pns_id, satu.kode_jabatan, "plh", mulai, selesai, nomor_sk(mulai, acak.randrange(900), "plh")
            )
        )
    return hasil
