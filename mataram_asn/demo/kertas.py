"""A few issued papers and a file of former predikat, so that register, check and exchange have something to show."""

import csv
import io
import random
from datetime import datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from evaluasi import impor
from evaluasi.actions import decide_revocation, issue_document, request_revocation
from evaluasi.aturan.siasn import KODE_PREDIKAT, KODE_RATING, KOLOM
from evaluasi.models import Evaluasi
from evaluasi.models.hasil import SEL_SAH
from evaluasi.pilihan import JenisPertukaran
from evaluasi.rekap.kertas import kertas_skp
from evaluasi.rekap.kertas_evaluasi import baca_evaluasi, baca_skp, dokumen_evaluasi, kertas_evaluasi
from kinerja.models import SKP
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.pdf import PDFTidakTersedia
from pegawai.models import Pegawai, Penempatan, Pengguna
from pegawai.pilihan import JenisJabatan, JenisPegawai
from talenta.impor import BENTUK as BENTUK_ANGKA_KREDIT
from talenta.rekap import ketentuan_angka_kredit

ORANG_LAMA = 40
#: How often each legal cell occurs in the made-up years, in the order of SEL_SAH.
SERING = (4, 10, 1, 8, 60, 2, 1, 3, 1)


def tulis_kertas(pegawai_id: int | None, oleh: Pengguna, saat: datetime) -> int:
    """Issue this person's plan and last year's two papers; the plan's first paper was issued too early and revoked."""
    evaluasi = Evaluasi.objects.filter(pegawai=pegawai_id).terbit().berlaku().order_by("selesai").last()
    skp = SKP.objects.filter(pegawai=pegawai_id, status=StatusSKP.DISETUJUI).order_by("mulai").last()
    lain = Pengguna.objects.filter(username="bkpsdm2").first()
    if not (evaluasi and skp and lain):
        return 0
    try:
        lama = issue_document(kertas=kertas_skp(baca_skp(skp.pk)), oleh=oleh, saat=saat - timedelta(days=9))
        request_revocation(
            dokumen_id=lama.pk, alasan="Dicetak untuk uji coba, belum untuk dipakai.", oleh=oleh, saat=saat
        )
        decide_revocation(dokumen_id=lama.pk, setuju=True, oleh=lain, saat=saat)
        hasil = baca_evaluasi(evaluasi.pk)
        for kertas in (kertas_skp(baca_skp(skp.pk)), kertas_evaluasi(hasil), dokumen_evaluasi(hasil)):
            issue_document(kertas=kertas, oleh=oleh, saat=saat)
    except PDFTidakTersedia:
        return 0
    return 4


def tulis_riwayat_siasn(tahun: int, seed: int, oleh: Pengguna, saat: datetime) -> int:
    """Load a file of SIASN's shape with the predikat of a year before this system, of some people."""
    acak = random.Random(f"riwayat-siasn:{seed}")
    orang = Pegawai.objects.asn().filter(siasn_id__isnull=False, tmt_pengangkatan__year__lt=tahun)
    daftar = list(orang.order_by("nip").values_list("siasn_id", flat=True)[: ORANG_LAMA * 3])
    baris = []
    for siasn_id in acak.sample(daftar, min(ORANG_LAMA, len(daftar))):
        hasil, perilaku, predikat = acak.choices(SEL_SAH, SERING)[0]
        baris.append(
            {
                "hasilKinerja": hasil.label.upper(),
                "hasilKinerjaNilai": KODE_RATING[hasil],
                "perilakuKerja": perilaku.label.upper(),
                "PerilakuKerjaNilai": KODE_RATING[perilaku],
                "kuadranKinerja": predikat.label.upper(),
                "KuadranKinerjaNilai": KODE_PREDIKAT[predikat],
                "pnsDinilaiId": siasn_id,
                "statusPenilai": "ASN",
                "tahun": tahun,
            }
        )
    return _muat(JenisPertukaran.SKP22, tahun, baris, oleh, saat, impor.BENTUK)


def tulis_angka_kredit_siasn(tahun: int, oleh: Pengguna, saat: datetime) -> int:
    """Load angka kredit of a year before this system, of some functional employees, and what some had gathered."""
    koefisien = ketentuan_angka_kredit(timezone.localdate(saat))[1].jenjang
    orang = Penempatan.objects.definitif().filter(
        jabatan__jenis=JenisJabatan.FUNGSIONAL, pegawai__jenis=JenisPegawai.PNS, pegawai__siasn_id__isnull=False,
        pegawai__tmt_golongan__year__lt=tahun, mulai__year__lt=tahun, selesai=None,
    )  # fmt: skip
    baris = []
    for satu in orang.select_related("pegawai", "jabatan").order_by("pegawai__nip")[:ORANG_LAMA]:
        angka = koefisien[satu.jabatan.jenjang].koefisien
        baris += [_baris_ak(satu, tahun, tahun, angka, "isKonversi")]
        baris += [_baris_ak(satu, tahun - 2, tahun - 1, angka * 2, "isIntegrasi")] if satu.pk % 2 else []
    return _muat(JenisPertukaran.ANGKA_KREDIT, tahun, baris, oleh, saat, BENTUK_ANGKA_KREDIT)


def _baris_ak(satu: Penempatan, mulai: int, selesai: int, angka: Decimal, jenis: str) -> dict:
    return {
        "pns": satu.pegawai.siasn_id,
        "nomorSk": f"800/{satu.pegawai.nip[-6:]}/PAK/{selesai}",
        "tanggalSk": f"15-01-{selesai + 1}",
        "bulanMulaiPenailan": 1,
        "tahunMulaiPenailan": mulai,
        "bulanSelesaiPenailan": 12,
        "tahunSelesaiPenailan": selesai,
        "kreditUtamaBaru": angka,
        "kreditPenunjangBaru": 0,
        "kreditBaruTotal": angka,
        "namaJabatan": satu.jabatan.nama,
        jenis: 1,
        "Sumber": "SIASN",
    }


def _muat(jenis: str, tahun: int, baris: list[dict], oleh: Pengguna, saat: datetime, bentuk: dict) -> int:
    """Write the rows as a file of that shape and load it through the importer; how many were loaded."""
    keluar = io.StringIO()
    tulis = csv.DictWriter(keluar, KOLOM[jenis])
    tulis.writeheader()
    tulis.writerows(baris)
    isi = keluar.getvalue().encode()
    nama = f"{jenis}-{tahun}.csv"
    berkas = impor.check_exchange(jenis=jenis, nama=nama, isi=isi, oleh=oleh, saat=saat, bentuk=bentuk)
    impor.confirm_exchange(impor_id=berkas.pk, oleh=oleh, saat=saat, bentuk=bentuk)
    return sum(berkas.jumlah.get(putusan, 0) for putusan in impor.DIMUAT)
