"""The pre-flight's list: each defect with its severity, why it matters, what to do, and the rule that finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..pilihan import TingkatCacat
from . import prasiklus as cari


@dataclass(frozen=True, slots=True)
class Cacat:
    """One kind of defect. `jenis` says what its rows are: pegawai, jabatan, unit, skp; `tempat` where it is mended."""

    kunci: str
    judul: str
    tingkat: TingkatCacat
    penjelasan: str
    saran: str
    jenis: str
    cari: Callable[[cari.Potret], list[cari.Baris]]
    tempat: str = ""


BERAT, SEDANG, RINGAN = TingkatCacat.BERAT, TingkatCacat.SEDANG, TingkatCacat.RINGAN
IMPOR, PREDIKAT = "pegawai:impor-list", "evaluasi:siklus-organisasi"

CACAT: tuple[Cacat, ...] = (
    Cacat("tanpa-atasan", "Pegawai tanpa atasan", BERAT, "Tidak seorang pun dapat menilai mereka.",
          "Isi pemangku jabatan di atasnya, atau tetapkan atasannya.", "pegawai", cari.tanpa_atasan),
    Cacat("salah-tingkat", "Atasan dengan jabatan yang lebih rendah", BERAT,
          "Yang menilai memangku jabatan di bawah yang dinilai.",
          "Perbaiki jabatan atasan pada berkas jabatan, atau penetapan atasannya.", "pegawai", cari.salah_tingkat,
          IMPOR),
    Cacat("dua-definitif", "Jabatan pimpinan dengan dua pemangku definitif", BERAT,
          "Tidak jelas siapa yang menilai bawahannya.", "Akhiri salah satu penempatan pada berkas penempatan.",
          "jabatan", cari.dua_definitif, IMPOR),
    Cacat("lingkaran", "Rantai atasan yang melingkar", BERAT, "Di dalam lingkaran tidak ada yang teratas.",
          "Perbaiki jabatan atasan pada salah satunya.", "jabatan", cari.lingkaran_jabatan, IMPOR),
    Cacat("lingkaran-orang", "Penetapan atasan yang melingkar", BERAT,
          "Orang-orang ini saling ditetapkan sebagai atasan.", "Akhiri salah satu penetapan atasan.", "pegawai",
          cari.lingkaran_orang),
    Cacat("atasan-kosong", "Jabatan atasan kosong tanpa Plt. atau Plh.", SEDANG,
          "Bawahannya dinilai oleh pejabat satu tingkat di atasnya lagi.", "Isi pejabat definitif, Plt., atau Plh.",
          "jabatan", cari.atasan_kosong, IMPOR),
    Cacat("kepala-kosong", "Unit tanpa kepala", SEDANG, "Kinerja unit tidak ada yang mempertanggungjawabkannya.",
          "Tambahkan jabatan kepala, atau isi pejabat definitif atau Plt.", "unit", cari.tanpa_kepala, IMPOR),
    Cacat("tanpa-standar", "Jabatan tanpa standar kompetensi", RINGAN,
          "Kebutuhan pelatihan dan kecocokan jabatan tidak dapat dihitung.",
          "Muat berkas standar kompetensi, atau lengkapi ketentuan tingkat kompetensi.", "jabatan",
          cari.tanpa_standar, IMPOR),
    Cacat("tanpa-jabatan", "Pegawai tanpa jabatan definitif", BERAT, "Mereka tidak ikut dalam siklus.",
          "Muat penempatannya dari berkas penempatan.", "pegawai", cari.tanpa_jabatan, IMPOR),
    Cacat("penempatan-lewat", "Penempatan atau perjanjian yang sudah berakhir", SEDANG,
          "Masih tercatat pada jabatan yang masanya sudah lewat.",
          "Perpanjang, akhiri, atau ganti penempatannya.", "pegawai", cari.penempatan_lewat, IMPOR),
    Cacat("tanpa-skp", "Pegawai tanpa SKP", BERAT, "Tanpa SKP tidak ada yang dapat dinilai.",
          "Minta pegawai menyusun dan mengajukannya.", "pegawai", cari.tanpa_skp),
    Cacat("skp-belum", "SKP yang belum disetujui", BERAT, "Hanya SKP yang disetujui yang dinilai.",
          "Ingatkan pegawai atau atasannya.", "skp", cari.skp_belum_disetujui),
    Cacat("bobot", "SKP dengan bobot tidak tepat 100", BERAT, "Indeks hasil kerjanya tidak sebanding dengan yang lain.",
          "Kembalikan SKP untuk diperbaiki.", "skp", cari.bobot_keliru),
    Cacat("pangkat", "Atasan dengan pangkat lebih rendah", RINGAN,
          "Tidak menghalangi penilaian, tetapi biasanya tanda data pangkat yang belum diperbarui.",
          "Periksa pangkat keduanya.", "pegawai", cari.pangkat_terbalik),
    Cacat("tanpa-alamat", "Pegawai tanpa alamat surel", RINGAN, "Pengingat hanya sampai di dalam aplikasi.",
          "Lengkapi alamat surel pada data kepegawaian.", "pegawai", cari.tanpa_alamat),
    Cacat("tanpa-predikat", "Perangkat daerah tanpa predikat organisasi", SEDANG,
          "Hasil pimpinannya menunggu predikat ini.", "Tetapkan sebelum hasil terbit.", "unit", cari.tanpa_predikat,
          PREDIKAT),
)  # fmt: skip
