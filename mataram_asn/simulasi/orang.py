"""What people do in a siklus, each through the real action: plans approved, realisasi recorded, subordinates scored."""

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from decimal import Decimal
from multiprocessing import get_context

from django.db import connections

from evaluasi.actions import mark_employee_done, save_scores
from evaluasi.models import LembarPenilaian
from evaluasi.pilihan import Rating
from kinerja.actions import approve_skp, record_realisasi, submit_skp
from kinerja.models import SKP, Indikator, Periode
from kinerja.pilihan import JenisIndikator, NilaiDasar, StatusSKP
from mataram_asn.demo.capaian import URAIAN, nyata
from mataram_asn.demo.nilai import ALASAN
from mataram_asn.demo.pustaka import Ukuran
from mataram_asn.demo.tebak import acak
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pengguna

PROSES = 3
SEKELOMPOK = 40
#: of a hundred: results and conduct below, then above expectation; final ratings that differ from the suggestion
BAWAH, ATAS, SIMPANG = 6, 28, 20
#: what such a rating is then
LAIN = (*(Rating.DI_ATAS,) * 5, Rating.SESUAI, Rating.SESUAI, Rating.DI_BAWAH)
#: one assessor in so many forgets to score
LUPA = 400
#: of a hundred people, how many do not say that they are done, and are reminded
DIAM = 4


def beramai(kerja, butir: list, *tetap) -> tuple[Counter, Counter]:
    """Run `kerja(group, *tetap)` over groups in a few processes; (what was done, refusals by sentence)."""
    connections.close_all()
    jumlah, ditolak = Counter(), Counter()
    kolam = ProcessPoolExecutor(PROSES, mp_context=get_context("fork"))
    try:
        for satu in [kolam.submit(kerja, satu, *tetap) for satu in _kelompok(butir)]:
            baru, tolak = satu.result()
            jumlah += baru
            ditolak += tolak
    finally:
        kolam.shutdown(cancel_futures=True)
    return jumlah, ditolak


def _kelompok(butir: list) -> list[list]:
    return [butir[awal : awal + SEKELOMPOK] for awal in range(0, len(butir), SEKELOMPOK)]


def _coba(jumlah: Counter, ditolak: Counter, nama: str, aksi, **isi) -> bool:
    """Do one action and count it, or count why it was refused."""
    try:
        aksi(**isi)
    except RuleViolation as galat:
        ditolak[str(galat)] += 1
        return False
    jumlah[nama] += 1
    return True


def setujui_skp(skp_ids, saat: datetime) -> tuple[Counter, Counter]:
    """Let the owners hand in what they had not, and the atasan approve it."""
    jumlah, ditolak = Counter(), Counter()
    for skp in (
        SKP.objects.filter(pk__in=skp_ids).select_related("pegawai__pengguna", "penilai__pengguna").order_by("pk")
    ):
        if skp.status != StatusSKP.DIAJUKAN:
            _coba(jumlah, ditolak, "diajukan", submit_skp, skp_id=skp.pk, oleh=skp.pegawai.pengguna, saat=saat)
        skp.refresh_from_db(fields=["penilai"])
        atasan = skp.penilai and skp.penilai.pengguna
        if atasan:
            _coba(jumlah, ditolak, "disetujui", approve_skp, skp_id=skp.pk, oleh=atasan, saat=saat)
    return jumlah, ditolak


