"""A GP refers by his link; the contact person of the team talks; the desk links: log and history say who did what."""

import os
import time
from pathlib import Path

import pytest
from django.utils import timezone

from tests import bestanden
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.reizen.pagina import doe, keur, kies, vul
from tests.toegang import verwijzers
from toegang.models import Actor, Contactmoment, Document, Inzage, Taak
from toegang.rechten import Rol
from toegang.statussen import ContactStatus
from wijkteams.usecases.contactpersoon_vastleggen import contactpersoon_vastleggen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]
BSN = "999990019"


class Mensen:
    """The beheerder, the contact person, the desk; and Anna, whom we know already."""

    def __init__(self):
        vandaag = timezone.localdate()
        self.team = WijkteamFabriek(naam="Wijkteam Blerick")
        self.fatma = MedewerkerFabriek(
            rollen=[Rol.CONSULENT], team=self.team, first_name="Fatma", last_name="Bakker"
        )
        self.jan = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
        self.anna = InwonerFabriek(voornamen="Anna", voorletters="A.", geslachtsnaam="Jansen", bsn=BSN)
        self.praktijk = verwijzers.organisatie()
        contactpersoon_vastleggen(
            organisatie_id=self.praktijk.pk, wijkteam_id=self.team.pk, medewerker_id=self.fatma.pk,
            door=Actor.objects.systeem(), vandaag=vandaag,
        )  # fmt: skip
        _, self.adres = verwijzers.link(self.praktijk, geldig_tot=vandaag + verwijzers.JAAR, vandaag=vandaag)


@pytest.fixture
def gast(als, context, live_server):
    """A browser of somebody without account."""
    pagina = context.new_page()
    context.set_default_timeout(20_000)

    def open_(adres):
        pagina.goto(f"{live_server.url}{adres}")
        keur(pagina)
        return pagina

    return open_


def volg(pagina, naam: str) -> None:
    """Follow a link, and judge the page."""
    pagina.get_by_role("link", name=naam).first.click()
    pagina.wait_for_load_state()
    keur(pagina)


BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at


def beeld(pagina, naam: str) -> None:
    """Pictures at 1280 and 390 px, when asked."""
    if BEELDEN:
        for breedte in (1280, 390):
            pagina.set_viewport_size({"width": breedte, "height": 900})
            pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
        pagina.set_viewport_size({"width": 1280, "height": 900})


def actor(medewerker) -> Actor:
    return Actor.objects.get(medewerker=medewerker)


def test_een_verwijzing_van_de_huisarts_tot_de_gekoppelde_inwoner(als, gast, context, tmp_path):
    """
    1. The GP opens his link, sends too little, mends it, adds a letter, and reads a reference and a day.
    2. Fatma finds the task, reads the referral and its file, calls, and passes it on.
    3. Jan finds it in his work, and links by the BSN that nobody saw.
    4. The read log and the history say who did what; the GP stands in no log, and no address names Anna.
    """
    m = Mensen()
    brief = tmp_path / "verwijsbrief.pdf"
    brief.write_bytes(bestanden.PDF)

    # 1. the GP
    huisarts = gast(m.adres)
    doe(huisarts, "Verwijzing versturen")
    assert "Er zijn" in huisarts.locator(".tg-foutenlijst").inner_text()
    beeld(huisarts, "verwijzen-fouten")
    velden = verwijzers.verwijzing(bsn=BSN)
    for naam in ("afzender_naam", "afzender_functie", "afzender_telefoon", "naam", "geboren", "straat", "huisnummer",
                 "postcode", "woonplaats", "telefoon", "bsn", "vraag"):  # fmt: skip
        vul(huisarts, **{naam: velden[naam]})
    kies(huisarts, "weet_ervan", "Ja")
    kies(huisarts, "haast", "Nee")
    huisarts.set_input_files('[name="bestanden"]', str(brief))
    beeld(huisarts, "verwijzen")
    time.sleep(3)  # a person takes longer than a machine
    doe(huisarts, "Verwijzing versturen")
    keur(huisarts)
    beeld(huisarts, "verwijzing-ontvangen")
    contact = Contactmoment.objects.get()
    assert "Wij hebben uw verwijzing ontvangen" in huisarts.locator("h1").inner_text()
    assert contact.inzending.kenmerk in huisarts.locator("main").inner_text()
    assert "Anna" not in huisarts.locator("body").inner_text()
    assert "Jansen" not in huisarts.url
    assert [k["name"] for k in context.cookies()] == ["csrftoken"]

    # 2. the contact person
    fatma = als(m.fatma)
    volg(fatma, "Nieuwe verwijzing: lees de vraag en bel terug.")
    keur(fatma)
    beeld(fatma, "inzending")
    tekst = fatma.locator("main").inner_text()
    assert "Kerkstraat 12" in tekst
    assert BSN not in fatma.content()
    with fatma.expect_download() as ophalen:
        fatma.get_by_role("link", name="verwijsbrief.pdf").click()
    assert ophalen.value.suggested_filename.startswith("upload-")
    vul(fatma, bevinding="Mevrouw gesproken. Zij wil een gesprek thuis.")
    doe(fatma, "Verwijzing doorgeven")
    assert "Verwijzing doorgegeven" in fatma.locator("main").inner_text()

    # 3. the desk
    jan = als(m.jan)
    volg(jan, "Verwijzing, gesproken door het wijkteam")
    keur(jan)
    beeld(jan, "contact-verwijzing")
    assert "Zij wil een gesprek thuis." in jan.locator("main").inner_text()
    doe(jan, "Koppelen met het opgegeven BSN")
    assert "Contact gekoppeld aan" in jan.locator("main").inner_text()
    assert BSN not in jan.content()

    # 4. what is kept
    contact.refresh_from_db()
    assert (contact.inwoner, contact.organisatie, contact.status) == (m.anna, m.praktijk, ContactStatus.NIEUW)
    systeem = Actor.objects.systeem()
    assert [(h.history_change_reason, h.history_user) for h in contact.history.order_by("history_id")] == [
        ("contact vastgelegd", systeem), ("inwoner gekoppeld", actor(m.jan)),
    ]  # fmt: skip
    assert [h.history_user for h in contact.inzending.history.order_by("history_id")] == [
        systeem,
        actor(m.fatma),
    ]
    assert {t.afgehandeld_door for t in Taak.objects.filter(medewerker=m.fatma)} == {actor(m.fatma)}
    gelezen = set(Inzage.objects.values_list("actor", "scherm", "actie", "uitkomst"))
    assert (actor(m.fatma).pk, "inzending", "inzien", "gelukt") in gelezen
    assert (actor(m.fatma).pk, "document", "downloaden", "gelukt") in gelezen
    assert (actor(m.jan).pk, "inzending_koppelen", "koppelen", "gelukt") in gelezen
    assert systeem.pk not in {wie for wie, *_ in gelezen}
    assert Inzage.objects.filter(actor=actor(m.jan).pk, inwoner=m.anna.pk).exists()
    assert Document.objects.get().history.get().history_user == systeem


