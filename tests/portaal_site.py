"""The citizen's site as it runs: its own process and database role, and a real OpenID provider to sign in with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings
from django.db import connection

PROJECT = Path(__file__).resolve().parents[1]


def vrije_poort() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def _wacht(adres: str, proces: subprocess.Popen, log: Path) -> None:
    einde = time.monotonic() + 60
    while time.monotonic() < einde and proces.poll() is None:
        with suppress(OSError), urllib.request.urlopen(adres, timeout=5):
            return
        time.sleep(0.2)
    raise RuntimeError(f"{adres} antwoordt niet:\n{log.read_text()[-2000:]}")


@contextmanager
def _proces(opdracht: list[str], omgeving: dict, log: Path, adres: str) -> Iterator[None]:
    with log.open("w") as uit:
        proces = subprocess.Popen(opdracht, cwd=PROJECT, env=omgeving, stdout=uit, stderr=subprocess.STDOUT)
        try:
            _wacht(adres, proces, log)
            yield
        finally:
            proces.terminate()
            with suppress(subprocess.TimeoutExpired):
                proces.wait(10)
            proces.kill()
            proces.wait()


@contextmanager
def portaalsite(map_: Path) -> Iterator[str]:
    """The address of the site on the test's database; it ends with the block."""
    d = connection.settings_dict
    poort, poort_oidc = vrije_poort(), vrije_poort()
    adres, issuer = f"http://127.0.0.1:{poort}", f"http://127.0.0.1:{poort_oidc}"
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.portaal_test",
        "PORTAAL_DATABASE_URL": (
            f"postgresql://{settings.DATABASE_ROL_PORTAAL}@/{d['HOST'].replace('/', '%2F')}/{d['NAME']}"
        ),
        "DOCUMENTEN_MAP": settings.STORAGES["default"]["OPTIONS"]["location"],
        "OIDC_ISSUER": issuer, "OIDC_CLIENT_ID": "portaal", "OIDC_CLIENT_SECRET": "geheim-van-de-test",
        "AUTHLIB_INSECURE_TRANSPORT": "1",
    }  # fmt: skip
    node = shutil.which("node") or "node"
    aanbieder = [node, "tests/oidc_aanbieder.mjs", str(poort_oidc), f"{adres}/inloggen/terug/"]
    gunicorn = [sys.executable, "-m", "gunicorn", "config.wsgi_portaal", "--bind", f"127.0.0.1:{poort}"]
    with (
        _proces(aanbieder, omgeving, map_ / "oidc.log", f"{issuer}/.well-known/openid-configuration"),
        _proces([*gunicorn, "--threads", "4"], omgeving, map_ / "portaal.log", f"{adres}/gezond/"),
    ):
        yield adres


def inloggen(pagina, adres: str, bsn: str) -> None:
    """Through the provider, as with DigiD; in a browser in which nobody else is known there."""
    pagina.context.clear_cookies()
    pagina.goto(adres)
    pagina.get_by_role("link", name="Inloggen met DigiD").click()
    pagina.locator('input[name="login"]').fill(bsn)
    pagina.locator('input[name="password"]').fill("x")
    pagina.locator('button[type="submit"]').click()
    if pagina.url.startswith("http://127.0.0.1") and "/interaction/" in pagina.url:
        pagina.locator('button[type="submit"]').click()
    pagina.wait_for_url(f"{adres}/**")
