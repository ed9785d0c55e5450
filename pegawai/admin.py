"""The admin panel of people: units, positions, ketentuan, accounts. No scores, no measurements of people."""

import json
import re
from importlib import import_module

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django import forms
from django.contrib import admin
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.forms.fields import InvalidJSONInput
from django.utils import timezone

from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.panel import AdminTercatat, HanyaBaca, OtomatisAman

from . import actions
from .actions.ketentuan import check_ketentuan
from .akses import can_publish_ketentuan
from .models import (
    HariLibur,
    Jabatan,
    Ketentuan,
    Kompetensi,
    Pegawai,
    PengelolaUnit,
    Pengguna,
    PermohonanPeran,
    RancanganKetentuan,
    SusunanJabatan,
    SusunanUnit,
    Unit,
)

#: Not for the panel: roles are given by two people (actions.peran), and second factors belong to their owners.
for modul, model in (
    ("django.contrib.auth.admin", Group),
    ("allauth.account.admin", EmailAddress),
    ("allauth.mfa.admin", Authenticator),
):
    import_module(modul)  # it registers the model, whatever the order of the apps
    admin.site.unregister(model)

admin.site.site_header = "Mataram ASN · panel admin"
admin.site.site_title = "Panel admin"
admin.site.index_title = "Acuan dan pengaturan"


class SebarisInline(OtomatisAman, admin.TabularInline):
    """Dated rows of one thing; a row is closed by its end date, never deleted."""

    extra = 0
    can_delete = False


class SusunanUnitInline(SebarisInline):
    model = SusunanUnit
    fk_name = "unit"
    autocomplete_fields = ["induk"]


@admin.register(Unit)
class UnitAdmin(AdminTercatat):
    list_display = ["nama", "kode", "jenis", "terverifikasi"]
    list_filter = ["jenis", "terverifikasi"]
    search_fields = ["nama", "kode"]
    inlines = [SusunanUnitInline]


class SusunanJabatanInline(SebarisInline):
    model = SusunanJabatan
    fk_name = "jabatan"
    autocomplete_fields = ["atasan"]


@admin.register(Jabatan)
class JabatanAdmin(AdminTercatat):
    """Positions and the lines between them; nobody draws a line here that puts themselves above others."""

    list_display = ["nama", "unit", "jenis", "jenjang", "kepala_unit", "mulai", "selesai"]
    list_filter = ["jenis", "jenjang", "kepala_unit"]
    list_select_related = ["unit"]
    search_fields = ["nama", "kode", "unit__nama"]
    autocomplete_fields = ["unit"]
    inlines = [SusunanJabatanInline]

    def save_model(self, request, obj, form, change):
        """One's own seat (a head calibrates the office) is changed by another admin."""
        duduk = obj.pk and obj.penempatan.filter(pegawai=request.user.pegawai_id or 0)
        if duduk and duduk.berlaku_pada(timezone.localdate()).exists():
            raise PermissionDenied("Jabatan yang Anda duduki diubah oleh admin lain.")
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Refuse (and roll back) lines that give the account's own person new subordinates: they read scores."""
        sebelum = self._bawahan(request.user)
        super().save_related(request, form, formsets, change)
        if self._bawahan(request.user) - sebelum:
            raise PermissionDenied("Garis jabatan yang menempatkan orang di bawah Anda diubah oleh admin lain.")

    def _bawahan(self, pengguna) -> set[int]:
        """Whoever stands below this account's person, today or on a later day that a line names."""
        if not pengguna.pegawai_id:
            return set()
        hari = timezone.localdate()
        mendatang = SusunanJabatan.objects.filter(mulai__gt=hari).values_list("mulai", flat=True).distinct()
        return {
            pk
            for satu in [hari, *mendatang]
            for pk in Pegawai.objects.bawahan_rantai(pengguna.pegawai_id, satu).values_list("pk", flat=True)
        }


@admin.register(Kompetensi)
class KompetensiAdmin(AdminTercatat):
    list_display = ["nama", "kunci", "jenis", "urutan"]
    list_filter = ["jenis"]
    search_fields = ["nama", "kunci"]


class PengelolaUnitForm(forms.ModelForm):
    """A pengelola reads results, the panel's own people do not: they name neither themselves nor each other."""

    def clean(self):
        isi = super().clean()
        pengguna, selesai = isi.get("pengguna"), isi.get("selesai")
        berjalan = selesai is None or selesai >= timezone.localdate()
        if pengguna and berjalan and (pengguna.is_staff or pengguna.is_superuser):
            self.add_error("pengguna", "Admin sistem tidak melihat hasil penilaian, jadi tidak dapat mengelola unit.")
        return isi


@admin.register(PengelolaUnit)
class PengelolaUnitAdmin(AdminTercatat):
    form = PengelolaUnitForm
    list_display = ["pengguna", "unit", "mulai", "selesai"]
    list_select_related = ["pengguna", "unit"]
    search_fields = ["pengguna__nama", "unit__nama"]
    autocomplete_fields = ["pengguna", "unit"]


