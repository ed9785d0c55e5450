"""The letters about plans: built here and put into the outbox; the actions decide whether."""

from django.urls import reverse

from mataram_asn.kit.kata import tulis_tanggal
from mataram_asn.kit.surat import IsiSurat, antrekan

from .models import SKP


def queue_skp_submitted(skp: SKP, *, saat) -> None:
    """Tell the penilai that a plan waits for them."""
    isi = f"{skp.pegawai} mengajukan SKP {_rentang(skp)}. Baca dan setujui, atau kembalikan dengan catatan."
    _antre(skp, skp.penilai, "diajukan", "SKP menunggu persetujuan Anda", isi, saat)


def queue_skp_returned(skp: SKP, *, saat) -> None:
    """Tell the person what to mend."""
    isi = f"{skp.penilai} mengembalikan SKP Anda {_rentang(skp)} dengan catatan: {skp.catatan}"
    _antre(skp, skp.pegawai, "dikembalikan", "SKP Anda dikembalikan", isi, saat)


def queue_skp_approved(skp: SKP, *, saat) -> None:
    """Tell the person that the plan holds and that realisasi may be recorded."""
    isi = f"{skp.penilai} menyetujui SKP Anda {_rentang(skp)}. Targetnya kini tetap; Anda dapat mengisi realisasi."
    _antre(skp, skp.pegawai, "disetujui", "SKP Anda disetujui", isi, saat)


def _rentang(skp: SKP) -> str:
    return f"{tulis_tanggal(skp.mulai)} sampai {tulis_tanggal(skp.selesai)}"


def _antre(skp: SKP, kepada, jenis: str, judul: str, isi: str, saat) -> None:
    """One letter a version of the plan: a person without an account gets none."""
    if kepada is None or kepada.pengguna_id is None:
        return
    kunci = f"skp:{skp.pk}:{skp.versi}:{jenis}"
    tautan = reverse("kinerja:skp-detail", args=[skp.pk])
    antrekan([IsiSurat(kunci, kepada.pengguna_id, judul, isi, tautan)], saat=saat)
