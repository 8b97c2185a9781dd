"""Decisions that hurt: a refusal with a zienswijze and two returns, spoed, a bezwaar that is gegrond, a dwangsom."""

import datetime
import os
import zoneinfo

import pytest
import time_machine
from django.urls import reverse

from beschikkingen.models import Besluit, Bezwaar, Ingebrekestelling
from beschikkingen.usecases.besluit_verzonden import besluit_verzonden
from tests.beschikkingen.opstellingen import VANDAAG, administratie, besluit_in, mandaat_van, toetser, verse
from tests.fabrieken import MedewerkerFabriek
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.wijkteams.opstellingen import zaak_in_onderzoek
from toegang.models import Inzage
from toegang.rechten import Rol
from voorzieningen.models import Indicatie

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]
BEELD = os.environ.get("BEELD_MAP", "")  # a map for pictures of the pages, when someone wants to look
HIER = zoneinfo.ZoneInfo("Europe/Amsterdam")


def op(dag: datetime.date, uur: int = 10):
    """The clock of that day, for the server too."""
    return time_machine.travel(datetime.datetime.combine(dag, datetime.time(uur), HIER), tick=True)


def kiek(pagina, naam: str) -> None:
    if BEELD:
        for breed in (1280, 390):
            pagina.set_viewport_size({"width": breed, "height": 900})
            pagina.screenshot(path=f"{BEELD}/{naam}-{breed}.png", full_page=True)
        pagina.set_viewport_size({"width": 1280, "height": 900})


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


def tekenaar(**mandaat):
    mens = MedewerkerFabriek(rollen=[Rol.ONDERTEKENAAR], first_name="Karin", functie="teammanager Toegang")
    mandaat_van(mens, **mandaat)
    return mens


def naar_de_toetser(als, basis, wie, besluit):
    pagina = als(wie)
    ga(pagina, reverse("beschikkingen:besluit", args=[besluit.pk]), basis)
    doe(pagina, "Naar de toetser", dan="ligt nu bij de toetsers")


def oppakken(als, basis, wie, besluit):
    pagina = als(wie)
    ga(pagina, reverse("beschikkingen:oppakken", args=[besluit.pk]), basis)
    doe(pagina, "Besluit oppakken")
    return pagina


def ondertekenen(als, basis, wie, besluit):
    pagina = oppakken(als, basis, wie, besluit)
    ga(pagina, reverse("beschikkingen:ondertekenen", args=[besluit.pk]), basis)
    doe(pagina, "Ondertekenen", dan="is ondertekend")


def budgetplan(als, basis, wie, besluit):
    """The inwoner wants a pgb: his plan is written down, and one condition is not met."""
    pagina, product = als(wie), Indicatie.objects.get(zaak=besluit.zaak_id).product
    ga(pagina, reverse("voorzieningen:indicaties", args=[besluit.zaak_id]), basis)
    pagina.get_by_role("link", name="Budgetplan vastleggen").click()
    pagina.locator('[name="product"]').select_option(str(product.pk))
    kies(pagina, "beheerder", "De inwoner zelf")
    vul(
        pagina, ontvangen_op=nl(VANDAAG), motivering="Ik ken mijn nicht.", regel_0_wat="Schoonmaken",
        regel_0_van_wie="Nicht E. Smit", regel_0_volume="2", regel_0_tarief="20",
    )  # fmt: skip
    for naam, keuze in (("soort", "informeel"), ("eenheid", "04"), ("frequentie", "2")):
        pagina.locator(f'[name="regel_0_{naam}"]').select_option(keuze)
    kiek(pagina, "budgetplan-vastleggen")
    doe(pagina, "Budgetplan bewaren", dan="Beoordeel nu de drie voorwaarden")
    for naam, keuze in (("beheer", "Ja"), ("wens", "Ja"), ("kwaliteit", "Nee")):
        kies(pagina, f"{naam}_voldaan", keuze)
        vul(pagina, **{f"{naam}_reden": "Uw nicht kan dit werk niet zwaar doen."})
    kiek(pagina, "budgetplan")
    doe(pagina, "Beoordeling bewaren", dan="De brief zegt waarom het pgb niet kan.")


