"""Who may do what with a besluit, per act: a table each. A negative row differs in one respect only."""

import datetime
import uuid

import pytest
from django.urls import reverse

from beschikkingen.models import Besluit
from tests.beschikkingen.opstellingen import (
    VANDAAG,
    administratie,
    besluit_in,
    mandaat_van,
    met_indicatie,
    ondertekenaar,
    opgepakt_door,
    toetser,
    verse,
)
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import zaak_in_onderzoek, zaak_met_verslag
from toegang.models import Inzage, ZaakUserObjectPermission
from toegang.rechten import Grond, Recht, Rol

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("op_de_dag")]


@pytest.fixture
def op_de_dag(time_machine):
    """The day of the samples: the views read the clock."""
    time_machine.move_to(datetime.datetime(2026, 12, 3, 9, 0, tzinfo=datetime.UTC))


def wie(soort: str, besluit):
    """A colleague in this position towards the besluit."""
    zaak = besluit.zaak
    if soort == "regisseur":
        return zaak.regisseur
    if soort == "teamleider":
        return MedewerkerFabriek(team=zaak.wijkteam, team__rol=Rol.TEAMLEAD)
    if soort == "ander_team":
        return MedewerkerFabriek(team=WijkteamFabriek())
    if soort == "toetser":
        return toetser()
    if soort == "mandaat":
        return ondertekenaar()
    if soort == "zonder_mandaat":
        return MedewerkerFabriek(rollen=[Rol.ONDERTEKENAAR])
    if soort == "te_klein_mandaat":
        return ondertekenaar(tot_bedrag=3275)  # one euro short
    if soort == "andere_categorie":
        return ondertekenaar(categorie="11")
    if soort == "andere_wet":
        return ondertekenaar(wet="jeugdwet")
    if soort == "verlopen_mandaat":
        return ondertekenaar(tot_op=VANDAAG)
    return MedewerkerFabriek(rollen=[Rol(soort)])


def status(besluit):
    return Besluit.objects.get(pk=besluit.pk).status


def doe(client, mens, act, pk, **gegevens):
    return client.als(mens).post(reverse(f"beschikkingen:{act}", args=[pk]), gegevens)


@pytest.mark.parametrize(
    ("medewerker", "http", "aantal"),
    [
        ("regisseur", 302, 1),
        ("teamleider", 403, 0),
        ("administratie", 403, 0),
        ("ander_team", 404, 0),
        ("kcc", 404, 0),
    ],
)
def test_opstellen(client, medewerker, http, aantal):
    zaak = zaak_met_verslag()
    met_indicatie(zaak)
    mens = wie(medewerker, Besluit(zaak=zaak))

    antwoord = doe(client, mens, "opstellen", zaak.aanvragen.get().pk)

    assert antwoord.status_code == http
    assert Besluit.objects.count() == aantal


def test_opstellen_zonder_verslag_wacht_op_de_aanvraag(client):
    zaak = zaak_in_onderzoek()

    tekst = (
        client.als(zaak.regisseur).get(reverse("beschikkingen:besluiten", args=[zaak.pk])).content.decode()
    )

    assert "Er is nog geen aanvraag" in tekst


@pytest.mark.parametrize(
    ("medewerker", "toestand", "http"),
    [
        ("regisseur", "concept", 200),
        ("regisseur", "verzonden", 200),
        ("administratie", "concept", 403),
        ("ander_team", "concept", 404),
        ("toetser", "ter_toetsing", 404),  # not claimed: the queue shows no content
        ("kcc", "concept", 404),
    ],
)
def test_lezen(client, medewerker, toestand, http):
    besluit = besluit_in(toestand)
    mens = wie(medewerker, besluit)

    assert client.als(mens).get(reverse("beschikkingen:besluit", args=[besluit.pk])).status_code == http
    laatste = Inzage.objects.latest("id")
    assert (laatste.scherm, laatste.uitkomst == "gelukt") == ("besluit", http == 200)


@pytest.mark.parametrize(
    ("medewerker", "toestand", "http", "naar"),
    [
        ("regisseur", "klaar", 302, "ter_toetsing"),
        ("regisseur", "concept", 302, "concept"),  # the gate is not clean
        ("regisseur", "ter_toetsing", 302, "ter_toetsing"),  # a second click is harmless
        ("regisseur", "verzonden", 302, "verzonden"),
        ("teamleider", "klaar", 403, "concept"),
        ("administratie", "klaar", 403, "concept"),
        ("ander_team", "klaar", 404, "concept"),
    ],
)
def test_ter_toetsing(client, medewerker, toestand, http, naar):
    besluit = besluit_in(toestand)

    assert doe(client, wie(medewerker, besluit), "ter_toetsing", besluit.pk).status_code == http
    assert status(besluit) == naar


