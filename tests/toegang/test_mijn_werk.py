"""Mijn werk for the roles whose own screens are not here yet; the timeline leads nobody to a closed door."""

import pytest
from django.urls import reverse
from django.utils.html import escape

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang import gebeurtenissen
from toegang.omgeving import IN_MENU, menu
from toegang.rechten import Laag, Rol

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("rol", [Rol.TOEZICHTHOUDER])
def test_wie_hier_nog_geen_scherm_heeft_leest_waarom(client, rol):
    html = client.als(MedewerkerFabriek(rollen=[rol])).get(reverse("toegang:mijn_werk")).content.decode()

    assert "Welkom, " in html
    assert "Vraagt een collega iets van u? Dan staat het hieronder." in html


def test_wie_hier_wel_werk_heeft_leest_dat_niet(client):
    html = client.als(voordeur.kcc()).get(reverse("toegang:mijn_werk")).content.decode()

    assert "Welkom, " not in html


def test_hoogstens_zes_in_het_menu_en_de_rest_staat_op_mijn_werk(client):
    collega = MedewerkerFabriek(rollen=[Rol.BEHEERDER, Rol.ADMINISTRATIE])
    html = client.als(collega).get(reverse("toegang:mijn_werk")).content.decode()
    hoofdmenu, inhoud = html.split("<main")[0], html.split("<main")[1]
    alles = menu(collega.actor.rechten)

    assert len(alles) > IN_MENU == 6
    assert [naam for naam, url in alles if f'href="{url}"' not in hoofdmenu] == [
        naam for naam, _ in alles[6:]
    ]
    assert [naam for naam, url in alles[6:] if f'<a href="{url}">{escape(naam)}</a>' not in inhoud] == []


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


@pytest.fixture
def _dag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


@pytest.mark.usefixtures("_dag")
def test_wat_er_ligt_staat_per_rol_en_het_getal_is_de_lijst_erachter(client):
    team = WijkteamFabriek()
    ik = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD, rollen=[Rol.ADMINISTRATIE])
    voordeur.contact()
    voordeur.contact(kanaal="brief")
    ZaakFabriek(wijkteam=team, status="te_verdelen", eerstvolgende_op=voordeur.VANDAAG)
    client.als(ik)

    blokken = client.get(reverse("toegang:mijn_werk")).context["blokken"]

    assert [blok["naam"] for blok in blokken] == ["Administratie"]  # what both roles do stands once
    for punt in blokken[0]["punten"]:
        lijst = client.get(punt["url"])
        assert (lijst.context["groep"].titel, lijst.context["aantal"]) == (punt["naam"], punt["aantal"])
        assert len(lijst.context["rijen"]) == punt["aantal"]
    assert {punt["naam"] for punt in blokken[0]["punten"]} == {
        "Nieuwe contacten", "Post en e-mail koppelen", "Te verdelen", "Termijnen deze week",
    }  # fmt: skip


@pytest.mark.usefixtures("_dag")
def test_een_nieuw_contact_staat_bij_de_contacten_en_niet_nog_eens_bij_de_taken(client):
    voordeur.contact()
    voordeur.taak()

    antwoord = client.als(voordeur.administratie()).get(reverse("toegang:mijn_werk"))

    assert [taak.titel for taak in antwoord.context["taken"]] == ["Kijk dit na"]
    assert "Niemand" in antwoord.content.decode()


@pytest.mark.usefixtures("_dag")
def test_wie_afgeschermd_is_komt_niet_in_het_werk_van_wie_hem_niet_mag_zien(client):
    dicht = InwonerFabriek(geslachtsnaam="Verborgen")
    DossierFabriek(inwoner=dicht, afgeschermd=True)
    contact = voordeur.contact(inwoner=dicht)
    voordeur.taak(contactmoment=contact)

    antwoord = client.als(voordeur.administratie()).get(reverse("toegang:mijn_werk"))

    assert antwoord.context["taken"] == []
    assert antwoord.context["blokken"][0]["punten"] == []
    assert "Verborgen" not in antwoord.content.decode()


@pytest.mark.parametrize(
    ("rol", "team", "namen"),
    [
        (Rol.ADMINISTRATIE, False, ["Administratie"]),
        (Rol.CONSULENT, True, ["Consulent"]),
        (Rol.TEAMLEAD, True, ["Teamleider"]),
        (Rol.PROCESCOORDINATOR, True, ["Procescoördinator"]),
        (Rol.JURIST, False, ["Jurist"]),
        (Rol.KCC, False, []),
        (Rol.BEHEERDER, False, []),
        (Rol.FUNCTIONARIS_GEGEVENSBESCHERMING, False, []),
    ],
)
def test_elke_rol_heeft_zijn_blok(client, rol, team, namen):
    wie = {"team": WijkteamFabriek(), "team__rol": rol} if team else {"rollen": [rol]}

    antwoord = client.als(MedewerkerFabriek(**wie)).get(reverse("toegang:mijn_werk"))

    assert [blok["naam"] for blok in antwoord.context["blokken"]] == namen
