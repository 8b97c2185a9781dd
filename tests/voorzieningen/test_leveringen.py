"""Granted and not given: each stand is a list of its own rows, by rights, and the file of a figure says where it ends."""

import datetime

import pytest
import time_machine
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.voorzieningen.opstelling import VANDAAG, lid_van, verse, voorstel, zaak_met_consulent
from toegang.models import Inzage
from toegang.rechten import Rol
from voorzieningen import leveringslijst
from voorzieningen.models import Levering
from voorzieningen.usecases.indicaties_toekennen import indicaties_toekennen
from voorzieningen.usecases.levering_starten import levering_starten
from voorzieningen.usecases.levering_stoppen import levering_stoppen
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen
from wijkteams.views import teambeeld

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)
TOEN, BEGIN = datetime.date(2026, 11, 2), datetime.date(2026, 11, 9)
PAD = "voorzieningen:leveringen"


@pytest.fixture
def hulp():
    """Four people of one team: nobody ordered; ordered and late; begun; stopped. And one of another team."""
    zaak, _ = zaak_met_consulent(dossier__inwoner__geslachtsnaam="Besteldniet")
    product, aanbieder = huishoudelijke_hulp()
    rijen = []
    for nr, naam in enumerate(("Besteldniet", "Laat", "Begonnen", "Gestopt", "Elders")):
        if nr in (1, 2, 3):
            zaak, _ = zaak_met_consulent(wijkteam=zaak.wijkteam, dossier__inwoner__geslachtsnaam=naam)
        elif nr == 4:
            zaak, _ = zaak_met_consulent(dossier__inwoner__geslachtsnaam=naam)
        wie = verse(lid_van(zaak.wijkteam))
        i = voorstel(
            zaak, wie, vandaag=TOEN, ingangsdatum=BEGIN, product_id=product.pk, aanbieder_id=aanbieder.pk
        )
        indicaties_toekennen(indicatie_ids=[i.pk], door=wie, vandaag=TOEN)
        vast = {"indicatie_id": i.pk, "door": wie}
        if nr in (1, 2, 3):
            levering_toewijzen(toegewezen_op=TOEN, vandaag=TOEN, **vast)
        if nr in (2, 3):
            levering_starten(begonnen_op=BEGIN, vandaag=BEGIN, **vast)
        if nr == 3:
            levering_stoppen(laatste_dag=BEGIN + DAG, stopreden="22", vandaag=VANDAAG, **vast)
        rijen.append(i)
    return rijen


def namen(client, **vraag) -> set[str]:
    html = client.get(reverse(PAD), vraag).text
    return {n for n in ("Besteldniet", "Laat", "Begonnen", "Gestopt", "Elders") if f"{n}</a>" in html}


def test_elke_stand_heeft_zijn_rijen_en_ieder_ziet_de_zijne(client, hulp, monkeypatch):
    team, elders = hulp[0].zaak.wijkteam, hulp[4].zaak.wijkteam
    lead, desk = lid_van(team, rol=Rol.TEAMLEAD), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        client.als(lead)
        assert namen(client) == {"Besteldniet", "Laat"}
        assert namen(client, stand="niet_toegewezen") == {"Besteldniet"}
        assert namen(client, stand="levering_gestopt") == {"Gestopt"}
        assert namen(client, stand="begint_nog") == set()
        assert namen(client, team=elders.pk) == set()
        assert Inzage.objects.filter(scherm="leveringen").count() == 4
        client.als(desk)
        assert namen(client) == {"Besteldniet", "Laat", "Elders"}
        assert namen(client, team=elders.pk) == {"Elders"}
        assert namen(client, stand="onzin", team="x", na="x_y") == {"Besteldniet", "Laat", "Elders"}
        monkeypatch.setattr(leveringslijst, "PER", 2)
        blad = client.get(reverse(PAD)).context["blad"]
        assert len(blad.rijen) == 2
        assert len(client.get(reverse(PAD) + blad.volgende).context["blad"].rijen) == 1
        for rol, http in ((Rol.KCC, 403), (Rol.PROCESCOORDINATOR, 403), (Rol.CONTRACTBEHEERDER, 403)):
            assert client.als(MedewerkerFabriek(rollen=[rol])).get(reverse(PAD)).status_code == http
    assert Levering.objects.count() == 5


def test_het_cijfer_opent_zijn_lijst_en_die_de_pagina_en_het_bestand_zegt_waar_het_ophoudt(
    client, hulp, monkeypatch
):
    lead = lid_van(hulp[0].zaak.wijkteam, rol=Rol.TEAMLEAD)
    lijst = reverse("wijkteams:teambeeld_lijst") + "?cijfer=niet_geleverd"
    bestand = reverse("wijkteams:teambeeld_lijst_exporteren") + "?cijfer=niet_geleverd"
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        beeld = client.als(lead).get(reverse("wijkteams:teambeeld"))
        gevonden = next(b for b in beeld.context["bevindingen"] if b.lijst == "niet_geleverd")
        assert gevonden.aantal == 2
        teams = next(b for b in beeld.context["blokken"] if b.naam == "hulp_teams")
        assert [[cel.tekst for cel in regel[1:]] for regel in teams.regels] == [
            ["0", "2"], ["minder dan 5", "minder dan 5"], ["minstens 0", "minstens 2"],
        ]  # fmt: skip
        html = client.get(lijst).text
        assert f'href="{reverse(PAD)}?stand=niet_geleverd"' in html
        assert "eerste" not in client.get(bestand).text
        monkeypatch.setattr(teambeeld, "HOOGSTENS", 1)
        assert "In een bestand staan de eerste 1" in client.get(lijst).text
        inhoud = client.get(bestand).text
    assert "Dit zijn de eerste 1 dossiers. Er zijn er meer." in inhoud
    assert inhoud.count("Besteldniet") + inhoud.count("Laat") == 1
