"""Judge rows of plans: whose, what, how measured. One row is one indicator."""

import io
import re
import zipfile
from collections import defaultdict
from datetime import date
from decimal import Decimal

from mataram_asn.kit.angka import parse_angka
from mataram_asn.kit.galat import RuleViolation
from pegawai import rekap as rekap_pegawai
from pegawai.aturan import check_nip
from pegawai.impor import nilai
from pegawai.impor.putusan import Periksa, tolak_ganda
from pegawai.models import Pegawai
from pegawai.pilihan import JenisPegawai

from ..aturan import check_target
from ..models import SKP, Indikator
from ..pilihan import Arah, Aspek, JenisHasil, JenisIndikator, Perspektif, SifatTarget
from .baris import BIDANG, ke_json

KOLOM = (
    "nip", "hasil_kerja", "indikator", "target", "satuan", "jenis_hasil", "jenis_indikator", "aspek", "perspektif",
    "arah", "target_atas", "sifat", "bobot", "ekspektasi", "level_bawah", "level_sesuai", "level_atas",
)  # fmt: skip
TERSEMBUNYI = re.compile(rb"<(?:\w+:)?(?:row|col)\b[^>]*\bhidden=\"(?:1|true)\"")
BUKAN_SENDIRI = "bukan NIP Anda; SKP diimpor oleh pemiliknya"
BUKAN_WEWENANG = "tidak ada pegawai dengan NIP itu dalam kewenangan Anda"
TITIK = re.compile(r"[0-9]{1,12}\.[0-9]{1,2}")


def tolak_tersembunyi(isi: bytes) -> None:
    """Refuse a workbook with hidden rows or columns: nobody confirms what they do not see. The file is read already."""
    if not isi.startswith(b"PK\x03\x04"):
        return
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        for nama in arsip.namelist():
            if nama.startswith("xl/worksheets/") and TERSEMBUNYI.search(arsip.read(nama)):
                raise RuleViolation("Ada baris atau kolom tersembunyi. Tampilkan semuanya, periksa, lalu unggah lagi.")


def orang_terlihat(oleh):
    """Whose plans this account may bring: the civil servants whom it sees."""
    return Pegawai.objects.visible_to(oleh).exclude(jenis=JenisPegawai.NON_ASN)


def orang_sendiri(oleh):
    return orang_terlihat(oleh).filter(pk=oleh.pegawai_id or 0)


def check_rows(baris, mulai: date, selesai: date, oleh, sendiri: bool = False) -> list[Periksa]:
    """The verdict over each row; `sendiri`: only one's own plan. A constant number of queries."""
    daftar = [Periksa(satu) for satu in baris]
    nip = [satu.ambil("nip", _nip) for satu in daftar]
    terlihat = orang_sendiri(oleh) if sendiri else orang_terlihat(oleh)
    orang = {satu.nip: satu for satu in terlihat.filter(nip__in={satu for satu in nip if satu})}
    keadaan = _Keadaan([satu.pk for satu in orang.values()], mulai, selesai)
    for satu, nomor in zip(daftar, nip, strict=True):
        satu.nama = satu.kunci = nomor or satu.baris.sel.get("nip", "")[:40]
        _baca(satu, orang.get(nomor), nomor, keadaan, sendiri)
    tolak_ganda(
        daftar,
        lambda satu: tuple(satu.isi.get(nama) for nama in ("pegawai", "jenis_hasil", "hasil", "indikator")),
        "Indikator yang sama ada pada baris {nomor}.",
    )
    _ingatkan_bobot(daftar)
    return daftar


def _nip(sel: str) -> str:
    return check_nip(sel).teks


class _Keadaan:
    """What is stored of these people for that stretch: placements, plans, and the indicators of drafts."""

    def __init__(self, orang: list[int], mulai: date, selesai: date):
        self.mulai, self.selesai = mulai, selesai
        self.penempatan = rekap_pegawai.penempatan_pada(orang, mulai)
        self.skp = defaultdict(list)
        for satu in SKP.objects.filter(pegawai__in=orang).beririsan(mulai, selesai):
            self.skp[satu.pegawai_id].append(satu)
        self.indikator = {
            (satu.hasil.skp.pegawai_id, satu.hasil.jenis, satu.hasil.uraian, satu.uraian): satu
            for satu in Indikator.objects.filter(
                hasil__skp__pegawai__in=orang, hasil__skp__mulai=mulai, hasil__skp__selesai=selesai
            ).select_related("hasil__skp")
        }

    def alasan(self, pegawai: Pegawai) -> str:
        """Why nothing can be written into a draft of this person for that stretch; empty if it can."""
        penempatan = self.penempatan.get(pegawai.pk)
        if penempatan is None:
            return "belum mempunyai jabatan definitif pada awal masa SKP."
        if penempatan.selesai and penempatan.selesai < self.selesai:
            return "jabatannya berakhir sebelum masa SKP itu selesai; pecah masanya."
        for satu in self.skp[pegawai.pk]:
            if (satu.mulai, satu.selesai) != (self.mulai, self.selesai):
                return "sudah mempunyai SKP pada masa yang beririsan."
            if satu.status not in ("draf", "dikembalikan"):
                return f"SKP-nya sudah {satu.get_status_display().lower()}, jadi tidak diubah dari berkas."
        return ""


