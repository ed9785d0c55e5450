"""The service counters and who serves at them."""

from datetime import date
from random import Random

from .bentuk import Layanan, Orang, Petugas, Posisi, Unit

#: counters beside those of kelurahan and puskesmas: (code, name, unit, officers)
LOKET = (
    ("disdukcapil-ktp", "Pelayanan KTP dan KIA", "DISDUKCAPIL-B1", 6),
    ("disdukcapil-akta", "Pelayanan Akta Pencatatan Sipil", "DISDUKCAPIL-B2", 5),
    ("dpmptsp-berusaha", "Loket Perizinan Berusaha", "DPMPTSP-B2", 5),
    ("dpmptsp-nonberusaha", "Loket Perizinan Nonberusaha", "DPMPTSP-B3", 4),
    ("rsud-igd", "Instalasi Gawat Darurat RSUD", "RSUD-R01", 6),
    ("rsud-rawat-jalan", "Rawat Jalan RSUD", "RSUD-R02", 6),
    ("rsud-farmasi", "Loket Farmasi RSUD", "RSUD-P03", 4),
    ("dinsos-layanan", "Layanan Sosial Terpadu", "DINSOS-B2", 5),
    ("dinsos-rehabilitasi", "Layanan Rehabilitasi Sosial", "DINSOS-B1-S1", 3),
    ("disnaker-ak1", "Kartu Pencari Kerja (AK-1)", "DISNAKER-B1", 4),
    ("dishub-kir", "Pengujian Kendaraan Bermotor", "DISHUB-U1", 5),
    ("bkd-pajak", "Loket Pajak Daerah", "BKD-B5-S1", 4),
    ("disarpus-baca", "Layanan Perpustakaan Umum", "DISARPUS-B2", 4),
)


def susun_layanan(
    unit: tuple[Unit, ...],
    posisi: dict[str, Posisi],
    orang: list[Orang],
    sejak: dict[str, date],
    hari: date,
    acak: Random,
):
    """74 counters and two to six officers each, from the staff of their unit; `sejak` is when each came to the seat."""
    loket = list(LOKET)
    for satu in (u for u in unit if u.selesai is None):
        if satu.jenis == "kelurahan":
            loket.append((f"{satu.kode.lower()}-layanan", f"Pelayanan {satu.nama}", satu.kode, acak.randint(2, 4)))
        elif satu.jenis == "puskesmas":
            loket.append((f"{satu.kode.lower()}-layanan", f"Pelayanan {satu.nama}", satu.kode, acak.randint(4, 6)))
    staf: dict[str, list[Orang]] = {}
    for satu in orang:
        unit_kerja = posisi[satu.kode_jabatan].kode_unit
        for kode in {unit_kerja, unit_kerja.rsplit("-", 1)[0]}:
            staf.setdefault(kode, []).append(satu)
    layanan, petugas = [], []
    for kode, nama, unit_kerja, banyak in loket:
        layanan.append(Layanan(kode, nama, unit_kerja))
        calon = sorted(staf[unit_kerja], key=lambda satu: (posisi[satu.kode_jabatan].kelas, satu.pns_id))
        for satu in acak.sample(calon[: banyak + 4], min(banyak, len(calon))):
            petugas.append(Petugas(kode, satu.pns_id, max(date(hari.year - 1, 1, 1), sejak[satu.pns_id])))
    return layanan, petugas
