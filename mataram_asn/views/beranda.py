"""The home by role: what to do now, until when, and why the numbers say what they say."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mataram_asn import ringkasan, tugas
from mataram_asn.peran import kedudukan
from talenta.rekap import apresiasi_terbaru

#: (who, template, what it shows). A person sees every block that fits, the first on top.
BAGIAN = (
    (lambda k: k.bkpsdm, "beranda/_bkpsdm.html", ringkasan.kota),
    (lambda k: k.auditor, "beranda/_auditor.html", ringkasan.jejak_terbaru),
    (lambda k: k.admin and not k.bkpsdm, "beranda/_admin.html", ringkasan.kosong),
    (lambda k: k.atasan, "beranda/_atasan.html", ringkasan.bawahan),
    (lambda k: k.atasan, "beranda/_pimpinan.html", ringkasan.capaian_unit),
    (lambda k: k.pengelola, "beranda/_pengelola.html", ringkasan.unit_dikelola),
    (lambda k: k.pegawai, "beranda/_pegawai.html", ringkasan.pegawai),
)


@require_GET
def beranda(request):
    """One page for everybody, put together from the blocks of what they are."""
    siapa, saat = kedudukan(request.user), timezone.now()
    bagian = [(templat, baca(siapa, request.user, saat)) for cocok, templat, baca in BAGIAN if cocok(siapa)]
    konteks = {
        "bagian": [(templat, isi) for templat, isi in bagian if isi is not None],
        "apresiasi": apresiasi_terbaru(),
        "tugas": _tugas(siapa, request.user, saat),
        "saat": saat,
        "sapaan": sapaan(timezone.localtime(saat).hour),
        "tahap": ringkasan.tahap_siklus(saat),
    }
    return render(request, "beranda/beranda.html", konteks)


def _tugas(siapa, user, saat) -> list[tugas.Tugas]:
    """Everything that waits for this person, the duty towards others first."""
    hari = timezone.localdate(saat)
    return [
        *tugas.tugas_orang_kedua(user, siapa),
        *(tugas.tugas_terlambat() if siapa.bkpsdm else []),
        *(tugas.tugas_bkpsdm() if siapa.bkpsdm else tugas.tugas_tingkat_atas(user, hari)),
        *(tugas.tugas_atasan(siapa.pegawai_id) if siapa.atasan else []),
        *(tugas.tugas_wakil(siapa.pegawai_id, hari) if siapa.pegawai_id else []),
        *(tugas.tugas_pegawai(siapa.pegawai_id, saat) if siapa.pegawai else []),
    ]


def sapaan(jam: int) -> str:
    """The greeting of the hour (WITA)."""
    batas = ((4, "malam"), (11, "pagi"), (15, "siang"), (18, "sore"), (24, "malam"))
    return f"Selamat {next(kata for akhir, kata in batas if jam < akhir)}"
