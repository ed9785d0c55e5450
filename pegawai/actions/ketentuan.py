"""Publish a ketentuan: a new dated version; what was published stays as it is."""

from datetime import date

from django.db import connection, transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..akses import can_publish_ketentuan
from ..ketentuan_baca import baca
from ..models import Ketentuan, Pengguna
from ..pilihan import JenisKetentuan, Kepastian


@transaction.atomic
def publish_ketentuan(
    *,
    jenis: str,
    mulai: date,
    isi: dict,
    dasar_hukum: str,
    kepastian: str,
    alasan: str,
    oleh: Pengguna,
    saat=None,
) -> Ketentuan:
    """Publish a version that holds from `mulai`, today or later. Raises RuleViolation."""
    if not can_publish_ketentuan(oleh):
        raise RuleViolation("Ketentuan ditetapkan oleh BKPSDM atau admin sistem.")
    saat = saat or timezone.now()
    check_ketentuan(jenis=jenis, mulai=mulai, isi=isi, hari=timezone.localdate(saat))
    if not dasar_hukum.strip() or not alasan.strip():
        raise RuleViolation("Isi dasar hukum dan alasan perubahan.")
    if kepastian not in Kepastian.values:
        raise RuleViolation("Pilih kepastian sumber.")
    return store_version(
        jenis=jenis,
        mulai=mulai,
        isi=isi,
        dasar_hukum=dasar_hukum,
        kepastian=kepastian,
        alasan=alasan,
        oleh=oleh,
        saat=saat,
    )


def check_ketentuan(*, jenis: str, mulai: date, isi, hari: date) -> None:
    """Refuse an unknown kind, content that its dataclass cannot read, and a day that has passed."""
    if jenis not in JenisKetentuan.values:
        raise RuleViolation("Pilih jenis ketentuan.")
    if mulai < hari:
        raise RuleViolation("Ketentuan tidak berlaku surut: pilih tanggal hari ini atau sesudahnya.")
    baca(jenis, isi)


def store_version(*, jenis, mulai, isi, dasar_hukum, kepastian, alasan, oleh, saat) -> Ketentuan:
    """Write the next version and its audit row; two writers of one kind queue up."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('ketentuan'), hashtext(%s))", [jenis])
    terakhir = Ketentuan.objects.filter(jenis=jenis).order_by("-versi").values_list("versi", flat=True).first() or 0
    ketentuan = Ketentuan.objects.create(
        jenis=jenis,
        versi=terakhir + 1,
        mulai=mulai,
        isi=isi,
        dasar_hukum=dasar_hukum.strip(),
        kepastian=kepastian,
        alasan=alasan.strip(),
        ditetapkan_oleh=oleh,
        ditetapkan_pada=saat,
    )
    catat(
        oleh=oleh,
        aksi="ketentuan.ditetapkan",
        objek=ketentuan,
        rincian={"jenis": jenis, "versi": terakhir + 1},
        saat=saat,
    )
    return ketentuan
