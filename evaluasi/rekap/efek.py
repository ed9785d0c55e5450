"""Patterns of assessors in one siklus, from the sheets that are set; read when asked, kept nowhere."""

from dataclasses import dataclass

from mataram_asn.kit.kata import tulis_angka
from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai

from ..aturan.efek import Amatan, Efek, efek_penilai
from ..models import LembarPenilaian, Siklus
from ..pilihan import JenisEfek, StatusLembar

_KALIMAT = {
    JenisEfek.MURAH: "Setelah memperhitungkan capaian dan unitnya, rating yang diberikan sekitar {besar} poin lebih "
    "tinggi daripada penilai lain (kemungkinan antara {bawah} dan {atas} poin).",
    JenisEfek.KETAT: "Setelah memperhitungkan capaian dan unitnya, rating yang diberikan sekitar {besar} poin lebih "
    "rendah daripada penilai lain (kemungkinan antara {bawah} dan {atas} poin).",
    JenisEfek.TERPUSAT: "Rating yang diberikan hampir tidak membedakan orang: sebarannya {besar} kali sebaran yang "
    "biasa untuk capaian seperti ini.",
    JenisEfek.SERAGAM: "Ketujuh nilai perilaku sama semua pada {besar} % lembarnya; biasanya {atas} %.",
}


@dataclass(frozen=True)
class PolaPenilai:
    """A pattern that is worth a talk with that assessor. It changes nothing."""

    penilai: Pegawai
    efek: Efek

    @property
    def kalimat(self) -> str:
        besar, batas = abs(self.efek.besar), sorted((abs(self.efek.bawah), abs(self.efek.atas)))
        angka = {"besar": besar, "bawah": batas[0], "atas": batas[1]}
        return _KALIMAT[self.efek.jenis].format(**{nama: tulis_angka(nilai, 1) for nama, nilai in angka.items()})


def efek_siklus(siklus: Siklus) -> list[Efek]:
    """What is opened in the whole city; a sheet without figures says nothing about its assessor. Three queries."""
    peta = rekap_pegawai.peta_perangkat_daerah(siklus.periode.selesai)
    baris = LembarPenilaian.objects.filter(
        siklus=siklus,
        status=StatusLembar.DITETAPKAN,
        penilai__isnull=False,
        capaian_angka__isnull=False,
        nilai_penilai__isnull=False,
    ).values_list("penilai_id", "skp__unit_id", "capaian_angka", "nilai_penilai", "nilai_seragam")
    amatan = [
        Amatan(penilai, peta.get(unit) or 0, float(capaian), float(nilai), bool(seragam))
        for penilai, unit, capaian, nilai, seragam in baris.order_by("pk")
    ]
    return [satu for satu in efek_penilai(amatan) if satu.dibuka]


def pola_penilai(efek: list[Efek], penilai_ids) -> list[PolaPenilai]:
    """Those of these assessors, by name: no order of size, nobody is first."""
    ada = [satu for satu in efek if satu.penilai in set(penilai_ids)]
    orang = Pegawai.objects.in_bulk({satu.penilai for satu in ada})
    return sorted(
        (PolaPenilai(orang[satu.penilai], satu) for satu in ada),
        key=lambda satu: (satu.penilai.nama.casefold(), satu.penilai.pk, satu.efek.jenis),
    )
