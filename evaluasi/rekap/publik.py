"""What the public said of people, as counts; never a single answer."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.db import connection
from django.db.models import Count, Q

from mataram_asn.kit.angka import bulat
from pegawai.models import Ketentuan
from pegawai.pilihan import JenisKetentuan

from ..aturan import KetentuanPenilaian
from ..models import Layanan, PetugasLayanan, UmpanBalik

#: Answers count by their day: inside the segment, and before the day on which scoring begins.
_SEBELUM_DINILAI = """
LEFT JOIN evaluasi_jadwaltahap j ON j.siklus_id = l.siklus_id AND j.tahap = 'penilaian'
WHERE l.id = ANY(%s) AND (j.mulai IS NULL OR u.tanggal < (j.mulai AT TIME ZONE 'Asia/Makassar')::date)
"""

SQL_SENDIRI = f"""
SELECT l.id, u.wajah, count(*) FROM evaluasi_lembarpenilaian l
JOIN evaluasi_umpanbalik u ON u.pegawai_id = l.pegawai_id AND u.tanggal BETWEEN l.mulai AND l.selesai
{_SEBELUM_DINILAI} GROUP BY 1, 2
"""  # noqa: S608 - no value enters the text

SQL_LAYANAN = f"""
SELECT l.id, u.wajah, count(DISTINCT u.id) FROM evaluasi_lembarpenilaian l
JOIN evaluasi_petugaslayanan p ON p.pegawai_id = l.pegawai_id
 AND p.mulai <= l.selesai AND (p.selesai IS NULL OR p.selesai >= l.mulai)
JOIN evaluasi_umpanbalik u ON u.layanan_id = p.layanan_id
 AND u.tanggal BETWEEN GREATEST(l.mulai, p.mulai) AND LEAST(l.selesai, COALESCE(p.selesai, l.selesai))
{_SEBELUM_DINILAI} GROUP BY 1, 2
"""  # noqa: S608 - no value enters the text

SQL_NAMA = """
SELECT l.id, string_agg(DISTINCT y.nama, ', ' ORDER BY y.nama) FROM evaluasi_lembarpenilaian l
JOIN evaluasi_petugaslayanan p ON p.pegawai_id = l.pegawai_id
 AND p.mulai <= l.selesai AND (p.selesai IS NULL OR p.selesai >= l.mulai)
JOIN evaluasi_layanan y ON y.id = p.layanan_id
WHERE l.id = ANY(%s) GROUP BY 1
"""

#: Who does not serve the public: *tidak berlaku*.
TIDAK_BERLAKU = {"sendiri": None, "layanan": None, "nama_layanan": ""}


def umpan_balik_lembar(lembar_ids) -> dict[int, dict]:
    """The counts for each sheet in the form in which they are frozen. Three queries.

    Own counts are those about the person; the service's are all answers about the services they served.
    """
    pk = list(lembar_ids)
    with connection.cursor() as kursor:
        sendiri, layanan = _hitungan(kursor, SQL_SENDIRI, pk), _hitungan(kursor, SQL_LAYANAN, pk)
        kursor.execute(SQL_NAMA, [pk])
        nama = dict(kursor.fetchall())
    return {satu: _satu(sendiri.get(satu), layanan.get(satu), nama.get(satu)) for satu in pk}


def _hitungan(kursor, sql: str, pk: list[int]) -> dict[int, list[int]]:
    kursor.execute(sql, [pk])
    hasil: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for lembar_id, wajah, banyak in kursor.fetchall():
        hasil[lembar_id][wajah - 1] = banyak
    return hasil


def _satu(sendiri, layanan, nama: str | None) -> dict:
    if sendiri is None and nama is None:
        return dict(TIDAK_BERLAKU)
    return {
        "sendiri": _jawaban(sendiri),
        "layanan": _jawaban(layanan) if nama else None,
        "nama_layanan": nama or "",
    }


def _jawaban(wajah) -> dict:
    kosong = [0, 0, 0, 0]
    return {"wajah": list(wajah or kosong), "perilaku": kosong, "kompetensi": kosong}


@dataclass(frozen=True)
class RingkasUmpanBalik:
    """How many answers and their plain mean (1–4, two places), None without answers."""

    n: int
    rerata: Decimal | None
    hitungan: tuple[int, int, int, int]


@dataclass(frozen=True)
class UmpanBalikPegawai:
    """Own answers and those about the services served, over a stretch of days."""

    sendiri: RingkasUmpanBalik
    layanan: RingkasUmpanBalik
    daftar_layanan: tuple[Layanan, ...]


def batas_rombongan(jawaban, ukuran: int):
    """These answers, in order of arrival, without the last ones that do not fill a whole batch of `ukuran`.

    A sum that grew by one answer would tell that answer to whoever saw it before. UU 27/2022
    """
    urut = list(jawaban.order_by("pk").values_list("pk", flat=True))
    penuh = len(urut) - len(urut) % ukuran
    return jawaban.filter(pk__lte=urut[penuh - 1]) if penuh else jawaban.none()


def ringkas_umpan_balik(pegawai_id: int, mulai: date, selesai: date, rombongan: int = 1) -> UmpanBalikPegawai:
    """Sum up what was said about one person and about their services in that stretch (inclusive).

    Only whole batches of `rombongan` answers are counted. Five queries.
    """
    petugas = PetugasLayanan.objects.filter(
        Q(selesai__isnull=True) | Q(selesai__gte=mulai), pegawai_id=pegawai_id, mulai__lte=selesai
    )
    layanan = tuple(Layanan.objects.filter(petugas__in=petugas).distinct())
    dalam = UmpanBalik.objects.dalam(mulai, selesai)
    return UmpanBalikPegawai(
        _ringkas(batas_rombongan(dalam.filter(pegawai_id=pegawai_id), rombongan)),
        _ringkas(batas_rombongan(dalam.filter(layanan__in=layanan), rombongan)),
        layanan,
    )


def ringkas_tampil(pegawai_id: int, mulai: date, selesai: date, hari: date) -> UmpanBalikPegawai:
    """The same as it may be shown: whole batches, and no service from which the few others could be subtracted."""
    isi = Ketentuan.objects.berlaku_pada(JenisKetentuan.PENILAIAN, hari).isi
    tampil = KetentuanPenilaian.dari(isi).publik_tampil
    ringkas = ringkas_umpan_balik(pegawai_id, mulai, selesai, tampil)
    sendiri = UmpanBalik.objects.dalam(mulai, selesai).filter(pegawai_id=pegawai_id).count()
    if ringkas.layanan.n - sendiri >= tampil:
        return ringkas
    return replace(ringkas, layanan=RingkasUmpanBalik(0, None, (0, 0, 0, 0)))


def _ringkas(jawaban) -> RingkasUmpanBalik:
    banyak = dict(jawaban.order_by().values_list("wajah").annotate(Count("pk")))
    hitungan = tuple(banyak.get(nilai, 0) for nilai in (1, 2, 3, 4))
    n = sum(hitungan)
    jumlah = sum(nilai * berapa for nilai, berapa in enumerate(hitungan, start=1))
    return RingkasUmpanBalik(n, bulat(Fraction(jumlah, n)) if n else None, hitungan)
