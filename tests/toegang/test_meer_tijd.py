"""More time to complete: with a reason and a letter, only while we wait for the inwoner; who may."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.toegang import voordeur
from tests.toegang.test_klokken import besluit, eindigen, op_de_post, opgeschort
from toegang.briefsoorten import briefsoort
from toegang.brieven.basis import html_maken
from toegang.models import Actor, Brief, MeerTijd, Opschorting
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.meer_tijd_geven import meer_tijd_geven
from toegang.usecases.opschortingen_aflopen import opschortingen_aflopen

pytestmark = pytest.mark.django_db
D = datetime.date
VANDAAG = voordeur.VANDAAG
NIEUW = D(2026, 12, 31)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def meer(o, door, nieuw=NIEUW, *, reden="U wacht nog op uw verhuurder.", vandaag=VANDAAG):
    return meer_tijd_geven(opschorting_id=o.pk, nieuwe_datum=nieuw, reden=reden, door=door, vandaag=vandaag)


def test_meer_tijd_laat_de_termijn_langer_stilstaan_en_schrijft_een_brief():
    termijn, door = besluit()
    o = opgeschort(termijn, door, reden="- een loonstrook\n- uw huurcontract")
    op_de_post(o)

    gegeven = meer(o, door, vandaag=D(2026, 12, 16))
    html = html_maken(briefsoort(gegeven.brief.soort).bouwen(gegeven.brief)).replace("\xa0", " ")

    assert opschortingen_aflopen(vandaag=D(2026, 12, 18)) == 0  # the old day is over, the new one is not
    assert (gegeven.van_datum, gegeven.nieuwe_datum) == (D(2026, 12, 17), NIEUW)
    for stuk in (
        "donderdag 31 december 2026",
        "U wacht nog op uw verhuurder.",
        "uw huurcontract",
        "3 december 2026",
    ):
        assert stuk in html
    assert opschortingen_aflopen(vandaag=D(2027, 1, 4)) == 1
    o.refresh_from_db()
    assert (o.einde, o.tot_op) == ("verlopen", NIEUW)
    assert termijn.zaak.gebeurtenissen.filter(soort="meer_tijd_gegeven").count() == 1


def test_een_aanvulling_binnen_de_nieuwe_tijd_is_op_tijd():
    termijn, door = besluit()
    o = opgeschort(termijn, door)
    op_de_post(o)
    meer(o, door)

    eindigen(o, door, D(2026, 12, 28))
    o.refresh_from_db()

    assert (o.einde, o.nagekomen_op) == ("aangevuld", None)


def test_een_brief_die_nog_niet_weg_is_noemt_meteen_de_nieuwe_dag():
    termijn, door = besluit()
    o = opgeschort(termijn, door)

    gegeven = meer(o, door)

    assert gegeven.brief_id == o.brief_id
    assert Brief.objects.count() == 1
    assert briefsoort(gegeven.brief.soort).bouwen(gegeven.brief).uiterlijk_op == NIEUW


@pytest.mark.parametrize(
    ("grond", "nieuw", "reden", "vandaag", "zin"),
    [
        ("aanvulling", D(2026, 12, 17), "Omdat.", VANDAAG, "na 17 december 2026"),
        ("aanvulling", NIEUW, "  ", VANDAAG, "Schrijf op waarom"),
        ("aanvulling", NIEUW, "Omdat.", D(2026, 12, 18), "al voorbij"),
        ("overmacht", NIEUW, "Omdat.", VANDAAG, "op een aanvulling"),
    ],
)
def test_wat_niet_kan_krijgt_een_zin(grond, nieuw, reden, vandaag, zin):
    termijn, door = besluit()
    o = opgeschort(termijn, door, grond=grond)
    op_de_post(o)

    with pytest.raises((OngeldigeOvergang, ValidationError), match=zin):
        meer(o, door, nieuw, reden=reden, vandaag=vandaag)

    assert not MeerTijd.objects.exists()


@pytest.mark.parametrize(
    ("wie", "http", "gegeven"),
    [
        ("administratie", 302, 1),
        ("team", 302, 1),
        ("ander team", 404, 0),
        ("kcc", 404, 0),
        ("teamlead", 403, 0),
    ],
)
def test_wie_meer_tijd_mag_geven(client, wie, http, gegeven):
    termijn, door = besluit()
    o, zaak, team = opgeschort(termijn, door), termijn.zaak, WijkteamFabriek()
    op_de_post(o)
    zaak.refresh_from_db()
    zaak.wijkteam = team
    zaak.bewaren(door=Actor.objects.systeem(), reden="proef")
    mensen = {
        "administratie": voordeur.administratie, "kcc": voordeur.kcc, "team": lambda: MedewerkerFabriek(team=team),
        "ander team": lambda: MedewerkerFabriek(team=WijkteamFabriek()),
        "teamlead": lambda: MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
    }  # fmt: skip
    client.als(mensen[wie]())

    antwoord = client.post(
        f"/toegang/opschorting/{o.pk}/meer-tijd/", {"nieuwe_datum": "31-12-2026", "reden": "U wacht nog."}
    )

    assert (antwoord.status_code, MeerTijd.objects.count()) == (http, gegeven)


def test_het_scherm_biedt_het_aan_en_laat_het_zien(client):
    termijn, door = besluit()
    o = opgeschort(termijn, door)
    op_de_post(o)
    client.als(voordeur.administratie())
    blad = f"/toegang/zaak/{termijn.zaak_id}/termijnen/"

    voor = client.get(blad).content.decode()
    fout = client.post(
        f"/toegang/opschorting/{o.pk}/meer-tijd/", {"nieuwe_datum": "3-12-2026", "reden": "Verhuurder"}
    )
    antwoord = client.post(
        f"/toegang/opschorting/{o.pk}/meer-tijd/",
        {"nieuwe_datum": "31-12-2026", "reden": "Verhuurder"},
        follow=True,
    ).content.decode()

    assert "Meer tijd geven" in voor
    assert "Verhuurder" in fout.content.decode()
    assert "De inwoner krijgt meer tijd" in antwoord
    assert "meer tijd gegeven: van 17 december 2026 naar donderdag 31 december 2026" in antwoord
    assert Opschorting.objects.get().uiterlijk_op == NIEUW
