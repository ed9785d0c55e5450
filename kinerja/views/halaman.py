"""What the one page of a plan shows: its results with indicators, the form that is open, and what may be done."""

from dataclasses import dataclass, field

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from pegawai import rekap as rekap_pegawai

from .. import akses, rekap
from ..aturan import NILAI_DASAR
from ..forms import FORM_INDIKATOR, BobotForm, CatatanForm, EkspektasiForm, HasilForm, LampiranForm
from ..forms.alur import UmpanBalikForm
from ..models import SKP, HasilKerja, Indikator, MasukanTim
from ..pilihan import JenisHasil, JenisIndikator, JenisLampiran, NilaiDasar, StatusSKP
from ..rekap_matriks import unit_terlihat
from ..tinjau import tinjau_banyak


def ambil_skp(request, pk: int) -> SKP:
    """The plan, if it exists for this user."""
    terlihat = SKP.objects.visible_to(request.user)
    return get_object_or_404(terlihat.select_related("pegawai", "penilai", "jabatan", "unit"), pk=pk)


def ambil_hasil(request, pk: int) -> HasilKerja:
    terlihat = HasilKerja.objects.visible_to(request.user).select_related(*_pihak("skp"))
    return get_object_or_404(terlihat, pk=pk)


def ambil_indikator(request, pk: int) -> Indikator:
    terlihat = Indikator.objects.visible_to(request.user).select_related(*_pihak("hasil__skp"))
    return get_object_or_404(terlihat, pk=pk)


def _pihak(jalan: str) -> list[str]:
    """What the head of the page names, from a row inside the plan."""
    return [f"{jalan}__{nama}" for nama in ("pegawai", "penilai", "jabatan", "unit")]


@dataclass
class Terbuka:
    """What was sent or asked for: the one form that is open at its place, the forms always there, the refusals."""

    tempat: str = ""
    form: object = None
    bobot: object = None
    perilaku: object = None
    lampiran: object = None
    catatan: object = None
    umpan_balik: object = None
    galat: list = field(default_factory=list)
    pelanggaran: tuple = ()


def baca_terbuka(request) -> Terbuka:
    """What the address asks to open: ?buka=hasil-3, indikator-4, kuantitatif-3, hasil-baru."""
    return Terbuka(tempat=request.GET.get("buka", "")[:40])


def tampilkan(request, skp: SKP, terbuka: Terbuka, status: int = 200):
    """Render the page of a plan around the form that is open."""
    return render(request, "kinerja/skp/detail.html", isi_halaman(request, skp, terbuka), status=status)


def isi_halaman(request, skp: SKP, terbuka: Terbuka) -> dict:
    """The context of the page, in a constant number of queries."""
    hari = timezone.localdate()
    boleh = izin(request.user, skp, hari)
    baris = skp.hasil.select_related("mendukung__skp__pegawai", "iku", "keanggotaan__tim").prefetch_related("indikator")
    hasil = list(baris.order_by("urutan", "pk"))
    pembuat = _Pembuat(skp, hari, terbuka, boleh["ubah"])
    bagian = [
        {"jenis": jenis, "judul": judul, "hasil": [pembuat.hasil(satu) for satu in hasil if satu.jenis == jenis]}
        for jenis, judul in skp.bentuk.bagian
    ]
    return {
        "skp": skp,
        "boleh": boleh,
        "jabatan_penilai": _jabatan(skp.penilai_id, hari),
        "bagian": bagian,
        "ada_hasil": bool(hasil),
        "form_hasil": pembuat.hasil_baru(bool(hasil)),
        "bobot": _bobot(hasil, terbuka, boleh["ubah"]),
        "jumlah_bobot": rekap.ringkas_bobot(hasil),
        "perilaku": _perilaku(skp, terbuka, boleh["ekspektasi"]),
        "lampiran": _lampiran(skp, terbuka, boleh["ekspektasi"]),
        "form_catatan": terbuka.catatan or (CatatanForm() if boleh["putus"] else None),
        "periode": rekap.periode_terbuka(skp, timezone.now()) if boleh["isi"] else [],
        "galat": terbuka.galat,
        "pelanggaran": terbuka.pelanggaran,
        "tempat": terbuka.tempat if boleh["ubah"] else "",
        "tinjauan": tinjau_banyak([skp])[skp.pk] if hasil and (boleh["ubah"] or boleh["putus"]) else (),
        "perubahan": skp.perubahan.terbuka().first() if skp.status == StatusSKP.DISETUJUI else None,
        "versi": skp.perubahan.disetujui().count() + 1,
        "mewakili": boleh["putus"] and not akses.is_direct_atasan(request.user, skp, hari),
        "alamat_matriks": _alamat_matriks(skp, hari, request.user),
        "masukan_tim": _masukan_tim(skp, request.user),
        "umpan_balik": rekap.umpan_balik_skp(skp.pk, request.user),
        "form_umpan": terbuka.umpan_balik or (UmpanBalikForm(skp=skp) if boleh["umpan_balik"] else None),
    }


def _jabatan(pegawai_id: int | None, hari):
    """The position of a person on a day, None without one."""
    penempatan = rekap_pegawai.penempatan_pada([pegawai_id], hari).get(pegawai_id) if pegawai_id else None
    return penempatan.jabatan if penempatan else None


