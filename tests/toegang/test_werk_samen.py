"""Many rows at once: who may what, who is left out and why, two colleagues on one row, a second click."""

import datetime
import uuid

import pytest
from django.urls import reverse

from tests.fabrieken import DossierFabriek, InwonerFabriek, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.toegang import voordeur
from toegang.models import Contactmoment, Inzage, Taak
from toegang.rechten import Rol
from toegang.statussen import ContactStatus
from toegang.usecases import taken
from toegang.usecases.taken_oppakken import taken_oppakken
from toegang.usecases.taken_overdragen import taken_overdragen

pytestmark = pytest.mark.django_db
URL, LIJST = reverse("toegang:werk_samen"), reverse("toegang:werkvoorraad")
VANDAAG = voordeur.VANDAAG


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def taak(soort="proef", *, zaak=None, rol=Rol.ADMINISTRATIE, medewerker=None, titel="Kijk dit na"):
    return taken.klaarzetten(
        soort, titel, door=MedewerkerFabriek().actor, uiterlijk=VANDAAG, adres="toegang:zaak" if zaak else "",
        adres_pk=zaak.pk if zaak else uuid.uuid4(), zaak=zaak, rol=rol, medewerker=medewerker,
    )  # fmt: skip


def samen(client, actie, rijen, *, groep="taken", bevestigd=True, **anders):
    """What the check page would send."""
    van = {
        Taak: lambda r: r.medewerker_id or "",
        Contactmoment: lambda r: r.opgepakt_door_id or "",
    }
    gegevens = {
        "groep": groep, "actie": actie, "keuze": [str(r.pk) for r in rijen], "terug": f"{LIJST}?groep={groep}",
        "was": [f"{r.pk}:{van[type(r)](r)}" for r in rijen], **anders,
    }  # fmt: skip
    return client.post(URL, gegevens | ({"bevestigd": "ja"} if bevestigd else {}))


def melding(client, antwoord) -> str:
    assert antwoord.status_code == 302
    return client.get(antwoord.url).content.decode()


@pytest.mark.parametrize(
    ("actie", "wie", "http", "gedaan"),
    [
        ("oppakken", {"rollen": [Rol.ADMINISTRATIE]}, 302, True),
        ("oppakken", {"rollen": [Rol.JURIST]}, 302, False),
        ("oppakken", {"rollen": [Rol.KCC]}, 403, False),
        ("oppakken", {"rollen": [Rol.BEHEERDER]}, 403, False),
        ("overdragen", {"rollen": [Rol.ADMINISTRATIE]}, 302, True),
        ("overdragen", {"rollen": [Rol.JURIST]}, 302, False),
        ("afvinken", {"rollen": [Rol.ADMINISTRATIE]}, 302, True),
        ("afvinken", {"rollen": [Rol.JURIST]}, 302, False),
    ],
)
def test_alleen_wie_de_taak_ziet_doet_er_iets_mee(client, actie, wie, http, gedaan):
    rij = taak("bestand_geweigerd")
    ik, naar = MedewerkerFabriek(**wie), MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE, *wie["rollen"]])

    antwoord = samen(client.als(ik), actie, [rij], naar=naar.pk)

    rij.refresh_from_db()
    nieuw = {
        "oppakken": rij.medewerker == ik,
        "overdragen": rij.medewerker == naar,
        "afvinken": rij.afgehandeld_om,
    }
    assert antwoord.status_code == http
    assert bool(nieuw[actie]) is gedaan
    assert rij.history.count() == 1 + gedaan


@pytest.mark.parametrize(
    ("wie", "gedaan"),
    [
        ({"team__rol": Rol.TEAMLEAD}, True),  # leads the team of the zaak
        ({"team__rol": Rol.TEAMLEAD, "ander_team": True}, False),
        ({"team__rol": Rol.CONSULENT}, False),  # a colleague's own task is not in his list
    ],
)
def test_de_teamleider_geeft_een_taak_van_een_collega_aan_een_ander(client, wie, gedaan):
    team = WijkteamFabriek()
    eigenaar, naar = MedewerkerFabriek(team=team), MedewerkerFabriek(team=team)
    rij = taak(zaak=ZaakFabriek(wijkteam=team, regisseur=eigenaar), rol="", medewerker=eigenaar)
    ik = MedewerkerFabriek(team=WijkteamFabriek() if wie.pop("ander_team", False) else team, **wie)

    samen(client.als(ik), "overdragen", [rij], naar=naar.pk)

    rij.refresh_from_db()
    assert rij.medewerker == (naar if gedaan else eigenaar)


