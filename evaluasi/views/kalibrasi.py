"""Calibration before publication: the offices, the people of one office, one person."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import Konflik, RuleViolation
from pegawai.models import Unit
from pegawai.rekap import peta_perangkat_daerah

from .. import actions, akses
from ..aturan import KetentuanPenilaian
from ..forms.kalibrasi import CabutForm, KalibrasiForm, MintaForm, SaringKalibrasiForm, SaringKantorForm
from ..models import Kalibrasi, LembarPenilaian, Siklus
from ..pilihan import Rating, Sumbu, Tahap
from ..rekap import efek as rekap_efek
from ..rekap import kalibrasi as rekap
from ..rekap.masukan import hitung_sementara, masukan_lembar
from .pohon import bertautan, pohon_sementara

PER_HALAMAN = 25
#: From calibration on the ratings of an office are read on these pages; before that they are drafts of the assessor.
TERLIHAT = (Tahap.KALIBRASI, Tahap.TERBIT, Tahap.FINAL)


def _siklus(request, pk: int) -> Siklus:
    terlihat = Siklus.objects.visible_to(request.user).select_related("periode", "ketentuan").prefetch_related("jadwal")
    return get_object_or_404(terlihat, pk=pk, tahap__in=TERLIHAT)


@require_GET
def kalibrasi_list(request, pk):
    """The perangkat daerah of a siklus with their curves; a head sees the own one."""
    siklus = _siklus(request, pk)
    seluruh = akses.can_watch_siklus(request.user)
    dipimpin = akses.offices_headed(request.user, timezone.localdate())
    if not seluruh and not dipimpin:
        raise Http404
    saring = SaringKantorForm(request.GET)
    kantor = _saring_kantor(rekap.kantor_kalibrasi(siklus, None if seluruh else dipimpin), saring)
    kantor.sort(key=URUT_KANTOR.get(request.GET.get("urut", "").lstrip("-"), URUT_KANTOR["nama"]))
    if request.GET.get("urut", "").startswith("-"):
        kantor.reverse()
    if diminta(request):
        return ekspor(request, "kalibrasi-perangkat-daerah", KOLOM_KANTOR, map(_sel_kantor, kantor))
    halaman = Paginator(kantor, PER_HALAMAN).get_page(request.GET.get("page"))
    return render(request, "evaluasi/kalibrasi/list.html", {"siklus": siklus, "halaman": halaman, "saring": saring})


URUT_KANTOR = {
    "nama": lambda satu: (satu.unit.nama.casefold(), satu.unit.pk),
    "orang": lambda satu: (satu.orang, satu.unit.pk),
    "belum": lambda satu: (satu.belum, satu.unit.pk),
    "diubah": lambda satu: (satu.diubah, satu.unit.pk),
}
KOLOM_KANTOR = [
    "Perangkat daerah", "Predikat organisasi", "Pegawai", "Sudah dinilai", "Diubah dalam kalibrasi", "Sesuai pola",
    "Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang",
]  # fmt: skip


def _saring_kantor(kantor: list, saring: SaringKantorForm) -> list:
    if not saring.is_valid():
        return []
    cari, keadaan = saring.cleaned_data["cari"].casefold(), saring.cleaned_data["keadaan"]
    kantor = [satu for satu in kantor if cari in satu.unit.nama.casefold()]
    if keadaan == "tanpa":
        return [satu for satu in kantor if satu.kurva.organisasi is None]
    if keadaan == "tidak_sesuai":
        return [satu for satu in kantor if satu.kurva.pola and satu.kurva.pola.sesuai is False]
    return kantor


def _sel_kantor(satu) -> list:
    kurva = satu.kurva
    sesuai = {True: "ya", False: "belum", None: ""}[kurva.pola.sesuai if kurva.pola else None]
    organisasi = kurva.organisasi.label if kurva.organisasi else ""
    return [satu.unit.nama, organisasi, satu.orang, satu.dinilai, satu.diubah, sesuai, *kurva.jumlah.values()]


@require_GET
def kalibrasi_unit(request, pk, unit_pk):
    """The people of one office: the curve beside the pattern, who is near a line, what deviates, who waits."""
    siklus = _siklus(request, pk)
    unit = get_object_or_404(Unit.objects.perangkat_daerah(), pk=unit_pk)
    if not akses.can_see_calibration(request.user, unit.pk, timezone.localdate()):
        raise Http404
    efek = rekap_efek.efek_siklus(siklus)
    semua = rekap.baris_kantor(siklus, unit.pk, {satu.penilai for satu in efek})
    saring = SaringKalibrasiForm(request.GET)
    diri = request.user.pegawai_id
    orang = [satu for satu in semua if satu.lembar.pegawai_id != diri]
    baris = _urut(_saring(orang, saring), request.GET.get("urut", ""))
    if diminta(request):
        return ekspor(request, "kalibrasi", KOLOM, map(_sel, baris))
    penilai = {satu.lembar.penilai_id for satu in orang} - {diri}
    konteks = {
        "siklus": siklus,
        "unit": unit,
        "kurva": rekap.kurva(siklus, unit.pk, semua),
        "pola": rekap_efek.pola_penilai(efek, penilai),
        "sorotan": [(kunci, label, len(_sorot(orang, kunci))) for kunci, label in saring.fields["sorotan"].choices],
        "dipilih": saring.cleaned_data.get("sorotan", "") if saring.is_valid() else "",
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "terbit": next((satu.mulai for satu in siklus.jadwal.all() if satu.tahap == Tahap.TERBIT), None),
        "berjalan": siklus.tahap == Tahap.KALIBRASI,
    }
    return render(request, "evaluasi/kalibrasi/unit.html", konteks)


def _saring(baris: list, saring: SaringKalibrasiForm) -> list:
    if not saring.is_valid():
        return []
    cari = saring.cleaned_data["cari"].casefold()
    baris = _sorot(baris, saring.cleaned_data["sorotan"])
    return [s for s in baris if cari in f"{s.lembar.pegawai.nama} {s.lembar.skp.jabatan.nama}".casefold()]


def _sorot(baris: list, sorotan: str) -> list:
    return [satu for satu in baris if SOROT[sorotan](satu)]


SOROT = {
    "": lambda satu: True,
    "dekat": lambda satu: bool(satu.dekat),
    "menyimpang": lambda satu: satu.menyimpang,
    "diubah": lambda satu: bool(satu.perubahan),
    "pola": lambda satu: satu.berpola,
    "belum": lambda satu: not satu.dinilai,
}
_URUT = {
    "nama": lambda satu: satu.lembar.pegawai.nama.casefold(),
    "hasil": lambda satu: -1 if satu.lembar.indeks_hasil is None else satu.lembar.indeks_hasil,
    "perilaku": lambda satu: -1 if satu.lembar.indeks_perilaku is None else satu.lembar.indeks_perilaku,
    "penilai": lambda satu: satu.lembar.penilai.nama.casefold() if satu.lembar.penilai else "",
}


def _urut(baris: list, urut: str) -> list:
    kunci = _URUT.get(urut.lstrip("-"), _URUT["nama"])
    return sorted(baris, key=lambda satu: (kunci(satu), satu.lembar.pk), reverse=urut.startswith("-"))


KOLOM = [
    "Nama", "NIP", "Jabatan", "Penilai", "Indeks hasil", "Indeks perilaku", "Rating hasil", "Rating perilaku",
    "Predikat sementara", "Dekat garis", "Berbeda dari usul", "Diubah dalam kalibrasi",
]  # fmt: skip


def _sel(satu) -> list:
    lembar = satu.lembar
    return [
        lembar.pegawai.nama_lengkap, lembar.pegawai.nip or "", lembar.skp.jabatan.nama, str(lembar.penilai or ""),
        lembar.indeks_hasil if satu.dinilai else None, lembar.indeks_perilaku if satu.dinilai else None,
        Rating(satu.hasil).label if satu.hasil else "", Rating(satu.perilaku).label if satu.perilaku else "",
        satu.predikat and rekap.Predikat(satu.predikat).label, "; ".join(satu.dekat),
        satu.alasan, "ya" if satu.diubah else "",
    ]  # fmt: skip


def _lembar(request, pk: int) -> tuple[LembarPenilaian, Unit]:
    """A sheet and its office; 404 unless this user may read the office's calibration, and never one's own."""
    lembar = get_object_or_404(
        LembarPenilaian.objects.filter(siklus__tahap__in=TERLIHAT).select_related(
            "siklus__ketentuan", "siklus__periode", "pegawai", "penilai", "skp__jabatan__unit", "skp__unit"
        ),
        pk=pk,
    )
    kantor = peta_perangkat_daerah(lembar.siklus.periode.selesai).get(lembar.skp.unit_id)
    terlihat = akses.can_see_calibration(request.user, kantor, timezone.localdate())
    if kantor is None or not terlihat or akses.is_own_sheet(request.user, lembar):
        raise Http404
    return lembar, Unit.objects.get(pk=kantor)


@require_http_methods(["GET", "POST"])
def kalibrasi_lembar(request, pk):
    """One person: what stands and why, what was changed, and the one change that is possible here."""
    lembar, unit = _lembar(request, pk)
    sebab = akses.why_not_calibrate(request.user, lembar, timezone.now())
    if request.method == "GET":
        return _tampil(request, lembar, unit, sebab)
    if sebab:
        raise Http404
    form = KalibrasiForm(request.POST)
    if not form.is_valid():
        return _tampil(request, lembar, unit, sebab, form)
    try:
        baris = actions.calibrate(lembar_id=lembar.pk, **form.cleaned_data, oleh=request.user, saat=timezone.now())
    except (Konflik, RuleViolation) as galat:
        status = 409 if isinstance(galat, Konflik) else 422
        return _tampil(request, lembar, unit, sebab, form, galat=str(galat), status=status)
    messages.success(request, f"{lembar.pegawai.nama}: {baris}. Pejabat penilainya diberi tahu.")
    return redirect("evaluasi:kalibrasi-unit", lembar.siklus_id, unit.pk)


def _pohon(lembar, user) -> dict | None:
    """Why the figures are what they are: the tree that the result would have now."""
    [(_, masukan)] = masukan_lembar([lembar.pk])
    hasil = hitung_sementara(masukan)
    return bertautan(pohon_sementara(hasil.pohon.ke_dict()), user) if hasil else None


def _tampil(request, lembar, unit, sebab, form=None, *, cabut=None, minta=None, galat="", status=None):
    [baris] = rekap.susun([lembar], KetentuanPenilaian.dari(lembar.siklus.ketentuan.isi))
    kini = {Sumbu.HASIL: baris.hasil, Sumbu.PERILAKU: baris.perilaku}
    berlaku = {
        satu.sumbu: satu.pk for satu in baris.perubahan if not satu.mencabut_id and not hasattr(satu, "pencabut")
    }
    formulir = form or cabut or minta
    konteks = {
        "lembar": lembar,
        "unit": unit,
        "baris": baris,
        "sisi": [] if sebab else _sisi(baris, kini, form),
        "sebab": sebab,
        "dapat_dicabut": set() if sebab else set(berlaku.values()),
        "cabut": cabut or CabutForm(),
        "galat": galat,
        "minta": minta or MintaForm(),
        "formulir": formulir,
        "pohon": _pohon(lembar, request.user) if baris.dinilai else None,
    }
    return render(
        request, "evaluasi/kalibrasi/lembar.html", konteks, status=status or (200 if formulir is None else 422)
    )


def _sisi(baris, kini: dict, form) -> list[dict]:
    """One form for each side that may be changed; what was typed stays in the one that was sent."""
    hasil = []
    for sumbu, rating in kini.items():
        if sumbu == Sumbu.HASIL and baris.kepala:
            continue
        dikirim = form is not None and form.data.get("sumbu") == sumbu
        hasil.append(
            {
                "sumbu": sumbu,
                "kini": rating,
                "pilihan": [(kunci, label) for kunci, label in Rating.choices if kunci != rating],
                "ke": form.data.get("ke", "") if dikirim else "",
                "alasan": form.data.get("alasan", "") if dikirim else "",
            }
        )
    return hasil


@require_POST
def kalibrasi_minta(request, pk):
    """Ask the assessor to look at the sheet again; nothing changes by it."""
    lembar, unit = _lembar(request, pk)
    sebab = akses.why_not_calibrate(request.user, lembar, timezone.now())
    if sebab:
        raise Http404
    form = MintaForm(request.POST)
    if not form.is_valid():
        return _tampil(request, lembar, unit, sebab, minta=form)
    try:
        actions.ask_assessor(
            lembar_id=lembar.pk, pesan=form.cleaned_data["pesan"], oleh=request.user, saat=timezone.now()
        )
    except RuleViolation as galat:
        return _tampil(request, lembar, unit, sebab, minta=form, galat=str(galat))
    messages.success(request, f"Pesan dikirim kepada {lembar.penilai}. Tidak ada rating yang berubah.")
    return redirect("evaluasi:kalibrasi-lembar", lembar.pk)


@require_POST
def kalibrasi_cabut(request, pk):
    """Take back the latest change of a side, with the reason."""
    dicabut = get_object_or_404(Kalibrasi, pk=pk)
    lembar, unit = _lembar(request, dicabut.lembar_id)
    sebab = akses.why_not_calibrate(request.user, lembar, timezone.now())
    if sebab:
        raise Http404
    form = CabutForm(request.POST)
    if not form.is_valid():
        return _tampil(request, lembar, unit, sebab, cabut=form)
    try:
        actions.withdraw_calibration(
            kalibrasi_id=pk, alasan=form.cleaned_data["alasan"], oleh=request.user, saat=timezone.now()
        )
    except RuleViolation as galat:
        return _tampil(request, lembar, unit, sebab, cabut=form, galat=str(galat))
    messages.success(request, "Perubahan dicabut; rating sebelumnya berlaku kembali.")
    return redirect("evaluasi:kalibrasi-lembar", lembar.pk)


urlpatterns = [
    path("siklus/<int:pk>/kalibrasi/", kalibrasi_list, name="kalibrasi-list"),
    path("siklus/<int:pk>/kalibrasi/<int:unit_pk>/", kalibrasi_unit, name="kalibrasi-unit"),
    path("kalibrasi/lembar/<int:pk>/", kalibrasi_lembar, name="kalibrasi-lembar"),
    path("kalibrasi/lembar/<int:pk>/minta/", kalibrasi_minta, name="kalibrasi-minta"),
    path("kalibrasi/<int:pk>/cabut/", kalibrasi_cabut, name="kalibrasi-cabut"),
]
