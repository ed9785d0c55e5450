"""Addresses of judgement. Numbers only: never a NIP."""

from .views import (
    andai,
    andai_orang,
    batch,
    dokumen,
    jejak,
    kalibrasi,
    keadaan,
    keberatan,
    organisasi,
    penilaian,
    publik,
    siklus,
    tahun,
    tata,
)

app_name = "evaluasi"

urlpatterns = [
    *andai.urlpatterns,
    *andai_orang.urlpatterns,
    *siklus.urlpatterns,
    *organisasi.urlpatterns,
    *kalibrasi.urlpatterns,
    *keadaan.urlpatterns,
    *penilaian.urlpatterns,
    *jejak.urlpatterns,
    *keberatan.urlpatterns,
    *publik.urlpatterns,
    *tahun.urlpatterns,
    *tata.urlpatterns,
    *batch.urlpatterns,
    *dokumen.urlpatterns,
]
