"""The front door in a real browser: a call, a worried neighbour, a call-back; read log and history checked."""

import datetime
import os
import time
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.reizen.pagina import doe, ga, keur, kies, veld, vul
from tests.reizen.test_beeld_wijkteams import bekijk
from tests.toegang import voordeur
from toegang.models import Contactmoment, Gebeurtenis, Inwoner, Inzage, Taak
from toegang.rechten import Rol
from toegang.termijnen import is_werkdag
from toegang.usecases.contact_oppakken import contact_oppakken
from toegang.usecases.telefoonnotitie_maken import telefoonnotitie_maken

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]
BEELDEN = os.environ.get("TOEGANG_BEELDEN")  # a folder for the pictures, to look at
TOETS_MS = 40  # between two keys: about 250 letters a minute is 240 ms, so the minute is measured apart


@pytest.fixture
def kcc():
    return MedewerkerFabriek(rollen=[Rol.KCC], first_name="Sanne", last_name="Maes")


@pytest.fixture
def desk():
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")


def beeld(pagina, naam: str) -> None:
    """Pictures at 1280 and 390 px, when asked."""
    if not BEELDEN:
        return
    for breedte in (1280, 390):
        pagina.set_viewport_size({"width": breedte, "height": 900})
        pagina.screenshot(path=str(Path(BEELDEN) / f"{naam}-{breedte}.png"), full_page=True)
    pagina.set_viewport_size({"width": 1280, "height": 900})


def gelezen(wie) -> list[tuple[str, str]]:
    """What the read log holds of this colleague: screen and act, in order."""
    return list(Inzage.objects.filter(actor=wie.actor.pk).order_by("id").values_list("scherm", "actie"))


def redenen(contact) -> list[str]:
    return list(contact.history.order_by("history_id").values_list("history_change_reason", flat=True))


class Toetsen:
    """A person with a keyboard and no mouse; counts the keys."""

    def __init__(self, pagina):
        self.pagina, self.aantal = pagina, 0

    def druk(self, toets: str) -> None:
        self.pagina.keyboard.press(toets)
        self.aantal += 1

    def typ(self, tekst: str) -> None:
        self.pagina.keyboard.type(tekst, delay=TOETS_MS)
        self.aantal += len(tekst)

    def naar(self, selector: str) -> None:
        """Tab until this has the focus."""
        for _ in range(60):
            if self.pagina.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.druk("Tab")
        raise AssertionError(f"met Tab niet te bereiken: {selector}")

    def kies(self, groep: str, waarde: str) -> None:
        """Into the group of radios, and with the arrows to this one."""
        self.naar(f'[name="{groep}"]')
        self.druk("Space")
        for _ in range(12):
            if self.pagina.locator(f'[name="{groep}"][value="{waarde}"]').is_checked():
                return
            self.druk("ArrowDown")
        raise AssertionError(f"{groep}: {waarde} niet te kiezen")


def test_een_telefoontje_binnen_een_minuut_met_alleen_het_toetsenbord(als, live_server, kcc, desk):
    """
    1. kcc (Sanne Maes): de vraag, zoeken met een spelfout, kiezen, telefoon, doorzetten; zonder muis, in de minuut.
    2. administratie (Jan Vos): leest de vraag, belt, handelt af; de lijst is leeg.
    """
    inwoner = InwonerFabriek(voorletters="A.", geslachtsnaam="Jansen", geboren="19480403")
    pagina = als(kcc)
    ga(pagina, reverse("toegang:contact_registreren"), live_server.url)
    mens = Toetsen(pagina)

    begin = time.monotonic()
    mens.kies("kanaal", "telefoon")
    mens.naar('[name="vraag_tekst"]')
    mens.typ("Ik kan na mijn val mijn huis niet meer schoonhouden.")
    mens.kies("namens", "nee")
    mens.kies("gevaar", "nee")
    mens.naar('[name="zoek_naam"]')
    mens.typ("Janssen")
    mens.naar('[name="zoek_geboren"]')
    mens.typ("3-4-1948")
    mens.naar('button[name="zoeken"]')
    mens.druk("Enter")
    pagina.locator("#gevonden").wait_for()
    beeld(pagina, "kcc-gevonden")
    mens.kies("wie", str(inwoner.pk))
    mens.kies("bereik", "bellen")
    mens.naar('[name="telefoon"]')
    mens.typ("0612345678")
    mens.naar("button.utrecht-button--primary-action")
    mens.druk("Enter")
    pagina.get_by_text("Contact doorgezet.").wait_for()
    duur = time.monotonic() - begin
    print(f"\ncontact in {duur:.1f} s, {mens.aantal} toetsen")

    contact = Contactmoment.objects.get()
    assert contact.inwoner == inwoner
    # at 240 ms a key (slow typing) with what the pages took on top
    assert duur + mens.aantal * (0.240 - TOETS_MS / 1000) < 60
    assert ("contact_registreren", "zoeken") in gelezen(kcc)
    assert redenen(contact) == ["contact vastgelegd"]

    pagina = als(desk)
    ga(pagina, reverse("toegang:werkvoorraad"), live_server.url)
    pagina.locator("main").get_by_role("link", name="A. Jansen").first.click()
    pagina.wait_for_load_state()
    keur(pagina)
    beeld(pagina, "contact-open")
    doe(pagina, "Contact oppakken", dan="U hebt dit contact opgepakt")
    kies(pagina, "route", "Vraag beantwoord")
    vul(pagina, uitkomst="Uitgelegd hoe de klussendienst werkt.")
    doe(pagina, "Contact afhandelen", dan="Contact afgehandeld. Vraag beantwoord.")
    beeld(pagina, "contact-klaar")
    assert pagina.get_by_text("Deze groep is leeg.").is_visible()
    assert redenen(contact) == ["contact vastgelegd", "contact opgepakt", "contact afgehandeld"]
    assert {("werkvoorraad", "inzien"), ("contact", "inzien")} <= set(gelezen(desk))
    assert not Taak.objects.open().exists()


