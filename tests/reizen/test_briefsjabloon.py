"""A letter template, written by one and approved by another, in a real browser.

1. Anouk of the functioneel beheer goes from Mandaten to the briefsjablonen and makes a new version.
2. She writes a block. The letter of an invented person changes while she types; a word that is no field is named, and
   what she typed is still there.
3. She offers it. She cannot approve it herself.
4. Noor, the jurist, has a task: she reads what is different and approves. From then on letters follow it.
"""

import pytest
from playwright.sync_api import expect

from beschikkingen.models import Sjabloon
from tests.fabrieken import MedewerkerFabriek
from tests.reizen.pagina import doe, ga, keur
from toegang.rechten import Rol

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]


def test_een_sjabloon_van_twee_mensen(als, live_server):
    anouk = MedewerkerFabriek(rollen=[Rol.BEHEERDER], first_name="Anouk", last_name="Beurskens")
    noor = MedewerkerFabriek(rollen=[Rol.JURIST], first_name="Noor", last_name="Vergeldt")

    # 1
    pagina = als(anouk)
    ga(pagina, "/beschikkingen/mandaten/", live_server.url)
    pagina.get_by_role("link", name="Naar de briefsjablonen").click()
    keur(pagina)
    pagina.locator('[name="uitkomst"]').select_option("dwangsom")
    doe(pagina, "Nieuwe versie maken", dan="Dwangsom, versie 1 wijzigen")

    # 2
    pagina.locator('button[value="erbij:1:tekst"]').click()
    tekst = pagina.locator('[name="blok_1_tekst"]')
    tekst.fill("Wij bellen u. Bel anders {contactpersoon}.")
    expect(pagina.locator("#voorbeeld")).to_contain_text("Bel anders Vera Voorbeeld.")
    tekst.fill("Bel {contactpersoo}.")
    expect(pagina.locator("#voorbeeld")).to_contain_text("Bedoelt u {contactpersoon}?")
    doe(pagina, "Concept bewaren", dan="Regel 1: het veld 'contactpersoo' bestaat niet.")
    expect(tekst).to_have_value("Bel {contactpersoo}.")
    tekst.fill("Bel {contactpersoon}.")
    doe(pagina, "Bewaren en verder", dan="Alles wat de wet vraagt, staat erin.")

    # 3
    doe(pagina, "Ter goedkeuring aanbieden", dan="Een collega keurt haar goed.")
    expect(pagina.get_by_role("button", name="Versie goedkeuren")).to_have_count(0)

    # 4
    pagina = als(noor)
    ga(pagina, "/toegang/mijn-werk/", live_server.url)
    pagina.get_by_role("link", name="Briefsjabloon goedkeuren: Dwangsom, versie 1").click()
    expect(pagina.locator("main")).to_contain_text("Bel Vera Voorbeeld.")
    doe(pagina, "Versie goedkeuren", dan="Nieuwe besluiten krijgen vanaf nu deze brief.")
    assert Sjabloon.objects.in_gebruik().get().goedgekeurd_door == noor.actor
