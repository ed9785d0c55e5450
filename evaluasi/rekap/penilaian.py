"""What the screens of judgement read: the sheets of an assessor, one sheet for scoring, the public beside it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from kinerja.pilihan import JenisIndikator, NilaiDasar
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai

from ..aturan import (
    AngkaEvaluasi,
    IndikatorDitimbang,
    MasukanEvaluasi,
    MasukanIndikator,
    MasukanNilai,
    RingkasanPublik,
    Waktu,
    hitung_angka,
    ringkasan_publik,
    timbang,
)
from ..aturan.publik import UNSUR_NILAI, pilih_suara
from ..models import Evaluasi, KinerjaOrganisasi, LembarPenilaian, Siklus
from ..pilihan import Predikat, PredikatOrganisasi, Rating, StatusLembar, Tahap
from .masukan import angka_sementara, hitung_sementara, masukan_lembar


@dataclass(frozen=True)
class BarisBawahan:
    """One sheet in the assessor's list, with the result where there is one.

    `sementara` is what a set sheet gives, and before what the assessor has noted so far.
    """

    lembar: LembarPenilaian
    terisi: int
    indikator: int
    bukti: int
    sementara: AngkaEvaluasi | None
    hasil: Evaluasi | None = None

    @property
    def angka(self) -> Evaluasi | AngkaEvaluasi | None:
        """What is in force: the result, before it the provisional figures; None while nothing is available."""
        return self.hasil or self.sementara

    @property
    def capaian(self) -> Decimal | None:
        """The index of results, 0–120."""
        return self.angka.indeks_hasil if self.angka else None


def baris_bawahan(lembar: list[LembarPenilaian]) -> list[BarisBawahan]:
    """The rows of these sheets in the same order, in a constant number of queries."""
    pk = [satu.pk for satu in lembar]
    masukan = {satu.pk: isi for satu, isi in masukan_lembar(pk)}
    hasil = {
        satu.lembar_id: satu for satu in Evaluasi.objects.berlaku().filter(lembar__in=pk).defer("masukan", "pohon")
    }
    return [_baris(satu, masukan[satu.pk], hasil.get(satu.pk)) for satu in lembar]


def _baris(lembar: LembarPenilaian, masukan: MasukanEvaluasi, hasil: Evaluasi | None) -> BarisBawahan:
    return BarisBawahan(
        lembar=lembar,
        terisi=sum(_terisi(satu) for satu in masukan.indikator),
        indikator=len(masukan.indikator),
        bukti=sum(len(satu.bukti) for satu in masukan.indikator),
        sementara=None if hasil else _angka(lembar, masukan),
        hasil=hasil,
    )


def _angka(lembar: LembarPenilaian, masukan: MasukanEvaluasi) -> AngkaEvaluasi | None:
    """The ratings count once the assessor has set them, with what calibration changed."""
    if lembar.status == StatusLembar.DITETAPKAN:
        try:
            return hitung_angka(masukan)
        except RuleViolation:
            pass
    return angka_sementara(masukan)


def _terisi(indikator: MasukanIndikator) -> bool:
    return indikator.realisasi is not None or bool(indikator.uraian_realisasi)


def siklus_penilai(pegawai_id: int) -> list[Siklus]:
    """The siklus in which this person has sheets to score, the one that presses most first."""
    urutan = {Tahap.PENILAIAN: 0, Tahap.KALIBRASI: 1, Tahap.ISI_BUKTI: 2, Tahap.TERBIT: 3, Tahap.FINAL: 4}
    siklus = Siklus.objects.filter(lembar__penilai=pegawai_id).select_related("periode", "ketentuan").distinct()
    return sorted(siklus, key=lambda satu: (urutan.get(satu.tahap, 5), -satu.periode.selesai.toordinal(), satu.pk))


@dataclass(frozen=True)
class Sebaran:
    """How many people have which predikat so far, and the predikat of their office where it is known.

    Not beside the pattern: that one counts a whole perangkat daerah, and an assessor rates people one by one.
    """

    jumlah: dict[str, int]
    organisasi: PredikatOrganisasi | None


def sebaran_bawahan(siklus: Siklus, baris: list[BarisBawahan]) -> Sebaran:
    """The curve of an assessor's people."""
    jumlah = {predikat.value: 0 for predikat in Predikat}
    for satu in baris:
        if satu.angka:
            jumlah[satu.angka.predikat] += 1
    return Sebaran(jumlah, _organisasi(siklus, baris))


def _organisasi(siklus: Siklus, baris: list[BarisBawahan]) -> PredikatOrganisasi | None:
    if not baris:
        return None
    peta = rekap_pegawai.peta_perangkat_daerah(siklus.periode.selesai)
    kantor = {peta.get(satu.lembar.skp.unit_id) for satu in baris}
    ada = KinerjaOrganisasi.objects.filter(periode=siklus.periode_id, unit__in=kantor - {None}).first()
    return PredikatOrganisasi(ada.predikat) if ada and len(kantor) == 1 else None


