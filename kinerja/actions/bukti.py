"""Evidence of a person: kept once, used for as many entries as it proves."""

from datetime import datetime
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.models import Pegawai

from ..bukti import BerkasAman
from ..models import Bukti, PakaiBukti, Realisasi
from ..pilihan import JenisBukti, KeadaanTautan


def store_evidence(*, pegawai_id: int, aman: BerkasAman | None, alamat: str, saat, tersimpan: list) -> list[Bukti]:
    """The evidence of a checked file and of a web address, made where the person has none like it.

    A stored file is appended to `tersimpan`, so that the caller can throw it away when the transaction fails.
    """
    bukti = []
    if aman or alamat:  # one upload of a person at a time: the same file sent twice at once is still kept once
        Pegawai.objects.select_for_update(no_key=True).get(pk=pegawai_id)
    if aman:
        bukti.append(_berkas(pegawai_id, aman, saat, tersimpan))
    if alamat:
        bukti.append(
            Bukti.objects.get_or_create(
                pegawai_id=pegawai_id, jenis=JenisBukti.TAUTAN, tautan=alamat, defaults={"diunggah_pada": saat}
            )[0]
        )
    return bukti


def _berkas(pegawai_id: int, aman: BerkasAman, saat, tersimpan: list) -> Bukti:
    """The file under a random name, outside what the web server serves; the same bytes are stored once."""
    ada = Bukti.objects.filter(pegawai_id=pegawai_id, jenis=JenisBukti.BERKAS, sidik=aman.sidik).first()
    if ada:
        return ada
    bukti = Bukti(
        pegawai_id=pegawai_id, jenis=JenisBukti.BERKAS, nama_asli=aman.nama, tipe=aman.tipe,
        ukuran=len(aman.isi), sidik=aman.sidik, diunggah_pada=saat,
    )  # fmt: skip
    bukti.berkas.save(f"{uuid4().hex}.{aman.ekstensi}", ContentFile(aman.isi), save=False)
    tersimpan.append(bukti.berkas)
    bukti.save()
    return bukti


def attach(realisasi: Realisasi, bukti: list[Bukti]) -> None:
    """Say that these pieces support the entry, each once."""
    pakai = dict.fromkeys(satu.pk for satu in bukti)
    PakaiBukti.objects.bulk_create(PakaiBukti(realisasi=realisasi, bukti_id=pk) for pk in pakai)


@transaction.atomic
def record_link_state(*, bukti_id: int, keadaan: str, saat: datetime, oleh) -> Bukti | None:
    """Write down what a look at a link found; a change of state leaves an audit row. Scores are not touched.

    None where the link is gone or a later look was written already.
    """
    bukti = Bukti.objects.select_for_update().filter(pk=bukti_id, jenis=JenisBukti.TAUTAN).first()
    if bukti is None or (bukti.diperiksa_pada and bukti.diperiksa_pada > saat):
        return None
    if keadaan not in KeadaanTautan.values:
        raise RuleViolation("Keadaan tautan itu tidak dikenal.")
    lama, bukti.keadaan, bukti.diperiksa_pada = bukti.keadaan, keadaan, saat
    bukti.tertutup_sejak = (bukti.tertutup_sejak or saat) if keadaan == KeadaanTautan.TERTUTUP else None
    bukti.save(update_fields=["keadaan", "diperiksa_pada", "tertutup_sejak"])
    if lama != keadaan:
        catat(oleh=oleh, aksi="bukti.tautan_diperiksa", objek=bukti, rincian={"dari": lama, "ke": keadaan}, saat=saat)
    return bukti
