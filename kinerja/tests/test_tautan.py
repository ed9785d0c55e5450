"""Looking at links: what opens, and that nothing of the own network is ever reached."""

import socket
import threading
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kinerja import actions, jadwal
from kinerja.models import Bukti
from kinerja.pilihan import KeadaanTautan
from kinerja.tautan import Pemeriksa, alamat_publik
from kinerja.tests.factories import SAAT, WITA, BuktiFactory
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.models import CatatanAudit
from pegawai.models import Pengguna


class Situs(BaseHTTPRequestHandler):
    """A small web site: answers by the path, remembers what was asked."""

    dilihat: list = []
    jawaban = {"/ada": 200, "/tidak-ada": 404, "/rusak": 500, "/masuk": 403, "/hilang": 410}

    def do_HEAD(self):
        self._jawab()

    def do_GET(self):
        self._jawab()

    def _jawab(self):
        self.dilihat.append((self.command, self.path, self.headers["Host"]))
        if self.path == "/hanya-get":
            self.send_response(200 if self.command == "GET" else 405)
        elif self.path.startswith("/pindah-ke/"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/pindah-ke/").replace("_", "://", 1))
        elif self.path == "/putar":
            self.send_response(302)
            self.send_header("Location", "/putar")
        else:
            self.send_response(self.jawaban.get(self.path, 404))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def situs():
    Situs.dilihat = []
    peladen = ThreadingHTTPServer(("127.0.0.1", 0), Situs)
    threading.Thread(target=peladen.serve_forever, daemon=True).start()
    yield peladen.server_address[1]
    peladen.shutdown()
    peladen.server_close()


def di_sini(nama, port):
    """Every name is this machine, except one that lies inside the city's network."""
    return ["10.1.2.3"] if nama.startswith("dalam.") else ["127.0.0.1"]


def pemeriksa(**lain) -> Pemeriksa:
    """One that may reach this machine and nothing else that is private."""
    return Pemeriksa(cari=di_sini, boleh=lambda ip: ip == "127.0.0.1", tunggu=2, **lain)


@pytest.mark.parametrize(
    ("jalur", "keadaan"),
    [
        ("/ada", "terbuka"),
        ("/hanya-get", "terbuka"),
        ("/masuk", "terbuka"),
        ("/tidak-ada", "tertutup"),
        ("/rusak", "tertutup"),
        ("/hilang", "tertutup"),
        ("/putar", "tertutup"),
        ("/pindah-ke//ada", "terbuka"),
        ("/pindah-ke/ftp_contoh.test/a", "tertutup"),
        ("/pindah-ke/file_/etc/passwd", "tertutup"),
    ],
)
def test_what_a_site_answers(situs, jalur, keadaan):
    assert pemeriksa()(f"http://dokumen.contoh.test:{situs}{jalur}") == keadaan


def test_the_name_asked_for_is_the_name_sent(situs):
    pemeriksa()(f"http://dokumen.contoh.test:{situs}/ada")
    assert Situs.dilihat == [("HEAD", "/ada", f"dokumen.contoh.test:{situs}")]


def test_a_redirect_into_the_own_network_is_not_followed(situs):
    alamat = f"http://dokumen.contoh.test:{situs}/pindah-ke/http_dalam.mataram.test/rahasia"
    assert pemeriksa()(alamat) == KeadaanTautan.TIDAK_DIPERIKSA
    assert len(Situs.dilihat) == 1


@pytest.mark.parametrize(
    "ip",
    ["127.0.0.1", "10.0.0.1", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "ff02::1",
     "198.18.0.1", "192.0.2.1", "2001:db8::1", "2002:a00:1::1", "2002:7f00:1::", "2001:0:a00:1::1", "fec0::1"],
)  # fmt: skip
def test_private_addresses_are_not_public(ip):
    assert not alamat_publik(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "103.10.20.30", "2606:4700::1111"])
def test_public_addresses_are(ip):
    assert alamat_publik(ip)


