"""The performance dialogue: the list, a new one, its page with both notes and the agreements, the printed minutes."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import Konflik, RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai

from .. import actions, akses
from ..forms.alur import (
    BatalDialogForm,
    CatatanDialogForm,
    DialogForm,
    HasilKesepakatanForm,
    JadwalDialogForm,
    KesepakatanForm,
    SaringDialogForm,
)
from ..models import DialogKinerja, Kesepakatan
from .halaman import baca_versi

PER_HALAMAN = 25
KOLOM = ["Pegawai", "Atasan", "Waktu", "Tempat", "Agenda", "Status", "Kesepakatan", "Belum selesai"]


def _ambil(request, pk: int) -> DialogKinerja:
    return get_object_or_404(DialogKinerja.objects.visible_to(request.user).select_related("pegawai", "atasan"), pk=pk)


@require_GET
def dialog_list(request):
    """One's dialogues, the latest first, with the agreements that are still open."""
    user, hari = request.user, timezone.localdate()
    saring = SaringDialogForm(request.GET)
    saring.is_valid()
    kata, status = saring.cleaned_data.get("q", "").strip(), saring.cleaned_data.get("status", "")
    daftar = _saring(DialogKinerja.objects.visible_to(user), kata, status)
    daftar = (
        daftar.select_related("pegawai", "atasan")
        .annotate(
            sepakat=Count("kesepakatan"), terbuka=Count("kesepakatan", filter=Q(kesepakatan__selesai_pada__isnull=True))
        )
        .order_by("-waktu", "-pk")
    )
    if diminta(request):
        return ekspor(request, "dialog-kinerja", KOLOM, map(_sel, daftar))
    terbuka = Kesepakatan.objects.visible_to(user).terbuka().select_related("dialog", "penanggung_jawab")
    konteks = {
        "halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("page")),
        "kesepakatan": terbuka.order_by("tenggat", "pk")[:20],
        "saring": saring,
        "kata": kata or status,
        "hari": hari,
        "boleh": bool(user.pegawai_id) and _lawan_bicara(user.pegawai_id, hari).exists(),
    }
    return render(request, "kinerja/dialog/list.html", konteks)


def _saring(baris, kata: str, status: str):
    if kata:
        baris = baris.filter(
            Q(pegawai__nama__icontains=kata) | Q(atasan__nama__icontains=kata) | Q(agenda__icontains=kata)
        )
    sah = Q(pegawai_setuju_pada__isnull=False, atasan_setuju_pada__isnull=False)
    menurut = {
        "dibatalkan": Q(dibatalkan_pada__isnull=False),
        "selesai": Q(dibatalkan_pada__isnull=True) & sah,
        "direncanakan": Q(dibatalkan_pada__isnull=True) & ~sah,
    }
    return baris.filter(menurut[status]) if status in menurut else baris


def _sel(satu: DialogKinerja) -> list:
    return [
        satu.pegawai.nama_lengkap, satu.atasan.nama_lengkap, satu.waktu, satu.tempat, satu.agenda, satu.status_kata,
        satu.sepakat, satu.terbuka,
    ]  # fmt: skip


def _lawan_bicara(pegawai_id: int, hari):
    """With whom one may start a dialogue: the atasan and the direct subordinates."""
    atasan = rekap_pegawai.atasan_pada(pegawai_id, hari)
    bawahan = rekap_pegawai.bawahan_langsung(pegawai_id, hari)
    return Pegawai.objects.filter(Q(pk=atasan.pk if atasan else 0) | Q(pk__in=bawahan.values("pk"))).urut_nama()


@require_http_methods(["GET", "POST"])
def dialog_buat(request):
    """Propose a dialogue; ?dengan= chooses the person."""
    hari = timezone.localdate()
    calon = _lawan_bicara(request.user.pegawai_id or 0, hari)
    awal = {"agenda": "Kemajuan hasil kerja, kendala, dan dukungan yang diperlukan"}
    form = DialogForm(request.POST or None, calon=calon, initial={**awal, "dengan": request.GET.get("dengan", "")})
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            dialog = actions.start_dialogue(
                dengan_id=isi["dengan"].pk, waktu=isi["waktu"], tempat=isi["tempat"], agenda=isi["agenda"],
                oleh=request.user, saat=timezone.now(),
            )  # fmt: skip
        except RuleViolation as penolakan:
            form.add_error(None, str(penolakan))
        else:
            messages.success(request, "Dialog diusulkan. Pihak lain mendapat surat.")
            return redirect("kinerja:dialog-detail", dialog.pk)
    konteks = {"form": form, "boleh": calon.exists()}
    return render(request, "kinerja/dialog/form.html", konteks, status=422 if form.errors else 200)


@require_GET
def dialog_detail(request, pk):
    return _tampilkan(request, _ambil(request, pk))


def _tampilkan(request, dialog: DialogKinerja, status: int = 200, **tolak):
    """The page of a dialogue; `tolak` holds the one form that was refused and `galat`."""
    hari = timezone.localdate()
    sisi = akses.side_of_dialogue(request.user, dialog, hari)
    terbuka = bool(sisi) and dialog.status == "direncanakan"
    konteks = {
        "dialog": dialog,
        "sisi": sisi,
        "terbuka": terbuka,
        "kesepakatan": dialog.kesepakatan.select_related("penanggung_jawab"),
        "bawaan": _bawaan(dialog),
        "hari": hari,
        "berlangsung": dialog.waktu <= timezone.now(),
        "sudah_sah": bool(sisi) and bool(getattr(dialog, f"{sisi}_setuju_pada")),
        "form_jadwal": tolak.get("jadwal") or JadwalDialogForm(initial=_awal(dialog)),
        "form_catatan": tolak.get("catatan")
        or CatatanDialogForm(initial={"catatan": getattr(dialog, f"catatan_{sisi}", "")}),
        "form_sepakat": tolak.get("sepakat") or KesepakatanForm(dialog=dialog),
        "form_batal": tolak.get("batal") or BatalDialogForm(),
        "galat": tolak.get("galat", ()),
        "buka": next((nama for nama in ("jadwal", "batal") if nama in tolak), ""),
    }
    return render(request, "kinerja/dialog/detail.html", konteks, status=status)


