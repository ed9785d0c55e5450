"""The forms of making plans: matrix, library, teams, files of plans."""

from datetime import date

from django import forms

from mataram_asn.kit.bidang import BilanganField
from pegawai.models import Pegawai, Unit
from pegawai.pilihan import JenisJabatan, JenisPegawai

from ..models import AnggotaTim, Periode, PustakaHasil, PustakaIndikator, Tim
from ..pilihan import JenisHasil, PeranTim
from .dasar import PANJANG_TEKS, AngkaField, SaringForm


class TanggalInput(forms.DateInput):
    """The browser's own date picker."""

    input_type = "date"

    def __init__(self, **lain):
        super().__init__(format="%Y-%m-%d", **lain)


def _tanggal(label: str, **lain) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=TanggalInput(),
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
        error_messages={"invalid": "Tanggal itu tidak ada. Tulis misalnya 31-12-2026."},
        **lain,
    )


def _wajar(hari: date | None) -> date | None:
    if hari and not 1990 <= hari.year <= 2100:
        raise forms.ValidationError("Pilih tanggal antara 1990 dan 2100.")
    return hari


class SaringMatriksForm(SaringForm):
    """A name, and the day that the matrix is asked for."""

    per = _tanggal("Per tanggal", required=False)

    def clean_per(self):
        return _wajar(self.cleaned_data["per"])


class SaringPustakaForm(SaringForm):
    jenis_jabatan = forms.ChoiceField(
        label="Jenis jabatan", required=False, choices=[("", "Semua"), *JenisJabatan.choices]
    )
    jenis = forms.ChoiceField(label="Jenis hasil", required=False, choices=[("", "Semua"), *JenisHasil.choices])
    aktif = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), ("1", "Ditawarkan"), ("0", "Tidak ditawarkan")]
    )


class PustakaHasilForm(forms.ModelForm):
    """A library result and for whom it is."""

    unit = forms.ModelChoiceField(
        label="Hanya untuk unit (dan bawahannya)",
        queryset=Unit.objects.none(),
        required=False,
        empty_label="Semua unit",
    )

    class Meta:
        model = PustakaHasil
        fields = ["uraian", "jenis", "nama_jabatan", "jenis_jabatan", "jenjang", "unit", "sumber", "urutan", "aktif"]
        widgets = {"uraian": forms.Textarea(attrs={"rows": 2})}
        field_classes = {"urutan": BilanganField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.all()
        self.fields["unit"].widget.choices = [
            ("", "Semua unit"),
            *((unit.pk, unit.nama) for unit in Unit.objects.perangkat_daerah()),
            *((unit.pk, unit.nama) for unit in Unit.objects.filter(pk=self.instance.unit_id or 0)),
        ]
        self.fields["uraian"].max_length = PANJANG_TEKS
        self.fields["urutan"].required = False
        _sebut_kosong(self, jenis_jabatan="Semua jenis jabatan", jenjang="Semua jenjang")
        self.fields["nama_jabatan"].help_text = "Cocok bila nama jabatan diawali kata ini, misalnya “Perawat”."

    def clean_urutan(self):
        return self.cleaned_data.get("urutan") or 0

    def clean(self):
        isi = super().clean()
        sasaran = self.instance.jabatan_id, isi.get("nama_jabatan"), isi.get("jenis_jabatan"), isi.get("unit")
        if not any(sasaran):
            self.add_error("nama_jabatan", "Sebutkan untuk siapa: nama jabatan, jenis jabatan, atau unit.")
        return isi


class PustakaIndikatorForm(forms.ModelForm):
    target = AngkaField(label="Usul target", required=False, help_text="Untuk rentang: batas bawahnya.")
    target_atas = AngkaField(label="Batas atas rentang", required=False)

    class Meta:
        model = PustakaIndikator
        fields = [
            "uraian", "jenis", "target", "satuan", "arah", "target_atas", "sifat", "aspek", "perspektif", "ekspektasi",
            "level_bawah", "level_sesuai", "level_atas",
        ]  # fmt: skip
        widgets = {
            nama: forms.Textarea(attrs={"rows": 2})
            for nama in ("uraian", "ekspektasi", "level_bawah", "level_sesuai", "level_atas")
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _sebut_kosong(self, arah="Tidak ditentukan", perspektif="Tidak ditentukan")


def _sebut_kosong(form, **kata: str) -> None:
    """Say in words what an empty choice means, where Django draws a line."""
    for nama, sebutan in kata.items():
        bidang = form.fields[nama]
        bidang.choices = [("", sebutan), *((nilai, label) for nilai, label in bidang.choices if nilai)]


IndikatorFormSet = forms.inlineformset_factory(
    PustakaHasil, PustakaIndikator, form=PustakaIndikatorForm, extra=1, can_delete=True, max_num=20, absolute_max=30
)


class SaringTimForm(SaringForm):
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), ("berjalan", "Berjalan"), ("selesai", "Selesai")]
    )


