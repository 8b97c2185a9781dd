"""The beheerder and the colleagues: made, changed, in and out of teams, in and out of service; who may, and what stays."""

import datetime
import re
from io import StringIO

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from toegang import e_mail
from toegang.logregels import bsn_maskeren
from toegang.models import Actor, Taak, Verouderd, Zaak
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.inloglink import pad_van
from wijkteams.models import Apparaat, Collegabericht, Deskundige, Dienstverband, Lidmaatschap
from wijkteams.usecases.collegaberichten_versturen import collegaberichten_versturen
from wijkteams.usecases.deskundige_vastleggen import deskundige_vastleggen
from wijkteams.usecases.dienstverband_beeindigen import dienstverband_aflopen, dienstverband_beeindigen
from wijkteams.usecases.dienstverband_hervatten import dienstverband_hervatten
from wijkteams.usecases.dienstverbanden_bijwerken import dienstverbanden_bijwerken
from wijkteams.usecases.inloglink_maken import inloglink_maken
from wijkteams.usecases.lidmaatschap_beeindigen import lidmaatschap_beeindigen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.medewerker_aanmaken import medewerker_aanmaken
from wijkteams.usecases.medewerker_wijzigen import medewerker_wijzigen
from wijkteams.usecases.rollen_wijzigen import rollen_wijzigen
from wijkteams.usecases.tweede_stap_wissen import tweede_stap_wissen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC)
DAG = datetime.timedelta(days=1)
WACHTWOORD = "een zin van een paar woorden"


@pytest.fixture(autouse=True)
def _klok():
    with time_machine.travel(NU, tick=False):
        yield


@pytest.fixture
def anouk():
    """The beheerder who acts; she can sign in."""
    return MedewerkerFabriek(rollen=[Rol.BEHEERDER], first_name="Anouk", last_name="Beurskens")


@pytest.fixture
def met_mail(settings):
    settings.E_MAIL = {"aan": True, "van": "toegang@venlo.nl"}
    settings.TOEGANG_ADRES = "https://toegang.venlo.nl"


def collega(naam: str = "fbakker", **anders) -> Dienstverband:
    velden = {
        "username": naam, "first_name": "Fatma", "last_name": "Bakker", "email": f"{naam}@venlo.nl",
        "door": Actor.objects.systeem(), "vandaag": VANDAAG,
    }  # fmt: skip
    return medewerker_aanmaken(**velden | anders).dienstverband


def lid(dienst: Dienstverband, team, rol=Rol.CONSULENT, **anders) -> Lidmaatschap:
    velden = {"discipline": "wmo", "door": Actor.objects.systeem(), "vandaag": VANDAAG}
    return lidmaatschap_beginnen(
        medewerker_id=dienst.medewerker_id, wijkteam_id=team.pk, rol=rol, **velden | anders
    )


def opnieuw(dienst: Dienstverband) -> Dienstverband:
    return Dienstverband.objects.select_related("medewerker").get(pk=dienst.pk)


def rollen_van(dienst: Dienstverband) -> set[str]:
    return set(Actor.objects.get(medewerker=dienst.medewerker_id).rechten.rollen)


def zinnen(dienst: Dienstverband) -> list[str]:
    return list(dienst.history.order_by("-history_id").values_list("history_change_reason", flat=True))


def daden(dienst: Dienstverband, lidmaatschap: Lidmaatschap) -> dict:
    """Each act on this colleague, as a function of who does it."""
    vast = {"dienstverband_id": dienst.pk, "reden": "test"}
    return {
        "aanmaken": lambda door: collega("nieuw", door=door),
        "wijzigen": lambda door: medewerker_wijzigen(**vast, door=door, functie="Consulent"),
        "rollen": lambda door: rollen_wijzigen(**vast, door=door, rollen=[Rol.KCC]),
        "lid": lambda door: lid(dienst, lidmaatschap.wijkteam, door=door, discipline="jeugd"),
        "lid af": lambda door: lidmaatschap_beeindigen(
            lidmaatschap_id=lidmaatschap.pk, door=door, vandaag=VANDAAG
        ),
        "uit dienst": lambda door: dienstverband_beeindigen(**vast, door=door, vandaag=VANDAAG, nu=NU),
        "link": lambda door: inloglink_maken(**vast, per_e_mail=False, door=door, nu=NU),
        "tweede stap": lambda door: tweede_stap_wissen(**vast, per_e_mail=False, door=door, nu=NU),
        "terug": lambda door: dienstverband_hervatten(**vast, door=door, vandaag=VANDAAG),
    }  # fmt: skip


