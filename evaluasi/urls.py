"""Addresses of judgement. Numbers only: never a NIP."""

from .views import andai, jejak, keberatan, penilaian, publik, siklus, tahun

app_name = "evaluasi"

urlpatterns = [
    *andai.urlpatterns,
    *siklus.urlpatterns,
    *penilaian.urlpatterns,
    *jejak.urlpatterns,
    *keberatan.urlpatterns,
    *publik.urlpatterns,
    *tahun.urlpatterns,
]
