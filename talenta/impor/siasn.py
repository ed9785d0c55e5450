"""Angka kredit of former years or of another agency: `angkakredit` as SIASN hands it out.

What this system converted itself is never overwritten: the same row is "sama", another one over its months is refused.
"""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaluasi.impor import Bentuk, Orang
from evaluasi.pilihan import JenisPertukaran, Predikat
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka
from pegawai.impor import nilai
from pegawai.impor.putusan import Periksa, iso, tolak_ganda
from pegawai.pilihan import Jenjang
from pegawai.rekap import penempatan_pada

from ..aturan import konversi
from ..aturan.siasn import jenjang_dari_nama, rentang_bulan
from ..models import RiwayatAngkaKredit, TambahanAngkaKredit
from ..pilihan import JenisRiwayatAK, JenisTambahan
from ..rekap.angka_kredit import ketentuan_angka_kredit
from ..rekap.masa import TEMPAT, masa_konversi

TAHUN_AWAL, TAHUN_KONVERSI = 1990, 2022
MAKS = 2000
TANDA = {
    "isAngkaKreditPertama": JenisRiwayatAK.PERTAMA,
    "isIntegrasi": JenisRiwayatAK.INTEGRASI,
    "isKonversi": JenisRiwayatAK.KONVERSI,
}
ASAL = {"id": 64, "rwJabatan": 64, "namaJabatan": 200, "path": 500, "Sumber": 60}
BERTUMPUK = "Bulannya bertumpuk dengan konversi lain pegawai ini; satu bulan dihitung satu kali."


def _periksa(baris, hari: date) -> list[Periksa]:
    daftar, orang = [Periksa(satu) for satu in baris], Orang()
    for satu in daftar:
        _baca(satu, orang, hari)
    _lengkapi_jenjang(daftar)
    batas = ketentuan_angka_kredit(hari)[1]
    for satu in daftar:
        if not satu.tolak:
            _periksa_angka(satu, batas)
    tolak_ganda(daftar, _kunci, "Angka kredit yang sama ada pada baris {nomor}.")
    _ingatkan_ganda([satu for satu in daftar if not satu.tolak])
    _bandingkan(daftar)
    return daftar


def _baca(satu: Periksa, orang: Orang, hari: date) -> None:
    satu.kunci = satu.ambil("pns", nilai.uuid_wajib) or ""
    pegawai, satu.nama = orang.cari(satu.kunci)
    if pegawai is None and not satu.tolak:
        satu.tolak.append("PNS ID ini belum ada; muat dahulu ekspor Data ASN.")
    asal = {nama: _teks(satu, nama, maks) for nama, maks in ASAL.items()}
    satu.isi = {
        "pegawai": pegawai,
        "jenis": _jenis(satu),
        "jenjang": jenjang_dari_nama(asal["namaJabatan"]),
        **_masa(satu, hari),
        **_kredit(satu),
        "nomor_sk": _teks(satu, "nomorSk", 120),
        "tanggal_sk": iso(satu.ambil("tanggalSk", nilai.tanggal)),
        "asal": asal,
    }


def _teks(satu: Periksa, judul: str, maks: int) -> str:
    """Text; the apostrophe that keeps a long number whole in a spreadsheet is not part of it."""
    satu.baris.sel[judul] = satu.baris.sel.get(judul, "").strip().removeprefix("'")
    return satu.ambil(judul, nilai.teks, maks) or ""


def _jenis(satu: Periksa) -> str | None:
    ya = [jenis for judul, jenis in TANDA.items() if satu.ambil(judul, nilai.ya_tidak)]
    if len(ya) > 1:
        satu.tolak.append("Pilih satu saja dari angka kredit pertama, integrasi, dan konversi.")
    return str((ya or [JenisRiwayatAK.PENETAPAN])[0].value)


def _masa(satu: Periksa, hari: date) -> dict:
    ujung = [
        satu.ambil("tahunMulaiPenailan", nilai.bulat, TAHUN_AWAL, hari.year),
        satu.ambil("bulanMulaiPenailan", nilai.bulat, 1, 12),
        satu.ambil("tahunSelesaiPenailan", nilai.bulat, TAHUN_AWAL, hari.year),
        satu.ambil("bulanSelesaiPenailan", nilai.bulat, 1, 12),
    ]
    if None in ujung:
        return {"mulai": None, "selesai": None}
    mulai, selesai = rentang_bulan(*ujung)
    if selesai < mulai:
        satu.tolak.append("Masa penilaian berakhir sebelum mulai; tukar atau perbaiki.")
    return {"mulai": mulai.isoformat(), "selesai": selesai.isoformat()}


