"""A revision of an approved plan: written beside it, the difference shown, decided; and the history of versions."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from mataram_asn.kit.galat import Konflik, RuleViolation

from .. import actions, akses, potret, rekap
from ..aturan import NILAI_DASAR, bandingkan
from ..aturan.perubahan import HAPUS
from ..forms import FORM_INDIKATOR, BobotForm, CatatanForm, EkspektasiForm, HasilForm, LampiranForm
from ..forms.alur import AlasanForm
from ..models import PerubahanSKP
from ..pilihan import JenisHasil, JenisIndikator, JenisLampiran, NilaiDasar, Pendekatan
from .beda import tulis_beda
from .halaman import ambil_skp, baca_versi


@dataclass
class Terbuka:
    """The one form that is open on the page, and what was refused."""

    tempat: str = ""
    form: object = None
    bobot: object = None
    perilaku: object = None
    lampiran: object = None
    catatan: object = None
    galat: list = field(default_factory=list)
    pelanggaran: tuple = ()


def ambil(request, pk: int) -> PerubahanSKP:
    """The revision, if its plan exists for this user."""
    baris = PerubahanSKP.objects.visible_to(request.user).select_related(
        "skp__pegawai", "skp__penilai", "skp__jabatan", "skp__unit", "diputus_oleh"
    )
    perubahan = get_object_or_404(baris, pk=pk)
    potret.pakai_pendekatan(perubahan.skp, perubahan.isi)
    return perubahan


@require_http_methods(["GET", "POST"])
def perubahan_buat(request, pk):
    """Begin a revision with its reason."""
    skp = ambil_skp(request, pk)
    if not akses.is_owner(request.user, skp):
        messages.error(request, "Perubahan SKP diajukan oleh pemiliknya.")
        return redirect("kinerja:skp-detail", pk)
    form = AlasanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            perubahan = actions.start_revision(
                skp_id=skp.pk, alasan=form.cleaned_data["alasan"], oleh=request.user, saat=timezone.now()
            )
        except RuleViolation as penolakan:
            form.add_error(None, str(penolakan))
        else:
            messages.success(request, "Perubahan dimulai. SKP yang berlaku tidak berubah sampai atasan menyetujui.")
            return redirect("kinerja:perubahan-detail", perubahan.pk)
    terbuka = skp.perubahan.terbuka().first()
    konteks = {"skp": skp, "form": form, "terbuka": terbuka}
    return render(request, "kinerja/perubahan/form.html", konteks, status=422 if form.errors else 200)


@require_GET
def perubahan_detail(request, pk):
    return _tampilkan(request, ambil(request, pk), Terbuka(tempat=request.GET.get("buka", "")[:40]))


def _tampilkan(request, perubahan: PerubahanSKP, terbuka: Terbuka, status: int = 200):
    """The page of a revision: the difference on top, then the new content, with forms for its owner."""
    hari, user, skp = timezone.localdate(), request.user, perubahan.skp
    ubah = akses.can_edit_revision(user, perubahan)
    putus = akses.can_decide_revision(user, perubahan, hari)
    beda = bandingkan(perubahan.isi_lama, perubahan.isi)
    keadaan = {satu.kunci: satu.keadaan for satu in beda}
    penyusun = _Penyusun(skp, hari, terbuka, ubah, keadaan)
    hasil = [penyusun.hasil(satu) for satu in perubahan.isi["hasil"]]
    utama = [ind["obj"] for satu in hasil if satu["obj"].jenis == JenisHasil.UTAMA for ind in satu["indikator"]]
    konteks = {
        "perubahan": perubahan,
        "skp": skp,
        "boleh": {
            "ubah": ubah,
            "putus": putus,
            "tarik": perubahan.status == "diajukan" and akses.is_owner(user, skp),
            "milik": akses.is_owner(user, skp),
            "ekspektasi": akses.can_set_revision_expectations(user, perubahan, hari),
        },
        "beda": tulis_beda(beda),
        "hasil": hasil,
        "dikeluarkan": [satu for satu in beda if satu.keadaan == HAPUS and satu.apa in ("hasil", "indikator")],
        "pendekatan": Pendekatan.choices,
        "perilaku": _perilaku(perubahan.isi, terbuka),
        "lampiran": _lampiran(perubahan.isi, terbuka),
        "berubah": {satu.apa: True for satu in beda},
        "form_hasil": penyusun.form("hasil-baru", lambda: HasilForm(skp=skp, hari=hari)),
        "bobot": (terbuka.bobot or BobotForm(indikator=utama)) if ubah and utama else None,
        "jumlah_bobot": sum((ind.bobot or Decimal(0) for ind in utama), Decimal(0)),
        "form_catatan": terbuka.catatan or (CatatanForm() if putus else None),
        "galat": terbuka.galat,
        "pelanggaran": terbuka.pelanggaran,
        "tempat": terbuka.tempat if ubah else "",
    }
    return render(request, "kinerja/perubahan/detail.html", konteks, status=status)


def _perilaku(isi: dict, terbuka: Terbuka) -> list[dict]:
    """The seven values, each with its field."""
    form = terbuka.perilaku or EkspektasiForm(awal=isi.get("ekspektasi", {}))
    return [
        {"label": label, "panduan": NILAI_DASAR[nilai], "kolom": form[nilai]} for nilai, label in NilaiDasar.choices
    ]


def _lampiran(isi: dict, terbuka: Terbuka) -> list[dict]:
    """The three lists of the annex, each with its field."""
    form = terbuka.lampiran or LampiranForm(awal=isi.get("lampiran", {}))
    return [{"label": label, "kolom": form[jenis]} for jenis, label in JenisLampiran.choices]


class _Penyusun:
    """Puts the content of a revision and the open form together for the page."""

    def __init__(self, skp, hari, terbuka: Terbuka, ubah: bool, keadaan: dict):
        self.skp, self.hari, self.terbuka, self.ubah, self.keadaan = skp, hari, terbuka, ubah, keadaan

    def form(self, tempat: str, buat):
        if not self.ubah or self.terbuka.tempat != tempat:
            return None
        return self.terbuka.form or buat()

    def hasil(self, isi: dict) -> dict:
        obj, kunci = potret.bentuk_hasil(self.skp, isi), isi["kunci"]
        return {
            "obj": obj,
            "kunci": kunci,
            "mendukung": isi["mendukung"] or isi["iku"],
            "keadaan": self.keadaan.get(kunci, ""),
            "form": self.form(kunci, lambda: HasilForm(skp=self.skp, hari=self.hari, hasil=obj)),
            "indikator": [self._indikator(obj, satu) for satu in isi["indikator"]],
            "form_baru": self._baru(obj, kunci),
        }

    def _indikator(self, hasil, isi: dict) -> dict:
        obj, kunci = potret.bentuk_indikator(hasil, isi), isi["kunci"]
        return {
            "obj": obj,
            "kunci": kunci,
            "keadaan": self.keadaan.get(kunci, ""),
            "target": "" if obj.target is None else rekap.tulis_target(obj, obj.target, obj.target_atas),
            "form": self.form(kunci, lambda: FORM_INDIKATOR[obj.jenis](hasil=hasil, indikator=obj)),
        }

    def _baru(self, hasil, kunci: str):
        for jenis in JenisIndikator.values:
            if form := self.form(f"{jenis}-{kunci}", lambda jenis=jenis: FORM_INDIKATOR[jenis](hasil=hasil)):
                return form
        return None


def _tulis(request, perubahan, verba, kalimat: str, tempat: str = "", form=None):
    """Validate, write, go back to the place; what is refused comes back as it was typed."""
    if form is not None and not form.is_valid():
        return _tampilkan(request, perubahan, Terbuka(tempat, form), 422)
    try:
        verba(perubahan_id=perubahan.pk, versi=baca_versi(request), oleh=request.user, saat=timezone.now())
    except actions.PlanIncomplete as penolakan:
        return _tampilkan(request, ambil(request, perubahan.pk), Terbuka(pelanggaran=penolakan.pelanggaran), 422)
    except RuleViolation as penolakan:
        status = 409 if isinstance(penolakan, Konflik) else 422
        terbuka = Terbuka(tempat, form, galat=[str(penolakan)])
        return _tampilkan(request, ambil(request, perubahan.pk), terbuka, status)
    messages.success(request, kalimat)
    return HttpResponseRedirect(f"{reverse('kinerja:perubahan-detail', args=[perubahan.pk])}#{tempat or 'isi'}")


def _milik(request, pk) -> PerubahanSKP | None:
    """The revision where it is one's own; None where one may see it but writes nothing."""
    perubahan = ambil(request, pk)
    if akses.is_owner(request.user, perubahan.skp):
        return perubahan
    messages.error(request, "Anda dapat melihat perubahan ini, tetapi tidak mengubahnya.")
    return None


