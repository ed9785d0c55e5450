"""The year as the sum of its segments: each case that the text names, and that no day is counted twice or left out."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja import actions
from kinerja.aturan.segmen import SEHARI, Duduk, Rencana, dasar_segmen, usulkan
from kinerja.models import SKP
from kinerja.pilihan import StatusSKP
from kinerja.tests.factories import HARI, SAAT, buat_skp_lengkap
from kinerja.usul import usul_banyak, usul_pegawai
from pegawai.models import Pegawai, Penempatan
from pegawai.pilihan import JenisPegawai, JenisPenempatan
from pegawai.tests.factories import JabatanFactory, PegawaiFactory, PenempatanFactory, buat_garis

A, Z = date(2026, 1, 1), date(2026, 12, 31)


def h(bulan: int, hari: int = 1) -> date:
    return date(2026, bulan, hari)


def skp(mulai=A, selesai=Z, jabatan=1, pk=7, unit=1):
    return Rencana(pk, jabatan, unit, mulai, selesai)


def duduk(pk, jabatan=1, mulai=date(2020, 1, 1), selesai=None, definitif=True, unit=1):
    return Duduk(pk, jabatan, unit, definitif, mulai, selesai)


DUA = (duduk(1, selesai=h(9, 30)), duduk(2, 2, h(10)))
PLT = duduk(3, 9, h(3), h(8, 31), definitif=False)
CLTN = ((h(3), h(8, 31)),)

KASUS = {
    "pindah jabatan": ((skp(),), DUA, {}, [("pindah", 7, h(9, 30), h(10), Z, None)]),
    "pindah pada jabatan yang sama di unit lain": (
        (skp(),), (duduk(1, selesai=h(9, 30)), duduk(2, 1, h(10), unit=5)), {},
        [("pindah", 7, h(9, 30), h(10), Z, None)],
    ),
    "naik jenjang pada unit yang sama": (
        (skp(),), (duduk(1, selesai=h(3, 31)), duduk(2, 8, h(4))), {}, [("pindah", 7, h(3, 31), h(4), Z, None)],
    ),
    "naik pangkat saja tidak mengubah apa pun": ((skp(),), (duduk(1),), {}, []),
    "dua kali pindah, satu per satu": (
        (skp(),), (duduk(1, selesai=h(3, 31)), duduk(2, 2, h(4), h(9, 30)), duduk(3, 3, h(10))), {},
        [("pindah", 7, h(3, 31), h(4), h(9, 30), None)],
    ),
    "pindah kedua sesudah yang pertama disetujui": (
        (skp(selesai=h(3, 31)), skp(h(4), h(9, 30), 2, 8)),
        (duduk(1, selesai=h(3, 31)), duduk(2, 2, h(4), h(9, 30)), duduk(3, 3, h(10))), {},
        [("pindah", 8, None, h(10), Z, None)],
    ),
    "Plt. di samping jabatan definitif": ((skp(),), (duduk(1), duduk(3, 9, h(11), h(12, 15), definitif=False)), {},
                                          [("tugas", 7, None, h(11), h(12, 15), None)]),
    "Plt. tanpa jabatan definitif menjadi segmen": (
        (skp(selesai=h(2, 28)),), (duduk(1, selesai=h(2, 28)), duduk(3, 9, h(3), Z, definitif=False)), {},
        [("pindah", 7, None, h(3), Z, None)],
    ),
    "Plt. yang lebih lama dari jabatan definitifnya": (
        (skp(),), (duduk(1, selesai=h(5, 31)), duduk(3, 9, h(3), h(8, 31), definitif=False)), {},
        [("pindah", 7, h(5, 31), h(6), h(8, 31), None)],
    ),
    "kembali dari CLTN di tengah SKP": (
        (skp(),), (duduk(1),), {"absen": CLTN}, [("kembali", 7, h(2, 28), h(9), Z, None)],
    ),
    "kembali dari tugas belajar sejak tahun lalu": (
        (), (duduk(1),), {"absen": ((date(2024, 9, 1), h(8, 31)),)}, [("kembali", None, None, h(9), Z, None)],
    ),
    "kembali langsung ke jabatan lain": (
        (skp(),), (duduk(1, selesai=h(2, 28)), duduk(2, 2, h(9))), {"absen": CLTN},
        [("pindah", 7, h(2, 28), h(9), Z, None)],
    ),
    "masih pergi": ((skp(selesai=h(2, 28)),), (duduk(1),), {"absen": ((h(3), date(2027, 12, 31)),)}, []),
    "SKP yang telanjur dimulai selama cuti": (
        (skp(h(6)),), (duduk(1),), {"absen": CLTN}, [("koreksi", None, None, h(9), Z, 7)],
    ),
    "CPNS mulai bertugas": ((), (duduk(1, mulai=h(3)),), {"diangkat": h(3)}, [("mulai", None, None, h(3), Z, None)]),
    "tahun yang dimulai tanpa SKP bukan urusan penempatan": ((), (duduk(1),), {}, []),
    "CPNS menjadi PNS": ((skp(),), (duduk(1),), {"diangkat": h(6)}, [("status", 7, h(5, 31), h(6), Z, None)]),
    "status berubah sebelum pindah": (
        (skp(),), DUA, {"diangkat": h(6)}, [("status", 7, h(5, 31), h(6), h(9, 30), None)],
    ),
    "perjanjian kerja PPPK berakhir": (
        (skp(),), (duduk(1),), {"berakhir": h(12, 15)}, [("akhir", 7, h(12, 15), h(12, 16), h(12, 16), None)],
    ),
    "perjanjian kerja berakhir dan tidak disambung": (
        (skp(selesai=h(9, 30)),), (duduk(1),), {"berakhir": h(9, 30)}, [],
    ),
    "perjanjian kerja diperpanjang": (
        (skp(selesai=h(9, 30)),), (duduk(1),), {"berakhir": date(2027, 9, 30)}, [("kembali", 7, None, h(10), Z, None)],
    ),
    "penempatan ternyata lebih awal": (
        (skp(selesai=h(9, 30)), skp(h(10), Z, 2, 8)), (duduk(1, selesai=h(9, 14)), duduk(2, 2, h(9, 15))), {},
        [("koreksi", 7, h(9, 14), h(9, 15), Z, 8)],
    ),
    "penempatan ternyata lebih lambat": (
        (skp(selesai=h(9, 30)), skp(h(10), Z, 2, 8)), (duduk(1, selesai=h(10, 14)), duduk(2, 2, h(10, 15))), {},
        [("koreksi", 7, h(10, 14), h(10, 15), Z, 8)],
    ),
    "hari pertama CPNS dikoreksi": (
        (skp(h(3)),), (duduk(1, mulai=h(2, 15)),), {}, [("koreksi", None, None, h(2, 15), Z, 7)],
    ),
    "jabatan di antaranya baru diketahui kemudian": (
        (skp(selesai=h(9, 30)), skp(h(10), Z, 2, 8)),
        (duduk(1, selesai=h(7, 31)), duduk(4, 4, h(8), h(9, 30)), duduk(2, 2, h(10))), {},
        [("pindah", 7, h(7, 31), h(8), h(9, 30), None)],
    ),
}  # fmt: skip


def ringkas(usul):
    return [(u.jenis, u.skp, u.tutup, u.mulai, u.selesai, u.digeser) for u in usul]


@pytest.mark.parametrize("nama", KASUS)
def test_each_case_that_the_text_names(nama):
    rencana, tempat, umum, harap = KASUS[nama]
    assert ringkas(usulkan(rencana, tempat, HARI, **umum)) == harap


def test_nothing_is_proposed_to_who_is_not_in_service():
    assert usulkan((skp(selesai=h(2, 28)),), (duduk(1),), HARI, bertugas=False) == ()


# --- every day once -----------------------------------------------------------------------------------------


def jalankan(rencana: list[Rencana], usul, dasar) -> list[Rencana]:
    """What a yes does, on plans in memory."""
    if usul.digeser:
        return [
            Rencana(r.pk, r.jabatan, r.unit, usul.mulai, r.selesai) if r.pk == usul.digeser
            else Rencana(r.pk, r.jabatan, r.unit, r.mulai, usul.tutup) if r.pk == usul.skp
            else r
            for r in rencana
        ]  # fmt: skip
    if usul.tutup:
        rencana = [Rencana(r.pk, r.jabatan, r.unit, r.mulai, usul.tutup) if r.pk == usul.skp else r for r in rencana]
    if usul.jenis == "akhir":
        return rencana
    tempat = next(d for d in dasar if d.pk == usul.duduk)
    pk = max([r.pk for r in rencana], default=0) + 1
    return [*rencana, Rencana(pk, tempat.jabatan, tempat.unit, usul.mulai, usul.selesai)]


def sampai_diam(rencana, tempat, **umum) -> list[Rencana]:
    rencana, dasar = list(rencana), dasar_segmen(tempat)
    for _ in range(30):
        usul = [u for u in usulkan(tuple(rencana), tempat, Z, **umum) if u.jenis != "tugas"]
        if not usul:
            return rencana
        rencana = jalankan(rencana, usul[0], dasar)
    raise AssertionError(f"tidak pernah selesai: {usul}")


@st.composite
def kehidupan(draw):
    """Placements that meet, one post after the other, and at most one absence with a return inside the year."""
    batas = sorted(draw(st.sets(st.integers(20, 340), max_size=3)))
    hari = [date(2020, 1, 1), *(A + timedelta(days=n) for n in batas)]
    akhir = [*(satu - SEHARI for satu in hari[1:]), None]
    jabatan = draw(st.lists(st.integers(1, 9), min_size=len(hari), max_size=len(hari)))
    tempat = tuple(duduk(n, j, m, s) for n, (j, m, s) in enumerate(zip(jabatan, hari, akhir, strict=True), 1))
    pergi = draw(st.integers(10, 300))
    lama = draw(st.sampled_from([0, 0, 25, 60]))
    absen = ((A + timedelta(days=pergi), A + timedelta(days=pergi + lama)),) if lama else ()
    berakhir = A + timedelta(days=draw(st.integers(345, 400))) if draw(st.booleans()) else None
    return tempat, jabatan[0], {"absen": tuple((a, b) for a, b in absen if b < Z), "berakhir": berakhir}


@settings(max_examples=150, deadline=None)
@given(kehidupan())
def test_after_every_yes_each_day_served_is_in_one_plan_of_its_post(hidup):
    tempat, pertama, umum = hidup
    rencana = sampai_diam((skp(jabatan=pertama),), tempat, **umum)
    for n in range(365):
        hari = A + timedelta(days=n)
        milik = [r for r in rencana if r.mulai <= hari <= r.selesai]
        layan = next(d for d in tempat if d.meliputi(hari))
        pergi = any(a <= hari <= b for a, b in umum["absen"]) or (umum["berakhir"] and hari > umum["berakhir"])
        assert len(milik) <= 1, (hari, rencana)
        if not pergi:
            assert [r.jabatan for r in milik] == [layan.jabatan], (hari, rencana, tempat)


@settings(max_examples=100, deadline=None)
@given(st.integers(-60, 60))
def test_a_corrected_day_leaves_plans_that_meet_there(geser):
    benar = h(8) + timedelta(days=geser)
    tempat = (duduk(1, selesai=benar - SEHARI), duduk(2, 2, benar))
    lama, baru = sorted(sampai_diam((skp(selesai=h(7, 31)), skp(h(8), Z, 2, 8)), tempat), key=lambda r: r.mulai)
    assert (lama.mulai, lama.selesai + SEHARI, baru.mulai, baru.selesai) == (A, benar, benar, Z)


# --- stored and confirmed -----------------------------------------------------------------------------------


@pytest.fixture
def garis(db):
    return buat_garis()


def ya(orang, **ganti):
    (usul,) = usul_pegawai(orang.pk, HARI)
    umum = {"pegawai_id": orang.pk, "kunci": usul.kunci, "oleh": orang.pengguna, "saat": SAAT}
    return usul, actions.confirm_proposal(**(umum | ganti))


@pytest.mark.parametrize("geser", [-16, 14])
@pytest.mark.parametrize("status", [StatusSKP.DRAF, StatusSKP.DISETUJUI])
def test_a_correction_moves_the_border_of_two_stored_plans_and_no_content(garis, geser, status):
    orang = garis.bawahan[0]
    lama = buat_skp_lengkap(orang, garis.atasan)
    lain = JabatanFactory(unit=garis.unit, susunan__atasan=garis.jabatan_kepala)
    Penempatan.objects.filter(pegawai=orang).update(selesai=date(2026, 9, 30))
    kedua = PenempatanFactory(pegawai=orang, jabatan=lain, mulai=date(2026, 10, 1))
    _, baru = ya(orang, salin=True)
    SKP.objects.filter(pk=baru.pk).update(status=status, disetujui_pada=SAAT, penilai=garis.atasan)
    benar = date(2026, 10, 1) + timedelta(days=geser)
    with_awal = [("mulai", kedua.pk, benar), ("selesai", None, benar - SEHARI)]
    for kolom, pk, hari in with_awal if geser > 0 else with_awal[::-1]:
        saring = {"pk": pk} if pk else {"pegawai": orang, "mulai__lt": date(2026, 1, 1)}
        Penempatan.objects.filter(**saring).update(**{kolom: hari})
    isi = list(baru.hasil.values_list("uraian", flat=True))
    usul, _ = ya(orang)
    lama.refresh_from_db(), baru.refresh_from_db()
    assert (usul.jenis, lama.selesai + SEHARI, baru.mulai, baru.status) == ("koreksi", benar, benar, status)
    assert list(baru.hasil.values_list("uraian", flat=True)) == isi
    assert usul_pegawai(orang.pk, HARI) == []


def test_a_cpns_begins_on_the_day_of_starting(garis):
    baru = PenempatanFactory(
        jabatan=JabatanFactory(unit=garis.unit, susunan__atasan=garis.jabatan_kepala), mulai=date(2026, 3, 1)
    ).pegawai
    usul, skp = ya(baru)
    assert (usul.jenis, skp.mulai, skp.selesai, skp.penilai) == ("mulai", date(2026, 3, 1), Z, garis.atasan)
    assert usul_pegawai(baru.pk, HARI) == []


def test_a_contract_that_ends_ends_the_plan_and_begins_nothing(garis):
    orang = garis.bawahan[0]
    skp = buat_skp_lengkap(orang, garis.atasan)
    Pegawai.objects.filter(pk=orang.pk).update(jenis=JenisPegawai.PPPK, kontrak_selesai=date(2026, 12, 15))
    usul, _ = ya(orang)
    skp.refresh_from_db()
    assert (usul.jenis, skp.selesai, SKP.objects.count()) == ("akhir", date(2026, 12, 15), 1)
    assert usul_pegawai(orang.pk, HARI) == []


def test_who_only_acts_has_a_plan_in_the_acting_post_decided_by_who_stands_above_it(garis):
    """Without a definitive post there is no plan to add a duty to; the chain of the acting post decides."""
    lowong = JabatanFactory(unit=garis.unit, nama="Kepala Seksi Arsip", susunan__atasan=garis.jabatan_kepala)
    orang = PegawaiFactory()
    PenempatanFactory(
        pegawai=orang, jabatan=lowong, jenis=JenisPenempatan.PLT, mulai=date(2026, 3, 1), selesai=date(2026, 12, 31)
    )
    usul, skp = ya(orang)
    assert (usul.jenis, usul.jabatan, skp.jabatan, skp.penilai) == (
        "mulai", "Plt. Kepala Seksi Arsip", lowong, garis.atasan,
    )  # fmt: skip
    SKP.objects.filter(pk=skp.pk).update(status=StatusSKP.DIAJUKAN)
    with pytest.raises(actions.PlanIncomplete):
        actions.approve_skp(skp_id=skp.pk, oleh=garis.atasan.pengguna, saat=SAAT)


def test_queries_do_not_grow_with_people(garis):
    def hitung():
        with CaptureQueriesContext(connection) as tangkap:
            usul_banyak(Pegawai.objects.all(), HARI)
        return len(tangkap)

    sedikit = hitung()
    for _ in range(5):
        PenempatanFactory(jabatan=JabatanFactory(unit=garis.unit), mulai=date(2026, 3, 1))
    assert hitung() == sedikit
