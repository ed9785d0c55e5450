"""Who may follow an assessor who is away, and which sheets wait for that assessor."""

from pegawai.models import Pegawai, Penempatan
from pegawai.pilihan import JenisPenempatan
from pegawai.rekap import atasan_pada

from ..akses import has_left
from ..models import LembarPenilaian


def belum_dinilai_penilai(lembar: LembarPenilaian):
    """The other sheets of the siklus that wait for the assessor of this one."""
    baris = LembarPenilaian.objects.filter(siklus=lembar.siklus_id, penilai=lembar.penilai_id, penilai__isnull=False)
    return baris.filter(ditetapkan_pada__isnull=True, evaluasi__isnull=True).exclude(pk=lembar.pk)


def calon_penilai(lembar: LembarPenilaian, hari) -> list[tuple[Pegawai, str]]:
    """Who is likely to follow the assessor, and as what: who holds that position now, then whoever stands above."""
    calon = [(_pemegang(lembar, hari), "pemegang jabatan itu sekarang")] if lembar.penilai_id else []
    calon.append((atasan_pada(lembar.pegawai_id, hari), "atasan langsung pegawai"))
    if lembar.penilai_id:
        calon.append((atasan_pada(lembar.penilai_id, hari), "atasan penilai sekarang"))
    unik: dict = {}
    for satu, kata in calon:
        if satu is not None and satu.pk not in (lembar.pegawai_id, lembar.penilai_id) and not has_left(satu, hari):
            unik.setdefault(satu.pk, (satu, kata))
    return list(unik.values())


def pengganti(lembar: LembarPenilaian, hari) -> Pegawai | None:
    """Who holds the assessor's last position now, else the person's present atasan."""
    return _pemegang(lembar, hari) or atasan_pada(lembar.pegawai_id, hari)


def _pemegang(lembar: LembarPenilaian, hari) -> Pegawai | None:
    """Who else holds the assessor's last position now, the definitive holder before the acting ones."""
    terakhir = Penempatan.objects.filter(pegawai=lembar.penilai_id).definitif().order_by("-mulai", "-pk").first()
    if terakhir is None:
        return None
    kini = Penempatan.objects.filter(jabatan=terakhir.jabatan_id).berlaku_pada(hari).select_related("pegawai")
    lain = kini.exclude(pegawai__in=[lembar.penilai_id, lembar.pegawai_id]).order_by("pk")
    urut = sorted(lain, key=lambda satu: satu.jenis != JenisPenempatan.DEFINITIF)
    return urut[0].pegawai if urut else None
