"""What is due for a person, read from every app for a stretch of days and kept nowhere."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from evaluasi.models import JadwalTahap, LembarPenilaian
from evaluasi.pilihan import Tahap
from kinerja import rekap as rekap_kinerja
from kinerja.models import SKP, DialogKinerja, Kesepakatan, Pendelegasian, Periode
from kinerja.pilihan import StatusSKP
from kinerja.usul import usul_pegawai
from mataram_asn.kit.ical import AcaraIcal
from mataram_asn.kit.kata import tulis_angka, tulis_batas
from pelatihan.models import RencanaPelatihan
from pelatihan.pilihan import StatusRencana

#: The icon and the word of each kind.
RUPA = {
    "tahap": ("arrow-repeat", "Tahap siklus"),
    "realisasi": ("file-earmark-arrow-up", "Realisasi"),
    "penilaian": ("people", "Penilaian"),
    "persetujuan": ("check2-square", "Persetujuan"),
    "dialog": ("chat-dots", "Dialog"),
    "kesepakatan": ("list-check", "Kesepakatan"),
    "jabatan": ("signpost-split", "Jabatan"),
    "skp": ("list-check", "SKP"),
    "pelatihan": ("mortarboard", "Pelatihan"),
    "delegasi": ("person-check", "Pendelegasian"),
}


@dataclass(frozen=True)
class Acara:
    """One thing on a day. `kunci` names its cause; `jam` is the moment where there is one."""

    kunci: str
    jenis: str
    tanggal: date
    judul: str
    keterangan: str
    tautan: str
    jam: datetime | None = None

    @property
    def ikon(self) -> str:
        return RUPA[self.jenis][0]

    @property
    def jenis_kata(self) -> str:
        return RUPA[self.jenis][1]

    def ical(self, dasar: str) -> AcaraIcal:
        """The same for a calendar file; `dasar` is the address of the system."""
        jam = self.jam if self.jenis == "dialog" else None
        return AcaraIcal(self.kunci, self.tanggal, self.judul, self.keterangan, f"{dasar}{self.tautan}", jam)


def acara(siapa, awal: date, akhir: date, saat) -> list[Acara]:
    """Everything of one person between two days, both included, in order; a constant number of queries."""
    bagian = [_tahap(awal, akhir)]
    if siapa.pegawai:
        skp = list(SKP.objects.filter(pegawai=siapa.pegawai_id).beririsan(awal, akhir))
        bagian += [_realisasi(skp, awal, akhir), _skp(skp, awal, akhir), _usul(siapa.pegawai_id, saat)]
        bagian.append(_pelatihan(siapa.pegawai_id))
    if siapa.pegawai_id:
        bagian += [_dialog(siapa.pegawai_id, awal, akhir), _kesepakatan(siapa.pegawai_id, awal, akhir)]
        bagian += [_delegasi(siapa.pegawai_id, awal, akhir)]
    if siapa.atasan:
        bagian += [_penilaian(siapa.pegawai_id), _persetujuan(siapa.pegawai_id, saat)]
    semua = [satu for daftar in bagian for satu in daftar if awal <= satu.tanggal <= akhir]
    return sorted(semua, key=lambda satu: (satu.tanggal, satu.jam is None, satu.jam or saat, satu.judul))


def _hari_batas(saat: datetime) -> date:
    """The last day of a half-open stretch: midnight belongs to the day before."""
    return timezone.localdate(saat - timedelta(minutes=1))


def _tahap(awal: date, akhir: date):
    """The stages of the siklus that are opened."""
    jadwal = JadwalTahap.objects.filter(siklus__dibuka=True).exclude(siklus__tahap=Tahap.BATAL).select_related("siklus")
    for satu in jadwal.filter(mulai__date__gte=awal, mulai__date__lte=akhir):
        yield Acara(
            f"tahap-{satu.pk}", "tahap", timezone.localdate(satu.mulai), f"{satu.siklus}: {satu.get_tahap_display()}",
            "Tahap ini dimulai.", reverse("evaluasi:siklus-detail", args=[satu.siklus_id]), satu.mulai,
        )  # fmt: skip


def _realisasi(skp: list[SKP], awal: date, akhir: date):
    """The last day on which realisasi of a period is taken, for each approved plan that it meets."""
    periode = Periode.objects.filter(isi_sampai__date__gte=awal, isi_sampai__date__lte=akhir + timedelta(days=1))
    for satu in periode.filter(siklus__dibuka=True).distinct():
        for rencana in skp:
            bertemu = rencana.mulai <= satu.selesai and rencana.selesai >= satu.mulai
            if rencana.status == StatusSKP.DISETUJUI and bertemu:
                yield Acara(
                    f"realisasi-{satu.pk}-{rencana.pk}", "realisasi", _hari_batas(satu.isi_sampai),
                    f"Batas isi realisasi {satu.nama}", f"Sampai {tulis_batas(satu.isi_sampai)}",
                    reverse("kinerja:realisasi", args=[rencana.pk]), satu.isi_sampai,
                )  # fmt: skip


def _skp(skp: list[SKP], awal: date, akhir: date):
    for satu in skp:
        if awal <= satu.selesai <= akhir:
            tautan = reverse("kinerja:skp-detail", args=[satu.pk])
            yield Acara(f"skp-{satu.pk}", "skp", satu.selesai, "SKP berakhir", "Hari terakhir SKP ini.", tautan)


def _usul(pegawai_id: int, saat):
    for satu in usul_pegawai(pegawai_id, timezone.localdate(saat)):
        yield Acara(
            f"usul-{pegawai_id}-{satu.kunci}", "jabatan", satu.mulai, satu.judul, satu.langkah,
            reverse("kinerja:usul-saya"),
        )  # fmt: skip


def _pelatihan(pegawai_id: int):
    """Planned trainings of a year stand on its last day: the plan names no other."""
    rencana = RencanaPelatihan.objects.filter(pegawai=pegawai_id, status=StatusRencana.DIRENCANAKAN)
    for satu in rencana.select_related("pelatihan"):
        yield Acara(
            f"pelatihan-{satu.pk}", "pelatihan", date(satu.tahun, 12, 31), f"Batas ikuti {satu.pelatihan.nama}",
            f"Rencana pelatihan {satu.tahun}", reverse("pelatihan:saya"),
        )  # fmt: skip


def _dialog(pegawai_id: int, awal: date, akhir: date):
    baris = DialogKinerja.objects.filter(Q(pegawai=pegawai_id) | Q(atasan=pegawai_id), dibatalkan_pada__isnull=True)
    baris = baris.filter(waktu__date__gte=awal, waktu__date__lte=akhir).select_related("pegawai", "atasan")
    for satu in baris:
        lain = satu.atasan if satu.pegawai_id == pegawai_id else satu.pegawai
        yield Acara(
            f"dialog-{satu.pk}", "dialog", timezone.localdate(satu.waktu), f"Dialog kinerja dengan {lain}",
            f"{satu.tempat}. {satu.agenda}", reverse("kinerja:dialog-detail", args=[satu.pk]), satu.waktu,
        )  # fmt: skip


def _kesepakatan(pegawai_id: int, awal: date, akhir: date):
    baris = Kesepakatan.objects.terbuka().filter(penanggung_jawab=pegawai_id, tenggat__gte=awal, tenggat__lte=akhir)
    for satu in baris:
        tautan = reverse("kinerja:dialog-detail", args=[satu.dialog_id])
        yield Acara(f"sepakat-{satu.pk}", "kesepakatan", satu.tenggat, str(satu), "Tenggat kesepakatan dialog", tautan)


def _delegasi(pegawai_id: int, awal: date, akhir: date):
    baris = Pendelegasian.objects.filter(Q(atasan=pegawai_id) | Q(wakil=pegawai_id), dicabut_pada__isnull=True)
    tautan = reverse("kinerja:delegasi-list")
    for satu in baris.filter(mulai__lte=akhir, selesai__gte=awal).select_related("atasan", "wakil"):
        saya = satu.atasan_id == pegawai_id
        judul = f"{satu.wakil} mewakili Anda" if saya else f"Anda mewakili {satu.atasan}"
        yield Acara(f"delegasi-{satu.pk}-m", "delegasi", satu.mulai, f"{judul}: mulai", satu.lingkup, tautan)
        yield Acara(f"delegasi-{satu.pk}-s", "delegasi", satu.selesai, f"{judul}: hari terakhir", satu.lingkup, tautan)


def _penilaian(pegawai_id: int):
    """The last day of scoring of each running siklus in which sheets of this assessor are not set."""
    belum = LembarPenilaian.objects.untuk_penilai(pegawai_id).belum().filter(siklus__dibuka=True)
    jumlah = dict(belum.values_list("siklus").annotate(n=Count("pk")).order_by())
    jadwal = JadwalTahap.objects.filter(siklus__in=jumlah, tahap=Tahap.KALIBRASI).select_related("siklus")
    for satu in jadwal:
        yield Acara(
            f"nilai-{satu.siklus_id}-{pegawai_id}", "penilaian", _hari_batas(satu.mulai),
            f"Batas menilai {tulis_angka(jumlah[satu.siklus_id])} bawahan",
            f"{satu.siklus} · {tulis_batas(satu.mulai)}",
            reverse("evaluasi:bawahan"), satu.mulai,
        )  # fmt: skip


def _persetujuan(pegawai_id: int, saat):
    """What waits for approval stands on today."""
    hari = timezone.localdate(saat)
    skp = rekap_kinerja.menunggu_persetujuan(pegawai_id, hari).count()
    perubahan = len(rekap_kinerja.perubahan_menunggu(pegawai_id, hari))
    for n, kata in ((skp, "SKP"), (perubahan, "perubahan SKP")):
        if n:
            yield Acara(
                f"setuju-{kata[:3]}-{pegawai_id}-{hari:%Y%m%d}", "persetujuan", hari,
                f"{tulis_angka(n)} {kata} menunggu persetujuan Anda", "Setujui atau kembalikan dengan catatan.",
                reverse("kinerja:persetujuan"),
            )  # fmt: skip


def minggu(tahun: int, bulan: int, semua: list[Acara]) -> list[list[dict]]:
    """The weeks of a month, Monday first: each day with what stands on it; days of other months are marked."""
    menurut: dict[date, list[Acara]] = {}
    for satu in semua:
        menurut.setdefault(satu.tanggal, []).append(satu)
    return [
        [{"tanggal": hari, "luar": hari.month != bulan, "acara": menurut.get(hari, [])} for hari in pekan]
        for pekan in Calendar().monthdatescalendar(tahun, bulan)
    ]
