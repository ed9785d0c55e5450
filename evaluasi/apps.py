from django.apps import AppConfig


class EvaluasiConfig(AppConfig):
    name = "evaluasi"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from pegawai.ketentuan_baca import daftarkan, daftarkan_rincian, rincian_bernama
        from pegawai.pilihan import JenisKetentuan

        from .aturan import KetentuanKalender, KetentuanKeberatan, KetentuanPenilaian, butir_kalender, butir_penilaian
        from .aturan.bawaan import SEBUTAN_KEBERATAN

        daftarkan(JenisKetentuan.PENILAIAN, KetentuanPenilaian.dari)
        daftarkan(JenisKetentuan.KALENDER, KetentuanKalender.dari)
        daftarkan(JenisKetentuan.KEBERATAN, KetentuanKeberatan.dari)
        daftarkan_rincian(JenisKetentuan.PENILAIAN, butir_penilaian)
        daftarkan_rincian(JenisKetentuan.KALENDER, butir_kalender)
        daftarkan_rincian(JenisKetentuan.KEBERATAN, rincian_bernama(SEBUTAN_KEBERATAN))
