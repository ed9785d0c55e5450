"""Search and filter of the lists."""

from django import forms

from ..pilihan import (
    JenisJabatan,
    JenisKetentuan,
    JenisPegawai,
    JenisStatusDinas,
    Kedudukan,
    Putusan,
)
from .dasar import PerTanggalForm, TanggalInput, UnitField


class SaringPegawai(PerTanggalForm):
    """What the list of people is narrowed by."""

    cari = forms.CharField(
        label="Nama atau NIP", required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    unit = UnitField(label="Unit kerja")
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua"), *JenisPegawai.choices])
    jabatan = forms.ChoiceField(label="Jenis jabatan", required=False, choices=[("", "Semua"), *JenisJabatan.choices])
    golongan = forms.CharField(label="Golongan", required=False, max_length=5)
    kedudukan = forms.ChoiceField(label="Kedudukan", required=False, choices=[("", "Semua"), *Kedudukan.choices])
    field_order = ["cari", "unit", "jenis", "jabatan", "golongan", "kedudukan", "per"]

    def __init__(self, data, *, golongan=()):
        super().__init__(data)
        self.fields["unit"].tawarkan(data.get("unit"))
        self.fields["golongan"].widget = forms.Select(choices=[("", "Semua"), *((satu, satu) for satu in golongan)])


class SaringPeta(PerTanggalForm):
    """What the position map is narrowed by."""

    cari = forms.CharField(
        label="Nama jabatan", required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    jenis = forms.ChoiceField(label="Jenis jabatan", required=False, choices=[("", "Semua"), *JenisJabatan.choices])
    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[
            ("", "Semua"),
            ("kosong", "Ada yang kosong"),
            ("plt", "Dijabat sementara"),
            ("lebih", "Melebihi kebutuhan"),
        ],
    )
    field_order = ["cari", "jenis", "keadaan", "per"]

    @property
    def menyaring(self) -> bool:
        return any(self.nilai(nama) for nama in ("cari", "jenis", "keadaan"))


class SaringBaris(forms.Form):
    """What the verdicts of a file are narrowed by."""

    cari = forms.CharField(label="Nama atau kunci", required=False, max_length=100)
    putusan = forms.ChoiceField(label="Putusan", required=False, choices=[("", "Semua"), *Putusan.choices])


class SaringStatusForm(forms.Form):
    """Search and filter of who is away."""

    cari = forms.CharField(label="Cari nama atau NIP", required=False, max_length=80)
    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua jenis"), *JenisStatusDinas.choices])
    per = forms.DateField(
        label="Berlaku pada tanggal", required=False, widget=TanggalInput(), input_formats=["%Y-%m-%d"]
    )


class SaringKetentuanForm(forms.Form):
    """Search and filter of the versions."""

    cari = forms.CharField(label="Cari dasar hukum", required=False, max_length=80)
    jenis = forms.ChoiceField(
        label="Ketentuan", required=False, choices=[("", "Semua ketentuan"), *JenisKetentuan.choices]
    )
