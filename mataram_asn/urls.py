"""Every address of the system. Each app brings its own."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from evaluasi.views.publik import umpan_balik
from evaluasi.views.verifikasi import verifikasi

from .views import beranda, jejak, kalender, pertukaran, sehat, surat

admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("surat/", surat.surat_list, name="surat-list"),
    path("surat/dibaca/", surat.surat_baca_semua, name="surat-baca-semua"),
    path("surat/<int:pk>/", surat.surat_buka, name="surat-buka"),
    path("kalender/", kalender.kalender, name="kalender"),
    path("kalender/mataram-asn.ics", kalender.kalender_ical, name="kalender-ical"),
    path("jejak-audit/", jejak.audit_list, name="audit-list"),
    path("pertukaran/", pertukaran.pertukaran, name="pertukaran"),
    path("pertukaran/unggah/", pertukaran.pertukaran_unggah, name="pertukaran-unggah"),
    path("pertukaran/<int:pk>/", pertukaran.pertukaran_detail, name="pertukaran-detail"),
    path("pertukaran/<int:pk>/muat/", pertukaran.pertukaran_muat, name="pertukaran-muat"),
    path("pertukaran/<int:pk>/batal/", pertukaran.pertukaran_batal, name="pertukaran-batal"),
    path("pegawai/", include("pegawai.urls")),
    path("kinerja/", include("kinerja.urls")),
    path("evaluasi/", include("evaluasi.urls")),
    path("pelatihan/", include("pelatihan.urls")),
    path("talenta/", include("talenta.urls")),
    path("u/<str:token>/", umpan_balik, name="umpan-balik"),
    path("v/", verifikasi, name="verifikasi-awal"),
    path("v/<str:kode>/", verifikasi, name="verifikasi"),
    path("panel/", admin.site.urls),
    path("masuk/", include("allauth.urls")),
    path("sehat/", sehat.sehat, name="sehat"),
]
