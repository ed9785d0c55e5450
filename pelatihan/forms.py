"""Forms of development."""

from django import forms

from mataram_asn.kit.bidang import BilanganField
from pegawai.models import Kompetensi

from .models import Pelatihan
from .pilihan import Bentuk, Jalur, StatusRencana


class SaringKatalogForm(forms.Form):
    """Search and filters of the catalogue."""

    q = forms.CharField(label="Cari pelatihan atau penyelenggara", required=False, max_length=80)
    jalur = forms.ChoiceField(label="Jalur", required=False, choices=[("", "Semua"), *Jalur.choices])
    bentuk = forms.ChoiceField(label="Bentuk", required=False, choices=[("", "Semua"), *Bentuk.choices])
    kompetensi = forms.ModelChoiceField(
        Kompetensi.objects.all(), label="Kompetensi", required=False, empty_label="Semua"
    )


class SaringRencanaForm(forms.Form):
    """Search and filters of the plans."""

    q = forms.CharField(label="Cari pegawai atau pelatihan", required=False, max_length=80)
    tahun = BilanganField(label="Tahun", required=False, min_value=2000, max_value=2100)
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Semua"), *StatusRencana.choices])


class KehadiranForm(forms.Form):
    """Attendance of a planned training."""

    mulai = forms.DateField(label="Mulai", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    selesai = forms.DateField(label="Selesai", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    jp = BilanganField(label="JP", min_value=1, max_value=400, help_text="1 JP = 45 menit.")
    nomor_sertifikat = forms.CharField(label="Nomor sertifikat", required=False, max_length=80)


class RencanakanForm(forms.Form):
    """A suggestion taken into the plan; the sentence and its key come from the suggestion itself."""

    pelatihan = forms.ModelChoiceField(Pelatihan.objects.aktif())
    kunci = forms.CharField(max_length=60)
