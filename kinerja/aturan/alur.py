"""The states of a plan. PermenPANRB 6/2022; "dinilai" is derived from its evaluations, not stored."""

from mataram_asn.kit.galat import RuleViolation

from ..pilihan import StatusSKP

TRANSISI = {
    (StatusSKP.DRAF, "ajukan"): StatusSKP.DIAJUKAN,
    (StatusSKP.DIKEMBALIKAN, "ajukan"): StatusSKP.DIAJUKAN,
    (StatusSKP.DIAJUKAN, "tarik"): StatusSKP.DRAF,
    (StatusSKP.DIAJUKAN, "kembalikan"): StatusSKP.DIKEMBALIKAN,
    (StatusSKP.DIAJUKAN, "setujui"): StatusSKP.DISETUJUI,
}

_KERJA = {"ajukan": "diajukan", "tarik": "ditarik", "kembalikan": "dikembalikan", "setujui": "disetujui"}


def next_status(status: str, aksi: str) -> StatusSKP:
    """The state after an act. Raises RuleViolation where the state does not allow it."""
    try:
        return TRANSISI[StatusSKP(status), aksi]
    except (KeyError, ValueError):
        keadaan = StatusSKP(status).label.lower() if status in StatusSKP.values else "tidak dikenal"
        raise RuleViolation(
            f"SKP ini berstatus {keadaan}, sehingga tidak dapat {_KERJA.get(aksi, 'diubah')}. "
            "Muat ulang halaman untuk melihat keadaannya sekarang."
        ) from None
