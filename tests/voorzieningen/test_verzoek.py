"""A provider's request: its term and task, the checks as a list, the answer; who may."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from tests.voorzieningen.opstelling import VANDAAG, collega, lid_van
from tests.voorzieningen.test_opdracht import Jeugd
from toegang.models import Taak, Termijn, Zaak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Levering, Toewijzingsverzoek
from voorzieningen.onderdeel import blokkeert_sluiten
from voorzieningen.usecases.levering_stoppen import levering_stoppen
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen
from voorzieningen.usecases.verzoek_beantwoorden import (
    verzoek_afwijzen,
    verzoek_in_onderzoek,
    verzoek_toewijzen,
)
from voorzieningen.usecases.verzoek_registreren import verzoek_registreren

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)
UITERLIJK = datetime.date(2026, 12, 10)  # five working days after Thursday 3 December


@pytest.fixture
def jeugd():
    return Jeugd()


def verzoek_van(jeugd, **anders):
    gegevens = {
        "zaak_id": jeugd.zaak.pk, "aanbieder_id": jeugd.linde.pk, "product_id": jeugd.uren.pk, "weg": "papier",
        "ontvangen_op": VANDAAG, "gewenst_vanaf_op": VANDAAG, "door": jeugd.desk.actor, "vandaag": VANDAAG,
    }  # fmt: skip
    return verzoek_registreren(**gegevens | anders)


def lopende_termijnen(jeugd):
    rijen = Termijn.objects.lopend().filter(zaak=jeugd.zaak, soort="verzoek_aanbieder")
    return list(rijen.values_list("begint_op", "uiterste_datum"))


def test_een_verzoek_heeft_vijf_werkdagen_een_termijn_en_een_taak(jeugd):
    verzoek = verzoek_van(jeugd)
    assert verzoek_van(jeugd) == verzoek  # a second click
    with pytest.raises(OngeldigeOvergang, match="al een verzoek"):
        verzoek_van(jeugd, gewenst_vanaf_op=VANDAAG + DAG)
    with pytest.raises(ValidationError, match="na vandaag"):
        verzoek_van(jeugd, product_id=jeugd.taak.pk, ontvangen_op=VANDAAG + DAG)

    taak = Taak.objects.open().get(sleutel=f"verzoek_aanbieder:{verzoek.pk}")
    assert (taak.rol, taak.uiterlijk_op, verzoek.uiterlijk_op) == (Rol.ADMINISTRATIE, UITERLIJK, UITERLIJK)
    assert lopende_termijnen(jeugd) == [(VANDAAG, UITERLIJK)]
    assert Zaak.objects.get().eerstvolgende_op == UITERLIJK
    assert blokkeert_sluiten(jeugd.zaak) == ["Een aanbieder wacht op antwoord. Beantwoord het verzoek eerst."]


def test_toewijzen_kan_alleen_op_hulp_die_is_toegekend(jeugd):
    verzoek = verzoek_van(jeugd)
    tweede = verzoek_van(jeugd, product_id=jeugd.taak.pk, ontvangen_op=VANDAAG - DAG)
    antwoord = {"verzoek_id": verzoek.pk, "door": jeugd.desk.actor, "vandaag": VANDAAG + DAG}
    ander_product = jeugd.bepaling()
    with pytest.raises(ValidationError, match="Kies hulp"):
        verzoek_toewijzen(indicatie_id=ander_product.pk, **antwoord)
    hulp = jeugd.opdracht()
    verzoek_toewijzen(indicatie_id=hulp.pk, **antwoord)
    verzoek_toewijzen(indicatie_id=hulp.pk, **antwoord)

    verzoek.refresh_from_db()
    assert (verzoek.antwoord, verzoek.beantwoord_op) == ("toegewezen", VANDAAG + DAG)
    assert Levering.objects.get(indicatie=hulp).toegewezen_op == VANDAAG + DAG
    assert not Taak.objects.open().filter(sleutel=f"verzoek_aanbieder:{verzoek.pk}").exists()
    # the other request is still open: its own day counts
    assert lopende_termijnen(jeugd) == [(VANDAAG - DAG, UITERLIJK - DAG)]
    with pytest.raises(OngeldigeOvergang, match="al beantwoord"):
        verzoek_afwijzen(reden="toch niet", **antwoord)
    with pytest.raises(ValidationError, match="waarom"):
        verzoek_afwijzen(reden=" ", **antwoord | {"verzoek_id": tweede.pk})
    verzoek_afwijzen(reden="geen verwijzing", **antwoord | {"verzoek_id": tweede.pk})
    assert lopende_termijnen(jeugd) == []
    assert blokkeert_sluiten(jeugd.zaak) == []


def test_wie_het_eerst_antwoord_krijgt_beeindigt_niet_de_klok_van_een_ander(jeugd):
    oudste = verzoek_van(jeugd, ontvangen_op=VANDAAG - DAG)
    tweede = verzoek_van(jeugd, product_id=jeugd.taak.pk)
    antwoord = {"door": jeugd.desk.actor, "vandaag": VANDAAG + DAG}

    verzoek_afwijzen(verzoek_id=tweede.pk, reden="geen verwijzing", **antwoord)

    assert lopende_termijnen(jeugd) == [(VANDAAG - DAG, UITERLIJK - DAG)]
    assert not Termijn.objects.filter(soort="verzoek_aanbieder", gehaald_op__isnull=False).exists()
    verzoek_afwijzen(verzoek_id=oudste.pk, reden="geen verwijzing", **antwoord)
    klok = Termijn.objects.get(soort="verzoek_aanbieder")
    assert (klok.begint_op, klok.gehaald_op) == (VANDAAG - DAG, VANDAAG + DAG)


def test_in_onderzoek_is_een_eerste_antwoord_en_geeft_acht_weken(jeugd):
    verzoek = verzoek_van(jeugd)
    acht_weken = VANDAAG + 56 * DAG
    wie = {"door": jeugd.desk.actor, "vandaag": VANDAAG + DAG}
    for _ in range(2):  # a second click
        verzoek_in_onderzoek(verzoek_id=verzoek.pk, **wie)

    verzoek.refresh_from_db()
    assert (verzoek.in_onderzoek_op, verzoek.uiterlijk_op) == (VANDAAG + DAG, acht_weken)
    assert Taak.objects.open().get(sleutel=f"verzoek_aanbieder:{verzoek.pk}").uiterlijk_op == acht_weken
    assert (
        Termijn.objects.get(soort="verzoek_aanbieder", artikel="iWmo/iJw OP274").gehaald_op == VANDAAG + DAG
    )
    assert lopende_termijnen(jeugd) == [(VANDAAG, acht_weken)]

    # another request that has to be answered sooner goes first, and then this one again
    ander = verzoek_van(jeugd, product_id=jeugd.taak.pk, ontvangen_op=VANDAAG + DAG, vandaag=VANDAAG + DAG)
    assert lopende_termijnen(jeugd) == [(VANDAAG + DAG, UITERLIJK + DAG)]
    verzoek_afwijzen(verzoek_id=ander.pk, reden="geen verwijzing", **wie)
    assert lopende_termijnen(jeugd) == [(VANDAAG, acht_weken)]
    verzoek_afwijzen(verzoek_id=verzoek.pk, reden="geen verwijzing", **wie)
    assert lopende_termijnen(jeugd) == []
    with pytest.raises(OngeldigeOvergang, match="al beantwoord"):
        verzoek_in_onderzoek(verzoek_id=ander.pk, **wie)


def test_wat_een_vergissing_was_wordt_opnieuw_besteld_en_wat_stopte_niet(jeugd):
    hulp, verzoek = jeugd.opdracht(), verzoek_van(jeugd)
    vast = {"indicatie_id": hulp.pk, "door": jeugd.desk.actor, "vandaag": VANDAAG}
    eerste = levering_toewijzen(toegewezen_op=VANDAAG, **vast).toewijzingnummer
    levering_stoppen(laatste_dag=hulp.ingangsdatum, stopreden="13", **vast)

    verzoek_toewijzen(verzoek_id=verzoek.pk, **vast)

    levering = Levering.objects.get(indicatie=hulp)
    assert levering.gestopt_op is None
    assert levering.toewijzingnummer != eerste
    levering_stoppen(laatste_dag=max(VANDAAG, hulp.ingangsdatum), stopreden="22", **vast)
    nieuw = verzoek_van(jeugd, gewenst_vanaf_op=VANDAAG + DAG)
    with pytest.raises(OngeldigeOvergang, match="De aanbieder stopte"):
        verzoek_toewijzen(verzoek_id=nieuw.pk, **vast)


RECHTEN = (
    ("regisseur", True),
    ("administratie", True),
    ("teamleider", False),
    ("ander_team", False),
    ("kcc", False),
)


def test_het_scherm_en_wie_het_mag(jeugd, client):
    zaak, fout = Zaak.objects.get(pk=jeugd.zaak.pk), []
    pad = reverse("voorzieningen:verzoek_registreren", args=[zaak.pk])
    velden = {
        "aanbieder": jeugd.linde.pk, "product": jeugd.uren.pk, "weg": "bericht", "ontvangen_op": "3-12-2026",
        "gewenst_vanaf_op": "1-5-2028", "omvang": "3 uur per week",
    }  # fmt: skip
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        for soort, mag in RECHTEN:
            punt = transaction.savepoint()
            if soort == "teamleider":
                wie = lid_van(zaak.wijkteam, rol=Rol.TEAMLEAD, discipline="jeugd")
            else:
                wie = jeugd.desk if soort == "administratie" else collega(soort, zaak)
            antwoord = client.als(wie).post(pad, velden)
            gedaan = Toewijzingsverzoek.objects.exists()
            if gedaan != mag or (antwoord.status_code == 302) != mag:
                fout.append((soort, antwoord.status_code, gedaan))
            transaction.savepoint_rollback(punt)

        client.als(jeugd.desk)
        pagina = client.post(pad, velden, follow=True).text
        lijst = client.get(reverse("voorzieningen:indicaties", args=[zaak.pk])).text
        verzoek = reverse("voorzieningen:verzoek", args=[Toewijzingsverzoek.objects.get().pk])
        onderzoek = client.post(verzoek, {"formuliernaam": "onderzoek"}, follow=True).text
        leeg = client.post(verzoek, {"formuliernaam": "afwijzen", "reden": ""}).text
        af = client.post(verzoek, {"formuliernaam": "afwijzen", "reden": "Wordt 18"}, follow=True).text
        weer = client.post(verzoek, {"formuliernaam": "afwijzen", "reden": "Wordt 18 jaar"})
    assert fout == []
    assert "uiterlijk donderdag 10 december 2026" in pagina
    assert "de jongere 18 jaar of ouder" in pagina
    assert "Leg die eerst vast" in pagina
    assert "Het antwoord komt uiterlijk donderdag 28 januari 2027" in onderzoek
    assert "Nog te beantwoorden" in lijst
    assert "Schrijf op waarom u het verzoek afwijst" in leeg
    assert "Reden: Wordt 18" in af
    assert (weer.status_code, "Dit verzoek is al beantwoord: afgewezen." in weer.text) == (200, True)
