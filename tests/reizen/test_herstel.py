"""What went wrong at the front door is put right: a double person, a contact of another, a zaak that should not be."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.reizen.pagina import doe, ga, keur, kies, vul
from tests.reizen.test_contact import beeld, gelezen, redenen
from tests.toegang import voordeur
from tests.toegang.test_terugbellen import bel
from toegang.models import Contactmoment, Inzage, Samenvoeging, Taak, Terugbelbrief, Zaak
from toegang.rechten import Rol
from toegang.usecases.terugbelbrief import terugbelbrieven_maken
from toegang.usecases.zaak_openen import zaak_openen

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.reis, pytest.mark.timeout(300)]


@pytest.fixture
def jan():
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Jan", last_name="Vos")


def volg(pagina, naam: str) -> None:
    """Follow a link, and judge the page."""
    pagina.locator("main").get_by_role("link", name=naam).first.click()
    pagina.wait_for_load_state()
    keur(pagina)


def test_dubbele_persoon_samengevoegd_en_weer_uit_elkaar(als, live_server, jan):
    """
    1. administratie (Jan Vos): zoekt bij een persoon de dubbele, vergelijkt, voegt samen.
    2. een collega die aan de dubbele werkte krijgt een taak, leest wat er gebeurde en zegt dat het klopt of niet.
    3. Jan haalt ze weer uit elkaar; alles staat weer waar het stond. Historie en leeslog vertellen het.
    """
    vandaag = timezone.localdate()
    truus = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE], first_name="Truus", last_name="Mol")
    blijft = InwonerFabriek(voorletters="A.", geslachtsnaam="Janssen", telefoon="")
    dubbel = InwonerFabriek(voorletters="A.", geslachtsnaam="Jansen", telefoon="0612345678")
    contact = voordeur.contact(inwoner=dubbel, door=truus.actor, vandaag=vandaag)

    pagina = als(jan)
    ga(pagina, reverse("toegang:inwoner", args=[blijft.pk]), live_server.url)
    volg(pagina, "Zoek de dubbele persoon")
    beeld(pagina, "dubbel-zoeken")
    volg(pagina, "A. Jansen")
    beeld(pagina, "samenvoegen")
    vul(pagina, reden="Zelfde geboortedatum en adres")
    doe(pagina, "Samenvoegen", dan="De twee zijn samengevoegd")
    beeld(pagina, "inwoner-samengevoegd")
    contact.refresh_from_db()
    assert contact.inwoner == blijft
    pagina.close()

    pagina = als(truus)
    volg(pagina, "Twee personen zijn samengevoegd")
    beeld(pagina, "samenvoeging-nakijken")
    doe(pagina, "Ik heb het nagekeken", dan="De taak is klaar")
    pagina.close()

    pagina = als(jan)
    ga(pagina, reverse("toegang:inwoner", args=[blijft.pk]), live_server.url)
    volg(pagina, "Dit klopte niet: uit elkaar halen")
    beeld(pagina, "samenvoeging-herstellen")
    vul(pagina, reden="Vader en zoon met dezelfde naam")
    doe(pagina, "Uit elkaar halen", dan="De twee personen staan weer apart")

    contact.refresh_from_db()
    samenvoeging = Samenvoeging.objects.get()
    assert contact.inwoner == dubbel
    assert (samenvoeging.door, samenvoeging.hersteld_door) == (jan.actor, jan.actor)
    assert [h.inwoner_id for h in contact.history.order_by("history_id")] == [dubbel.pk, blijft.pk, dubbel.pk]
    assert {i for i, _ in gelezen(jan)} >= {
        "inwoner",
        "inwoner_dubbel",
        "inwoner_samenvoegen",
        "samenvoeging_herstellen",
    }
    assert set(
        Inzage.objects.filter(wie=truus.naam, scherm="samenvoeging").values_list("uitkomst", flat=True)
    ) == {"gelukt"}


def test_een_contact_van_een_ander_en_de_zaak_die_er_niet_had_moeten_zijn(als, live_server, jan):
    """
    1. administratie (Jan Vos): ziet dat een contact bij een naamgenoot hoort en herstelt de koppeling, met een reden.
    2. de zaak die eruit was geopend vraagt of zij terecht is; Jan sluit haar als ten onrechte geopend.
    3. historie en leeslog vertellen beide; niets wacht meer op verzending.
    """
    vandaag = timezone.localdate()
    fout = InwonerFabriek(voorletters="P.", geslachtsnaam="Smeets", geboren="19550102")
    goed = InwonerFabriek(voorletters="P.", geslachtsnaam="Smeets", geboren="19780304")
    contact = voordeur.contact(inwoner=fout, door=voordeur.kcc().actor, vandaag=vandaag)
    zaak = zaak_openen(
        contact_id=contact.pk, door=jan.actor, vandaag=vandaag, wet="wmo", onderwerp="huishouden"
    )

    pagina = als(jan)
    ga(pagina, reverse("toegang:contact", args=[contact.pk]), live_server.url)
    pagina.get_by_text("Dit contact hoort bij een andere inwoner of zaak").click()
    beeld(pagina, "koppeling-herstellen")
    vul(pagina, zoek_naam="Smeets", zoek_geboren="4-3-1978")
    pagina.locator("details[open]").get_by_role("button", name="Zoeken").click()
    pagina.wait_for_load_state()
    keur(pagina)
    beeld(pagina, "koppeling-gevonden")
    kies(pagina, "naar", "P. Smeets, 1978")
    vul(pagina, reden="Andere P. Smeets: geboren in 1978")
    doe(pagina, "Koppeling herstellen", dan="Koppeling hersteld: dit contact hoort nu bij P. Smeets")
    beeld(pagina, "koppeling-hersteld")

    ga(pagina, reverse("toegang:mijn_werk"), live_server.url)
    volg(pagina, "Het contact hoort niet meer bij deze zaak")
    beeld(pagina, "ten-onrechte")
    vul(pagina, reden="De vraag was van een andere P. Smeets.")
    doe(pagina, "Zaak sluiten als ten onrechte geopend", dan="Zaak gesloten")
    beeld(pagina, "ten-onrechte-klaar")

    contact.refresh_from_db()
    zaak = Zaak.objects.get()
    assert (contact.inwoner, contact.zaak) == (goed, None)
    assert (zaak.afsluitreden, zaak.dossier.inwoner) == ("ten_onrechte", fout)
    assert redenen(contact)[-1] == "koppeling hersteld: Andere P. Smeets: geboren in 1978"
    assert zaak.history.first().history_change_reason.startswith("ten onrechte geopend")
    assert not Taak.objects.open().filter(zaak=zaak).exists()
    log = Inzage.objects.filter(wie=jan.naam)
    assert log.filter(scherm="zaak_ten_onrechte", zaak=zaak.pk).exists()
    assert log.filter(scherm="contact", inwoner=goed.pk).exists()


def test_drie_keer_niet_bereikt_dan_een_brief(als, live_server, jan):
    """
    1. administratie (Jan Vos): na drie keer bellen maakt de brief, leest hem, doet hem op de post.
    2. het contact is klaar; de brief zegt niet waarover het ging.
    """
    vandaag = timezone.localdate()
    contact = voordeur.contact(
        vandaag=vandaag, inwoner=InwonerFabriek(voorletters="P.", geslachtsnaam="Smeets")
    )
    for _ in range(3):
        bel(contact, door=jan.actor, op=vandaag, opnieuw_op=vandaag)

    pagina = als(jan)
    ga(pagina, reverse("toegang:contact", args=[contact.pk]), live_server.url)
    beeld(pagina, "drie-keer-gemist")
    doe(pagina, "Brief maken", dan="Wij maken de brief")
    assert terugbelbrieven_maken(nu=timezone.now()) == 1
    pagina.reload()
    beeld(pagina, "terugbelbrief-gemaakt")
    brief = Terugbelbrief.objects.get()
    antwoord = pagina.request.get(f"{live_server.url}{reverse('toegang:document', args=[brief.document_id])}")
    assert antwoord.headers["content-type"] == "application/pdf"
    doe(pagina, "Post is weg", dan="Brief verstuurd")

    contact = Contactmoment.objects.get()
    brief.refresh_from_db()
    assert (contact.route, brief.verzonden_op) == ("niet_bereikt", vandaag)
    assert redenen(contact)[-1] == "contact afgehandeld"
    assert ("document", "downloaden") in gelezen(jan)
    assert not Taak.objects.open().filter(contactmoment=contact).exists()
