"""A telephone note on a zaak: content of that zaak, closed at once, and a line on the timeline without content."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Contactmoment, Gebeurtenis, Zaak
from toegang.rechten import Rol
from toegang.usecases.telefoonnotitie_maken import telefoonnotitie_maken

pytestmark = pytest.mark.django_db
TEKST = "Dochter vertelt dat haar moeder weer is gevallen."


def noteer(zaak, door, **anders):
    velden = {"richting": "inkomend", "tekst": TEKST, "met_wie": "M. Jansen, dochter"} | anders
    return telefoonnotitie_maken(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, nu=timezone.now(), **velden)


@pytest.fixture
def team():
    return WijkteamFabriek()


def test_de_notitie_is_meteen_af_en_de_tijdlijn_zegt_niet_wat_er_is_gezegd(team):
    zaak = ZaakFabriek(wijkteam=team)

    notitie = noteer(zaak, MedewerkerFabriek(team=team).actor)

    gebeurtenis = Gebeurtenis.objects.get(zaak=zaak)
    assert (notitie.status, notitie.notitie, notitie.zaak) == ("afgehandeld", True, zaak)
    assert (gebeurtenis.zin, gebeurtenis.zichtbaar) == ("Telefoontje ontvangen, met een notitie.", "intern")


def test_het_team_leest_haar_de_administratie_alleen_de_eigen(team):
    zaak, lid, desk = ZaakFabriek(wijkteam=team), MedewerkerFabriek(team=team), voordeur.administratie()
    van_team = noteer(zaak, lid.actor)
    van_desk = noteer(zaak, desk.actor)

    assert set(Contactmoment.objects.voor(lid.actor)) == {van_team, van_desk}
    assert set(Contactmoment.objects.voor(desk.actor)) == {van_desk}
    assert not Contactmoment.objects.voor(voordeur.kcc().actor, VANDAAG).exists()


def test_een_dag_die_nog_komt_kan_niet(team):
    with pytest.raises(ValidationError):
        noteer(
            ZaakFabriek(wijkteam=team), MedewerkerFabriek(team=team).actor, gebeld_op=VANDAAG.replace(day=4)
        )


@pytest.mark.parametrize(
    ("medewerker", "fout"),
    [
        ({"team": True}, None),
        ({"rollen": [Rol.ADMINISTRATIE]}, None),
        ({"team": True, "team__rol": Rol.TEAMLEAD}, PermissionDenied),
        ({"ander_team": True}, Zaak.DoesNotExist),
        ({"rollen": [Rol.KCC]}, Zaak.DoesNotExist),
        ({"rollen": [Rol.JURIST]}, Zaak.DoesNotExist),
    ],
)
def test_telefoonnotitie_rechten(team, medewerker, fout):
    velden = dict(medewerker)
    if velden.pop("ander_team", False):
        velden["team"] = WijkteamFabriek()
    elif velden.get("team"):
        velden["team"] = team
    zaak, door = ZaakFabriek(wijkteam=team), MedewerkerFabriek(**velden).actor

    if fout:
        with pytest.raises(fout):
            noteer(zaak, door)
    else:
        noteer(zaak, door)

    assert Contactmoment.objects.filter(notitie=True).count() == (0 if fout else 1)
