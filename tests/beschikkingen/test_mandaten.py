"""The register of mandates: by the beheerder, with kind, product, amount, period and stand-in; nothing is removed."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from beschikkingen.mandaat import ondertekenaars
from beschikkingen.models import Besluit, Mandaat
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.mandaat_vastleggen import mandaat_beeindigen, mandaat_vastleggen
from tests.beschikkingen.opstellingen import VANDAAG, besluit_in, verse
from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.aanbod import ProductFabriek
from toegang.models import Actor
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


def tekenaar():
    return MedewerkerFabriek(rollen=[Rol.ONDERTEKENAAR])


def geven(door=None, **anders):
    gegevens = {
        "medewerker_id": anders.pop("medewerker", None) or tekenaar().pk, "wet": "wmo", "soorten": ["toekennen"],
        "tot_bedrag": Decimal(10000), "vanaf_op": VANDAAG,
    }  # fmt: skip
    door = door or MedewerkerFabriek(rollen=[Rol.BEHEERDER]).actor
    return mandaat_vastleggen(door=door, vandaag=VANDAAG, **gegevens | anders)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"soorten": []}, "soorten"),
        ({"tot_bedrag": Decimal(0)}, "tot_bedrag"),
        ({"tot_op": VANDAAG}, "tot_op"),
    ],
)
def test_wat_niet_kan(anders, veld):
    with pytest.raises(ValidationError) as fout:
        geven(**anders)

    assert veld in fout.value.message_dict


def test_een_waarneming_heeft_een_einde_en_een_ander():
    een = tekenaar()
    with pytest.raises(ValidationError, match="einddatum"):
        geven(medewerker=een.pk, waarneemt_voor_id=tekenaar().pk)
    with pytest.raises(ValidationError, match="andere collega"):
        geven(medewerker=een.pk, waarneemt_voor_id=een.pk, tot_op=VANDAAG + 30 * DAG)


def test_niemand_geeft_zichzelf_een_mandaat():
    mens = MedewerkerFabriek(rollen=[Rol.BEHEERDER, Rol.ONDERTEKENAAR])

    with pytest.raises(ValidationError, match="uzelf"):
        geven(door=mens.actor, medewerker=mens.pk)


def test_alleen_de_beheerder():
    with pytest.raises(PermissionDenied):
        geven(door=tekenaar().actor)


def test_twee_keer_is_een_en_een_einde_laat_de_rij_staan():
    beheer, mens = MedewerkerFabriek(rollen=[Rol.BEHEERDER]).actor, tekenaar()
    mandaat = geven(door=beheer, medewerker=mens.pk)
    assert geven(door=beheer, medewerker=mens.pk) == mandaat
    wat = {"mandaat_id": mandaat.pk, "door": beheer, "vandaag": VANDAAG}
    with pytest.raises(ValidationError, match="of later"):
        mandaat_beeindigen(**wat, tot_op=VANDAAG - DAG, reden="Uit dienst")

    mandaat_beeindigen(**wat, tot_op=VANDAAG, reden="Uit dienst")

    with pytest.raises(OngeldigeOvergang, match="al voorbij"):
        mandaat_beeindigen(**wat, tot_op=VANDAAG, reden="Uit dienst")
    assert Mandaat.objects.get().history.first().history_change_reason == "Uit dienst"


@pytest.mark.parametrize(
    ("anders", "kan"),
    [
        ({}, True),
        ({"soorten": ["afwijzen", "herzien", "bezwaar", "dwangsom"]}, False),
        ({"product": "ander"}, False),
        ({"product": "dit"}, True),
        ({"tot_bedrag": Decimal(3275)}, False),
        ({"vanaf_op": VANDAAG + DAG}, False),
    ],
)
def test_wat_een_mandaat_dekt(anders, kan):
    besluit = besluit_in("klaar")
    for rij in Mandaat.objects.all():
        rij.tot_op = VANDAAG
        rij.bewaren(door=Actor.objects.systeem(), reden="voorbij")
    product = anders.pop("product", "")
    if product:
        dit = besluit.zaak.indicaties.get().product_id
        anders["product_id"] = dit if product == "dit" else ProductFabriek().pk

    geven(**anders)

    assert bool(ondertekenaars(Besluit.objects.get(pk=besluit.pk), VANDAAG)) is kan


def test_terugvorderen_vraagt_mandaat_voor_het_bedrag():
    besluit = besluit_in("klaar")
    besluit_aanvullen(besluit_id=besluit.pk, door=verse(besluit.zaak.regisseur), bedrag=Decimal(9000))

    assert ondertekenaars(Besluit.objects.get(pk=besluit.pk), VANDAAG) == []


@pytest.mark.parametrize(
    ("rol", "http"), [(Rol.BEHEERDER, 200), (Rol.ONDERTEKENAAR, 403), (Rol.TEAMLEAD, 403)]
)
def test_wie_het_register_ziet(client, rol, http):
    mandaat = geven(waarneemt_voor_id=tekenaar().pk, tot_op=VANDAAG + 30 * DAG)
    client.als(MedewerkerFabriek(rollen=[rol]))

    for adres in (
        reverse("beschikkingen:mandaten"),
        reverse("beschikkingen:mandaat_vastleggen"),
        reverse("beschikkingen:mandaat", args=[mandaat.pk]),
    ):
        assert client.get(adres).status_code == http


def test_het_scherm_legt_een_mandaat_vast_en_wijst_fouten_aan(client, time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC))
    mens = tekenaar()
    gegevens = {
        "medewerker": mens.pk, "wet": "wmo", "soorten": ["toekennen", "bezwaar"], "tot_bedrag": "10.000",
        "vanaf_op": "3-12-2026", "tot_op": "31-2-2027",
    }  # fmt: skip
    adres = reverse("beschikkingen:mandaat_vastleggen")
    client.als(MedewerkerFabriek(rollen=[Rol.BEHEERDER]))

    assert "Deze datum bestaat niet" in client.post(adres, gegevens).content.decode()
    assert client.post(adres, gegevens | {"tot_op": ""}).status_code == 302
    mandaat = Mandaat.objects.get(medewerker=mens)
    assert (mandaat.soorten, mandaat.tot_bedrag) == (["bezwaar", "toekennen"], 10000)
