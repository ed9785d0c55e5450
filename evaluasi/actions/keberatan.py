"""The writes of objection: accept, object, examine, hear, decide. PP 30/2019 art. 59."""

from datetime import datetime
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from kinerja.bukti import MAKS_BYTE, check_evidence
from kinerja.pilihan import JenisBukti, NilaiDasar
from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from mataram_asn.kit.kata import tulis_batas
from mataram_asn.kit.pohon import akar
from pegawai.models import Pegawai

from .. import akses, notifikasi
from ..aturan import MasukanEvaluasi, batas_hari, hitung, nilai_sah, nilai_semula, status_keberatan
from ..models import BuktiKeberatan, ButirKeberatan, Evaluasi, Keberatan, Keterangan
from ..pilihan import Pihak, PutusanButir, StatusKeberatan, Tahap
from ..rekap.keberatan import (
    butir_dapat_dipilih,
    jam_keberatan,
    ketentuan_keberatan,
    masukan_putusan,
    pemeriksa_untuk,
    yang_belum_didengar,
)

MAKS_TEKS = 4000


@transaction.atomic
def accept_result(*, evaluasi_id: int, oleh, saat: datetime) -> Keberatan:
    """The person accepts the result; after that there is no objection. Raises RuleViolation."""
    evaluasi = _kunci_hasil(evaluasi_id, oleh)
    status = _jawab(evaluasi, "terima")
    jam = _dalam_waktu(evaluasi, saat)
    baris = Keberatan.objects.create(
        evaluasi=evaluasi, pegawai_id=evaluasi.pegawai_id, penilai_id=evaluasi.penilai_id,
        status=status, diajukan_pada=saat, batas=jam.batas,
    )  # fmt: skip
    catat(oleh=oleh, aksi="hasil.diterima", objek=evaluasi, saat=saat)
    return baris


def submit_objection(
    *, evaluasi_id: int, kunci: list[str], alasan: str, berkas=None, tautan: str = "", oleh, saat: datetime
) -> Keberatan:
    """Object to figures of one's own published result, in time, once.

    `kunci` are keys of the explanation tree; `saat` is when the request was received. `berkas` is an uploaded file
    or None. Raises RuleViolation (not one's own, too late, superseded, already answered, no such figure, bad evidence).
    """
    aman = _baca_berkas(berkas)
    alasan = _teks(alasan, "Tulis mengapa angka itu menurut Anda keliru.")
    tersimpan = []
    try:
        with transaction.atomic():
            keberatan = _ajukan(evaluasi_id, kunci, alasan, oleh, saat)
            _lampirkan(keberatan, aman, tautan.strip(), tersimpan)
            notifikasi.queue_objection(keberatan, saat=saat)
    except BaseException:
        for satu in tersimpan:
            satu.storage.delete(satu.name)
        raise
    return keberatan


def _ajukan(evaluasi_id, kunci, alasan, oleh, saat) -> Keberatan:
    evaluasi = _kunci_hasil(evaluasi_id, oleh)
    status = _jawab(evaluasi, "ajukan")
    jam = _dalam_waktu(evaluasi, saat)
    butir = _pilih_butir(evaluasi, kunci)
    keberatan = Keberatan.objects.create(
        evaluasi=evaluasi,
        pegawai_id=evaluasi.pegawai_id,
        penilai_id=evaluasi.penilai_id,
        pemeriksa=pemeriksa_untuk(evaluasi.pegawai_id, evaluasi.penilai_id, saat),
        status=status,
        alasan=alasan,
        diajukan_pada=saat,
        batas=jam.batas,
        putus_sebelum=batas_hari(saat, ketentuan_keberatan(saat).putusan_hari),
    )
    for satu in butir:
        satu.keberatan = keberatan
    ButirKeberatan.objects.bulk_create(butir)
    catat(oleh=oleh, aksi="keberatan.diajukan", objek=keberatan, rincian={"angka": [b.kunci for b in butir]}, saat=saat)
    return keberatan


