"""From the rows to the plain inputs of the computation, for many sheets in a constant number of queries."""

from collections import defaultdict
from dataclasses import replace

from kinerja import rekap as rekap_kinerja
from kinerja.models import Indikator, Periode, Realisasi
from kinerja.pilihan import Arah, JenisHasil, JenisIndikator, NilaiDasar, SifatTarget
from kinerja.potret import indikator_pada
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import WITA
from pegawai.pilihan import PERANGKAT_DAERAH

from ..aturan import (
    AngkaEvaluasi,
    Bukti,
    HasilEvaluasi,
    Jawaban,
    KetentuanPenilaian,
    MasukanEvaluasi,
    MasukanIndikator,
    MasukanKalibrasi,
    MasukanNilai,
    hitung,
    hitung_angka,
)
from ..models import Kalibrasi, KinerjaOrganisasi, LembarPenilaian, NilaiIndikator, NilaiPerilaku
from ..pilihan import PredikatOrganisasi, Rating, Sumbu
from .publik import umpan_balik_lembar


def masukan_lembar(lembar_ids, *, dengan_nilai: bool = True) -> list[tuple[LembarPenilaian, MasukanEvaluasi]]:
    """The inputs of each sheet, in the order of their ids; about a dozen queries however many sheets.

    Frozen feedback where it is frozen, today's counts before. `dengan_nilai=False` leaves out what the atasan
    has noted so far, so that a draft is not seen before publication.
    """
    lembar = list(
        LembarPenilaian.objects.filter(pk__in=lembar_ids)
        .select_related(
            "siklus__periode", "siklus__ketentuan", "skp__jabatan__unit", "penilai", "pegawai", "dikonfirmasi_oleh"
        )
        .order_by("pk")
    )
    bahan = _Bahan(lembar, dengan_nilai)
    return [(satu, bahan.masukan(satu)) for satu in lembar]


def sementara(lembar: LembarPenilaian) -> HasilEvaluasi | None:
    """What the realisasi so far would give if everything else were as expected; None while nothing is available."""
    return sementara_banyak([lembar.pk]).get(lembar.pk)


def sementara_banyak(lembar_ids, *, dengan_nilai: bool = False) -> dict[int, HasilEvaluasi]:
    """Provisional results by sheet id; sheets of which nothing is available are left out.

    `dengan_nilai=True` counts what the atasan has noted (for the atasan's own eyes).
    """
    hasil = {}
    for lembar, masukan in masukan_lembar(lembar_ids, dengan_nilai=dengan_nilai):
        if ada := hitung_sementara(masukan):
            hasil[lembar.pk] = ada
    return hasil


def hitung_sementara(masukan: MasukanEvaluasi) -> HasilEvaluasi | None:
    """What inputs that are not complete yet would give; None while nothing is available."""
    try:
        return hitung(dilengkapi(masukan))
    except RuleViolation:
        return None


def angka_sementara(masukan: MasukanEvaluasi) -> AngkaEvaluasi | None:
    """As `hitung_sementara`, the figures alone."""
    try:
        return hitung_angka(dilengkapi(masukan))
    except RuleViolation:
        return None


#: Said beside a value that nobody has rated yet.
DIANGGAP = "dianggap sesuai untuk hasil sementara"


def dilengkapi(masukan: MasukanEvaluasi) -> MasukanEvaluasi:
    """Complete what is not: what is not there yet leaves the sum, and conduct not yet rated is as expected."""
    ada = {satu.nilai: satu for satu in masukan.perilaku}
    return replace(
        masukan,
        indikator=tuple(map(_tanpa_yang_belum, masukan.indikator)),
        perilaku=tuple(ada.get(nilai) or MasukanNilai(nilai, Rating.SESUAI, DIANGGAP) for nilai in NilaiDasar),
        kepala=masukan.kepala and masukan.predikat_organisasi is not None,
        rating_hasil=None,
        rating_perilaku=None,
        kalibrasi=(),
        dikonfirmasi_oleh="hasil sementara",
    )


def _tanpa_yang_belum(indikator: MasukanIndikator) -> MasukanIndikator:
    if indikator.rating or indikator.tidak_dinilai:
        return replace(indikator, alasan=indikator.alasan or "hasil sementara")
    if indikator.jenis == JenisIndikator.KUANTITATIF and indikator.realisasi is not None:
        return indikator
    return replace(indikator, tidak_dinilai=True, alasan="belum tersedia")


