"""The writes of development: a training goes into the plan, is attended, or is taken out again."""

import json
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Kompetensi, Pegawai, Pengguna
from pegawai.pilihan import JenisKompetensi

from .. import notifikasi
from ..akses import can_plan, can_record
from ..models import Pelatihan, RencanaPelatihan, RiwayatPelatihan
from ..pilihan import StatusRencana

KATALOG = Path(__file__).parent.parent / "data" / "katalog.json"
MAKS_JP = 400
#: 32 JP of 45 minutes are 24 hours.
MAKS_JP_SEHARI = 32


@transaction.atomic
def plan_training(
    *,
    pegawai_id: int,
    pelatihan_id: int,
    tahun: int,
    sebab_jenis: str,
    sebab_kunci: str,
    sebab: str,
    oleh: Pengguna,
    saat,
) -> RencanaPelatihan:
    """Put a training into a person's plan, with the figure that caused it as it stands now. Raises RuleViolation."""
    pegawai = Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai_id)
    if not can_plan(oleh, pegawai):
        raise RuleViolation("Hanya atasan langsung atau BKPSDM yang merencanakan pelatihan pegawai ini.")
    pelatihan = Pelatihan.objects.aktif().filter(pk=pelatihan_id).first()
    if pelatihan is None:
        raise RuleViolation("Pelatihan ini tidak sedang ditawarkan; pilih yang lain dari katalog.")
    ada = RencanaPelatihan.objects.filter(pegawai=pegawai, pelatihan=pelatihan, tahun=tahun)
    if ada.exclude(status=StatusRencana.BATAL).exists():
        raise RuleViolation("Pelatihan ini sudah ada dalam rencana tahun tersebut.")
    rencana = RencanaPelatihan.objects.create(
        pegawai=pegawai,
        pelatihan=pelatihan,
        tahun=tahun,
        sebab_jenis=sebab_jenis,
        sebab_kunci=sebab_kunci,
        sebab=sebab,
        direncanakan_oleh=oleh,
        direncanakan_pada=saat,
    )
    catat(oleh=oleh, aksi="pelatihan.direncanakan", objek=rencana, rincian={"sebab": sebab}, saat=saat)
    notifikasi.queue_planned(rencana, saat)
    return rencana


@transaction.atomic
def record_attendance(
    *, rencana_id: int, mulai, selesai, jp: int, nomor_sertifikat: str, oleh: Pengguna, saat
) -> RiwayatPelatihan:
    """Record that a planned training was attended, with its JP; the plan becomes done. Raises RuleViolation."""
    rencana = (
        RencanaPelatihan.objects.select_for_update(of=("self",))
        .select_related("pelatihan", "pegawai")
        .get(pk=rencana_id)
    )
    if not can_record(oleh, rencana.pegawai):
        raise RuleViolation("Hanya atasan langsung, pengelola unit, atau BKPSDM yang mencatat kehadiran.")
    if rencana.status != StatusRencana.DIRENCANAKAN:
        raise RuleViolation(f"Rencana ini sudah {rencana.get_status_display().lower()}.")
    _periksa_kehadiran(rencana, mulai, selesai, jp, saat)
    riwayat = RiwayatPelatihan.objects.create(
        pegawai=rencana.pegawai,
        pelatihan=rencana.pelatihan,
        rencana=rencana,
        nama=rencana.pelatihan.nama,
        bentuk=rencana.pelatihan.bentuk,
        mulai=mulai,
        selesai=selesai,
        jp=jp,
        nomor_sertifikat=nomor_sertifikat.strip(),
        dicatat_oleh=oleh,
        dicatat_pada=saat,
    )
    rencana.status = StatusRencana.SELESAI
    rencana.save(update_fields=["status"])
    catat(oleh=oleh, aksi="pelatihan.dihadiri", objek=riwayat, rincian={"jp": jp}, saat=saat)
    return riwayat


def _periksa_kehadiran(rencana: RencanaPelatihan, mulai, selesai, jp: int, saat) -> None:
    if selesai < mulai:
        raise RuleViolation("Tanggal selesai tidak boleh sebelum tanggal mulai.")
    if selesai > timezone.localdate(saat):
        raise RuleViolation("Kehadiran dicatat setelah pelatihannya selesai.")
    if mulai.year < rencana.tahun:
        raise RuleViolation(f"Pelatihan ini direncanakan untuk tahun {rencana.tahun}; periksa tahun mulainya.")
    if not 1 <= jp <= MAKS_JP:
        raise RuleViolation(f"JP adalah 1 sampai {MAKS_JP} (1 JP = 45 menit).")
    if jp > MAKS_JP_SEHARI * ((selesai - mulai).days + 1):
        raise RuleViolation(f"{jp} JP tidak muat dalam hari-hari itu: sehari paling banyak {MAKS_JP_SEHARI} JP.")


@transaction.atomic
def cancel_plan(*, rencana_id: int, oleh: Pengguna, saat) -> RencanaPelatihan:
    """Take a training out of the plan; the row stays, cancelled. Raises RuleViolation."""
    rencana = RencanaPelatihan.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=rencana_id)
    if not can_plan(oleh, rencana.pegawai):
        raise RuleViolation("Hanya atasan langsung atau BKPSDM yang membatalkan rencana ini.")
    if rencana.status != StatusRencana.DIRENCANAKAN:
        raise RuleViolation(f"Rencana ini sudah {rencana.get_status_display().lower()}.")
    rencana.status = StatusRencana.BATAL
    rencana.save(update_fields=["status"])
    catat(oleh=oleh, aksi="pelatihan.dibatalkan", objek=rencana, saat=saat)
    return rencana


@transaction.atomic
def load_catalogue(*, oleh: Pengguna) -> int:
    """Load the catalogue that comes with the product; entries already there stay as the city has made them."""
    ada = set(Pelatihan.objects.values_list("kode", flat=True))
    baru = [satu for satu in _baris_katalog() if satu.kode not in ada]
    if baru:
        Pelatihan.objects.bulk_create(baru)
        catat(oleh=oleh, aksi="katalog.dimuat", objek=oleh, rincian={"jumlah": len(baru)})
    return len(baru)


def _baris_katalog() -> list[Pelatihan]:
    """The entries of the file; the technical one stands once for each technical competence that the city keeps."""
    kompetensi = {satu.kunci: satu for satu in Kompetensi.objects.all()}
    teknis = [satu for satu in kompetensi.values() if satu.jenis == JenisKompetensi.TEKNIS]
    hasil = []
    for isi in json.loads(KATALOG.read_text(encoding="utf-8")):
        kunci = isi.pop("kompetensi", "")
        if kunci == JenisKompetensi.TEKNIS:
            hasil += [
                Pelatihan(
                    **isi | {"kode": f"{isi['kode']}-{satu.pk}", "nama": f"{isi['nama']}: {satu.nama}"}, kompetensi=satu
                )
                for satu in teknis
            ]
        elif not kunci or kunci in kompetensi:
            hasil.append(Pelatihan(**isi, kompetensi=kompetensi.get(kunci)))
    return hasil
