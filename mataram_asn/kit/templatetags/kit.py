"""Template filters and tags that every page may load: `{% load kit %}`."""

from decimal import Decimal

from django import template
from django.apps import apps
from django.http import QueryDict
from django.utils.text import slugify

from mataram_asn.kit import grafik, kata, rupa

register = template.Library()

register.filter("angka", kata.tulis_angka)
register.filter("tanggal", kata.tulis_tanggal)
register.filter("waktu_wita", kata.tulis_waktu)
register.filter("saat_wita", kata.tulis_saat)
register.filter("batas_wita", kata.tulis_batas)
register.filter("rumus", kata.tulis_rumus)
register.filter("sumber", kata.tulis_sumber)
register.filter("nilai_simpul", kata.tulis_nilai)
register.filter("nip", kata.tulis_nip)
register.filter("inisial", kata.inisial)
register.filter("rupa_predikat", rupa.rupa_predikat)
register.filter("rupa_rating", rupa.rupa_rating)
register.filter("rupa_status", rupa.rupa_status)
register.filter("kunci_html", slugify)
register.simple_tag(grafik.grafik_sebaran)
register.simple_tag(grafik.grafik_garis)
register.simple_tag(grafik.grafik_kotak)
register.simple_tag(grafik.grafik_jalur)


@register.filter
def hari_tanggal(tanggal):
    """Write a date with its day: "Selasa, 24 November 2026"."""
    return kata.tulis_tanggal(tanggal, dengan_hari=True)


@register.filter
def persen(nilai, tempat=None):
    """Write a number that is already a percentage as "87,50 %"."""
    teks = kata.tulis_angka(nilai, tempat)
    return teks if teks == kata.BELUM else f"{teks} %"


@register.filter
def angka_mesin(nilai):
    """Write a number for an HTML attribute: a dot, no grouping, whatever the locale."""
    return "" if nilai is None else f"{Decimal(str(nilai)):f}"


@register.filter
def tema(kuki):
    """The theme attribute for the cookie's word; only two words are let through."""
    return "dark" if kuki == "gelap" else "light"


@register.filter
def nama_objek(label):
    """The words for a stored model label ("kinerja.skp"); what no model answers to stays as it is."""
    try:
        return apps.get_model(label)._meta.verbose_name
    except (LookupError, ValueError):
        return label


def _permintaan(context):
    """The request: it travels with the context, also under `only`; django-tables2 puts it in by name."""
    return getattr(context, "request", None) or context.get("request")


@register.simple_tag(takes_context=True)
def query_ganti(context, **ganti):
    """The present query string with some parameters replaced; None removes one."""
    request = _permintaan(context)
    query = request.GET.copy() if request else QueryDict(mutable=True)
    for kunci, nilai in ganti.items():
        if nilai is None:
            query.pop(kunci, None)
        else:
            query[kunci] = nilai
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def halaman_ke(context, param, nomor):
    """The address of another page of the same list."""
    return query_ganti(context, **{param or "page": nomor})


@register.simple_tag(takes_context=True)
def ekspor_ke(context, param, jenis):
    """The address that downloads what is filtered now: all rows, so without the page."""
    return query_ganti(context, page=None, **{param or "ekspor": jenis})


@register.simple_tag(takes_context=True)
def query_sembunyi(context, formulir):
    """What a filter form must carry on: the query's other parameters, but not the page."""
    request = _permintaan(context)
    milik = {formulir.add_prefix(nama) for nama in formulir.fields} | {"page", "ekspor"}
    return [(k, nilai) for k, daftar in request.GET.lists() if k not in milik for nilai in daftar] if request else []


@register.filter
def nomor_halaman(halaman):
    """The page numbers to show around the present one; None stands for the dots."""
    lipat = halaman.paginator.get_elided_page_range(halaman.number, on_each_side=1, on_ends=1)
    return [None if nomor == halaman.paginator.ELLIPSIS else nomor for nomor in lipat]


@register.filter
def sedang_menyaring(formulir):
    """Whether a filter form narrows the list now."""
    return formulir.is_bound and any(kolom.value() not in (None, "", []) for kolom in formulir.visible_fields())


@register.filter
def kelas_bootstrap(kolom):
    """A form field with Bootstrap's class for its kind of control, keeping its own attributes."""
    jenis = getattr(kolom.field.widget, "input_type", "")
    if jenis in ("checkbox", "radio"):
        return kolom.as_widget(attrs={"class": "form-check-input"})
    return kolom.as_widget(attrs={"class": "form-select" if jenis == "select" else "form-control"})


@register.filter
def ada_jumlah(data):
    """Whether any number in pairs (key, number) is more than nothing."""
    return any(jumlah for _, jumlah in data or ())


@register.filter
def nama_predikat(kunci):
    """The legal words of a predikat's key; any other label comes back as it is."""
    return rupa.PREDIKAT[kunci].kata if kunci in rupa.PREDIKAT else kunci


TIGA = (("di_bawah", "Di bawah"), ("sesuai", "Sesuai"), ("di_atas", "Di atas"))


@register.simple_tag
def tiga_pilihan():
    return TIGA


@register.filter
def baris_kuadran(kuadran):
    """Rows of the 3 x 3 for the screen: (hasil, words, [(perilaku, predikat), ...]), best results on top."""

    def isi(hasil, perilaku):
        return kuadran[hasil][perilaku] if hasil in kuadran else kuadran[hasil, perilaku]

    return [(hasil, kata.lower(), [(p, isi(hasil, p)) for p, _ in TIGA]) for hasil, kata in reversed(TIGA)]


@register.filter
def ambil(kamus, kunci):
    """One value of a mapping by its key, or None."""
    return kamus.get(kunci) if kamus else None


@register.filter
def jenis_masukan(kolom):
    """The kind of a field's control: "text", "checkbox", "select" …; a textarea has none."""
    return getattr(kolom.field.widget, "input_type", "")
