"""Load the demo: the data in one transaction, then the results in chunks, then the seal. Each part is done once.

An interrupted load leaves nothing, or whole data whose chunks still wait: the next call goes on from there.
"""

import gc
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from evaluasi.actions import advance_due, create_chunks, open_siklus
from evaluasi.models import JadwalTahap, PetugasLayanan, Potongan, Siklus
from evaluasi.pilihan import Langkah, StatusPotongan, Tahap
from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import WITA
from mataram_asn.kit.models import CatatanAudit
from pegawai.acuan import load_reference
from pegawai.models import Pegawai, Pengguna

from .akun import AKUN, MUATAN, Tokoh, beri_sandi, buat_akun_peran, cari_tokoh
from .alur import tulis_percakapan
from .andai import tulis_simulasi
from .belajar import tulis_rencana_pelatihan, tulis_riwayat
from .capaian import tulis_realisasi
from .dinas import tulis_dinas
from .hitung import kerjakan_potongan
from .iku import muat_iku
from .kalibrasi import buat_siklus_kalibrasi, mulai_kalibrasi, rencana_triwulan, tulis_kalibrasi
from .kertas import tulis_angka_kredit_siasn, tulis_kertas, tulis_riwayat_siasn
from .kota import muat_kota
from .lanjut import tulis_lanjut
from .menunggu import antre, pindahkan, tulis_menunggu
from .nilai import rencana_tahun, tulis_lembar, tulis_organisasi
from .periode import Waktu, buat_waktu
from .rencana import Keadaan, susun_rencana, tulis_rencana
from .suara import tulis_token, tulis_umpan_balik
from .terbit import buat_siklus_terbit, hanya_kantor, orang_kantor, terbitkan, tulis_keberatan_terbuka
from .tim import tulis_perencanaan

DATA = "demo.data_dimuat"
PUTARAN = 12  # a chunk that fails is tried again, then halved


@dataclass(frozen=True)
class Permintaan:
    """What to load: chance, day, only these offices (none: all), and in how many processes results are computed."""

    seed: int
    hari: date
    kantor: tuple[str, ...] = ()
    proses: int = 2

    @property
    def saat(self) -> datetime:
        """Now, or ten in the morning of another day."""
        kini = timezone.now()
        return kini if timezone.localdate(kini) == self.hari else datetime.combine(self.hari, time(10), WITA)


def sudah(aksi: str) -> bool:
    """Whether that part of the load is done."""
    return CatatanAudit.objects.filter(aksi=aksi).exists()


def muat(minta: Permintaan, kata: Callable[[str], object]) -> None:
    """Load what is not loaded yet; `kata` is told what is done. Raises RuleViolation where the database is in use."""
    if sudah(MUATAN):
        return
    if not sudah(DATA):
        with transaction.atomic(), _tanpa_sapuan():
            _kunci()
            if not sudah(DATA):
                _muat_data(minta, kata)
    _hitung(minta.proses, kata)
    with transaction.atomic(), _tanpa_sapuan():
        _kunci()
        if not sudah(MUATAN):
            _segel(kata)


@contextmanager
def _tanpa_sapuan():
    """Without the collector, which walks over a million rows in the making and frees none of them."""
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()
        gc.collect()


