from django.apps import AppConfig


class MataramAsnConfig(AppConfig):
    name = "mataram_asn"
    label = "mataram_asn"
