"""For whom one may look: by proof, period and age; judged at each request."""

import datetime

import pytest
import time_machine

from portaal.burger import in_een_zin
from portaal.leeftijd import mag_zelf
from tests.fabrieken import InwonerFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import om
from toegang.models import Actor, Inzage, Vertegenwoordiger

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
reis = time_machine.travel(om(VANDAAG, 11), tick=False)


def vertegenwoordiger(inwoner, verwant, soort="mentor", **anders):
    velden = {"vanaf_op": datetime.date(2026, 1, 1), "bewijs_gezien_op": datetime.date(2026, 1, 2)} | anders
    return Vertegenwoordiger(
        inwoner=inwoner, soort=soort, naam=verwant.naam.weergave(), verwant=verwant, **velden
    ).bewaren(door=Actor.objects.systeem(), reden="bewijs gezien")


@reis
def test_een_mentor_kiest_voor_wie_hij_kijkt(burger):
    een, twee, mentor = ZaakFabriek(), ZaakFabriek(), InwonerFabriek()
    vertegenwoordiger(een.dossier.inwoner, mentor)
    vertegenwoordiger(twee.dossier.inwoner, mentor)
    burger.als(mentor)

    keuze = burger.get("/voor-wie/").content.decode()
    assert in_een_zin(een.dossier.inwoner.naam.aanschrijving()) in keuze
    assert in_een_zin(twee.dossier.inwoner.naam.aanschrijving()) in keuze
    burger.post("/voor-wie/", {"voor": str(een.dossier.inwoner_id)})

    home = burger.get("/").content.decode()
    assert f"U kijkt voor {in_een_zin(een.dossier.inwoner.naam.aanschrijving())}" in home
    assert burger.get(f"/vragen/{een.pk}/").status_code == 200
    assert burger.get(f"/vragen/{twee.pk}/").status_code == 404
    regel = Inzage.objects.filter(inwoner=een.dossier.inwoner_id).latest("id")
    assert Actor.objects.get(pk=regel.actor).soort == "vertegenwoordiger"


@reis
@pytest.mark.parametrize(
    ("anders", "kijkt"),
    [
        ({}, True),
        ({"tot_op": VANDAAG}, False),
        ({"vanaf_op": datetime.date(2026, 12, 4)}, False),
        ({"bewijs_gezien_op": None}, False),
        ({"soort": "bewindvoerder"}, False),
        ({"soort": "gemachtigde", "mag": ["brieven"]}, False),
        ({"soort": "gemachtigde", "mag": ["dossier"]}, True),
    ],
)
def test_wie_voor_een_ander_kijkt(burger, anders, kijkt):
    zaak, ander = ZaakFabriek(), InwonerFabriek()
    vertegenwoordiger(zaak.dossier.inwoner, ander, **anders)
    burger.als(ander, voor=zaak.dossier.inwoner)

    antwoord = burger.get(f"/vragen/{zaak.pk}/")

    assert (antwoord.status_code, antwoord.get("Location", "")) == (
        (200, "") if kijkt else (302, "/voor-wie/")
    )


@reis
def test_zonder_bewijs_ziet_niemand_een_ander(burger):
    zaak, ander = ZaakFabriek(), InwonerFabriek()

    assert burger.als(ander, voor=zaak.dossier.inwoner).get("/")["Location"] == "/voor-wie/"


@reis
@pytest.mark.parametrize(
    ("geboren", "ouder", "kind"),
    [
        ("20151204", True, False),
        ("20141203", True, True),
        ("20110101", True, True),
        ("20101203", False, True),
    ],
)
def test_een_ouder_en_een_kind_van_11_12_15_en_16(burger, geboren, ouder, kind):
    zaak = ZaakFabriek(dossier__inwoner=InwonerFabriek(geboren=geboren))
    moeder = InwonerFabriek()
    vertegenwoordiger(zaak.dossier.inwoner, moeder, "ouder")

    van_ouder = burger.als(moeder, voor=zaak.dossier.inwoner).get(f"/vragen/{zaak.pk}/").status_code
    van_kind = burger.als(zaak.dossier.inwoner).get(f"/vragen/{zaak.pk}/").status_code

    assert (van_ouder == 200, van_kind == 200) == (ouder, kind)


def test_een_kind_van_15_leest_maar_tekent_niet():
    assert mag_zelf("20110101", VANDAAG) == {"dossier", "spreken", "brieven"}
    assert "aanvragen" in mag_zelf("20101203", VANDAAG)
