"""A year of a municipality in minutes: help that ends every day, two schedulers at once, crashes, outages, events.

What must have happened is worked out here from the dates alone, with arithmetic of its own.
"""

import datetime
import hashlib
import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.db.models import Model

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.voorzieningen.lopend import lopende_hulp
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
LANG_GELEDEN = datetime.date(2020, 6, 30)
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


def _sleutel(soort: str, nr: int) -> UUID:
    return UUID(hashlib.md5(f"{soort}{nr + 1}".encode(), usedforsecurity=False).hexdigest())


def _sleutel_sql(soort: str) -> str:
    """The same key in the database, where rows are counted from one."""
    return f"md5('{soort}' || k)::uuid"


def _kolommen(model: type[Model], anders: dict[str, str]) -> tuple[str, str]:
    """All columns of a table, and what a copy of its row `b` gets in each."""
    namen = [veld.column for veld in model._meta.concrete_fields]
    return ", ".join(namen), ", ".join(anders.get(naam, f"b.{naam}") for naam in namen)


class Simulatie:
    """`echt`: one in so many letters is asked for by the use-case; the others are their bare rows, written as it would.

    `gebeurt`: of how much help something happens in the year, by the use-case.
    """

    def __init__(
        self, aantal: int, *, zaad: int = 2028, per_keer: int = 50, echt: int = 1, gebeurt: float = 0.12
    ):
        self.kans = Random(zaad)
        self.per_keer, self.echt, self.gebeurt = per_keer, echt, gebeurt
        self.hulp = self._wereld(aantal)
        anders = {
            "id": "gen_random_uuid()",
            "sleutel": "%(sleutel)s",
            "zaak_id": "%(zaak_id)s",
            "bron_id": "%(bron_id)s",
            "verzenddatum": "%(verzenddatum)s",
        }
        kolommen, waarden = _kolommen(Brief, anders | {"soort": f"'{SOORT}'"})
        self.briefopdracht = f"INSERT INTO toegang_brief ({kolommen}) SELECT {waarden} FROM toegang_brief b WHERE b.id = '{self.briefbron.pk}'"
        self.plan = self._gebeurtenissen()
        self.vol: list[datetime.date] = []  # days on which a run was completed
        self.telling: Counter[str] = Counter()
        self.dood_na = threading.local()

    # --- the municipality ---------------------------------------------------------------------------

    def _wereld(self, aantal: int) -> list[Hulp]:
        """Everybody his own dossier, zaak and help: one that was made in the ordinary way, many times over."""
        teams = [WijkteamFabriek() for _ in range(4)]
        mensen = {t.pk: [MedewerkerFabriek(team=t, team__rol=Rol.CONSULENT) for _ in range(3)] for t in teams}
        bron = lopende_hulp(ingangsdatum=LANG_GELEDEN - 90 * DAG, einddatum=LANG_GELEDEN)
        self.briefbron = Brief(
            sleutel="bron", soort="bron", zaak=bron.zaak, bron_id=bron.pk, onderwerp="Uw hulp loopt af", gevraagd_om=NU,
            verzenddatum=BEGIN, aan_naam="A. Jansen", aan_adres=["Kerkstraat 12", "5921 AB Venlo"], laag=Laag.UITVOERING,
        ).bewaren(door=Actor.objects.systeem(), reden="simulatie")  # fmt: skip
        hulp: list[Hulp] = []
        wie: list[tuple[int, int | None]] = []
        for nr in range(aantal):
            team, einde = teams[nr % len(teams)], self._einde(nr)
            kort = self.kans.random() < 0.1
            ingang = einde - DAG * (self.kans.randint(3, 140) if kort else 730)
            hulp.append(Hulp(_sleutel("hulp", nr), ingang, einde))
            regisseur = self.kans.choice([*mensen[team.pk], None])
            wie.append((team.pk, regisseur and regisseur.pk))
        van: dict[type, tuple] = {
            Inwoner: (bron.dossier.inwoner_id, {"geslachtsnaam": "'Jansen' || k"}),
            Dossier: (bron.dossier_id, {"inwoner_id": _sleutel_sql("inwoner")}),
            Zaak: (bron.zaak_id, {
                "dossier_id": _sleutel_sql("dossier"), "volgnummer": "nextval('toegang_zaaknummer')",
                "wijkteam_id": "r.team", "regisseur_id": "r.regisseur",
            }),
            Indicatie: (bron.pk, {
                "dossier_id": _sleutel_sql("dossier"), "zaak_id": _sleutel_sql("zaak"), "ingangsdatum": "r.ingang",
                "einddatum": "r.einde",
            }),
        }  # fmt: skip
        soorten = {Inwoner: "inwoner", Dossier: "dossier", Zaak: "zaak", Indicatie: "hulp"}
        rijen = [[h.ingang for h in hulp], [h.einde for h in hulp], *map(list, zip(*wie, strict=True))]
        for model, (pk, anders) in van.items():
            kolommen, waarden = _kolommen(model, {"id": _sleutel_sql(soorten[model])} | anders)
            with connection.cursor() as cursor:
                cursor.execute(
                    f"INSERT INTO {model._meta.db_table} ({kolommen}) SELECT {waarden} FROM {model._meta.db_table} b,"
                    " unnest(%s::date[], %s::date[], %s::bigint[], %s::bigint[])"
                    " WITH ORDINALITY r(ingang, einde, team, regisseur, k) WHERE b.id = %s",
                    [*rijen, pk],
                )
        self.analyseren()
        return hulp

    @staticmethod
    def analyseren() -> None:
        """As autovacuum does at night."""
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE NONE")
            cursor.execute("ANALYZE")
            cursor.execute(f"SET ROLE {settings.DATABASE_ROL_APP}")

    def _einde(self, nr: int) -> datetime.date:
        if nr % 20 < len(LASTIG):
            return LASTIG[nr % 20]
        return BEGIN + DAG * self.kans.randint(-10, DAGEN + 120)

    def _gebeurtenissen(self) -> dict[datetime.date, list[tuple[str, Hulp]]]:
        plan: dict[datetime.date, list[tuple[str, Hulp]]] = {}
        for h in self.hulp:
            if self.kans.random() < self.gebeurt:
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
                beide = threading.Barrier(2)  # each thread closes its own connection
                list(planners.map(lambda _: (beide.wait(60), connection.close()), range(2)))

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

    def _kale_brief(self, indicatie: Indicatie, sport: int, vandaag: datetime.date) -> str:
        """The row alone, with its unique key: what makes it one is in the database."""
        with connection.cursor() as cursor:
            cursor.execute(
                self.briefopdracht,
                {
                    "sleutel": sleutel_van(indicatie, sport), "zaak_id": indicatie.zaak_id, "bron_id": indicatie.pk,
                    "verzenddatum": vandaag,
                },
            )  # fmt: skip
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
