"""The plan for a pgb: written down as it came in, judged on three conditions, taken back; who may, and what is refused."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from tests.bestanden import PDF, upload
from tests.fabrieken import ZaakFabriek
from tests.voorzieningen.aanbod import ProductFabriek, huishoudelijke_hulp
from tests.voorzieningen.opstelling import VANDAAG, collega, verse, voorstel, zaak_met_consulent
from toegang.models import Document, Inzage, Verouderd
from toegang.statussen import OngeldigeOvergang
from voorzieningen.budgetregels import artikel, kosten_per_jaar, voorwaarden
from voorzieningen.models import Budgetplan, Budgetplanregel
from voorzieningen.permissions import waarom_niet_budgetplan
from voorzieningen.usecases.budgetplan_beoordelen import budgetplan_beoordelen, budgetplan_intrekken
from voorzieningen.usecases.budgetplan_vastleggen import budgetplan_vastleggen

pytestmark = pytest.mark.django_db
NU = datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC)
VOS = {
    "wat": "Begeleiding", "van_wie": "M. Vos", "soort": "formeel", "volume": Decimal(3), "eenheid": "04",
    "frequentie": "2", "tarief": Decimal(45),
}  # fmt: skip
REDENEN = {"beheer": "Uw zus helpt u.", "wens": "U kent M. Vos al.", "kwaliteit": "M. Vos heeft een diploma."}
GOED = dict.fromkeys(REDENEN, True)


@pytest.fixture(autouse=True)
def op_de_dag(time_machine):
    time_machine.move_to(NU)


def plan_van(zaak, product, **anders):
    gegevens = {
        "ontvangen_op": VANDAAG, "motivering": "Ik ken haar al.", "beheerder": "netwerk", "beheerder_naam": "Uw zus",
        "hulp": [VOS],
    }  # fmt: skip
    return budgetplan_vastleggen(
        zaak_id=zaak.pk, product_id=product.pk, door=verse(zaak.regisseur), vandaag=VANDAAG, nu=NU,
        **gegevens | anders,
    )  # fmt: skip


def beoordeeld(plan, **anders):
    gegevens = {"oordelen": GOED, "redenen": REDENEN} | anders
    return budgetplan_beoordelen(
        plan_id=plan.pk, door=verse(plan.zaak.regisseur), vandaag=VANDAAG, **gegevens
    )


def invoer(product, **anders):
    regel = {"wat": "Begeleiding", "van_wie": "M. Vos", "soort": "formeel", "volume": "3", "eenheid": "04"}
    regel |= {"frequentie": "2", "tarief": "45"}
    return {
        "product": product.pk, "ontvangen_op": "1-12-2026", "motivering": "Ik ken haar al.", "beheerder": "netwerk",
        "beheerder_naam": "Uw zus", **{f"regel_0_{naam}": waarde for naam, waarde in regel.items()},
    } | anders  # fmt: skip


def test_wie_een_plan_vastlegt_beoordeelt_en_intrekt(client):
    zaak, _ = zaak_met_consulent()
    product, _ = huishoudelijke_hulp()
    plan = plan_van(zaak, product)
    ander = ProductFabriek(naam="Begeleiding", briefnaam="begeleiding")
    oordeel = {f"{w}_voldaan": "ja" for w in REDENEN} | {f"{w}_reden": r for w, r in REDENEN.items()}
    doen = {
        "budgetplan_vastleggen": (zaak.pk, invoer(ander)),
        "budgetplan_wijzigen": (plan.pk, invoer(ander) | {"versie": plan.versie}),
        "budgetplan": (plan.pk, oordeel | {"versie": plan.versie}),
        "budgetplan_intrekken": (plan.pk, {}),
    }
    fout = []

    for wie, http in (
        ("regisseur", 302), ("teamleider", 403), ("administratie", 403), ("ander_team", 404), ("andere_wet", 404),
        ("kcc", 404), ("toetser", 404),
    ):  # fmt: skip
        mens = collega(wie, zaak)
        for act, (pk, gegevens) in doen.items():
            punt = transaction.savepoint()
            antwoord = client.als(mens).post(reverse(f"voorzieningen:{act}", args=[pk]), gegevens)
            geschreven = (
                Budgetplan.objects.count() > 1
                or Budgetplan.objects.get(pk=plan.pk).versie != plan.versie
                or Budgetplanregel.objects.filter(plan=plan, tarief=45).count() != 1
            )
            transaction.savepoint_rollback(punt)
            if antwoord.status_code != http or geschreven != (http == 302):
                fout.append((wie, act, antwoord.status_code, geschreven))

    assert fout == []


def test_een_plan_hangt_aan_de_hulp_met_het_bestand_dat_binnenkwam(client):
    zaak, consulent = zaak_met_consulent()
    product, _ = huishoudelijke_hulp()
    adres = reverse("voorzieningen:budgetplan_vastleggen", args=[zaak.pk])

    leeg = client.als(consulent).post(adres, {"regel_0_wat": "Begeleiding"}).content.decode()
    gelogen = client.post(adres, invoer(product, bestand=upload(b"geen pdf", "plan.pdf")))
    goed = client.post(adres, invoer(product, bestand=upload(PDF, "plan.pdf")), follow=True)

    for zin in ("Kies voor welke hulp", "Vul in wanneer het plan kwam", "Vul in van wie de hulp komt"):
        assert zin in leeg
    assert gelogen.status_code == 200
    plan = Budgetplan.objects.get()
    tekst = goed.content.decode()
    assert plan.document == Document.objects.get()
    assert (plan.document.zaak, plan.document.ontvangen_op) == (zaak, datetime.date(2026, 12, 1))
    assert "M. Vos" in tekst
    assert "€\u00a07.020 per jaar" in tekst
    assert "Wmo 2.3.6 lid 2 a" in tekst
    assert Inzage.objects.latest("id").scherm == "budgetplan"
    lijst = client.get(reverse("voorzieningen:indicaties", args=[zaak.pk])).content.decode()
    assert "Nog te beoordelen" in lijst
    beoordeeld(plan)
    voorstellen = reverse("voorzieningen:indicatie", args=[zaak.pk]) + f"?budgetplan={plan.pk}"
    assert "Iemand uit het netwerk: Uw zus" in client.get(voorstellen).content.decode()


def test_wat_er_niet_kan_zegt_waarom():
    zaak, _ = zaak_met_consulent()
    product, _ = huishoudelijke_hulp()
    plan = plan_van(zaak, product)
    jeugd, _ = huishoudelijke_hulp(wet="jeugdwet")
    gevallen = [
        ({}, "Voor deze hulp is er al een budgetplan"),
        ({"product": jeugd}, "hoort niet bij de Wmo"),
        ({"ontvangen_op": datetime.date(2027, 1, 1)}, "op of voor 3 december 2026"),
        ({"beheerder_naam": ""}, "Vul in wie het pgb beheert"),
        ({"hulp": []}, "welke hulp de inwoner wil kopen"),
    ]
    fout = []

    for anders, zin in gevallen:
        soort = anders.pop("product", product)
        with pytest.raises(ValidationError) as gezegd, transaction.atomic():
            plan_van(zaak, soort, **anders)
        if zin not in " ".join(gezegd.value.messages):
            fout.append((zin, gezegd.value.messages))

    assert fout == []
    with pytest.raises(ValidationError, match="Schrijf op waarom"):
        beoordeeld(plan, redenen=REDENEN | {"wens": " "})
    with pytest.raises(ValidationError, match="Kies ja of nee"):
        beoordeeld(plan, oordelen={"beheer": True, "wens": True})
    with pytest.raises(ValidationError, match="om deze reden weigert"):
        beoordeeld(plan, weigergrond="duurder")
    with pytest.raises(Verouderd):
        beoordeeld(plan, versie=plan.versie - 1)


def test_een_ander_plan_wordt_opnieuw_beoordeeld():
    zaak, _ = zaak_met_consulent()
    product, _ = huishoudelijke_hulp()
    plan = plan_van(zaak, product, hulp=[VOS, VOS | {"van_wie": "Uw buurvrouw", "soort": "informeel"}])
    beoordeeld(plan)

    zelfde = plan_van(
        zaak, product, plan_id=plan.pk, hulp=[VOS, VOS | {"van_wie": "Uw buurvrouw", "soort": "informeel"}]
    )
    assert zelfde.voldoet
    nieuw = plan_van(zaak, product, plan_id=plan.pk, hulp=[VOS | {"tarief": Decimal(50)}])

    assert (nieuw.voldoet, nieuw.beoordeeld_op, nieuw.beheer_reden) == (None, None, "Uw zus helpt u.")
    assert [r.vervallen for r in nieuw.regels.order_by("volgorde")] == [False, True]
    assert not beoordeeld(nieuw, oordelen=GOED | {"kwaliteit": False}).voldoet
    assert not beoordeeld(nieuw, weigergrond="duurder", weigerreden="Het kost meer.").voldoet
    assert kosten_per_jaar(nieuw.regels.filter(vervallen=False)) == 7800


def test_na_het_intrekken_kan_een_nieuw_plan_komen():
    zaak, consulent = zaak_met_consulent()
    product, _ = huishoudelijke_hulp()
    plan = plan_van(zaak, product)

    for _ in range(2):
        budgetplan_intrekken(plan_id=plan.pk, door=verse(consulent), vandaag=VANDAAG)

    assert plan_van(zaak, product).pk != plan.pk
    with pytest.raises(OngeldigeOvergang, match="geen pgb meer"):
        beoordeeld(plan)


def test_een_toegekend_pgb_houdt_zijn_plan():
    zaak, _ = zaak_met_consulent("besluitvorming")
    product, _ = huishoudelijke_hulp()
    plan = beoordeeld(plan_van(zaak, product))
    pgb = {"vorm": "pgb", "pgb_beheerder": "zus", "pgb_motivering": "eigen", "pgb_kwaliteit": "diploma"}
    indicatie = voorstel(zaak, verse(zaak.regisseur), product_id=product.pk, **pgb)
    indicatie.status = "toegekend"
    indicatie.bewaren(door=verse(zaak.regisseur), reden="test")

    with pytest.raises(OngeldigeOvergang, match="Dit pgb is toegekend"):
        plan_van(zaak, product, plan_id=plan.pk)


def test_elke_wet_heeft_haar_eigen_voorwaarden():
    assert [len(voorwaarden(wet)) for wet in ("wmo", "jeugdwet", "participatiewet")] == [3, 3, 0]
    assert [artikel("jeugdwet", w.letter) for w in voorwaarden("jeugdwet")] == [
        f"Jeugdwet 8.1.1 lid 2 {letter}" for letter in "abc"
    ]
    assert "kent geen persoonsgebonden budget" in waarom_niet_budgetplan(ZaakFabriek(wet="participatiewet"))
