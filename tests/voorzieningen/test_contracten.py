"""Providers, contracts, waiting times and tariffs: kept by few, refused in words when periods overlap."""

import datetime
from decimal import Decimal

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek
from tests.voorzieningen.aanbod import AanbiederFabriek, ContractFabriek, ProductFabriek, TariefFabriek
from tests.voorzieningen.opstelling import VANDAAG, zaak_met_consulent
from toegang.models import Verouderd
from toegang.rechten import Rol
from voorzieningen.models import Aanbieder, Contract, Tarief
from voorzieningen.usecases.aanbieder_vastleggen import aanbieder_vastleggen
from voorzieningen.usecases.contract_vastleggen import (
    contract_beeindigen,
    contract_opgave,
    contract_vastleggen,
)
from voorzieningen.usecases.tarief_vastleggen import tarief_beeindigen, tarief_vastleggen

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


def wie(rol=Rol.CONTRACTBEHEERDER):
    return MedewerkerFabriek(rollen=[rol])


def test_een_aanbieder_een_naam_een_agb_code():
    door = wie().actor
    linde = aanbieder_vastleggen(naam="De Linde", agb="41-000 001", door=door)
    assert linde.agb == "41000001"
    for anders, veld in (
        ({"agb": "41000001"}, "agb"), ({"agb": "4100"}, "agb"), ({"agb": "00000000"}, "agb"),
        ({"agb": "41000002", "naam": "de linde"}, "naam"),
    ):  # fmt: skip
        with pytest.raises(ValidationError) as fout:
            aanbieder_vastleggen(**{"naam": "Nieuw", "door": door} | anders)
        assert list(fout.value.message_dict) == [veld]
    aanbieder_vastleggen(naam="De Linde BV", agb="41000001", door=door, aanbieder_id=linde.pk, versie=1)
    with pytest.raises(Verouderd):
        aanbieder_vastleggen(naam="X", agb="41000001", door=door, aanbieder_id=linde.pk, versie=1)


def test_perioden_overlappen_niet_en_eindigen_met_een_dag():
    door, product, aanbieder = wie().actor, ProductFabriek(), AanbiederFabriek()
    contract = contract_vastleggen(
        aanbieder_id=aanbieder.pk, product_id=product.pk, vanaf_op=VANDAAG, door=door
    )
    later = {"aanbieder_id": aanbieder.pk, "product_id": product.pk, "door": door}
    with pytest.raises(ValidationError, match="al een contract voor dit product: vanaf 3 december 2026"):
        contract_vastleggen(vanaf_op=VANDAAG + 9 * DAG, **later)
    contract_beeindigen(contract_id=contract.pk, laatste_dag=VANDAAG + 8 * DAG, door=door)
    contract_vastleggen(vanaf_op=VANDAAG + 9 * DAG, **later)
    with pytest.raises(ValidationError, match="eindigt al op 11 december 2026"):
        contract_beeindigen(contract_id=contract.pk, laatste_dag=VANDAAG + 30 * DAG, door=door)

    tarief = {"product_id": product.pk, "eenheid": "04", "door": door}
    eerste = tarief_vastleggen(bedrag=Decimal(36), vanaf_op=VANDAAG, **tarief)
    with pytest.raises(ValidationError, match="al een tarief voor dit product"):
        tarief_vastleggen(bedrag=Decimal(40), vanaf_op=VANDAAG + 30 * DAG, **tarief)
    tarief_beeindigen(tarief_id=eerste.pk, laatste_dag=VANDAAG + 29 * DAG, door=door)
    tarief_vastleggen(bedrag=Decimal(40), vanaf_op=VANDAAG + 30 * DAG, **tarief)
    assert Tarief.objects.op(VANDAAG + 30 * DAG).get(product=product).bedrag == 40


def test_wat_de_aanbieder_over_wachten_zei_heeft_een_dag():
    desk = wie(Rol.ADMINISTRATIE).actor
    contract = ContractFabriek()
    opgave = {"contract_id": contract.pk, "door": desk, "vandaag": VANDAAG}
    contract_opgave(wachttijd=3, capaciteit=None, opgegeven_op=VANDAAG, **opgave)
    for wachttijd, op, veld in (
        (None, VANDAAG, "wachttijd"), (2, VANDAAG + DAG, "opgegeven_op"), (2, VANDAAG - DAG, "opgegeven_op"),
    ):  # fmt: skip
        with pytest.raises(ValidationError) as fout:
            contract_opgave(wachttijd=wachttijd, capaciteit=None, opgegeven_op=op, **opgave)
        assert list(fout.value.message_dict) == [veld]
    contract.refresh_from_db()
    assert (contract.wachttijd, contract.opgegeven_op) == (3, VANDAAG)
    with pytest.raises(PermissionDenied):
        contract_beeindigen(contract_id=contract.pk, laatste_dag=VANDAAG, door=desk)


