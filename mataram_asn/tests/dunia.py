"""A small world for the tests that cross apps: one office, everybody's role, one object behind every address."""

import uuid
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.core.files.base import ContentFile
from django.utils import timezone

from evaluasi.actions import calibrate, set_year, start_trial
from evaluasi.actions.hitung import _hitung_semua
from evaluasi.models import (
    BuktiKeberatan,
    ButirKeberatan,
    Evaluasi,
    ImporKinerja,
    Keberatan,
    PermohonanSiklus,
    Potongan,
)
from evaluasi.pilihan import JenisDokumen, Langkah, StatusKeberatan, StatusPotongan, Tahap
from evaluasi.rekap import butir_dapat_dipilih
from evaluasi.tests.contoh_tahun import periode_tahun
from evaluasi.tests.factories import (
    LayananFactory,
    LembarFactory,
    PetugasLayananFactory,
    SiklusFactory,
    TemplatSiklusFactory,
    UmpanBalikFactory,
    tetapkan,
    wita,
)
from evaluasi.tests.kertas_contoh import buat_batch, buat_dokumen, buat_permintaan, isi_tanda_tangan
from kinerja.models import BerkasRencana, Indikator, Perpanjangan
from kinerja.pilihan import JenisIndikator, StatusSKP
from kinerja.tests.factories import (
    BuktiFactory,
    IkuFactory,
    NilaiIkuFactory,
    PeriodeFactory,
    RealisasiFactory,
    buat_skp_lengkap,
)
from kinerja.tests.factories_alur import buat_percakapan
from kinerja.tests.factories_rencana import AnggotaTimFactory, MasukanTimFactory, PustakaHasilFactory, TimFactory
from mataram_asn.kit.models import Surat
from pegawai.acuan import load_reference
from pegawai.models import (
    BerkasImpor,
    Ketentuan,
    LaporanAtasan,
    PermohonanKode,
    PermohonanPeran,
    RancanganKetentuan,
    StatusDinas,
)
from pegawai.pilihan import JenisBerkasImpor, JenisStatusDinas, Peran
from pegawai.tests.factories import PengelolaUnitFactory, PenggunaFactory, buat_garis
from pelatihan.actions import load_catalogue
from pelatihan.models import CatatanPembinaan, Pelatihan, Pembinaan, RencanaPelatihan, SasaranPembinaan
from talenta.models import Penghargaan
from talenta.tests.factories import buat_konversi

#: Planted in what is the owner's alone: it may stand in no page that is refused.
KENARI = "KENARI-RAHASIA-4711"


@dataclass
class Dunia:
    """`akun` by role name, `objek` by the word that addresses use."""

    akun: dict
    objek: dict


def buat_dunia() -> Dunia:
    """Build it: two offices, roles, a plan with evidence, a running siklus and a published one."""
    load_reference(saat=timezone.now())
    garis, lain = buat_garis(), buat_garis()
    pemilik, rekan = garis.bawahan
    bkpsdm = PenggunaFactory(peran=(Peran.BKPSDM,), nama="Petugas BKPSDM")
    load_catalogue(oleh=bkpsdm)
    akun = {
        "pemilik": pemilik.pengguna,
        "rekan": rekan.pengguna,
        "asing": lain.bawahan[0].pengguna,
        "atasan": garis.atasan.pengguna,
        "pengelola": PengelolaUnitFactory(unit=garis.unit).pengguna,
        "bkpsdm": bkpsdm,
        "auditor": PenggunaFactory(peran=(Peran.AUDITOR,)),
        "admin": PenggunaFactory(peran=(Peran.ADMIN_SISTEM,), is_staff=True, is_superuser=True),
    }
    objek = {
        "pegawai": pemilik,
        "rekan": rekan,
        "pemeriksa": lain.bawahan[0],
        "unit": garis.unit,
        "jabatan": garis.jabatan_bawahan,
    }
    objek |= _ketentuan(bkpsdm)
    objek |= (
        _rencana_kerja(garis, pemilik, rekan)
        | _penilaian(garis, pemilik, objek, bkpsdm)
        | _lain(garis, pemilik, bkpsdm)
        | _pembinaan(garis, pemilik)
        | _penghargaan(garis, pemilik, bkpsdm)
        | _tahun(garis, rekan)
    )
    objek |= buat_percakapan(objek["skp"], garis.atasan, lain.atasan, KENARI)
    objek |= _tata(pemilik, objek["siklus"], objek["lembar_isi"].siklus)
    return Dunia(akun, objek)