@pytest.mark.parametrize("tuan", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001", "127.1"])
def test_this_machine_is_never_reached_whatever_it_is_called(situs, tuan):
    """The positive control is the same site reached by the injected resolver above."""
    Pemeriksa()(f"http://{tuan}:{situs}/ada")
    assert Situs.dilihat == []


def test_one_private_answer_among_public_ones_is_enough_to_stay_away(situs):
    dua = Pemeriksa(cari=lambda nama, port: ["8.8.8.8", "127.0.0.1"], tunggu=1)
    assert dua(f"http://dua.contoh.test:{situs}/ada") == KeadaanTautan.TIDAK_DIPERIKSA
    assert Situs.dilihat == []


@pytest.mark.parametrize(
    ("galat", "hasil"),
    [
        (socket.gaierror(socket.EAI_AGAIN, "nanti"), None),
        (socket.gaierror(socket.EAI_NONAME, "tidak ada"), KeadaanTautan.TERTUTUP),
        (TimeoutError(), KeadaanTautan.TERTUTUP),
        (UnicodeError(), KeadaanTautan.TERTUTUP),
    ],
)
def test_a_name_that_does_not_resolve(galat, hasil):
    def gagal(nama, port):
        raise galat

    assert Pemeriksa(cari=gagal)("https://dokumen.contoh.test/a") == hasil


@pytest.mark.parametrize("alamat", ["http://[", "http://a:99999/", "https:///a", "javascript:alert(1)", "http://a b/"])
def test_a_bent_address_is_closed_and_no_error(alamat):
    assert pemeriksa()(alamat) == KeadaanTautan.TERTUTUP


# --- the clock ----------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_clock_looks_at_what_is_due_and_leaves_scores_alone():
    tutup, buka = BuktiFactory(tautan="https://a.contoh.test/"), BuktiFactory(tautan="https://b.contoh.test/")
    jawab = {tutup.tautan: KeadaanTautan.TERTUTUP, buka.tautan: KeadaanTautan.TERBUKA}
    assert jadwal.periksa_tautan(SAAT, jawab.get) == {"tertutup": 1, "terbuka": 1}
    tutup.refresh_from_db()
    assert (tutup.keadaan, tutup.tertutup_sejak, tutup.diperiksa_pada) == ("tertutup", SAAT, SAAT)
    assert jadwal.periksa_tautan(SAAT + timedelta(days=6), jawab.get) == {}
    lagi = SAAT + timedelta(days=8)
    assert jadwal.periksa_tautan(lagi, jawab.get) == {"tertutup": 1, "terbuka": 1}
    tutup.refresh_from_db()
    assert (tutup.tertutup_sejak, tutup.diperiksa_pada) == (SAAT, lagi)
    jawab[tutup.tautan] = KeadaanTautan.TERBUKA
    jadwal.periksa_tautan(lagi + timedelta(days=8), jawab.get)
    tutup.refresh_from_db()
    assert (tutup.keadaan, tutup.tertutup_sejak) == ("terbuka", None)
    assert CatatanAudit.objects.filter(aksi="bukti.tautan_diperiksa").count() == 3


@pytest.mark.django_db
def test_nothing_is_written_while_there_is_no_network():
    bukti = BuktiFactory()
    assert jadwal.periksa_tautan(SAAT, lambda alamat: None) == {}
    bukti.refresh_from_db()
    assert (bukti.keadaan, bukti.diperiksa_pada) == ("belum", None)


@pytest.mark.django_db
def test_a_tick_is_bounded_and_the_next_goes_on():
    for _ in range(5):
        BuktiFactory()
    buka = lambda alamat: KeadaanTautan.TERBUKA  # noqa: E731
    assert [jadwal.periksa_tautan(SAAT, buka, sekali=3) for _ in range(3)] == [{"terbuka": 3}, {"terbuka": 2}, {}]
    assert not Bukti.objects.filter(keadaan=KeadaanTautan.BELUM).exists()


@pytest.mark.django_db
def test_a_late_answer_does_not_overwrite_a_newer_one():
    bukti, sistem = BuktiFactory(), Pengguna.objects.sistem()
    actions.record_link_state(bukti_id=bukti.pk, keadaan="terbuka", oleh=sistem, saat=SAAT)
    lalu = datetime(2026, 11, 1, tzinfo=WITA)
    assert actions.record_link_state(bukti_id=bukti.pk, keadaan="tertutup", oleh=sistem, saat=lalu) is None
    bukti.refresh_from_db()
    assert bukti.keadaan == "terbuka"
    with pytest.raises(RuleViolation):
        actions.record_link_state(bukti_id=bukti.pk, keadaan="entah", oleh=sistem, saat=SAAT)
