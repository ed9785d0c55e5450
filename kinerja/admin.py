"""Reference data in the admin: periods and outcomes. Plans and progress are never there."""

from django.contrib import admin

from mataram_asn.kit.panel import AdminTercatat, HanyaBaca

from .models import Iku, NilaiIku, Periode, PustakaHasil, PustakaIndikator, TargetIku


@admin.register(Periode)
class PeriodeAdmin(HanyaBaca, AdminTercatat):
    """When filling in opens and closes is decided with the siklus; a second person opens it again, not the panel."""

    list_display = ["nama", "jenis", "mulai", "selesai", "isi_dari", "isi_sampai"]
    list_filter = ["jenis"]
    search_fields = ["nama"]


class Riwayat(HanyaBaca, admin.TabularInline):
    """Figures of outcomes are kept on their own page, where a correction is a new row with its reason."""

    extra = 0

    def has_delete_permission(self, request, obj=None):
        return False


class NilaiInline(Riwayat):
    model = NilaiIku


class TargetInline(Riwayat):
    model = TargetIku


@admin.register(Iku)
class IkuAdmin(AdminTercatat):
    list_display = ["nama", "unit", "satuan", "arah"]
    list_filter = ["arah"]
    search_fields = ["nama", "unit__nama"]
    raw_id_fields = ["unit"]
    inlines = [NilaiInline, TargetInline]


@admin.register(NilaiIku)
class NilaiIkuAdmin(HanyaBaca, AdminTercatat):
    list_display = ["iku", "tahun", "nilai", "seri", "terverifikasi"]
    list_filter = ["terverifikasi", "tahun"]
    search_fields = ["iku__nama"]


@admin.register(TargetIku)
class TargetIkuAdmin(HanyaBaca, AdminTercatat):
    list_display = ["iku", "tahun", "nilai", "demo"]
    list_filter = ["demo", "tahun"]
    search_fields = ["iku__nama"]


class PustakaInline(admin.StackedInline):
    model = PustakaIndikator
    extra = 0


@admin.register(PustakaHasil)
class PustakaAdmin(AdminTercatat):
    list_display = ["uraian", "jenis", "nama_jabatan", "jenis_jabatan", "unit", "aktif"]
    list_filter = ["jenis", "jenis_jabatan", "aktif"]
    search_fields = ["uraian", "nama_jabatan"]
    raw_id_fields = ["unit", "jabatan"]
    inlines = [PustakaInline]
