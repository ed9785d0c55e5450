"""The forms around a siklus that runs. A person or a unit is named by NIP or code, as the letters name them."""

from django import forms
from django.db.models import Q

from kinerja.pilihan import KegiatanPeriode
from mataram_asn.kit.kata import tulis_angka
from pegawai.models import Pegawai, Unit

from ..pilihan import ApaSiklus
from ..rekap.keadaan import HAL
from ..rekap.papan import KATA_TEPAT
from .siklus import FORMAT


def _waktu(label: str, **lain) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        input_formats=[FORMAT, "%Y-%m-%dT%H:%M:%S"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format=FORMAT),
        **lain,
    )


def _alasan() -> forms.CharField:
    return forms.CharField(label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


def _kantor() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="Perangkat daerah",
        queryset=Unit.objects.perangkat_daerah().order_by("nama"),
        required=False,
        empty_label="Semua perangkat daerah",
    )


class SaringPapanForm(forms.Form):
    """Search and filter of the board. `kota`: of the whole city, by one who rates nobody perhaps."""

    cari = forms.CharField(label="Cari nama atau unit", required=False, max_length=80)
    unit = _kantor()
    keadaan = forms.ChoiceField(
        label="Keadaan",
        required=False,
        choices=[("", "Semua"), ("lewat", "Lewat tenggat"), ("saya", "Tertahan oleh saya")],
    )

    def __init__(self, *args, kota: bool, pegawai_id: int | None, **lain):
        super().__init__(*args, **lain)
        self.pegawai_id = pegawai_id
        if not kota:
            del self.fields["unit"]
        if pegawai_id is None:
            self.fields["keadaan"].choices = self.fields["keadaan"].choices[:2]

    def cocok(self, satu, kantor: dict) -> bool:
        """Whether a sheet that waits is asked for; `kantor`: the office of each unit."""
        isi, lembar = self.cleaned_data, satu.lembar
        kata = f"{lembar.penilai or ''} {lembar.pegawai} {lembar.skp.unit}".casefold()
        saya = isi["keadaan"] != "saya" or lembar.penilai_id == self.pegawai_id
        lewat = isi["keadaan"] != "lewat" or satu.sejak is not None
        return isi["cari"].casefold() in kata and saya and lewat and _di_kantor(isi, lembar, kantor)


def _di_kantor(isi: dict, lembar, kantor: dict) -> bool:
    unit = isi.get("unit")
    return unit is None or kantor.get(lembar.skp.unit_id) == unit.pk


class SaringTepatForm(forms.Form):
    """Search and filter of the people's own punctuality."""

    cari = forms.CharField(label="Cari nama atau unit", required=False, max_length=80)
    unit = _kantor()
    keadaan = forms.ChoiceField(
        label="Ketepatan", required=False, choices=[("", "Semua"), *((satu, satu) for satu in KATA_TEPAT)]
    )

    def __init__(self, *args, kota: bool, **lain):
        super().__init__(*args, **lain)
        if not kota:
            del self.fields["unit"]

    def cocok(self, satu, saat, kantor: dict) -> bool:
        """Whether a person is asked for; `kantor`: the office of each unit."""
        isi, lembar = self.cleaned_data, satu.lembar
        kata = f"{lembar.pegawai} {lembar.skp.unit}".casefold()
        tepat = isi["keadaan"] in ("", satu.kata(saat))
        return isi["cari"].casefold() in kata and tepat and _di_kantor(isi, lembar, kantor)


class SaringKeadaanForm(forms.Form):
    """Search and filter of how far people are."""

    cari = forms.CharField(label="Cari nama, jabatan, atau unit", required=False, max_length=80)
    unit = _kantor()
    hal = forms.ChoiceField(
        label="Yang perlu dikerjakan",
        required=False,
        choices=[("", "Semua pegawai"), ("ada", "Ada yang perlu dikerjakan"), *HAL.items()],
    )

    def __init__(self, *args, kota: bool, **lain):
        super().__init__(*args, **lain)
        if not kota:
            del self.fields["unit"]

    def cocok(self, satu) -> bool:
        """Whether a person is asked for; the office is chosen before they are read."""
        isi, tempat = self.cleaned_data, satu.penempatan
        kata = f"{satu.orang.nama_lengkap} {satu.orang.nip or ''} {tempat.jabatan.nama if tempat else ''} {satu.unit}"
        kunci = {hal for hal, _ in satu.hal}
        perlu = bool(kunci) if isi["hal"] == "ada" else not isi["hal"] or isi["hal"] in kunci
        return isi["cari"].casefold() in kata.casefold() and perlu


