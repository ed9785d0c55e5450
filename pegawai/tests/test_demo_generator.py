"""The generated city is whole: counts, numbers, chains, dates. Checked by rules of its own, not by the generator's."""

import csv
import hashlib
import re
from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise

import pytest

from pegawai.demo import buat, tulis

HARI = date(2026, 11, 24)
NIP = re.compile(r"(\d{4})(\d{2})(\d{2})(\d{4})(\d{2})([12])(\d{3})", re.ASCII)


@pytest.fixture(scope="module")
def kota():
    return buat(1, HARI)


@pytest.fixture(scope="module")
def folder(kota, tmp_path_factory):
    return tulis(kota, tmp_path_factory.mktemp("kota"))


def berlaku(baris, hari):
    """The rows in force on that day."""
    return [satu for satu in baris if satu.mulai <= hari and (satu.selesai is None or satu.selesai >= hari)]


def bup(posisi) -> int:
    if posisi.rumpun == "guru" or posisi.jenjang == "ahli_madya" or posisi.jenis_jabatan.startswith("pimpinan_tinggi"):
        return 60
    return 65 if posisi.jenjang == "ahli_utama" else 58


def pensiun(lahir: date, umur: int) -> date:
    bulan = lahir.month % 12 + 1
    return date(lahir.year + umur + (lahir.month == 12), bulan, 1)


def atasan_pada(kota, hari):
    """{person: the person above} by the rule of the placements: holder, else acting holder, else the next above."""
    posisi = {satu.kode_jabatan: satu for satu in berlaku(kota.posisi, hari)}
    definitif, sementara, duduk = {}, {}, {}
    for satu in berlaku(kota.penempatan, hari):
        (definitif if satu.jenis == "definitif" else sementara).setdefault(satu.kode_jabatan, satu.pns_id)
        if satu.jenis == "definitif":
            duduk[satu.pns_id] = satu.kode_jabatan
    for satu in berlaku(kota.pejabat, hari):
        definitif[satu.kode_jabatan] = satu.id
    hasil = {}
    for pns_id, kode in duduk.items():
        naik, kunjungan = posisi[kode].kode_jabatan_atasan, 0
        while naik:
            calon = definitif.get(naik) or sementara.get(naik)
            if calon and calon != pns_id:
                break
            naik, kunjungan = posisi[naik].kode_jabatan_atasan, kunjungan + 1
            assert kunjungan < 12
        hasil[pns_id] = calon
    return hasil


def test_counts_are_the_city_s(kota):
    assert Counter(satu.jenis for satu in kota.orang) == {"pns": 4331, "pppk": 1249}
    assert Counter(satu.putusan for satu in kota.vonis) == {"muat": 5550, "peringatan": 30, "ditolak": 20}
    assert len(kota.baris_siasn) == len(kota.vonis) == 5600
    jenis = Counter(satu.jenis for satu in berlaku(kota.unit, HARI))
    assert (jenis["kecamatan"], jenis["kelurahan"], jenis["puskesmas"], jenis["sekolah"]) == (6, 50, 11, 169)
    assert len({s.kode for s in kota.unit if not s.sumber.startswith("Kerangka demo")}) == 113
    assert sum(s.kode_unit.startswith("SMPN") and s.kepala_unit and "-TU" not in s.kode_unit for s in kota.posisi) == 24


def test_perangkat_daerah_are_39(kota):
    macam = {"sekretariat_daerah", "sekretariat_dprd", "inspektorat", "satuan", "dinas", "badan", "rsud", "kecamatan"}
    assert sum(satu.jenis in macam for satu in berlaku(kota.unit, HARI)) == 39


def test_nip_are_unique_and_real(kota):
    assert len({satu.nip for satu in kota.orang}) == 5580
    for satu in kota.orang:
        tahun, bulan, hari, masuk, kode, _, seri = NIP.fullmatch(satu.nip).groups()
        lahir = date(int(tahun), int(bulan), int(hari))
        assert seri != "000"
        assert 1 <= int(kode) <= 12 or int(kode) >= 21
        assert int(masuk) - lahir.year >= 16
        assert (int(kode) >= 21) == (satu.jenis == "pppk")


