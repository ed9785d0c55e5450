"""Search and filters of decisions about positions."""

from django import forms

from evaluasi.pilihan import Predikat
from kinerja.forms import AngkaField
from mataram_asn.kit.bidang import BilanganField
from pegawai.forms import PerTanggalForm, TanggalInput, UnitField
from pegawai.models import Pegawai
from pegawai.pilihan import JenisJabatan, Jenjang, TingkatPendidikan

from .pilihan import DasarPenghargaan, JenisTambahan, SebabKosong

JENIS = [(satu.value, satu.label) for satu in JenisJabatan if satu != JenisJabatan.PIMPINAN_DAERAH]
KEPASTIAN = [("", "Semua"), ("pasti", "Di satu kotak"), ("lintas", "Melintasi batas"), ("belum", "Belum tersedia")]
HASIL = [("", "Semua"), ("gugur", "Ada yang tidak terpenuhi"), ("belum", "Ada yang belum tersedia")]


def _cari(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )


class SaringLowongan(PerTanggalForm):
    """What the vacancies are narrowed by; `bulan` is a month written 2027-03."""

    cari = _cari("Nama jabatan")
    unit = UnitField(label="Unit kerja")
    jenis = forms.ChoiceField(label="Jenis jabatan", required=False, choices=[("", "Semua"), *JENIS])
    sebab = forms.ChoiceField(label="Sebab", required=False, choices=[("", "Semua"), *SebabKosong.choices])
    bulan = forms.RegexField(
        r"^[0-9]{4}-(0[1-9]|1[0-2])$",
        label="Bulan",
        required=False,
        widget=forms.DateInput(attrs={"type": "month"}),
        error_messages={"invalid": "Tulis bulan seperti 2027-03."},
    )
    field_order = ["cari", "unit", "jenis", "sebab", "bulan", "per"]

    def __init__(self, data):
        super().__init__(data)
        self.fields["unit"].tawarkan(data.get("unit"))


class SaringKotak(PerTanggalForm):
    """What the people in the boxes are narrowed by."""

    cari = _cari("Nama")
    unit = UnitField(label="Unit kerja")
    jenis = forms.ChoiceField(label="Jenis jabatan", required=False, choices=[("", "Semua"), *JENIS])
    kotak = forms.TypedChoiceField(
        label="Kotak",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Semua"), *((nomor, f"Kotak {nomor}") for nomor in range(9, 0, -1))],
    )
    kepastian = forms.ChoiceField(label="Kepastian", required=False, choices=KEPASTIAN)
    field_order = ["cari", "unit", "jenis", "kotak", "kepastian", "per"]

    def __init__(self, data):
        super().__init__(data)
        self.fields["unit"].tawarkan(data.get("unit"))


class SaringCalon(PerTanggalForm):
    """Who is looked up among those outside the list; `kosong` is the day from which the seat is vacant."""

    cari = _cari("Nama")
    hasil = forms.ChoiceField(label="Keadaan", required=False, choices=HASIL)
    syarat = forms.CharField(label="Syarat yang belum terpenuhi", required=False, max_length=60)
    kosong = forms.DateField(required=False, widget=forms.HiddenInput(), input_formats=["%Y-%m-%d"])
    per = forms.DateField(required=False, widget=forms.HiddenInput(), input_formats=["%Y-%m-%d"])
    field_order = ["cari", "hasil", "syarat"]

    def __init__(self, data, *, syarat=()):
        super().__init__(data)
        self.fields["syarat"].widget = forms.Select(choices=[("", "Semua"), *((satu, satu) for satu in syarat)])


class SaringTanggal(PerTanggalForm):
    """Only the day."""

    per = forms.DateField(label="Per tanggal", required=False, widget=TanggalInput(), input_formats=["%Y-%m-%d"])


class SaringKonversi(forms.Form):
    """What the conversions are narrowed by."""

    cari = _cari("Nama atau NIP")
    tahun = BilanganField(label="Tahun", required=False, min_value=2000, max_value=2100)
    jenjang = forms.ChoiceField(label="Jenjang", required=False, choices=[("", "Semua"), *Jenjang.choices])
    predikat = forms.ChoiceField(label="Predikat", required=False, choices=[("", "Semua"), *Predikat.choices])


class KonversiTahunForm(forms.Form):
    """Which year is converted now."""

    tahun = BilanganField(label="Tahun", min_value=2000, max_value=2100)


class TambahanForm(forms.Form):
    """What BKPSDM adds to a person's angka kredit; the figure of a diploma follows the rule."""

    jenis = forms.ChoiceField(label="Jenis", choices=JenisTambahan.choices)
    tanggal = forms.DateField(label="Berlaku sejak", widget=TanggalInput(), input_formats=["%Y-%m-%d"])
    angka = AngkaField(label="Angka kredit", tempat=5, required=False, help_text="Kosongkan untuk ijazah.")
    pendidikan = forms.ChoiceField(
        label="Ijazah", required=False, choices=[("", "Bukan ijazah"), *TingkatPendidikan.choices]
    )
    dasar = forms.CharField(label="Nomor penetapan atau ijazah", max_length=120)


class SaringApresiasi(forms.Form):
    """What the recognitions are narrowed by."""

    cari = _cari("Nama atau tim")
    tahun = BilanganField(label="Tahun", required=False, min_value=2000, max_value=2100)
    dasar = forms.ChoiceField(label="Dasar", required=False, choices=[("", "Semua"), *DasarPenghargaan.choices])


class UsulForm(forms.Form):
    """The ground on which a person is proposed, in words that everybody may read."""

    dasar = forms.ChoiceField(choices=DasarPenghargaan.choices)
    uraian = forms.CharField(required=False, max_length=600)


class TimForm(forms.Form):
    """A team of people whom one leads."""

    nama = forms.CharField(label="Nama tim", max_length=120)
    uraian = forms.CharField(
        label="Keberhasilannya, untuk dibaca semua", max_length=600, widget=forms.Textarea(attrs={"rows": 3})
    )
    anggota = forms.ModelMultipleChoiceField(
        Pegawai.objects.none(),
        label="Anggota",
        widget=forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"}),
    )

    def __init__(self, *args, bawahan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["anggota"].queryset = bawahan


class PutusanPenghargaanForm(forms.Form):
    """Decided or not, with the consideration."""

    putusan = forms.ChoiceField(choices=[("tetapkan", "Tetapkan"), ("tolak", "Belum ditetapkan")])
    pertimbangan = forms.CharField(required=False, max_length=600)
