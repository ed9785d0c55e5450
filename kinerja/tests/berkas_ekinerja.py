"""Make workbooks laid out as the printed forms of e-Kinerja, for tests: merged cells, sections, both approaches."""

import io

from openpyxl import Workbook

KEPALA = {
    "kuantitatif": ("NO", "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI", "RENCANA HASIL KERJA", "ASPEK",
                    "INDIKATOR KINERJA INDIVIDU", "TARGET"),
    "jpt": ("NO", "RENCANA HASIL KERJA", "INDIKATOR KINERJA INDIVIDU", "TARGET", "PERSPEKTIF"),
    "kualitatif": ("NO", "RENCANA HASIL KERJA"),
}  # fmt: skip


def buat_formulir(bentuk: str, nip: str, periode: str = "1 JANUARI SD 31 DESEMBER TAHUN 2026") -> bytes:
    """The bytes of one workbook: two main indicators under one result, and one additional result."""
    buku = Workbook()
    lembar = buku.active
    lembar.append(["SASARAN KINERJA PEGAWAI"])
    lembar.append(["PEMERINTAH KOTA MATARAM", "", "", f"PERIODE PENILAIAN: {periode}"])
    lembar.append(["NO", "PEGAWAI YANG DINILAI", "", "NO", "PEJABAT PENILAI KINERJA", ""])
    lembar.append([1, "NAMA", "Pegawai Contoh", 1, "NAMA", "Atasan Contoh"])
    lembar.append([2, "NIP", nip, 2, "NIP", "198001012005011001"])
    lembar.append(["HASIL KERJA"])
    lembar.append(list(KEPALA[bentuk]))
    {"kuantitatif": _kuantitatif, "jpt": _jpt, "kualitatif": _kualitatif}[bentuk](lembar)
    lembar.append(["PERILAKU KERJA"])
    lembar.append(["1", "Berorientasi Pelayanan"])
    tampung = io.BytesIO()
    buku.save(tampung)
    return tampung.getvalue()


def _kuantitatif(lembar) -> None:
    lembar.append(["A. UTAMA"])
    lembar.append([1, "Layanan kota membaik", "Surat terlayani", "Kuantitas", "Jumlah surat selesai", "1.200 surat"])
    lembar.append([None, None, None, "Waktu", "Lama penyelesaian", "paling banyak 3 hari"])
    for kolom in "ABC":
        lembar.merge_cells(f"{kolom}9:{kolom}10")
    lembar.append(["B. TAMBAHAN"])
    lembar.append([1, "", "Panitia berjalan", "Kualitas", "Mutu kepanitiaan", "Sesuai pedoman panitia"])


def _jpt(lembar) -> None:
    lembar.append(["A. UTAMA"])
    lembar.append([1, "Layanan kota membaik", "Indeks kepuasan", "85-90 skor", "Penerima Layanan"])
    lembar.append([2, "Anggaran terserap", "Serapan anggaran", "95 %", "Anggaran"])
    lembar.append(["B. TAMBAHAN"])
    lembar.append([1, "Panitia berjalan", "Laporan kepanitiaan", "2 laporan", "Proses Bisnis"])


def _kualitatif(lembar) -> None:
    lembar.append(["A. UTAMA"])
    lembar.append([1, "Surat terlayani"])
    lembar.append(["", "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:\n- Surat dijawab\n- Arsip rapi"])
    lembar.append(["B. TAMBAHAN"])
    lembar.append([1, "Panitia berjalan"])
    lembar.append(["", "Ukuran keberhasilan/Indikator Kinerja Individu, dan Target:"])
    lembar.append(["", "• Laporan selesai"])
