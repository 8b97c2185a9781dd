"""Where letters count: on paper until the inwoner chose otherwise; then a notice without content makes it sent."""

import datetime

import pytest
import time_machine
from django.db import transaction

from beschikkingen.models import Besluit
from portaal.usecases.brieven_bezorgen import brieven_bezorgen
from portaal.usecases.postvak_verwerken import postvak_verwerken
from tests.beschikkingen.opstellingen import administratie, besluit_in
from tests.fabrieken import InwonerFabriek
from tests.portaal.test_voor_een_ander import vertegenwoordiger
from tests.wijkteams.opstellingen import om, zaak_met_verslag
from toegang import e_mail
from toegang.models import (
    Actor,
    Bericht,
    Brief,
    Contactmoment,
    Document,
    Inwoner,
    Opschorting,
    Verzending,
    Verzendregel,
    Zaak,
)
from toegang.statussen import BerichtStatus, BriefStatus
from toegang.usecases.bericht_aangekomen import bericht_aangekomen
from toegang.usecases.bericht_versturen import berichten_versturen
from toegang.usecases.bezorging_kiezen import bezorging_kiezen
from toegang.usecases.brief_verzenden import brief_verzenden

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
ADRES = "anna@voorbeeld.nl"


@pytest.fixture
def post(settings, monkeypatch, zonder_pdf):
    """What the mail server got."""
    settings.E_MAIL = {"aan": True, "van": "Gemeente Venlo <toegang@venlo.nl>"}
    gekregen: list[dict] = []
    monkeypatch.setattr("toegang.e_mail.versturen", lambda **wat: gekregen.append(wat))
    with time_machine.travel(NU, tick=False):
        yield gekregen


def kiest(inwoner, wijze="mijn_hulp") -> Inwoner:
    door = Actor.objects.systeem()
    return bezorging_kiezen(inwoner_id=inwoner.pk, door=door, vandaag=VANDAAG, wijze=wijze, e_mail=ADRES)


def test_de_keuze_staat_vast_met_wie_en_wanneer(burger, post):
    inwoner = zaak_met_verslag(getekend=False, verzonden=False).dossier.inwoner
    burger.als(inwoner)
    assert "Op papier." in burger.get("/gegevens/").content.decode()

    burger.post("/gegevens/brieven/", {"wijze": "mijn_hulp", "e_mail": ADRES})
    postvak_verwerken(nu=NU)

    inwoner.refresh_from_db()
    assert (inwoner.bezorging, inwoner.bezorging_gekozen_op, inwoner.bereik) == (
        "mijn_hulp",
        VANDAAG,
        "e_mail",
    )
    assert inwoner.history.latest().history_user.inwoner == inwoner
    assert "In Mijn hulp. U krijgt een e-mail" in burger.get("/gegevens/").content.decode()

    zonder = burger.post("/gegevens/brieven/", {"wijze": "mijn_hulp", "e_mail": ""}).content.decode()
    assert "Vul een e-mailadres in" in zonder
    burger.post("/gegevens/brieven/", {"wijze": "papier"})
    postvak_verwerken(nu=NU)
    inwoner.refresh_from_db()
    assert (inwoner.bezorging, inwoner.bereik) == ("", "brief")


def test_met_veilig_contact_verandert_er_niets_en_belt_een_collega(burger, post):
    """Who reads along on his tablet cannot turn the post to an address of his own."""
    inwoner = InwonerFabriek(veilig_contact="partner leest mee", e_mail="eigen@voorbeeld.nl")

    antwoord = burger.als(inwoner).post(
        "/gegevens/brieven/", {"wijze": "mijn_hulp", "e_mail": "partner@voorbeeld.nl"}
    )
    postvak_verwerken(nu=NU)

    inwoner.refresh_from_db()
    assert (inwoner.bezorging, inwoner.e_mail) == ("", "eigen@voorbeeld.nl")
    assert "Hoe ik brieven wil krijgen" in Contactmoment.objects.get().vraag
    pagina = burger.get(antwoord["Location"]).content.decode()
    assert "Wij bespreken dit eerst met u." in pagina
    assert "veilig" not in pagina.lower()


