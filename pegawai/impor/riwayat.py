"""What is known about people by date: placements and discipline."""

from datetime import date

from ..models import HukumanDisiplin, Jabatan, Pegawai, Penempatan
from ..pilihan import JenisPenempatan
from . import nilai
from .putusan import Pengimpor, Periksa, dari_iso, iso, periode, tolak_ganda, tolak_tumpang_tindih

TINGKAT_DISIPLIN = ("ringan", "sedang", "berat")


def orang_dimuat() -> dict[str, tuple[int, str]]:
    """PNS ID -> (id, name) of everyone who is loaded."""
    return {
        str(satu[0]): satu[1:]
        for satu in Pegawai.objects.filter(siasn_id__isnull=False).values_list("siasn_id", "pk", "nama")
    }


def baca_orang(satu: Periksa, orang: dict) -> int | None:
    """Read whom the row is about; returns the id."""
    siasn_id = satu.ambil("pns_id", nilai.uuid_wajib)
    pk, satu.nama = orang.get(siasn_id, (None, ""))
    if siasn_id and pk is None:
        satu.tolak.append("pns_id: pegawai ini tidak dikenal atau barisnya ditolak; muat data pegawai dahulu.")
    satu.kunci = siasn_id or ""
    return pk


def periksa_penempatan(baris, hari: date) -> list[Periksa]:
    """Judge placements: a known person and position, no two definitive ones at once, acting ones with an end."""
    orang, jabatan = orang_dimuat(), dict(Jabatan.objects.values_list("kode", "pk"))
    tersimpan = {_kunci_penempatan(isi): isi for isi in map(_isi_penempatan, Penempatan.objects.all())}
    daftar = [_baca_penempatan(Periksa(satu), orang, jabatan) for satu in baris]
    tolak_ganda(daftar, lambda satu: _kunci_penempatan(satu.isi), "Penempatan yang sama ada pada baris {nomor}.")
    waktu = {}
    for isi in tersimpan.values():
        if isi["jenis"] == JenisPenempatan.DEFINITIF:
            waktu.setdefault(isi["pegawai"], {})[isi["mulai"]] = isi["selesai"]
    definitif = [satu for satu in daftar if satu.isi["jenis"] == JenisPenempatan.DEFINITIF]
    tolak_tumpang_tindih(
        definitif,
        lambda satu: satu.isi["pegawai"],
        waktu,
        "Pegawai ini sudah mempunyai jabatan definitif pada tanggal tersebut.",
    )
    for satu in daftar:
        satu.lama = tersimpan.get(_kunci_penempatan(satu.isi))
    return daftar


def _baca_penempatan(satu: Periksa, orang: dict, jabatan: dict) -> Periksa:
    pegawai = baca_orang(satu, orang)
    kode = satu.ambil("kode_jabatan", nilai.wajib, 60)
    satu.isi = {
        "pegawai": pegawai,
        "jabatan": jabatan.get(kode),
        "jenis": satu.ambil("jenis", nilai.pilihan_wajib, JenisPenempatan),
        "nomor_sk": satu.ambil("nomor_sk", nilai.teks, 80),
    }
    periode(satu)
    if kode and kode not in jabatan:
        satu.tolak.append(f"kode_jabatan: jabatan {kode} tidak dikenal; muat berkas jabatan dahulu.")
    if satu.isi["jenis"] and satu.isi["jenis"] != JenisPenempatan.DEFINITIF and not satu.isi["selesai"]:
        satu.tolak.append("selesai: penugasan Plt., Plh., dan Pj. harus mempunyai tanggal selesai.")
    return satu


def _kunci_penempatan(isi: dict) -> tuple:
    return isi["pegawai"], isi["jabatan"], isi["jenis"], isi["mulai"]


def _isi_penempatan(satu: Penempatan) -> dict:
    return {
        "pegawai": satu.pegawai_id,
        "jabatan": satu.jabatan_id,
        "jenis": satu.jenis,
        "nomor_sk": satu.nomor_sk,
        "mulai": iso(satu.mulai),
        "selesai": iso(satu.selesai),
    }


def muat_penempatan(daftar: list[dict], saat) -> None:
    """Change stored placements first, which closes old ones, then add the new."""
    pk = {_kunci_penempatan(_isi_penempatan(satu)): satu.pk for satu in Penempatan.objects.all()}
    baris = [
        Penempatan(
            pk=pk.get(_kunci_penempatan(isi)),
            pegawai_id=isi["pegawai"],
            jabatan_id=isi["jabatan"],
            jenis=isi["jenis"],
            nomor_sk=isi["nomor_sk"],
            mulai=dari_iso(isi["mulai"]),
            selesai=dari_iso(isi["selesai"]),
        )
        for isi in daftar
    ]
    Penempatan.objects.bulk_update([satu for satu in baris if satu.pk], ["selesai", "nomor_sk"], batch_size=500)
    Penempatan.objects.bulk_create([satu for satu in baris if not satu.pk], batch_size=1000)


def periksa_disiplin(baris, hari: date) -> list[Periksa]:
    """Judge disciplinary sanctions. PP 94/2021: ringan, sedang, berat."""
    orang = orang_dimuat()
    lama = {_kunci_disiplin(isi): isi for isi in map(_isi_disiplin, HukumanDisiplin.objects.all())}
    daftar = []
    for satu in map(Periksa, baris):
        pegawai = baca_orang(satu, orang)
        tingkat = (satu.ambil("tingkat", nilai.wajib, 20) or "").lower()
        if tingkat and tingkat not in TINGKAT_DISIPLIN:
            satu.tolak.append("tingkat: tulis ringan, sedang, atau berat.")
        satu.isi = {"pegawai": pegawai, "jenis": satu.ambil("jenis", nilai.wajib, 120), "tingkat": tingkat}
        periode(satu)
        satu.lama = lama.get(_kunci_disiplin(satu.isi))
        daftar.append(satu)
    tolak_ganda(daftar, lambda satu: _kunci_disiplin(satu.isi), "Hukuman yang sama ada pada baris {nomor}.")
    return daftar


def _kunci_disiplin(isi: dict) -> tuple:
    return isi["pegawai"], isi["jenis"], isi["mulai"]


def _isi_disiplin(satu: HukumanDisiplin) -> dict:
    return {
        "pegawai": satu.pegawai_id,
        "jenis": satu.jenis,
        "tingkat": satu.tingkat,
        "mulai": iso(satu.mulai),
        "selesai": iso(satu.selesai),
    }


def muat_disiplin(daftar: list[dict], saat) -> None:
    pk = {_kunci_disiplin(_isi_disiplin(satu)): satu.pk for satu in HukumanDisiplin.objects.all()}
    baris = [
        HukumanDisiplin(
            pk=pk.get(_kunci_disiplin(isi)),
            pegawai_id=isi["pegawai"],
            jenis=isi["jenis"],
            tingkat=isi["tingkat"],
            mulai=dari_iso(isi["mulai"]),
            selesai=dari_iso(isi["selesai"]),
        )
        for isi in daftar
    ]
    HukumanDisiplin.objects.bulk_update([satu for satu in baris if satu.pk], ["tingkat", "selesai"], batch_size=500)
    HukumanDisiplin.objects.bulk_create([satu for satu in baris if not satu.pk])


PENEMPATAN = Pengimpor(
    ("pns_id", "kode_jabatan", "jenis", "mulai", "selesai", "nomor_sk"), periksa_penempatan, muat_penempatan
)
DISIPLIN = Pengimpor(("pns_id", "jenis", "tingkat", "mulai", "selesai"), periksa_disiplin, muat_disiplin)
