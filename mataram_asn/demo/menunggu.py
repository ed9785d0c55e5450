"""What waits for the people of the demo: a move to say yes to, plans to approve, a revision, a colleague away today."""

from datetime import date, timedelta
from decimal import Decimal

from kinerja import actions
from kinerja.models import SKP, Indikator
from kinerja.pilihan import JenisLampiran, NilaiDasar, StatusSKP
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Jabatan, Penempatan
from pegawai.pilihan import JenisJabatan, Kedudukan

from .akun import Tokoh
from .rencana import Keadaan

#: From this month on people draft next year's plan.
MENYUSUN = 11
ALASAN = "Pimpinan baru menambah dukungan tenaga dan meminta laporan langsung setiap pekan."


def pindahkan(hari: date, tokoh: list[Tokoh]) -> Tokoh | None:
    """Move one person of the Dinas Sosial to another unit of it some weeks ago; None in January."""
    mulai = (hari - timedelta(days=20)).replace(day=1)
    if mulai.year != hari.year or mulai.month == 1:
        return None
    dinas = {"jabatan__jenis": JenisJabatan.PELAKSANA, "jabatan__unit__kode__startswith": "DINSOS-"}
    lama = Penempatan.objects.definitif().berlaku_pada(hari).filter(**dinas, mulai__lt=date(hari.year, 1, 1))
    lama = lama.filter(selesai=None, pegawai__kedudukan=Kedudukan.AKTIF, pegawai__layanan=None)
    lama = lama.exclude(pegawai__in=[satu.pegawai for satu in tokoh]).select_related("pegawai", "jabatan")
    ini = lama.order_by("jabatan__kode", "pegawai_id").first()
    tujuan = ini and _tujuan(ini.jabatan, hari)
    if not tujuan:
        return None
    Penempatan.objects.filter(pk=ini.pk).update(selesai=mulai - timedelta(days=1))
    Penempatan.objects.create(pegawai=ini.pegawai, jabatan=tujuan, mulai=mulai, nomor_sk=f"821.2/DEMO/{hari.year}")
    return Tokoh("pindah", "Pegawai yang baru pindah jabatan", ini.pegawai)


def _tujuan(jabatan: Jabatan, hari: date) -> Jabatan | None:
    lain = Jabatan.objects.berlaku_pada(hari).filter(
        jenis=JenisJabatan.PELAKSANA, kepala_unit=False, unit__kode__startswith="DINSOS-", susunan__atasan__isnull=False
    )
    return lain.exclude(unit=jabatan.unit_id).order_by("kode").first()


def antre(tokoh: list[Tokoh], hari: date) -> dict[int, str]:
    """Whose present plan waits for the head of division beside the people of the demo: one leader below them."""
    kabid = next((satu.pegawai for satu in tokoh if satu.kunci == "kabid"), None)
    if kabid is None:
        return {}
    jabatan = Penempatan.objects.definitif().berlaku_pada(hari).filter(pegawai=kabid).values("jabatan")
    bawah = Penempatan.objects.definitif().berlaku_pada(hari).filter(jabatan__susunan__atasan__in=jabatan)
    bawah = bawah.exclude(pegawai__in=[satu.pegawai for satu in tokoh]).order_by("jabatan__kode", "pegawai_id")
    return dict.fromkeys(bawah.values_list("pegawai", flat=True)[:1], StatusSKP.DIAJUKAN.value)


def tulis_menunggu(tokoh: list[Tokoh], keadaan: Keadaan) -> dict[str, int]:
    """Let it wait: unusual plans, next year's plans, a revision of everything beside the results, a delegation."""
    orang = {satu.kunci: satu.pegawai for satu in tokoh}
    atasan, kabid = orang.get("atasan"), orang.get("kabid")
    if not (atasan and kabid):
        return {}
    kini = SKP.objects.pada(keadaan.hari)
    return {
        "SKP tak biasa": sum(
            _tak_biasa(satu, nomor)
            for nomor, satu in enumerate(kini.filter(penilai__in=[atasan, kabid], status=StatusSKP.DIAJUKAN))
        ),
        "SKP tahun depan": sum(_tahun_depan(satu, keadaan) for satu in _penyusun(kini, orang)),
        "perubahan menunggu": _perubahan(kini.filter(pegawai=atasan, status=StatusSKP.DISETUJUI).first(), keadaan),
        "pendelegasian berjalan": _delegasi(orang.get("kepala-dinas"), kabid, keadaan),
    }


