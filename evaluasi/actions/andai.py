"""Trying another ketentuan on copies of a siklus's results, in chunks; nothing of a result is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation

from ..akses import can_try_policy
from ..aturan import (
    AngkaEvaluasi,
    KetentuanPenilaian,
    MasukanEvaluasi,
    angka_di,
    di_bawah,
    hitung_angka,
    jarak_garis,
    ubah_isi,
)
from ..models import Evaluasi, HasilSimulasi, Potongan, Siklus, Simulasi
from ..pilihan import Langkah, Predikat, Tahap
from ..rekap.kantor import kantor_unit
from .antrean import create_chunks, dalam
from .langkah import Hasil

HANYA_BKPSDM = "Simulasi ketentuan dijalankan oleh BKPSDM."
#: From the lowest to the highest, to say whether a result would rise or fall.
URUTAN = {predikat: nomor for nomor, predikat in enumerate(reversed(Predikat.values))}


@transaction.atomic
def start_trial(*, siklus_id: int, nama: str, ubah: dict[str, str], oleh, saat: datetime) -> Simulasi:
    """Set up a trial over the published results of a siklus; its chunks are worked in the background.

    `ubah` maps paths of the ketentuan ("publik_bobot", "konversi.2.1") to canonical numbers. Raises RuleViolation.
    """
    if not can_try_policy(oleh):
        raise RuleViolation(HANYA_BKPSDM)
    siklus = Siklus.objects.select_related("ketentuan").filter(pk=siklus_id).first()
    if siklus is None or siklus.tahap not in (Tahap.TERBIT, Tahap.FINAL):
        raise RuleViolation("Simulasi memakai hasil yang sudah terbit. Pilih siklus lain.")
    isi = ubah_isi(siklus.ketentuan.isi, ubah)
    asal = ubah_isi(siklus.ketentuan.isi, {})
    beda = {jalur: angka_di(isi, jalur) for jalur in ubah if angka_di(isi, jalur) != angka_di(asal, jalur)}
    if not beda:
        raise RuleViolation("Ubah paling sedikit satu angka; semuanya sama dengan ketentuan siklus ini.")
    orang = list(Evaluasi.objects.filter(siklus=siklus).berlaku().values_list("pegawai_id", flat=True))
    if not orang:
        raise RuleViolation("Siklus ini belum mempunyai hasil.")
    simulasi = Simulasi.objects.create(
        siklus=siklus, nama=nama.strip(), ubah=beda, isi=isi, jumlah=len(orang), dibuat_oleh=oleh, dibuat_pada=saat
    )
    create_chunks(siklus, Langkah.ANDAI, orang, saat=saat, tanda=str(simulasi.pk))
    catat(oleh=oleh, aksi="simulasi.dibuat", objek=simulasi, rincian={"ubah": beda}, saat=saat)
    return simulasi


@transaction.atomic
def delete_trial(*, simulasi_id: int, oleh, saat: datetime) -> None:
    """Throw a trial away with its rows; results were never touched. Raises RuleViolation."""
    if not can_try_policy(oleh):
        raise RuleViolation(HANYA_BKPSDM)
    simulasi = Simulasi.objects.select_for_update().filter(pk=simulasi_id).first()
    if simulasi is None:
        raise RuleViolation("Simulasi itu sudah tidak ada.")
    catat(oleh=oleh, aksi="simulasi.dihapus", objek=simulasi, rincian={"ubah": simulasi.ubah}, saat=saat)
    Potongan.objects.filter(langkah=Langkah.ANDAI, tanda=str(simulasi.pk)).delete()
    HasilSimulasi.objects.filter(simulasi=simulasi)._raw_delete("default")
    simulasi.delete()


def work_trial(potongan: Potongan, saat: datetime) -> Hasil:
    """Compute one chunk of a trial; a trial that is gone meanwhile has nothing to do."""
    simulasi = Simulasi.objects.select_related("siklus__periode").filter(pk=int(potongan.tanda)).first()
    if simulasi is None:
        return Hasil(0)
    baris = Evaluasi.objects.filter(siklus=simulasi.siklus, **dalam(potongan)).berlaku()
    kantor = kantor_unit(simulasi.siklus)
    baru = [_baris(simulasi, satu, kantor) for satu in run_trial(baris, KetentuanPenilaian.dari(simulasi.isi))]
    HasilSimulasi.objects.bulk_create(baru, ignore_conflicts=True, batch_size=500)
    return Hasil(len(baru))


@dataclass(frozen=True, slots=True)
class Andai:
    """One stored result beside what it would be; `baru` is None where it could not be computed, and `alasan` why."""

    evaluasi: Evaluasi
    masukan: MasukanEvaluasi
    baru: AngkaEvaluasi | None
    alasan: str = ""


def run_trial(baris, ketentuan: KetentuanPenilaian) -> Iterator[Andai]:
    """Each of these stored results under that ketentuan, computed without its explanation."""
    baris = baris.select_related("skp").only(
        "pk", "pegawai_id", "masukan", "predikat", "usul_hasil", "usul_perilaku", "skp__unit_id"
    )
    for evaluasi, masukan in _terbaca(baris.order_by("pk").iterator(chunk_size=500)):
        andai = di_bawah(masukan, evaluasi.usul_hasil, evaluasi.usul_perilaku, ketentuan)
        try:
            yield Andai(evaluasi, andai, hitung_angka(andai))
        except RuleViolation as galat:
            yield Andai(evaluasi, andai, None, str(galat))


def _terbaca(baris: Iterable[Evaluasi]) -> Iterator[tuple[Evaluasi, MasukanEvaluasi]]:
    """The inputs of each result; equal ketentuan, which those of one siklus are, are read once."""
    isi = terbaca = None
    for evaluasi in baris:
        if evaluasi.masukan["ketentuan"] != isi:
            isi = evaluasi.masukan["ketentuan"]
            terbaca = KetentuanPenilaian.dari(isi)
        yield evaluasi, MasukanEvaluasi.dari_dict(evaluasi.masukan, terbaca)


def _baris(simulasi: Simulasi, satu: Andai, kantor: dict) -> HasilSimulasi:
    dasar = HasilSimulasi(
        simulasi=simulasi,
        evaluasi=satu.evaluasi,
        kantor_id=kantor.get(satu.evaluasi.skp.unit_id),
        predikat_lama=satu.evaluasi.predikat,
        alasan=satu.alasan,
    )
    if satu.baru is not None:
        _isi_angka(dasar, satu.baru, satu.masukan)
    return dasar


def _isi_angka(dasar: HasilSimulasi, baru: AngkaEvaluasi, masukan: MasukanEvaluasi) -> None:
    """The head of an office takes the office's achievement: their index of hasil crosses no line."""
    ketentuan = masukan.ketentuan
    dasar.predikat = baru.predikat
    dasar.indeks_hasil, dasar.indeks_perilaku = baru.indeks_hasil, baru.indeks_perilaku
    dasar.jarak_hasil = None if masukan.kepala else jarak_garis(baru.indeks_hasil, ketentuan)
    dasar.jarak_perilaku = jarak_garis(baru.indeks_perilaku, ketentuan)
    dasar.arah = URUTAN[baru.predikat] - URUTAN[dasar.predikat_lama]
