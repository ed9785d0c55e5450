"""What a person has to do now, and until when: read from the rows of every app, kept nowhere."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from evaluasi.akses import filling_open, offices_below, offices_headed
from evaluasi.models import Evaluasi, Keberatan, LembarPenilaian, Potongan, Siklus, UmpanBalik
from evaluasi.pilihan import StatusKeberatan, StatusLembar, StatusModerasi, StatusPotongan, Tahap
from evaluasi.rekap import JamKeberatan, belum_berpredikat, jam_keberatan, tahun_menunggu, tertahan_sesudah_terbit
from kinerja.delegasi import diwakili
from kinerja.models import SKP, DialogKinerja, Indikator, Kesepakatan, Periode, PerubahanSKP, Realisasi
from kinerja.pilihan import StatusPerubahan, StatusSKP
from kinerja.rekap import menunggu_persetujuan
from kinerja.usul import usul_pegawai
from mataram_asn.kit.kata import tulis_angka, tulis_batas, tulis_saat, tulis_tanggal
from pegawai.models import LaporanAtasan, Penempatan, PermohonanKode
from pegawai.pilihan import PERANGKAT_DAERAH, StatusLaporanAtasan
from pelatihan import rekap as rekap_pelatihan
from pelatihan.models import Pembinaan, RencanaPelatihan
from pelatihan.pilihan import StatusRencana

#: Stages in which the predikat of an organisation is already waited for; after publication by its head, who is held.
TANPA_PREDIKAT_MENUNGGU = (Tahap.PENILAIAN, Tahap.KALIBRASI, Tahap.TERBIT)


@dataclass(frozen=True)
class Tugas:
    """One thing to do: what, why or until when, where, and the word on its button."""

    ikon: str
    judul: str
    keterangan: str
    tautan: str
    tombol: str = "Buka"


#: What a plan in this state asks of its owner. An approved one asks for realisasi, a submitted one for patience.
TUGAS_SKP = {
    StatusSKP.DRAF: ("pencil-square", "Lengkapi dan ajukan SKP", "SKP Anda masih draf.", "Lengkapi"),
    StatusSKP.DIKEMBALIKAN: ("arrow-return-left", "Perbaiki SKP", "Dikembalikan dengan catatan: {catatan}", "Perbaiki"),
}


def tugas_pegawai(pegawai_id: int, saat) -> list[Tugas]:
    """The employee's own things: the plan, the realisasi of the open period, a new result, a planned training."""
    hari = timezone.localdate(saat)
    skp = SKP.objects.filter(pegawai_id=pegawai_id).pada(hari).first()
    return [
        *_usul(pegawai_id, hari),
        *_skp(skp),
        *_perubahan(pegawai_id),
        *_realisasi(skp, saat),
        *_selesai(skp, saat),
        *_hasil(pegawai_id),
        *tugas_keberatan(pegawai_id),
        *_dialog(pegawai_id, saat),
        *_tanggapan(pegawai_id),
        *_pelatihan(pegawai_id),
    ]


def _usul(pegawai_id: int, hari) -> list[Tugas]:
    """What a changed placement proposes for the plan."""
    tautan = reverse("kinerja:usul-saya")
    return [
        Tugas("signpost-split", satu.judul, satu.langkah, tautan, "Tinjau") for satu in usul_pegawai(pegawai_id, hari)
    ]


def _perubahan(pegawai_id: int) -> list[Tugas]:
    """A revision that waits for its owner."""
    terbuka = PerubahanSKP.objects.terbuka().filter(skp__pegawai=pegawai_id).exclude(status=StatusPerubahan.DIAJUKAN)
    return [
        Tugas(
            "pencil-square",
            "Lengkapi perubahan SKP" if satu.status == StatusPerubahan.DRAF else "Perbaiki perubahan SKP",
            satu.catatan or satu.alasan,
            reverse("kinerja:perubahan-detail", args=[satu.pk]),
            "Lengkapi",
        )
        for satu in terbuka
    ]


def _dialog(pegawai_id: int, saat) -> list[Tugas]:
    """The next dialogue on either side, minutes to confirm, and agreements that are due within a week."""
    dialog = DialogKinerja.objects.berjalan().filter(Q(pegawai=pegawai_id) | Q(atasan=pegawai_id))
    dialog = dialog.select_related("pegawai", "atasan").order_by("waktu")
    return [
        *(_satu_dialog(satu, pegawai_id, saat) for satu in _perlu(dialog, pegawai_id, saat)),
        *_sepakat(pegawai_id, saat),
    ]


