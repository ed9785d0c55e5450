"""What every installation starts with: the roles, the standard's competences, the first ketentuan of each app."""

from datetime import date
from importlib import import_module

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction

from .actions.ketentuan import store_version
from .aturan import KOMPETENSI_BAKU
from .models import Ketentuan, Kompetensi, Pengguna
from .pilihan import Peran

#: The first versions hold since then, so that every day that can be asked for has one.
MULAI = date(2020, 1, 1)


@transaction.atomic
def load_reference(*, saat) -> dict[str, int]:
    """Load what is missing, change nothing that is there. Returns how many rows were made of each kind."""
    sistem = Pengguna.objects.sistem()
    return {
        "peran": _roles(),
        "kompetensi": _competences(),
        "ketentuan": sum(_first_version(*satu, sistem, saat) for satu in _bawaan()),
    }


def _roles() -> int:
    """The groups; that of the admin may do in the admin panel whatever stands there, which is reference data."""
    baru = sum(Group.objects.get_or_create(name=peran.value)[1] for peran in Peran)
    jenis = ContentType.objects.get_for_models(*_panel_models()).values()
    Group.objects.get(name=Peran.ADMIN_SISTEM).permissions.set(Permission.objects.filter(content_type__in=jenis))
    return baru


def _panel_models() -> set:
    """Every model that can be written in the panel, the rows inside another's form included."""
    panel = admin.site._registry
    return set(panel) | {inline.model for satu in panel.values() for inline in satu.inlines}


def _competences() -> int:
    return sum(
        Kompetensi.objects.get_or_create(kunci=kunci, defaults={"nama": nama, "jenis": jenis, "urutan": urutan})[1]
        for urutan, (kunci, nama, jenis) in enumerate(KOMPETENSI_BAKU, start=1)
    )


def _bawaan():
    """(kind, content, legal source, certainty) of every app whose aturan has ketentuan."""
    for aplikasi in apps.get_app_configs():
        try:
            aturan = import_module(f"{aplikasi.name}.aturan")
        except ModuleNotFoundError as galat:
            if galat.name != f"{aplikasi.name}.aturan":
                raise
            continue
        for jenis, (isi, dasar_hukum, kepastian) in getattr(aturan, "KETENTUAN_BAWAAN", {}).items():
            yield jenis, isi, dasar_hukum, kepastian


def _first_version(jenis, isi, dasar_hukum, kepastian, sistem: Pengguna, saat) -> bool:
    if Ketentuan.objects.filter(jenis=jenis).exists():
        return False
    store_version(
        jenis=str(jenis),
        mulai=MULAI,
        isi=isi,
        dasar_hukum=dasar_hukum,
        kepastian=str(kepastian),
        alasan="Ketentuan awal",
        oleh=sistem,
        saat=saat,
    )
    return True
