"""What stands on the papers of an evaluation: the evaluation form, and the document with its seven blocks.

Everything judged is read from the stored inputs of the result, so that a paper says what was decided then.
"""

from __future__ import annotations

from datetime import date, datetime

from kinerja.models import SKP
from kinerja.pilihan import JenisPeriode
from kinerja.potret import isi_pada, pakai_pendekatan
from mataram_asn.kit.kata import tulis_angka
from pegawai.models import Pegawai
from pegawai.rekap import atasan_pada, penempatan_pada, peta_perangkat_daerah

from ..aturan import KetentuanPenilaian, MasukanEvaluasi, Waktu, timbang
from ..models import Evaluasi, KinerjaOrganisasi
from ..pilihan import JenisDokumen, Predikat, PredikatOrganisasi, Rating, Tahap
from .kertas import TANPA, Kertas, bagian_hasil, baris_perilaku, bentuk_kertas, kepala_kertas, lebar_kolom, pihak

LENGKAP = ("siklus__periode", "siklus__ketentuan", "skp__jabatan__unit", "skp__unit", "pegawai", "penilai", "ketentuan")


def kertas_evaluasi(evaluasi: Evaluasi) -> Kertas:
    """The evaluation form, periodic or annual: organisation, pattern, results with realisasi, conduct, predikat.

    The plan is the version that was in force when the filling of the period ended, as the stored inputs have it.
    """
    masukan, isi = evaluasi.masukan, isi_pada(evaluasi.skp, evaluasi.siklus.periode.isi_sampai)
    pakai_pendekatan(evaluasi.skp, isi)
    konteks = (
        dasar_kertas(evaluasi)
        | lebar_kolom(bentuk_kertas(evaluasi.skp), 2)
        | {
            "judul": f"Evaluasi Kinerja Pegawai {_kurun(evaluasi)}",
            "mendatar": True,
            "bagian": bagian_hasil(evaluasi.skp, isi, isian(masukan)),
            "perilaku": baris_perilaku(isi, umpan_perilaku(masukan)),
            "rating_hasil": evaluasi.get_rating_hasil_display(),
            "rating_perilaku": evaluasi.get_rating_perilaku_display(),
            "alasan_hasil": masukan.get("alasan_hasil", ""),
            "alasan_perilaku": masukan.get("alasan_perilaku", ""),
        }
    )
    return _kertas(evaluasi, JenisDokumen.EVALUASI, "kertas/evaluasi.html", konteks)


def dokumen_evaluasi(evaluasi: Evaluasi) -> Kertas:
    """The document of the evaluation: seven numbered blocks, dated by the assessor and by the person."""
    dasar = dasar_kertas(evaluasi)
    catatan = (evaluasi.masukan.get("alasan_hasil", ""), evaluasi.masukan.get("alasan_perilaku", ""))
    konteks = dasar | blok_dokumen(dasar, evaluasi.penilai_id, evaluasi.selesai, catatan)
    return _kertas(evaluasi, JenisDokumen.DOKUMEN_EVALUASI, "kertas/dokumen_evaluasi.html", konteks)


def blok_dokumen(dasar: dict, penilai_id: int, pada: date, catatan: tuple[str, ...]) -> dict:
    """The numbered blocks of the document beside its head: the two parties, the assessor's superior, the notes."""
    tempat = penempatan_pada([penilai_id], pada).get(penilai_id)
    atasan = pihak(atasan_pada(penilai_id, pada), pada=pada, bawahan=tempat.jabatan if tempat else None)
    return {
        "judul": "Dokumen Evaluasi Kinerja Pegawai",
        "mendatar": False,
        "tanpa_bentuk": True,
        "blok": (
            (1, "PEGAWAI YANG DINILAI", dasar["pegawai"]),
            (2, "PEJABAT PENILAI KINERJA", dasar["penilai"]),
            (3, "ATASAN PEJABAT PENILAI KINERJA", atasan),
        ),
        "catatan": tuple(filter(None, catatan)),
    }


def _kertas(evaluasi: Evaluasi, jenis: str, templat: str, konteks: dict) -> Kertas:
    return Kertas(
        jenis, evaluasi.pk, evaluasi.pegawai_id, evaluasi.penilai_id,
        f"{JenisDokumen(jenis).label} {evaluasi.siklus}"[:160], templat, konteks, evaluasi_id=evaluasi.pk,
    )  # fmt: skip


def dasar_kertas(evaluasi: Evaluasi, penilai: Pegawai | None = None, mulai: date | None = None) -> dict:
    """Head and foot of a paper of an evaluation, the organisation and its pattern."""
    organisasi = predikat_kantor(evaluasi)
    return kepala_kertas(evaluasi.skp, mulai or evaluasi.mulai, evaluasi.selesai, penilai or evaluasi.penilai) | {
        "evaluasi": evaluasi,
        "organisasi": organisasi.label if organisasi else "Belum ditetapkan",
        "pola": garis_pola(organisasi, KetentuanPenilaian.dari(evaluasi.ketentuan.isi)) if organisasi else None,
        "predikat": evaluasi.get_predikat_display(),
        "tanggal": _saat(evaluasi.masukan.get("ditetapkan_pada")) or evaluasi.dihitung_pada,
        "diterima": evaluasi.siklus.jadwal.filter(tahap=Tahap.TERBIT).values_list("mulai", flat=True).first(),
    }


