"""One aanvraag of several is withdrawn: its clock ends, the other and the zaak go on, the inwoner gets a letter."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils.html import strip_tags

from beschikkingen.models import Besluit
from beschikkingen.poort import open_punten
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from tests.beschikkingen.opstellingen import VANDAAG, administratie, besluit_in, verse
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import om
from toegang.brieven.basis import html_maken
from toegang.models import Aanvraag, Brief, Gebeurtenis, TermijnSoort, Zaak
from toegang.rechten import Rol
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.termijnbrieven import ingetrokken_bouwen

pytestmark = pytest.mark.django_db
GEGEVENS = {"ingetrokken_hoe": "brief", "ingetrokken_op": "2-12-2026"}
TWEEDE_OP = datetime.date(2026, 11, 30)


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def twee_aanvragen() -> tuple[Zaak, Aanvraag, Aanvraag]:
    """The signed verslag, with a draft of its besluit, and a second one by form."""
    besluit = besluit_in("concept")
    zaak = besluit.zaak
    tweede = aanvraag_registreren(
        zaak_id=zaak.pk, door=administratie().actor, vandaag=VANDAAG, nu=om(VANDAAG), ontvangen_op=TWEEDE_OP,
        wijze="formulier", gevraagd="Begeleiding",
    )  # fmt: skip
    return zaak, besluit.aanvraag, tweede


def url(aanvraag):
    return f"/toegang/aanvraag/{aanvraag.pk}/intrekken/"


def test_de_ene_stopt_en_de_andere_en_de_zaak_gaan_door(client):
    zaak, eerste, tweede = twee_aanvragen()
    client.als(administratie())

    lijst = client.get(f"/toegang/zaak/{zaak.pk}/aanvraag/").content.decode()
    antwoord = client.post(url(eerste), GEGEVENS, follow=True)

    assert url(eerste) in lijst
    assert "De zaak gaat verder." in antwoord.content.decode()
    eerste.refresh_from_db()
    assert (eerste.status, eerste.ingetrokken_op, eerste.ingetrokken_hoe, eerste.afgedaan_op) == (
        "ingetrokken", datetime.date(2026, 12, 2), "brief", VANDAAG,
    )  # fmt: skip
    assert eerste.termijnen.get(soort=TermijnSoort.BESLUIT).vervallen_op == VANDAAG
    ander = tweede.termijnen.get(soort=TermijnSoort.BESLUIT)
    assert (ander.vervallen_op, ander.gehaald_op) == (None, None)
    zaak.refresh_from_db()
    assert (zaak.status, zaak.eerstvolgende_op) == ("besluitvorming", ander.uiterste_datum)
    assert Gebeurtenis.objects.filter(zaak=zaak, soort="aanvraag_ingetrokken").count() == 1
    brief = Brief.objects.get(zaak=zaak, soort="aanvraag_ingetrokken")
    tekst = " ".join(strip_tags(html_maken(ingetrokken_bouwen(brief))).split())
    for stuk in ("24 november 2026", "U trok deze aanvraag in op 2 december 2026", "14 december 2026"):
        assert stuk in tekst
    # the draft of its besluit cannot go any more, and the next one begins anew with the same help
    besluit = Besluit.objects.get()
    assert "De aanvraag is ingetrokken. Dit besluit gaat niet weg." in [
        p.zin for p in open_punten(besluit, vandaag=VANDAAG)
    ]
    pagina = client.als(zaak.regisseur).get(f"/toegang/zaak/{zaak.pk}/").content.decode()
    assert "Besluit opstellen" in pagina
    assert "Besluit afmaken" not in pagina
    nieuw = besluit_opstellen(aanvraag_id=tweede.pk, door=verse(zaak.regisseur), vandaag=VANDAAG)
    assert nieuw.pk != besluit.pk
    assert nieuw.geldende_regels()
    # withdrawn is withdrawn; of the last one the zaak itself ends
    assert "al besloten, of zij is ingetrokken" in client.post(url(eerste), GEGEVENS).content.decode()
    assert "Dit is de enige aanvraag die nog loopt." in client.get(url(tweede)).content.decode()
    assert url(tweede) not in client.get(f"/toegang/zaak/{zaak.pk}/aanvraag/").content.decode()
    assert Brief.objects.filter(soort="aanvraag_ingetrokken").count() == 1


def test_wat_niet_klopt_krijgt_een_zin_en_de_database_houdt_het_vast(client):
    zaak, eerste, _ = twee_aanvragen()
    client.als(zaak.regisseur)
    rijen = [
        ({"ingetrokken_op": "32-1-2026"}, "Deze datum bestaat niet"),
        ({"ingetrokken_op": "1-1-2020"}, "24 november 2026"),
        ({"ingetrokken_op": "4-12-2026"}, "3 december 2026"),
        ({"ingetrokken_hoe": ""}, "Kies hoe de inwoner de aanvraag introk"),
    ]
    for anders, zin in rijen:
        assert zin in client.post(url(eerste), GEGEVENS | anders).content.decode(), anders
    besluit = Besluit.objects.get()
    besluit.status = "ter_toetsing"
    besluit.bewaren(door=zaak.regisseur.actor, reden="test")
    assert "Haal het eerst terug." in client.get(url(eerste)).content.decode()
    assert "Haal het eerst terug." in client.post(url(eerste), GEGEVENS).content.decode()
    eerste.refresh_from_db()
    assert eerste.status == "open"
    eerste.ingetrokken_op = VANDAAG
    with pytest.raises(IntegrityError, match="aanvraag_ingetrokken_op_hoe"), transaction.atomic():
        eerste.bewaren(door=zaak.regisseur.actor, reden="test")


def test_wie_een_aanvraag_intrekt(client):
    zaak, eerste, _ = twee_aanvragen()
    rijen = {
        "administratie": (administratie(), 302),
        "regisseur": (zaak.regisseur, 302),
        "teamleider": (MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD), 403),
        "ander_team": (MedewerkerFabriek(team=WijkteamFabriek()), 404),
        "kcc": (MedewerkerFabriek(rollen=[Rol.KCC]), 404),
        "jurist": (MedewerkerFabriek(rollen=[Rol.JURIST]), 404),
    }

    fout = []
    for naam, (mens, http) in rijen.items():
        punt = transaction.savepoint()
        code = client.als(mens).post(url(eerste), GEGEVENS).status_code
        gedaan = Aanvraag.objects.filter(pk=eerste.pk, status="ingetrokken").exists()
        if (code, gedaan) != (http, http == 302):
            fout.append((naam, code, gedaan))
        transaction.savepoint_rollback(punt)
    assert fout == []
