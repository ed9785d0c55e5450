"""The pages of objection: pick and send from the result, examine and decide, the list with its clock, the watch."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from kinerja.pilihan import JenisBukti
from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka

from .. import actions, akses, rekap
from ..aturan import nilai_sah, sisa_hari
from ..forms.keberatan import AjukanForm, KeteranganForm, PutusanForm, SaringKeberatanForm, SaringPantauForm, TunjukForm
from ..models import BuktiKeberatan, ButirKeberatan, Evaluasi, Keberatan
from ..pilihan import Pihak, Predikat, StatusKeberatan
from .jejak import halaman_hasil

PER_HALAMAN = 25
URUT = {
    "pegawai": ("pegawai__nama", "pk"),
    "-pegawai": ("-pegawai__nama", "-pk"),
    "diajukan": ("diajukan_pada", "pk"),
    "-diajukan": ("-diajukan_pada", "-pk"),
    "status": ("status", "pk"),
    "-status": ("-status", "-pk"),
    "tenggat": ("putus_sebelum", "pk"),
    "-tenggat": ("-putus_sebelum", "-pk"),
}
KOLOM = [
    "Nomor",
    "Pegawai",
    "NIP",
    "Siklus",
    "Penilai",
    "Pemeriksa",
    "Diajukan",
    "Status",
    "Putus sebelum",
    "Sisa hari",
]


@require_POST
def ajukan(request, pk):
    """Send an objection to the picked figures of one's own result."""
    evaluasi = _milik_sendiri(request, pk)
    form = AjukanForm(request.POST, request.FILES)
    saat = timezone.now()
    if not form.is_valid():
        return _kembali_dengan_isian(request, evaluasi, form)
    isi = form.cleaned_data
    try:
        keberatan = actions.submit_objection(
            evaluasi_id=evaluasi.pk,
            kunci=request.POST.getlist("butir"),
            alasan=isi["alasan"],
            berkas=isi["berkas"],
            tautan=isi["tautan"],
            oleh=request.user,
            saat=saat,
        )
    except RuleViolation as tolakan:
        form.add_error(None, str(tolakan))
        return _kembali_dengan_isian(request, evaluasi, form)
    messages.success(request, f"Keberatan {keberatan.nomor} diterima. Anda mendapat surat pada setiap langkahnya.")
    return redirect("evaluasi:keberatan-detail", keberatan.pk)


def _kembali_dengan_isian(request, evaluasi, form):
    """The result page again, with what was typed and picked still there."""
    return halaman_hasil(request, evaluasi.pk, form=form, dipilih=request.POST.getlist("butir"), status=422)


def _milik_sendiri(request, pk: int) -> Evaluasi:
    terlihat = Evaluasi.objects.visible_to(request.user).filter(pegawai=request.user.pegawai_id or 0)
    return get_object_or_404(terlihat, pk=pk)


@require_POST
def terima(request, pk):
    """Accept one's own result."""
    evaluasi = _milik_sendiri(request, pk)
    try:
        actions.accept_result(evaluasi_id=evaluasi.pk, oleh=request.user, saat=timezone.now())
    except RuleViolation as tolakan:
        messages.error(request, str(tolakan))
    else:
        messages.success(request, "Hasil Anda nyatakan diterima.")
    return redirect("evaluasi:hasil-detail", evaluasi.pk)


def _ambil(request, pk: int) -> Keberatan:
    baris = Keberatan.objects.visible_to(request.user).diajukan()
    return get_object_or_404(
        baris.select_related(
            "evaluasi__siklus", "evaluasi__skp__jabatan", "pegawai", "penilai", "pemeriksa", "hasil", "diputus_oleh"
        ),
        pk=pk,
    )


def butir_bersatuan(keberatan: Keberatan) -> list[ButirKeberatan]:
    """The contested figures, a realisasi with the unit of its indicator as the result keeps it."""
    indikator = keberatan.evaluasi.masukan.get("indikator", [])
    satuan = {f"realisasi:{satu['kunci']}": satu.get("satuan", "") for satu in indikator}
    butir = list(keberatan.butir.all())
    for satu in butir:
        satu.satuan = satuan.get(satu.kunci, "")
    return butir


@require_GET
def detail(request, pk):
    """One objection: what is contested, what both sides said, what was decided."""
    return _halaman(request, _ambil(request, pk))


