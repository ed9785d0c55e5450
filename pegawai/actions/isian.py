"""What every typed row goes through before it is written."""

from django.core.exceptions import ValidationError

from mataram_asn.kit.galat import RuleViolation


def clean_text(teks: str) -> str:
    """Text without blanks around it. Raises RuleViolation on what PostgreSQL cannot store."""
    if "\x00" in teks:
        raise RuleViolation("Teks memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    return teks.strip()


def clean_or_refuse(objek) -> None:
    """Let the model's fields and constraints speak as a RuleViolation."""
    for kolom in objek._meta.concrete_fields:
        if isinstance(nilai := getattr(objek, kolom.attname), str):
            setattr(objek, kolom.attname, clean_text(nilai))
    try:
        objek.full_clean()
    except ValidationError as galat:
        raise RuleViolation(" ".join(galat.messages)) from galat
