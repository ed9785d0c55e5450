"""Papers: nothing fetched, nothing executed, the same bytes every time."""

import io
import subprocess
import sys

import pytest
from django.template import Context, Template
from pypdf import PdfReader

from mataram_asn.kit import pdf

KEPALA = (
    '<!DOCTYPE html><html lang="id"><head><title>Uji</title><meta name="author" content="Kota Mataram">'
    '<meta name="dcterms.created" content="2026-11-24T00:00:00+08:00">'
    '<link rel="stylesheet" href="css/kertas.css"></head><body class="kertas">'
)


def baca(isi: bytes) -> str:
    return "\n".join(halaman.extract_text() for halaman in PdfReader(io.BytesIO(isi)).pages)


def kertas(isi: str, **konteks) -> bytes:
    return pdf.pdf_dari_html(Template(f"{KEPALA}{isi}</body></html>").render(Context(konteks)))


def test_the_same_paper_has_the_same_bytes_and_its_own_date():
    satu, dua = kertas("<h1>{{ a }}</h1>", a="Sama"), kertas("<h1>{{ a }}</h1>", a="Sama")
    assert satu == dua
    assert satu != kertas("<h1>{{ a }}</h1>", a="Lain")
    rincian = PdfReader(io.BytesIO(satu)).metadata
    assert (rincian.title, rincian.author) == ("Uji", "Kota Mataram")
    assert rincian.creation_date.isoformat() == "2026-11-24T00:00:00+08:00"


def test_other_papers_between_change_no_byte():
    """The sheets and fonts are shared by the papers of a process; what one used must not show in the next."""
    satu = kertas("<h1>Sama</h1>")
    kertas("<h1>Lain Ā ē <b>tebal</b> Ǆ</h1>")
    assert kertas("<h1>Sama</h1>") == satu


def test_a_paper_asked_for_again_is_not_made_again(monkeypatch, settings, tmp_path):
    (tmp_path / "uji.html").write_text(f"{KEPALA}{{{{ a }}}}</body></html>")
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": [tmp_path]}]
    dibuat, asli = [], pdf.pdf_dari_html
    monkeypatch.setattr(pdf, "pdf_dari_html", lambda html: dibuat.append(html) or asli(html))
    a = str(tmp_path)  # content of its own, so that no former run has kept it
    assert pdf.pdf_tersimpan("uji.html", {"a": a}) == pdf.pdf_tersimpan("uji.html", {"a": a})
    assert len(dibuat) == 1
    pdf.pdf_tersimpan("uji.html", {"a": f"{a} lain"})
    assert len(dibuat) == 2


def test_another_process_makes_the_same_bytes():
    kode = (
        "import django, hashlib, time; django.setup(); time.sleep(1.1)\nfrom mataram_asn.kit.pdf import pdf_dari_html\n"
        f"print(hashlib.sha256(pdf_dari_html({KEPALA + '<p>Sama</p></body></html>'!r})).hexdigest())"
    )
    hasil = {subprocess.run([sys.executable, "-c", kode], capture_output=True, check=True).stdout for _ in range(2)}
    assert len(hasil) == 1


@pytest.mark.parametrize(
    "teks",
    [
        "<script>alert(1)</script>",
        "<b>tebal</b> & 'kutip'",
        "{{ 7|add:7 }}",
        "Ā ē ș ž",
        "مرحبا بالعالم",
        "\u202eterbalik\u202c akhir",
    ],
)
def test_text_of_people_is_text(teks):
    isi = baca(kertas("<table><tr><td>{{ teks }}</td><td>tetangga</td></tr></table>", teks=teks))
    assert "tetangga" in isi
    if teks.isascii() or teks.startswith("Ā"):
        assert teks in isi


def test_long_words_and_texts_stay_on_the_paper():
    isi = kertas("<table><tr class='panjang'><td>x</td><td>{{ t }}</td></tr></table>", t="kata " * 2000 + "w" * 3000)
    halaman = PdfReader(io.BytesIO(isi)).pages
    assert len(halaman) > 1
    semua = baca(isi)
    assert semua.count("kata") == 2000
    assert semua.replace("\n", "").replace(" ", "").count("w") == 3000


def test_headings_repeat_on_every_page():
    baris = "".join(f"<tr><td>{i}</td><td>Indikator {i} {'isi ' * 40}</td></tr>" for i in range(60))
    isi = kertas(f"<table><thead><tr><th>no</th><th>JUDUL KOLOM</th></tr></thead><tbody>{baris}</tbody></table>")
    halaman = PdfReader(io.BytesIO(isi)).pages
    assert len(halaman) > 2
    assert all("JUDUL KOLOM" in satu.extract_text() for satu in halaman)
    assert all(f"Indikator {i} " in baca(isi) for i in range(60))


LUAR = [
    "http://localhost:1/a.png",
    "https://example.test/a",
    "file:///etc/passwd",
    pdf.PANGKAL + "../manage.py",
    "ftp://a/b",
]


@pytest.mark.parametrize(
    "alamat", [*LUAR, pdf.PANGKAL + "%2e%2e/manage.py", pdf.PANGKAL + "/etc/passwd", pdf.PANGKAL + "tidak/ada.css"]
)
def test_nothing_is_fetched_from_elsewhere(alamat):
    with pytest.raises((ValueError, OSError)):
        pdf._pengambil()().fetch(alamat)
    isi = kertas("<p>Isi</p><img src='{{ a }}'><link rel=attachment href='{{ a }}'>", a=alamat)
    assert "Isi" in baca(isi)
    assert b"/EmbeddedFile" not in isi


def test_own_static_files_and_embedded_data_are_read():
    assert pdf._pengambil()().fetch(pdf.PANGKAL + "css/kertas.css").read().startswith(b"/*")
    assert pdf._pengambil()().fetch("data:text/plain,halo").read() == b"halo"


def test_the_house_font_is_embedded():
    huruf = PdfReader(io.BytesIO(kertas("<p>Isi</p>"))).pages[0]["/Resources"]["/Font"]
    fon = {str(satu.get_object()["/BaseFont"]) for satu in huruf.values()}
    assert any("Plus" in nama and "Jakarta" in nama for nama in fon), fon


def test_without_the_library_a_sentence_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(pdf.PDFTidakTersedia, match="cetak"):
        kertas("<p>Isi</p>")
