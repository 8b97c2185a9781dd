"""Products: kept by few, refused in words when a code is not on the list; each with weeks of its own."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.aanbod import ProductFabriek, huishoudelijke_hulp
from tests.voorzieningen.opstelling import VANDAAG, verse, voorstel, zaak_met_consulent
from toegang.models import Verouderd
from toegang.rechten import Rol
from voorzieningen.codelijst import CATEGORIEEN, HULPMIDDELEN, waarom_geen_code
from voorzieningen.contractlezen import hulp_die_doorgaat
from voorzieningen.ladders import ladders_op
from voorzieningen.models import Product
from voorzieningen.usecases.indicaties_toekennen import indicaties_toekennen
from voorzieningen.usecases.product_vastleggen import product_vastleggen

DAG = datetime.timedelta(days=1)
VELDEN = {
    "code": "02A05", "naam": "Begeleiding", "briefnaam": "begeleiding", "wat": "", "wet": "wmo", "categorie": "02",
    "leefgebied": "dagelijks", "eenheid": "04", "frequentie": "2", "bekostiging": "prestatie",
    "eigen_bijdrage": True, "ergotherapie_vooraf": False, "vanaf_op": VANDAAG,
}  # fmt: skip


def test_de_lijsten_zijn_heel():
    assert [len(lijst) for lijst in CATEGORIEEN.values()] == [18, 16]
    assert sum(len(nummers) for nummers in HULPMIDDELEN.values()) == 129


@pytest.mark.parametrize(
    ("categorie", "code", "zin"),
    [
        ("02", "02A05", ""), ("13", "13V01", ""), ("11", "11X04", ""), ("14", "14X98", ""),
        ("11", "11X98", "landelijke lijst"), ("02", "01A05", "begint niet met de categorie"),
        ("02", "02A5", "twee cijfers"), ("02", "02a05", "twee cijfers"), ("02", "02A0\u0665", "twee cijfers"),
    ],
)  # fmt: skip
def test_een_code_hoort_bij_zijn_categorie_en_bij_de_lijst(categorie, code, zin):
    gevonden = waarom_geen_code(categorie, code)

    assert zin in gevonden
    assert bool(zin) == bool(gevonden)


@pytest.mark.django_db
def test_een_code_is_een_product_en_wat_in_gebruik_is_blijft():
    door = MedewerkerFabriek(rollen=[Rol.CONTRACTBEHEERDER]).actor
    nieuw = product_vastleggen(door=door, **VELDEN | {"code": " 02a05 "})
    assert nieuw.code == "02A05"
    fout = []
    for anders, veld in (
        ({}, "code"), ({"code": "02A06", "categorie": "40"}, "categorie"), ({"code": "03A01"}, "code"),
        ({"code": "02A06", "wet": "gpk"}, "categorie"), ({"code": "02A06", "laatste_dag": VANDAAG - DAG}, "laatste_dag"),
        ({"code": "45A01", "categorie": "45", "wet": "jeugdwet"}, "eigen_bijdrage"),
        ({"code": "11X04", "categorie": "11"}, "eigen_bijdrage"),
    ):  # fmt: skip
        try:
            product_vastleggen(door=door, **VELDEN | anders)
            fout.append((anders, "bewaard"))
        except ValidationError as e:
            fout += [(anders, e.message_dict)] if list(e.message_dict) != [veld] else []
    assert fout == []
    with pytest.raises(Verouderd):
        product_vastleggen(door=door, product_id=nieuw.pk, versie=99, **VELDEN)
    with pytest.raises(PermissionDenied):
        product_vastleggen(
            door=MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor, **VELDEN | {"code": "02A07"}
        )

    zaak, consulent = zaak_met_consulent()
    product, aanbieder = huishoudelijke_hulp()  # its code is older than this rule, and stays
    hulp = voorstel(zaak, verse(consulent), product_id=product.pk, aanbieder_id=aanbieder.pk)
    eigen = {veld: getattr(product, veld) for veld in VELDEN}
    product_vastleggen(
        door=door, product_id=product.pk, **eigen | {"naam": "Poetsen", "laatste_dag": VANDAAG}
    )
    assert hulp_die_doorgaat(VANDAAG, product=product) == ""  # proposed is not granted
    indicaties_toekennen(indicatie_ids=[hulp.pk], door=verse(consulent), vandaag=VANDAAG)
    assert hulp_die_doorgaat(VANDAAG, product=product) == "minder dan 5 mensen"
    with pytest.raises(ValidationError) as vast:
        product_vastleggen(
            door=door, product_id=product.pk,
            **eigen | {"code": "02A09", "categorie": "02", "vanaf_op": VANDAAG + 900 * DAG},
        )  # fmt: skip
    assert sorted(vast.value.message_dict) == ["categorie", "code", "vanaf_op"]
    assert "er is al hulp met dit product" in vast.value.message_dict["code"][0]


@pytest.mark.django_db
def test_de_schermen_van_producten(client):
    product = ProductFabriek(naam="Logeren")
    lijst, toevoegen = reverse("voorzieningen:producten"), reverse("voorzieningen:product_toevoegen")
    een = reverse("voorzieningen:product", args=[product.pk])
    rollen = {Rol.CONTRACTBEHEERDER: 200, Rol.BEHEERDER: 200, Rol.ADMINISTRATIE: 403, Rol.CONSULENT: 403}
    fout = []
    for rol, http in rollen.items():
        client.als(MedewerkerFabriek(rollen=[rol]))
        fout += [(rol, pad) for pad in (lijst, toevoegen, een) if client.get(pad).status_code != http]
    assert fout == []
    velden = {naam: waarde for naam, waarde in VELDEN.items() if naam not in ("eigen_bijdrage", "vanaf_op")} | {
        "eigen_bijdrage": "ja", "ergotherapie_vooraf": "nee", "vanaf_op": "1-1-2026",
    }  # fmt: skip
    weken = {f"week_{plek}": aantal for plek, aantal in enumerate((20, 12, 8, 4, 4), 1)}
    met_weken = {"formuliernaam": "weken", "vanaf_op": "3-12-2026"} | weken
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        beheer = MedewerkerFabriek(rollen=[Rol.CONTRACTBEHEERDER])
        client.als(beheer)
        assert "niet met de categorie" in client.post(toevoegen, velden | {"code": "03A01"}).text
        assert "Leg nu een tarief" in client.post(toevoegen, velden, follow=True).text
        assert "Deze code is al van Begeleiding" in client.post(toevoegen, velden | {"naam": "<b>X</b>"}).text
        assert client.post(een, met_weken).status_code == 403  # the weeks are the beheerder's
        html = client.get(lijst, {"zoek": "02a"}).text
        assert "Begeleiding" in html
        assert "Logeren" not in html
        nieuw = Product.objects.get(code="02A05")
        pad = reverse("voorzieningen:product", args=[nieuw.pk])
        feiten = velden | {"formuliernaam": "feiten", "versie": nieuw.versie, "laatste_dag": "31-12-2027"}
        assert "Na 31 december 2027 begint er geen nieuwe hulp" in client.post(pad, feiten, follow=True).text
        assert f"{beheer.naam} wijzigde dit intussen" in client.post(pad, feiten).text
        client.als(MedewerkerFabriek(rollen=[Rol.BEHEERDER]))
        assert "Elke herinnering komt later" in client.post(een, met_weken).text
        assert "Weken bewaard" in client.post(een, met_weken | {"week_5": 2}, follow=True).text
        assert "20, 12, 8, 4, 2" in client.get(lijst).text
    assert ladders_op(VANDAAG).van(product.pk) == (20, 12, 8, 4, 2)
