"""Who looked: one row a day for each reader of a page about somebody else. UU 27/2022: the access log of a person."""

from django.apps import apps
from django.db import connection
from django.utils import timezone

from mataram_asn.kit.kata import WITA
from mataram_asn.kit.models import CatatanAudit

from .kata import DILIHAT
from .pemilik import jalan_pegawai

#: The pages that show a person's data, by name, with the kind of object that their number is.
HALAMAN = {
    "pegawai:pegawai-detail": "pegawai.pegawai",
    "kinerja:skp-detail": "kinerja.skp",
    "kinerja:skp-riwayat": "kinerja.skp",
    "kinerja:realisasi": "kinerja.skp",
    "kinerja:perubahan-detail": "kinerja.perubahanskp",
    "kinerja:versi-lama": "kinerja.perubahanskp",
    "kinerja:dialog-detail": "kinerja.dialogkinerja",
    "kinerja:bukti": "kinerja.bukti",
    "kinerja:bukti-lihat": "kinerja.bukti",
    "kinerja:bukti-isi": "kinerja.bukti",
    "evaluasi:nilai": "evaluasi.lembarpenilaian",
    "evaluasi:kalibrasi-lembar": "evaluasi.lembarpenilaian",
    "evaluasi:hasil-detail": "evaluasi.evaluasi",
    "evaluasi:hasil-jejak": "evaluasi.evaluasi",
    "evaluasi:hasil-jejak-pdf": "evaluasi.evaluasi",
    "evaluasi:tahun-detail": "evaluasi.evaluasitahunan",
    "evaluasi:keberatan-detail": "evaluasi.keberatan",
    "evaluasi:cetak-skp": "kinerja.skp",
    "evaluasi:cetak-evaluasi": "evaluasi.evaluasi",
    "evaluasi:cetak-dokumen": "evaluasi.evaluasi",
    "evaluasi:dokumen-detail": "evaluasi.dokumen",
    "evaluasi:dokumen-berkas": "evaluasi.dokumen",
    "pelatihan:pegawai": "pegawai.pegawai",
    "pelatihan:pembinaan": "pelatihan.pembinaan",
    "talenta:karier": "pegawai.pegawai",
    "talenta:angka-kredit": "pegawai.pegawai",
}

TULIS = """
INSERT INTO {tabel} (saat, oleh_id, aksi, jenis_objek, id_objek, rincian)
SELECT %s, %s, %s, %s, %s, jsonb_build_object()
WHERE NOT EXISTS ({milik}) AND NOT EXISTS (
  SELECT 1 FROM {tabel} WHERE jenis_objek = %s AND id_objek = %s AND oleh_id = %s AND aksi = %s AND saat >= %s)
"""


def catat_dilihat(pengguna, nama: str, nomor: int, saat=None) -> None:
    """Write that this user opened that page, unless it is their own or they opened it today already. One statement."""
    model, saat = apps.get_model(HALAMAN[nama]), saat or timezone.now()
    sendiri = model._base_manager.filter(pk=nomor).filter(**{jalan_pegawai(model): pengguna.pegawai_id or 0}).order_by()
    milik, isian = sendiri.values("pk").query.sql_with_params()
    label, awal = model._meta.label_lower, saat.astimezone(WITA).replace(hour=0, minute=0, second=0, microsecond=0)
    with connection.cursor() as kursor:
        kursor.execute(
            TULIS.format(tabel=CatatanAudit._meta.db_table, milik=milik),
            [saat, pengguna.pk, DILIHAT, label, nomor, *isian, label, nomor, pengguna.pk, DILIHAT, awal],
        )
