"""The pages of the siklus: list, detail, pre-flight, dates, and what BKPSDM does with them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation

from .. import actions, akses, rekap
from ..aturan import BERIKUT, BERTANGGAL
from ..forms.siklus import (
    BatalForm,
    BuatSiklusForm,
    JadwalForm,
    SaringSiklusForm,
    SaringTemuanForm,
    SetahunForm,
)
from ..models import Potongan, Siklus
from ..pilihan import StatusPotongan, Tahap, TingkatCacat
from . import laporan_siklus

PER_HALAMAN = 25

#: What keeps people from being rated stands first.
BERAT = {tingkat: nomor for nomor, tingkat in enumerate(TingkatCacat)}


def _ambil(request, pk: int) -> Siklus:
    terlihat = Siklus.objects.visible_to(request.user).select_related("periode", "ketentuan", "disalin_dari")
    return get_object_or_404(terlihat.prefetch_related("jadwal"), pk=pk)


def _kelola(request, pk: int) -> Siklus:
    """The siklus, for BKPSDM alone; for others the page does not exist."""
    if not akses.can_manage_siklus(request.user):
        raise Http404
    return _ambil(request, pk)


def _pantau(request, pk: int) -> Siklus:
    if not akses.can_watch_siklus(request.user):
        raise Http404
    return _ambil(request, pk)


def _halaman(request, daftar, param: str = "page", banyak: int = PER_HALAMAN):
    return Paginator(daftar, banyak).get_page(request.GET.get(param))


def _jalankan(request, berhasil: str, aksi, **perintah):
    """Run an action; its refusal becomes a message. The result, or None."""
    try:
        hasil = aksi(**perintah, oleh=request.user, saat=timezone.now())
    except RuleViolation as galat:
        messages.error(request, str(galat))
        return None
    messages.success(request, berhasil)
    return hasil


URUT_SIKLUS = {
    "nama": ("nama", "pk"),
    "-nama": ("-nama", "-pk"),
    "periode": ("periode__mulai", "pk"),
    "-periode": ("-periode__mulai", "-pk"),
    "tahap": ("tahap", "-periode__mulai"),
    "-tahap": ("-tahap", "-periode__mulai"),
}


@require_GET
def siklus_list(request):
    """Every siklus with its stage; BKPSDM copies the last one from here."""
    saring = SaringSiklusForm(request.GET)
    baris = Siklus.objects.visible_to(request.user).select_related("periode").prefetch_related("jadwal")
    if saring.is_valid():
        if cari := saring.cleaned_data["cari"]:
            baris = baris.filter(nama__icontains=cari)
        if tahap := saring.cleaned_data["tahap"]:
            baris = baris.filter(tahap=tahap)
    else:
        baris = baris.none()
    baris = baris.order_by(*URUT_SIKLUS.get(request.GET.get("urut"), URUT_SIKLUS["-periode"]))
    if diminta(request):
        kolom = ["Siklus", "Tahap", "Mulai periode", "Akhir periode", *(tahap.label for tahap in BERTANGGAL)]
        return ekspor(request, "siklus", kolom, map(_baris_ekspor, baris))
    terakhir = Siklus.objects.exclude(tahap=Tahap.BATAL).order_by("-periode__selesai", "-pk").first()
    halaman = _halaman(request, baris)
    return render(
        request,
        "evaluasi/siklus/list.html",
        {
            "halaman": halaman,
            "baris": [(satu, _berikutnya(satu)) for satu in halaman],
            "saring": saring,
            "terakhir": terakhir,
            "boleh_kelola": akses.can_manage_siklus(request.user),
        },
    )


def _berikutnya(siklus: Siklus):
    """The date of the stage that comes next, or None at the end."""
    berikut = BERIKUT.get(siklus.tahap)
    return next((satu for satu in siklus.jadwal.all() if satu.tahap == berikut), None)


def _baris_ekspor(siklus: Siklus) -> list:
    mulai = {satu.tahap: satu.mulai for satu in siklus.jadwal.all()}
    periode = siklus.periode
    return [
        siklus.nama,
        siklus.get_tahap_display(),
        periode.mulai,
        periode.selesai,
        *(mulai.get(t) for t in BERTANGGAL),
    ]


@require_GET
def siklus_detail(request, pk):
    """One siklus: its stages for everybody; progress, blockers and the machinery for BKPSDM and auditors."""
    siklus = _ambil(request, pk)
    isi = {"siklus": siklus, "tahap": rekap.strip_tahap(siklus), "boleh_pantau": akses.can_watch_siklus(request.user)}
    permohonan = siklus.permohonan.first()
    isi |= {"permohonan": permohonan, "penilai": akses.is_assessor(request.user)}
    isi["boleh_putus"] = permohonan is not None and akses.can_decide_siklus_request(request.user, permohonan)
    isi["mengurus"] = akses.can_watch_people(request.user)
    isi["dikalibrasi"] = siklus.tahap in (Tahap.KALIBRASI, Tahap.TERBIT, Tahap.FINAL)
    if isi["boleh_pantau"]:
        isi |= _pantauan(request, siklus)
    else:
        hari = timezone.localdate()
        isi["memimpin"] = bool(akses.offices_headed(request.user, hari))
        isi["di_atas_kantor"] = bool(akses.offices_below(request.user, hari))
    return render(request, "evaluasi/siklus/detail.html", isi)


def _pantauan(request, siklus: Siklus) -> dict:
    kemajuan = rekap.kemajuan_perangkat_daerah(siklus)
    kelola = akses.can_manage_siklus(request.user)
    return {
        "kemajuan": kemajuan,
        "jumlah": _jumlah(kemajuan),
        **_pekerjaan(siklus),
        "karantina": siklus.potongan.filter(status=StatusPotongan.KARANTINA).order_by("pk")[:PER_HALAMAN],
        "penahan": _halaman(request, rekap.penahan(siklus), "penahan", 10),
        "tanpa_penilai": rekap.tanpa_penilai(siklus),
        "surat": rekap.surat_siklus(siklus),
        "sebaran": list(rekap.distribusi(siklus).items()) if siklus.tahap in (Tahap.TERBIT, Tahap.FINAL) else [],
        "boleh_kelola": kelola,
        "dapat_diubah": kelola and siklus.tahap == Tahap.PERSIAPAN and not siklus.dibuka,
        "dapat_dimohon": kelola and siklus.dibuka and siklus.tahap in actions.DAPAT_DIBATALKAN,
    }


def _jumlah(kemajuan) -> dict[str, int]:
    kolom = ("lembar", "terisi", "menyatakan_selesai", "dinilai", "tertahan")
    return {nama: sum(getattr(satu, nama) for satu in kemajuan) for nama in kolom}


@require_GET
def siklus_pekerjaan(request, pk):
    """The fragment with the bars of the chunks, asked again while they work."""
    siklus = _pantau(request, pk)
    return render(request, "evaluasi/siklus/_pekerjaan.html", {"siklus": siklus, **_pekerjaan(siklus)})


def _pekerjaan(siklus: Siklus) -> dict:
    daftar = rekap.pekerjaan(siklus)
    return {"pekerjaan": daftar, "berjalan": any(satu.berjalan for satu in daftar)}


@require_http_methods(["GET", "POST"])
def siklus_buat(request):
    """Make a siklus from a template."""
    if not akses.can_manage_siklus(request.user):
        raise Http404
    form = BuatSiklusForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            isi = form.cleaned_data
            siklus = _jalankan(
                request,
                "Siklus dibuat. Baca pemeriksaan awalnya, lalu buka.",
                actions.create_siklus,
                templat_id=isi["templat"].pk,
                tanggal=isi["tanggal"],
            )
            if siklus:
                return redirect("evaluasi:siklus-periksa", siklus.pk)
        status = 422
    return render(request, "evaluasi/siklus/form.html", {"form": form, "judul": "Siklus baru"}, status=status)


@require_http_methods(["GET", "POST"])
def siklus_setahun(request):
    """Make every siklus of a year at once."""
    if not akses.can_manage_siklus(request.user):
        raise Http404
    form = SetahunForm(request.POST or None, initial={"tahun": timezone.localdate().year + 1})
    if request.method == "POST" and form.is_valid():
        tahun = form.cleaned_data["tahun"]
        if _jalankan(request, f"Siklus tahun {tahun} dibuat. Buka satu per satu.", actions.create_year, tahun=tahun):
            return redirect("evaluasi:siklus-list")
    isi = {"form": form, "judul": "Buat siklus setahun", "tombol": "Buat siklus setahun"}
    return render(request, "evaluasi/siklus/form.html", isi, status=422 if request.method == "POST" else 200)


@require_POST
def siklus_salin(request, pk):
    """Copy a siklus to the next period and show the pre-flight of the copy."""
    siklus = _kelola(request, pk)
    salinan = _jalankan(
        request,
        "Siklus disalin dengan jadwal yang digeser. Baca pemeriksaan awalnya, lalu buka.",
        actions.copy_siklus,
        dari_id=siklus.pk,
    )
    return redirect("evaluasi:siklus-periksa", salinan.pk) if salinan else redirect("evaluasi:siklus-list")


@require_GET
def siklus_periksa(request, pk):
    """The pre-flight: what should be mended before opening, counted and listed; and the button that opens."""
    siklus = _pantau(request, pk)
    temuan = rekap.pemeriksaan(siklus, timezone.localdate())
    dipilih = next((satu for satu in temuan if satu.kunci == request.GET.get("temuan")), None)
    saring = SaringTemuanForm(request.GET)
    baris = (dipilih.dicari(saring.kata) if saring.is_valid() else ()) if dipilih else ()
    if dipilih and diminta(request):
        return ekspor(request, f"pemeriksaan-{dipilih.kunci}", *_ekspor_temuan(dipilih, baris))
    halaman = _halaman(request, baris)
    dapat_dibuka = siklus.tahap == Tahap.PERSIAPAN and not siklus.dibuka
    return render(
        request,
        "evaluasi/siklus/periksa.html",
        {
            "siklus": siklus,
            "tahap": rekap.strip_tahap(siklus),
            "perlu": sorted((satu for satu in temuan if satu.jumlah), key=lambda satu: BERAT[satu.cacat.tingkat]),
            "beres": [satu for satu in temuan if not satu.jumlah],
            "dipilih": dipilih,
            "saring": saring,
            "halaman": halaman,
            "baris": rekap.isi_halaman(dipilih, halaman.object_list) if dipilih else [],
            "boleh_kelola": akses.can_manage_siklus(request.user),
            "boleh_buka": akses.can_manage_siklus(request.user) and dapat_dibuka,
        },
    )


def _ekspor_temuan(dipilih: rekap.Temuan, baris):
    """(headings, rows): with the NIP where the rows are about people."""
    orang = {"pegawai": lambda objek: objek, "skp": lambda objek: objek.pegawai}.get(dipilih.cacat.jenis)
    isi = rekap.isi_halaman(dipilih, baris)
    if orang is None:
        return ["Yang bermasalah", "Keterangan"], ([nama, teks] for _, nama, teks in isi)
    return ["NIP", "Yang bermasalah", "Keterangan"], ([orang(objek).nip, nama, teks] for objek, nama, teks in isi)


@require_POST
def siklus_buka(request, pk):
    """Open the siklus: from now on its dates move it."""
    siklus = _kelola(request, pk)
    hasil = _jalankan(
        request, "Siklus dibuka. Selanjutnya berjalan menurut jadwalnya.", actions.open_siklus, siklus_id=siklus.pk
    )
    return redirect("evaluasi:siklus-detail" if hasil else "evaluasi:siklus-periksa", siklus.pk)


@require_http_methods(["GET", "POST"])
def siklus_jadwal(request, pk):
    """Change the dates of a siklus that is not opened yet."""
    siklus = _kelola(request, pk)
    form = JadwalForm(request.POST or None, jadwal={satu.tahap: satu.mulai for satu in siklus.jadwal.all()})
    status = 200
    if request.method == "POST":
        if form.is_valid() and _jalankan(
            request, "Jadwal disimpan.", actions.set_dates, siklus_id=siklus.pk, jadwal=form.jadwal()
        ):
            return redirect("evaluasi:siklus-detail", siklus.pk)
        status = 422
    isi = {"form": form, "siklus": siklus, "judul": f"Jadwal {siklus.nama}"}
    return render(request, "evaluasi/siklus/form.html", isi, status=status)


@require_http_methods(["GET", "POST"])
def siklus_batal(request, pk):
    """Cancel a siklus that is not opened yet, with the reason."""
    siklus = _kelola(request, pk)
    form = BatalForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid() and _jalankan(
            request,
            "Siklus dibatalkan.",
            actions.cancel_siklus,
            siklus_id=siklus.pk,
            alasan=form.cleaned_data["alasan"],
        ):
            return redirect("evaluasi:siklus-detail", siklus.pk)
        status = 422
    isi = {"form": form, "siklus": siklus, "judul": f"Batalkan {siklus.nama}", "tombol": "Batalkan siklus"}
    return render(request, "evaluasi/siklus/form.html", isi, status=status)


@require_POST
def potongan_ulangi(request, pk):
    """Let a quarantined chunk run again."""
    if not akses.can_manage_siklus(request.user):
        raise Http404
    potongan = get_object_or_404(Potongan.objects.visible_to(request.user), pk=pk)
    _jalankan(request, "Pekerjaan diulangi.", actions.retry_chunk, potongan_id=potongan.pk)
    return redirect("evaluasi:siklus-detail", potongan.siklus_id)


urlpatterns = [
    path("siklus/", siklus_list, name="siklus-list"),
    path("siklus/buat/", siklus_buat, name="siklus-buat"),
    path("siklus/setahun/", siklus_setahun, name="siklus-setahun"),
    path("siklus/<int:pk>/", siklus_detail, name="siklus-detail"),
    path("siklus/<int:pk>/pekerjaan/", siklus_pekerjaan, name="siklus-pekerjaan"),
    path("siklus/<int:pk>/salin/", siklus_salin, name="siklus-salin"),
    path("siklus/<int:pk>/periksa/", siklus_periksa, name="siklus-periksa"),
    path("siklus/<int:pk>/buka/", siklus_buka, name="siklus-buka"),
    path("siklus/<int:pk>/jadwal/", siklus_jadwal, name="siklus-jadwal"),
    path("siklus/<int:pk>/batal/", siklus_batal, name="siklus-batal"),
    *laporan_siklus.urlpatterns,
    path("potongan/<int:pk>/ulangi/", potongan_ulangi, name="potongan-ulangi"),
]
