"""What stands on the papers of angka kredit: konversi, akumulasi, penetapan. Peraturan BKN 3/2023, lampiran."""

from datetime import date
from fractions import Fraction

from evaluasi.models import Evaluasi
from evaluasi.pilihan import JenisDokumen
from evaluasi.rekap.kertas import INSTANSI, Kertas, pihak, rentang
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.kata import tulis_angka
from pegawai.models import Pegawai
from pegawai.pilihan import Jenjang

from ..models import KonversiAngkaKredit, RiwayatAngkaKredit
from ..pilihan import JenisRiwayatAK, JenisTambahan
from .angka_kredit import AngkaKreditPegawai, jumlah_ak

JUDUL = {
    JenisDokumen.KONVERSI: "Konversi Predikat Kinerja ke Angka Kredit",
    JenisDokumen.AKUMULASI: "Akumulasi Angka Kredit",
    JenisDokumen.PENETAPAN: "Penetapan Angka Kredit",
}


def tulis_ak(angka) -> str:
    """Angka kredit with two places, rounded once from the exact value."""
    return tulis_angka(bulat(Fraction(angka)), 2)


def _dasar_evaluasi(konversi: KonversiAngkaKredit) -> Evaluasi | None:
    """The last result that a conversion came from; its assessor signs."""
    return Evaluasi.objects.select_related("penilai").filter(pk__in=konversi.hasil).order_by("selesai").last()


def _kertas(
    jenis: str, objek_id: int, pegawai: Pegawai, evaluasi: Evaluasi | None, konteks: dict, templat: str
) -> Kertas:
    pada = konteks["pada"]
    kiri, kanan = pihak(pegawai, pada=pada), pihak(evaluasi.penilai if evaluasi else None, pada=pada)
    lengkap = konteks | {
        "judul": JUDUL[jenis],
        "instansi": INSTANSI,
        "pegawai": kiri,
        "penilai": kanan,
        "dua_pihak": [(label, isi, lawan) for (label, isi), (_, lawan) in zip(kiri.baris, kanan.baris)],
        "tanggal": evaluasi.dihitung_pada if evaluasi else pada,
    }
    return Kertas(
        jenis, objek_id, pegawai.pk, evaluasi.penilai_id if evaluasi else None, f"{JUDUL[jenis]} {pada.year}",
        templat, lengkap, evaluasi_id=evaluasi.pk if evaluasi else None,
    )  # fmt: skip


def _baris(satu: KonversiAngkaKredit) -> dict:
    return {
        "tahun": satu.tahun,
        "bulan": satu.bulan,
        "predikat": satu.get_predikat_display(),
        "persen": f"{tulis_angka(satu.persen, 'ringkas')} %",
        "koefisien": tulis_angka(satu.koefisien, "ringkas"),
        "angka": tulis_ak(satu.angka),
        "jenjang": satu.get_jenjang_display(),
    }


def _baris_riwayat(satu: RiwayatAngkaKredit) -> dict:
    """A loaded conversion: its percentage and coefficient are not in the file, so they are not made up."""
    tanpa = dict.fromkeys(("persen", "koefisien"), "–")
    return tanpa | {
        "tahun": satu.selesai.year,
        "bulan": satu.bulan,
        "predikat": f"menurut SIASN{f', {satu.nomor_sk}' if satu.nomor_sk else ''}",
        "angka": tulis_ak(satu.angka),
        "jenjang": satu.get_jenjang_display(),
    }


def _dimuat(ak: AngkaKreditPegawai, *, konversi: bool) -> list[RiwayatAngkaKredit]:
    """Loaded rows: conversions, or what is *angka kredit lama*."""
    return [satu for satu in ak.riwayat if (satu.jenis == JenisRiwayatAK.KONVERSI) == konversi]


def kertas_konversi(konversi: KonversiAngkaKredit) -> Kertas:
    """One year's conversion: predikat, percentage, coefficient, angka kredit."""
    konteks = {
        "pada": date(konversi.tahun, 12, 31),
        "periode": f"tahun {konversi.tahun}, {konversi.bulan} bulan",
        "baris": _baris(konversi),
    }
    dasar = _dasar_evaluasi(konversi)
    return _kertas(JenisDokumen.KONVERSI, konversi.pk, konversi.pegawai, dasar, konteks, "kertas/konversi.html")


