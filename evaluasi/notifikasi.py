"""The letters about a siklus: built here and put into the outbox; the actions decide whether."""

from django.urls import reverse

from kinerja.pilihan import KegiatanPeriode
from mataram_asn.kit.kata import tulis_angka, tulis_batas, tulis_saat
from mataram_asn.kit.lonceng import bunyikan
from mataram_asn.kit.models import CatatanAudit
from mataram_asn.kit.surat import IsiSurat, antrekan
from pegawai.models import Pegawai, Pengguna
from pegawai.pilihan import Peran

from .models import Evaluasi, EvaluasiTahunan, Kalibrasi, Keberatan, LembarPenilaian, Potongan, Siklus
from .pilihan import ApaSiklus, StatusPermohonan

TUGAS_KIRIM = "mataram_asn.tasks.kirim_surat"


def _antre(surat: list[IsiSurat], saat) -> int:
    if not surat:
        return 0
    banyak = antrekan(surat, saat=saat)
    bunyikan(TUGAS_KIRIM)
    return banyak


def _akun(pegawai_ids) -> dict[int, int]:
    """The account of each of these people; who has none, or whose account is closed, gets no letter."""
    aktif = Pegawai.objects.filter(pk__in=pegawai_ids, pengguna__is_active=True)
    return dict(aktif.values_list("pk", "pengguna_id"))


def queue_results(siklus: Siklus, evaluasi: list[Evaluasi], *, final: bool, saat) -> int:
    """Tell people that their result is there, or that it is final; no figure stands in the letter."""
    akun = _akun({satu.pegawai_id for satu in evaluasi})
    jenis, judul, isi = _kata_hasil(siklus, final)
    return _antre(
        [
            IsiSurat(
                f"siklus:{siklus.pk}:{satu.pk}:{jenis}",
                akun[satu.pegawai_id],
                judul,
                isi,
                reverse("evaluasi:hasil-detail", args=[satu.pk]),
            )
            for satu in evaluasi
            if satu.pegawai_id in akun
        ],
        saat,
    )


def _kata_hasil(siklus: Siklus, final: bool) -> tuple[str, str, str]:
    if final:
        return "final", f"Hasil {siklus.nama} final", f"Hasil penilaian kinerja Anda pada {siklus.nama} kini final."
    isi = (
        f"Hasil penilaian kinerja Anda pada {siklus.nama} sudah terbit. "
        "Setiap angkanya dapat Anda buka sampai ke sumbernya."
    )
    return "terbit", f"Hasil {siklus.nama} terbit", isi


def queue_objection(keberatan: Keberatan, *, saat) -> int:
    """Tell the assessor and the examiner that an objection has come; without an examiner, BKPSDM names one."""
    surat = [
        (keberatan.penilai_id, "penilai", "Ada keberatan atas penilaian Anda",
         "Anda akan diminta memberi keterangan. Angka yang dikeberatani dapat Anda baca sekarang."),
        (keberatan.pemeriksa_id, "pemeriksa", "Keberatan menunggu pemeriksaan Anda",
         "Anda atasan pejabat penilainya: dengarkan kedua pihak, lalu putuskan setiap angka."),
    ]  # fmt: skip
    banyak = _surat_keberatan(keberatan, [satu for satu in surat if satu[0]], saat)
    return banyak if keberatan.pemeriksa_id else banyak + _minta_pemeriksa(keberatan, saat)


def _minta_pemeriksa(keberatan: Keberatan, saat) -> int:
    bkpsdm = Pengguna.objects.filter(groups__name=Peran.BKPSDM, is_active=True)
    isi = "Pejabat penilainya tidak mempunyai atasan di sistem ini. Tunjuk pemeriksa beserta dasarnya."
    tautan = reverse("evaluasi:keberatan-detail", args=[keberatan.pk])
    return _antre(
        [
            IsiSurat(
                f"keberatan:{keberatan.pk}:tunjuk:{satu.pk}", satu.pk, "Keberatan memerlukan pemeriksa", isi, tautan
            )
            for satu in bkpsdm
        ],
        saat,
    )


