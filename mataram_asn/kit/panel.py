"""The ground of every page of the admin panel: sees what its user sees, records each change, deletes nothing."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect

from .audit import catat


class PilihOtomatis(AutocompleteSelect):
    """Django's own, which asks the database for whatever was posted; what is no id finds nothing."""

    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, [satu for satu in value if _id(satu)], attr)


def _id(teks) -> bool:
    return str(teks).isascii() and str(teks).isdigit() and int(teks) < 2**63 if len(str(teks)) < 20 else False


class OtomatisAman:
    """A form whose autocomplete fields are drawn again after a refusal, whatever was posted in them."""

    def formfield_for_foreignkey(self, db_field, request, **lain):
        if "widget" not in lain and db_field.name in self.get_autocomplete_fields(request):
            lain["widget"] = PilihOtomatis(db_field, self.admin_site, using=lain.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **lain)


class DaftarAman(ChangeList):
    """A list whose address may ask for the year 9999 or 99999999999: Django's own falls over these."""

    def get_filters(self, request):
        try:
            return super().get_filters(request)
        except (OverflowError, ValueError) as galat:
            raise IncorrectLookupParameters(galat) from galat


class AdminTercatat(OtomatisAman, admin.ModelAdmin):
    """Reference data in the panel. A change leaves an audit row beside Django's own log."""

    list_per_page = 50
    show_full_result_count = False

    def get_queryset(self, request):
        return super().get_queryset(request).visible_to(request.user)

    def get_changelist(self, request, **lain):
        return DaftarAman

    def lookup_allowed(self, lookup, value, request=None):
        """Only what the page offers as a filter: any other column, a password's hash too, could be read by guessing."""
        nama = lookup.partition("__")[0]
        ditawarkan = {satu.partition("__")[0] for satu in (*self.list_filter, self.date_hierarchy or "")}
        return nama in ditawarkan and super().lookup_allowed(lookup, value, request)

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