def uitkomst(doen, door: Actor) -> str:
    """What the act says; undone again."""
    with transaction.atomic():
        try:
            doen(door)
        except (PermissionDenied, OngeldigeOvergang, ValidationError) as fout:
            return type(fout).__name__
        finally:
            transaction.set_rollback(True)
    return "gedaan"


def test_alleen_de_beheerder_en_nooit_voor_zichzelf(anouk):
    """Rights table of every act: who, and what comes of it."""
    dienst = collega(rollen=[Rol.BEHEERDER])
    lidmaatschap, fout = lid(dienst, WijkteamFabriek()), []
    zelf = Actor.objects.get(medewerker=dienst.medewerker)
    wie = {"beheerder": anouk.actor, "zelf": zelf}
    wie |= {r.value: MedewerkerFabriek(rollen=[r]).actor for r in Rol if r != Rol.BEHEERDER}
    mag_zelf = {"aanmaken", "wijzigen"}
    for naam, doen in daden(dienst, lidmaatschap).items():
        for rol, door in wie.items():
            verwacht = (
                "gedaan" if rol == "beheerder" or (rol == "zelf" and naam in mag_zelf) else "PermissionDenied"
            )
            if naam == "terug" and rol == "beheerder":
                verwacht = "OngeldigeOvergang"  # she is here
            if (gezien := uitkomst(doen, door)) != verwacht:
                fout.append(f"{naam} by {rol}: {gezien}, not {verwacht}")

    assert fout == []


def test_elke_daad_staat_in_de_geschiedenis_met_wie_en_waarom(anouk):
    dienst, team = collega(), WijkteamFabriek(naam="Wijkteam Blerick")
    vast = {"dienstverband_id": dienst.pk, "door": anouk.actor, "reden": "nieuwe baan"}

    medewerker_wijzigen(**vast, functie="Consulent", last_name="Bakker-Smit")
    rollen_wijzigen(**vast, rollen=[Rol.KCC, Rol.ADMINISTRATIE])
    rollen_wijzigen(**vast, rollen=[Rol.KCC])
    rij = lid(dienst, team, door=anouk.actor, reden="nieuwe baan")
    lidmaatschap_beeindigen(
        lidmaatschap_id=rij.pk,
        door=anouk.actor,
        vandaag=VANDAAG,
        laatste_dag=VANDAAG + DAG,
        reden="nieuwe baan",
    )

    assert zinnen(dienst)[::-1] == [
        "Collega gemaakt",
        "Gewijzigd: achternaam (was Bakker), functie (was leeg). Reden: nieuwe baan",
        "Rollen: erbij KCC, Administratie. Reden: nieuwe baan",
        "Rollen: eraf Administratie. Reden: nieuwe baan",
        "Wijkteam Blerick: consulent, Wmo, vanaf 3 december 2026. Reden: nieuwe baan",
        "Wijkteam Blerick: consulent, Wmo, tot en met 4 december 2026. Reden: nieuwe baan",
    ]
    wie = dienst.history.order_by("-history_id").values_list("history_user__naam", flat=True)
    assert list(wie) == ["A. Beurskens"] * 5 + ["Systeem"]
    assert rollen_van(dienst) == {"kcc", "consulent"}
    assert Actor.objects.get(medewerker=dienst.medewerker).naam == "F. Bakker-Smit"


