"""The citizen's site with 200 citizens at once: its own process and database role, sessions that are signed in.

The measure is the wait itself: 200 who all ask in the same second wait in one line before two processes. The last of
the first 95% may wait no longer than that line takes by itself, times a margin; and nobody gets an error.
"""

import gzip
import os
import re
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.client import HTTPConnection

from django.conf import settings
from django.db import connection
from django.utils import timezone

from portaal.middleware import IK, VOOR
from portaal.sessies import SessionStore
from tests.bench import wereld
from tests.bench.schermen import Werelden
from tests.bench.uitslag import Uitslag
from toegang.models import Zaak
from toegang.sessies import ACTIEF, BEGONNEN

NAAM = "200 citizens at once"
BURGERS, PROCESSEN, MARGE, HOOGSTENS_KB, EERSTE_KEER_KB = 200, 2, 2, 60, 150
PADEN = ("/", "/vragen/", "/brieven/", "/gegevens/", "/wie-keek/")
KOEKJE = "__Host-portaal"


@contextmanager
def _site(database: str) -> Iterator[int]:
    """The port of the site on this database."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        poort = s.getsockname()[1]
    host = settings.DATABASES["default"]["HOST"].replace("/", "%2F")
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.bench.instellingen_portaal", "ALLOWED_HOSTS": "127.0.0.1",
        "PORTAAL_DATABASE_URL": f"postgresql://{settings.DATABASE_ROL_PORTAAL}@/{host}/{database}",
        "SECURE_SSL_REDIRECT": "False", "OIDC_ISSUER": "https://broker.invalid", "OIDC_CLIENT_ID": "bench",
        "OIDC_CLIENT_SECRET": "bench-bench",
    }  # fmt: skip
    opdracht = [
        sys.executable, "-m", "gunicorn", "config.wsgi_portaal", "--bind", f"127.0.0.1:{poort}", "--workers",
        str(PROCESSEN), "--threads", "4", "--backlog", "1024", "--log-level", "error",
    ]  # fmt: skip
    proces = subprocess.Popen(opdracht, cwd=wereld.PROJECT, env=omgeving, stdout=subprocess.DEVNULL)
    try:
        einde = time.monotonic() + 60
        while time.monotonic() < einde:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{poort}/gezond/", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        else:
            raise RuntimeError("the citizen's site does not answer")
        yield poort
    finally:
        proces.terminate()
        proces.wait(20)


def _sessies() -> list[str]:
    """A signed-in session each, of people who have a question."""
    rijen = Zaak.objects.exclude(onderwerp="veiligheid").filter(
        dossier__inwoner__overleden_op="", dossier__inwoner__geboren__lt="2000",
        dossier__inwoner__samengevoegd_met=None,
    )  # fmt: skip
    mensen = (
        rijen.order_by("dossier__inwoner").values_list("dossier__inwoner", flat=True).distinct()[:BURGERS]
    )
    nu, uit = timezone.now().timestamp(), []
    for pk in mensen:
        sessie = SessionStore()
        sessie.update({IK: str(pk), VOOR: str(pk), ACTIEF: nu, BEGONNEN: nu})
        sessie.set_expiry(timedelta(hours=1))
        sessie.create()
        uit.append(sessie.session_key)
    return uit


def _vragen(poort: int, sleutel: str, pad: str) -> tuple[float, int, bytes]:
    begin = time.perf_counter()
    verbinding = HTTPConnection("127.0.0.1", poort, timeout=120)
    try:
        verbinding.request("GET", pad, headers={"Cookie": f"{KOEKJE}={sleutel}"})
        antwoord = verbinding.getresponse()
        inhoud = antwoord.read()
    finally:
        verbinding.close()
    return time.perf_counter() - begin, antwoord.status, inhoud


def _tegelijk(poort: int, sessies: list[str], pad: str) -> list[tuple[float, int]]:
    """All of them in the same moment; a lost connection is an error (0)."""
    uit: list[tuple[float, int]] = []
    samen = threading.Barrier(len(sessies))

    def een(sleutel: str) -> None:
        samen.wait(60)
        try:
            duur, status, _ = _vragen(poort, sleutel, pad)
        except OSError:
            duur, status = 0.0, 0
        uit.append((duur, status))

    draden = [threading.Thread(target=een, args=(s,)) for s in sessies]
    for d in draden:
        d.start()
    for d in draden:
        d.join(180)
    return uit


def meten_portaal(u: Uitslag, w: Werelden, *, burgers: int = BURGERS) -> None:
    """In the large world; the lines of the citizen's site."""
    w.in_(w.groot)
    sessies = _sessies()[:burgers]
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        database = cursor.fetchone()[0]
    with _site(database) as poort:
        alleen, fouten, wachten = [], 0, []
        for pad in PADEN:
            _vragen(poort, sessies[0], pad), _vragen(poort, sessies[1], pad)
            keren = [_vragen(poort, s, pad) for s in sessies[:10]]
            een = statistics.median(duur for duur, _, _ in keren)
            alleen.append(een)
            samen = _tegelijk(poort, sessies, pad)
            fouten += sum(status != 200 for _, status in samen) + len(sessies) - len(samen)
            p95 = sorted(duur for duur, _ in samen)[int(len(samen) * 0.95) - 1]
            rij = een * len(sessies) / PROCESSEN
            wachten.append(p95 / rij)
            u.erbij(
                NAAM,
                f"{pad}: p95 : their line",
                p95 / rij,
                MARGE,
                f"{p95 * 1000:.0f} ms : {rij * 1000:.0f} ms",
            )
            u.erbij(NAAM, f"{pad}: HTML, KB", len(keren[0][2]) / 1024, HOOGSTENS_KB)
        u.erbij(NAAM, "errors", fouten, 0, f"{len(sessies) * len(PADEN)} pages")
        u.erbij(NAAM, "first time, KB", _eerste_keer(poort, sessies[0]) / 1024, EERSTE_KEER_KB)


def _eerste_keer(poort: int, sleutel: str) -> int:
    """The home page with its styles, script and pictures; static files as production sends them, compressed once."""
    _, _, html = _vragen(poort, sleutel, "/")
    omvang = len(html)
    for pad in set(re.findall(r'(?:href|src)="(/static/[^"]+)"', html.decode())):
        with urllib.request.urlopen(f"http://127.0.0.1:{poort}{pad}", timeout=20) as antwoord:
            omvang += len(gzip.compress(antwoord.read()))
    return omvang
