"""Filters that stay, saved views, counts that say what the list shows, pages that lose no row."""

import datetime
from itertools import product

import pytest
from django.db import connection
from django.template.response import SimpleTemplateResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang.models import Weergave
from toegang.rechten import Rol, Wet
from toegang.usecases.weergave_bewaren import HOOGSTENS, weergave_bewaren, weergave_verwijderen
from toegang.werkvoorraad import GROEPEN

pytestmark = pytest.mark.django_db
URL, ZAKEN, WEERGAVEN = (
    reverse("toegang:werkvoorraad"),
    reverse("toegang:zaken"),
    reverse("toegang:weergaven"),
)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


@pytest.fixture
def voorraad():
    """A stack of everything, spread over laws, teams, kinds and channels."""
    team = WijkteamFabriek(naam="Wijkteam Blerick")
    inwoner = InwonerFabriek()
    for nr in range(9):
        voordeur.contact(
            inwoner=inwoner, kanaal=("telefoon", "brief", "balie")[nr % 3], soort=("vraag", "melding")[nr % 2],
            gevaar=nr % 4 == 0, ontvangen_op=datetime.date(2026, 12, 1 + nr % 3),
        )  # fmt: skip
        ZaakFabriek(
            wet=(Wet.WMO, Wet.JEUGDWET)[nr % 2], wijkteam=team if nr % 3 else None, spoed=nr == 4,
            status=("nieuw", "te_verdelen", "vraagverheldering")[nr % 3],
            eerstvolgende_op=datetime.date(2026, 11, 30) + datetime.timedelta(days=nr),
        )  # fmt: skip
    return team


FILTERS = (
    {}, {"soort": "melding"}, {"kanaal": "brief"}, {"wet": "jeugdwet"}, {"team": "?"}, {"spoed": "ja"},
    {"termijn": "te_laat"}, {"termijn": "vandaag"}, {"termijn": "week"}, {"van": "mijn"}, {"van": "zonder"},
)  # fmt: skip


def test_het_getal_bij_een_groep_is_het_aantal_in_de_lijst(client, voorraad, monkeypatch):
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", property(lambda self: ""))  # only numbers
    client.als(voordeur.administratie())
    anders, groepen = [], [g.naam for g in GROEPEN if Rol.ADMINISTRATIE in g.rollen]
    for filter_, groep in product(FILTERS, groepen):
        vraag = filter_ | ({"team": str(voorraad.pk)} if "team" in filter_ else {})
        getoond = client.get(URL, {"groep": groep, **vraag}).context_data

        punt = next(p for p in getoond["groepen"] if p.actief)
        if not int(punt.aantal or 0) == getoond["aantal"] == len(getoond["rijen"]):
            anders.append((groep, filter_, punt.aantal, getoond["aantal"], len(getoond["rijen"])))
    assert anders == []
    assert len(groepen) > 5


def test_elk_filter_laat_alleen_zien_wat_gevraagd_is(client, voorraad):
    client.als(voordeur.administratie())

    def wat(**vraag):
        return [r.wat for r in client.get(URL, {"groep": "nieuw", **vraag}).context["rijen"]]

    assert len(wat()) == 6
    assert all("melding" in w.lower() for w in wat(soort="melding"))
    assert all("balie" in w for w in wat(kanaal="balie"))
    assert 0 < len(wat(spoed="ja")) < 6
    assert len(wat(soort="verzonnen")) == 6  # nonsense narrows nothing
    assert len(wat(kanaal="brief")) == 0


def test_filters_blijven_staan_en_zijn_weg_te_halen(client, voorraad):
    client.als(voordeur.administratie())

    html = client.get(URL, {"groep": "nieuw", "kanaal": "balie", "spoed": "ja"}).content.decode()
    terug = client.get(URL)
    gewist = client.get(URL, {"groep": "nieuw"})
    daarna = client.get(URL)

    assert "Filter (2 gekozen)" in html
    assert 'href="?groep=nieuw&amp;kanaal=balie"' in html  # without spoed
    assert (terug.status_code, terug.url) == (302, f"{URL}?kanaal=balie&spoed=ja&groep=nieuw")
    assert (gewist.status_code, daarna.status_code) == (200, 200)


