"""What a changed placement proposes: the person's own page with one yes, and the list for those who look after it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai, PengelolaUnit
from pegawai.pilihan import Peran

from .. import actions
from ..forms.alur import SaringUsulForm
from ..models import SKP
from ..pilihan import JenisUsul, StatusSKP
from ..usul import Usul, usul_banyak, usul_pegawai

PER_HALAMAN = 25
#: What is no new plan, by the words that the page asks for.
KATA = {"tugas": JenisUsul.TUGAS, "akhir": JenisUsul.AKHIR, "koreksi": JenisUsul.KOREKSI}
KOLOM = ["Pegawai", "NIP", "Jenis", "Jabatan", "Unit", "Berlaku mulai", "Tutup SKP lama", "Yang akan terjadi"]


@require_GET
def usul_saya(request):
    """One's own open proposals, each with what a yes does."""
    saya, hari = request.user.pegawai_id, timezone.localdate()
    usul = usul_pegawai(saya, hari) if saya else []
    skp = SKP.objects.select_related("jabatan", "unit").in_bulk([satu.skp_id for satu in usul if satu.skp_id])
    konteks = {
        "usul": [{"obj": satu, "skp": skp.get(satu.skp_id)} | {k: satu.jenis == v for k, v in KATA.items()}
                 | {"baru": satu.jenis not in KATA.values()} for satu in usul]
    }  # fmt: skip
    return render(request, "kinerja/usul/saya.html", konteks)


@require_POST
def usul_konfirmasi(request):
    """Do what the proposal says, once."""
    saya = request.user.pegawai_id
    if saya is None:
        raise Http404
    kunci, salin = request.POST.get("kunci", "")[:60], request.POST.get("aksi") == "salin"
    try:
        skp = actions.confirm_proposal(
            pegawai_id=saya, kunci=kunci, salin=salin, oleh=request.user, saat=timezone.now()
        )
    except RuleViolation as penolakan:
        messages.error(request, str(penolakan))
        return redirect("kinerja:usul-saya")
    if perubahan := skp.perubahan.terbuka().first():
        messages.success(request, "Tugas ditambahkan pada perubahan SKP. Lengkapi indikatornya, lalu ajukan.")
        return redirect("kinerja:perubahan-detail", perubahan.pk)
    selesai = skp.status == StatusSKP.DISETUJUI
    messages.success(request, "Sudah dikerjakan." if selesai else "Sudah dikerjakan. Lengkapi SKP ini, lalu ajukan.")
    return redirect("kinerja:skp-detail", skp.pk)


@require_GET
def usul_list(request):
    """Open proposals of the people one looks after: the city for BKPSDM and auditor, the unit for a pengelola."""
    user, hari = request.user, timezone.localdate()
    if not _boleh(user, hari):
        raise Http404
    saring = SaringUsulForm(request.GET)
    saring.is_valid()
    kata, jenis = saring.cleaned_data.get("q", "").strip().casefold(), saring.cleaned_data.get("jenis", "")
    usul = usul_banyak(Pegawai.objects.visible_to(user), hari)
    orang = Pegawai.objects.in_bulk({satu.pegawai_id for satu in usul})
    baris = [(orang[satu.pegawai_id], satu) for satu in usul if not jenis or satu.jenis == jenis]
    baris = [(siapa, satu) for siapa, satu in baris if kata in f"{siapa.nama} {satu.jabatan} {satu.unit}".casefold()]
    baris.sort(key=lambda pasangan: (pasangan[1].mulai, pasangan[0].nama.casefold(), pasangan[0].pk))
    if diminta(request):
        return ekspor(request, "usul-perubahan-jabatan", KOLOM, (_sel(*satu) for satu in baris))
    konteks = {
        "halaman": Paginator(baris, PER_HALAMAN).get_page(request.GET.get("page")),
        "saring": saring,
        "kata": kata or jenis,
    }
    return render(request, "kinerja/usul/list.html", konteks)


def _boleh(user, hari) -> bool:
    kota = user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)
    return kota or PengelolaUnit.objects.filter(pengguna=user).berlaku_pada(hari).exists()


def _sel(siapa: Pegawai, usul: Usul) -> list:
    return [
        siapa.nama_lengkap, siapa.nip or "", usul.jenis_kata, usul.jabatan, usul.unit, usul.mulai, usul.tutup,
        usul.langkah,
    ]  # fmt: skip
