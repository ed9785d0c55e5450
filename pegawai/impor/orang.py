"""The people: the 67 columns of the national export "Data ASN". Keyed on the PNS ID, not on the NIP."""

import re
from datetime import date

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from mataram_asn.kit.galat import RuleViolation

from ..aturan import check_golongan, check_nik, check_nip, clean_nip, golongan_dari_kode, nip_warnings
from ..models import Pegawai, Pengguna
from ..pilihan import JenisKelamin, JenisPegawai, Kedudukan, TingkatPendidikan
from . import nilai
from .kolom_siasn import KOLOM
from .putusan import Pengimpor, Periksa, dari_iso, iso, tolak_ganda
from .susunan import require_units

KELAMIN = dict.fromkeys(("L", "M", "LAKI-LAKI", "PRIA"), JenisKelamin.LAKI) | dict.fromkeys(
    ("P", "F", "PEREMPUAN", "WANITA"), JenisKelamin.PEREMPUAN
)
NOMOR_HP = re.compile(r"\+?[0-9][0-9 \-]{6,18}")
#: The fields of Pegawai that the file says.
KOLOM_PEGAWAI = (
    "nip", "nama", "gelar_depan", "gelar_belakang", "jenis", "nik", "tempat_lahir", "tanggal_lahir", "jenis_kelamin",
    "email", "nomor_hp", "kedudukan", "golongan", "tmt_golongan", "tmt_pengangkatan", "pendidikan", "jurusan",
    "tahun_lulus",
)  # fmt: skip
TANGGAL = ("tanggal_lahir", "tmt_golongan", "tmt_pengangkatan")


def periksa(baris, hari: date) -> list[Periksa]:
    """Judge the rows: what must be right is refused, what looks odd is a warning."""
    unor = require_units()
    daftar = [_baca(Periksa(satu), unor, hari) for satu in baris]
    tolak_ganda(daftar, lambda satu: satu.kunci, "PNS ID: sama dengan baris {nomor}.")
    tolak_ganda(daftar, lambda satu: satu.isi["nip"], "NIP BARU: sama dengan baris {nomor}.")
    tersimpan = {isi["siasn_id"]: isi for isi in map(_isi, Pegawai.objects.filter(siasn_id__isnull=False))}
    pemilik = {isi["nip"]: isi["siasn_id"] for isi in tersimpan.values()}
    for satu in daftar:
        satu.lama = tersimpan.get(satu.kunci)
        if pemilik.get(satu.isi["nip"], satu.kunci) != satu.kunci:
            satu.tolak.append("NIP BARU: sudah dipakai pegawai lain; periksa PNS ID.")
    return daftar


def _baca(satu: Periksa, unor: set[str], hari: date) -> Periksa:
    satu.kunci = satu.ambil("PNS ID", nilai.uuid_wajib) or ""
    satu.nama = satu.ambil("NAMA", nilai.wajib, 160) or ""
    jenis = _jenis(satu)
    satu.isi = {
        "siasn_id": satu.kunci,
        "nip": satu.ambil("NIP BARU", clean_nip),
        "nama": satu.nama,
        "gelar_depan": satu.ambil("GELAR DEPAN", nilai.teks, 40),
        "gelar_belakang": satu.ambil("GELAR BELAKANG", nilai.teks, 60),
        "jenis": jenis,
        "nik": _nik(satu),
        "tempat_lahir": satu.ambil("TEMPAT LAHIR NAMA", nilai.teks, 80),
        "tanggal_lahir": iso(satu.ambil("TANGGAL LAHIR", nilai.tanggal_wajib)),
        "jenis_kelamin": satu.ambil("JENIS KELAMIN", _kelamin),
        "email": _email(satu),
        "nomor_hp": _nomor_hp(satu),
        "kedudukan": satu.ambil("KEDUDUKAN HUKUM ID", nilai.pilihan_wajib, Kedudukan),
        "golongan": satu.ambil("GOL AKHIR ID", _golongan, satu.baris.sel.get("GOL AKHIR NAMA", ""), jenis),
        "tmt_golongan": iso(satu.ambil("TMT GOLONGAN", nilai.tanggal)),
        "tmt_pengangkatan": iso(satu.ambil("TMT CPNS", nilai.tanggal)),
        "pendidikan": satu.ambil("TINGKAT PENDIDIKAN ID", nilai.pilihan, TingkatPendidikan),
        "jurusan": satu.ambil("PENDIDIKAN NAMA", _jurusan, satu.baris.sel.get("TINGKAT PENDIDIKAN NAMA", "")),
        "tahun_lulus": satu.ambil("TAHUN LULUS", _tahun),
    }
    _periksa_nip(satu, hari)
    unit = satu.ambil("UNOR ID", nilai.uuid_wajib)
    if unit and unit not in unor:
        satu.tolak.append("UNOR ID: unit ini tidak dikenal; muat berkas unit dahulu atau perbaiki kodenya.")
    return satu


def _periksa_nip(satu: Periksa, hari: date) -> None:
    """Refuse a NIP that cannot be one; note where it differs from the record."""
    if satu.isi["nip"] is None:
        return
    nip = satu.ambil("NIP BARU", lambda sel: check_nip(clean_nip(sel), hari))
    if nip is None:
        return
    if satu.baris.sel["NIP BARU"] != satu.isi["nip"]:
        satu.ingat.append("NIP ditulis dengan spasi atau tanda petik; sudah dibersihkan.")
    satu.ingat += nip_warnings(
        nip,
        dari_iso(satu.isi["tanggal_lahir"]),
        dari_iso(satu.isi["tmt_pengangkatan"]),
        satu.isi["jenis_kelamin"] or None,
    )


