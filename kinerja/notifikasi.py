"""The letters about plans: built here and put into the outbox; the actions decide whether."""

from django.urls import reverse

from mataram_asn.kit.kata import tulis_saat, tulis_tanggal
from mataram_asn.kit.surat import IsiSurat, antrekan

from .models import SKP, DialogKinerja, Pendelegasian, PerubahanSKP, UmpanBalikKerja


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


def queue_revision_submitted(perubahan: PerubahanSKP, *, saat) -> None:
    """Tell the penilai that a revision waits."""
    skp = perubahan.skp
    isi = f"{skp.pegawai} mengajukan perubahan SKP {_rentang(skp)}. Alasannya: {perubahan.alasan}"
    _antre_perubahan(perubahan, skp.penilai, "diajukan", "Perubahan SKP menunggu persetujuan Anda", isi, saat)


def queue_revision_returned(perubahan: PerubahanSKP, *, saat) -> None:
    isi = f"Perubahan SKP Anda {_rentang(perubahan.skp)} dikembalikan dengan catatan: {perubahan.catatan}"
    _antre_perubahan(perubahan, perubahan.skp.pegawai, "dikembalikan", "Perubahan SKP dikembalikan", isi, saat)


def queue_revision_approved(perubahan: PerubahanSKP, *, saat) -> None:
    isi = (
        f"Perubahan SKP Anda {_rentang(perubahan.skp)} disetujui dan berlaku mulai sekarang. Versi lama tetap terbaca."
    )
    _antre_perubahan(perubahan, perubahan.skp.pegawai, "disetujui", "Perubahan SKP disetujui", isi, saat)


def queue_delegated(delegasi: Pendelegasian, *, saat, dicabut: bool = False) -> None:
    """Tell the stand-in what is asked of them, or that it is over."""
    if delegasi.wakil.pengguna_id is None:
        return
    rentang = f"{tulis_tanggal(delegasi.mulai)} sampai {tulis_tanggal(delegasi.selesai)}"
    judul = "Pendelegasian kepada Anda dicabut" if dicabut else "Anda mewakili atasan yang berhalangan"
    akhir = "dicabut hari ini" if dicabut else f"berlaku {rentang}; penilaian tidak ikut didelegasikan"
    isi = f"{delegasi.atasan} mendelegasikan {delegasi.lingkup} kepada Anda: {akhir}."
    kunci = f"delegasi:{delegasi.pk}:{'cabut' if dicabut else 'baru'}"
    surat = IsiSurat(kunci, delegasi.wakil.pengguna_id, judul, isi, reverse("kinerja:delegasi-list"))
    antrekan([surat], saat=saat)


def queue_feedback(umpan: UmpanBalikKerja, *, saat) -> None:
    """Tell the person that feedback was written; its words stay on the page."""
    if umpan.kepada.pengguna_id is None:
        return
    tautan = f"{reverse('kinerja:skp-detail', args=[umpan.skp_id])}#umpan-balik"
    isi = f"{umpan.dari} menulis umpan balik kerja untuk Anda. Hanya Anda berdua yang dapat membacanya."
    antrekan(
        [IsiSurat(f"umpan-kerja:{umpan.pk}", umpan.kepada.pengguna_id, "Umpan balik kerja baru", isi, tautan)],
        saat=saat,
    )


def queue_dialogue(dialog: DialogKinerja, kepada, apa: str, *, saat) -> None:
    """Tell the other side: "baru", "diubah", "dibatalkan" or "disahkan"."""
    if kepada.pengguna_id is None:
        return
    judul = {
        "baru": "Undangan dialog kinerja",
        "diubah": "Dialog kinerja dijadwalkan ulang",
        "dibatalkan": "Dialog kinerja dibatalkan",
        "disahkan": "Risalah dialog menunggu pengesahan Anda",
    }[apa]
    isi = f"{tulis_saat(dialog.waktu)} di {dialog.tempat}. Agenda: {dialog.agenda}"
    kunci = f"dialog:{dialog.pk}:{dialog.versi}:{apa}:{kepada.pk}"
    antrekan(
        [IsiSurat(kunci, kepada.pengguna_id, judul, isi, reverse("kinerja:dialog-detail", args=[dialog.pk]))], saat=saat
    )


def _antre_perubahan(perubahan: PerubahanSKP, kepada, jenis: str, judul: str, isi: str, saat) -> None:
    if kepada is None or kepada.pengguna_id is None:
        return
    kunci = f"perubahan:{perubahan.pk}:{perubahan.versi}:{jenis}"
    tautan = reverse("kinerja:perubahan-detail", args=[perubahan.pk])
    antrekan([IsiSurat(kunci, kepada.pengguna_id, judul, isi, tautan)], saat=saat)


def _rentang(skp: SKP) -> str:
    return f"{tulis_tanggal(skp.mulai)} sampai {tulis_tanggal(skp.selesai)}"


def _antre(skp: SKP, kepada, jenis: str, judul: str, isi: str, saat) -> None:
    """One letter a version of the plan: a person without an account gets none."""
    if kepada is None or kepada.pengguna_id is None:
        return
    kunci = f"skp:{skp.pk}:{skp.versi}:{jenis}"
    tautan = reverse("kinerja:skp-detail", args=[skp.pk])
    antrekan([IsiSurat(kunci, kepada.pengguna_id, judul, isi, tautan)], saat=saat)