def kertas_akumulasi(ak: AngkaKreditPegawai) -> Kertas:
    """The conversions since the present pangkat, a row each, loaded ones among them by their year, and their sum."""
    semua = sorted(ak.konversi, key=lambda satu: (satu.tahun, satu.pk))
    dimuat = _dimuat(ak, konversi=True)
    baris = [_baris(satu) for satu in semua] + [_baris_riwayat(satu) for satu in dimuat]
    awal = min([date(semua[0].tahun, 1, 1), *(satu.mulai for satu in dimuat)])
    konteks = _rentang(semua) | {
        "periode": rentang(awal, date(semua[-1].tahun, 12, 31)),
        "baris": sorted(baris, key=lambda satu: satu["tahun"]),
        "jumlah": tulis_ak(jumlah_ak([*semua, *dimuat])),
    }
    return _kertas(
        JenisDokumen.AKUMULASI, ak.pegawai.pk, ak.pegawai, _dasar_evaluasi(semua[-1]), konteks, "kertas/akumulasi.html"
    )


def _rentang(semua: list[KonversiAngkaKredit]) -> dict:
    mulai, selesai = date(semua[0].tahun, 1, 1), date(semua[-1].tahun, 12, 31)
    return {"pada": selesai, "periode": rentang(mulai, selesai)}


def kertas_penetapan(ak: AngkaKreditPegawai) -> Kertas:
    """AK dasar, lama, penyesuaian, konversi, pendidikan as lama / baru / jumlah; need and surplus."""
    semua = sorted(ak.konversi, key=lambda satu: (satu.tahun, satu.pk))
    tahun = semua[-1].tahun
    unsur = _unsur(ak, tahun)
    jumlah = sum((lama + baru for _, lama, baru in unsur), Fraction(0))
    konteks = _rentang(semua) | {
        "jenjang": Jenjang(ak.jenjang).label,
        "unsur": [
            (n, nama, tulis_ak(lama), tulis_ak(baru), tulis_ak(lama + baru))
            for n, (nama, lama, baru) in enumerate(unsur, 1)
        ],
        "jumlah_lama": tulis_ak(sum((lama for _, lama, _ in unsur), Fraction(0))),
        "jumlah_baru": tulis_ak(sum((baru for _, _, baru in unsur), Fraction(0))),
        "jumlah": tulis_ak(jumlah),
        "kebutuhan": _kebutuhan(ak),
    }
    return _kertas(
        JenisDokumen.PENETAPAN, ak.pegawai.pk, ak.pegawai, _dasar_evaluasi(semua[-1]), konteks, "kertas/penetapan.html"
    )


def _unsur(ak: AngkaKreditPegawai, tahun: int) -> list[tuple[str, Fraction, Fraction]]:
    """(name, what was there before that year, what the year brought) in the order of the form."""

    def tambahan(jenis: str) -> tuple[Fraction, Fraction]:
        isi = [(Fraction(satu.angka), satu.tanggal.year >= tahun) for satu in ak.tambahan if satu.jenis == jenis]
        return sum((a for a, baru in isi if not baru), Fraction(0)), sum((a for a, baru in isi if baru), Fraction(0))

    konversi = [(satu.tahun, satu) for satu in ak.konversi]
    konversi += [(satu.selesai.year, satu) for satu in _dimuat(ak, konversi=True)]
    lama = jumlah_ak(satu for satu_tahun, satu in konversi if satu_tahun < tahun)
    baru = jumlah_ak(satu for satu_tahun, satu in konversi if satu_tahun >= tahun)
    dimuat, (fungsional_lama, fungsional_baru) = _dimuat(ak, konversi=False), tambahan(JenisTambahan.LAMA)
    return [
        ("Angka kredit dasar yang diberikan", Fraction(ak.kumpulan.dasar or 0), Fraction(0)),
        ("Angka kredit jabatan fungsional lama", fungsional_lama + jumlah_ak(dimuat), fungsional_baru),
        ("Angka kredit penyesuaian/penyetaraan", *tambahan(JenisTambahan.PENYESUAIAN)),
        ("Angka kredit konversi dari predikat kinerja", lama, baru),
        ("Angka kredit dari peningkatan pendidikan", *tambahan(JenisTambahan.PENDIDIKAN)),
    ]


def _kebutuhan(ak: AngkaKreditPegawai) -> list[tuple[str, str, str, str]]:
    """For pangkat and jenjang: what is needed, and what is above or still below it."""
    ada = {"pangkat": ak.kumpulan.pangkat, "jenjang": ak.kumpulan.jumlah}
    butuh = {"pangkat": ak.butuh.pangkat, "jenjang": ak.butuh.jenjang}
    return [
        (
            f"Angka kredit minimal untuk kenaikan {nama}",
            "tidak ada jenjang di atasnya" if angka is None else tulis_ak(angka),
            "–" if angka is None else tulis_ak(max(Fraction(0), ada[nama] - Fraction(angka))),
            "–" if angka is None else tulis_ak(max(Fraction(0), Fraction(angka) - ada[nama])),
        )
        for nama, angka in butuh.items()
    ]