def test_wat_niet_kan_zegt_waarom(anouk):
    """Names that are taken, dates that cannot be, roles of a team, an old page."""
    dienst, ander, team = collega(), collega("ander"), WijkteamFabriek()
    vast = {"dienstverband_id": dienst.pk, "door": anouk.actor, "reden": "x"}
    jaren = VANDAAG + 400 * DAG
    gevallen = [
        (lambda: collega("FBakker"), "Er is al een collega"),
        (lambda: collega("derde", email="FBAKKER@venlo.nl"), "al van Fatma Bakker"),
        (lambda: medewerker_wijzigen(**vast, username="ANDER"), "Er is al een collega"),
        (lambda: medewerker_wijzigen(**vast, email=ander.medewerker.email), "al van"),
        (lambda: rollen_wijzigen(**vast, rollen=[Rol.TEAMLEAD]), "hoort bij een team"),
        (lambda: rollen_wijzigen(**vast, rollen=[]), "niets veranderd"),
        (lambda: lid(dienst, team, rol=Rol.KCC), "hoort niet bij een team"),
        (lambda: lid(dienst, team, vanaf_op=VANDAAG - DAG), "van vandaag tot en met"),
        (lambda: lid(dienst, team, vanaf_op=jaren), "van vandaag tot en met"),
        (
            lambda: dienstverband_beeindigen(**vast, vandaag=VANDAAG, nu=NU, laatste_dag=jaren),
            "laatste werkdag",
        ),
        (
            lambda: dienstverband_beeindigen(**vast, vandaag=VANDAAG, nu=NU, laatste_dag=VANDAAG - DAG),
            "laatste werk",
        ),
        (lambda: dienstverband_hervatten(**vast, vandaag=VANDAAG), "al in dienst"),
    ]
    fout = []
    for doen, zin in gevallen:
        with transaction.atomic():
            try:
                doen()
                fout.append(f"no refusal: {zin}")
            except (ValidationError, OngeldigeOvergang) as gezegd:
                tekst = str(getattr(gezegd, "messages", gezegd))
                fout += [] if zin in tekst else [f"{zin}: {tekst}"]
            transaction.set_rollback(True)

    assert fout == []
    lid(dienst, team, vanaf_op=VANDAAG + DAG)
    with pytest.raises(ValidationError, match="staat al klaar"):
        lid(dienst, team)
    with pytest.raises(Verouderd):
        medewerker_wijzigen(**vast, functie="Jurist", versie=1)


def test_de_laatste_beheerder_blijft():
    """Two who take the role from each other, an invited one who cannot sign in yet, and the one who is left."""
    een, twee, systeem = (
        collega("een", rollen=[Rol.BEHEERDER]),
        collega("twee", rollen=[Rol.BEHEERDER]),
        Actor.objects.systeem(),
    )
    een.medewerker.set_password(WACHTWOORD)
    een.medewerker.save()
    vast = {"dienstverband_id": een.pk, "reden": "x", "door": systeem}

    for doen in (
        lambda: rollen_wijzigen(**vast, rollen=[]),
        lambda: dienstverband_beeindigen(**vast, vandaag=VANDAAG, nu=NU),
    ):
        with pytest.raises(OngeldigeOvergang, match="enige beheerder die kan inloggen"):
            doen()
    een.tot_op = VANDAAG
    een.bewaren(door=systeem, reden="test")
    assert dienstverband_aflopen(dienstverband_id=een.pk, door=systeem, vandaag=VANDAAG, nu=NU) is None

    twee.medewerker.set_password(WACHTWOORD)
    twee.medewerker.save()
    rollen_wijzigen(**vast, rollen=[])
    assert rollen_van(een) == set()