class SaringPerpanjanganForm(forms.Form):
    """Search and filter of the extensions of a siklus."""

    cari = forms.CharField(label="Cari unit atau nama", required=False, max_length=80)
    kegiatan = forms.ChoiceField(
        label="Yang diperpanjang", required=False, choices=[("", "Semua"), *KegiatanPeriode.choices]
    )
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua"), ("berlaku", "Berlaku"), ("dicabut", "Dicabut")]
    )

    def saring(self, baris):
        """The extensions that are asked for; what cannot be read as a filter finds nothing."""
        if not self.is_valid():
            return baris.none()
        isi = self.cleaned_data
        if isi["cari"]:
            baris = baris.filter(Q(unit__nama__icontains=isi["cari"]) | Q(pegawai__nama__icontains=isi["cari"]))
        if isi["kegiatan"]:
            baris = baris.filter(kegiatan=isi["kegiatan"])
        return baris.filter(dicabut_pada__isnull=isi["keadaan"] == "berlaku") if isi["keadaan"] else baris


class PerpanjanganForm(forms.Form):
    """More time for one unit or one person."""

    kegiatan = forms.ChoiceField(label="Yang diperpanjang", choices=KegiatanPeriode.choices)
    unit = forms.ModelChoiceField(
        label="Unit kerja", queryset=Unit.objects.perangkat_daerah().order_by("nama"), required=False, empty_label="—"
    )
    nip = forms.CharField(
        label="NIP pegawai", required=False, max_length=30, help_text="Isi salah satu: unit kerja atau NIP."
    )
    sampai = _waktu("Diperpanjang sampai (WITA)")
    alasan = _alasan()

    def clean_nip(self):
        return _cari_pegawai(self.cleaned_data["nip"]) if self.cleaned_data["nip"].strip() else None

    def isi(self) -> dict:
        """As `extend_deadline` takes it."""
        isi = self.cleaned_data
        unit, orang = isi["unit"], isi["nip"]
        return {
            "kegiatan": isi["kegiatan"],
            "unit_id": unit.pk if unit else None,
            "pegawai_id": orang.pk if orang else None,
            "sampai": isi["sampai"],
            "alasan": isi["alasan"],
        }


def _cari_pegawai(nip: str) -> Pegawai:
    angka = "".join(nip.split())
    orang = Pegawai.objects.filter(nip=angka).first() if angka.isascii() and angka.isdigit() else None
    if orang is None:
        raise forms.ValidationError("Tidak ada pegawai dengan NIP itu.")
    return orang


#: Not one of those offered.
LAIN = "lain"


class AlihForm(forms.Form):
    """The new assessor and why; with the other sheets that wait for the same assessor, where there are any."""

    ke = forms.ChoiceField(label="Penilai baru")
    nip = forms.CharField(
        label="NIP penilai lain", required=False, max_length=30, help_text="Hanya bila bukan yang di atas."
    )
    alasan = _alasan()
    semua = forms.BooleanField(required=False)

    def __init__(self, *args, calon=(), lain: int = 0, **sisa):
        super().__init__(*args, **sisa)
        pilihan = [(str(satu.pk), f"{satu.nama_lengkap} · {kata}") for satu, kata in calon]
        self.fields["ke"].choices = [*pilihan, (LAIN, "Orang lain, menurut NIP di bawah")]
        self.fields["semua"].label = f"Alihkan juga {tulis_angka(lain)} lembar lain yang menunggu penilai ini"
        if not lain:
            del self.fields["semua"]
        if not pilihan:
            del self.fields["ke"]
            self.fields["nip"].label, self.fields["nip"].help_text = "NIP penilai baru", ""

    def clean_nip(self):
        return _cari_pegawai(self.cleaned_data["nip"]) if self.cleaned_data["nip"].strip() else None

    def clean(self):
        isi = super().clean()
        if not self.errors and isi.get("ke", LAIN) == LAIN and not isi["nip"]:
            self.add_error("nip", "Pilih penilai baru, atau tulis NIP-nya.")
        return isi

    def isi(self) -> dict:
        """As `hand_over` takes it; a NIP that was typed counts before the one that was chosen."""
        orang = self.cleaned_data["nip"]
        return {"ke_id": orang.pk if orang else int(self.cleaned_data["ke"]), "alasan": self.cleaned_data["alasan"]}


class PermohonanForm(forms.Form):
    """What is asked of the second person."""

    apa = forms.ChoiceField(label="Yang dimohon", choices=ApaSiklus.choices)
    tutup_baru = _waktu(
        "Pengisian ditutup lagi pada (WITA)", required=False, help_text="Hanya untuk membuka kembali pengisian."
    )
    alasan = _alasan()


class PutusanForm(forms.Form):
    """The second person's word."""

    putusan = forms.ChoiceField(
        label="Putusan", choices=[("setuju", "Setujui"), ("tolak", "Tolak")], widget=forms.RadioSelect
    )
    tanggapan = forms.CharField(
        label="Tanggapan",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila ditolak.",
    )