@pytest.mark.parametrize(
    ("medewerker", "toestand", "http"),
    [
        ("toetser", "ter_toetsing", 302),
        ("mandaat", "ter_ondertekening", 302),
        ("toetser", "ter_ondertekening", 404),
        ("mandaat", "ter_toetsing", 404),
        ("toetser", "klaar", 404),
        ("zonder_mandaat", "ter_ondertekening", 403),
        ("regisseur", "ter_toetsing", 403),  # the page is for the queue's roles
        ("administratie", "ter_toetsing", 403),
    ],
)
def test_oppakken(client, medewerker, toestand, http):
    besluit = besluit_in(toestand)
    mens = wie(medewerker, besluit)

    antwoord = doe(client, mens, "oppakken", besluit.pk)

    assert antwoord.status_code == http
    geeft = ZaakUserObjectPermission.objects.filter(user=mens).exists()
    assert geeft == (http == 302)
    if http == 302:
        assert client.get(reverse("beschikkingen:besluit", args=[besluit.pk])).status_code == 200


def test_oppakken_is_een_uitzondering_met_grond_en_einde():
    besluit = besluit_in("ter_toetsing")
    mens = toetser()

    door = opgepakt_door(mens, besluit)
    opgepakt_door(mens, besluit)

    rij = ZaakUserObjectPermission.objects.get(user=mens)
    assert (rij.grond, rij.tot.date(), rij.permission.codename) == (
        Grond.TOETS,
        datetime.date(2026, 12, 10),
        "inhoud_inzien",
    )
    assert door.rechten.zaken[Recht.INHOUD_INZIEN] == (besluit.zaak_id,)
    assert Recht.GEVOELIG_INZIEN not in door.rechten.zaken


def test_wat_een_ander_oppakte_zegt_wie(client):
    besluit = besluit_in("ter_toetsing")
    opgepakt_door(toetser(last_name="Aydin"), besluit)

    antwoord = doe(client, toetser(), "oppakken", besluit.pk)

    assert antwoord.status_code == 403
    assert "R. Aydin heeft dit besluit al opgepakt" in antwoord.content.decode()


def test_een_vergeten_besluit_komt_terug_in_de_rij(client, time_machine):
    besluit = besluit_in("ter_toetsing")
    eerste = toetser()
    opgepakt_door(eerste, besluit)
    time_machine.move_to(datetime.datetime(2026, 12, 11, 9, 0, tzinfo=datetime.UTC))

    assert doe(client, toetser(), "oppakken", besluit.pk).status_code == 302
    assert verse(eerste).rechten.zaken == {}


@pytest.mark.parametrize(
    ("medewerker", "opgepakt", "toestand", "http", "naar"),
    [
        ("toetser", True, "ter_toetsing", 302, "ter_ondertekening"),
        ("toetser", False, "ter_toetsing", 403, "ter_toetsing"),
        ("regisseur", False, "ter_toetsing", 403, "ter_toetsing"),
        ("mandaat", False, "ter_toetsing", 404, "ter_toetsing"),
        ("ander_team", False, "ter_toetsing", 404, "ter_toetsing"),
    ],
)
def test_goedkeuren(client, medewerker, opgepakt, toestand, http, naar):
    besluit = besluit_in(toestand)
    mens = wie(medewerker, besluit)
    if opgepakt:
        opgepakt_door(mens, besluit)

    antwoord = doe(client, mens, "goedkeuren", besluit.pk)

    assert antwoord.status_code == http
    assert status(besluit) == naar
    if naar == "ter_ondertekening":
        assert doe(client, mens, "goedkeuren", besluit.pk).status_code == 302  # a second click is harmless
        assert verse(mens).rechten.zaken == {}  # the claim is over
        assert client.get(reverse("beschikkingen:besluit", args=[besluit.pk])).status_code == 404


def test_wie_opstelt_toetst_niet_ook_al_is_hij_toetser(client):
    besluit = besluit_in("ter_toetsing")
    toetser(last_name="Aydin")
    besluit.zaak.regisseur.groups.add(toetser().groups.get())

    antwoord = doe(client, besluit.zaak.regisseur, "oppakken", besluit.pk)

    assert antwoord.status_code == 403
    tekst = antwoord.content.decode()
    assert "want u hebt het zelf opgesteld" in tekst
    assert "R. Aydin" in tekst


