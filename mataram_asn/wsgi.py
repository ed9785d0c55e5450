"""The WSGI entry for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mataram_asn.settings")

application = get_wsgi_application()

from mataram_asn.kit.pdf import hangatkan  # noqa: E402  after the settings are there

hangatkan()