class _Bahan:
    """Everything the sheets need, read at once and looked up by key."""

    def __init__(self, lembar: list[LembarPenilaian], dengan_nilai: bool):
        pk = [satu.pk for satu in lembar]
        self.indikator = indikator_lembar(lembar)
        self.realisasi = _realisasi(lembar, self.indikator, dengan_nilai)
        self.nilai_indikator = _nilai_indikator(pk) if dengan_nilai else {}
        self.nilai_perilaku = _nilai_perilaku(pk) if dengan_nilai else {}
        self.kalibrasi = _kalibrasi(pk) if dengan_nilai else {}
        self.publik = umpan_balik_lembar([satu.pk for satu in lembar if satu.publik is None])
        self.organisasi = _organisasi(lembar)
        self.ketentuan: dict[int, KetentuanPenilaian] = {}
        self.dengan_nilai = dengan_nilai

    def masukan(self, lembar: LembarPenilaian) -> MasukanEvaluasi:
        publik = self.publik[lembar.pk] if lembar.publik is None else lembar.publik
        ketentuan, kepala = lembar.siklus.ketentuan, memimpin_kantor(lembar.skp.jabatan)
        return MasukanEvaluasi(
            mulai=lembar.mulai,
            selesai=lembar.selesai,
            skp_mulai=lembar.skp.mulai,
            skp_selesai=lembar.skp.akhir_target,
            indikator=tuple(self._satu_indikator(lembar, satu) for satu in self.indikator[lembar.pk]),
            perilaku=tuple(self.nilai_perilaku.get(lembar.pk, ())),
            ketentuan=self._ketentuan(ketentuan),
            ketentuan_versi=str(ketentuan),
            dasar_hukum=ketentuan.dasar_hukum,
            publik_sendiri=publik["sendiri"] and Jawaban.dari_dict(publik["sendiri"]),
            publik_layanan=publik["layanan"] and Jawaban.dari_dict(publik["layanan"]),
            nama_layanan=publik["nama_layanan"],
            kepala=kepala,
            predikat_organisasi=self._organisasi(lembar) if kepala else None,
            penilai=str(lembar.penilai or ""),
            kalibrasi=tuple(self.kalibrasi.get(lembar.pk, ())),
            **(_putusan(lembar, kepala) if self.dengan_nilai else {}),
        )

    def _ketentuan(self, ketentuan) -> KetentuanPenilaian:
        if ketentuan.pk not in self.ketentuan:
            self.ketentuan[ketentuan.pk] = KetentuanPenilaian.dari(ketentuan.isi)
        return self.ketentuan[ketentuan.pk]

    def _organisasi(self, lembar) -> PredikatOrganisasi | None:
        predikat = self.organisasi.get((lembar.skp.jabatan.unit_id, lembar.siklus.periode_id))
        return PredikatOrganisasi(predikat) if predikat else None

    def _satu_indikator(self, lembar, indikator: Indikator) -> MasukanIndikator:
        realisasi = self.realisasi.get((lembar.siklus.periode_id, indikator.pk))
        putusan = self.nilai_indikator.get((lembar.pk, indikator.pk))
        return MasukanIndikator(
            kunci=str(indikator.pk),
            uraian=indikator.uraian,
            jenis_hasil=JenisHasil(indikator.hasil.jenis),
            jenis=JenisIndikator(indikator.jenis),
            bobot=indikator.bobot if indikator.hasil.jenis == JenisHasil.UTAMA else None,
            arah=Arah(indikator.arah) if indikator.arah else None,
            sifat=SifatTarget(indikator.sifat),
            target=indikator.target,
            target_atas=indikator.target_atas,
            satuan=indikator.satuan,
            hasil=indikator.hasil.uraian,
            **_dari_realisasi(realisasi),
            **_dari_putusan(putusan),
        )


def _putusan(lembar: LembarPenilaian, kepala: bool) -> dict:
    """What the atasan set; the head of an office takes the office's achievement, whatever was noted."""
    saat, sendiri = lembar.ditetapkan_pada, lembar.rating_hasil and not kepala
    return {
        "rating_hasil": Rating(lembar.rating_hasil) if sendiri else None,
        "alasan_hasil": lembar.alasan_hasil if sendiri else "",
        "rating_perilaku": Rating(lembar.rating_perilaku) if lembar.rating_perilaku else None,
        "alasan_perilaku": lembar.alasan_perilaku,
        "dikonfirmasi_oleh": str(lembar.dikonfirmasi_oleh or ""),
        "ditetapkan_pada": saat.astimezone(WITA).isoformat(timespec="seconds") if saat else "",
    }


def realisasi_lembar(lembar: LembarPenilaian) -> dict[int, Realisasi]:
    """The entry that counts of each indicator of one sheet, with its evidence prefetched."""
    baris = _realisasi([lembar], indikator_lembar([lembar]), True)
    return {indikator_id: satu for (_, indikator_id), satu in baris.items()}


def memimpin_kantor(jabatan) -> bool:
    """Whether the position heads a perangkat daerah, whose predikat is then the rating of results."""
    return jabatan.kepala_unit and jabatan.unit.jenis in PERANGKAT_DAERAH


def _dari_realisasi(realisasi: Realisasi | None) -> dict:
    if realisasi is None:
        return {}
    return {
        "realisasi": realisasi.nilai,
        "uraian_realisasi": realisasi.uraian,
        "dicatat_pada": realisasi.dicatat_pada.astimezone(WITA).isoformat(timespec="seconds"),
        "dicatat_oleh": str(realisasi.dicatat_oleh),
        "bukti": tuple(Bukti(str(satu), satu.sidik, satu.tautan) for satu in realisasi.bukti.all()),
    }


