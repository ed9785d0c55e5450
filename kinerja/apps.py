from django.apps import AppConfig


class KinerjaConfig(AppConfig):
    name = "kinerja"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from pegawai.ketentuan_baca import daftarkan, daftarkan_rincian, rincian_bernama
        from pegawai.pilihan import JenisKetentuan

        from .aturan import KetentuanPemantauan
        from .aturan.bawaan import SEBUTAN
        from .aturan.tak_biasa import Batas

        daftarkan(JenisKetentuan.PEMANTAUAN, KetentuanPemantauan.dari)
        daftarkan(JenisKetentuan.PERSETUJUAN, Batas.dari)
        for jenis, sebutan in SEBUTAN.items():
            daftarkan_rincian(jenis, rincian_bernama(sebutan))
