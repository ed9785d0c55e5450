"""The scoring sheets of the finished years as their assessors left them. The results are computed, never written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from evaluasi.aturan import rating_kepala
from evaluasi.models import (
    KinerjaOrganisasi,
    LembarPenilaian,
    NilaiIndikator,
    NilaiPerilaku,
    PetugasLayanan,
    Siklus,
)
from evaluasi.pilihan import PredikatOrganisasi, Rating, StatusLembar, Tahap
from evaluasi.rekap.publik import TIDAK_BERLAKU, umpan_balik_lembar
from kinerja.models import Periode
from kinerja.pilihan import JenisIndikator, NilaiDasar
from pegawai.models import Unit

from .capaian import Nasib, nasib
from .rencana import Keadaan, Rencana
from .salin import pesan_id, salin
from .tebak import acak

#: of a hundred final ratings, how many differ from the suggestion; of a hundred plans, how many have an indicator
#: that the assessor overruled
SIMPANG, TIMPA = 19, 8
ALASAN = {
    Rating.DI_ATAS: (
        "Menyelesaikan pekerjaan yang paling sulit dan membimbing rekan lain.",
        "Dampaknya bagi warga lebih besar daripada yang terbaca pada angka.",
    ),
    Rating.SESUAI: (
        "Capaian terbantu oleh kegiatan bersama; sumbangan sendiri sesuai harapan.",
        "Target tahun ini lebih ringan daripada tahun lalu.",
    ),
    Rating.DI_BAWAH: (
        "Beberapa hasil harus diperbaiki oleh rekan lain.",
        "Target tercapai, tetapi berulang kali melewati tenggat.",
    ),
}
ALASAN_INDIKATOR = "Mutu hasilnya melebihi yang diminta, walaupun jumlahnya sesuai target."
DASAR = "Hasil evaluasi kinerja organisasi oleh tim kota (angka demo)"


@dataclass(frozen=True)
class Putusan:
    """What the assessor set on one sheet."""

    rencana: Rencana
    jalan: Nasib
    hasil: tuple[Rating, str]
    perilaku: tuple[Rating, str]


def tulis_organisasi(keadaan: Keadaan, oleh) -> dict[tuple[int, int], PredikatOrganisasi]:
    """The predikat of every office over every finished period. Returns it by (unit, period)."""
    bobot = {PredikatOrganisasi.ISTIMEWA: 5, PredikatOrganisasi.BAIK: 31, PredikatOrganisasi.BUTUH_PERBAIKAN: 3}
    hasil = {}
    for periode in Periode.objects.filter(selesai__lt=keadaan.hari):
        for unit in Unit.objects.perangkat_daerah().order_by("kode"):
            undian = acak(keadaan.seed, "organisasi", unit.kode, periode.mulai, periode.jenis)
            hasil[unit.pk, periode.pk] = undian.choices(list(bobot), bobot.values())[0]
    KinerjaOrganisasi.objects.bulk_create(
        KinerjaOrganisasi(
            unit_id=unit, periode_id=periode, predikat=predikat, dasar=DASAR, ditetapkan_oleh=oleh,
            ditetapkan_pada=keadaan.saat,
        )
        for (unit, periode), predikat in hasil.items()
    )  # fmt: skip
    return hasil


def tulis_lembar(
    siklus: Siklus, rencana: list[Rencana], keadaan: Keadaan, akun: dict[int, int], organisasi
) -> dict[str, int]:
    """COPY the sheets of one finished year with everything that was set on them, and freeze the public's counts."""
    petugas = set(PetugasLayanan.objects.values_list("pegawai_id", flat=True))
    putusan = [_putusan(satu, keadaan, organisasi, siklus.periode_id) for satu in rencana]
    nomor = pesan_id(LembarPenilaian, len(putusan))
    pasangan = list(zip(nomor, putusan, strict=True))
    jadwal = {satu.tahap: satu.mulai for satu in siklus.jadwal.all()}
    jumlah = {
        "lembar": salin(LembarPenilaian, _KOLOM, _baris(siklus, pasangan, jadwal, keadaan, akun)),
        "nilai indikator": salin(
            NilaiIndikator, ("lembar_id", "indikator_id", "rating", "alasan"), _nilai_indikator(pasangan)
        ),
        "nilai perilaku": salin(NilaiPerilaku, ("lembar_id", "nilai", "rating"), _nilai_perilaku(pasangan, petugas)),
    }
    jumlah["umpan balik dibekukan"] = _bekukan(nomor)
    return jumlah