def test_uit_dienst_sluit_alles_en_laat_het_werk_staan(anouk, client):
    dienst, team = collega(rollen=[Rol.KCC]), WijkteamFabriek()
    mens = dienst.medewerker
    lid(dienst, team)
    straks = lid(dienst, WijkteamFabriek(), vanaf_op=VANDAAG + 9 * DAG)
    leider = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD)
    zaak = ZaakFabriek(wijkteam=team, regisseur=mens)
    TOTP.activate(mens, generate_totp_secret())
    deskundige_vastleggen(
        medewerker_id=mens.pk, deskundigheid="expertiseteam", door=Actor.objects.systeem(), vandaag=VANDAAG
    )
    apparaat = Apparaat.objects.create(actor=mens.actor, geheim=b"x", begonnen_om=NU)
    mens.set_password(WACHTWOORD)
    mens.save()
    client.als(mens)
    assert client.get(reverse("toegang:mijn_werk")).status_code == 200

    dienstverband_beeindigen(
        dienstverband_id=dienst.pk, reden="andere baan", door=anouk.actor, vandaag=VANDAAG, nu=NU
    )

    dienst = opnieuw(dienst)
    assert (
        client.get(reverse("toegang:mijn_werk")).status_code == 302
    )  # the session is worth nothing any more
    assert (dienst.tot_op, dienst.medewerker.is_active) == (VANDAAG, False)
    assert not dienst.medewerker.has_usable_password()
    assert rollen_van(dienst) == set()
    assert not Lidmaatschap.objects.filter(medewerker=mens).nog_niet_voorbij(VANDAAG).exists()
    straks.refresh_from_db()
    assert straks.tot_op == straks.vanaf_op  # undone: it never began
    assert not Deskundige.objects.filter(tot_op=None).exists()
    assert not Authenticator.objects.filter(user=mens).exists()
    apparaat.refresh_from_db()
    assert (apparaat.geheim, apparaat.beeindigd_om) == (None, NU)
    zaak.refresh_from_db()
    assert zaak.regisseur == mens  # the teamlead hands it over
    taak = Taak.objects.open().get(medewerker=leider)
    assert taak.titel == "Draag de dossiers van F. Bakker over: gaat uit dienst"

    dienstverband_hervatten(dienstverband_id=dienst.pk, reden="toch niet", door=anouk.actor, vandaag=VANDAAG)

    dienst = opnieuw(dienst)
    assert (dienst.tot_op, dienst.medewerker.is_active, rollen_van(dienst)) == (None, True, set())
    assert not Taak.objects.open().filter(medewerker=leider).exists()
    assert client.get(reverse("toegang:mijn_werk")).status_code == 302


def test_wat_straks_begint_of_eindigt_doet_de_nacht(anouk):
    """Who was away a night finds it the next; twice is once."""
    dienst, team = collega(), WijkteamFabriek()
    begin, eind = VANDAAG + 2 * DAG, VANDAAG + 4 * DAG
    rij = lid(dienst, team, vanaf_op=begin)
    zaak = ZaakFabriek(wijkteam=team)

    def ziet() -> bool:
        lezer = Actor.objects.get(medewerker=dienst.medewerker_id)
        return Zaak.objects.voor(lezer, Recht.INHOUD_BEWERKEN).filter(pk=zaak.pk).exists()

    def nacht(dag) -> tuple[int, int]:
        gedaan = dienstverbanden_bijwerken(nu=NU, vandaag=dag)
        return gedaan.rechten, gedaan.vertrokken

    assert not ziet()
    assert [nacht(VANDAAG), nacht(begin), nacht(begin)] == [(0, 0), (1, 0), (0, 0)]
    assert ziet()
    lidmaatschap_beeindigen(lidmaatschap_id=rij.pk, door=anouk.actor, vandaag=begin, laatste_dag=begin)
    dienstverband_beeindigen(
        dienstverband_id=dienst.pk, reden="x", door=anouk.actor, vandaag=begin, nu=NU, laatste_dag=eind
    )
    assert ziet()
    assert [nacht(eind), nacht(eind + DAG), nacht(eind + DAG)] == [(1, 0), (0, 1), (0, 0)]
    assert not ziet()
    assert not opnieuw(dienst).medewerker.is_active


def kiezen(klant: Client, adres: str, wachtwoord: str = WACHTWOORD):
    """Opens the link, and sends the form behind it."""
    antwoord = klant.get(adres)
    if antwoord.status_code != 302:
        return antwoord
    return klant.post(antwoord["Location"], {"password1": wachtwoord, "password2": wachtwoord})


def werkt(adres: str) -> bool:
    return Client().get(adres).status_code == 302


