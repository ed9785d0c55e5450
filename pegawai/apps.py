from django.apps import AppConfig


class PegawaiConfig(AppConfig):
    name = "pegawai"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from .aturan import KetentuanBUP, KetentuanStandarLevel
        from .ketentuan_baca import daftarkan
        from .pilihan import JenisKetentuan

        daftarkan(JenisKetentuan.BUP, KetentuanBUP.dari)
        daftarkan(JenisKetentuan.STANDAR_LEVEL, KetentuanStandarLevel.dari)
