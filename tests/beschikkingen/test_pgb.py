"""A pgb in the besluit: the gate wants the plan and the three conditions, the letter says how it works or why not."""

import pytest
from django.urls import reverse

from beschikkingen.briefbouw import voorbeeld
from beschikkingen.briefgegevens import met_alles
from beschikkingen.models import Besluit
from beschikkingen.poort import ontbreekt_voor_besluit, open_punten
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from tests.beschikkingen.opstellingen import VANDAAG, besluit_in, gehoord, met_indicatie, verse
from tests.voorzieningen.aanbod import ProductFabriek, huishoudelijke_hulp
from tests.voorzieningen.test_budgetplan import GOED, beoordeeld, plan_van
from tests.wijkteams.opstellingen import zaak_met_verslag
from voorzieningen.usecases.budgetplan_beoordelen import budgetplan_intrekken

pytestmark = pytest.mark.django_db
PGB = {"vorm": "pgb", "pgb_beheerder": "zus", "pgb_motivering": "eigen hulp", "pgb_kwaliteit": "diploma"}
REDENEN = {
    "beheer": "Uw zus helpt u.", "wens": "U kent M. Vos al.", "kwaliteit": "M. Vos heeft nog geen verklaring (VOG).",
}  # fmt: skip


def mist(besluit) -> list[tuple[str, str]]:
    return [(p.adres, p.zin) for p in open_punten(Besluit.objects.get(pk=besluit.pk), vandaag=VANDAAG)]


def test_een_pgb_wil_een_plan_dat_voldoet_en_de_brief_zegt_hoe_het_werkt(client):
    zaak = zaak_met_verslag()
    product, _ = huishoudelijke_hulp()
    met_indicatie(zaak, product=product, **PGB)
    besluit = besluit_in("klaar", zaak=zaak)

    ((adres, zonder),) = mist(besluit)
    plan = plan_van(zaak, product)
    ((_, onbeoordeeld),) = mist(besluit)
    beoordeeld(plan, oordelen=GOED | {"kwaliteit": False}, redenen=REDENEN)
    ((waar, niet),) = mist(besluit)
    pagina = (
        client.als(zaak.regisseur).get(reverse("beschikkingen:besluit", args=[besluit.pk])).content.decode()
    )
    beoordeeld(plan, redenen=REDENEN)
    punten = ontbreekt_voor_besluit(Besluit.objects.get(pk=besluit.pk), vandaag=VANDAAG)
    los, samen = voorbeeld(besluit, VANDAAG), voorbeeld(met_alles(besluit.pk), VANDAAG)

    assert (adres, "budgetplan van de inwoner ontbreekt" in zonder) == (
        "voorzieningen:budgetplan_vastleggen",
        True,
    )
    assert "van 3 december 2026 is nog niet beoordeeld" in onbeoordeeld
    assert (waar, "Pgb voorwaarde c is niet gehaald" in niet) == ("voorzieningen:budgetplan", True)
    assert f"{reverse('voorzieningen:budgetplan', args=[plan.pk])}#id_kwaliteit_voldaan" in pagina
    assert [p.zin for p in punten if not p.klaar] == []
    assert any("kost €\u00a07.020 per jaar, het pgb is €\u00a03.276" in p.zin for p in punten if p.let_op)
    assert los.pgb == samen.pgb
    (som, wie, slot) = los.pgb
    assert "Het is €\u00a03.276 per jaar." in som
    assert "M. Vos helpt u als professional: 3 uur per week, voor €\u00a045 per uur." in wie
    assert "Uw zus beheert het pgb voor u." in wie
    assert "betaalt u zelf" in wie
    assert "Sociale Verzekeringsbank" in slot


def test_natura_voor_wie_een_pgb_vroeg_is_een_deel_en_de_brief_zegt_waarom():
    zaak = zaak_met_verslag()
    product, aanbieder = huishoudelijke_hulp()
    met_indicatie(zaak, product=product, aanbieder_id=aanbieder.pk)
    besluit = besluit_in("klaar", zaak=zaak)
    door = verse(zaak.regisseur)

    plan = beoordeeld(plan_van(zaak, product))
    wil_pgb = [zin for _, zin in mist(besluit)]
    beoordeeld(plan, oordelen=GOED | {"kwaliteit": False}, redenen=REDENEN)
    kies_deel = [zin for _, zin in mist(besluit)]
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, uitkomst="gedeeltelijk", wat_kan_wel="Bel ons gerust."
    )
    gehoord(besluit, door)
    deel = [zin for _, zin in mist(besluit)]
    los = voorbeeld(Besluit.objects.get(pk=besluit.pk), VANDAAG)
    samen = voorbeeld(met_alles(besluit.pk), VANDAAG)

    assert any("voldoet aan de voorwaarden" in zin for zin in wil_pgb)
    assert any("Kies gedeeltelijke toekenning" in zin for zin in kies_deel)
    assert deel == []
    assert los.conclusie[-1] == samen.conclusie[-1]
    assert los.conclusie[-1] == (
        "U vroeg om een pgb voor hulp in het huishouden. Dat pgb krijgt u niet. M. Vos heeft nog geen verklaring (VOG)."
    )
    assert "Wmo 2015 artikel 2.3.6" in los.wettelijke_regels
    budgetplan_intrekken(plan_id=plan.pk, door=door, vandaag=VANDAAG)
    beoordeeld(plan_van(zaak, ProductFabriek()), oordelen=GOED | {"kwaliteit": False}, redenen=REDENEN)
    assert "pgb" not in " ".join(voorbeeld(besluit, VANDAAG).conclusie)
    assert any("wat de inwoner niet krijgt" in zin for _, zin in mist(besluit))


def test_een_geweigerd_pgb_zegt_waarom_ook_als_er_niets_voor_in_de_plaats_komt():
    zaak = zaak_met_verslag()
    product, _ = huishoudelijke_hulp()
    met_indicatie(zaak, product=product, **PGB)
    besluit = besluit_in("klaar", zaak=zaak)
    plan = plan_van(zaak, product)
    door = verse(zaak.regisseur)
    besluit_aanvullen(besluit_id=besluit.pk, door=door, uitkomst="afwijzing", wat_kan_wel="Bel ons gerust.")
    gehoord(besluit, door)

    ((adres, zin),) = mist(besluit)
    beoordeeld(plan, weigergrond="duurder", weigerreden="Deze hulp kost meer dan zorg in natura.")

    assert (adres, "nog niet beoordeeld" in zin) == ("voorzieningen:budgetplan", True)
    assert mist(besluit) == []
    brief = voorbeeld(met_alles(besluit.pk), VANDAAG)
    assert brief.conclusie[-1].endswith("Dat pgb krijgt u niet. Deze hulp kost meer dan zorg in natura.")