def test_een_inwoner_stelt_zonder_account_een_vraag(als, gast, context):
    """
    1. Somebody asks for his mother, forgets how to be reached, mends it, and reads what comes next.
    2. The desk finds the question with the name already in the search fields.
    """
    jan = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
    pagina = gast("/openbaar/vraag/")
    beeld(pagina, "vraag")
    vul(pagina, vraag="Mijn moeder kan niet meer alleen thuis blijven.", naam="Marie Peeters")
    kies(pagina, "voor_ander", "Ja")
    kies(pagina, "bereik", "Bel mij")
    vul(pagina, voor_naam="Truus Peeters", voor_relatie="dochter")
    time.sleep(3)
    doe(pagina, "Vraag versturen")
    beeld(pagina, "vraag-fout")
    assert "Vul het nummer in waarop wij u kunnen bellen" in pagina.locator(".tg-foutenlijst").inner_text()
    vul(pagina, telefoon="06 1234 5678")
    doe(pagina, "Vraag versturen")
    keur(pagina)
    beeld(pagina, "vraag-ontvangen")
    assert "Uw vraag is bij ons" in pagina.locator("h1").inner_text()
    assert [k["name"] for k in context.cookies()] == ["csrftoken"]

    contact = Contactmoment.objects.get()
    werk = als(jan)
    volg(werk, "Te koppelen")
    volg(werk, "Truus Peeters")
    assert "Truus Peeters" in werk.locator("main").inner_text()
    assert contact.inzending.kenmerk in werk.locator("main").inner_text()
    assert werk.locator('[name="zoek_naam"]').first.input_value() == "Truus Peeters"


def test_zonder_script_werken_de_formulieren_ook(browser, live_server):
    """Every field is there, also the one that a choice asks for."""
    with browser.new_context(java_script_enabled=False) as zonder:
        pagina = zonder.new_page()
        pagina.goto(f"{live_server.url}/openbaar/vraag/")
        for naam, waarde in (("vraag", "Wie helpt mij?"), ("naam", "Piet")):
            pagina.fill(f'[name="{naam}"]', waarde)
        pagina.check('[name="voor_ander"][value="nee"]')
        pagina.check('[name="bereik"][value="e_mail"]')
        pagina.fill('[name="e_mail"]', "piet@voorbeeld.nl")
        time.sleep(3)
        pagina.click("button[type=submit]")
        pagina.wait_for_url("**/ontvangen/**")

    assert Contactmoment.objects.get().e_mail == "piet@voorbeeld.nl"


def test_de_beheerder_maakt_een_link_en_trekt_hem_in(als, gast, live_server):
    """
    1. Anouk adds a school, chooses its contact person, makes a link and sees it once.
    2. The school opens it; after the withdrawal it reads that the link does not work.
    """
    team = WijkteamFabriek(naam="Wijkteam Blerick")
    fatma = MedewerkerFabriek(team=team, first_name="Fatma", last_name="Bakker")
    anouk = als(MedewerkerFabriek(rollen=[Rol.BEHEERDER], first_name="Anouk", last_name="Beurskens"))
    volg(anouk, "Organisaties")
    volg(anouk, "Organisatie toevoegen")
    vul(anouk, naam="Basisschool De Brug")
    anouk.select_option('[name="soort"]', "school")
    doe(anouk, "Organisatie bewaren")
    volg(anouk, "Contactpersoon kiezen")
    anouk.select_option('[name="wie"]', f"{team.pk}-{fatma.pk}")
    beeld(anouk, "contactpersoon")
    doe(anouk, "Contactpersoon bewaren")
    doe(anouk, "Link maken")
    keur(anouk)
    beeld(anouk, "organisatie")
    adres = anouk.locator("code").inner_text()
    school = gast(adres.removeprefix(live_server.url))
    assert "Basisschool De Brug" in school.locator("main").inner_text()
    doe(anouk, "Link intrekken")
    assert anouk.locator("code").count() == 0
    volg(anouk, "Organisaties")
    beeld(anouk, "organisaties")
    dicht = school.goto(adres)
    keur(school)
    beeld(school, "link-werkt-niet")
    assert dicht.status == 404
    assert "Deze link werkt niet" in school.locator("h1").inner_text()
