"""Post that came back: registered on the letter, in a work list, the address checked, sent again or not; who may."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.papier import leeg_papier
from tests.toegang import voordeur
from toegang import briefsoorten
from toegang.models import Actor, Brief, Gebeurtenis, Inzage, Taak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_teruggekomen import brief_teruggekomen
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.teruggekomen_post_afdoen import teruggekomen_post_afdoen

pytestmark = pytest.mark.django_db
VANDAAG = voordeur.VANDAAG
LATER = datetime.date(2026, 12, 10)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-10 10:42+01:00")


def verstuurd(*, team=None):
    zaak, door = voordeur.zaak(), voordeur.administratie().actor
    brief = ontvangst_bevestigen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)
    brief_maken(brief_id=brief.pk, nu=timezone.now(), pdf=leeg_papier)
    brief_verzenden(brief_id=brief.pk, door=door, vandaag=VANDAAG, verzonden_op=VANDAAG)
    if team:
        zaak.refresh_from_db()
        zaak.wijkteam, zaak.regisseur = team, MedewerkerFabriek(team=team)
        zaak.bewaren(door=Actor.objects.systeem(), reden="proef")
    brief.refresh_from_db()
    return brief


def terug(brief, door=None, *, op=LATER, reden="onbekend", vandaag=LATER):
    return brief_teruggekomen(
        brief_id=brief.pk,
        teruggekomen_op=op,
        reden=reden,
        door=door or voordeur.administratie().actor,
        vandaag=vandaag,
    )


def afdoen(brief, afloop, door=None):
    return teruggekomen_post_afdoen(
        brief_id=brief.pk, afloop=afloop, door=door or voordeur.administratie().actor, vandaag=LATER
    )


def verhuisd(brief):
    inwoner = brief.zaak.dossier.inwoner
    inwoner.straat, inwoner.huisnummer = "Parade", 7
    inwoner.bewaren(door=Actor.objects.systeem(), reden="proef")


def test_een_brief_komt_terug_en_gaat_naar_het_nieuwe_adres():
    brief = verstuurd(team=WijkteamFabriek())
    terug(brief)
    taak = Taak.objects.open().get(sleutel=f"teruggekomen_post:{brief.pk}")
    assert taak.medewerker == brief.zaak.regisseur or taak.medewerker is not None

    with pytest.raises(OngeldigeOvergang, match="nog hetzelfde"):
        afdoen(brief, "opnieuw")
    verhuisd(brief)
    nieuw = afdoen(brief, "opnieuw")

    brief.refresh_from_db()
    assert (brief.terugafloop, brief.terug_afgedaan_op, brief.status) == ("opnieuw", LATER, "verzonden")
    assert (nieuw.bron_id, nieuw.verzenddatum, nieuw.status) == (brief.bron_id, LATER, "gevraagd")
    assert "Parade 7" in nieuw.aan_adres
    assert not Taak.objects.open().filter(sleutel__startswith="teruggekomen_post").exists()


def test_wat_op_verzenden_volgt_gebeurt_geen_tweede_keer(monkeypatch):
    """Break it: without `is_herhaling` a letter that goes again would start its terms again."""
    brief = verstuurd()
    terug(brief)
    verhuisd(brief)
    nieuw = afdoen(brief, "opnieuw")
    gevolgd = []
    soort = briefsoorten.briefsoort(nieuw.soort)
    monkeypatch.setitem(
        briefsoorten._soorten, nieuw.soort,
        briefsoorten.Briefsoort(nieuw.soort, soort.bouwen, lambda b, **_: gevolgd.append(b)),
    )  # fmt: skip
    brief_maken(brief_id=nieuw.pk, nu=timezone.now(), pdf=leeg_papier)

    brief_verzenden(brief_id=nieuw.pk, door=voordeur.administratie().actor, vandaag=LATER, verzonden_op=LATER)

    assert gevolgd == []


def test_niet_afgehaald_mag_naar_hetzelfde_adres_en_kan_nog_eens_terugkomen():
    brief = verstuurd()
    terug(brief, reden="niet_afgehaald")
    nieuw = afdoen(brief, "opnieuw")
    brief_maken(brief_id=nieuw.pk, nu=timezone.now(), pdf=leeg_papier)
    brief_verzenden(brief_id=nieuw.pk, door=voordeur.administratie().actor, vandaag=LATER, verzonden_op=LATER)

    terug(nieuw, reden="niet_afgehaald")
    derde = afdoen(nieuw, "opnieuw")

    assert len({brief.pk, nieuw.pk, derde.pk}) == 3


def test_een_besluit_gaat_niet_zomaar_opnieuw(monkeypatch):
    brief = verstuurd()
    soort = briefsoorten.briefsoort(brief.soort)
    monkeypatch.setitem(
        briefsoorten._soorten,
        brief.soort,
        briefsoorten.Briefsoort(brief.soort, soort.bouwen, herhaalbaar=False),
    )
    terug(brief, reden="niet_afgehaald")

    with pytest.raises(OngeldigeOvergang, match="Awb 3:41"):
        afdoen(brief, "opnieuw")


@pytest.mark.parametrize(
    ("op", "reden", "zin"),
    [
        (datetime.date(2026, 12, 2), "onbekend", "van 3 december 2026 tot en met 10 december 2026"),
        (datetime.date(2026, 12, 11), "onbekend", "tot en met 10 december 2026"),
        (LATER, "zomaar", "Kies waarom"),
    ],
)
def test_wat_niet_kan_krijgt_een_zin(op, reden, zin):
    with pytest.raises(ValidationError, match=zin):
        terug(verstuurd(), op=op, reden=reden)


def test_twee_keer_vastleggen_of_afdoen_is_een_keer():
    brief = verstuurd()
    terug(brief)
    with pytest.raises(OngeldigeOvergang, match="kwam al terug"):
        terug(brief)
    afdoen(brief, "niet_meer")
    with pytest.raises(OngeldigeOvergang, match="al afgehandeld"):
        afdoen(brief, "gegeven")

    assert Gebeurtenis.objects.filter(soort="brief_teruggekomen").count() == 1


@pytest.mark.parametrize(
    ("wie", "vastleggen", "afdoen_"),
    [
        ("administratie", 302, 302), ("team", 403, 302), ("teamlead", 403, 403), ("ander team", 404, 404),
        ("kcc", 404, 404),
    ],
)  # fmt: skip
def test_wie_teruggekomen_post_mag_vastleggen_en_afdoen(client, wie, vastleggen, afdoen_):
    team = WijkteamFabriek()
    eerste, tweede = verstuurd(team=team), verstuurd(team=team)
    terug(tweede)
    mensen = {
        "administratie": voordeur.administratie, "kcc": voordeur.kcc, "team": lambda: MedewerkerFabriek(team=team),
        "ander team": lambda: MedewerkerFabriek(team=WijkteamFabriek()),
        "teamlead": lambda: MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
    }  # fmt: skip
    client.als(mensen[wie]())

    een = client.post(
        f"/toegang/brief/{eerste.pk}/teruggekomen/", {"teruggekomen_op": "10-12-2026", "reden": "onbekend"}
    )
    twee = client.post(f"/toegang/brief/{tweede.pk}/teruggekomen-afdoen/", {"afloop": "gegeven"})

    assert (een.status_code, twee.status_code) == (vastleggen, afdoen_)
    assert Brief.objects.get(pk=eerste.pk).is_terug is (vastleggen == 302)
    assert Brief.objects.get(pk=tweede.pk).is_terug is (afdoen_ != 302)


def test_van_de_werklijst_naar_de_brief_en_terug(client):
    brief = verstuurd()
    client.als(voordeur.administratie())
    blad = client.get(f"/toegang/brief/{brief.pk}/").content.decode()
    gegaan = client.post(
        f"/toegang/brief/{brief.pk}/teruggekomen/",
        {"teruggekomen_op": "10-12-2026", "reden": "verhuisd"},
        follow=True,
    ).content.decode()

    lijst = client.get("/toegang/werkvoorraad/?groep=teruggekomen").content.decode()
    documenten = client.get(f"/toegang/zaak/{brief.zaak_id}/documenten/").content.decode()
    verhuisd(brief)
    gedaan = client.post(
        f"/toegang/brief/{brief.pk}/teruggekomen-afdoen/", {"afloop": "opnieuw"}, follow=True
    ).content.decode()
    leeg = client.get("/toegang/werkvoorraad/?groep=teruggekomen").content.decode()

    assert "Deze brief kwam terug" in blad
    assert "Het adres is nog hetzelfde" in gegaan
    assert "Opnieuw versturen, naar het adres van nu" not in gegaan
    assert "Kwam terug: verhuisd" in lijst
    assert f"/toegang/brief/{brief.pk}/teruggekomen-afdoen/" in lijst
    assert "Teruggekomen" in documenten
    assert "De brief wordt opnieuw gemaakt. Verstuur hem vandaag." in gedaan
    assert "Alle post die terugkwam is afgehandeld." in leeg
    assert Inzage.objects.filter(scherm="teruggekomen_afdoen", zaak=brief.zaak_id).exists()
