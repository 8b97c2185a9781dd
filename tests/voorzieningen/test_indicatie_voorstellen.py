"""Propose help: who may, in which state, what is refused, and what the page shows."""

import datetime
import uuid
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.voorzieningen.aanbod import ContractFabriek, ProductFabriek, TariefFabriek, huishoudelijke_hulp
from tests.voorzieningen.opstelling import VANDAAG, collega, voorstel, zaak_met_consulent
from tests.wijkteams.deskundigen import consult_van_ergotherapeut
from toegang.models import Actor, Gebeurtenis, Inzage
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Indicatie
from voorzieningen.statussen import IndicatieStatus

pytestmark = pytest.mark.django_db


def invoer(product, aanbieder, **anders):
    return {
        "product": product.pk, "aanbieder": aanbieder.pk, "vorm": "natura", "volume": "105", "eenheid": "01",
        "frequentie": "2", "ingangsdatum": "4-1-2027", "einddatum": "31-12-2028", "resultaat": "een schone keuken",
    } | anders  # fmt: skip


@pytest.mark.parametrize(
    ("medewerker", "toestand", "http", "aantal"),
    [
        ("regisseur", "onderzoek", 302, 1),
        ("regisseur", "besluitvorming", 302, 1),
        ("regisseur", "te_verdelen", 200, 0),  # the refusal sentence stands on the page
        ("regisseur", "afgesloten", 200, 0),
        ("teamgenoot", "onderzoek", 302, 0),  # not on the case: asks a reason first
        ("teamleider", "onderzoek", 403, 0),
        ("administratie", "onderzoek", 403, 0),
        ("andere_wet", "onderzoek", 404, 0),
        ("ander_team", "onderzoek", 404, 0),
        ("kcc", "onderzoek", 404, 0),
        ("toetser", "onderzoek", 404, 0),
    ],
)
def test_voorstellen_vraagt_recht_en_toestand(client, medewerker, toestand, http, aantal):
    einde = {"afgesloten_op": VANDAAG, "afsluitreden": "beantwoord"} if toestand == "afgesloten" else {}
    zaak, _ = zaak_met_consulent(toestand, **einde)
    wie = collega(medewerker, zaak)
    product, aanbieder = huishoudelijke_hulp()

    antwoord = client.als(wie).post(
        reverse("voorzieningen:indicatie", args=[zaak.pk]), invoer(product, aanbieder)
    )

    assert antwoord.status_code == http or (http == 200 and antwoord.status_code == 302 and aantal == 0)
    assert Indicatie.objects.count() == aantal


def test_een_voorstel_houdt_het_tarief_van_de_begindatum():
    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp()
    oud = product.tarieven.get()
    oud.tot_op = datetime.date(2027, 1, 1)
    oud.bewaren(door=Actor.objects.systeem(), reden="nieuw jaar")
    TariefFabriek(product=product, bedrag=Decimal("38.50"), vanaf_op=datetime.date(2027, 1, 1))

    indicatie = voorstel(zaak, consulent.actor, product_id=product.pk, aanbieder_id=aanbieder.pk)

    assert (indicatie.tarief, indicatie.tarief_eenheid, indicatie.status) == (
        Decimal("38.50"),
        "04",
        "voorgesteld",
    )
    assert indicatie.history.get().history_user == consulent.actor
    assert Gebeurtenis.objects.get(zaak=zaak).zin == "Hulp voorgesteld."


def test_dubbelklik_maakt_een_voorstel(client):
    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp()
    sleutel = uuid.uuid4()
    client.als(consulent)
    adres = reverse("voorzieningen:indicatie", args=[zaak.pk])

    antwoorden = [client.post(adres, invoer(product, aanbieder), sleutel=sleutel) for _ in range(2)]

    assert [a.status_code for a in antwoorden] == [302, 302]
    assert antwoorden[0]["Location"] == antwoorden[1]["Location"]
    assert Indicatie.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"aanbieder_id": None}, "aanbieder"),
        ({"ingangsdatum": datetime.date(2024, 12, 31)}, "aanbieder"),  # before the contract and the product
        ({"volume": Decimal(0)}, "volume"),
        ({"eenheid": "16"}, "eenheid"),  # priced per hour
        ({"einddatum": None}, "einddatum"),
        ({"vorm": "pgb"}, "pgb_motivering"),
        ({"advies_van": "ergotherapeut L. Martens"}, "advies_op"),
        ({"actie_id": uuid.uuid4()}, "actie"),
    ],
)
def test_weigering_in_woorden(anders, veld):
    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp()

    with pytest.raises(ValidationError) as fout:
        voorstel(zaak, consulent.actor, **{"product_id": product.pk, "aanbieder_id": aanbieder.pk} | anders)

    assert veld in fout.value.message_dict
    assert not Indicatie.objects.exists()