def _perlu(dialog, pegawai_id: int, saat) -> list[DialogKinerja]:
    """Those past that one has not confirmed, and the next to come."""
    semua = list(dialog)
    lewat = [
        satu
        for satu in semua
        if satu.waktu <= saat
        and not (satu.pegawai_setuju_pada if satu.pegawai_id == pegawai_id else satu.atasan_setuju_pada)
    ]
    return [*lewat, *[satu for satu in semua if satu.waktu > saat][:1]]


def _satu_dialog(dialog: DialogKinerja, pegawai_id: int, saat) -> Tugas:
    lain = dialog.atasan if dialog.pegawai_id == pegawai_id else dialog.pegawai
    tautan = reverse("kinerja:dialog-detail", args=[dialog.pk])
    if dialog.waktu > saat:
        return Tugas(
            "chat-dots", f"Dialog kinerja dengan {lain}", f"{tulis_saat(dialog.waktu)} di {dialog.tempat}", tautan
        )
    keterangan = f"Dialog {tulis_saat(dialog.waktu)} dengan {lain} menunggu pengesahan Anda."
    return Tugas("chat-dots", "Sahkan risalah dialog kinerja", keterangan, tautan, "Sahkan")


def _sepakat(pegawai_id: int, saat) -> list[Tugas]:
    batas = timezone.localdate(saat) + timedelta(days=7)
    dekat = Kesepakatan.objects.terbuka().filter(penanggung_jawab=pegawai_id, tenggat__lte=batas)
    return [
        Tugas(
            "list-check",
            f"Kesepakatan dialog: {satu}",
            _tenggat(satu.tenggat, timezone.localdate(saat)),
            reverse("kinerja:dialog-detail", args=[satu.dialog_id]),
        )
        for satu in dekat[:3]
    ]


def _tenggat(tanggal, hari) -> str:
    lewat = (hari - tanggal).days
    return f"Tenggat {tulis_tanggal(tanggal)}" + (f", lewat {tulis_angka(lewat)} hari" if lewat > 0 else "")


def _skp(skp) -> list[Tugas]:
    if skp is None:
        baru = reverse("kinerja:skp-buat")
        return [
            Tugas("file-earmark-plus", "Susun SKP tahun ini", "Anda belum mempunyai SKP yang berlaku.", baru, "Susun")
        ]
    if skp.status not in TUGAS_SKP:
        return []
    ikon, judul, keterangan, tombol = TUGAS_SKP[skp.status]
    alamat = reverse("kinerja:skp-detail", args=[skp.pk])
    return [Tugas(ikon, judul, keterangan.format(catatan=skp.catatan), alamat, tombol)]


def _realisasi(skp, saat) -> list[Tugas]:
    """Indicators of the approved plan that have no realisasi yet in the open periods that meet it."""
    if skp is None or skp.status != StatusSKP.DISETUJUI:
        return []
    terbuka = Periode.objects.terbuka(saat).filter(mulai__lte=skp.selesai, selesai__gte=skp.mulai, siklus__dibuka=True)
    return [tugas for periode in terbuka.distinct() for tugas in _realisasi_periode(skp, periode)]


def _belum_terisi(skp, periode):
    """The texts of the plan's indicators without a realisasi in that period."""
    terisi = Realisasi.objects.filter(indikator=OuterRef("pk"), periode=periode)
    return Indikator.objects.filter(~Exists(terisi), hasil__skp=skp).values_list("uraian", flat=True)


def _selesai(skp, saat) -> list[Tugas]:
    """Where every indicator is filled in, what is left is to say so: from then on lateness is not the person's."""
    if skp is None:
        return []
    lembar = LembarPenilaian.objects.filter(skp=skp, sisi_pegawai_pada__isnull=True)
    lembar = lembar.exclude(siklus__tahap=Tahap.FINAL).select_related("siklus__periode", "skp")
    siap = [
        satu for satu in lembar if filling_open(satu, saat) and not _belum_terisi(skp, satu.siklus.periode).exists()
    ]
    return [
        Tugas(
            "check2-square",
            f"Nyatakan selesai mengisi {satu.siklus}",
            "Semua indikator terisi. Sesudah menyatakan selesai, keterlambatan bukan dari Anda.",
            reverse("evaluasi:sementara", args=[satu.pk]),
            "Nyatakan",
        )
        for satu in siap
    ]


