"""The organisation from files: units and positions, each with its dated rows."""

from collections import defaultdict

from mataram_asn.kit.galat import RuleViolation

from ..models import Jabatan, SusunanJabatan, SusunanUnit, Unit
from ..pilihan import JenisJabatan, JenisUnit, Jenjang, TingkatPendidikan
from . import nilai
from .putusan import Pengimpor, Periksa, dari_iso, iso, periode, tolak_ganda, tolak_tumpang_tindih

KOLOM_UNIT = ("kode", "nama", "jenis", "kode_induk", "sumber", "terverifikasi", "mulai")
KOLOM_POSISI = (
    "kode_jabatan", "nama", "kode_unit", "jenis_jabatan", "jenjang", "kelas", "kebutuhan", "kode_jabatan_atasan",
    "kepala_unit", "golongan_min", "golongan_max", "pendidikan_min", "rumpun", "mulai",
)  # fmt: skip
#: What belongs to the unit or position itself; the rest is dated. The latest row of a code says it.
TETAP_UNIT = ("jenis", "unor_id", "sumber", "terverifikasi")
TETAP_POSISI = (
    "nama", "kode_unit", "jenis", "jenjang", "rumpun", "kepala_unit", "golongan_min", "golongan_maks", "pendidikan_min",
)  # fmt: skip


def periksa_unit(baris, hari) -> list[Periksa]:
    """Judge the rows of a unit file; one row a dated name and place in the tree."""
    daftar = [_baca_unit(Periksa(satu)) for satu in baris]
    _periksa_bertanggal(daftar, _unit_tersimpan(), TETAP_UNIT)
    _tolak_rujukan(daftar, "induk", set(Unit.objects.values_list("kode", flat=True)), "kode_induk")
    _tolak_lingkaran(
        daftar, "induk", dict(_induk_tersimpan()), "kode_induk: unit ini menjadi induk bagi dirinya sendiri."
    )
    return daftar


def _baca_unit(satu: Periksa) -> Periksa:
    satu.kunci = satu.ambil("kode", nilai.wajib, 40) or ""
    satu.nama = satu.ambil("nama", nilai.wajib, 160) or ""
    satu.isi = {
        "kode": satu.kunci,
        "nama": satu.nama,
        "jenis": satu.ambil("jenis", nilai.pilihan_wajib, JenisUnit),
        "induk": satu.ambil("kode_induk", nilai.teks, 40),
        "unor_id": satu.ambil("unor_id", nilai.uuid),
        "sumber": satu.ambil("sumber", nilai.teks, 500),
        "terverifikasi": satu.ambil("terverifikasi", nilai.ya_tidak),
    }
    periode(satu)
    return satu


def _unit_tersimpan() -> dict[tuple[str, str], dict]:
    """The stored rows in the form of the file, by (code, start)."""
    return {
        (satu.unit.kode, iso(satu.mulai)): {
            "kode": satu.unit.kode,
            "nama": satu.nama,
            "jenis": satu.unit.jenis,
            "induk": satu.induk.kode if satu.induk else "",
            "unor_id": str(satu.unit.unor_id or ""),
            "sumber": satu.unit.sumber,
            "terverifikasi": satu.unit.terverifikasi,
            "mulai": iso(satu.mulai),
            "selesai": iso(satu.selesai),
        }
        for satu in SusunanUnit.objects.select_related("unit", "induk")
    }


def _induk_tersimpan():
    return SusunanUnit.objects.filter(selesai__isnull=True, induk__isnull=False).values_list(
        "unit__kode", "induk__kode"
    )


def periksa_posisi(baris, hari) -> list[Periksa]:
    """Judge the rows of a position file; one row a dated need, class and position above."""
    unit = set(Unit.objects.values_list("kode", flat=True))
    daftar = [_baca_posisi(Periksa(satu), unit) for satu in baris]
    _periksa_bertanggal(daftar, _posisi_tersimpan(), TETAP_POSISI)
    tolak_ganda(
        [satu for satu in daftar if satu.isi["kepala_unit"] and satu.isi["selesai"] is None],
        lambda satu: satu.isi["kode_unit"],
        "kepala_unit: unit ini sudah mempunyai kepala pada baris {nomor}.",
    )
    _tolak_rujukan(daftar, "atasan", set(Jabatan.objects.values_list("kode", flat=True)), "kode_jabatan_atasan")
    _tolak_lingkaran(
        daftar,
        "atasan",
        dict(_atasan_tersimpan()),
        "kode_jabatan_atasan: jabatan ini menjadi atasan bagi dirinya sendiri.",
    )
    return daftar


