"""Every screen opens for who may, in each state, with a number of queries that does not grow."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams import opstellingen
from toegang.models import Inzage
from toegang.rechten import Rol

pytestmark = pytest.mark.django_db
NU = opstellingen.om(datetime.date(2026, 12, 3), 11)
SCHERMEN = ["huisbezoek", "gesprek", "zrm", "afweging", "verslag", "plan"]
TOESTANDEN = [
    "zaak_in_onderzoek",
    "zaak_met_gesprek",
    "zaak_met_afweging",
    "zaak_met_verslag",
    "zaak_met_plan",
]


@pytest.mark.parametrize("toestand", TOESTANDEN)
@time_machine.travel(NU, tick=False)
def test_elk_scherm_opent_in_elke_toestand(client, toestand):
    zaak = getattr(opstellingen, toestand)()
    client.als(zaak.regisseur)

    for scherm in SCHERMEN:
        antwoord = client.get(reverse(f"wijkteams:{scherm}", args=[zaak.pk]))
        assert antwoord.status_code == 200, scherm
        assert Inzage.objects.filter(zaak=zaak.pk, scherm=scherm, laag="L2b").exists(), scherm


@pytest.mark.parametrize("scherm", SCHERMEN)
@time_machine.travel(NU, tick=False)
def test_een_ander_team_krijgt_404_en_een_collega_geeft_een_reden(client, scherm):
    zaak = opstellingen.zaak_in_onderzoek()
    url = reverse(f"wijkteams:{scherm}", args=[zaak.pk])

    vreemd = client.als(MedewerkerFabriek(team=WijkteamFabriek())).get(url)
    verdeler = client.als(MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.PROCESCOORDINATOR)).get(url)
    collega = client.als(MedewerkerFabriek(team=zaak.wijkteam)).get(url)

    assert (vreemd.status_code, verdeler.status_code, collega.status_code) == (404, 403, 302)
    assert "inhoud" in verdeler.content.decode()
    assert "reden" in collega.url
