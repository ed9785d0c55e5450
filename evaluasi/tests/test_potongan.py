"""Chunks: claimed once, counted once, quarantined after three tries, whatever dies. Races with their controls."""

import itertools
import os
import socket
import threading
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from evaluasi import actions, jadwal, rekap, tasks
from evaluasi.actions import antrean
from evaluasi.actions import potongan as modul
from evaluasi.models import Evaluasi, LembarPenilaian, Potongan, Siklus
from evaluasi.pilihan import Langkah, StatusPotongan, Tahap
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit, Surat
from pegawai.models import Pengguna

from .factories import TANGGAL, SiklusFactory, buat_bkpsdm, buat_kantor, tetapkan, wita

PEKERJA = {"pid": 4242, "pekerja": "pekerja-uji"}


def kerjakan() -> None:
    for pk in Potongan.objects.menunggu().order_by("pk").values_list("pk", flat=True):
        actions.work_chunk(potongan_id=pk, **PEKERJA)


def siap_dihitung(orang: int = 2) -> Siklus:
    """A siklus whose sheets are all set, at the moment of publication, with its HITUNG chunk waiting."""
    buat_kantor(orang)
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=wita(2026, 10, 20))
    for tahap in (Tahap.ISI_BUKTI, Tahap.PENILAIAN):
        actions.advance_due(saat=TANGGAL[tahap])
        kerjakan()
    for lembar in LembarPenilaian.objects.filter(siklus=siklus):
        tetapkan(lembar)
    actions.advance_due(saat=TANGGAL[Tahap.KALIBRASI])
    kerjakan()
    actions.advance_due(saat=TANGGAL[Tahap.TERBIT])
    return siklus


def serentak(banyak: int, kerja) -> list:
    """Run `kerja` in that many threads at the same moment; the results, or what was raised."""
    pagar, hasil = threading.Barrier(banyak), []

    def satu():
        pagar.wait()
        try:
            hasil.append(kerja())
        except Exception as galat:
            hasil.append(galat)
        finally:
            connection.close()

    utas = [threading.Thread(target=satu) for _ in range(banyak)]
    for satu_utas in utas:
        satu_utas.start()
    for satu_utas in utas:
        satu_utas.join()
    return hasil


@pytest.mark.django_db(transaction=True)
def test_concurrent_ticks_have_one_effect():
    buat_kantor()
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=wita(2026, 10, 20))
    Pengguna.objects.sistem()
    hasil = serentak(8, lambda: actions.advance_due(saat=TANGGAL[Tahap.ISI_BUKTI]))
    assert sorted(map(len, hasil)) == [0] * 7 + [1]
    assert CatatanAudit.objects.filter(aksi="siklus.maju").count() == 1
    assert Potongan.objects.filter(langkah=Langkah.SIAPKAN).count() == 1


@pytest.mark.django_db(transaction=True)
def test_control_without_the_conditional_update_the_effect_doubles():
    """The same race on check-then-act: it must go wrong, or the test above proves nothing."""
    siklus, sistem, pagar = (
        SiklusFactory(tahap=Tahap.PERSIAPAN, dibuka=True),
        Pengguna.objects.sistem(),
        threading.Barrier(8),
    )

    def polos():
        if Siklus.objects.get(pk=siklus.pk).tahap != Tahap.PERSIAPAN:
            return 0
        pagar.wait(timeout=5)
        with transaction.atomic():
            Siklus.objects.filter(pk=siklus.pk).update(tahap=Tahap.ISI_BUKTI)
            catat(oleh=sistem, aksi="siklus.maju", objek=siklus)
        return 1

    serentak(8, polos)
    assert CatatanAudit.objects.filter(aksi="siklus.maju").count() > 1


@pytest.mark.django_db(transaction=True)
def test_a_chunk_worked_by_many_at_once_is_worked_once():
    siap_dihitung()
    pk = Potongan.objects.menunggu().get(langkah=Langkah.HITUNG).pk
    hasil = serentak(6, lambda: actions.work_chunk(potongan_id=pk, **PEKERJA))
    assert sorted(hasil) == [False] * 5 + [True]
    potongan = Potongan.objects.get(pk=pk)
    assert (potongan.status, potongan.percobaan, potongan.jumlah, potongan.pid) == (StatusPotongan.SELESAI, 1, 2, 4242)
    assert Evaluasi.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_concurrent_publication_happens_once():
    siklus = siap_dihitung()
    kerjakan()
    hasil = serentak(6, lambda: jadwal.majukan_siklus(TANGGAL[Tahap.TERBIT]))
    assert sorted(map(len, hasil)) == [0] * 5 + [1]
    kerjakan()
    assert Surat.objects.filter(kunci__endswith=":terbit").count() == 2
    siklus.refresh_from_db()
    assert siklus.tahap == Tahap.TERBIT


