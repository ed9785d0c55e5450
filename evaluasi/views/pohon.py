"""The explanation tree for showing: where its evidence lies, and which of its figures may be contested."""

from django.urls import reverse

from kinerja.models import Bukti
from kinerja.pilihan import JenisBukti

AWAL_SIDIK = "SHA-256 "


def bertautan(pohon: dict, user, pilih: dict[str, bool] | None = None) -> dict:
    """The stored tree for showing: pieces of evidence get the address at which this user may fetch them.

    `pilih` are the figures that can be contested, and whether each is picked.
    """
    bukti = {satu["kunci"]: satu["sumber"].removeprefix(AWAL_SIDIK) for satu in _daun_bukti(pohon)}
    berkas = Bukti.objects.visible_to(user).filter(jenis=JenisBukti.BERKAS, sidik__in=bukti.values())
    alamat = {
        f"bukti:{indikator_id}:{sidik}": reverse("kinerja:bukti", args=[pk])
        for pk, sidik, indikator_id in berkas.values_list("pk", "sidik", "realisasi__indikator_id")
    }
    return _salin(pohon, alamat, pilih or {})


def _daun_bukti(simpul: dict):
    if simpul.get("kunci", "").startswith("bukti:") and simpul.get("sumber", "").startswith(AWAL_SIDIK):
        yield simpul
    for anak in simpul.get("anak", ()):
        yield from _daun_bukti(anak)


def _salin(simpul: dict, alamat: dict[str, str], pilih: dict[str, bool]) -> dict:
    salinan = {**simpul, "anak": [_salin(anak, alamat, pilih) for anak in simpul.get("anak", ())]}
    if simpul.get("kunci") in pilih:
        salinan |= {"dapat_dipilih": True, "dipilih": pilih[simpul["kunci"]]}
    jenis, _, sisa = simpul.get("kunci", "").partition(":")
    if jenis == "bukti" and not simpul.get("tautan"):
        sidik = simpul.get("sumber", "").removeprefix(AWAL_SIDIK)
        salinan["tautan"] = alamat.get(f"bukti:{sisa.partition(':')[0]}:{sidik}", "")
    return salinan


def pohon_sementara(pohon: dict) -> dict:
    """The tree without the confirmation that a provisional result assumes."""
    anak = [_tanpa_sumber(satu) if satu.get("kunci") == "penilai" else satu for satu in pohon["anak"]]
    return {**pohon, "anak": anak}


def _tanpa_sumber(simpul: dict) -> dict:
    return {kunci: isi for kunci, isi in simpul.items() if kunci != "sumber"}