def queue_examiner(keberatan: Keberatan, *, saat) -> int:
    """Tell who was named examiner."""
    isi = "BKPSDM menunjuk Anda sebagai pemeriksa: dengarkan kedua pihak, lalu putuskan setiap angka."
    surat = [(keberatan.pemeriksa_id, "ditunjuk", "Anda ditunjuk memeriksa keberatan", isi)]
    return _surat_keberatan(keberatan, surat, saat)


def queue_hearing(keberatan: Keberatan, *, saat) -> int:
    """Tell both sides until when they may speak."""
    isi = f"Sampaikan keterangan Anda sampai {tulis_batas(keberatan.kesempatan_sampai)}; sesudah itu dapat diputus."
    judul = f"Keterangan Anda diminta dalam {keberatan.nomor}"
    surat = [(pk, f"dengar-{pk}", judul, isi) for pk in (keberatan.pegawai_id, keberatan.penilai_id)]
    return _surat_keberatan(keberatan, surat, saat)


def queue_decision(keberatan: Keberatan, *, saat) -> int:
    """Tell both sides that it is decided; no figure stands in the letter."""
    isi = f"{keberatan.nomor}: {keberatan.get_status_display().lower()}. Putusan setiap angka dan pertimbangannya "
    isi += "dapat Anda baca; putusan ini final."
    siapa = (keberatan.pegawai_id, keberatan.penilai_id)
    return _surat_keberatan(keberatan, [(pk, f"putus-{pk}", "Keberatan sudah diputus", isi) for pk in siapa], saat)


def _surat_keberatan(keberatan: Keberatan, surat, saat) -> int:
    """Letters as (person, kind, title, text) about one objection; who has no account gets none."""
    akun = _akun([pk for pk, *_ in surat])
    tautan = reverse("evaluasi:keberatan-detail", args=[keberatan.pk])
    return _antre(
        [
            IsiSurat(f"keberatan:{keberatan.pk}:{jenis}", akun[pk], judul, isi, tautan)
            for pk, jenis, judul, isi in surat
            if pk in akun
        ],
        saat,
    )


def queue_fill_reminders(siklus: Siklus, pegawai_ids, hari: int, batas, *, saat) -> int:
    """Remind people to finish realisasi and evidence."""
    isi = (
        f"Isi realisasi dan bukti dukung {siklus.nama} ditutup {tulis_saat(batas)}. "
        "Yang sudah tersimpan tetap tersimpan."
    )
    return _ingatkan(
        siklus, pegawai_ids, f"isi-{hari}-{batas:%y%m%d}", f"Isi bukti: {_sisa(hari)}", isi, "kinerja:skp-list", saat
    )


def queue_score_reminders(siklus: Siklus, penilai_ids, hari: int, batas, *, saat) -> int:
    """Remind assessors of the sheets that wait for them."""
    isi = f"Masih ada pegawai yang menunggu penilaian Anda pada {siklus.nama}. Penilaian ditutup {tulis_saat(batas)}."
    return _ingatkan(
        siklus, penilai_ids, f"nilai-{hari}-{batas:%y%m%d}", f"Penilaian: {_sisa(hari)}", isi, "evaluasi:bawahan", saat
    )


def _sisa(hari: int) -> str:
    return f"sisa {hari} hari" if hari else "hari terakhir"


def queue_calibrated(kalibrasi: Kalibrasi, *, saat) -> int:
    """Tell the assessor that a rating of theirs was changed in calibration, or that the change was taken back."""
    lembar = kalibrasi.lembar
    apa = "Perubahan dalam kalibrasi dicabut" if kalibrasi.mencabut_id else "Rating diubah dalam kalibrasi"
    isi = f"{lembar.pegawai}, {lembar.siklus}: rating dan alasannya dapat Anda baca pada lembar penilaian."
    return _kepada_penilai(lembar, f"kalibrasi-{kalibrasi.pk}", apa, isi, saat)


def queue_change_asked(lembar: LembarPenilaian, catatan: CatatanAudit, pesan: str, *, saat) -> int:
    """Ask the assessor to look at a sheet again, in the words of who calibrates."""
    isi = f"{lembar.pegawai}, {lembar.siklus}: “{pesan}” Anda yang memutuskan; lembarnya masih dapat diubah."
    return _kepada_penilai(lembar, f"minta-{catatan.pk}", "Mohon baca kembali satu penilaian", isi, saat)


