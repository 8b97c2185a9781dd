"""A grant whose provider never starts, in a real browser; each page judged by axe on a wide and a narrow screen.

1. Help was granted two weeks ago. Jan of the administratie finds it among what nobody gives, and orders it.
2. Nobody tells that it began. The job makes one task; Fatma finds it on Mijn werk, and the dossier says so.
3. She calls. The provider begins today: she writes it down, the task is gone and no other ever comes.
4. Ruud of contracts writes down how long people wait there, and looks up the product; the teamlead sees the delivery and
   no button, and in the list that nothing is left.
"""

import datetime
import os
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from tests.axe import axe_fouten
from tests.fabrieken import MedewerkerFabriek
from tests.reizen.pagina import vul
from tests.voorzieningen.opstelling import lid_van, verse, voorstel, zaak_met_consulent
from toegang.models import Inzage, Taak
from toegang.rechten import Rol
from voorzieningen.models import Contract, Levering
from voorzieningen.usecases.indicaties_toekennen import indicaties_toekennen
from voorzieningen.usecases.leveringen_bewaken import Ronde, leveringen_bewaken

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
TE_BREED = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
DAG = datetime.timedelta(days=1)


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def bekijk(pagina, naam: str, klachten: list[str]) -> None:
    """Axe on 1280 and 390 px, and no sideways scroll."""
    for breedte in (1280, 390):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        klachten += [f"{naam} op {breedte}: {fout}" for fout in axe_fouten(pagina)]
        if pagina.evaluate(TE_BREED):
            klachten.append(f"{naam} op {breedte}: schuift opzij")
        if BEELDEN:
            pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def druk(pagina, knop: str, dan: str) -> None:
    """Press the button; then this sentence stands on the page."""
    pagina.get_by_role("button", name=knop, exact=True).first.click()
    expect(pagina.locator("body")).to_contain_text(dan)


def test_toegekend_en_niet_begonnen(als, live_server):
    vandaag, basis, klachten = timezone.localdate(), live_server.url, []
    zaak, fatma = zaak_met_consulent()
    toen = vandaag - 14 * DAG
    hulp = voorstel(
        zaak, verse(fatma), vandaag=toen, ingangsdatum=vandaag - 12 * DAG, einddatum=vandaag + 700 * DAG
    )
    indicaties_toekennen(indicatie_ids=[hulp.pk], door=verse(fatma), vandaag=toen)
    leveringen_bewaken(vandaag=toen)
    adres = reverse("voorzieningen:levering", args=[hulp.pk])

    # 1
    jan = als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos"))
    jan.goto(basis + reverse("toegang:mijn_werk"))
    jan.get_by_role("link", name="Verleende hulp die niemand geeft").click()
    jan.get_by_role("link", name="Nog niet toegewezen").click()
    bekijk(jan, "leveringen", klachten)
    jan.locator("#leveringen th a").first.click()
    jan.wait_for_url(f"**{adres}")
    bekijk(jan, "toewijzen", klachten)
    vul(jan, toegewezen_op=nl(vandaag - 13 * DAG))
    druk(jan, "Hulp toewijzen", "Toegewezen met nummer")
    assert Taak.objects.open().filter(adres="voorzieningen:levering").count() == 0

    # 2
    assert leveringen_bewaken(vandaag=vandaag).niet_geleverd == 1
    pagina = als(fatma)
    pagina.goto(basis + reverse("toegang:mijn_werk"))
    pagina.get_by_role("link", name="Verleend maar niet geleverd").first.click()
    pagina.wait_for_load_state()
    expect(pagina.locator("main")).to_contain_text("Verleend, niet geleverd")
    bekijk(pagina, "niet-geleverd", klachten)
    pagina.goto(basis + reverse("toegang:zaak", args=[zaak.pk]))
    expect(pagina.locator("main")).to_contain_text("Verleend, niet geleverd")

    # 3
    pagina.goto(basis + adres)
    vul(pagina, begonnen_op=nl(vandaag + DAG))
    druk(pagina, "Begin vastleggen", "Kies een dag van")
    vul(pagina, begonnen_op=nl(vandaag))
    druk(pagina, "Begin vastleggen", f"De aanbieder begon op {vandaag.day} ")
    pagina.goto(basis + reverse("voorzieningen:indicaties", args=[zaak.pk]))
    expect(pagina.locator("main")).to_contain_text("Begonnen")
    bekijk(pagina, "hulp", klachten)
    assert not Taak.objects.open().filter(adres="voorzieningen:levering").exists()
    assert leveringen_bewaken(vandaag=vandaag + 30 * DAG) == Ronde()
    assert Levering.objects.get().niet_geleverd_op == vandaag

    # 4
    ruud = als(MedewerkerFabriek(rollen=[Rol.CONTRACTBEHEERDER], first_name="Ruud", last_name="Camps"))
    ruud.goto(basis + reverse("voorzieningen:contract", args=[Contract.objects.get().pk]))
    vul(ruud, wachttijd="3", opgegeven_op=nl(vandaag))
    druk(ruud, "Opgave bewaren", "3 weken wachten")
    bekijk(ruud, "contract", klachten)
    ruud.get_by_role("link", name="Producten", exact=True).click()
    bekijk(ruud, "producten", klachten)
    ruud.locator("table th a").first.click()
    expect(ruud.locator("main")).to_contain_text("16, 10, 8, 4, 2 weken voor het einde")
    bekijk(ruud, "product", klachten)
    baas = als(lid_van(zaak.wijkteam, rol=Rol.TEAMLEAD))
    baas.goto(basis + adres)
    expect(baas.locator("main")).to_contain_text("Regisseur gewaarschuwd")
    expect(baas.locator("main form")).to_have_count(0)
    baas.goto(basis + reverse("voorzieningen:leveringen"))
    expect(baas.locator("main")).to_contain_text("Alle verleende hulp begon op tijd")
    assert Inzage.objects.filter(scherm="levering", zaak=zaak.pk).count() >= 4
    assert klachten == []