def isi_realisasi(skp_ids, periode_id: int, saat: datetime, benih: int) -> tuple[Counter, Counter]:
    """Record the realisasi of every indicator by its owner, some with a link as evidence, and say that it is done."""
    jumlah, ditolak = Counter(), Counter()
    periode = Periode.objects.get(pk=periode_id)
    for skp in SKP.objects.filter(pk__in=skp_ids).select_related("pegawai__pengguna").order_by("pk"):
        undian = acak(benih, "simulasi", skp.pk)
        mutu, oleh = _mutu(undian), skp.pegawai.pengguna
        kapan = saat + timedelta(minutes=undian.randrange(20_000))
        for butir in Indikator.objects.filter(hasil__skp=skp.pk).order_by("pk"):
            nilai, uraian = _isian(butir, skp, periode, mutu, undian)
            tautan = f"https://berkas.mataram.example/{butir.pk}" if undian.randrange(3) == 0 else ""
            _coba(
                jumlah, ditolak, "realisasi", record_realisasi, indikator_id=butir.pk, periode_id=periode.pk,
                nilai=nilai, uraian=uraian, tautan=tautan, oleh=oleh, saat=kapan,
            )  # fmt: skip
        lembar = LembarPenilaian.objects.filter(skp=skp.pk, siklus__periode=periode.pk)
        for pk in lembar.values_list("pk", flat=True) if undian.randrange(100) >= DIAM else ():
            _coba(jumlah, ditolak, "menyatakan selesai", mark_employee_done, lembar_id=pk, oleh=oleh, saat=kapan)
    return jumlah, ditolak


def _mutu(undian) -> Rating:
    angka = undian.randrange(100)
    return Rating.DI_BAWAH if angka < BAWAH else Rating.DI_ATAS if angka < ATAS else Rating.SESUAI


def _isian(butir: Indikator, skp: SKP, periode: Periode, mutu: Rating, undian) -> tuple[Decimal | None, str]:
    """The figure, or the words of a qualitative one; a sum is asked for as far as the plan's days have gone."""
    if butir.jenis == JenisIndikator.KUALITATIF:
        return None, URAIAN[mutu]
    ukuran = Ukuran(
        butir.uraian, butir.jenis, butir.aspek, butir.arah, butir.sifat, butir.target, butir.target_atas, butir.satuan
    )
    target = butir.target
    if butir.sifat == "kumulatif" and periode.selesai < skp.selesai:
        bagian = Decimal((periode.selesai - skp.mulai).days + 1) / ((skp.selesai - skp.mulai).days + 1)
        target = max(Decimal(1), (target * bagian).quantize(Decimal(1)))
    return nyata(ukuran, target, mutu, undian), ""


def nilai_bawahan(penilai_ids, siklus_id: int, saat: datetime, benih: int, skp_ids) -> tuple[Counter, Counter]:
    """Let each assessor set the sheets of their people; one in many forgets."""
    jumlah, ditolak = Counter(), Counter()
    for pengguna in Pengguna.objects.filter(pegawai__in=penilai_ids).select_related("pegawai").order_by("pk"):
        if acak(benih, "lupa", pengguna.pk).randrange(LUPA) == 0:
            jumlah["penilai lupa"] += 1
            continue
        lembar = LembarPenilaian.objects.filter(siklus=siklus_id, penilai=pengguna.pegawai.pk).order_by("pk")
        for satu in lembar.filter(skp__in=skp_ids) if skp_ids else lembar:
            _coba(jumlah, ditolak, "lembar ditetapkan", save_scores, **_putusan(satu, benih), oleh=pengguna, saat=saat)
    return jumlah, ditolak


def _putusan(lembar: LembarPenilaian, benih: int) -> dict:
    """What the assessor sets: words for what has no figure, the seven values, now and then another final rating."""
    undian = acak(benih, "nilai", lembar.skp_id)
    mutu = _mutu(undian)
    kualitatif = Indikator.objects.filter(hasil__skp=lembar.skp_id, jenis=JenisIndikator.KUALITATIF)
    lain = dict.fromkeys(undian.sample(NilaiDasar.values, undian.randrange(3)), Rating.SESUAI)
    hasil, perilaku = (undian.choice(LAIN) if undian.randrange(100) < SIMPANG else "" for _ in range(2))
    return {
        "lembar_id": lembar.pk,
        "versi": lembar.versi,
        "indikator": {pk: {"rating": mutu.value} for pk in kualitatif.values_list("pk", flat=True)},
        "perilaku": {nilai: {"rating": lain.get(nilai, mutu).value} for nilai in NilaiDasar.values},
        "rating_hasil": hasil,
        "alasan_hasil": undian.choice(ALASAN[hasil]) if hasil else "",
        "rating_perilaku": perilaku,
        "alasan_perilaku": undian.choice(ALASAN[perilaku]) if perilaku else "",
        "tetapkan": True,
    }