class PekerjaMati(BaseException):
    """Stands for the death of the process: nothing of the code after it runs."""


def mati_pada(sasaran: int):
    """A wrapper of the cursor that dies before statement number `sasaran`."""
    nomor = -1

    def jalankan(lanjut, sql, nilai, banyak, konteks):
        nonlocal nomor
        nomor += 1
        if nomor == sasaran:
            raise PekerjaMati
        return lanjut(sql, nilai, banyak, konteks)

    return jalankan


@pytest.mark.django_db(transaction=True)
def test_death_at_any_statement_leaves_all_or_nothing():
    """The worker dies before statement n, for every n; then another does the work and the figures are the same."""
    siap_dihitung()
    pk = Potongan.objects.menunggu().get(langkah=Langkah.HITUNG).pk
    for sasaran in range(60):
        with connection.execute_wrapper(mati_pada(sasaran)), pytest.raises(PekerjaMati):
            actions.work_chunk(potongan_id=pk, **PEKERJA)
        connection.close()
        selesai = Potongan.objects.get(pk=pk).status == StatusPotongan.SELESAI
        assert Evaluasi.objects.count() == (2 if selesai else 0)
        if selesai:
            break
        Potongan.objects.filter(pk=pk).update(percobaan=0)
    assert sasaran > 12
    assert sorted(str(satu.indeks_hasil) for satu in Evaluasi.objects.all()) == ["94.00", "94.00"]
    assert all(kalimat == () for _, kalimat in rekap.periksa_evaluasi())


@pytest.mark.django_db
def test_a_finished_chunk_worked_again_changes_nothing():
    siap_dihitung()
    potongan = Potongan.objects.menunggu().get(langkah=Langkah.HITUNG)
    assert actions.work_chunk(potongan_id=potongan.pk, **PEKERJA)
    akar = list(Evaluasi.objects.values_list("pk", "akar"))
    assert not actions.work_chunk(potongan_id=potongan.pk, **PEKERJA)
    Potongan.objects.filter(pk=potongan.pk).update(status=StatusPotongan.MENUNGGU)
    assert actions.work_chunk(potongan_id=potongan.pk, **PEKERJA)
    assert list(Evaluasi.objects.values_list("pk", "akar")) == akar


@pytest.mark.django_db
def test_every_step_run_twice_gives_the_same():
    siklus = siap_dihitung()
    kerjakan()
    actions.advance_due(saat=TANGGAL[Tahap.TERBIT])
    kerjakan()
    sebelum = _sidik(siklus)
    assert Potongan.objects.filter(siklus=siklus).update(status=StatusPotongan.MENUNGGU, percobaan=0) >= 4
    kerjakan()
    assert _sidik(siklus) == sebelum


def _sidik(siklus):
    return (
        list(LembarPenilaian.objects.filter(siklus=siklus).order_by("pk").values_list()),
        list(Evaluasi.objects.order_by("pk").values_list("pk", "akar")),
        list(Surat.objects.order_by("pk").values_list("kunci")),
    )


@pytest.mark.django_db
def test_one_bad_item_is_quarantined_alone_and_blocks_nothing(monkeypatch):
    """A person whose work always fails: the chunk is halved down to them, everybody else is published."""
    bkpsdm = buat_bkpsdm()
    siklus = siap_dihitung()
    racun = LembarPenilaian.objects.filter(siklus=siklus).order_by("pegawai_id").first().pegawai_id
    asli = modul.PEKERJAAN[Langkah.HITUNG]

    def beracun(potongan, saat):
        if potongan.awal <= racun <= potongan.akhir:
            raise ZeroDivisionError("racun")
        return asli(potongan, saat)

    monkeypatch.setitem(modul.PEKERJAAN, Langkah.HITUNG, beracun)
    for _ in range(20):
        kerjakan()
    karantina = Potongan.objects.get(status=StatusPotongan.KARANTINA)
    assert (karantina.awal, karantina.akhir, karantina.percobaan) == (racun, racun, 3)
    assert "racun" in karantina.galat
    assert [pindah.ke for pindah in actions.advance_due(saat=TANGGAL[Tahap.TERBIT])] == [Tahap.TERBIT]
    assert [satu.pegawai_id for satu in Evaluasi.objects.all()] != [racun]
    assert Evaluasi.objects.count() == 1
    assert Surat.objects.filter(kepada=bkpsdm, kunci__contains="karantina").count() == 1
    assert jadwal.majukan_siklus(TANGGAL[Tahap.TERBIT] + timedelta(hours=1)) == []
    assert not Potongan.objects.menunggu().filter(langkah=Langkah.HITUNG).exists()

    with pytest.raises(RuleViolation, match="BKPSDM"):
        actions.retry_chunk(potongan_id=karantina.pk, oleh=Pengguna.objects.sistem(), saat=TANGGAL[Tahap.TERBIT])
    monkeypatch.setitem(modul.PEKERJAAN, Langkah.HITUNG, asli)
    actions.retry_chunk(potongan_id=karantina.pk, oleh=bkpsdm, saat=TANGGAL[Tahap.TERBIT])
    kerjakan()
    assert Evaluasi.objects.filter(pegawai=racun).count() == 1
    with pytest.raises(RuleViolation, match="tidak sedang dikarantina"):
        actions.retry_chunk(potongan_id=karantina.pk, oleh=bkpsdm, saat=TANGGAL[Tahap.TERBIT])


