"""The menu by role and the running siklus in the header: what every page of the frame needs."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from evaluasi.models import LembarPenilaian, Siklus
from kinerja.models import SKP
from kinerja.pilihan import StatusSKP
from mataram_asn.kit.kata import tulis_batas
from mataram_asn.kit.models import Surat

from .peran import Kedudukan, kedudukan


@dataclass(frozen=True)
class Butir:
    """One entry of the menu; `jumlah` waits for the person, None shows no badge."""

    label: str
    ikon: str
    url: str
    aktif: bool = False
    jumlah: int | None = None


#: (label, icon, url name, who, what waits). The first four also stand in the bottom bar of a phone.
BUTIR = (
    ("Beranda", "house", "beranda", lambda k: True, None),
    ("Siklus", "arrow-repeat", "evaluasi:siklus-list", lambda k: k.bkpsdm or k.auditor, None),
    ("Bawahan saya", "people", "evaluasi:bawahan", lambda k: k.atasan, "menunggu_dinilai"),
    ("SKP saya", "list-check", "kinerja:skp-list", lambda k: k.pegawai, None),
    ("Hasil saya", "award", "evaluasi:hasil-saya", lambda k: k.pegawai, None),
    ("Pelatihan", "mortarboard", "pelatihan:saya", lambda k: k.pegawai, None),
    ("Persetujuan SKP", "check2-square", "kinerja:persetujuan", lambda k: k.atasan, "menunggu_disetujui"),
    ("Pegawai", "person-vcard", "pegawai:pegawai-list", lambda k: k.bkpsdm or k.auditor or k.pengelola, None),
    ("Peta jabatan", "diagram-3", "pegawai:peta-jabatan", lambda k: k.bkpsdm or k.auditor, None),
    ("Talenta", "stars", "talenta:beranda", lambda k: k.bkpsdm or k.auditor, None),
    ("Umpan balik", "chat-square-heart", "evaluasi:umpan-balik", lambda k: k.bkpsdm, None),
    ("Impor data", "file-earmark-arrow-up", "pegawai:impor-list", lambda k: k.bkpsdm, None),
    ("Capaian kota", "graph-up", "kinerja:iku-list", lambda k: not k.bkpsdm, None),
    ("Panel admin", "gear", "admin:index", lambda k: k.admin, None),
)
MAKS_BUTIR = 7


def menu(request) -> dict:
    """Context processor: `menu` (at most seven entries), `siklus_berjalan` and the letters that wait."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    siapa = kedudukan(request.user)
    utama = daftar_butir(siapa, request.path)
    return {
        "menu": utama,
        "siklus_berjalan": siklus_di_kepala(timezone.now()),
        "surat_belum": Surat.objects.visible_to(request.user).belum_dibaca().count(),
        "peran_teks": peran_teks(siapa),
        "menu_lain": menu_lain(siapa, utama, request.path),
        "kedudukan": siapa,
    }


def daftar_butir(siapa: Kedudukan, jalur: str) -> list[Butir]:
    """The entries of this person, the present page marked."""
    butir = [
        Butir(label, ikon, reverse(nama), _aktif(reverse(nama), jalur), _menunggu(siapa, tunggu))
        for label, ikon, nama, untuk, tunggu in BUTIR
        if untuk(siapa)
    ]
    return butir[:MAKS_BUTIR]


#: (words, who), the first that fits stands under the name.
PERAN_TEKS = (
    ("BKPSDM", lambda k: k.bkpsdm),
    ("Auditor", lambda k: k.auditor),
    ("Admin sistem", lambda k: k.admin),
    ("Pengelola unit", lambda k: k.pengelola),
    ("Pejabat penilai", lambda k: k.atasan and not k.pegawai),
    ("Atasan", lambda k: k.atasan),
    ("Pegawai", lambda k: k.pegawai),
)


def peran_teks(siapa: Kedudukan) -> str:
    """The role in words."""
    return next((kata for kata, cocok in PERAN_TEKS if cocok(siapa)), "")