def test_een_product_van_een_andere_wet_wordt_geweigerd():
    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp(wet="jeugdwet")

    with pytest.raises(ValidationError, match="hoort niet bij de Wmo"):
        voorstel(zaak, consulent.actor, product_id=product.pk, aanbieder_id=aanbieder.pk)


def test_hetzelfde_product_twee_keer_of_in_twee_vormen():
    zaak, consulent = zaak_met_consulent()
    eerste = voorstel(zaak, consulent.actor)
    zelfde = {"product_id": eerste.product_id, "aanbieder_id": eerste.aanbieder_id}
    pgb = {"vorm": "pgb", "pgb_beheerder": "zelf", "pgb_motivering": "eigen hulp", "pgb_kwaliteit": "diploma"}

    with pytest.raises(ValidationError, match="al voorgesteld"):
        voorstel(zaak, consulent.actor, **zelfde)
    with pytest.raises(ValidationError, match="Natura en pgb samen"):
        voorstel(zaak, consulent.actor, **zelfde | pgb)


def test_pgb_bewaart_drie_voorwaarden_en_geen_aanbieder():
    zaak, consulent = zaak_met_consulent()
    pgb = {"vorm": "pgb", "pgb_beheerder": "zelf", "pgb_motivering": "eigen hulp", "pgb_kwaliteit": "diploma"}

    indicatie = voorstel(zaak, consulent.actor, **pgb)

    assert (indicatie.aanbieder, indicatie.pgb_beheerder, indicatie.pgb_kwaliteit) == (
        None,
        "zelf",
        "diploma",
    )


def test_hulpmiddel_op_maat_met_advies_van_de_ergotherapeut():
    zaak, consulent = zaak_met_consulent()
    product = ProductFabriek(ergotherapie_vooraf=True, naam="Rolstoel op maat", categorie="11")
    TariefFabriek(product=product, bedrag=Decimal(2500), eenheid="82")
    aanbieder = ContractFabriek(product=product).aanbieder
    stuk = {
        "product_id": product.pk, "aanbieder_id": aanbieder.pk, "volume": Decimal(1), "eenheid": "82",
        "frequentie": "6",
    }  # fmt: skip

    advies = {
        "advies_van": "ergotherapeut L. Martens", "advies_op": VANDAAG, "advies": "U hebt een rolstoel op maat nodig.",
    }  # fmt: skip

    with pytest.raises(ValidationError, match="eerst een consult van een ergotherapeut"):
        voorstel(zaak, consulent.actor, **stuk, **advies)
    consult_van_ergotherapeut(zaak, consulent.actor)
    with pytest.raises(ValidationError, match="Vul het advies in"):
        voorstel(zaak, consulent.actor, **stuk)
    indicatie = voorstel(zaak, consulent.actor, **stuk, **advies)

    assert indicatie.advies_van == "ergotherapeut L. Martens"


def test_niet_voor_het_onderzoek():
    zaak, consulent = zaak_met_consulent("te_verdelen")

    with pytest.raises(OngeldigeOvergang, match="zodra het onderzoek loopt"):
        voorstel(zaak, consulent.actor)


def test_de_pagina_rekent_de_prijs_uit_en_bewaart_niets(client):
    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp()

    antwoord = client.als(consulent).post(
        reverse("voorzieningen:indicatie", args=[zaak.pk]), invoer(product, aanbieder, reken="ja")
    )

    assert antwoord.status_code == 200
    assert "€\u00a03.276" in antwoord.content.decode()
    assert not Indicatie.objects.exists()


