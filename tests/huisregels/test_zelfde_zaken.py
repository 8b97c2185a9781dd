"""What the list shows = whose dossier opens = what search leads to = what every count and export takes its rows from.

Random worlds of teams, memberships, exceptions, transfers and shielding; each reader asks every screen. Rows that hang
on a zaak (a term here) go through the same filter as any export or dashboard: `.voor(lezer, recht)`.
"""

import datetime
import re

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang.models import Actor, Termijn, Zaak
from toegang.rechten import GROND_RECHTEN, Grond, Recht, Rol, Wet
from toegang.statussen import ZaakStatus
from toegang.usecases.uitzonderingen import intrekken, verlenen
from wijkteams.models import Discipline, Lidmaatschap
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.wachtlijst import WACHT

pytestmark = pytest.mark.django_db
NAAM = "Vindmij"
DAG = datetime.timedelta(days=1)
MENSEN, ZAKEN, TEAMS = 4, 5, 2
TEAMROLLEN = (Rol.CONSULENT, Rol.PROCESCOORDINATOR, Rol.TEAMLEAD)
mens, zaak, team = st.integers(0, MENSEN - 1), st.integers(0, ZAKEN - 1), st.integers(0, TEAMS - 1)
DADEN = st.one_of(
    st.tuples(st.just("lid"), mens, team, st.sampled_from(TEAMROLLEN), st.sampled_from(list(Discipline))),
    st.tuples(st.just("weg"), mens),
    st.tuples(
        st.just("verlenen"), mens, zaak, st.sampled_from(sorted(GROND_RECHTEN)), st.sampled_from([-1, 1])
    ),
    st.tuples(st.just("intrekken"), zaak, st.sampled_from(sorted(GROND_RECHTEN))),
    st.tuples(st.just("naar"), zaak, st.none() | team, st.none() | mens),
    st.tuples(st.just("dicht"), zaak, st.booleans()),
)


class Wereld:
    """Colleagues with and without a role, zaken of two laws with and without a team; then random acts."""

    def __init__(self):
        self.systeem = Actor.objects.systeem()
        self.teams = WijkteamFabriek.create_batch(TEAMS)
        self.mensen = [
            MedewerkerFabriek(team=self.teams[0]),
            MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
            MedewerkerFabriek(rollen=[Rol.TOETSER, Rol.PROCESCOORDINATOR]),
            MedewerkerFabriek(),
        ]
        self.zaken = [
            ZaakFabriek(
                dossier=DossierFabriek(inwoner=InwonerFabriek(geslachtsnaam=NAAM, voorletters=letter)),
                wet=(Wet.WMO, Wet.JEUGDWET)[n % 2], wijkteam=(None, *self.teams)[n % 3], status=ZaakStatus.TE_VERDELEN,
            )
            for n, letter in enumerate("ABCDE")
        ]  # fmt: skip
        for z in self.zaken:
            Termijn(
                zaak=z, soort="onderzoek", artikel="2.3.2", begint_op=z.gemeld_op, uiterste_datum=z.gemeld_op
            ).bewaren(door=self.systeem, reden="test")

    def doen(self, wat, *waarmee) -> None:
        getattr(self, f"_{wat}")(*waarmee)

    def _lid(self, wie, waar, rol, discipline) -> None:
        lidmaatschap_beginnen(
            medewerker_id=self.mensen[wie].pk, wijkteam_id=self.teams[waar].pk, rol=rol, discipline=discipline,
            door=self.systeem, vandaag=timezone.localdate(),
        )  # fmt: skip

    def _weg(self, wie) -> None:
        lid = Lidmaatschap.objects.filter(medewerker=self.mensen[wie], tot_op=None).order_by("pk").first()
        if lid is not None:
            lidmaatschap_beeindigen(lidmaatschap_id=lid.pk, door=self.systeem, vandaag=timezone.localdate())

    def _verlenen(self, wie, welke, grond, dagen) -> None:
        nu = timezone.now()
        verlenen(
            self._vers(welke), self.mensen[wie].pk, Grond(grond), vanaf=nu - 2 * DAG, tot=nu + dagen * DAG,
            door=self.systeem,
        )  # fmt: skip

    def _intrekken(self, welke, grond) -> None:
        intrekken(self._vers(welke), Grond(grond))

    def _naar(self, welke, waar, wie) -> None:
        z = self._vers(welke)
        z.wijkteam = None if waar is None else self.teams[waar]
        z.regisseur = None if wie is None else self.mensen[wie]
        z.bewaren(door=self.systeem, reden="overgedragen")

    def _dicht(self, welke, dicht) -> None:
        z = self._vers(welke)
        z.afgeschermd = z.dossier.afgeschermd = dicht
        z.dossier.bewaren(door=self.systeem, reden="afschermen")
        z.bewaren(door=self.systeem, reden="afschermen")

    def _vers(self, welke) -> Zaak:
        return Zaak.objects.select_related("dossier").get(pk=self.zaken[welke].pk)


