"""The outcomes of the city from the published figures, each value with its source and series."""

from decimal import Decimal

from kinerja.models import Iku, NilaiIku, TargetIku
from kinerja.pilihan import Arah
from mataram_asn.kit.audit import catat
from pegawai.demo.acuan import baca
from pegawai.models import Unit

#: outcome: office that answers for it
PENANGGUNG_JAWAB = {
    "kemiskinan_persen": "DINSOS", "kemiskinan_jiwa": "DINSOS", "p1": "DINSOS", "uhh": "DINKES", "akb": "DINKES",
    "akb_kasus": "DINKES", "aki_kasus": "DINKES", "hls": "DISDIK", "rls": "DISDIK", "tpt": "DISNAKER",
    "pertumbuhan_ekonomi": "DISPERINKOP", "pengeluaran_per_kapita": "DISDAG", "gini": "BAPPEDA", "ipm": "BAPPEDA",
    "sakip": "SETDA", "indeks_rb": "SETDA", "ikm": "SETDA", "ipp": "SETDA", "indeks_ekonomi_hijau": "DLH",
}  # fmt: skip
#: field of work of an office without an outcome of its own: the outcome that it serves
MENURUT_RUMPUN = {
    "kesehatan": "uhh", "pendidikan": "hls", "sosial": "kemiskinan_persen", "kependudukan": "ikm", "ekonomi":
    "pertumbuhan_ekonomi", "pariwisata": "pertumbuhan_ekonomi", "pertanian": "kemiskinan_persen", "perikanan":
    "kemiskinan_persen", "ketenagakerjaan": "tpt", "lingkungan": "indeks_ekonomi_hijau", "teknik": "ipm",
    "perencanaan": "ipm", "kepemudaan": "ipm", "kearsipan": "ikm", "keuangan": "sakip", "pengawasan": "sakip",
    "kepegawaian": "indeks_rb",
}  # fmt: skip
SISA = "ikm"
NAMA_LAIN = {"indeks_ekonomi_hijau": ("Indeks Ekonomi Hijau", "indeks", "higher")}
SUMBER_DEMO = "Angka demo: tidak ada dalam sumber yang dibaca"


def muat_iku(tahun: int, oleh, saat) -> dict[str, Iku]:
    """Load outcomes, published values and targets. Returns the outcomes by key.

    A target that no source gives is a demo figure and says so.
    """
    isi = baca("mataram_indicators.json")
    nilai = [satu for satu in isi["values"] if satu["key"] in PENANGGUNG_JAWAB]
    sebutan = NAMA_LAIN | {satu["key"]: (satu["name"], satu["unit"], satu["better"]) for satu in nilai}
    unit = dict(Unit.objects.values_list("kode", "pk"))
    iku = {
        kunci: Iku.objects.create(
            kunci=kunci,
            unit_id=unit[PENANGGUNG_JAWAB[kunci]],
            nama=nama,
            satuan=satuan,
            arah=Arah.TURUN if baik == "lower" else Arah.NAIK,
        )
        for kunci, (nama, satuan, baik) in sebutan.items()
    }
    baris = [_nilai(iku[satu["key"]], satu) for satu in nilai if satu["value"] is not None]
    NilaiIku.objects.bulk_create(baris)
    target = [*_target_sumber(iku, isi["targets"]), *_target_demo(iku, baris, tahun)]
    TargetIku.objects.bulk_create(target)
    rincian = {"iku": len(iku), "nilai": len(baris), "target": len(target)}
    catat(oleh=oleh, aksi="iku.dimuat", objek=iku["ipm"], rincian=rincian, saat=saat)
    return iku


def _angka(nilai) -> Decimal:
    return Decimal(str(nilai))


def _nilai(iku: Iku, satu: dict) -> NilaiIku:
    return NilaiIku(
        iku=iku,
        tahun=satu["year"],
        nilai=_angka(satu["value"]),
        seri=satu.get("series") or "",
        sumber=satu["source"],
        terverifikasi=satu["verified"],
        catatan=satu["note"] or "",
    )


def _target_sumber(iku: dict[str, Iku], target: list[dict]) -> list[TargetIku]:
    return [
        TargetIku(iku=iku[satu["key"]], tahun=satu["target_year"], nilai=_angka(satu["target"]), sumber=satu["source"])
        for satu in target
        if satu["target"] is not None and satu["key"] in iku
    ]


#: Units of things that are counted whole.
UTUH = ("jiwa", "kasus")


def _target_demo(iku: dict[str, Iku], nilai: list[NilaiIku], tahun: int) -> list[TargetIku]:
    """For this year and the next: the latest value bettered by one part in a hundred a year."""
    terakhir = {satu.iku_id: satu for satu in sorted(nilai, key=lambda satu: satu.tahun)}
    baris = []
    for satu in iku.values():
        dasar = terakhir.get(satu.pk)
        for maju in range(2) if dasar else ():
            arah = -1 if satu.arah == Arah.TURUN else 1
            angka = (dasar.nilai * (100 + arah * (maju + 1)) / 100).quantize(
                Decimal(1) if satu.satuan in UTUH else Decimal("0.01")
            )
            baris.append(TargetIku(iku=satu, tahun=tahun + maju, nilai=angka, sumber=SUMBER_DEMO, demo=True))
    return baris


def iku_kantor(iku: dict[str, Iku], kode_kantor: str, rumpun: str, urut: int = 0) -> Iku:
    """The outcome that an office serves: one of its own, in turn, or that of its field of work."""
    milik = [kunci for kunci, kode in PENANGGUNG_JAWAB.items() if kode == kode_kantor]
    return iku[milik[urut % len(milik)] if milik else MENURUT_RUMPUN.get(rumpun, SISA)]
