"""Teams: made, given members, and what the leader says of each; the atasan rates."""

from django.db import transaction
from django.utils import timezone

from mataram_asn.kit.audit import catat
from mataram_asn.kit.galat import RuleViolation
from pegawai.aturan import beririsan
from pegawai.models import Pegawai

from ..akses import can_keep_team, can_lead_team, units_for_teams
from ..models import AnggotaTim, MasukanTim, Periode, Tim
from ..pilihan import PeranTim
from .dasar import clean_or_refuse, clean_text


@transaction.atomic
def create_team(*, nama: str, tugas: str, dasar: str, unit_id: int, ketua_id: int, mulai, selesai, oleh, saat) -> Tim:
    """Make a team; its leader becomes its first member. BKPSDM, a pengelola, or the head of the unit may."""
    if not units_for_teams(oleh, timezone.localdate(saat)).filter(pk=unit_id).exists():
        raise RuleViolation("Tim dibuat oleh BKPSDM, pengelola unit, atau pimpinan unit untuk unitnya sendiri.")
    _periksa_bertugas(ketua_id)
    tim = Tim(nama=nama, tugas=tugas, dasar=dasar, unit_id=unit_id, ketua_id=ketua_id, mulai=mulai, selesai=selesai)
    clean_or_refuse(tim)
    tim.save()
    AnggotaTim.objects.create(tim=tim, pegawai_id=ketua_id, peran=PeranTim.KETUA, mulai=mulai, selesai=selesai)
    catat(oleh=oleh, aksi="tim.dibuat", objek=tim, saat=saat)
    return tim


def _periksa_bertugas(pegawai_id: int) -> None:
    if not Pegawai.objects.asn().aktif().filter(pk=pegawai_id).exists():
        raise RuleViolation("Pilih pegawai ASN yang masih bertugas.")


@transaction.atomic
def add_member(*, tim_id: int, pegawai_id: int, peran: str, mulai, selesai, oleh, saat) -> AnggotaTim:
    """Give somebody a role inside the team's time."""
    tim = Tim.objects.select_for_update().get(pk=tim_id)
    if not can_keep_team(oleh, tim, timezone.localdate(saat)):
        raise RuleViolation("Anggota dicatat oleh ketua tim atau yang mengelola unit penanggung jawabnya.")
    if not tim.mulai <= mulai <= selesai <= tim.selesai:
        raise RuleViolation("Masa penugasan harus berada di dalam masa tim.")
    _periksa_bertugas(pegawai_id)
    if tim.anggota.filter(pegawai=pegawai_id, mulai__lte=selesai, selesai__gte=mulai).exists():
        raise RuleViolation("Pegawai ini sudah bertugas dalam tim pada tanggal itu.")
    anggota = AnggotaTim(tim=tim, pegawai_id=pegawai_id, peran=peran, mulai=mulai, selesai=selesai)
    clean_or_refuse(anggota)
    anggota.save()
    rincian = {"tim": tim.pk, "pegawai": pegawai_id, "peran": peran}
    catat(oleh=oleh, aksi="tim.anggota_ditambah", objek=anggota, rincian=rincian, saat=saat)
    return anggota


@transaction.atomic
def give_team_input(*, anggota_id: int, periode_id: int, teks: str, oleh, saat) -> MasukanTim:
    """Write what the leader says of a member in a period; written again it replaces, the trail keeps both.

    The period has begun, and the member served in the team for some of it. Raises RuleViolation.
    """
    anggota = AnggotaTim.objects.select_for_update(of=("self",)).select_related("tim").get(pk=anggota_id)
    if not can_lead_team(oleh, anggota.tim) or anggota.pegawai_id == oleh.pegawai_id:
        raise RuleViolation("Masukan ditulis ketua tim tentang anggotanya, tidak tentang diri sendiri.")
    periode = Periode.objects.filter(pk=periode_id).first()
    if periode is None or not beririsan(anggota.mulai, anggota.selesai, periode.mulai, periode.selesai):
        raise RuleViolation("Pilih periode yang bertemu dengan masa penugasan anggota itu.")
    if periode.mulai > timezone.localdate(saat):
        raise RuleViolation("Periode itu belum dimulai.")
    satu = MasukanTim.objects.filter(anggota=anggota, periode=periode_id).first()
    satu = satu or MasukanTim(anggota=anggota, periode_id=periode_id)
    satu.teks, satu.penulis_id, satu.ditulis_oleh, satu.pada = clean_text(teks), oleh.pegawai_id, oleh, saat
    clean_or_refuse(satu)
    satu.save()
    rincian = {"anggota": anggota.pk, "periode": periode_id, "teks": satu.teks}
    catat(oleh=oleh, aksi="tim.masukan_ditulis", objek=satu, rincian=rincian, saat=saat)
    return satu
