"""What followed the results, by the product's own acts: objections, coaching, recognition, angka kredit."""

from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from evaluasi import actions as evaluasi
from evaluasi.models import Evaluasi, Siklus
from evaluasi.pilihan import Predikat, PutusanButir
from evaluasi.rekap import butir_dapat_dipilih
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai, Pengguna
from pegawai.rekap import peta_atasan
from pelatihan import actions as pelatihan
from pelatihan.rekap import figur_di_bawah, tempo_terbuka
from talenta import actions as talenta
from talenta.rekap import usul_untuk

from .rencana import Keadaan
from .tebak import acak

KEBERATAN, PEMBINAAN, PENGHARGAAN, CONTOH = 3, 8, 9, 900
ALASAN = (
    "Laporan bulan November dan Desember belum terhitung. Rekapnya sudah saya serahkan kepada pengelola data.",
    "Angka realisasi tertukar dengan milik seksi lain; rekap bulanan menunjukkan angka yang benar.",
    "Kegiatan yang tertunda karena banjir sudah selesai pada pekan terakhir tahun itu.",
)
KETERANGAN = {
    "pegawai": "Rekap bulanan dan berita acaranya saya lampirkan dalam berkas kantor.",
    "penilai": "Saya menilai menurut angka yang tercatat pada hari penutupan pengisian.",
}
PERTIMBANGAN = {
    True: "Rekap bulanan dan keterangan kedua pihak membenarkan angka yang baru.",
    False: "Kegiatan itu selesai sesudah periode penilaian, sehingga angkanya tetap.",
}
SASARAN = "Menyelesaikan pekerjaan bulanan sebelum tanggal 5, dengan pendampingan setiap pekan."
TANGGAPAN = "Pendampingan setiap pekan membantu; laporan bulan ini saya selesaikan lebih awal."
MEMBAIK = "Dua bulan berturut-turut seluruh laporan selesai tepat waktu; pembinaan diakhiri."
CATATAN = "Dua dari tiga laporan selesai tepat waktu; pendampingan diteruskan."


def tulis_lanjut(keadaan: Keadaan, oleh: Pengguna, tanpa: set[int]) -> dict[str, int]:
    """Write what followed; `tanpa` are people whose figures stay as they are for the demo."""
    tahunan = Siklus.objects.filter(tahap="final").order_by("periode__mulai").select_related("periode")
    jumlah = {"keberatan": sum(_keberatan(satu, keadaan, tanpa) for satu in tahunan)}
    jumlah["konversi angka kredit"] = sum(
        talenta.convert_year(tahun=satu.periode.mulai.year, oleh=oleh, saat=keadaan.saat) for satu in tahunan
    )
    jumlah["pembinaan"] = _pembinaan(keadaan, tanpa)
    jumlah["penghargaan"] = _penghargaan(keadaan, oleh, tanpa)
    return jumlah


def _keberatan(siklus: Siklus, keadaan: Keadaan, tanpa: set[int]) -> int:
    """A few objections of that year, all decided: the first ones changed a figure, the last kept it."""
    terbit = siklus.jadwal.get(tahap="terbit").mulai
    atasan, banyak = peta_atasan(keadaan.hari), 0
    calon = (
        Evaluasi.objects.filter(siklus=siklus, predikat=Predikat.BAIK, indeks_hasil__range=(98, 109))
        .filter(pegawai__pengguna__isnull=False, penilai__pengguna__isnull=False, skp__jabatan__kepala_unit=False)
        .exclude(pegawai__in=tanpa)
        .select_related("pegawai__pengguna", "penilai__pengguna")
        .order_by("pegawai__siasn_id")
    )
    dinilai: set[int] = set()
    for satu in calon[:200]:
        if banyak == KEBERATAN:
            break
        if satu.penilai_id in dinilai or not atasan.get(satu.penilai_id):
            continue
        dinilai.add(satu.penilai_id)
        banyak += _satu_keberatan(satu, terbit + timedelta(days=4, hours=banyak), banyak, keadaan)
    return banyak


def _satu_keberatan(satu: Evaluasi, saat: datetime, nomor: int, keadaan: Keadaan) -> bool:
    kunci = next((k for k in butir_dapat_dipilih(satu) if k.startswith("realisasi:")), None)
    if kunci is None:
        return False
    keberatan = evaluasi.submit_objection(
        evaluasi_id=satu.pk, kunci=[kunci], alasan=ALASAN[nomor % 3], oleh=satu.pegawai.pengguna, saat=saat
    )
    pemeriksa = keberatan.pemeriksa and keberatan.pemeriksa.pengguna
    if pemeriksa is None:
        return True
    saat += timedelta(days=2)
    evaluasi.start_examination(keberatan_id=keberatan.pk, oleh=pemeriksa, saat=saat)
    for pihak, siapa in (("pegawai", satu.pegawai.pengguna), ("penilai", satu.penilai.pengguna)):
        saat += timedelta(days=1)
        isi = KETERANGAN[pihak]
        evaluasi.give_statement(keberatan_id=keberatan.pk, pihak=pihak, isi=isi, oleh=siapa, saat=saat)
    butir, diubah = keberatan.butir.get(), nomor < KEBERATAN - 1
    naik = Decimal(acak(keadaan.seed, "keberatan", satu.pegawai.siasn_id).randint(108, 118)) / 100
    baru = (_angka(butir.nilai_semula) * naik).quantize(Decimal("0.01")) if diubah else None
    putusan = {
        "putusan": PutusanButir.DIUBAH if diubah else PutusanButir.TETAP,
        "nilai_baru": baru,
        "pertimbangan": PERTIMBANGAN[diubah],
    }
    saat += timedelta(days=3)
    evaluasi.decide_objection(keberatan_id=keberatan.pk, putusan={butir.pk: putusan}, oleh=pemeriksa, saat=saat)
    return True


