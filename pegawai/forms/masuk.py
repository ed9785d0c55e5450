"""Files, reports, codes and roles."""

from django import forms

from ..adapter import rapikan_nama_akun
from ..models import Pegawai, Pengguna
from ..pilihan import (
    JenisBerkasImpor,
    Peran,
)


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
