"""Letters: put into the outbox by the actions, sent by the relay."""

from dataclasses import dataclass

from .models import Surat


@dataclass(frozen=True)
class IsiSurat:
    """One letter to be queued. `kunci` makes it unique: the same letter is never written twice."""

    kunci: str
    kepada_id: int
    judul: str
    isi: str
    tautan: str = ""


def antrekan(surat: list[IsiSurat], *, saat=None) -> int:
    """Queue letters in the caller's transaction; those already queued stay as they are."""
    waktu = {"dibuat_pada": saat} if saat else {}
    baris = [Surat(**vars_surat(satu), **waktu) for satu in surat]
    sebelum = Surat.objects.filter(kunci__in=[satu.kunci for satu in surat]).count()
    Surat.objects.bulk_create(baris, ignore_conflicts=True, batch_size=1000)
    return len({satu.kunci for satu in surat}) - sebelum


def vars_surat(satu: IsiSurat) -> dict:
    """The fields of a letter as the model names them."""
    return {nama: getattr(satu, nama) for nama in ("kunci", "kepada_id", "judul", "isi", "tautan")}
