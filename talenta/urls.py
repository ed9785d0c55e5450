"""Addresses of decisions about positions."""

from django.urls import path

from .views import beranda, karier, kotak, lowongan

app_name = "talenta"

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("lowongan/", lowongan.lowongan_list, name="lowongan-list"),
    path("lowongan/<int:pk>/", lowongan.lowongan_detail, name="lowongan-detail"),
    path("kotak/", kotak.kotak, name="kotak"),
    path("karier/", karier.karier_saya, name="karier-saya"),
    path("karier/<int:pk>/", karier.karier_pegawai, name="karier"),
]
