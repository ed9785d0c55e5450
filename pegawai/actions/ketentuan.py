"""Draft a ketentuan and sign it: two people; what was signed stays as it is."""

import json
from datetime import date, datetime

from django.db import connection, transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import Konflik, RuleViolation

from ..akses import can_publish_ketentuan, can_sign_ketentuan
from ..ketentuan_baca import baca
from ..models import Ketentuan, Pengguna, RancanganKetentuan
from ..pilihan import JenisKetentuan, Kepastian, StatusRancangan

HANYA = "Ketentuan disusun dan ditetapkan oleh BKPSDM atau admin sistem."
TIDAK_ADA = "Rancangan itu tidak ada lagi. Kembali ke daftar ketentuan."
SUDAH = "Rancangan ini sudah ditetapkan atau dibatalkan; isinya tidak dapat diubah lagi."
#: What a draft may say, and the longest text of each.
TEKS = {"dasar_hukum": 2000, "alasan": 2000, "nomor_keputusan": 120}


@transaction.atomic
def draft_ketentuan(
    *,
    jenis: str,
    mulai: date,
    isi: dict,
    dasar_hukum: str,
    kepastian: str,
    alasan: str,
    oleh: Pengguna,
    dasar_angka: dict | None = None,
    nomor_keputusan: str = "",
    tanggal_keputusan: date | None = None,
    rancangan_id: int | None = None,
    saat: datetime | None = None,
) -> RancanganKetentuan:
    """Write a draft of a version, or change one (`rancangan_id`) that is not signed yet. Raises RuleViolation.

    Whoever changes a draft last has drafted it, and cannot sign it.
    """
    if not can_publish_ketentuan(oleh):
        raise RuleViolation(HANYA)
    saat = saat or timezone.now()
    rancangan = _lock(rancangan_id) if rancangan_id else RancanganKetentuan(jenis=jenis)
    check_ketentuan(jenis=rancangan.jenis, mulai=mulai, isi=isi, hari=timezone.localdate(saat))
    if kepastian not in Kepastian.values:
        raise RuleViolation("Pilih kepastian sumber.")
    rancangan.mulai, rancangan.isi, rancangan.kepastian = mulai, isi, kepastian
    teks = {"dasar_hukum": dasar_hukum, "alasan": alasan, "nomor_keputusan": nomor_keputusan}
    for bidang, nilai in _teks(teks).items():
        setattr(rancangan, bidang, nilai)
    rancangan.dasar_angka, rancangan.tanggal_keputusan = dasar_angka or {}, tanggal_keputusan
    rancangan.disusun_oleh, rancangan.diubah_pada = oleh, saat
    rancangan.save()
    aksi = "ketentuan.rancangan_diubah" if rancangan_id else "ketentuan.dirancang"
    catat(oleh=oleh, aksi=aksi, objek=rancangan, rincian={"jenis": rancangan.jenis}, saat=saat)
    return rancangan


def _teks(isi: dict[str, str]) -> dict[str, str]:
    """The texts without blanks around them; the source and the reason are needed."""
    bersih = {bidang: teks.strip() for bidang, teks in isi.items()}
    if not bersih["dasar_hukum"] or not bersih["alasan"]:
        raise RuleViolation("Isi dasar hukum dan alasan perubahan.")
    if any(len(teks) > TEKS[bidang] or not _tersimpan(teks) for bidang, teks in bersih.items()):
        raise RuleViolation("Teks terlalu panjang atau memuat karakter yang tidak dapat disimpan.")
    return bersih


@transaction.atomic
def sign_ketentuan(
    *, rancangan_id: int, oleh: Pengguna, saat: datetime | None = None, dibaca: str | None = None
) -> Ketentuan:
    """Sign a draft as the next version, by another person than who drafted it. Raises RuleViolation.

    `dibaca` is the digest of what the signer read (None skips the comparison); Konflik where the draft says another
    thing by now.
    """
    saat = saat or timezone.now()
    rancangan = _lock(rancangan_id)
    if not can_sign_ketentuan(oleh, rancangan):
        raise RuleViolation("Ketentuan ditetapkan oleh orang kedua: BKPSDM atau admin sistem yang tidak menyusunnya.")
    if dibaca is not None and dibaca != rancangan.sidik_kini:
        raise Konflik("Rancangan ini berubah sejak Anda membacanya. Baca lagi yang di bawah ini, lalu tetapkan.")
    check_ketentuan(jenis=rancangan.jenis, mulai=rancangan.mulai, isi=rancangan.isi, hari=timezone.localdate(saat))
    ketentuan = store_version(
        **{bidang: getattr(rancangan, bidang) for bidang in BIDANG},
        disusun_oleh=rancangan.disusun_oleh,
        oleh=oleh,
        saat=saat,
    )
    rancangan.status, rancangan.ketentuan = StatusRancangan.DITETAPKAN, ketentuan
    rancangan.save(update_fields=["status", "ketentuan"])
    return ketentuan


