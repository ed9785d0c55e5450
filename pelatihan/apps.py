from django.apps import AppConfig


class PelatihanConfig(AppConfig):
    name = "pelatihan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from pegawai.ketentuan_baca import daftarkan
        from pegawai.pilihan import JenisKetentuan

        from .aturan import KetentuanJP, KetentuanPembinaan

        daftarkan(JenisKetentuan.JP, KetentuanJP.dari)
        daftarkan(JenisKetentuan.PEMBINAAN, KetentuanPembinaan.dari)