def _alamat_matriks(skp: SKP, hari, user) -> str:
    """The matrix of the plan's unit on a day of the plan; none where this user has no part in that unit then."""
    per = hari if skp.mulai <= hari <= skp.selesai else akses.hari_atasan(skp, hari)
    if not unit_terlihat(user, [skp.unit_id], per):
        return ""
    return reverse("kinerja:matriks", args=[skp.unit_id]) + ("" if per == hari else f"?per={per:%Y-%m-%d}")


def _masukan_tim(skp: SKP, user):
    """What leaders of teams said of this person in the plan's time."""
    terbaca = MasukanTim.objects.visible_to(user).filter(anggota__pegawai=skp.pegawai_id)
    masa = terbaca.filter(periode__mulai__lte=skp.selesai, periode__selesai__gte=skp.mulai)
    return list(masa.select_related("anggota__tim", "periode", "penulis")[:20])


def izin(user, skp: SKP, hari) -> dict[str, bool]:
    """What the buttons ask; the actions ask again under the lock."""
    putus = akses.can_decide_skp(user, skp, hari)
    ubah = akses.can_edit_skp(user, skp)
    return {
        "ubah": ubah,
        "tarik": akses.can_withdraw_skp(user, skp),
        "putus": putus,
        "ekspektasi": ubah or putus,
        "isi": akses.can_record_realisasi(user, skp),
        "milik": akses.is_owner(user, skp),
        "revisi": akses.can_revise(user, skp, hari),
        "umpan_balik": akses.can_give_feedback(user, skp, hari) is not None,
    }


class _Pembuat:
    """Puts the open form, sent or fresh, at its place among the results."""

    def __init__(self, skp, hari, terbuka: Terbuka, ubah: bool):
        self.skp, self.hari, self.terbuka, self.ubah = skp, hari, terbuka, ubah

    def _form(self, tempat: str, buat):
        if self.terbuka.tempat != tempat:
            return None
        return self.terbuka.form or (buat() if self.ubah else None)

    def hasil_baru(self, ada_hasil: bool):
        if self.ubah and not ada_hasil and not self.terbuka.tempat:
            return HasilForm(skp=self.skp, hari=self.hari)
        return self._form("hasil-baru", lambda: HasilForm(skp=self.skp, hari=self.hari))

    def hasil(self, hasil: HasilKerja) -> dict:
        hasil.skp = self.skp
        return {
            "obj": hasil,
            "form": self._form(f"hasil-{hasil.pk}", lambda: HasilForm(skp=self.skp, hari=self.hari, hasil=hasil)),
            "indikator": [self._indikator(hasil, satu) for satu in hasil.indikator.all()],
            "form_baru": self._indikator_baru(hasil),
        }

    def _indikator(self, hasil: HasilKerja, indikator: Indikator) -> dict:
        return {
            "obj": indikator,
            "target": "" if indikator.target is None
            else rekap.tulis_target(indikator, indikator.target, indikator.target_atas),
            "form": self._form(
                f"indikator-{indikator.pk}", lambda: FORM_INDIKATOR[indikator.jenis](hasil=hasil, indikator=indikator)
            ),
        }  # fmt: skip

    def _indikator_baru(self, hasil: HasilKerja):
        for jenis in JenisIndikator.values:
            form = self._form(f"{jenis}-{hasil.pk}", lambda jenis=jenis: FORM_INDIKATOR[jenis](hasil=hasil))
            if form:
                return form
        return None


def _bobot(hasil, terbuka: Terbuka, ubah: bool):
    """The weights form, sent or fresh; None where there is nothing to weigh."""
    utama = [ind for satu in hasil if satu.jenis == JenisHasil.UTAMA for ind in satu.indikator.all()]
    if not utama or not (ubah or terbuka.bobot):
        return None
    return terbuka.bobot or BobotForm(indikator=utama)


def _perilaku(skp: SKP, terbuka: Terbuka, ubah: bool) -> list[dict]:
    """The seven values with their guidelines, the expectation, and its field where it may be written."""
    form = terbuka.perilaku or EkspektasiForm(skp=skp)
    return [
        {"nilai": nilai, "label": label, "panduan": NILAI_DASAR[nilai], "teks": form.initial.get(nilai, ""),
         "kolom": form[nilai] if ubah or terbuka.perilaku else None}
        for nilai, label in NilaiDasar.choices
    ]  # fmt: skip


def _lampiran(skp: SKP, terbuka: Terbuka, ubah: bool) -> list[dict]:
    """The three lists of the annex, each as its lines, or as its field where it may be written."""
    form = terbuka.lampiran or LampiranForm(skp=skp)
    return [
        {"label": label, "baris": form.initial.get(jenis, "").splitlines(),
         "kolom": form[jenis] if ubah or terbuka.lampiran else None}
        for jenis, label in JenisLampiran.choices
    ]  # fmt: skip


def tolak_orang(request, skp: SKP, ke: str = "skp-detail"):
    """Who may see a plan but has no part in this act goes back to the page with a sentence."""
    messages.error(request, "Anda dapat melihat SKP ini, tetapi tidak mengubah atau memutusnya.")
    return redirect(f"kinerja:{ke}", skp.pk)


def baca_versi(request) -> int:
    """The version that the form showed; one that cannot be read is a conflict, never a pass."""
    teks = request.POST.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else 0


def tolak_bila(syarat: bool) -> None:
    """Not visible is 404."""
    if syarat:
        raise Http404