def test_een_afwijzing_met_zienswijze_die_twee_keer_terugkomt(als, live_server):
    """
    0. consulent: legt het budgetplan van de inwoner vast; aan een voorwaarde voor een pgb is niet voldaan.
    1. consulent: kiest afwijzing; de poort vraagt eerst de zienswijze.
    2. consulent: belt de inwoner, schrijft op wat die zei, en stuurt het besluit naar de toetser.
    3. toetser: stuurt terug; de consulent past aan en stuurt opnieuw; de toetser ziet wat er veranderde.
    4. toetser: stuurt nog eens terug, en keurt daarna goed; de ondertekenaar tekent.
    5. de brief gaat weg: de hulp is afgewezen, bezwaar staat open.
    """
    with op(VANDAAG):
        besluit = besluit_in("klaar")
        fatma, rana, karin = besluit.zaak.regisseur, toetser(), tekenaar()
        basis, adres = live_server.url, reverse("beschikkingen:besluit", args=[besluit.pk])

        budgetplan(als, basis, fatma, besluit)
        pagina = als(fatma)
        ga(pagina, adres, basis)
        kies(pagina, "uitkomst", "Afwijzing")
        vul(pagina, wat_kan_wel="Een ergotherapeut leert u hoe u uw rug spaart.")
        doe(pagina, "Concept bewaren", dan="De inwoner is nog niet vooraf gehoord (Awb 4:7)")
        assert pagina.get_by_role("button", name="Naar de toetser").count() == 0  # a sentence instead
        kiek(pagina, "afwijzing-poort")
        pagina.get_by_role("link", name="Zienswijze van de inwoner").click()
        pagina.wait_for_load_state()
        keur(pagina)
        vragen = pagina.locator("section", has=pagina.locator("#vragen-kop"))
        kies(vragen, "wijze", "Aan de telefoon")
        vul(vragen, waarover="Uw huisgenoten kunnen het werk doen.", antwoord="Mijn zoon is vaak weg.")
        vragen.get_by_role("button", name="Zienswijze vragen").click()
        pagina.wait_for_load_state()
        assert "Mijn zoon is vaak weg." in pagina.locator("main").inner_text()
        keur(pagina)
        kiek(pagina, "zienswijze")
        ga(pagina, adres, basis)
        vul(pagina, zienswijze="U zei dat uw zoon vaak weg is. In het weekend is hij thuis.")
        doe(pagina, "Concept bewaren")

        for keer in (1, 2):
            naar_de_toetser(als, basis, fatma, besluit)
            pagina = oppakken(als, basis, rana, besluit)
            if keer == 2:
                tekst = pagina.locator("main").inner_text()
                assert "Gewijzigd sinds terugsturen" in tekst
                assert pagina.locator("ins").first.inner_text() == "zwager"
                kiek(pagina, "gewijzigd-sinds")
            ga(pagina, reverse("beschikkingen:terugsturen", args=[besluit.pk]), basis)
            pagina.locator('[name="onderdeel"]').select_option("algemeen")
            vul(pagina, reden=f"Noem de ziekte niet ({keer}).")
            doe(pagina, "Terugsturen met opmerking", dan="is teruggestuurd")
            pagina = als(fatma)
            ga(pagina, adres, basis)
            doe(pagina, "Gedaan")
            nieuw = {1: "zwager", 2: "schoonzus"}[keer]
            vul(pagina, zienswijze=f"U zei dat uw {nieuw} vaak weg is. In het weekend is hij thuis.")
            doe(pagina, "Concept bewaren")
        naar_de_toetser(als, basis, fatma, besluit)
        pagina = oppakken(als, basis, rana, besluit)
        doe(pagina, "Goedkeuren", dan="is goedgekeurd")
        ondertekenen(als, basis, karin, besluit)

        besluit_verzonden(besluit_id=besluit.pk, door=administratie().actor, op=VANDAAG)
        assert Indicatie.objects.get().status == "afgewezen"
        gelezen = set(
            Inzage.objects.filter(zaak=besluit.zaak_id, scherm="zienswijze").values_list("wie", flat=True)
        )
        assert gelezen == {fatma.naam}


