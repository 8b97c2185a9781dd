"""The screens of the beheerder about colleagues and teams: what they show, and what they do with bad input."""

import re
import uuid

import pytest
import time_machine
from django.urls import reverse

from tests.fabrieken import DossierFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.wijkteams.test_collegas import NU, collega, lid, opnieuw, rollen_van, werkt, zinnen
from toegang.models import Inwoner
from toegang.rechten import Rol
from wijkteams.models import Dienstverband, Gebied, Lidmaatschap, Wijkteam
from wijkteams.usecases.medewerker_wijzigen import medewerker_wijzigen
from wijkteams.usecases.wijkteam_vastleggen import wijkteam_vastleggen

pytestmark = pytest.mark.django_db
GEGEVENS = {
    "first_name": "Fatma",
    "last_name": "Bakker",
    "username": "f.bakker",
    "email": "",
    "contracturen": "27,5",
}


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def anouk(client):
    """The beheerder, signed in."""
    beheerder = MedewerkerFabriek(rollen=[Rol.BEHEERDER], first_name="Anouk", last_name="Beurskens")
    client.als(beheerder)
    return beheerder


def adres(naam: str, dienst=None) -> str:
    return reverse(f"wijkteams:{naam}", args=[dienst.pk] if dienst else [])


def html(client, *args, **kwargs) -> str:
    return client.get(adres(*args), kwargs).content.decode()


def namen(tekst: str) -> list[str]:
    return re.findall(r"<bdi>([^<]+)</bdi></a>", tekst)


def test_de_lijst_zoekt_en_bladert(client, anouk):
    team = WijkteamFabriek()
    for nummer in range(51):
        collega(f"m{nummer}", last_name=f"Aerts {nummer:02}", email="")
    smit = collega("psmit", first_name="Piet", last_name="Smit", rollen=[Rol.JURIST])
    lid(smit, team)
    weg = collega("wweg", last_name="Weg").medewerker
    weg.is_active = False
    weg.save()

    eerste = html(client, "collegas")
    volgende = re.search(r'rel="next" href="([^"]+)"', eerste)[1]
    tweede = client.get(adres("collegas") + volgende).content.decode()

    assert (len(namen(eerste)), namen(eerste)[0]) == (50, "Fatma Aerts 00")
    assert namen(tweede) == ["Fatma Aerts 50", "Piet Smit"]
    zoekvragen = [{"zoek": "smit pie"}, {"rol": "jurist"}, {"team": str(team.pk)}]
    assert [namen(html(client, "collegas", **v)) for v in zoekvragen] == [["Piet Smit"]] * 3
    assert namen(html(client, "collegas", dienst="weg")) == ["Fatma Weg"]
    for vreemd in ({"zoek": "x" * 100_000}, {"na": "onzin"}, {"na": str(uuid.uuid4())}, {"team": "9'9"}):
        assert client.get(adres("collegas"), vreemd).status_code == 200
    assert "Geen collega gevonden" in html(client, "collegas", zoek="bestaat niet")


def test_een_nieuwe_collega_en_wat_er_mis_kan_gaan(client, anouk):
    """Every refusal stands at its field, what was typed stays, and nothing is written."""
    collega("bezet", email="bezet@venlo.nl")
    fouten = {
        "Vul de voornaam in": {"first_name": " "},
        "Kies een andere": {"username": "BEZET"},
        "zonder spaties": {"username": "f bakker"},
        "al van Fatma Bakker": {"email": "Bezet@venlo.nl"},
        "klopt niet. Het ziet eruit als": {"email": "geen adres"},
        "van 1 tot en met 40": {"contracturen": "400"},
        "bijvoorbeeld 32 of 27,5": {"contracturen": "27,55"},
        "tekens lang": {"last_name": "x" * 100_000},
        "een teken dat wij niet kunnen bewaren": {"functie": "a\x00b"},
        "Dit telefoonnummer klopt niet": {"telefoon": "12"},
        "Kies een van de mogelijkheden": {"rollen": "teamlead"},
    }
    mis = []
    for zin, anders in fouten.items():
        antwoord = client.post(adres("collega_toevoegen"), GEGEVENS | anders)
        if antwoord.status_code != 200 or zin not in antwoord.content.decode():
            mis.append(zin)
    assert mis == []
    assert Dienstverband.objects.count() == 1

    arabisch = "محمد " * 12
    sleutel = uuid.uuid4()
    velden = GEGEVENS | {"last_name": arabisch, "rollen": ["kcc", "toetser"]}
    keer = [client.post(adres("collega_toevoegen"), velden, sleutel=sleutel)["Location"] for _ in range(2)]

    assert keer[0] == keer[1]  # a double click is one colleague
    dienst = Dienstverband.objects.get(medewerker__username="f.bakker")
    assert (rollen_van(dienst), str(dienst.medewerker.contracturen)) == ({"kcc", "toetser"}, "27.5")
    pagina = client.get(keer[0]).content.decode()
    assert f"<bdi>Fatma {arabisch.strip()}</bdi>" in pagina
    assert "27,5" in pagina
    assert not dienst.medewerker.has_usable_password()