@dataclass(frozen=True)
class SuaraNilai:
    """The public's part beside one value: which answers, and whether they count."""

    tentang: str
    ringkasan: RingkasanPublik
    dihitung: bool
    minimum: int

    @property
    def puas(self) -> Decimal | None:
        """The share of satisfied answers in whole percent."""
        return persen(self.ringkasan.puas)

    @property
    def selang(self) -> tuple[Decimal, Decimal] | None:
        """Its interval in whole percent."""
        return tuple(map(persen, self.ringkasan.selang)) if self.ringkasan.selang else None


def persen(bagian: Decimal | None) -> Decimal | None:
    """A share of 0–1 as whole percent."""
    return None if bagian is None else bulat(bagian * 100, 0)


def suara_nilai(masukan: MasukanEvaluasi) -> dict[str, SuaraNilai | None]:
    """For each value that the public speaks of: the answers that enter it, or those that may be shown; None: none."""
    return {nilai: _suara(nilai, masukan) for nilai in UNSUR_NILAI}


def _suara(nilai: str, masukan: MasukanEvaluasi) -> SuaraNilai | None:
    sendiri, layanan, ketentuan = masukan.publik_sendiri, masukan.publik_layanan, masukan.ketentuan
    if sendiri is None and layanan is None:
        return None
    suara = pilih_suara(nilai, sendiri, layanan, ketentuan)
    tentang_layanan = suara is not None and not suara.sendiri
    jawaban = layanan if tentang_layanan else sendiri
    hitungan = [0, 0, 0, 0]
    for unsur in UNSUR_NILAI[nilai]:
        hitungan = [a + b for a, b in zip(hitungan, getattr(jawaban, unsur) if jawaban else hitungan, strict=True)]
    tentang = f"tentang layanan {masukan.nama_layanan}" if tentang_layanan else "tentang petugas"
    minimum = ketentuan.layanan_minimum if tentang_layanan else ketentuan.publik_minimum
    return SuaraNilai(tentang, ringkasan_publik(tuple(hitungan), ketentuan), suara is not None, minimum)


def timbang_semua(masukan: MasukanEvaluasi) -> dict[int, IndikatorDitimbang]:
    """Target of the period, achievement and suggestion of each indicator, by its id."""
    waktu = Waktu(masukan.skp_mulai, masukan.skp_selesai, masukan.selesai)
    return {int(satu.kunci): timbang(satu, waktu, masukan.ketentuan) for satu in masukan.indikator}


def ganti_putusan(masukan: MasukanEvaluasi, indikator: dict[int, dict], perilaku: dict[str, dict], akhir: dict):
    """The inputs with what stands on the page now instead of what is stored; nothing is written."""
    return replace(
        masukan,
        indikator=tuple(_ganti(satu, indikator.get(int(satu.kunci), {})) for satu in masukan.indikator),
        perilaku=tuple(
            MasukanNilai(NilaiDasar(nilai), Rating(satu["rating"]), satu["alasan"])
            for nilai, satu in perilaku.items()
            if satu["rating"]
        ),
        rating_hasil=_kata(akhir["rating_hasil"]) if not masukan.kepala else None,
        alasan_hasil=akhir["alasan_hasil"],
        rating_perilaku=_kata(akhir["rating_perilaku"]),
        alasan_perilaku=akhir["alasan_perilaku"],
    )


def _kata(rating: str) -> Rating | None:
    return Rating(rating) if rating else None


def _ganti(indikator: MasukanIndikator, isi: dict) -> MasukanIndikator:
    return replace(
        indikator,
        rating=_kata(isi.get("rating", "")),
        alasan=isi.get("alasan", ""),
        tidak_dinilai=bool(isi.get("tidak_dinilai")),
    )


@dataclass(frozen=True)
class UsulAkhir:
    """The indices so far and what they suggest; None while they are not available."""

    indeks_hasil: Decimal | None
    indeks_perilaku: Decimal | None
    usul_hasil: Rating | None
    usul_perilaku: Rating | None
    lengkap: bool


def usul_akhir(masukan: MasukanEvaluasi) -> UsulAkhir:
    """What the choices of the page suggest; what is not chosen yet is left out."""
    hasil = hitung_sementara(masukan)
    if hasil is None:
        return UsulAkhir(None, None, None, None, lengkap=False)
    lengkap = len(masukan.perilaku) == len(NilaiDasar) and not any(map(_belum, masukan.indikator))
    return UsulAkhir(hasil.indeks_hasil, hasil.indeks_perilaku, hasil.usul_hasil, hasil.usul_perilaku, lengkap)


def _belum(indikator: MasukanIndikator) -> bool:
    """Neither rated, nor set aside, nor with a figure that suggests a rating."""
    if indikator.rating or indikator.tidak_dinilai:
        return False
    return indikator.jenis == JenisIndikator.KUALITATIF or indikator.realisasi is None
