"""Mijn werk for the roles whose own screens are not here yet; the timeline leads nobody to a closed door."""

import pytest
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.toegang import voordeur
from toegang import gebeurtenissen
from toegang.rechten import Laag, Rol

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rol", [Rol.JURIST, Rol.CONTRACTBEHEERDER, Rol.TOEZICHTHOUDER, Rol.BEHEERDER])
def test_wie_hier_nog_geen_scherm_heeft_leest_waarom(client, rol):
    html = client.als(MedewerkerFabriek(rollen=[rol])).get(reverse("toegang:mijn_werk")).content.decode()

    assert "Welkom, " in html
    assert "Vraagt een collega iets van u? Dan staat het hieronder." in html


def test_wie_hier_wel_werk_heeft_leest_dat_niet(client):
    html = client.als(voordeur.kcc()).get(reverse("toegang:mijn_werk")).content.decode()

    assert "Welkom, " not in html


def test_de_tijdlijn_verwijst_alleen_naar_wat_deze_lezer_mag_openen(client):
    administratie = voordeur.administratie()
    zaak = voordeur.zaak(door=administratie.actor)
    gebeurtenissen.vastleggen(
        zaak, "gesprek_vastgelegd", "Gesprek vastgelegd.", door=administratie.actor, laag=Laag.PROCES,
        adres="wijkteams:gesprek", adres_pk=zaak.pk,
    )  # fmt: skip
    tijdlijn = reverse("toegang:tijdlijn", args=[zaak.pk])
    gesprek = reverse("wijkteams:gesprek", args=[zaak.pk])

    zonder_team = client.als(administratie).get(tijdlijn).content.decode()
    zaak.wijkteam = WijkteamFabriek()
    zaak.bewaren(door=administratie.actor, reden="team gekozen")
    met_team = client.get(tijdlijn).content.decode()

    assert gesprek in zonder_team  # the desk reads the content until there is a team
    assert "Gesprek vastgelegd." in met_team
    assert gesprek not in met_team
