"""The read log of 2,000,000 rows: verifying its seals, and who saw one dossier.

In a database of its own, made of the seed: a seal takes only what was committed.
"""

import re

from django.db import connection, transaction
from django.urls import reverse
from django.utils import timezone

from tests.bench import grens, meten, wereld
from tests.bench.browser import Browser
from tests.bench.schermen import Werelden, bekijken
from tests.bench.uitslag import Uitslag
from toegang.models import Actor, Zaak
from toegang.samenvoegen import met_dubbelen
from toegang.usecases.zegel_zetten import zegel_zetten
from toegang.zegel import controleren

NAAM, NAAM_WIE = "verifying the read log", "who saw this dossier"
DATABASE, RIJEN, VAN_DIT_DOSSIER = "bench_leeslog", 2_000_000, 40
UIT_HET_LOG = re.compile(r"^EXECUTE gekeken")  # the statement of `toegang/wie_keek.py`
ERBIJ = """
INSERT INTO toegang_inzage (actor, wie, rollen, actie, uitkomst, inwoner, dossier, zaak, laag, scherm, grond, nood,
  vanaf, verzoek)
SELECT %(actor)s, 'bench', '', 'inzien', 'gelukt', coalesce(%(inwoner)s, gen_random_uuid()), %(dossier)s,
  coalesce(%(zaak)s, gen_random_uuid()), 'L2b', 'zaak', '', false, '127.0.0.1', gen_random_uuid()
  FROM generate_series(1, %(n)s)
"""


def meten_leeslog(u: Uitslag, w: Werelden, *, ronden: int = meten.RONDEN, rijen: int = RIJEN) -> None:
    """Both lines; the database goes again."""
    wereld._weg_en_nieuw(DATABASE, sjabloon=wereld.ZAAD)
    try:
        with wereld.in_database(DATABASE) as verbinding:
            zaak = _vullen(rijen)
            _wie_keek(u, w, zaak, ronden=ronden)
            _verifieren(u, rijen, ronden=min(ronden, 8))
            verbinding.close()
    finally:
        wereld._weg(DATABASE)


def _vullen(rijen: int) -> Zaak:
    """Rows of everybody, and in the middle those of one zaak."""
    systeem = Actor.objects.systeem()
    zaak = Zaak.objects.filter(regisseur__isnull=False, afgeschermd=False).select_related(
        "dossier", "regisseur"
    )[0]
    niemand = {"actor": systeem.pk, "inwoner": None, "dossier": None, "zaak": None, "n": rijen // 2}
    van = {
        "inwoner": zaak.dossier.inwoner_id,
        "dossier": zaak.dossier_id,
        "zaak": zaak.pk,
        "n": VAN_DIT_DOSSIER,
    }
    with connection.cursor() as cursor:
        for wat in (niemand, niemand | van, niemand):
            cursor.execute(ERBIJ, wat)
        cursor.execute("ANALYZE toegang_inzage")
    zegel_zetten(door=systeem, nu=timezone.now())
    return zaak


def _wie_keek(u: Uitslag, w: Werelden, zaak: Zaak, *, ronden: int) -> None:
    browser, pad = Browser().aanmelden(zaak.regisseur), reverse("toegang:wie_keek", args=[zaak.pk])
    _, gezien = bekijken(browser, lambda b: b.get(pad, secure=True))
    m = meten.naast_elkaar(
        lambda: browser.get(pad, secure=True),
        lambda: w.kaal.get(f"/rij/{zaak.dossier.inwoner_id}/"),
        ronden=ronden,
    )
    u.erbij(NAAM_WIE, "page, times the bare view", m.ratio, 3, f"{m.ms:.1f} ms : {m.grens_ms:.1f} ms")
    vraag = next(statement for statement in gezien if UIT_HET_LOG.search(statement[0]))
    grens.wie_keek_van.update(
        zaak=met_dubbelen(lezer=zaak.regisseur.actor, pk=zaak.pk, vandaag=timezone.localdate())[0],
        lezer=zaak.regisseur.actor,
    )
    delen = {
        "its question, times the bare view": lambda: grens.kale_vraag(*vraag),
        "its list without a frame, times the bare view": lambda: w.kaal.get("/wie_keek/"),
        "its statements without Django, times the bare view": lambda: _alle_opdrachten(gezien),
    }
    for naam, doen in delen.items():
        m = meten.naast_elkaar(doen, lambda: w.kaal.get(f"/rij/{zaak.dossier.inwoner_id}/"), ronden=ronden)
        u.erbij(NAAM_WIE, naam, m.ratio, 3, f"{m.ms:.2f} ms : {m.grens_ms:.2f} ms")
    scans = meten.volle_scans(gezien)
    u.erbij(NAAM_WIE, "sequential scans above 10,000 rows", len(scans), 0, "; ".join(scans))


def _alle_opdrachten(gezien: list[tuple[str, object]]) -> None:
    """What the page asks and writes, in one transaction as it does: the least that any program would need for it."""
    with transaction.atomic(), connection.cursor() as cursor:
        for opdracht in gezien:
            cursor.execute(*opdracht)


def _verifieren(u: Uitslag, rijen: int, *, ronden: int) -> None:
    """Every row recomputed, against SHA-256 over the same rows in SQL."""

    def kaal() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(sha256(toegang_inzage_tekst(e))) FROM toegang_inzage e")
            cursor.fetchone()

    gevonden = list(controleren(""))
    m = meten.naast_elkaar(lambda: list(controleren("")), kaal, ronden=ronden, keer=1)
    u.erbij(
        NAAM,
        "times SHA-256 over the rows",
        m.ratio,
        3,
        f"{m.ms:.0f} ms : {m.grens_ms:.0f} ms, {rijen:,} rows",
    )
    u.erbij(NAAM, "findings", len(gevonden), 0, "; ".join(map(str, gevonden))[:200])
