"""Addresses of plans, progress and outcomes. Numbers only: never a NIP."""

from django.urls import path

from .views import bukti, iku, isi, persetujuan, realisasi, skp

app_name = "kinerja"

urlpatterns = [
    path("skp/", skp.skp_list, name="skp-list"),
    path("skp/buat/", skp.skp_buat, name="skp-buat"),
    path("skp/<int:pk>/", skp.skp_detail, name="skp-detail"),
    path("skp/<int:pk>/ajukan/", skp.skp_ajukan, name="skp-ajukan"),
    path("skp/<int:pk>/tarik/", skp.skp_tarik, name="skp-tarik"),
    path("skp/<int:pk>/setujui/", skp.skp_setujui, name="skp-setujui"),
    path("skp/<int:pk>/kembalikan/", skp.skp_kembalikan, name="skp-kembalikan"),
    path("skp/<int:pk>/hapus/", skp.skp_hapus, name="skp-hapus"),
    path("skp/<int:pk>/hasil/", isi.hasil_buat, name="hasil-buat"),
    path("skp/<int:pk>/bobot/", isi.isi_simpan, name="bobot-simpan"),
    path("skp/<int:pk>/perilaku/", isi.isi_simpan, name="ekspektasi-simpan"),
    path("skp/<int:pk>/bobot/jumlah/", isi.bobot_jumlah, name="bobot-jumlah"),
    path("hasil/<int:pk>/", isi.hasil_ubah, name="hasil-ubah"),
    path("hasil/<int:pk>/hapus/", isi.hasil_hapus, name="hasil-hapus"),
    path("hasil/<int:pk>/indikator/<slug:jenis>/", isi.indikator_buat, name="indikator-buat"),
    path("indikator/<int:pk>/", isi.indikator_ubah, name="indikator-ubah"),
    path("indikator/<int:pk>/hapus/", isi.indikator_hapus, name="indikator-hapus"),
    path("persetujuan/", persetujuan.persetujuan, name="persetujuan"),
    path("skp/<int:pk>/realisasi/", realisasi.realisasi, name="realisasi"),
    path("indikator/<int:pk>/realisasi/<int:periode_pk>/", realisasi.realisasi_simpan, name="realisasi-simpan"),
    path("bukti/", bukti.bukti_list, name="bukti-list"),
    path("bukti/pilih/", bukti.bukti_pilih, name="bukti-pilih"),
    path("bukti/<int:pk>/", bukti.bukti, name="bukti"),
    path("bukti/<int:pk>/lihat/", bukti.bukti_lihat, name="bukti-lihat"),
    path("bukti/<int:pk>/isi/", bukti.bukti_isi, name="bukti-isi"),
    path("bukti/<int:pk>/pakai/", bukti.bukti_pakai, name="bukti-pakai"),
    path("capaian/", iku.iku_list, name="iku-list"),
    path("capaian/<int:pk>/", iku.iku_detail, name="iku-detail"),
]
