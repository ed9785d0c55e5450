"""The list of people, one person, and oneself."""

from django.db.models import F, Q
from django.db.models.functions import Lower
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mataram_asn.kit.ekspor import diminta, ekspor
from mataram_asn.kit.kata import tulis_nip, tulis_tanggal

from .. import akses, rekap
from ..forms import SaringPegawai
from ..models import Pegawai, Penempatan, PermohonanKode, Unit
from ..pilihan import JenisPegawai
from .daftar import bersih, halaman, urutan

URUT = {
    "nama": [Lower("nama")],
    "nip": [F("nip")],
    "golongan": [F("golongan"), Lower("nama")],
    "jenis": [F("jenis"), Lower("nama")],
}
KOLOM = ["NIP", "Nama", "Jenis", "Golongan", "Jabatan", "Unit kerja", "Kedudukan"]


@require_GET
def pegawai_list(request):
    """The people this user sees: search, filter, order, pages, export."""
    terlihat = Pegawai.objects.visible_to(request.user)
    golongan = terlihat.exclude(golongan="").order_by("golongan").values_list("golongan", flat=True).distinct()
    saring = SaringPegawai(request.GET, golongan=list(golongan))
    urut, medan = urutan(request, URUT, "nama")
    orang = _tersaring(terlihat, saring).order_by(*medan, "pk")
    if diminta(request):
        return ekspor(request, "pegawai", KOLOM, _baris_ekspor(orang, saring.hari))
    laman = halaman(request, orang)
    penempatan = rekap.penempatan_pada([satu.pk for satu in laman], saring.hari)
    baris = [(satu, penempatan.get(satu.pk)) for satu in laman]
    return render(
        request,
        "pegawai/pegawai/list.html",
        {"halaman": laman, "baris": baris, "saring": saring, "urut": urut, "hari": saring.hari},
    )


def _tersaring(orang, saring: SaringPegawai):
    """The people that the form asks for."""
    cari = bersih(saring.nilai("cari"))
    if cari:
        angka = "".join(cari.split())
        nip = Q(nip__contains=angka) if angka.isascii() and angka.isdigit() else Q()
        orang = orang.filter(Q(nama__icontains=cari) | nip) if nip else orang.filter(nama__icontains=cari)
    for nama in ("jenis", "golongan", "kedudukan"):
        if saring.nilai(nama):
            orang = orang.filter(**{nama: saring.nilai(nama)})
    duduk = Penempatan.objects.berlaku_pada(saring.hari).definitif()
    if saring.nilai("unit"):
        unit = Unit.objects.keturunan(saring.nilai("unit").pk, saring.hari)
        orang = orang.filter(pk__in=duduk.filter(jabatan__unit__in=unit).values("pegawai"))
    if saring.nilai("jabatan"):
        orang = orang.filter(pk__in=duduk.filter(jabatan__jenis=saring.nilai("jabatan")).values("pegawai"))
    return orang


def _baris_ekspor(orang, hari):
    penempatan = rekap.penempatan_pada(None, hari)
    for satu in orang:
        duduk = penempatan.get(satu.pk)
        jabatan, unit = (duduk.jabatan.nama, duduk.jabatan.unit.nama) if duduk else ("", "")
        yield [
            satu.nip,
            satu.nama_lengkap,
            satu.get_jenis_display(),
            satu.golongan,
            jabatan,
            unit,
            satu.get_kedudukan_display(),
        ]


@require_GET
def pegawai_detail(request, pk):
    """One person: facts, positions over time, atasan and subordinates of today."""
    orang = get_object_or_404(Pegawai.objects.visible_to(request.user), pk=pk)
    return render(request, "pegawai/pegawai/detail.html", _isi_detail(request.user, orang))


@require_GET
def profil(request):
    """Oneself, as the system knows one; an account without a person has none."""
    orang = get_object_or_404(Pegawai, pengguna=request.user)
    return render(request, "pegawai/pegawai/detail.html", _isi_detail(request.user, orang))


def _isi_detail(user, orang: Pegawai) -> dict:
    hari = timezone.localdate()
    riwayat = list(orang.penempatan.select_related("jabatan__unit").order_by("-mulai", "-pk"))
    bawahan = list(rekap.bawahan_langsung(orang.pk, hari).visible_to(user).urut_nama())
    return {
        "orang": orang,
        "fakta": _fakta(user, orang),
        "riwayat": riwayat,
        "kini": [satu for satu in riwayat if satu.mulai <= hari and (satu.selesai is None or satu.selesai >= hari)],
        "hari": hari,
        "atasan": rekap.atasan_pada(orang.pk, hari),
        "bawahan": [(satu, duduk) for satu, duduk in _dengan_jabatan(bawahan, hari)],
        "diri": orang.pengguna_id == user.pk,
        "laporan": orang.laporan_atasan.visible_to(user).order_by("-pk").first(),
        "status_dinas": orang.status_dinas.sah().visible_to(user),
        "boleh_status": akses.can_record_status(user, orang),
        **_kode(user, orang),
    }


def _kode(user, orang: Pegawai) -> dict:
    """Which of the two steps towards a code this user may take now."""
    if orang.pengguna is None or not akses.can_issue_code(user, orang.pengguna):
        return {}
    if not orang.pengguna.has_usable_password():
        return {"boleh_kode": True}
    saat = timezone.now()
    terbuka = PermohonanKode.objects.terbuka(saat).filter(pengguna=orang.pengguna).select_related("diminta_oleh")
    permohonan = terbuka.first()
    return {
        "boleh_mohon": permohonan is None,
        "boleh_kode": permohonan is not None and akses.can_give_code(user, permohonan, saat),
        "permohonan": permohonan,
    }


def _dengan_jabatan(orang: list[Pegawai], hari):
    penempatan = rekap.penempatan_pada([satu.pk for satu in orang], hari)
    return [(satu, penempatan.get(satu.pk)) for satu in orang]


def _fakta(user, orang: Pegawai) -> list[tuple[str, str]]:
    """The record as pairs; NIK and phone only for the person and BKPSDM. An official who is no ASN has few of them."""
    semua = _semua_fakta(user, orang)
    return [satu for satu in semua if satu[1]] if orang.jenis == JenisPegawai.NON_ASN else semua


def _semua_fakta(user, orang: Pegawai) -> list[tuple[str, str]]:
    umum = [
        ("NIP", tulis_nip(orang.nip)),
        ("Jenis", orang.get_jenis_display()),
        ("Kedudukan", orang.get_kedudukan_display()),
        ("Pangkat/golongan", orang.golongan),
        ("TMT golongan", orang.tmt_golongan and tulis_tanggal(orang.tmt_golongan)),
        ("TMT pengangkatan", orang.tmt_pengangkatan and tulis_tanggal(orang.tmt_pengangkatan)),
        ("Pendidikan", " ".join(filter(None, [orang.get_pendidikan_display(), orang.jurusan]))),
    ]
    if orang.kontrak_selesai:
        umum.append(("Perjanjian kerja berakhir", tulis_tanggal(orang.kontrak_selesai)))
    if not akses.can_see_nik(user, orang):
        return umum
    lahir = ", ".join(filter(None, [orang.tempat_lahir, orang.tanggal_lahir and tulis_tanggal(orang.tanggal_lahir)]))
    return [*umum, ("Lahir", lahir), ("NIK", orang.nik), ("Surel", orang.email), ("Nomor HP", orang.nomor_hp)]
