"""What an auditor asks of the trail: whose data, who did it, what kind, which object, when."""

from datetime import datetime, time, timedelta

from django import forms
from django.apps import apps
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from mataram_asn.kit.kata import WITA
from mataram_asn.kit.models import CatatanAudit
from pegawai.models import Pegawai

from .kata import DILIHAT, KELOMPOK, aksi_berkata
from .pemilik import APP, tentang_orang

LAKU = (("", "Melihat atau mengubah"), ("lihat", "Hanya melihat"), ("ubah", "Hanya mengubah"))
MAKS_ORANG = 20


def _teks(label: str, **lain) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=100, **lain)


def _tanggal(label: str) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Tulis tanggalnya, misalnya 31-12-2026."},
        input_formats=["%Y-%m-%d", "%d-%m-%Y"],
    )  # fmt: skip


class SaringJejak(forms.Form):
    """The filter of the trail; each field narrows what the others leave."""

    tentang = _teks("Data siapa (nama atau NIP)")
    laku = forms.ChoiceField(label="Melihat atau mengubah", required=False, choices=LAKU)
    oleh = _teks("Oleh (nama atau NIP)")
    aksi = forms.ChoiceField(label="Tentang", required=False, choices=[("", "Semua hal"), *KELOMPOK.items()])
    q = _teks("Cari kata")
    dari = _tanggal("Dari tanggal")
    sampai = _tanggal("Sampai tanggal")
    orang = forms.IntegerField(required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput)
    pelaku = forms.IntegerField(required=False, min_value=1, max_value=2**31, widget=forms.HiddenInput)
    objek = _teks("Jenis objek", widget=forms.HiddenInput)
    nomor = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)

    @property
    def isi(self) -> dict:
        """What could be read; empty where nothing came."""
        self.is_valid()
        return {nama: self.cleaned_data.get(nama) or "" for nama in self.fields}


def cari_orang(isi: dict) -> list[Pegawai] | None:
    """The people whose data is asked about: by number, by NIP, else by name; None where nobody is named."""
    if isi["orang"]:
        return list(Pegawai.objects.filter(pk=isi["orang"]))
    if not isi["tentang"]:
        return None
    tepat = list(Pegawai.objects.filter(nip=isi["tentang"].replace(" ", "")))
    return tepat or list(Pegawai.objects.filter(nama__icontains=isi["tentang"]).urut_nama()[:MAKS_ORANG])


def saring(formulir: SaringJejak, orang: list[Pegawai] | None):
    """The rows that the form asks for, newest first; what cannot be read as a filter finds nothing rather than all."""
    isi, baris = formulir.isi, CatatanAudit.objects.select_related("oleh__pegawai").order_by("-id")
    if formulir.errors:
        return baris.none()
    if orang is not None:
        baris = tentang_orang(baris, [satu.pk for satu in orang])
    for syarat in (_laku(isi["laku"]), _oleh(isi), _objek(isi), _waktu(isi)):
        baris = baris.filter(syarat)
    if isi["aksi"]:
        baris = baris.filter(aksi__startswith=f"{isi['aksi']}.")
    if isi["q"]:
        baris = baris.annotate(teks=Cast("rincian", TextField()))
        baris = baris.filter(Q(teks__icontains=isi["q"]) | Q(aksi__in=aksi_berkata(isi["q"])) | _nama(isi["q"]))
    return baris


def _nama(teks: str) -> Q:
    return Q(oleh__nama__icontains=teks) | Q(oleh__username=teks)


def _laku(laku: str) -> Q:
    return {"lihat": Q(aksi=DILIHAT), "ubah": ~Q(aksi=DILIHAT)}.get(laku, Q())


def _oleh(isi: dict) -> Q:
    pelaku = Q(oleh__pegawai=isi["pelaku"]) if isi["pelaku"] else Q()
    return pelaku & (_nama(isi["oleh"]) if isi["oleh"] else Q())


def _objek(isi: dict) -> Q:
    """The kind of object by its stored label, or by the word people use for it; its number."""
    syarat = Q(id_objek=isi["nomor"]) if isi["nomor"] != "" else Q()
    if isi["objek"]:
        cari = isi["objek"].casefold()
        model = [m for app in (*APP, "kit") for m in apps.get_app_config(app).get_models()]
        label = [m._meta.label_lower for m in model if cari in str(m._meta.verbose_name).casefold()]
        syarat &= Q(jenis_objek=cari) | Q(jenis_objek__in=label)
    return syarat


def _waktu(isi: dict) -> Q:
    """Days of the city, both included."""
    syarat = Q()
    if isi["dari"]:
        syarat &= Q(saat__gte=datetime.combine(isi["dari"], time(), WITA))
    if isi["sampai"] and isi["sampai"].year < 9999:
        syarat &= Q(saat__lt=datetime.combine(isi["sampai"] + timedelta(days=1), time(), WITA))
    return syarat
