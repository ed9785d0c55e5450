"""The dated numbers of judgement as one frozen value: Ketentuan of kind PENILAIAN."""

# ruff: noqa: RUF009 (the helpers below return dataclasses.field)

from __future__ import annotations

from dataclasses import dataclass, field, fields
from decimal import Decimal
from itertools import pairwise

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import Mutu, Predikat, PredikatOrganisasi, Rating
from . import baca


def _angka(label: str, maks: str = "120"):
    return field(metadata={"label": label, "maks": Decimal(maks)})


def _cacah(label: str, paling_sedikit: int = 1):
    return field(metadata={"label": label, "min": paling_sedikit})


@dataclass(frozen=True, slots=True)
class SyaratPola:
    """One line of a distribution pattern: at most / at least `persen` of the people, or `ada`: somebody."""

    jenis: str
    predikat: tuple[Predikat, ...]
    persen: Decimal


@dataclass(frozen=True, slots=True)
class KetentuanPenilaian:
    """Every number of the judgement that the city or a regulation may change. Scores are on the 0–120 scale."""

    ambang_di_atas: Decimal = _angka("Ambang di atas ekspektasi")
    ambang_sesuai: Decimal = _angka("Ambang sesuai ekspektasi")
    nilai_di_atas: Decimal = _angka("Nilai di atas ekspektasi")
    nilai_sesuai: Decimal = _angka("Nilai sesuai ekspektasi")
    nilai_di_bawah: Decimal = _angka("Nilai di bawah ekspektasi")
    batas_capaian: Decimal = _angka("Batas atas capaian indikator")
    batas_indeks: Decimal = _angka("Batas atas indeks")
    tambahan_di_atas: Decimal = _angka("Tambahan untuk di atas ekspektasi")
    tambahan_sesuai: Decimal = _angka("Tambahan untuk sesuai ekspektasi")
    tambahan_di_bawah: Decimal = _angka("Tambahan untuk di bawah ekspektasi")
    tambahan_batas: Decimal = _angka("Batas jumlah tambahan")
    konfirmasi_bobot: Decimal = _angka("Bobot tidak dapat dinilai yang perlu konfirmasi", "100")
    publik_k: Decimal = _angka("Tetapan kredibilitas umpan balik (k)", "10000")
    publik_minimum: int = _cacah("Jawaban minimum tentang petugas")
    publik_bobot: Decimal = _angka("Bobot umpan balik tentang petugas", "1")
    layanan_minimum: int = _cacah("Jawaban minimum tentang layanan")
    layanan_bobot: Decimal = _angka("Bobot umpan balik tentang layanan", "1")
    publik_batas: Decimal = _angka("Batas pengaruh umpan balik atas indeks perilaku")
    publik_tampil: int = _cacah("Jawaban minimum untuk ditampilkan")
    susut_k_min: Decimal = _angka("Tetapan penyusutan paling kecil", "10000")
    susut_k_maks: Decimal = _angka("Tetapan penyusutan paling besar", "10000")
    wilson_z: Decimal = _angka("Nilai z selang Wilson", "5")
    konversi: tuple[tuple[Decimal, Decimal], ...]
    mutu: tuple[tuple[Mutu, Decimal], ...]
    pola: tuple[tuple[PredikatOrganisasi, tuple[SyaratPola, ...]], ...]
    pengingat_hari: tuple[int, ...]
    eskalasi_beri_tahu: int = _cacah("Hari sesudah tenggat: atasan penilai diberi tahu")
    eskalasi_ambil_alih: int = _cacah("Hari sesudah tenggat: atasan penilai dapat menilai")
    keberatan_hari: int = _cacah("Hari mengajukan keberatan")
    keberatan_hari_kerja: bool

    @classmethod
    def dari(cls, isi: dict) -> KetentuanPenilaian:
        """Read a stored ketentuan strictly. Raises RuleViolation with the field and what it should be."""
        kunci = [bidang.name for bidang in fields(cls)]
        baca.kamus(isi, kunci, "Ketentuan penilaian")
        khusus = {
            "konversi": _konversi,
            "mutu": _mutu,
            "pola": _pola,
            "pengingat_hari": _pengingat,
            "keberatan_hari_kerja": lambda nilai: baca.benar(nilai, "Keberatan dihitung hari kerja"),
        }
        nilai = {
            bidang.name: khusus[bidang.name](isi[bidang.name]) if bidang.name in khusus else _baca(bidang, isi)
            for bidang in fields(cls)
        }
        ketentuan = cls(**nilai)
        ketentuan._periksa()
        return ketentuan

    def ke_dict(self) -> dict:
        """The JSON-able form that `dari` reads."""
        isi = {bidang.name: getattr(self, bidang.name) for bidang in fields(self)}
        isi = {kunci: baca.ke_teks(nilai) if isinstance(nilai, Decimal) else nilai for kunci, nilai in isi.items()}
        isi["konversi"] = [[baca.ke_teks(x), baca.ke_teks(y)] for x, y in self.konversi]
        isi["mutu"] = {mutu.value: baca.ke_teks(batas) for mutu, batas in self.mutu}
        isi["pola"] = {
            organisasi.value: [[s.jenis, [p.value for p in s.predikat], baca.ke_teks(s.persen)] for s in syarat]
            for organisasi, syarat in self.pola
        }
        isi["pengingat_hari"] = list(self.pengingat_hari)
        return isi

    def nilai_rating(self, rating: str) -> Decimal:
        """The index value of a rating: 75 / 100 / 115 as the city sets it."""
        if rating == Rating.SESUAI:
            return self.nilai_sesuai
        return self.nilai_di_atas if rating == Rating.DI_ATAS else self.nilai_di_bawah

    def nilai_tambahan(self, rating: str) -> Decimal:
        """What one extra assignment adds to the index."""
        if rating == Rating.SESUAI:
            return self.tambahan_sesuai
        return self.tambahan_di_atas if rating == Rating.DI_ATAS else self.tambahan_di_bawah

    def _periksa(self) -> None:
        """The numbers must agree with each other. Raises RuleViolation."""
        urut = (self.nilai_di_bawah, self.ambang_sesuai, self.nilai_sesuai, self.ambang_di_atas, self.nilai_di_atas)
        if not (urut[0] < urut[1] <= urut[2] < urut[3] <= urut[4] <= self.batas_indeks):
            raise RuleViolation(
                "Nilai setiap rating harus jatuh pada ambangnya sendiri: di bawah < ambang sesuai ≤ sesuai "
                "< ambang di atas ≤ di atas ≤ batas indeks."
            )
        if not self.tambahan_di_bawah <= self.tambahan_sesuai <= self.tambahan_di_atas:
            raise RuleViolation("Tambahan harus naik dari di bawah, sesuai, ke di atas ekspektasi.")
        if self.publik_k <= 0:
            raise RuleViolation("Tetapan kredibilitas (k) harus lebih dari 0.")
        if not 0 < self.susut_k_min <= self.susut_k_maks:
            raise RuleViolation("Tetapan penyusutan paling kecil harus lebih dari 0 dan tidak melebihi yang terbesar.")
        if self.eskalasi_ambil_alih < self.eskalasi_beri_tahu:
            raise RuleViolation("Atasan penilai diberi tahu lebih dahulu, baru dapat menilai.")