def _halaman(request, keberatan: Keberatan, status: int = 200, **form):
    saat, user = timezone.now(), request.user
    pemeriksa = akses.is_examiner(user, keberatan)
    memeriksa = keberatan.status == StatusKeberatan.PEMERIKSAAN
    pihak = [satu for satu in Pihak if memeriksa and akses.can_speak_for(user, keberatan, satu)]
    konteks = {
        "keberatan": keberatan,
        "butir": butir_bersatuan(keberatan),
        "keterangan": keberatan.keterangan.select_related("dicatat_oleh"),
        "bukti": keberatan.bukti.all(),
        "belum_didengar": rekap.yang_belum_didengar(keberatan, saat) if memeriksa else (),
        "boleh_mulai": pemeriksa and keberatan.status == StatusKeberatan.KEBERATAN,
        "boleh_putus": pemeriksa and memeriksa,
        "boleh_tunjuk": akses.can_assign_examiner(user, keberatan),
        "sisa": sisa_kata(keberatan, saat),
        "lihat_hasil": Evaluasi.objects.visible_to(user).filter(pk=keberatan.evaluasi_id).exists(),
        "form_tunjuk": TunjukForm(),
    }
    konteks["form_keterangan"] = KeteranganForm(pihak=pihak) if pihak else None
    konteks["form_putusan"] = PutusanForm(butir=konteks["butir"]) if konteks["boleh_putus"] else None
    return render(request, "evaluasi/keberatan/detail.html", konteks | form, status=status)


def _sisa(keberatan: Keberatan, saat) -> int | None:
    """Calendar days until the decision is expected; None once it is decided."""
    if keberatan.diputus_pada or keberatan.putus_sebelum is None:
        return None
    return sisa_hari(keberatan.putus_sebelum, saat)


def sisa_kata(keberatan: Keberatan, saat) -> str:
    """The same in words; empty once it is decided."""
    sisa = _sisa(keberatan, saat)
    if sisa is None:
        return ""
    return f"lewat {tulis_angka(-sisa)} hari" if sisa < 0 else f"sisa {tulis_angka(sisa)} hari"


@require_POST
def tunjuk(request, pk):
    """BKPSDM names the examiner where nobody stands above the assessor."""
    keberatan = _ambil(request, pk)
    if not akses.can_assign_examiner(request.user, keberatan):
        raise Http404
    form = TunjukForm(request.POST)
    if form.is_valid():
        isi = form.cleaned_data
        try:
            actions.assign_examiner(
                keberatan_id=pk,
                pegawai_id=isi["pegawai"].pk,
                dasar=isi["dasar"],
                oleh=request.user,
                saat=timezone.now(),
            )
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            messages.success(request, f"{isi['pegawai']} ditunjuk sebagai pemeriksa.")
            return redirect("evaluasi:keberatan-detail", pk)
    return _halaman(request, keberatan, status=422, form_tunjuk=form)


@require_POST
def periksa(request, pk):
    """The examiner begins."""
    keberatan = _milik_pemeriksa(request, pk)
    try:
        actions.start_examination(keberatan_id=pk, oleh=request.user, saat=timezone.now())
    except RuleViolation as tolakan:
        messages.error(request, str(tolakan))
    else:
        messages.success(request, "Pemeriksaan dimulai; kedua pihak mendapat surat dan kesempatan bertanggal.")
    return redirect("evaluasi:keberatan-detail", keberatan.pk)


def _milik_pemeriksa(request, pk: int) -> Keberatan:
    keberatan = _ambil(request, pk)
    if not akses.is_examiner(request.user, keberatan):
        raise Http404
    return keberatan


@require_POST
def keterangan(request, pk):
    """One side speaks, or the examiner writes down what was said."""
    keberatan = _ambil(request, pk)
    pihak = [satu for satu in Pihak if akses.can_speak_for(request.user, keberatan, satu)]
    if not pihak:
        raise Http404
    form = KeteranganForm(request.POST, pihak=pihak)
    if form.is_valid():
        try:
            actions.give_statement(keberatan_id=pk, **form.cleaned_data, oleh=request.user, saat=timezone.now())
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
        else:
            messages.success(request, "Keterangan tersimpan.")
            return redirect("evaluasi:keberatan-detail", pk)
    return _halaman(request, keberatan, status=422, form_keterangan=form)


@require_POST
def putus(request, pk):
    """Decide, or only show what the decision would give (button "hitung", also without scripts)."""
    keberatan = _milik_pemeriksa(request, pk)
    hanya_lihat = "hitung" in request.POST or request.htmx
    form = PutusanForm(request.POST, butir=butir_bersatuan(keberatan), wajib=not hanya_lihat)
    saat = timezone.now()
    hasil = None
    if form.is_valid():
        try:
            if hanya_lihat:
                hasil = _pratinjau(keberatan, form, request.user, saat)
            else:
                actions.decide_objection(keberatan_id=pk, putusan=form.putusan(), oleh=request.user, saat=saat)
                messages.success(request, f"{keberatan.nomor} diputus. Kedua pihak mendapat surat.")
                return redirect("evaluasi:keberatan-detail", pk)
        except RuleViolation as tolakan:
            form.add_error(None, str(tolakan))
    isi = {"form_putusan": form, "pratinjau": hasil}
    if request.htmx:
        return render(request, "evaluasi/keberatan/_pratinjau.html", isi | {"keberatan": keberatan})
    return _halaman(request, keberatan, status=200 if hasil else 422, **isi)