def _awal(dialog: DialogKinerja) -> dict:
    return {"waktu": timezone.localtime(dialog.waktu), "tempat": dialog.tempat, "agenda": dialog.agenda}


def _bawaan(dialog: DialogKinerja) -> list[Kesepakatan]:
    """What earlier dialogues of the two left open when this one took place: carried over until done."""
    lama = Kesepakatan.objects.filter(
        dialog__pegawai=dialog.pegawai_id,
        dialog__atasan=dialog.atasan_id,
        dialog__waktu__lt=dialog.waktu,
        dialog__dibatalkan_pada__isnull=True,
    ).filter(Q(selesai_pada__isnull=True) | Q(selesai_pada__gte=dialog.waktu))
    return list(lama.select_related("penanggung_jawab", "dialog").order_by("tenggat", "pk"))


def _tulis(request, dialog: DialogKinerja, nama: str, form, verba, kalimat: str, tempat: str = ""):
    """Validate, write, come back; what is refused stays as it was typed."""
    if not akses.side_of_dialogue(request.user, dialog, timezone.localdate()):
        messages.error(request, "Dialog ini diisi oleh pegawai dan atasannya.")
        return redirect("kinerja:dialog-detail", dialog.pk)
    if form is not None and not form.is_valid():
        return _tampilkan(request, dialog, 422, **{nama: form})
    try:
        verba(oleh=request.user, saat=timezone.now())
    except RuleViolation as penolakan:
        status = 409 if isinstance(penolakan, Konflik) else 422
        isi = {nama: form} if form is not None else {}
        return _tampilkan(request, _ambil(request, dialog.pk), status, galat=[str(penolakan)], **isi)
    messages.success(request, kalimat)
    return HttpResponseRedirect(f"{reverse('kinerja:dialog-detail', args=[dialog.pk])}#{tempat}")


@require_POST
def dialog_jadwal(request, pk):
    dialog, form = _ambil(request, pk), JadwalDialogForm(request.POST)

    def verba(**umum):
        actions.plan_dialogue(dialog_id=pk, versi=baca_versi(request), **form.cleaned_data, **umum)

    return _tulis(request, dialog, "jadwal", form, verba, "Jadwal dialog disimpan. Pihak lain mendapat surat.")


@require_POST
def dialog_catatan(request, pk):
    dialog, form = _ambil(request, pk), CatatanDialogForm(request.POST)

    def verba(**umum):
        actions.note_dialogue(dialog_id=pk, versi=baca_versi(request), **form.cleaned_data, **umum)

    return _tulis(request, dialog, "catatan", form, verba, "Catatan Anda disimpan.", "catatan")


@require_POST
def dialog_sepakat(request, pk):
    dialog = _ambil(request, pk)
    form = KesepakatanForm(request.POST, dialog=dialog)

    def verba(**umum):
        isi = form.cleaned_data
        actions.agree(
            dialog_id=pk, versi=baca_versi(request), uraian=isi["uraian"],
            penanggung_jawab_id=isi["penanggung_jawab"].pk, tenggat=isi["tenggat"], **umum,
        )  # fmt: skip

    return _tulis(request, dialog, "sepakat", form, verba, "Kesepakatan dicatat.", "kesepakatan")


@require_POST
def dialog_sahkan(request, pk):
    dialog = _ambil(request, pk)

    def verba(**umum):
        actions.confirm_dialogue(dialog_id=pk, versi=baca_versi(request), **umum)

    return _tulis(request, dialog, "", None, verba, "Anda mengesahkan risalah dialog ini.")


@require_POST
def dialog_batal(request, pk):
    dialog, form = _ambil(request, pk), BatalDialogForm(request.POST)

    def verba(**umum):
        actions.cancel_dialogue(dialog_id=pk, versi=baca_versi(request), **form.cleaned_data, **umum)

    return _tulis(request, dialog, "batal", form, verba, "Dialog dibatalkan. Kesepakatan sebelumnya tetap terbuka.")


@require_POST
def kesepakatan_selesai(request, pk):
    """Note an agreement as done; `kembali` is the dialogue from which it was pressed."""
    baris = Kesepakatan.objects.visible_to(request.user).select_related("dialog")
    kesepakatan, form = get_object_or_404(baris, pk=pk), HasilKesepakatanForm(request.POST)
    hasil = form.cleaned_data["hasil"] if form.is_valid() else ""
    try:
        if form.errors:
            raise RuleViolation("Tulis hasilnya paling panjang 200 huruf.")
        actions.finish_agreement(kesepakatan_id=pk, hasil=hasil, oleh=request.user, saat=timezone.now())
    except RuleViolation as penolakan:
        messages.error(request, str(penolakan))
    else:
        messages.success(request, "Kesepakatan dinyatakan selesai.")
    kembali = request.POST.get("kembali", "")
    ada = kembali.isascii() and kembali.isdigit() and len(kembali) < 10
    terlihat = ada and DialogKinerja.objects.visible_to(request.user).filter(pk=int(kembali)).exists()
    tujuan = int(kembali) if terlihat else kesepakatan.dialog_id
    return HttpResponseRedirect(f"{reverse('kinerja:dialog-detail', args=[tujuan])}#kesepakatan")
