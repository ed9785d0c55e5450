"""What a role in a team makes of a result. PermenPANRB 6/2022 [V*]."""

from ..pilihan import JenisHasil, PeranTim

#: Responsible and member roles make main results, extra assignments additional ones.
JENIS_HASIL_TIM = {
    PeranTim.KETUA: JenisHasil.UTAMA,
    PeranTim.PENANGGUNG_JAWAB: JenisHasil.UTAMA,
    PeranTim.ANGGOTA: JenisHasil.UTAMA,
    PeranTim.TAMBAHAN: JenisHasil.TAMBAHAN,
}
