"""Outcomes: values and targets."""

from django import forms

from mataram_asn.kit.bidang import BilanganField
from pegawai.models import Unit

from .dasar import AngkaField, SaringForm, teks


class SaringIkuForm(SaringForm):
    unit = forms.ModelChoiceField(label="Unit", queryset=Unit.objects.none(), required=False, empty_label="Semua unit")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(iku__isnull=False).distinct()


class _AngkaIkuForm(forms.Form):
    """A figure of an outcome with its source; the reason where it corrects one."""

    tahun = BilanganField(label="Tahun", min_value=1990, max_value=2100)
    nilai = AngkaField(label="Nilai")
    sumber = teks("Sumber", help_text="Nama publikasi, halaman, atau alamatnya.")
    catatan = teks("Catatan", required=False)
    alasan = teks(
        "Alasan perbaikan",
        required=False,
        help_text="Hanya bila memperbaiki angka yang sudah ada; angka lama tetap dapat dibaca.",
    )

    def __init__(self, *args, satuan: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nilai"].label = f"{self.fields['nilai'].label} ({satuan})"


class NilaiIkuForm(_AngkaIkuForm):
    """A published value."""

    seri = forms.CharField(
        label="Seri",
        required=False,
        max_length=60,
        help_text="Cara mengukurnya, misalnya SP2020. Dua seri tidak pernah digambar sebagai satu garis.",
    )
    terverifikasi = forms.BooleanField(label="Angka ini saya baca sendiri dalam sumbernya", required=False)
    field_order = ["tahun", "nilai", "seri", "sumber", "terverifikasi", "catatan", "alasan"]


class TargetIkuForm(_AngkaIkuForm):
    """A target."""

    nilai = AngkaField(label="Target")


class SaringPenopangForm(SaringForm):
    """Search over the results below an outcome."""

    kantor = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=Unit.objects.none(), required=False, empty_label="Semua"
    )

    def __init__(self, *args, kantor: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kantor"].queryset = Unit.objects.filter(pk__in=kantor)
