"""An aanvraag in any state, with its own clock from the day it was received; who may."""

import datetime
import uuid

import pytest

from tests.fabrieken import MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Aanvraag, Taak
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus

pytestmark = pytest.mark.django_db
GEGEVENS = {
    "ontvangen_op": "2-12-2026", "wijze": "formulier", "gevraagd": "Hulp in het huishouden", "ondertekend": "ja",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def url(zaak):
    return f"/toegang/zaak/{zaak.pk}/aanvraag/"


def gemeld(status="nieuw", **anders):
    """A zaak of 1 December, put in this state as later rooms do."""
    zaak = voordeur.zaak(ontvangen_op=datetime.date(2026, 12, 1), **anders)
    if status != "nieuw":
        zaak.status = ZaakStatus(status)
        zaak.bewaren(door=voordeur.administratie().actor, reden="test")
    return zaak


def test_de_termijn_begint_op_de_dag_van_ontvangst(client):
    zaak = gemeld("onderzoek")

    antwoord = client.als(voordeur.administratie()).post(url(zaak), GEGEVENS, follow=True)

    aanvraag, zaak = Aanvraag.objects.get(), type(zaak).objects.get()
    termijn = aanvraag.termijnen.get()
    assert (termijn.soort, termijn.begint_op, termijn.uiterste_datum) == (
        "besluit", datetime.date(2026, 12, 2), datetime.date(2026, 12, 16),
    )  # fmt: skip
    assert (zaak.status, zaak.eerstvolgende_op) == ("besluitvorming", datetime.date(2026, 12, 16))
    assert (
        "Besluit uiterlijk woensdag 16 december 2026 (Wmo 2015 art. 2.3.5 lid 2)."
        in antwoord.content.decode()
    )


@pytest.mark.parametrize("status", ["nieuw", "vraagverheldering", "te_verdelen", "besluitvorming"])
def test_in_elke_stap_kan_een_aanvraag_binnenkomen(client, status):
    zaak = gemeld(status)

    client.als(voordeur.administratie()).post(url(zaak), GEGEVENS)

    zaak.refresh_from_db()
    assert (Aanvraag.objects.count(), zaak.status) == (1, status)


def test_dezelfde_aanvraag_is_er_een(client):
    zaak = gemeld()
    client.als(voordeur.administratie())

    for sleutel in (uuid.UUID(int=1), uuid.UUID(int=1), uuid.UUID(int=2)):
        client.post(url(zaak), GEGEVENS, sleutel=sleutel)

    assert Aanvraag.objects.count() == 1


@pytest.mark.parametrize(
    ("dag", "zin"),
    [
        ("30-11-2026", "moet op of na 1 december 2026 liggen"),
        ("4-12-2026", "moet op of voor 3 december 2026 liggen"),
        ("31-11-2026", "Deze datum bestaat niet"),
        ("", "Vul ontvangen op in"),
    ],
)
def test_een_dag_die_niet_kan_krijgt_een_zin_en_de_tekst_blijft(client, dag, zin):
    zaak = gemeld()

    antwoord = client.als(voordeur.administratie()).post(url(zaak), GEGEVENS | {"ontvangen_op": dag})

    tekst = antwoord.content.decode()
    assert zin in tekst
    assert "Hulp in het huishouden" in tekst
    assert Aanvraag.objects.count() == 0


def test_de_regisseur_hoort_het():
    zaak = gemeld("onderzoek")
    zaak.regisseur = MedewerkerFabriek()
    zaak.bewaren(door=voordeur.administratie().actor, reden="test")
    from django.utils import timezone

    from toegang.usecases.aanvraag_registreren import aanvraag_registreren

    aanvraag_registreren(
        zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG, nu=timezone.now(),
        ontvangen_op=VANDAAG, wijze="formulier", gevraagd="Hulp",
    )  # fmt: skip

    assert Taak.objects.open().get(medewerker=zaak.regisseur).uiterlijk_op == datetime.date(2026, 12, 17)


def test_een_afgesloten_zaak_noemt_de_weg(client):
    from toegang.usecases.zaak_afsluiten import zaak_afsluiten

    zaak, door = gemeld(), voordeur.administratie()
    zaak_afsluiten(zaak_id=zaak.pk, door=door.actor, vandaag=VANDAAG, reden="beantwoord")

    antwoord = client.als(door).get(url(zaak))

    assert "open daarvoor een nieuwe zaak" in antwoord.content.decode()
    assert client.post(url(zaak), GEGEVENS).status_code == 200
    assert Aanvraag.objects.count() == 0


@pytest.mark.parametrize(
    ("rol", "http", "aantal"),
    [(Rol.ADMINISTRATIE, 302, 1), (Rol.KCC, 404, 0), (Rol.CONSULENT, 404, 0), (Rol.JURIST, 404, 0)],
)
def test_aanvraag_registreren_rechten(client, rol, http, aantal):
    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(url(gemeld()), GEGEVENS)

    assert antwoord.status_code == http
    assert Aanvraag.objects.count() == aantal
