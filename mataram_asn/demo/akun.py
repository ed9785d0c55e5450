"""The demo's accounts: one or two for each role, all with one known password. Only with DEBUG."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db.models import Exists, OuterRef

from evaluasi.actions.publik import sidik_token
from evaluasi.models import PetugasLayanan, TokenUmpanBalik
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.audit import catat
from mataram_asn.kit.models import CatatanAudit
from pegawai import rekap
from pegawai.actions.peran import give_first_role
from pegawai.models import Pegawai, Penempatan, PengelolaUnit, Pengguna
from pegawai.pilihan import JenisPegawai, Kedudukan, Peran

from .suara import TOKEN_PETUGAS, token_petugas

SANDI = "demo-mataram"
MUATAN = "demo.dimuat"
AKUN = "demo.akun"
#: accounts of roles that are given: (name, shown name, role)
PERAN_AKUN = (
    ("bkpsdm", "Pengelola Kinerja BKPSDM", Peran.BKPSDM),
    ("bkpsdm2", "Verifikator BKPSDM", Peran.BKPSDM),
    ("auditor", "Auditor Inspektorat", Peran.AUDITOR),
    ("admin", "Admin Sistem", Peran.ADMIN_SISTEM),
)


@dataclass(frozen=True)
class Tokoh:
    """A person of the demo with an account, and what they show."""

    kunci: str
    sebutan: str
    pegawai: Pegawai
    #: state of the present plan; "" for none yet
    skp: str = StatusSKP.DISETUJUI.value


def buat_akun_peran(oleh: Pengguna, saat) -> Pengguna:
    """Make the accounts of the roles; returns that of BKPSDM."""
    sandi = make_password(SANDI)
    for nama_akun, nama, peran in PERAN_AKUN:
        Pengguna.objects.create(username=nama_akun, nama=nama, email=f"{nama_akun}@mataram.example", password=sandi)
        give_first_role(username=nama_akun, peran=peran, oleh=oleh, saat=saat)
    return Pengguna.objects.get(username="bkpsdm")


def cari_tokoh(hari: date) -> list[Tokoh]:
    """Choose the people of the demo by their positions on that day; who is not in the city is left out."""
    return list(_Pencari(hari).semua())


class _Pencari:
    def __init__(self, hari: date):
        self.hari = hari
        self.baris = Penempatan.objects.definitif().berlaku_pada(hari).select_related("pegawai", "jabatan__unit")
        self.baris = self.baris.filter(pegawai__kedudukan=Kedudukan.AKTIF).order_by("jabatan__kode", "pegawai_id")
        self.terpakai: set[int] = set()

    def satu(self, **saring) -> Penempatan | None:
        """The first holder who fits and has no part yet."""
        ini = self.baris.filter(**saring).exclude(pegawai__in=self.terpakai).first()
        if ini:
            self.terpakai.add(ini.pegawai_id)
        return ini

    def semua(self) -> Iterator[Tokoh]:
        yield from self._tokoh("walikota", "Wali Kota (penilai, bukan pegawai)", jabatan__kode="MTR.KEPALA")
        yield from self._tokoh("sekda", "Sekretaris Daerah", jabatan__kode="SETDA.KEPALA")
        yield from self._dinas()
        yield from self._tokoh("lurah", "Lurah", jabatan__nama__startswith="Lurah ")
        yield from self._sekolah()
        yield from self._tokoh("perawat", "Perawat", jabatan__nama__startswith="Perawat ")

    def _tokoh(self, kunci: str, sebutan: str, skp: str = StatusSKP.DISETUJUI.value, **saring) -> Iterator[Tokoh]:
        if ini := self.satu(**saring):
            yield Tokoh(kunci, sebutan, ini.pegawai, skp)

    def _dinas(self) -> Iterator[Tokoh]:
        """Dinas Sosial from its head down to a social worker at a counter, and that one's colleagues."""
        yield from self._tokoh("kepala-dinas", "Kepala Dinas Sosial", jabatan__kode="DINSOS.KEPALA")
        pekerja = self._pekerja()
        if pekerja:
            atas = self._rantai(pekerja)
            self.terpakai |= {pekerja.pk, *(satu.pk for satu in atas)}
            yield from (
                Tokoh(kunci, sebutan, satu)
                for kunci, sebutan, satu in zip(
                    ("atasan", "kabid"), ("Atasan langsung", "Kepala Bidang"), atas, strict=False
                )
            )
            yield Tokoh("pegawai", "Pegawai di loket layanan", pekerja)
            yield from self._rekan(pekerja, atas)
        yield from self._tokoh(
            "pengelola", "Pengelola unit Dinas Sosial", jabatan__unit__kode="DINSOS-SEK-S1", jabatan__kepala_unit=True
        )
        yield from self._tokoh(
            "pegawai-baru", "Pegawai yang belum menyusun SKP", "", jabatan__unit__kode__startswith="DINSOS-",
            jabatan__nama__startswith="Pekerja Sosial",
        )  # fmt: skip

    def _pekerja(self) -> Pegawai | None:
        """Who serves at a counter of the Dinas Sosial and leads nobody."""
        melayani = PetugasLayanan.objects.filter(pegawai=OuterRef("pegawai_id"), layanan__kode__startswith="dinsos")
        calon = self.baris.filter(Exists(melayani), jabatan__kepala_unit=False)
        ini = calon.filter(jabatan__nama__startswith="Pekerja Sosial").first() or calon.first()
        return ini and ini.pegawai

    def _rantai(self, pegawai: Pegawai) -> list[Pegawai]:
        """The atasan and the atasan's, as long as they are below the head of the office."""
        hasil, kini = [], pegawai
        while (kini := rekap.atasan_pada(kini.pk, self.hari)) and kini.pk not in self.terpakai and len(hasil) < 2:
            hasil.append(kini)
        return hasil

    def _rekan(self, pegawai: Pegawai, atas: list[Pegawai]) -> Iterator[Tokoh]:
        """Colleagues whose plan waits for the atasan, or came back from them."""
        rekan = rekap.bawahan_langsung(atas[0].pk, self.hari).exclude(pk__in=self.terpakai) if atas else []
        rekan = rekan.filter(jenis__in=[JenisPegawai.PNS, JenisPegawai.PPPK], kedudukan=Kedudukan.AKTIF) if atas else []
        tahap = (
            ("rekan", "Rekan: SKP menunggu persetujuan", StatusSKP.DIAJUKAN),
            ("rekan2", "Rekan: SKP dikembalikan", StatusSKP.DIKEMBALIKAN),
        )
        for satu, (kunci, sebutan, skp) in zip(rekan.order_by("pk") if atas else [], tahap, strict=False):
            self.terpakai.add(satu.pk)
            yield Tokoh(kunci, sebutan, satu, skp.value)

    def _sekolah(self) -> Iterator[Tokoh]:
        kepala = self.satu(jabatan__nama__startswith="Kepala SD Negeri", jabatan__kepala_unit=True)
        if kepala:
            yield Tokoh("kepala-sekolah", "Kepala sekolah", kepala.pegawai)
            yield from self._tokoh(
                "guru", "Guru (SKP masih draf)", StatusSKP.DRAF.value, jabatan__unit=kepala.jabatan.unit_id,
                jabatan__nama__startswith="Guru",
            )  # fmt: skip


