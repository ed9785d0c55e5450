"""Reference data of judgement in the panel. Scores, sheets and answers are not here, for anybody."""

from django.contrib import admin

from .models import Layanan, PetugasLayanan, TemplatSiklus


@admin.register(TemplatSiklus)
class TemplatSiklusAdmin(admin.ModelAdmin):
    list_display = ["nama", "jenis", "isi_hari", "penilaian_hari", "terbit_hari", "final_hari", "aktif"]
    list_filter = ["jenis", "aktif"]
    search_fields = ["nama"]


class TanpaHapus(admin.ModelAdmin):
    """Domain rows are deactivated or dated out, not deleted."""

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Layanan)
class LayananAdmin(TanpaHapus):
    list_display = ["nama", "unit", "aktif"]
    list_filter = ["aktif"]
    search_fields = ["nama", "kode", "unit__nama"]
    raw_id_fields = ["unit"]
    list_select_related = ["unit"]


@admin.register(PetugasLayanan)
class PetugasLayananAdmin(TanpaHapus):
    list_display = ["pegawai", "layanan", "mulai", "selesai"]
    list_filter = ["layanan"]
    search_fields = ["pegawai__nama", "pegawai__nip", "layanan__nama"]
    raw_id_fields = ["pegawai"]
    autocomplete_fields = ["layanan"]
    list_select_related = ["pegawai", "layanan"]
    date_hierarchy = "mulai"
