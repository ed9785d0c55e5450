"""The forms of approving, changing and talking about plans."""

from django import forms

from pegawai.models import Pegawai

from ..models import SKP, Indikator
from ..pilihan import JenisUsul, NilaiDasar
from .dasar import SaringForm, tanggal, teks


class AlasanForm(forms.Form):
    """Why an approved plan has to change."""

    alasan = teks(
        "Alasan perubahan",
        3,
        help_text="Strategi, pimpinan, atau penugasan apa yang berubah sejak SKP disetujui?",
        error_messages={"required": "Tulis alasan perubahan."},
    )


class PendelegasianForm(forms.Form):
    """Who decides while the atasan is away, and until when."""

    wakil = forms.ModelChoiceField(label="Wakil", queryset=Pegawai.objects.none(), empty_label="Pilih wakil")
    mulai = tanggal("Mulai")
    selesai = tanggal("Selesai")
    persetujuan = forms.BooleanField(label="Persetujuan SKP", required=False, initial=True)
    dialog = forms.BooleanField(label="Dialog kinerja", required=False)
    alasan = forms.CharField(label="Alasan", max_length=200, help_text="Misalnya: dinas luar, cuti tahunan.")

    def __init__(self, *args, calon, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wakil"].queryset = calon.urut_nama()

    def clean(self):
        isi = super().clean()
        if isi.get("mulai") and isi.get("selesai") and isi["selesai"] < isi["mulai"]:
            self.add_error("selesai", "Tanggal selesai tidak boleh sebelum tanggal mulai.")
        if not (isi.get("persetujuan") or isi.get("dialog")):
            self.add_error("persetujuan", "Pilih sedikitnya satu hal yang didelegasikan.")
        return isi


class UmpanBalikForm(forms.Form):
    """Feedback about an indicator, one of the seven values, or in general."""

    pokok = forms.ChoiceField(label="Tentang", required=False)
    teks = teks("Umpan balik", 3, help_text="Sebutkan yang Anda lihat dan dampaknya; tidak dapat diubah lagi.")
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

    def __init__(self, *args, skp: SKP, **kwargs):
        super().__init__(*args, auto_id="umpan-%s", **kwargs)
        indikator = Indikator.objects.filter(hasil__skp=skp).order_by("hasil__urutan", "urutan", "pk")
        self.fields["pokok"].choices = [
            ("", "Umum"),
            ("Indikator", [(f"indikator-{satu.pk}", satu.uraian[:90]) for satu in indikator]),
            ("Perilaku kerja", [(f"nilai-{nilai}", label) for nilai, label in NilaiDasar.choices]),
        ]

    @property
    def isi(self) -> dict:
        """The arguments of the action."""
        jenis, _, kunci = self.cleaned_data["pokok"].partition("-")
        return {
            "teks": self.cleaned_data["teks"],
            "indikator_id": int(kunci) if jenis == "indikator" else None,
            "nilai": kunci if jenis == "nilai" else "",
            "berkas": self.cleaned_data["berkas"],
            "tautan": self.cleaned_data["tautan"],
        }


class JadwalDialogForm(forms.Form):
    """When, where and what about."""

    waktu = forms.DateTimeField(
        label="Hari dan jam (WITA)",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M"],
        error_messages={"invalid": "Tulis hari dan jamnya, misalnya 31-12-2026 09:00."},
    )
    tempat = forms.CharField(label="Tempat", max_length=120, help_text="Ruang, atau alamat rapat daring.")
    agenda = teks("Agenda", 3)


class DialogForm(JadwalDialogForm):
    """A new dialogue: with whom as well."""

    dengan = forms.ModelChoiceField(label="Dengan", queryset=Pegawai.objects.none(), empty_label="Pilih orangnya")
    field_order = ["dengan", "waktu", "tempat", "agenda"]

    def __init__(self, *args, calon, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["dengan"].queryset = calon


class CatatanDialogForm(forms.Form):
    catatan = teks("Catatan Anda", 4, required=False)


class KesepakatanForm(forms.Form):
    """What was agreed, who does it, until when."""

    uraian = teks("Kesepakatan")
    penanggung_jawab = forms.ModelChoiceField(label="Penanggung jawab", queryset=Pegawai.objects.none())
    tenggat = tanggal("Tenggat")

    def __init__(self, *args, dialog, **kwargs):
        super().__init__(*args, auto_id="sepakat-%s", **kwargs)
        pihak = Pegawai.objects.filter(pk__in=[dialog.pegawai_id, dialog.atasan_id])
        self.fields["penanggung_jawab"].queryset = pihak.urut_nama()
        self.fields["penanggung_jawab"].initial = dialog.pegawai_id


class HasilKesepakatanForm(forms.Form):
    hasil = forms.CharField(label="Hasilnya", max_length=200, required=False)


class BatalDialogForm(forms.Form):
    alasan = forms.CharField(
        label="Alasan pembatalan", max_length=200, error_messages={"required": "Tulis alasan pembatalan."}
    )


class SaringDialogForm(SaringForm):
    """Search over people and agenda, and the state."""

    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[("", "Semua status"), ("direncanakan", "Direncanakan"), ("selesai", "Disahkan"),
                 ("dibatalkan", "Dibatalkan")],
    )  # fmt: skip


class SaringUsulForm(SaringForm):
    """Search over people and positions, and the kind of proposal."""

    jenis = forms.ChoiceField(label="Jenis", required=False, choices=[("", "Semua jenis"), *JenisUsul.choices])


class SaringTinjauForm(SaringForm):
    """Search over people and positions, and whether something is unusual."""

    catatan = forms.ChoiceField(
        label="Catatan", required=False, choices=[("", "Semua"), ("tanpa", "Tanpa catatan"), ("ada", "Ada catatan")]
    )
