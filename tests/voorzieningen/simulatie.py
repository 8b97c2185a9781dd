"""A year of a municipality in minutes: help that ends every day, two schedulers at once, crashes, outages, events.

What must have happened is worked out here from the dates alone, with arithmetic of its own.
"""

import datetime
import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import QuerySet

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from toegang.models import Actor, Brief, Dossier, Gebeurtenis, Inwoner, Taak, Zaak
from toegang.models.bulk import bulk_met_historie
from toegang.rechten import Laag, Rol
from toegang.usecases.heronderzoek_openen import heronderzoek_openen
from voorzieningen.models import Herinnering, Indicatie
from voorzieningen.usecases import herinneringen_doen
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen
from voorzieningen.usecases.herinneringsbrief import SOORT, sleutel_van
from voorzieningen.usecases.indicatie_beeindigen import indicatie_beeindigen
from voorzieningen.usecases.indicatie_laten_aflopen import indicatie_laten_aflopen
from voorzieningen.usecases.indicatie_verlengen import indicatie_verlengen

HIER = ZoneInfo("Europe/Amsterdam")
BEGIN = datetime.date(2027, 10, 1)  # holds 29 February 2028 and both changes of the clock
DAGEN = 366
DAG = datetime.timedelta(days=1)
NU = datetime.datetime(2027, 10, 1, tzinfo=datetime.UTC)
ERVOOR = (112, 70, 56, 28, 14, 0, -1)  # days before the last day, rung by rung
LASTIG = (
    datetime.date(2028, 2, 29), datetime.date(2028, 6, 20), datetime.date(2027, 10, 31), datetime.date(2028, 3, 26),
    datetime.date(2028, 1, 1),
)  # fmt: skip
GEBEURTENISSEN = ("verlengen", "beeindigen", "aflopen", "heronderzoek")


class Gedood(BaseException):
    """The process is gone: nothing catches it, the transaction is undone."""


@dataclass
class Hulp:
    """One indicatie as this simulation knows it: when its ladder began and stopped, for each last day."""

    pk: object
    ingang: datetime.date
    einde: datetime.date
    sinds: datetime.date = datetime.date.min  # from when this last day holds
    gestopt: datetime.date | None = None
    eerder: list = field(default_factory=list)  # (last day, since, until)

    def ladders(self) -> list[tuple[datetime.date, datetime.date, datetime.date | None]]:
        return [*self.eerder, (self.einde, self.sinds, self.gestopt)]


