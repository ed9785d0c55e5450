"""Acting holders of today: the deputy acts for a vacant leader, a few stand in for a day or two."""

from datetime import date, timedelta
from random import Random

from .bentuk import Orang, Penempatan, Posisi
from .riwayat import nomor_sk

PLH = 3


def tunjuk_plt(
    posisi: dict[str, Posisi], orang: dict[str, Orang], lowong: dict[str, bool], hari: date, acak: Random
) -> list[Penempatan]:
    """An acting holder for each vacant position marked so: the leader of highest class under it, else the senior of the staff."""
    pemegang: dict[str, list[Orang]] = {}
    for satu in orang.values():
        if satu.jenis == "pns" and satu.status_pns == "P" and satu.kedudukan == "01":
            pemegang.setdefault(satu.kode_jabatan, []).append(satu)
    hasil = []
    for kode in [kode for kode, dengan_plt in lowong.items() if dengan_plt]:
        bawah = [p for p in posisi.values() if p.kode_jabatan_atasan == kode and pemegang.get(p.kode_jabatan)]
        if not bawah:
            continue
        wakil = max(bawah, key=lambda p: (p.kepala_unit, p.kelas, p.golongan_max[:2], p.kode_jabatan))
        ganti = min(pemegang[wakil.kode_jabatan], key=lambda satu: (satu.tmt, satu.pns_id))
        mulai = hari - timedelta(days=acak.randint(20, 110))
        selesai = hari + timedelta(days=acak.randint(30, 150))
        hasil.append(Penempatan(ganti.pns_id, kode, "plt", mulai, selesai, nomor_sk(mulai, acak.randrange(900), "plt")))
    return hasil + _plh(posisi, pemegang, hari, acak)


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
        hasil.append(Penempatan(ganti.pns_id, satu.kode_jabatan, "plh", mulai, selesai, nomor_sk(mulai, acak.randrange(900), "plh")))  # fmt: skip
    return hasil