@pytest.mark.parametrize("groep", ["nieuw", "post", "termijnen", "taken"])
@pytest.mark.parametrize("aantal", [1, 25, 26, 51, 60])
def test_heen_en_terug_bladeren_geeft_elke_rij_een_keer(client, groep, aantal):
    inwoner = InwonerFabriek()
    for nr in range(aantal):
        if groep in ("nieuw", "post"):
            voordeur.contact(
                inwoner=inwoner, kanaal="brief" if groep == "post" else "telefoon", gevaar=nr % 7 < 2 or nr > 40,
                ontvangen_op=datetime.date(2026, 11, 20 + nr % 4),
            )  # fmt: skip
        elif groep == "termijnen":
            ZaakFabriek(eerstvolgende_op=datetime.date(2026, 12, 1 + nr % 5))
        else:
            voordeur.taak(uiterlijk=datetime.date(2026, 12, 1 + nr % 5))
    client.als(voordeur.administratie())

    heen, bladen = [], [client.get(URL, {"groep": groep})]
    while bladen[-1].context["volgende"]:
        bladen.append(client.get(URL + bladen[-1].context["volgende"]))
    heen = [[r.pk for r in blad.context["rijen"]] for blad in bladen]
    terug, blad = [heen[-1]], bladen[-1]
    while blad.context["vorige"]:
        blad = client.get(URL + blad.context["vorige"])
        terug.insert(0, [r.pk for r in blad.context["rijen"]])

    alle = [pk for blad in heen for pk in blad]
    assert len(alle) == len(set(alle)) == aantal
    assert terug == heen


def test_de_voorraad_vraagt_met_filters_en_weergaven_niet_meer(client, voorraad):
    ik = voordeur.administratie()
    client.als(ik)
    vraag = {"groep": "termijnen", "wet": "wmo", "termijn": "week"}
    client.get(URL, vraag)
    gemeten = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as vragen:
            client.get(URL, vraag)
        gemeten.append(len(voordeur.zonder_transactie(vragen)))
        for teller in range(10):
            weergave_bewaren(lijst="toegang:werkvoorraad", naam=f"W{teller}", filter="wet=wmo", door=ik.actor)
            WijkteamFabriek()
            ZaakFabriek(eerstvolgende_op=voordeur.VANDAAG, wijkteam=voorraad)

    assert gemeten[0] == gemeten[1] <= 8


def test_een_weergave_wordt_bewaard_gebruikt_en_weggegooid(client, voorraad):
    ik = voordeur.administratie()
    client.als(ik)
    vraag = "groep=nieuw&kanaal=balie"

    lijst = client.get(f"{URL}?{vraag}").content.decode()
    antwoord = client.post(
        WEERGAVEN,
        {
            "formuliernaam": "bewaren",
            "lijst": "toegang:werkvoorraad",
            "filter": vraag,
            "naam": "Balie vandaag",
        },
    )
    boven = client.get(URL, {"groep": "taken"}).content.decode()
    weergave = Weergave.objects.get()
    client.post(
        WEERGAVEN, {"formuliernaam": "verwijderen", "lijst": "toegang:werkvoorraad", "weergave": weergave.pk}
    )

    assert "Deze weergave bewaren" in lijst
    assert (antwoord.status_code, antwoord.url) == (302, f"{URL}?{vraag}")
    assert (weergave.medewerker, weergave.filter) == (ik, vraag)
    assert "Balie vandaag" in boven
    assert not Weergave.objects.exists()


@pytest.mark.parametrize("naam", ["Dossier 999990019", "geboren 3-4-1948", "bel 06 12345678", ""])
def test_een_weergave_heet_niet_naar_een_mens(client, naam):
    client.als(voordeur.administratie())

    antwoord = client.post(
        WEERGAVEN,
        {"formuliernaam": "bewaren", "lijst": "toegang:werkvoorraad", "filter": "wet=wmo", "naam": naam},
    )

    assert antwoord.status_code == 200
    assert not Weergave.objects.exists()


