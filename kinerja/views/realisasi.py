"""Recording progress: one page a plan and open period, one form an indicator."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.galat import Konflik, RuleViolation
from mataram_asn.kit.kata import tulis_waktu

from .. import actions, akses, rekap, rekap_bukti, rekap_jalur
from ..forms import RealisasiForm, daftar_nomor
from ..models import Periode, Realisasi
from ..rekap_perpanjangan import batas_isi
from .halaman import ambil_indikator, ambil_skp, tolak_orang


@require_GET
def realisasi(request, pk):
    """The plan's indicators in a period: the one asked for, else the first that is open, else the last."""
    skp = ambil_skp(request, pk)
    return _tampilkan(request, skp, _periode(request, skp))


def _periode(request, skp) -> Periode | None:
    milik = Periode.objects.filter(mulai__lte=skp.selesai, selesai__gte=skp.mulai)
    minta = request.GET.get("periode", "")
    if minta.isascii() and minta.isdigit() and len(minta) < 19:
        return get_object_or_404(milik, pk=int(minta))
    terbuka = rekap.periode_terbuka(skp, timezone.now())
    return terbuka[0] if terbuka else milik.filter(isi_dari__lte=timezone.now()).order_by("-selesai", "-mulai").first()


def _tampilkan(request, skp, periode, tolak=None, status: int = 200):
    """Render the page; `tolak` is the form that was refused."""
    saat = timezone.now()
    progres = rekap.progres(skp, periode) if periode else None
    batas = batas_isi(skp, periode) if periode else saat
    terbuka = bool(periode) and periode.isi_dari <= saat < batas
    boleh = terbuka and akses.can_record_realisasi(request.user, skp)
    konteks = {
        "skp": skp,
        "periode": periode,
        "pilihan_periode": Periode.objects.filter(mulai__lte=skp.selesai, selesai__gte=skp.mulai, isi_dari__lte=saat),
        "terbuka": terbuka,
        "batas": batas,
        "diperpanjang": bool(periode) and batas > periode.isi_sampai,
        "milik": akses.is_owner(request.user, skp),
        "boleh": boleh,
        "progres": progres,
        "butir": _butir(progres, skp, boleh, tolak),
        "tolak": tolak,
    }
    return render(request, "kinerja/realisasi/form.html", konteks, status=status)


def _butir(progres, skp, boleh: bool, tolak) -> list[dict]:
    """One entry an indicator: what is stored, where it stands on its path, its history, and its form."""
    if progres is None:
        return []
    riwayat, hari = rekap_jalur.riwayat_skp(skp), timezone.localdate()
    minimum = rekap_jalur.ketentuan_pemantauan(hari).jalur_minimum
    milik = rekap_bukti.cari_bukti(skp.pegawai_id, "") if boleh or tolak else []
    return [
        {
            "capaian": satu,
            "target": "" if satu.target is None else rekap.tulis_target(satu.indikator, satu.target, satu.target_atas),
            "form": _form(satu, tolak) if boleh or _ditolak(satu, tolak) else None,
            "ditolak": _ditolak(satu, tolak),
            "riwayat": (catatan := riwayat.get(satu.indikator.pk, [])),
            "kemajuan": rekap_jalur.kemajuan(skp, satu.indikator, catatan, progres.periode, hari, minimum),
            "milik": _selain(milik, satu.realisasi),
        }
        for satu in progres.indikator
    ]


def _selain(milik, realisasi) -> list:
    """One's own evidence that the entry does not have yet."""
    ada = {satu.pk for satu in realisasi.bukti.all()} if realisasi else set()
    return [satu for satu in milik if satu.pk not in ada]


def _ditolak(satu: rekap.CapaianIndikator, tolak) -> bool:
    return tolak is not None and tolak.indikator.pk == satu.indikator.pk


def _form(satu: rekap.CapaianIndikator, tolak) -> RealisasiForm:
    if _ditolak(satu, tolak):
        tolak.terakhir = satu.realisasi
        return tolak
    return RealisasiForm(indikator=satu.indikator, terakhir=satu.realisasi)


@require_POST
def realisasi_simpan(request, pk, periode_pk):
    """Record one indicator's progress; `saat` is when the request arrived."""
    saat = timezone.now()
    indikator = ambil_indikator(request, pk)
    skp = indikator.hasil.skp
    periode = get_object_or_404(Periode, pk=periode_pk)
    if not akses.is_owner(request.user, skp):
        return tolak_orang(request, skp, "realisasi")
    form = RealisasiForm(request.POST, request.FILES, indikator=indikator)
    if not form.is_valid():
        return _tampilkan(request, skp, periode, form, 422)
    try:
        catatan = _catat(request, form, periode, saat)
    except RuleViolation as penolakan:
        form.add_error(None, str(penolakan))
        return _tampilkan(request, skp, periode, form, 409 if isinstance(penolakan, Konflik) else 422)
    messages.success(request, f"Realisasi “{indikator}” diterima {tulis_waktu(catatan.dicatat_pada)}.")
    tujuan = f"{reverse('kinerja:realisasi', args=[skp.pk])}?periode={periode.pk}#indikator-{indikator.pk}"
    return HttpResponseRedirect(tujuan)


def _catat(request, form: RealisasiForm, periode: Periode, saat) -> Realisasi:
    isi = form.cleaned_data
    return actions.record_realisasi(
        indikator_id=form.indikator.pk,
        periode_id=periode.pk,
        nilai=isi.get("nilai"),
        uraian=isi["uraian"],
        berkas=isi["berkas"],
        tautan=isi["tautan"],
        terakhir_id=_terakhir(request),
        bawa_bukti=daftar_nomor(request.POST.getlist("bawa")),
        pakai_bukti=daftar_nomor(request.POST.getlist("pakai")),
        oleh=request.user,
        saat=saat,
    )


def _terakhir(request) -> int | None:
    """The entry that the form showed: one that cannot be read is a conflict; a client without the field skips it."""
    return (_angka(request.POST["terakhir"]) or 0) if "terakhir" in request.POST else None


def _angka(teks: str) -> int | None:
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 19 else None
