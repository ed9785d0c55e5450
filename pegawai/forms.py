"""The forms of people, files, reports and sign-in. They read what was typed; the actions decide."""

from decimal import Decimal

from django import forms
from django.utils import timezone

from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka

from .adapter import rapikan_nama_akun
from .ketentuan_baca import pasang, rincian
from .models import Pegawai, Pengguna, Unit
from .pilihan import (
    STATUS_BERHENTI,
    JenisBerkasImpor,
    JenisJabatan,
    JenisKetentuan,
    JenisPegawai,
    JenisStatusDinas,
    Kedudukan,
    Kepastian,
    Peran,
    Putusan,
)


class TanggalInput(forms.DateInput):
    """The browser's own date picker; it only understands ISO, whatever the locale."""

    input_type = "date"

    def __init__(self, **lain):
        super().__init__(format="%Y-%m-%d", **lain)


class PerTanggalForm(forms.Form):
    """Asks any page about the organisation for another day."""

    per = forms.DateField(label="Per tanggal", required=False, widget=TanggalInput(), input_formats=["%Y-%m-%d"])

    def clean_per(self):
        hari = self.cleaned_data["per"]
        if hari and not 1990 <= hari.year <= 2100:
            raise forms.ValidationError("Pilih tanggal antara 1990 dan 2100.")
        return hari

    @property
    def hari(self):
        """The day asked for, today without one or with one that cannot be read."""
        return self.nilai("per") or timezone.localdate()

    @property
    def alamat(self) -> str:
        """The query string that carries the day on to the next page, empty for today."""
        return f"?per={self.nilai('per'):%Y-%m-%d}" if self.nilai("per") else ""

    def nilai(self, nama: str):
        """The cleaned value of a field, None where it was refused."""
        self.is_valid()
        return self.cleaned_data.get(nama)


class UnitField(forms.ModelChoiceField):
    """The offices, and whichever unit the address names."""

    def __init__(self, **lain):
        super().__init__(queryset=Unit.objects.all(), required=False, empty_label="Semua unit", **lain)

    def tawarkan(self, terpilih: str | None) -> None:
        """Offer the 39 offices instead of a thousand units; any other unit stays a valid answer."""
        daftar = list(Unit.objects.perangkat_daerah())
        if terpilih and terpilih.isascii() and terpilih.isdigit() and len(terpilih) < 18:
            daftar += Unit.objects.filter(pk=terpilih).exclude(pk__in=[unit.pk for unit in daftar])
        self.widget.choices = [("", self.empty_label), *((unit.pk, unit.nama) for unit in daftar)]


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


