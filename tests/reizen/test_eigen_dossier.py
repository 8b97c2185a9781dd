"""Citizens with the real OpenID provider: a verslag that is signed and a letter one objects to, a mentor for two,

a child of fifteen and the parent, a look that somebody asks about, and the choice how letters come; the desk's worker
does what they ask.
"""

import re

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from beschikkingen.models import Bezwaar
from portaal.models import Verzoek
from tests.beschikkingen import opstellingen
from tests.beschikkingen.opstellingen import administratie, besluit_in
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, ZaakFabriek
from tests.portaal.test_voor_een_ander import vertegenwoordiger
from tests.portaal.test_wie_keek import keek
from tests.portaal_site import inloggen, portaalsite
from tests.reizen.conftest import wacht_op
from tests.reizen.pagina import GEZIEN, KLACHTEN, doe, keur, kies, vul
from tests.wijkteams.opstellingen import GEMELD_OP, laatste_verslag, om, zaak_met_verslag
from toegang.models import Brief, Contactmoment, Inwoner, Inzage, Taak, Zaak
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus
from toegang.usecases.contact_koppelen import contact_koppelen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.timeout(300)]
BSN, VREEMD, MENTOR, KIND, MOEDER = "999900006", "999900018", "999900031", "999900043", "999900055"


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


def brief_van_besluit(zaak, monkeypatch) -> Brief:
    """What the desk does between the signature and the letter box, today."""
    monkeypatch.setattr(opstellingen, "VANDAAG", timezone.localdate())
    besluit_in("verzonden", zaak=Zaak.objects.select_related("regisseur").get(pk=zaak.pk))
    return zaak.brieven.get(soort="besluit")


def vraag_op_de_website(pagina, basis: str, inwoner: Inwoner) -> Contactmoment:
    """Without an account, weeks ago; the desk found out who it is."""
    with time_machine.travel(om(GEMELD_OP, 10), tick=True):
        pagina.goto(f"{basis}{reverse('openbaar:vraag')}")
        vul(pagina, vraag="Ik kan mijn huis niet meer schoonhouden.", naam="Marie Jansen")
        kies(pagina, "voor_ander", "Nee")
        kies(pagina, "bereik", "Bel mij")
        vul(pagina, telefoon="06 1234 5678")
    with time_machine.travel(om(GEMELD_OP, 11), tick=True):
        doe(pagina, "Vraag versturen", dan="Uw vraag is bij ons")
    contact = Contactmoment.objects.get()
    return contact_koppelen(contact_id=contact.pk, inwoner_id=inwoner.pk, door=administratie().actor)


def test_van_vraag_naar_verslag_naar_brief_naar_bezwaar(
    burgerpagina, live_server, werker, tmp_path, monkeypatch
):
    """A question on the website becomes a zaak. 1 The citizen signs its verslag, which is his aanvraag; 2 he says that
    his data are wrong.

    3 The letter of the besluit comes; 4 he opens it and objects from the letter: the jurist has a bezwaar with its term.
    """
    inwoner = InwonerFabriek(bsn=BSN, geslachtsnaam="Jansen")
    pagina = burgerpagina
    contact = vraag_op_de_website(pagina, live_server.url, inwoner)
    zaak = zaak_met_verslag(inwoner=inwoner, contact=contact, getekend=False)

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

        brief = brief_van_besluit(zaak, monkeypatch)
        pagina.get_by_role("link", name="Brieven", exact=True).click()
        assert pagina.context.request.get(f"{adres}/brieven/{brief.pk}/").body().startswith(b"%PDF-")
        niet_eens = pagina.locator(".po-brief", has_text=brief.onderwerp).get_by_role(
            "link", name="Ik ben het er niet"
        )
        niet_eens.click()
        keur(pagina)
        expect(pagina.locator("main")).to_contain_text("Dit kan tot en met")
        vul(pagina, tekst="Ik kan het stoffen ook niet zelf.")
        doe(pagina, "Bezwaar versturen", dan="Wij hebben het ontvangen")
        wacht_op(Bezwaar.objects.exists)
        pagina.reload()
        expect(pagina.locator("main")).to_contain_text("Wij hebben uw bezwaar.")

        doe(pagina, "Uitloggen", dan="U bent uitgelogd")
        pagina.goto(f"{adres}/vragen/{zaak.pk}/")
        expect(pagina.locator("main")).to_contain_text("Inloggen met DigiD")

    bezwaar = Bezwaar.objects.get()
    assert (bezwaar.besluit.zaak_id, bezwaar.kanaal, bezwaar.ontvangen_op) == (
        zaak.pk,
        "website",
        timezone.localdate(),
    )
    assert bezwaar.gronden == "Ik kan het stoffen ook niet zelf."
    assert Verzoek.objects.count() == 3
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


