"""People, their accounts, which position they hold, and who their atasan is."""

import re

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property

from mataram_asn.kit.baris import BarisQuerySet, BerlakuMixin, periode_sah, rentang_tanggal, sama

from ..pilihan import (
    JenisKelamin,
    JenisPegawai,
    JenisPenempatan,
    Kedudukan,
    Peran,
    StatusLaporanAtasan,
    TingkatPendidikan,
)
from .organisasi import Jabatan, Unit


class PenggunaQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """Accounts are run by BKPSDM and the admin; everybody else sees their own."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM) or user.berperan(Peran.ADMIN_SISTEM):
            return self
        return self.filter(pk=user.pk)


class PenggunaManager(BaseUserManager.from_queryset(PenggunaQuerySet)):
    def create_user(self, username, password=None, **kolom):
        """Create an account; without a password it can only be opened by a one-time code."""
        pengguna = self.model(username=username, **kolom)
        pengguna.set_password(password)
        pengguna.save(using=self._db)
        return pengguna

    def sistem(self):
        """The system's own actor: what the clock does is done by it. It cannot sign in."""
        return self.get_or_create(username="sistem", defaults={"nama": "Sistem", "password": "!", "is_active": False})[
            0
        ]

    def create_superuser(self, username, password=None, **kolom):
        return self.create_user(username, password, is_staff=True, is_superuser=True, **kolom)


class Pengguna(AbstractBaseUser, PermissionsMixin):
    """An account. An employee's username is the NIP; others have an account name."""

    username = models.CharField("NIP atau nama akun", max_length=30, unique=True)
    nama = models.CharField("nama", max_length=160, blank=True)
    email = models.EmailField("surel", blank=True)
    is_staff = models.BooleanField("boleh masuk panel admin", default=False)
    is_active = models.BooleanField("aktif", default=True)
    date_joined = models.DateTimeField("dibuat", default=timezone.now)

    objects = PenggunaManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = []

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self):
        return self.nama or self.username

    def get_full_name(self):
        return str(self)

    @cached_property
    def peran(self) -> frozenset[str]:
        """The roles given to this account; being superuser gives none."""
        return frozenset(self.groups.values_list("name", flat=True)) if self.is_active else frozenset()

    def berperan(self, peran: str) -> bool:
        """Whether the account has that role."""
        return str(peran) in self.peran

    @cached_property
    def pegawai_id(self) -> int | None:
        """The id of the person behind the account, or None."""
        return Pegawai.objects.filter(pengguna_id=self.pk).values_list("pk", flat=True).first()


SQL_BAWAHAN = """
WITH RECURSIVE turun(jabatan_id) AS (
  SELECT s.jabatan_id FROM pegawai_susunanjabatan s JOIN pegawai_penempatan p ON p.jabatan_id = s.atasan_id
  WHERE p.pegawai_id = %(aku)s
    AND p.mulai <= %(hari)s AND (p.selesai IS NULL OR p.selesai >= %(hari)s)
    AND s.mulai <= %(hari)s AND (s.selesai IS NULL OR s.selesai >= %(hari)s)
  UNION
  SELECT s.jabatan_id FROM pegawai_susunanjabatan s JOIN turun t ON s.atasan_id = t.jabatan_id
  WHERE s.mulai <= %(hari)s AND (s.selesai IS NULL OR s.selesai >= %(hari)s)
)
SELECT p.pegawai_id FROM pegawai_penempatan p JOIN turun USING (jabatan_id)
WHERE p.mulai <= %(hari)s AND (p.selesai IS NULL OR p.selesai >= %(hari)s)
UNION
SELECT a.pegawai_id FROM pegawai_penetapanatasan a
WHERE a.atasan_id = %(aku)s AND a.mulai <= %(hari)s AND (a.selesai IS NULL OR a.selesai >= %(hari)s)
"""

SQL_UNIT_KELOLA = """
WITH RECURSIVE turun(unit_id) AS (
  SELECT k.unit_id FROM pegawai_pengelolaunit k
  WHERE k.pengguna_id = %(pengguna)s AND k.mulai <= %(hari)s AND (k.selesai IS NULL OR k.selesai >= %(hari)s)
  UNION
  SELECT s.unit_id FROM pegawai_susunanunit s JOIN turun t ON s.induk_id = t.unit_id
  WHERE s.mulai <= %(hari)s AND (s.selesai IS NULL OR s.selesai >= %(hari)s)
)
SELECT p.pegawai_id FROM pegawai_penempatan p JOIN pegawai_jabatan j ON j.id = p.jabatan_id JOIN turun USING (unit_id)
WHERE p.mulai <= %(hari)s AND (p.selesai IS NULL OR p.selesai >= %(hari)s)
"""