def _realisasi_periode(skp, periode) -> list[Tugas]:
    kurang = list(_belum_terisi(skp, periode))
    if not kurang:
        return []
    judul = f"Isi realisasi {periode.nama}: {tulis_angka(len(kurang))} indikator"
    keterangan = f"{kurang[0]}{' dan lainnya' if len(kurang) > 1 else ''} · sampai {tulis_batas(periode.isi_sampai)}"
    return [Tugas("file-earmark-arrow-up", judul, keterangan, reverse("kinerja:realisasi", args=[skp.pk]), "Isi")]


def _hasil(pegawai_id) -> list[Tugas]:
    """A result in its objection window that the person has not answered, one held back, and what was decided anew."""
    lembar = LembarPenilaian.objects.milik(pegawai_id).filter(
        siklus__tahap=Tahap.TERBIT, status=StatusLembar.TERTAHAN, evaluasi__isnull=True
    )
    tertahan = [(satu, tertahan_sesudah_terbit(satu)) for satu in lembar.select_related("siklus")]
    return [
        *(_satu_tertahan(satu, menunggu.value) for satu, menunggu in tertahan if menunggu),
        *map(_satu_hasil, _belum_dijawab(pegawai_id)),
    ]


def _satu_tertahan(lembar: LembarPenilaian, sebab: str) -> Tugas:
    tautan = reverse("evaluasi:sementara", args=[lembar.pk])
    kalimat = f"{sebab[0].upper()}{sebab[1:]}. Tidak ada yang perlu Anda lakukan."
    return Tugas("hourglass-split", f"Hasil {lembar.siklus} Anda tertahan", kalimat, tautan, "Baca")


def _belum_dijawab(pegawai_id) -> list[tuple[Evaluasi, JamKeberatan]]:
    """Results that may still be contested, with their clock; accepted and contested ones are answered."""
    terbit = (
        Evaluasi.objects.berlaku()
        .filter(pegawai_id=pegawai_id, siklus__tahap=Tahap.TERBIT, keberatan__isnull=True)
        .filter(dari_keberatan__isnull=True)
        .select_related("siklus__ketentuan")
    )
    saat = timezone.now()
    jam = [(satu, jam_keberatan(satu, saat)) for satu in terbit]
    return [(satu, waktu) for satu, waktu in jam if saat < waktu.batas]


def _satu_hasil(pasangan) -> Tugas:
    evaluasi, jam = pasangan
    return Tugas(
        "award",
        f"Hasil {evaluasi.siklus.nama} sudah terbit",
        f"Predikat {evaluasi.get_predikat_display()}. Baca dari mana angkanya, lalu terima; "
        f"keberatan sampai {tulis_batas(jam.batas)}.",
        reverse("evaluasi:hasil-detail", args=[evaluasi.pk]),
        "Baca",
    )


#: What an objection asks of each side: (field of Keberatan, state, title, text, button).
SISI_KEBERATAN = (
    ("pegawai", StatusKeberatan.PEMERIKSAAN, "Beri keterangan atas keberatan Anda", "Beri keterangan"),
    ("penilai", StatusKeberatan.PEMERIKSAAN, "Beri keterangan atas keberatan bawahan", "Beri keterangan"),
    ("pemeriksa", StatusKeberatan.KEBERATAN, "Mulai memeriksa keberatan", "Periksa"),
    ("pemeriksa", StatusKeberatan.PEMERIKSAAN, "Putuskan keberatan", "Putuskan"),
)


def tugas_keberatan(pegawai_id: int, sisi=("pegawai",)) -> list[Tugas]:
    """The objections that wait for this person on these sides; who has spoken waits for the decision."""
    hasil = []
    for bidang, status, judul, tombol in SISI_KEBERATAN:
        if bidang not in sisi:
            continue
        baris = Keberatan.objects.filter(**{bidang: pegawai_id}, status=status).select_related("pegawai")
        if bidang != "pemeriksa":
            baris = baris.exclude(keterangan__pihak=bidang).filter(kesempatan_sampai__gt=timezone.now())
        for satu in baris.order_by("pk")[:3]:
            batas = satu.putus_sebelum if bidang == "pemeriksa" else satu.kesempatan_sampai
            keterangan = f"{satu.nomor} · {satu.pegawai}" + (f" · sampai {tulis_batas(batas)}" if batas else "")
            tautan = reverse("evaluasi:keberatan-detail", args=[satu.pk])
            hasil.append(Tugas("chat-left-text", judul, keterangan, tautan, tombol))
    return hasil