def _kredit(satu: Periksa) -> dict:
    jumlah = satu.ambil("kreditBaruTotal", nilai.angka_kredit, MAKS)
    bagian = []
    for judul in ("kreditUtamaBaru", "kreditPenunjangBaru"):
        ada = nilai.ada(satu.baris.sel.get(judul, ""))
        bagian.append(satu.ambil(judul, nilai.angka_kredit, MAKS) if ada else None)
    if jumlah is None or (bagian[0] is None and nilai.ada(satu.baris.sel.get("kreditUtamaBaru", ""))):
        return {}
    penunjang = bagian[1] or Decimal(0)
    utama = jumlah - penunjang if bagian[0] is None else bagian[0]
    if utama < 0 or abs(utama + penunjang - jumlah) > Decimal("0.001"):
        satu.tolak.append("kreditBaruTotal bukan jumlah kredit utama dan penunjang; periksa desimalnya.")
    return {"utama": _tulis(utama), "penunjang": _tulis(penunjang), "angka": _tulis(jumlah)}


def _tulis(angka: Decimal) -> str:
    return str(bulat(angka, 5))


def _lengkapi_jenjang(daftar: list[Periksa]) -> None:
    """A row whose position names no jenjang is of the functional position held on its last day."""
    tanpa = defaultdict(list)
    for satu in daftar:
        if not satu.tolak and not satu.isi["jenjang"]:
            tanpa[satu.isi["selesai"]].append(satu)
    for hari, semua in tanpa.items():
        tempat = penempatan_pada({satu.isi["pegawai"] for satu in semua}, date.fromisoformat(hari))
        for satu in semua:
            di = tempat.get(satu.isi["pegawai"])
            if di and di.jabatan.jenjang:
                _sebut_jenjang(satu.isi, Jenjang(di.jabatan.jenjang))
            else:
                satu.tolak.append("namaJabatan: jenjangnya tidak disebut; tulis misalnya Guru Ahli Pertama.")


def _sebut_jenjang(isi: dict, jenjang: Jenjang) -> None:
    """Keep the name with its jenjang, so that our own export reads the same whatever the person holds by then."""
    isi["jenjang"] = jenjang
    isi["asal"]["namaJabatan"] = f"{isi['asal']['namaJabatan'][:180]} {jenjang.label}".strip()


def _periksa_angka(satu: Periksa, ketentuan) -> None:
    """A conversion lies in one year and is no more than the best predikat gives."""
    isi = satu.isi
    isi["jenjang"] = str(Jenjang(isi["jenjang"]).value)
    if isi["jenis"] != JenisRiwayatAK.KONVERSI:
        return
    mulai, selesai = date.fromisoformat(isi["mulai"]), date.fromisoformat(isi["selesai"])
    if mulai.year != selesai.year or mulai.year < TAHUN_KONVERSI:
        satu.tolak.append(f"Konversi dihitung dalam satu tahun, sejak {TAHUN_KONVERSI}.")
        return
    paling = konversi(Predikat.SANGAT_BAIK, isi["jenjang"], selesai.month - mulai.month + 1, ketentuan)
    if Fraction(Decimal(isi["angka"])) > paling + Fraction(1, 100):
        satu.tolak.append(
            f"kreditBaruTotal: paling banyak {tulis_angka(bulat(paling, 2))} bagi jenjang dan bulan itu; "
            "periksa desimalnya."
        )


def _ingatkan_ganda(sah: list[Periksa]) -> None:
    """Older angka kredit that BKPSDM recorded by hand may be the same one: a person looks, the file does not decide."""
    lama = TambahanAngkaKredit.objects.filter(
        jenis=JenisTambahan.LAMA, pegawai__in={satu.isi["pegawai"] for satu in sah}
    )
    dicatat = set(lama.values_list("pegawai_id", "jenjang"))
    for satu in sah:
        if satu.isi["jenis"] != JenisRiwayatAK.KONVERSI and (satu.isi["pegawai"], satu.isi["jenjang"]) in dicatat:
            satu.ingat.append(
                "BKPSDM sudah mencatat angka kredit lama pegawai ini; periksa agar tidak terhitung ganda."
            )


def _kunci(satu: Periksa) -> tuple | None:
    """Person, kind, jenjang and stretch; None where one is missing."""
    kunci = tuple(satu.isi.get(nama) for nama in ("pegawai", "jenis", "jenjang", "mulai", "selesai"))
    return None if None in kunci else kunci


