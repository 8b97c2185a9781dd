"""A citizen with the real OpenID provider: reads the verslag, signs it, asks who looked; the desk's worker does it."""

import re

import pytest
from playwright.sync_api import expect

from portaal.models import Verzoek
from tests.fabrieken import InwonerFabriek
from tests.portaal_site import inloggen, portaalsite
from tests.reizen.conftest import wacht_op
from tests.reizen.pagina import GEZIEN, KLACHTEN, doe, keur, kies, vul
from tests.wijkteams.opstellingen import laatste_verslag, zaak_met_verslag
from toegang.models import Contactmoment, Inzage, Taak, Zaak
from toegang.statussen import ZaakStatus

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]
BSN, VREEMD = "999900006", "999900018"


@pytest.fixture
def burgerpagina(context):
    """A page of a citizen's own browser; what the console says makes the test fail."""
    fouten: list[str] = []
    KLACHTEN.clear()
    GEZIEN.clear()
    context.set_default_timeout(20_000)
    pagina = context.new_page()
    pagina.on("console", lambda m: fouten.append(f"{pagina.url}: {m.text}") if m.type == "error" else None)
    yield pagina
    assert [f for f in fouten if "/interaction/" not in f] == []
    assert KLACHTEN == []


def test_van_verslag_naar_aanvraag_en_wie_keek(burgerpagina, werker, tmp_path):
    inwoner = InwonerFabriek(bsn=BSN, geslachtsnaam="Jansen")
    zaak = zaak_met_verslag(inwoner=inwoner, getekend=False)
    pagina = burgerpagina

    with portaalsite(tmp_path) as adres:
        inloggen(pagina, adres, BSN)
        expect(pagina.locator("h1")).to_have_text("Mijn hulp en ondersteuning")
        expect(pagina.locator("main")).to_contain_text("Lees het verslag van ons gesprek")
        keur(pagina)

        pagina.get_by_role("link", name="Verslag lezen").click()
        kies(pagina, "als_aanvraag", "Ja")
        pagina.locator('[name="akkoord"]').check()
        vul(pagina, opmerkingen="De stoep veeg ik zelf.")
        doe(pagina, "Ondertekenen en versturen", dan="Wij hebben het ontvangen")
        wacht_op(lambda: Zaak.objects.get(pk=zaak.pk).status == ZaakStatus.BESLUITVORMING)
        pagina.reload()
        expect(pagina.locator("main")).to_contain_text("Nu nemen wij een besluit")
        assert laatste_verslag(zaak).opmerkingen == "De stoep veeg ik zelf."

        pagina.get_by_role("link", name="Home", exact=True).click()
        expect(pagina.locator('[aria-current="step"]')).to_contain_text("Wij nemen een besluit")
        pagina.get_by_role("link", name="Brieven", exact=True).click()
        keur(pagina)
        pagina.get_by_role("link", name=re.compile("PDF")).first.wait_for()

        pagina.get_by_role("link", name="Gegevens en wie keek").click()
        keur(pagina)
        pagina.get_by_role("link", name="Er klopt iets niet").click()
        vul(pagina, tekst="Mijn huisnummer is 14.")
        doe(pagina, "Versturen", dan="Wij hebben het ontvangen")
        wacht_op(lambda: Contactmoment.objects.filter(vraag__contains="Mijn huisnummer is 14.").exists())
        assert Taak.objects.open().filter(sleutel__startswith="contact:").exists()

        doe(pagina, "Uitloggen", dan="U bent uitgelogd")
        pagina.goto(f"{adres}/vragen/{zaak.pk}/")
        expect(pagina.locator("main")).to_contain_text("Inloggen met DigiD")

    assert Verzoek.objects.count() == 2
    schermen = set(Inzage.objects.filter(inwoner=inwoner.pk).values_list("scherm", flat=True))
    assert {"portaal_overzicht", "portaal_verslag", "portaal_brieven", "portaal_gegevens"} <= schermen


def test_wie_niet_bekend_is_ziet_niets_en_niemand(burgerpagina, live_server, tmp_path):
    zaak = zaak_met_verslag(inwoner=InwonerFabriek(bsn=BSN), getekend=False)

    with portaalsite(tmp_path) as adres:
        inloggen(burgerpagina, adres, VREEMD)
        expect(burgerpagina.locator("h1")).to_have_text("Er is hier nog niets voor u")
        keur(burgerpagina)
        burgerpagina.goto(f"{adres}/vragen/{zaak.pk}/")
        expect(burgerpagina.locator("main")).to_contain_text("Inloggen met DigiD")