# Which pages open for which role: the list and a contract, and what changes them.
ROLLEN = (
    (Rol.CONTRACTBEHEERDER, 200, 200), (Rol.BEHEERDER, 200, 200), (Rol.ADMINISTRATIE, 200, 403), (Rol.KCC, 403, 403),
    (Rol.CONSULENT, 403, 403), (Rol.TOEZICHTHOUDER, 403, 403),
)  # fmt: skip


def test_de_schermen_en_wie_ze_ziet(client):
    contract, tarief = ContractFabriek(), TariefFabriek()
    lezen = [
        reverse("voorzieningen:aanbieders"), reverse("voorzieningen:aanbieder", args=[contract.aanbieder_id]),
        reverse("voorzieningen:contract", args=[contract.pk]),
    ]  # fmt: skip
    beheren = [
        reverse("voorzieningen:aanbieder_toevoegen"), reverse("voorzieningen:tarieven"),
        reverse("voorzieningen:tarief_beeindigen", args=[tarief.pk]),
    ]  # fmt: skip
    fout = []
    for rol, leest, beheert in ROLLEN:
        client.als(wie(rol))
        fout += [(rol, p) for p in lezen if client.get(p).status_code != leest]
        fout += [(rol, p) for p in beheren if client.get(p).status_code != beheert]
    assert fout == []


def test_de_schermen_van_de_contractbeheerder(client):
    product = ProductFabriek(naam="Begeleiding")
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        client.als(wie())
        nieuw = {"naam": "De Linde", "agb": "4100"}
        assert "8 cijfers, en niet" in client.post(reverse("voorzieningen:aanbieder_toevoegen"), nieuw).text
        client.post(reverse("voorzieningen:aanbieder_toevoegen"), nieuw | {"agb": "41000001"})
        linde = Aanbieder.objects.get()
        pad = reverse("voorzieningen:aanbieder", args=[linde.pk])
        velden = {"formuliernaam": "contract", "product": product.pk, "vanaf_op": "1-1-2026"}
        client.post(pad, velden)
        assert "Er is al een contract voor dit product" in client.post(pad, velden).text
        contract = reverse("voorzieningen:contract", args=[Contract.objects.get().pk])
        opgave = {"formuliernaam": "opgave", "wachttijd": "3", "opgegeven_op": "1-12-2026"}
        assert (
            "3 weken wachten (gezegd op 1 december 2026)" in client.post(contract, opgave, follow=True).text
        )
        einde = {"formuliernaam": "einde", "laatste_dag": "31-12-2026"}
        assert "eindigt na 31 december 2026" in client.post(contract, einde, follow=True).text
        feiten = {"formuliernaam": "feiten", "naam": "Linde", "agb": "41000001", "versie": linde.versie}
        assert "Linde is bewaard" in client.post(pad, feiten, follow=True).text
        tarief = {"product": product.pk, "bedrag": "36,50", "eenheid": "04", "vanaf_op": "1-1-2026"}
        tarieven = reverse("voorzieningen:tarieven")
        client.post(tarieven, tarief)
        assert "Er is al een tarief voor dit product" in client.post(tarieven, tarief).text
        stop = reverse("voorzieningen:tarief_beeindigen", args=[Tarief.objects.get().pk])
        client.post(stop, {"laatste_dag": "31-12-2026"})
        assert "per uur" in client.get(tarieven).text
    with time_machine.travel("2027-01-01T10:00:00+01:00", tick=False):
        client.als(wie())
        assert "per uur" not in client.get(tarieven).text
        assert "per uur" in client.get(tarieven + "?ook=voorbij").text
    assert Tarief.objects.get().tot_op == datetime.date(2027, 1, 1)


def test_bij_een_voorstel_staan_alleen_aanbieders_met_een_contract_en_hun_wachttijd(client):
    zaak, consulent = zaak_met_consulent()
    een, ander = ProductFabriek(naam="Poetsen"), ProductFabriek(naam="Begeleiding")
    met = ContractFabriek(product=een, aanbieder__naam="Zorg aan de Maas")
    ContractFabriek(product=een, aanbieder__naam="Voorbij", tot_op=VANDAAG - DAG)
    ContractFabriek(product=ander, aanbieder__naam="Stap Verder")
    contract_opgave(
        contract_id=met.pk,
        wachttijd=3,
        capaciteit=4,
        opgegeven_op=VANDAAG - 2 * DAG,
        door=wie().actor,
        vandaag=VANDAAG,
    )
    pad = reverse("voorzieningen:indicatie", args=[zaak.pk])
    with transaction.atomic(), time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        leeg = client.als(consulent).get(pad).text
        gekozen = client.post(pad, {"product": een.pk, "ingangsdatum": "4-1-2027", "reken": "ja"}).text
        vroeger = client.post(pad, {"product": een.pk, "ingangsdatum": "4-1-2020", "reken": "ja"}).text
    zin = "Zorg aan de Maas: 3 weken wachten, plaats voor 4 (gezegd op 1 december 2026)"
    assert zin in leeg
    assert "Stap Verder" in leeg
    assert "Voorbij" not in leeg
    assert zin in gekozen
    assert "Stap Verder" not in gekozen
    assert "Zorg aan de Maas" not in vroeger
