"""Realisasi with its evidence."""

from django import forms
from django.db.models import Q

from ..models import Indikator
from ..pilihan import (
    JenisBukti,
    JenisIndikator,
    KeadaanTautan,
)
from .dasar import AngkaField, SaringForm, daftar_nomor, teks


class RealisasiForm(forms.Form):
    """What was achieved of one indicator: a number or a text, with evidence."""

    nilai = AngkaField(label="Realisasi", required=False)
    uraian = teks("Catatan", required=False)
    berkas = forms.FileField(
        label="Berkas bukti",
        required=False,
        allow_empty_file=True,
        help_text="PDF, PNG, JPG, XLSX, atau DOCX, paling besar 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.xlsx,.docx"}),
    )
    tautan = forms.CharField(
        label="Tautan bukti",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"}),
    )

    def __init__(self, *args, indikator: Indikator, terakhir=None, **kwargs):
        awal = {} if terakhir is None else {"nilai": terakhir.nilai, "uraian": terakhir.uraian}
        super().__init__(*args, initial=awal, auto_id=f"realisasi-{indikator.pk}-%s", **kwargs)
        self.indikator, self.terakhir = indikator, terakhir
        if indikator.jenis == JenisIndikator.KUALITATIF:
            del self.fields["nilai"]
            self.fields["uraian"].required, self.fields["uraian"].label = True, "Hasil yang dicapai"
        else:
            self.fields["nilai"].label = f"Realisasi ({indikator.satuan})"
            self.fields["nilai"].required = True

    @property
    def pakai_terpilih(self) -> set[int]:
        """The evidence ticked in a form that came back."""
        return set(daftar_nomor(self.data.getlist("pakai"))) if hasattr(self.data, "getlist") else set()

    def clean_nilai(self):
        nilai = self.cleaned_data["nilai"]
        if nilai is not None and nilai < 0:
            raise forms.ValidationError("Realisasi adalah angka 0 atau lebih.")
        return nilai


class SaringBuktiForm(SaringForm):
    """Search over one's own evidence."""

    JENIS = (
        ("", "Semua"),
        ("berkas", "Berkas"),
        ("tautan", "Tautan"),
        ("tertutup", "Tautan tidak dapat dibuka"),
        ("belum", "Belum dipakai"),
    )
    _SARING = {
        "berkas": Q(jenis=JenisBukti.BERKAS),
        "tautan": Q(jenis=JenisBukti.TAUTAN),
        "tertutup": Q(keadaan=KeadaanTautan.TERTUTUP),
        "belum": Q(dipakai=0),
    }

    jenis = forms.ChoiceField(label="Jenis", choices=JENIS, required=False)

    def terapkan(self, bukti):
        """The pieces that the form asks for; what cannot be read as a filter finds nothing."""
        if not self.is_valid():
            return bukti.none()
        if kata := self.cleaned_data["q"].strip():
            bukti = bukti.filter(Q(nama_asli__icontains=kata) | Q(tautan__icontains=kata))
        return bukti.filter(self._SARING.get(self.cleaned_data["jenis"], Q()))
