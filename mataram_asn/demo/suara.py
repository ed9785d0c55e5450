"""What the public said at the counters, and tokens that nobody has used yet."""

import base64
import hashlib
import hmac
from datetime import date, timedelta

from django.conf import settings

from evaluasi.actions.publik import MASA_BERLAKU, sidik_token
from evaluasi.models import Layanan, PetugasLayanan, TokenUmpanBalik, UmpanBalik
from evaluasi.pilihan import KataUmpan, StatusModerasi

from .rencana import Keadaan
from .salin import salin
from .tebak import acak

#: unused tokens of each service, and of each officer who has tokens of their own
TOKEN_LAYANAN, TOKEN_PETUGAS = 3, 14
BAIK = (KataUmpan.RAMAH, KataUmpan.JELAS, KataUmpan.CEPAT)
BURUK = (KataUmpan.LAMA, KataUmpan.BOLAK_BALIK)
KALIMAT = {
    True: (
        "Petugas sabar menjelaskan syaratnya.",
        "Cepat, tidak sampai sepuluh menit.",
        "Terima kasih, sangat membantu.",
    ),
    False: ("Antre terlalu lama.", "Diminta datang lagi karena syarat tidak lengkap.", "Loket tutup lebih awal."),
}


def tulis_umpan_balik(keadaan: Keadaan, tanpa: set[int]) -> int:
    """COPY the answers of last year and this year up to the day. `tanpa`: people nobody has spoken of this year."""
    kolom = ("layanan_id", "pegawai_id", "tanggal", "wajah", "kata", "teks", "moderasi")
    return salin(UmpanBalik, kolom, _jawaban(keadaan, tanpa))


def _jawaban(keadaan: Keadaan, tanpa: set[int]):
    petugas: dict[int, list[PetugasLayanan]] = {}
    for satu in PetugasLayanan.objects.order_by("pk"):
        petugas.setdefault(satu.layanan_id, []).append(satu)
    for layanan in Layanan.objects.order_by("kode"):
        undian = acak(keadaan.seed, "umpan", layanan.kode)
        mutu = {satu.pegawai_id: undian.uniform(0.45, 0.95) for satu in petugas.get(layanan.pk, [])}
        umum = undian.uniform(0.55, 0.9)
        for tanggal in _hari(keadaan, undian):
            bertugas = [satu.pegawai_id for satu in petugas.get(layanan.pk, []) if satu.mulai <= tanggal]
            pegawai = undian.choice(bertugas) if bertugas and undian.random() < 0.75 else None
            if pegawai in tanpa and tanggal.year == keadaan.hari.year:
                pegawai = None
            yield layanan.pk, pegawai, tanggal, *_isi(mutu.get(pegawai, umum), undian)


def _hari(keadaan: Keadaan, undian) -> list[date]:
    """The days of the answers of one service: from last year's first to yesterday."""
    awal = date(keadaan.hari.year - 1, 1, 1)
    panjang = (keadaan.hari - awal).days
    hari = sorted(undian.randrange(panjang) for _ in range(undian.randint(150, 320) * panjang // 730))
    return [awal + timedelta(days=satu) for satu in hari]


def _isi(mutu: float, undian) -> tuple[int, list[str], str, str]:
    wajah = 4 if undian.random() < mutu * 0.7 else 3 if undian.random() < mutu else undian.choice((1, 2, 2))
    baik = wajah > 2
    kata = [undian.choice(BAIK if baik else BURUK).value] if undian.random() < 0.6 else []
    teks = undian.choice(KALIMAT[baik]) if undian.random() < 0.08 else ""
    moderasi = StatusModerasi.MENUNGGU if teks and undian.random() < 0.05 else StatusModerasi.LAYAK
    return wajah, kata, teks, moderasi.value


def token_demo(kode_layanan: str, pegawai: str, nomor: int) -> str:
    """The token of the demo with that number: known to who has the secret key, stored only as its hash."""
    isi = hmac.digest(settings.SECRET_KEY.encode(), f"demo:{kode_layanan}:{pegawai}:{nomor}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(isi[:16]).decode().rstrip("=")


def tulis_token(keadaan: Keadaan, petugas: list[PetugasLayanan]) -> int:
    """COPY unused tokens: a few for every service, a sheet for each of these officers."""
    kolom = ("sidik", "layanan_id", "pegawai_id", "dibuat_pada", "kedaluwarsa")
    akhir = keadaan.saat + MASA_BERLAKU
    baris = [
        (sidik_token(token_demo(satu.kode, "", nomor)), satu.pk, None, keadaan.saat, akhir)
        for satu in Layanan.objects.order_by("kode")
        for nomor in range(TOKEN_LAYANAN)
    ]
    baris += [
        (sidik_token(token_petugas(satu, nomor)), satu.layanan_id, satu.pegawai_id, keadaan.saat, akhir)
        for satu in petugas
        for nomor in range(TOKEN_PETUGAS)
    ]
    return salin(TokenUmpanBalik, kolom, baris)


def token_petugas(petugas: PetugasLayanan, nomor: int) -> str:
    return token_demo(petugas.layanan.kode, str(petugas.pegawai.siasn_id), nomor)