class TimForm(forms.ModelForm):
    """A team: what for, whose, who leads, from when to when. The leader is named by NIP."""

    ketua = forms.CharField(label="NIP ketua tim", max_length=30)
    unit = forms.ModelChoiceField(label="Unit penanggung jawab", queryset=Unit.objects.none())
    mulai, selesai = _tanggal("Mulai"), _tanggal("Selesai")

    class Meta:
        model = Tim
        fields = ["nama", "tugas", "dasar", "unit", "mulai", "selesai"]
        widgets = {"tugas": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, unit, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = unit
        self.order_fields(["nama", "tugas", "dasar", "unit", "ketua", "mulai", "selesai"])

    def clean_ketua(self):
        return baca_pegawai(self.cleaned_data["ketua"])

    def clean_mulai(self):
        return _wajar(self.cleaned_data["mulai"])

    def clean_selesai(self):
        return _wajar(self.cleaned_data["selesai"])

    def clean(self):
        isi = super().clean()
        if isi.get("mulai") and isi.get("selesai") and isi["selesai"] < isi["mulai"]:
            self.add_error("selesai", "Tanggal selesai tidak boleh sebelum tanggal mulai.")
        return isi


def baca_pegawai(teks: str) -> Pegawai:
    """The civil servant of that NIP."""
    nip = "".join(huruf for huruf in teks if huruf in "0123456789")
    orang = Pegawai.objects.filter(nip=nip).exclude(jenis=JenisPegawai.NON_ASN).first() if len(nip) == 18 else None
    if orang is None:
        raise forms.ValidationError("Tidak ada pegawai dengan NIP itu. Periksa 18 angkanya.")
    return orang


class AnggotaForm(forms.ModelForm):
    pegawai = forms.CharField(label="NIP", max_length=30)
    peran = forms.ChoiceField(
        label="Peran", choices=[satu for satu in PeranTim.choices if satu[0] != PeranTim.KETUA], initial="anggota"
    )
    mulai, selesai = _tanggal("Mulai"), _tanggal("Selesai")

    class Meta:
        model = AnggotaTim
        fields = ["peran", "mulai", "selesai"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["pegawai", "peran", "mulai", "selesai"])

    def clean_pegawai(self):
        return baca_pegawai(self.cleaned_data["pegawai"])

    def _post_clean(self):
        """The action builds and checks the row."""


class MasukanForm(forms.Form):
    """What the leader says of one member in one period."""

    anggota = forms.ModelChoiceField(label="Anggota", queryset=AnggotaTim.objects.none(), empty_label="Pilih anggota")
    periode = forms.ModelChoiceField(label="Periode", queryset=Periode.objects.none(), empty_label="Pilih periode")
    teks = forms.CharField(
        label="Masukan", max_length=PANJANG_TEKS, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Terbaca oleh anggota itu dan atasannya. Yang menilai tetap atasan.",
    )  # fmt: skip

    def __init__(self, *args, tim: Tim, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["anggota"].queryset = tim.anggota.select_related("pegawai").exclude(pegawai=tim.ketua_id)
        self.fields["anggota"].label_from_instance = lambda satu: f"{satu.pegawai} ({satu.get_peran_display().lower()})"
        self.fields["periode"].queryset = Periode.objects.filter(
            mulai__lte=tim.selesai, selesai__gte=tim.mulai
        ).order_by("-selesai")


class BerkasGandaInput(forms.FileInput):
    allow_multiple_selected = True


class LembarRencanaForm(forms.Form):
    """A spreadsheet of plans for one segment of one year."""

    berkas = forms.FileField(
        label="Berkas XLSX atau CSV", allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"})
    )
    mulai, selesai = _tanggal("SKP mulai"), _tanggal("SKP selesai")

    def clean(self):
        isi = super().clean()
        mulai, selesai = isi.get("mulai"), isi.get("selesai")
        if mulai and selesai and (mulai.year != selesai.year or selesai < mulai):
            self.add_error("selesai", "Satu SKP berada dalam satu tahun, dan selesai tidak sebelum mulai.")
        if mulai and not 2000 <= mulai.year <= 2100:
            self.add_error("mulai", "Periksa tahunnya.")
        return isi


class BanyakBerkas(forms.FileField):
    """One or several files as a list."""

    def clean(self, data, initial=None):
        semua = data if isinstance(data, list | tuple) else [data]
        return [super(BanyakBerkas, self).clean(satu, initial) for satu in semua]


class EkinerjaForm(forms.Form):
    """SKP as exported from e-Kinerja, one workbook a plan."""

    berkas = BanyakBerkas(
        label="Berkas XLSX dari e-Kinerja", allow_empty_file=True,
        widget=BerkasGandaInput(attrs={"accept": ".xlsx", "multiple": True}),
    )  # fmt: skip

    def clean_berkas(self):
        berkas = self.cleaned_data["berkas"]
        if len(berkas) > 50:
            raise forms.ValidationError("Paling banyak 50 berkas sekali unggah.")
        return berkas


class SaringBarisForm(SaringForm):
    putusan = forms.CharField(required=False, widget=forms.HiddenInput, max_length=12)