def _ketentuan(bkpsdm) -> dict:
    bup = Ketentuan.objects.get(jenis="bup")
    rancangan = RancanganKetentuan.objects.create(
        jenis="bup",
        mulai=date(2030, 1, 1),
        isi=bup.isi,
        dasar_hukum=KENARI,
        kepastian="D",
        alasan=KENARI,
        disusun_oleh=bkpsdm,
    )
    return {"ketentuan": bup, "rancangan_ketentuan": rancangan}


def _rencana_kerja(garis, pemilik, rekan) -> dict:
    periode = PeriodeFactory(mulai=date(2026, 10, 1))
    skp = buat_skp_lengkap(pemilik, garis.atasan)
    draf = buat_skp_lengkap(rekan, garis.atasan, StatusSKP.DIAJUKAN)
    indikator = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
    realisasi = RealisasiFactory(indikator=indikator, periode=periode, nilai=Decimal(45), uraian=KENARI)
    iku = IkuFactory(unit=garis.unit)
    NilaiIkuFactory(iku=iku)
    tim = TimFactory(unit=garis.unit, ketua=garis.atasan)
    anggota = AnggotaTimFactory(tim=tim, pegawai=pemilik)
    MasukanTimFactory(anggota=anggota, periode=periode, teks=KENARI)
    return {
        "tim": tim,
        "anggota": anggota,
        "pustaka": PustakaHasilFactory(),
        "skp": skp,
        "skp_diajukan": draf,
        "hasil": indikator.hasil,
        "indikator": indikator,
        "periode": periode,
        "realisasi": realisasi,
        "bukti": BuktiFactory(realisasi=realisasi, tersimpan=True),
        "iku": iku,
    }


def _penilaian(garis, pemilik, objek, bkpsdm) -> dict:
    skp = objek.get("skp") or pemilik.skp.get()
    berjalan = SiklusFactory(tahap=Tahap.PENILAIAN, periode=PeriodeFactory(), jadwal=_jadwal_berjalan())
    lembar = LembarFactory(siklus=berjalan, skp=skp)
    terbit = SiklusFactory(tahap=Tahap.TERBIT, periode=PeriodeFactory(tutup=True), jadwal=_jadwal_terbit())
    RealisasiFactory(
        indikator=Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF),
        periode=terbit.periode,
        nilai=Decimal(48),
        uraian=KENARI,
    )
    lama = LembarFactory(siklus=terbit, skp=skp)
    tetapkan(lama)
    baru, _ = _hitung_semua([lama.pk], timezone.now())
    (evaluasi,) = Evaluasi.objects.bulk_create(baru)
    keberatan = _keberatan(skp, evaluasi, objek["pemeriksa"])
    rencana = SiklusFactory(
        tahap=Tahap.PERSIAPAN,
        periode=PeriodeFactory(mulai=date(2027, 1, 1), selesai=date(2027, 3, 31), nama="Triwulan I 2027"),
    )
    potongan = Potongan.objects.create(
        siklus=berjalan, langkah=Langkah.SIAPKAN, awal=1, akhir=2, saat=timezone.now(), status=StatusPotongan.KARANTINA
    )
    return _kalibrasi(skp, bkpsdm) | {
        "siklus": berjalan,
        "siklus_rencana": rencana,
        "lembar": lembar,
        "lembar_isi": LembarFactory(
            siklus=SiklusFactory(tahap=Tahap.ISI_BUKTI, periode=PeriodeFactory(tahunan=True)), skp=skp
        ),
        "evaluasi": evaluasi,
        "siklus_terbit": terbit,
        "simulasi": start_trial(
            siklus_id=terbit.pk, nama=KENARI, ubah={"publik_k": "5"}, oleh=bkpsdm, saat=timezone.now()
        ),
        **keberatan,
        "potongan": potongan,
        **_kertas(skp, evaluasi, bkpsdm),
        "templat": TemplatSiklusFactory(),
    }