def _kepada_penilai(lembar: LembarPenilaian, jenis: str, judul: str, isi: str, saat) -> int:
    kunci, tautan = (
        f"siklus:{lembar.siklus_id}:{lembar.penilai_id}:{jenis}",
        reverse("evaluasi:nilai", args=[lembar.pk]),
    )
    akun = _akun({lembar.penilai_id})
    return _antre([IsiSurat(kunci, pengguna, judul, isi, tautan) for pengguna in akun.values()], saat)


def queue_held(siklus: Siklus, penilai_ids, *, saat) -> int:
    """Tell assessors that people they did not score in time are held back."""
    isi = (
        f"Masa penilaian {siklus.nama} berakhir, dan hasil sebagian bawahan Anda tertahan karena penilaiannya belum "
        "ada atau belum lengkap. Mereka masih dapat Anda nilai. Atasan Anda diberi tahu bila belum juga dinilai."
    )
    return _ingatkan(siklus, penilai_ids, "tertahan", "Penilaian bawahan Anda tertahan", isi, "evaluasi:bawahan", saat)


def _ingatkan(siklus, pegawai_ids, jenis: str, judul: str, isi: str, halaman: str, saat) -> int:
    """One letter a person and kind, whoever asks for it and however often."""
    akun, tautan = _akun(pegawai_ids), reverse(halaman)
    return _antre(
        [IsiSurat(f"siklus:{siklus.pk}:{pk}:{jenis}", akun[pk], judul, isi, tautan) for pk in sorted(akun)], saat
    )


def queue_escalations(siklus: Siklus, atasan_penilai: dict[int, int], tingkat: int, *, saat) -> int:
    """Tell the superior of each assessor (assessor -> superior) who holds up whom; at level 2 they may score."""
    akun = _akun(atasan_penilai.values())
    nama = dict(Pegawai.objects.filter(pk__in=atasan_penilai).values_list("pk", "nama"))
    lanjut = "Anda kini dapat menilai mereka sendiri." if tingkat == 2 else "Mohon dorong penyelesaiannya."
    surat = [
        IsiSurat(
            f"siklus:{siklus.pk}:{penilai}:eskalasi-{tingkat}",
            akun[atasan],
            f"Penilaian tertahan pada {nama[penilai]}",
            f"{nama[penilai]} belum menilai sebagian bawahannya pada {siklus.nama}. {lanjut}",
            reverse("evaluasi:siklus-papan", args=[siklus.pk]),
        )
        for penilai, atasan in sorted(atasan_penilai.items())
        if atasan in akun
    ]
    return _antre(surat, saat)


def queue_quarantine(potongan: Potongan, *, saat) -> int:
    """Tell BKPSDM that a chunk stopped after its last attempt; one letter a step, however many chunks."""
    siklus = potongan.siklus
    bkpsdm = Pengguna.objects.filter(groups__name=Peran.BKPSDM, is_active=True)
    surat = [
        IsiSurat(
            f"siklus:{siklus.pk}:karantina:{potongan.langkah}:{pengguna.pk}",
            pengguna.pk,
            f"Pekerjaan {siklus.nama} tertahan",
            f"Langkah “{potongan.get_langkah_display()}” gagal untuk sebagian pegawai dan dikarantina; "
            "yang lain berjalan terus. Buka siklus untuk melihat sebabnya dan mengulanginya.",
            reverse("evaluasi:siklus-detail", args=[siklus.pk]),
        )
        for pengguna in bkpsdm
    ]
    return _antre(surat, saat)


def queue_year(tahunan: EvaluasiTahunan, *, saat) -> int:
    """Tell a person that the predikat of their year is set, or set anew after a correction."""
    akun = _akun([tahunan.pegawai_id])
    if tahunan.pegawai_id not in akun:
        return 0
    nama = tahunan.siklus.nama
    isi = f"Bagian-bagian {nama} sudah digabungkan. Setiap angkanya dapat Anda buka sampai ke sumbernya."
    tautan = reverse("evaluasi:tahun-detail", args=[tahunan.pk])
    kunci = f"siklus:{tahunan.siklus_id}:{tahunan.pk}:tahun"
    return _antre([IsiSurat(kunci, akun[tahunan.pegawai_id], f"Predikat {nama} ditetapkan", isi, tautan)], saat)