def test_wie_een_bericht_krijgt_en_wie_papier(post):
    """One letter that lies ready; everything that keeps it paper, one by one."""
    zaak = zaak_met_verslag(verzonden=False, getekend=False)
    brief = zaak.brieven.get(soort="verslag")
    systeem = Actor.objects.systeem()
    brief.verzenddatum = VANDAAG
    brief.status, brief.document = BriefStatus.GEMAAKT, _document(zaak)
    brief.bewaren(door=systeem, reden="test")

    def inwoner(**velden):
        wie = Inwoner.objects.get(pk=zaak.dossier.inwoner_id)
        for naam, waarde in velden.items():
            setattr(wie, naam, waarde)
        wie.bewaren(door=systeem, reden="test")

    def zaak_is(**velden):
        rij = Zaak.objects.get(pk=zaak.pk)
        for naam, waarde in velden.items():
            setattr(rij, naam, waarde)
        rij.bewaren(door=systeem, reden="test")

    def signaal():
        contact = Contactmoment.objects.filter(zaak=zaak).first()
        contact.inwoner_weet_ervan = False
        contact.bewaren(door=systeem, reden="test")
        _verslag_nog_niet_verstuurd(zaak, systeem)

    def onthouden():
        document = Document.objects.get(pk=brief.document_id)
        document.onthouden_grond = "veiligheid"
        document.bewaren(door=systeem, reden="test")

    def in_een_verzending():
        verzending = Verzending(verzenddatum=VANDAAG, samengesteld_om=NU, samengesteld_door=systeem).bewaren(
            door=systeem, reden="test"
        )
        Verzendregel(verzending=verzending, zaak=zaak, soort=brief.soort, bron_id=brief.bron_id).bewaren(
            door=systeem, reden="test"
        )

    gevallen = {
        "koos": (lambda: None, 1),
        "koos niets": (lambda: inwoner(bezorging=""), 0),
        "papier gekozen": (lambda: kiest(zaak.dossier.inwoner, ""), 0),
        "niets sturen": (lambda: inwoner(veilig_contact_post="niets_sturen"), 0),
        "ander adres": (lambda: inwoner(veilig_contact_post="ander_adres", veilig_adres=["p/a", "5911 HD  VENLO"]), 0),
        "een wens": (lambda: inwoner(veilig_contact="partner leest mee"), 0),
        "overleden": (lambda: inwoner(overleden_op="20261203"), 0),
        "onder curatele": (lambda: inwoner(onder_curatele=True), 0),
        "een mentor": (lambda: vertegenwoordiger(zaak.dossier.inwoner, InwonerFabriek()), 0),
        "een kind": (lambda: inwoner(geboren="20150403"), 0),
        "veiligheid": (lambda: zaak_is(onderwerp="veiligheid"), 0),
        "afgeschermd": (lambda: zaak_is(afgeschermd=True), 0),
        "van een ander gehoord": (signaal, 0),
        "onthouden": (onthouden, 0),
        "de bron wacht in een verzending": (in_een_verzending, 0),
    }  # fmt: skip
    fout = {}
    for naam, (anders, verwacht) in gevallen.items():
        punt = transaction.savepoint()
        kiest(zaak.dossier.inwoner)
        anders()
        gevraagd = brieven_bezorgen(nu=NU)
        if (gevraagd, Bericht.objects.count()) != (verwacht, verwacht):
            fout[naam] = (gevraagd, Bericht.objects.count())
        transaction.savepoint_rollback(punt)
    assert fout == {}


def _document(zaak):
    return Document(
        zaak=zaak, soort="verslag", titel="Verslag", bestand="x", grootte=1, sha256="0" * 64, gemaakt_om=NU
    ).bewaren(door=Actor.objects.systeem(), reden="test")


def _verslag_nog_niet_verstuurd(zaak, door):
    from wijkteams.models import Verslag

    verslag = Verslag.objects.get(onderzoek__zaak=zaak)
    verslag.status, verslag.verstuurd_op = "concept", None
    verslag.bewaren(door=door, reden="test")


