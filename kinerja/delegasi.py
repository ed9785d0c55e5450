"""Reads about delegation: who may stand in for whom, and for whom one stands in."""

from datetime import date

from django.db.models import Q

from pegawai import rekap as rekap_pegawai
from pegawai.models import Pegawai, Penempatan
from pegawai.pilihan import JenisJabatan

from .models import Pendelegasian

#: Positions that lead: a stand-in below the atasan holds one of these.
MEMIMPIN = (
    JenisJabatan.PIMPINAN_DAERAH,
    JenisJabatan.JPT_PRATAMA,
    JenisJabatan.ADMINISTRATOR,
    JenisJabatan.PENGAWAS,
)


def calon_wakil(atasan_id: int, hari: date):
    """Who may stand in: a direct subordinate who leads, a peer under the same atasan who leads, or the own atasan."""
    bawahan = rekap_pegawai.bawahan_langsung(atasan_id, hari)
    if not bawahan.exists():
        return Pegawai.objects.none()
    atasan = rekap_pegawai.atasan_pada(atasan_id, hari)
    rekan = rekap_pegawai.bawahan_langsung(atasan.pk, hari) if atasan else Pegawai.objects.none()
    pimpinan = Penempatan.objects.berlaku_pada(hari).filter(
        Q(jabatan__kepala_unit=True) | Q(jabatan__jenis__in=MEMIMPIN)
    )
    dekat = Q(pk__in=bawahan.values("pk")) | Q(pk__in=rekan.values("pk"))
    syarat = dekat & Q(pk__in=pimpinan.values("pegawai"))
    if atasan:
        syarat |= Q(pk=atasan.pk)
    return Pegawai.objects.filter(syarat).exclude(pk=atasan_id)


def diwakili(pegawai_id: int, hari: date, **lingkup) -> list[int]:
    """Ids of the atasan for whom this person stands in that day; `lingkup` as in akses.stands_in."""
    aktif = Pendelegasian.objects.aktif(hari).filter(wakil=pegawai_id, **lingkup)
    return list(aktif.values_list("atasan_id", flat=True))
