"""The catalogue is configured in the panel; plans and attendance are people's work, not configuration."""

from django.contrib import admin

from .models import Pelatihan


@admin.register(Pelatihan)
class PelatihanAdmin(admin.ModelAdmin):
    list_display = ("nama", "jalur", "bentuk", "jp", "kompetensi", "nilai", "untuk_hasil_kerja", "aktif")
    list_filter = ("jalur", "bentuk", "aktif", "kompetensi")
    search_fields = ("nama", "kode", "penyelenggara")

    def has_delete_permission(self, request, obj=None):
        return False
