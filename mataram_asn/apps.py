from django.apps import AppConfig


class MataramAsnConfig(AppConfig):
    name = "mataram_asn"
    label = "mataram_asn"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks  # noqa: F401  (registers itself)
