"""The steps of a siklus over the people of one chunk, in the chunk's transaction. Run twice, each changes nothing."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime

from kinerja.models import SKP
from kinerja.pilihan import KegiatanPeriode, StatusSKP
from mataram_asn.kit.kata import WITA
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai
from pegawai.pilihan import JenisPegawai, Kedudukan

from .. import notifikasi
from ..aturan import BagianDinas
from ..models import AlihPenilai, Evaluasi, Keberatan, LembarPenilaian, Potongan
from ..pilihan import StatusLembar, Tahap
from ..rekap.dinas import bagian_skp
from ..rekap.masukan import angka_sementara, masukan_lembar
from ..rekap.publik import TIDAK_BERLAKU, umpan_balik_lembar
from ..rekap.tenggat import akhir_diperpanjang, cap_akhir, lembar_berakhir, masih_diperpanjang
from .antrean import dalam, lembar_potongan
from .penilaian import ANGKA_LEMBAR, ANGKA_PENILAI, simpan_angka

#: Above this many people the atasan of all are read at once, below it each is asked.
_SEKALIGUS = 3


@dataclass
class Hasil:
    """What a chunk did: how many rows, and who was left out and why ({"pegawai": id, "alasan": sentence})."""

    jumlah: int = 0
    ditolak: list[dict] = field(default_factory=list)


def tolak(pegawai_id: int, alasan: str) -> dict:
    return {"pegawai": pegawai_id, "alasan": alasan}


def prepare_sheets(potongan: Potongan, saat: datetime) -> Hasil:
    """Make the sheet of every approved SKP that touches the period; say who has none and why.

    Dated facts (leave, study, illness, the end of service) take days away: the part served is rated, and who served
    too few days is out with the sentence.
    """
    skp = _skp(potongan)
    bagian = bagian_skp(skp, potongan.siklus.periode)
    dinilai = [satu for satu in skp if bagian[satu.pk].dinilai]
    _buat_lembar(potongan, dinilai, bagian)
    dengan_skp = {satu.pegawai_id for satu in skp}
    aktif = Pegawai.objects.asn().aktif().filter(**dalam(potongan, "pk")).order_by("pk")
    tanpa = [
        tolak(pk, _alasan_tanpa_skp(kedudukan))
        for pk, kedudukan in aktif.values_list("pk", "kedudukan")
        if pk not in dengan_skp
    ]
    return Hasil(len(dinilai), [*tanpa, *_di_luar(skp, bagian)])


def _di_luar(skp: list[SKP], bagian: dict[int, BagianDinas]) -> list[dict]:
    """The plans that no part of the period is rated on, with the sentence."""
    return [tolak(satu.pegawai_id, bagian[satu.pk].alasan) for satu in skp if not bagian[satu.pk].dinilai]


def _alasan_tanpa_skp(kedudukan: str) -> str:
    if kedudukan == Kedudukan.AKTIF:
        return "Belum mempunyai SKP yang disetujui pada periode ini."
    return f"{Kedudukan(kedudukan).label}, tanpa SKP pada periode ini."


def _skp(potongan: Potongan) -> list[SKP]:
    periode = potongan.siklus.periode
    return list(
        SKP.objects.filter(status=StatusSKP.DISETUJUI, **dalam(potongan))
        .exclude(pegawai__jenis=JenisPegawai.NON_ASN)
        .beririsan(periode.mulai, periode.selesai)
        .order_by("pk")
    )


def _buat_lembar(potongan: Potongan, skp: list[SKP], bagian: dict[int, BagianDinas]) -> None:
    ada = set(LembarPenilaian.objects.filter(siklus=potongan.siklus_id, skp__in=skp).values_list("skp_id", flat=True))
    baru = [satu for satu in skp if satu.pk not in ada]
    penilai = _penilai(baru, bagian)
    baris = [
        LembarPenilaian(
            siklus_id=potongan.siklus_id,
            skp=satu,
            pegawai_id=satu.pegawai_id,
            penilai_id=penilai[satu.pk],
            mulai=bagian[satu.pk].mulai,
            selesai=bagian[satu.pk].selesai,
        )
        for satu in baru
    ]
    LembarPenilaian.objects.bulk_create(baris, ignore_conflicts=True)


def _penilai(skp: list[SKP], bagian: dict[int, BagianDinas]) -> dict[int, int | None]:
    """The atasan of each segment on its last day; without one, who approved the SKP."""
    hari = {satu.pk: bagian[satu.pk].selesai for satu in skp}
    banyak = Counter(hari.values())
    peta = {satu: rekap_pegawai.peta_atasan(satu) for satu, n in banyak.items() if n > _SEKALIGUS}
    hasil = {}
    for satu in skp:
        tanggal = hari[satu.pk]
        if tanggal in peta:
            atasan_id = peta[tanggal].get(satu.pegawai_id)
        else:
            atasan = rekap_pegawai.atasan_pada(satu.pegawai_id, tanggal)
            atasan_id = atasan.pk if atasan else None
        atasan_id = atasan_id or satu.penilai_id
        hasil[satu.pk] = None if atasan_id == satu.pegawai_id else atasan_id
    return hasil


def freeze_feedback(potongan: Potongan, saat: datetime) -> Hasil:
    """When scoring begins: sheets of late SKP, final segments and assessors, and the public's part frozen.

    A sheet that an assessor was quick to save keeps its segment and assessor; its feedback is frozen all the same.
    """
    semua_skp = _skp(potongan)
    bagian = bagian_skp(semua_skp, potongan.siklus.periode)
    skp = {satu.pk: satu for satu in semua_skp if bagian[satu.pk].dinilai}
    _buat_lembar(potongan, list(skp.values()), bagian)
    semua = lembar_potongan(potongan)
    gugur = semua.filter(status=StatusLembar.TERBUKA, disimpan_pada__isnull=True).exclude(skp__in=skp)
    alasan = {satu.pk: bagian[satu.pk].alasan for satu in semua_skp}
    ditolak = [
        tolak(pk, alasan.get(skp_id) or "SKP tidak lagi mencakup periode ini.")
        for pk, skp_id in gugur.values_list("pegawai_id", "skp_id")
    ]
    gugur.delete()
    lembar = list(semua.filter(publik__isnull=True).select_for_update(of=("self",)).order_by("pk"))
    _tetapkan_segmen([satu for satu in lembar if satu.skp_id in skp and not satu.disimpan_pada], skp, bagian)
    _bekukan([satu.pk for satu in lembar])
    ditolak += [
        tolak(satu.pegawai_id, "Belum mempunyai atasan yang dapat menilai.") for satu in lembar if not satu.penilai_id
    ]
    return Hasil(len(lembar), ditolak)


def _tetapkan_segmen(lembar: list[LembarPenilaian], skp: dict[int, SKP], bagian: dict[int, BagianDinas]) -> None:
    """Segments and assessors as they ended; the counts that are frozen next follow the segments.

    A sheet that was handed to another assessor stays with them.
    """
    penilai = _penilai([skp[satu.skp_id] for satu in lembar], bagian)
    dialihkan = set(AlihPenilai.objects.filter(lembar__in=lembar).values_list("lembar_id", flat=True))
    berubah = []
    for satu in lembar:
        lama = (satu.mulai, satu.selesai, satu.penilai_id)
        satu.mulai, satu.selesai = bagian[satu.skp_id].mulai, bagian[satu.skp_id].selesai
        if satu.pk not in dialihkan:
            satu.penilai_id = penilai[satu.skp_id]
        if lama != (satu.mulai, satu.selesai, satu.penilai_id):
            berubah.append(satu)
    LembarPenilaian.objects.bulk_update(berubah, ["mulai", "selesai", "penilai"], batch_size=500)


def _bekukan(lembar_ids: list[int]) -> None:
    """Store the counts; most people do not meet the public and share one statement."""
    publik = umpan_balik_lembar(lembar_ids)
    tidak_berlaku = [pk for pk, isi in publik.items() if isi == TIDAK_BERLAKU]
    LembarPenilaian.objects.filter(pk__in=tidak_berlaku).update(publik=TIDAK_BERLAKU)
    melayani = [LembarPenilaian(pk=pk, publik=isi) for pk, isi in publik.items() if isi != TIDAK_BERLAKU]
    LembarPenilaian.objects.bulk_update(melayani, ["publik"], batch_size=500)


def prepare_calibration(potongan: Potongan, saat: datetime) -> Hasil:
    """When scoring ends: who is not scored is tertahan and the assessor is told; they may still be scored.

    The sheets that are set get their computed figures, which the calibration page reads.
    """
    lembar = list(lembar_potongan(potongan).select_for_update(of=("self",)).order_by("pk"))
    _catat_angka([satu.pk for satu in lembar if satu.ditetapkan_pada])
    hold_back(potongan, [satu for satu in lembar if not satu.ditetapkan_pada], saat)
    return Hasil(len(lembar))


def _catat_angka(lembar_ids: list[int]) -> None:
    ubah = []
    for lembar, masukan in masukan_lembar(lembar_ids):
        if angka := angka_sementara(masukan):
            simpan_angka(lembar, angka, masukan)
            ubah.append(lembar)
    LembarPenilaian.objects.bulk_update(ubah, [*ANGKA_LEMBAR, *ANGKA_PENILAI], batch_size=500)


def hold_back(potongan: Potongan, belum: list[LembarPenilaian], saat: datetime) -> None:
    """Mark these sheets as tertahan and tell their assessors, each once a siklus."""
    LembarPenilaian.objects.filter(pk__in=[satu.pk for satu in belum]).update(status=StatusLembar.TERTAHAN)
    sisa_waktu = masih_diperpanjang(potongan.siklus, saat)
    penilai = {satu.penilai_id for satu in belum if satu.penilai_id and satu.pk not in sisa_waktu}
    notifikasi.queue_held(potongan.siklus, penilai, saat=saat)


def announce_results(potongan: Potongan, saat: datetime) -> Hasil:
    """Tell each person that the result is there."""
    return Hasil(notifikasi.queue_results(potongan.siklus, _hasil(potongan), final=False, saat=saat))


def finalise_results(potongan: Potongan, saat: datetime) -> Hasil:
    """Tell each person that the result is final; one under objection stays open until that is decided."""
    terbuka = set(
        Keberatan.objects.terbuka().filter(evaluasi__siklus=potongan.siklus_id).values_list("evaluasi_id", flat=True)
    )
    final = [satu for satu in _hasil(potongan) if satu.pk not in terbuka]
    return Hasil(notifikasi.queue_results(potongan.siklus, final, final=True, saat=saat))


def _hasil(potongan: Potongan) -> list[Evaluasi]:
    baris = Evaluasi.objects.filter(siklus=potongan.siklus_id, **dalam(potongan))
    return list(baris.berlaku().only("pk", "pegawai_id").order_by("pk"))


def send_reminders(potongan: Potongan, saat: datetime) -> Hasil:
    """Send the reminder that the chunk's mark names ("isi-3", "nilai-0", "eskalasi-1").

    "isi+1c9a3f2-3" is about the extended end that `cap_akhir` names so, for whom it reaches.
    """
    jenis, _, angka = potongan.tanda.partition("-")
    jenis = jenis.partition("+")[0]
    return Hasil(_PENGINGAT[jenis](potongan, int(angka), saat))


def _belum(potongan: Potongan):
    return LembarPenilaian.objects.filter(siklus=potongan.siklus_id).belum()


def _ingatkan_isi(potongan: Potongan, hari: int, saat) -> int:
    akhir, saring = _berakhir(potongan, KegiatanPeriode.ISI)
    orang = lembar_potongan(potongan).belum().filter(sisi_pegawai_pada__isnull=True, **saring)
    pk = set(orang.values_list("pegawai_id", flat=True))
    batas = akhir or _batas(potongan, Tahap.PENILAIAN)
    return notifikasi.queue_fill_reminders(potongan.siklus, pk, hari, batas, saat=saat)


def _ingatkan_nilai(potongan: Potongan, hari: int, saat) -> int:
    akhir, saring = _berakhir(potongan, KegiatanPeriode.NILAI)
    batas = akhir or _batas(potongan, Tahap.KALIBRASI)
    pk = set(_penilai_belum(potongan, **saring))
    return notifikasi.queue_score_reminders(potongan.siklus, pk, hari, batas, saat=saat)


def _berakhir(potongan: Potongan, kegiatan: str) -> tuple[datetime | None, dict]:
    """The extended end that the mark names (None: the common one), and what narrows the sheets to those it ends."""
    cap = potongan.tanda.partition("-")[0].partition("+")[2]
    semua = akhir_diperpanjang(potongan.siklus, kegiatan) if cap else ()
    akhir = next((satu for satu in semua if cap_akhir(satu) == cap), None)
    if cap and akhir is None:  # withdrawn since the chunk was made
        return None, {"pk__in": ()}
    lembar = lembar_berakhir(potongan.siklus, kegiatan, akhir)
    return akhir, {} if lembar is None else {"pk__in": lembar}


def _eskalasi(potongan: Potongan, tingkat: int, saat) -> int:
    peta = rekap_pegawai.peta_atasan(saat.astimezone(WITA).date())
    belum = _penilai_belum(potongan, ditetapkan_pada__isnull=True)
    belum = belum.exclude(pk__in=masih_diperpanjang(potongan.siklus, saat))
    atasan = {penilai: peta.get(penilai) for penilai in set(belum)}
    return notifikasi.queue_escalations(
        potongan.siklus, {penilai: satu for penilai, satu in atasan.items() if satu}, tingkat, saat=saat
    )


def _penilai_belum(potongan: Potongan, **saring):
    """The assessors in the chunk's range with sheets that still wait."""
    return _belum(potongan).filter(**dalam(potongan, "penilai"), **saring).values_list("penilai_id", flat=True)


def _batas(potongan: Potongan, tahap: str) -> datetime:
    return potongan.siklus.jadwal.get(tahap=tahap).mulai


_PENGINGAT = {"isi": _ingatkan_isi, "nilai": _ingatkan_nilai, "eskalasi": _eskalasi}
