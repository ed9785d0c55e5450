"""Who may do what to a row they can see."""

from django.utils import timezone

from kinerja.pilihan import KegiatanPeriode
from kinerja.rekap_perpanjangan import baca_batas, batas_isi
from mataram_asn.kit.kata import tulis_saat
from pegawai.models import Pegawai, Penempatan, PenetapanAtasan, PengelolaUnit, StatusDinas, SusunanJabatan, Unit
from pegawai.pilihan import PERANGKAT_DAERAH, STATUS_BERHENTI, Kedudukan, Peran
from pegawai.rekap import atasan_pada, peta_perangkat_daerah

from .aturan import KetentuanPenilaian, eskalasi
from .models import Evaluasi, Keberatan, Layanan, LembarPenilaian, PermohonanSiklus
from .pilihan import Pihak, StatusKeberatan, StatusLembar, StatusPermohonan, Tahap

#: Where an extension may still keep filling in open for somebody.
SESUDAH_ISI = (Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT)


def can_issue_tokens(user, layanan: Layanan) -> bool:
    """BKPSDM, or the pengelola of the unit that gives the service or of one above it."""
    if user.berperan(Peran.BKPSDM):
        return True
    return manages_unit(user, layanan.unit_id, timezone.localdate())


def can_moderate(user) -> bool:
    """Words of citizens are moderated by BKPSDM."""
    return user.berperan(Peran.BKPSDM)


def can_manage_siklus(user) -> bool:
    """BKPSDM makes, dates and opens a siklus; after that its dates move it."""
    return user.berperan(Peran.BKPSDM)


def can_watch_siklus(user) -> bool:
    """Progress, blockers and the machinery are watched by BKPSDM and the auditor; others see the stage."""
    return user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR)


def can_try_policy(user) -> bool:
    """BKPSDM tries another ketentuan on copies of published results."""
    return user.berperan(Peran.BKPSDM)


def can_revoke(user, dokumen) -> bool:
    """BKPSDM takes papers back, never one's own; a second person decides."""
    sendiri = bool(user.pegawai_id) and user.pegawai_id in (dokumen.pegawai_id, dokumen.penilai_id)
    return user.berperan(Peran.BKPSDM) and not sendiri


def can_issue(user, pegawai_id: int, penilai_id: int | None) -> bool:
    """Whoever sees the person issues their papers; the auditor only reads."""
    sendiri = bool(user.pegawai_id) and user.pegawai_id in (pegawai_id, penilai_id)
    return sendiri or not user.berperan(Peran.AUDITOR)


def can_order_batch(user, unit_id: int | None) -> bool:
    """BKPSDM for any unit and the city, a pengelola for what they manage."""
    if user.berperan(Peran.BKPSDM):
        return True
    return unit_id is not None and manages_unit(user, unit_id, timezone.localdate())


def can_exchange(user) -> bool:
    """Files of SIASN's shape are loaded and undone by BKPSDM."""
    return user.berperan(Peran.BKPSDM)


def manages_unit(user, unit_id: int, hari) -> bool:
    """Whether this user is pengelola of that unit, or of one above it, on that day."""
    dikelola = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(hari).values_list("unit_id", flat=True)
    return any(Unit.objects.keturunan(unit, hari).filter(pk=unit_id).exists() for unit in dikelola)


def can_confirm_some(user) -> bool:
    """BKPSDM, and whoever manages a unit today."""
    mengelola = PengelolaUnit.objects.filter(pengguna_id=user.pk).berlaku_pada(timezone.localdate())
    return user.berperan(Peran.BKPSDM) or mengelola.exists()


def can_watch_people(user) -> bool:
    """How far people are in a siklus: the city, and whoever looks after a unit today; scores are not told."""
    return can_watch_siklus(user) or (
        user.is_authenticated and user.unit_dikelola.berlaku_pada(timezone.localdate()).exists()
    )


def is_assessor(user) -> bool:
    """Who has sheets to score, or stands above others today and will have."""
    if not user.pegawai_id:
        return False
    if LembarPenilaian.objects.untuk_penilai(user.pegawai_id).exists():
        return True
    hari = timezone.localdate()
    dipegang = Penempatan.objects.filter(pegawai_id=user.pegawai_id).berlaku_pada(hari).values("jabatan_id")
    return (
        SusunanJabatan.objects.filter(atasan_id__in=dipegang).berlaku_pada(hari).exists()
        or PenetapanAtasan.objects.filter(atasan_id=user.pegawai_id).berlaku_pada(hari).exists()
    )


