"""A few issued papers and a file of former predikat, so that register, check and exchange have something to show."""

import csv
import io
import random
from datetime import datetime, timedelta

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
from pegawai.models import Pegawai, Pengguna

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
    keluar = io.StringIO()
    tulis = csv.DictWriter(keluar, KOLOM[JenisPertukaran.SKP22])
    tulis.writeheader()
    for siasn_id in acak.sample(daftar, min(ORANG_LAMA, len(daftar))):
        hasil, perilaku, predikat = acak.choices(SEL_SAH, SERING)[0]
        tulis.writerow(
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
    berkas = impor.check_exchange(
        jenis=JenisPertukaran.SKP22, nama=f"skp22-{tahun}.csv", isi=keluar.getvalue().encode(), oleh=oleh, saat=saat
    )
    impor.confirm_exchange(impor_id=berkas.pk, oleh=oleh, saat=saat)
    return sum(berkas.jumlah.get(putusan, 0) for putusan in impor.DIMUAT)
