"""The ground of every page of the admin panel: sees what its user sees, records each change, deletes nothing."""

from django.contrib import admin

from .audit import catat


class AdminTercatat(admin.ModelAdmin):
    """Reference data in the panel. A change leaves an audit row beside Django's own log."""

    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def has_delete_permission(self, request, obj=None):
        """Rows are closed by a date or superseded: others point at them."""
        return False

    def log_addition(self, request, obj, message):
        catat(oleh=request.user, aksi=f"panel.{obj._meta.model_name}.ditambah", objek=obj, rincian={"pesan": message})
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        catat(oleh=request.user, aksi=f"panel.{obj._meta.model_name}.diubah", objek=obj, rincian={"pesan": message})
        return super().log_change(request, obj, message)


class HanyaBaca:
    """Rows that the panel shows and nobody changes there."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False
