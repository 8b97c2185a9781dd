"""From a telephone call to a letter on its way, as the people of six roles, in a real browser."""

import datetime
import hashlib
import io

import pypdf
import pytest
from django.urls import reverse
from django.utils import timezone

from beschikkingen.models import Besluit
from tests.beschikkingen.opstellingen import TEKSTEN, mandaat_van
from tests.beschikkingen.test_sjabloon import sjabloon_in
from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.klant import Klant
from tests.reizen.conftest import wacht_op
from tests.reizen.pagina import doe, ga, keur, kies, veld, vul
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.wijkteams.opstellingen import TREDEN, team_blerick
from toegang import opmaak
from toegang.models import Brief, Contactmoment, Inzage, Taak, Zaak
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus
from toegang.termijnen import bezwaartermijn
from wijkteams.models import Hulpvraag

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(600)]


def nl(dag: datetime.date) -> str:
    return f"{dag.day}-{dag.month}-{dag.year}"


class Mensen:
    """Six roles, one team; made once for the journey."""

    def __init__(self):
        self.team = team_blerick()
        self.kcc = MedewerkerFabriek(rollen=[Rol.KCC], first_name="Sanne", last_name="Maes")
        self.administratie = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")
        self.consulent = MedewerkerFabriek(
            rollen=[Rol.CONSULENT],
            team=self.team,
            first_name="Fatma",
            last_name="Bakker",
            telefoon="077-1234567",
        )
        self.teamlead = MedewerkerFabriek(
            rollen=[Rol.TEAMLEAD], team=self.team, team__rol=Rol.TEAMLEAD, first_name="Tom", last_name="Claes"
        )
        self.toetser = MedewerkerFabriek(rollen=[Rol.TOETSER], first_name="Rabia", last_name="Aydin")
        self.ondertekenaar = MedewerkerFabriek(
            rollen=[Rol.ONDERTEKENAAR], first_name="Karin", last_name="Peeters", functie="teammanager Toegang"
        )
        mandaat_van(self.ondertekenaar)
        self.product, self.aanbieder = huishoudelijke_hulp()
        sjabloon_in("goedgekeurd", regels=TEKSTEN["regels"])


def test_van_telefoon_tot_brief(als, live_server, werker):
    """
    1. kcc (Sanne Maes): legt het telefoontje vast, vindt de inwoner met een spelfout, zet door.
    2. administratie (Jan Vos): opent een Wmo-zaak op de dag van het telefoontje, verheldert, bevestigt de ontvangst.
    3. teamlead (Tom Claes): geeft de zaak aan Fatma Bakker.
    4. consulent (Fatma Bakker): huisbezoek, gesprek, ZRM, afweging, verslag.
    5. consulent: leefzorgplan en indicatie.
    6. administratie, toetser (Rabia Aydin), ondertekenaar (Karin Peeters): standaardbesluit, toets, handtekening.
    7. administratie: verzendt; het besluit werkt.
    8. iedereen die mag: het dossier laat zien wat er gebeurde en wie keek.
    """
    m = Mensen()
    inwoner = InwonerFabriek(
        voornamen="Anna", voorletters="A.", geslachtsnaam="Jansen", naamgebruik="N", heeft_partner=True,
        partner_geslachtsnaam="Peeters", geboren="19480403", bsn="999900006",
    )  # fmt: skip
    basis = live_server.url

    with als.op_dag(21):
        zaak = telefoontje_wordt_zaak(als, basis, m, inwoner)
    with als.op_dag(20):
        zaak_krijgt_regisseur(als, basis, m, zaak)
        huisbezoek_plannen(als, basis, m, zaak)
    with als.op_dag(10, 15):
        aan_tafel(als, basis, m, zaak)
        verslag_versturen(als, basis, m, zaak)
    with als.op_dag(7):
        brieven_op_de_post(als, basis, m, zaak, "verslag")
    with als.op_dag(4):
        verslag_komt_terug(als, basis, m, zaak)
        plan_maken(als, basis, m, zaak)
        hulp_voorstellen(als, basis, m, zaak)
    besluit = besluit_opstellen(als, basis, m, zaak)
    besluit_toetsen_en_tekenen(als, basis, m, besluit)
    besluit_verzenden(als, basis, m, besluit)
    de_brief_klopt(besluit)
    het_dossier_vertelt(als, basis, m, zaak, besluit)


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
    vul(
        desk,
        vraag_achter_de_vraag="Schoonmaken lukt niet meer na een val.",
        wie_helpt_nu="Dochter doet boodschappen.",
    )
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
    vul(
        fatma,
        behoeften="U wilt in uw eigen huis blijven wonen.",
        mantelzorger_behoeften="Uw dochter werkt 32 uur.",
    )
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
    hulpvraag = Hulpvraag.objects.get(onderzoek__zaak=zaak)
    adres = reverse("wijkteams:afweging", args=[zaak.pk])
    for trede, (lost_op, brieftekst) in TREDEN.items():
        ga(fatma, f"{adres}?open={hulpvraag.pk}.{trede}", basis)
        kies(fatma, "onderzocht", "Ja")
        vul(fatma, wat_is_er="Aan tafel besproken.", brieftekst=brieftekst)
        if trede in (3, 4):
            veld(fatma, "helper_akkoord").check()
            vul(fatma, helper_naam="dochter Marieke" if trede == 3 else "buurman")
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


