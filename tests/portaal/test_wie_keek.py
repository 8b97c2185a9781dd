"""Who looked, as the citizen reads it: role and team, no name; lists folded, emergencies marked, safety kept back."""

import datetime
import re

import pytest
import time_machine

from portaal.usecases.postvak_verwerken import postvak_verwerken
from portaal.wie_keek import REDEN
from tests.fabrieken import MedewerkerFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import om
from toegang.inzagelog import Inzageblad
from toegang.models import Actor, Inzagereden, Leefgebied, Taak
from toegang.rechten import Grond, Laag, Rol

pytestmark = pytest.mark.django_db
NU = om(datetime.date(2026, 12, 3), 11)


def keek(medewerker, zaak, scherm="verslag", *, laag=Laag.INHOUD, actie="inzien", grond=""):
    blad = Inzageblad(scherm=scherm, laag=laag, actie=actie, grond=grond)
    blad.toon_zaak(zaak)
    blad.schrijven(Actor.objects.get(medewerker=medewerker), vanaf="127.0.0.1")


def pagina(burger, zaak) -> str:
    return burger.als(zaak.dossier.inwoner).get("/wie-keek/").content.decode()


def test_de_rol_en_het_team_niet_de_naam(burger):
    zaak = ZaakFabriek()
    collega = MedewerkerFabriek(last_name="Bakkerszoon", rollen=[Rol.CONSULENT])
    keek(collega, zaak, grond="huisbezoek voorbereiden")

    tekst = pagina(burger, zaak)

    assert "Een consulent" in tekst
    assert "keek in uw verslag. Reden: huisbezoek voorbereiden." in tekst
    assert "Bakkerszoon" not in tekst


def test_lijsten_zijn_een_regel(burger):
    zaak, collega = ZaakFabriek(), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    for _ in range(4):
        keek(collega, zaak, "werkvoorraad", laag=Laag.PROCES)

    assert "Uw naam stond ook 4 keer in een lijst." in pagina(burger, zaak)


def test_noodinzage_is_gemerkt(burger):
    zaak, collega = ZaakFabriek(), MedewerkerFabriek(rollen=[Rol.CONSULENT])
    keek(collega, zaak, "zaak", grond="noodinzage")

    assert "Spoedinzage" in pagina(burger, zaak)


@pytest.mark.parametrize(
    "grond", [*Grond, *(reden for reden, _ in Inzagereden._meta.get_field("reden").choices)]
)
def test_elke_reden_staat_in_woorden_van_de_inwoner(grond):
    assert grond == Grond.TOEZICHT or grond in REDEN


@pytest.mark.parametrize("anders", [{"scherm": "veiligheid"}, {"laag": Laag.TOEZICHT}, {"grond": "toezicht"}])
def test_wat_onthouden_is_staat_er_niet(burger, anders):
    zaak, collega = ZaakFabriek(), MedewerkerFabriek(rollen=[Rol.CONSULENT])
    keek(collega, zaak, **anders)

    assert "Nog niemand keek" in pagina(burger, zaak)


def test_een_vraag_over_veiligheid_bestaat_hier_niet(burger):
    zaak, collega = ZaakFabriek(onderwerp=Leefgebied.VEILIGHEID), MedewerkerFabriek(rollen=[Rol.CONSULENT])
    keek(collega, zaak, "zaak")

    assert "Nog niemand keek" in pagina(burger, zaak)
    assert burger.get(f"/vragen/{zaak.pk}/").status_code == 404
    assert "Veiligheid" not in burger.get("/").content.decode()


@time_machine.travel(NU, tick=False)
def test_een_vraag_over_een_regel_is_een_taak_voor_de_fg(burger):
    zaak, collega = ZaakFabriek(), MedewerkerFabriek(rollen=[Rol.CONSULENT])
    keek(collega, zaak)
    burger.als(zaak.dossier.inwoner)
    nummer = re.search(r"/wie-keek/(\d+)/", burger.get("/wie-keek/").content.decode())[1]

    burger.post(f"/wie-keek/{nummer}/vraag/", {"tekst": "Wie was dit?"})
    postvak_verwerken(nu=NU)

    taak = Taak.objects.open().get(rol=Rol.FUNCTIONARIS_GEGEVENSBESCHERMING)
    assert (taak.adres, taak.adres_pk) == ("toegang:wie_keek", zaak.pk)


def test_een_regel_van_een_ander_bestaat_niet(burger):
    zaak, ander, collega = ZaakFabriek(), ZaakFabriek(), MedewerkerFabriek(rollen=[Rol.CONSULENT])
    keek(collega, ander)
    burger.als(ander.dossier.inwoner)
    nummer = burger.get("/wie-keek/").content.decode().split("/wie-keek/")[1].split("/")[0]

    assert burger.als(zaak.dossier.inwoner).get(f"/wie-keek/{nummer}/vraag/").status_code == 404