def _kunci(request, nama: str = "kunci") -> str:
    """The key of a row as the page wrote it: h12, i34, b5 or the name of a part; anything else is none."""
    teks = request.POST.get(nama, "")[:20]
    if teks in actions.BAGIAN:
        return teks
    return teks if teks[:1] in ("h", "i", "b") and teks[1:].isascii() and teks[1:].isdigit() else ""


@require_POST
def perubahan_hasil(request, pk):
    """Write a result of the revision, new without `kunci`."""
    if (perubahan := _milik(request, pk)) is None:
        return redirect("kinerja:perubahan-detail", pk)
    kunci = _kunci(request)
    ada = potret.cari_hasil(perubahan.isi, kunci) if kunci else None
    obj = potret.bentuk_hasil(perubahan.skp, ada) if ada else None
    form = HasilForm(request.POST, skp=perubahan.skp, hari=timezone.localdate(), hasil=obj)

    def verba(**umum):
        isi = form.cleaned_data
        actions.save_revision_result(
            kunci=kunci,
            uraian=isi["uraian"],
            jenis=isi["jenis"],
            mendukung_id=isi["mendukung"].pk if isi["mendukung"] else None,
            iku_id=isi["iku"].pk if isi.get("iku") else None,
            **umum,
        )

    return _tulis(request, perubahan, verba, "Hasil kerja disimpan pada perubahan.", kunci or "hasil-baru", form)


