"""The sociale kaart: open to who passes people on; no person in it."""

import uuid

import pytest
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.aanbod import AlgemeneVoorzieningFabriek
from toegang.models import Inzage
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("rol", "http"),
    [
        ("kcc", 200),
        ("administratie", 200),
        ("consulent", 200),
        ("teamlead", 200),
        ("beheerder", 403),
        ("jurist", 403),
    ],
)
def test_wie_verwijst(client, rol, http):
    client.als(MedewerkerFabriek(rollen=[Rol(rol)]))

    assert client.get(reverse("voorzieningen:verwijzen")).status_code == http
    assert client.get(reverse("voorzieningen:verwijzen", args=[uuid.uuid4()])).status_code == http
    assert not Inzage.objects.filter(uitkomst="gelukt").exists()


def test_kiezen_op_leefgebied_en_wijk(client):
    AlgemeneVoorzieningFabriek(naam="Klussendienst", wijk="Blerick")
    AlgemeneVoorzieningFabriek(naam="Wijkbus", wijk="", leefgebied="vervoer")
    AlgemeneVoorzieningFabriek(naam="Boodschappenhulp", wijk="Tegelen")
    client.als(MedewerkerFabriek(rollen=[Rol.KCC]))

    tekst = client.get(reverse("voorzieningen:verwijzen"), {"wijk": "Blerick"}).content.decode()

    assert "Klussendienst" in tekst
    assert "Wijkbus" in tekst
    assert "Boodschappenhulp" not in tekst
    assert (
        "Niets gevonden"
        in client.get(reverse("voorzieningen:verwijzen"), {"leefgebied": "geld"}).content.decode()
    )
