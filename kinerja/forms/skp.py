"""The forms of a plan: its frame, results, weights, expectations and annex."""

from datetime import date
from decimal import Decimal

from django import forms

from mataram_asn.kit.kata import tulis_tanggal

from ..akses import leader_results
from ..models import SKP, AnggotaTim, Iku, Indikator
from ..pilihan import (
    JenisHasil,
    JenisLampiran,
    NilaiDasar,
    Pendekatan,
)
from ..potret import potret_lampiran
from .dasar import AngkaField, tanggal, teks


class SKPForm(forms.Form):
    """A new plan: its segment, and from what it starts."""

    mulai = tanggal("Mulai")
    selesai = tanggal("Selesai")
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

    uraian = teks(
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
            self.fields[nilai] = teks(label, required=False)

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
            self.fields[jenis] = teks(label, 3, required=False, help_text="Satu butir satu baris.")

    @property
    def berubah(self) -> dict[str, list[str]]:
        """The lists that came and differ from the stored ones."""
        return {jenis: self.cleaned_data[jenis].splitlines() for jenis in self.changed_data if jenis in self.data}


class CatatanForm(forms.Form):
    """Why a plan is sent back."""

    catatan = teks(
        "Catatan untuk pegawai",
        3,
        error_messages={"required": "Tulis apa yang perlu diperbaiki sebelum SKP diajukan lagi."},
    )