def _jadwal_terbit() -> dict:
    """Published three days ago, whatever the day: the time to object runs."""
    kini = timezone.now()
    return {
        Tahap.ISI_BUKTI: kini - timezone.timedelta(days=40),
        Tahap.PENILAIAN: kini - timezone.timedelta(days=13),
        Tahap.KALIBRASI: kini - timezone.timedelta(days=5),
        Tahap.TERBIT: kini - timezone.timedelta(days=3),
        Tahap.FINAL: kini + timezone.timedelta(days=11),
    }


def _keberatan(skp, lama: Evaluasi, pemeriksa) -> dict:
    """An objection of the person to an earlier result, under examination by somebody of another office."""
    siklus = SiklusFactory(
        tahap=Tahap.FINAL,
        periode=PeriodeFactory(mulai=date(2026, 4, 1), selesai=date(2026, 6, 30), nama="Triwulan II 2026"),
    )
    kini = timezone.now()
    evaluasi = Evaluasi.objects.create(
        siklus=siklus,
        lembar=LembarFactory(siklus=siklus, skp=skp),
        **{
            bidang.attname: getattr(lama, bidang.attname)
            for bidang in Evaluasi._meta.fields
            if bidang.name not in ("id", "siklus", "lembar", "menggantikan")
        },
    )
    keberatan = Keberatan.objects.create(
        evaluasi=evaluasi,
        pegawai_id=lama.pegawai_id,
        penilai_id=lama.penilai_id,
        pemeriksa=pemeriksa,
        status=StatusKeberatan.PEMERIKSAAN,
        alasan=KENARI,
        diajukan_pada=kini,
        batas=kini + timezone.timedelta(days=9),
        putus_sebelum=kini + timezone.timedelta(days=20),
        diperiksa_pada=kini,
        kesempatan_sampai=kini,
    )
    butir = [satu for satu in butir_dapat_dipilih(evaluasi) if satu.startswith("atasan:")][:1]
    for kunci in butir:
        ButirKeberatan.objects.create(keberatan=keberatan, kunci=kunci, nama="Rating penilai", nilai_semula="Sesuai")
    bukti = BuktiKeberatan(keberatan=keberatan, jenis="berkas", nama_asli="bukti.pdf", sidik="a" * 64)
    bukti.berkas.save("bukti.pdf", ContentFile(b"%PDF-1.4 uji"))
    return {"keberatan": keberatan, "butir_keberatan": keberatan.butir.get(), "bukti_keberatan": bukti}


def _kertas(skp, evaluasi, bkpsdm) -> dict:
    dokumen = buat_dokumen(skp, bkpsdm)
    diminta = buat_dokumen(skp, bkpsdm, "C" * 26, jenis=JenisDokumen.EVALUASI, objek_id=evaluasi.pk, evaluasi=evaluasi)
    buat_permintaan(diminta, PenggunaFactory(peran=(Peran.BKPSDM,)))
    return {
        "dokumen": dokumen,
        "dokumen_diminta": diminta,
        "tanda_tangan": isi_tanda_tangan(diminta),
        "batch": buat_batch(bkpsdm),
        "konversi": buat_konversi(evaluasi),
        "pertukaran": ImporKinerja.objects.create(
            jenis="skp22", nama_berkas="skp22.csv", sidik="0" * 64, diunggah_oleh=bkpsdm, diunggah_pada=timezone.now()
        ),
    }


