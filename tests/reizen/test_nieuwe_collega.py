"""A new colleague, from the first page of the beheerder to her own first page, in a real browser.

1. Anouk makes a team with its postcodes, and adds Fatma.
2. She puts Fatma in the team and makes a link. It stands on the page once.
3. Fatma opens the link in her own browser, chooses a password, signs in and links an app.
4. She is on Mijn werk as a consulent of the team.
"""

import pytest
from playwright.sync_api import expect

from tests.fabrieken import MedewerkerFabriek
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.wijkteams.test_aanmelden import code_van
from toegang.rechten import Rol

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
WACHTWOORD = "een zin van een paar woorden"


def test_een_nieuwe_collega_begint(als, live_server, settings):
    settings.TWEEDE_FACTOR_VERPLICHT = True
    anouk = MedewerkerFabriek(rollen=[Rol.BEHEERDER], first_name="Anouk", last_name="Beurskens")

    # 1
    pagina = als(anouk)
    ga(pagina, "/wijkteams/wijkteam/", live_server.url)
    pagina.get_by_role("link", name="Team toevoegen").click()
    vul(pagina, naam="Wijkteam Blerick", postcodes="5921-5928")
    doe(pagina, "Team bewaren", dan="5921-5928")
    pagina.get_by_role("link", name="Collega's", exact=True).click()
    keur(pagina)
    pagina.get_by_role("link", name="Collega toevoegen").first.click()
    vul(pagina, first_name="Fatma", last_name="Bakker", username="f.bakker", email="geen adres")
    doe(pagina, "Collega toevoegen", dan="Dit e-mailadres klopt niet")
    vul(pagina, email="f.bakker@venlo.nl")
    doe(pagina, "Collega toevoegen", dan="Zit in geen team.")

    # 2
    pagina.get_by_role("link", name="Team kiezen").click()
    pagina.locator('[name="wijkteam"]').select_option(label="Wijkteam Blerick")
    kies(pagina, "rol", "Consulent")
    kies(pagina, "disciplines", "Wmo")
    vul(pagina, reden="nieuwe collega")
    doe(pagina, "In dit team zetten", dan="ziet nu de dossiers van dit team")
    pagina.get_by_role("link", name="Link maken").click()
    vul(pagina, reden="eerste dag")
    doe(pagina, "Link maken", dan="U ziet hem maar één keer")
    link = pagina.locator(".tg-adresregel code").inner_text()
    pagina.reload()
    expect(pagina.locator(".tg-adresregel")).to_have_count(0)

    # 3
    als.sluiten()
    als.context.clear_cookies()
    eigen = als.context.new_page()
    eigen.goto(link)
    keur(eigen)
    vul(eigen, password1=WACHTWOORD, password2=WACHTWOORD)
    doe(eigen, "Wachtwoord bewaren", dan="Uw wachtwoord is bewaard")
    vul(eigen, login="f.bakker", password=WACHTWOORD)
    eigen.get_by_role("button", name="Inloggen").click()
    vul(eigen, password=WACHTWOORD)
    eigen.get_by_role("button", name="Bevestigen").click()
    eigen.locator("summary").first.click()
    vul(eigen, code=code_van(eigen.locator("code.tg-code").inner_text()))
    eigen.get_by_role("button", name="App koppelen").click()

    # 4
    eigen.goto(live_server.url)
    expect(eigen.locator("body")).to_contain_text("F. Bakker (consulent)")
    eigen.goto(link)
    expect(eigen.locator("h1")).to_have_text("Deze link werkt niet meer")
