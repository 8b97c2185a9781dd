"""After a death: nobody is called back, and post that waits lapses by one button; who may."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from tests.papier import leeg_papier
from tests.toegang import voordeur
from toegang.models import Actor, Contactmoment, Opschorting
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.post_stoppen import post_die_wacht, post_stoppen
from toegang.usecases.termijn_opschorten import termijn_opschorten
from toegang.usecases.terugbellen_vasthouden import terugbellen_vasthouden

pytestmark = pytest.mark.django_db
VANDAAG = voordeur.VANDAAG


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def met_post():
    """A zaak with a letter that was sent, and one that waits for the post."""
    zaak, door = voordeur.zaak(), voordeur.administratie().actor
    weg = ontvangst_bevestigen(zaak_id=zaak.pk, door=door, vandaag=VANDAAG)
    brief_maken(brief_id=weg.pk, nu=timezone.now(), pdf=leeg_papier)
    brief_verzenden(brief_id=weg.pk, door=door, vandaag=VANDAAG, verzonden_op=VANDAAG)
    aanvraag_registreren(
        zaak_id=zaak.pk, door=door, vandaag=VANDAAG, nu=timezone.now(), ontvangen_op=VANDAAG, wijze="formulier",
        gevraagd="Hulp in huis",
    )  # fmt: skip
    o = termijn_opschorten(
        termijn_id=zaak.termijnen.get(soort="besluit").pk, grond=Opschorting.Grond.AANVULLING, reden="Loonstrook",
        uiterlijk_op=VANDAAG + datetime.timedelta(days=14), door=door, vandaag=VANDAAG,
    )  # fmt: skip
    return zaak, weg, o.brief


def overleden(zaak):
    inwoner = zaak.dossier.inwoner
    inwoner.overleden_op = "20261202"
    inwoner.bewaren(door=Actor.objects.systeem(), reden="BRP")


def test_post_stoppen_laat_vervallen_wat_wacht_en_niet_wat_weg_is():
    zaak, weg, wacht = met_post()
    door = voordeur.administratie().actor

    with pytest.raises(OngeldigeOvergang, match="niet overleden"):
        post_stoppen(zaak_id=zaak.pk, door=door)
    overleden(zaak)

    assert [post_stoppen(zaak_id=zaak.pk, door=door) for _ in range(2)] == [1, 0]
    for brief, status in ((weg, "verzonden"), (wacht, "vervallen")):
        brief.refresh_from_db()
        assert brief.status == status
    assert wacht.history.first().history_change_reason == "inwoner is overleden"


@pytest.mark.parametrize(
    ("wie", "http", "wachtend"),
    [
        ("administratie", 302, 0),
        ("team", 302, 0),
        ("teamleider", 302, 0),
        ("ander_team", 404, 1),
        ("kcc", 404, 1),
    ],
)
def test_wie_de_post_mag_stoppen(client, wie, http, wachtend):
    zaak, _, _ = met_post()
    overleden(zaak)
    team = WijkteamFabriek()
    zaak.refresh_from_db()
    zaak.wijkteam = team
    zaak.bewaren(door=Actor.objects.systeem(), reden="proef")
    mensen = {
        "administratie": voordeur.administratie, "kcc": voordeur.kcc, "team": lambda: MedewerkerFabriek(team=team),
        "teamleider": lambda: MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD),
        "ander_team": lambda: MedewerkerFabriek(team=WijkteamFabriek()),
    }  # fmt: skip

    antwoord = client.als(mensen[wie]()).post(
        reverse("toegang:brp_wijziging", args=[zaak.pk]), {"formuliernaam": "post"}
    )

    assert (antwoord.status_code, post_die_wacht(zaak)) == (http, wachtend)


def test_de_pagina_biedt_het_aan_zolang_er_post_wacht(client):
    zaak, _, _ = met_post()
    client.als(voordeur.administratie())
    adres = reverse("toegang:brp_wijziging", args=[zaak.pk])

    levend = client.get(adres).content.decode()
    overleden(zaak)
    voor = client.get(adres).content.decode()
    na = client.post(adres, {"formuliernaam": "post"}, follow=True).content.decode()

    assert "Laat deze post vervallen" not in levend
    assert "1 brief of e-mail wacht nog." in voor
    assert "1 brief of e-mail vervallen." in na
    assert "Laat deze post vervallen" not in na


def test_wie_overleed_wordt_niet_teruggebeld_en_wie_voor_een_ander_belde_wel():
    """Break it: without `namens_naam` the daughter would wait for ever."""
    inwoner = InwonerFabriek()
    zelf = voordeur.contact(inwoner=inwoner)
    dochter = voordeur.contact(inwoner=inwoner, namens_naam="P. Smeets", namens_relatie="Dochter")
    assert zelf.terugbellen_op

    terugbellen_vasthouden(inwoner=inwoner, door=Actor.objects.systeem(), vandaag=VANDAAG)

    assert Contactmoment.objects.get(pk=zelf.pk).terugbellen_op is None
    assert Contactmoment.objects.get(pk=zelf.pk).status == "nieuw"  # the question stays
    assert Contactmoment.objects.get(pk=dochter.pk).terugbellen_op is not None
