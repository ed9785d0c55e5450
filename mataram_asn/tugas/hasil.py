"""What a result asks of a person: to read, to answer, to speak, to learn."""

from django.urls import reverse
from django.utils import timezone

from evaluasi.models import Evaluasi, Keberatan, LembarPenilaian
from evaluasi.pilihan import StatusKeberatan, StatusLembar, Tahap
from evaluasi.rekap import JamKeberatan, jam_keberatan, tertahan_sesudah_terbit
from mataram_asn.kit.kata import tulis_batas
from pelatihan.models import Pembinaan, RencanaPelatihan
from pelatihan.pilihan import StatusRencana

from .dasar import Tugas


def hasil_baru(pegawai_id) -> list[Tugas]:
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


def tanggapan_pembinaan(pegawai_id) -> list[Tugas]:
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


def pelatihan_direncanakan(pegawai_id) -> list[Tugas]:
    rencana = RencanaPelatihan.objects.filter(pegawai_id=pegawai_id, status=StatusRencana.DIRENCANAKAN)
    satu = rencana.select_related("pelatihan").first()
    if satu is None:
        return []
    return [Tugas("mortarboard", f"Ikuti {satu.pelatihan.nama}", satu.sebab, reverse("pelatihan:saya"), "Lihat")]
