"""The citizen's form, and the form that prints a sheet of links."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mataram_asn.kit.bidang import BilanganField
from pegawai.models import Pegawai

from ..models import Layanan, PetugasLayanan
from ..pilihan import KataUmpan, Wajah


class UmpanBalikForm(forms.Form):
    """Four faces; words and a sentence may be left out."""

    wajah = forms.TypedChoiceField(
        choices=Wajah.choices,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pilih salah satu dari empat wajah."),
            "invalid_choice": _("Pilih salah satu dari empat wajah."),
        },
    )
    kata = forms.MultipleChoiceField(choices=KataUmpan.choices, required=False, widget=forms.CheckboxSelectMultiple)
    teks = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "maxlength": 1000}),
        error_messages={"max_length": _("Tulisan paling banyak 1.000 huruf.")},
    )


class TokenForm(forms.Form):
    """Which service, which officer, how many links."""

    layanan = forms.ModelChoiceField(Layanan.objects.none(), label="Layanan")
    pegawai = forms.ModelChoiceField(
        Pegawai.objects.none(),
        label="Petugas",
        required=False,
        empty_label="Tanpa nama petugas (untuk layanan)",
        help_text="Umpan balik dengan nama petugas menjadi bagian dari penilaiannya.",
    )
    jumlah = BilanganField(
        label="Jumlah tautan", min_value=1, max_value=100, initial=12, help_text="Satu tautan untuk satu jawaban."
    )

    def __init__(self, *args, layanan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["layanan"].queryset = layanan
        bertugas = PetugasLayanan.objects.berlaku_pada(timezone.localdate()).filter(layanan__in=layanan)
        self.fields["pegawai"].queryset = Pegawai.objects.filter(pk__in=bertugas.values("pegawai_id")).urut_nama()
