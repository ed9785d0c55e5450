"""What the scoring page of one sheet shows, from what is stored or from what was sent."""

from kinerja.aturan import NILAI_DASAR
from kinerja.models import Indikator
from kinerja.pilihan import JenisIndikator, NilaiDasar
from kinerja.rekap import tulis_target, umpan_balik_menurut
from mataram_asn.kit.angka import bulat

from ..aturan import KUADRAN
from ..models import LembarPenilaian
from ..pilihan import Rating, StatusLembar
from ..rekap import penilaian as rekap
from ..rekap.masukan import indikator_lembar, masukan_lembar, realisasi_lembar


def indikator_skp(lembar: LembarPenilaian) -> list[Indikator]:
    """The indicators of a sheet in the order in which people read them, main results first."""
    return indikator_lembar([lembar])[lembar.pk]


class Halaman:
    """The context of one sheet. `form` is the sent form, or None for what is stored."""

    def __init__(self, lembar: LembarPenilaian, form=None, tutup: str = ""):
        self.lembar, self.form, self.tutup = lembar, form, tutup
        [(self.tersimpan, self.masukan)] = masukan_lembar([lembar.pk])
        if form is not None and form.is_valid():
            self.masukan = rekap.ganti_putusan(
                self.masukan, form.putusan_indikator(), form.putusan_perilaku(), form.putusan_akhir()
            )
        self.usul = rekap.usul_akhir(self.masukan)

    def usul_berubah(self) -> str:
        """A sentence when a suggestion that was accepted is no longer the one that the page showed."""
        for nama, usul in (("hasil", self.usul.usul_hasil), ("perilaku", self.usul.usul_perilaku)):
            tampak = self.form.cleaned_data[f"usul_{nama}"]
            diterima = self.form.cleaned_data[f"rating_{nama}"] == tampak
            if tampak and usul and diterima and tampak != usul and not self.masukan.kepala:
                return (
                    f"Usul rating {nama} berubah menjadi {usul.label.lower()} karena pilihan Anda. "
                    "Periksa predikatnya, lalu tetapkan lagi."
                )
        return ""

    def isi(self) -> dict:
        """Everything of the page but its neighbours."""
        return {**self.putusan(), "baris": self._baris(), "perilaku": self._perilaku(), "tutup": self.tutup}

    def putusan(self, keadaan: str = "", kalimat: str = "") -> dict:
        """The part that follows each choice: indices, suggestions, final ratings, the cell, the save state."""
        akhir = {nama: self._akhir(nama) for nama in ("hasil", "perilaku")}
        return {
            "lembar": self.lembar,
            "usul": self.usul,
            "akhir": akhir,
            "kuadran": KUADRAN,
            "kepala": self.masukan.kepala,
            "organisasi": self.masukan.predikat_organisasi,
            "predikat": self._predikat(akhir),
            "keadaan": keadaan or self._keadaan(),
            "kalimat": kalimat,
            "tutup": self.tutup,
        }

    def _keadaan(self) -> str:
        if self.form is not None:
            return "belum"
        return "tersimpan" if self.lembar.disimpan_pada else "awal"

    def _predikat(self, akhir) -> str:
        hasil, perilaku = akhir["hasil"]["nilai"], akhir["perilaku"]["nilai"]
        return KUADRAN[Rating(hasil)][Rating(perilaku)].value if hasil and perilaku else ""

    def _akhir(self, nama: str) -> dict:
        usul = getattr(self.usul, f"usul_{nama}")
        rating = getattr(self.masukan, f"rating_{nama}")
        alasan = self._teks(f"alasan_rating_{nama}", getattr(self.lembar, f"alasan_{nama}"))
        return {"usul": usul or "", "nilai": rating or usul or "", "alasan": alasan}

    def _teks(self, nama: str, tersimpan: str) -> str:
        """What was typed, else what is stored."""
        return self.form[nama].value() or "" if self.form is not None else tersimpan

    def _pilih(self, nama: str, tersimpan) -> str:
        """What was chosen, else what is stored."""
        if self.form is None:
            return str(tersimpan or "")
        nilai = self.form[nama].value()
        return nilai if nilai in Rating.values else ""

    def _baris(self) -> list[dict]:
        ditimbang, realisasi = rekap.timbang_semua(self.masukan), realisasi_lembar(self.lembar)
        masukan = {int(satu.kunci): satu for satu in self.masukan.indikator}
        return [
            self._satu_baris(satu, ditimbang[satu.pk], masukan[satu.pk], realisasi.get(satu.pk))
            for satu in indikator_skp(self.lembar)
        ]

    def _satu_baris(self, indikator, ditimbang, masukan, realisasi) -> dict:
        nama = f"indikator_{indikator.pk}"
        tidak = masukan.tidak_dinilai if self.form is None else bool(self.form[f"tidak_{nama}"].value())
        return {
            "obj": indikator,
            "nama": nama,
            "kualitatif": indikator.jenis == JenisIndikator.KUALITATIF,
            "target": _target(indikator, ditimbang),
            "realisasi": realisasi,
            "capaian": None if ditimbang.capaian is None else bulat(ditimbang.capaian),
            "usul": ditimbang.usul or "",
            "nilai": self._pilih(nama, masukan.rating),
            "alasan": self._teks(f"alasan_{nama}", "" if tidak else masukan.alasan),
            "tidak": tidak,
            "alasan_tidak": self._teks(f"alasan_tidak_{nama}", masukan.alasan if tidak else ""),
            "galat": self._galat(indikator, ditimbang),
        }

    def _galat(self, indikator, ditimbang) -> str:
        """What keeps this row from being set, said beside it once the page was sent."""
        if self.form is None:
            return ""
        nama = f"indikator_{indikator.pk}"
        ada = [*self.form.errors.get(nama, ()), *self.form.errors.get(f"alasan_{nama}", ())]
        if ada:
            return " ".join(ada)
        if ditimbang.masukan.tidak_dinilai:
            return "" if ditimbang.masukan.alasan else "Tulis alasan tidak dapat dinilai."
        if ditimbang.rating is None:
            return "Pilih ratingnya, atau nyatakan tidak dapat dinilai."
        return "Tulis alasan berbeda dari usul." if ditimbang.ditimpa and not ditimbang.masukan.alasan else ""

    def _perilaku(self) -> list[dict]:
        ada = {satu.nilai: satu for satu in self.masukan.perilaku}
        suara = rekap.suara_nilai(self.masukan)
        ekspektasi = dict(self.lembar.skp.ekspektasi_perilaku.values_list("nilai", "ekspektasi"))
        return [
            {
                "nama": f"nilai_{nilai.value}",
                "label": nilai.label,
                "panduan": NILAI_DASAR[nilai],
                "ekspektasi": ekspektasi.get(nilai.value, ""),
                "nilai": self._pilih(f"nilai_{nilai.value}", ada[nilai].rating if nilai in ada else Rating.SESUAI),
                "alasan": self._teks(f"alasan_nilai_{nilai.value}", ada[nilai].alasan if nilai in ada else ""),
                "publik": nilai in suara,
                "suara": suara.get(nilai),
            }
            for nilai in NilaiDasar
        ]


