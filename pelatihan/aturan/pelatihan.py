"""The rules of development: needs from gaps, suggestions that name their figure, JP. Peraturan LAN 10/2018 [A]."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.pilihan import NilaiDasar
from mataram_asn.kit.angka import bulat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_angka
from pegawai.aturan.isian import cacah, kamus
from pegawai.pilihan import JenisKetentuan, JenisPegawai, Kepastian

from ..pilihan import Bentuk, JenisSebab

MENIT_PER_JP = 45
MAKS_SARAN = 5

#: A gap of competence comes first, the larger the earlier; then conduct, then results. The choice of the city.
URGENSI_PER_TINGKAT = 10
URGENSI_DASAR = 30
URGENSI_NILAI = 35
URGENSI_INDIKATOR = 32


@dataclass(frozen=True)
class KetentuanJP:
    """JP goals of a year, and the JP where a certificate states none (a session, or the whole)."""

    target_pns: int
    batas_pppk: int
    baku: Mapping[str, int]
    sesi_per_bulan: Mapping[str, int]
    per_hari: Mapping[str, int]

    @classmethod
    def dari(cls, isi: dict) -> "KetentuanJP":
        """Read a stored ketentuan strictly. Raises RuleViolation."""
        kamus(isi, ("target_pns", "batas_pppk", "baku", "sesi_per_bulan", "per_hari"), "Jam pelajaran")
        return cls(
            cacah(isi["target_pns"], "Target JP PNS", 1, 400),
            cacah(isi["batas_pppk"], "Batas JP PPPK", 1, 400),
            _peta(isi["baku"], "JP baku"),
            _peta(isi["sesi_per_bulan"], "Sesi per bulan"),
            _peta(isi["per_hari"], "JP per hari"),
        )

    def __post_init__(self):
        if not self.sesi_per_bulan.keys() <= self.baku.keys():
            raise RuleViolation("Sesi per bulan: bentuk yang dihitung per sesi harus mempunyai JP baku.")


def _peta(isi, label: str) -> dict[str, int]:
    if not isinstance(isi, dict) or set(isi) - set(Bentuk.values):
        raise RuleViolation(f"{label}: kuncinya bentuk pelatihan yang dikenal.")
    return {kunci: cacah(nilai, f"{label}, {kunci}", 1, 400) for kunci, nilai in isi.items()}


#: Two regional systems agree on these [V*]; e-learning 3, workshop 5, the classical rest 4.
BAKU = {
    "magang": 20,
    "pertukaran": 20,
    "detasering": 20,
    "patok_banding": 10,
    "coaching": 2,
    "mentoring": 2,
    "teknis": 4,
    "fungsional": 4,
    "sosial_kultural": 4,
    "seminar": 4,
    "kursus": 4,
    "penataran": 4,
    "bimtek": 4,
    "jarak_jauh": 4,
    "workshop": 5,
    "e_learning": 3,
}
KETENTUAN_BAWAAN = {
    JenisKetentuan.JP: (
        {
            "target_pns": 20,
            "batas_pppk": 24,
            "baku": BAKU,
            "sesi_per_bulan": {"coaching": 2, "mentoring": 2},
            "per_hari": {"belajar_mandiri": 2, "komunitas": 2},
        },
        "Peraturan LAN 10/2018 (PNS, paling sedikit 20 JP setahun); Peraturan LAN 15/2020 (PPPK, paling banyak 24 JP)",
        Kepastian.LAZIM,
    )
}


def target_jp(jenis: str, ketentuan: KetentuanJP) -> int:
    """JP of a year: for PNS the least, for PPPK the most."""
    return ketentuan.batas_pppk if jenis == JenisPegawai.PPPK else ketentuan.target_pns


def jp_dari_menit(menit: int) -> int:
    """Whole JP of that many minutes; 1 JP = 45 minutes."""
    if menit < 0:
        raise RuleViolation("Lama pelatihan tidak boleh negatif.")
    return menit // MENIT_PER_JP


def jp_diakui(jenis: str, jp: int, ketentuan: KetentuanJP) -> int:
    """The JP of a year that count: those of PPPK up to their limit. Peraturan LAN 15/2020."""
    return min(jp, ketentuan.batas_pppk) if jenis == JenisPegawai.PPPK else jp


def jp_baku(bentuk: str, ketentuan: KetentuanJP, *, sesi: Iterable[date] = ()) -> int | None:
    """JP where the certificate states none; None where the form has no standard figure.

    Coaching and mentoring count by the session, at most twice a month; self-study and communities by the day.
    `sesi` are the days of the sessions; without them there is nothing to count by, and the answer is None.
    """
    hari = tuple(sesi)
    if bentuk in ketentuan.sesi_per_bulan:
        return ketentuan.baku[bentuk] * _sesi_terhitung(hari, ketentuan.sesi_per_bulan[bentuk]) if hari else None
    if bentuk in ketentuan.per_hari:
        return ketentuan.per_hari[bentuk] * len(set(hari)) if hari else None
    return ketentuan.baku.get(bentuk)


def _sesi_terhitung(sesi: Iterable[date], batas: int) -> int:
    bulan: dict[tuple[int, int], int] = {}
    for hari in sesi:
        bulan[hari.year, hari.month] = bulan.get((hari.year, hari.month), 0) + 1
    return sum(min(batas, banyak) for banyak in bulan.values())


@dataclass(frozen=True)
class Kebutuhan:
    """A need and the figure that causes it. A new duty is one too: the standard is that of the position held now.

    `standar`, `ukuran` and `selisih` are levels 1 to 5 of a competence; `ukuran` of an indicator is its achievement
    in percent. None where the need has no such figure. `urgensi` orders needs of different kinds.
    """

    jenis: JenisSebab
    kunci: str
    kalimat: str
    urgensi: int
    standar: int | None = None
    ukuran: Decimal | int | None = None
    selisih: int | None = None


@dataclass(frozen=True)
class Katalog:
    """What a rule needs to know of a training: its id, JP, which gap it closes, and for which kinds of position.

    `untuk_jabatan` empty is for everybody: a leadership training is for who leads at that level.
    """

    pk: int
    nama: str
    jp: int
    kompetensi: str = ""
    nilai: str = ""
    untuk_hasil_kerja: bool = False
    untuk_jabatan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Saran:
    """A training suggested because of one need."""

    pelatihan: Katalog
    kebutuhan: Kebutuhan


def kebutuhan(
    standar: Mapping[str, int],
    ukuran: Mapping[str, int],
    nilai_di_bawah: Sequence[tuple[str, str]],
    indikator_di_bawah: Sequence[tuple],
    *,
    nama: Mapping[str, str],
) -> tuple[Kebutuhan, ...]:
    """The needs of a person, the most urgent first.

    A gap is standard − measured level where it is above 0; a competence that was not measured is not available,
    never a gap. Values are (key, sentence), indicators (key, sentence, achievement or None).
    """
    butuh = [
        Kebutuhan(
            JenisSebab.KOMPETENSI,
            kunci,
            f"{nama.get(kunci, kunci)}: tingkat {ukuran[kunci]}, standar jabatan {level}",
            URGENSI_DASAR + URGENSI_PER_TINGKAT * (level - ukuran[kunci]),
            level,
            ukuran[kunci],
            level - ukuran[kunci],
        )
        for kunci, level in standar.items()
        if kunci in ukuran and ukuran[kunci] < level
    ]
    butuh += [
        Kebutuhan(JenisSebab.NILAI, str(NilaiDasar(kunci)), kalimat, URGENSI_NILAI) for kunci, kalimat in nilai_di_bawah
    ]
    butuh += [
        Kebutuhan(
            JenisSebab.INDIKATOR,
            str(kunci),
            _dengan_capaian(kalimat, capaian),
            URGENSI_INDIKATOR,
            ukuran=None if capaian is None else bulat(capaian),
        )
        for kunci, kalimat, capaian in indikator_di_bawah
    ]
    return tuple(sorted(butuh, key=lambda satu: (-satu.urgensi, satu.jenis, satu.kunci)))


def _dengan_capaian(kalimat: str, capaian) -> str:
    return kalimat if capaian is None else f"{kalimat} (capaian {tulis_angka(bulat(capaian))})"


def saran(
    butuh: Sequence[Kebutuhan],
    katalog: Sequence[Katalog],
    *,
    maks: int = MAKS_SARAN,
    jabatan: str = "",
    ditangani: Collection[tuple[str, str]] = (),
) -> tuple[Saran, ...]:
    """One training for each need, the most urgent need first, no training twice; at most `maks`.

    `jabatan` is the kind of position held. `ditangani` are the needs (kind, key) for which a training is planned or
    was attended already: they ask for no second one.
    """
    butuh = [satu for satu in butuh if (str(satu.jenis), satu.kunci) not in ditangani]
    katalog = [calon for calon in katalog if not calon.untuk_jabatan or jabatan in calon.untuk_jabatan]
    dipilih: list[Saran] = []
    for satu in butuh:
        terpakai = {lama.pelatihan.pk for lama in dipilih}
        cocok = [calon for calon in katalog if _menutup(calon, satu) and calon.pk not in terpakai]
        if cocok:
            dipilih.append(Saran(min(cocok, key=lambda calon: (-calon.jp, calon.nama)), satu))
        if len(dipilih) == maks:
            break
    return tuple(dipilih)


def _menutup(calon: Katalog, satu: Kebutuhan) -> bool:
    if satu.jenis == JenisSebab.KOMPETENSI:
        return calon.kompetensi == satu.kunci
    if satu.jenis == JenisSebab.NILAI:
        return calon.nilai == satu.kunci
    return calon.untuk_hasil_kerja
