"""System checks for what the house promises about every model."""

from django.apps import apps
from django.core.checks import Error, register

APLIKASI = ("kit", "pegawai", "kinerja", "evaluasi", "pelatihan", "talenta")


@register("kit")
def setiap_model_menyatakan_siapa_melihat(app_configs, **kwargs):
    """Every model of ours has a default manager that answers visible_to."""
    return [
        Error(f"{model._meta.label} tidak punya visible_to pada manajer bawaannya.", obj=model, id="kit.E001")
        for model in apps.get_models()
        if model._meta.app_label in APLIKASI and not hasattr(model._default_manager, "visible_to")
    ]
