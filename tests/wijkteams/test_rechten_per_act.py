"""Who may do which act of the team: one table, one world, each cell rolled back; no act is without a row.

A consulent of the team writes, the teamlead reads, the visit itself is the regisseur's; for another team, for another
law and for the KCC the zaak is not there; what an expert was asked, he may only answer. The rows stand in `daden.py`.
"""

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.db import transaction

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.daden import LATER, NU, PERSONEN, VANDAAG, Daad, aan_tafel, na_het_gesprek
from tests.wijkteams.daden_verdelen import beheer, verdelen
from tests.wijkteams.deskundigen import deskundige
from tests.wijkteams.opstellingen import om, plan_met_doel, zaak_met_afweging
from toegang.bulk import Uitslag
from toegang.models import Actor, Organisatie
from toegang.rechten import Rol
from wijkteams import usecases
from wijkteams.models import Discipline
from wijkteams.usecases.casemanager_kiezen import casemanager_kiezen
from wijkteams.usecases.consult_vragen import consult_vragen
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.verslag_maken import verslag_maken

GEEN_RIJ = {
    "apparaat_beginnen": "a device of one's own: about no inwoner and no colleague",
    "hand_kiezen": "a setting of one's own",
    "herstelcodes_maken": "one's own way in: about no inwoner and no colleague; test_aanmelden.py",
    "herstelcode_gebruiken": "the same",
    "bij_sluiten": "part of toegang's zaak_afsluiten, which asks the right",
    "huisbezoeken_vasthouden": "part of what follows from a death, which asks the right",
} | dict.fromkeys(
    (
        "rollen_wijzigen", "inloglink_maken", "wachtwoord_kiezen", "tweede_stap_wissen",
        "sessies_beeindigen", "dienstverband_beeindigen", "dienstverband_hervatten", "dienstverband_aflopen",
    ),
    "the beheerder's, or one's own, about a colleague: the table in test_collegas.py",
)  # fmt: skip


class GelukteDaad(Exception):
    """It was allowed: undone, so that the next begins on the same world."""


@pytest.fixture
def wereld():
    """A talk with its afweging, a concept of the verslag, a plan that is not agreed, a visit to come, an expert asked."""
    zaak = zaak_met_afweging()
    door, wie = zaak.regisseur.actor, deskundige()
    consult_vragen(
        zaak_id=zaak.pk,
        deskundige_id=wie.pk,
        vraag="Past dit?",
        uiterlijk_op=VANDAAG,
        door=door,
        vandaag=VANDAAG,
        nu=NU,
    )
    casemanager = MedewerkerFabriek(team=zaak.wijkteam)
    casemanager_kiezen(
        zaak_id=zaak.pk, medewerker_id=casemanager.pk, hulpverleners="Thuiszorg\nWijkverpleging",
        geen_eigen_regie="Vergeet afspraken.", bekijken_op=LATER, door=door, vandaag=VANDAAG, nu=NU,
    )  # fmt: skip
    verslag_maken(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)
    plan_met_doel(zaak, akkoord=False)
    huisbezoek_plannen(zaak_id=zaak.pk, door=door, nu=NU, gepland_om=om(LATER, 10))
    zaak.refresh_from_db()
    return zaak


def mensen(zaak) -> dict:
    team = zaak.wijkteam
    return {
        "regisseur": zaak.regisseur,
        "collega": MedewerkerFabriek(team=team),
        "teamlead": MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
        "procescoordinator": MedewerkerFabriek(team=team, team__rol=Rol.PROCESCOORDINATOR),
        "administratie": MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]),
        "deskundige": zaak.consulten.get().deskundige,
        "kcc": MedewerkerFabriek(rollen=[Rol.KCC]),
        "wijkteam_plus": MedewerkerFabriek(team=WijkteamFabriek(naam="Wijkteam+", soort="plus")),
        "andere_wet": MedewerkerFabriek(team=team, team__discipline=Discipline.JEUGD),
        "beheerder": MedewerkerFabriek(rollen=[Rol.BEHEERDER]),
    }


def actors(wie) -> dict[str, Actor]:
    """Each with the rights of now."""
    per_collega = {actor.medewerker_id: actor for actor in Actor.objects.filter(medewerker__in=wie.values())}
    return {naam: per_collega[wie[naam].pk] for naam in PERSONEN}


def gevolg(doen, door: Actor) -> str:
    try:
        with transaction.atomic():
            uitslag = doen(door=door)
            if isinstance(uitslag, Uitslag) and not uitslag.gedaan:
                return "n" if uitslag.niet else "o"
            raise GelukteDaad
    except GelukteDaad:
        return "d"
    except PermissionDenied:
        return "n"
    except ObjectDoesNotExist:
        return "o"


def rij(daad: Daad, wie) -> str:
    """What each person gets, in the state that the act asks for."""
    gevonden = ""
    try:
        with transaction.atomic():
            if daad.eerst:
                daad.eerst()
            gevonden = "".join(gevolg(daad.doen, door) for door in actors(wie).values())
            raise GelukteDaad
    except GelukteDaad:
        return gevonden


def alle_daden() -> set[str]:
    """Each public function of a use-case that takes all by name, and who does it."""
    namen = set()
    for bestand in iter_modules(usecases.__path__):
        module = import_module(f"{usecases.__name__}.{bestand.name}")
        for naam, functie in inspect.getmembers(module, inspect.isfunction):
            velden = inspect.signature(functie).parameters
            op_naam = all(veld.kind is veld.KEYWORD_ONLY for veld in velden.values())
            if functie.__module__ == module.__name__ and naam[0] != "_" and op_naam and "door" in velden:
                namen.add(naam)
    return namen


@pytest.mark.django_db
def test_wie_welke_daad_doet_en_geen_daad_zonder_rij(wereld):
    wie = mensen(wereld)
    met, z, door = actors(wie), {"zaak_id": wereld.pk}, wereld.regisseur.actor
    school = Organisatie(naam="De Klimop", soort="school").bewaren(door=door, reden="proef")
    daden = [
        *aan_tafel(wereld, z, door),
        *na_het_gesprek(wereld, z, door),
        *verdelen(wereld, z, door, met),
        *beheer(wereld, met, school),
    ]

    gevonden = {daad.doen.func.__name__: rij(daad, wie) for daad in daden}

    assert gevonden == {daad.doen.func.__name__: daad.rij for daad in daden}
    assert alle_daden() - set(gevonden) == set(GEEN_RIJ), "an act of the team without a row"
