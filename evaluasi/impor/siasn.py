"""Predikat of former years or of another agency: `skp22` and `kinerjaperiodik` as SIASN hands them out.

What this system computed itself is never overwritten: the same row is "sama", another one is refused.
"""

from datetime import date
from functools import partial

from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.galat import RuleViolation
from pegawai.impor import nilai
from pegawai.impor.putusan import Periksa, tolak_ganda

from ..aturan.siasn import DARI_KODE_PERIODIK, DARI_KODE_PREDIKAT, DARI_KODE_RATING, PERIODIK
from ..models import Evaluasi, RiwayatKinerja
from ..models.hasil import SEL_SAH
from ..pilihan import JenisPertukaran, Periodik
from ..rekap.tahun import predikat_tahun
from .berkas import Bentuk, Orang

TAHUN_AWAL = 2022  # the predikat of PermenPANRB 6/2022; older years have numbers, not these words

#: By shape: where each thing stands. The two shapes spell their columns differently.
LETAK = {
    JenisPertukaran.SKP22: {
        "hasil": "hasilKinerjaNilai",
        "perilaku": "PerilakuKerjaNilai",
        "predikat": "KuadranKinerjaNilai",
        "nip_penilai": "nipNrpPenilai",
        "jabatan_penilai": "penilaiJabatanNm",
    },
    JenisPertukaran.PERIODIK: {
        "hasil": "hasilKinerjaNilai",
        "perilaku": "perilakuKerjaNilai",
        "predikat": "kuadranKinerjaNilai",
        "nip_penilai": "penilaiNipNrp",
        "jabatan_penilai": "penilaiJabatanNama",
    },
}


def _periksa(jenis: str, baris, hari: date) -> list[Periksa]:
    daftar = [Periksa(satu) for satu in baris]
    orang = Orang()
    for satu in daftar:
        _baca(satu, jenis, orang, hari.year)
    tolak_ganda(daftar, lambda satu: _kunci(satu.isi), "Predikat yang sama ada pada baris {nomor}.")
    _bandingkan(daftar, jenis)
    return daftar


def _baca(satu: Periksa, jenis: str, orang: Orang, tahun_kini: int) -> None:
    letak = LETAK[jenis]
    pns_id = satu.ambil("pnsDinilaiId", nilai.uuid) or ""
    nip = (satu.baris.sel.get("nip", "") or "").strip().lstrip("'")
    satu.kunci = pns_id or nip
    pegawai, satu.nama = orang.cari(pns_id, nip)
    if pegawai is None and not satu.tolak:
        satu.tolak.append("Pegawai ini belum ada; muat dahulu ekspor Data ASN.")
    putusan = {
        "hasil": satu.ambil(letak["hasil"], _kode, DARI_KODE_RATING),
        "perilaku": satu.ambil(letak["perilaku"], _kode, DARI_KODE_RATING),
        "predikat": satu.ambil(letak["predikat"], _kode, DARI_KODE_PREDIKAT),
    }
    if all(putusan.values()) and tuple(putusan.values()) not in SEL_SAH:
        satu.tolak.append("Predikat tidak sesuai dengan matriks hasil kerja dan perilaku kerja.")
    satu.isi = putusan | {
        "pegawai": pegawai,
        "tahun": satu.ambil("tahun", nilai.bulat, TAHUN_AWAL, tahun_kini),
        "periodik": Periodik.TAHUNAN.value,
        "nama_periode": "",
        "id_siasn": satu.ambil("id", nilai.teks, 64),
        "instansi": satu.ambil("instansiNama", nilai.teks, 200) if jenis == JenisPertukaran.PERIODIK else "",
        "penilai": _penilai(satu, letak),
    }
    if jenis == JenisPertukaran.PERIODIK:
        satu.isi["periodik"] = satu.ambil("periodikId", _kode, DARI_KODE_PERIODIK)
        satu.isi["nama_periode"] = satu.ambil("periodikNama", nilai.wajib, 40)


def _kode(sel: str, tabel: dict) -> str:
    bersih = nilai.ada(sel)
    if bersih not in tabel:
        raise RuleViolation(f"“{bersih[:20]}” bukan kode; pakai {', '.join(tabel)}")
    return str(tabel[bersih].value)


def _penilai(satu: Periksa, letak: dict) -> dict:
    isi = {
        "nama": satu.ambil("namaPenilai", nilai.teks, 160),
        "nip": (satu.ambil(letak["nip_penilai"], nilai.teks, 40) or "").lstrip("'"),
        "pns_id": satu.ambil("penilaiPnsId", nilai.teks, 40) if "penilaiPnsId" in satu.baris.sel else "",
        "golongan": satu.ambil("penilaiGolonganId", nilai.teks, 5),
        "jabatan": satu.ambil(letak["jabatan_penilai"], nilai.teks, 200),
        "unor": satu.ambil("penilaiUnorNm", nilai.teks, 200),
        "status": satu.ambil("statusPenilai", nilai.teks, 20),
    }
    return {nama: teks or "" for nama, teks in isi.items()}