def test_een_weergave_houdt_alleen_keuzes_vast(client):
    client.als(voordeur.administratie())

    client.post(
        WEERGAVEN,
        {"formuliernaam": "bewaren", "lijst": "toegang:werkvoorraad", "naam": "Mijn lijst",
         "filter": "wet=wmo&naam=Jansen&bsn=999990019&na=0_2026-12-03_x&kanaal=<b>&team=3 4"},
    )  # fmt: skip

    assert Weergave.objects.get().filter == "wet=wmo"


def test_een_weergave_is_van_wie_haar_maakte(client):
    ik, ander = voordeur.administratie(), voordeur.administratie()
    weergave = weergave_bewaren(lijst="toegang:zaken", naam="Van mij", filter="wet=wmo", door=ik.actor)

    weergave_verwijderen(weergave_id=weergave.pk, door=ander.actor)
    html = client.als(ander).get(ZAKEN).content.decode()

    assert Weergave.objects.filter(pk=weergave.pk).exists()
    assert "Van mij" not in html


def test_dezelfde_naam_vervangt_en_er_zijn_er_hoogstens_twintig():
    door = voordeur.administratie().actor
    for nr in range(HOOGSTENS):
        weergave_bewaren(lijst="toegang:zaken", naam=f"W{nr}", filter="wet=wmo", door=door)

    weergave_bewaren(lijst="toegang:zaken", naam="W1", filter="wet=gpk", door=door)
    with pytest.raises(Exception, match="Verwijder er eerst een"):
        weergave_bewaren(lijst="toegang:zaken", naam="nog een", filter="wet=gpk", door=door)

    assert Weergave.objects.get(naam="W1").filter == "wet=gpk"


def test_de_teamleider_filtert_op_collega_en_draagt_alles_over(client):
    team = WijkteamFabriek()
    fatma, kees = MedewerkerFabriek(team=team), MedewerkerFabriek(team=team)
    van_fatma = ZaakFabriek(wijkteam=team, regisseur=fatma, status="onderzoek")
    van_kees = ZaakFabriek(wijkteam=team, regisseur=kees, status="onderzoek")
    dicht = MedewerkerFabriek(team=team)
    ZaakFabriek(wijkteam=team, regisseur=dicht, afgeschermd=True)
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))

    html = client.get(ZAKEN, {"weergave": "team", "bij": str(fatma.pk)}).content.decode()

    assert str(van_fatma.pk) in html
    assert str(van_kees.pk) not in html
    assert f"?van={fatma.pk}" in html
    assert "Overdragen aan een collega" in html
    assert dicht.naam not in html  # has nothing that this reader may see


def test_wie_niet_verdeelt_ziet_geen_vakjes(client):
    team = WijkteamFabriek()
    consulent = MedewerkerFabriek(team=team)
    ZaakFabriek(wijkteam=team, regisseur=consulent, status="onderzoek")

    html = client.als(consulent).get(ZAKEN, {"weergave": "team"}).content.decode()

    assert 'name="keuze"' not in html
    assert "Overdragen" not in html


def test_een_consulent_begint_met_zijn_eigen_termijnen(client):
    team = WijkteamFabriek()
    ik = MedewerkerFabriek(team=team)
    mijn = ZaakFabriek(wijkteam=team, regisseur=ik, eerstvolgende_op=voordeur.VANDAAG)
    ander = ZaakFabriek(
        wijkteam=team, regisseur=MedewerkerFabriek(team=team), eerstvolgende_op=voordeur.VANDAAG
    )
    client.als(ik)

    def pks(**vraag):
        return {r.pk for r in client.get(URL, {"groep": "termijnen", **vraag}).context["rijen"]}

    assert pks() == {mijn.pk}
    assert pks(van="alles") == {mijn.pk, ander.pk}
    assert pks(van="zonder") == set()