class Simulatie:
    """`echt`: one in so many letters is asked for by the use-case; the others are their bare rows, written as it would."""

    def __init__(self, aantal: int, *, zaad: int = 2028, per_keer: int = 50, echt: int = 1):
        self.kans = Random(zaad)
        self.per_keer, self.echt = per_keer, echt
        self.hulp = self._wereld(aantal)
        self.plan = self._gebeurtenissen()
        self.vol: list[datetime.date] = []  # days on which a run was completed
        self.telling: Counter[str] = Counter()
        self.dood_na = threading.local()

    # --- the municipality ---------------------------------------------------------------------------

    def _wereld(self, aantal: int) -> list[Hulp]:
        systeem = Actor.objects.systeem()
        teams = [WijkteamFabriek() for _ in range(4)]
        mensen = {t.pk: [MedewerkerFabriek(team=t, team__rol=Rol.CONSULENT) for _ in range(3)] for t in teams}
        product, aanbieder = huishoudelijke_hulp()
        hulp: list[Hulp] = []
        for vanaf in range(0, aantal, 1000):
            rijen: dict[type, list] = {Inwoner: [], Dossier: [], Zaak: [], Indicatie: []}
            for nr in range(vanaf, min(aantal, vanaf + 1000)):
                team = teams[nr % len(teams)]
                einde = self._einde(nr)
                kort = self.kans.random() < 0.1
                ingang = einde - DAG * (self.kans.randint(3, 140) if kort else 730)
                inwoner = Inwoner(
                    voorletters="A.", geslachtsnaam=f"Jansen{nr}", geboren="19480403", straat="Kerkstraat",
                    huisnummer=12, postcode="5921AB", woonplaats="Venlo",
                )  # fmt: skip
                dossier = Dossier(inwoner=inwoner, geopend_op=ingang)
                zaak = Zaak(
                    dossier=dossier, wet="wmo", onderwerp="huishouden", gemeld_op=ingang, status="afgesloten",
                    afgesloten_op=ingang, afsluitreden="besluit", wijkteam=team,
                    regisseur=self.kans.choice([*mensen[team.pk], None]),
                )  # fmt: skip
                indicatie = Indicatie(
                    zaak=zaak, dossier=dossier, product=product, aanbieder=aanbieder, vorm="natura", volume=105,
                    eenheid="01", frequentie="2", ingangsdatum=ingang, einddatum=einde, tarief=36, tarief_eenheid="04",
                    resultaat="schoon", status="lopend", voorgesteld_op=ingang,
                )  # fmt: skip
                for rij in (inwoner, dossier, zaak, indicatie):
                    rijen[type(rij)].append(rij)
                hulp.append(Hulp(indicatie.pk, ingang, einde))
            for model in rijen:
                bulk_met_historie(rijen[model], door=systeem, reden="simulatie")
        return hulp

    def _einde(self, nr: int) -> datetime.date:
        if nr % 20 < len(LASTIG):
            return LASTIG[nr % 20]
        return BEGIN + DAG * self.kans.randint(-10, DAGEN + 120)

    def _gebeurtenissen(self) -> dict[datetime.date, list[tuple[str, Hulp]]]:
        plan: dict[datetime.date, list[tuple[str, Hulp]]] = {}
        for h in self.hulp:
            if self.kans.random() < 0.12:
                dag = BEGIN + DAG * self.kans.randrange(DAGEN)
                plan.setdefault(dag, []).append((self.kans.choice(GEBEURTENISSEN), h))
        return plan

    def _gebeurt(self, wat: str, h: Hulp, vandaag: datetime.date, systeem: Actor) -> None:
        """By the use-case, when it can; and written down for the reckoning."""
        i = Indicatie.objects.get(pk=h.pk)
        if wat == "verlengen" and i.status == "lopend" and vandaag >= i.ingangsdatum:
            nieuw = i.einddatum + DAG * self.kans.randint(30, 400)
            indicatie_verlengen(indicatie_id=h.pk, einddatum=nieuw, door=systeem, vandaag=vandaag)
            h.eerder.append((h.einde, h.sinds, vandaag))
            h.einde, h.sinds = nieuw, vandaag
        elif wat == "beeindigen" and i.status == "lopend" and i.ingangsdatum <= vandaag <= i.einddatum:
            indicatie_beeindigen(
                indicatie_id=h.pk, laatste_dag=vandaag - DAG if vandaag > i.ingangsdatum else vandaag, reden="verhuisd",
                door=systeem, vandaag=vandaag,
            )  # fmt: skip
            if i.einddatum != vandaag - DAG:
                h.gestopt = vandaag
        elif wat == "aflopen":
            indicatie_laten_aflopen(indicatie_id=h.pk, reden="niet_nodig", door=systeem, vandaag=vandaag)
            h.gestopt = vandaag
        elif wat == "heronderzoek":
            heronderzoek_openen(zaak_id=i.zaak_id, door=systeem, vandaag=vandaag)
            h.gestopt = vandaag
        else:
            return
        self.telling[wat] += 1

    # --- a year -------------------------------------------------------------------------------------

    def draaien(self) -> None:
        """Every day: events, then two schedulers at once; some are killed, and sometimes for days there is none."""
        systeem = Actor.objects.systeem()
        gewoon = herinneringen_doen.inwoner_inlichten
        herinneringen_doen.inwoner_inlichten = self._breekbaar(gewoon)
        uit_tot = BEGIN
        with ThreadPoolExecutor(2) as planners:
            try:
                for nr in range(DAGEN):
                    dag = self._dag_op_de_klok(nr)
                    for wat, h in self.plan.get(dag, ()):
                        self._gebeurt(wat, h, dag, systeem)
                    self._aflopen(dag, systeem)
                    if dag < uit_tot:
                        self.telling["dagen zonder"] += 1
                        continue
                    if self.kans.random() < 0.02:
                        uit_tot = dag + DAG * self.kans.randint(2, 9)
                    self._dag(planners, dag)
            finally:
                herinneringen_doen.inwoner_inlichten = gewoon
                for _ in range(2):
                    list(planners.map(lambda _: connection.close(), range(2)))

    @staticmethod
    def _aflopen(dag: datetime.date, systeem: Actor) -> None:
        """As `indicaties_aflopen` does, all of this day in one go."""
        rijen = list(Indicatie.objects.afgelopen(dag))
        for rij in rijen:
            rij.status, rij.beeindigd_op = "beeindigd", rij.einddatum
        bulk_met_historie(rijen, door=systeem, reden="einddatum voorbij")

    @staticmethod
    def _dag_op_de_klok(nr: int) -> datetime.date:
        """The local day at ten past five, reckoned in UTC: on the day of the change that is another hour."""
        om = datetime.datetime.combine(BEGIN + nr * DAG, datetime.time(5, 10), HIER)
        return om.astimezone(datetime.UTC).astimezone(HIER).date()

    def _dag(self, planners: ThreadPoolExecutor, dag: datetime.date) -> None:
        soort = self.kans.random()
        levens = (10**9, 10**9)
        if soort < 0.20:
            levens = (self.kans.randint(0, 3), 10**9)  # one is killed, the other goes on
        elif soort < 0.28:
            levens = (self.kans.randint(0, 2), self.kans.randint(0, 2))  # both
        klaar = list(planners.map(lambda leven: self._run(dag, leven), levens))
        self.telling["gedood"] += klaar.count(False)
        if any(klaar):
            self.vol.append(dag)

    def _run(self, dag: datetime.date, leven: int) -> bool:
        self.dood_na.over = leven
        try:
            herinneringen_versturen(vandaag=dag, per_keer=self.per_keer)
        except Gedood:
            return False
        return True

    def _breekbaar(self, gewoon: Callable) -> Callable:
        def inlichten(indicatie, sport, *, door, vandaag):
            self.dood_na.over -= 1
            if self.dood_na.over < 0:
                raise Gedood
            if indicatie.pk.int % self.echt:
                return self._kale_brief(indicatie, sport, vandaag)
            return gewoon(indicatie, sport, door=door, vandaag=vandaag)

        return inlichten

    @staticmethod
    def _kale_brief(indicatie: Indicatie, sport: int, vandaag: datetime.date) -> str:
        """The row alone, with its unique key: what makes it one is in the database."""
        brief = Brief(
            sleutel=sleutel_van(indicatie, sport), soort=SOORT, zaak_id=indicatie.zaak_id, bron_id=indicatie.pk,
            onderwerp="Uw hulp loopt af", gevraagd_om=NU, verzenddatum=vandaag, aan_naam="A. Jansen",
            aan_adres=["Kerkstraat 12", "5921 AB Venlo"], laag=Laag.UITVOERING,
        )  # fmt: skip
        QuerySet(Brief).bulk_create([brief])
        return Herinnering.Weg.BRIEF

    # --- the reckoning ------------------------------------------------------------------------------

    def nakijken(self) -> dict[str, list]:
        """What is wrong, by kind; every list empty when all is well."""
        fout: dict[str, list] = {
            "verloren": [],
            "te laat": [],
            "te vroeg": [],
            "na het stoppen": [],
            "dubbel": [],
        }
        gevonden: dict[tuple, list] = {}
        for rij in Herinnering.objects.values_list("indicatie", "einddatum", "sport", "op", "samen_met"):
            gevonden.setdefault(rij[:3], []).append(rij[3:])
        fout["dubbel"] += [sleutel for sleutel, rijen in gevonden.items() if len(rijen) > 1]
        for h in self.hulp:
            for einde, sinds, tot in h.ladders():
                for sport in range(1, 8):
                    rij = gevonden.get((h.pk, einde, sport))
                    self._sport(h, einde, sinds, tot, sport, rij and rij[0][0], fout)
        self._gevolgen(gevonden, fout)
        return fout

    def _sport(self, h, einde, sinds, tot, sport, op, fout) -> None:
        dag = einde - DAG * ERVOOR[sport - 1]
        sleutel = (h.pk, einde, sport, op, dag)
        mee = min(
            d for d in (einde - DAG * e for e in ERVOOR) if d >= max(dag, h.ingang)
        )  # comes along with this
        plek = bisect_left(self.vol, max(mee, sinds, BEGIN))
        eerste = self.vol[plek] if plek < len(self.vol) else None
        if op is None:
            if eerste is not None and (tot is None or eerste < tot):
                fout["verloren"].append(sleutel)
            return
        if op < dag:
            fout["te vroeg"].append(sleutel)
        if tot is not None and op >= tot:
            fout["na het stoppen"].append(sleutel)
        if eerste is not None and op > eerste:
            fout["te laat"].append(sleutel)

    def _gevolgen(self, gevonden: dict, fout: dict) -> None:
        """As many tasks, sentences and letters as reminders that had to have them, each once."""
        zelf = Counter(sleutel[0] for sleutel, rijen in gevonden.items() if rijen[0][1] is None)
        self.telling["herinneringen"] = zelf.total()
        taken = Counter(
            Taak.objects.filter(sleutel__startswith="herinnering:").values_list("adres_pk", flat=True)
        )
        zinnen = Counter(Gebeurtenis.objects.filter(soort="hulp_loopt_af").values_list("adres_pk", flat=True))
        brieven = Brief.objects.filter(soort="hulp_loopt_af")
        self.telling["brieven"] = brieven.count()
        met_brief = Counter(Herinnering.objects.filter(weg="brief").values_list("indicatie", flat=True))
        for naam, geteld, hoort in (
            ("taken", taken, zelf), ("zinnen", zinnen, zelf),
            ("brieven", Counter(brieven.values_list("bron_id", flat=True)), met_brief),
        ):  # fmt: skip
            anders = {pk for pk in set(geteld) | set(hoort) if geteld[pk] != hoort[pk]}
            fout["dubbel"] += [(naam, pk, geteld[pk], hoort[pk]) for pk in anders]