def test_een_anonieme_bezorgde_buurvrouw(als, live_server, kcc, desk):
    """
    1. kcc: een buurvrouw belt over een ander, wil haar naam niet geven; het belscript staat er; een signaal.
    2. administratie: ziet dat de melder geheim blijft en geeft het door aan Veilig Thuis.
    3. bij de inwoner blijft geen nummer, geen wens en geen regel van de melder achter.
    """
    inwoner = InwonerFabriek(voorletters="P.", geslachtsnaam="Hendriks", geboren="20120511", telefoon="")
    pagina = als(kcc)
    ga(pagina, reverse("toegang:contact_registreren"), live_server.url)
    kies(pagina, "kanaal", "Telefoon")
    vul(pagina, vraag_tekst="Ik hoor bij de buren elke avond schreeuwen en een kind huilen.")
    kies(pagina, "namens", "Ja")
    pagina.locator('[name="namens_onbekend"]').check()
    vul(pagina, namens_relatie="buurvrouw")
    kies(pagina, "inwoner_weet_ervan", "Nee")
    kies(pagina, "gevaar", "Ja")
    assert pagina.get_by_text("Veilig Thuis, 0800 2000").is_visible()
    pagina.get_by_text("Ander soort contact, of eerder ontvangen").click()
    veld(pagina, "soort").select_option(label="Signaal over iemand")
    vul(pagina, zoek_naam="Hendriks", zoek_geboren="11-5-2012")
    pagina.get_by_role("button", name="Zoeken", exact=True).last.click()
    pagina.wait_for_load_state()
    kies(pagina, "wie", "P. Hendriks")
    kies(pagina, "bereik", "Geen antwoord nodig")
    beeld(pagina, "signaal")
    doe(pagina, "Contact doorzetten", dan="Wij bellen niemand terug")

    contact = Contactmoment.objects.get()
    assert (contact.soort, contact.namens_naam, contact.inwoner_weet_ervan) == (
        "signaal",
        "Wil geen naam geven",
        False,
    )
    pagina = als(desk)
    ga(pagina, reverse("toegang:werkvoorraad"), live_server.url)
    pagina.locator("main").get_by_role("link", name="P. Hendriks").first.click()
    pagina.wait_for_load_state()
    assert pagina.get_by_text("Zeg niet wie ons belde").is_visible()
    kies(pagina, "route", "Doorgegeven aan Veilig Thuis")
    vul(pagina, uitkomst="Doorgegeven om 10.50 uur, meldnummer genoteerd bij Veilig Thuis.")
    doe(pagina, "Contact afhandelen", dan="Doorgegeven aan Veilig Thuis.")

    contact.refresh_from_db()
    assert (contact.route, contact.status) == ("veilig_thuis", "afgehandeld")
    assert redenen(contact) == ["contact vastgelegd", "contact afgehandeld"]
    assert Inwoner.objects.get(pk=inwoner.pk).history.count() == 1
    assert not Gebeurtenis.objects.exists()
    assert set(Inzage.objects.filter(inwoner=inwoner.pk).values_list("wie", flat=True)) == {
        kcc.naam,
        desk.naam,
    }


