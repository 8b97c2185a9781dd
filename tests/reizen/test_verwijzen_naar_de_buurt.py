"""A referral instead of maatwerk: from the afweging to the kaart in one key, to the neighbourhood, and asked how it went."""

import os
from pathlib import Path

import pytest

from tests.axe import axe_fouten
from tests.fabrieken import MedewerkerFabriek
from tests.reizen.pagina import KLACHTEN, TE_BREED, doe, kies, vul
from tests.voorzieningen.aanbod import AlgemeneVoorzieningFabriek
from tests.wijkteams import opstellingen as weg
from toegang.models import Gebeurtenis, Taak
from voorzieningen.models import Verwijzing
from wijkteams.models import Trede

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at


def bekijk(pagina, naam: str) -> None:
    """Axe and no sideways scroll at 1280 and 390 px; pictures when asked."""
    for breed in (390, 1280):
        pagina.set_viewport_size({"width": breed, "height": 900})
        KLACHTEN.extend(f"{naam} op {breed} px: {fout}" for fout in axe_fouten(pagina))
        KLACHTEN.extend(f"{naam} schuift opzij op {breed} px: {plek}" for plek in pagina.evaluate(TE_BREED))
        if BEELDEN:
            pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breed}.png"), full_page=True)


def sneltoets(pagina, letter: str) -> None:
    """Alt with this letter, as the browser itself gets it: `keyboard.press` goes past the access keys."""
    toets = {"modifiers": 1, "key": letter, "text": letter, "unmodifiedText": letter}
    pagina.context.new_cdp_session(pagina).send("Input.dispatchKeyEvent", {"type": "keyDown", **toets})


def test_een_verwijzing_in_plaats_van_maatwerk(als, context, live_server):
    """
    1. Fatma weighs: rung 5. One key opens the kaart with the area of life of this need.
    2. She chooses the boodschappendienst, hands over warm with the yes of the inwoner, and comes back at rung 5.
    3. That rung solves it: no maatwerk is needed.
    4. The task is in her work; she asks, and writes down that it helps.
    5. Anybody finds the same line on the open kaart, without a cookie.
    """
    zaak = weg.zaak_met_gesprek(regisseur=MedewerkerFabriek(team=weg.team_blerick(), first_name="Fatma"))
    weg.hulpvraag_afgewogen(zaak, tot_en_met=4)
    AlgemeneVoorzieningFabriek(naam="Boodschappendienst", openingstijden="dinsdag en vrijdag")
    AlgemeneVoorzieningFabriek(naam="Wijkbus", leefgebieden=["vervoer"])

    # 1. one key
    fatma = als(zaak.regisseur)
    fatma.goto(f"{live_server.url}/wijkteams/zaak/{zaak.pk}/afweging/")
    sneltoets(fatma, "k")
    fatma.wait_for_url("**/kaart/?leefgebied=huishouden*")
    assert fatma.locator('[name="leefgebied"]').input_value() == "huishouden"
    assert "Wijkbus" not in fatma.locator("main").inner_text()
    bekijk(fatma, "kaart-zaak")

    # 2. to the neighbourhood
    fatma.get_by_role("link", name="Verwijzen naar Boodschappendienst").click()
    vul(fatma, waarvoor="Elke week samen boodschappen doen")
    kies(fatma, "wijze", "Warm overgedragen")
    doe(fatma, "Verwijzing vastleggen", dan="Vraag de inwoner eerst of u gegevens mag doorgeven")
    bekijk(fatma, "verwijzen-fout")
    fatma.get_by_label("De inwoner vindt het goed dat ik gegevens doorgeef").check()
    doe(fatma, "Verwijzing vastleggen", dan="Verwezen naar Boodschappendienst")

    # 3. solved at rung 5
    assert "5 Algemene voorziening" in fatma.locator("#trede").inner_text()
    kies(fatma.locator("#trede"), "onderzocht", "Ja")
    kies(fatma.locator("#trede"), "lost_op", "Helemaal")
    vul(
        fatma.locator("#trede"),
        wat_is_er="De boodschappendienst",
        brieftekst="De boodschappendienst doet uw boodschappen.",
    )
    doe(fatma, "Trede bewaren", dan="Opgelost op trede 5")
    assert Trede.objects.get(trede=5).lost_op == "helemaal"

    # 4. how it went
    taak = Taak.objects.open().get(sleutel__startswith="verwijzing_navragen")
    assert taak.medewerker == zaak.regisseur
    doe(fatma, "Tafelstand uit")
    fatma.goto(f"{live_server.url}/toegang/mijn-werk/")
    fatma.get_by_role("link", name="Vraag na hoe de verwijzing verliep.").first.click()
    kies(fatma, "uitkomst", "Is er geweest, en het helpt")
    bekijk(fatma, "verwijzing")
    doe(fatma, "Vastleggen hoe het ging", dan="De taak is klaar")
    verwijzing = Verwijzing.objects.get()
    assert (verwijzing.uitkomst, verwijzing.wijze) == ("geholpen", "warm")
    assert not Taak.objects.open().filter(pk=taak.pk).exists()
    assert Gebeurtenis.objects.filter(zaak=zaak, soort__in=("verwezen", "verwijzing_nagevraagd")).count() == 2

    # 5. anybody
    context.clear_cookies()
    gast = context.new_page()
    gast.goto(f"{live_server.url}/openbaar/hulp/?zoek=boodschappen")
    assert "dinsdag en vrijdag" in gast.locator("main").inner_text()
    bekijk(gast, "openbare-kaart")
    assert context.cookies() == []
