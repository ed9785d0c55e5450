"""What every form of plans stands on: numbers as people write them, text, dates, the search."""

from decimal import Decimal

from django import forms

from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.galat import RuleViolation

PANJANG_TEKS = 2000


MAKS_NOMOR = 50


def daftar_nomor(teks: list[str]) -> list[int]:
    """The row numbers among what was sent, at most fifty; anything else is passed over."""
    return [int(satu) for satu in teks[:MAKS_NOMOR] if satu.isascii() and satu.isdigit() and len(satu) < 19]


class AngkaField(forms.CharField):
    """A number as people here write it; the words typed stay in the field when it is refused."""

    def __init__(self, *, tempat: int = 4, **kwargs):
        self.tempat = tempat
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(max_length=24, **kwargs)

    def prepare_value(self, value):
        return tulis_polos(value) if isinstance(value, Decimal) else value

    def has_changed(self, initial, data):
        try:
            return self.clean(data) != initial
        except forms.ValidationError:
            return True

    def clean(self, value):
        teks = super().clean(value)
        if not teks:
            return None
        try:
            angka = parse_angka(teks)
        except RuleViolation as galat:
            raise forms.ValidationError(str(galat)) from galat
        if angka and angka.normalize().as_tuple().exponent < -self.tempat:
            raise forms.ValidationError(f"Paling banyak {self.tempat} angka di belakang koma.")
        if abs(angka) >= Decimal(10) ** 12:
            raise forms.ValidationError("Paling banyak 12 angka di depan koma.")
        return angka


def tulis_polos(nilai: Decimal) -> str:
    """A number for a field: 1234,5 with a comma, without grouping or zeros at the end."""
    teks = f"{nilai:f}"
    return (teks.rstrip("0").rstrip(".") if "." in teks else teks).replace(".", ",")


def teks(label: str, baris: int = 2, **kwargs) -> forms.CharField:
    return forms.CharField(label=label, max_length=PANJANG_TEKS, widget=forms.Textarea(attrs={"rows": baris}), **kwargs)


def tanggal(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        error_messages={"invalid": "Tanggal itu tidak ada. Tulis misalnya 31-12-2026."},
    )


class SaringForm(forms.Form):
    """Search over names."""

    q = forms.CharField(label="Cari", required=False, max_length=100)