#: What a version takes over from its draft.
BIDANG = (
    "jenis",
    "mulai",
    "isi",
    "dasar_hukum",
    "dasar_angka",
    "kepastian",
    "alasan",
    "nomor_keputusan",
    "tanggal_keputusan",
)


@transaction.atomic
def cancel_draft(*, rancangan_id: int, oleh: Pengguna, saat: datetime) -> RancanganKetentuan:
    """Give up a draft; it stays as a record. Raises RuleViolation."""
    if not can_publish_ketentuan(oleh):
        raise RuleViolation(HANYA)
    rancangan = _lock(rancangan_id)
    rancangan.status = StatusRancangan.DIBATALKAN
    rancangan.save(update_fields=["status"])
    catat(oleh=oleh, aksi="ketentuan.rancangan_dibatalkan", objek=rancangan, saat=saat)
    return rancangan


def _lock(rancangan_id: int) -> RancanganKetentuan:
    rancangan = RancanganKetentuan.objects.select_for_update().filter(pk=rancangan_id).first()
    if rancangan is None:
        raise RuleViolation(TIDAK_ADA)
    if rancangan.status != StatusRancangan.DRAF:
        raise RuleViolation(SUDAH)
    return rancangan


def check_ketentuan(*, jenis: str, mulai: date, isi, hari: date) -> None:
    """Refuse an unknown kind, content that no dataclass reads or no table keeps, and a day that has passed."""
    if jenis not in JenisKetentuan.values:
        raise RuleViolation("Pilih jenis ketentuan.")
    if mulai < hari:
        raise RuleViolation("Ketentuan tidak berlaku surut: pilih tanggal hari ini atau sesudahnya.")
    try:
        teks = json.dumps(isi, ensure_ascii=False)
    except (RecursionError, TypeError, ValueError) as galat:
        raise RuleViolation(
            "Isi ketentuan bersarang terlalu dalam atau bukan JSON; periksa kurung-kurungnya."
        ) from galat
    if not _tersimpan(teks):
        raise RuleViolation("Isi ketentuan memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    baca(jenis, isi)


def _tersimpan(teks: str) -> bool:
    """Whether PostgreSQL can keep it: no NUL, no half of a surrogate pair, typed or written as an escape."""
    return "\x00" not in teks and "\\u0000" not in teks and not any("\ud800" <= huruf <= "\udfff" for huruf in teks)


def store_version(
    *,
    jenis,
    mulai,
    isi,
    dasar_hukum,
    kepastian,
    alasan,
    oleh,
    saat,
    disusun_oleh=None,
    dasar_angka=None,
    nomor_keputusan="",
    tanggal_keputusan=None,
) -> Ketentuan:
    """Write the next version and its audit row; two writers of one kind queue up."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('ketentuan'), hashtext(%s))", [jenis])
    terakhir = Ketentuan.objects.filter(jenis=jenis).order_by("-versi").values_list("versi", flat=True).first() or 0
    ketentuan = Ketentuan(
        jenis=jenis,
        versi=terakhir + 1,
        mulai=mulai,
        isi=isi,
        dasar_hukum=dasar_hukum.strip(),
        dasar_angka=dasar_angka or {},
        kepastian=kepastian,
        alasan=alasan.strip(),
        nomor_keputusan=nomor_keputusan,
        tanggal_keputusan=tanggal_keputusan,
        disusun_oleh=disusun_oleh,
        ditetapkan_oleh=oleh,
        ditetapkan_pada=saat,
    )
    ketentuan.sidik = ketentuan.sidik_kini
    ketentuan.save(force_insert=True)
    rincian = {"jenis": jenis, "versi": ketentuan.versi, "sidik": ketentuan.sidik}
    if disusun_oleh:
        rincian["disusun_oleh"] = disusun_oleh.username
    catat(oleh=oleh, aksi="ketentuan.ditetapkan", objek=ketentuan, rincian=rincian, saat=saat)
    return ketentuan