def _baca_posisi(satu: Periksa, unit: set[str]) -> Periksa:
    satu.kunci = satu.ambil("kode_jabatan", nilai.wajib, 60) or ""
    satu.nama = satu.ambil("nama", nilai.wajib, 200) or ""
    satu.isi = {
        "kode": satu.kunci,
        "nama": satu.nama,
        "kode_unit": satu.ambil("kode_unit", nilai.wajib, 40),
        "jenis": satu.ambil("jenis_jabatan", nilai.pilihan_wajib, JenisJabatan),
        "jenjang": satu.ambil("jenjang", nilai.pilihan, Jenjang),
        "kelas": satu.ambil("kelas", _kelas),
        "kebutuhan": satu.ambil("kebutuhan", nilai.bulat, 0, 9999),
        "atasan": satu.ambil("kode_jabatan_atasan", nilai.teks, 60),
        "kepala_unit": satu.ambil("kepala_unit", nilai.ya_tidak),
        "golongan_min": satu.ambil("golongan_min", nilai.teks, 5),
        "golongan_maks": satu.ambil("golongan_max", nilai.teks, 5),
        "pendidikan_min": satu.ambil("pendidikan_min", nilai.pilihan, TingkatPendidikan),
        "rumpun": satu.ambil("rumpun", nilai.teks, 60),
    }
    periode(satu)
    if satu.isi["kode_unit"] and satu.isi["kode_unit"] not in unit:
        satu.tolak.append(f"kode_unit: unit {satu.isi['kode_unit']} tidak dikenal; muat berkas unit dahulu.")
    if (satu.isi["jenis"] == JenisJabatan.FUNGSIONAL) != bool(satu.isi["jenjang"]) and satu.isi["jenis"]:
        satu.tolak.append("jenjang: diisi untuk jabatan fungsional, dan hanya untuk itu.")
    return satu


def _kelas(sel: str) -> int | None:
    return nilai.bulat(sel, 1, 17) if nilai.ada(sel) else None


def _posisi_tersimpan() -> dict[tuple[str, str], dict]:
    return {
        (satu.jabatan.kode, iso(satu.mulai)): {
            "kode": satu.jabatan.kode,
            "nama": satu.jabatan.nama,
            "kode_unit": satu.jabatan.unit.kode,
            "jenis": satu.jabatan.jenis,
            "jenjang": satu.jabatan.jenjang,
            "kelas": satu.kelas,
            "kebutuhan": satu.kebutuhan,
            "atasan": satu.atasan.kode if satu.atasan else "",
            "kepala_unit": satu.jabatan.kepala_unit,
            "golongan_min": satu.jabatan.golongan_min,
            "golongan_maks": satu.jabatan.golongan_maks,
            "pendidikan_min": satu.jabatan.pendidikan_min,
            "rumpun": satu.jabatan.rumpun,
            "mulai": iso(satu.mulai),
            "selesai": iso(satu.selesai),
        }
        for satu in SusunanJabatan.objects.select_related("jabatan__unit", "atasan")
    }


def _atasan_tersimpan():
    return SusunanJabatan.objects.filter(selesai__isnull=True, atasan__isnull=False).values_list(
        "jabatan__kode", "atasan__kode"
    )


def _periksa_bertanggal(daftar: list[Periksa], tersimpan: dict, tetap: tuple[str, ...]) -> None:
    """What both files share: one row a code and day, no overlap, and what is stored for comparison."""
    tolak_ganda(
        daftar, lambda satu: (satu.kunci, satu.isi["mulai"]), "Kode dan tanggal mulai sama dengan baris {nomor}."
    )
    waktu = defaultdict(dict)
    for (kode, mulai), isi in tersimpan.items():
        waktu[kode][mulai] = isi["selesai"]
    tolak_tumpang_tindih(
        daftar, lambda satu: satu.kunci, waktu, "Masa berlakunya bertumpuk dengan baris lain dari kode yang sama."
    )
    terakhir = _terakhir(daftar)
    for satu in daftar:
        satu.lama = tersimpan.get((satu.kunci, satu.isi["mulai"]))
        if satu.lama and terakhir[satu.kunci] is not satu:
            satu.lama |= {nama: satu.isi[nama] for nama in tetap}


def _terakhir(daftar: list[Periksa]) -> dict[str, Periksa]:
    """The latest row of each code: it says what the unit or position itself is."""
    urut = sorted((satu for satu in daftar if satu.isi["mulai"]), key=lambda satu: satu.isi["mulai"])
    return {satu.kunci: satu for satu in daftar} | {satu.kunci: satu for satu in urut}


def _tolak_rujukan(daftar: list[Periksa], kolom: str, dikenal: set[str], judul: str) -> None:
    """Refuse rows that point to a code that is neither stored nor accepted here, until nothing changes."""
    while True:
        sah = dikenal | {satu.kunci for satu in daftar if not satu.tolak}
        salah = [satu for satu in daftar if not satu.tolak and satu.isi[kolom] and satu.isi[kolom] not in sah]
        if not salah:
            return
        for satu in salah:
            satu.tolak.append(f"{judul}: {satu.isi[kolom]} tidak dikenal.")


