"""Forms of calibration and of the predikat of the offices."""

from django import forms

from ..pilihan import PredikatOrganisasi, Rating, Sumbu

SOROTAN = (
    ("", "Semua pegawai"),
    ("dekat", "Dekat garis"),
    ("menyimpang", "Berbeda dari usul"),
    ("diubah", "Diubah dalam kalibrasi"),
    ("pola", "Pola penilaian"),
    ("belum", "Belum dinilai"),
)


class SaringKalibrasiForm(forms.Form):
    """Search and filter of the people of an office."""

    cari = forms.CharField(label="Cari nama atau jabatan", required=False, max_length=80)
    sorotan = forms.ChoiceField(label="Tampilkan", required=False, choices=SOROTAN)


class SaringKantorForm(forms.Form):
    """Search and filter of the offices."""

    cari = forms.CharField(label="Cari perangkat daerah", required=False, max_length=80)
    keadaan = forms.ChoiceField(
        label="Tampilkan",
        required=False,
        choices=[("", "Semua"), ("tidak_sesuai", "Belum sesuai pola"), ("tanpa", "Predikat organisasi belum ada")],
    )


class SaringOrganisasiForm(forms.Form):
    """Search and filter of the predikat of the offices."""

    cari = forms.CharField(label="Cari perangkat daerah", required=False, max_length=80)
    keadaan = forms.ChoiceField(
        label="Tampilkan",
        required=False,
        choices=[("", "Semua"), ("belum", "Belum ditetapkan"), ("sudah", "Sudah ditetapkan")],
    )


class KalibrasiForm(forms.Form):
    """One change: which side, from what was seen, to what, and why."""

    sumbu = forms.ChoiceField(label="Yang diubah", choices=Sumbu.choices)
    dari = forms.ChoiceField(choices=Rating.choices, widget=forms.HiddenInput)
    ke = forms.ChoiceField(label="Menjadi", choices=[("", "Pilih"), *Rating.choices])
    alasan = forms.CharField(label="Alasan", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class CabutForm(forms.Form):
    """Why a change is taken back."""

    alasan = forms.CharField(label="Alasan mencabut", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class MintaForm(forms.Form):
    """What the assessor is asked to look at again."""

    pesan = forms.CharField(label="Pesan", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class OrganisasiForm(forms.Form):
    """The predikat of many offices by one document; a blank choice leaves an office as it is."""

    nomor = forms.CharField(label="Nomor dokumen", max_length=80)
    tanggal = forms.DateField(
        label="Tanggal dokumen", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    dasar = forms.CharField(label="Dasar penetapan", max_length=500)

    def __init__(self, *args, unit_ids, **kwargs):
        super().__init__(*args, **kwargs)
        self.unit_ids = list(unit_ids)
        for pk in self.unit_ids:
            self.fields[f"unit_{pk}"] = forms.ChoiceField(
                label="Predikat", required=False, choices=[("", "Biarkan"), *PredikatOrganisasi.choices]
            )

    def predikat(self) -> dict[int, str]:
        """What was chosen, by unit."""
        isi = self.cleaned_data
        return {pk: isi[f"unit_{pk}"] for pk in self.unit_ids if isi[f"unit_{pk}"]}
