#!/usr/bin/env python
"""Django's command line. Commands that change the shape of the database run as its owner."""

import os
import sys

ALS_EIGENAAR = {"migrate", "sqlmigrate", "inzage_maanden"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    if sys.argv[1:2] and sys.argv[1] in ALS_EIGENAAR:
        os.environ["TOEGANG_ALS_EIGENAAR"] = "1"
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
