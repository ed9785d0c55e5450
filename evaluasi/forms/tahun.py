"""The assessor's form that brings a year together, and the filter of who waits."""

from django import forms

from ..pilihan import Rating
from .penilaian import MAKS_ALASAN, PANJANG, PILIH


class CariForm(forms.Form):
    """Search by name, among those that wait or those that are set."""

    cari = forms.CharField(label="Cari nama", required=False, max_length=80)
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Menunggu ditetapkan"), ("ditetapkan", "Sudah ditetapkan")]
    )


class GabungTahunForm(forms.Form):
    """The two annual ratings; one that equals the suggestion needs no reason."""

    rating_hasil = forms.ChoiceField(choices=Rating.choices, error_messages=PILIH)
    alasan_rating_hasil = forms.CharField(required=False, max_length=MAKS_ALASAN, error_messages=PANJANG)
    rating_perilaku = forms.ChoiceField(choices=Rating.choices, error_messages=PILIH)
    alasan_rating_perilaku = forms.CharField(required=False, max_length=MAKS_ALASAN, error_messages=PANJANG)

    def putusan(self) -> dict[str, str]:
        """What was decided, as `set_year` takes it."""
        isi = self.cleaned_data
        return {
            "rating_hasil": isi["rating_hasil"],
            "alasan_hasil": isi["alasan_rating_hasil"],
            "rating_perilaku": isi["rating_perilaku"],
            "alasan_perilaku": isi["alasan_rating_perilaku"],
        }
