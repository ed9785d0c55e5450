"""Addresses of development."""

from django.urls import path

from .views import pelatihan as views
from .views import pembinaan

app_name = "pelatihan"

urlpatterns = [
    path("saya/", views.saya, name="saya"),
    path("bawahan/", views.bawahan, name="bawahan"),
    path("pegawai/<int:pk>/", views.pegawai_detail, name="pegawai"),
    path("pegawai/<int:pk>/rencanakan/", views.rencanakan, name="rencanakan"),
    path("pembinaan/", pembinaan.daftar, name="pembinaan-list"),
    path("pembinaan/mulai/<int:pk>/", pembinaan.mulai, name="pembinaan-mulai"),
    path("pembinaan/<int:pk>/", pembinaan.detail, name="pembinaan"),
    path("pembinaan/<int:pk>/catat/", pembinaan.catat, name="pembinaan-catat"),
    path("pembinaan/<int:pk>/putus/", pembinaan.putus, name="pembinaan-putus"),
    path("pembinaan/catatan/<int:pk>/", pembinaan.tanggapi, name="pembinaan-tanggapi"),
    path("katalog/", views.katalog, name="katalog"),
    path("rencana/", views.rencana_list, name="rencana-list"),
    path("rencana/<int:pk>/kehadiran/", views.kehadiran, name="kehadiran"),
    path("rencana/<int:pk>/batal/", views.batalkan, name="batalkan"),
]