class UnggahForm(forms.Form):
    """A file to be checked."""

    jenis = forms.ChoiceField(label="Jenis berkas", choices=JenisBerkasImpor.choices)
    berkas = forms.FileField(
        label="Berkas CSV atau XLSX",
        max_length=200,
        help_text="Baris pertama berisi judul kolom. Paling besar 5 MB, ekspor Data ASN 15 MB.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )


class LaporanAtasanForm(forms.Form):
    """ "Ini bukan atasan saya.\""""

    keterangan = forms.CharField(
        label="Siapa atasan Anda menurut tugas sehari-hari, dan sejak kapan?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class PutusLaporanForm(forms.Form):
    """BKPSDM's decision: another atasan by NIP, or the recorded one stands."""

    putusan = forms.ChoiceField(
        label="Keputusan",
        choices=[("perbaiki", "Tetapkan atasan lain mulai hari ini"), ("tetap", "Atasan yang tercatat sudah benar")],
        widget=forms.RadioSelect,
    )
    nip = forms.CharField(
        label="NIP atau nama akun atasan yang benar",
        required=False,
        max_length=40,
        help_text="Hanya bila atasan lain ditetapkan.",
    )
    tanggapan = forms.CharField(
        label="Tanggapan untuk pegawai", max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self):
        isi = super().clean()
        isi["atasan_id"] = None
        if isi.get("putusan") == "perbaiki":
            akun = rapikan_nama_akun(isi.get("nip") or "")
            isi["atasan_id"] = Pegawai.objects.filter(pengguna__username=akun).values_list("pk", flat=True).first()
            if isi["atasan_id"] is None:
                self.add_error("nip", "Tidak ada pegawai dengan NIP atau nama akun ini. Periksa angkanya.")
        return isi


class KodeForm(forms.Form):
    """First sign-in: NIP, the code on the letter, and a password of one's own."""

    username = forms.CharField(
        label="NIP", max_length=40, widget=forms.TextInput(attrs={"autocomplete": "username", "inputmode": "numeric"})
    )
    kode = forms.CharField(
        label="Kode masuk",
        max_length=40,
        help_text="Tiga kelompok empat huruf atau angka pada surat dari BKPSDM.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
    )
    password = forms.CharField(
        label="Kata sandi baru",
        max_length=128,
        strip=False,
        help_text="Paling sedikit 10 huruf. Rangkaian beberapa kata mudah diingat dan sulit ditebak.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )
    ulangi = forms.CharField(
        label="Ulangi kata sandi baru",
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}, render_value=True),
    )

    def clean_username(self):
        return rapikan_nama_akun(self.cleaned_data["username"])

    def clean(self):
        isi = super().clean()
        if isi.get("password") and isi.get("ulangi") and isi["password"] != isi["ulangi"]:
            self.add_error("ulangi", "Kedua kata sandi belum sama.")
        return isi


class MintaPeranForm(forms.Form):
    """Ask for a role."""

    akun = forms.CharField(label="NIP atau nama akun", max_length=40)
    peran = forms.ChoiceField(label="Peran", choices=Peran.choices)
    alasan = forms.CharField(label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def clean_akun(self):
        akun = Pengguna.objects.filter(username=rapikan_nama_akun(self.cleaned_data["akun"]), is_active=True).first()
        if akun is None:
            raise forms.ValidationError("Tidak ada akun aktif dengan NIP atau nama ini. Periksa lagi.")
        return akun


class CabutPeranForm(forms.Form):
    """Take a role away."""

    pengguna = forms.ModelChoiceField(queryset=Pengguna.objects.all())
    peran = forms.ChoiceField(choices=Peran.choices)
    alasan = forms.CharField(max_length=500)


class StatusDinasForm(forms.Form):
    """A stretch of days away, or the end of service where `berhenti` allows it."""

    jenis = forms.ChoiceField(label="Jenis", choices=JenisStatusDinas.choices)
    mulai = forms.DateField(label="Hari pertama tidak bertugas", widget=TanggalInput(), input_formats=["%Y-%m-%d"])
    selesai = forms.DateField(
        label="Hari terakhir tidak bertugas",
        required=False,
        widget=TanggalInput(),
        input_formats=["%Y-%m-%d"],
        help_text="Kosongkan bila belum diketahui, dan untuk pensiun atau meninggal dunia.",
    )
    nomor_surat = forms.CharField(label="Nomor surat", max_length=80)
    catatan = forms.CharField(label="Catatan", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args, berhenti: bool, **lain):
        super().__init__(*args, **lain)
        if not berhenti:
            tinggal = [satu for satu in JenisStatusDinas.choices if satu[0] not in STATUS_BERHENTI]
            self.fields["jenis"].choices = tinggal
            self.fields["selesai"].help_text = "Kosongkan bila belum diketahui."


class AkhiriStatusForm(forms.Form):
    """The last day away."""

    selesai = forms.DateField(
        label="Hari terakhir tidak bertugas",
        widget=TanggalInput(),
        input_formats=["%Y-%m-%d"],
        help_text="Pegawai bertugas kembali pada hari berikutnya.",
    )


class CabutStatusForm(forms.Form):
    """Why a row is taken back."""

    alasan = forms.CharField(label="Alasan", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


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