def _kunci() -> None:
    """One loader at a time."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('demo'))")


def _muat_data(minta: Permintaan, kata) -> None:
    if Pegawai.objects.exists():
        raise RuleViolation("Basis data ini sudah berisi pegawai. Muat demo pada basis data yang kosong.")
    saat, sistem = minta.saat, Pengguna.objects.sistem()
    oleh = _pengelola(sistem, saat)
    for nama, jumlah in muat_kota(seed=minta.seed, hari=minta.hari, kantor=minta.kantor, oleh=oleh, saat=saat).items():
        kata(f"{nama}: {_ringkas(jumlah)}")
    tokoh = cari_tokoh(minta.hari)
    pindah = pindahkan(minta.hari, tokoh)
    tokoh += [pindah] if pindah else []
    beri_sandi(tokoh, oleh, minta.hari, saat)
    tetap = antre(tokoh, minta.hari) | {satu.pegawai.pk: satu.skp for satu in tokoh}
    keadaan = Keadaan(
        minta.seed, minta.hari, saat, oleh.pk, tetap,
        pindah=frozenset([pindah.pegawai.pk] if pindah else []), lengkap=orang_kantor(minta.hari),
    )  # fmt: skip
    iku = muat_iku(minta.hari.year, oleh, saat)
    waktu = buat_waktu(minta.hari, oleh)
    waktu = replace(
        waktu, kalibrasi=buat_siklus_kalibrasi(minta.hari, oleh), terbit=buat_siklus_terbit(minta.hari, oleh)
    )
    _muat_tahun(keadaan, waktu, iku, tokoh, oleh, kata)
    open_siklus(siklus_id=waktu.kini.pk, oleh=oleh, saat=saat)
    advance_due(saat=saat)
    rincian = {"seed": minta.seed, "hari": minta.hari.isoformat(), "kantor": list(minta.kantor)}
    catat(oleh=oleh, aksi=DATA, objek=waktu.kini, rincian=rincian, saat=saat)


def _pengelola(sistem: Pengguna, saat) -> Pengguna:
    load_reference(saat=saat)
    return buat_akun_peran(sistem, saat)


def _ringkas(jumlah: dict[str, int]) -> str:
    return ", ".join(f"{n} {nama}" for nama, n in sorted(jumlah.items()))


def _muat_tahun(keadaan: Keadaan, waktu: Waktu, iku, tokoh: list[Tokoh], oleh: Pengguna, kata) -> None:
    """Plans, progress, the public's voice and the scoring sheets, each batch with one audit row."""
    semua = susun_rencana(keadaan)
    akun = dict(Pegawai.objects.values_list("pk", "pengguna_id"))
    periode = {tahun: siklus.periode for tahun, siklus in waktu.tahunan.items()}
    diam = {satu.pegawai.pk for satu in tokoh if satu.kunci == "pegawai"}
    petugas = list(
        PetugasLayanan.objects.filter(pegawai__in=[satu.pegawai.pk for satu in tokoh]).select_related(
            "layanan", "pegawai"
        )
    )
    jumlah = tulis_rencana(semua, iku, keadaan)
    jumlah |= tulis_realisasi(semua, keadaan, akun, periode, waktu.triwulan)
    jumlah["umpan balik"] = tulis_umpan_balik(keadaan, diam)
    jumlah["token"] = tulis_token(keadaan, petugas)
    jumlah["riwayat pelatihan"] = tulis_riwayat(keadaan, oleh)
    jumlah |= tulis_perencanaan(keadaan, [satu.pegawai.pk for satu in tokoh], oleh)
    jumlah |= tulis_percakapan(tokoh, keadaan)
    jumlah |= tulis_menunggu(tokoh, keadaan)
    _catat(jumlah, "demo.rencana_dimuat", waktu.kini, keadaan, oleh, kata)
    organisasi = tulis_organisasi(keadaan, oleh)
    for tahun, siklus in waktu.tahunan.items():
        rencana = rencana_tahun(semua, tahun)
        jumlah = tulis_lembar(siklus, rencana, keadaan, akun, organisasi)
        terbit = siklus.jadwal.get(tahap=Tahap.TERBIT).mulai
        create_chunks(siklus, Langkah.HITUNG, [satu.pegawai_id for satu in rencana], saat=terbit)
        _catat(jumlah, "demo.penilaian_dimuat", siklus, keadaan, oleh, kata)
    if siklus := waktu.terbit:
        rencana = hanya_kantor(rencana_triwulan(semua, siklus), keadaan)
        jumlah = tulis_lembar(siklus, rencana, keadaan, akun, organisasi)
        terbit = siklus.jadwal.get(tahap=Tahap.TERBIT).mulai
        create_chunks(siklus, Langkah.HITUNG, [satu.pegawai_id for satu in rencana], saat=terbit)
        _catat(jumlah, "demo.penilaian_dimuat", siklus, keadaan, oleh, kata)
    if siklus := waktu.kalibrasi:
        jumlah = tulis_lembar(siklus, rencana_triwulan(semua, siklus), keadaan, akun, organisasi)
        _catat(jumlah | mulai_kalibrasi(siklus, keadaan), "demo.kalibrasi_dimuat", siklus, keadaan, oleh, kata)


