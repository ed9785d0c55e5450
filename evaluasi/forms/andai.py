"""Trying another ketentuan: which numbers, and which of the people it would move."""

from django import forms

from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka
from pegawai.models import Unit

from ..aturan import butir_penilaian
from ..models import Siklus
from ..pilihan import ArahPindah, Tahap

#: Groups of numbers that change no result, so there is nothing to try.
TANPA_AKIBAT = {"Yang ditampilkan kepada pegawai", "Tenggat", "Keberatan", "Mutu pelayanan (SKM)", "Lainnya"}
MAKS_PK = 2**62


def nama_bidang(jalur: str) -> str:
    """The name of the field for a path; a dot is no part of a name."""
    return jalur.replace(".", "__")


class CobaForm(forms.Form):
    """Every number that bears on a result, as it is; the ones typed anew are tried."""

    judul = forms.CharField(
        label="Nama simulasi", max_length=120, help_text="Agar mudah dibandingkan, misalnya “Bobot publik 25 %”."
    )

    def __init__(self, *args, isi: dict, **lain):
        super().__init__(*args, **lain)
        self.butir = [satu for satu in butir_penilaian(isi) if satu.kelompok not in TANPA_AKIBAT and satu.jalur]
        self.butir = [satu for satu in self.butir if _angka(satu.nilai)]
        for satu in self.butir:
            self.fields[nama_bidang(satu.jalur)] = forms.CharField(
                label=f"{satu.nama} ({satu.satuan})" if satu.satuan else satu.nama,
                required=False,
                max_length=40,
                initial=tulis_rapi(satu.nilai),
                widget=forms.TextInput(attrs={"inputmode": "decimal"}),
            )

    def kelompok(self):
        """The fields by group, for the page."""
        hasil: dict = {}
        for satu in self.butir:
            hasil.setdefault(satu.kelompok, []).append(self[nama_bidang(satu.jalur)])
        return hasil.items()

    def clean(self):
        isi = super().clean()
        for satu in self.butir:
            nama = nama_bidang(satu.jalur)
            if teks := isi.get(nama):
                try:
                    isi[nama] = format(parse_angka(teks), "f")
                except RuleViolation as galat:
                    self.add_error(nama, str(galat))
        return isi

    @property
    def ubah(self) -> dict[str, str]:
        """The canonical numbers by path; an empty field keeps what is."""
        return {s.jalur: self.cleaned_data[nama_bidang(s.jalur)] for s in self.butir if self._terisi(s.jalur)}

    def _terisi(self, jalur: str) -> bool:
        return bool(self.cleaned_data.get(nama_bidang(jalur)))


def _angka(teks: str) -> bool:
    return teks.replace(".", "", 1).isdigit()


def tulis_rapi(teks: str) -> str:
    """A canonical number as people write it here, with all its places."""
    _, _, pecahan = teks.partition(".")
    return tulis_angka(teks, len(pecahan))


class SaringSimulasiForm(forms.Form):
    """Search and filter of the trials."""

    cari = forms.CharField(label="Cari nama", required=False, max_length=80)
    siklus = forms.ModelChoiceField(
        label="Siklus", required=False, queryset=Siklus.objects.none(), empty_label="Semua siklus"
    )

    def __init__(self, *args, **lain):
        super().__init__(*args, **lain)
        self.fields["siklus"].queryset = Siklus.objects.filter(tahap__in=[Tahap.TERBIT, Tahap.FINAL])


class SaringOrangForm(forms.Form):
    """Search and filter of the people of one trial."""

    cari = forms.CharField(label="Cari nama", required=False, max_length=80)
    kantor = forms.ModelChoiceField(
        label="Perangkat daerah", required=False, queryset=Unit.objects.none(), empty_label="Semua perangkat daerah"
    )
    arah = forms.ChoiceField(
        label="Predikat", required=False, choices=[("", "Semua"), ("pindah", "Naik atau turun"), *ArahPindah.choices]
    )
    dekat = forms.ChoiceField(
        label="Jarak dari garis", required=False, choices=[("", "Semua"), ("1", "Paling jauh 1 poin")]
    )

    def __init__(self, *args, **lain):
        super().__init__(*args, **lain)
        self.fields["kantor"].queryset = Unit.objects.perangkat_daerah().order_by("nama", "pk")
