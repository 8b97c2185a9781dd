"""The lines of the table that are a screen: ratio, statements, bytes, plans, the small world, deep pages."""

import re
from collections.abc import Callable

from tests.bench import grens, meten, wereld
from tests.bench.browser import Browser
from tests.bench.uitslag import Uitslag
from wijkteams.models import Medewerker

KB = 1024
LOG = re.compile(r"INSERT INTO toegang_inzage\b|^EXECUTE schrijf_toegang_inzage_\d")
RECHTEN = re.compile(r"wijkteams_wijkteamuserobjectpermission|EXECUTE (met_)?rechten_")


class Werelden:
    """Both databases with a browser per person; `in_(n)` chooses."""

    def __init__(self, maten=wereld.MATEN):
        self.kaal = Browser(grens.Kaal())
        self.verbindingen = {n: wereld.verbinding(wereld.naam(n)) for n in maten}
        self.browsers: dict = {}
        self.klein, self.groot = maten[0], maten[-1]

    def in_(self, n: int) -> None:
        wereld.wisselen(self.verbindingen[n])

    def browser(self, wie: str, n: int) -> Browser:
        """This person in this world; chooses that world."""
        self.in_(n)
        if (wie, n) not in self.browsers:
            self.browsers[wie, n] = Browser().aanmelden(Medewerker.objects.get(username=wie))
        return self.browsers[wie, n]

    def sluiten(self) -> None:
        for verbinding in self.verbindingen.values():
            verbinding.close()


def bekijken(browser: Browser, doen: Callable):
    """One request that must be a page: (answer, statements); after a first one that fills the caches."""
    doen(browser)
    with meten.vragen_tellen() as gezien:
        antwoord = doen(browser)
    if antwoord.status_code not in (200, 302):
        raise RuntimeError(f"{antwoord.status_code}: {antwoord.text[:300]}")
    return antwoord, gezien


def scherm(
    u: Uitslag, w: Werelden, naam: str, wie: str, doen: Callable[[int], Callable], *, kaal: Callable[[], str],
    maal: float, vragen_max: int, kb: int | None = None, ronden: int = meten.RONDEN, voor: Callable | None = None,
    logregels: int = 1,
) -> None:  # fmt: skip
    """All lines of one screen. `doen(n)` gives what the browser does in the world of n dossiers."""
    browser = w.browser(wie, w.groot)
    groot = doen(w.groot)
    antwoord, gezien = bekijken(browser, groot)
    adres = kaal()
    m = meten.naast_elkaar(
        lambda: groot(browser),
        lambda: w.kaal.get(adres),
        ronden=ronden,
        voor_werk=voor and (lambda: voor(browser)),
    )
    u.erbij(naam, "times the bare view", m.ratio, maal, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")
    u.erbij(naam, "queries", len(gezien), vragen_max)
    if logregels:
        u.erbij(
            naam,
            "queries not one for the log",
            abs(sum(bool(LOG.search(s)) for s, _ in gezien) - logregels),
            0,
        )
    u.erbij(naam, "queries above one for the rights", sum(bool(RECHTEN.search(s)) for s, _ in gezien) - 1, 0)
    if kb:
        u.erbij(naam, "HTML, KB", len(antwoord.content) / KB, kb)
    scans = meten.volle_scans(gezien)
    u.erbij(naam, "sequential scans above 10,000 rows", len(scans), 0, "; ".join(scans))
    klein_browser, klein = w.browser(wie, w.klein), doen(w.klein)
    _, gezien_klein = bekijken(klein_browser, klein)
    u.erbij(naam, f"queries more or less at {w.klein}", abs(len(gezien) - len(gezien_klein)), 0)
    m = meten.naast_elkaar(
        lambda: groot(browser), lambda: klein(klein_browser), ronden=ronden,
        voor_werk=lambda: (w.in_(w.groot), voor and voor(browser)),
        voor_grens=lambda: (w.in_(w.klein), voor and voor(klein_browser)),
    )  # fmt: skip
    w.in_(w.groot)
    u.erbij(
        naam, f"{w.groot} against {w.klein} dossiers", m.ratio, 1.3, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms"
    )


def bladzijden(
    u: Uitslag, w: Werelden, naam: str, wie: str, eerste: str, *, diep: int = 100, achteruit: str = "",
    ronden: int = meten.RONDEN,
) -> None:  # fmt: skip
    """The 100th page, reached by its links, and the list from its other end, against the first page."""
    browser = w.browser(wie, w.groot)
    pad = eerste
    for _ in range(diep - 1):
        if (verder := volgende(browser.get(pad, secure=True).text)) is None:
            break
        pad = eerste.partition("?")[0] + verder
    _, gezien = bekijken(browser, lambda b: b.get(eerste, secure=True))
    for wat, ander in ((f"page {diep} against the first", pad), ("reversed against the first", achteruit)):
        if not ander:
            continue
        _, gezien_ander = bekijken(browser, lambda b, ander=ander: b.get(ander, secure=True))
        m = meten.naast_elkaar(
            lambda ander=ander: browser.get(ander, secure=True),
            lambda: browser.get(eerste, secure=True),
            ronden=ronden,
        )
        u.erbij(naam, wat, m.ratio, 1.2, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")
        u.erbij(naam, f"{wat}: queries more", len(gezien_ander) - len(gezien), 0)
        scans = meten.volle_scans(gezien_ander)
        u.erbij(naam, f"{wat}: seq. scans", len(scans), 0, "; ".join(scans))


def volgende(html: str) -> str | None:
    """The address of the next page, as the page itself gives it."""
    gevonden = re.search(r'rel="next" href="([^"]+)"', html)
    return gevonden[1].replace("&amp;", "&") if gevonden else None
