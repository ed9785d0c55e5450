"""Being away, and the end of service."""

from django import forms

from ..pilihan import (
    STATUS_BERHENTI,
    JenisStatusDinas,
)
from .dasar import TanggalInput


class StatusDinasForm(forms.Form):
    """A stretch of days away, or the end of service where `berhenti` allows it."""

    jenis = forms.ChoiceField(label="Jenis", choices=JenisStatusDinas.choices)
    mulai = forms.DateField(label="Hari pertama tidak bertugas", widget=TanggalInput(), input_formats=["%Y-%m-%d"])
    selesai = forms.DateField(
        label="Hari terakhir tidak bertugas",
        required=False,
        widget=TanggalInput(),
        input_formats=["%Y-%m-%d"],
        help_text="Kosongkan bila belum diketahui, dan untuk pensiun atau meninggal dunia.",
    )
    nomor_surat = forms.CharField(label="Nomor surat", max_length=80)
    catatan = forms.CharField(label="Catatan", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, berhenti: bool, **lain):
        super().__init__(*args, **lain)
        if not berhenti:
            tinggal = [satu for satu in JenisStatusDinas.choices if satu[0] not in STATUS_BERHENTI]
            self.fields["jenis"].choices = tinggal
            self.fields["selesai"].help_text = "Kosongkan bila belum diketahui."


class AkhiriStatusForm(forms.Form):
    """The last day away."""

    selesai = forms.DateField(
        label="Hari terakhir tidak bertugas",
        widget=TanggalInput(),
        input_formats=["%Y-%m-%d"],
        help_text="Pegawai bertugas kembali pada hari berikutnya.",
    )


class CabutStatusForm(forms.Form):
    """Why a row is taken back."""

    alasan = forms.CharField(label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