def test_de_pagina_toont_wat_er_is_en_niemand_die_hulp_krijgt(client, anouk):
    blerick = WijkteamFabriek(naam="Wijkteam Blerick")
    dienst = collega()
    rij, oud = lid(dienst, blerick), lid(dienst, WijkteamFabriek(naam="Wijkteam Oost"))
    MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD, first_name="Jos", last_name="Verstappen")
    for inwoner in ("Geheimpje", "Stilletjes"):
        dossier = DossierFabriek(inwoner__geslachtsnaam=inwoner)
        ZaakFabriek(dossier=dossier, wijkteam=blerick, regisseur=dienst.medewerker)
    client.post(
        adres("lidmaatschap_beeindigen", oud),
        {"wanneer": "nu", "reden": "verkeerd team", "versie": oud.versie},
    )

    pagina = html(client, "collega", dienst)

    for zin in (
        "Vanaf 3 dec 2026", "Eerdere teams (1)", "Wijkteam Oost: consulent, Wmo, op 3 december 2026, ging niet door",
        "2 open dossiers, Wijkteam Blerick. J. Verstappen draagt ze over bij Dossiers overdragen.",
        "Heeft nog geen wachtwoord.", "Reden: verkeerd team", "A. Beurskens: Wijkteam Oost: consulent, Wmo, beëindigd",
    ):  # fmt: skip
        assert zin in pagina, zin
    for naam in Inwoner.objects.values_list("geslachtsnaam", flat=True):
        assert naam not in pagina
    assert "?van=" not in pagina  # handing over is the teamlead's
    einde = html(client, "dienstverband_beeindigen", dienst)
    assert "2 open dossiers" in einde
    client.post(
        adres("lidmaatschap_beeindigen", rij), {"wanneer": "daarna", "laatste_dag": "31-2-2027", "reden": "x"}
    )
    rij.refresh_from_db()
    assert rij.tot_op is None


def test_een_team_kiezen_geldt_op_de_volgende_pagina(client, anouk):
    dienst, team = collega(), WijkteamFabriek()
    velden = {
        "wijkteam": team.pk, "rol": "teamlead", "disciplines": ["wmo", "jeugd"], "vanaf_op": "3-12-2026",
        "reden": "nieuwe teamleider",
    }  # fmt: skip
    for fout, zin in (
        ({"vanaf_op": "30-2-2027"}, "Deze datum bestaat niet"), ({"vanaf_op": "2-12-2026"}, "van vandaag tot"),
        ({"wijkteam": 999_999}, "Kies een van de mogelijkheden"), ({"disciplines": []}, "Kies minstens een vakgebied"),
        ({"rol": "kcc"}, "Kies een van de mogelijkheden"), ({"reden": ""}, "Schrijf kort waarom"),
    ):  # fmt: skip
        antwoord = client.post(adres("lidmaatschap_beginnen", dienst), velden | fout)
        assert zin in antwoord.content.decode(), fout
    assert not Lidmaatschap.objects.exists()

    assert client.post(adres("lidmaatschap_beginnen", dienst), velden).status_code == 302

    assert Lidmaatschap.objects.count() == 2
    assert rollen_van(dienst) == {"teamlead"}
    teams = html(client, "teams")
    assert "F. Bakker" in teams
    assert f'?team={team.pk}">1<' in teams  # two fields of work, one person


def test_de_link_staat_een_keer_op_het_scherm(client, anouk):
    dienst = collega(email="")
    pagina = html(client, "inloglink", dienst)
    assert "Per e-mail" not in pagina  # no address, no mail server
    antwoord = client.post(
        adres("inloglink", dienst), {"hoe": "scherm", "reden": "eerste dag", "versie": dienst.versie}
    )

    eerste, tweede = (client.get(antwoord["Location"]).content.decode() for _ in range(2))

    pad = re.search(r"<code>http://testserver(/account/wachtwoord/kiezen/[^<]+)</code>", eerste)[1]
    assert werkt(pad)
    assert "wachtwoord/kiezen" not in tweede
    assert "Er is een link die werkt tot 4 december 2026 om 10.00 uur" in tweede
    for naam in ("inloglink", "tweede_stap"):
        fout = client.post(adres(naam, dienst), {"hoe": "e_mail", "reden": "x"}).content.decode()
        assert "Kies een van de mogelijkheden" in fout


