"""Addresses of development."""

from django.urls import path

from . import views

app_name = "pelatihan"

urlpatterns = [
    path("saya/", views.saya, name="saya"),
    path("bawahan/", views.bawahan, name="bawahan"),
    path("pegawai/<int:pk>/", views.pegawai_detail, name="pegawai"),
    path("pegawai/<int:pk>/rencanakan/", views.rencanakan, name="rencanakan"),
    path("katalog/", views.katalog, name="katalog"),
    path("rencana/", views.rencana_list, name="rencana-list"),
    path("rencana/<int:pk>/kehadiran/", views.kehadiran, name="kehadiran"),
    path("rencana/<int:pk>/batal/", views.batalkan, name="batalkan"),
]
