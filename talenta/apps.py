from django.apps import AppConfig


class TalentaConfig(AppConfig):
    name = "talenta"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from pegawai.ketentuan_baca import daftarkan, daftarkan_rincian, rincian_bernama
        from pegawai.pilihan import JenisKetentuan

        from .aturan import KetentuanAngkaKredit, KetentuanPenghargaan, KetentuanTalenta
        from .aturan.sebutan import SEBUTAN

        daftarkan(JenisKetentuan.TALENTA, KetentuanTalenta.dari)
        daftarkan(JenisKetentuan.ANGKA_KREDIT, KetentuanAngkaKredit.dari)
        daftarkan(JenisKetentuan.PENGHARGAAN, KetentuanPenghargaan.dari)
        for jenis, sebutan in SEBUTAN.items():
            daftarkan_rincian(jenis, rincian_bernama(sebutan))
