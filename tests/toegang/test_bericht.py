"""The receipt by e-mail: which way, never twice, what is not known is for a person."""

import datetime
import email
import email.policy
import os
import signal
import threading

import pytest
from django.core import mail
from django.db import connection

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.mailserver import mailserver
from tests.toegang.voordeur import VANDAAG
from toegang.brieven.geadresseerde import e_mailadres
from toegang.models import Actor, Bericht, Brief, Taak, Vertegenwoordiger
from toegang.models.bericht import BEZIG
from toegang.models.document import HOOGSTENS_POGINGEN
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.bericht_aangekomen import bericht_aangekomen
from toegang.usecases.bericht_opnieuw_versturen import bericht_opnieuw_versturen
from toegang.usecases.bericht_versturen import bericht_versturen, berichten_versturen
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.ontvangsten_bevestigen import ontvangsten_bevestigen
from toegang.werkvoorraad import GROEPEN

pytestmark = pytest.mark.django_db
ADRES = "anna@voorbeeld.nl"
MAILT = {"bereik": "e_mail", "e_mail": ADRES}
NU = datetime.datetime(2026, 12, 3, 16, 30, tzinfo=datetime.UTC)
MINUUT = datetime.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _aan(settings, time_machine):
    settings.E_MAIL = {"aan": True, "van": "Gemeente Venlo <toegang@venlo.nl>"}
    time_machine.move_to(NU, tick=False)


