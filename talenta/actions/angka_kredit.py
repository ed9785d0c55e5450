"""Converting annual predikat into angka kredit, and what is added to it. PermenPANRB 1/2023, Peraturan BKN 3/2023."""

from datetime import date, datetime
from decimal import Decimal

from django.db import connection, transaction

from evaluasi.models import Siklus
from evaluasi.pilihan import Tahap
from kinerja.pilihan import JenisPeriode
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, Pengguna
from pegawai.pilihan import JenisPegawai

from ..akses import can_keep_credit
from ..aturan import simpan, tambahan_ijazah
from ..models import KonversiAngkaKredit, TambahanAngkaKredit
from ..pilihan import JenisTambahan
from ..rekap.angka_kredit import ketentuan_angka_kredit, sama, seharusnya

MAKS = Decimal(1000)


def convert_due(*, saat: datetime) -> int:
    """Convert every year that has a published annual siklus; how many rows were written. Run twice, the second is 0."""
    sistem = Pengguna.objects.sistem()
    tahun = Siklus.objects.filter(
        tahap__in=[Tahap.TERBIT, Tahap.FINAL], periode__jenis=JenisPeriode.TAHUNAN
    ).values_list("periode__mulai__year", flat=True)
    return sum(convert_year(tahun=satu, oleh=sistem, saat=saat) for satu in sorted(set(tahun)))


@transaction.atomic
def convert_year(*, tahun: int, oleh, saat: datetime) -> int:
    """Write what should stand for a year and does not; a row that changed is superseded. How many were written.

    Everybody's year in one pass of a constant number of queries. One at a time: the lock is the year's.
    """
    _kunci(tahun)
    ada = {(satu.pegawai_id, satu.jenjang): satu for satu in KonversiAngkaKredit.objects.filter(tahun=tahun).berlaku()}
    baru = []
    for satu in seharusnya(tahun, saat):
        lama = ada.pop((satu.pegawai_id, satu.jenjang), None)
        if lama is None or not sama(lama, satu):
            satu.menggantikan = lama
            baru.append(satu)
    baru += [_dicabut(satu, saat) for satu in ada.values() if satu.bulan]
    KonversiAngkaKredit.objects.bulk_create(baru, batch_size=500)
    if baru:
        ganti = sum(satu.menggantikan is not None for satu in baru)
        rincian = {"tahun": tahun, "baris": len(baru), "menggantikan": ganti}
        catat(oleh=oleh, aksi="angka_kredit.dikonversi", objek=baru[0].siklus, rincian=rincian, saat=saat)
    return len(baru)


def _kunci(tahun: int) -> None:
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_advisory_xact_lock(hashtext('talenta.konversi'), %s)", [tahun])


def _dicabut(lama: KonversiAngkaKredit, saat: datetime) -> KonversiAngkaKredit:
    """A row that no longer has a ground (the jenjang was not held, the predikat is no longer there): 0 months."""
    isi = {
        bidang.attname: getattr(lama, bidang.attname)
        for bidang in lama._meta.fields
        if bidang.name not in ("id", "menggantikan", "bulan", "angka", "dihitung_pada")
    }
    return KonversiAngkaKredit(**isi, bulan=0, angka=Decimal(0), dihitung_pada=saat, menggantikan=lama)


@transaction.atomic
def add_credit(
    *,
    pegawai_id: int,
    jenis: str,
    tanggal: date,
    dasar: str,
    oleh,
    saat: datetime,
    angka: Decimal | None = None,
    pendidikan: str = "",
) -> TambahanAngkaKredit:
    """Record an opening balance, an adjustment, or a higher diploma (its figure follows the rule, once a diploma).

    Raises RuleViolation if `oleh` may not, the person holds no jenjang that day, or the figure is no figure.
    """
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai_id)
    if not can_keep_credit(oleh, pegawai):
        raise RuleViolation("Angka kredit dicatat oleh BKPSDM, dan bukan tentang dirinya sendiri.")
    penempatan = rekap_pegawai.penempatan_pada([pegawai.pk], tanggal).get(pegawai.pk)
    if pegawai.jenis != JenisPegawai.PNS or penempatan is None or not penempatan.jabatan.jenjang:
        raise RuleViolation("Pada tanggal itu pegawai ini tidak memangku jabatan fungsional.")
    jenjang = penempatan.jabatan.jenjang
    if jenis == JenisTambahan.PENDIDIKAN:
        angka = _ijazah(pegawai, pendidikan, jenjang, tanggal)
    elif angka is None or not 0 < angka <= MAKS:
        raise RuleViolation("Isi angka kredit lebih dari 0 sampai 1.000.")
    baris = TambahanAngkaKredit.objects.create(
        pegawai=pegawai, jenis=jenis, jenjang=jenjang, tanggal=tanggal, angka=angka, dasar=dasar.strip(),
        pendidikan=pendidikan if jenis == JenisTambahan.PENDIDIKAN else "", dicatat_oleh=oleh, dicatat_pada=saat,
    )  # fmt: skip
    rincian = {"jenis": jenis, "angka": str(angka)}
    catat(oleh=oleh, aksi="angka_kredit.ditambah", objek=baris, rincian=rincian, saat=saat)
    return baris


def _ijazah(pegawai: Pegawai, pendidikan: str, jenjang: str, tanggal: date) -> Decimal:
    if not pendidikan:
        raise RuleViolation("Sebut ijazah yang menjadi dasar tambahan.")
    if TambahanAngkaKredit.objects.filter(pegawai=pegawai, pendidikan=pendidikan).exists():
        raise RuleViolation("Ijazah itu sudah dihitung; satu ijazah dihitung satu kali.")
    return simpan(tambahan_ijazah(jenjang, ketentuan_angka_kredit(tanggal)[1]))
