"""The letters of development."""

from django.urls import reverse

from mataram_asn.kit.surat import IsiSurat, antrekan

from .models import RencanaPelatihan


def queue_planned(rencana: RencanaPelatihan, saat) -> None:
    """Tell the person which training is planned for them, and why."""
    if rencana.pegawai.pengguna_id is None:
        return
    isi = (
        f"{rencana.pelatihan.nama} ({rencana.pelatihan.jp} JP) masuk rencana pelatihan Anda tahun {rencana.tahun}.\n"
        f"Sebabnya: {rencana.sebab}"
    )
    antrekan(
        [
            IsiSurat(
                kunci=f"rencana-pelatihan:{rencana.pk}",
                kepada_id=rencana.pegawai.pengguna_id,
                judul="Pelatihan direncanakan untuk Anda",
                isi=isi,
                tautan=reverse("pelatihan:saya"),
            )
        ],
        saat=saat,
    )