def _kalibrasi(skp, bkpsdm) -> dict:
    """A quarter in calibration, and one change with the owner's secret in its reason."""
    kini = timezone.now()
    periode = PeriodeFactory(mulai=date(2026, 1, 1), selesai=date(2026, 3, 31), nama="Triwulan I 2026")
    jadwal = {tahap: kini + timezone.timedelta(days=hari) for tahap, hari in _HARI_KALIBRASI.items()}
    siklus = SiklusFactory(tahap=Tahap.KALIBRASI, periode=periode, jadwal=jadwal)
    lembar = LembarFactory(siklus=siklus, skp=skp)
    tetapkan(lembar)
    perubahan = calibrate(
        lembar_id=lembar.pk, sumbu="hasil", dari="sesuai", ke="di_atas", alasan=KENARI, oleh=bkpsdm, saat=kini
    )
    return {"siklus_kalibrasi": siklus, "lembar_kalibrasi": lembar, "kalibrasi": perubahan}


_HARI_KALIBRASI = {
    Tahap.ISI_BUKTI: -40,
    Tahap.PENILAIAN: -9,
    Tahap.KALIBRASI: -1,
    Tahap.TERBIT: 2,
    Tahap.FINAL: 16,
}


def _jadwal_berjalan() -> dict:
    """Scoring is open whatever the day on which the tests run."""
    kini = timezone.now()
    return {
        Tahap.ISI_BUKTI: kini - timezone.timedelta(days=40),
        Tahap.PENILAIAN: kini - timezone.timedelta(days=3),
        Tahap.KALIBRASI: kini + timezone.timedelta(days=7),
        Tahap.TERBIT: kini + timezone.timedelta(days=10),
        Tahap.FINAL: kini + timezone.timedelta(days=24),
    }


def _tahun(garis, rekan) -> dict:
    """Two published years of two parts each: one that waits for the assessor, one that is set."""
    menunggu, sudah = (_tahun_dua_bagian(garis, rekan, tahun) for tahun in (2024, 2025))
    tahunan = set_year(siklus_id=sudah.pk, pegawai_id=rekan.pk, oleh=garis.atasan.pengguna, saat=timezone.now())
    return {"siklus_tahun": menunggu, "tahunan": tahunan}


def _tata(pemilik, siklus, lain) -> dict:
    """An extension of the running siklus, and a wish about another that waits for a second person."""
    petugas = PenggunaFactory(peran=(Peran.BKPSDM,))
    saat = timezone.now()
    perpanjangan = Perpanjangan.objects.create(
        periode=siklus.periode,
        kegiatan="isi",
        pegawai=pemilik,
        sampai=siklus.jadwal.get(tahap=Tahap.PENILAIAN).mulai,
        alasan=KENARI,
        diberikan_oleh=petugas,
        diberikan_pada=saat,
    )
    permohonan = PermohonanSiklus.objects.create(siklus=lain, apa="batalkan", alasan="Uji", diminta_oleh=petugas)
    return {"perpanjangan": perpanjangan, "permohonan_siklus": permohonan}


def _tahun_dua_bagian(garis, rekan, tahun: int):
    siklus = SiklusFactory(tahap=Tahap.FINAL, periode=periode_tahun(tahun))
    for mulai, selesai in ((date(tahun, 1, 1), date(tahun, 6, 30)), (date(tahun, 7, 1), date(tahun, 12, 31))):
        skp = buat_skp_lengkap(rekan, garis.atasan, mulai=mulai, selesai=selesai)
        indikator = Indikator.objects.get(hasil__skp=skp, jenis=JenisIndikator.KUANTITATIF)
        RealisasiFactory(indikator=indikator, periode=siklus.periode, nilai=Decimal(50))
        lembar = LembarFactory(siklus=siklus, skp=skp)
        tetapkan(lembar)
        baru, _ = _hitung_semua([lembar.pk], timezone.now())
        Evaluasi.objects.bulk_create(baru)
    return siklus


