"""Plain inputs for the tests of the rules: one ordinary person, and strategies for everybody else."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from evaluasi.aturan import (
    KETENTUAN_BAWAAN,
    Bukti,
    Jawaban,
    KetentuanPenilaian,
    MasukanEvaluasi,
    MasukanIndikator,
    MasukanKalibrasi,
    MasukanNilai,
)
from evaluasi.pilihan import PredikatOrganisasi, Rating, Sumbu
from kinerja.pilihan import Arah, JenisHasil, JenisIndikator, NilaiDasar, SifatTarget
from pegawai.pilihan import JenisKetentuan

ISI, DASAR, _ = KETENTUAN_BAWAAN[JenisKetentuan.PENILAIAN]
KETENTUAN = KetentuanPenilaian.dari(ISI)


def ubah_ketentuan(**bidang) -> KetentuanPenilaian:
    """The default ketentuan with some fields as a city might set them."""
    return KetentuanPenilaian.dari({**ISI, **bidang})


def indikator(kunci="1", **bidang) -> MasukanIndikator:
    """A quantitative utama indicator: 50 documents, higher is better, 50 reached."""
    isi = {
        "uraian": f"Indikator {kunci}",
        "jenis_hasil": JenisHasil.UTAMA,
        "jenis": JenisIndikator.KUANTITATIF,
        "bobot": Decimal("100.00"),
        "arah": Arah.NAIK,
        "target": Decimal(50),
        "satuan": "dokumen",
        "realisasi": Decimal(50),
    }
    return MasukanIndikator(kunci, **(isi | bidang))


def kualitatif(kunci="k", **bidang) -> MasukanIndikator:
    isi = {
        "uraian": f"Mutu {kunci}",
        "jenis_hasil": JenisHasil.UTAMA,
        "jenis": JenisIndikator.KUALITATIF,
        "bobot": Decimal("100.00"),
    }
    return MasukanIndikator(kunci, **(isi | bidang))


def perilaku(*rating) -> tuple[MasukanNilai, ...]:
    """Seven ratings in the order of the values; what is not given is sesuai."""
    lengkap = list(rating) + [Rating.SESUAI] * (7 - len(rating))
    return tuple(MasukanNilai(nilai, satu) for nilai, satu in zip(NilaiDasar, lengkap, strict=True))


def masukan(**bidang) -> MasukanEvaluasi:
    """One quarter of one ordinary person, back office."""
    isi = {
        "mulai": date(2026, 7, 1),
        "selesai": date(2026, 9, 30),
        "skp_mulai": date(2026, 1, 1),
        "skp_selesai": date(2026, 12, 31),
        "indikator": (indikator(),),
        "perilaku": perilaku(),
        "ketentuan": KETENTUAN,
        "ketentuan_versi": "Penilaian versi 1",
        "dasar_hukum": DASAR,
        "penilai": "Baiq Contoh Penilai",
        "ditetapkan_pada": "2026-10-05T09:00:00+08:00",
    }
    return MasukanEvaluasi(**(isi | bidang))


def desimal(bawah, atas, tempat=2):
    return st.decimals(bawah, atas, places=tempat, allow_nan=False, allow_infinity=False)


#: A city that listens to the public so much that the bound on its influence bites.
KUAT = ubah_ketentuan(publik_bobot="1", publik_k="0.01", publik_minimum=1)

rating = st.sampled_from(list(Rating))
hitungan = st.tuples(*[st.integers(0, 25)] * 4)
jawaban = st.none() | st.builds(Jawaban, wajah=hitungan, perilaku=hitungan, kompetensi=hitungan)


@st.composite
def satu_indikator(draw, kunci):
    """Any indicator that may be judged: rated, accepted, or tidak dapat dinilai with a reason."""
    arah = draw(st.sampled_from(list(Arah)))
    target = draw(desimal("0.01", "99999", 4 if draw(st.booleans()) else 2))
    dasar = indikator(
        kunci,
        bobot=draw(desimal("0.01", "100")),
        jenis_hasil=draw(st.sampled_from([JenisHasil.UTAMA, JenisHasil.UTAMA, JenisHasil.TAMBAHAN])),
        jenis=draw(st.sampled_from(list(JenisIndikator))),
        sifat=draw(st.sampled_from(list(SifatTarget))),
        arah=arah,
        target=target,
        target_atas=target + draw(desimal("0.01", "500")) if arah == Arah.RENTANG else None,
        realisasi=draw(st.none() | desimal("0", "199999", 4)),
        rating=draw(st.none() | rating),
        alasan="alasan penilai",
        tidak_dinilai=draw(st.sampled_from([False] * 6 + [True])),
        bukti=(Bukti("laporan.pdf", "ab" * 32),),
    )
    tanpa_usul = dasar.jenis == JenisIndikator.KUALITATIF or dasar.realisasi is None
    if dasar.tidak_dinilai:
        return replace(dasar, rating=None)
    return replace(dasar, rating=draw(rating)) if tanpa_usul and dasar.rating is None else dasar


@st.composite
def kalibrasi(draw):
    """Changes in force on either axis, the one of hasil only where the person is no head (the caller's choice)."""
    sumbu = draw(st.lists(st.sampled_from(list(Sumbu)), max_size=4))
    return tuple(
        MasukanKalibrasi(satu, draw(rating), draw(rating), "alasan kalibrasi", "Pimpinan", "2026-10-12T09:00:00+08:00")
        for satu in sumbu
    )


@st.composite
def masukan_lengkap(draw):
    """Any complete input: the result can be computed."""
    banyak = draw(st.integers(0, 5))
    lain = tuple(draw(satu_indikator(str(nomor))) for nomor in range(2, 2 + banyak))
    mulai = draw(st.dates(date(2024, 1, 1), date(2026, 12, 31)))
    hari = draw(st.integers(0, 365))
    kepala = draw(st.booleans())
    return masukan(
        skp_mulai=mulai,
        skp_selesai=mulai + timedelta(hari + draw(st.integers(0, 200))),
        mulai=mulai,
        selesai=mulai + timedelta(hari),
        indikator=(indikator(realisasi=draw(desimal("0", "80"))), *lain),
        perilaku=perilaku(*(draw(rating) for _ in range(7))),
        publik_sendiri=draw(jawaban),
        publik_layanan=draw(jawaban),
        kepala=kepala,
        predikat_organisasi=draw(st.sampled_from(list(PredikatOrganisasi))) if kepala else None,
        rating_hasil=None if kepala else draw(st.none() | rating),
        alasan_hasil="alasan hasil",
        rating_perilaku=draw(st.none() | rating),
        alasan_perilaku="alasan perilaku",
        dikonfirmasi_oleh="Pengelola Contoh",
        ketentuan=draw(st.sampled_from([KETENTUAN, KUAT])),
        kalibrasi=tuple(satu for satu in draw(kalibrasi()) if not (kepala and satu.sumbu == Sumbu.HASIL)),
    )
