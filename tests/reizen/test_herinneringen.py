"""Help that ends, from sixteen weeks before to a heronderzoek, with the consulent ill half-way, in a real browser.

1. Sixteen weeks before the end beat's task runs on a real worker: a letter is made; Fatma finds her task.
2. She opens the end of the help: one rung done, six to come. Jan of the administratie has the line and sends the letter.
3. Her teamlead reports her away and lets Mia stand in.
4. At ten weeks the next rung: the task is Mia's now, the inwoner gets the second letter, Fatma has none any more.
5. Mia begins a heronderzoek from that page: every task about the end is done, and no rung comes any more.
6. The teamlead gives the heronderzoek a regisseur; the overview of the day shows what was done, and the log who looked.
"""

import datetime
import os
from pathlib import Path

import pytest
from celery import current_app
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.reizen.conftest import wacht_op
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.voorzieningen.lopend import lopende_hulp, sporten, taak
from toegang.models import Brief, Inzage, Taak, Zaak
from toegang.rechten import Rol
from voorzieningen.usecases.herinneringen_versturen import herinneringen_versturen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
DAG = datetime.timedelta(days=1)


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def beeld(pagina, naam: str) -> None:
    """A picture on two widths, when asked for."""
    for breedte in (1280, 390) if BEELDEN else ():
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def test_van_zestien_weken_tot_een_heronderzoek(als, live_server, werker):
    vandaag, basis = timezone.localdate(), live_server.url
    team = WijkteamFabriek(naam="Wijkteam Blerick")
    fatma = MedewerkerFabriek(team=team, first_name="Fatma", last_name="Bakker")
    mia = MedewerkerFabriek(team=team, first_name="Mia", last_name="Demir")
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD, first_name="Tess", last_name="Claes")
    jan = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
    hulp = lopende_hulp(
        inwoner=InwonerFabriek(geslachtsnaam="Jansen"), einddatum=vandaag + 112 * DAG,
        zaakvelden={"wijkteam": team, "regisseur": fatma},
    )  # fmt: skip
    adres = reverse("voorzieningen:afloop", args=[hulp.pk])

    # 1
    current_app.send_task("voorzieningen.tasks.herinneringen")
    wacht_op(lambda: Brief.objects.filter(soort="hulp_loopt_af", status="gemaakt").exists(), 120)
    pagina = als(fatma)
    ga(pagina, reverse("toegang:mijn_werk"), basis)
    expect(pagina.locator("main")).to_contain_text("Begin een heronderzoek, of laat de hulp aflopen.")
    beeld(pagina, "mijn-werk")

    # 2
    ga(pagina, adres, basis)
    expect(pagina.locator("main")).to_contain_text("16 weken voor het einde")
    assert pagina.locator("main").inner_text().count("Komt nog") == 6
    beeld(pagina, "afloop")
    desk = als(jan)
    ga(desk, reverse("toegang:werkvoorraad") + "?groep=aflopend", basis)
    expect(desk.locator("main")).to_contain_text("Hulp loopt af op")
    beeld(desk, "werkvoorraad-aflopend")
    brief = Brief.objects.get()
    ga(desk, reverse("toegang:brief_verzenden", args=[brief.pk]), basis)
    vul(desk, verzonden_op=nl(vandaag))
    doe(desk, "Post is weg")
    assert Brief.objects.get().status == "verzonden"

    # 3
    baas = als(lead)
    ga(baas, reverse("wijkteams:afwezigheid"), basis)
    kies_uit(baas, "medewerker_id", "F. Bakker")
    kies_uit(baas, "vervanger_id", "M. Demir")
    vul(baas, vanaf_op=nl(vandaag), tot_en_met_op=nl(vandaag + 80 * DAG))
    beeld(baas, "afwezigheid")
    doe(baas, "Afwezigheid vastleggen")

    # 4
    assert herinneringen_versturen(vandaag=vandaag + 42 * DAG).gedaan == 1
    assert sporten(hulp) == [1, 2]
    assert taak(hulp).medewerker == mia
    assert not Taak.objects.open().filter(medewerker=fatma).exists()
    wacht_op(lambda: Brief.objects.filter(soort="hulp_loopt_af", status="gemaakt").exists(), 120)
    vervanger = als(mia)
    ga(vervanger, reverse("toegang:mijn_werk"), basis)
    vervanger.get_by_role("link", name="De hulp loopt af op").first.click()
    vervanger.wait_for_load_state()
    keur(vervanger)
    expect(vervanger.locator("main")).to_contain_text("M. Demir")

    # 5
    vervanger.get_by_role("link", name="Heronderzoek beginnen").first.click()
    vervanger.wait_for_load_state()
    keur(vervanger)
    doe(vervanger, "Heronderzoek beginnen", dan="geopend. De teamleider kiest een regisseur.")
    assert not Taak.objects.open().filter(adres="voorzieningen:afloop").exists()
    assert [herinneringen_versturen(vandaag=vandaag + d * DAG).gedaan for d in (56, 84, 112, 113)] == [
        0,
        0,
        0,
        0,
    ]
    ga(vervanger, adres, basis)
    expect(vervanger.locator("main")).to_contain_text("is een heronderzoek begonnen")
    beeld(vervanger, "afloop-gestopt")

    # 6
    nieuw = Zaak.objects.get(soort="heronderzoek")
    baas = als(lead)
    ga(baas, reverse("wijkteams:toewijzen", args=[nieuw.pk]), basis)
    ga(baas, reverse("voorzieningen:herinneringen"), basis)
    expect(baas.locator("main")).to_contain_text("Eerste herinnering")
    beeld(baas, "dagoverzicht")
    wie = set(Inzage.objects.filter(scherm="afloop", zaak=hulp.zaak_id).values_list("wie", flat=True))
    assert {fatma.naam, mia.naam} <= wie


def kies_uit(pagina, naam: str, woorden: str) -> None:
    """A select or radios, by the words."""
    lijst = pagina.locator(f'select[name="{naam}"]:visible')
    if lijst.count():
        optie = lijst.first.locator("option", has_text=woorden).first
        lijst.first.select_option(value=optie.get_attribute("value"))
    else:
        kies(pagina, naam, woorden)