def _kunci_hasil(evaluasi_id: int, oleh) -> Evaluasi:
    """The result under a lock, if it is the person's own and the one in force."""
    baris = Evaluasi.objects.select_for_update(of=("self",)).select_related("siklus__ketentuan", "menggantikan")
    evaluasi = baris.filter(pk=evaluasi_id).first()
    if evaluasi is None or not akses.is_own_result(oleh, evaluasi):
        raise RuleViolation("Keberatan diajukan oleh pegawai yang bersangkutan atas hasilnya sendiri.")
    if Evaluasi.objects.filter(menggantikan=evaluasi).exists():
        raise RuleViolation("Hasil ini sudah digantikan. Buka hasil yang berlaku.")
    if Keberatan.objects.filter(hasil=evaluasi).exists():
        raise RuleViolation("Hasil ini sudah diputus lewat keberatan, dan putusannya final.")
    return evaluasi


def _jawab(evaluasi: Evaluasi, aksi: str) -> StatusKeberatan:
    lama = Keberatan.objects.filter(evaluasi=evaluasi).first()
    return status_keberatan(lama.status if lama else StatusKeberatan.DISAMPAIKAN, aksi)


def _dalam_waktu(evaluasi: Evaluasi, saat: datetime):
    if evaluasi.siklus.tahap not in (Tahap.TERBIT, Tahap.FINAL):
        raise RuleViolation("Hasil ini belum terbit.")
    jam = jam_keberatan(evaluasi, saat)
    if not jam.terbuka:
        raise RuleViolation(f"Waktu keberatan atas hasil ini berakhir {tulis_batas(jam.batas)}.")
    return jam


def _pilih_butir(evaluasi: Evaluasi, kunci: list[str]) -> list[ButirKeberatan]:
    pilihan, dapat = list(dict.fromkeys(kunci)), butir_dapat_dipilih(evaluasi)
    if not pilihan:
        raise RuleViolation("Pilih angka yang menurut Anda keliru pada jejak angka, paling sedikit satu.")
    if not set(pilihan) <= dapat.keys():
        raise RuleViolation("Ada angka yang tidak dapat dikeberatani. Muat ulang halaman, lalu pilih lagi.")
    masukan = MasukanEvaluasi.dari_dict(evaluasi.masukan)
    induk = _nama_indikator(masukan)
    return [
        ButirKeberatan(
            kunci=satu,
            nama=" · ".join(filter(None, (induk.get(satu.partition(":")[2]), dapat[satu].nama))),
            nilai_semula=nilai_semula(masukan, satu, dapat[satu])[:80],
        )
        for satu in pilihan
    ]


def _nama_indikator(masukan: MasukanEvaluasi) -> dict[str, str]:
    """What stands before the name of a leaf: the indicator, or the value of conduct."""
    return {satu.kunci: satu.uraian for satu in masukan.indikator} | dict(NilaiDasar.choices)


def _baca_berkas(berkas):
    if berkas is None:
        return None
    berkas.seek(0)
    return check_evidence(berkas.name, berkas.read(MAKS_BYTE + 1))


def _lampirkan(keberatan: Keberatan, aman, tautan: str, tersimpan: list) -> None:
    if aman:
        bukti = BuktiKeberatan(
            keberatan=keberatan, jenis=JenisBukti.BERKAS, nama_asli=aman.nama, tipe=aman.tipe, sidik=aman.sidik
        )
        bukti.berkas.save(f"{uuid4().hex}.{aman.ekstensi}", ContentFile(aman.isi), save=False)
        tersimpan.append(bukti.berkas)
        bukti.save()
    if tautan:
        BuktiKeberatan.objects.create(keberatan=keberatan, jenis=JenisBukti.TAUTAN, tautan=tautan)


def _teks(teks: str, kosong: str) -> str:
    bersih = (teks or "").strip()
    if "\x00" in bersih:
        raise RuleViolation("Teks memuat karakter yang tidak dapat disimpan. Ketik ulang bagian itu.")
    if not bersih:
        raise RuleViolation(kosong)
    if len(bersih) > MAKS_TEKS:
        raise RuleViolation(f"Teks paling panjang {MAKS_TEKS} huruf.")
    return bersih


def _kunci(keberatan_id: int) -> Keberatan:
    baris = Keberatan.objects.select_for_update(of=("self",)).select_related("evaluasi__siklus", "pegawai", "penilai")
    keberatan = baris.filter(pk=keberatan_id).first()
    if keberatan is None:
        raise RuleViolation("Keberatan itu tidak ada.")
    return keberatan


