"""What the plan of a person asks of them: placements, revisions, dialogues, realisasi."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from evaluasi.akses import filling_open
from evaluasi.models import LembarPenilaian
from evaluasi.pilihan import Tahap
from kinerja.models import DialogKinerja, Indikator, Kesepakatan, Periode, PerubahanSKP, Realisasi
from kinerja.pilihan import StatusPerubahan, StatusSKP
from kinerja.usul import usul_pegawai
from mataram_asn.kit.kata import tulis_angka, tulis_batas, tulis_saat, tulis_tanggal

from .dasar import Tugas

#: What a plan in this state asks of its owner. An approved one asks for realisasi, a submitted one for patience.
TUGAS_SKP = {
    StatusSKP.DRAF: ("pencil-square", "Lengkapi dan ajukan SKP", "SKP Anda masih draf.", "Lengkapi"),
    StatusSKP.DIKEMBALIKAN: ("arrow-return-left", "Perbaiki SKP", "Dikembalikan dengan catatan: {catatan}", "Perbaiki"),
}


def usul(pegawai_id: int, hari) -> list[Tugas]:
    """What a changed placement proposes for the plan."""
    tautan = reverse("kinerja:usul-saya")
    return [
        Tugas("signpost-split", satu.judul, satu.langkah, tautan, "Tinjau") for satu in usul_pegawai(pegawai_id, hari)
    ]


def perubahan(pegawai_id: int) -> list[Tugas]:
    """A revision that waits for its owner."""
    terbuka = PerubahanSKP.objects.terbuka().filter(skp__pegawai=pegawai_id).exclude(status=StatusPerubahan.DIAJUKAN)
    return [
        Tugas(
            "pencil-square",
            "Lengkapi perubahan SKP" if satu.status == StatusPerubahan.DRAF else "Perbaiki perubahan SKP",
            satu.catatan or satu.alasan,
            reverse("kinerja:perubahan-detail", args=[satu.pk]),
            "Lengkapi",
        )
        for satu in terbuka
    ]


def dialog(pegawai_id: int, saat) -> list[Tugas]:
    """The next dialogue on either side, minutes to confirm, and agreements that are due within a week."""
    dialog = DialogKinerja.objects.berjalan().filter(Q(pegawai=pegawai_id) | Q(atasan=pegawai_id))
    dialog = dialog.select_related("pegawai", "atasan").order_by("waktu")
    return [
        *(_satu_dialog(satu, pegawai_id, saat) for satu in _perlu(dialog, pegawai_id, saat)),
        *_sepakat(pegawai_id, saat),
    ]


def _perlu(dialog, pegawai_id: int, saat) -> list[DialogKinerja]:
    """Those past that one has not confirmed, and the next to come."""
    semua = list(dialog)
    lewat = [
        satu
        for satu in semua
        if satu.waktu <= saat
        and not (satu.pegawai_setuju_pada if satu.pegawai_id == pegawai_id else satu.atasan_setuju_pada)
    ]
    return [*lewat, *[satu for satu in semua if satu.waktu > saat][:1]]


def _satu_dialog(dialog: DialogKinerja, pegawai_id: int, saat) -> Tugas:
    lain = dialog.atasan if dialog.pegawai_id == pegawai_id else dialog.pegawai
    tautan = reverse("kinerja:dialog-detail", args=[dialog.pk])
    if dialog.waktu > saat:
        return Tugas(
            "chat-dots", f"Dialog kinerja dengan {lain}", f"{tulis_saat(dialog.waktu)} di {dialog.tempat}", tautan
        )
    keterangan = f"Dialog {tulis_saat(dialog.waktu)} dengan {lain} menunggu pengesahan Anda."
    return Tugas("chat-dots", "Sahkan risalah dialog kinerja", keterangan, tautan, "Sahkan")


def _sepakat(pegawai_id: int, saat) -> list[Tugas]:
    batas = timezone.localdate(saat) + timedelta(days=7)
    dekat = Kesepakatan.objects.terbuka().filter(penanggung_jawab=pegawai_id, tenggat__lte=batas)
    return [
        Tugas(
            "list-check",
            f"Kesepakatan dialog: {satu}",
            _tenggat(satu.tenggat, timezone.localdate(saat)),
            reverse("kinerja:dialog-detail", args=[satu.dialog_id]),
        )
        for satu in dekat[:3]
    ]


def _tenggat(tanggal, hari) -> str:
    lewat = (hari - tanggal).days
    return f"Tenggat {tulis_tanggal(tanggal)}" + (f", lewat {tulis_angka(lewat)} hari" if lewat > 0 else "")


def skp_belum_siap(skp) -> list[Tugas]:
    if skp is None:
        baru = reverse("kinerja:skp-buat")
        return [
            Tugas("file-earmark-plus", "Susun SKP tahun ini", "Anda belum mempunyai SKP yang berlaku.", baru, "Susun")
        ]
    if skp.status not in TUGAS_SKP:
        return []
    ikon, judul, keterangan, tombol = TUGAS_SKP[skp.status]
    alamat = reverse("kinerja:skp-detail", args=[skp.pk])
    return [Tugas(ikon, judul, keterangan.format(catatan=skp.catatan), alamat, tombol)]


def realisasi_terbuka(skp, saat) -> list[Tugas]:
    """Indicators of the approved plan that have no realisasi yet in the open periods that meet it."""
    if skp is None or skp.status != StatusSKP.DISETUJUI:
        return []
    terbuka = Periode.objects.terbuka(saat).filter(mulai__lte=skp.selesai, selesai__gte=skp.mulai, siklus__dibuka=True)
    return [tugas for periode in terbuka.distinct() for tugas in _realisasi_periode(skp, periode)]


def _belum_terisi(skp, periode):
    """The texts of the plan's indicators without a realisasi in that period."""
    terisi = Realisasi.objects.filter(indikator=OuterRef("pk"), periode=periode)
    return Indikator.objects.filter(~Exists(terisi), hasil__skp=skp).values_list("uraian", flat=True)


def selesai_mengisi(skp, saat) -> list[Tugas]:
    """Where every indicator is filled in, what is left is to say so: from then on lateness is not the person's."""
    if skp is None:
        return []
    lembar = LembarPenilaian.objects.filter(skp=skp, sisi_pegawai_pada__isnull=True)
    lembar = lembar.exclude(siklus__tahap=Tahap.FINAL).select_related("siklus__periode", "skp")
    siap = [
        satu for satu in lembar if filling_open(satu, saat) and not _belum_terisi(skp, satu.siklus.periode).exists()
    ]
    return [
        Tugas(
            "check2-square",
            f"Nyatakan selesai mengisi {satu.siklus}",
            "Semua indikator terisi. Sesudah menyatakan selesai, keterlambatan bukan dari Anda.",
            reverse("evaluasi:sementara", args=[satu.pk]),
            "Nyatakan",
        )
        for satu in siap
    ]


def _realisasi_periode(skp, periode) -> list[Tugas]:
    kurang = list(_belum_terisi(skp, periode))
    if not kurang:
        return []
    judul = f"Isi realisasi {periode.nama}: {tulis_angka(len(kurang))} indikator"
    keterangan = f"{kurang[0]}{' dan lainnya' if len(kurang) > 1 else ''} · sampai {tulis_batas(periode.isi_sampai)}"
    return [Tugas("file-earmark-arrow-up", judul, keterangan, reverse("kinerja:realisasi", args=[skp.pk]), "Isi")]
