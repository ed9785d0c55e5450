from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from pegawai.ketentuan_baca import daftarkan, daftarkan_rincian, rincian_bernama
        from pegawai.pilihan import JenisKetentuan

        from .aturan import KetentuanJP, KetentuanPembinaan
        from .aturan.sebutan import SEBUTAN

        daftarkan(JenisKetentuan.JP, KetentuanJP.dari)
        daftarkan(JenisKetentuan.PEMBINAAN, KetentuanPembinaan.dari)
        for jenis, sebutan in SEBUTAN.items():
            daftarkan_rincian(jenis, rincian_bernama(sebutan))