def hulp_voorstellen(als, basis, m, zaak) -> None:
    fatma = als(m.consulent)
    ga(fatma, reverse("voorzieningen:indicatie", args=[zaak.pk]), basis)
    veld(fatma, "product").select_option(label=m.product.naam)
    veld(fatma, "actie").select_option(label="Hulp in het huishouden")
    vul(fatma, resultaat="Een schone woonkamer, keuken, slaapkamer, badkamer en wc", volume="105")
    veld(fatma, "eenheid").select_option(label="minuten")
    veld(fatma, "frequentie").select_option(label="per week")
    begin = timezone.localdate() + datetime.timedelta(days=4)  # today, when the decision is sent
    vul(fatma, ingangsdatum=nl(begin), einddatum=nl(begin + datetime.timedelta(days=700)))
    kies(fatma, "vorm", "Zorg in natura")
    veld(fatma, "aanbieder").select_option(label=m.aanbieder.naam)
    doe(fatma, "Hulp voorstellen")
    assert zaak.indicaties.get().status == "voorgesteld"


def besluit_opstellen(als, basis, m, zaak) -> Besluit:
    """A standard toekenning: what was said, weighed and agreed is all there, so the administratie needs two clicks."""
    desk = als(m.administratie)
    ga(desk, f"{reverse('toegang:werkvoorraad')}?groep=besluiten", basis)
    desk.locator("main").get_by_role("link", name="A. Jansen-Peeters").first.click()
    desk.wait_for_load_state()
    keur(desk)
    assert desk.get_by_text("105 minuten per week").first.is_visible()
    assert desk.get_by_text("door uw heup").count() == 0  # the lines of help, no content
    doe(desk, "Opstellen en naar de toetser", dan="ligt nu bij de toetsers")
    besluit = Besluit.objects.get(zaak=zaak)
    assert (besluit.status, besluit.opgesteld_door, besluit.voorbereider) == (
        "ter_toetsing", m.administratie.actor, m.consulent.actor,
    )  # fmt: skip
    assert (besluit.blijft_over, besluit.regels) == (TREDEN[7][1], TEKSTEN["regels"])
    return besluit


def besluit_toetsen_en_tekenen(als, basis, m, besluit) -> None:
    for wie, knop in ((m.toetser, "Goedkeuren"), (m.ondertekenaar, "Ondertekenen")):
        pagina = als(wie)
        ga(pagina, reverse("beschikkingen:rij"), basis)
        assert pagina.get_by_text("Jansen").count() == 0  # no name before it is claimed
        pagina.get_by_role("link", name=besluit.kenmerk).click()
        pagina.wait_for_load_state()
        doe(pagina, "Besluit oppakken")
        if knop == "Ondertekenen":
            ga(pagina, reverse("beschikkingen:ondertekenen", args=[besluit.pk]), basis)
            assert pagina.get_by_text("U tekent namens het college").is_visible()
        doe(pagina, knop)
    besluit.refresh_from_db()
    assert besluit.status == "ondertekend"
    assert besluit.zaak.indicaties.get().status == "voorgesteld"  # signed is nothing yet (Awb 3:40)


