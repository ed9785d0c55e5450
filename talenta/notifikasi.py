"""The letters of recognition."""

from django.urls import reverse

from mataram_asn.kit.surat import IsiSurat, antrekan

from .models import Penghargaan
from .pilihan import StatusPenghargaan


def queue_recognition(penghargaan: Penghargaan, saat) -> int:
    """Tell who is recognised; who proposed hears either way."""
    ditetapkan = penghargaan.status == StatusPenghargaan.DITETAPKAN
    judul = "Penghargaan ditetapkan" if ditetapkan else "Usul penghargaan belum ditetapkan"
    isi = penghargaan.uraian if ditetapkan else penghargaan.pertimbangan
    orang = list(penghargaan.anggota.all()) if penghargaan.pegawai_id is None else [penghargaan.pegawai]
    akun = {satu.pengguna_id for satu in orang if satu.pengguna_id and ditetapkan} | {penghargaan.diusulkan_oleh_id}
    tautan = reverse("talenta:piagam", args=[penghargaan.pk]) if ditetapkan else reverse("talenta:penghargaan")
    return antrekan(
        [IsiSurat(f"penghargaan:{penghargaan.pk}:{pk}", pk, judul, isi, tautan) for pk in sorted(akun)], saat=saat
    )