def can_confirm_weight(user, lembar: LembarPenilaian) -> bool:
    """The pengelola of the unit of the plan, or BKPSDM; neither the person rated nor who rates."""
    if user.pegawai_id and user.pegawai_id in (lembar.pegawai_id, lembar.penilai_id):
        return False
    return user.berperan(Peran.BKPSDM) or manages_unit(user, lembar.skp.unit_id, timezone.localdate())


def heads_office(user, unit_id: int, hari) -> bool:
    """Whether this user holds the head's position of that perangkat daerah on that day, also as Plt or Plh."""
    return unit_id in offices_headed(user, hari)


def offices_headed(user, hari) -> set[int]:
    """The perangkat daerah whose head's position this user holds on that day."""
    if not user.pegawai_id:
        return set()
    dipegang = Penempatan.objects.filter(pegawai_id=user.pegawai_id, jabatan__kepala_unit=True).berlaku_pada(hari)
    return set(dipegang.filter(jabatan__unit__jenis__in=PERANGKAT_DAERAH).values_list("jabatan__unit_id", flat=True))


def offices_below(user, hari) -> set[int]:
    """The perangkat daerah whose head stands directly below a position that this user holds on that day."""
    if not user.pegawai_id:
        return set()
    dipegang = Penempatan.objects.filter(pegawai_id=user.pegawai_id).berlaku_pada(hari).values("jabatan_id")
    kepala = SusunanJabatan.objects.filter(atasan_id__in=dipegang, jabatan__kepala_unit=True).berlaku_pada(hari)
    return set(kepala.filter(jabatan__unit__jenis__in=PERANGKAT_DAERAH).values_list("jabatan__unit_id", flat=True))


def can_set_organisation(user, unit_id: int, hari) -> bool:
    """Whether this user sets the predikat of that office on that day."""
    return unit_id in organisations_to_set(user, {unit_id}, hari)


def organisations_to_set(user, unit_ids: set[int], hari) -> set[int]:
    """Of these offices those whose predikat this user sets: the level above their heads; BKPSDM records its decision.

    Nobody for the office that they head or work in: its predikat is the rating of their own superior.
    """
    boleh = unit_ids if user.berperan(Peran.BKPSDM) else unit_ids & offices_below(user, hari)
    return boleh - offices_headed(user, hari) - offices_worked_in(user, hari)


def offices_worked_in(user, hari) -> set[int]:
    """The perangkat daerah in which this user holds a position on that day."""
    if not user.pegawai_id:
        return set()
    unit = Penempatan.objects.filter(pegawai_id=user.pegawai_id).berlaku_pada(hari).values_list("jabatan__unit_id")
    peta = peta_perangkat_daerah(hari)
    return {peta.get(pk) for (pk,) in unit} - {None}


def can_see_calibration(user, unit_id: int, hari) -> bool:
    """The page of one perangkat daerah: its head, BKPSDM, and the auditor who changes nothing."""
    return can_watch_siklus(user) or heads_office(user, unit_id, hari)


def why_not_calibrate(user, lembar: LembarPenilaian, saat) -> str:
    """Why this user may not calibrate this sheet now, as a sentence; empty if they may.

    The head of the office, for the people whom others rate; of the head, and of those whom the head rates, BKPSDM
    records what the level above decides. Until publication (half-open).
    """
    if user.pegawai_id and user.pegawai_id in (lembar.pegawai_id, lembar.penilai_id):
        return "Tidak seorang pun mengalibrasi dirinya sendiri atau penilaian yang diberikannya sendiri."
    if stands_below(user, lembar.pegawai_id, timezone.localdate(saat)):
        return "Tidak seorang pun mengalibrasi atasannya."
    if not _calibrates(user, lembar, timezone.localdate(saat)):
        return "Lembar ini dikalibrasi oleh pimpinan perangkat daerahnya, atau BKPSDM atas keputusan tingkat di atas."
    if lembar.siklus.tahap != Tahap.KALIBRASI or saat >= _mulai(lembar, Tahap.TERBIT):
        return "Kalibrasi hanya dapat dilakukan pada tahap kalibrasi, sampai hasil diterbitkan."
    if lembar.status != StatusLembar.DITETAPKAN:
        return "Pegawai ini belum dinilai; kalibrasi menunggu penilaian pejabat penilainya."
    if Evaluasi.objects.filter(lembar=lembar.pk).exists():
        return "Hasil pegawai ini sudah dihitung; kalibrasinya tidak berpengaruh lagi."
    return ""


