"""The forms of plans, progress and outcomes. Numbers are typed in Indonesian form: 1.234,56."""

from datetime import date
from decimal import Decimal

from django import forms
from django.db.models import Q

from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.bidang import BilanganField
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_tanggal
from pegawai.models import Unit

from .akses import leader_results
from .models import SKP, AnggotaTim, Iku, Indikator
from .pilihan import (
    Arah,
    Aspek,
    JenisBukti,
    JenisHasil,
    JenisIndikator,
    JenisLampiran,
    KeadaanTautan,
    NilaiDasar,
    Pendekatan,
    Perspektif,
    SifatTarget,
)
from .potret import potret_lampiran

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


def _teks(label: str, baris: int = 2, **kwargs) -> forms.CharField:
    return forms.CharField(label=label, max_length=PANJANG_TEKS, widget=forms.Textarea(attrs={"rows": baris}), **kwargs)


def _tanggal(label: str) -> forms.DateField:
    return forms.DateField(
        label=label,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
        error_messages={"invalid": "Tanggal itu tidak ada. Tulis misalnya 31-12-2026."},
    )


class SKPForm(forms.Form):
    """A new plan: its segment, and from what it starts."""

    mulai = _tanggal("Mulai")
    selesai = _tanggal("Selesai")
    pendekatan = forms.ChoiceField(
        label="Pendekatan",
        choices=Pendekatan.choices,
        help_text="Kuantitatif: target angka menurut aspek. Kualitatif: ukuran keberhasilan dengan kata.",
    )
    dari = forms.ModelChoiceField(
        label="Isi awal",
        queryset=SKP.objects.none(),
        required=False,
        empty_label="Kosong, saya susun dari awal",
        help_text="Salinan membawa hasil kerja, indikator, dan pendekatannya.",
    )

    def __init__(self, *args, pegawai_id: int | None, hari: date, **kwargs):
        ada = SKP.objects.filter(pegawai=pegawai_id or 0, mulai__lte=hari, selesai__gte=hari).exists()
        tahun = hari.year + 1 if ada else hari.year
        awal = {"mulai": date(tahun, 1, 1), "selesai": date(tahun, 12, 31)}
        super().__init__(*args, initial=awal | kwargs.pop("initial", {}), **kwargs)
        milik = self.fields["dari"]
        milik.queryset = SKP.objects.filter(pegawai=pegawai_id or 0).select_related("jabatan").order_by("-mulai")
        milik.label_from_instance = lambda skp: f"Salin SKP {_rentang(skp)}, {skp.jabatan}"

    def clean(self):
        isi = super().clean()
        mulai, selesai = isi.get("mulai"), isi.get("selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error("selesai", "Tanggal selesai tidak boleh sebelum tanggal mulai.")
        if mulai and not date(2000, 1, 1) <= mulai <= date(2100, 1, 1):
            self.add_error("mulai", "Periksa tahunnya: SKP disusun untuk tahun berjalan atau tahun depan.")
        return isi


def _rentang(skp: SKP) -> str:
    return f"{tulis_tanggal(skp.mulai)} – {tulis_tanggal(skp.selesai)}"


class HasilForm(forms.Form):
    """A planned result and what it serves."""

    uraian = _teks(
        "Rencana hasil kerja", help_text="Tulis hasilnya, bukan kegiatannya: “Menurunnya …”, “Tersedianya …”."
    )
    jenis = forms.ChoiceField(label="Jenis", choices=JenisHasil.choices, initial=JenisHasil.UTAMA)
    mendukung = forms.ModelChoiceField(
        label="Mendukung hasil kerja atasan", queryset=None, required=False, empty_label="Belum dikaitkan"
    )
    iku = forms.ModelChoiceField(
        label="Mendukung indikator kinerja utama", queryset=Iku.objects.none(), required=False, empty_label="Tidak ada"
    )

    keanggotaan = forms.ModelChoiceField(
        label="Dari penugasan tim",
        queryset=AnggotaTim.objects.none(),
        required=False,
        empty_label="Bukan dari tim",
        help_text="Peran dalam tim menentukan apakah hasilnya utama atau tambahan.",
    )

    def __init__(self, *args, skp: SKP, hari: date, hasil=None, **kwargs):
        awal = {} if hasil is None else {
            "uraian": hasil.uraian, "jenis": hasil.jenis, "mendukung": hasil.mendukung_id, "iku": hasil.iku_id,
            "keanggotaan": hasil.keanggotaan_id,
        }  # fmt: skip
        super().__init__(*args, initial=awal, auto_id=f"hasil-{hasil.pk if hasil else 'baru'}-%s", **kwargs)
        pilihan = leader_results(skp, hari)
        if hasil is not None and hasil.mendukung_id:
            pilihan = pilihan | type(hasil).objects.filter(pk=hasil.mendukung_id)
        self.fields["mendukung"].queryset = pilihan
        if skp.jabatan.kepala_unit:
            self.fields["iku"].queryset = Iku.objects.select_related("unit")
            self.fields["iku"].label_from_instance = lambda iku: f"{iku.nama} ({iku.unit})"
        else:
            del self.fields["iku"]
        self._tawarkan_tim(skp)

    def _tawarkan_tim(self, skp: SKP) -> None:
        tugas = AnggotaTim.objects.filter(pegawai=skp.pegawai_id, mulai__lte=skp.selesai, selesai__gte=skp.mulai)
        self.fields["keanggotaan"].queryset = tugas.select_related("tim")
        if not tugas.exists():
            del self.fields["keanggotaan"]


class _IndikatorForm(forms.Form):
    uraian = _teks("Indikator kinerja individu")
    aspek = forms.ChoiceField(label="Aspek", choices=Aspek.choices)
    perspektif = forms.ChoiceField(
        label="Perspektif", required=False, choices=[("", "Pilih perspektif"), *Perspektif.choices]
    )
    bobot = AngkaField(label="Bobot (%)", tempat=2, required=False, help_text="Jumlah bobot hasil utama harus 100,00.")

    def __init__(self, *args, hasil, indikator: Indikator | None = None, **kwargs):
        awal = {} if indikator is None else {nama: getattr(indikator, nama) for nama in self.base_fields}
        ujung = f"{indikator.pk}" if indikator else f"{self.jenis}-{hasil.pk}"
        super().__init__(*args, initial=awal, auto_id=f"indikator-{ujung}-%s", **kwargs)
        if hasil.jenis == JenisHasil.TAMBAHAN:
            del self.fields["bobot"]
        bentuk = hasil.skp.bentuk
        if not bentuk.perspektif:
            del self.fields["perspektif"]
        else:
            del self.fields["aspek"]
            self.fields["perspektif"].help_text = "Wajib pada SKP kuantitatif pimpinan sebelum diajukan."

    def clean_bobot(self):
        bobot = self.cleaned_data["bobot"]
        if bobot is not None and not 0 < bobot <= 100:
            raise forms.ValidationError("Bobot lebih dari 0 dan paling banyak 100.")
        return bobot

    @property
    def isi(self) -> dict:
        """The fields for the action."""
        return {**self.cleaned_data, "jenis": self.jenis}


class IndikatorKuantitatifForm(_IndikatorForm):
    """A measure by number: target, unit, direction."""

    jenis = JenisIndikator.KUANTITATIF
    arah = forms.ChoiceField(label="Arah", choices=Arah.choices)
    target = AngkaField(label="Target", help_text="Untuk rentang: batas bawahnya.")
    target_atas = AngkaField(label="Batas atas rentang", required=False, help_text="Hanya untuk arah “dalam rentang”.")
    satuan = forms.CharField(label="Satuan", max_length=40, help_text="Misalnya dokumen, persen, hari.")
    sifat = forms.ChoiceField(label="Sifat target dalam tahun", choices=SifatTarget.choices, initial=SifatTarget.TETAP)
    field_order = ["uraian", "target", "satuan", "arah", "target_atas", "sifat", "aspek", "perspektif", "bobot"]

    def clean(self):
        isi = super().clean()
        arah, target, atas = isi.get("arah"), isi.get("target"), isi.get("target_atas")
        if target is None or not arah:
            return isi
        if target < 0:
            self.add_error("target", "Target tidak boleh negatif.")
        elif target == 0 and arah == Arah.NAIK:
            self.add_error("target", "Target 0 hanya untuk indikator yang makin rendah makin baik.")
        if arah == Arah.RENTANG and (atas is None or atas <= target):
            self.add_error("target_atas", "Isi batas atas yang lebih besar daripada batas bawahnya.")
        if arah != Arah.RENTANG:
            isi["target_atas"] = None
        return isi


class IndikatorKualitatifForm(_IndikatorForm):
    """A measure in words: the expectation and three described levels."""

    jenis = JenisIndikator.KUALITATIF
    ekspektasi = _teks("Ekspektasi")
    level_bawah = _teks("Di bawah ekspektasi bila")
    level_sesuai = _teks("Sesuai ekspektasi bila")
    level_atas = _teks("Di atas ekspektasi bila")
    field_order = [
        "uraian", "ekspektasi", "level_bawah", "level_sesuai", "level_atas", "aspek", "perspektif", "bobot",
    ]  # fmt: skip


FORM_INDIKATOR = {
    JenisIndikator.KUANTITATIF: IndikatorKuantitatifForm,
    JenisIndikator.KUALITATIF: IndikatorKualitatifForm,
}


class BobotForm(forms.Form):
    """The weights of all main indicators at once; a field an indicator, named bobot-<id>."""

    def __init__(self, *args, indikator: list[Indikator], **kwargs):
        super().__init__(*args, auto_id="%s", **kwargs)
        for satu in indikator:
            self.fields[f"bobot-{satu.pk}"] = AngkaField(label=str(satu), tempat=2, required=False, initial=satu.bobot)

    def clean(self):
        isi = super().clean()
        for nama, bobot in isi.items():
            if bobot is not None and not 0 < bobot <= 100:
                self.add_error(nama, "Bobot lebih dari 0 dan paling banyak 100.")
        return isi

    @property
    def berubah(self) -> dict[int, Decimal | None]:
        """The weights that differ from the stored ones, by indicator id."""
        return {pk: nilai for pk, nilai in self.bobot.items() if f"bobot-{pk}" in self.changed_data}

    @property
    def bobot(self) -> dict[int, Decimal | None]:
        """Weight by indicator id, of the fields that could be read."""
        return {int(nama.removeprefix("bobot-")): nilai for nama, nilai in self.cleaned_data.items()}


class EkspektasiForm(forms.Form):
    """The leader's special expectation of each of the seven values."""

    def __init__(self, *args, skp: SKP | None = None, awal: dict[str, str] | None = None, **kwargs):
        """`awal` instead of `skp`: what a content says that is not stored as rows."""
        if awal is None:
            awal = {satu.nilai: satu.ekspektasi for satu in skp.ekspektasi_perilaku.all()}
        super().__init__(*args, initial=awal, auto_id="perilaku-%s", **kwargs)
        for nilai, label in NilaiDasar.choices:
            self.fields[nilai] = _teks(label, required=False)

    @property
    def berubah(self) -> dict[str, str]:
        """The expectations that came and differ from the stored ones, by value."""
        return {nilai: self.cleaned_data[nilai] for nilai in self.changed_data if nilai in self.data}


class LampiranForm(forms.Form):
    """The annex: three lists, one line of text each entry."""

    def __init__(self, *args, skp: SKP | None = None, awal: dict[str, list[str]] | None = None, **kwargs):
        """`awal` instead of `skp`, as for the expectations."""
        baris = potret_lampiran(skp.lampiran.all()) if awal is None else awal
        awal = {jenis: "\n".join(isi) for jenis, isi in baris.items()}
        super().__init__(*args, initial=awal, auto_id="lampiran-%s", **kwargs)
        for jenis, label in JenisLampiran.choices:
            self.fields[jenis] = _teks(label, 3, required=False, help_text="Satu butir satu baris.")

    @property
    def berubah(self) -> dict[str, list[str]]:
        """The lists that came and differ from the stored ones."""
        return {jenis: self.cleaned_data[jenis].splitlines() for jenis in self.changed_data if jenis in self.data}


class CatatanForm(forms.Form):
    """Why a plan is sent back."""

    catatan = _teks(
        "Catatan untuk pegawai",
        3,
        error_messages={"required": "Tulis apa yang perlu diperbaiki sebelum SKP diajukan lagi."},
    )


class RealisasiForm(forms.Form):
    """What was achieved of one indicator: a number or a text, with evidence."""

    nilai = AngkaField(label="Realisasi", required=False)
    uraian = _teks("Catatan", required=False)
    berkas = forms.FileField(
        label="Berkas bukti",
        required=False,
        allow_empty_file=True,
        help_text="PDF, PNG, JPG, XLSX, atau DOCX, paling besar 5 MB.",
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg,.xlsx,.docx"}),
    )
    tautan = forms.CharField(
        label="Tautan bukti",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"}),
    )

    def __init__(self, *args, indikator: Indikator, terakhir=None, **kwargs):
        awal = {} if terakhir is None else {"nilai": terakhir.nilai, "uraian": terakhir.uraian}
        super().__init__(*args, initial=awal, auto_id=f"realisasi-{indikator.pk}-%s", **kwargs)
        self.indikator, self.terakhir = indikator, terakhir
        if indikator.jenis == JenisIndikator.KUALITATIF:
            del self.fields["nilai"]
            self.fields["uraian"].required, self.fields["uraian"].label = True, "Hasil yang dicapai"
        else:
            self.fields["nilai"].label = f"Realisasi ({indikator.satuan})"
            self.fields["nilai"].required = True

    @property
    def pakai_terpilih(self) -> set[int]:
        """The evidence ticked in a form that came back."""
        return set(daftar_nomor(self.data.getlist("pakai"))) if hasattr(self.data, "getlist") else set()

    def clean_nilai(self):
        nilai = self.cleaned_data["nilai"]
        if nilai is not None and nilai < 0:
            raise forms.ValidationError("Realisasi adalah angka 0 atau lebih.")
        return nilai


class SaringForm(forms.Form):
    """Search over names."""

    q = forms.CharField(label="Cari", required=False, max_length=100)


class SaringBuktiForm(SaringForm):
    """Search over one's own evidence."""

    JENIS = (
        ("", "Semua"),
        ("berkas", "Berkas"),
        ("tautan", "Tautan"),
        ("tertutup", "Tautan tidak dapat dibuka"),
        ("belum", "Belum dipakai"),
    )
    _SARING = {
        "berkas": Q(jenis=JenisBukti.BERKAS),
        "tautan": Q(jenis=JenisBukti.TAUTAN),
        "tertutup": Q(keadaan=KeadaanTautan.TERTUTUP),
        "belum": Q(dipakai=0),
    }

    jenis = forms.ChoiceField(label="Jenis", choices=JENIS, required=False)

    def terapkan(self, bukti):
        """The pieces that the form asks for; what cannot be read as a filter finds nothing."""
        if not self.is_valid():
            return bukti.none()
        if kata := self.cleaned_data["q"].strip():
            bukti = bukti.filter(Q(nama_asli__icontains=kata) | Q(tautan__icontains=kata))
        return bukti.filter(self._SARING.get(self.cleaned_data["jenis"], Q()))


class SaringIkuForm(SaringForm):
    unit = forms.ModelChoiceField(label="Unit", queryset=Unit.objects.none(), required=False, empty_label="Semua unit")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = Unit.objects.filter(iku__isnull=False).distinct()


class _AngkaIkuForm(forms.Form):
    """A figure of an outcome with its source; the reason where it corrects one."""

    tahun = BilanganField(label="Tahun", min_value=1990, max_value=2100)
    nilai = AngkaField(label="Nilai")
    sumber = _teks("Sumber", help_text="Nama publikasi, halaman, atau alamatnya.")
    catatan = _teks("Catatan", required=False)
    alasan = _teks(
        "Alasan perbaikan",
        required=False,
        help_text="Hanya bila memperbaiki angka yang sudah ada; angka lama tetap dapat dibaca.",
    )

    def __init__(self, *args, satuan: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nilai"].label = f"{self.fields['nilai'].label} ({satuan})"


class NilaiIkuForm(_AngkaIkuForm):
    """A published value."""

    seri = forms.CharField(
        label="Seri",
        required=False,
        max_length=60,
        help_text="Cara mengukurnya, misalnya SP2020. Dua seri tidak pernah digambar sebagai satu garis.",
    )
    terverifikasi = forms.BooleanField(label="Angka ini saya baca sendiri dalam sumbernya", required=False)
    field_order = ["tahun", "nilai", "seri", "sumber", "terverifikasi", "catatan", "alasan"]


class TargetIkuForm(_AngkaIkuForm):
    """A target."""

    nilai = AngkaField(label="Target")


class SaringPenopangForm(SaringForm):
    """Search over the results below an outcome."""

    kantor = forms.ModelChoiceField(
        label="Perangkat daerah", queryset=Unit.objects.none(), required=False, empty_label="Semua"
    )

    def __init__(self, *args, kantor: list[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kantor"].queryset = Unit.objects.filter(pk__in=kantor)