def _jenis(satu: Periksa) -> str:
    tulisan = f"{satu.baris.sel.get('JENIS PEGAWAI NAMA', '')} {satu.baris.sel.get('STATUS CPNS PNS', '')}".upper()
    return JenisPegawai.PPPK if "PPPK" in tulisan else JenisPegawai.PNS


def _kelamin(sel: str) -> str:
    kelamin = KELAMIN.get(nilai.ada(sel).upper())
    if kelamin is None:
        raise RuleViolation("tulis L atau P")
    return kelamin


def _golongan(kode: str, tulisan: str, jenis: str) -> str:
    """PNS by the national code (11 = I/a), PPPK by the Roman numeral."""
    if jenis == JenisPegawai.PPPK:
        return check_golongan(jenis, nilai.ada(tulisan).upper())
    return golongan_dari_kode(nilai.ada(kode))


def _tahun(sel: str) -> int | None:
    return nilai.bulat(sel, 1950, 2100) if nilai.ada(sel) else None


def _jurusan(sel: str, tingkat: str) -> str:
    """The field of study without its level in front: "S-1 Hukum" is Hukum."""
    return nilai.teks(sel, 120).removeprefix(nilai.ada(tingkat)).strip()


def _nik(satu: Periksa) -> str:
    """A NIK that is not one is left out with a warning: it is not needed to load a person."""
    nik = nilai.ada(satu.baris.sel.get("NIK", "")).lstrip("'")
    if not nik:
        return ""
    try:
        check_nik(nik)
    except RuleViolation as galat:
        satu.ingat.append(f"NIK tidak dimuat: {galat}")
        return ""
    return nik


def _email(satu: Periksa) -> str:
    """The first address that is one, the office's before the private."""
    for judul in ("EMAIL GOV", "EMAIL"):
        surel = nilai.ada(satu.baris.sel.get(judul, "")).lower()
        try:
            validate_email(surel)
        except ValidationError:
            continue
        if len(surel) <= 254:
            return surel
    satu.ingat.append("Tidak ada alamat surel yang sah: surat hanya sampai di dalam aplikasi.")
    return ""


def _nomor_hp(satu: Periksa) -> str:
    nomor = nilai.ada(satu.baris.sel.get("NOMOR HP", "")).lstrip("'")
    if nomor and not NOMOR_HP.fullmatch(nomor):
        satu.ingat.append("Nomor HP tidak terbaca dan tidak dimuat.")
        return ""
    return nomor


def _isi(pegawai: Pegawai) -> dict:
    """A stored person in the form of the file."""
    isi = {nama: getattr(pegawai, nama) for nama in KOLOM_PEGAWAI}
    return {"siasn_id": str(pegawai.siasn_id)} | isi | {nama: iso(isi[nama]) for nama in TANGGAL}


def muat(daftar: list[dict], saat) -> None:
    """Write the confirmed people and their accounts, which have no usable password until a code is used."""
    lama = {
        str(satu.siasn_id): satu for satu in Pegawai.objects.filter(siasn_id__in=[isi["siasn_id"] for isi in daftar])
    }
    akun = _buat_akun([isi for isi in daftar if isi["siasn_id"] not in lama], saat)
    Pegawai.objects.bulk_create(
        [Pegawai(siasn_id=isi["siasn_id"], pengguna_id=akun.get(isi["nip"]), **_nilai(isi)) for isi in daftar],
        update_conflicts=True,
        unique_fields=["siasn_id"],
        update_fields=KOLOM_PEGAWAI,
        batch_size=1000,
    )
    _ubah_akun([isi for isi in daftar if isi["siasn_id"] in lama], lama)


def _nilai(isi: dict) -> dict:
    return {nama: dari_iso(isi[nama]) if nama in TANGGAL else isi[nama] for nama in KOLOM_PEGAWAI}


def _buat_akun(daftar: list[dict], saat) -> dict[str, int]:
    baru = [
        Pengguna(
            username=isi["nip"],
            nama=_nama(isi),
            email=isi["email"],
            password=make_password(None),
            is_active=isi["kedudukan"] != Kedudukan.PENSIUN,
            date_joined=saat,
        )
        for isi in daftar
    ]
    return {akun.username: akun.pk for akun in Pengguna.objects.bulk_create(baru, batch_size=1000)}


def _ubah_akun(daftar: list[dict], lama: dict[str, Pegawai]) -> None:
    """Let the account follow the record: NIP, name, e-mail; who retires is shut out at once."""
    akun = Pengguna.objects.in_bulk([lama[isi["siasn_id"]].pengguna_id for isi in daftar])
    berubah = []
    for isi in daftar:
        pengguna = akun.get(lama[isi["siasn_id"]].pengguna_id)
        if pengguna is None:
            continue
        pengguna.username, pengguna.nama, pengguna.email = isi["nip"], _nama(isi), isi["email"]
        if isi["kedudukan"] != lama[isi["siasn_id"]].kedudukan:
            pengguna.is_active = isi["kedudukan"] != Kedudukan.PENSIUN
        berubah.append(pengguna)
    Pengguna.objects.bulk_update(berubah, ["username", "nama", "email", "is_active"], batch_size=500)


def _nama(isi: dict) -> str:
    return Pegawai(nama=isi["nama"], gelar_depan=isi["gelar_depan"], gelar_belakang=isi["gelar_belakang"]).nama_lengkap[
        :160
    ]


PEGAWAI = Pengimpor(KOLOM, periksa, muat, (), "IMPOR_MAKS_BYTE_PEGAWAI")
