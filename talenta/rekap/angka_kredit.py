"""Reads of angka kredit: what should stand for a year, what a person has gathered, and what is still needed."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from evaluasi import rekap as rekap_evaluasi
from evaluasi.models import Evaluasi
from evaluasi.rekap.siasn import predikat_resmi
from kinerja.pilihan import JenisPeriode
from pegawai import rekap as rekap_pegawai
from pegawai.models import Ketentuan, Pegawai
from pegawai.pilihan import JenisKetentuan, JenisPegawai

from ..aturan import (
    DalamJenjang,
    Kenaikan,
    KetentuanAngkaKredit,
    Kumpulan,
    bulan_jenjang,
    dasar,
    kenaikan,
    konversi,
    simpan,
)
from ..models import KonversiAngkaKredit, RiwayatAngkaKredit, TambahanAngkaKredit
from ..pilihan import JenisRiwayatAK
from .masa import masa_jenjang, riwayat_berlaku


def ketentuan_angka_kredit(tanggal: date) -> tuple[Ketentuan, KetentuanAngkaKredit]:
    """The version in force that day and its numbers."""
    baris = Ketentuan.objects.berlaku_pada(JenisKetentuan.ANGKA_KREDIT, tanggal)
    return baris, KetentuanAngkaKredit.dari(baris.isi)


def seharusnya(tahun: int, saat, pegawai_ids=None) -> list[KonversiAngkaKredit]:
    """What should stand for a year, unsaved: a row for each person and jenjang, from the published annual predikat."""
    akhir = date(tahun, 12, 31)
    baris_ketentuan, ketentuan = ketentuan_angka_kredit(akhir)
    masa = masa_jenjang(tahun, pegawai_ids)
    predikat = rekap_evaluasi.predikat_tahun(list(masa), tahun)
    return [
        _baris(pk, tahun, jenjang, bulan, predikat[pk], baris_ketentuan, ketentuan, saat)
        for pk in sorted(masa.keys() & predikat.keys())
        for jenjang, bulan in sorted(bulan_jenjang(masa[pk], tahun, akhir).items())
    ]


def _baris(pk, tahun, jenjang, bulan, hasil, baris_ketentuan, ketentuan, saat) -> KonversiAngkaKredit:
    return KonversiAngkaKredit(
        pegawai_id=pk,
        tahun=tahun,
        jenjang=jenjang,
        bulan=bulan,
        siklus=hasil.siklus,
        predikat=hasil.predikat,
        hasil=[satu.pk for satu in hasil.segmen],
        persen=ketentuan.persen[hasil.predikat],
        koefisien=ketentuan.jenjang[jenjang].koefisien,
        angka=simpan(konversi(hasil.predikat, jenjang, bulan, ketentuan)),
        ketentuan=baris_ketentuan,
        dihitung_pada=saat,
    )


#: By these a stored row is the one that should stand; the moment and the row's own id do not count.
ISI = ("bulan", "siklus_id", "predikat", "hasil", "persen", "koefisien", "angka", "ketentuan_id")


def sama(satu: KonversiAngkaKredit, lain: KonversiAngkaKredit) -> bool:
    return all(getattr(satu, nama) == getattr(lain, nama) for nama in ISI)


@dataclass(frozen=True)
class Sementara:
    """A published period of the running year and what it would convert to."""

    evaluasi: Evaluasi
    bulan: int
    angka: Fraction


def sementara(pegawai_id: int, tahun: int, jenjang: str, ketentuan: KetentuanAngkaKredit) -> list[Sementara]:
    """The published quarters or months of a year that has no annual predikat yet: provisional, kept nowhere."""
    masa = masa_jenjang(tahun, [pegawai_id]).get(pegawai_id, ())
    baris = (
        Evaluasi.objects.filter(pegawai=pegawai_id, siklus__periode__mulai__year=tahun)
        .exclude(siklus__periode__jenis=JenisPeriode.TAHUNAN)
        .terbit()
        .berlaku()
        .defer("masukan", "pohon")
        .select_related("siklus__periode")
        .order_by("mulai")
    )
    hasil = []
    for satu in baris:
        bulan = _bulan_dalam(masa, satu.mulai, satu.selesai, jenjang)
        if bulan:
            hasil.append(Sementara(satu, bulan, konversi(satu.predikat, jenjang, bulan, ketentuan)))
    return hasil


def _bulan_dalam(masa, mulai: date, selesai: date, jenjang: str) -> int:
    potong = [
        (nama, max(awal, mulai), min(akhir or selesai, selesai))
        for nama, awal, akhir in masa
        if awal <= selesai and (akhir is None or akhir >= mulai)
    ]
    return bulan_jenjang(potong, mulai.year, selesai).get(jenjang, 0)


@dataclass(frozen=True)
class AngkaKreditPegawai:
    """One functional employee on a day: the rows since the present pangkat, their sums, and what is needed."""

    pegawai: Pegawai
    jenjang: str
    jabatan: object
    konversi: list[KonversiAngkaKredit]
    tambahan: list[TambahanAngkaKredit]
    riwayat: list[RiwayatAngkaKredit]
    sementara: list[Sementara]
    kumpulan: Kumpulan
    pangkat: Kenaikan
    berikut: Kenaikan
    butuh: object
    dasar_ketentuan: Ketentuan

    @property
    def jumlah_sementara(self) -> Fraction:
        return sum((satu.angka for satu in self.sementara), Fraction(0))

    @property
    def usul(self) -> str:
        """ "jenjang" before "pangkat"; empty where neither is met."""
        return "jenjang" if self.berikut.jenjang_terpenuhi else "pangkat" if self.pangkat.pangkat_terpenuhi else ""

    @property
    def lama_siasn(self) -> Fraction:
        """What was loaded and is no conversion: older determinations, the first one, the integration."""
        return jumlah_ak(satu for satu in self.riwayat if satu.jenis != JenisRiwayatAK.KONVERSI)

    @property
    def lebih_pangkat(self) -> Fraction:
        """What is above the need of the next pangkat, and carries on within the jenjang."""
        return max(Fraction(0), self.kumpulan.pangkat - Fraction(self.butuh.pangkat))


def angka_kredit_pegawai(pegawai: Pegawai, hari: date) -> AngkaKreditPegawai | None:
    """None for who holds no functional position that day. A constant number of queries.

    What was converted in years that ended before the present pangkat began is inside AK dasar or was carried on
    as *angka kredit lama*; what happened to the vacancy and the test is asked elsewhere and so not available.
    """
    penempatan = rekap_pegawai.penempatan_pada([pegawai.pk], hari).get(pegawai.pk)
    if pegawai.jenis != JenisPegawai.PNS or penempatan is None or not penempatan.jabatan.jenjang:
        return None
    jenjang = penempatan.jabatan.jenjang
    baris_ketentuan, ketentuan = ketentuan_angka_kredit(hari)
    sejak = pegawai.tmt_golongan or date.min
    semua = KonversiAngkaKredit.objects.filter(pegawai=pegawai).berlaku().exclude(bulan=0).select_related("siklus")
    semua = list(semua.order_by("-tahun", "jenjang"))
    hitung = [satu for satu in semua if satu.jenjang == jenjang and satu.tahun >= sejak.year]
    tambahan = list(TambahanAngkaKredit.objects.filter(pegawai=pegawai, jenjang=jenjang, tanggal__gte=sejak))
    riwayat = _riwayat(pegawai.pk, jenjang, sejak)
    kumpulan = Kumpulan(
        jenjang,
        dasar(jenjang, pegawai.golongan, ketentuan),
        jumlah_ak(hitung) + jumlah_ak(satu for satu in riwayat if satu.jenis == JenisRiwayatAK.KONVERSI),
        jumlah_ak(tambahan) + jumlah_ak(satu for satu in riwayat if satu.jenis != JenisRiwayatAK.KONVERSI),
    )
    predikat = _predikat_terakhir(pegawai.pk, semua, hari)
    lama = None if pegawai.tmt_golongan is None else _tahun_penuh(pegawai.tmt_golongan, hari)
    return AngkaKreditPegawai(
        pegawai,
        jenjang,
        penempatan.jabatan,
        hitung,
        tambahan,
        riwayat,
        [] if any(satu.tahun == hari.year for satu in semua) else sementara(pegawai.pk, hari.year, jenjang, ketentuan),
        kumpulan,
        kenaikan(DalamJenjang(jenjang, kumpulan.pangkat, lama, predikat), ketentuan),
        kenaikan(DalamJenjang(jenjang, kumpulan.jumlah, lama, predikat), ketentuan),
        ketentuan.jenjang[jenjang],
        baris_ketentuan,
    )


def jumlah_ak(baris) -> Fraction:
    """The exact sum of stored figures."""
    return sum((Fraction(satu.angka) for satu in baris), Fraction(0))


def _riwayat(pegawai_id: int, jenjang: str, sejak: date) -> list[RiwayatAngkaKredit]:
    """Loaded rows of this jenjang since the present pangkat, a conversion by its year as our own are."""
    return [
        satu
        for satu in riwayat_berlaku([pegawai_id]).get(pegawai_id, ())
        if satu.jenjang == jenjang
        and (satu.selesai.year >= sejak.year if satu.jenis == JenisRiwayatAK.KONVERSI else satu.selesai >= sejak)
    ]


def _predikat_terakhir(pegawai_id: int, semua: list[KonversiAngkaKredit], hari: date) -> tuple[str | None, ...]:
    """The predikat of the last two finished years, newest first; a loaded one where nothing was converted here.

    None where one is not known.
    """
    menurut = {satu.tahun: satu.predikat for satu in semua}
    for tahun in {hari.year - 1, hari.year - 2} - menurut.keys():
        resmi = predikat_resmi([pegawai_id], tahun).get(pegawai_id)
        menurut[tahun] = resmi.predikat if resmi else None
    return tuple(menurut[tahun] for tahun in (hari.year - 1, hari.year - 2))


def _tahun_penuh(mulai: date, hari: date) -> int:
    return hari.year - mulai.year - ((hari.month, hari.day) < (mulai.month, mulai.day))


def periksa_konversi() -> list[str]:
    """Every stored conversion computed again from its own row; what does not agree, one sentence each."""
    beda = []
    for satu in KonversiAngkaKredit.objects.select_related("pegawai").iterator(chunk_size=500):
        benar = simpan(Fraction(satu.persen) * Fraction(satu.koefisien) * satu.bulan / 1200)
        if satu.angka != benar:
            beda.append(f"{satu}: tersimpan {satu.angka}, seharusnya {benar}")
    return beda
