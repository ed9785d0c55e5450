"""The look is tested without the apps above: own addresses, only the request in every context."""

import pytest


@pytest.fixture
def rangka(settings):
    """The templates as they stand, without the menu's queries and the other apps' addresses."""
    settings.ROOT_URLCONF = "mataram_asn.kit.tests.urls"
    (templat,) = settings.TEMPLATES
    pilihan = {**templat["OPTIONS"], "context_processors": ["django.template.context_processors.request"]}
    settings.TEMPLATES = [{**templat, "OPTIONS": pilihan}]
