"""What people type about papers."""

from django import forms

from pegawai.models import Unit

from ..models import Siklus
from ..pilihan import IsiBatch, JenisDokumen, JenisPertukaran, StatusDokumen, Tahap


class SaringDokumen(forms.Form):
    """What the register is narrowed by."""

    cari = forms.CharField(label="Nama, NIP, atau kode", required=False, max_length=80)
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua"), *JenisDokumen.choices])
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Semua"), *StatusDokumen.choices])


class UnggahTandaForm(forms.Form):
    berkas = forms.FileField(
        label="Berkas PDF yang sudah ditandatangani",
        max_length=200,
        help_text="Tandatangani berkas yang diunduh dari halaman ini tanpa mencetaknya ulang. Paling besar 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )


class BatchForm(forms.Form):
    """Which papers of which unit."""

    isi = forms.ChoiceField(label="Dokumen", choices=IsiBatch.choices)
    unit = forms.ModelChoiceField(
        label="Unit kerja beserta unit di bawahnya", queryset=Unit.objects.none(), required=False
    )
    siklus = forms.ModelChoiceField(
        label="Siklus (untuk evaluasi)", queryset=Siklus.objects.none(), required=False, empty_label="Pilih siklus"
    )
    tahun = forms.IntegerField(label="Tahun SKP", min_value=2022, max_value=2100)

    def __init__(self, *args, unit, seluruh: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = unit
        self.fields["unit"].required = not seluruh
        self.fields["unit"].empty_label = "Seluruh kota" if seluruh else "Pilih unit"
        self.fields["siklus"].queryset = Siklus.objects.filter(tahap__in=[Tahap.TERBIT, Tahap.FINAL])

    def clean(self):
        isi = super().clean()
        if isi.get("isi") == IsiBatch.EVALUASI and not isi.get("siklus"):
            self.add_error("siklus", "Pilih siklus yang hasilnya akan dicetak.")
        return isi


class EksporSiasnForm(forms.Form):
    """What goes into an export of SIASN's shape."""

    jenis = forms.ChoiceField(label="Bentuk", choices=JenisPertukaran.choices)
    tahun = forms.IntegerField(label="Tahun", min_value=2022, max_value=2100)
    unit = forms.ModelChoiceField(
        label="Unit kerja", queryset=Unit.objects.perangkat_daerah(), required=False, empty_label="Seluruh kota"
    )


class UnggahSiasnForm(forms.Form):
    jenis = forms.ChoiceField(label="Bentuk berkas", choices=JenisPertukaran.choices)
    berkas = forms.FileField(
        label="Berkas CSV, XLSX, atau JSON",
        max_length=200,
        help_text="Nama kolom seperti pada ekspor di halaman ini. Paling besar 20 MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.json"}),
    )
