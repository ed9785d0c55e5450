"""The catalogue is configured in the panel; plans and attendance are people's work, not configuration."""

from django import forms
from django.contrib import admin

from mataram_asn.kit.panel import AdminTercatat
from pegawai.pilihan import JenisJabatan

from .models import Pelatihan


class PelatihanForm(forms.ModelForm):
    """For whom a training is, ticked: typed as JSON, NaN or a bare number would break the page or every suggestion."""

    untuk_jabatan = forms.MultipleChoiceField(
        label="Untuk jenis jabatan",
        choices=JenisJabatan.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Kosong: untuk semua.",
    )

    class Meta:
        model = Pelatihan
        fields = [
            "kode", "nama", "jalur", "bentuk", "jp", "penyelenggara", "kompetensi", "nilai", "untuk_jabatan",
            "untuk_hasil_kerja", "aktif",
        ]  # fmt: skip


@admin.register(Pelatihan)
class PelatihanAdmin(AdminTercatat):
    form = PelatihanForm
    list_display = ("nama", "jalur", "bentuk", "jp", "kompetensi", "nilai", "untuk_hasil_kerja", "aktif")
    list_filter = ("jalur", "bentuk", "aktif", "kompetensi")
    search_fields = ("nama", "kode", "penyelenggara")
