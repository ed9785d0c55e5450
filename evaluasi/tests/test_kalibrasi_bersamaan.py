"""Two calibrations of one person at the same moment, with the lock off as the control."""

import threading
import time

import pytest
from django.db import connection

from evaluasi import actions
from evaluasi.actions import kalibrasi as modul
from evaluasi.models import Kalibrasi, LembarPenilaian
from evaluasi.pilihan import Rating, Sumbu, Tahap
from evaluasi.tests.factories import LembarFactory, SiklusFactory, buat_kantor, tetapkan, wita
from mataram_asn.kit.galat import Konflik
from pegawai.tests.factories import PegawaiFactory

SAAT = wita(2027, 1, 13, 9)


def tanpa_kunci(lembar_id, oleh, saat):
    return LembarPenilaian.objects.select_related("siklus", "skp__jabatan__unit").get(pk=lembar_id)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kunci", [True, False])
def test_one_of_two_is_told_that_the_rating_changed(monkeypatch, kunci):
    garis, [skp, *_] = buat_kantor(1)
    lembar = LembarFactory(siklus=SiklusFactory(tahap=Tahap.KALIBRASI), skp=skp, penilai=PegawaiFactory())
    tetapkan(lembar)
    asli = modul.rating_kini

    def lambat(*isi):
        kini = asli(*isi)
        time.sleep(0.4)
        return kini

    monkeypatch.setattr(modul, "rating_kini", lambat)
    if not kunci:
        monkeypatch.setattr(modul, "_lock", tanpa_kunci)
    oleh, pagar, hasil = garis.atasan.pengguna, threading.Barrier(2), []

    def satu(ke):
        pagar.wait()
        try:
            isi = {"sumbu": Sumbu.HASIL, "dari": Rating.SESUAI, "ke": ke, "alasan": "x", "oleh": oleh, "saat": SAAT}
            hasil.append(actions.calibrate(lembar_id=lembar.pk, **isi))
        except Exception as galat:
            hasil.append(galat)
        finally:
            connection.close()

    untai = [threading.Thread(target=satu, args=[ke]) for ke in (Rating.DI_ATAS, Rating.DI_BAWAH)]
    for masing in untai:
        masing.start()
    for masing in untai:
        masing.join()
    assert Kalibrasi.objects.count() == (1 if kunci else 2)
    assert sum(isinstance(masing, Konflik) for masing in hasil) == (1 if kunci else 0)