def _putusan(satu: Rencana, keadaan: Keadaan, organisasi, periode_id: int) -> Putusan:
    jalan = nasib(satu, keadaan)
    undian = acak(keadaan.seed, "putusan", satu.kunci)
    if satu.kepala_kantor:
        hasil = rating_kepala(organisasi[satu.unit_id, periode_id]), ""
    else:
        hasil = _akhir(jalan.hasil, undian)
    return Putusan(satu, jalan, hasil, _akhir(jalan.perilaku, undian))


def _akhir(usul: Rating, undian: Random) -> tuple[Rating, str]:
    """The final rating and its reason: mostly the suggestion."""
    if undian.randrange(100) >= SIMPANG:
        return usul, ""
    akhir = undian.choice((Rating.DI_ATAS,) * 4 + (Rating.DI_BAWAH,)) if usul == Rating.SESUAI else Rating.SESUAI
    return akhir, undian.choice(ALASAN[akhir])


_KOLOM = (
    "id", "siklus_id", "skp_id", "pegawai_id", "penilai_id", "mulai", "selesai", "status", "sisi_pegawai_pada",
    "publik", "rating_hasil", "alasan_hasil", "rating_perilaku", "alasan_perilaku", "ditetapkan_pada",
    "ditetapkan_oleh_id", "versi",
)  # fmt: skip


def _baris(siklus: Siklus, pasangan, jadwal, keadaan: Keadaan, akun: dict[int, int]) -> Iterator[tuple]:
    for pk, satu in pasangan:
        r, undian = satu.rencana, acak(keadaan.seed, "lembar", satu.rencana.kunci)
        selesai = jadwal[Tahap.PENILAIAN] - timedelta(days=undian.randint(1, 20), minutes=undian.randrange(500))
        dinilai = jadwal[Tahap.PENILAIAN] + timedelta(days=undian.randint(0, 9), hours=8, minutes=undian.randrange(480))
        yield (
            pk, siklus.pk, r.pk, r.pegawai_id, r.penilai_id, r.mulai, r.selesai, StatusLembar.DITETAPKAN.value, selesai,
            TIDAK_BERLAKU, satu.hasil[0].value, satu.hasil[1], satu.perilaku[0].value, satu.perilaku[1], dinilai,
            akun[r.penilai_id], 2,
        )  # fmt: skip


def _nilai_indikator(pasangan) -> Iterator[tuple]:
    """Ratings of qualitative indicators, and a few that overrule the suggestion with a reason."""
    for pk, satu in pasangan:
        kecil = min(satu.rencana.butir, key=lambda butir: butir.bobot)
        timpa = satu.jalan.hasil == Rating.SESUAI and satu.jalan.acak.randrange(100) < TIMPA and kecil.bobot <= 40
        for butir in satu.rencana.butir:
            if butir.ukuran.jenis == JenisIndikator.KUALITATIF:
                yield pk, butir.pk, satu.jalan.hasil.value, ""
            elif timpa and butir is kecil:
                yield pk, butir.pk, Rating.DI_ATAS.value, ALASAN_INDIKATOR


def _nilai_perilaku(pasangan, petugas: set[int]) -> Iterator[tuple]:
    for pk, satu in pasangan:
        lain = _berbeda(satu.jalan, satu.rencana.pegawai_id in petugas)
        for nilai in NilaiDasar.values:
            yield pk, nilai, (lain.get(nilai) or satu.jalan.perilaku).value


def _berbeda(jalan: Nasib, melayani: bool) -> dict[str, Rating]:
    """The values that are not at the person's level; few enough that the level stays, whatever the public says."""
    undian = jalan.acak
    if jalan.perilaku == Rating.SESUAI:
        atas = dict.fromkeys(undian.sample(NilaiDasar.values, undian.randrange(3)), Rating.DI_ATAS)
        return atas or dict.fromkeys(undian.sample(NilaiDasar.values, undian.randrange(2)), Rating.DI_BAWAH)
    banyak = 0 if melayani else undian.randrange(3)
    return dict.fromkeys(undian.sample(NilaiDasar.values, banyak), Rating.SESUAI)


def _bekukan(nomor) -> int:
    """Freeze the public's counts of who serves the public, as the product counts them."""
    ubah = [
        LembarPenilaian(pk=pk, publik=publik)
        for pk, publik in umpan_balik_lembar(nomor).items()
        if publik != TIDAK_BERLAKU
    ]
    LembarPenilaian.objects.bulk_update(ubah, ["publik"], batch_size=500)
    return len(ubah)


def rencana_tahun(semua: list[Rencana], tahun: int) -> list[Rencana]:
    """The plans of one year; all of a past year's are approved."""
    return [satu for satu in semua if date(tahun, 1, 1) <= satu.mulai <= date(tahun, 12, 31)]