def _dari_putusan(putusan: NilaiIndikator | None) -> dict:
    if putusan is None:
        return {}
    rating = Rating(putusan.rating) if putusan.rating else None
    return {"rating": rating, "alasan": putusan.alasan, "tidak_dinilai": putusan.tidak_dinilai}


def indikator_lembar(lembar: list[LembarPenilaian]) -> dict[int, list[Indikator]]:
    """The indicators of each sheet, by its id: those of the plan's version when the filling of the period ended."""
    menurut = indikator_pada({(satu.skp_id, satu.siklus.periode.isi_sampai) for satu in lembar})
    return {satu.pk: menurut[satu.skp_id, satu.siklus.periode.isi_sampai] for satu in lembar}


def _realisasi(lembar, indikator, ditetapkan: bool) -> dict[tuple[int, int], Realisasi]:
    """The entry that counts, by period and indicator.

    A realisasi says what was achieved up to the end of its period: where the year has none of its own, that of
    the quarter or month which ends on the same day counts. `ditetapkan`: of a sheet that is set, what the assessor
    had before them then; an entry that came later, in extended time, was judged by nobody.
    """
    pk = [satu.pk for daftar in indikator.values() for satu in daftar]
    hasil = {}
    for periode in {satu.siklus.periode for satu in lembar}:
        ada = rekap_kinerja.realisasi_terbaru(pk, periode)
        for lain in Periode.objects.filter(selesai=periode.selesai).exclude(pk=periode.pk).order_by("mulai"):
            ada = ada | rekap_kinerja.realisasi_terbaru([satu for satu in pk if satu not in ada], lain)
        hasil |= {(periode.pk, kunci): satu for kunci, satu in ada.items()}
    return hasil | _saat_ditetapkan(lembar, indikator, hasil) if ditetapkan else hasil


def _saat_ditetapkan(lembar, indikator, kini: dict) -> dict[tuple[int, int], Realisasi | None]:
    """What counted when the sheet was set, of the few indicators that have a later entry."""
    sesudah = [
        (satu.siklus.periode, ind.pk, satu.ditetapkan_pada)
        for satu in lembar
        for ind in (indikator[satu.pk] if satu.ditetapkan_pada else ())
        if (ada := kini.get((satu.siklus.periode_id, ind.pk))) and ada.dicatat_pada > satu.ditetapkan_pada
    ]
    return {(periode.pk, pk): _realisasi_pada(pk, periode, saat) for periode, pk, saat in sesudah}


def _realisasi_pada(indikator_id: int, periode: Periode, saat) -> Realisasi | None:
    lain = Periode.objects.filter(selesai=periode.selesai).exclude(pk=periode.pk).order_by("mulai")
    baris = Realisasi.objects.filter(indikator=indikator_id, dicatat_pada__lte=saat).terbaru()
    ada = {satu.periode_id: satu for satu in baris.select_related("dicatat_oleh").prefetch_related("bukti")}
    return next((ada[satu.pk] for satu in (periode, *lain) if satu.pk in ada), None)


def _nilai_indikator(pk) -> dict[tuple[int, int], NilaiIndikator]:
    return {(satu.lembar_id, satu.indikator_id): satu for satu in NilaiIndikator.objects.filter(lembar__in=pk)}


def _nilai_perilaku(pk) -> dict[int, list[MasukanNilai]]:
    hasil = defaultdict(list)
    for satu in NilaiPerilaku.objects.filter(lembar__in=pk).order_by("pk"):
        hasil[satu.lembar_id].append(MasukanNilai(NilaiDasar(satu.nilai), Rating(satu.rating), satu.alasan))
    return hasil


def _kalibrasi(pk) -> dict[int, list[MasukanKalibrasi]]:
    """The changes in force of each sheet, in order."""
    hasil = defaultdict(list)
    for satu in Kalibrasi.objects.filter(lembar__in=pk).berlaku().select_related("oleh"):
        hasil[satu.lembar_id].append(
            MasukanKalibrasi(
                Sumbu(satu.sumbu),
                Rating(satu.dari),
                Rating(satu.ke),
                satu.alasan,
                str(satu.oleh),
                satu.pada.astimezone(WITA).isoformat(timespec="seconds"),
            )
        )
    return hasil


def _organisasi(lembar) -> dict[tuple[int, int], str]:
    kepala = [satu for satu in lembar if memimpin_kantor(satu.skp.jabatan)]
    if not kepala:
        return {}
    baris = KinerjaOrganisasi.objects.filter(
        unit__in={satu.skp.jabatan.unit_id for satu in kepala}, periode__in={satu.siklus.periode_id for satu in kepala}
    )
    return {(satu.unit_id, satu.periode_id): satu.predikat for satu in baris}