def besluit_verzenden(als, basis, m, besluit) -> None:
    desk = als(m.administratie)
    ga(desk, reverse("beschikkingen:verzenden", args=[besluit.pk]), basis)
    vul(desk, verzenddatum=nl(timezone.localdate()))
    doe(desk, "Brief laten maken")
    brieven_op_de_post(als, basis, m, besluit.zaak, "besluit")
    besluit.refresh_from_db()
    zaak = Zaak.objects.get(pk=besluit.zaak_id)
    assert (besluit.status, zaak.status) == ("verzonden", ZaakStatus.AFGESLOTEN)
    assert besluit.bezwaar_tot == bezwaartermijn(timezone.localdate())
    assert zaak.indicaties.get().status == "lopend"


def de_brief_klopt(besluit) -> None:
    """Text, tags and metadata of the PDF that went out."""
    document = Brief.objects.get(soort="besluit", bron_id=besluit.pk).document
    with document.bestand.open("rb") as bestand:
        inhoud = bestand.read()
    assert hashlib.sha256(inhoud).hexdigest() == document.sha256
    pdf = pypdf.PdfReader(io.BytesIO(inhoud))
    tekst = " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())
    for _, brieftekst in TREDEN.values():
        assert brieftekst in tekst
    assert "Geachte mevrouw Jansen-Peeters" in tekst
    assert "105 minuten per week (1 uur en 45 minuten)" in tekst
    assert f"tot en met {opmaak.datum_lang(besluit.bezwaar_tot)}" in tekst
    assert "Dochter is moe" not in tekst
    assert "999900006" not in tekst
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert str(pdf.trailer["/Root"]["/Lang"]).lower().startswith("nl")
    assert pdf.metadata.title
    assert "/StructTreeRoot" in pdf.trailer["/Root"]
    xmp = pdf.trailer["/Root"]["/Metadata"].get_data().decode()
    assert 'pdfuaid:part="1"' in xmp
    assert "pdfaid" in xmp


def het_dossier_vertelt(als, basis, m, zaak, besluit) -> None:
    """What happened, the term of bezwaar, who looked, who may look, what changed."""
    fatma = als(m.consulent)
    ga(fatma, reverse("toegang:zaak", args=[zaak.pk]), basis)
    tekst = fatma.locator("main").inner_text()
    assert opmaak.datum_kort(besluit.bezwaar_tot) in tekst or opmaak.datum(besluit.bezwaar_tot) in tekst
    ga(fatma, reverse("toegang:tijdlijn", args=[zaak.pk]), basis)
    tekst = fatma.locator("main").inner_text()
    for zin in ("Aanvraag ontvangen", "Brief verzonden", "Afgesloten"):
        assert zin in tekst
    ga(fatma, reverse("toegang:wie_keek", args=[zaak.pk]), basis)
    tekst = fatma.locator("main").inner_text()
    for naam in ("R. Aydin", "K. Peeters", "J. Vos"):
        assert naam in tekst
    ga(fatma, reverse("toegang:wie_mag", args=[zaak.pk]), basis)
    ga(fatma, reverse("toegang:historie", args=[zaak.pk]), basis)
    assert "F. Bakker" in fatma.locator("main").inner_text()

    buiten = MedewerkerFabriek(rollen=[Rol.CONSULENT], team=WijkteamFabriek())
    assert Klant().als(buiten).get(reverse("toegang:zaak", args=[zaak.pk])).status_code == 404
    assert Inzage.objects.filter(zaak=zaak.pk, wie=buiten.naam, uitkomst="onzichtbaar").exists()
    blijft = Taak.objects.open().filter(zaak=zaak)  # the plan is looked at again, also after the zaak
    assert [taak.sleutel.partition(":")[0] for taak in blijft] == ["plan_evalueren"]