def _tak_biasa(skp: SKP, nomor: int) -> int:
    """One indicator that weighs nearly all, and targets far below last year's, in turn."""
    indikator = list(Indikator.objects.utama(skp.pk))
    if nomor % 2 == 0:
        for satu in indikator:
            satu.bobot = Decimal(10)
        indikator[0].bobot = Decimal(110 - 10 * len(indikator))
    for satu in indikator if nomor % 2 else ():
        if satu.target and satu.target > 4 and not satu.target_atas:
            satu.target = (satu.target / 2).quantize(Decimal(1))
    Indikator.objects.bulk_update(indikator, ["bobot", "target"])
    return 1


def _penyusun(kini, orang) -> list[SKP]:
    """The atasan, and a colleague of the person at the counter: both have begun next year's plan."""
    setuju = kini.filter(status=StatusSKP.DISETUJUI).select_related("pegawai__pengguna")
    rekan = setuju.filter(penilai=orang["atasan"]).exclude(pegawai__in=list(orang.values())).order_by("pk")[:1]
    return [*setuju.filter(pegawai=orang["atasan"]), *rekan]


def _tahun_depan(skp: SKP, keadaan: Keadaan) -> int:
    """A copy of this year's plan for the next, submitted; a rule may refuse it, then there is none."""
    if keadaan.hari.month < MENYUSUN or skp.pegawai.pengguna is None:
        return 0
    tahun, umum = keadaan.hari.year + 1, {"oleh": skp.pegawai.pengguna, "saat": keadaan.saat}
    try:
        baru = actions.copy_skp(dari_id=skp.pk, mulai=date(tahun, 1, 1), selesai=date(tahun, 12, 31), **umum)
        actions.submit_skp(skp_id=baru.pk, **umum)
    except RuleViolation:
        return 0
    return 1


def _perubahan(skp: SKP | None, keadaan: Keadaan) -> int:
    """The atasan asks the head of division for more people, in the annex, with one expectation changed."""
    if skp is None:
        return 0
    umum = {"oleh": skp.pegawai.pengguna, "saat": keadaan.saat - timedelta(hours=3)}
    perubahan = actions.start_revision(skp_id=skp.pk, alasan=ALASAN, **umum)
    lampiran = perubahan.isi["lampiran"]
    sumber = [*lampiran.get(JenisLampiran.SUMBER_DAYA, []), "Dua tenaga bantu pada hari layanan padat"]
    umum |= {"perubahan_id": perubahan.pk}
    actions.save_revision_annex(
        lampiran={
            JenisLampiran.SUMBER_DAYA: sumber,
            JenisLampiran.PERTANGGUNGJAWABAN: ["Laporan setiap pekan kepada kepala bidang"],
        },
        **umum,
    )
    actions.save_revision_conduct(
        ekspektasi={NilaiDasar.KOLABORATIF: "Memimpin rapat mingguan bersama puskesmas dan kelurahan."}, **umum
    )
    actions.submit_revision(**umum)
    return 1


def _delegasi(kepala, kabid, keadaan: Keadaan) -> int:
    """The head of the office is away these days: the head of division decides on plans in their place."""
    if kepala is None or kepala.pengguna is None:
        return 0
    actions.delegate(
        wakil_id=kabid.pk, mulai=keadaan.hari, selesai=keadaan.hari + timedelta(days=3), persetujuan=True, dialog=False,
        alasan="Dinas luar", oleh=kepala.pengguna, saat=keadaan.saat,
    )  # fmt: skip
    return 1