def test_record_agrees_with_nip_but_for_the_warned(kota):
    """Birth date, TMT, sex: each differs for exactly as many people as are to be warned of it."""
    sebab = {satu.pns_id: satu.sebab for satu in kota.vonis if satu.putusan == "peringatan"}
    beda = defaultdict(set)
    for satu in kota.orang:
        if satu.nip[:8] != f"{satu.lahir:%Y%m%d}":
            beda["lahir_beda_nip"].add(satu.pns_id)
        if satu.nip[8:12] != str(satu.tmt.year) or (satu.jenis == "pns" and satu.nip[12:14] != f"{satu.tmt.month:02d}"):
            beda["tmt_beda_nip"].add(satu.pns_id)
        if satu.nip[14] != ("1" if satu.kelamin == "L" else "2"):
            beda["kelamin_beda_nip"].add(satu.pns_id)
        usia = (satu.tmt.year - satu.lahir.year) - ((satu.tmt.month, satu.tmt.day) < (satu.lahir.month, satu.lahir.day))
        if not 18 <= usia < 40:
            beda["usia_pengangkatan"].add(satu.pns_id)
    for macam in ("lahir_beda_nip", "tmt_beda_nip", "kelamin_beda_nip", "usia_pengangkatan"):
        assert beda[macam] == {pns_id for pns_id, s in sebab.items() if s == macam}
    assert Counter(sebab.values()) == {
        "lahir_beda_nip": 7, "kelamin_beda_nip": 5, "tmt_beda_nip": 5, "usia_pengangkatan": 5, "nip_dirapikan": 4,
        "surel_kosong": 4,
    }  # fmt: skip


def test_nobody_is_past_retirement_and_enough_leave(kota):
    posisi = {satu.kode_jabatan: satu for satu in berlaku(kota.posisi, HARI)}
    keluar = [pensiun(o.lahir, bup(posisi[o.kode_jabatan])) for o in kota.orang if o.jenis == "pns"]
    assert min(keluar) > HARI
    for tahun in range(2):
        awal, akhir = HARI.replace(year=2026 + tahun), HARI.replace(year=2027 + tahun)
        assert 200 < sum(awal < satu <= akhir for satu in keluar) < 240
    assert all(o.kontrak_selesai >= HARI for o in kota.orang if o.jenis == "pppk")


def test_facts_of_a_person_fit_each_other(kota):
    posisi = {satu.kode_jabatan: satu for satu in berlaku(kota.posisi, HARI)}
    urut = [f"{t}/{r}" for t in ("I", "II", "III", "IV") for r in "abcde"]
    for o in kota.orang:
        jabatan = posisi[o.kode_jabatan]
        assert o.tmt < HARI
        assert o.tmt <= o.tmt_golongan <= HARI
        assert o.pendidikan >= jabatan.pendidikan_min
        if o.jenis == "pns":
            assert urut.index(o.golongan_awal) <= urut.index(o.golongan) <= urut.index(jabatan.golongan_max)
            assert urut.index(o.golongan) >= urut.index(jabatan.golongan_min)
        assert int(o.nik[6:8]) - (40 if o.kelamin == "P" else 0) == o.lahir.day
    assert len({o.nik for o in kota.orang}) == len({o.pns_id for o in kota.orang}) == 5580
    assert len({o.nama for o in kota.orang}) > 5500


def test_one_definitive_placement_on_every_day_since_appointment(kota):
    """Contiguous from the appointment (or 2017) to an open end; today's is the person's position."""
    rantai = defaultdict(list)
    for satu in kota.penempatan:
        if satu.jenis == "definitif":
            rantai[satu.pns_id].append(satu)
    for o in kota.orang:
        baris = sorted(rantai[o.pns_id], key=lambda p: p.mulai)
        assert baris[0].mulai == max(o.tmt, date(2017, 1, 1))
        assert baris[-1].selesai is None
        assert baris[-1].kode_jabatan == o.kode_jabatan
        for lama, baru in pairwise(baris):
            assert lama.selesai + timedelta(days=1) == baru.mulai
    assert len(rantai) == 5580
    assert all(satu.selesai for satu in kota.penempatan if satu.jenis != "definitif")