def _baca(bidang, isi: dict):
    label, nilai = bidang.metadata["label"], isi[bidang.name]
    if "maks" in bidang.metadata:
        angka, maks = baca.desimal(nilai, label), bidang.metadata["maks"]
        if angka > maks:
            raise RuleViolation(f"{label}: paling besar {maks}, bukan {angka}.")
        return angka
    banyak = baca.cacah(nilai, label)
    if banyak < bidang.metadata["min"]:
        raise RuleViolation(f"{label}: paling sedikit {bidang.metadata['min']}.")
    return banyak


def _konversi(isi) -> tuple[tuple[Decimal, Decimal], ...]:
    label = "Konversi nilai SKM ke indeks"
    pasangan = [baca.daftar(titik, label, 2) for titik in baca.daftar(isi, label)]
    titik = tuple((baca.desimal(x, label), baca.desimal(y, label)) for x, y in pasangan)
    naik = all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(titik))
    if len(titik) < 2 or not naik or titik[0][0] != 25 or titik[-1][0] != 100 or titik[-1][1] > 120:
        raise RuleViolation(
            f"{label}: titik harus naik dari nilai konversi 25 sampai 100, dengan indeks paling besar 120."
        )
    return titik


def _mutu(isi) -> tuple[tuple[Mutu, Decimal], ...]:
    urutan = (Mutu.A, Mutu.B, Mutu.C)
    isi = baca.kamus(isi, [mutu.value for mutu in urutan], "Batas mutu SKM")
    batas = tuple((mutu, baca.desimal(isi[mutu.value], f"Batas bawah mutu {mutu}")) for mutu in urutan)
    if not 100 >= batas[0][1] > batas[1][1] > batas[2][1] > 25:
        raise RuleViolation("Batas mutu SKM harus turun dari A, B, ke C, di antara 25 dan 100.")
    return batas


def _pola(isi) -> tuple[tuple[PredikatOrganisasi, tuple[SyaratPola, ...]], ...]:
    baca.kamus(isi, PredikatOrganisasi.values, "Pola distribusi")
    return tuple(
        (o, tuple(_syarat(s) for s in baca.daftar(isi[o.value], "Pola distribusi"))) for o in PredikatOrganisasi
    )


def _syarat(isi) -> SyaratPola:
    jenis, predikat, persen = baca.daftar(isi, "Syarat pola distribusi", 3)
    if jenis not in ("maks", "min", "ada"):
        raise RuleViolation("Syarat pola distribusi: pilih maks, min, atau ada.")
    pilih = tuple(baca.pilihan(p, Predikat, "Predikat pada pola") for p in baca.daftar(predikat, "Predikat pada pola"))
    angka = baca.desimal(persen, "Persen pada pola")
    if not pilih or angka > 100:
        raise RuleViolation("Syarat pola distribusi: sebut paling sedikit satu predikat dan persen sampai 100.")
    return SyaratPola(jenis, pilih, angka)


def _pengingat(isi) -> tuple[int, ...]:
    hari = tuple(baca.cacah(h, "Hari pengingat") for h in baca.daftar(isi, "Hari pengingat"))
    if not hari or list(hari) != sorted(set(hari), reverse=True):
        raise RuleViolation("Hari pengingat: isi menurun dan tanpa ulangan, seperti 7, 3, 1, 0.")
    return hari