@transaction.atomic
def assign_examiner(*, keberatan_id: int, pegawai_id: int, dasar: str, oleh, saat: datetime) -> Keberatan:
    """BKPSDM names who examines where nobody stands above the assessor. Raises RuleViolation."""
    keberatan = _kunci(keberatan_id)
    if not akses.can_assign_examiner(oleh, keberatan):
        raise RuleViolation(
            "BKPSDM menunjuk pemeriksa hanya bila pejabat penilai tidak mempunyai atasan, atau pemeriksanya berhenti."
        )
    if pegawai_id in (keberatan.pegawai_id, keberatan.penilai_id):
        raise RuleViolation("Pemeriksa keberatan bukan pegawai itu dan bukan pejabat penilainya.")
    if not Pegawai.objects.aktif().filter(pk=pegawai_id, pengguna__is_active=True).exists():
        raise RuleViolation("Pilih pemeriksa yang masih aktif dan mempunyai akun.")
    keberatan.pemeriksa_id = pegawai_id
    keberatan.dasar_pemeriksa = _teks(dasar, "Tulis dasar penunjukan pemeriksa.")
    keberatan.save(update_fields=["pemeriksa", "dasar_pemeriksa"])
    rincian = {"pemeriksa": pegawai_id, "dasar": keberatan.dasar_pemeriksa}
    catat(oleh=oleh, aksi="keberatan.pemeriksa_ditunjuk", objek=keberatan, rincian=rincian, saat=saat)
    notifikasi.queue_examiner(keberatan, saat=saat)
    return keberatan


@transaction.atomic
def start_examination(*, keberatan_id: int, oleh, saat: datetime) -> Keberatan:
    """The examiner begins: both sides get their dated chance to speak. Raises RuleViolation."""
    keberatan = _kunci(keberatan_id)
    _harus_pemeriksa(oleh, keberatan)
    keberatan.status = status_keberatan(keberatan.status, "periksa")
    keberatan.diperiksa_pada = saat
    keberatan.kesempatan_sampai = batas_hari(saat, ketentuan_keberatan(saat).keterangan_hari)
    keberatan.save(update_fields=["status", "diperiksa_pada", "kesempatan_sampai"])
    catat(oleh=oleh, aksi="keberatan.diperiksa", objek=keberatan, saat=saat)
    notifikasi.queue_hearing(keberatan, saat=saat)
    return keberatan


def _harus_pemeriksa(oleh, keberatan: Keberatan) -> None:
    if not akses.is_examiner(oleh, keberatan):
        raise RuleViolation("Keberatan ini diperiksa dan diputus oleh atasan pejabat penilai.")


@transaction.atomic
def give_statement(*, keberatan_id: int, pihak: str, isi: str, oleh, saat: datetime) -> Keterangan:
    """Add what one side says: by themselves, or heard by the examiner and written down. Raises RuleViolation."""
    keberatan = _kunci(keberatan_id)
    if keberatan.status != StatusKeberatan.PEMERIKSAAN:
        raise RuleViolation("Keterangan disampaikan selama pemeriksaan berlangsung.")
    if pihak not in Pihak.values or not akses.can_speak_for(oleh, keberatan, pihak):
        raise RuleViolation("Keterangan disampaikan oleh pihaknya sendiri, atau dicatat pemeriksa yang mendengarnya.")
    keterangan = Keterangan.objects.create(
        keberatan=keberatan,
        pihak=pihak,
        isi=_teks(isi, "Tulis keterangannya."),
        lisan=akses.is_examiner(oleh, keberatan),
        dicatat_oleh=oleh,
        dicatat_pada=saat,
    )
    rincian = {"pihak": pihak, "lisan": keterangan.lisan}
    catat(oleh=oleh, aksi="keberatan.keterangan", objek=keberatan, rincian=rincian, saat=saat)
    return keterangan


