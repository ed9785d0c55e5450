"""The stages of the simulation, from opening to final, each with its count and its seconds."""

import hashlib
import os
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

from evaluasi.actions import copy_siklus, open_siklus, set_organisation_result
from evaluasi.models import Evaluasi, JadwalTahap, LembarPenilaian, Potongan, Siklus
from evaluasi.pilihan import Langkah, Predikat, PredikatOrganisasi, StatusLembar, Tahap
from evaluasi.rekap import periksa_evaluasi
from kinerja.models import SKP
from kinerja.pilihan import JenisPeriode, StatusSKP
from mataram_asn.demo.tebak import acak
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka, tulis_saat
from mataram_asn.kit.models import Surat
from pegawai.models import Pengguna, Unit

from .orang import beramai, isi_realisasi, nilai_bawahan, setujui_skp
from .pekerja import Pekerja

#: offices whose predikat comes in time; the head of the last one waits
TANPA_PREDIKAT = 1
ALASAN_TAMPIL = 12


@dataclass
class Simulasi:
    """One run: who moves it, the worker, what is printed, and what was refused."""

    pekerja: Pekerja
    kata: Callable[[str], object]
    benih: int = 1
    orang: int | None = None
    bunuh: bool = False
    ditolak: Counter = field(default_factory=Counter)
    siklus: Siklus | None = None
    jadwal: dict[str, datetime] = field(default_factory=dict)
    #: the plans of the first people, when only some act
    skp: list[int] = field(default_factory=list)

    def jalan(self) -> bool:
        """Run every stage. Returns whether the second computation agrees and all work was the worker's."""
        awal = monotonic()
        for nama, langkah in self._langkah():
            mulai = monotonic()
            hasil = langkah()
            self.kata(f"{nama:<34}{hasil:<58}{monotonic() - mulai:7.1f} detik")
        sama = self._laporan()
        self.kata(f"Seluruhnya {monotonic() - awal:.0f} detik.")
        return sama

    def _langkah(self):
        return (
            ("Menyalin dan membuka siklus", self._buka),
            ("SKP yang tertunda disetujui", self._rencana),
            ("Lembar disiapkan", self._siapkan),
            ("Realisasi dicatat pegawai", self._realisasi),
            ("Pengingat", self._ingatkan),
            ("Umpan balik dibekukan", self._bekukan),
            ("Predikat organisasi ditetapkan", self._organisasi),
            ("Penilaian oleh atasan", self._nilai),
            ("Kalibrasi", self._kalibrasi),
            ("Hasil dihitung dan diterbitkan", self._terbitkan),
            ("Eskalasi", self._eskalasi),
            ("Final", self._final),
        )

    def _buka(self) -> str:
        """Copy last year's siklus and open it, as BKPSDM does."""
        oleh = self._bkpsdm()
        lalu = Siklus.objects.filter(periode__jenis=JenisPeriode.TAHUNAN, tahap=Tahap.FINAL).first()
        if lalu is None:
            raise RuleViolation("Belum ada siklus tahunan yang selesai. Muat demo lebih dahulu.")
        jadwal = dict(lalu.jadwal.values_list("tahap", "mulai"))
        saat = jadwal[Tahap.ISI_BUKTI] + timedelta(days=350)
        self.siklus = copy_siklus(dari_id=lalu.pk, oleh=oleh, saat=saat)
        self.jadwal = dict(self.siklus.jadwal.values_list("tahap", "mulai"))
        open_siklus(siklus_id=self.siklus.pk, oleh=oleh, saat=saat)
        return f"{self.siklus.nama} dibuka pada {tulis_saat(saat)}"

    def _bkpsdm(self) -> Pengguna:
        return Pengguna.objects.get(username="bkpsdm")

    def _rencana(self) -> str:
        tertunda = SKP.objects.exclude(status=StatusSKP.DISETUJUI)
        tertunda = tertunda.beririsan(self.siklus.periode.mulai, self.siklus.periode.selesai)
        jumlah, tolak = beramai(
            setujui_skp, list(tertunda.order_by("pk").values_list("pk", flat=True)), self._saat(Tahap.ISI_BUKTI, -2)
        )
        return self._ringkas(jumlah, tolak)

    def _siapkan(self) -> str:
        self.pekerja.tunggu(lambda: self._selesai(Tahap.ISI_BUKTI), self._saat(Tahap.ISI_BUKTI))
        lembar = self._lembar()
        orang = list(lembar.order_by("pegawai").values_list("pegawai_id", flat=True).distinct())
        if self.orang is not None:
            self.skp = list(lembar.filter(pegawai__in=orang[: self.orang]).values_list("skp_id", flat=True))
        return f"{tulis_angka(lembar.count())} lembar, {tulis_angka(len(orang))} pegawai"

    def _realisasi(self) -> str:
        lembar = self._lembar()
        skp = self.skp or list(lembar.order_by("pegawai", "pk").values_list("skp_id", flat=True))
        jumlah, tolak = beramai(isi_realisasi, skp, self.siklus.periode_id, self._saat(Tahap.ISI_BUKTI, 1), self.benih)
        return self._ringkas(jumlah, tolak)

    def _ingatkan(self) -> str:
        """The days before the open stage ends, as the clock passes them."""
        belum = self._lembar().belum().filter(sisi_pegawai_pada__isnull=True)
        tanggal = {f"isi-{hari}": self._saat(Tahap.PENILAIAN, -hari) - timedelta(hours=4) for hari in (7, 3, 1, 0)}
        return self._surati(tanggal, belum)

    def _surati(self, tanggal: dict[str, datetime], orang) -> str:
        """Let the clock pass these moments, each with the mark of its letters; says how many letters there were."""
        surat = Surat.objects.count()
        for tanda, saat in tanggal.items():
            self.pekerja.tunggu(lambda tanda=tanda: self._teringat(tanda, orang), saat)
        return f"{tulis_angka(Surat.objects.count() - surat)} surat"

    def _bekukan(self) -> str:
        self.pekerja.tunggu(lambda: self._selesai(Tahap.PENILAIAN), self._saat(Tahap.PENILAIAN))
        melayani = self._lembar().exclude(publik__layanan=None).count()
        return (
            f"{tulis_angka(self._lembar().filter(publik__isnull=False).count())} lembar, {melayani} dengan umpan balik"
        )

    def _organisasi(self) -> str:
        kantor = list(Unit.objects.perangkat_daerah().order_by("kode"))
        for unit in kantor[: len(kantor) - TANPA_PREDIKAT]:
            pilihan = [PredikatOrganisasi.ISTIMEWA, *[PredikatOrganisasi.BAIK] * 6, PredikatOrganisasi.BUTUH_PERBAIKAN]
            set_organisation_result(
                unit_id=unit.pk,
                periode_id=self.siklus.periode_id,
                predikat=acak(self.benih, "organisasi", unit.kode).choice(pilihan),
                dasar="Hasil evaluasi kinerja organisasi (simulasi)",
                oleh=self._bkpsdm(),
                saat=self._saat(Tahap.PENILAIAN, 1),
            )
        return f"{len(kantor) - TANPA_PREDIKAT} kantor, {TANPA_PREDIKAT} belum"

    def _nilai(self) -> str:
        lembar = self._lembar().filter(skp__in=self.skp) if self.skp else self._lembar()
        penilai = list(lembar.exclude(penilai=None).order_by("penilai").values_list("penilai_id", flat=True).distinct())
        jumlah, tolak = beramai(
            nilai_bawahan, penilai, self.siklus.pk, self._saat(Tahap.PENILAIAN, 5), self.benih, self.skp
        )
        return self._ringkas(jumlah, tolak)

    def _kalibrasi(self) -> str:
        """Scoring has ended: who was forgotten is held, and two days later the superiors hear of it."""
        self.pekerja.tunggu(lambda: self._selesai(Tahap.KALIBRASI), self._saat(Tahap.KALIBRASI))
        tertahan = self._lembar().filter(status=StatusLembar.TERTAHAN).count()
        surat = self._surati({"eskalasi-1": self._saat(Tahap.KALIBRASI, 2)}, self._belum_dinilai())
        return f"{tulis_angka(tertahan)} belum dinilai, {surat}"

    def _belum_dinilai(self):
        return self._lembar().belum().filter(ditetapkan_pada__isnull=True, penilai__isnull=False)

    def _terbitkan(self) -> str:
        """Results are computed in chunks and published together; here the worker may be killed."""
        sela = self._bunuh_sekali if self.bunuh else None
        self.pekerja.tunggu(lambda: self._selesai(Tahap.TERBIT), self._saat(Tahap.TERBIT), sela=sela)
        tertahan = self._lembar().filter(status=StatusLembar.TERTAHAN).count()
        return f"{tulis_angka(self._evaluasi().count())} hasil, {tulis_angka(tertahan)} tertahan"

    def _bunuh_sekali(self) -> None:
        """Kill the worker once while it is at a chunk of the computation."""
        hitung = Potongan.objects.menunggu().filter(siklus=self.siklus, langkah=Langkah.HITUNG, percobaan__gt=0)
        if not self.pekerja.dibunuh and hitung.exists():
            self.pekerja.bunuh()

    def _eskalasi(self) -> str:
        """Five days after scoring ended the superiors may score who still waits."""
        return self._surati({"eskalasi-2": self._saat(Tahap.KALIBRASI, 5)}, self._belum_dinilai())

    def _final(self) -> str:
        self.pekerja.tunggu(lambda: self._selesai(Tahap.FINAL), self._saat(Tahap.FINAL))
        return f"{tulis_angka(self._evaluasi().count())} hasil"

    def _saat(self, tahap: str, hari: int = 0) -> datetime:
        """That many days after the stage begins, at the hour at which it begins."""
        return self.jadwal[tahap] + timedelta(days=hari)

    def _lembar(self):
        return LembarPenilaian.objects.filter(siklus=self.siklus)

    def _evaluasi(self):
        return Evaluasi.objects.filter(siklus=self.siklus)

    def _selesai(self, tahap: str) -> bool:
        """The siklus is there and no chunk waits."""
        return (
            Siklus.objects.filter(pk=self.siklus.pk, tahap=tahap).exists()
            and JadwalTahap.objects.filter(siklus=self.siklus, tahap=tahap, dilaksanakan_pada__isnull=False).exists()
            and not Potongan.objects.menunggu().filter(siklus=self.siklus).exists()
        )

    def _teringat(self, tanda: str, orang) -> bool:
        """All letters with that mark are written, or there is nobody to write to."""
        baris = Potongan.objects.filter(siklus=self.siklus, langkah=Langkah.INGATKAN, tanda=tanda)
        return (baris.exists() or not orang.exists()) and not baris.menunggu().exists()

    def _ringkas(self, jumlah: Counter, tolak: Counter) -> str:
        self.ditolak += tolak
        isi = ", ".join(f"{tulis_angka(n)} {nama}" for nama, n in jumlah.items())
        return f"{isi or 'tidak ada'}{f', {tulis_angka(tolak.total())} ditolak' if tolak else ''}"

    def _laporan(self) -> bool:
        """Print the distribution, the refusals, the second computation and whose processes did the work."""
        banyak = Counter(self._evaluasi().values_list("predikat", flat=True))
        self.kata("Predikat: " + ", ".join(f"{satu.label} {tulis_angka(banyak[satu.value])}" for satu in Predikat))
        self._laporan_tolak()
        mulai = monotonic()
        berbeda = sum(map(_periksa, [list(self._evaluasi().values_list("pk", flat=True))]))
        self.kata(f"Hitung kedua dari masukan tersimpan: berbeda {berbeda} ({monotonic() - mulai:.1f} detik)")
        self.kata(f"Sidik hasil: {self.sidik()}")
        return self._laporan_pid() and not berbeda

    def _laporan_tolak(self) -> None:
        alasan = Counter(self.ditolak)
        for daftar in Potongan.objects.filter(siklus=self.siklus).values_list("ditolak", flat=True):
            alasan.update(satu["alasan"] for satu in daftar)
        self.kata(f"Ditolak atau ditahan: {tulis_angka(alasan.total())}")
        for sebab, n in alasan.most_common(ALASAN_TAMPIL):
            self.kata(f"  {tulis_angka(n):>6}  {sebab}")

    def sidik(self) -> str:
        """SHA-256 over the roots of all results: the same run gives the same, whoever died meanwhile."""
        akar = self._evaluasi().order_by("skp__pegawai__siasn_id", "mulai").values_list("akar", flat=True)
        return hashlib.sha256("".join(akar).encode()).hexdigest()

    def _laporan_pid(self) -> bool:
        pid = set(Potongan.objects.filter(siklus=self.siklus, pid__isnull=False).values_list("pid", flat=True))
        milik = bool(pid) and pid <= self.pekerja.pid and os.getpid() not in pid
        kata = "semuanya anak proses pekerja" if milik else "BUKAN semuanya milik pekerja"
        siapa = ", ".join(map(str, sorted(pid)))
        self.kata(f"Potongan dikerjakan proses {siapa}: {kata}; pekerja dibunuh {self.pekerja.dibunuh} kali")
        return milik


def _periksa(evaluasi_ids: list[int]) -> int:
    """How many of these results differ from what their stored inputs give by the second path."""
    return sum(bool(beda) for _, beda in periksa_evaluasi(Evaluasi.objects.filter(pk__in=evaluasi_ids)))