def queue_extended(siklus: Siklus, perpanjangan, pegawai_ids, *, saat) -> int:
    """Tell those who act that they have more time."""
    apa = perpanjangan.get_kegiatan_display()
    isi = f"{apa} {siklus.nama} diperpanjang untuk Anda sampai {tulis_saat(perpanjangan.sampai)}: {perpanjangan.alasan}"
    halaman = "kinerja:skp-list" if perpanjangan.kegiatan == KegiatanPeriode.ISI else "evaluasi:bawahan"
    return _ingatkan(siklus, pegawai_ids, f"perpanjangan-{perpanjangan.pk}", f"{apa} diperpanjang", isi, halaman, saat)


def queue_siklus_requested(permohonan, *, saat) -> int:
    """Tell the others at BKPSDM that a second person is needed."""
    siklus = permohonan.siklus
    lain = Pengguna.objects.filter(groups__name=Peran.BKPSDM, is_active=True).exclude(pk=permohonan.diminta_oleh_id)
    judul = f"{permohonan.get_apa_display()}: {siklus.nama}"
    isi = f"{permohonan.diminta_oleh} memohon: {permohonan.alasan} Petugas kedua memutuskan."
    tautan = reverse("evaluasi:siklus-detail", args=[siklus.pk])
    kunci = f"siklus:{siklus.pk}:permohonan:{permohonan.pk}"
    return _antre([IsiSurat(f"{kunci}:{satu.pk}", satu.pk, judul, isi, tautan) for satu in lain], saat)


def queue_siklus_decided(permohonan, *, saat) -> int:
    """Tell who asked; where the siklus was cancelled or opened again, everybody in it."""
    siklus, pk, peminta = permohonan.siklus, permohonan.pk, permohonan.diminta_oleh_id
    judul = f"{permohonan.get_apa_display()} {siklus.nama}: {permohonan.get_status_display().lower()}"
    tautan = reverse("evaluasi:siklus-detail", args=[siklus.pk])
    isi = permohonan.tanggapan or permohonan.alasan
    banyak = _antre([IsiSurat(f"siklus:{siklus.pk}:putusan:{pk}:{peminta}", peminta, judul, isi, tautan)], saat)
    if permohonan.status != StatusPermohonan.DISETUJUI:
        return banyak
    lembar = LembarPenilaian.objects.filter(siklus=siklus)
    orang = {satu for pasangan in lembar.values_list("pegawai_id", "penilai_id") for satu in pasangan if satu}
    kata = f"{siklus.nama} dibatalkan. Alasannya: {permohonan.alasan}"
    if permohonan.apa == ApaSiklus.BUKA_KEMBALI:
        kata = f"Pengisian {siklus.nama} dibuka kembali sampai {tulis_saat(permohonan.tutup_baru)}. {permohonan.alasan}"
    return banyak + _ingatkan(siklus, orang, f"tata-{pk}", judul, kata, "evaluasi:siklus-list", saat)


def queue_handed_over(lembar: LembarPenilaian, ke: Pegawai, *, lain: int = 0, saat) -> int:
    """Tell the new assessor, once a decision; `lain` is how many other sheets came with it."""
    akun = _akun([ke.pk])
    if ke.pk not in akun:
        return 0
    siapa = f"{lembar.pegawai} dan {tulis_angka(lain)} orang lain" if lain else str(lembar.pegawai)
    isi = f"Penilaian {siapa} pada {lembar.siklus} dialihkan kepada Anda."
    kunci = f"siklus:{lembar.siklus_id}:{lembar.pk}:alih-{ke.pk}"
    tautan = reverse("evaluasi:bawahan")
    return _antre([IsiSurat(kunci, akun[ke.pk], "Penilaian dialihkan kepada Anda", isi, tautan)], saat)