def test_twee_beheerders_tegelijk_en_een_die_weg_is(client, anouk):
    """Who was second reads what the first did; then it is kept. For who left only the way back stands open."""
    dienst, carla = (
        collega(functie="Consulent"),
        MedewerkerFabriek(rollen=[Rol.BEHEERDER], first_name="Carla", last_name="Claes"),
    )
    medewerker_wijzigen(dienstverband_id=dienst.pk, door=carla.actor, functie="Teamleider")
    velden = GEGEVENS | {"functie": "Jurist", "username": "fbakker", "versie": dienst.versie}

    antwoord = client.post(adres("collega_wijzigen", dienst), velden).content.decode()

    assert "C. Claes wijzigde dit intussen (Gewijzigd: functie (was Consulent))" in antwoord
    assert "Hier staat nu: Teamleider" in antwoord
    versie = re.search(r'name="versie" value="(\d+)"', antwoord)[1]
    assert client.post(adres("collega_wijzigen", dienst), velden | {"versie": versie}).status_code == 302
    assert opnieuw(dienst).medewerker.functie == "Jurist"
    client.post(
        adres("dienstverband_beeindigen", dienst),
        {"wanneer": "daarna", "laatste_dag": "4-12-2026", "reden": "weg"},
    )
    assert "De laatste werkdag is vrijdag 4 december 2026" in html(client, "collega", dienst)
    client.post(adres("dienstverband_hervatten", dienst), {"reden": "blijft"})
    assert opnieuw(dienst).tot_op is None
    client.post(adres("dienstverband_beeindigen", dienst), {"wanneer": "nu", "reden": "weg"})
    for naam in ("collega_wijzigen", "collega_rollen", "lidmaatschap_beginnen", "inloglink", "tweede_stap"):
        pagina = html(client, naam, dienst)
        assert "F. Bakker werkt hier niet meer sinds 3 december 2026." in pagina, naam
        assert "<form" not in pagina.split("<main")[1].split("</main")[0], naam
    assert zinnen(dienst)[:2] == [
        "Uit dienst: inloggen is dicht. Reden: weg",
        "Blijft in dienst. Reden: blijft",
    ]


def test_zijn_eigen_pagina_en_die_van_een_ander_team(client):
    """On one's own page stands why, and the forms are closed; who is no beheerder sees no page."""
    zelf = collega("zelf", rollen=[Rol.BEHEERDER])
    client.als(zelf.medewerker)
    rij = lid(zelf, WijkteamFabriek())
    dicht = [("collega_rollen", zelf), ("lidmaatschap_beginnen", zelf), ("lidmaatschap_beeindigen", rij)]
    dicht += [
        (n, zelf) for n in ("inloglink", "tweede_stap", "dienstverband_beeindigen", "dienstverband_hervatten")
    ]

    assert "Een andere beheerder wijzigt uw rollen" in html(client, "collega", zelf)
    for naam, ding in dicht:
        for vraag in (client.get, client.post):
            antwoord = vraag(adres(naam, ding))
            assert antwoord.status_code == 403, naam
            assert "Een andere beheerder" in antwoord.content.decode()
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))
    assert client.get(adres("collegas")).status_code == 403
    assert client.get(adres("collega", zelf)).status_code == 403


def test_een_team_met_zijn_postcodes(client, anouk):
    blerick = {
        "naam": "Wijkteam Blerick",
        "soort": "wijk",
        "telefoon": "077 300 00 04",
        "postcodes": "5921 - 5923, 5951",
    }
    assert "Er zijn nog geen teams" in html(client, "teams")
    client.post(adres("team_toevoegen"), blerick)
    team = Wijkteam.objects.get()
    assert "5921-5923 5951" in html(client, "teams")

    mis = []
    for zin, anders in {
        "al een team met deze naam": {"naam": "WIJKTEAM blerick", "postcodes": ""},
        "Al van een ander team: 5922 (Wijkteam Blerick)": {"postcodes": "5922"},
        "Schrijf vier cijfers": {"postcodes": "5921AB"},
        "Schrijf vier cijfers, zoals": {"postcodes": "5928-5921"},
        "hoogstens 500": {"postcodes": "1000-9999"},
        "tekens lang": {"postcodes": "5921 " * 20_000},
        "Vul de naam van het team in": {"naam": ""},
    }.items():
        antwoord = client.post(adres("team_toevoegen"), blerick | {"naam": "Ander"} | anders)
        mis += [] if zin in antwoord.content.decode() else [zin]
    assert mis == []
    assert Wijkteam.objects.count() == 1

    pagina = reverse("wijkteams:team_wijzigen", args=[team.pk])
    wijkteam_vastleggen(
        door=anouk.actor, wijkteam_id=team.pk, naam=team.naam, soort="wijk", postcodes=["5921", "5928"]
    )
    oud = client.post(pagina, blerick | {"versie": team.versie}).content.decode()
    assert "Hier staat nu: 5921 5928" in oud
    versie = re.search(r'name="versie" value="(\d+)"', oud)[1]
    assert client.post(pagina, blerick | {"versie": versie}).status_code == 302
    assert list(Gebied.objects.order_by("postcode4").values_list("postcode4", flat=True)) == [
        "5921", "5922", "5923", "5951",
    ]  # fmt: skip
    laatste = team.history.order_by("-history_id").first()
    assert (
        laatste.history_change_reason
        == "team vastgelegd; postcodes erbij: 5922 5923 5951; postcodes eraf: 5928"
    )