def stands_below(user, pegawai_id: int, hari) -> bool:
    """Whether the user's person is led by that person on that day, directly or not."""
    return bool(user.pegawai_id) and (
        Pegawai.objects.bawahan_rantai(pegawai_id, hari).filter(pk=user.pegawai_id).exists()
    )


def _calibrates(user, lembar: LembarPenilaian, hari) -> bool:
    kantor = peta_perangkat_daerah(lembar.selesai).get(lembar.skp.unit_id)
    if kantor is None or (lembar.skp.jabatan.unit_id == kantor and lembar.skp.jabatan.kepala_unit):
        return user.berperan(Peran.BKPSDM)
    if _rated_by_head(lembar, kantor, hari):
        return user.berperan(Peran.BKPSDM)
    return heads_office(user, kantor, hari)


def _rated_by_head(lembar: LembarPenilaian, kantor: int, hari) -> bool:
    memimpin = Penempatan.objects.filter(jabatan__unit=kantor, jabatan__kepala_unit=True).berlaku_pada(hari)
    return memimpin.filter(pegawai=lembar.penilai_id).exists()


def is_own_sheet(user, lembar: LembarPenilaian) -> bool:
    return bool(user.pegawai_id) and lembar.pegawai_id == user.pegawai_id


def filling_open(lembar: LembarPenilaian, saat) -> bool:
    """Whether the person of that sheet still fills in: the stage, or an extension that reaches them."""
    if lembar.siklus.tahap in SESUDAH_ISI:
        return saat < batas_isi(lembar.skp, lembar.siklus.periode)
    return lembar.siklus.tahap == Tahap.ISI_BUKTI


def can_mark_done(user, lembar: LembarPenilaian, saat) -> bool:
    """The person, once, while filling in is open."""
    return is_own_sheet(user, lembar) and lembar.sisi_pegawai_pada is None and filling_open(lembar, saat)


def is_own_result(user, evaluasi: Evaluasi) -> bool:
    return bool(user.pegawai_id) and evaluasi.pegawai_id == user.pegawai_id


def is_examiner(user, keberatan: Keberatan) -> bool:
    """The superior of the assessor, as written down when the objection came; never the person nor the assessor."""
    siapa = user.pegawai_id
    return bool(siapa) and keberatan.pemeriksa_id == siapa and siapa not in (keberatan.pegawai_id, keberatan.penilai_id)


def can_assign_examiner(user, keberatan: Keberatan) -> bool:
    """BKPSDM, only where nobody stands above the assessor or the examiner has left, and never about oneself."""
    sendiri = user.pegawai_id and user.pegawai_id in (keberatan.pegawai_id, keberatan.penilai_id)
    if sendiri or not user.berperan(Peran.BKPSDM):
        return False
    if keberatan.pemeriksa_id is None:
        return keberatan.status == StatusKeberatan.KEBERATAN
    berjalan = keberatan.status in (StatusKeberatan.KEBERATAN, StatusKeberatan.PEMERIKSAAN)
    return berjalan and has_left(keberatan.pemeriksa, timezone.localdate())


def can_speak_for(user, keberatan: Keberatan, pihak: str) -> bool:
    """Each side for itself; the examiner writes down what was said to them."""
    sendiri = keberatan.pegawai_id if pihak == Pihak.PEGAWAI else keberatan.penilai_id
    return bool(user.pegawai_id) and (user.pegawai_id == sendiri or is_examiner(user, keberatan))


def can_watch_pairs(user) -> bool:
    """The quiet watch after an objection is BKPSDM's alone; no assessor and no person sees it."""
    return user.berperan(Peran.BKPSDM)