def test_een_besluit_werkt_zodra_de_e_mail_weg_is(burger, post):
    besluit = besluit_in("brief")
    inwoner = kiest(besluit.zaak.dossier.inwoner)
    burger.als(inwoner)
    assert "Ik ben het er niet mee eens" not in burger.get("/brieven/").content.decode()

    assert brieven_bezorgen(nu=NU) == 1
    assert brieven_bezorgen(nu=NU) == 0
    assert Brief.objects.get(soort="besluit").status == BriefStatus.GEMAAKT
    assert berichten_versturen(nu=NU) == 1
    assert (brieven_bezorgen(nu=NU), berichten_versturen(nu=NU)) == (0, 0)

    besluit = Besluit.objects.get(pk=besluit.pk)
    brief = Brief.objects.get(soort="besluit")
    assert (brief.status, brief.verzonden_op, brief.verzonden_door.soort) == ("verzonden", VANDAAG, "systeem")
    assert (besluit.status, besluit.verzonden_op, besluit.bezwaar_tot) == (
        "verzonden", VANDAAG, datetime.date(2027, 1, 14),
    )  # fmt: skip
    [mail] = post
    assert (mail["aan"], mail["onderwerp"]) == (ADRES, "Er staat een brief voor u klaar – gemeente Venlo")
    for woord in (
        "besluit",
        "huishoud",
        "hulp bij",
        "http",
        "www",
        inwoner.geslachtsnaam,
        besluit.zaak.kenmerk,
    ):
        assert woord.lower() not in (mail["onderwerp"] + mail["tekst"]).lower(), woord
    assert "Ik ben het er niet mee eens" in burger.get("/brieven/").content.decode()


def test_wat_niet_per_e_mail_kan_blijft_een_brief_voor_de_post(post, monkeypatch):
    """Refused, or safe contact was agreed meanwhile: nothing is sent, nothing counts, the paper still lies there."""
    besluit = besluit_in("brief")
    inwoner = kiest(besluit.zaak.dossier.inwoner)
    brieven_bezorgen(nu=NU)
    punt = transaction.savepoint()

    def weigert(**wat):
        raise e_mail.Geweigerd

    monkeypatch.setattr("toegang.e_mail.versturen", weigert)
    assert (berichten_versturen(nu=NU), brieven_bezorgen(nu=NU)) == (0, 0)
    assert Bericht.objects.get().status == BerichtStatus.VERVALLEN
    assert Brief.objects.get(soort="besluit").status == BriefStatus.GEMAAKT
    transaction.savepoint_rollback(punt)

    punt = transaction.savepoint()
    monkeypatch.setattr("toegang.e_mail.versturen", lambda **wat: post.append(wat))
    brief = Brief.objects.get(soort="besluit")  # meanwhile on paper: the notice says nothing new
    brief_verzenden(brief_id=brief.pk, door=administratie().actor, vandaag=VANDAAG, verzonden_op=VANDAAG)
    assert (berichten_versturen(nu=NU), post) == (0, [])
    assert Bericht.objects.get().fout == "Het ging intussen langs een andere weg."
    transaction.savepoint_rollback(punt)

    inwoner.veilig_contact = "niet mailen, partner leest mee"
    inwoner.bewaren(door=Actor.objects.systeem(), reden="test")
    assert (berichten_versturen(nu=NU), brieven_bezorgen(nu=NU), post) == (0, 0, [])
    assert Brief.objects.get(soort="besluit").status == BriefStatus.GEMAAKT


def test_een_brief_van_gisteren_krijgt_eerst_de_dag_van_vandaag(post):
    besluit = besluit_in("brief")
    kiest(besluit.zaak.dossier.inwoner)
    morgen = NU + datetime.timedelta(days=1)
    with time_machine.travel(morgen, tick=False):
        assert brieven_bezorgen(nu=morgen) == 0

        brief = Brief.objects.get(soort="besluit")
        assert (brief.status, brief.verzenddatum) == (BriefStatus.GEVRAAGD, morgen.date())
        assert not Opschorting.objects.exists()


def test_wie_in_de_zaak_schrijft_zegt_dat_de_e_mail_aankwam_en_de_brief_telt(post, monkeypatch):
    """He may decide about the e-mail; that a letter goes by post is said by the administratie, and this is none."""
    besluit = besluit_in("brief")
    kiest(besluit.zaak.dossier.inwoner)
    brieven_bezorgen(nu=NU)
    bericht = Bericht.objects.get()

    def valt_stil(**wat):
        raise TimeoutError

    monkeypatch.setattr("toegang.e_mail.versturen", valt_stil)
    berichten_versturen(nu=NU)

    later = NU + datetime.timedelta(hours=30)
    bericht_aangekomen(bericht_id=bericht.pk, door=besluit.zaak.regisseur.actor, nu=later)

    brief = Brief.objects.get(soort="besluit")
    assert (brief.status, brief.verzonden_op) == (BriefStatus.VERZONDEN, VANDAAG)
