"""What goes on around the plans: a changed plan, feedback, dialogues, a delegation, moves that wait for a yes."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from kinerja import actions
from kinerja.models import SKP, Indikator
from kinerja.pilihan import Arah, Aspek, JenisHasil, JenisIndikator, SifatTarget, StatusSKP
from mataram_asn.kit.kata import WITA
from pegawai import rekap
from pegawai.models import Pegawai

from .akun import Tokoh
from .rencana import Keadaan

#: How many days ago the last dialogue was, the first that fits.
MUNDUR = (60, 45, 30, 20, 12)
UMPAN = (
    ("atasan", "indikator", "Berkas yang Anda serahkan pekan lalu lengkap dan mudah diperiksa. Pertahankan."),
    ("pegawai", "", "Mohon dukungan satu orang lagi pada hari Senin; antrean warga paling panjang pagi itu."),
    ("atasan", "berorientasi_pelayanan", "Saya melihat Anda mengantar warga lansia sampai selesai urusannya."),
    ("atasan", "kolaboratif", "Rapat dengan puskesmas akan lebih cepat bila bahannya dibagikan sehari sebelumnya."),
)


def tulis_percakapan(tokoh: list[Tokoh], keadaan: Keadaan) -> dict[str, int]:
    """Let the people of the demo act as they would: everything through the actions, with moments before now."""
    orang = {satu.kunci: satu.pegawai for satu in tokoh}
    if "pegawai" not in orang or "atasan" not in orang:
        return {}
    pegawai, atasan = orang["pegawai"], orang["atasan"]
    skp = SKP.objects.filter(pegawai=pegawai, status=StatusSKP.DISETUJUI).pada(keadaan.hari).first()
    if skp is None:
        return {}
    return {
        "perubahan SKP": _perubahan(skp, pegawai, atasan, keadaan),
        "umpan balik kerja": _umpan_balik(skp, pegawai, atasan, keadaan),
        "dialog": _dialog(pegawai, atasan, keadaan),
        "pendelegasian": _delegasi(atasan, orang.get("kabid"), keadaan),
    }


def _atasan_pada(pegawai: Pegawai, hari: date) -> int | None:
    """Both are those days what they are now: the atasan of three weeks ago need not be that of two months ago."""
    dulu = {rekap.atasan_pada(pegawai.pk, hari - timedelta(days=n)) for n in (0, 4)}
    return dulu.pop().pk if len(dulu) == 1 and None not in dulu else None


def _pukul(hari: date, jam: int) -> datetime:
    return datetime(hari.year, hari.month, hari.day, jam, tzinfo=WITA)


def _lalu(keadaan: Keadaan, hari: int, jam: int = 9) -> datetime:
    return _pukul(keadaan.hari - timedelta(days=hari), jam)


def _perubahan(skp: SKP, pegawai: Pegawai, atasan: Pegawai, keadaan: Keadaan) -> int:
    """One that was approved a while ago (an extra duty came), and one of a colleague that waits."""
    umum = {"oleh": pegawai.pengguna, "saat": _lalu(keadaan, 24)}
    perubahan = actions.start_revision(
        skp_id=skp.pk,
        alasan="Kepala dinas menambah tugas pendataan keluarga rentan sejak bulan ini; target layanan disesuaikan.",
        **umum,
    )
    tambahan = actions.save_revision_result(
        perubahan_id=perubahan.pk, uraian="Terdatanya keluarga rentan di kelurahan binaan", jenis=JenisHasil.TAMBAHAN,
        mendukung_id=skp.hasil.values_list("mendukung_id", flat=True).first(), **umum,
    )  # fmt: skip
    induk = tambahan.isi["hasil"][-1]["kunci"]
    isi = {
        "jenis": JenisIndikator.KUANTITATIF, "uraian": "Jumlah keluarga rentan yang didata", "aspek": Aspek.KUANTITAS,
        "arah": Arah.NAIK, "target": Decimal(40), "satuan": "keluarga", "sifat": SifatTarget.TETAP,
    }  # fmt: skip
    actions.save_revision_indicator(perubahan_id=perubahan.pk, kunci_hasil=induk, isi=isi, **umum)
    actions.submit_revision(perubahan_id=perubahan.pk, **umum)
    actions.approve_revision(perubahan_id=perubahan.pk, oleh=atasan.pengguna, saat=_lalu(keadaan, 22, 14))
    return 1 + _menunggu(skp, atasan, keadaan)


def _menunggu(skp: SKP, atasan: Pegawai, keadaan: Keadaan) -> int:
    """A colleague asks for a lower and a higher target; the atasan has not decided."""
    lain = SKP.objects.filter(penilai=atasan, status=StatusSKP.DISETUJUI).pada(keadaan.hari).exclude(pk=skp.pk)
    rekan = lain.filter(hasil__indikator__target__gt=4).select_related("pegawai__pengguna").order_by("pk").first()
    if rekan is None or rekan.pegawai.pengguna is None:
        return 0
    umum = {"oleh": rekan.pegawai.pengguna, "saat": _lalu(keadaan, 2)}
    perubahan = actions.start_revision(
        skp_id=rekan.pk, alasan="Anggaran perubahan menggeser kegiatan ke tahun depan.", **umum
    )
    hasil = next(
        satu for satu in perubahan.isi["hasil"] if any(Decimal(ind["target"] or 0) > 4 for ind in satu["indikator"])
    )
    ind = next(ind for ind in hasil["indikator"] if Decimal(ind["target"] or 0) > 4)
    angka = {nama: None if ind[nama] is None else Decimal(ind[nama]) for nama in ("target_atas", "bobot")}
    target = (Decimal(ind["target"]) * Decimal("0.8")).quantize(Decimal(1))
    actions.save_revision_indicator(
        perubahan_id=perubahan.pk, kunci_hasil=hasil["kunci"], kunci=ind["kunci"],
        isi={**ind, **angka, "target": max(target, Decimal(1))}, **umum,
    )  # fmt: skip
    actions.submit_revision(perubahan_id=perubahan.pk, **umum)
    return 1


def _umpan_balik(skp: SKP, pegawai: Pegawai, atasan: Pegawai, keadaan: Keadaan) -> int:
    pertama = Indikator.objects.filter(hasil__skp=skp).order_by("hasil__urutan", "urutan", "pk").first()
    for nomor, (siapa, pokok, teks) in enumerate(UMPAN):
        actions.give_feedback(
            skp_id=skp.pk,
            teks=teks,
            indikator_id=pertama.pk if pokok == "indikator" else None,
            nilai=pokok if pokok != "indikator" else "",
            oleh=(atasan if siapa == "atasan" else pegawai).pengguna,
            saat=_lalu(keadaan, 40 - 9 * nomor, 15),
        )
    return len(UMPAN)


def _dialog(pegawai: Pegawai, atasan: Pegawai, keadaan: Keadaan) -> int:
    """One confirmed by both with an agreement still open, and the next in a few days."""
    mundur = next((n for n in MUNDUR if _atasan_pada(pegawai, keadaan.hari - timedelta(days=n)) == atasan.pk), None)
    if mundur is None:
        return 0
    lama = _lalu(keadaan, mundur)
    dialog = actions.start_dialogue(
        dengan_id=pegawai.pk, waktu=lama, tempat="Ruang Kepala Seksi", agenda="Kemajuan triwulan III dan kendala loket",
        oleh=atasan.pengguna, saat=lama - timedelta(days=4),
    )  # fmt: skip
    sesudah = lama + timedelta(hours=2)
    for uraian, siapa, hari in (
        ("Menyusun alur layanan satu halaman untuk loket", pegawai, mundur // 3),
        ("Mengusulkan tambahan petugas pada hari Senin", atasan, mundur - 3),
    ):
        tenggat = lama.date() + timedelta(days=hari)
        satu = actions.agree(
            dialog_id=dialog.pk, uraian=uraian, penanggung_jawab_id=siapa.pk, tenggat=tenggat, oleh=atasan.pengguna,
            saat=sesudah,
        )  # fmt: skip
        if siapa == pegawai:
            selesai = lama + timedelta(days=mundur // 4)
            actions.finish_agreement(
                kesepakatan_id=satu.pk, hasil="Terpasang di dinding loket", oleh=pegawai.pengguna, saat=selesai
            )
    for siapa, teks in ((pegawai, "Antrean pagi masih panjang; alur tertulis akan membantu."),
                        (atasan, "Kemajuan baik. Dukungan petugas saya bawa ke rapat bidang.")):  # fmt: skip
        actions.note_dialogue(dialog_id=dialog.pk, catatan=teks, oleh=siapa.pengguna, saat=sesudah)
    for siapa in (pegawai, atasan):
        actions.confirm_dialogue(dialog_id=dialog.pk, oleh=siapa.pengguna, saat=sesudah + timedelta(days=1))
    actions.start_dialogue(
        dengan_id=atasan.pk, waktu=_pukul(keadaan.hari + timedelta(days=6), 10), tempat="Ruang Kepala Seksi",
        agenda="Kemajuan triwulan IV, rencana SKP tahun depan, dan kesepakatan yang lalu", oleh=pegawai.pengguna,
        saat=keadaan.saat,
    )  # fmt: skip
    return 2


def _delegasi(atasan: Pegawai, kabid: Pegawai | None, keadaan: Keadaan) -> int:
    """The atasan is away next week; the own atasan decides on plans meanwhile."""
    if kabid is None:
        return 0
    mulai = keadaan.hari + timedelta(days=7)
    actions.delegate(
        wakil_id=kabid.pk, mulai=mulai, selesai=mulai + timedelta(days=4), persetujuan=True, dialog=False,
        alasan="Mengikuti pelatihan kepemimpinan", oleh=atasan.pengguna, saat=keadaan.saat,
    )  # fmt: skip
    return 1
