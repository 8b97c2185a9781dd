"""The page of a team at 20,000 dossiers: its statements against the bare GROUP BYs, its queries, the bare list.

The limit of the SQL is what the figures are made of: every GROUP BY by itself, over all rows of the team, without the
rights of a reader, without JSON, not joined into one statement.
"""

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from tests.bench import meten, personas
from tests.bench.schermen import Werelden, bekijken
from tests.bench.uitslag import Uitslag
from toegang import onderdelen
from toegang.cijfers import Vraag, opdracht
from toegang.models import Actor
from toegang.rechten import Rechten
from wijkteams.models import Wijkteam

NAAM = "page of a team"
WIE, TEAM = "teamlead0", "Wijkteam 0"
SQL_MAAL, VRAGEN, MAAL = 1.5, 8, 6


def vragen(v: Vraag) -> dict:
    """Those of every room."""
    return {
        naam: vraag for k in onderdelen.alle() if k.cijfers for naam, vraag in k.cijfers.vragen(v).items()
    }


class Alles:
    """A reader without limits, whose laws are those of the teamlead: for the numbers of the other teams."""

    def __init__(self, lezer: Actor):
        self.rechten = Rechten(alles=True, teams=lezer.rechten.teams)


def kaal(v: Vraag) -> list[tuple[str, tuple]]:
    """Each GROUP BY by itself."""
    opdrachten = []
    for vraag in vragen(v).values():
        try:
            opdrachten.append(vraag.order_by().query.sql_with_params())
        except EmptyResultSet:
            continue
    return opdrachten


def meten_teambeeld(u: Uitslag, w: Werelden, *, ronden: int, tellen: bool = False) -> None:
    """By the teamlead of one of the ten teams."""
    browser = w.browser(WIE, w.groot)
    pad = reverse("wijkteams:teambeeld")
    antwoord, gezien = bekijken(browser, lambda b: b.get(pad, secure=True))
    u.erbij(NAAM, "queries", len(gezien), VRAGEN)
    u.erbij(NAAM, "HTML, KB", len(antwoord.content) / 1024, 80)
    if tellen:
        for sql, _ in gezien:
            print("     |", " ".join(sql.split())[:3000])
    lezer = personas.actor(WIE)
    v = Vraag(lezer, Wijkteam.objects.get(naam=TEAM).pk, timezone.localdate())
    opdrachten = kaal(Vraag(Alles(lezer), v.wijkteam_id, v.vandaag))
    eigen = vragen(v)

    def ook_zo() -> None:
        with connection.cursor() as cursor:
            for sql, waarden in opdrachten:
                cursor.execute(sql, waarden)
                cursor.fetchall()

    duur = _sql(eigen)
    m = meten.naast_elkaar(duur, ook_zo, ronden=ronden)
    u.erbij(NAAM, "SQL against its GROUP BYs", m.ratio, SQL_MAAL, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")
    m = meten.naast_elkaar(
        lambda: browser.get(pad, secure=True), lambda: w.kaal.get("/lijst/25/"), ronden=ronden
    )
    u.erbij(NAAM, "times the bare view", m.ratio, MAAL, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")


def _sql(eigen: dict):
    """The one statement of the page, built beforehand: only what the database does."""
    delen, waarden = opdracht(eigen)
    sql = " UNION ALL ".join(delen)

    def doen() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, waarden)
            cursor.fetchall()

    return doen
