"""The public page of a code: valid, digantikan, or not in force; and whether a file is the one that was issued.

No login, no cookie, no script. An unknown code and a revoked one get the same page, byte for byte, by the same query.
"""

from hashlib import sha256

from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.shortcuts import redirect, render
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from mataram_asn.kit.laju import boleh

from ..aturan.dokumen import baca_kode, baca_sidik, samarkan
from ..models import Dokumen, TandaTangan
from ..pilihan import StatusDokumen, StatusTandaTangan

BAHASA = ("id", "en")
BATAS = 60  # requests a minute from one address: a counter with a scanner stays below, a guesser gets nowhere
MAKS_BYTE = 10 * 1024 * 1024
#: A code that no paper has: what cannot be a code is looked up like any other.
BUKAN_KODE = "A" * 26


class SidikSaja(FileUploadHandler):
    """Take the hash of an upload while it passes and keep nothing of it."""

    def __init__(self, request=None):
        super().__init__(request)
        self.sidik, self.ukuran, self.terlalu_besar = None, 0, False

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.hitung = sha256()

    def receive_data_chunk(self, raw_data, start):
        self.ukuran += len(raw_data)
        if self.ukuran > MAKS_BYTE:
            self.terlalu_besar = True
            raise StopUpload(connection_reset=False)
        self.hitung.update(raw_data)

    def file_complete(self, file_size):
        if self.sidik is None and file_size:
            self.sidik = self.hitung.hexdigest()


@login_not_required
@csrf_exempt  # no session and no cookie: there is no right that a foreign page could use
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def verifikasi(request, kode=""):
    """Say what is known of a code. POST compares a file's hash; nothing is stored."""
    penerima = SidikSaja(request)
    request.upload_handlers = [penerima]
    bahasa = request.GET.get("bahasa") if request.GET.get("bahasa") in BAHASA else "id"
    with override(bahasa):
        konteks = {"bahasa": bahasa, "lain": "en" if bahasa == "id" else "id"}
        if not boleh(request, "verifikasi", BATAS):
            return render(request, "evaluasi/publik/verifikasi.html", konteks | {"terlalu_sering": True}, status=429)
        if not kode and request.method != "POST" and request.GET.get("kode"):
            rapi = baca_kode(request.GET["kode"]) or BUKAN_KODE
            return redirect(f"/v/{rapi}/?bahasa={bahasa}")
        if not kode:
            return render(request, "evaluasi/publik/verifikasi.html", konteks)
        return _jawab(request, kode, konteks, penerima)


def _jawab(request, kode: str, konteks: dict, penerima: SidikSaja):
    dokumen = Dokumen.objects.berstatus().select_related("pegawai").filter(kode=baca_kode(kode) or BUKAN_KODE).first()
    berlaku = dokumen is not None and dokumen.status != StatusDokumen.DICABUT
    konteks |= {
        "dicari": True,
        "dokumen": dokumen if berlaku else None,
        "valid": berlaku and dokumen.status == StatusDokumen.VALID,
        "nama": samarkan(dokumen.pegawai.nama) if berlaku else "",
    }
    if request.method == "POST":
        konteks |= _cocokkan(request, dokumen if berlaku else None, penerima)
    return render(request, "evaluasi/publik/verifikasi.html", konteks, status=200 if berlaku else 404)


def _cocokkan(request, dokumen: Dokumen | None, penerima: SidikSaja) -> dict:
    """Whether the file, or the pasted hash, is the paper's or that of a signed copy of it."""
    sidik = baca_sidik(request.POST.get("sidik", "")) or penerima.sidik
    if penerima.terlalu_besar:
        return {"diperiksa": "besar"}
    if not sidik:
        return {"diperiksa": "kosong"}
    bertanda = TandaTangan.objects.filter(
        dokumen=dokumen.pk if dokumen else 0, sidik=sidik, status=StatusTandaTangan.DITANDATANGANI
    ).exists()
    cocok = dokumen is not None and (dokumen.sidik == sidik or bertanda)
    return {"diperiksa": ("bertanda" if bertanda else "cocok") if cocok else "beda"}
