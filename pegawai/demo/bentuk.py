"""The shapes of the generated city. Dates are `date`; `selesai` is the last day (inclusive) or None for open."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it stood from `mulai` to `selesai`; a renamed or moved unit has several rows."""

    kode: str
    nama: str
    jenis: str
    kode_induk: str
    unor_id: str
    sumber: str
    terverifikasi: bool
    mulai: date
    selesai: date | None = None


@dataclass(frozen=True, slots=True)
class Posisi:
    """A position with its seats; one row a dated arrangement. `keluarga` groups like posts, unwritten."""

    kode_jabatan: str
    nama: str
    kode_unit: str
    jenis_jabatan: str
    jenjang: str
    kelas: int | None
    kebutuhan: int
    kode_jabatan_atasan: str
    kepala_unit: bool
    golongan_min: str
    golongan_max: str
    pendidikan_min: str
    rumpun: str
    mulai: date
    selesai: date | None = None
    keluarga: str = ""
    profesi: str = ""


@dataclass(frozen=True, slots=True)
class Orang:
    """A civil servant. `lahir`, `tmt` and `kelamin` are the record's; the NIP may differ from them (a warning)."""

    pns_id: str
    nip: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    jenis: str
    kelamin: str
    lahir: date
    tempat_lahir: str
    agama: str
    kawin: str
    nik: str
    hp: str
    email: str
    tmt: date
    status_pns: str
    kedudukan: str
    golongan_awal: str
    golongan: str
    tmt_golongan: date
    pendidikan: str
    jurusan: str
    sekolah: str
    tahun_lulus: int
    kode_jabatan: str
    kontrak_selesai: date | None = None


@dataclass(frozen=True, slots=True)
class Penempatan:
    """Who holds which position from when to when: `jenis` is definitif, plt or plh."""

    pns_id: str
    kode_jabatan: str
    jenis: str
    mulai: date
    selesai: date | None
    nomor_sk: str


@dataclass(frozen=True, slots=True)
class Pejabat:
    """An assessor who is not an employee: the mayor."""

    id: str
    nama: str
    gelar_depan: str
    gelar_belakang: str
    kelamin: str
    email: str
    kode_jabatan: str
    mulai: date
    selesai: date | None


@dataclass(frozen=True, slots=True)
class UkuranKompetensi:
    pns_id: str
    kompetensi: str
    level: int
    tanggal_ukur: date


@dataclass(frozen=True, slots=True)
class UkuranPotensi:
    pns_id: str
    unsur: str
    nilai: Decimal
    tanggal: date


@dataclass(frozen=True, slots=True)
class Layanan:
    kode: str
    nama: str
    kode_unit: str


@dataclass(frozen=True, slots=True)
class Petugas:
    kode_layanan: str
    pns_id: str
    mulai: date
    selesai: date | None = None


@dataclass(frozen=True, slots=True)
class Disiplin:
    pns_id: str
    jenis: str
    tingkat: str
    mulai: date
    selesai: date


@dataclass(frozen=True, slots=True)
class Vonis:
    """What must become of row `nomor` (1 = the first under the headings) of siasn.csv: muat, peringatan, ditolak."""

    nomor: int
    pns_id: str
    putusan: str
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class Kota:
    """Everything. `baris_siasn` are the rows of siasn.csv in file order, refused ones included."""

    seed: int
    hari: date
    unit: tuple[Unit, ...]
    posisi: tuple[Posisi, ...]
    orang: tuple[Orang, ...]
    pejabat: tuple[Pejabat, ...]
    penempatan: tuple[Penempatan, ...]
    kompetensi: tuple[UkuranKompetensi, ...]
    potensi: tuple[UkuranPotensi, ...]
    layanan: tuple[Layanan, ...]
    petugas: tuple[Petugas, ...]
    disiplin: tuple[Disiplin, ...]
    baris_siasn: tuple[dict[str, str], ...]
    vonis: tuple[Vonis, ...]

    def dengan_putusan(self, putusan: str) -> tuple[Vonis, ...]:
        """The expected verdicts of one kind, in file order."""
        return tuple(satu for satu in self.vonis if satu.putusan == putusan)
