"""Forms of development."""

from django import forms

from mataram_asn.kit.bidang import BilanganField
from mataram_asn.kit.kata import tulis_tanggal
from pegawai.models import Kompetensi

from .models import Pelatihan
from .pilihan import Bentuk, Jalur, Kemajuan, StatusRencana, TahapPembinaan


class SaringBawahanForm(forms.Form):
    """Search and filter of the people one leads."""

    q = forms.CharField(label="Cari nama", required=False, max_length=80)
    saran = forms.ChoiceField(
        label="Saran", required=False, choices=[("", "Semua"), ("ada", "Ada saran"), ("tanpa", "Tanpa saran")]
    )


class SaringKatalogForm(forms.Form):
    """Search and filters of the catalogue."""

    q = forms.CharField(label="Cari pelatihan atau penyelenggara", required=False, max_length=80)
    jalur = forms.ChoiceField(label="Jalur", required=False, choices=[("", "Semua"), *Jalur.choices])
    bentuk = forms.ChoiceField(label="Bentuk", required=False, choices=[("", "Semua"), *Bentuk.choices])
    kompetensi = forms.ModelChoiceField(
        Kompetensi.objects.all(), label="Kompetensi", required=False, empty_label="Semua"
    )


class SaringRencanaForm(forms.Form):
    """Search and filters of the plans."""

    q = forms.CharField(label="Cari pegawai atau pelatihan", required=False, max_length=80)
    tahun = BilanganField(label="Tahun", required=False, min_value=2000, max_value=2100)
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Semua"), *StatusRencana.choices])


class KehadiranForm(forms.Form):
    """Attendance of a planned training."""

    mulai = forms.DateField(label="Mulai", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    selesai = forms.DateField(label="Selesai", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    jp = BilanganField(label="JP", min_value=1, max_value=400, help_text="1 JP = 45 menit.")
    nomor_sertifikat = forms.CharField(label="Nomor sertifikat", required=False, max_length=80)


class RencanakanForm(forms.Form):
    """A suggestion taken into the plan; the sentence and its key come from the suggestion itself."""

    pelatihan = forms.ModelChoiceField(Pelatihan.objects.aktif())
    kunci = forms.CharField(max_length=60)


class MulaiPembinaanForm(forms.Form):
    """A goal for each figure below expectation; those left empty are no goals."""

    def __init__(self, *args, figur: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.nama = {f"sasaran_{nomor}": kunci for nomor, kunci in enumerate(figur)}
        for nama, kunci in self.nama.items():
            self.fields[nama] = forms.CharField(
                label=figur[kunci],
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
                help_text="Apa yang ingin dicapai dan dukungan yang diberikan.",
            )

    def sasaran(self) -> dict[str, str]:
        """The goals by the key of their figure."""
        return {kunci: self.cleaned_data[nama] for nama, kunci in self.nama.items() if self.cleaned_data[nama].strip()}


class CatatanForm(forms.Form):
    """The check of one month that is due."""

    tempo = forms.DateField(label="Pemeriksaan", input_formats=["%Y-%m-%d"], widget=forms.Select)
    kemajuan = forms.ChoiceField(label="Kemajuan", choices=Kemajuan.choices)
    isi = forms.CharField(label="Yang dibahas", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, tempo=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tempo"].widget.choices = [(f"{satu:%Y-%m-%d}", tulis_tanggal(satu)) for satu in tempo]


class TanggapanForm(forms.Form):
    """What the person says to a check."""

    tanggapan = forms.CharField(label="Tanggapan Anda", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))


class LangkahForm(forms.Form):
    """The step that a person decides."""

    langkah = forms.ChoiceField(label="Keputusan", choices=TahapPembinaan.choices)
    dasar = forms.CharField(label="Dasar dan pertimbangan", max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, langkah=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["langkah"].choices = [(satu.value, satu.label) for satu in langkah]


class SaringPembinaanForm(forms.Form):
    """Search and filter of the plans."""

    cari = forms.CharField(label="Cari nama", required=False, max_length=80)
    tahap = forms.ChoiceField(label="Keadaan", required=False, choices=[("", "Semua"), *TahapPembinaan.choices])