@admin.register(Pengguna)
class PenggunaAdmin(AdminTercatat):
    """Accounts: name, e-mail, whether in use. Roles and passwords are not given here."""

    list_display = ["username", "nama", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff", "groups"]
    search_fields = ["username", "nama"]
    fields = ["username", "nama", "email", "is_active", "daftar_peran", "is_staff", "last_login"]
    readonly_fields = ["daftar_peran", "is_staff", "last_login"]

    @admin.display(description="peran")
    def daftar_peran(self, obj):
        return ", ".join(sorted(obj.peran)) if obj.pk else "diberikan lewat halaman Peran"

    def get_readonly_fields(self, request, obj=None):
        """An employee's account follows the personnel record: only whether it is in use can be changed here."""
        pegawai = obj is not None and obj.pegawai_id is not None
        return [*self.readonly_fields, "username", "nama", "email"] if pegawai else self.readonly_fields

    def save_model(self, request, obj, form, change):
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)


class IsiField(forms.JSONField):
    """The content of a ketentuan, one figure a line; empty until a kind is chosen."""

    def prepare_value(self, value):
        if value is None:
            return ""
        if isinstance(value, InvalidJSONInput):
            return value
        teks = json.dumps(value, indent=2, ensure_ascii=False)
        # half of a surrogate pair cannot be sent: it is shown as it was escaped
        return re.sub("[\ud800-\udfff]", lambda huruf: f"\\u{ord(huruf[0]):04x}", teks)

    def to_python(self, value):
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError("Isi bersarang terlalu dalam; periksa kurung-kurungnya.") from None

    def bound_data(self, data, initial):
        try:
            return super().bound_data(data, initial)
        except RecursionError:
            return InvalidJSONInput(data)

    def has_changed(self, initial, data):
        try:
            return super().has_changed(initial, data)
        except RecursionError:
            return True


class RancanganForm(forms.ModelForm):
    """A new draft, judged as the action will judge it, so that the refusal stands beside the form."""

    isi = IsiField(
        label="Isi",
        widget=forms.Textarea(attrs={"rows": 24, "cols": 80}),
        help_text="Dari ketentuan yang berlaku, pilih “Versi baru dari yang berlaku”: isinya terisi, ubah angkanya.",
    )

    class Meta:
        model = RancanganKetentuan
        fields = [
            "jenis",
            "mulai",
            "isi",
            "dasar_hukum",
            "kepastian",
            "alasan",
            "nomor_keputusan",
            "tanggal_keputusan",
        ]

    def clean(self):
        data = super().clean()
        if data.get("jenis") and data.get("mulai") and data.get("isi") is not None:
            try:
                check_ketentuan(jenis=data["jenis"], mulai=data["mulai"], isi=data["isi"], hari=timezone.localdate())
            except RuleViolation as galat:
                raise forms.ValidationError(str(galat)) from galat
        if not (data.get("alasan") or "").strip():
            self.add_error("alasan", "Tulis alasan perubahan.")
        return data

    def _post_clean(self):
        """The row is written by the action; the checks of the model are among its own."""
        if not self.errors:
            super()._post_clean()


@admin.register(RancanganKetentuan)
class RancanganKetentuanAdmin(AdminTercatat):
    """Drafts begin here or on the pages; another person signs them on the pages."""

    form = RancanganForm
    list_display = ["jenis", "mulai", "status", "disusun_oleh", "diubah_pada"]
    list_filter = ["jenis", "status"]
    list_select_related = ["disusun_oleh"]
    readonly_fields = ["status", "disusun_oleh", "diubah_pada", "ketentuan"]

    def get_fields(self, request, obj=None):
        return RancanganForm.Meta.fields if obj is None else [*RancanganForm.Meta.fields, *self.readonly_fields]

    def get_changeform_initial_data(self, request):
        """Start from the version in force of the kind that the address names, if any."""
        kini = Ketentuan.objects.filter(jenis=request.GET.get("jenis", "")[:20].replace("\x00", "")).first()
        return {"jenis": kini.jenis, "isi": kini.isi, "dasar_hukum": kini.dasar_hukum} if kini else {}

    def has_add_permission(self, request):
        return super().has_add_permission(request) and can_publish_ketentuan(request.user)

    def has_change_permission(self, request, obj=None):
        return obj is None and super().has_change_permission(request)

    def save_model(self, request, obj, form, change):
        """Let the action write; the form's own object only takes its id."""
        try:
            obj.pk = actions.draft_ketentuan(**form.cleaned_data, oleh=request.user).pk
        except RuleViolation as galat:
            raise PermissionDenied(str(galat)) from galat

    def log_addition(self, request, obj, message):
        """The action has written the audit row; Django's own log is enough beside it."""
        return admin.ModelAdmin.log_addition(self, request, obj, message)


@admin.register(Ketentuan)
class KetentuanAdmin(AdminTercatat):
    """Signed versions are only read."""

    list_display = ["jenis", "versi", "mulai", "kepastian", "dasar_hukum", "ditetapkan_oleh"]
    list_filter = ["jenis"]
    list_select_related = ["ditetapkan_oleh"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(PermohonanPeran)
class PermohonanPeranAdmin(HanyaBaca, AdminTercatat):
    """The history of roles: asked for and decided on the page Peran."""

    list_display = ["pengguna", "peran", "status", "diminta_oleh", "diputus_oleh", "diminta_pada"]
    list_filter = ["status", "peran"]
    list_select_related = ["pengguna", "diminta_oleh", "diputus_oleh"]


@admin.register(HariLibur)
class HariLiburAdmin(AdminTercatat):
    list_display = ["tanggal", "nama", "jenis", "dasar_hukum"]
    list_filter = ["jenis"]
    search_fields = ["nama"]
    date_hierarchy = "tanggal"
