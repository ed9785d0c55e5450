"""The siklus moves by its dates: late, doubled and concurrent ticks have the effect of one."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from kinerja.models import SKP
from kinerja.pilihan import KegiatanPeriode, StatusSKP
from mataram_asn.kit.audit import catat
from pegawai.models import Pegawai, Pengguna
from pegawai.pilihan import JenisPegawai

from ..aturan import KetentuanPenilaian, eskalasi, pengingat, tahap_jatuh_tempo, tenggat
from ..models import Evaluasi, JadwalTahap, LembarPenilaian, Potongan, Siklus
from ..pilihan import Langkah, StatusLembar, StatusPotongan, Tahap
from ..rekap.tenggat import akhir_diperpanjang, cap_akhir, masih_diperpanjang
from .alih import follow_leavers
from .antrean import create_chunks
from .tahun import follow_corrections

#: The work that begins with each stage. HITUNG is not here: it comes before TERBIT, not with it.
LANGKAH_TAHAP = {
    Tahap.ISI_BUKTI: Langkah.SIAPKAN,
    Tahap.PENILAIAN: Langkah.BEKUKAN_UMPAN_BALIK,
    Tahap.KALIBRASI: Langkah.TAHAN,
    Tahap.TERBIT: Langkah.UMUMKAN,
    Tahap.FINAL: Langkah.FINALKAN,
}

#: Scoring has ended, and who was late may still be scored.
SESUDAH_NILAI = (Tahap.KALIBRASI, Tahap.TERBIT)
#: Somebody whose time was extended may still have to act.
BEKERJA = (Tahap.ISI_BUKTI, Tahap.PENILAIAN, *SESUDAH_NILAI)


@dataclass(frozen=True)
class Perpindahan:
    """A siklus that moved by this tick."""

    siklus_id: int
    dari: Tahap
    ke: Tahap


def advance_due(*, saat: datetime) -> list[Perpindahan]:
    """Move every opened siklus as far as its dates and its finished work allow; remind and escalate.

    Safe to call late, twice, and at the same time: each effect hangs on one conditional UPDATE or one unique row.
    """
    pindah = []
    berjalan = Siklus.objects.filter(dibuka=True).exclude(tahap__in=[Tahap.FINAL, Tahap.BATAL])
    for siklus_id in berjalan.order_by("pk").values_list("pk", flat=True):
        while satu := _advance_one(siklus_id, saat):
            pindah.append(satu)
        _remind(siklus_id, saat)
    _catch_up(saat)
    follow_leavers(saat=saat)
    follow_corrections(saat=saat)
    return pindah


@transaction.atomic
def _advance_one(siklus_id: int, saat: datetime) -> Perpindahan | None:
    siklus = Siklus.objects.select_related("periode").get(pk=siklus_id)
    jadwal = dict(siklus.jadwal.values_list("tahap", "mulai"))
    ke = tahap_jatuh_tempo(siklus.tahap, jadwal, saat)
    if ke is None:
        return None
    if ke == Tahap.TERBIT:
        _start_computing(siklus, saat)
    if not _move(siklus, ke):
        return None
    JadwalTahap.objects.filter(siklus=siklus, tahap=ke, dilaksanakan_pada__isnull=True).update(dilaksanakan_pada=saat)
    create_chunks(siklus, LANGKAH_TAHAP[ke], _pegawai_langkah(siklus, ke), saat=saat)
    rincian = {"dari": siklus.tahap, "ke": ke, "saat": saat.isoformat()}
    catat(oleh=Pengguna.objects.sistem(), aksi="siklus.maju", objek=siklus, rincian=rincian, saat=saat)
    return Perpindahan(siklus.pk, Tahap(siklus.tahap), ke)


def _move(siklus: Siklus, ke: str) -> int:
    """The one conditional UPDATE: only from the old stage, and only when the work of that stage is done.

    Results are published together: every HITUNG chunk is finished or quarantined before the stage is TERBIT.
    """
    baris = Siklus.objects.filter(pk=siklus.pk, tahap=siklus.tahap).exclude(Exists(_pekerjaan_tersisa()))
    if ke == Tahap.TERBIT:
        dimulai = JadwalTahap.objects.filter(siklus=OuterRef("pk"), tahap=ke, dilaksanakan_pada__isnull=False)
        baris = baris.filter(Exists(dimulai))
    return baris.update(tahap=ke)


def _pekerjaan_tersisa(siklus: str = "pk"):
    """Waiting chunks of the siklus in the outer query; reminders hold nothing up."""
    return Potongan.objects.filter(siklus=OuterRef(siklus), status=StatusPotongan.MENUNGGU).exclude(
        langkah=Langkah.INGATKAN
    )


def _start_computing(siklus: Siklus, saat: datetime) -> None:
    """Create the HITUNG chunks once, when calibration has ended and no other work waits."""
    mulai = JadwalTahap.objects.filter(siklus=siklus, tahap=Tahap.TERBIT, dilaksanakan_pada__isnull=True)
    if mulai.exclude(Exists(_pekerjaan_tersisa("siklus"))).update(dilaksanakan_pada=saat):
        create_chunks(siklus, Langkah.HITUNG, _berlembar(siklus), saat=saat)


def _berlembar(siklus: Siklus):
    return LembarPenilaian.objects.filter(siklus=siklus).values_list("pegawai_id", flat=True)


def _pegawai_langkah(siklus: Siklus, ke: str):
    """Whose rows the work of a stage touches: everybody while sheets are made, later those who have one."""
    if ke in (Tahap.KALIBRASI, Tahap.TERBIT, Tahap.FINAL):
        return _berlembar(siklus)
    periode = siklus.periode
    ber_skp = SKP.objects.filter(status=StatusSKP.DISETUJUI).beririsan(periode.mulai, periode.selesai)
    aktif = Pegawai.objects.asn().aktif().values_list("pk", flat=True)
    dengan_skp = ber_skp.exclude(pegawai__jenis=JenisPegawai.NON_ASN).values_list("pegawai_id", flat=True)
    return [*aktif, *dengan_skp]


def _remind(siklus_id: int, saat: datetime) -> None:
    """Reminders of the two working stages; once scoring has ended, the escalation of what is still not scored."""
    siklus = Siklus.objects.select_related("ketentuan", "periode").get(pk=siklus_id)
    jadwal = dict(siklus.jadwal.values_list("tahap", "mulai"))
    ketentuan = KetentuanPenilaian.dari(siklus.ketentuan.isi)
    belum = LembarPenilaian.objects.filter(siklus=siklus).belum()
    if siklus.tahap == Tahap.ISI_BUKTI:
        orang = belum.filter(sisi_pegawai_pada__isnull=True).values_list("pegawai_id", flat=True)
        _remind_before(siklus, "isi", orang, tenggat(siklus.tahap, jadwal), saat, ketentuan)
    elif siklus.tahap == Tahap.PENILAIAN:
        orang = belum.filter(penilai__isnull=False).values_list("penilai_id", flat=True)
        _remind_before(siklus, "nilai", orang, tenggat(siklus.tahap, jadwal), saat, ketentuan)
    if siklus.tahap in BEKERJA:
        _remind_extended(siklus, belum, saat, ketentuan)
    if siklus.tahap in SESUDAH_NILAI and (tingkat := eskalasi(jadwal[Tahap.KALIBRASI], saat, ketentuan)):
        tertahan = belum.filter(ditetapkan_pada__isnull=True, penilai__isnull=False)
        tertahan = tertahan.exclude(pk__in=masih_diperpanjang(siklus, saat))
        _remind_once(siklus, f"eskalasi-{tingkat}", tertahan.values_list("penilai_id", flat=True), saat)


def _remind_extended(siklus: Siklus, belum, saat: datetime, ketentuan: KetentuanPenilaian) -> None:
    """The same reminders before each end that an extension gave; the sheets are narrowed when they are sent."""
    orang = {
        KegiatanPeriode.ISI: belum.filter(sisi_pegawai_pada__isnull=True).values_list("pegawai_id", flat=True),
        KegiatanPeriode.NILAI: belum.filter(penilai__isnull=False).values_list("penilai_id", flat=True),
    }
    for kegiatan, siapa in orang.items():
        for akhir in akhir_diperpanjang(siklus, kegiatan):
            _remind_before(siklus, f"{kegiatan}+{cap_akhir(akhir)}", siapa, akhir, saat, ketentuan)


def _remind_before(siklus, awalan: str, orang, batas: datetime, saat: datetime, ketentuan) -> None:
    tanda = siklus.potongan.filter(langkah=Langkah.INGATKAN, tanda__startswith=f"{awalan}-").values_list(
        "tanda", flat=True
    )
    sudah = {int(satu.partition("-")[2]) for satu in tanda}
    hari = pengingat(batas, saat, sudah, ketentuan.pengingat_hari)
    if hari is not None:
        _remind_once(siklus, f"{awalan}-{hari}", orang, saat)


@transaction.atomic
def _remind_once(siklus: Siklus, tanda: str, orang, saat: datetime) -> None:
    if not siklus.potongan.filter(langkah=Langkah.INGATKAN, tanda=tanda).exists():
        create_chunks(siklus, Langkah.INGATKAN, orang, saat=saat, tanda=tanda)


def _catch_up(saat: datetime) -> None:
    """Sheets set after publication (held people, heads who waited for their office) get their result."""
    for siklus in Siklus.objects.filter(tahap__in=[Tahap.TERBIT, Tahap.FINAL]):
        with transaction.atomic():
            orang = list(_menyusul(siklus).values_list("pegawai_id", flat=True))
            create_chunks(siklus, Langkah.HITUNG, orang, saat=saat, tanda=f"susul{saat:%y%m%d%H%M}")


def _menyusul(siklus: Siklus):
    """Set sheets without a result that no chunk is at work on and none was quarantined for."""
    dikerjakan = Potongan.objects.filter(
        siklus=siklus,
        langkah=Langkah.HITUNG,
        status__in=[StatusPotongan.MENUNGGU, StatusPotongan.KARANTINA],
        awal__lte=OuterRef("pegawai_id"),
        akhir__gte=OuterRef("pegawai_id"),
    )
    lembar = LembarPenilaian.objects.filter(siklus=siklus, status=StatusLembar.DITETAPKAN)
    return lembar.exclude(Exists(Evaluasi.objects.filter(lembar=OuterRef("pk")))).exclude(Exists(dikerjakan))
