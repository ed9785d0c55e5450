"""What the forms of people stand on: the browser's date, a day to look at, a unit."""

from django import forms
from django.utils import timezone

from ..models import Unit


class TanggalInput(forms.DateInput):
    """The browser's own date picker; it only understands ISO, whatever the locale."""

    input_type = "date"

    def __init__(self, **lain):
        super().__init__(format="%Y-%m-%d", **lain)


class PerTanggalForm(forms.Form):
    """Asks any page about the organisation for another day."""

    per = forms.DateField(label="Per tanggal", required=False, widget=TanggalInput(), input_formats=["%Y-%m-%d"])

    def clean_per(self):
        hari = self.cleaned_data["per"]
        if hari and not 1990 <= hari.year <= 2100:
            raise forms.ValidationError("Pilih tanggal antara 1990 dan 2100.")
        return hari

    @property
    def hari(self):
        """The day asked for, today without one or with one that cannot be read."""
        return self.nilai("per") or timezone.localdate()

    @property
    def alamat(self) -> str:
        """The query string that carries the day on to the next page, empty for today."""
        return f"?per={self.nilai('per'):%Y-%m-%d}" if self.nilai("per") else ""

    def nilai(self, nama: str):
        """The cleaned value of a field, None where it was refused."""
        self.is_valid()
        return self.cleaned_data.get(nama)


class UnitField(forms.ModelChoiceField):
    """The offices, and whichever unit the address names."""

    def __init__(self, **lain):
        super().__init__(queryset=Unit.objects.all(), required=False, empty_label="Semua unit", **lain)

    def tawarkan(self, terpilih: str | None) -> None:
        """Offer the 39 offices instead of a thousand units; any other unit stays a valid answer."""
        daftar = list(Unit.objects.perangkat_daerah())
        if terpilih and terpilih.isascii() and terpilih.isdigit() and len(terpilih) < 18:
            daftar += Unit.objects.filter(pk=terpilih).exclude(pk__in=[unit.pk for unit in daftar])
        self.widget.choices = [("", self.empty_label), *((unit.pk, unit.nama) for unit in daftar)]
