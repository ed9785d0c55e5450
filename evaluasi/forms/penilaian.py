"""The scoring form: one group of fields for each indicator, each value and each final rating."""

from django import forms

from kinerja.models import Indikator
from kinerja.pilihan import NilaiDasar

from ..pilihan import Rating

MAKS_ALASAN = 2000
PANJANG = {"max_length": f"Alasan paling banyak {MAKS_ALASAN} huruf."}
PILIH = {"invalid_choice": "Pilih salah satu dari tiga rating."}


def _rating(label: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=[("", "—"), *Rating.choices], required=False, error_messages=PILIH)


def _alasan(label: str) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=MAKS_ALASAN, error_messages=PANJANG)


class PenilaianForm(forms.Form):
    """Reads what the page sends, whatever is left out; the rules are asked by the action.

    `usul_hasil` and `usul_perilaku` are the suggestions that the page showed: a rating equal to them accepts.
    """

    versi = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    usul_hasil = forms.ChoiceField(choices=Rating.choices, required=False)
    usul_perilaku = forms.ChoiceField(choices=Rating.choices, required=False)

    def __init__(self, *args, indikator: list[Indikator], **kwargs):
        super().__init__(*args, **kwargs)
        self.indikator = indikator
        for satu in indikator:
            nama = f"indikator_{satu.pk}"
            self.fields[nama] = _rating(satu.uraian)
            self.fields[f"alasan_{nama}"] = _alasan(f"Alasan “{satu.uraian}”")
            self.fields[f"tidak_{nama}"] = forms.BooleanField(label=satu.uraian, required=False)
            self.fields[f"alasan_tidak_{nama}"] = _alasan(f"Alasan “{satu.uraian}” tidak dapat dinilai")
        for nilai, label in NilaiDasar.choices:
            self.fields[f"nilai_{nilai}"] = _rating(label)
            self.fields[f"alasan_nilai_{nilai}"] = _alasan(f"Alasan {label}")
        for nama, label in (("rating_hasil", "Rating hasil kerja"), ("rating_perilaku", "Rating perilaku kerja")):
            self.fields[nama] = _rating(label)
            self.fields[f"alasan_{nama}"] = _alasan(f"Alasan {label.lower()}")

    def putusan_indikator(self) -> dict[int, dict]:
        """What was decided about each indicator, as `save_scores` takes it."""
        return {satu.pk: self._satu(f"indikator_{satu.pk}") for satu in self.indikator}

    def _satu(self, nama: str) -> dict:
        isi = self.cleaned_data
        tidak = isi[f"tidak_{nama}"]
        alasan = isi[f"alasan_tidak_{nama}"] if tidak else isi[f"alasan_{nama}"]
        return {"rating": "" if tidak else isi[nama], "alasan": alasan, "tidak_dinilai": tidak}

    def putusan_perilaku(self) -> dict[str, dict]:
        isi = self.cleaned_data
        return {n: {"rating": isi[f"nilai_{n}"], "alasan": isi[f"alasan_nilai_{n}"]} for n in NilaiDasar.values}

    def putusan_akhir(self) -> dict[str, str]:
        """The final ratings; one that equals the suggestion shown accepts it."""
        isi, hasil = self.cleaned_data, {}
        for nama in ("hasil", "perilaku"):
            rating = isi[f"rating_{nama}"]
            diterima = rating == isi[f"usul_{nama}"]
            hasil[f"rating_{nama}"] = "" if diterima else rating
            hasil[f"alasan_{nama}"] = isi[f"alasan_rating_{nama}"]
        return hasil
