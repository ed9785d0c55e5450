"""What still keeps a plan from being submitted: every reason at once, each with the place on the page."""

from dataclasses import dataclass

from mataram_asn.kit.galat import RuleViolation

from .aturan import check_target, check_weights
from .models import SKP
from .pilihan import JenisHasil, JenisIndikator, Pendekatan


@dataclass(frozen=True)
class Pelanggaran:
    """One reason; `tempat` is the id on the plan's page of what is to be mended."""

    kalimat: str
    tempat: str


def periksa_pengajuan(skp: SKP) -> tuple[Pelanggaran, ...]:
    """Read the plan as it is stored and list what the rules of submission find. PermenPANRB 6/2022."""
    hasil = skp.hasil.prefetch_related("indikator")
    return periksa_isi(skp, [(satu, list(satu.indikator.all())) for satu in hasil])


def periksa_isi(skp: SKP, isi: list[tuple]) -> tuple[Pelanggaran, ...]:
    """The same for a content that is not stored yet: pairs of a result and its indicators."""
    utama = [(satu, indikator) for satu, indikator in isi if satu.jenis == JenisHasil.UTAMA]
    return (
        *_tanpa_penilai(skp),
        *_tanpa_hasil(utama),
        *(salah for satu, indikator in isi for salah in _periksa_hasil(satu, indikator)),
        *_tanpa_perspektif(skp, [ind for _, indikator in isi for ind in indikator]),
        *_periksa_bobot([ind for _, indikator in utama for ind in indikator]),
    )


def _tanpa_penilai(skp: SKP):
    if skp.penilai_id is None:
        yield Pelanggaran(
            "Atasan Anda belum tercatat. Laporkan lewat “Ini bukan atasan saya” pada profil Anda.", "pihak"
        )


def _tanpa_hasil(utama):
    if not utama:
        yield Pelanggaran("Tambahkan sedikitnya satu hasil kerja utama.", "hasil-baru")


def _periksa_hasil(hasil, indikator):
    if not indikator:
        yield Pelanggaran(f"Tambahkan indikator pada hasil kerja “{hasil}”.", f"hasil-{hasil.pk}")
    for satu in indikator:
        if satu.jenis == JenisIndikator.KUANTITATIF:
            yield from _periksa_target(satu)


def _tanpa_perspektif(skp, indikator):
    """The form of JPT and heads of independent units has a perspektif for each indicator. PermenPANRB 6/2022."""
    if skp.pendekatan != Pendekatan.KUANTITATIF or not skp.bentuk.perspektif:
        return
    for satu in indikator:
        if not satu.perspektif:
            yield Pelanggaran(f"Pilih perspektif indikator “{satu}”.", f"indikator-{satu.pk}")


def _periksa_target(indikator):
    try:
        check_target(indikator.arah, indikator.target, indikator.target_atas)
    except RuleViolation as galat:
        yield Pelanggaran(f"Indikator “{indikator}”: {galat}", f"indikator-{indikator.pk}")


def _periksa_bobot(indikator):
    if not indikator:
        return
    tanpa = [satu for satu in indikator if satu.bobot is None]
    for satu in tanpa:
        yield Pelanggaran(f"Isi bobot indikator “{satu}”.", f"bobot-{satu.pk}")
    if not tanpa:
        yield from (Pelanggaran(kalimat, "bobot") for kalimat in check_weights([satu.bobot for satu in indikator]))