def _tolak_lingkaran(daftar: list[Periksa], kolom: str, naik: dict[str, str], kalimat: str) -> None:
    """Refuse rows whose line upward comes back to themselves."""
    berlaku = [satu for satu in daftar if not satu.tolak and satu.isi["selesai"] is None]
    naik |= {satu.kunci: satu.isi[kolom] for satu in berlaku if satu.isi[kolom]}
    for satu in berlaku:
        dilihat, di_atas = set(), naik.get(satu.kunci)
        while di_atas and di_atas not in dilihat:
            if di_atas == satu.kunci:
                satu.tolak.append(kalimat)
                break
            dilihat.add(di_atas)
            di_atas = naik.get(di_atas)


def muat_unit(daftar: list[dict], saat) -> None:
    """Write the confirmed units and their dated rows."""
    akhir = _isi_terakhir(daftar, SusunanUnit.objects.values_list("unit__kode", "mulai"))
    Unit.objects.bulk_create(
        [
            Unit(
                kode=kode,
                nama=isi["nama"],
                jenis=isi["jenis"],
                unor_id=isi["unor_id"] or None,
                sumber=isi["sumber"],
                terverifikasi=isi["terverifikasi"],
            )
            for kode, isi in akhir.items()
        ],
        update_conflicts=True,
        unique_fields=["kode"],
        update_fields=["nama", *TETAP_UNIT],
    )
    pk = dict(Unit.objects.values_list("kode", "pk"))
    _tulis_bertanggal(
        SusunanUnit,
        "unit_id",
        [
            SusunanUnit(
                unit_id=pk[isi["kode"]],
                nama=isi["nama"],
                induk_id=pk.get(isi["induk"]),
                mulai=dari_iso(isi["mulai"]),
                selesai=dari_iso(isi["selesai"]),
            )
            for isi in daftar
        ],
        ["nama", "induk", "selesai"],
    )


def muat_posisi(daftar: list[dict], saat) -> None:
    """Write the confirmed positions and their dated rows."""
    unit = dict(Unit.objects.values_list("kode", "pk"))
    akhir = _isi_terakhir(daftar, SusunanJabatan.objects.values_list("jabatan__kode", "mulai"))
    mulai = dict(Jabatan.objects.values_list("kode", "mulai"))
    for isi in daftar:
        mulai[isi["kode"]] = min(mulai.get(isi["kode"]) or dari_iso(isi["mulai"]), dari_iso(isi["mulai"]))
    Jabatan.objects.bulk_create(
        [
            Jabatan(
                kode=kode,
                unit_id=unit[isi["kode_unit"]],
                mulai=mulai[kode],
                selesai=dari_iso(isi["selesai"]),
                **{nama: isi[nama] for nama in TETAP_POSISI if nama != "kode_unit"},
            )
            for kode, isi in akhir.items()
        ],
        update_conflicts=True,
        unique_fields=["kode"],
        update_fields=["unit", "mulai", "selesai", *(nama for nama in TETAP_POSISI if nama != "kode_unit")],
    )
    pk = dict(Jabatan.objects.values_list("kode", "pk"))
    _tulis_bertanggal(
        SusunanJabatan,
        "jabatan_id",
        [
            SusunanJabatan(
                jabatan_id=pk[isi["kode"]],
                atasan_id=pk.get(isi["atasan"]),
                kelas=isi["kelas"],
                kebutuhan=isi["kebutuhan"],
                mulai=dari_iso(isi["mulai"]),
                selesai=dari_iso(isi["selesai"]),
            )
            for isi in daftar
        ],
        ["atasan", "kelas", "kebutuhan", "selesai"],
    )


def _isi_terakhir(daftar: list[dict], tersimpan) -> dict[str, dict]:
    """The latest row of each code, unless a later one is stored already."""
    akhir = {isi["kode"]: isi for isi in sorted(daftar, key=lambda isi: isi["mulai"])}
    lebih_baru = {kode for kode, mulai in tersimpan if kode in akhir and iso(mulai) > akhir[kode]["mulai"]}
    return {kode: isi for kode, isi in akhir.items() if kode not in lebih_baru}


def _tulis_bertanggal(model, pemilik: str, baris: list, kolom: list[str]) -> None:
    """Change the stored rows first, which closes old periods, then add the new ones."""
    tersimpan = {(getattr(satu, pemilik), satu.mulai): satu.pk for satu in model.objects.all()}
    for satu in baris:
        satu.pk = tersimpan.get((getattr(satu, pemilik), satu.mulai))
    model.objects.bulk_update([satu for satu in baris if satu.pk], kolom, batch_size=500)
    model.objects.bulk_create([satu for satu in baris if not satu.pk], batch_size=1000)


UNIT = Pengimpor(KOLOM_UNIT, periksa_unit, muat_unit, ("unor_id", "selesai"))
POSISI = Pengimpor(KOLOM_POSISI, periksa_posisi, muat_posisi, ("selesai",))


def require_units() -> set[str]:
    """The UNOR IDs that a personnel file may name. Raises RuleViolation when no unit is loaded yet."""
    dikenal = {str(satu) for satu in Unit.objects.filter(unor_id__isnull=False).values_list("unor_id", flat=True)}
    if not dikenal:
        raise RuleViolation("Belum ada unit kerja. Muat berkas unit dahulu, lalu ulangi.")
    return dikenal