def test_het_advies_dat_is_gevraagd_wordt_met_een_knop_overgenomen(client):
    """Beside the form; nothing of it stands in a field before somebody says so, and what was typed stays."""
    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp()
    adres = reverse("voorzieningen:indicatie", args=[zaak.pk])
    client.als(consulent)
    zonder = client.get(adres).content.decode()
    consult = consult_van_ergotherapeut(zaak, consulent.actor)

    met = client.get(adres)
    over = client.post(adres, invoer(product, aanbieder, volume="", advies_overnemen=str(consult.pk)))
    vreemd = client.post(adres, invoer(product, aanbieder, advies_overnemen=str(uuid.uuid4())))

    assert "overnemen" not in zonder
    assert "Een rolstoel op maat." in met.content.decode()
    assert not met.context["formulier"]["advies"].value()
    velden = over.context["formulier"]
    assert (velden["advies_van"].value(), velden["advies"].value(), velden["resultaat"].value()) == (
        "ergotherapeut L. Martens", "Een rolstoel op maat.", invoer(product, aanbieder)["resultaat"],
    )  # fmt: skip
    assert (
        velden["advies_op"].value()
        == f"{consult.klaar_op.day}-{consult.klaar_op.month}-{consult.klaar_op.year}"
    )
    assert not velden.errors
    assert not vreemd.context["formulier"]["advies"].value()
    assert not Indicatie.objects.exists()


def test_fout_staat_bij_het_veld_en_de_tekst_blijft(client):
    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp()

    antwoord = client.als(consulent).post(
        reverse("voorzieningen:indicatie", args=[zaak.pk]),
        invoer(product, aanbieder, einddatum="3-1-2027", volume="0"),
    )

    tekst = antwoord.content.decode()
    assert "groter is dan 0" in tekst
    assert "een schone keuken" in tekst
    assert antwoord.context["formulier"].errors


@pytest.mark.parametrize(
    ("medewerker", "http"),
    [("regisseur", 200), ("administratie", 200), ("kcc", 404), ("ander_team", 404), ("toetser", 404)],
)
def test_lijst_is_uitvoering_en_wordt_gelogd(client, medewerker, http):
    zaak, consulent = zaak_met_consulent()
    voorstel(zaak, consulent.actor)

    antwoord = client.als(collega(medewerker, zaak)).get(reverse("voorzieningen:indicaties", args=[zaak.pk]))

    assert antwoord.status_code == http
    if http == 200:
        assert "105 minuten per week (1 uur en 45 minuten)" in antwoord.content.decode()
        assert Inzage.objects.filter(scherm="voorzieningen", laag="L2a", zaak=zaak.pk).exists()


def test_lijst_kost_evenveel_vragen_met_1_en_met_20(
    client, django_assert_num_queries, django_assert_max_num_queries
):
    zaak, consulent = zaak_met_consulent()
    voorstel(zaak, consulent.actor)
    client.als(consulent)
    adres = reverse("voorzieningen:indicaties", args=[zaak.pk])
    client.get(adres)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as een:
        client.get(adres)
    for _ in range(5):
        voorstel(zaak, consulent.actor)
    with CaptureQueriesContext(connection) as meer:
        client.get(adres)

    assert len(meer) == len(een)


@pytest.mark.parametrize(
    ("medewerker", "van", "http", "naar"),
    [
        ("regisseur", "voorgesteld", 302, "ingetrokken"),
        ("administratie", "voorgesteld", 403, "voorgesteld"),
        ("ander_team", "voorgesteld", 404, "voorgesteld"),
        ("regisseur", "ingetrokken", 302, "ingetrokken"),
        ("regisseur", "lopend", 403, "lopend"),
    ],
)
def test_intrekken(client, medewerker, van, http, naar):
    zaak, consulent = zaak_met_consulent()
    indicatie = voorstel(zaak, consulent.actor)
    if van != "voorgesteld":
        indicatie.status = IndicatieStatus(van)
        indicatie.bewaren(door=Actor.objects.systeem(), reden="test")

    antwoord = client.als(collega(medewerker, zaak)).post(
        reverse("voorzieningen:indicatie_intrekken", args=[indicatie.pk]),
        {"reden": "Mevrouw regelt het zelf"},
    )

    assert antwoord.status_code == http
    indicatie.refresh_from_db()
    assert indicatie.status == naar
    if (van, naar) == ("voorgesteld", "ingetrokken"):
        assert indicatie.history.first().history_change_reason == "Mevrouw regelt het zelf"
