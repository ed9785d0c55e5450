"""The blocks of the homes: each reads what one role needs to see first, in a constant number of queries."""

from django.db.models import Count, Q
from django.utils import timezone

from evaluasi import rekap as rekap_evaluasi
from evaluasi.aturan import BERTANGGAL
from evaluasi.models import Evaluasi, KinerjaOrganisasi, LembarPenilaian, Siklus
from evaluasi.pilihan import StatusLembar, Tahap
from evaluasi.rekap.keadaan import hitung_hal, keadaan_pegawai
from kinerja import rekap as rekap_kinerja
from kinerja.models import SKP, Iku
from kinerja.pilihan import StatusSKP
from kinerja.rekap_iku import target_terdekat
from mataram_asn.kit.kata import tulis_tanggal
from mataram_asn.kit.models import CatatanAudit
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, Penempatan, PengelolaUnit, Unit
from pelatihan import rekap as rekap_pelatihan
from talenta import rekap as rekap_talenta

from .jejak.baca import tulis_jejak

BULAN_LOWONGAN = 24
URUTAN_TAHAP = (Tahap.PERSIAPAN, *BERTANGGAL)


def kosong(siapa, user, saat) -> dict:
    """A block that needs no data."""
    return {}


def siklus_kini(saat) -> Siklus | None:
    """The running siklus whose period ends last."""
    return (
        Siklus.objects.berjalan()
        .select_related("periode")
        .prefetch_related("jadwal")
        .order_by("periode__selesai")
        .last()
    )


def tahap_siklus(saat) -> dict | None:
    """The stage strip of the running siklus: each stage with its date and whether it is done, now or to come."""
    siklus = siklus_kini(saat)
    if siklus is None:
        return None
    mulai = {jadwal.tahap: jadwal.mulai for jadwal in siklus.jadwal.all()}
    kini = URUTAN_TAHAP.index(siklus.tahap)
    daftar = [
        {
            "nama": tahap.label,
            "keadaan": "selesai" if nomor < kini else "kini" if nomor == kini else "nanti",
            "keterangan": tulis_tanggal(mulai[tahap]) if tahap in mulai else "",
        }
        for nomor, tahap in enumerate(URUTAN_TAHAP)
        if tahap != Tahap.PERSIAPAN
    ]
    return {"siklus": siklus, "daftar": daftar}


def pegawai(siapa, user, saat) -> dict:
    """Own indicators, provisional predikat, public feedback, development."""
    hari = timezone.localdate(saat)
    skp = SKP.objects.filter(pegawai_id=siapa.pegawai_id).pada(hari).select_related("jabatan", "unit").first()
    siklus = siklus_kini(saat)
    periode = siklus.periode if siklus else None
    lembar = (
        LembarPenilaian.objects.filter(skp=skp, siklus=siklus).select_related("siklus__periode").first()
        if skp and siklus
        else None
    )
    terakhir = rekap_evaluasi.evaluasi_terakhir([siapa.pegawai_id]).get(siapa.pegawai_id)
    return {
        "skp": skp,
        "periode": periode,
        "progres": rekap_kinerja.progres(skp, periode)
        if skp and periode and skp.status == StatusSKP.DISETUJUI
        else None,
        "sementara": rekap_evaluasi.sementara(lembar) if lembar and siklus.tahap != Tahap.TERBIT else None,
        "lembar": lembar,
        "terakhir": terakhir,
        "umpan_balik": rekap_evaluasi.ringkas_tampil(siapa.pegawai_id, periode.mulai, periode.selesai, hari)
        if periode
        else None,
        "jp": rekap_pelatihan.jp_tahun(siapa.pegawai_id, hari.year),
    }


def bawahan(siapa, user, saat) -> dict | None:
    """The people one rates, with the state of their plan and their sheet."""
    hari = timezone.localdate(saat)
    orang = list(rekap_pegawai.bawahan_langsung(siapa.pegawai_id, hari).asn().urut_nama())
    if not orang:
        return None
    pk = [satu.pk for satu in orang]
    skp = {satu.pegawai_id: satu for satu in SKP.objects.filter(pegawai__in=pk).pada(hari)}
    lembar = {
        satu.pegawai_id: satu
        for satu in LembarPenilaian.objects.filter(
            siklus=siklus_kini(saat), pegawai__in=pk, penilai_id=siapa.pegawai_id
        )
    }
    tempat = rekap_pegawai.penempatan_pada(pk, hari)
    return {
        "orang": [
            {
                "pegawai": satu,
                "jabatan": tempat[satu.pk].jabatan if satu.pk in tempat else None,
                "skp": skp.get(satu.pk),
                "lembar": lembar.get(satu.pk),
            }
            for satu in orang
        ]
    }