def why_not_score(user, lembar: LembarPenilaian, saat) -> str:
    """Why this user may not write this sheet now, as a sentence; empty if they may.

    The assessor of the segment, from the first moment of scoring through calibration until publication (half-open);
    what was held then can still be made up. Five days after scoring ended the assessor's superior may score instead.
    """
    if not user.pegawai_id or is_own_sheet(user, lembar):
        return "Tidak seorang pun menilai dirinya sendiri."
    if lembar.penilai_id != user.pegawai_id and not _takes_over(user, lembar, saat):
        return "Lembar ini dinilai oleh pejabat penilainya."
    return _why_not_now(lembar, saat)


def _why_not_now(lembar: LembarPenilaian, saat) -> str:
    tahap = lembar.siklus.tahap
    if tahap in (Tahap.PERSIAPAN, Tahap.ISI_BUKTI, Tahap.BATAL):
        return "Masa penilaian belum dibuka; bawahan Anda masih mengisi realisasi dan bukti."
    if Evaluasi.objects.filter(lembar=lembar.pk).exists():
        return "Hasilnya sudah dihitung; penilaian ini tidak dapat diubah lagi."
    sampai = batas_isi(lembar.skp, lembar.siklus.periode)
    if lembar.sisi_pegawai_pada is None and lembar.siklus.periode.isi_sampai < sampai and saat < sampai:
        return f"Pengisian pegawai ini diperpanjang sampai {tulis_saat(sampai)}; dinilai sesudahnya."
    if tahap in (Tahap.PENILAIAN, Tahap.KALIBRASI) and saat >= _mulai(lembar, Tahap.TERBIT):
        return "Masa penilaian sudah berakhir dan hasil sedang dihitung; yang belum dinilai disusulkan sesudah terbit."
    return ""


def _mulai(lembar: LembarPenilaian, tahap: str):
    return lembar.siklus.jadwal.get(tahap=tahap).mulai


def _takes_over(user, lembar: LembarPenilaian, saat) -> bool:
    """The superior of the assessor (or of the person, where there is none), once the ketentuan lets them."""
    lewat = (Tahap.KALIBRASI, Tahap.TERBIT, Tahap.FINAL)
    if lembar.siklus.tahap not in lewat or lembar.status != StatusLembar.TERTAHAN:
        return False
    ketentuan = KetentuanPenilaian.dari(lembar.siklus.ketentuan.isi)
    if eskalasi(score_deadline(lembar), saat, ketentuan) < 2:
        return False
    atasan = atasan_pada(lembar.penilai_id or lembar.pegawai_id, timezone.localdate(saat))
    return atasan is not None and atasan.pk == user.pegawai_id


def why_not_set_year(user, segmen) -> str:
    """Why this user may not set the year made of these results (the earliest first); empty if they may.

    The assessor of the last segment decides at year end; one who has left is followed by the person's present atasan.
    """
    terakhir = segmen[-1]
    if not user.pegawai_id or user.pegawai_id == terakhir.pegawai_id:
        return "Tidak seorang pun menilai dirinya sendiri."
    if user.pegawai_id == terakhir.penilai_id:
        return ""
    if has_left(terakhir.penilai, timezone.localdate()):
        atasan = atasan_pada(terakhir.pegawai_id, timezone.localdate())
        if atasan is not None and atasan.pk == user.pegawai_id:
            return ""
    return "Predikat tahun ini ditetapkan oleh pejabat penilai bagian terakhirnya."


def has_left(pegawai, hari) -> bool:
    """Whether that person is out of service on that day."""
    if pegawai.kedudukan == Kedudukan.PENSIUN:
        return True
    berhenti = StatusDinas.objects.sah().filter(pegawai=pegawai.pk, jenis__in=STATUS_BERHENTI)
    return berhenti.berlaku_pada(hari).exists()


def can_decide_siklus_request(user, permohonan: PermohonanSiklus) -> bool:
    """Another person of BKPSDM than who asked, while it waits."""
    menunggu = permohonan.status == StatusPermohonan.MENUNGGU
    return menunggu and can_manage_siklus(user) and permohonan.diminta_oleh_id != user.pk


def score_deadline(lembar: LembarPenilaian):
    """Until when that sheet is scored in time (half-open), with the extensions that reach it."""
    umum = max(_mulai(lembar, Tahap.KALIBRASI), batas_isi(lembar.skp, lembar.siklus.periode))
    batas = baca_batas(lembar.siklus.periode, KegiatanPeriode.NILAI, umum)
    return batas.untuk(lembar.pegawai_id, lembar.skp.unit_id)