def _angka(teks: str) -> Decimal:
    return Decimal(teks) if teks != "belum tersedia" else Decimal(1)


def _pembinaan(keadaan: Keadaan, tanpa: set[int]) -> int:
    """Plans begun ten weeks ago, the first check noted and the second due."""
    mulai, atasan, banyak = keadaan.saat - timedelta(days=70), peta_atasan(keadaan.hari), 0
    calon = (
        Evaluasi.objects.terbit()
        .berlaku()
        .filter(predikat=Predikat.BUTUH_PERBAIKAN, siklus__periode__mulai__year=keadaan.hari.year - 1)
        .exclude(pegawai__in=tanpa)
        .select_related("siklus", "pegawai__pengguna")
        .order_by("pegawai__siasn_id")
    )
    akun = _akun(set(atasan.values()) - {None})
    for satu in calon[:60]:
        oleh = akun.get(atasan.get(satu.pegawai_id))
        if banyak == PEMBINAAN or oleh is None:
            continue
        banyak += _satu_pembinaan(satu, oleh, mulai, banyak % 4)
    return banyak


def _akun(ids) -> dict[int, Pengguna]:
    baris = Pegawai.objects.filter(pk__in=ids, pengguna__isnull=False).select_related("pengguna")
    return {satu.pk: satu.pengguna for satu in baris}


def _satu_pembinaan(satu: Evaluasi, oleh: Pengguna, mulai: datetime, tahap: int) -> bool:
    """Begun and checked; then just begun, or answered by the person, or ended well, in turn."""
    sasaran = dict.fromkeys(list(figur_di_bawah(satu))[:2], SASARAN)
    try:
        pembinaan = pelatihan.start_coaching(evaluasi_id=satu.pk, sasaran=sasaran, oleh=oleh, saat=mulai)
    except RuleViolation:  # the atasan of that year leads others now
        return False
    tempo = tempo_terbuka(pembinaan, (mulai + timedelta(days=32)).date())
    if tahap == 1 or not tempo:
        return True
    isi = {"tempo": tempo[0], "kemajuan": "tercapai" if tahap == 3 else "sebagian", "isi": CATATAN}
    catatan = pelatihan.note_check(pembinaan_id=pembinaan.pk, **isi, oleh=oleh, saat=mulai + timedelta(days=32))
    if tahap == 2 and satu.pegawai.pengguna:
        pelatihan.answer_check(
            catatan_id=catatan.pk, tanggapan=TANGGAPAN, oleh=satu.pegawai.pengguna, saat=mulai + timedelta(days=34)
        )
    if tahap == 3:
        pelatihan.decide_step(
            pembinaan_id=pembinaan.pk, langkah="membaik", dasar=MEMBAIK, oleh=oleh, saat=mulai + timedelta(days=60)
        )
    return True


def _penghargaan(keadaan: Keadaan, oleh: Pengguna, tanpa: set[int]) -> int:
    """Recognitions from the evidence of the day of the proposal: most are decided, a few wait."""
    saat = keadaan.saat - timedelta(days=9)
    hari = timezone.localdate(saat)  # the window of answers moves with the day, so the evidence is that day's
    atasan = peta_atasan(hari)  # and so does who leads whom, near the first of a month
    akun = _akun(set(atasan.values()) - {None})
    orang = Pegawai.objects.asn().aktif().exclude(pk__in=tanpa).exclude(siasn_id=None).order_by("siasn_id")[:CONTOH]
    usul = [satu for satu in usul_untuk(list(orang), hari) if atasan.get(satu.pegawai.pk) in akun]
    banyak = 0
    for satu in usul[:PENGHARGAAN]:
        baris = talenta.propose_person(
            pegawai_id=satu.pegawai.pk, dasar=satu.alasan.dasar, uraian="", oleh=akun[atasan[satu.pegawai.pk]],
            saat=saat,
        )  # fmt: skip
        if banyak % 3 != 2:
            talenta.decide_recognition(
                penghargaan_id=baris.pk, tetapkan=True, oleh=oleh, saat=keadaan.saat - timedelta(days=3)
            )
        banyak += 1
    return banyak
