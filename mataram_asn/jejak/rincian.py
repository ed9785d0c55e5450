"""What the details of an audit row say: names instead of numbers, words instead of codes, before and after."""

import datetime as dt
from importlib import import_module

from django.db.models import TextChoices
from django.utils.dateparse import parse_date, parse_datetime

from mataram_asn.kit.kata import tulis_saat, tulis_tanggal
from pegawai.models import Pegawai

#: The word of a key; what is not here is written with its underscores as blanks.
LABEL = {
    "skp": "SKP nomor", "atas_nama": "atas nama", "wakil": "wakil", "kepada": "kepada", "pegawai": "pegawai",
    "pemeriksa": "pemeriksa", "atasan": "atasan", "sidik": "sidik isi", "jp": "jam pelajaran", "hasil": "hasil",
    "penempatan": "penempatan nomor", "kalibrasi": "kalibrasi nomor", "mencabut": "mencabut kalibrasi nomor",
    "menggantikan": "menggantikan nomor", "disalin_dari": "disalin dari nomor", "tutup_baru": "ditutup lagi",
    "iku": "IKU", "skp_baru": "SKP baru",
}  # fmt: skip
ORANG = {"pegawai", "wakil", "kepada", "pemeriksa", "atasan", "atas_nama"}
#: Acts whose "dari" and "ke" are people.
ALIH = {"lembar.dialihkan"}
#: Told elsewhere or of no use to a reader.
DIAM = {"kunci"}


def _kata_pilihan() -> dict[str, str]:
    """Every stored word of the apps with its label; the first app to say it wins."""
    kata: dict[str, str] = {}
    for app in ("evaluasi", "kinerja", "pegawai", "pelatihan", "talenta"):
        for isi in vars(import_module(f"{app}.pilihan")).values():
            if isinstance(isi, type) and issubclass(isi, TextChoices) and isi is not TextChoices:
                kata = dict(isi.choices) | kata
    return {nilai: label for nilai, label in kata.items() if not nilai.isdigit()}


PILIHAN = _kata_pilihan()


def orang_disebut(baris) -> dict[int, str]:
    """The names of the people whom these rows mention by number. One query."""
    nomor = {nilai for satu in baris for kunci, nilai in satu.rincian.items() if _orang(satu.aksi, kunci, nilai)}
    return {satu.pk: satu.nama_lengkap for satu in Pegawai.objects.filter(pk__in=nomor)}


def _orang(aksi: str, kunci: str, nilai) -> bool:
    return type(nilai) is int and (kunci in ORANG or (aksi in ALIH and kunci in ("dari", "ke")))


def tulis_rincian(satu, nama: dict[int, str]) -> list[tuple[str, str, str]]:
    """(label, before, after) of each detail; `before` is "" where nothing stood before."""
    isi = {kunci: nilai for kunci, nilai in satu.rincian.items() if kunci not in DIAM}

    def kata(kunci):
        nilai = isi[kunci]
        if _orang(satu.aksi, kunci, nilai):
            return nama.get(nilai, f"pegawai nomor {nilai}")
        return tulis_nilai(nilai)

    hasil, terpakai = [], set()
    if {"dari", "ke"} <= isi.keys():
        hasil.append(("berubah", kata("dari"), kata("ke")))
        terpakai |= {"dari", "ke"}
    if "sebelumnya" in isi and (kini := next((k for k in isi if k not in {"sebelumnya", "menggantikan"}), None)):
        hasil.append((_label(kini), kata("sebelumnya"), kata(kini)))
        terpakai |= {"sebelumnya", kini}
    for kunci, nilai in isi.items():
        if kunci not in terpakai:
            hasil += _satu(kunci, nilai, kata)
    return [(label, lama, baru) for label, lama, baru in hasil if lama or baru]


def _satu(kunci: str, nilai, kata):
    """One detail; a pair of values is before and after, a map of such pairs is one line each."""
    if kunci in ("ubah", "beda") and isinstance(nilai, dict):
        for nama, pasangan in nilai.items():
            dua = isinstance(pasangan, list) and len(pasangan) == 2
            yield (
                (_label(nama), tulis_nilai(pasangan[0]), tulis_nilai(pasangan[1]))
                if dua
                else (_label(nama), "", tulis_nilai(pasangan))
            )
    elif kunci == "predikat" and isinstance(nilai, list) and len(nilai) == 2:
        yield _label(kunci), tulis_nilai(nilai[0]), tulis_nilai(nilai[1])
    else:
        yield _label(kunci), "", kata(kunci)


def _label(kunci: str) -> str:
    return LABEL.get(kunci, str(kunci).replace("_", " "))


def tulis_nilai(nilai) -> str:
    """A stored value as people read it."""
    if nilai is None or nilai == "":
        return ""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, dict):
        return ", ".join(f"{PILIHAN.get(k, _label(k))} {tulis_nilai(v)}".strip() for k, v in nilai.items())
    if isinstance(nilai, list):
        return ", ".join(filter(None, map(tulis_nilai, nilai)))
    return _kata(str(nilai))


def _kata(teks: str) -> str:
    if teks in PILIHAN:
        return PILIHAN[teks]
    try:
        if len(teks) == 10 and (hari := parse_date(teks)):
            return tulis_tanggal(hari)
        if "T" in teks[10:11] and (saat := parse_datetime(teks)):
            return tulis_saat(saat if saat.tzinfo else saat.replace(tzinfo=dt.UTC))
    except ValueError:
        pass
    return teks[:500]
