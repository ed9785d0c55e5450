"""Addresses of judgement. Numbers only: never a NIP."""

from .views import (
    andai,
    andai_orang,
    batch,
    dokumen,
    jejak,
    kalibrasi,
    keberatan,
    organisasi,
    penilaian,
    publik,
    siklus,
    tahun,
)

app_name = "evaluasi"

urlpatterns = [
    *andai.urlpatterns,
    *andai_orang.urlpatterns,
    *siklus.urlpatterns,
    *organisasi.urlpatterns,
    *kalibrasi.urlpatterns,
    *penilaian.urlpatterns,
    *jejak.urlpatterns,
    *keberatan.urlpatterns,
    *publik.urlpatterns,
    *tahun.urlpatterns,
    *batch.urlpatterns,
    *dokumen.urlpatterns,
]
