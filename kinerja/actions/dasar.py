"""What every write of this app begins and ends with: the lock, the version, the sentence of the database."""

from django.core.exceptions import ValidationError
from django.db.models import F

from mataram_asn.kit.galat import Konflik, RuleViolation

from ..akses import can_edit_skp
from ..models import SKP, HasilKerja

TERTINGGAL = "SKP ini sudah diubah di tempat lain sejak Anda membukanya. Bandingkan isian Anda dengan yang tersimpan."


def lock_skp(skp_id: int, versi: int | None = None) -> SKP:
    """Lock one plan. Raises RuleViolation if it is gone, Konflik if it is not the version that was seen."""
    skp = (
        SKP.objects.select_for_update(of=("self",))
        .select_related("pegawai", "penilai", "jabatan", "unit")
        .filter(pk=skp_id)
        .first()
    )
    if skp is None:
        raise RuleViolation("SKP itu sudah tidak ada. Kembali ke daftar SKP.")
    if versi is not None and skp.versi != versi:
        raise Konflik(TERTINGGAL)
    return skp


def lock_to_edit(skp_id: int, versi: int | None, oleh) -> SKP:
    """Lock a plan that `oleh` may still write."""
    skp = lock_skp(skp_id, versi)
    if not can_edit_skp(oleh, skp):
        raise RuleViolation(
            "SKP ini tidak dapat diubah: hanya pemiliknya yang mengubah, dan hanya selama belum diajukan."
        )
    return skp


def lock_unsupported(hasil) -> None:
    """Lock the results of that queryset before they go; a subordinate who is just linking to one waits or is first.

    Raises RuleViolation where a subordinate's result already serves one of them.
    """
    dikunci = [satu.pk for satu in hasil.select_for_update(of=("self",)).order_by("pk")]
    if HasilKerja.objects.filter(mendukung__in=dikunci).exists():
        raise RuleViolation("Hasil kerja ini sudah didukung hasil kerja bawahan. Ubah uraiannya, jangan dihapus.")


def raise_version(skp: SKP) -> None:
    """Count one change of the plan; the caller holds the lock."""
    SKP.objects.filter(pk=skp.pk).update(versi=F("versi") + 1)
    skp.versi += 1


def clean_text(teks: str) -> str:
    """Text without blanks around it, its lines ending alike. Raises RuleViolation on what PostgreSQL cannot store."""
    if "\x00" in teks:
        raise RuleViolation("Teks memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    return teks.replace("\r\n", "\n").strip()


def clean_or_refuse(objek, exclude=None) -> None:
    """Let the model's fields and constraints speak as a RuleViolation."""
    for kolom in objek._meta.concrete_fields:
        if isinstance(nilai := getattr(objek, kolom.attname), str):
            setattr(objek, kolom.attname, clean_text(nilai))
    try:
        objek.full_clean(exclude=exclude)
    except ValidationError as galat:
        raise RuleViolation(" ".join(galat.messages)) from galat
