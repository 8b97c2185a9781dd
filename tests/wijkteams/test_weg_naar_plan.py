"""The whole way through this room: each state is reached through use-cases, and what it leaves behind."""

import pytest

from tests.wijkteams.opstellingen import (
    GETEKEND_OP,
    VERSTUURD_OP,
    laatste_verslag,
    zaak_met_plan,
    zaak_met_verslag,
)
from toegang.models import TermijnSoort
from toegang.statussen import ZaakStatus
from wijkteams.models import Onderzoek, Plandeel
from wijkteams.regels import ontbreekt_in_onderzoek
from wijkteams.statussen import OnderzoekStatus, PlanStatus, VerslagStatus

pytestmark = pytest.mark.django_db


def test_van_melding_tot_afgesproken_plan():
    zaak = zaak_met_plan()

    verslag, onderzoek = laatste_verslag(zaak), Onderzoek.objects.get(zaak=zaak)
    assert zaak.status == ZaakStatus.BESLUITVORMING
    assert (verslag.status, verslag.verstuurd_op) == (VerslagStatus.ONDERTEKEND, VERSTUURD_OP)
    assert (onderzoek.status, onderzoek.afgerond_op) == (OnderzoekStatus.AFGEROND, VERSTUURD_OP)
    assert ontbreekt_in_onderzoek(onderzoek) == []
    assert zaak.termijnen.get(soort=TermijnSoort.ONDERZOEK).gehaald_op == VERSTUURD_OP
    aanvraag = zaak.aanvragen.get()
    assert (aanvraag.ontvangen_op, aanvraag.wijze, aanvraag.gevraagd) == (
        GETEKEND_OP, "verslag", "Het huis schoonhouden",
    )  # fmt: skip
    assert Plandeel.objects.get(zaak=zaak).status == PlanStatus.VASTGESTELD


def test_de_termijn_loopt_door_tot_de_brief_weg_is():
    zaak = zaak_met_verslag(verzonden=False, getekend=False)

    assert laatste_verslag(zaak).status == VerslagStatus.VERSTUURD
    assert laatste_verslag(zaak).verstuurd_op is None
    assert zaak.termijnen.get(soort=TermijnSoort.ONDERZOEK).gehaald_op is None
