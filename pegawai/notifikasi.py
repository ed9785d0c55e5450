"""The letters about atasan and sign-in."""

from django.urls import reverse

from mataram_asn.kit.kata import tulis_tanggal
from mataram_asn.kit.surat import IsiSurat, antrekan

from .models import Pengguna
from .pilihan import Peran


def queue_code_issued(pengguna, saat) -> None:
    """Tell the owner of the account, so that a code nobody asked for is noticed."""
    isi = (
        "BKPSDM memberikan kode masuk sekali pakai untuk akun Anda. Bila Anda tidak memintanya, segera hubungi BKPSDM."
    )
    antrekan(
        [IsiSurat(f"kode-masuk:{pengguna.pk}:{saat:%s%f}", pengguna.pk, "Kode masuk untuk akun Anda", isi)], saat=saat
    )


def queue_reset_requested(pengguna, permohonan, saat) -> None:
    """Tell the owner, and the others at BKPSDM who may hand out the code."""
    sendiri = (
        "BKPSDM memohonkan kode masuk baru untuk akun Anda. Bila Anda tidak memintanya, segera hubungi BKPSDM: "
        "kata sandi Anda belum berubah."
    )
    pokok = "Permohonan kode masuk baru"
    surat = [IsiSurat(f"kode-mohon:{permohonan.pk}:{pengguna.pk}", pengguna.pk, pokok, sendiri)]
    petugas = Pengguna.objects.filter(groups__name=Peran.BKPSDM, is_active=True)
    for pk in petugas.exclude(pk__in=[pengguna.pk, permohonan.diminta_oleh_id]).values_list("pk", flat=True):
        isi = f"{permohonan.diminta_oleh} memohonkan kode masuk baru untuk {pengguna}: {permohonan.alasan}"
        surat.append(IsiSurat(f"kode-mohon:{permohonan.pk}:{pk}", pk, pokok, isi, reverse("pegawai:kode-list")))
    antrekan(surat, saat=saat)


def queue_atasan_reported(laporan, saat) -> None:
    """Tell everyone at BKPSDM who may decide it."""
    petugas = Pengguna.objects.filter(groups__name=Peran.BKPSDM, is_active=True).values_list("pk", flat=True)
    isi = f"{laporan.pegawai} melaporkan bahwa atasan yang tercatat tidak sesuai: {laporan.keterangan}"
    antrekan(
        [
            IsiSurat(
                f"laporan-atasan:{laporan.pk}:{pk}",
                pk,
                "Laporan atasan menunggu keputusan",
                isi,
                reverse("pegawai:laporan-atasan-list"),
            )
            for pk in petugas
        ],
        saat=saat,
    )


def queue_atasan_decided(laporan, saat) -> None:
    """Tell the person what was decided and why."""
    if laporan.pegawai.pengguna_id is None:
        return
    judul = f"Laporan atasan Anda: {laporan.get_status_display().lower()}"
    antrekan(
        [
            IsiSurat(
                f"laporan-atasan-putus:{laporan.pk}",
                laporan.pegawai.pengguna_id,
                judul,
                laporan.tanggapan,
                reverse("pegawai:profil"),
            )
        ],
        saat=saat,
    )


def queue_status_recorded(status, saat) -> None:
    """Tell the person what was recorded about them, so that a mistake is noticed."""
    akun = status.pegawai.pengguna
    if akun is None:
        return
    sampai = f" sampai {tulis_tanggal(status.selesai)}" if status.selesai else ""
    isi = (
        f"{status.get_jenis_display()} mulai {tulis_tanggal(status.mulai)}{sampai} dicatat dengan surat "
        f"{status.nomor_surat}. Hari-hari itu bukan keterlambatan Anda. Bila keliru, hubungi BKPSDM."
    )
    surat = IsiSurat(f"status-dinas:{status.pk}", akun.pk, "Status dinas Anda dicatat", isi, reverse("pegawai:profil"))
    antrekan([surat], saat=saat)