@pytest.mark.parametrize(
    ("medewerker", "opgepakt", "toestand", "http", "naar"),
    [
        ("mandaat", True, "ter_ondertekening", 302, "ondertekend"),
        ("mandaat", False, "ter_ondertekening", 403, "ter_ondertekening"),
        ("zonder_mandaat", False, "ter_ondertekening", 403, "ter_ondertekening"),
        ("te_klein_mandaat", False, "ter_ondertekening", 403, "ter_ondertekening"),
        ("andere_categorie", False, "ter_ondertekening", 403, "ter_ondertekening"),
        ("andere_wet", False, "ter_ondertekening", 403, "ter_ondertekening"),
        ("verlopen_mandaat", False, "ter_ondertekening", 403, "ter_ondertekening"),
        ("toetser", False, "ter_ondertekening", 404, "ter_ondertekening"),
        ("ander_team", False, "ter_ondertekening", 404, "ter_ondertekening"),
        ("mandaat", False, "ter_toetsing", 404, "ter_toetsing"),
    ],
)
def test_ondertekenen_vraagt_mandaat(client, medewerker, opgepakt, toestand, http, naar):
    besluit = besluit_in(toestand)
    mens = wie(medewerker, besluit)
    if opgepakt:
        opgepakt_door(mens, besluit)

    antwoord = doe(client, mens, "ondertekenen", besluit.pk)

    assert antwoord.status_code == http
    assert status(besluit) == naar
    if naar == "ondertekend":
        assert doe(client, mens, "ondertekenen", besluit.pk).status_code == 302  # a second click is harmless
        assert status(besluit) == "ondertekend"
    elif http == 403 and medewerker.endswith("mandaat") and medewerker != "mandaat":
        assert "Uw mandaat dekt dit product of dit bedrag niet. K." in antwoord.content.decode()


def test_wie_toetste_tekent_niet(client):
    besluit = besluit_in("ter_ondertekening")
    mens = besluit.getoetst_door.medewerker
    mens.groups.add(ondertekenaar().groups.get())
    mandaat_van(mens)

    antwoord = doe(client, mens, "ondertekenen", besluit.pk)

    assert antwoord.status_code == 403
    assert "want u hebt het zelf getoetst" in antwoord.content.decode()


def test_dezelfde_sleutel_geeft_hetzelfde_antwoord(client):
    besluit = besluit_in("ter_ondertekening")
    mens = ondertekenaar()
    opgepakt_door(mens, besluit)
    sleutel, adres = uuid.uuid4(), reverse("beschikkingen:ondertekenen", args=[besluit.pk])
    client.als(mens)

    antwoorden = [client.post(adres, {}, sleutel=sleutel)["Location"] for _ in range(3)]

    assert len(set(antwoorden)) == 1
    assert Besluit.objects.get(pk=besluit.pk).history.filter(history_change_reason="ondertekend").count() == 1


@pytest.mark.parametrize(
    ("medewerker", "toestand", "http", "naar"),
    [
        ("toetser", "ter_toetsing", 302, "concept"),
        ("mandaat", "ter_ondertekening", 302, "concept"),
        ("regisseur", "ondertekend", 302, "concept"),
        ("regisseur", "brief", 302, "concept"),
        ("regisseur", "verzonden", 302, "verzonden"),
        ("regisseur", "ter_toetsing", 403, "ter_toetsing"),
        ("administratie", "ondertekend", 403, "ondertekend"),
        ("ander_team", "ondertekend", 404, "ondertekend"),
    ],
)
def test_terugsturen(client, medewerker, toestand, http, naar):
    besluit = besluit_in(toestand)
    mens = wie(medewerker, besluit)
    if medewerker in ("toetser", "mandaat"):
        opgepakt_door(mens, besluit)

    antwoord = doe(
        client, mens, "terugsturen", besluit.pk, reden="Noem de ziekte niet.", onderdeel="mantelzorg"
    )

    assert antwoord.status_code == http
    besluit = Besluit.objects.get(pk=besluit.pk)
    assert besluit.status == naar
    if naar == "concept":
        assert (besluit.getoetst_op, besluit.ondertekend_op, besluit.opgepakt_door) == (None, None, None)
        assert besluit.opmerkingen.get().tekst == "Noem de ziekte niet."
        assert (
            besluit.zaak.taken.open().get(sleutel=f"besluit_aanpassen:{besluit.pk}").medewerker
            == besluit.zaak.regisseur
        )
        assert not besluit.zaak.brieven.filter(soort="besluit").exclude(status="vervallen").exists()


@pytest.mark.parametrize(
    ("medewerker", "toestand", "http", "aantal"),
    [
        ("administratie", "ondertekend", 302, 1),
        ("administratie", "ter_ondertekening", 302, 0),
        ("regisseur", "ondertekend", 403, 0),
        ("mandaat", "ondertekend", 404, 0),
        ("ander_team", "ondertekend", 404, 0),
    ],
)
def test_verzenddatum_kiezen(client, medewerker, toestand, http, aantal):
    besluit = besluit_in(toestand)

    antwoord = doe(client, wie(medewerker, besluit), "verzenden", besluit.pk, verzenddatum="7-12-2026")

    assert antwoord.status_code == http
    assert (
        besluit.zaak.brieven.filter(soort="besluit", verzenddatum=datetime.date(2026, 12, 7)).count()
        == aantal
    )


def test_verzenddatum_niet_in_het_verleden(client):
    besluit = besluit_in("ondertekend")

    antwoord = doe(client, administratie(), "verzenden", besluit.pk, verzenddatum="2-12-2026")

    assert antwoord.status_code == 200
    assert "op of na 3 december 2026" in antwoord.content.decode()
