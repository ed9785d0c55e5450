"""The forms with which BKPSDM makes and dates a siklus."""

from django import forms

from mataram_asn.kit.kata import WITA
from pegawai.models import Unit

from ..aturan import BERTANGGAL, periksa_jadwal
from ..models import TemplatSiklus
from ..pilihan import Langkah, Tahap

FORMAT = "%Y-%m-%dT%H:%M"


class SaringSiklusForm(forms.Form):
    """Search and filter of the list."""

    cari = forms.CharField(label="Cari nama", required=False, max_length=80)
    tahap = forms.ChoiceField(label="Tahap", required=False, choices=[("", "Semua tahap"), *Tahap.choices])


class SaringLaporanForm(forms.Form):
    """Search and filter of who was left out; `alasan` are the reasons that occur."""

    cari = forms.CharField(label="Cari nama atau unit", required=False, max_length=80)
    unit = forms.ModelChoiceField(
        label="Perangkat daerah",
        queryset=Unit.objects.perangkat_daerah().order_by("nama"),
        required=False,
        empty_label="Semua perangkat daerah",
    )
    langkah = forms.ChoiceField(label="Langkah", required=False, choices=[("", "Semua langkah"), *Langkah.choices])
    alasan = forms.ChoiceField(label="Alasan", required=False)

    def __init__(self, *args, alasan=(), **lain):
        super().__init__(*args, **lain)
        self.fields["alasan"].choices = [("", "Semua alasan"), *((satu, satu) for satu in alasan)]

    def cocok(self, satu) -> bool:
        """Whether a row of the report is asked for."""
        isi = self.cleaned_data
        kata = f"{satu.orang.nama_lengkap} {satu.unit}".casefold()
        langkah = not isi["langkah"] or satu.langkah == Langkah(isi["langkah"]).label
        unit = isi["unit"] is None or satu.kantor == isi["unit"].pk
        return isi["cari"].casefold() in kata and langkah and unit and isi["alasan"] in ("", satu.alasan)


class BuatSiklusForm(forms.Form):
    """A new siklus: which template, and any day of the period."""

    templat = forms.ModelChoiceField(label="Templat", queryset=TemplatSiklus.objects.none(), empty_label=None)
    tanggal = forms.DateField(
        label="Satu hari dalam periode itu",
        help_text="Contoh: 1 Januari 2027 untuk Triwulan I 2027.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["templat"].queryset = TemplatSiklus.objects.filter(aktif=True).order_by("nama")


class JadwalForm(forms.Form):
    """When each stage begins, in WITA; the stages must follow each other."""

    def __init__(self, *args, jadwal=None, **kwargs):
        awal = {tahap: saat.astimezone(WITA) for tahap, saat in (jadwal or {}).items()}
        super().__init__(*args, initial=awal, **kwargs)
        for tahap in BERTANGGAL:
            self.fields[tahap.value] = forms.DateTimeField(
                label=f"{tahap.label} mulai (WITA)",
                input_formats=[FORMAT, "%Y-%m-%dT%H:%M:%S"],
                widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMAT),
            )

    def clean(self):
        isi = super().clean()
        if not self.errors:
            for kalimat in periksa_jadwal(self.jadwal()):
                self.add_error(None, kalimat)
        return isi

    def jadwal(self) -> dict:
        """The dates by stage."""
        return {tahap: self.cleaned_data[tahap.value] for tahap in BERTANGGAL}


class BatalForm(forms.Form):
    """Why a siklus is cancelled before it was opened."""

    alasan = forms.CharField(label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class SaringTemuanForm(forms.Form):
    """Search over the rows of one defect of the pre-flight."""

    temuan = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    cari = forms.CharField(label="Cari", required=False, max_length=100)

    @property
    def kata(self) -> str:
        return self.cleaned_data["cari"].strip()


class SetahunForm(forms.Form):
    """Which year is made at once."""

    tahun = forms.IntegerField(
        label="Tahun",
        min_value=2000,
        max_value=2100,
        help_text="Siklus berkala (bulanan atau triwulanan menurut kalender kota) dan tahunannya dibuat sekaligus.",
    )