def test_twee_keer_niet_bereikt_en_dan_wel(als, live_server, desk):
    """
    1. dag 1: de administratie belt, niemand neemt op; de volgende werkdag staat klaar.
    2. die dag: 2e poging, weer niemand; 3. daarna: 3e poging, bereikt, afgehandeld.
    """
    maandag = _dagen_geleden()
    with als.op_dag(maandag, 9):
        contact = voordeur.contact(vandaag=timezone.localdate(), terugbellen_op=timezone.localdate(),
                                   inwoner=InwonerFabriek(voorletters="P.", geslachtsnaam="Smeets"))  # fmt: skip
    for poging, dagen_later in ((1, 0), (2, 1)):
        with als.op_dag(maandag - dagen_later, 10):
            pagina = als(desk)
            _open_terugbellen(pagina, live_server, poging)
            beeld(pagina, f"terugbellen-{poging}")
            kies(pagina, "bereikt", "Nee")
            vul(pagina, toelichting="Voicemail, niets ingesproken")
            doe(pagina, "Poging vastleggen", dan=f"{poging}e poging vastgelegd. U belt opnieuw op")
            pagina.close()
    with als.op_dag(maandag - 2, 10):
        pagina = als(desk)
        _open_terugbellen(pagina, live_server, 3)
        kies(pagina, "bereikt", "Ja")
        doe(pagina, "Poging vastleggen", dan="Handel het contact nu af")
        beeld(pagina, "terugbellen-bereikt")
        kies(pagina, "route", "Verwezen naar een voorziening")
        vul(pagina, route_naar="Maaltijdservice", uitkomst="Zij belt zelf.")
        doe(pagina, "Contact afhandelen", dan="Contact afgehandeld.")

    contact.refresh_from_db()
    assert [p.bereikt for p in contact.terugbelpogingen.order_by("om")] == [False, False, True]
    assert redenen(contact) == [
        "contact vastgelegd",
        "teruggebeld: niet bereikt",
        "teruggebeld: niet bereikt",
        "teruggebeld: bereikt",
        "contact afgehandeld",
    ]
    assert contact.afgehandeld_op - contact.ontvangen_op == datetime.timedelta(days=2)
    assert len([r for r in gelezen(desk) if r == ("contact", "inzien")]) >= 6
    assert not Taak.objects.open().exists()


def _dagen_geleden() -> int:
    """How many days ago the last Monday was of which the two days after it were working days too."""
    vandaag = timezone.localdate()
    for geleden in range(vandaag.weekday() + 7, 60, 7):
        drie = [vandaag - datetime.timedelta(days=geleden - erbij) for erbij in range(3)]
        if all(is_werkdag(dag) for dag in drie):
            return geleden
    raise AssertionError("geen drie werkdagen op een rij")


def _open_terugbellen(pagina, live_server, poging: int) -> None:
    ga(pagina, f"{reverse('toegang:werkvoorraad')}?groep=terugbellen", live_server.url)
    assert pagina.get_by_text(f"{poging}e poging.").first.is_visible()
    pagina.locator("main").get_by_role("link", name="P. Smeets").first.click()
    pagina.wait_for_load_state()


def test_elk_scherm_past_en_is_toegankelijk(als, live_server, kcc, desk):
    """Every screen of contact and post on three widths: no sideways scrolling, nothing for axe to find."""
    team = WijkteamFabriek()
    regisseur = MedewerkerFabriek(team=team)
    zaak = ZaakFabriek(wijkteam=team, regisseur=regisseur, gemeld_op=timezone.localdate())
    inwoner = zaak.dossier.inwoner
    vandaag = timezone.localdate()
    van_kcc = voordeur.contact(door=kcc.actor, vandaag=vandaag, hulp_nodig="tolk Pools, slechthorend",
                               inwoner=inwoner, contactwens="niet na 18.00 uur", gevaar=True, soort="signaal",
                               namens_naam="Wil geen naam geven", namens_relatie="buurvrouw")  # fmt: skip
    brief = voordeur.contact(vandaag=vandaag, kanaal="brief", soort="bezwaar", te_koppelen_naam="Jansen")
    bestaand = voordeur.contact(vandaag=vandaag, soort="bestaand", inwoner=inwoner)
    contact_oppakken(contact_id=brief.pk, door=voordeur.administratie().actor, vandaag=vandaag)
    for tekst in ("Dochter belde. Moeder is weer gevallen. 😀 مرحبا بكم في البلدية", "Teruggebeld."):
        telefoonnotitie_maken(
            zaak_id=zaak.pk, door=regisseur.actor, vandaag=vandaag, nu=timezone.now(), richting="inkomend", tekst=tekst
        )  # fmt: skip
    klachten: list[str] = []

    for wie, namen in (
        (kcc, {"contact-nieuw": "contact/nieuw/", "nog-een-vraag": f"contact/{van_kcc.pk}/nog-een-vraag/",
               "contact-kcc": f"contact/{van_kcc.pk}/"}),
        (desk, {"contact-signaal": f"contact/{van_kcc.pk}/?groep=nieuw", "contact-post": f"contact/{brief.pk}/",
                "post-nieuw": "post/nieuw/", "werkvoorraad-post": "werkvoorraad/?groep=post",
                "notitie-desk": f"zaak/{zaak.pk}/telefoonnotitie/"}),
        (regisseur, {"zaak-contacten": f"zaak/{zaak.pk}/contacten/", "notitie": f"zaak/{zaak.pk}/telefoonnotitie/",
                     "contact-regisseur": f"contact/{bestaand.pk}/", "gezien": f"contact/{brief.pk}/gezien/"}),
    ):  # fmt: skip
        pagina = als(wie)
        for naam, adres in namen.items():
            bekijk(pagina, live_server, naam, f"/toegang/{adres}", klachten)
        pagina.close()
    assert klachten == []
