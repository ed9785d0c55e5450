"""The calendar file: lines, escapes, folding."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from mataram_asn.kit.ical import AcaraIcal, lipat, lolos, tulis_ical

SAAT = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


def test_a_whole_day_and_a_moment():
    isi = tulis_ical(
        [AcaraIcal("a", date(2026, 12, 31), "Batas; isi"), AcaraIcal("b", date(2026, 12, 1), "Dialog", jam=SAAT)],
        saat=SAAT, nama="Uji",
    )  # fmt: skip
    assert isi.startswith("BEGIN:VCALENDAR\r\n") and isi.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in isi
    assert "DTSTART:20261124T020000Z\r\nDTEND:20261124T030000Z\r\n" in isi
    assert "SUMMARY:Batas\\; isi\r\n" in isi


@given(st.text(max_size=300))
def test_text_ends_no_line_and_comes_back_when_read(teks):
    rapi = lolos(teks)
    assert "\n" not in rapi and "\r" not in rapi
    balik = rapi.replace("\\\\", "\0").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\0", "\\")
    harap = "".join(h for h in teks.replace("\r\n", "\n").replace("\r", "\n") if h == "\n" or h >= " ")
    assert balik == harap


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=400))
def test_no_line_is_longer_than_75_octets_and_unfolds_to_itself(baris):
    dilipat = lipat(baris)
    assert all(len(satu.encode()) <= 75 for satu in dilipat.split("\r\n"))
    assert dilipat.replace("\r\n ", "") == baris
