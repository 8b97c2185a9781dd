"""Set up the municipality: teams, areas, what is on offer, colleagues with their roles and mandates."""

import datetime
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from beschikkingen.models import Mandaat, Mandaatsoort
from config.demo.gemeente import aanbod
from config.demo.gemeente.collegas import Collega, collegas
from config.demo.gemeente.teams import TEAMS
from config.demo.gesprek import tekstblokken
from config.demo.plannen import deskundigen_inrichten
from toegang.models import Actor
from toegang.models.bulk import bulk_met_historie
from toegang.rechten import Rol, Wet
from voorzieningen.models import Aanbieder, Contract, Product, Tarief
from wijkteams.models import Gebied, Medewerker, Wijkteam
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken

REDEN = "demo-gemeente"
BEGIN = datetime.date(2018, 1, 1)  # since then six wijkteams and a wijkteam+ (Jaarstukken 2018)
MANDATEN = {"Geurts": Decimal(75_000), "Smeets": Decimal(20_000)}  # euro a year, invented


def inrichten(*, door: Actor, vandaag: datetime.date) -> None:
    """Everything but the inwoners."""
    teams = _teams(door)
    producten = _producten(door)
    _tarieven(producten, door, vandaag)
    _aanbieders(producten, door)
    for collega in collegas():
        _collega(collega, teams, door)
    _mandaten(door)
    tekstblokken(door)
    deskundigen_inrichten(door, BEGIN)


def _teams(door: Actor) -> dict[str, Wijkteam]:
    teams = {}
    for t in TEAMS:
        team = Wijkteam(naam=t.naam, soort=t.soort, telefoon=t.telefoon).bewaren(door=door, reden=REDEN)
        teams[t.naam] = team
        Gebied.objects.bulk_create(Gebied(postcode4=pc, wijkteam=team) for pc in t.postcodes)
    return teams


def _producten(door: Actor) -> dict[str, Product]:
    rijen = [
        Product(
            code=p.code, naam=p.naam, briefnaam=p.briefnaam, wat=p.wat, wet=p.wet, categorie=p.categorie,
            leefgebied=p.leefgebied, eenheid=p.eenheid, frequentie=p.frequentie, bekostiging=p.bekostiging,
            eigen_bijdrage=p.eigen_bijdrage, ergotherapie_vooraf=p.ergotherapie_vooraf, vanaf_op=BEGIN,
        )
        for p in aanbod.PRODUCTEN
    ]  # fmt: skip
    bulk_met_historie(rijen, door=door, reden=REDEN)
    return {rij.code: rij for rij in rijen}


def _tarieven(producten: dict[str, Product], door: Actor, vandaag: datetime.date) -> None:
    rijen = []
    for van, tot, bedrag, bron in aanbod.HBH_TARIEVEN:
        rijen.append(
            Tarief(
                product=producten[aanbod.HBH], bedrag=Decimal(bedrag), eenheid=aanbod.UUR, bron=bron,
                vanaf_op=datetime.date.fromisoformat(van), tot_op=datetime.date.fromisoformat(tot),
            )
        )  # fmt: skip
    bedrag, laatste = rijen[-1].bedrag, max(vandaag.year + 1, 2026)
    for jaar in range(2020, laatste + 1):
        bedrag = (bedrag * Decimal(aanbod.STIJGING)).quantize(Decimal("0.01"), ROUND_HALF_UP)
        tot = None if jaar == laatste else datetime.date(jaar + 1, 1, 1)
        rijen.append(
            Tarief(
                product=producten[aanbod.HBH], bedrag=bedrag, eenheid=aanbod.UUR, bron=aanbod.DEMO,
                vanaf_op=datetime.date(jaar, 1, 1), tot_op=tot,
            )
        )  # fmt: skip
    for p in aanbod.PRODUCTEN:
        if p.code != aanbod.HBH and p.bekostiging != aanbod.TAAK:  # a task has no price per unit
            rijen.append(
                Tarief(
                    product=producten[p.code], bedrag=Decimal(p.tarief), eenheid=p.tarief_eenheid,
                    vanaf_op=BEGIN, bron=aanbod.DEMO,
                )
            )  # fmt: skip
    bulk_met_historie(rijen, door=door, reden=REDEN)


def _aanbieders(producten: dict[str, Product], door: Actor) -> None:
    namen = dict.fromkeys(naam for namen in aanbod.WIE_LEVERT.values() for naam in namen)
    aanbieders = {
        naam: Aanbieder(naam=naam, agb=f"990000{nr:02}", telefoon=f"077 310 00 {nr:02}")
        for nr, naam in enumerate(namen, 1)
    }
    bulk_met_historie(aanbieders.values(), door=door, reden=REDEN)
    contracten = [
        Contract(aanbieder=aanbieders[naam], product=producten[code], vanaf_op=BEGIN)
        for code, namen in aanbod.WIE_LEVERT.items()
        for naam in namen
    ]
    bulk_met_historie(contracten, door=door, reden=REDEN)


def gebruikersnaam(voornaam: str, achternaam: str) -> str:
    """'Ayse', 'van den Berg' -> 'a.vandenberg', without accents."""
    kaal = unicodedata.normalize("NFKD", f"{voornaam[0]}.{achternaam}").encode("ascii", "ignore").decode()
    return kaal.lower().replace(" ", "")


def _collega(c: Collega, teams: dict[str, Wijkteam], door: Actor) -> None:
    medewerker = medewerker_aanmaken(
        door=door, username=gebruikersnaam(c.voornaam, c.achternaam), first_name=c.voornaam,
        last_name=c.achternaam, rollen=c.rollen, functie=c.functie, telefoon="14 077", disciplines=c.discipline,
        contracturen=Decimal(c.uren), vandaag=BEGIN,
    )  # fmt: skip
    if c.team:
        for discipline in c.discipline:
            _lid(medewerker, teams[c.team], c.teamrol, discipline, door)
    elif Rol.PROCESCOORDINATOR in c.rollen:
        for team in teams.values():
            for discipline in ("wmo", "jeugd", "participatie"):
                _lid(medewerker, team, Rol.PROCESCOORDINATOR, discipline, door)


def _lid(medewerker: Medewerker, team: Wijkteam, rol: str, discipline: str, door: Actor) -> None:
    lidmaatschap_beginnen(
        medewerker_id=medewerker.pk,
        wijkteam_id=team.pk,
        rol=rol,
        discipline=discipline,
        door=door,
        vandaag=BEGIN,
    )


def _mandaten(door: Actor) -> None:
    rijen = [
        Mandaat(
            medewerker=m,
            wet=wet,
            tot_bedrag=MANDATEN[m.last_name],
            vanaf_op=BEGIN,
            functie=m.functie,
            soorten=list(Mandaatsoort.values),
        )
        for m in Medewerker.objects.filter(groups__name=Rol.ONDERTEKENAAR.value).order_by("pk")
        for wet in (Wet.WMO, Wet.JEUGDWET)
    ]
    bulk_met_historie(rijen, door=door, reden=REDEN)