def beri_sandi(tokoh: list[Tokoh], oleh: Pengguna, hari: date, saat) -> None:
    """Give these people the demo's password (hashed once), and the pengelola their unit."""
    akun = [satu.pegawai.pengguna_id for satu in tokoh]
    Pengguna.objects.filter(pk__in=akun).update(password=make_password(SANDI))
    for satu in tokoh:
        if satu.kunci == "pengelola":
            kantor = rekap.peta_perangkat_daerah(hari)[
                rekap.penempatan_pada([satu.pegawai.pk], hari)[satu.pegawai.pk].jabatan.unit_id
            ]
            PengelolaUnit.objects.create(
                pengguna_id=satu.pegawai.pengguna_id, unit_id=kantor, mulai=date(hari.year, 1, 1)
            )
    rincian = {"tokoh": [[satu.kunci, satu.sebutan, satu.pegawai.pk] for satu in tokoh]}
    catat(oleh=oleh, aksi=AKUN, objek=oleh, rincian=rincian, saat=saat)


@dataclass(frozen=True)
class AkunDemo:
    """One line of the list: what it is, the account name to type, and who is behind it."""

    kunci: str
    sebutan: str
    username: str
    nama: str
    pegawai_id: int | None = None


def daftar_akun() -> list[AkunDemo]:
    """The demo's accounts; empty unless DEBUG is on and the demo is loaded."""
    if not settings.DEBUG or not CatatanAudit.objects.filter(aksi=MUATAN).exists():
        return []
    catatan = CatatanAudit.objects.filter(aksi=AKUN).order_by("-pk").first()
    orang = Pegawai.objects.select_related("pengguna").in_bulk([pk for _, _, pk in catatan.rincian["tokoh"]])
    peran = {satu.username: satu for satu in Pengguna.objects.filter(username__in=[nama for nama, _, _ in PERAN_AKUN])}
    return [
        *(AkunDemo(nama, str(jenis.label), nama, str(peran[nama])) for nama, _, jenis in PERAN_AKUN if nama in peran),
        *(
            AkunDemo(kunci, sebutan, orang[pk].pengguna.username, orang[pk].nama_lengkap, pk)
            for kunci, sebutan, pk in catatan.rincian["tokoh"]
        ),
    ]


def token_tersisa(pegawai_id: int) -> list[str]:
    """The unused tokens of a person of the demo, for the links that `akun_demo` prints."""
    petugas = PetugasLayanan.objects.filter(pegawai_id=pegawai_id).select_related("layanan", "pegawai")
    semua = [token_petugas(satu, nomor) for satu in petugas for nomor in range(TOKEN_PETUGAS)]
    belum = TokenUmpanBalik.objects.filter(terpakai=False, sidik__in=map(sidik_token, semua))
    sisa = set(belum.values_list("sidik", flat=True))
    return [satu for satu in semua if sidik_token(satu) in sisa]
