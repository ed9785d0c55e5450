"""Addresses of judgement. Numbers only: never a NIP."""

from .views import publik, siklus

app_name = "evaluasi"

urlpatterns = [*siklus.urlpatterns, *publik.urlpatterns]