def test_seats_are_never_overfilled_today_and_leaders_never(kota):
    for hari in (HARI, date(2026, 3, 1), date(2025, 12, 31), date(2025, 6, 1), date(2024, 6, 1)):
        posisi = {satu.kode_jabatan: satu for satu in berlaku(kota.posisi, hari)}
        isi = Counter(satu.kode_jabatan for satu in berlaku(kota.penempatan, hari) if satu.jenis == "definitif")
        for kode, banyak in isi.items():
            assert banyak <= posisi[kode].kebutuhan
    kebutuhan = sum(satu.kebutuhan for satu in posisi.values())
    assert 6200 <= kebutuhan <= 6400


@pytest.mark.parametrize("hari", [HARI, date(2026, 5, 1), date(2026, 1, 1), date(2025, 12, 31), date(2025, 6, 30)])
def test_nobody_leads_more_than_25_and_the_chain_has_one_root(kota, hari):
    atasan = atasan_pada(kota, hari)
    bawahan = Counter(atasan.values())
    assert max(bawahan.values()) <= 25
    puncak = {atas for atas in atasan.values() if atas not in atasan}
    assert puncak == {kota.pejabat[0].id}
    for satu in atasan:
        langkah = 0
        while satu in atasan:
            satu, langkah = atasan[satu], langkah + 1
            assert langkah < 15


def test_positions_stand_under_positions_of_units_that_exist(kota):
    unit = defaultdict(list)
    for satu in kota.unit:
        unit[satu.kode].append(satu)
    posisi = berlaku(kota.posisi, HARI)
    kode = {satu.kode_jabatan for satu in posisi}
    assert len(kode) == len(posisi)
    assert [satu.kode_jabatan for satu in posisi if not satu.kode_jabatan_atasan] == ["MTR.KEPALA"]
    for satu in posisi:
        assert not satu.kode_jabatan_atasan or satu.kode_jabatan_atasan in kode
        assert unit[satu.kode_unit][-1].selesai is None
        assert (satu.jenis_jabatan == "fungsional") == bool(satu.jenjang)
        assert satu.kelas is None or 1 <= satu.kelas <= 17
        if satu.kepala_unit:
            assert satu.kebutuhan == 1
    assert max(Counter(s.kode_unit for s in posisi if s.kepala_unit).values()) == 1
    for baris in unit.values():
        for lama, baru in pairwise(baris):
            assert lama.selesai + timedelta(days=1) == baru.mulai
        assert len({satu.unor_id for satu in baris}) == 1
    assert sum(len(baris) > 1 or baris[-1].selesai is not None for baris in unit.values()) >= 4


def test_last_year_other_people_led(kota):
    def kepala(hari):
        pimpinan = {s.kode_jabatan for s in berlaku(kota.posisi, hari) if s.kepala_unit}
        return {
            s.kode_jabatan: s.pns_id for s in berlaku(kota.penempatan, hari)
            if s.jenis == "definitif" and s.kode_jabatan in pimpinan
        }  # fmt: skip

    kini, lalu = kepala(HARI), kepala(date(2025, 12, 31))
    assert sum(kode in kini and kini[kode] != pns_id for kode, pns_id in lalu.items()) >= 60
    assert len(lalu) > len(kini)  # the seats that are vacant now had holders then
    pindah = {s.mulai for s in kota.penempatan if s.jenis == "definitif" and s.mulai.year == 2026}
    assert date(2026, 7, 1) in pindah