def test_een_mentor_een_kind_van_vijftien_en_een_vreemde_blik(burgerpagina, werker, tmp_path):
    """1 The mentor sees whom he chose, and only that one.

    2 The child of fifteen reads the verslag and cannot sign; 3 the mother reads it and signs.
    4 A citizen finds an emergency look and asks about it; the FG has the task. 5 He chooses how letters come.
    """
    pagina, vandaag = burgerpagina, timezone.localdate()
    een, twee = (ZaakFabriek(dossier__inwoner=InwonerFabriek(bsn=b, geslachtsnaam=n), gemeld_op=vandaag)
                 for b, n in ((BSN, "Smeets"), (VREEMD, "Hendriks")))  # fmt: skip
    mentor, moeder = (
        InwonerFabriek(bsn=MENTOR, geslachtsnaam="Peeters"),
        InwonerFabriek(bsn=MOEDER, geslachtsnaam="Vos"),
    )
    for zaak in (een, twee):
        vertegenwoordiger(zaak.dossier.inwoner, mentor)
    kind = InwonerFabriek(bsn=KIND, geslachtsnaam="Vos", geboren=f"{vandaag.year - 15}0101")
    vertegenwoordiger(kind, moeder, "ouder")
    van_kind = zaak_met_verslag(inwoner=kind, getekend=False)
    keek(MedewerkerFabriek(rollen=[Rol.CONSULENT]), een, "zaak", grond="noodinzage")

    with portaalsite(tmp_path) as adres:
        inloggen(pagina, adres, MENTOR)
        keur(pagina)
        pagina.get_by_role("button", name=re.compile("Smeets")).click()
        expect(pagina.locator(".po-namens")).to_contain_text("U kijkt voor")
        assert pagina.goto(f"{adres}/vragen/{een.pk}/").status == 200
        assert pagina.context.request.get(f"{adres}/vragen/{twee.pk}/").status == 404
        pagina.goto(f"{adres}/voor-wie/")
        pagina.get_by_role("button", name=re.compile("Hendriks")).click()
        assert pagina.goto(f"{adres}/vragen/{twee.pk}/").status == 200
        doe(pagina, "Uitloggen", dan="U bent uitgelogd")

        inloggen(pagina, adres, KIND)
        pagina.get_by_role("link", name="Mijn vraag", exact=True).click()
        pagina.goto(f"{adres}/verslag/{laatste_verslag(van_kind).pk}/")
        expect(pagina.locator("h1")).to_have_text("Verslag van ons gesprek")
        expect(pagina.get_by_role("button", name="Ondertekenen en versturen")).to_have_count(0)
        doe(pagina, "Uitloggen", dan="U bent uitgelogd")

        inloggen(pagina, adres, MOEDER)
        pagina.get_by_role("button", name=re.compile("Voor .*Vos")).click()
        pagina.get_by_role("link", name="Verslag lezen").click()
        kies(pagina, "als_aanvraag", "Ja")
        pagina.locator('[name="akkoord"]').check()
        doe(pagina, "Ondertekenen en versturen", dan="Wij hebben het ontvangen")
        wacht_op(lambda: Zaak.objects.get(pk=van_kind.pk).status == ZaakStatus.BESLUITVORMING)
        doe(pagina, "Uitloggen", dan="U bent uitgelogd")

        inloggen(pagina, adres, BSN)
        pagina.get_by_role("link", name="Gegevens en wie keek").click()
        pagina.get_by_role("link", name="Dit veranderen").click()
        keur(pagina)
        kies(pagina, "wijze", "In Mijn hulp")
        doe(pagina, "Opslaan", dan="Vul een e-mailadres in")
        vul(pagina, e_mail="anna@voorbeeld.nl")
        doe(pagina, "Opslaan", dan="Wij hebben het ontvangen")
        pagina.goto(f"{adres}/wie-keek/")
        keur(pagina)
        expect(pagina.locator(".po-nood")).to_have_text("Spoedinzage")
        pagina.get_by_role("link", name=re.compile("Ik heb een vraag over deze regel")).first.click()
        vul(pagina, tekst="Wie was dit, en waarom?")
        doe(pagina, "Vraag versturen", dan="Wij hebben het ontvangen")
        fg = Taak.objects.open().filter(rol=Rol.FUNCTIONARIS_GEGEVENSBESCHERMING, adres="toegang:wie_keek")
        wacht_op(fg.exists)

    assert fg.get().adres_pk == een.pk
    assert Inwoner.objects.get(pk=een.dossier.inwoner_id).bezorging == "mijn_hulp"
    assert laatste_verslag(van_kind).history.latest().history_user.vertegenwoordiger.verwant == moeder
    assert Inzage.objects.filter(uitkomst="onzichtbaar", scherm="portaal_vraag", zaak=twee.pk).exists()
