"""Reference data of judgement in the panel. Scores, sheets and answers are not here, for anybody."""

from django.contrib import admin

from mataram_asn.kit.panel import AdminTercatat

from .models import Layanan, PetugasLayanan, TemplatSiklus


@admin.register(TemplatSiklus)
class TemplatSiklusAdmin(AdminTercatat):
    list_display = ["nama", "jenis", "isi_hari", "penilaian_hari", "kalibrasi_hari", "terbit_hari", "aktif"]
    list_filter = ["jenis", "aktif"]
    search_fields = ["nama"]


@admin.register(Layanan)
class LayananAdmin(AdminTercatat):
    list_display = ["nama", "unit", "aktif"]
    list_filter = ["aktif"]
    search_fields = ["nama", "kode", "unit__nama"]
    raw_id_fields = ["unit"]
    list_select_related = ["unit"]


@admin.register(PetugasLayanan)
class PetugasLayananAdmin(AdminTercatat):
    list_display = ["pegawai", "layanan", "mulai", "selesai"]
    list_filter = ["layanan"]
    search_fields = ["pegawai__nama", "pegawai__nip", "layanan__nama"]
    raw_id_fields = ["pegawai"]
    autocomplete_fields = ["layanan"]
    list_select_related = ["pegawai", "layanan"]
    date_hierarchy = "mulai"