@pytest.mark.django_db
def test_a_chunk_that_kills_its_worker_three_times_is_given_up():
    siap_dihitung()
    potongan = Potongan.objects.menunggu().get(langkah=Langkah.HITUNG)
    Potongan.objects.filter(pk=potongan.pk).update(percobaan=3, akhir=potongan.awal)
    assert not actions.work_chunk(potongan_id=potongan.pk, **PEKERJA)
    potongan.refresh_from_db()
    assert (potongan.status, potongan.galat) == (StatusPotongan.KARANTINA, "Pekerja berhenti di tengah jalan.")


@pytest.mark.parametrize("ukuran", [1, 2, 3, 300])
def test_ranges_hold_everybody_once(ukuran):
    ids = [3, 4, 9, 10, 11, 40]
    rentang = antrean.rentang(ids, ukuran)
    assert [sum(awal <= satu <= akhir for awal, akhir in rentang) for satu in ids] == [1] * len(ids)
    assert all(kini[0] == lalu[1] + 1 for lalu, kini in itertools.pairwise(rentang))
    assert antrean.rentang([]) == []


@pytest.mark.django_db
def test_recomputing_finds_a_row_that_was_planted_wrong(capsys):
    siap_dihitung()
    kerjakan()
    call_command("hitung_ulang", "--periksa")
    assert capsys.readouterr().out.splitlines() == ["diperiksa 2, berbeda 0", "tahunan: diperiksa 0, berbeda 0"]
    baik = Evaluasi.objects.order_by("pk").first()
    baik.pk, baik.menggantikan = None, Evaluasi.objects.get(pk=baik.pk)
    baik.indeks_hasil = "94.01"
    baik.save(force_insert=True)
    with pytest.raises(SystemExit) as keluar:
        call_command("hitung_ulang", "--periksa")
    assert keluar.value.code == 1
    tangkap = capsys.readouterr()
    assert tangkap.out.splitlines() == ["diperiksa 3, berbeda 1", "tahunan: diperiksa 0, berbeda 0"]
    assert "indeks_hasil" in tangkap.err


@pytest.mark.django_db
def test_the_command_moves_what_is_due(capsys):
    buat_kantor()
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=wita(2026, 10, 20))
    call_command("majukan_siklus", saat="2026-11-01T00:00")
    assert "1 perpindahan tahap" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("majukan_siklus", saat="besok")


@pytest.mark.django_db
def test_a_changed_leaf_is_noticed():
    siap_dihitung()
    kerjakan()
    evaluasi = Evaluasi.objects.first()
    evaluasi.pohon["anak"][0]["nama"] += "x"
    assert any(kalimat.startswith("akar") for kalimat in rekap.beda(evaluasi))


@pytest.mark.django_db
def test_tasks_take_the_moment_as_text_and_are_safe_twice():
    buat_kantor()
    siklus = SiklusFactory()
    actions.open_siklus(siklus_id=siklus.pk, oleh=buat_bkpsdm(), saat=wita(2026, 10, 20))
    saat = TANGGAL[Tahap.ISI_BUKTI].isoformat()
    for _ in range(2):
        tasks.majukan_siklus(saat=saat)
    potongan = Potongan.objects.get(siklus=siklus)
    for _ in range(2):
        tasks.kerjakan_potongan(potongan.pk, saat)
    potongan.refresh_from_db()
    assert (potongan.status, potongan.percobaan, potongan.selesai_pada) == (
        StatusPotongan.SELESAI,
        1,
        TANGGAL[Tahap.ISI_BUKTI],
    )
    assert (potongan.pid, potongan.pekerja) == (os.getpid(), socket.gethostname())
    assert LembarPenilaian.objects.count() == 2
