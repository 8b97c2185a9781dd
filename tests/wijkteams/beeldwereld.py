"""A made-up team with rows in every state, drawn from a seed: only for counting, so made in bulk and not by use-cases."""

import datetime
import itertools
from decimal import Decimal
from random import Random

from tests.fabrieken import VANDAAG, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from toegang.models import (
    GEEN_TERMIJN,
    Actor,
    Afsluitreden,
    Dossier,
    Leefgebied,
    Opschorting,
    Termijn,
    TermijnSoort,
    Zaak,
    Zaaksoort,
)
from toegang.models.bulk import bulk_met_historie
from toegang.rechten import Rol, Wet
from toegang.statussen import ZaakStatus
from voorzieningen.models import Afloopreden, Indicatie, Levering
from wijkteams.models import Discipline, Doel, Doeloordeel, Evaluatie, Leefzorgplan, Plandeel
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen

DAG = datetime.timedelta(days=1)
BEGIN = datetime.date(2020, 1, 1)
OPEN = [s for s in ZaakStatus if s != ZaakStatus.AFGESLOTEN]


class Beeldwereld:
    """Teams with consulenten and a teamlead each; `zaken(n)` adds n zaken with all that hangs on them."""

    def __init__(self, teams: int = 2):
        self.systeem, self.nummers = Actor.objects.systeem(), itertools.count(1)
        self.teams = [WijkteamFabriek() for _ in range(teams)]
        self.mensen = {t.pk: [MedewerkerFabriek(team=t) for _ in range(2)] for t in self.teams}
        self.leads = [self.lead(t, *Discipline) for t in self.teams]
        self.product, self.aanbieder = huishoudelijke_hulp()
        self.inwoner = InwonerFabriek()
        self.overleden = InwonerFabriek(overleden_op="20250101")

    def lead(self, team, *disciplines, rol=Rol.TEAMLEAD):
        mens = MedewerkerFabriek()
        for discipline in disciplines:
            lidmaatschap_beginnen(
                medewerker_id=mens.pk, wijkteam_id=team.pk, rol=rol, discipline=discipline, door=self.systeem,
                vandaag=BEGIN,
            )  # fmt: skip
        return mens

    def bewaren(self, rijen: list) -> list:
        bulk_met_historie(rijen, door=self.systeem, reden="test")
        return rijen

    def zaken(self, hoeveel: int, kans: Random) -> list[Zaak]:
        dossiers = self.bewaren(
            [
                Dossier(inwoner=kans.choice([InwonerFabriek()] * 9 + [InwonerFabriek(overleden_op="20250101")]), geopend_op=BEGIN)
                for _ in range(hoeveel // 2)
            ]
        )  # fmt: skip
        zaken = self.bewaren([self._zaak(dossiers[nr % len(dossiers)], kans) for nr in range(hoeveel)])
        self._termijnen(zaken, kans)
        self._plannen(zaken, kans)
        self._hulp(zaken, kans)
        return zaken

    def _zaak(self, dossier: Dossier, kans: Random) -> Zaak:
        team = kans.choice(self.teams)
        dicht = kans.random() < 0.5
        gemeld = VANDAAG - kans.randint(0, 800) * DAG
        spoed = kans.random() < 0.2
        return Zaak(
            dossier=dossier, wet=kans.choice([Wet.WMO, Wet.WMO, Wet.JEUGDWET]), soort=kans.choice(list(Zaaksoort)),
            onderwerp=Leefgebied.HUISHOUDEN, gemeld_op=gemeld, spoed=spoed, afgeschermd=kans.random() < 0.1,
            wijkteam=kans.choice([team, team, team, None]) if not dicht else team,
            regisseur=kans.choice([None, *self.mensen[team.pk]]),
            status=ZaakStatus.AFGESLOTEN if dicht else kans.choice(OPEN),
            afgesloten_op=kans.choice([VANDAAG, gemeld + kans.randint(0, (VANDAAG - gemeld).days) * DAG]) if dicht else None,
            afsluitreden=kans.choice(list(Afsluitreden)) if dicht else "",
            eerstvolgende_op=gemeld if spoed else kans.choice([GEEN_TERMIJN, VANDAAG + kans.randint(-9, 9) * DAG]),
        )  # fmt: skip

    def _termijnen(self, zaken: list[Zaak], kans: Random) -> None:
        termijnen = []
        for zaak in zaken:
            for soort in (TermijnSoort.ONDERZOEK, TermijnSoort.BESLUIT, TermijnSoort.BESLUIT)[
                : kans.randint(0, 3)
            ]:
                begin = VANDAAG - kans.randint(0, 200) * DAG
                klaar = begin + kans.randint(0, (VANDAAG - begin).days) * DAG
                al_klaar = soort == TermijnSoort.BESLUIT or kans.random() < 0.7
                gehaald = {"gehaald_op": klaar} if al_klaar else {}
                uiterst = begin + kans.randint(0, 60) * DAG
                termijnen.append(
                    Termijn(
                        zaak=zaak,
                        soort=soort,
                        artikel="test",
                        begint_op=begin,
                        uiterste_datum=uiterst,
                        **gehaald,
                    )
                )
        self.bewaren(termijnen)
        self.bewaren(
            [
                Opschorting(termijn=t, grond="aanvulling", vanaf_op=t.begint_op + 2 * DAG, tot_op=t.begint_op + 6 * DAG,
                            einde="aangevuld")
                for t in termijnen if kans.random() < 0.2
            ]
        )  # fmt: skip

    def _plannen(self, zaken: list[Zaak], kans: Random) -> None:
        for zaak in zaken:
            if kans.random() < 0.5:
                continue
            plan = Leefzorgplan(dossier=zaak.dossier, opgesteld_op=BEGIN, afgesloten_op=BEGIN)
            dicht = kans.random() < 0.6
            deel = Plandeel(
                plan=plan, zaak=zaak, begonnen_op=BEGIN, vastgesteld_op=BEGIN,
                evaluatie_op=VANDAAG + kans.randint(-40, 100) * DAG, status="afgesloten" if dicht else "vastgesteld",
                afgesloten_op=VANDAAG - kans.randint(0, 500) * DAG if dicht else None,
            )  # fmt: skip
            doel = Doel(
                plan=plan,
                leefgebied="huishouden",
                ik_wil="x",
                score_straks=kans.choice([None, 3, 4]),
                uiterlijk_op=VANDAAG,
            )
            for rij in (plan, deel, doel):
                rij.bewaren(door=self.systeem, reden="test")
            for keer in range(kans.randint(0, 2)):
                evaluatie = Evaluatie(deel=deel, gehouden_op=BEGIN + keer * DAG, aanwezigen="x")
                evaluatie.bewaren(door=self.systeem, reden="test")
                Doeloordeel(
                    evaluatie=evaluatie, doel=doel, score=kans.choice([None, 2, 3, 5]), besluit="doorgaan"
                ).bewaren(door=self.systeem, reden="test")

    def _hulp(self, zaken: list[Zaak], kans: Random) -> None:
        """One piece of running help a dossier, and ended ones that may follow each other."""
        heeft: set = set()
        rijen = []
        for zaak in zaken:
            loopt = zaak.dossier_id not in heeft and kans.random() < 0.6
            heeft.add(zaak.dossier_id)
            begin = VANDAAG - kans.randint(100, 1100) * DAG
            einde = (
                VANDAAG + kans.randint(-10, 120) * DAG
                if loopt
                else min(VANDAAG, begin + kans.randint(30, 700) * DAG)
            )
            rijen.append(
                Indicatie(
                    zaak=zaak, dossier=zaak.dossier, product=self.product, vorm="natura", aanbieder=self.aanbieder,
                    volume=Decimal(kans.choice([60, 90, 120])), eenheid="01", frequentie=kans.choice(["2", "2", "4"]),
                    ingangsdatum=begin, einddatum=einde, tarief=Decimal(30), tarief_eenheid="04", resultaat="x",
                    voorgesteld_op=begin, status="lopend" if loopt else "beeindigd",
                    beeindigd_op=None if loopt else einde,
                    **({"loopt_af_op": einde, "loopt_af_reden": Afloopreden.NIET_NODIG} if kans.random() < 0.5 else {}),
                )
            )  # fmt: skip
        self.bewaren(rijen)
        self.bewaren([self._levering(i, nr % 5) for nr, i in enumerate(rijen) if i.status == "lopend"])

    def _levering(self, indicatie: Indicatie, soort: int) -> Levering:
        """Begun, too late, not ordered, with time left, or stopped."""
        besteld = {} if soort == 2 else {"toegewezen_op": BEGIN, "toewijzingnummer": next(self.nummers)}
        stopte = {"gestopt_op": indicatie.ingangsdatum, "stopreden": "22"} if soort == 4 else {}
        begon = {"begonnen_op": indicatie.ingangsdatum} if soort in (0, 4) else {}
        uiterlijk = VANDAAG + (5 if soort == 3 else -5) * DAG
        return Levering(
            indicatie=indicatie, verleend_op=BEGIN, uiterlijk_begin_op=uiterlijk, **besteld, **begon, **stopte
        )