#: Every page that stands beside the seven of the menu, by subject: (group, its entries) as in BUTIR without the
#: last. One list, so a page that nothing else links is still one click away from everywhere.
BUTIR_LAIN = (
    (
        "Milik saya",
        (
            ("Profil saya", "person", "pegawai:profil", lambda k: k.pegawai_id),
            ("Kalender", "calendar3", "kalender", lambda k: True),
            ("Bukti saya", "paperclip", "kinerja:bukti-list", lambda k: k.pegawai),
            ("Perubahan jabatan", "signpost-split", "kinerja:usul-saya", lambda k: k.pegawai),
            ("Umpan balik saya", "chat-square-heart", "evaluasi:umpan-balik-saya", lambda k: k.pegawai),
            ("Karier saya", "signpost", "talenta:karier-saya", lambda k: k.pegawai),
            ("Angka kredit saya", "calculator", "talenta:angka-kredit-saya", lambda k: k.pegawai),
        ),
    ),
    (
        "Rencana dan capaian",
        (
            ("Dialog kinerja", "chat-dots", "kinerja:dialog-list", lambda k: k.pegawai or k.atasan),
            ("Pendelegasian", "person-check", "kinerja:delegasi-list", lambda k: k.atasan),
            ("Tim kerja", "people", "kinerja:tim-list", lambda k: True),
            ("Capaian kota", "graph-up", "kinerja:iku-list", lambda k: True),
            ("Pustaka hasil kerja", "journal-text", "kinerja:pustaka-list", lambda k: k.bkpsdm),
            ("Impor SKP", "file-earmark-arrow-up", "kinerja:berkas-list", lambda k: k.bkpsdm or k.pengelola),
            (
                "Usul perubahan jabatan",
                "signpost-split",
                "kinerja:usul-list",
                lambda k: k.bkpsdm or k.auditor or k.pengelola,
            ),
        ),
    ),
    (
        "Penilaian dan surat resmi",
        (
            ("Dokumen", "file-earmark-pdf", "evaluasi:dokumen-list", lambda k: True),
            ("Keberatan", "chat-left-text", "evaluasi:keberatan-list", lambda k: k.bkpsdm or k.auditor or k.atasan),
            ("Predikat setahun", "calendar-range", "evaluasi:tahun-list", lambda k: k.bkpsdm or k.auditor or k.atasan),
            ("Simulasi ketentuan", "sliders", "evaluasi:andai-list", lambda k: k.bkpsdm),
            ("Konfirmasi bobot", "check2-circle", "evaluasi:konfirmasi-list", lambda k: k.bkpsdm or k.pengelola),
            ("Tautan umpan balik", "qr-code", "evaluasi:token", lambda k: k.bkpsdm or k.pengelola),
            ("Ketentuan", "journal-check", "pegawai:ketentuan-list", lambda k: True),
        ),
    ),
    (
        "Pengembangan",
        (
            ("Apresiasi", "award", "talenta:apresiasi", lambda k: True),
            ("Angka kredit", "calculator", "talenta:angka-kredit-list", lambda k: k.bkpsdm or k.auditor),
            ("Pembinaan", "person-heart", "pelatihan:pembinaan-list", lambda k: k.bkpsdm or k.atasan),
            ("Pelatihan bawahan", "mortarboard", "pelatihan:bawahan", lambda k: k.atasan),
            ("Rencana pelatihan", "calendar-check", "pelatihan:rencana-list", lambda k: k.bkpsdm or k.pengelola),
            ("Katalog pelatihan", "journal-text", "pelatihan:katalog", lambda k: True),
        ),
    ),
    (
        "Data kepegawaian",
        (
            ("Organisasi", "diagram-2", "pegawai:organisasi", lambda k: True),
            ("Status dinas", "calendar2-week", "pegawai:status-list", lambda k: k.bkpsdm or k.auditor or k.pengelola),
            ("Impor data", "file-earmark-arrow-up", "pegawai:impor-list", lambda k: k.bkpsdm),
            ("Pertukaran SIASN", "arrow-left-right", "pertukaran", lambda k: k.bkpsdm or k.auditor),
            ("Laporan atasan", "person-x", "pegawai:laporan-atasan-list", lambda k: k.bkpsdm),
            ("Permohonan kode", "key", "pegawai:kode-list", lambda k: k.bkpsdm),
            ("Peran", "person-badge", "pegawai:peran-list", lambda k: k.bkpsdm or k.auditor or k.admin),
            ("Jejak audit", "clock-history", "audit-list", lambda k: k.auditor),
            ("Panel admin", "gear", "admin:index", lambda k: k.admin),
        ),
    ),
)


@dataclass(frozen=True)
class Kelompok:
    """Entries of one subject in the list "Menu lain"."""

    nama: str
    butir: list[Butir]


def menu_lain(siapa: Kedudukan, utama: list[Butir], jalur: str) -> list[Kelompok]:
    """What this person may open beside `utama`, by subject; a subject without entries is left out."""
    sudah = {butir.url for butir in utama}
    kelompok = [Kelompok(nama, _boleh_dibuka(isi, siapa, sudah, jalur)) for nama, isi in BUTIR_LAIN]
    return [satu for satu in kelompok if satu.butir]


def _boleh_dibuka(isi, siapa: Kedudukan, sudah: set[str], jalur: str) -> list[Butir]:
    semua = ((label, ikon, reverse(nama)) for label, ikon, nama, untuk in isi if untuk(siapa))
    return [Butir(label, ikon, url, jalur == url) for label, ikon, url in semua if url not in sudah]


def _aktif(url: str, jalur: str) -> bool:
    return jalur == url if url == "/" else jalur.startswith(url)


def _menunggu(siapa: Kedudukan, apa: str | None) -> int | None:
    return (TUNGGU[apa](siapa.pegawai_id) or None) if apa else None


#: What waits for a person: each one indexed count.
TUNGGU = {
    "menunggu_dinilai": lambda pk: LembarPenilaian.objects.untuk_penilai(pk).menunggu_penilai().count(),
    "menunggu_disetujui": lambda pk: SKP.objects.filter(penilai_id=pk, status=StatusSKP.DIAJUKAN).count(),
}


def siklus_di_kepala(saat) -> dict | None:
    """The running siklus for the header: name, stage, and how long the stage still lasts."""
    siklus = Siklus.objects.berjalan().prefetch_related("jadwal").order_by("periode__selesai").last()
    if siklus is None:
        return None
    berikut = next((jadwal for jadwal in siklus.jadwal.all() if jadwal.mulai > saat), None)
    return {
        "nama": siklus.nama,
        "url": reverse("evaluasi:siklus-detail", args=[siklus.pk]),
        "tahap": siklus.get_tahap_display(),
        "sisa": _sisa(berikut.mulai, saat) if berikut else "",
        "sampai": tulis_batas(berikut.mulai) if berikut else "",
    }


def _sisa(batas, saat) -> str:
    """Whole days left, or hours on the last day."""
    selisih = batas - saat
    return f"sisa {selisih.days} hari" if selisih.days else f"sisa {selisih.seconds // 3600} jam"
