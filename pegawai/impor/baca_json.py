"""Rows of a JSON file as SIASN's service hands them out: a list of objects, or one under `data`."""

import json

from mataram_asn.kit.galat import RuleViolation

RUSAK = "Berkas tidak terbaca sebagai JSON. Unduh ulang, atau simpan sebagai CSV UTF-8."


def baris_json(teks: str):
    """The headings of all objects, then each object's cells as the CSV would have them. Numbers keep their digits."""
    daftar = _daftar(teks)
    kepala = list(dict.fromkeys(nama for satu in daftar for nama in satu))
    yield 1, kepala
    for nomor, satu in enumerate(daftar, 1):
        yield nomor, [_sel(satu.get(nama)) for nama in kepala]


def _daftar(teks: str) -> list[dict]:
    try:
        isi = json.loads(teks, parse_float=str, parse_int=str, parse_constant=_tolak, object_pairs_hook=_objek)
    except (ValueError, RecursionError) as galat:
        raise RuleViolation(RUSAK) from galat
    daftar = isi.get("data") if isinstance(isi, dict) else isi
    if not isinstance(daftar, list) or not all(isinstance(satu, dict) for satu in daftar):
        raise RuleViolation("Isi JSON harus daftar objek, satu objek satu baris.")
    return daftar


def _tolak(kata: str):
    raise ValueError(kata)


def _objek(pasangan: list[tuple]) -> dict:
    hasil = dict(pasangan)
    if len(hasil) != len(pasangan):
        raise ValueError("a name stands twice in one object")
    return hasil


def _sel(nilai) -> str:
    """Text; null is nothing, true and false as 1 and 0, what is nested as its JSON."""
    if nilai is None:
        return ""
    if isinstance(nilai, bool):
        return "1" if nilai else "0"
    teks = nilai if isinstance(nilai, str) else json.dumps(nilai, ensure_ascii=False)
    if any("\ud800" <= huruf <= "\udfff" or huruf == "\x00" for huruf in teks):
        raise RuleViolation("Berkas memuat karakter yang bukan huruf (NUL atau setengah pasangan). Unduh ulang.")
    return teks