def _bandingkan(daftar: list[Periksa]) -> None:
    """Set what is stored beside each row: our own conversions first, then rows loaded before."""
    sah = [satu for satu in daftar if not satu.tolak]
    milik = masa_konversi({satu.isi["pegawai"] for satu in sah})
    tersimpan = RiwayatAngkaKredit.objects.berlaku().filter(pegawai__in={satu.isi["pegawai"] for satu in sah})
    lama = {(isi := _isi_tersimpan(satu), _kunci_isi(isi))[1]: isi for satu in tersimpan}
    for satu in sah:
        kena = _kena(satu.isi, milik)
        if kena:
            _banding_sendiri(satu, kena)
        else:
            satu.lama = lama.get(_kunci(satu))
    _tolak_bertumpuk([satu for satu in sah if not satu.tolak], lama, milik)


def _kena(isi: dict, milik: dict) -> list:
    """Our conversions whose months this conversion has too."""
    if isi["jenis"] != JenisRiwayatAK.KONVERSI:
        return []
    return [
        satu
        for satu in milik.get(isi["pegawai"], ())
        if satu.mulai.isoformat() <= isi["selesai"] and isi["mulai"] <= satu.selesai.isoformat()
    ]


def _banding_sendiri(satu: Periksa, kena: list) -> None:
    isi = satu.isi
    sama = (isi["jenjang"], isi["mulai"], isi["selesai"], bulat(Decimal(isi["angka"]), TEMPAT))
    if any(sama == (m.jenjang, m.mulai.isoformat(), m.selesai.isoformat(), m.angka) for m in kena):
        satu.lama = isi
    else:
        satu.tolak.append("Sistem ini sudah mengonversi bulan itu dengan hasil lain; impor tidak mengubahnya.")


def _tolak_bertumpuk(sah: list[Periksa], lama: dict, milik: dict) -> None:
    """Refuse conversions of the file whose months another conversion of the person, in it or stored, has too."""
    dalam, diterima = {_kunci(satu) for satu in sah}, defaultdict(list)
    for kunci, isi in lama.items():
        if kunci not in dalam and not _kena(isi, milik):
            diterima[kunci[0]].append(isi)
    for satu in sah:
        if any(_bertumpuk(satu.isi, lain) for lain in diterima[satu.isi["pegawai"]]):
            satu.tolak.append(BERTUMPUK)
        else:
            diterima[satu.isi["pegawai"]].append(satu.isi)


def _bertumpuk(satu: dict, lain: dict) -> bool:
    keduanya = satu["jenis"] == lain["jenis"] == JenisRiwayatAK.KONVERSI
    return keduanya and satu["mulai"] <= lain["selesai"] and lain["mulai"] <= satu["selesai"]


def _kunci_isi(isi: dict) -> tuple:
    return tuple(isi[nama] for nama in ("pegawai", "jenis", "jenjang", "mulai", "selesai"))


def _isi_tersimpan(satu: RiwayatAngkaKredit) -> dict:
    return {
        "pegawai": satu.pegawai_id,
        "jenis": satu.jenis,
        "jenjang": satu.jenjang,
        "mulai": satu.mulai.isoformat(),
        "selesai": satu.selesai.isoformat(),
        "utama": _tulis(satu.utama),
        "penunjang": _tulis(satu.penunjang),
        "angka": _tulis(satu.angka),
        "nomor_sk": satu.nomor_sk,
        "tanggal_sk": iso(satu.tanggal_sk),
        "asal": satu.asal,
    }


def _tolak_milik(jenis: str, isi: list[dict]) -> None:
    """A conversion written since the check stands above the file."""
    milik = masa_konversi({satu["pegawai"] for satu in isi})
    if any(_kena(satu, milik) for satu in isi):
        raise RuleViolation("Sementara itu sistem mengonversi bulan salah satu baris. Unggah sekali lagi.")


def _kolom(isi: dict) -> tuple[dict, dict]:
    kunci = {nama: isi[nama] for nama in ("jenis", "jenjang", "mulai", "selesai")} | {"pegawai_id": isi["pegawai"]}
    return kunci, {nama: isi[nama] for nama in ("utama", "penunjang", "angka", "nomor_sk", "tanggal_sk", "asal")}


BENTUK = {JenisPertukaran.ANGKA_KREDIT: Bentuk(_periksa, _tolak_milik, _kolom, RiwayatAngkaKredit)}