def _tanggapan(pegawai_id) -> list[Tugas]:
    """Coaching checks that the person has not answered."""
    berjalan = Pembinaan.objects.filter(pegawai=pegawai_id, catatan__tanggapan="").berjalan().distinct()
    return [
        Tugas(
            "person-heart",
            "Tanggapi pemeriksaan pembinaan",
            f"Catatan {satu.atasan} menunggu tanggapan Anda.",
            reverse("pelatihan:pembinaan", args=[satu.pk]),
            "Tanggapi",
        )
        for satu in berjalan.select_related("atasan")
    ]


def _pelatihan(pegawai_id) -> list[Tugas]:
    rencana = RencanaPelatihan.objects.filter(pegawai_id=pegawai_id, status=StatusRencana.DIRENCANAKAN)
    satu = rencana.select_related("pelatihan").first()
    if satu is None:
        return []
    return [Tugas("mortarboard", f"Ikuti {satu.pelatihan.nama}", satu.sebab, reverse("pelatihan:saya"), "Lihat")]


def tugas_wakil(pegawai_id: int, hari) -> list[Tugas]:
    """What waits for somebody who stands in for an atasan who is away."""
    atasan = diwakili(pegawai_id, hari, persetujuan=True)
    skp = menunggu_persetujuan(pegawai_id, hari).filter(penilai__in=atasan).count() if atasan else 0
    if not skp:
        return []
    judul = f"{tulis_angka(skp)} SKP menunggu Anda sebagai wakil"
    return [Tugas("person-check", judul, "Didelegasikan atasan yang berhalangan.", reverse("kinerja:persetujuan"))]


def tugas_atasan(pegawai_id: int) -> list[Tugas]:
    """What waits for the atasan: plans and revisions to approve, people to score."""
    skp = SKP.objects.filter(penilai_id=pegawai_id, status=StatusSKP.DIAJUKAN).count()
    perubahan = PerubahanSKP.objects.filter(skp__penilai=pegawai_id, status=StatusPerubahan.DIAJUKAN).count()
    lembar = LembarPenilaian.objects.untuk_penilai(pegawai_id).menunggu_penilai()
    tertahan = lembar.filter(siklus__tahap=Tahap.TERBIT).count()
    lembar = lembar.count() - tertahan
    calon = (
        (
            skp,
            "check2-square",
            "{n} SKP menunggu persetujuan Anda",
            "Setujui atau kembalikan dengan catatan.",
            "kinerja:persetujuan",
        ),
        (
            perubahan,
            "pencil-square",
            "{n} perubahan SKP menunggu persetujuan Anda",
            "Baca yang berubah, lalu setujui atau kembalikan.",
            "kinerja:persetujuan",
        ),
        (
            tertahan,
            "hourglass-split",
            "Hasil {n} bawahan tertahan menunggu penilaian Anda",
            "Hasil yang lain sudah terbit. Lengkapi penilaiannya supaya hasil mereka menyusul.",
            "evaluasi:bawahan",
        ),
        (
            lembar,
            "people",
            "{n} bawahan belum Anda nilai",
            "Isi hanya yang berbeda dari usul sistem.",
            "evaluasi:bawahan",
        ),
    )
    keberatan = tugas_keberatan(pegawai_id, ("penilai", "pemeriksa"))
    tahun = (
        len(tahun_menunggu(pegawai_id)),
        "calendar-check",
        "{n} predikat setahun menunggu Anda tetapkan",
        "Pegawai itu mempunyai beberapa bagian tahun.",
        "evaluasi:tahun-list",
    )
    return [*_berisi((*calon, tahun)), *keberatan, *_kalibrasi(pegawai_id), *_pembinaan(pegawai_id)]


def _kalibrasi(pegawai_id: int) -> list[Tugas]:
    """The head of an office reads its curve while there is time."""
    memimpin = Penempatan.objects.filter(pegawai_id=pegawai_id, jabatan__kepala_unit=True)
    memimpin = memimpin.filter(jabatan__unit__jenis__in=PERANGKAT_DAERAH).berlaku_pada(timezone.localdate())
    if not memimpin.exists():
        return []
    siklus = Siklus.objects.filter(tahap=Tahap.KALIBRASI).prefetch_related("jadwal")
    return [_satu_kalibrasi(satu) for satu in siklus]


def _satu_kalibrasi(siklus: Siklus) -> Tugas:
    terbit = next(satu.mulai for satu in siklus.jadwal.all() if satu.tahap == Tahap.TERBIT)
    keterangan = f"Sebaran sementara di samping pola · sampai {tulis_batas(terbit)}"
    alamat = reverse("evaluasi:kalibrasi-list", args=[siklus.pk])
    return Tugas("sliders", f"Kalibrasi {siklus.nama}", keterangan, alamat, "Baca")


