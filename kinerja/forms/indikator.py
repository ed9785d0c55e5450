"""The two forms of an indicator."""

from django import forms

from ..models import Indikator
from ..pilihan import (
    Arah,
    Aspek,
    JenisHasil,
    JenisIndikator,
    Perspektif,
    SifatTarget,
)
from .dasar import AngkaField, teks


class _IndikatorForm(forms.Form):
    uraian = teks("Indikator kinerja individu")
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
    ekspektasi = teks("Ekspektasi")
    level_bawah = teks("Di bawah ekspektasi bila")
    level_sesuai = teks("Sesuai ekspektasi bila")
    level_atas = teks("Di atas ekspektasi bila")
    field_order = [
        "uraian", "ekspektasi", "level_bawah", "level_sesuai", "level_atas", "aspek", "perspektif", "bobot",
    ]  # fmt: skip


FORM_INDIKATOR = {
    JenisIndikator.KUANTITATIF: IndikatorKuantitatifForm,
    JenisIndikator.KUALITATIF: IndikatorKualitatifForm,
}
