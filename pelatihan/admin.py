"""The catalogue is configured in the panel; plans and attendance are people's work, not configuration."""

from django.contrib import admin

from mataram_asn.kit.panel import AdminTercatat

from .models import Pelatihan


@admin.register(Pelatihan)
class PelatihanAdmin(AdminTercatat):
    list_display = ("nama", "jalur", "bentuk", "jp", "kompetensi", "nilai", "untuk_hasil_kerja", "aktif")
    list_filter = ("jalur", "bentuk", "aktif", "kompetensi")
    search_fields = ("nama", "kode", "penyelenggara")