def _raw(sql: str, **nilai) -> RawSQL:
    """RawSQL takes positions, the queries read better with names."""
    nama = re.findall(r"%\((\w+)\)s", sql)
    return RawSQL(re.sub(r"%\(\w+\)s", "%s", sql), [nilai[satu] for satu in nama])  # noqa: S611  constants above


class PegawaiQuerySet(BarisQuerySet):
    def visible_to(self, user):
        """The one policy: oneself, who stands below in the chain, the unit one manages, all for BKPSDM and auditors."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM) or user.berperan(Peran.AUDITOR):
            return self
        hari = timezone.localdate()
        return self.filter(
            Q(pk=user.pegawai_id)
            | Q(pk__in=_raw(SQL_BAWAHAN, aku=user.pegawai_id or 0, hari=hari))
            | Q(pk__in=_raw(SQL_UNIT_KELOLA, pengguna=user.pk, hari=hari))
        )

    def asn(self):
        """Civil servants only: the mayor is an assessor, not an employee."""
        return self.exclude(jenis=JenisPegawai.NON_ASN)

    def aktif(self):
        return self.exclude(kedudukan=Kedudukan.PENSIUN)

    def urut_nama(self):
        """By name as people read it: a C-locale database puts Zaki before ahmad."""
        return self.order_by(Lower("nama"), "pk")

    def bawahan_rantai(self, pegawai_id: int, hari):
        """Everybody below this person in the chain on that day, directly or not."""
        return self.filter(pk__in=_raw(SQL_BAWAHAN, aku=pegawai_id, hari=hari))


class Pegawai(models.Model):
    """A person: PNS, PPPK, or an assessor who is not a civil servant (no NIP)."""

    siasn_id = models.UUIDField("PNS ID SIASN", null=True, blank=True, unique=True)
    nip = models.CharField("NIP", max_length=18, null=True, blank=True, unique=True)
    nama = models.CharField("nama", max_length=160)
    gelar_depan = models.CharField("gelar depan", max_length=40, blank=True)
    gelar_belakang = models.CharField("gelar belakang", max_length=60, blank=True)
    jenis = models.CharField("jenis", max_length=8, choices=JenisPegawai)
    nik = models.CharField("NIK", max_length=16, blank=True)
    tempat_lahir = models.CharField("tempat lahir", max_length=80, blank=True)
    tanggal_lahir = models.DateField("tanggal lahir", null=True, blank=True)
    jenis_kelamin = models.CharField("jenis kelamin", max_length=1, choices=JenisKelamin, blank=True)
    email = models.EmailField("surel", blank=True)
    nomor_hp = models.CharField("nomor HP", max_length=20, blank=True)
    kedudukan = models.CharField("kedudukan hukum", max_length=2, choices=Kedudukan, default=Kedudukan.AKTIF)
    golongan = models.CharField("golongan", max_length=5, blank=True)
    tmt_golongan = models.DateField("TMT golongan", null=True, blank=True)
    tmt_pengangkatan = models.DateField("TMT CPNS/PPPK", null=True, blank=True)
    kontrak_selesai = models.DateField("perjanjian kerja berakhir", null=True, blank=True)
    pendidikan = models.CharField("tingkat pendidikan", max_length=2, choices=TingkatPendidikan, blank=True)
    jurusan = models.CharField("jurusan", max_length=120, blank=True)
    tahun_lulus = models.PositiveSmallIntegerField("tahun lulus", null=True, blank=True)
    pengguna = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="pegawai"
    )

    objects = PegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "pegawai"
        verbose_name_plural = "pegawai"
        indexes = [models.Index(Lower("nama"), "id", name="pegawai_urut_nama")]
        constraints = [
            models.CheckConstraint(
                name="pegawai_nip_18_angka",
                condition=Q(nip__isnull=True) | Q(nip__regex=r"^[0-9]{18}$"),
                violation_error_message="NIP terdiri atas 18 angka.",
            ),
            models.CheckConstraint(
                name="pegawai_asn_ber_nip",
                condition=Q(jenis=JenisPegawai.NON_ASN) ^ Q(nip__isnull=False),
                violation_error_message="NIP wajib bagi ASN dan dikosongkan bagi pejabat non-ASN.",
            ),
        ]

    def __str__(self):
        return self.nama_lengkap

    @property
    def nama_lengkap(self) -> str:
        """The name with its titles."""
        depan = f"{self.gelar_depan} " if self.gelar_depan else ""
        belakang = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{depan}{self.nama}{belakang}"


class TentangPegawaiQuerySet(BarisQuerySet):
    """Rows about one person: they exist for whoever sees the person."""

    def visible_to(self, user):
        return self.filter(pegawai__in=Pegawai.objects.visible_to(user))


class PenempatanQuerySet(BerlakuMixin, TentangPegawaiQuerySet):
    def definitif(self):
        return self.filter(jenis=JenisPenempatan.DEFINITIF)

    def sementara(self):
        """Acting holders: Plt, Plh, Pj."""
        return self.exclude(jenis=JenisPenempatan.DEFINITIF)


class Penempatan(models.Model):
    """Who holds which position from when to when; an acting one always has an end."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="penempatan", verbose_name="pegawai")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="penempatan", verbose_name="jabatan")
    jenis = models.CharField("jenis", max_length=10, choices=JenisPenempatan, default=JenisPenempatan.DEFINITIF)
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)
    nomor_sk = models.CharField("nomor SK", max_length=80, blank=True)

    objects = PenempatanQuerySet.as_manager()

    class Meta:
        verbose_name = "penempatan"
        verbose_name_plural = "penempatan"
        indexes = [models.Index(fields=["jabatan", "mulai"], name="penempatan_jabatan")]
        constraints = [
            periode_sah("penempatan"),
            ExclusionConstraint(
                name="penempatan_satu_definitif",
                expressions=[(sama("pegawai"), "&&"), (rentang_tanggal(), "&&")],
                condition=Q(jenis=JenisPenempatan.DEFINITIF),
                violation_error_message="Pegawai ini sudah mempunyai jabatan definitif pada tanggal tersebut.",
            ),
            models.CheckConstraint(
                name="penempatan_sementara_berakhir",
                condition=Q(jenis=JenisPenempatan.DEFINITIF) | Q(selesai__isnull=False),
                violation_error_message="Penugasan Plt., Plh., dan Pj. harus mempunyai tanggal selesai.",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai} · {self.jabatan}"


class PenetapanAtasan(models.Model):
    """An atasan set by BKPSDM for a person, over the one that the positions give."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="penetapan_atasan")
    atasan = models.ForeignKey(Pegawai, models.PROTECT, related_name="penetapan_bawahan")
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)
    alasan = models.TextField("alasan")

    objects = PenempatanQuerySet.as_manager()

    class Meta:
        verbose_name = "penetapan atasan"
        verbose_name_plural = "penetapan atasan"
        constraints = [
            periode_sah("penetapan_atasan"),
            ExclusionConstraint(
                name="penetapan_atasan_satu_pada_satu_waktu",
                expressions=[(sama("pegawai"), "&&"), (rentang_tanggal(), "&&")],
                violation_error_message="Atasan pegawai ini sudah ditetapkan pada tanggal tersebut.",
            ),
            models.CheckConstraint(
                name="penetapan_atasan_bukan_diri",
                condition=~Q(pegawai=F("atasan")),
                violation_error_message="Seseorang tidak dapat menjadi atasan bagi dirinya sendiri.",
            ),
        ]

    def __str__(self):
        return f"{self.atasan} atasan {self.pegawai}"


class LaporanAtasan(models.Model):
    """ "Ini bukan atasan saya": the person's word, which BKPSDM decides."""

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="laporan_atasan")
    atasan_tercatat = models.ForeignKey(Pegawai, models.PROTECT, null=True, related_name="+")
    keterangan = models.TextField("keterangan")
    dilaporkan_pada = models.DateTimeField(default=timezone.now)
    status = models.CharField(max_length=12, choices=StatusLaporanAtasan, default=StatusLaporanAtasan.DILAPORKAN)
    tanggapan = models.TextField("tanggapan", blank=True)
    diputus_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    diputus_pada = models.DateTimeField(null=True)

    objects = TentangPegawaiQuerySet.as_manager()

    class Meta:
        verbose_name = "laporan atasan"
        verbose_name_plural = "laporan atasan"
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai"],
                condition=Q(status=StatusLaporanAtasan.DILAPORKAN),
                name="laporan_atasan_satu_terbuka",
                violation_error_message="Laporan Anda sebelumnya masih diperiksa BKPSDM.",
            )
        ]

    def __str__(self):
        return f"Laporan {self.pegawai}"


class PengelolaUnitQuerySet(BerlakuMixin, BarisQuerySet):
    def visible_to(self, user):
        """The assignments are run by BKPSDM and the admin; a pengelola sees their own."""
        if not user.is_authenticated:
            return self.none()
        if user.berperan(Peran.BKPSDM) or user.berperan(Peran.ADMIN_SISTEM):
            return self
        return self.filter(pengguna_id=user.pk)


class PengelolaUnit(models.Model):
    """The person who looks after the personnel matters of a unit and what stands under it."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="unit_dikelola")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="pengelola")
    mulai = models.DateField("mulai")
    selesai = models.DateField("selesai", null=True, blank=True)

    objects = PengelolaUnitQuerySet.as_manager()

    class Meta:
        verbose_name = "pengelola unit"
        verbose_name_plural = "pengelola unit"
        constraints = [periode_sah("pengelola_unit")]

    def __str__(self):
        return f"{self.pengguna} · {self.unit}"
