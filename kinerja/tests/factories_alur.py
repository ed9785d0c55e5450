"""Made-up revisions, delegations, feedback and dialogues."""

from datetime import date, datetime, timedelta

import factory
from django.core.files.base import ContentFile

from kinerja import potret
from kinerja.models import DialogKinerja, Kesepakatan, Pendelegasian, PerubahanSKP, UmpanBalikKerja
from kinerja.pilihan import StatusPerubahan
from kinerja.tests.factories import HARI, SAAT, WITA
from pegawai.tests.factories import PegawaiFactory


class PendelegasianFactory(factory.django.DjangoModelFactory):
    """A week around HARI, plans only."""

    class Meta:
        model = Pendelegasian

    atasan = factory.SubFactory(PegawaiFactory)
    wakil = factory.SubFactory(PegawaiFactory)
    mulai = HARI - timedelta(days=2)
    selesai = HARI + timedelta(days=4)
    alasan = "Dinas luar"
    dibuat_pada = SAAT - timedelta(days=2)


class UmpanBalikKerjaFactory(factory.django.DjangoModelFactory):
    """General feedback without evidence; trait `berberkas` needs MEDIA_ROOT somewhere."""

    class Meta:
        model = UmpanBalikKerja

    teks = "Laporan Anda selalu rapi dan tepat waktu."
    pada = SAAT

    class Params:
        berberkas = factory.Trait(
            nama_asli="contoh.pdf",
            tipe="application/pdf",
            sidik="0" * 64,
            berkas=factory.LazyFunction(lambda: ContentFile(b"%PDF-1.4\n%%EOF\n", name="uji.pdf")),
        )


class DialogFactory(factory.django.DjangoModelFactory):
    """A dialogue of the day before SAAT."""

    class Meta:
        model = DialogKinerja

    pegawai = factory.SubFactory(PegawaiFactory)
    atasan = factory.SubFactory(PegawaiFactory)
    dimulai_oleh = factory.SelfAttribute("pegawai")
    waktu = datetime(2026, 11, 23, 9, 0, tzinfo=WITA)
    tempat = "Ruang rapat"
    agenda = "Kemajuan triwulan IV"


class KesepakatanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Kesepakatan

    dialog = factory.SubFactory(DialogFactory)
    uraian = "Menyelesaikan berkas yang tertunda"
    penanggung_jawab = factory.SelfAttribute("dialog.pegawai")
    tenggat = date(2026, 12, 15)


def buat_perubahan(skp, status=StatusPerubahan.DIAJUKAN, alasan="Strategi dinas berubah", uraian="") -> PerubahanSKP:
    """A revision that raises the target of the first indicator by 5 (or sets its words)."""
    lama, isi = potret.potret(skp), potret.potret(skp)
    satu = isi["hasil"][0]["indikator"][0]
    satu["target"] = str(int(satu["target"]) + 5)
    satu["uraian"] = uraian or satu["uraian"]
    return PerubahanSKP.objects.create(
        skp=skp, nomor=1, alasan=alasan, status=status, isi=isi, isi_lama=lama, dibuat_pada=SAAT
    )


def buat_percakapan(skp, atasan, orang_luar, rahasia: str) -> dict:
    """One of each for the access matrix; `rahasia` is planted in what is for the two only."""
    dialog = DialogFactory(pegawai=skp.pegawai, atasan=atasan, agenda=rahasia)
    return {
        "perubahan": buat_perubahan(skp, alasan=rahasia),
        "delegasi": PendelegasianFactory(atasan=atasan, wakil=orang_luar, mulai=HARI, selesai=HARI),
        "umpan_kerja": UmpanBalikKerjaFactory(
            skp=skp, dari=atasan, kepada=skp.pegawai, teks=rahasia, berberkas=True
        ),
        "dialog": dialog,
        "kesepakatan": KesepakatanFactory(dialog=dialog, uraian=rahasia),
    }  # fmt: skip