def capaian_unit(siapa, user, saat) -> dict | None:
    """For the head of a unit: the outcomes it answers for, and the last distribution of predikat."""
    hari = timezone.localdate(saat)
    dipimpin = (
        Penempatan.objects.filter(pegawai_id=siapa.pegawai_id)
        .filter(Q(jabatan__kepala_unit=True) | Q(jabatan__jenis="pimpinan_daerah"))
        .berlaku_pada(hari)
        .select_related("jabatan__unit")
        .first()
    )
    if dipimpin is None:
        return None
    unit = dipimpin.jabatan.unit
    terakhir = Siklus.objects.filter(tahap__in=[Tahap.TERBIT, Tahap.FINAL]).order_by("-periode__selesai", "-pk").first()
    iku = Iku.objects.filter(unit__in=Unit.objects.keturunan(unit.pk, hari)).dengan_angka()
    return {
        "unit": unit,
        "iku": [
            (satu, rekap_kinerja.seri_iku(satu), target_terdekat(satu, hari.year)) for satu in _paling_tercatat(iku)
        ],
        "organisasi": KinerjaOrganisasi.objects.filter(unit=unit, periode=terakhir.periode_id).first()
        if terakhir
        else None,
        "siklus": terakhir,
        "sebaran": list(rekap_evaluasi.distribusi(terakhir, unit).items()) if terakhir else [],
    }


def _paling_tercatat(iku, banyak: int = 4) -> list[Iku]:
    """The outcomes with the longest record first: they say most about where the unit is going."""
    return sorted(iku, key=lambda satu: (-len(satu.nilai.all()), satu.nama))[:banyak]


def unit_dikelola(siapa, user, saat) -> dict:
    """For the pengelola of a unit: how far its people are."""
    hari = timezone.localdate(saat)
    kelola = PengelolaUnit.objects.filter(pengguna=user).berlaku_pada(hari).select_related("unit")
    orang, siklus = Pegawai.objects.visible_to(user).asn().aktif(), siklus_kini(saat)
    keadaan = keadaan_pegawai(siklus, orang, saat) if siklus else []
    skp = SKP.objects.filter(pegawai__in=orang).pada(hari)
    lembar = LembarPenilaian.objects.filter(siklus=siklus, pegawai__in=orang)
    return {
        "siklus": siklus,
        "hal": hitung_hal(keadaan),
        "unit": [satu.unit for satu in kelola],
        "orang": orang.count(),
        "skp": skp.aggregate(semua=Count("pk"), disetujui=Count("pk", filter=Q(status=StatusSKP.DISETUJUI))),
        "lembar": lembar.aggregate(semua=Count("pk"), dinilai=Count("pk", filter=Q(status=StatusLembar.DITETAPKAN))),
    }


def kota(siapa, user, saat) -> dict:
    """For BKPSDM: the running siklus, its progress by office, and the vacancies of the next two years."""
    siklus = siklus_kini(saat)
    hari = timezone.localdate(saat)
    return {
        "siklus": siklus,
        "orang": Pegawai.objects.asn().aktif().count(),
        "kemajuan": rekap_evaluasi.kemajuan_perangkat_daerah(siklus)[:8] if siklus else [],
        "lowongan": sum(satu.jumlah for satu in rekap_talenta.lowongan(hari, BULAN_LOWONGAN)),
        "bulan": BULAN_LOWONGAN,
        "lembar": LembarPenilaian.objects.filter(siklus=siklus).count() if siklus else None,
        "evaluasi": Evaluasi.objects.terbit().berlaku().count(),
    }


def jejak_terbaru(siapa, user, saat) -> dict:
    """For the auditor: the newest acts."""
    baris = CatatanAudit.objects.visible_to(user).select_related("oleh__pegawai").order_by("-id")
    return {"baris": tulis_jejak(baris[:15])}
