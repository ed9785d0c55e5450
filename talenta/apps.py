from django.apps import AppConfig


class TalentaConfig(AppConfig):
    name = "talenta"
    default_auto_field = "django.db.models.BigAutoField"
