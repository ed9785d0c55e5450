#!/usr/bin/env python
"""Run a management command on the database that is configured, or on the embedded one."""

import os
import sys

from mataram_asn.lokal.peladen import bila_lokal


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mataram_asn.settings")
    bila_lokal("jalan")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
