"""Addresses of people and the organisation; ids only, never a NIP."""

from django.urls import path

from . import views

app_name = "pegawai"

urlpatterns = [
    path("daftar/", views.pegawai_list, name="pegawai-list"),
    path("daftar/<int:pk>/", views.pegawai_detail, name="pegawai-detail"),
    path("daftar/<int:pk>/kode/", views.kode_beri, name="kode-beri"),
    path("daftar/<int:pk>/kode/mohon/", views.kode_mohon, name="kode-mohon"),
    path("daftar/<int:pk>/status/", views.status_catat, name="status-catat"),
    path("status-dinas/", views.status_list, name="status-list"),
    path("status-dinas/<int:pk>/akhiri/", views.status_akhiri, name="status-akhiri"),
    path("status-dinas/<int:pk>/cabut/", views.status_cabut, name="status-cabut"),
    path("kode/permohonan/", views.kode_list, name="kode-list"),
    path("profil/", views.profil, name="profil"),
    path("organisasi/", views.organisasi, name="organisasi"),
    path("organisasi/<int:pk>/", views.unit_detail, name="unit-detail"),
    path("peta-jabatan/", views.peta_jabatan, name="peta-jabatan"),
    path("ketentuan/", views.ketentuan_list, name="ketentuan-list"),
    path("ketentuan/<int:pk>/", views.ketentuan_detail, name="ketentuan-detail"),
    path("ketentuan/<int:pk>/beda/<int:lain>/", views.ketentuan_banding, name="ketentuan-banding"),
    path("ketentuan/rancang/<slug:jenis>/", views.rancangan_buat, name="rancangan-buat"),
    path("ketentuan/rancangan/<int:pk>/", views.rancangan_detail, name="rancangan-detail"),
    path("ketentuan/rancangan/<int:pk>/ubah/", views.rancangan_ubah, name="rancangan-ubah"),
    path("ketentuan/rancangan/<int:pk>/tetapkan/", views.rancangan_tetapkan, name="rancangan-tetapkan"),
    path("ketentuan/rancangan/<int:pk>/batal/", views.rancangan_batal, name="rancangan-batal"),
    path("impor/", views.impor_list, name="impor-list"),
    path("impor/unggah/", views.impor_unggah, name="impor-unggah"),
    path("impor/<int:pk>/", views.impor_detail, name="impor-detail"),
    path("impor/<int:pk>/muat/", views.impor_muat, name="impor-muat"),
    path("impor/<int:pk>/batal/", views.impor_batal, name="impor-batal"),
    path("laporan-atasan/", views.laporan_list, name="laporan-atasan-list"),
    path("laporan-atasan/buat/", views.laporan_buat, name="laporan-atasan-buat"),
    path("laporan-atasan/<int:pk>/", views.laporan_putus, name="laporan-atasan-putus"),
    path("peran/", views.peran_list, name="peran-list"),
    path("peran/minta/", views.peran_minta, name="peran-minta"),
    path("peran/cabut/", views.peran_cabut, name="peran-cabut"),
    path("peran/<int:pk>/", views.peran_putus, name="peran-putus"),
    path("kode/", views.kode_tukar, name="kode-tukar"),
]
