"""Another process on the test database, to be killed in the middle of its work."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import connection

from config.diensten import PROJECT


@dataclass
class Werker:
    """A Python process that does a job, as the application."""

    proces: subprocess.Popen

    def doden_als(self, zover: Callable[[], bool], hoogstens: float = 60) -> None:
        """Kill -9 as soon as `zover()`; it must still be at work then."""
        einde = time.monotonic() + hoogstens
        while not zover():
            assert time.monotonic() < einde
            assert self.proces.poll() is None
            time.sleep(0.05)
        self.proces.kill()
        self.proces.wait(10)


@pytest.fixture
def andere_werker():
    """`andere_werker(code)` starts it; whatever happens it ends with the test."""
    db = connection.settings_dict
    adres = f"postgresql://{settings.DATABASE_ROL_APP}@/{db['HOST'].replace('/', '%2F')}/{db['NAME']}"
    omgeving = os.environ | {
        "DATABASE_URL": adres, "MIGRATE_DATABASE_URL": adres, "DJANGO_SETTINGS_MODULE": "config.settings.test",
    }  # fmt: skip
    werkers = []

    def beginnen(code: str) -> Werker:
        werkers.append(Werker(subprocess.Popen([sys.executable, "-c", code], env=omgeving, cwd=PROJECT)))
        return werkers[-1]

    yield beginnen
    for werker in werkers:
        werker.proces.kill()
        werker.proces.wait(10)