def test_met_de_link_kiest_zij_zelf_een_wachtwoord_en_maar_een_keer(anouk, met_mail, settings):
    """ASVS 6.4.1: made by the system, for a day, once; the beheerder never types a password."""
    dienst, klant = collega(), Client()
    vast = {"dienstverband_id": dienst.pk, "per_e_mail": False, "reden": "nieuw", "door": anouk.actor}
    inloglink_maken(**vast, nu=NU)
    eerste = pad_van(dienst.medewerker)
    inloglink_maken(**vast, nu=NU + datetime.timedelta(seconds=1))
    adres = pad_van(dienst.medewerker)
    # only the last one made; opening is not using
    assert [werkt(eerste), werkt(adres), werkt(adres)] == [False, True, True]

    html = kiezen(klant, adres, "welkom").content.decode()
    assert "Kies een zin van een paar andere woorden" in html
    assert "Fatma Bakker" in html
    assert "style=" not in html
    assert kiezen(klant, adres)["Location"] == reverse("account_login")

    assert "werkt niet meer" in kiezen(Client(), adres).content.decode()
    assert opnieuw(dienst).link_om is None
    assert opnieuw(dienst).medewerker.check_password(WACHTWOORD)
    assert zinnen(dienst)[0] == "Heeft zelf een wachtwoord gekozen"
    antwoord = klant.post(reverse("account_login"), {"login": "fbakker", "password": WACHTWOORD})
    assert antwoord.status_code == 302
    assert klant.get(reverse("begin"))["Location"] == reverse("mfa_activate_totp")

    TOTP.activate(dienst.medewerker, generate_totp_secret())  # forgotten: the second step stays (ASVS 6.4.3)
    inloglink_maken(**vast, nu=NU)
    kiezen(Client(), pad_van(opnieuw(dienst).medewerker), f"nog {WACHTWOORD}")
    antwoord = Client().post(reverse("account_login"), {"login": "fbakker", "password": f"nog {WACHTWOORD}"})
    assert antwoord["Location"] == reverse("mfa_authenticate")
    regel = bsn_maskeren(None, "info", {"request": f"GET {adres}"})["request"]
    assert regel == "GET /account/wachtwoord/kiezen/[link]"


def test_een_link_houdt_op(anouk):
    """After a day, with another e-mail address, when she leaves, and for who was never given one."""
    dienst = collega()
    vast = {"dienstverband_id": dienst.pk, "reden": "nieuw", "door": anouk.actor}
    assert not werkt(pad_van(dienst.medewerker))

    def link() -> str:
        inloglink_maken(**vast, per_e_mail=False, nu=timezone.now())
        return pad_van(opnieuw(dienst).medewerker)

    adres = link()
    with time_machine.travel(NU + datetime.timedelta(hours=23, minutes=59)):
        assert werkt(adres)
        vers = pad_van(dienst.medewerker)  # made later from the same request: no day longer
    with time_machine.travel(NU + datetime.timedelta(hours=24, minutes=1)):
        assert [werkt(adres), werkt(vers)] == [False, False]
    medewerker_wijzigen(**vast, email="anders@venlo.nl")
    assert not werkt(adres)
    adres = link()
    assert werkt(adres)
    dienstverband_beeindigen(**vast, vandaag=VANDAAG, nu=NU)
    assert not werkt(adres)


def test_een_kwijte_telefoon_begint_opnieuw(anouk, client):
    """App, codes, password and sessions are gone; a link given by hand lets her begin anew."""
    dienst = collega(rollen=[Rol.KCC])
    mens = dienst.medewerker
    mens.set_password(WACHTWOORD)
    mens.save()
    TOTP.activate(mens, generate_totp_secret())
    client.als(mens)

    tweede_stap_wissen(
        dienstverband_id=dienst.pk, per_e_mail=False, reden="telefoon gestolen", door=anouk.actor, nu=NU
    )

    assert client.get(reverse("toegang:mijn_werk")).status_code == 302
    assert not Authenticator.objects.filter(user=mens).exists()
    login = Client().post(reverse("account_login"), {"login": "fbakker", "password": WACHTWOORD})
    assert login.status_code == 200  # refused
    assert kiezen(Client(), pad_van(opnieuw(dienst).medewerker)).status_code == 302
    assert zinnen(dienst)[2] == "Tweede stap van het inloggen gewist. Reden: telefoon gestolen"