def test_de_controlepagina_zegt_wie_meegaat_en_wie_niet_en_doet_nog_niets(client):
    team = WijkteamFabriek()
    collega = MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])
    vrij, bezet = (
        taak(zaak=ZaakFabriek(wijkteam=team)),
        taak(zaak=ZaakFabriek(wijkteam=team), medewerker=collega),
    )
    client.als(voordeur.administratie())

    antwoord = samen(client, "oppakken", [vrij, bezet], bevestigd=False)

    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert [rij.pk for _, rij in antwoord.context["mee"]] == [vrij.pk]
    assert f"is al bij {collega.naam}." in html
    vrij.refresh_from_db()
    assert (vrij.medewerker, vrij.versie) == (None, 1)
    assert set(Inzage.objects.filter(scherm="werk_samen").values_list("zaak", flat=True)) == {
        vrij.zaak_id, bezet.zaak_id,
    }  # fmt: skip


def test_zonder_keuze_zegt_de_pagina_wat_te_doen(client):
    client.als(voordeur.administratie())

    assert "Kies eerst een of meer taken." in samen(client, "oppakken", [], bevestigd=False).content.decode()
    assert client.get(URL).url == LIJST
    assert samen(client, "verzonnen", []).url.startswith(LIJST)


def test_vijf_wel_en_een_niet(client):
    ik, collega = voordeur.administratie(), voordeur.administratie()
    rijen = [taak(zaak=ZaakFabriek()) for _ in range(5)]
    laat = taak(zaak=ZaakFabriek())
    client.als(ik)
    samen(client, "oppakken", [*rijen, laat], bevestigd=False)
    taken_oppakken(taak_ids=[laat.pk], door=collega.actor)

    html = melding(client, samen(client, "oppakken", [*rijen, laat]))

    naam = laat.zaak.dossier.inwoner.naam.weergave()
    assert f"5 taken opgepakt, 1 niet: {naam} is al bij {collega.naam}." in html
    assert Taak.objects.filter(medewerker=ik).count() == 5
    laat.refresh_from_db()
    assert laat.medewerker == collega


def test_wie_intussen_bij_een_ander_is_blijft_daar(client):
    een, twee = voordeur.administratie(), voordeur.administratie()
    rij = taak(zaak=ZaakFabriek())
    taken_oppakken(taak_ids=[rij.pk], door=een.actor)

    html = melding(client, samen(client.als(voordeur.administratie()), "overdragen", [rij], naar=twee.pk))

    rij.refresh_from_db()
    assert rij.medewerker == een
    assert f"is intussen bij {een.naam}." in html


def test_een_tweede_klik_geeft_hetzelfde(client):
    ik, naar, rij = voordeur.administratie(), voordeur.administratie(), taak(zaak=ZaakFabriek())
    sleutel = uuid.uuid4()
    client.als(ik)

    eerste = samen(client, "overdragen", [rij], naar=naar.pk, formuliersleutel=str(sleutel))
    tweede = samen(client, "overdragen", [rij], naar=naar.pk, formuliersleutel=str(sleutel))
    nog_eens = taken_overdragen(taak_ids=[rij.pk], naar_id=naar.pk, door=ik.actor, van={rij.pk: None})

    assert (eerste.status_code, tweede.status_code, tweede.url) == (302, 302, eerste.url)
    assert nog_eens.gedaan == [rij.pk]
    assert rij.history.count() == 2


@pytest.mark.parametrize(
    ("naar", "zin"),
    [
        ({"rollen": [Rol.JURIST]}, "doet dit werk niet"),
        ({"rollen": [Rol.ADMINISTRATIE], "is_active": False}, "werkt hier niet meer"),
    ],
)
def test_een_taak_gaat_alleen_naar_wie_hem_kan_doen(naar, zin):
    ik, rij, naar = voordeur.administratie(), taak(zaak=ZaakFabriek()), MedewerkerFabriek(**naar)

    try:
        uitkomst = taken_overdragen(taak_ids=[rij.pk], naar_id=naar.pk, door=ik.actor).niet[0][1]
    except Exception as fout:
        uitkomst = str(fout)

    assert zin in uitkomst
    rij.refresh_from_db()
    assert rij.medewerker is None


