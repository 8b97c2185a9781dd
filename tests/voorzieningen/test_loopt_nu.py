"""What runs now, on the page of the dossier: with its delivery, for who may see the execution."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.opstelling import VANDAAG, verse, voorstel, zaak_met_consulent
from toegang.rechten import Rol
from voorzieningen.regels import omvang_in_woorden
from voorzieningen.usecases.indicaties_toekennen import indicaties_toekennen
from voorzieningen.usecases.levering_onderbreken import levering_onderbreken
from voorzieningen.usecases.levering_starten import levering_starten
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen

pytestmark = pytest.mark.django_db
BEGIN = datetime.date(2027, 1, 4)
GEEN = "Er loopt nu geen hulp van de gemeente."


def blok(client, zaak, wie, dag=VANDAAG):
    """The panel as this reader gets it on this day; None without one."""
    with time_machine.travel(datetime.datetime.combine(dag, datetime.time(12), datetime.UTC), tick=False):
        html = client.als(wie).get(reverse("toegang:zaak", args=[zaak.pk])).content.decode()
    _, is_er, rest = html.partition('<h2 id="blok-loopt_nu">')
    return rest.partition("</section>")[0] if is_er else None


def test_hulp_staat_er_met_omvang_aanbieder_en_hoe_de_levering_gaat(client):
    zaak, consulent = zaak_met_consulent()
    wie = verse(consulent)
    assert GEEN in blok(client, zaak, consulent)

    indicatie = voorstel(zaak, wie)
    assert GEEN in blok(client, zaak, consulent)  # a proposal does not run
    indicaties_toekennen(indicatie_ids=[indicatie.pk], door=wie, vandaag=VANDAAG)

    toegekend = blok(client, zaak, consulent)
    assert f"{indicatie.product.naam}: " in toegekend
    assert f", {indicatie.aanbieder.naam}. Begint op 4 januari 2027" in toegekend
    assert "Nog niet toegewezen" in toegekend

    desk = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor
    levering_toewijzen(indicatie_id=indicatie.pk, toegewezen_op=VANDAAG, door=desk, vandaag=VANDAAG)
    levering_starten(indicatie_id=indicatie.pk, begonnen_op=BEGIN, door=desk, vandaag=BEGIN)
    assert ">Begonnen<" in blok(client, zaak, consulent, BEGIN)
    stil = BEGIN + datetime.timedelta(30)
    levering_onderbreken(
        indicatie_id=indicatie.pk, vanaf_op=stil, tot_op=None, reden="geen mensen", door=desk, vandaag=stil
    )
    assert ">Begonnen<" in blok(client, zaak, consulent, BEGIN)
    assert ">Onderbroken<" in blok(client, zaak, consulent, stil)


def test_een_pgb_heeft_geen_aanbieder_en_geen_levering_en_een_taak_geen_omvang(client):
    zaak, consulent = zaak_met_consulent()
    wie = verse(consulent)
    pgb, taak = voorstel(zaak, wie), voorstel(zaak, wie)
    velden = {"status": "toegekend", "grondslag": "verwijzing"}
    for indicatie, anders in (
        (
            pgb,
            {"vorm": "pgb", "aanbieder": None, "volume": Decimal("2.7"), "eenheid": "16", "frequentie": "2"},
        ),
        (taak, {"volume": None, "eenheid": "", "frequentie": "", "stapelbaar": True}),
    ):
        for naam, waarde in (velden | anders).items():
            setattr(indicatie, naam, waarde)
        indicatie.bewaren(door=wie, reden="test")

    html = blok(client, zaak, consulent)

    assert f"{pgb.product.naam}: {omvang_in_woorden(pgb.volume, '16', '2')}. Begint op" in html
    assert f"{taak.product.naam}: {omvang_in_woorden(None, '', '')}, {taak.aanbieder.naam}. Begint op" in html
    assert "levering van" not in html


def test_de_hulp_van_een_ander_staat_er_niet(client):
    zaak, consulent = zaak_met_consulent()
    buur, _ = zaak_met_consulent()
    buur.wijkteam = zaak.wijkteam
    buur.bewaren(door=consulent.actor, reden="test")
    wie = verse(consulent)
    indicaties_toekennen(indicatie_ids=[voorstel(buur, wie).pk], door=wie, vandaag=VANDAAG)

    assert GEEN in blok(client, zaak, consulent)


def test_wie_de_uitvoering_niet_mag_zien_leest_niet_dat_er_niets_loopt(client):
    zaak, consulent = zaak_met_consulent()
    wie = verse(consulent)
    indicaties_toekennen(indicatie_ids=[voorstel(zaak, wie).pk], door=wie, vandaag=VANDAAG)

    verdeler = MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.PROCESCOORDINATOR)
    assert blok(client, zaak, verdeler) is None
    assert GEEN not in blok(client, zaak, consulent)