@pytest.fixture
def smtp(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with mailserver() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        settings.EMAIL_TIMEOUT = 5
        yield server


def mailzaak(toestand="vraagverheldering"):
    """Of somebody who called and asked for e-mail."""
    return voordeur.zaak(toestand, inwoner=InwonerFabriek(), **MAILT)


def gevraagd() -> Bericht:
    zaak = mailzaak()
    return ontvangst_bevestigen(zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG)


def status(bericht) -> str:
    bericht.refresh_from_db()
    return bericht.status


@pytest.mark.parametrize(
    ("inwoner", "adres"),
    [
        (MAILT, ADRES),
        ({"bereik": "bellen", "e_mail": ADRES}, ""),
        ({"bereik": "brief", "e_mail": ADRES}, ""),
        ({"bereik": "", "e_mail": ADRES}, ""),
        ({"bereik": "e_mail", "e_mail": ""}, ""),
        (MAILT | {"veilig_contact_post": "niets_sturen"}, ""),
        (MAILT | {"veilig_contact_post": "ander_adres"}, ""),
        (MAILT | {"veilig_contact_post": "ander_adres", "veilig_adres": ["p/a", "5911 HD  VENLO"]}, ""),
        (MAILT | {"veilig_contact": "partner leest mee"}, ""),
        (MAILT | {"overleden_op": "20261203"}, ""),
        (MAILT | {"onder_curatele": True}, ""),
        (MAILT | {"geboren": "20150403"}, ""),
        (MAILT | {"straat": "", "postcode": ""}, ADRES),
    ],
)
def test_welke_weg(inwoner, adres):
    assert e_mailadres(InwonerFabriek(**inwoner), VANDAAG) == adres


def test_zonder_mailserver_is_het_een_brief(settings):
    settings.E_MAIL = {"aan": False, "van": ""}

    assert isinstance(gevraagd(), Brief)


@pytest.mark.parametrize("soort", ["curator", "mentor"])
def test_wie_een_curator_of_mentor_heeft_krijgt_een_brief(soort):
    inwoner = InwonerFabriek(**MAILT)
    Vertegenwoordiger(
        inwoner=inwoner, soort=soort, naam="P. Smeets", adres="Markt 1, 5911 HD Venlo", vanaf_op=VANDAAG
    ).bewaren(door=Actor.objects.systeem(), reden="test")

    assert e_mailadres(inwoner, VANDAAG) == ""


def test_de_taak_bevestigt_per_e_mail_en_doet_wat_de_brief_doet(smtp):
    zaak = mailzaak("nieuw")

    assert ontvangsten_bevestigen(vandaag=VANDAAG) == 1
    assert ontvangsten_bevestigen(vandaag=VANDAAG) == 0
    assert berichten_versturen(nu=NU) == 1
    assert berichten_versturen(nu=NU + 60 * MINUUT) == 0

    bericht = Bericht.objects.get()
    zaak.refresh_from_db()
    assert (bericht.status, bericht.verzonden_om, Brief.objects.exists()) == ("verzonden", NU, False)
    assert (zaak.clientondersteuning_verteld_op, zaak.clientondersteuning_hoe) == (VANDAAG, "e_mail")
    assert (zaak.persoonlijk_plan_verteld_op, zaak.persoonlijk_plan_hoe) == (VANDAAG, "e_mail")
    assert zaak.gebeurtenissen.get(soort="bericht_verzonden").zin == "E-mail verzonden: ontvangstbevestiging."
    assert len(smtp.ontvangen) == 1


def test_de_e_mail_zegt_wat_de_wet_vraagt_en_niet_waarom(smtp):
    bericht = gevraagd()
    berichten_versturen(nu=NU)

    (ruw,) = smtp.ontvangen
    post = email.message_from_bytes(ruw, policy=email.policy.default)
    tekst = post.get_content().replace("\n", " ").replace("\xa0", " ")
    assert (post["To"], post["Subject"]) == (ADRES, "Wij kregen uw melding – gemeente Venlo")
    assert post["Message-ID"] == f"<{bericht.pk.hex}@venlo.nl>"
    assert post.get_content_type() == "text/plain"
    for stuk in ("Geachte mevrouw Jansen", "3 december 2026", "zes weken", "donderdag 14 januari 2027", "persoonlijk plan",
                 "zeven dagen", "donderdag 10 december 2026", "cliëntondersteuner", "gratis", "aanvraag", "14 077"):  # fmt: skip
        assert stuk in tekst
    for woord in ("huishoud", "Wmo", "val", "schoon", "http", "www", "venlo.nl", "{"):
        assert woord not in tekst
    zinnen = [z for z in tekst.replace("?", ".").replace(":", ".").split(".") if z.strip()]
    assert max(len(zin.split()) for zin in zinnen) <= 20


def test_een_keer_gevraagd_is_een_bericht():
    een = gevraagd()
    twee = ontvangst_bevestigen(zaak_id=een.zaak_id, door=voordeur.administratie().actor, vandaag=VANDAAG)

    assert een.pk == twee.pk
    assert Bericht.objects.count() == 1


def test_waar_al_een_brief_is_komt_geen_e_mail_bij(settings):
    settings.E_MAIL = {"aan": False, "van": ""}
    brief = gevraagd()
    settings.E_MAIL = {"aan": True, "van": "toegang@venlo.nl"}

    weer = ontvangst_bevestigen(zaak_id=brief.zaak_id, door=voordeur.administratie().actor, vandaag=VANDAAG)

    assert weer.pk == brief.pk
    assert not Bericht.objects.exists()


def test_per_e_mail_bevestigd_staat_niet_meer_in_de_werkvoorraad():
    zaak = mailzaak()
    groep = next(g for g in GROEPEN if g.naam == "bevestigen")
    lezer = voordeur.administratie().actor
    voor = list(groep.lijst(lezer, VANDAAG))

    ontvangst_bevestigen(zaak_id=zaak.pk, door=lezer, vandaag=VANDAAG)

    assert (voor, list(groep.lijst(lezer, VANDAAG))) == ([zaak], [])


def test_een_geweigerd_adres_wordt_dezelfde_dag_een_brief(smtp):
    bericht = gevraagd()
    smtp.rcpt = "550 onbekend"

    assert not bericht_versturen(bericht_id=bericht.pk, nu=NU)

    assert status(bericht) == "vervallen"
    assert ADRES not in bericht.fout
    assert Brief.objects.get().verzenddatum == VANDAAG
    assert smtp.ontvangen == []


@pytest.mark.parametrize(("veld", "antwoord"), [("rcpt", "450 straks"), ("data", "451 straks")])
def test_straks_is_nog_eens(smtp, veld, antwoord):
    bericht = gevraagd()
    setattr(smtp, veld, antwoord)

    berichten_versturen(nu=NU)
    eerste = status(bericht)
    smtp.rcpt, smtp.data = "250 goed", "250 goed"
    te_vroeg = berichten_versturen(nu=NU + MINUUT)

    assert (eerste, te_vroeg) == ("gevraagd", 0)
    assert berichten_versturen(nu=NU + 3 * MINUUT) == 1
    assert len(smtp.ontvangen) == 1


def test_een_server_die_weg_is_wordt_later_geprobeerd_en_dan_een_brief(settings, smtp):
    bericht = gevraagd()
    smtp.shutdown()
    smtp.server_close()

    nu = NU
    for poging in range(1, HOOGSTENS_POGINGEN + 1):
        berichten_versturen(nu=nu)
        assert (status(bericht), bericht.pogingen) == ("gevraagd", poging)
        nu += 60 * MINUUT
    berichten_versturen(nu=nu)

    assert status(bericht) == "vervallen"
    assert Brief.objects.count() == 1


def test_zonder_antwoord_na_de_tekst_beslist_een_mens(smtp):
    bericht = gevraagd()
    smtp.ophangen = True

    for later in (0, 5, 30, 300):
        berichten_versturen(nu=NU + later * MINUUT)

    assert status(bericht) == "onzeker"
    assert len(smtp.ontvangen) == 1
    taak = Taak.objects.open().get(sleutel=f"bericht_onzeker:{bericht.zaak_id}")
    assert (taak.rol, taak.adres) == (Rol.ADMINISTRATIE, "toegang:documenten")
    assert not Brief.objects.exists()


def test_wat_niet_meer_veilig_is_gaat_niet_per_e_mail():
    bericht = gevraagd()
    inwoner = bericht.zaak.dossier.inwoner
    inwoner.veilig_contact_post = "niets_sturen"
    inwoner.bewaren(door=Actor.objects.systeem(), reden="test")

    berichten_versturen(nu=NU)

    assert status(bericht) == "vervallen"
    assert mail.outbox == []
    assert Brief.objects.get().is_mislukt  # held until someone talked with the inwoner


def test_wie_overleed_krijgt_niets_en_een_mens_kijkt():
    bericht = gevraagd()
    inwoner = bericht.zaak.dossier.inwoner
    inwoner.overleden_op = "20261203"
    inwoner.bewaren(door=Actor.objects.systeem(), reden="test")

    berichten_versturen(nu=NU)

    assert (status(bericht), mail.outbox, Brief.objects.exists()) == ("vervallen", [], False)
    assert Taak.objects.open().filter(sleutel=f"ontvangst_bevestigen:{bericht.zaak_id}").exists()


@pytest.mark.django_db(transaction=True)
def test_een_gedode_worker_verstuurt_nooit_dubbel(smtp):
    bericht = gevraagd()
    smtp.wacht.clear()  # the text is in, the answer is not
    kind = os.fork()
    if kind == 0:
        connection.connection = None  # its own, and never the parent's
        berichten_versturen(nu=NU)
        os._exit(0)
    assert smtp.kwam_aan.wait(20)
    os.kill(kind, signal.SIGKILL)
    os.waitpid(kind, 0)
    smtp.wacht.set()

    berichten_versturen(nu=NU + 60 * MINUUT)

    assert status(bericht) == "onzeker"
    assert len(smtp.ontvangen) == 1
    assert Taak.objects.open().filter(sleutel=f"bericht_onzeker:{bericht.zaak_id}").count() == 1


@pytest.mark.django_db(transaction=True)
def test_twee_workers_versturen_elk_bericht_een_keer(smtp):
    berichten = [gevraagd() for _ in range(6)]

    def werken():
        try:
            berichten_versturen(nu=NU)
        finally:
            connection.close()

    draden = [threading.Thread(target=werken) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()

    assert [status(b) for b in berichten] == ["verzonden"] * 6
    kenmerken = [email.message_from_bytes(ruw)["Message-ID"] for ruw in smtp.ontvangen]
    assert sorted(kenmerken) == sorted(f"<{b.pk.hex}@venlo.nl>" for b in berichten)


@pytest.fixture
def onzeker(smtp):
    bericht = gevraagd()
    smtp.ophangen = True
    berichten_versturen(nu=NU)
    smtp.ophangen = False
    berichten_versturen(nu=NU + 2 * BEZIG)
    bericht.refresh_from_db()
    return bericht


def test_aangekomen_telt_vanaf_het_aanbieden(onzeker):
    bericht_aangekomen(bericht_id=onzeker.pk, door=voordeur.administratie().actor, nu=NU + 30 * 60 * MINUUT)

    assert (status(onzeker), onzeker.verzonden_om) == ("verzonden", NU)
    assert onzeker.zaak.clientondersteuning_hoe == "e_mail"
    assert not Taak.objects.open().filter(sleutel__startswith="bericht_onzeker:").exists()


def test_opnieuw_versturen_is_hetzelfde_bericht(onzeker, smtp):
    later = NU + 3 * BEZIG
    bericht_opnieuw_versturen(bericht_id=onzeker.pk, door=voordeur.administratie().actor, nu=later)

    assert berichten_versturen(nu=later) == 1

    assert (status(onzeker), onzeker.verzonden_om) == ("verzonden", later)
    assert len({email.message_from_bytes(ruw)["Message-ID"] for ruw in smtp.ontvangen}) == 1


def test_zolang_een_worker_bezig_kan_zijn_beslist_niemand(onzeker):
    door = voordeur.administratie().actor
    for act in (bericht_aangekomen, bericht_opnieuw_versturen):
        with pytest.raises(OngeldigeOvergang, match="Ververs de pagina"):
            act(bericht_id=onzeker.pk, door=door, nu=NU + BEZIG - MINUUT)

    assert status(onzeker) == "onzeker"


@pytest.mark.parametrize(
    ("rol", "act", "http", "na"),
    [
        (Rol.ADMINISTRATIE, "aangekomen", 302, "verzonden"),
        (Rol.ADMINISTRATIE, "opnieuw", 302, "gevraagd"),
        (Rol.KCC, "aangekomen", 404, "onzeker"),
        (Rol.CONSULENT, "aangekomen", 404, "onzeker"),
        (Rol.CONSULENT, "opnieuw", 404, "onzeker"),
        (Rol.FUNCTIONARIS_GEGEVENSBESCHERMING, "opnieuw", 404, "onzeker"),
    ],
)
def test_wie_over_een_onzekere_e_mail_beslist(client, onzeker, time_machine, rol, act, http, na):
    time_machine.move_to(NU + 2 * BEZIG, tick=False)

    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(f"/toegang/bericht/{onzeker.pk}/{act}/")

    assert (antwoord.status_code, status(onzeker)) == (http, na)


def test_het_scherm_noemt_de_e_mail_en_de_twee_knoppen(client, onzeker, time_machine):
    client.als(voordeur.administratie())
    adres = f"/toegang/zaak/{onzeker.zaak_id}/documenten/"
    te_vroeg = client.get(adres).content.decode()
    time_machine.move_to(NU + 2 * BEZIG, tick=False)
    client.als(voordeur.administratie())  # the session ended meanwhile

    tekst = client.get(adres).content.decode()
    na = client.post(f"/toegang/bericht/{onzeker.pk}/aangekomen/", follow=True).content.decode()

    assert "Is deze e-mail aangekomen?" not in te_vroeg
    assert "Misschien verzonden" in tekst
    assert "E-mail is aangekomen" in tekst
    assert "Opnieuw versturen" in tekst
    assert ADRES not in tekst
    assert "De e-mail telt als verzonden" in na
    assert "Is deze e-mail aangekomen?" not in na


def test_de_knop_zegt_dat_het_een_e_mail_wordt(client):
    zaak = mailzaak()
    url = f"/toegang/zaak/{zaak.pk}/"
    client.als(voordeur.administratie())

    antwoord = client.post(f"{url}ontvangst-bevestigen/", follow=True).content.decode()

    assert "gaat vanzelf weg per e-mail" in antwoord
    assert "Wij kregen uw melding" in antwoord
    assert "Zaak doorzetten" in antwoord