@pytest.mark.parametrize(("soort", "gedaan"), [("bestand_geweigerd", True), ("brief_verzenden", False)])
def test_afvinken_kan_alleen_wat_het_werk_zelf_niet_afsluit(client, soort, gedaan):
    rij = taak(soort, zaak=ZaakFabriek())
    client.als(voordeur.administratie())

    html = melding(client, samen(client, "afvinken", [rij]))

    rij.refresh_from_db()
    assert bool(rij.afgehandeld_om) is gedaan
    assert ("verdwijnt vanzelf als het werk klaar is" in html) is not gedaan


def test_een_taak_over_een_afgeschermd_dossier_telt_niet_en_gaat_niet_mee(client):
    dicht = InwonerFabriek(geslachtsnaam="Verborgen")
    DossierFabriek(inwoner=dicht, afgeschermd=True)
    contact = voordeur.contact(inwoner=dicht)
    los = taken.klaarzetten(
        "klacht", "Klacht: handel haar af.", door=voordeur.kcc().actor, uiterlijk=VANDAAG, adres="toegang:contact",
        contactmoment=contact, rol=Rol.ADMINISTRATIE,
    )  # fmt: skip
    op_zaak = taak(zaak=ZaakFabriek(afgeschermd=True))
    client.als(voordeur.administratie())

    lijst = client.get(LIJST, {"groep": "taken"})
    gekeken = samen(client, "oppakken", [los, op_zaak], bevestigd=False)
    samen(client, "oppakken", [los, op_zaak])

    assert (lijst.context["aantal"], lijst.context["rijen"]) == (0, [])
    assert "Verborgen" not in lijst.content.decode() + gekeken.content.decode()
    assert gekeken.context["weg"] == 2
    assert Taak.objects.filter(medewerker__isnull=False).count() == 0


def test_contacten_oppakken_en_overdragen(client):
    ik, naar = voordeur.administratie(), voordeur.administratie()
    contacten = [voordeur.contact() for _ in range(3)]
    client.als(ik)

    opgepakt = melding(client, samen(client, "oppakken", contacten, groep="nieuw"))
    contacten = list(Contactmoment.objects.order_by("pk"))
    gegeven = melding(client, samen(client, "overdragen", contacten[:2], groep="opgepakt", naar=naar.pk))

    assert "3 contacten opgepakt." in opgepakt
    assert f"2 contacten overgedragen aan {naar.naam}." in gegeven
    assert {c.status for c in Contactmoment.objects.all()} == {ContactStatus.IN_BEHANDELING}
    assert Contactmoment.objects.filter(opgepakt_door=naar.actor).count() == 2
    assert Taak.objects.filter(medewerker=naar, titel__startswith="Nieuw voor u").count() == 2


def test_een_contact_dat_een_collega_heeft_wordt_niet_afgepakt(client):
    collega, contact = voordeur.administratie(), voordeur.contact()
    client.als(collega)
    samen(client, "oppakken", [contact], groep="nieuw")

    html = melding(client.als(voordeur.administratie()), samen(client, "oppakken", [contact], groep="nieuw"))

    contact.refresh_from_db()
    assert contact.opgepakt_door == collega.actor
    assert f"{collega.naam} heeft dit contact al opgepakt" in html


def test_een_contact_gaat_niet_naar_wie_het_niet_mag_zien(client):
    consulent, contact = MedewerkerFabriek(team=WijkteamFabriek(), rollen=[]), voordeur.contact()
    client.als(voordeur.administratie())

    antwoord = samen(client, "overdragen", [contact], groep="nieuw", naar=consulent.pk)

    assert antwoord.status_code == 200  # he is not in the list
    contact.refresh_from_db()
    assert contact.opgepakt_door is None


def test_wie_weg_is_uit_de_lijst_wordt_geteld_en_niet_genoemd(client):
    klaar = taak("bestand_geweigerd", zaak=ZaakFabriek(dossier__inwoner__geslachtsnaam="Weggegaan"))
    client.als(voordeur.administratie())
    samen(client, "afvinken", [klaar])

    html = samen(client, "oppakken", [klaar], bevestigd=False).content.decode()

    assert "1 taak: een collega heeft dat werk intussen, of het is klaar." in html
    assert "Weggegaan" not in html


def test_te_laat_en_zonder_eigenaar_staan_er_in_woorden(client):
    rij = taak(zaak=ZaakFabriek())
    Taak.objects.filter(pk=rij.pk)
    rij.uiterlijk_op = VANDAAG - datetime.timedelta(days=3)
    rij.bewaren(door=rij.history.first().history_user, reden="test")

    html = client.als(voordeur.administratie()).get(LIJST, {"groep": "taken"}).content.decode()

    assert "3 dagen te laat" in html
    assert "Niemand" in html
