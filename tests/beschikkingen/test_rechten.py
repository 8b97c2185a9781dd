"""Who may do what with a besluit, per act: a table each. A negative row differs in one respect only.

One besluit walks through its states; in each every row is tried and taken back, so that the whole table costs one world.
"""

import datetime
import uuid

import pytest
from django.db import transaction
from django.urls import reverse

from beschikkingen.models import Besluit
from tests.beschikkingen.opstellingen import (
    STAPPEN,
    VANDAAG,
    VOLGORDE,
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


# act -> (who, state, claimed first, http, the state after it)
TABELLEN = {
    "ter_toetsing": [
        ("regisseur", "klaar", False, 302, "ter_toetsing"),
        ("regisseur", "concept", False, 302, "concept"),  # the gate is not clean
        ("regisseur", "ter_toetsing", False, 302, "ter_toetsing"),  # a second click is harmless
        ("regisseur", "verzonden", False, 302, "verzonden"),
        ("teamleider", "klaar", False, 403, "concept"),
        ("administratie", "klaar", False, 403, "concept"),
        ("ander_team", "klaar", False, 404, "concept"),
    ],
    "goedkeuren": [
        ("toetser", "ter_toetsing", True, 302, "ter_ondertekening"),
        ("toetser", "ter_toetsing", False, 403, "ter_toetsing"),
        ("regisseur", "ter_toetsing", False, 403, "ter_toetsing"),
        ("mandaat", "ter_toetsing", False, 404, "ter_toetsing"),
        ("ander_team", "ter_toetsing", False, 404, "ter_toetsing"),
    ],
    "ondertekenen": [
        ("mandaat", "ter_ondertekening", True, 302, "ondertekend"),
        ("mandaat", "ter_ondertekening", False, 403, "ter_ondertekening"),
        ("zonder_mandaat", "ter_ondertekening", False, 403, "ter_ondertekening"),
        ("te_klein_mandaat", "ter_ondertekening", False, 403, "ter_ondertekening"),
        ("andere_categorie", "ter_ondertekening", False, 403, "ter_ondertekening"),
        ("andere_wet", "ter_ondertekening", False, 403, "ter_ondertekening"),
        ("verlopen_mandaat", "ter_ondertekening", False, 403, "ter_ondertekening"),
        ("toetser", "ter_ondertekening", False, 404, "ter_ondertekening"),
        ("ander_team", "ter_ondertekening", False, 404, "ter_ondertekening"),
        ("mandaat", "ter_toetsing", False, 404, "ter_toetsing"),
    ],
    "terugsturen": [
        ("toetser", "ter_toetsing", True, 302, "concept"),
        ("mandaat", "ter_ondertekening", True, 302, "concept"),
        ("regisseur", "ondertekend", False, 302, "concept"),
        ("regisseur", "brief", False, 302, "concept"),
        ("regisseur", "verzonden", False, 302, "verzonden"),
        ("regisseur", "ter_toetsing", False, 403, "ter_toetsing"),
        ("administratie", "ondertekend", False, 403, "ondertekend"),
        ("ander_team", "ondertekend", False, 404, "ondertekend"),
    ],
}
OPPAKKEN = [
    ("toetser", "ter_toetsing", 302),
    ("mandaat", "ter_ondertekening", 302),
    ("toetser", "ter_ondertekening", 404),
    ("mandaat", "ter_toetsing", 404),
    ("toetser", "klaar", 404),
    ("zonder_mandaat", "ter_ondertekening", 403),
    ("regisseur", "ter_toetsing", 403),  # the page is for the queue's roles
    ("administratie", "ter_toetsing", 403),
]
LEZEN = [
    ("regisseur", "concept", 200),
    ("regisseur", "verzonden", 200),
    ("administratie", "concept", 403),
    ("ander_team", "concept", 404),
    ("toetser", "ter_toetsing", 404),  # not claimed: the queue shows no content
    ("kcc", "concept", 404),
]
VERZENDEN = [
    ("administratie", "ondertekend", 302, 1),
    ("administratie", "ter_ondertekening", 302, 0),
    ("regisseur", "ondertekend", 403, 0),
    ("mandaat", "ondertekend", 404, 0),
    ("ander_team", "ondertekend", 404, 0),
]
VERSTUREN = {"reden": "Noem de ziekte niet.", "onderdeel": "mantelzorg"}


def standen():
    """One besluit in each of its states, in their order."""
    besluit = besluit_in("concept")
    yield "concept", besluit
    for stap in VOLGORDE[1:]:
        besluit = Besluit.objects.select_related("zaak__regisseur", "aanvraag").get(pk=besluit.pk)
        STAPPEN[stap](besluit, verse(besluit.zaak.regisseur))
        yield stap, Besluit.objects.select_related("zaak__regisseur", "aanvraag").get(pk=besluit.pk)


def rijen_van(toestand):
    """Every row of every table that begins in this state."""
    for act, tabel in TABELLEN.items():
        yield from ((act, rij[0], rij[2], rij[3], rij[4]) for rij in tabel if rij[1] == toestand)
    yield from (("oppakken", soort, False, http, None) for soort, t, http in OPPAKKEN if t == toestand)
    yield from (("lezen", soort, False, http, None) for soort, t, http in LEZEN if t == toestand)
    yield from (("verzenden", soort, False, http, n) for soort, t, http, n in VERZENDEN if t == toestand)


def test_elke_act_in_elke_toestand(client):
    fout, gedaan = [], 0

    for toestand, besluit in standen():
        for rij in rijen_van(toestand):
            punt = transaction.savepoint()
            if mis := _anders_dan(client, besluit, *rij):
                fout.append((toestand, *rij, mis))
            transaction.savepoint_rollback(punt)
            gedaan += 1

    assert fout == []
    assert gedaan == sum(
        map(len, (*TABELLEN.values(), OPPAKKEN, LEZEN, VERZENDEN))
    )  # no row in a state that never was


def _anders_dan(client, besluit, act, soort, opgepakt, http, daarna):
    """What does not hold of this row; nothing when all does."""
    mens = wie(soort, besluit)
    if opgepakt:
        opgepakt_door(mens, besluit)
    if act == "lezen":
        return _lezen(client, besluit, mens, http)
    gegevens = {"verzenden": {"verzenddatum": "7-12-2026"}, "terugsturen": VERSTUREN}.get(act, {})
    antwoord = doe(client, mens, act, besluit.pk, **gegevens)
    if antwoord.status_code != http:
        return antwoord.status_code
    if act == "oppakken":
        return _oppakken(client, besluit, mens, http)
    if act == "verzenden":
        dag = datetime.date(2026, 12, 7)
        gemaakt = besluit.zaak.brieven.filter(soort="besluit", verzenddatum=dag).count()
        return "" if gemaakt == daarna else f"{gemaakt} brieven"
    if status(besluit) != daarna:
        return status(besluit)
    gevolg = {"goedkeuren": _goedgekeurd, "ondertekenen": _ondertekend, "terugsturen": _teruggestuurd}.get(
        act
    )
    return gevolg(client, besluit, mens, soort, antwoord) if gevolg else ""


def _lezen(client, besluit, mens, http):
    code = client.als(mens).get(reverse("beschikkingen:besluit", args=[besluit.pk])).status_code
    laatste = Inzage.objects.latest("id")
    goed = code == http and (laatste.scherm, laatste.uitkomst == "gelukt") == ("besluit", http == 200)
    return "" if goed else (code, laatste.scherm, laatste.uitkomst)


def _oppakken(client, besluit, mens, http):
    if ZaakUserObjectPermission.objects.filter(user=mens).exists() != (http == 302):
        return "uitzondering"
    leest = client.get(reverse("beschikkingen:besluit", args=[besluit.pk])).status_code
    return "" if http != 302 or leest == 200 else f"leest {leest}"


def _goedgekeurd(client, besluit, mens, soort, antwoord):
    if antwoord.status_code != 302:
        return ""
    if doe(client, mens, "goedkeuren", besluit.pk).status_code != 302:
        return "een tweede klik"
    weg = client.get(reverse("beschikkingen:besluit", args=[besluit.pk])).status_code == 404
    return "" if weg and verse(mens).rechten.zaken == {} else "nog opgepakt"  # the claim is over


def _ondertekend(client, besluit, mens, soort, antwoord):
    if antwoord.status_code == 302:
        weer = (doe(client, mens, "ondertekenen", besluit.pk).status_code, status(besluit))
        return "" if weer == (302, "ondertekend") else f"een tweede klik: {weer}"
    zegt = "Uw mandaat dekt dit product of dit bedrag niet. K." in antwoord.content.decode()
    hoort = soort.endswith("mandaat") and soort != "mandaat" and antwoord.status_code == 403
    return "" if zegt or not hoort else "zegt niet wie het wel kan"


def _teruggestuurd(client, besluit, mens, soort, antwoord):
    besluit = Besluit.objects.select_related("zaak").get(pk=besluit.pk)
    if antwoord.status_code != 302 or besluit.status != "concept":
        return ""
    taak = besluit.zaak.taken.open().get(sleutel=f"besluit_aanpassen:{besluit.pk}")
    leeg = (besluit.getoetst_op, besluit.ondertekend_op, besluit.opgepakt_door) == (None, None, None)
    weg = not besluit.zaak.brieven.filter(soort="besluit").exclude(status="vervallen").exists()
    bij = besluit.opmerkingen.get().tekst == VERSTUREN["reden"] and taak.medewerker == besluit.zaak.regisseur
    return "" if leeg and weg and bij else (leeg, weg, bij)


def test_opstellen(client):
    zaak = zaak_met_verslag()
    met_indicatie(zaak)
    fout = []

    for soort, http, aantal in (
        ("regisseur", 302, 1), ("teamleider", 403, 0), ("administratie", 403, 0), ("ander_team", 404, 0), ("kcc", 404, 0),
    ):  # fmt: skip
        punt = transaction.savepoint()
        mens = wie(soort, Besluit(zaak=zaak))
        antwoord = doe(client, mens, "opstellen", zaak.aanvragen.get().pk)
        if (antwoord.status_code, Besluit.objects.count()) != (http, aantal):
            fout.append((soort, antwoord.status_code, Besluit.objects.count()))
        transaction.savepoint_rollback(punt)

    assert fout == []


def test_opstellen_zonder_verslag_wacht_op_de_aanvraag(client):
    zaak = zaak_in_onderzoek()

    tekst = (
        client.als(zaak.regisseur).get(reverse("beschikkingen:besluiten", args=[zaak.pk])).content.decode()
    )

    assert "Er is nog geen aanvraag" in tekst


def test_oppakken_is_een_uitzondering_die_eindigt(client, time_machine):
    besluit = besluit_in("ter_toetsing")
    eerste = toetser(last_name="Aydin")

    door = opgepakt_door(eerste, besluit)
    opgepakt_door(eerste, besluit)
    rij, gelezen = ZaakUserObjectPermission.objects.get(user=eerste), dict(door.rechten.zaken)
    ander = doe(client, toetser(), "oppakken", besluit.pk)
    besluit.zaak.regisseur.groups.add(eerste.groups.get())
    zelf = doe(client, besluit.zaak.regisseur, "oppakken", besluit.pk)
    time_machine.move_to(datetime.datetime(2026, 12, 11, 9, 0, tzinfo=datetime.UTC))
    vergeten = doe(client, toetser(), "oppakken", besluit.pk)

    assert gelezen[Recht.INHOUD_INZIEN] == (besluit.zaak_id,)
    assert Recht.GEVOELIG_INZIEN not in gelezen
    assert (rij.grond, rij.tot.date(), rij.permission.codename) == (
        Grond.TOETS,
        datetime.date(2026, 12, 10),
        "inhoud_inzien",
    )
    assert (ander.status_code, zelf.status_code, vergeten.status_code) == (403, 403, 302)
    assert "R. Aydin heeft dit besluit al opgepakt" in ander.content.decode()
    assert "want u hebt het zelf opgesteld" in zelf.content.decode()
    assert "R. Aydin" in zelf.content.decode()
    assert verse(eerste).rechten.zaken == {}


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


def test_verzenddatum_niet_in_het_verleden(client):
    besluit = besluit_in("ondertekend")

    antwoord = doe(client, administratie(), "verzenden", besluit.pk, verzenddatum="2-12-2026")

    assert antwoord.status_code == 200
    assert "op of na 3 december 2026" in antwoord.content.decode()