def _catat(jumlah: dict[str, int], aksi: str, objek, keadaan: Keadaan, oleh, kata) -> None:
    catat(oleh=oleh, aksi=aksi, objek=objek, rincian=jumlah, saat=keadaan.saat)
    kata(f"{objek}: {_ringkas(jumlah)}")


def _hitung(proses: int, kata) -> None:
    """Work the chunks that wait until none does."""
    for _ in range(PUTARAN):
        if not Potongan.objects.menunggu().exists():
            return
        kata(f"{kerjakan_potongan(proses)} potongan pekerjaan selesai")
    sisa = Potongan.objects.menunggu().exclude(galat="").values_list("galat", flat=True).first()
    raise RuleViolation(f"Masih ada potongan pekerjaan yang menunggu: {sisa or 'sedang dikerjakan proses lain'}.")


def _segel(kata) -> None:
    """Finish the past years, plan a few trainings from their results, and say that the demo is whole."""
    data = CatatanAudit.objects.select_related("oleh").get(aksi=DATA)
    oleh, hari = data.oleh, date.fromisoformat(data.rincian["hari"])
    lalu = Siklus.objects.filter(periode__jenis=JenisPeriode.TAHUNAN, periode__selesai__lt=hari)
    gagal = Potongan.objects.filter(siklus__in=lalu, status=StatusPotongan.KARANTINA).values_list("galat", flat=True)
    if gagal:
        raise RuleViolation(f"Hasil tahun lalu tidak lengkap: {gagal[0]}")
    JadwalTahap.objects.filter(siklus__in=lalu).update(dilaksanakan_pada=F("mulai"))
    for siklus in lalu:
        Siklus.objects.filter(pk=siklus.pk).update(dibuka=True, tahap=Tahap.FINAL)
        catat(oleh=oleh, aksi="demo.siklus_final", objek=siklus, rincian={"hasil": siklus.evaluasi.count()})
        kata(f"{siklus}: {siklus.evaluasi.count()} hasil dihitung")
    kata(f"{tulis_simulasi(lalu.latest('periode__mulai'), oleh, data.saat)} simulasi ketentuan menunggu dihitung")
    keadaan = Keadaan(data.rincian["seed"], hari, data.saat, oleh.pk, {})
    for siklus in Siklus.objects.filter(tahap=Tahap.KALIBRASI):
        kata(f"{siklus}: {tulis_kalibrasi(siklus, keadaan)} perubahan dalam kalibrasi")
    akun = CatatanAudit.objects.filter(aksi=AKUN).get()
    siapa = {kunci: pk for kunci, _, pk in akun.rincian["tokoh"]}
    pegawai = siapa.get("pegawai")
    kata(f"{tulis_kertas(pegawai, oleh, data.saat)} dokumen diterbitkan")
    kata(f"{tulis_riwayat_siasn(hari.year - 3, keadaan.seed, oleh, data.saat)} predikat lama dimuat dari berkas SIASN")
    kata(f"{tulis_angka_kredit_siasn(hari.year - 3, oleh, data.saat)} angka kredit lama dimuat dari berkas SIASN")
    tanpa = {pk for _, _, pk in akun.rincian["tokoh"]}
    kata(f"sesudah hasil: {_ringkas(tulis_lanjut(keadaan, oleh, tanpa))}")
    for siklus in Siklus.objects.filter(potongan__langkah=Langkah.HITUNG, dibuka=False).distinct():
        terbitkan(siklus)
        n = tulis_keberatan_terbuka(siklus, keadaan, siapa.get("atasan"), tanpa)
        kata(f"{siklus}: {siklus.evaluasi.count()} hasil terbit, {n} keberatan menunggu")
    kata(f"sepanjang tahun: {_ringkas(tulis_dinas(keadaan, oleh, tanpa))}")
    tulis_rencana_pelatihan(keadaan, oleh, tanpa)
    catat(oleh=oleh, aksi=MUATAN, objek=oleh, rincian=data.rincian, saat=data.saat + timedelta(seconds=1))