def _kunci(isi: dict) -> tuple | None:
    """Person, year, kind and name of the stretch; None where one is missing."""
    kunci = (isi.get("pegawai"), isi.get("tahun"), isi.get("periodik"), isi.get("nama_periode"))
    return None if None in kunci else kunci


def _bandingkan(daftar: list[Periksa], jenis: str) -> None:
    """Set what is stored beside each row: our own results first, then rows loaded before."""
    sah = [satu for satu in daftar if not satu.tolak]
    pegawai = {satu.isi["pegawai"] for satu in sah}
    tahun = {satu.isi["tahun"] for satu in sah}
    sendiri = _hasil_sendiri(jenis, pegawai, tahun)
    lama = {}
    for baris in RiwayatKinerja.objects.berlaku().filter(pegawai__in=pegawai, tahun__in=tahun):
        lama[baris.pegawai_id, baris.tahun, baris.periodik, baris.nama_periode] = baris
    for satu in sah:
        kunci = _kunci(satu.isi)
        if kunci in sendiri:
            _banding_sendiri(satu, sendiri[kunci])
        elif kunci in lama:
            satu.lama = _isi_tersimpan(lama[kunci])


def _banding_sendiri(satu: Periksa, milik: set[tuple]) -> None:
    if (satu.isi["hasil"], satu.isi["perilaku"], satu.isi["predikat"]) in milik:
        satu.lama = satu.isi
    else:
        satu.tolak.append("Sistem ini sudah menetapkan predikat lain untuk periode itu; impor tidak mengubahnya.")


def _hasil_sendiri(jenis: str, pegawai: set[int], tahun: set[int]) -> dict[tuple, set[tuple]]:
    """By key: the (results, conduct, predikat) that this system published; a quarter may have several segments."""
    hasil: dict[tuple, set[tuple]] = {}
    if jenis == JenisPertukaran.SKP22:
        for satu_tahun in tahun:
            for pk, satu in predikat_tahun(pegawai, satu_tahun).items():
                kunci = (pk, satu_tahun, Periodik.TAHUNAN.value, "")
                hasil[kunci] = {(satu.rating_hasil.value, satu.rating_perilaku.value, satu.predikat.value)}
        return hasil
    baris = (
        Evaluasi.objects.filter(pegawai__in=pegawai, siklus__periode__mulai__year__in=tahun)
        .exclude(siklus__periode__jenis=JenisPeriode.TAHUNAN)
        .terbit()
        .berlaku()
        .values_list(
            "pegawai_id", "siklus__periode__mulai__year", "siklus__periode__jenis", "siklus__periode__nama",
            "rating_hasil", "rating_perilaku", "predikat",
        )
    )  # fmt: skip
    for pk, satu_tahun, jenis_periode, nama, *putusan in baris:
        hasil.setdefault((pk, satu_tahun, PERIODIK[jenis_periode].value, nama), set()).add(tuple(putusan))
    return hasil


def _isi_tersimpan(baris: RiwayatKinerja) -> dict:
    return {
        "hasil": baris.rating_hasil,
        "perilaku": baris.rating_perilaku,
        "predikat": baris.predikat,
        "pegawai": baris.pegawai_id,
        "tahun": baris.tahun,
        "periodik": baris.periodik,
        "nama_periode": baris.nama_periode,
        "id_siasn": baris.id_siasn,
        "instansi": baris.instansi,
        "penilai": baris.penilai,
    }


def _refuse_own(jenis: str, isi: list[dict]) -> None:
    """A result published since the check stands above the file."""
    sendiri = _hasil_sendiri(jenis, {satu["pegawai"] for satu in isi}, {satu["tahun"] for satu in isi})
    if any(_kunci(satu) in sendiri for satu in isi):
        raise RuleViolation("Sementara itu sistem menerbitkan hasil untuk salah satu baris. Unggah sekali lagi.")


def _kolom(isi: dict) -> tuple[dict, dict]:
    kunci = {nama: isi[nama] for nama in ("tahun", "periodik", "nama_periode")} | {"pegawai_id": isi["pegawai"]}
    return kunci, {
        "rating_hasil": isi["hasil"],
        "rating_perilaku": isi["perilaku"],
        "predikat": isi["predikat"],
        "id_siasn": isi["id_siasn"],
        "instansi": isi["instansi"] or "",
        "penilai": isi["penilai"],
    }


BENTUK = {jenis: Bentuk(partial(_periksa, jenis), _refuse_own, _kolom, RiwayatKinerja) for jenis in LETAK}