def test_de_eerste_beheerder_komt_van_de_server(settings):
    settings.TOEGANG_ADRES = "https://toegang.venlo.nl"
    uit = StringIO()
    namen = {"voornaam": "Anouk", "achternaam": "Beurskens", "gebruikersnaam": "abeurskens", "e_mail": ""}

    call_command("eerste_beheerder", stdout=uit, **namen)

    adres = re.search(r"https://toegang\.venlo\.nl(/\S+)", uit.getvalue())[1]
    dienst = Dienstverband.objects.get(medewerker__username="abeurskens")
    assert rollen_van(dienst) == {"beheerder"}
    assert kiezen(Client(), adres).status_code == 302
    with pytest.raises(CommandError, match="Er is al een beheerder: abeurskens"):
        call_command("eerste_beheerder", **namen | {"gebruikersnaam": "ander"})
    with pytest.raises(CommandError, match="Er is al een collega"):
        call_command("eerste_beheerder", nog_een=True, **namen)
    with pytest.raises(CommandError, match="gebruikersnaam"):
        call_command("eerste_beheerder", nog_een=True, **namen | {"gebruikersnaam": "met spatie"})
    call_command("eerste_beheerder", nieuwe_link="ABEURSKENS", stdout=uit)
    assert not opnieuw(dienst).medewerker.has_usable_password()
    with pytest.raises(CommandError, match="geen beheerder"):
        call_command("eerste_beheerder", nieuwe_link="niemand")


class TestPost:
    """E-mail to a colleague: the row commits before the mail server is asked, so these tests keep their rows."""

    pytestmark = pytest.mark.django_db(transaction=True)

    def test_de_link_gaat_per_e_mail_en_staat_nergens(self, anouk, met_mail):
        dienst = collega()
        vast = {"dienstverband_id": dienst.pk, "reden": "nieuw", "door": anouk.actor}
        inloglink_maken(**vast, per_e_mail=True, nu=NU)
        inloglink_maken(
            **vast, per_e_mail=True, nu=NU + datetime.timedelta(seconds=1)
        )  # the first one is old news

        keren = [collegaberichten_versturen(nu=NU) for _ in range(2)]

        assert keren == [1, 0]
        (brief,) = mail.outbox
        adres = re.search(r"https://toegang\.venlo\.nl(/account/wachtwoord/kiezen/\S+)", brief.body)[1]
        assert brief.to == ["fbakker@venlo.nl"]
        assert "Uw gebruikersnaam is fbakker" in brief.body
        assert "tot 4 december 2026 om 10.00 uur" in brief.body
        statussen = Collegabericht.objects.order_by("gevraagd_om").values_list("status", "fout")
        assert list(statussen) == [("vervallen", "De link werkte al niet meer."), ("verzonden", "")]
        rijen = str(list(Collegabericht.history.values())) + str(list(Dienstverband.history.values()))
        assert adres.split("-")[-1] not in rijen
        assert kiezen(Client(), adres).status_code == 302
        assert collegaberichten_versturen(nu=NU) == 1
        assert "is een wachtwoord gekozen" in mail.outbox[1].body

    def test_een_server_die_weg_is_krijgt_het_later(self, anouk, met_mail, monkeypatch):
        dienst, uit = collega(), []
        inloglink_maken(dienstverband_id=dienst.pk, reden="x", per_e_mail=True, door=anouk.actor, nu=NU)
        for fout in (e_mail.NietAangeboden(), e_mail.Geweigerd()):

            def versturen(fout=fout, **_):
                raise fout

            monkeypatch.setattr(e_mail, "versturen", versturen)
            collegaberichten_versturen(nu=NU + datetime.timedelta(minutes=3 * len(uit)))
            uit.append(Collegabericht.objects.values_list("status", "pogingen", "fout").get())

        assert uit == [
            ("gevraagd", 1, "De mailserver was niet te bereiken."),
            ("vervallen", 1, "De mailserver weigerde dit adres."),
        ]
