"""From aanvraag to a letter that has effect: each state, and nothing before its time."""

import datetime

import pytest

from tests.beschikkingen.opstellingen import VANDAAG, VOLGORDE, besluit_in
from toegang.models import Termijn
from voorzieningen.models import Indicatie

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("toestand", VOLGORDE)
def test_elke_toestand_is_te_bereiken(toestand):
    besluit = besluit_in(toestand)

    assert besluit.status == {"klaar": "concept", "brief": "ondertekend"}.get(toestand, toestand)


@pytest.mark.parametrize("toestand", ["ondertekend", "brief"])
def test_ondertekend_maar_niet_verzonden_doet_niets(toestand):
    besluit = besluit_in(toestand)

    zaak = besluit.zaak
    assert (besluit.verzonden_op, besluit.bezwaar_tot) == (None, None)
    assert besluit.aanvraag.status == "open"
    assert Indicatie.objects.get(zaak=zaak).status == "voorgesteld"
    assert zaak.status == "besluitvorming"
    assert not Termijn.objects.filter(zaak=zaak, soort="bezwaar").exists()
    assert Termijn.objects.get(zaak=zaak, soort="besluit").gehaald_op is None
    assert not zaak.gebeurtenissen.filter(soort__startswith="besluit_", zichtbaar="inwoner").exists()


def test_verzonden_heeft_werking():
    besluit = besluit_in("verzonden")

    zaak = besluit.zaak
    assert (besluit.verzonden_op, besluit.bezwaar_tot) == (VANDAAG, datetime.date(2027, 1, 14))
    assert besluit.aanvraag.status == "besloten"
    assert besluit.aanvraag.afgedaan_op == VANDAAG
    assert Indicatie.objects.get(zaak=zaak).status == "toegekend"
    assert (zaak.status, zaak.afsluitreden) == ("afgesloten", "besluit")
    assert Termijn.objects.get(zaak=zaak, soort="besluit").gehaald_op == VANDAAG
    bezwaar = Termijn.objects.get(zaak=zaak, soort="bezwaar")
    assert (bezwaar.uiterste_datum, bezwaar.wacht_op, bezwaar.vervallen_op) == (
        besluit.bezwaar_tot,
        "inwoner",
        None,
    )
    zin = zaak.gebeurtenissen.get(soort="besluit_verzonden")
    assert (zin.zin, zin.zichtbaar) == (
        "Besluit verzonden. Bezwaar kan tot en met donderdag 14 januari 2027.",
        "inwoner",
    )
    assert not zaak.taken.open().exists()


def test_hulp_die_vandaag_begint_loopt_meteen():
    besluit = besluit_in("verzonden", indicatie={"ingangsdatum": VANDAAG})

    assert Indicatie.objects.get(zaak=besluit.zaak).status == "lopend"


def test_drie_mensen_staan_onder_een_besluit():
    besluit = besluit_in("verzonden")

    assert len({besluit.opgesteld_door_id, besluit.getoetst_door_id, besluit.ondertekend_door_id}) == 3