def _baca(satu: Periksa, pegawai: Pegawai | None, nip: str | None, keadaan: _Keadaan, sendiri: bool) -> None:
    if nip and pegawai is None:
        satu.tolak.append(f"nip: {BUKAN_SENDIRI if sendiri else BUKAN_WEWENANG}.")
    satu.isi = {
        "pegawai": pegawai.pk if pegawai else None,
        "hasil": satu.ambil("hasil_kerja", nilai.wajib, 2000),
        "jenis_hasil": satu.ambil("jenis_hasil", nilai.pilihan, JenisHasil) or JenisHasil.UTAMA.value,
        "indikator": satu.ambil("indikator", nilai.wajib, 2000),
        **{nama: ke_json(isi) for nama, isi in _ukuran(satu).items()},
    }
    if pegawai is None:
        return
    satu.nama = str(pegawai)
    lama = keadaan.indikator.get((pegawai.pk, satu.isi["jenis_hasil"], satu.isi["hasil"], satu.isi["indikator"]))
    if lama is not None:
        satu.lama = satu.isi | {nama: ke_json(getattr(lama, nama)) for nama in BIDANG}
        if not satu.isi["bobot"]:
            satu.isi["bobot"] = satu.lama["bobot"]
    if (alasan := keadaan.alasan(pegawai)) and satu.lama != satu.isi:
        satu.tolak.append(f"{pegawai}: {alasan}")


def _ukuran(satu: Periksa) -> dict:
    """The measure of a row, emptied of what its kind does not use."""
    jenis = satu.ambil("jenis_indikator", nilai.pilihan, JenisIndikator) or JenisIndikator.KUANTITATIF.value
    isi = {
        "jenis": jenis,
        "aspek": satu.ambil("aspek", nilai.pilihan, Aspek) or Aspek.KUANTITAS.value,
        "perspektif": satu.ambil("perspektif", nilai.pilihan, Perspektif) or "",
        "arah": "", "sifat": satu.ambil("sifat", nilai.pilihan, SifatTarget) or SifatTarget.TETAP.value,
        "target": None, "target_atas": None, "satuan": "",
        "bobot": satu.ambil("bobot", _bobot),
        "ekspektasi": "", "level_bawah": "", "level_sesuai": "", "level_atas": "",
    }  # fmt: skip
    if (satu.baris.sel.get("jenis_hasil") or "").strip() == JenisHasil.TAMBAHAN:
        isi["bobot"] = None
    return isi | (_kuantitatif(satu) if jenis == JenisIndikator.KUANTITATIF else _kualitatif(satu))


def _kuantitatif(satu: Periksa) -> dict:
    arah = satu.ambil("arah", nilai.pilihan, Arah) or Arah.NAIK.value
    target, atas = satu.ambil("target", _angka), satu.ambil("target_atas", _angka)
    if arah != Arah.RENTANG:
        atas = None
    try:
        check_target(arah, target, atas)
    except RuleViolation as galat:
        satu.tolak.append(f"target: {galat!s}")
    return {"arah": arah, "target": target, "target_atas": atas, "satuan": satu.ambil("satuan", nilai.wajib, 40)}


def _kualitatif(satu: Periksa) -> dict:
    return {
        nama: satu.ambil(nama, nilai.wajib, 2000)
        for nama in ("ekspektasi", "level_bawah", "level_sesuai", "level_atas")
    }


def _angka(sel: str) -> Decimal | None:
    """A number of a cell: 1.234,5 as people write it, 12.5 as a spreadsheet keeps it; never 1e3."""
    bersih = nilai.ada(sel)
    if not bersih:
        return None
    angka = Decimal(bersih) if bersih.isascii() and TITIK.fullmatch(bersih) else parse_angka(bersih)
    if abs(angka) >= Decimal(10) ** 12 or angka.normalize().as_tuple().exponent < -4:
        raise RuleViolation("paling banyak 12 angka di depan koma dan 4 di belakangnya")
    return angka


def _bobot(sel: str) -> Decimal | None:
    angka = _angka(sel)
    if angka is not None and not (0 < angka <= 100 and angka == round(angka, 2)):
        raise RuleViolation("lebih dari 0, paling banyak 100, dua angka di belakang koma")
    return angka


def _ingatkan_bobot(daftar: list[Periksa]) -> None:
    """Say on a person's first row when the weights given do not sum to 100; the draft may still be mended."""
    menurut: dict[int, list[Periksa]] = {}
    for satu in daftar:
        if not satu.tolak and satu.isi.get("jenis_hasil") == JenisHasil.UTAMA:
            menurut.setdefault(satu.isi["pegawai"], []).append(satu)
    for baris in menurut.values():
        bobot = [Decimal(satu.isi["bobot"]) for satu in baris if satu.isi["bobot"]]
        if bobot and (sum(bobot) != 100 or len(bobot) != len(baris)):
            baris[0].ingat.append("Bobot hasil utama orang ini belum berjumlah 100,00; pemiliknya harus melengkapinya.")