@require_POST
def perubahan_indikator(request, pk):
    """Write an indicator of the revision; `induk` is its result's key, `jenis` its kind."""
    if (perubahan := _milik(request, pk)) is None:
        return redirect("kinerja:perubahan-detail", pk)
    kunci, induk = _kunci(request), _kunci(request, "induk")
    isi_hasil = potret.cari_hasil(perubahan.isi, induk) if induk else None
    jenis = request.POST.get("jenis_indikator", "")
    if isi_hasil is None or jenis not in JenisIndikator.values:
        terbuka = Terbuka(galat=["Hasil kerjanya sudah tidak ada pada perubahan ini. Muat ulang halaman."])
        return _tampilkan(request, perubahan, terbuka, 422)
    hasil = potret.bentuk_hasil(perubahan.skp, isi_hasil)
    ada = potret.cari_indikator(perubahan.isi, kunci) if kunci else None
    obj = potret.bentuk_indikator(hasil, ada[1]) if ada else None
    form = FORM_INDIKATOR[JenisIndikator(jenis)](request.POST, hasil=hasil, indikator=obj)

    def verba(**umum):
        actions.save_revision_indicator(kunci_hasil=induk, kunci=kunci, isi=form.isi, **umum)

    tempat = kunci or f"{jenis}-{induk}"
    return _tulis(request, perubahan, verba, "Indikator disimpan pada perubahan.", tempat, form)


@require_POST
def perubahan_bobot(request, pk):
    """Write the weights, as typed or shared evenly."""
    if (perubahan := _milik(request, pk)) is None:
        return redirect("kinerja:perubahan-detail", pk)
    semua = potret.bentuk_semua(perubahan.skp, perubahan.isi)
    utama = [ind for hasil, daftar in semua if hasil.jenis == JenisHasil.UTAMA for ind in daftar]
    form = BobotForm(request.POST, indikator=utama)
    rata = request.POST.get("aksi") == "rata"
    if not rata and not form.is_valid():
        return _tampilkan(request, perubahan, Terbuka(bobot=form), 422)

    def verba(**umum):
        bobot = None if rata else {potret.tulis_kunci("i", pk): nilai for pk, nilai in form.bobot.items()}
        actions.save_revision_weights(bobot=bobot, **umum)

    return _tulis(request, perubahan, verba, "Bobot disimpan pada perubahan.", "bobot")


@require_POST
def perubahan_baris(request, pk, aksi):
    """Leave a row out of the new version, or take it back."""
    if (perubahan := _milik(request, pk)) is None:
        return redirect("kinerja:perubahan-detail", pk)
    verba, kalimat = {
        "keluarkan": (actions.drop_from_revision, "Dikeluarkan dari versi baru. Yang lama tetap terbaca."),
        "pulihkan": (actions.restore_into_revision, "Dikembalikan seperti pada SKP yang berlaku."),
    }[aksi]
    return _tulis(request, perubahan, lambda **umum: verba(kunci=_kunci(request), **umum), kalimat)


LANGKAH = {
    "ajukan": (actions.submit_revision, "Perubahan diajukan. Atasan Anda mendapat surat."),
    "tarik": (actions.withdraw_revision, "Perubahan ditarik kembali menjadi draf."),
    "batalkan": (actions.cancel_revision, "Perubahan dibatalkan. SKP yang berlaku tetap."),
    "setujui": (actions.approve_revision, "Perubahan disetujui dan berlaku sekarang. Versi lama tetap terbaca."),
}


@require_POST
def perubahan_langkah(request, pk, aksi):
    """Take one step: submit, withdraw or cancel one's own, approve a subordinate's."""
    perubahan = ambil(request, pk)
    pemutus = akses.is_atasan(request.user, perubahan.skp, timezone.localdate())
    if not (pemutus if aksi == "setujui" else akses.is_owner(request.user, perubahan.skp)):
        messages.error(request, "Anda dapat melihat perubahan ini, tetapi tidak memutusnya.")
        return redirect("kinerja:perubahan-detail", pk)
    verba, kalimat = LANGKAH[aksi]
    return _tulis(request, perubahan, verba, kalimat)


@require_POST
def perubahan_kembalikan(request, pk):
    """Send a revision back with a note."""
    perubahan, form = ambil(request, pk), CatatanForm(request.POST)
    if not akses.is_atasan(request.user, perubahan.skp, timezone.localdate()):
        messages.error(request, "Anda dapat melihat perubahan ini, tetapi tidak memutusnya.")
        return redirect("kinerja:perubahan-detail", pk)
    if not form.is_valid():
        return _tampilkan(request, perubahan, Terbuka(catatan=form), 422)

    def verba(**umum):
        actions.return_revision(catatan=form.cleaned_data["catatan"], **umum)

    return _tulis(request, perubahan, verba, "Perubahan dikembalikan dengan catatan Anda.")
