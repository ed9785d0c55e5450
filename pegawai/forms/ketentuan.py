"""A draft of a ketentuan, a field for each of its numbers."""

from decimal import Decimal

from django import forms

from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka

from ..ketentuan_baca import pasang, rincian
from ..pilihan import (
    Kepastian,
)
from .dasar import TanggalInput


class RancangForm(forms.Form):
    """A draft: its numbers as they are, to be typed anew; from when it holds, why and on what it rests."""

    mulai = forms.DateField(label="Berlaku mulai", widget=TanggalInput(), input_formats=["%Y-%m-%d"])
    dasar_hukum = forms.CharField(label="Dasar hukum", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    alasan = forms.CharField(
        label="Apa yang berubah, dan mengapa", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    kepastian = forms.ChoiceField(label="Kepastian sumber", choices=Kepastian.choices)
    nomor_keputusan = forms.CharField(label="Nomor keputusan", max_length=120, required=False)
    tanggal_keputusan = forms.DateField(
        label="Tanggal keputusan", required=False, widget=TanggalInput(), input_formats=["%Y-%m-%d"]
    )
    dasar_baru = forms.CharField(
        label="Dasar hukum angka yang diubah", max_length=300, required=False, help_text="Kosong: tetap seperti semula."
    )

    def __init__(self, *args, dasar, rancangan=None, **lain):
        super().__init__(*args, **lain)
        self.dasar = dasar
        baru = ("mulai", "alasan", "nomor_keputusan", "tanggal_keputusan") if rancangan else ()
        for nama in ("dasar_hukum", "kepastian", *baru):
            self.fields[nama].initial = getattr(dasar, nama)
        self.butir = [satu for satu in rincian(dasar.jenis, dasar.isi, dasar.dasar_angka) if _dapat_diubah(satu)]
        for satu in self.butir:
            self.fields[_nama_bidang(satu.jalur)] = _bidang_pilihan(satu) if satu.berkode else _bidang_angka(satu)

    def kelompok(self):
        """The fields of the numbers by group, for the page."""
        hasil: dict = {}
        for satu in self.butir:
            hasil.setdefault(satu.kelompok, []).append(self[_nama_bidang(satu.jalur)])
        return hasil.items()

    def keterangan(self):
        """The fields that are no numbers."""
        return [self[nama] for nama in self.base_fields]

    def clean(self):
        isi = super().clean()
        for satu in self.butir:
            nama = _nama_bidang(satu.jalur)
            if (teks := isi.get(nama)) and not satu.berkode:
                try:
                    isi[nama] = format(parse_angka(teks), "f")
                except RuleViolation as galat:
                    self.add_error(nama, str(galat))
        return isi

    def isi(self) -> dict:
        """What the action is told: the whole content, and the source of the numbers that changed.

        Raises RuleViolation for a number that does not fit its place.
        """
        data = self.cleaned_data
        ubah = {s.jalur: data[_nama_bidang(s.jalur)] for s in self.butir if self._berubah(s)}
        sumber = dict.fromkeys(ubah, data["dasar_baru"]) if data["dasar_baru"] else {}
        nama = ("mulai", "dasar_hukum", "alasan", "kepastian", "nomor_keputusan", "tanggal_keputusan")
        return {satu: data[satu] for satu in nama} | {
            "isi": pasang(self.dasar.isi, ubah),
            "dasar_angka": self.dasar.dasar_angka | sumber,
        }

    def _berubah(self, satu) -> bool:
        teks = self.cleaned_data.get(_nama_bidang(satu.jalur))
        if satu.berkode:
            return bool(teks) and teks != satu.nilai
        return bool(teks) and Decimal(teks) != Decimal(satu.nilai)


def _nama_bidang(jalur: str) -> str:
    return f"angka__{jalur.replace('.', '__')}"


def _dapat_diubah(satu) -> bool:
    """A single number, or a code whose words are known."""
    return bool(satu.nilai) and len(satu.pilihan) > 1 if satu.berkode else _berangka(satu.nilai)


def _bidang_angka(satu) -> forms.Field:
    return forms.CharField(
        label=f"{satu.nama} ({satu.satuan})" if satu.satuan else satu.nama,
        required=False,
        max_length=40,
        initial=tulis_angka(satu.nilai, len(satu.nilai.partition(".")[2])),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )


def _bidang_pilihan(satu) -> forms.Field:
    return forms.ChoiceField(label=satu.nama, required=False, choices=satu.pilihan, initial=satu.nilai)


def _berangka(teks: str) -> bool:
    return teks.isascii() and teks.replace(".", "", 1).isdigit()
