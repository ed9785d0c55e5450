from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "pegawai"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from .aturan import KetentuanBUP, KetentuanStandarLevel
        from .aturan.bawaan import SEBUTAN
        from .ketentuan_baca import daftarkan, daftarkan_rincian, rincian_bernama
        from .pilihan import JenisKetentuan

        daftarkan(JenisKetentuan.BUP, KetentuanBUP.dari)
        daftarkan(JenisKetentuan.STANDAR_LEVEL, KetentuanStandarLevel.dari)
        for jenis, sebutan in SEBUTAN.items():
            daftarkan_rincian(jenis, rincian_bernama(sebutan))
