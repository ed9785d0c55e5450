"""Addresses of decisions about positions."""

from django.urls import path

from .views import angka_kredit, beranda, karier, kertas, kotak, lowongan, penghargaan

app_name = "talenta"

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("lowongan/", lowongan.lowongan_list, name="lowongan-list"),
    path("lowongan/<int:pk>/", lowongan.lowongan_detail, name="lowongan-detail"),
    path("kotak/", kotak.kotak, name="kotak"),
    path("angka-kredit/", angka_kredit.daftar, name="angka-kredit-list"),
    path("angka-kredit/konversi/", angka_kredit.konversi, name="angka-kredit-konversi"),
    path("angka-kredit/saya/", angka_kredit.saya, name="angka-kredit-saya"),
    path("angka-kredit/<int:pk>/", angka_kredit.pegawai_detail, name="angka-kredit"),
    path("angka-kredit/<int:pk>/tambah/", angka_kredit.tambah, name="angka-kredit-tambah"),
    *kertas.urlpatterns,
    path("apresiasi/", penghargaan.apresiasi, name="apresiasi"),
    path("apresiasi/<int:pk>/", penghargaan.piagam, name="piagam"),
    path("penghargaan/", penghargaan.usulan, name="penghargaan"),
    path("penghargaan/usul/<int:pk>/", penghargaan.usulkan, name="penghargaan-usulkan"),
    path("penghargaan/tim/", penghargaan.usulkan_tim, name="penghargaan-tim"),
    path("penghargaan/<int:pk>/putus/", penghargaan.putus, name="penghargaan-putus"),
    path("karier/", karier.karier_saya, name="karier-saya"),
    path("karier/<int:pk>/", karier.karier_pegawai, name="karier"),
]