def test_spoed_begint_met_een_mondelinge_opdracht(als, live_server):
    """
    1. consulent: maakt een spoedbesluit; er is nog geen verslag en geen aanvraag.
    2. ondertekenaar: tekent dezelfde dag, zonder toets vooraf.
    3. consulent: legt de mondelinge opdracht vast; de hulp loopt, de week voor de motivering ook.
    4. toetser: kijkt achteraf.
    """
    with op(VANDAAG, 9):
        zaak = zaak_in_onderzoek()
        product, aanbieder = huishoudelijke_hulp()
        fatma, rana, karin = zaak.regisseur, toetser(), tekenaar()
        basis = live_server.url

        pagina = als(fatma)
        ga(pagina, reverse("beschikkingen:spoed", args=[zaak.pk]), basis)
        pagina.locator('[name="product"]').select_option(str(product.pk))
        pagina.locator('[name="aanbieder"]').select_option(str(aanbieder.pk))
        pagina.locator('[name="eenheid"]').select_option("01")
        pagina.locator('[name="frequentie"]').select_option("2")
        vul(
            pagina, resultaat="een schoon huis", volume="240", ingangsdatum=nl(VANDAAG),
            einddatum=nl(VANDAAG + datetime.timedelta(days=28)),
        )  # fmt: skip
        kiek(pagina, "spoed")
        doe(pagina, "Spoedbesluit opstellen", dan="Spoedbesluit opgesteld")
        besluit = Besluit.objects.get()
        vul(pagina, wat_gebeurt_nu="Zorg aan de Maas komt vandaag.")
        doe(pagina, "Concept bewaren")
        doe(pagina, "Naar de ondertekenaar", dan="ligt nu bij de ondertekenaars")
        ondertekenen(als, basis, karin, besluit)

        pagina = als(fatma)
        ga(pagina, reverse("beschikkingen:meedelen", args=[besluit.pk]), basis)
        vul(pagina, aan="de dochter, en Zorg aan de Maas")
        doe(pagina, "Vastleggen", dan="De hulp mag beginnen")
        kiek(pagina, "spoed-meegedeeld")
        assert Indicatie.objects.get().status == "lopend"

        pagina = oppakken(als, basis, rana, besluit)
        doe(pagina, "Goedkeuren")
        besluit.refresh_from_db()
        assert (besluit.status, besluit.getoetst_door) == ("ondertekend", rana.actor)


