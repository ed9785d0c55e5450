"""The forms of objection: picking figures, speaking, deciding, and the filters of the lists."""

from django import forms

from kinerja.forms import AngkaField
from pegawai.models import Pegawai

from ..aturan import TIDAK_DIHITUNG, jenis_butir
from ..models import ButirKeberatan
from ..pilihan import Pihak, PutusanButir, Rating, StatusKeberatan

MAKS_TEKS = 4000


def _teks(label: str, baris: int = 3, **kwargs) -> forms.CharField:
    return forms.CharField(label=label, max_length=MAKS_TEKS, widget=forms.Textarea(attrs={"rows": baris}), **kwargs)


class AjukanForm(forms.Form):
    """Why the picked figures are wrong, and evidence where there is some."""

    alasan = _teks("Mengapa angka itu keliru", 4)
    berkas = forms.FileField(label="Bukti (PDF, gambar, XLSX, DOCX)", required=False)
    tautan = forms.URLField(label="Tautan bukti", required=False, max_length=200, assume_scheme="https")


class KeteranganForm(forms.Form):
    """What one side says."""

    pihak = forms.ChoiceField(label="Keterangan dari", choices=Pihak.choices)
    isi = _teks("Keterangan", 4)

    def __init__(self, *args, pihak=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pihak"].choices = [(satu.value, satu.label) for satu in pihak]
        if len(pihak) == 1:
            self.fields["pihak"].widget = forms.HiddenInput()
            self.initial["pihak"] = pihak[0].value


class TunjukForm(forms.Form):
    """Who examines, found by NIP or by the name of an official without one."""

    nip = forms.CharField(label="NIP pemeriksa", max_length=30)
    dasar = _teks("Dasar penunjukan", 2)

    def clean_nip(self):
        nip = "".join(self.cleaned_data["nip"].split())
        pegawai = Pegawai.objects.aktif().filter(nip=nip).first() if nip.isascii() and nip.isdigit() else None
        if pegawai is None:
            raise forms.ValidationError("Tidak ada pegawai aktif dengan NIP itu; tulis 18 angka.")
        self.cleaned_data["pegawai"] = pegawai
        return nip


class PutusanForm(forms.Form):
    """One decision for each contested figure: keep or change, the new value by its kind, and the consideration.

    `wajib=False` reads what is there so far, to show what it would give.
    """

    def __init__(self, *args, butir: list[ButirKeberatan], wajib: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self.butir = butir
        for satu in butir:
            self.fields[f"putusan_{satu.pk}"] = forms.ChoiceField(
                label="Putusan",
                choices=[("", "Pilih putusan"), *PutusanButir.choices],
                required=wajib,
                error_messages={"required": f"pilih putusan untuk “{satu.nama}”."},
            )
            self.fields[f"nilai_{satu.pk}"] = _bidang_nilai(satu)
            self.fields[f"pertimbangan_{satu.pk}"] = _teks(
                "Pertimbangan",
                2,
                required=wajib,
                error_messages={"required": f"tulis pertimbangan untuk “{satu.nama}”."},
            )

    def kelompok(self):
        """(figure, its three bound fields) in order, for the page."""
        return [
            (satu, [self[f"{nama}_{satu.pk}"] for nama in ("putusan", "nilai", "pertimbangan")]) for satu in self.butir
        ]

    def putusan(self) -> dict[int, dict]:
        """What was decided, as `decide_objection` takes it."""
        isi = self.cleaned_data
        return {
            satu.pk: {
                "putusan": isi[f"putusan_{satu.pk}"],
                "nilai_baru": isi[f"nilai_{satu.pk}"],
                "pertimbangan": isi[f"pertimbangan_{satu.pk}"],
            }
            for satu in self.butir
        }


def _bidang_nilai(butir: ButirKeberatan):
    jenis = jenis_butir(butir.kunci)
    if jenis == "realisasi":
        return AngkaField(label="Realisasi yang benar", required=False)
    pilihan = [(TIDAK_DIHITUNG, "Tidak dihitung")] if jenis == "publik" else Rating.choices
    return forms.ChoiceField(label="Nilai baru", choices=[("", "Pilih nilai baru"), *pilihan], required=False)


class SaringKeberatanForm(forms.Form):
    """Search and filter of the list."""

    cari = forms.CharField(label="Cari nama atau NIP", required=False, max_length=80)
    status = forms.ChoiceField(
        label="Status",
        required=False,
        choices=[
            ("", "Semua status"),
            ("terbuka", "Belum diputus"),
            *(satu for satu in StatusKeberatan.choices if satu[0] not in ("disampaikan", "diterima")),
        ],
    )


class SaringPantauForm(forms.Form):
    """Search and filter of the watch."""

    cari = forms.CharField(label="Cari nama", required=False, max_length=80)
    tanda = forms.ChoiceField(
        label="Tanda",
        required=False,
        choices=[("", "Semua"), ("baca", "Perlu dibaca"), ("wajar", "Wajar"), ("belum", "Belum ada siklus berikut")],
    )
