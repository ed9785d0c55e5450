"""Write many rows at once by COPY, with ids known beforehand so that rows can name each other."""

import io
import json
import re
from datetime import datetime

from django.db import connection, models

_GANTI = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_KHUSUS = re.compile(r"[\\\t\n\r]")


def pesan_id(model: type[models.Model], banyak: int) -> range:
    """Reserve so many ids of a table; nobody else gets them."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [model._meta.db_table])
        urutan = kursor.fetchone()[0]
        kursor.execute(f"SELECT nextval('{urutan}')")
        awal = kursor.fetchone()[0]
        kursor.execute("SELECT setval(%s, %s)", [urutan, max(awal, awal + banyak - 1)])
    return range(awal, awal + banyak)


def salin(model: type[models.Model], kolom: tuple[str, ...], baris) -> int:
    """COPY rows of values in the order of `kolom` (attribute names); the other columns get the model's default."""
    bidang = {satu.attname: satu for satu in model._meta.concrete_fields}
    lain = [satu for nama, satu in bidang.items() if nama not in kolom and not (satu.primary_key)]
    ekor = "".join(f"\t{_sel(satu.get_default())}" for satu in lain) + "\n"
    isi = io.StringIO()
    banyak = 0
    for satu in baris:
        isi.write("\t".join(map(_sel, satu)) + ekor)
        banyak += 1
    isi.seek(0)
    nama = ", ".join(f'"{satu.column}"' for satu in [*(bidang[kunci] for kunci in kolom), *lain])
    with connection.cursor() as kursor:
        kursor.cursor.copy_expert(f'COPY "{model._meta.db_table}" ({nama}) FROM STDIN', isi)
    return banyak


def _sel(nilai) -> str:
    """One value as the text format of COPY wants it."""
    if type(nilai) is int:
        return str(nilai)
    if nilai is None:
        return "\\N"
    if nilai is True or nilai is False:
        return "t" if nilai else "f"
    if isinstance(nilai, list | dict):
        nilai = json.dumps(nilai)
    elif isinstance(nilai, datetime):
        return nilai.isoformat()
    teks = str(nilai)
    return teks.translate(_GANTI) if _KHUSUS.search(teks) else teks