def _pembinaan(pegawai_id: int) -> list[Tugas]:
    """Whose result calls for coaching, and the checks of the plans that run."""
    hari = timezone.localdate()
    belum = len(rekap_pelatihan.belum_dibina(pegawai_id, hari))
    calon = (
        (
            belum,
            "person-heart",
            "{n} bawahan belum mempunyai rencana pembinaan",
            "Hasil terakhirnya di bawah ekspektasi. Susun bersama pegawainya.",
            "pelatihan:pembinaan-list",
        ),
    )
    berjalan = Pembinaan.objects.filter(atasan=pegawai_id).berjalan().select_related("pegawai")
    berjalan = list(berjalan.prefetch_related("catatan"))
    tiap = rekap_pelatihan.ketentuan_pembinaan(hari).tiap_bulan if berjalan else 1
    tempo = [satu for satu in berjalan if rekap_pelatihan.tempo_terbuka(satu, hari, tiap)]
    return _berisi(calon) + [
        Tugas(
            "person-heart",
            "Catat pemeriksaan pembinaan",
            str(satu.pegawai),
            reverse("pelatihan:pembinaan", args=[satu.pk]),
            "Catat",
        )
        for satu in tempo[:3]
    ]


def tugas_bkpsdm() -> list[Tugas]:
    """What waits for the city's HR."""
    laporan = LaporanAtasan.objects.filter(status=StatusLaporanAtasan.DILAPORKAN).count()
    karantina = Potongan.objects.filter(status=StatusPotongan.KARANTINA).count()
    keberatan = Keberatan.objects.terbuka()
    tanpa_pemeriksa = keberatan.filter(pemeriksa__isnull=True).count()
    lewat = keberatan.filter(putus_sebelum__lte=timezone.now()).count()
    moderasi = UmpanBalik.objects.filter(moderasi=StatusModerasi.MENUNGGU).count()
    calon = (
        (
            laporan,
            "person-x",
            "{n} pegawai melaporkan atasan yang keliru",
            "Perbaiki atau jelaskan.",
            "pegawai:laporan-atasan-list",
        ),
        (
            PermohonanKode.objects.terbuka(timezone.now()).count(),
            "key",
            "{n} permohonan kode masuk menunggu petugas kedua",
            "Pastikan pemilik akun sendiri yang meminta.",
            "pegawai:kode-list",
        ),
        (
            tanpa_pemeriksa,
            "person-gear",
            "{n} keberatan belum mempunyai pemeriksa",
            "Penilainya tidak mempunyai atasan: tunjuk pemeriksa beserta dasarnya.",
            "evaluasi:keberatan-list",
        ),
        (
            lewat,
            "alarm",
            "{n} keberatan melewati tenggat putusan",
            "Ingatkan pemeriksanya.",
            "evaluasi:keberatan-list",
        ),
        (
            karantina,
            "exclamation-octagon",
            "{n} potongan pekerjaan dikarantina",
            "Yang lain tetap berjalan.",
            "evaluasi:siklus-list",
        ),
        (
            moderasi,
            "shield-check",
            "{n} tulisan warga menunggu moderasi",
            "Belum terlihat petugas.",
            "evaluasi:moderasi",
        ),
    )
    return [*_berisi(calon), *_predikat_organisasi()]


def tugas_tingkat_atas(user, hari) -> list[Tugas]:
    """What waits for the level above the heads of offices: the predikat of each organisation comes first."""
    di_bawah = offices_below(user, hari) - offices_headed(user, hari)
    return _predikat_organisasi(di_bawah) if di_bawah else []


def _predikat_organisasi(unit_ids=None) -> list[Tugas]:
    """Offices of the running siklus without the predikat that their heads' results wait for; `unit_ids` keeps these."""
    siklus = Siklus.objects.berjalan().filter(tahap__in=TANPA_PREDIKAT_MENUNGGU).select_related("periode").last()
    n = belum_berpredikat(siklus, timezone.localdate(), unit_ids) if siklus else 0
    if not n:
        return []
    judul = f"{tulis_angka(n)} perangkat daerah belum mempunyai predikat organisasi"
    alamat = f"{reverse('evaluasi:siklus-organisasi', args=[siklus.pk])}?keadaan=belum"
    return [Tugas("building", judul, f"Hasil pimpinannya pada {siklus.nama} menunggu.", alamat, "Tetapkan")]


def _berisi(calon) -> list[Tugas]:
    return [
        Tugas(ikon, judul.format(n=tulis_angka(n)), keterangan, reverse(alamat))
        for n, ikon, judul, keterangan, alamat in calon
        if n
    ]