def _pratinjau(keberatan, form, user, saat):
    """What the choices so far would give; a figure that is not chosen yet, or kept, stays as it is."""
    putusan = {
        pk: satu | {"nilai_baru": nilai_sah(butir.kunci, satu["nilai_baru"])}
        for butir in form.butir
        for pk, satu in [(butir.pk, form.putusan()[butir.pk])]
        if satu["putusan"] == "diubah" and satu["nilai_baru"] not in (None, "")
    }
    isi = {pk: satu | {"pertimbangan": satu["pertimbangan"] or "(pertimbangan)"} for pk, satu in putusan.items()}
    return rekap.pratinjau(keberatan, isi, saat, user)


@require_GET
def bukti(request, pk):
    """Send one stored file to whoever sees the objection."""
    satu = get_object_or_404(BuktiKeberatan.objects.visible_to(request.user), pk=pk, jenis=JenisBukti.BERKAS)
    try:
        isi = satu.berkas.open("rb")
    except FileNotFoundError as galat:
        raise Http404("Berkasnya tidak ada lagi di penyimpanan.") from galat
    jawaban = FileResponse(isi, as_attachment=True, filename=satu.nama_asli, content_type=satu.tipe)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


@require_GET
def daftar(request):
    """Every objection that one sees, with the days left until its decision is expected."""
    saring = SaringKeberatanForm(request.GET)
    baris = _saring(Keberatan.objects.visible_to(request.user).diajukan(), saring)
    baris = baris.select_related("pegawai", "penilai", "pemeriksa", "evaluasi__siklus")
    baris = baris.order_by(*URUT.get(request.GET.get("urut"), URUT["-diajukan"]))
    saat = timezone.now()
    if diminta(request):
        return ekspor(request, "keberatan", KOLOM, (_sel(satu, saat) for satu in baris))
    halaman = Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))
    konteks = {
        "halaman": halaman,
        "baris": [(satu, sisa_kata(satu, saat)) for satu in halaman],
        "saring": saring,
        "boleh_pantau": akses.can_watch_pairs(request.user),
    }
    return render(request, "evaluasi/keberatan/list.html", konteks)


def _saring(baris, saring: SaringKeberatanForm):
    if not saring.is_valid():
        return baris.none()
    isi = saring.cleaned_data
    if cari := isi["cari"].strip():
        baris = baris.filter(Q(pegawai__nama__icontains=cari) | Q(pegawai__nip__startswith=cari))
    if isi["status"] == "terbuka":
        return baris.terbuka()
    return baris.filter(status=isi["status"]) if isi["status"] else baris


def _sel(satu: Keberatan, saat) -> list:
    return [
        satu.nomor,
        satu.pegawai.nama,
        satu.pegawai.nip,
        satu.evaluasi.siklus.nama,
        str(satu.penilai),
        str(satu.pemeriksa or ""),
        satu.diajukan_pada,
        satu.get_status_display(),
        satu.putus_sebelum,
        _sisa(satu, saat),
    ]


@require_GET
def pemantauan(request):
    """The quiet watch: what followed an objection in the next results of the same pair. It changes nothing."""
    if not akses.can_watch_pairs(request.user):
        raise Http404
    saring = SaringPantauForm(request.GET)
    baris = rekap.pantauan(timezone.now(), kata=saring["cari"].value() or "") if saring.is_valid() else []
    if saring.is_valid() and (tanda := saring.cleaned_data["tanda"]):
        baris = [satu for satu in baris if satu.tanda == tanda]
    if diminta(request):
        kolom = ["Nomor", "Pegawai", "Penilai", "Siklus", "Predikat", "Sesudahnya", "Tanda", "Sebab"]
        return ekspor(request, "pemantauan-keberatan", kolom, map(_sel_pantau, baris))
    konteks = {"halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")), "saring": saring}
    return render(request, "evaluasi/keberatan/pemantauan.html", konteks)


def _sel_pantau(satu) -> list:
    return [
        satu.keberatan.nomor,
        satu.keberatan.pegawai.nama,
        str(satu.keberatan.penilai),
        satu.dasar.siklus.nama,
        Predikat(satu.dasar.predikat).label,
        "; ".join(f"{lain.siklus.nama}: {Predikat(lain.predikat).label}" for lain in satu.sesudah),
        satu.tanda_kata,
        "; ".join(satu.sebab),
    ]


urlpatterns = [
    path("hasil/<int:pk>/keberatan/", ajukan, name="keberatan-ajukan"),
    path("hasil/<int:pk>/terima/", terima, name="hasil-terima"),
    path("keberatan/", daftar, name="keberatan-list"),
    path("keberatan/pemantauan/", pemantauan, name="pemantauan"),
    path("keberatan/<int:pk>/", detail, name="keberatan-detail"),
    path("keberatan/<int:pk>/tunjuk/", tunjuk, name="keberatan-tunjuk"),
    path("keberatan/<int:pk>/periksa/", periksa, name="keberatan-periksa"),
    path("keberatan/<int:pk>/keterangan/", keterangan, name="keberatan-keterangan"),
    path("keberatan/<int:pk>/putus/", putus, name="keberatan-putus"),
    path("keberatan/bukti/<int:pk>/", bukti, name="keberatan-bukti"),
]
