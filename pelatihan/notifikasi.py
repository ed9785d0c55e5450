"""The letters of development."""

from django.urls import reverse

from mataram_asn.kit.kata import tulis_tanggal
from mataram_asn.kit.surat import IsiSurat, antrekan

from .models import CatatanPembinaan, Pembinaan, RencanaPelatihan


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


def _surat_pembinaan(pembinaan: Pembinaan, pegawai, jenis: str, judul: str, isi: str, saat) -> int:
    """One letter about a plan; it says nothing of what stands in it. Who has no account gets none."""
    if pegawai.pengguna_id is None:
        return 0
    tautan = reverse("pelatihan:pembinaan", args=[pembinaan.pk])
    return antrekan([IsiSurat(f"pembinaan:{pembinaan.pk}:{jenis}", pegawai.pengguna_id, judul, isi, tautan)], saat=saat)


def queue_coaching_started(pembinaan: Pembinaan, saat) -> int:
    """Tell the person that their atasan has set up a plan with them."""
    isi = (
        "Atasan Anda menyusun rencana pembinaan bersama Anda. Isinya hanya terlihat oleh Anda berdua; "
        f"ditinjau {tulis_tanggal(pembinaan.tinjau_pada)}."
    )
    return _surat_pembinaan(pembinaan, pembinaan.pegawai, "mulai", "Rencana pembinaan Anda", isi, saat)


def queue_coaching_noted(catatan: CatatanPembinaan, saat) -> int:
    """Tell the person that a check was noted and can be answered."""
    isi = f"Pemeriksaan {tulis_tanggal(catatan.tempo)} dicatat. Anda dapat menanggapinya."
    jenis = f"catatan-{catatan.tempo:%Y%m%d}"
    return _surat_pembinaan(
        catatan.pembinaan, catatan.pembinaan.pegawai, jenis, "Pemeriksaan pembinaan dicatat", isi, saat
    )


def queue_coaching_step(pembinaan: Pembinaan, saat) -> int:
    """Tell the person what was decided."""
    isi = f"Keadaannya kini: {pembinaan.get_tahap_display().lower()}. Dasarnya dapat Anda baca."
    jenis = f"langkah-{pembinaan.tahap}"
    return _surat_pembinaan(pembinaan, pembinaan.pegawai, jenis, "Keputusan atas pembinaan Anda", isi, saat)


def queue_check_due(pembinaan: Pembinaan, tempo, saat) -> int:
    """Remind who coaches of the check of a month, or of the review on its day."""
    tinjau = tempo >= pembinaan.tinjau_pada
    judul = "Tinjau pembinaan bawahan" if tinjau else "Pemeriksaan pembinaan jatuh tempo"
    isi = f"Pembinaan {pembinaan.pegawai}: {'hari peninjauan' if tinjau else 'pemeriksaan bulanan'} "
    isi += f"{tulis_tanggal(tempo)}."
    return _surat_pembinaan(pembinaan, pembinaan.atasan, f"tempo-{tempo:%Y%m%d}", judul, isi, saat)