def _pembinaan(garis, pemilik) -> dict:
    """A coaching plan of the person with a check; what stands in it is theirs and the atasan's."""
    evaluasi = Evaluasi.objects.filter(pegawai=pemilik).first()
    pembinaan = Pembinaan.objects.create(
        pegawai=pemilik,
        atasan=garis.atasan,
        evaluasi=evaluasi,
        mulai=date(2026, 9, 1),
        tinjau_pada=date(2027, 3, 1),
        dimulai_pada=timezone.now(),
    )
    SasaranPembinaan.objects.create(pembinaan=pembinaan, kunci="rating_hasil", sebab=KENARI, sasaran=KENARI)
    catatan = CatatanPembinaan.objects.create(
        pembinaan=pembinaan,
        tempo=date(2026, 10, 1),
        kemajuan="sebagian",
        isi=KENARI,
        dicatat_oleh=garis.atasan.pengguna,
        dicatat_pada=timezone.now(),
    )
    return {"pembinaan": pembinaan, "catatan_pembinaan": catatan}


def _penghargaan(garis, pemilik, bkpsdm) -> dict:
    """A proposal of the atasan that waits, and a recognition that is public."""
    isi = {"tahun": 2026, "diusulkan_oleh": garis.atasan.pengguna, "diusulkan_pada": timezone.now()}
    usul = Penghargaan.objects.create(dasar="kinerja", pegawai=pemilik, uraian=KENARI, **isi)
    putusan = {"status": "ditetapkan", "diputus_oleh": bkpsdm, "diputus_pada": timezone.now()}
    ada = Penghargaan.objects.create(dasar="apresiasi", pegawai=pemilik, uraian="Ramah", **isi, **putusan)
    return {"usul_penghargaan": usul, "piagam": ada}


def _lain(garis, pemilik, bkpsdm) -> dict:
    layanan = LayananFactory(unit=garis.unit)
    PetugasLayananFactory(pegawai=pemilik, layanan=layanan)
    umpan = UmpanBalikFactory(layanan=layanan, pegawai=pemilik, teks=KENARI)
    rencana = RencanaPelatihan.objects.create(
        pegawai=pemilik,
        pelatihan=Pelatihan.objects.first(),
        tahun=2026,
        sebab_jenis="kompetensi",
        sebab_kunci="integritas",
        sebab=KENARI,
        direncanakan_oleh=garis.atasan.pengguna,
    )
    surat = Surat.objects.create(kunci=f"uji:{uuid.uuid4()}", kepada=pemilik.pengguna, judul=KENARI, isi=KENARI)
    laporan = LaporanAtasan.objects.create(pegawai=pemilik, atasan_tercatat=garis.atasan, keterangan=KENARI)
    berkas = BerkasImpor.objects.create(
        jenis=JenisBerkasImpor.PEGAWAI, nama_berkas="uji.csv", sidik="0" * 64, diunggah_oleh=bkpsdm
    )
    PermohonanKode.objects.create(
        pengguna=pemilik.pengguna,
        alasan=KENARI,
        diminta_oleh=PenggunaFactory(peran=(Peran.BKPSDM,)),
        kedaluwarsa=timezone.now() + timezone.timedelta(days=3),
    )
    status_dinas = StatusDinas.objects.create(
        pegawai=pemilik,
        jenis=JenisStatusDinas.SAKIT_LAMA,
        mulai=date(2026, 11, 1),
        nomor_surat=KENARI,
        dicatat_oleh=bkpsdm,
    )
    permohonan = PermohonanPeran.objects.create(pengguna=pemilik.pengguna, peran=Peran.AUDITOR, diminta_oleh=bkpsdm)
    rencana_berkas = BerkasRencana.objects.create(
        jenis="lembar", nama_berkas="uji.csv", sidik="0" * 64, diunggah_oleh=bkpsdm, mulai=date(2026, 1, 1),
        selesai=date(2026, 12, 31),
    )  # fmt: skip
    return {
        "berkas_rencana": rencana_berkas,
        "layanan": layanan,
        "umpan": umpan,
        "rencana": rencana,
        "surat": surat,
        "status_dinas": status_dinas,
        "laporan": laporan,
        "berkas": berkas,
        "permohonan": permohonan,
    }


__all__ = ["KENARI", "Dunia", "buat_dunia", "wita"]
