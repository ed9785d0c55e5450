"""Papers of a unit or the city in one job: order, watch, download."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import PengelolaUnit, Unit
from pegawai.pilihan import Peran

from .. import actions, akses
from ..forms.dokumen import BatchForm
from ..models import BatchDokumen, Dokumen, PotonganBatch
from ..pilihan import JenisDokumen, StatusPotongan
from .dokumen import _kirim

PER_HALAMAN = 25
KOLOM = ["Jenis", "Nomor asal", "Pegawai", "Putusan", "Alasan"]


def _unit(user):
    """The units of which this user may order papers."""
    if user.berperan(Peran.BKPSDM):
        return Unit.objects.all()
    hari = timezone.localdate()
    dikelola = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).values_list("unit_id", flat=True)
    boleh = Q(pk__in=[])
    for satu in dikelola:
        boleh |= Q(pk__in=Unit.objects.keturunan(satu, hari))
    return Unit.objects.filter(boleh)


@require_http_methods(["GET", "POST"])
def batch_list(request):
    """The batches under way and done, and the form for the next."""
    if not akses.can_confirm_some(request.user):
        raise Http404
    seluruh = request.user.berperan(Peran.BKPSDM)
    awal = {"tahun": timezone.localdate().year}
    form = BatchForm(
        request.POST if request.method == "POST" else None, initial=awal, unit=_unit(request.user), seluruh=seluruh
    )
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            batch = actions.order_batch(
                isi=isi["isi"],
                unit_id=isi["unit"].pk if isi["unit"] else None,
                siklus=isi["siklus"],
                tahun=isi["siklus"].periode.mulai.year if isi["siklus"] else isi["tahun"],
                oleh=request.user,
                saat=timezone.now(),
            )
            return redirect("evaluasi:batch-detail", batch.pk)
        except RuleViolation as galat:
            form.add_error(None, str(galat))
    baris = (
        BatchDokumen.objects.visible_to(request.user)
        .select_related("unit", "diminta_oleh", "siklus")
        .annotate(
            bagian=Count("potongan"),
            beres=Count("potongan", filter=~Q(potongan__status=StatusPotongan.MENUNGGU)),
        )
        .order_by("-pk")
    )
    konteks = {"form": form, "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page"))}
    return render(request, "evaluasi/dokumen/batch_list.html", konteks, status=422 if form.errors else 200)


def _batch(request, pk) -> BatchDokumen:
    """A batch that this user sees and may still order: a right that was taken away takes the files away too."""
    baris = BatchDokumen.objects.visible_to(request.user).select_related("unit", "diminta_oleh", "siklus")
    batch = get_object_or_404(baris, pk=pk)
    if not akses.can_order_batch(request.user, batch.unit_id):
        raise Http404
    return batch


@require_GET
def batch_detail(request, pk):
    """Progress from the chunk rows, and of every paper what became of it."""
    batch = _batch(request, pk)
    potongan = list(PotonganBatch.objects.filter(batch=batch).order_by("urutan"))
    beres = [satu for satu in potongan if satu.status != StatusPotongan.MENUNGGU]
    tolak = [butir for satu in beres for butir in satu.hasil if not butir["dokumen"]]
    if diminta(request):
        return ekspor(request, f"batch-{batch.pk}", KOLOM, _laporan(beres))
    konteks = {
        "batch": batch,
        "jumlah": sum(len(satu.objek) for satu in potongan),
        "selesai": sum(len(satu.objek) for satu in beres),
        "dibuat": sum(len(satu.hasil) for satu in beres) - len(tolak),
        "ditolak": tolak[:100],
        "banyak_ditolak": len(tolak),
        "kedaluwarsa": batch.kedaluwarsa <= timezone.now(),
    }
    return render(request, "evaluasi/dokumen/batch_detail.html", konteks)


def _laporan(beres):
    for satu in beres:
        ada = Dokumen.objects.select_related("pegawai").in_bulk([b["dokumen"] for b in satu.hasil if b["dokumen"]])
        for butir in satu.hasil:
            dokumen = ada.get(butir["dokumen"])
            yield [
                JenisDokumen(butir["jenis"]).label,
                butir["objek"],
                dokumen.pegawai.nama_lengkap if dokumen else "",
                "dibuat" if dokumen else "ditolak",
                butir["alasan"],
            ]


@require_GET
def batch_berkas(request, pk):
    """Send the ZIP until it expires."""
    batch = _batch(request, pk)
    if not batch.berkas or batch.kedaluwarsa <= timezone.now():
        raise Http404
    return _kirim(batch.berkas, f"dokumen {batch.get_isi_display()} {batch.tahun}.zip", "application/zip")


urlpatterns = [
    path("dokumen/batch/", batch_list, name="batch-list"),
    path("dokumen/batch/<int:pk>/", batch_detail, name="batch-detail"),
    path("dokumen/batch/<int:pk>/berkas/", batch_berkas, name="batch-berkas"),
]
