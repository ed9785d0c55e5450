"""Assessors who are not civil servants (the mayor), and the ends of PPPK contracts, which the national file lacks."""

from datetime import date

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mataram_asn.kit.galat import RuleViolation

from ..models import Jabatan, Pegawai, Penempatan, Pengguna
from ..pilihan import JenisKelamin, JenisPegawai, JenisPenempatan
from . import nilai
from .putusan import Pengimpor, Periksa, dari_iso, iso, periode, tolak_ganda
from .riwayat import baca_orang, orang_dimuat

KOLOM_PEJABAT = ("id", "nama", "gelar_depan", "gelar_belakang", "kelamin", "email", "kode_jabatan", "mulai", "selesai")
ORANG = ("nama", "gelar_depan", "gelar_belakang", "jenis_kelamin", "email")


def periksa_pejabat(baris, hari: date) -> list[Periksa]:
    """Judge officials without a NIP; the part before the @ of the e-mail becomes the account name."""
    jabatan = dict(Jabatan.objects.values_list("kode", "pk"))
    lama = {
        isi["id"]: isi
        for isi in map(
            _isi_pejabat,
            Penempatan.objects.filter(pegawai__jenis=JenisPegawai.NON_ASN).select_related("pegawai", "jabatan"),
        )
    }
    daftar = [_baca_pejabat(Periksa(satu), jabatan) for satu in baris]
    for satu in daftar:
        satu.lama = lama.get(satu.kunci)
    tolak_ganda(daftar, lambda satu: satu.kunci, "id: sama dengan baris {nomor}.")
    return daftar


def _baca_pejabat(satu: Periksa, jabatan: dict) -> Periksa:
    satu.kunci = satu.ambil("id", nilai.uuid_wajib) or ""
    satu.nama = satu.ambil("nama", nilai.wajib, 160) or ""
    satu.isi = {
        "id": satu.kunci,
        "nama": satu.nama,
        "gelar_depan": satu.ambil("gelar_depan", nilai.teks, 40),
        "gelar_belakang": satu.ambil("gelar_belakang", nilai.teks, 60),
        "jenis_kelamin": satu.ambil("kelamin", nilai.pilihan_wajib, JenisKelamin),
        "email": satu.ambil("email", _surel),
        "kode_jabatan": satu.ambil("kode_jabatan", nilai.wajib, 60),
    }
    periode(satu)
    if satu.isi["kode_jabatan"] and satu.isi["kode_jabatan"] not in jabatan:
        satu.tolak.append("kode_jabatan: tidak dikenal; muat berkas jabatan dahulu.")
    return satu


def _surel(sel: str) -> str:
    surel = nilai.wajib(sel, 200).lower()
    try:
        validate_email(surel)
    except ValidationError as galat:
        raise RuleViolation("bukan alamat surel") from galat
    return surel


def _isi_pejabat(satu: Penempatan) -> dict:
    return {
        "id": str(satu.pegawai.siasn_id),
        **{nama: getattr(satu.pegawai, nama) for nama in ORANG},
        "kode_jabatan": satu.jabatan.kode,
        "mulai": iso(satu.mulai),
        "selesai": iso(satu.selesai),
    }


def muat_pejabat(daftar: list[dict], saat) -> None:
    """Write the confirmed officials, their accounts and their terms: a handful, one by one."""
    for isi in daftar:
        orang, baru = Pegawai.objects.update_or_create(
            siasn_id=isi["id"], defaults={"jenis": JenisPegawai.NON_ASN} | {nama: isi[nama] for nama in ORANG}
        )
        if baru:
            orang.pengguna = Pengguna.objects.create(
                username=isi["email"].split("@")[0][:30],
                nama=orang.nama_lengkap,
                email=isi["email"],
                password=make_password(None),
                date_joined=saat,
            )
            orang.save(update_fields=["pengguna"])
        Penempatan.objects.update_or_create(
            pegawai=orang,
            jabatan=Jabatan.objects.get(kode=isi["kode_jabatan"]),
            jenis=JenisPenempatan.DEFINITIF,
            mulai=dari_iso(isi["mulai"]),
            defaults={"selesai": dari_iso(isi["selesai"])},
        )


def periksa_kontrak(baris, hari: date) -> list[Periksa]:
    """Judge the ends of PPPK contracts."""
    orang = orang_dimuat()
    pppk = dict(Pegawai.objects.filter(jenis=JenisPegawai.PPPK).values_list("pk", "kontrak_selesai"))
    daftar = []
    for satu in map(Periksa, baris):
        pegawai = baca_orang(satu, orang)
        satu.isi = {"pegawai": pegawai}
        periode(satu)
        if pegawai is not None and pegawai not in pppk:
            satu.tolak.append("pns_id: bukan PPPK; perjanjian kerja hanya untuk PPPK.")
        if satu.isi["selesai"] is None and not satu.tolak:
            satu.tolak.append("selesai: kosong; isi hari terakhir perjanjian.")
        if pppk.get(pegawai):
            satu.lama = satu.isi | {"selesai": iso(pppk[pegawai])}
        daftar.append(satu)
    tolak_ganda(daftar, lambda satu: satu.isi["pegawai"], "pns_id: sama dengan baris {nomor}.")
    return daftar


def muat_kontrak(daftar: list[dict], saat) -> None:
    """Write the confirmed ends."""
    orang = [Pegawai(pk=isi["pegawai"], kontrak_selesai=dari_iso(isi["selesai"])) for isi in daftar]
    Pegawai.objects.bulk_update(orang, ["kontrak_selesai"], batch_size=500)


PEJABAT = Pengimpor(KOLOM_PEJABAT, periksa_pejabat, muat_pejabat)
KONTRAK = Pengimpor(("pns_id", "mulai", "selesai"), periksa_kontrak, muat_kontrak)
