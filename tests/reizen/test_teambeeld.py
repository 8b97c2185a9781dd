"""A teamlead traces a figure to its dossiers, and hands one over.

1. The teamlead opens Teambeeld: the findings stand on top, the charts below are tables.
2. "2 te laat" opens those two dossiers; the number on the page is the number in the list.
3. From the list one dossier goes to a colleague; back on the page the figure of that colleague follows.
4. The same page fits a telephone, and the export is a file that is written down.
5. A colleague leaves: all her dossiers go over at once, and the next thing that she opens is closed to her.
"""

import datetime
import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.axe import axe_fouten
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.reizen.pagina import doe, ga, veld, vul
from toegang.models import Actor, Inzage, Termijn
from toegang.rechten import Rol
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.traag]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
DAG = datetime.timedelta(days=1)


def te_laat(team, regisseur, naam: str):
    """In onderzoek, the six weeks over since three days."""
    uiterst = timezone.localdate() - 3 * DAG
    zaak = ZaakFabriek(
        wijkteam=team, regisseur=regisseur, status="onderzoek", gemeld_op=uiterst - 42 * DAG, eerstvolgende_op=uiterst,
        dossier__inwoner__geslachtsnaam=naam,
    )  # fmt: skip
    Termijn(
        zaak=zaak,
        soort="onderzoek",
        artikel="Wmo 2015 art. 2.3.2 lid 1",
        begint_op=zaak.gemeld_op,
        uiterste_datum=uiterst,
    ).bewaren(door=Actor.objects.systeem(), reden="test")
    return zaak


def test_een_cijfer_is_te_volgen_tot_de_dossiers(als, live_server):
    basis, team = live_server.url, WijkteamFabriek(naam="Wijkteam Blerick")
    fatma, tom = (
        MedewerkerFabriek(team=team, last_name="Bakker"),
        MedewerkerFabriek(team=team, last_name="Claes"),
    )
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD)
    laat = [te_laat(team, fatma, naam) for naam in ("Peeters", "Smeets")]
    ZaakFabriek(wijkteam=team, regisseur=fatma, status="onderzoek", dossier__inwoner__geslachtsnaam="Optijd")
    ZaakFabriek(wijkteam=team, status="te_verdelen")
    ZaakFabriek(wijkteam=WijkteamFabriek(), status="te_verdelen", dossier__inwoner__geslachtsnaam="Elders")

    pagina = als(lead)
    ga(pagina, reverse("wijkteams:teambeeld"), basis)
    pagina.set_viewport_size({"width": 390, "height": 900})
    assert axe_fouten(pagina) == []
    assert not pagina.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    if BEELDEN:
        pagina.screenshot(path=str(Path(BEELDEN) / "teambeeld-390.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})
    if BEELDEN:
        pagina.screenshot(path=str(Path(BEELDEN) / "teambeeld-1280.png"), full_page=True)
    expect(pagina.locator("#werk")).to_contain_text("F. Bakker")
    expect(pagina.locator("#stroom svg[role=img] title")).to_have_count(1)

    pagina.locator(".tg-bevindingen").get_by_role("link", name="2 te laat").click()
    pagina.wait_for_load_state()
    expect(pagina.locator("caption")).to_have_text("2 dossiers")
    tekst = pagina.locator("table").inner_text()
    assert "Peeters" in tekst
    assert "Smeets" in tekst
    assert "Optijd" not in tekst
    assert axe_fouten(pagina) == []
    gezien = Inzage.objects.filter(actor=lead.actor.pk, scherm="teambeeld_lijst", uitkomst="gelukt")
    assert set(gezien.values_list("zaak", flat=True)) == {zaak.pk for zaak in laat}

    pagina.get_by_label("Kies A.M. Peeters").check()
    doe(pagina, "Overdragen aan een collega", dan="1 dossier gaat mee")
    veld(pagina, "naar").select_option(label="F. Claes")
    vul(pagina, reden="Gelijker verdelen")
    doe(pagina, "Overdragen", dan="1 dossier overgedragen aan F. Claes.")
    expect(pagina.locator("caption")).to_have_text("2 dossiers")  # back on the list that he came from
    pagina.get_by_role("link", name="Teambeeld Wijkteam Blerick").click()
    pagina.wait_for_load_state()
    rij = pagina.locator("#werk tbody tr", has_text="Claes")
    expect(rij.get_by_role("link", name="1", exact=True)).to_be_visible()
    with pagina.expect_download() as bestand:
        pagina.get_by_role("link", name="Exporteren (Excel)").click()
    assert bestand.value.suggested_filename == "teambeeld.xlsx"
    assert Inzage.objects.filter(actor=lead.actor.pk, actie="exporteren").count() == 1
    assert tom.zaken.count() == 1

    ga(pagina, reverse("wijkteams:overdragen"), basis)
    pagina.get_by_role("link", name="F. Bakker", exact=True).click()
    expect(pagina.locator("legend").first).to_contain_text("gaan mee")
    veld(pagina, "naar").select_option(label="F. Claes")
    vul(pagina, reden="Gaat uit dienst")
    doe(pagina, "Overdragen", dan="overgedragen aan F. Claes.")
    assert (fatma.zaken.count(), tom.zaken.count()) == (0, 3)
    haar, dossier = als(fatma), reverse("toegang:zaak", args=[laat[1].pk])
    assert haar.request.get(basis + dossier).status == 200  # still of the team
    lidmaatschap_beeindigen(
        lidmaatschap_id=fatma.lidmaatschappen.get().pk,
        door=Actor.objects.systeem(),
        vandaag=timezone.localdate(),
    )
    assert haar.request.get(basis + dossier).status == 404
