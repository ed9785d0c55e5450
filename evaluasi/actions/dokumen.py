"""Papers issued, revoked by two people, signed elsewhere and brought back."""

import secrets
from datetime import datetime
from hashlib import sha256

import segno
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection, transaction
from django.template.loader import render_to_string
from django.urls import reverse

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import WITA, tulis_saat
from mataram_asn.kit.pdf import pdf_dari_html

from .. import akses
from ..aturan.dokumen import ABJAD, PANJANG_KODE
from ..models import Dokumen, PencabutanDokumen, PermintaanCabut, TandaTangan
from ..models.dokumen import kelompokkan
from ..pilihan import JenisDokumen, StatusDokumen, StatusTandaTangan
from ..rekap.kertas import Kertas
from ..tanda_tangan import check_signed

#: Papers that the assessor alone signs; the others are signed by both.
HANYA_PENILAI = (JenisDokumen.EVALUASI, JenisDokumen.EVALUASI_TAHUN)


@transaction.atomic
def issue_document(*, kertas: Kertas, oleh, saat: datetime) -> Dokumen:
    """Issue a paper: make the PDF with its code, keep it, supersede the one before.

    Unchanged content gives the document that is already there; two at once give one. Whether `oleh` sees the object
    is asked by who reads it. Raises RuleViolation (also where no PDF can be made).
    """
    _kunci(kertas)
    lama = Dokumen.objects.filter(jenis=kertas.jenis, objek_id=kertas.objek_id).terbaru().berstatus().first()
    sidik_isi = sha256(render_to_string(kertas.templat, kertas.konteks).encode()).hexdigest()
    if lama and lama.sidik_isi == sidik_isi and lama.status == StatusDokumen.VALID:
        return lama
    kode = "".join(secrets.choice(ABJAD) for _ in range(PANJANG_KODE))
    isi = pdf_dari_html(render_to_string(kertas.templat, kertas.konteks | cap(kode, saat)))
    dokumen = Dokumen(
        kode=kode,
        jenis=kertas.jenis,
        objek_id=kertas.objek_id,
        versi=kertas.versi,
        evaluasi_id=kertas.evaluasi_id,
        pegawai_id=kertas.pegawai_id,
        penilai_id=kertas.penilai_id,
        judul=kertas.judul,
        sidik_isi=sidik_isi,
        sidik=sha256(isi).hexdigest(),
        ukuran=len(isi),
        diterbitkan_pada=saat,
        diterbitkan_oleh=oleh,
        menggantikan=lama,
    )
    dokumen.berkas.save(f"{secrets.token_hex(16)}.pdf", ContentFile(isi), save=False)
    dokumen.save(force_insert=True)
    _buka_tempat(dokumen)
    catat(oleh=oleh, aksi="dokumen.diterbitkan", objek=dokumen, rincian={"sidik": dokumen.sidik}, saat=saat)
    return dokumen


