"""Whom an object concerns: from the label of a stored model to its person, and the trail of a person in one query."""

from functools import cache

from django.apps import apps
from django.db.models import ForeignKey

from mataram_asn.kit.models import CatatanAudit
from pegawai.models import Pegawai, Pengguna

APP = ("pegawai", "kinerja", "evaluasi", "pelatihan", "talenta")
DALAM = 4


@cache
def jalan_pegawai(model) -> str | None:
    """The way from a row of that model to the person whom it concerns, as a lookup; None where it concerns nobody."""
    return _jalan(model, DALAM)


def _jalan(model, sisa: int) -> str | None:
    if model is Pegawai:
        return "pk"
    if model is Pengguna:
        return "pegawai"
    milik = [f for f in model._meta.concrete_fields if isinstance(f, ForeignKey) and f.related_model is not model]
    if any(f.name == "pegawai" and f.related_model is Pegawai for f in milik):
        return "pegawai"
    for kolom in milik:
        dalam = sisa and kolom.related_model not in (Pegawai, Pengguna) and kolom.related_model._meta.app_label in APP
        if dalam and (lanjut := _jalan(kolom.related_model, sisa - 1)):
            return f"{kolom.name}__{lanjut}"
    return None


@cache
def model_berorang() -> tuple:
    """(model, way) of every model whose rows concern a person."""
    semua = [model for app in APP for model in apps.get_app_config(app).get_models()]
    return tuple((model, jalan) for model in semua if (jalan := jalan_pegawai(model)))


def tentang_orang(baris, pegawai_ids):
    """The audit rows about these people and everything of theirs: plans, sheets, results, papers. One query.

    Each kind of object is looked up by the index of the trail, so that it stays fast as the trail grows.
    """
    bagian = [
        CatatanAudit.objects.filter(
            jenis_objek=model._meta.label_lower,
            id_objek__in=model._base_manager.filter(**{f"{jalan}__in": list(pegawai_ids)}).order_by().values("pk"),
        ).values("pk")
        for model, jalan in model_berorang()
    ]
    return baris.filter(pk__in=bagian[0].union(*bagian[1:], all=True))


def pemilik_objek(baris) -> dict[tuple[str, int], Pegawai]:
    """The person behind the object of each of these rows; one query for each kind of object on the page."""
    menurut: dict[str, set[int]] = {}
    for satu in baris:
        menurut.setdefault(satu.jenis_objek, set()).add(satu.id_objek)
    pasangan = {}
    for label, nomor in menurut.items():
        model = next((m for m, _ in model_berorang() if m._meta.label_lower == label), None)
        if model:
            jalan = jalan_pegawai(model)
            milik = model._base_manager.filter(pk__in=nomor).values_list("pk", jalan)
            pasangan |= {(label, pk): orang for pk, orang in milik if orang}
    orang = Pegawai.objects.in_bulk(set(pasangan.values()))
    return {kunci: orang[pk] for kunci, pk in pasangan.items() if pk in orang}
