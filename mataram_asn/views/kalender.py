"""The calendar of what is due: a month on the page, and the same as a file while signed in."""

import re
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from mataram_asn.kalender import acara, minggu
from mataram_asn.kit.ical import tulis_ical
from mataram_asn.kit.kata import BULAN
from mataram_asn.peran import kedudukan

#: The file reaches this far back and ahead of today.
HARI_LALU, HARI_DEPAN = 31, 366
BENTUK_BULAN = re.compile(r"([0-9]{4})-([0-9]{1,2})")


@require_GET
def kalender(request):
    """One month, the present one unless ?bulan=2026-11 asks for another."""
    saat = timezone.now()
    hari = timezone.localdate(saat)
    tahun, bulan = _baca_bulan(request.GET.get("bulan", ""), hari)
    awal, akhir = date(tahun, bulan, 1), _akhir_bulan(tahun, bulan)
    semua = acara(kedudukan(request.user), awal, akhir, saat)
    konteks = {
        "judul_bulan": f"{BULAN[bulan - 1]} {tahun}",
        "minggu": minggu(tahun, bulan, semua),
        "acara": semua,
        "hari": hari,
        "lalu": _tulis_bulan(awal - timedelta(days=1)),
        "depan": _tulis_bulan(akhir + timedelta(days=1)),
        "bulan_ini": _tulis_bulan(hari),
        "kini": (tahun, bulan) == (hari.year, hari.month),
    }
    return render(request, "kalender/bulan.html", konteks)


def _baca_bulan(teks: str, hari: date) -> tuple[int, int]:
    """(year, month) of the address; what cannot be read is the present month."""
    cocok = BENTUK_BULAN.fullmatch(teks)
    tahun, bulan = (int(cocok[1]), int(cocok[2])) if cocok else (0, 0)
    sah = 2000 <= tahun <= 2100 and 1 <= bulan <= 12
    return (tahun, bulan) if sah else (hari.year, hari.month)


def _akhir_bulan(tahun: int, bulan: int) -> date:
    return (date(tahun, bulan, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _tulis_bulan(hari: date) -> str:
    return f"{hari:%Y-%m}"


@require_GET
def kalender_ical(request):
    """The file for one's own calendar program; there is no address that works without signing in."""
    saat = timezone.now()
    hari = timezone.localdate(saat)
    semua = acara(kedudukan(request.user), hari - timedelta(days=HARI_LALU), hari + timedelta(days=HARI_DEPAN), saat)
    dasar = request.build_absolute_uri("/")[:-1]
    isi = tulis_ical([satu.ical(dasar) for satu in semua], saat=saat, nama="Mataram ASN")
    jawaban = HttpResponse(isi, content_type="text/calendar; charset=utf-8")
    jawaban["Content-Disposition"] = 'attachment; filename="mataram-asn.ics"'
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban
