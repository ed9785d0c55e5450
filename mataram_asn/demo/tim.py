"""The library of the demo in the app's own tables, two teams across units, and the annex of a few plans."""

from django.db.models import Q

from kinerja.models import (
    SKP,
    AnggotaTim,
    LampiranSKP,
    MasukanTim,
    Periode,
    PustakaHasil,
    PustakaIndikator,
    Tim,
)
from kinerja.pilihan import JenisLampiran, PeranTim
from pegawai.models import Jabatan, Pegawai, Penempatan

from .pustaka import MENURUT_JENIS, MENURUT_NAMA, Hasil, Ukuran, pustaka
from .rencana import Keadaan

SUMBER = "contoh buatan untuk demo"
LAMPIRAN = {
    JenisLampiran.SUMBER_DAYA: ("Perangkat kerja dan jaringan", "Anggaran sesuai DPA unit", "Dukungan rekan satu unit"),
    JenisLampiran.PERTANGGUNGJAWABAN: ("Laporan bulanan kepada atasan", "Bukti dukung diunggah setiap triwulan"),
    JenisLampiran.KONSEKUENSI: ("Usul penghargaan bila di atas ekspektasi", "Pembinaan bila di bawah ekspektasi"),
}
TIM = (
    ("Tim percepatan penurunan stunting", "Menurunkan stunting bersama dinas, kecamatan, dan puskesmas."),
    ("Tim layanan digital terpadu", "Menyatukan layanan warga yang masih terpisah dalam satu pintu."),
    ("Tim verifikasi data keluarga miskin", "Mencocokkan data penerima bantuan dengan keadaan di kelurahan."),
    ("Tim tanggap bencana sosial", "Menyiapkan dapur umum, tempat mengungsi, dan pendampingan korban."),
    ("Tim penataan arsip", "Memindahkan arsip kertas ke berkas elektronik dan membuat daftarnya."),
)
MASUKAN = "Hadir pada setiap rapat tim dan menyelesaikan bagiannya tepat waktu."


def tulis_perencanaan(keadaan: Keadaan, tokoh_ids, oleh) -> dict[str, int]:
    """Write all three; returns how many of each."""
    pegawai = list(dict.fromkeys(tokoh_ids))
    return {
        "pustaka": _tulis_pustaka(),
        "lampiran": _tulis_lampiran(keadaan, pegawai),
        "tim": _tulis_tim(keadaan, pegawai, oleh),
    }


def _tulis_pustaka() -> int:
    """Each family under the names of positions that it belongs to."""
    isi, sasaran = pustaka(), [({"nama_jabatan": awal}, nama) for awal, nama in MENURUT_NAMA]
    sasaran += [({"jenis_jabatan": jenis}, nama) for jenis, nama in MENURUT_JENIS.items()]
    hasil, ukuran = [], []
    for kunci, keluarga in sasaran:
        for urut, satu in enumerate(isi.get(keluarga, ()), 1):
            hasil.append(PustakaHasil(**kunci, uraian=satu.uraian, urutan=urut, sumber=SUMBER))
            ukuran.append(satu)
    for baris, satu in zip(PustakaHasil.objects.bulk_create(hasil), ukuran, strict=True):
        baris.isi = satu
    PustakaIndikator.objects.bulk_create(
        _indikator(baris, satu, nomor) for baris in hasil for nomor, satu in enumerate(_ukuran(baris.isi), 1)
    )
    return len(hasil)


def _ukuran(hasil: Hasil) -> tuple[Ukuran, ...]:
    return hasil.ukuran


def _indikator(hasil: PustakaHasil, u: Ukuran, nomor: int) -> PustakaIndikator:
    bawah, sesuai, atas = u.level
    return PustakaIndikator(
        hasil=hasil, jenis=u.jenis, uraian=u.uraian, aspek=u.aspek, arah=u.arah, sifat=u.sifat, target=u.target,
        target_atas=u.target_atas, satuan=u.satuan, ekspektasi=u.ekspektasi, level_bawah=bawah, level_sesuai=sesuai,
        level_atas=atas, urutan=nomor,
    )  # fmt: skip


def _tulis_lampiran(keadaan: Keadaan, pegawai: list[int]) -> int:
    """The annex of this year's plans of the known people and their assessors."""
    skp = SKP.objects.filter(mulai__year=keadaan.hari.year).filter(
        Q(pegawai__in=pegawai) | Q(pegawai__in=SKP.objects.filter(pegawai__in=pegawai).values("penilai"))
    )
    baris = [
        LampiranSKP(skp=satu, jenis=jenis, urutan=nomor, uraian=teks)
        for satu in skp.order_by("pk")
        for jenis, daftar in LAMPIRAN.items()
        for nomor, teks in enumerate(daftar, 1)
    ]
    return len(LampiranSKP.objects.bulk_create(baris))


def _tulis_tim(keadaan: Keadaan, pegawai: list[int], oleh) -> int:
    """Teams of the known people with others of the city; each leader gives input for the latest period."""
    hari = keadaan.hari
    masa = {"mulai": hari.replace(month=1, day=1), "selesai": hari.replace(month=12, day=31)}
    orang = list(Pegawai.objects.asn().filter(pk__in=pegawai).order_by("pk"))
    lain = Penempatan.objects.berlaku_pada(hari).definitif().exclude(pegawai__in=pegawai)
    lain = list(Pegawai.objects.asn().filter(pk__in=lain.values("pegawai")).order_by("pk")[:6])
    periode = Periode.objects.filter(selesai__lt=hari, selesai__year=hari.year).order_by("-selesai").first()
    for nomor, (nama, tugas) in enumerate(TIM):
        ketua = (orang[nomor:] or orang)[0] if orang else None
        unit = Jabatan.objects.filter(penempatan__pegawai=ketua).order_by("pk").first() if ketua else None
        if unit is None:
            return nomor
        tim = Tim.objects.create(nama=nama, tugas=tugas, unit=unit.unit, ketua=ketua, dasar="", **masa)
        anggota = [satu for satu in [*orang, *lain[nomor * 3 : nomor * 3 + 3]] if satu.pk != ketua.pk][:8]
        AnggotaTim.objects.create(tim=tim, pegawai=ketua, peran=PeranTim.KETUA, **masa)
        peran = (PeranTim.PENANGGUNG_JAWAB, PeranTim.ANGGOTA, PeranTim.TAMBAHAN)
        baris = [AnggotaTim(tim=tim, pegawai=satu, peran=peran[n % 3], **masa) for n, satu in enumerate(anggota)]
        baris = AnggotaTim.objects.bulk_create(baris)
        if periode and baris:
            MasukanTim.objects.create(
                anggota=baris[0], periode=periode, teks=MASUKAN, penulis=ketua, ditulis_oleh=oleh, pada=keadaan.saat
            )
    return len(TIM)