def _target(indikator: Indikator, ditimbang) -> str:
    if ditimbang.target is None:
        return ""
    atas = None if ditimbang.target_atas is None else bulat(ditimbang.target_atas)
    return tulis_target(indikator, bulat(ditimbang.target), atas)


def sisipkan_umpan_balik(isi: dict, skp_id: int, user) -> dict:
    """Put the continuous feedback that this user may read beside its indicator and value, to be read only."""
    indikator, nilai = umpan_balik_menurut(skp_id, user)
    for satu in isi["baris"]:
        satu["umpan_kerja"] = indikator.get(satu["obj"].pk, [])
    for satu in isi["perilaku"]:
        satu["umpan_kerja"] = nilai.get(satu["nama"].removeprefix("nilai_"), [])
    return isi


def tetangga(lembar: LembarPenilaian) -> dict:
    """Who stands before and after in the assessor's list, and who still waits after this one."""
    semua = list(
        LembarPenilaian.objects.filter(siklus=lembar.siklus_id, penilai=lembar.penilai_id)
        .select_related("pegawai")
        .order_by("pegawai__nama", "pk")
    )
    letak = [satu.pk for satu in semua].index(lembar.pk)
    giliran = semua[letak + 1 :] + semua[:letak]
    return {
        "nomor": letak + 1,
        "banyak": len(semua),
        "sebelum": semua[letak - 1] if letak else None,
        "sesudah": semua[letak + 1] if letak + 1 < len(semua) else None,
        "berikut": next((satu for satu in giliran if satu.status != StatusLembar.DITETAPKAN), None),
    }
