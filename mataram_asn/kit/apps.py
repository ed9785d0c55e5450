from django.apps import AppConfig


class KitConfig(AppConfig):
    name = "mataram_asn.kit"
    label = "kit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks  # noqa: F401 - registers the system checks