def _kurun(evaluasi: Evaluasi) -> str:
    return "Tahunan" if evaluasi.siklus.periode.jenis == JenisPeriode.TAHUNAN else "Periodik"


def _saat(teks: str | None) -> datetime | None:
    return datetime.fromisoformat(teks) if teks else None


def predikat_kantor(evaluasi: Evaluasi) -> PredikatOrganisasi | None:
    """The predikat of the office in that period; three queries."""
    kantor, sendiri = peta_perangkat_daerah(evaluasi.selesai).get(evaluasi.skp.unit_id), evaluasi.skp.unit_id
    ada = dict(
        KinerjaOrganisasi.objects.filter(
            unit__in=[kantor or sendiri, sendiri], periode=evaluasi.siklus.periode_id
        ).values_list("unit_id", "predikat")
    )
    nilai = ada.get(sendiri) or ada.get(kantor)
    return PredikatOrganisasi(nilai) if nilai else None


#: Heights of the curve around its peak, in percent: the form shows a shape, the sentences beside it the figures.
LANDAI = (100, 55, 22, 8, 2)


def garis_pola(organisasi: PredikatOrganisasi, ketentuan: KetentuanPenilaian) -> dict:
    """The pattern of that organisation: the points of its curve and a sentence for each line. SE MenPANRB 3/2023."""
    syarat = dict(ketentuan.pola)[organisasi]
    utama = max(syarat, key=lambda satu: satu.persen if satu.jenis != "ada" else 0)
    puncak = list(Predikat).index(utama.predikat[0])
    # from the lowest predikat on the left to the highest on the right, as the form draws it
    tinggi = [LANDAI[abs(puncak - i)] for i in range(len(Predikat))][::-1]
    return {
        "kurva": _kurva([(40 + 75 * i, 110 - t * 9 // 10) for i, t in enumerate(tinggi)]),
        "titik": [(40 + 75 * i, 110 - t * 9 // 10) for i, t in enumerate(tinggi)],
        "label": [(40 + 75 * i, p.label) for i, p in enumerate(reversed(Predikat))],
        "kalimat": [_syarat(satu) for satu in syarat],
    }


def _kurva(titik: list[tuple[int, int]]) -> str:
    """The points joined by a line that lies flat in each of them, as an SVG path."""
    (x, y), *sisa = titik
    jalan = [f"M{x},{y}"]
    for kanan, atas in sisa:
        tengah = (x + kanan) // 2
        jalan.append(f"C{tengah},{y} {tengah},{atas} {kanan},{atas}")
        x, y = kanan, atas
    return " ".join(jalan)


def _syarat(syarat) -> str:
    nama = " dan/atau ".join(satu.label for satu in syarat.predikat)
    if syarat.jenis == "ada":
        return f"Ada pegawai dengan predikat {nama}"
    if not syarat.persen:
        return f"Tidak ada pegawai dengan predikat {nama}"
    batas = "paling banyak" if syarat.jenis == "maks" else "paling sedikit"
    return f"{nama} {batas} {tulis_angka(syarat.persen, 'ringkas')} %"


def isian(masukan: dict):
    """What the stored inputs say of an indicator; one that has left the plan since has no row of its own."""
    tersimpan = {satu["kunci"]: satu for satu in masukan["indikator"]}
    rating = _rating_indikator(masukan)

    def isi(indikator) -> dict:
        satu = tersimpan.get(str(indikator.pk))
        if satu is None:
            return {"realisasi": TANPA, "rating": TANPA}
        return {
            "realisasi": _realisasi(satu),
            "bukti": tuple(bukti["nama"] or bukti["tautan"] for bukti in satu["bukti"]),
            "umpan_balik": (satu["alasan"],) if satu["alasan"] else (),
            "rating": "Tidak dapat dinilai" if satu["tidak_dinilai"] else _rating(rating.get(satu["kunci"])),
        }

    return isi


def _rating_indikator(masukan: dict) -> dict[str, str | None]:
    """The rating of each indicator, also where the assessor accepted the suggested one."""
    isi = MasukanEvaluasi.dari_dict(masukan)
    waktu = Waktu(isi.skp_mulai, isi.skp_selesai, isi.selesai)
    return {satu.kunci: timbang(satu, waktu, isi.ketentuan).rating for satu in isi.indikator}


def _rating(nilai: str | None) -> str:
    return Rating(nilai).label if nilai else ""


def _realisasi(satu: dict) -> str:
    angka = f"{tulis_angka(satu['realisasi'], 'ringkas')} {satu['satuan']}".strip() if satu["realisasi"] else ""
    return ". ".join(filter(None, (angka, satu["uraian_realisasi"]))) or "Belum ada realisasi"


def umpan_perilaku(masukan: dict) -> dict:
    """By value: the rating's words and the assessor's reason."""
    return {
        satu["nilai"]: tuple(filter(None, (_rating(satu["rating"]), satu["alasan"]))) for satu in masukan["perilaku"]
    }


def baca_evaluasi(pk: int) -> Evaluasi:
    """An evaluation with what its papers need, in one query."""
    return Evaluasi.objects.select_related(*LENGKAP).get(pk=pk)


def baca_skp(pk: int) -> SKP:
    """A plan with what its paper needs, in one query."""
    return SKP.objects.select_related("jabatan__unit", "unit", "pegawai", "penilai").get(pk=pk)