def _kunci(kertas: Kertas) -> None:
    """One issue of an object at a time."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"dokumen:{kertas.jenis}:{kertas.objek_id}"])


def cap(kode: str, saat: datetime) -> dict:
    """What an issued paper carries beside its content: code, QR, address, the moment of issue."""
    alamat = alamat_periksa(kode)
    qr = segno.make(alamat, error="m", boost_error=False)
    return {
        "kode": kelompokkan(kode),
        "alamat": alamat,
        "qr": qr.svg_data_uri(scale=4, border=2, xmldecl=False),
        "terbit": saat.astimezone(WITA).replace(microsecond=0).isoformat(),
        "terbit_kata": tulis_saat(saat),
    }


def alamat_periksa(kode: str) -> str:
    """The public address of a code, whole: it is printed."""
    return f"{settings.ALAMAT_SITUS.rstrip('/')}{reverse('verifikasi', args=[kelompokkan(kode)])}"


def _buka_tempat(dokumen: Dokumen) -> None:
    """A slot for each signer, empty."""
    penanda = [] if dokumen.jenis in HANYA_PENILAI else [(dokumen.pegawai_id, "Pegawai yang dinilai")]
    if dokumen.penilai_id:
        penanda.append((dokumen.penilai_id, "Pejabat penilai kinerja"))
    TandaTangan.objects.bulk_create(
        TandaTangan(dokumen=dokumen, penanda_tangan_id=pk, sebagai=sebagai) for pk, sebagai in penanda
    )


@transaction.atomic
def request_revocation(*, dokumen_id: int, alasan: str, oleh, saat: datetime) -> PermintaanCabut:
    """Ask to take a paper back; another person of BKPSDM decides. Raises RuleViolation."""
    dokumen = _terkunci(dokumen_id)
    if not akses.can_revoke(oleh, dokumen):
        raise RuleViolation("Pencabutan diminta oleh BKPSDM, dan tidak atas dokumen diri sendiri.")
    alasan = alasan.replace("\x00", "").strip()[:2000]
    if len(alasan) < 10:
        raise RuleViolation("Tulis alasan pencabutan, paling sedikit 10 huruf.")
    if PencabutanDokumen.objects.filter(dokumen=dokumen).exists():
        raise RuleViolation("Dokumen ini sudah dicabut.")
    if PermintaanCabut.objects.filter(dokumen=dokumen).exists():
        raise RuleViolation("Pencabutan dokumen ini sudah diminta dan menunggu keputusan.")
    minta = PermintaanCabut.objects.create(dokumen=dokumen, alasan=alasan, diminta_oleh=oleh, diminta_pada=saat)
    catat(oleh=oleh, aksi="dokumen.cabut_diminta", objek=dokumen, rincian={"alasan": alasan}, saat=saat)
    return minta


@transaction.atomic
def decide_revocation(*, dokumen_id: int, setuju: bool, oleh, saat: datetime) -> Dokumen:
    """Revoke the paper, or leave it. Raises RuleViolation if `oleh` asked for it, or may not."""
    dokumen = _terkunci(dokumen_id)
    minta = PermintaanCabut.objects.filter(dokumen=dokumen).first()
    if minta is None:
        raise RuleViolation("Tidak ada permintaan pencabutan yang menunggu.")
    if not akses.can_revoke(oleh, dokumen) or minta.diminta_oleh_id == oleh.pk:
        raise RuleViolation("Pencabutan diputuskan oleh petugas BKPSDM lain daripada yang memintanya.")
    if setuju:
        PencabutanDokumen.objects.create(
            dokumen=dokumen,
            alasan=minta.alasan,
            diminta_oleh_id=minta.diminta_oleh_id,
            dicabut_oleh=oleh,
            dicabut_pada=saat,
        )
    minta.delete()
    aksi = "dokumen.dicabut" if setuju else "dokumen.cabut_ditolak"
    catat(oleh=oleh, aksi=aksi, objek=dokumen, rincian={"alasan": minta.alasan}, saat=saat)
    return dokumen


def _terkunci(dokumen_id: int) -> Dokumen:
    """The paper, locked. Its row never changes, so the lock is an advisory one."""
    dokumen = Dokumen.objects.get(pk=dokumen_id)
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"dokumen:cabut:{dokumen_id}"])
    return dokumen


@transaction.atomic
def attach_signed(*, dokumen_id: int, isi: bytes, oleh, saat: datetime) -> TandaTangan:
    """Take the signed file of a signer back, beside the paper. Raises RuleViolation with what is wrong with it."""
    dokumen = Dokumen.objects.berstatus().get(pk=dokumen_id)
    milik = TandaTangan.objects.select_for_update().filter(dokumen=dokumen, penanda_tangan=oleh.pegawai_id or 0)
    tempat = milik.first()
    if tempat is None:
        raise RuleViolation("Berkas bertanda tangan diunggah oleh penanda tangannya sendiri.")
    if tempat.status != StatusTandaTangan.MENUNGGU:
        raise RuleViolation("Berkas bertanda tangan Anda sudah diterima.")
    if dokumen.status != StatusDokumen.VALID:
        raise RuleViolation("Dokumen ini tidak berlaku lagi; terbitkan yang baru, lalu tandatangani.")
    bukti = check_signed(isi, asli_sidik=dokumen.sidik, asli_ukuran=dokumen.ukuran)
    tempat.berkas.save(f"{secrets.token_hex(16)}.pdf", ContentFile(isi), save=False)
    tempat.status, tempat.sidik, tempat.diunggah_pada = StatusTandaTangan.DITANDATANGANI, sha256(isi).hexdigest(), saat
    tempat.cara, tempat.penyedia, tempat.rujukan = bukti.cara, bukti.penyedia, bukti.rujukan
    tempat.save()
    catat(oleh=oleh, aksi="dokumen.ditandatangani", objek=dokumen, rincian={"sidik": tempat.sidik}, saat=saat)
    return tempat
