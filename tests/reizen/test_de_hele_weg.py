"""From a telephone call to a letter on its way, as the people of six roles, in a real browser."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.reizen.conftest import wacht_op
from tests.reizen.pagina import doe, ga, keur, kies, veld, vul
from tests.wijkteams.opstellingen import TREDEN, team_blerick
from toegang.models import Brief, Contactmoment, Inwoner, Inzage, Taak, Zaak
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]


def op_dag(dagen_geleden: int, uur: int = 10):
    """The clock of that day; the way ends today, so that exceptions (compared by the database) hold."""
    dag = timezone.localdate() - datetime.timedelta(days=dagen_geleden)
    moment = timezone.make_aware(datetime.datetime.combine(dag, datetime.time(uur)))
    return time_machine.travel(moment, tick=True)


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


class Mensen:
    """Six roles, one team; made once for the journey."""

    def __init__(self):
        self.team = team_blerick()
        self.kcc = MedewerkerFabriek(rollen=[Rol.KCC], first_name="Sanne", last_name="Maes")
        self.administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
        self.consulent = MedewerkerFabriek(
            rollen=[Rol.CONSULENT], team=self.team, first_name="Fatma", last_name="Bakker", telefoon="077-1234567"
        )
        self.teamlead = MedewerkerFabriek(
            rollen=[Rol.TEAMLEAD], team=self.team, team__rol=Rol.TEAMLEAD, first_name="Tom", last_name="Claes"
        )
        self.toetser = MedewerkerFabriek(rollen=[Rol.TOETSER], first_name="Rabia", last_name="Aydin")
        self.ondertekenaar = MedewerkerFabriek(
            rollen=[Rol.ONDERTEKENAAR], first_name="Karin", last_name="Peeters", functie="teammanager Toegang"
        )


def test_van_telefoon_tot_brief(als, live_server, werker):
    """
    1. kcc (Sanne Maes): legt het telefoontje vast, vindt de inwoner met een spelfout, zet door.
    2. administratie (Jan Vos): opent een Wmo-zaak op de dag van het telefoontje, verheldert, bevestigt de ontvangst.
    3. teamlead (Tom Claes): geeft de zaak aan Fatma Bakker.
    4. consulent (Fatma Bakker): huisbezoek, gesprek, ZRM, afweging, verslag.
    5. consulent: leefzorgplan en indicatie.
    6. consulent, toetser (Rabia Aydin), ondertekenaar (Karin Peeters): aanvraag, besluit, toets, handtekening.
    7. administratie: verzendt; het besluit werkt.
    8. iedereen die mag: het dossier laat zien wat er gebeurde en wie keek.
    """
    m = Mensen()
    inwoner = InwonerFabriek(
        voornamen="Anna", voorletters="A.", geslachtsnaam="Jansen", naamgebruik="N", heeft_partner=True,
        partner_geslachtsnaam="Peeters", geboren="19480403", bsn="999900006",
    )  # fmt: skip
    basis = live_server.url

    with op_dag(21):
        zaak = telefoontje_wordt_zaak(als, basis, m, inwoner)
    with op_dag(20):
        zaak_krijgt_regisseur(als, basis, m, zaak)
        huisbezoek_plannen(als, basis, m, zaak)
    with op_dag(10, 15):
        aan_tafel(als, basis, m, zaak)
        verslag_versturen(als, basis, m, zaak)
    with op_dag(7):
        brieven_op_de_post(als, basis, m, zaak, "verslag")
    with op_dag(4):
        verslag_komt_terug(als, basis, m, zaak)
        plan_maken(als, basis, m, zaak)
    zaak.refresh_from_db()
    assert zaak.status == ZaakStatus.BESLUITVORMING


def telefoontje_wordt_zaak(als, basis, m, inwoner) -> Zaak:
    kcc = als(m.kcc)
    ga(kcc, reverse("toegang:contact_registreren"), basis)
    kies(kcc, "kanaal", "Telefoon")
    vul(kcc, vraag_tekst="Ik kan na mijn val mijn huis niet meer schoonhouden.")
    kies(kcc, "namens", "Nee")
    kies(kcc, "gevaar", "Nee")
    vul(kcc, zoek_naam="Janssen", zoek_geboren="3-4-1948")
    kcc.get_by_role("button", name="Zoeken", exact=True).last.click()
    kcc.wait_for_load_state()
    keur(kcc)
    assert kcc.locator('[name="vraag_tekst"]').input_value().startswith("Ik kan na mijn val")
    kies(kcc, "wie", "A. Jansen-Peeters")
    kies(kcc, "bereik", "Bellen")
    vul(kcc, telefoon="06 12345678", contactwens="niet na 18.00 uur")
    doe(kcc, "Contact doorzetten", dan="Contact doorgezet")

    contact = Contactmoment.objects.get()
    assert contact.inwoner_id == inwoner.pk
    desk = als(m.administratie)
    ga(desk, reverse("toegang:werkvoorraad"), basis)
    desk.locator("main").get_by_role("link", name="A. Jansen-Peeters").first.click()
    desk.wait_for_load_state()
    keur(desk)
    desk.get_by_role("link", name="Zaak openen").click()
    desk.wait_for_load_state()
    kies(desk, "wet", "Wmo 2015")
    desk.locator('[name="onderwerp"]').select_option(label="Huishouden")
    kies(desk, "spoed", "Nee")
    doe(desk, "Zaak openen", dan="Gemeld op")
    zaak = Zaak.objects.get()
    assert zaak.gemeld_op == contact.ontvangen_op == timezone.localdate()
    assert desk.get_by_text("Wmo 2015 art. 2.3.2").first.is_visible()
    ga(desk, reverse("toegang:vraagverheldering", args=[zaak.pk]), basis)
    kies(desk, "leefgebieden", "Huishouden")
    vul(desk, vraag_achter_de_vraag="Schoonmaken lukt niet meer na een val.", wie_helpt_nu="Dochter doet boodschappen.")
    doe(desk, "Vraagverheldering bewaren")
    kies(desk, "keuze", "Nee")
    doe(desk, "Keuze vastleggen")
    doe(desk, "Ontvangst bevestigen")
    ga(desk, reverse("toegang:vraagverheldering", args=[zaak.pk]), basis)
    doe(desk, "Zaak doorzetten")
    brieven_op_de_post(als, basis, m, zaak, "ontvangstbevestiging")
    zaak.refresh_from_db()
    assert (zaak.status, zaak.wijkteam) == (ZaakStatus.TE_VERDELEN, m.team)
    return zaak


def brieven_op_de_post(als, basis, m, zaak, soort) -> None:
    """The worker made the letter; the administratie says that it is in the post."""
    brief = Brief.objects.get(zaak=zaak, soort=soort)
    wacht_op(lambda: Brief.objects.get(pk=brief.pk).document_id)
    brief.refresh_from_db()
    desk = als(m.administratie)
    ga(desk, reverse("toegang:brief", args=[brief.pk]), basis)
    desk.get_by_role("link", name="Post is weg").click()
    desk.wait_for_load_state()
    keur(desk)
    vul(desk, verzonden_op=nl(brief.verzenddatum))
    doe(desk, "Post is weg")
    brief.refresh_from_db()
    assert brief.verzonden_op == brief.verzenddatum


def zaak_krijgt_regisseur(als, basis, m, zaak) -> None:
    lead = als(m.teamlead)
    ga(lead, reverse("wijkteams:verdelen"), basis)
    lead.locator("main").get_by_role("link", name="A. Jansen-Peeters").first.click()
    lead.wait_for_load_state()
    keur(lead)
    kies(lead, "regisseur", "F. Bakker")
    doe(lead, "Regisseur kiezen", dan="F. Bakker")
    zaak.refresh_from_db()
    assert (zaak.status, zaak.regisseur) == (ZaakStatus.ONDERZOEK, m.consulent)


def huisbezoek_plannen(als, basis, m, zaak) -> None:
    fatma = als(m.consulent)
    ga(fatma, reverse("toegang:mijn_werk"), basis)
    ga(fatma, reverse("wijkteams:huisbezoek", args=[zaak.pk]), basis)
    vul(fatma, datum=nl(timezone.localdate() + datetime.timedelta(days=10)), tijd="13.30", duur_minuten="90")
    doe(fatma, "Huisbezoek plannen")


def aan_tafel(als, basis, m, zaak) -> None:
    fatma = als(m.consulent)
    ga(fatma, reverse("wijkteams:huisbezoek", args=[zaak.pk]), basis)
    vul(fatma, aanwezigen="Mevrouw Jansen en haar dochter")
    kies(fatma, "identiteit_gezien", "Paspoort")
    doe(fatma, "Huisbezoek afronden")

    ga(fatma, reverse("wijkteams:gesprek", args=[zaak.pk]), basis)
    vul(fatma, behoeften="U wilt in uw eigen huis blijven wonen.", mantelzorger_behoeften="Uw dochter werkt 32 uur.")
    if not fatma.locator('[name="huishouden_wat_lukt"]').is_visible():
        fatma.locator("#gebied-huishouden summary").click()
    vul(
        fatma, huishouden_wat_lukt="U kookt, wast af en stoft zelf.",
        huishouden_wat_lukt_niet="Stofzuigen, dweilen en het bed verschonen lukt niet door uw heup.",
        huishouden_wie_helpt="Uw dochter doet de boodschappen.",
    )  # fmt: skip
    veld(fatma, "bijdrage_verteld").check()
    veld(fatma, "pgb_verteld").check()
    doe(fatma, "Gesprek bewaren")

    ga(fatma, reverse("wijkteams:zrm", args=[zaak.pk]), basis)
    fatma.locator("#domein-10 summary").click()
    vul(fatma, reden_10="Valgevaar bij zwaar werk")
    kies(fatma, "niveau_10", "3")
    doe(fatma, "Zelfredzaamheid bewaren")

    ga(fatma, reverse("wijkteams:afweging", args=[zaak.pk]), basis)
    veld(fatma, "leefgebied").select_option(label="Huishouden")
    vul(fatma, omschrijving="Het huis schoonhouden", gewenst_resultaat="Een schoon huis")
    doe(fatma, "Hulpvraag toevoegen")
    from wijkteams.models import Hulpvraag

    hulpvraag = Hulpvraag.objects.get(onderzoek__zaak=zaak)
    adres = reverse("wijkteams:afweging", args=[zaak.pk])
    for trede, (lost_op, brieftekst) in TREDEN.items():
        ga(fatma, f"{adres}?open={hulpvraag.pk}.{trede}", basis)
        kies(fatma, "onderzocht", "Ja")
        vul(fatma, wat_is_er="Aan tafel besproken.", brieftekst=brieftekst)
        if trede in (3, 4):
            veld(fatma, "helper_akkoord").check()
        kies(fatma, "lost_op", lost_op.capitalize())
        if lost_op == "deels":
            vul(fatma, wat_blijft_over="Zwaar huishoudelijk werk")
        doe(fatma, "Trede bewaren")
    assert fatma.get_by_text("De afweging is compleet").is_visible()


def verslag_versturen(als, basis, m, zaak) -> None:
    fatma = als(m.consulent)
    ga(fatma, reverse("wijkteams:verslag", args=[zaak.pk]), basis)
    doe(fatma, "Verslag maken")
    vul(fatma, verzenddatum=nl(timezone.localdate() + datetime.timedelta(days=3)))
    doe(fatma, "Verslag versturen")


def verslag_komt_terug(als, basis, m, zaak) -> None:
    fatma = als(m.consulent)
    ga(fatma, reverse("wijkteams:verslag", args=[zaak.pk]), basis)
    vandaag = nl(timezone.localdate())
    vul(fatma, opmerkingen="Mijn dochter komt op zaterdag.", ondertekend_op=vandaag, ontvangen_op=vandaag)
    kies(fatma, "als_aanvraag", "Ja")
    doe(fatma, "Handtekening vastleggen")


def plan_maken(als, basis, m, zaak) -> None:
    fatma = als(m.consulent)
    ga(fatma, reverse("wijkteams:plan", args=[zaak.pk]), basis)
    doe(fatma, "Plan beginnen")
    veld(fatma, "leefgebied").select_option(label="Huishouden")
    vul(
        fatma, ik_wil="Ik wil in een schoon huis wonen zonder te vallen", score_nu="3", score_straks="4",
        uiterlijk_op=nl(timezone.localdate() + datetime.timedelta(days=180)),
    )  # fmt: skip
    doe(fatma, "Doel toevoegen")
    fatma.get_by_text("Actie toevoegen").first.click()
    kies(fatma, "soort", "Hulp van de gemeente")
    formulier = fatma.locator("form", has=fatma.get_by_role("button", name="Actie toevoegen"))
    vul(formulier, omschrijving="Hulp in het huishouden")
    doe(fatma, "Actie toevoegen")
    while fatma.get_by_text("nog niet akkoord").count():
        fatma.locator("details", has_text="Akkoord van").first.locator("summary").click()
        deel = fatma.locator("details[open]", has_text="Akkoord van").first
        vul(deel, akkoord_op=nl(timezone.localdate()))
        kies(deel, "wijze", "Op papier")
        doe(fatma, "Akkoord vastleggen")
    vul(fatma, evaluatie_op=nl(timezone.localdate() + datetime.timedelta(days=90)))
    doe(fatma, "Plan afspreken")


__all__ = ["Inwoner", "Inzage", "Taak"]