@transaction.atomic
def decide_objection(*, keberatan_id: int, putusan: dict[int, dict], oleh, saat: datetime) -> Keberatan:
    """Decide every contested figure; where one changes, a new result supersedes the old one. Final.

    `putusan` maps the id of each contested figure to {"putusan", "nilai_baru", "pertimbangan"}. Raises RuleViolation
    (not the examiner, not under examination, a side not heard, a figure without decision or consideration).
    """
    keberatan = _kunci(keberatan_id)
    _harus_pemeriksa(oleh, keberatan)
    bersih = check_decision(keberatan, putusan, saat)
    diubah = any(satu["putusan"] == PutusanButir.DIUBAH for satu in bersih.values())
    keberatan.status = status_keberatan(keberatan.status, "ubah" if diubah else "tetapkan")
    _tulis_butir(keberatan, bersih)
    if diubah:
        keberatan.hasil = supersede(keberatan.evaluasi, masukan_putusan(keberatan, bersih, saat, oleh), saat)
    keberatan.diputus_pada, keberatan.diputus_oleh = saat, oleh
    keberatan.save(update_fields=["status", "hasil", "diputus_pada", "diputus_oleh"])
    catat(oleh=oleh, aksi="keberatan.diputus", objek=keberatan, rincian=_rincian_putusan(keberatan), saat=saat)
    notifikasi.queue_decision(keberatan, saat=saat)
    return keberatan


def check_decision(keberatan: Keberatan, putusan: dict[int, dict], saat: datetime) -> dict[int, dict]:
    """The decision cleaned, one for each contested figure. Raises RuleViolation with what is missing."""
    if keberatan.status != StatusKeberatan.PEMERIKSAAN:
        raise RuleViolation(f"Keadaannya sekarang: {keberatan.get_status_display().lower()}. Muat ulang halaman.")
    if belum := yang_belum_didengar(keberatan, saat):
        siapa = " dan ".join(satu.label.lower() for satu in belum)
        raise RuleViolation(
            f"Dengar dahulu {siapa}, atau tunggu kesempatannya habis pada {tulis_batas(keberatan.kesempatan_sampai)}."
        )
    return {satu.pk: _satu_putusan(satu, putusan.get(satu.pk)) for satu in keberatan.butir.all()}


def _satu_putusan(butir: ButirKeberatan, isi: dict | None) -> dict:
    if not isi or isi["putusan"] not in PutusanButir.values:
        raise RuleViolation(f"Putuskan juga “{butir.nama}”: tetap atau diubah.")
    pertimbangan = _teks(isi["pertimbangan"], f"Tulis pertimbangan putusan atas “{butir.nama}”.")
    if isi["putusan"] == PutusanButir.TETAP:
        return {"putusan": PutusanButir.TETAP, "nilai_baru": "", "pertimbangan": pertimbangan}
    baru = nilai_sah(butir.kunci, isi["nilai_baru"])
    return {"putusan": PutusanButir.DIUBAH, "nilai_baru": baru, "pertimbangan": pertimbangan}


def _tulis_butir(keberatan: Keberatan, putusan: dict[int, dict]) -> None:
    butir = list(keberatan.butir.all())
    for satu in butir:
        for nama, nilai in putusan[satu.pk].items():
            setattr(satu, nama, nilai)
    ButirKeberatan.objects.bulk_update(butir, ["putusan", "nilai_baru", "pertimbangan"])


def supersede(lama: Evaluasi, masukan: MasukanEvaluasi, saat: datetime) -> Evaluasi:
    """Store the result of corrected inputs as a new row that supersedes the old one; nothing is overwritten."""
    hasil = hitung(masukan)
    tetap = ("siklus_id", "skp_id", "lembar_id", "pegawai_id", "penilai_id", "mulai", "selesai", "ketentuan_id")
    return Evaluasi.objects.create(
        **{nama: getattr(lama, nama) for nama in tetap},
        masukan=masukan.ke_dict(),
        pohon=hasil.pohon.ke_dict(),
        akar=akar(hasil.pohon),
        dihitung_pada=saat,
        menggantikan=lama,
        **hasil.angka(),
    )


def _rincian_putusan(keberatan: Keberatan) -> dict:
    lama, baru = keberatan.evaluasi, keberatan.hasil or keberatan.evaluasi
    butir = {satu.kunci: satu.putusan for satu in keberatan.butir.all()}
    return {"status": keberatan.status, "predikat": [lama.predikat, baru.predikat], "butir": butir}
