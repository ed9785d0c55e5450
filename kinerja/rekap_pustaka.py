"""Which entries of the library fit a plan."""

from django.utils import timezone

from pegawai import rekap as rekap_pegawai

from .models import SKP, PustakaHasil


def pustaka_skp(skp: SKP, hari=None):
    """The active entries for the plan's position, the closest first, with their indicators. Three queries."""
    naik, unit, kini = rekap_pegawai.pohon_unit(hari or timezone.localdate()), [], skp.unit_id
    while kini is not None and kini not in unit:
        unit.append(kini)
        kini = naik.get(kini)
    return PustakaHasil.objects.untuk(skp.jabatan, unit).prefetch_related("indikator")
