"""Is this letter real? Yes or no and a day, nothing about anybody, and not without end."""

import datetime

import pytest
import time_machine
from django.core import signing
from django.urls import reverse

from tests.fabrieken import VANDAAG, MedewerkerFabriek
from tests.klant import Klant
from tests.toegang import verzendingen as v
from toegang.briefcodes import lees_code, verzonden_met_code
from toegang.models import Brief, Teller
from toegang.rechten import Rol
from toegang.spamwering import stempel
from toegang.usecases.brief_maken import brieven_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.views.briefcontrole import ZOUT

pytestmark = pytest.mark.django_db
URL = "/openbaar/briefcontrole/"
NU = datetime.datetime(2026, 12, 3, 10, 42, tzinfo=datetime.UTC)
CODE = "7K4Q-92TM"


@pytest.fixture
def verzonden(monkeypatch):
    """A letter with a code that was handed over, and one with another code that was not."""
    v.papier_gebruiken(monkeypatch)
    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
    weg, ligt = v.brief(), v.brief()
    brieven_maken(nu=v.nu())
    brief_verzenden(brief_id=weg.pk, door=desk, vandaag=VANDAAG, verzonden_op=VANDAAG)
    for pk, code in ((weg.pk, CODE), (ligt.pk, "AAAA-BBBB")):
        brief = Brief.objects.get(pk=pk)
        brief.code = code
        brief.bewaren(door=desk, reden="test")
    return weg


def test_de_code_zegt_alleen_of_de_brief_van_ons_is(verzonden, settings):
    settings.INZENDINGEN = {"per_link": 9, "per_afzender": 5, "samen": 9}
    gast = Klant()
    with time_machine.travel(NU - datetime.timedelta(minutes=1), tick=False):
        begonnen = stempel()

    def vraag(code):
        with time_machine.travel(NU, tick=False):
            antwoord = gast.post(URL, {"code": code, "begonnen": begonnen, "homepage": ""}, follow=True)
        return antwoord.status_code, antwoord.content.decode()

    goed, fout, ligt, scheef = vraag("7k4q 92tm"), vraag("7K4Q-92TN"), vraag("AAAA-BBBB"), vraag("O0-1")

    assert goed[0] == 200
    assert "donderdag 3 december 2026" in goed[1]
    assert CODE in goed[1], "sent on to somebody with another letter it does not fit"
    assert "Jansen" not in goed[1] + fout[1]
    assert verzonden.zaak.kenmerk not in goed[1]
    assert "Wij kennen deze code niet" in fout[1]
    assert "Wij kennen deze code niet" in ligt[1], "not sent is not ours yet"
    assert "Een code heeft acht letters en cijfers" in scheef[1]
    assert [vraag("7K4Q-92TM")[0] for _ in range(3)] == [200, 200, 429], "five tries an hour from one place"
    assert Teller.objects.filter(aantal__gte=5).exists()
    assert gast.get(reverse("openbaar:briefcontrole_antwoord", args=["verzonnen"])).status_code == 404

    with time_machine.travel(NU, tick=False):
        bewijs = signing.dumps([CODE, "2026-12-03"], salt=ZOUT)
    later = reverse("openbaar:briefcontrole_antwoord", args=[bewijs])
    for seconden, status in ((100, 200), (121, 302)):
        with time_machine.travel(NU + datetime.timedelta(seconds=seconden), tick=False):
            assert gast.get(later).status_code == status


@pytest.mark.parametrize(
    ("getypt", "code"),
    [("7K4Q-92TM", CODE), (" 7k4q92tm ", CODE), ("7K4Q 92T", ""), ("7K4Q-92T0", ""), ("", ""), ("é" * 8, "")],
)
def test_een_code_hoe_hij_ook_getypt_is(getypt, code):
    assert lees_code(getypt) == code


def test_zonder_code_is_er_geen_brief(verzonden):
    assert verzonden_met_code("") is None
