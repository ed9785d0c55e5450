"""Addresses of judgement. Numbers only: never a NIP."""

from .views import jejak, penilaian, publik, siklus

app_name = "evaluasi"

urlpatterns = [*siklus.urlpatterns, *penilaian.urlpatterns, *jejak.urlpatterns, *publik.urlpatterns]
