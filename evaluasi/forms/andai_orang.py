"""Trying another figure for one person; a plain GET form whose address can be kept."""

from decimal import Decimal

from django import forms

from kinerja.pilihan import JenisIndikator, NilaiDasar
from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka

from ..aturan import MasukanEvaluasi, MasukanIndikator, Ubahan
from ..pilihan import PredikatOrganisasi, Rating, Sumbu

MAKS = Decimal(10) ** 12
PILIH = {"invalid_choice": "Pilih salah satu dari pilihan yang ada."}
USUL = "menurut usul"


class AngkaField(forms.CharField):
    """A number as people here write it; empty is None."""

    def __init__(self, *, satuan="", bawah=Decimal(0), atas=MAKS, **lain):
        super().__init__(required=False, max_length=40, widget=forms.TextInput(attrs={"inputmode": "decimal"}), **lain)
        self.satuan, self.bawah, self.atas = satuan, bawah, atas

    def clean(self, value):
        teks = super().clean(value)
        if not teks:
            return None
        try:
            angka = parse_angka(teks)
        except RuleViolation as galat:
            raise forms.ValidationError(str(galat)) from galat
        if not self.bawah <= angka <= self.atas or angka.as_tuple().exponent < -4:
            batas = f"{tulis_angka(self.bawah)} sampai {tulis_angka(self.atas)}"
            raise forms.ValidationError(f"Isi dengan angka {batas}, paling banyak empat angka di belakang koma.")
        return angka


class AndaiForm(forms.Form):
    """One field for each figure of a prepared input; what is left as it is, or left out, changes nothing."""

    def __init__(self, *args, masukan: MasukanEvaluasi, **lain):
        super().__init__(*args, **lain)
        self.masukan = masukan
        for satu in masukan.indikator:
            self._indikator(satu)
        for satu in masukan.perilaku:
            self._pilih(f"p_{satu.nilai}", NilaiDasar(satu.nilai).label, Rating.choices, satu.rating)
        if masukan.publik_sendiri is not None:
            self.fields["n"] = AngkaField(label="Banyaknya jawaban (n)", satuan="jawaban", bawah=1, atas=100_000)
            self.fields["rata"] = AngkaField(label="Rata-rata jawaban", satuan="dari 4", bawah=1, atas=4)
        self._akhir()

    def _indikator(self, satu: MasukanIndikator) -> None:
        if satu.jenis == JenisIndikator.KUANTITATIF:
            awal = None if satu.realisasi is None else tulis_angka(satu.realisasi.normalize(), _tempat(satu.realisasi))
            self.fields[f"r_{satu.kunci}"] = AngkaField(label="Realisasi", satuan=satu.satuan, initial=awal)
        kosong = USUL if satu.jenis == JenisIndikator.KUANTITATIF else "belum dinilai"
        self._pilih(f"k_{satu.kunci}", "Rating", [("", kosong), *Rating.choices], satu.rating or "")

    def _akhir(self) -> None:
        isi = self.masukan
        usul = [("", USUL), *Rating.choices]
        if isi.kepala:
            self._pilih("organisasi", "Predikat organisasi", PredikatOrganisasi.choices, isi.predikat_organisasi)
        else:
            self._pilih("akhir_hasil", "Rating hasil kerja", usul, isi.rating_hasil or "")
        self._pilih("akhir_perilaku", "Rating perilaku kerja", usul, isi.rating_perilaku or "")

    def _pilih(self, nama: str, label: str, pilihan, awal) -> None:
        self.fields[nama] = forms.ChoiceField(
            label=label, choices=pilihan, required=False, initial=awal, error_messages=PILIH
        )

    def clean(self):
        isi = super().clean()
        if (isi.get("n") is None) != (isi.get("rata") is None):
            self.add_error("rata", "Isi banyaknya jawaban dan rata-ratanya bersama-sama.")
        if isi.get("n") is not None and isi["n"] != int(isi["n"]):
            self.add_error("n", "Isi dengan bilangan bulat.")
        return isi

    @property
    def ubahan(self) -> Ubahan:
        """What was typed anew."""
        isi = {nama: nilai for nama, nilai in self.cleaned_data.items() if self._berubah(nama)}
        return Ubahan(
            realisasi={nama[2:]: nilai for nama, nilai in isi.items() if nama.startswith("r_") and nilai is not None},
            rating={nama[2:]: _rating(nilai) for nama, nilai in isi.items() if nama.startswith("k_")},
            perilaku={nama[2:]: Rating(nilai) for nama, nilai in isi.items() if nama.startswith("p_") and nilai},
            suara=(int(isi["n"]), isi["rata"]) if isi.get("n") and isi.get("rata") else None,
            akhir={
                sumbu: _rating(isi[nama])
                for nama, sumbu in (("akhir_hasil", Sumbu.HASIL), ("akhir_perilaku", Sumbu.PERILAKU))
                if nama in isi
            },
            organisasi=PredikatOrganisasi(isi["organisasi"]) if isi.get("organisasi") else None,
        )

    def _berubah(self, nama: str) -> bool:
        """A field that the address leaves out stays as it is."""
        return nama in self.data and self[nama].value() != (self.fields[nama].initial or "")

    def indikator(self):
        """(indicator, its realisasi field or None, its rating field) for the page."""
        for satu in self.masukan.indikator:
            nama = f"r_{satu.kunci}"
            yield satu, self[nama] if nama in self.fields else None, self[f"k_{satu.kunci}"]

    def perilaku(self):
        return [self[f"p_{satu.nilai}"] for satu in self.masukan.perilaku]

    def publik(self):
        return [self[nama] for nama in ("n", "rata") if nama in self.fields]

    def akhir(self):
        return [self[nama] for nama in ("organisasi", "akhir_hasil", "akhir_perilaku") if nama in self.fields]


def _rating(nilai: str) -> Rating | None:
    return Rating(nilai) if nilai else None


def _tempat(nilai: Decimal) -> int:
    return max(0, -nilai.normalize().as_tuple().exponent)