def gelinkt(html: str, woord: str) -> set[str]:
    """The keys in the links to this kind of page."""
    return set(re.findall(rf'href="/toegang/{woord}/([0-9a-f-]{{36}})/"', html))


def verschillen(client, wereld: Wereld, wie) -> list[str]:
    """Where two screens do not agree for this reader."""
    client.als(wie)
    lezer = Actor.objects.get(medewerker=wie)
    zaken = {str(z.pk): str(z.dossier_id) for z in wereld.zaken}
    lijst = client.get(reverse("toegang:zaken") + "?weergave=alles")
    getoond = gelinkt(lijst.content.decode(), "zaak")
    opent = {pk for pk in zaken if client.get(reverse("toegang:zaak", args=[pk])).status_code == 200}
    rijen = {
        str(pk) for pk in Termijn.objects.voor(lezer, Recht.PROCES_INZIEN).values_list("zaak", flat=True)
    }
    uit = []
    for wat, anders in {"detail": opent, "rows of an export": rijen}.items():
        if anders != getoond:
            uit.append(f"{wie.pk}: list {sorted(getoond)}, {wat} {sorted(anders)}")
    if lijst.context["totaal"] != len(getoond):
        uit.append(f"{wie.pk}: the list counts {lijst.context['totaal']} and shows {len(getoond)}")
    dossiers = {zaken[pk] for pk in getoond}
    opent_dossier = {
        d for d in zaken.values() if client.get(reverse("toegang:dossier", args=[d])).status_code != 404
    }
    if opent_dossier != dossiers:
        uit.append(f"{wie.pk}: dossiers of the list {sorted(dossiers)}, that open {sorted(opent_dossier)}")
    gezocht = client.post(reverse("toegang:zoeken"), {"zoek": NAAM})
    if gezocht.status_code == 200 and gelinkt(gezocht.content.decode(), "dossier") != dossiers:
        uit.append(f"{wie.pk}: search leads to {sorted(gelinkt(gezocht.content.decode(), 'dossier'))}")
    uit += _beeld(client, lezer, wie, getoond)
    verdelen = client.get(reverse("wijkteams:verdelen"))
    if verdelen.status_code == 200:
        wacht = Zaak.objects.voor(lezer, Recht.VERDELEN).filter(WACHT)
        op_blad = {str(z.pk) for z in verdelen.context["rijen"]}
        if op_blad != {str(z.pk) for z in wacht} or not op_blad <= getoond:
            uit.append(f"{wie.pk}: the waiting list shows {sorted(op_blad)}")
    return uit


def _beeld(client, lezer, wie, getoond: set[str]) -> list[str]:
    """The teamlead's figures: the list behind "open dossiers" of each team, its count, and the file of it."""
    uit = []
    for team in sorted({pk for ids in lezer.rechten.teams.get(Recht.VERDELEN, {}).values() for pk in ids}):
        vraag = {"team": team, "cijfer": "open"}
        lijst = client.get(reverse("wijkteams:teambeeld_lijst"), vraag)
        if lijst.status_code == 403:
            continue
        bestand = client.get(reverse("wijkteams:teambeeld_lijst_exporteren"), vraag).content.decode(
            "utf-8-sig"
        )
        op_blad = gelinkt(lijst.content.decode(), "zaak")
        mag = Zaak.objects.voor(lezer, Recht.VERDELEN).filter(wijkteam=team)
        telt = {lijst.context["totaal"], len(op_blad), bestand.count(NAAM)}
        if (
            op_blad != {str(pk) for pk in mag.values_list("pk", flat=True)}
            or len(telt) != 1
            or not op_blad <= getoond
        ):
            uit.append(f"{wie.pk}: the figures of team {team} show {sorted(op_blad)}, counts {sorted(telt)}")
    return uit


def test_elk_scherm_laat_dezelfde_zaken_zien(client, db, stil):
    wereld = Wereld()
    gezien = []

    @settings(
        max_examples=4, deadline=None, database=None, derandomize=True, phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(DADEN, min_size=3, max_size=10))
    def in_elke_wereld(daden):
        punt = transaction.savepoint()
        try:
            for dad in daden:
                wereld.doen(*dad)
            for wie in wereld.mensen:
                gezien.append(wie.pk)
                assert verschillen(client, wereld, wie) == []
        finally:
            transaction.savepoint_rollback(punt)

    in_elke_wereld()
    assert len(gezien) >= 4 * MENSEN


def test_de_regel_wordt_rood(client, monkeypatch):
    """A screen that forgets to ask who reads, shows more than opens."""
    wereld = Wereld()
    monkeypatch.setattr("toegang.views.zaken._weergave", lambda alle, weergave, lezer: Zaak.objects.all())

    assert verschillen(client, wereld, wereld.mensen[3])
