"""Reference data in the admin: periods and outcomes. Plans and progress are never there."""

from django.contrib import admin

from mataram_asn.kit.audit import catat

from .models import Iku, NilaiIku, Periode, PustakaHasil, PustakaIndikator, TargetIku


class TercatatAdmin(admin.ModelAdmin):
    """Every change through the admin leaves an audit row as well."""

    def log_addition(self, request, obj, message):
        catat(oleh=request.user, aksi=f"acuan.{obj._meta.model_name}.ditambah", objek=obj)
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        catat(oleh=request.user, aksi=f"acuan.{obj._meta.model_name}.diubah", objek=obj, rincian={"kolom": message})
        return super().log_change(request, obj, message)

    def has_delete_permission(self, request, obj=None):
        """Reference rows are corrected, not deleted: plans point at them."""
        return False


class HanyaBaca:
    """Kept on pages of their own: a figure is corrected by a new row with its reason, a period follows its siklus."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Periode)
class PeriodeAdmin(HanyaBaca, TercatatAdmin):
    """When filling in opens and closes is decided with the siklus; a second person opens it again, not the panel."""

    list_display = ["nama", "jenis", "mulai", "selesai", "isi_dari", "isi_sampai"]
    list_filter = ["jenis"]
    search_fields = ["nama"]


class NilaiInline(HanyaBaca, admin.TabularInline):
    model = NilaiIku
    extra = 0


class TargetInline(HanyaBaca, admin.TabularInline):
    model = TargetIku
    extra = 0


@admin.register(Iku)
class IkuAdmin(TercatatAdmin):
    list_display = ["nama", "unit", "satuan", "arah"]
    list_filter = ["arah"]
    search_fields = ["nama", "unit__nama"]
    raw_id_fields = ["unit"]
    inlines = [NilaiInline, TargetInline]


@admin.register(NilaiIku)
class NilaiIkuAdmin(HanyaBaca, TercatatAdmin):
    list_display = ["iku", "tahun", "nilai", "seri", "terverifikasi"]
    list_filter = ["terverifikasi", "tahun"]
    search_fields = ["iku__nama"]


@admin.register(TargetIku)
class TargetIkuAdmin(HanyaBaca, TercatatAdmin):
    list_display = ["iku", "tahun", "nilai", "demo"]
    list_filter = ["demo", "tahun"]
    search_fields = ["iku__nama"]


class PustakaInline(admin.StackedInline):
    model = PustakaIndikator
    extra = 0


@admin.register(PustakaHasil)
class PustakaAdmin(TercatatAdmin):
    list_display = ["uraian", "jenis", "nama_jabatan", "jenis_jabatan", "unit", "aktif"]
    list_filter = ["jenis", "jenis_jabatan", "aktif"]
    search_fields = ["uraian", "nama_jabatan"]
    raw_id_fields = ["unit", "jabatan"]
    inlines = [PustakaInline]