def test_een_bezwaar_dat_gegrond_is(als, live_server):
    """
    1. administratie: registreert het bezwaar; het is op tijd, de inwoner krijgt een ontvangstbrief.
    2. jurist: pakt het op, leest het dossier, legt het horen vast en maakt het besluit: gegrond.
    3. consulent: geeft de feiten.
    4. toetser en een andere ondertekenaar met mandaat voor bezwaar; wie eerst tekende, kan niet.
    5. de brief gaat weg: de hulp verandert, de jurist leest niet meer mee.
    """
    dag = VANDAAG + datetime.timedelta(days=7)
    with op(VANDAAG):
        eerste = besluit_in("verzonden", indicatie={"ingangsdatum": VANDAAG})
    with op(dag):
        basis, zaak = live_server.url, eerste.zaak
        desk = administratie()
        joke = MedewerkerFabriek(rollen=[Rol.JURIST], first_name="Joke", last_name="Driessen")
        rana, karin = toetser(), tekenaar(soorten=["bezwaar"])

        pagina = als(desk)
        ga(pagina, reverse("beschikkingen:bezwaar_registreren", args=[eerste.pk]), basis)
        pagina.locator('[name="kanaal"]').select_option("brief")
        vul(
            pagina,
            ontvangen_op=nl(dag),
            gepost_op=nl(dag),
            gronden="Het is te weinig: mijn zoon is verhuisd.",
        )
        kiek(pagina, "bezwaar-registreren")
        doe(pagina, "Bezwaar registreren", dan="Bezwaar geregistreerd")
        bezwaar = Bezwaar.objects.get()

        pagina = als(joke)
        ga(pagina, reverse("beschikkingen:bezwaren"), basis)
        assert "Jansen" not in pagina.locator("main").inner_text()
        kiek(pagina, "bezwaren")
        pagina.get_by_role("link", name=bezwaar.kenmerk).click()
        pagina.wait_for_load_state()
        doe(pagina, "Bezwaar oppakken", dan="U behandelt dit bezwaar")
        kiek(pagina, "bezwaar")

        fatma = als(zaak.regisseur)
        ga(fatma, reverse("beschikkingen:bezwaar_inbreng", args=[bezwaar.pk]), basis)
        vul(fatma, inbreng="De zoon is op 1 december verhuisd. Dat wisten wij niet.")
        doe(fatma, "Feiten geven", dan="De jurist kan uw feiten nu lezen")

        pagina = als(joke)
        ga(pagina, reverse("beschikkingen:bezwaar_horen", args=[bezwaar.pk]), basis)
        vul(pagina, gehoord_op=nl(dag), aanwezigen="J. Driessen", hoorverslag="De zoon woont in Roermond.")
        doe(pagina, "Vastleggen", dan="Vastgelegd wat de inwoner vertelde")
        ga(pagina, reverse("beschikkingen:bezwaar_besluit", args=[bezwaar.pk]), basis)
        kies(pagina, "uitkomst", "Bezwaar gegrond")
        doe(pagina, "Besluit opstellen", dan="Besluit opgesteld")
        besluit = Besluit.objects.get(bezwaar=bezwaar)
        regel = besluit.regelingen.get()
        kies(pagina, f"regel_{regel.pk}_gevolg", "Wijzigen")
        vul(
            pagina, motivering="Uw zoon woont niet meer bij u. Hij kan niet helpen.", wat_gebeurt_nu="Wij bellen u.",
            **{f"regel_{regel.pk}_nieuw_volume": "150"},
        )  # fmt: skip
        doe(pagina, "Concept bewaren")
        kiek(pagina, "besluit-op-bezwaar")
        naar_de_toetser(als, basis, joke, besluit)
        oppakken(als, basis, rana, besluit)
        pagina = als(rana)
        ga(pagina, reverse("beschikkingen:besluit", args=[besluit.pk]), basis)
        doe(pagina, "Goedkeuren", dan="is goedgekeurd")
        ondertekenen(als, basis, karin, besluit)

        besluit_verzonden(besluit_id=besluit.pk, door=desk.actor, op=dag)
        assert {i.status: int(i.volume) for i in Indicatie.objects.all()} == {"beeindigd": 105, "lopend": 150}
        assert verse(joke).rechten.zaken == {}


def test_een_ingebrekestelling_met_haar_teller(als, live_server):
    """
    1. administratie: registreert de ingebrekestelling na de laatste dag; zij telt.
    2. na drie weken staat er wat het kost, en wat het wordt.
    3. het besluit gaat weg: de teller stopt; de consulent stelt de dwangsom vast.
    """
    dag = datetime.timedelta(days=1)
    laatste = datetime.date(2026, 12, 8)
    kwam, stopt = laatste + 2 * dag, laatste + 22 * dag
    with op(VANDAAG):
        besluit = besluit_in("ondertekend")
    basis, zaak = live_server.url, besluit.zaak
    adres, desk = reverse("beschikkingen:ingebrekestellingen", args=[zaak.pk]), administratie()
    with op(kwam):
        pagina = als(desk)
        ga(pagina, adres, basis)
        kies(pagina, "waarover", "De aanvraag van 24 november 2026")
        vul(pagina, ontvangen_op=nl(kwam))
        kies(pagina, "schriftelijk", "Ja")
        doe(pagina, "Registreren", dan="Zij telt. Beslis op tijd.")
        assert "Beslis voor vrijdag 25 december 2026" in pagina.locator("main").inner_text()
    with op(stopt):
        pagina = als(desk)
        ga(pagina, adres, basis)
        tekst = pagina.locator("main").inner_text().replace("\xa0", " ")
        assert "€ 138 tot en met vandaag: 6 dagen" in tekst
        assert "€ 1.442" in tekst
        kiek(pagina, "dwangsom-loopt")
        besluit_verzonden(besluit_id=besluit.pk, door=desk.actor, op=stopt)
        pagina = als(zaak.regisseur)
        ga(pagina, adres, basis)
        doe(pagina, "Dwangsom vaststellen", dan="Het bedrag volgt uit de data")
        kiek(pagina, "dwangsombesluit")
    assert Ingebrekestelling.objects.get().bedrag == 115
    assert Besluit.objects.get(uitkomst="dwangsom").bedrag == 115
