"""The second path: the same figures from the stored inputs, computed another way.

It reads the stored JSON directly, reckons in long decimals instead of fractions, and shares nothing with the first
path but the rounding. A result whose figures differ from these was not computed from its inputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Context, Decimal, localcontext
from itertools import pairwise

from mataram_asn.kit.angka import bulat

_PRESISI = Context(prec=90)
#: Far below any true difference and far above the error of 90 digits: 99.994999… becomes the 99.995 it stands for.
_BERSIH = Decimal("1e-45")

_SANGAT_BAIK, _BAIK, _BUTUH, _KURANG, _SANGAT_KURANG = (
    "sangat_baik",
    "baik",
    "butuh_perbaikan",
    "kurang",
    "sangat_kurang",
)


def hitung_ulang(masukan: Mapping) -> dict:
    """The figures of a result from its stored inputs, by their stored names: indices as Decimal, the rest as text."""
    with localcontext(_PRESISI):
        ketentuan = masukan["ketentuan"]
        hasil = _bulat(_indeks_hasil(masukan, ketentuan))
        perilaku = _bulat(_indeks_perilaku(masukan, ketentuan))
        usul_hasil = _kata(hasil, ketentuan)
        if masukan["kepala"]:
            usul_hasil = {"istimewa": "di_atas", "baik": "sesuai"}.get(masukan["predikat_organisasi"], "di_bawah")
        usul_perilaku = _kata(perilaku, ketentuan)
    akhir = {"hasil": masukan["rating_hasil"] or usul_hasil, "perilaku": masukan["rating_perilaku"] or usul_perilaku}
    for perubahan in masukan.get("kalibrasi", ()):
        akhir[perubahan["sumbu"]] = perubahan["ke"]
    rating_hasil, rating_perilaku = akhir["hasil"], akhir["perilaku"]
    return {
        "indeks_hasil": hasil,
        "indeks_perilaku": perilaku,
        "usul_hasil": usul_hasil,
        "usul_perilaku": usul_perilaku,
        "rating_hasil": rating_hasil,
        "rating_perilaku": rating_perilaku,
        "predikat": _predikat(rating_hasil, rating_perilaku),
    }


def selisih(tersimpan: Mapping, masukan: Mapping) -> tuple[str, ...]:
    """Where the stored figures are not what the stored inputs give; empty when all agree."""
    return tuple(
        f"{nama}: tersimpan {tersimpan[nama]}, seharusnya {seharusnya}"
        for nama, seharusnya in hitung_ulang(masukan).items()
        if tersimpan[nama] != seharusnya
    )


def _bulat(nilai: Decimal) -> Decimal:
    return bulat(nilai.quantize(_BERSIH))


def _kata(indeks: Decimal, ketentuan: Mapping) -> str:
    if indeks < Decimal(ketentuan["ambang_sesuai"]):
        return "di_bawah"
    return "sesuai" if indeks < Decimal(ketentuan["ambang_di_atas"]) else "di_atas"


def _predikat(hasil: str, perilaku: str) -> str:
    """Read by columns: bad conduct first, then bad results, then whether both exceed."""
    if perilaku == "di_bawah":
        return _SANGAT_KURANG if hasil == "di_bawah" else _KURANG
    if hasil == "di_bawah":
        return _BUTUH
    return _SANGAT_BAIK if hasil == perilaku == "di_atas" else _BAIK


def _nilai_kata(kata: str, ketentuan: Mapping, awalan: str = "nilai") -> Decimal:
    return Decimal(ketentuan[f"{awalan}_{kata}"])


def _indeks_hasil(masukan: Mapping, ketentuan: Mapping) -> Decimal:
    atas = bawah = tambahan = Decimal(0)
    for indikator in masukan["indikator"]:
        if indikator["tidak_dinilai"]:
            continue
        dicapai = _capaian(indikator, masukan, ketentuan)
        usul = None if dicapai is None else _kata(_bulat(dicapai), ketentuan)
        kata = indikator["rating"] or usul
        if indikator["jenis_hasil"] != "utama":
            tambahan += _nilai_kata(kata, ketentuan, "tambahan")
            continue
        bobot = Decimal(indikator["bobot"])
        bawah += bobot
        atas += bobot * (dicapai if kata == usul else _nilai_kata(kata, ketentuan))
    jumlah = atas / bawah + min(tambahan, Decimal(ketentuan["tambahan_batas"]))
    return min(jumlah, Decimal(ketentuan["batas_indeks"]))


def _capaian(indikator: Mapping, masukan: Mapping, ketentuan: Mapping) -> Decimal | None:
    if indikator["jenis"] != "kuantitatif" or indikator["realisasi"] is None or indikator["target"] is None:
        return None
    bagian = _bagian_tahun(masukan) if indikator["sifat"] == "kumulatif" else Decimal(1)
    sasaran, nyata = Decimal(indikator["target"]) * bagian, Decimal(indikator["realisasi"])
    if indikator["arah"] == "rentang":
        ujung = Decimal(indikator["target_atas"]) * bagian
        jarak = max(sasaran - nyata, nyata - ujung, Decimal(0))
        persen = 100 - 100 * jarak / (ujung - sasaran)
    elif sasaran == 0:
        persen = Decimal(0) if nyata else Decimal(100)
    elif indikator["arah"] == "turun":
        persen = 200 - 100 * nyata / sasaran
    else:
        persen = 100 * nyata / sasaran
    return max(Decimal(0), min(persen, Decimal(ketentuan["batas_capaian"])))


def _bagian_tahun(masukan: Mapping) -> Decimal:
    awal, akhir, sampai = (
        date.fromisoformat(masukan[nama]).toordinal() for nama in ("skp_mulai", "skp_selesai", "selesai")
    )
    return Decimal(sampai - awal + 1) / Decimal(akhir - awal + 1)


def _indeks_perilaku(masukan: Mapping, ketentuan: Mapping) -> Decimal:
    """The seven of the atasan, then what the public moves, kept inside its bound."""
    dari_atasan = {satu["nilai"]: _nilai_kata(satu["rating"], ketentuan) for satu in masukan["perilaku"]}
    dasar = sum(dari_atasan.values()) / 7
    geser = Decimal(0)
    for nilai, unsur in (("berorientasi_pelayanan", ("wajah", "perilaku")), ("kompeten", ("kompetensi",))):
        geser += _geser(dari_atasan[nilai], unsur, masukan, ketentuan) / 7
    batas = Decimal(ketentuan["publik_batas"])
    geser = max(-batas, min(batas, geser))
    return min(dasar + geser, Decimal(ketentuan["batas_indeks"]))


def _geser(atasan: Decimal, unsur: tuple, masukan: Mapping, ketentuan: Mapping) -> Decimal:
    """By how much the public moves one value: w · z · (publik − atasan)."""
    for siapa, pihak in (("publik_sendiri", "publik"), ("publik_layanan", "layanan")):
        jawaban = masukan[siapa] or {}
        suara = [sum(kolom) for kolom in zip((0, 0, 0, 0), *(jawaban[satu] for satu in unsur if jawaban))]
        n = sum(suara)
        if n and n >= ketentuan[f"{pihak}_minimum"]:
            rata = Decimal(suara[0] + 2 * suara[1] + 3 * suara[2] + 4 * suara[3]) / n
            z = n / (n + Decimal(ketentuan["publik_k"]))
            return Decimal(ketentuan[f"{pihak}_bobot"]) * z * (_peta(25 * rata, ketentuan["konversi"]) - atasan)
    return Decimal(0)


def _peta(nilai: Decimal, tabel: list) -> Decimal:
    """Climb the table: every band adds its slope times the part of it that was reached."""
    hasil = Decimal(tabel[0][1])
    for (x0, y0), (x1, y1) in pairwise(tabel):
        lebar = Decimal(x1) - Decimal(x0)
        capai = max(Decimal(0), min(nilai - Decimal(x0), lebar))
        hasil += (Decimal(y1) - Decimal(y0)) * capai / lebar
    return hasil