def test_acting_holders_stand_for_vacant_leaders(kota):
    terisi = {s.kode_jabatan for s in berlaku(kota.penempatan, HARI) if s.jenis == "definitif"}
    plt = [s for s in berlaku(kota.penempatan, HARI) if s.jenis == "plt"]
    assert 22 <= len(plt) <= 28
    assert not {s.kode_jabatan for s in plt} & terisi
    assert all(s.selesai > HARI for s in plt)
    pernah = {(s.pns_id, s.kode_jabatan) for s in kota.penempatan if s.jenis == "definitif"}
    assert not {(s.pns_id, s.kode_jabatan) for s in plt} & pernah
    kosong = [s for s in berlaku(kota.posisi, HARI) if s.kepala_unit and s.kode_jabatan not in terisi]
    assert len(kosong) - 1 > len(plt)  # the mayor's seat is held by no employee


def test_measured_are_a_third_some_above_some_below(kota):
    orang = {satu.pns_id for satu in kota.kompetensi}
    assert len(orang) == len(kota.potensi) == 1860
    assert all(banyak == 10 for banyak in Counter(s.pns_id for s in kota.kompetensi).values())
    assert {satu.level for satu in kota.kompetensi} == {1, 2, 3, 4, 5}
    assert all(0 <= satu.nilai <= 100 and satu.tanggal <= HARI for satu in kota.potensi)


def test_counters_have_officers_from_their_unit(kota):
    unit = {satu.kode for satu in berlaku(kota.unit, HARI)}
    banyak = Counter(satu.kode_layanan for satu in kota.petugas)
    assert len(kota.layanan) == 74
    for satu in kota.layanan:
        assert satu.kode_unit in unit
        assert 2 <= banyak[satu.kode] <= 6


def test_the_export_has_the_67_headings_and_the_planted_faults(kota, folder):
    with folder["siasn.csv"].open(encoding="utf-8", newline="") as berkas:
        judul, *baris = csv.reader(berkas)
    assert len(judul) == 67
    assert (judul[0], judul[66]) == ("PNS ID", "FLAG IKD")
    assert len(baris) == 5600
    ditolak = kota.dengan_putusan("ditolak")
    assert baris[ditolak[-1].nomor - 1][1] in {o.nip for o in kota.orang}
    assert Counter(satu.sebab for satu in ditolak)["pns_id_ganda"] == 1
    unor = {satu.unor_id for satu in kota.unit}
    salah = {s.nomor for s in ditolak}
    kolom = judul.index("UNOR ID")
    assert all(isi[kolom] in unor for nomor, isi in enumerate(baris, 1) if nomor not in salah)
    assert {isi[0] for nomor, isi in enumerate(baris, 1) if nomor not in salah} == {o.pns_id for o in kota.orang}


def test_same_seed_and_day_give_the_same_bytes(kota, folder, tmp_path):
    def sidik(berkas):
        return {nama: hashlib.sha256(jalan.read_bytes()).hexdigest() for nama, jalan in berkas.items()}

    assert sidik(tulis(buat(1, HARI), tmp_path / "lagi")) == sidik(folder)
    lain = sidik(tulis(buat(2, HARI), tmp_path / "lain"))
    assert all(lain[nama] != sidik(folder)[nama] for nama in ("siasn.csv", "penempatan.csv", "kompetensi.csv"))


@pytest.mark.parametrize(("seed", "hari"), [(7, date(2027, 1, 3)), (5, date(2028, 2, 29)), (11, date(2026, 12, 31))])
def test_other_days_hold_too(seed, hari):
    kota = buat(seed, hari)
    assert Counter(satu.jenis for satu in kota.orang) == {"pns": 4331, "pppk": 1249}
    for saat in (hari, date(hari.year - 1, 12, 31)):
        assert max(Counter(atasan_pada(kota, saat).values()).values()) <= 25
    posisi = {satu.kode_jabatan: satu for satu in berlaku(kota.posisi, hari)}
    assert all(pensiun(o.lahir, bup(posisi[o.kode_jabatan])) > hari for o in kota.orang if o.jenis == "pns")
    assert all(satu.mulai <= hari for satu in kota.penempatan)
