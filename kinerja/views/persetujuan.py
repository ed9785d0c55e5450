"""The plans and revisions that wait for the atasan: what is unusual in them, and many approved at once."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, rekap
from ..forms.alur import SaringTinjauForm
from ..models import SKP
from ..tinjau import tinjau_banyak

PER_HALAMAN = 25
#: One post carries at most a page, so that a request never hangs.
MAKS_SEKALIGUS = 100
KOLOM = ["Pegawai", "NIP", "Jabatan", "Unit", "Mulai", "Selesai", "Diajukan", "Yang tidak biasa"]


@require_GET
def persetujuan(request):
    """Submitted plans of one's subordinates and of those one stands in for, the longest waiting first."""
    hari, saya = timezone.localdate(), request.user.pegawai_id or 0
    saring = SaringTinjauForm(request.GET)
    saring.is_valid()
    kata, mana = saring.cleaned_data.get("q", "").strip(), saring.cleaned_data.get("catatan", "")
    skp = rekap.menunggu_persetujuan(saya, hari)
    if kata:
        skp = skp.filter(Q(pegawai__nama__icontains=kata) | Q(jabatan__nama__icontains=kata))
    daftar = list(skp.select_related("pegawai", "jabatan", "unit", "penilai").order_by("diajukan_pada", "pk"))
    catatan = tinjau_banyak(daftar)
    if mana:
        daftar = [satu for satu in daftar if bool(catatan[satu.pk]) == (mana == "ada")]
    if diminta(request):
        return ekspor(request, "persetujuan-skp", KOLOM, (_sel(satu, catatan[satu.pk]) for satu in daftar))
    halaman = Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("page"))
    pilih_tanpa = request.GET.get("pilih") == "tanpa-catatan"
    konteks = {
        "halaman": halaman,
        "baris": [
            {"skp": satu, "catatan": catatan[satu.pk], "terpilih": pilih_tanpa and not catatan[satu.pk],
             "mewakili": satu.penilai if satu.penilai_id != saya else None}
            for satu in halaman
        ],
        "tanpa_catatan": sum(not catatan[satu.pk] for satu in halaman),
        "saring": saring,
        "kata": kata or mana,
        "perubahan": rekap.perubahan_menunggu(saya, hari),
    }  # fmt: skip
    return render(request, "kinerja/persetujuan/list.html", konteks)


def _sel(skp: SKP, catatan) -> list:
    teks = " ".join(satu.kalimat for satu in catatan)
    orang = skp.pegawai
    return [
        orang.nama_lengkap, orang.nip or "", skp.jabatan.nama, skp.unit.nama, skp.mulai, skp.selesai, skp.diajukan_pada,
        teks,
    ]  # fmt: skip


@dataclass(frozen=True)
class Laporan:
    """What became of one chosen plan: approved, or why not."""

    nama: str
    skp_id: int | None
    galat: str = ""


@require_POST
def setujui_terpilih(request):
    """Approve each chosen plan by itself; what one refuses does not stop the others. Answers with the report."""
    pilihan = [satu for teks in request.POST.getlist("skp")[: MAKS_SEKALIGUS + 1] if (satu := _baca(teks))]
    if not pilihan:
        messages.error(request, "Pilih dahulu SKP yang akan disetujui.")
        return redirect("kinerja:persetujuan")
    if len(pilihan) > MAKS_SEKALIGUS:
        messages.error(request, f"Setujui paling banyak {MAKS_SEKALIGUS} SKP sekaligus.")
        return redirect("kinerja:persetujuan")
    terlihat = SKP.objects.visible_to(request.user).select_related("pegawai").in_bulk([pk for pk, _ in pilihan])
    laporan = [_satu(request.user, pk, versi, terlihat) for pk, versi in dict(pilihan).items()]
    konteks = {
        "berhasil": [satu for satu in laporan if not satu.galat],
        "ditolak": [satu for satu in laporan if satu.galat],
    }
    return render(request, "kinerja/persetujuan/laporan.html", konteks)


def _baca(teks: str) -> tuple[int, int] | None:
    """(id, version) as the page wrote it: "12:3"."""
    pk, _, versi = teks.partition(":")
    sah = all(satu.isascii() and satu.isdigit() and len(satu) < 10 for satu in (pk, versi))
    return (int(pk), int(versi)) if sah else None


def _satu(oleh, pk: int, versi: int, terlihat: dict) -> Laporan:
    skp = terlihat.get(pk)
    if skp is None:
        return Laporan("SKP yang dipilih", None, "SKP itu tidak ada pada daftar Anda.")
    try:
        actions.approve_skp(skp_id=pk, versi=versi, oleh=oleh, saat=timezone.now())
    except RuleViolation as penolakan:
        return Laporan(str(skp.pegawai), pk, str(penolakan))
    return Laporan(str(skp.pegawai), pk)
