"""Closing by the exit table of each state: what can be chosen, what waits, what it ends; who may."""

import datetime

import pytest
from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang import onderdelen
from toegang.models import Aanvraag, Taak
from toegang.rechten import Rol
from toegang.regels import (
    Afsluitreden,
    check_mag_afsluiten,
    uitgangen,
    wat_afsluiten_weigert,
    werkdagen_later,
)
from toegang.statussen import OngeldigeOvergang, ZaakStatus
from toegang.usecases.aanvraag_registreren import aanvraag_registreren
from toegang.usecases.zaak_afsluiten import zaak_afsluiten

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def url(zaak):
    return f"/toegang/zaak/{zaak.pk}/afsluiten/"


def feiten(**anders):
    return {"verslag_verstuurd": False, "open_aanvraag": False, "schriftelijk": False} | anders


@pytest.mark.parametrize("status", [s for s in ZaakStatus if s != ZaakStatus.AFGESLOTEN])
def test_intrekken_overlijden_en_verhuizen_kan_altijd(status):
    for reden in (Afsluitreden.INGETROKKEN, Afsluitreden.OVERLEDEN, Afsluitreden.VERHUISD):
        assert wat_afsluiten_weigert(status, reden, **feiten()) == []


def test_elke_reden_hoort_bij_een_toestand_en_afgesloten_heeft_geen_uitgang():
    assert set().union(*(uitgangen(s) for s in ZaakStatus)) == set(Afsluitreden)
    assert uitgangen(ZaakStatus.AFGESLOTEN) == frozenset()


@pytest.mark.parametrize(
    ("status", "reden", "anders", "stuk"),
    [
        ("nieuw", "beantwoord", {}, None),
        ("onderzoek", "verhuisd", {"zaaksoort": "opvang"}, "eindigt de vraag niet door verhuizen"),
        ("onderzoek", "verhuisd", {"zaaksoort": "beschermd_wonen"}, "eindigt de vraag niet door verhuizen"),
        ("onderzoek", "verhuisd", {"zaaksoort": "heronderzoek"}, None),
        ("nieuw", "besluit", {}, "kan niet eindigen met 'Besluit verzonden'"),
        ("te_verdelen", "beantwoord", {}, "kan niet eindigen"),
        ("onderzoek", "geen_aanvraag", {}, "Verstuur eerst het verslag"),
        ("onderzoek", "geen_aanvraag", {"verslag_verstuurd": True}, None),
        ("onderzoek", "verwezen", {}, "Verstuur eerst het verslag"),
        ("vraagverheldering", "verwezen", {}, None),
        ("besluitvorming", "ingetrokken", {"open_aanvraag": True}, "schriftelijk"),
        ("besluitvorming", "ingetrokken", {"open_aanvraag": True, "schriftelijk": True}, None),
        (
            "besluitvorming",
            "verhuisd",
            {"open_aanvraag": True, "schriftelijk": True},
            "eindigt met een besluit",
        ),
        ("besluitvorming", "overleden", {"open_aanvraag": True}, None),
        ("besluitvorming", "besluit", {"open_aanvraag": True}, "eindigt met een besluit"),
        ("besluitvorming", "besluit", {}, None),
        ("onderzoek", "zonder_besluit", {}, "Er loopt geen hulp op een verwijzing of bepaling"),
        ("onderzoek", "zonder_besluit", {"zonder_besluit": True}, None),
        ("onderzoek", "zonder_besluit", {"zonder_besluit": True, "open_aanvraag": True}, "nog een aanvraag"),
        ("afgesloten", "beantwoord", {}, "al afgesloten"),
    ],
)
def test_de_tabel_van_uitgangen(status, reden, anders, stuk):
    zinnen = wat_afsluiten_weigert(status, reden, **feiten(**anders))

    assert (zinnen == []) if stuk is None else (stuk in zinnen[0])


# State x exit, every cell: "ja", "na het verslag", with help on a "papier", or "nee" (design: closing is by an exit table per state).
KAN = {
    "nieuw": "ja ja nee nee nee ja ja ja papier",
    "vraagverheldering": "ja ja ja nee nee ja ja ja papier",
    "te_verdelen": "nee nee nee nee nee ja ja ja papier",
    "onderzoek": "nee verslag verslag nee verslag ja ja ja papier",
    "besluitvorming": "nee nee nee ja nee ja ja ja nee",
    "afgesloten": "nee nee nee nee nee nee nee nee nee",
}
REDENEN = (
    "beantwoord", "verwezen", "basishulp", "besluit", "geen_aanvraag", "ingetrokken", "overleden", "verhuisd",
    "zonder_besluit",
)  # fmt: skip


@pytest.mark.parametrize(
    ("status", "reden", "kan"),
    [(status, r, k) for status, rij in KAN.items() for r, k in zip(REDENEN, rij.split(), strict=True)],
)
def test_elke_uitgang_in_elke_toestand(status, reden, kan):
    zonder = wat_afsluiten_weigert(status, reden, **feiten())
    verslag = wat_afsluiten_weigert(status, reden, **feiten(verslag_verstuurd=True))
    papier = wat_afsluiten_weigert(status, reden, **feiten(zonder_besluit=True))

    assert (not zonder, not verslag, not papier) == {
        "ja": (True, True, True), "verslag": (False, True, False), "papier": (False, False, True),
        "nee": (False, False, False),
    }[kan]  # fmt: skip


def test_wat_een_andere_kamer_tegenhoudt_staat_in_dezelfde_zin():
    with pytest.raises(OngeldigeOvergang, match="Er loopt nog hulp"):
        check_mag_afsluiten("nieuw", "beantwoord", ook=["Er loopt nog hulp."], **feiten())


def test_drie_werkdagen_slaan_het_weekend_en_kerst_over():
    assert werkdagen_later(datetime.date(2026, 12, 23), 3) == datetime.date(2026, 12, 29)


def test_afsluiten_stopt_termijnen_taken_en_contacten(client):
    zaak = voordeur.zaak("vraagverheldering")

    antwoord = client.als(voordeur.administratie()).post(url(zaak), {"reden": "verwezen"}, follow=True)

    zaak.refresh_from_db()
    assert "Zaak afgesloten. De termijnen en taken zijn gestopt." in antwoord.content.decode()
    assert (zaak.status, zaak.afsluitreden, zaak.afgesloten_op) == ("afgesloten", "verwezen", VANDAAG)
    assert not zaak.termijnen.lopend().exists()
    assert not Taak.objects.open().filter(zaak=zaak).exists()
    assert zaak.contactmomenten.get().status == "afgehandeld"
    assert zaak.eerstvolgende_op == datetime.date(9999, 12, 31)
    assert zaak.gebeurtenissen.filter(soort="zaak_afgesloten").count() == 1


def test_schriftelijk_intrekken_sluit_ook_de_aanvraag():
    zaak, door = voordeur.zaak(), voordeur.administratie().actor
    aanvraag_registreren(
        zaak_id=zaak.pk, door=door, vandaag=VANDAAG, nu=timezone.now(), ontvangen_op=VANDAAG, wijze="formulier",
        gevraagd="Hulp",
    )  # fmt: skip

    with pytest.raises(OngeldigeOvergang, match="schriftelijk"):
        zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, reden="ingetrokken")
    zaak_afsluiten(zaak_id=zaak.pk, door=door, vandaag=VANDAAG, reden="ingetrokken", schriftelijk=True)

    aanvraag = Aanvraag.objects.get()
    assert (aanvraag.status, aanvraag.afgedaan_op) == ("ingetrokken", VANDAAG)


def test_het_scherm_biedt_alleen_wat_kan_en_zegt_waarom_het_andere_niet_kan(client):
    zaak = voordeur.zaak()
    client.als(voordeur.administratie())

    tekst = client.get(url(zaak)).content.decode()
    antwoord = client.post(url(zaak), {"reden": ""})

    assert 'value="beantwoord"' in tekst
    assert 'value="besluit"' not in tekst
    assert "Kies waarom u deze zaak afsluit" in antwoord.content.decode()


def test_wat_blokkeert_staat_in_plaats_van_het_formulier(client, monkeypatch):
    monkeypatch.setattr(onderdelen, "wat_sluiten_blokkeert", lambda zaak: ["Er ligt nog een besluit klaar."])
    zaak = voordeur.zaak()
    client.als(voordeur.administratie())

    tekst = client.get(url(zaak)).content.decode()

    assert "Er ligt nog een besluit klaar." in tekst
    assert 'name="reden"' not in tekst
    assert client.post(url(zaak), {"reden": "beantwoord"}).status_code == 200
    zaak.refresh_from_db()
    assert zaak.is_open


def test_een_verzonden_besluit_sluit_de_zaak_wie_de_brief_ook_verstuurde(monkeypatch):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    zaak.status = ZaakStatus.BESLUITVORMING
    zaak.bewaren(door=voordeur.administratie().actor, reden="test")

    zaak_afsluiten(zaak_id=zaak.pk, door=voordeur.administratie().actor, vandaag=VANDAAG, reden="besluit")

    zaak.refresh_from_db()
    assert zaak.afsluitreden == "besluit"


@pytest.mark.parametrize(
    ("rol", "toestand", "http", "open_"),
    [
        (Rol.ADMINISTRATIE, "nieuw", 302, False),
        (Rol.ADMINISTRATIE, "te_verdelen", 403, True),
        (Rol.KCC, "nieuw", 404, True),
        (Rol.CONSULENT, "nieuw", 404, True),
    ],
)
def test_zaak_afsluiten_rechten(client, monkeypatch, rol, toestand, http, open_):
    zaak = voordeur.zaak(toestand, monkeypatch=monkeypatch)

    antwoord = client.als(MedewerkerFabriek(rollen=[rol])).post(
        url(zaak), {"reden": "ingetrokken", "ingetrokken_hoe": "mondeling", "ingetrokken_op": "3-12-2026"}
    )

    zaak.refresh_from_db()
    assert (antwoord.status_code, zaak.is_open) == (http, open_)


def test_intrekken_op_het_scherm_legt_vast_wanneer_en_hoe(client):
    zaak = voordeur.zaak()
    client.als(voordeur.administratie())

    leeg = client.post(url(zaak), {"reden": "ingetrokken"}).content.decode()
    client.post(
        url(zaak), {"reden": "ingetrokken", "ingetrokken_hoe": "mondeling", "ingetrokken_op": "3-12-2026"}
    )
    zaak.refresh_from_db()

    assert "Kies hoe de inwoner de vraag introk" in leeg
    assert "Vul in op welke dag de inwoner de vraag introk" in leeg
    assert (zaak.afsluitreden, zaak.ingetrokken_hoe, zaak.ingetrokken_op) == (
        "ingetrokken",
        "mondeling",
        VANDAAG,
    )


@pytest.mark.parametrize(
    ("dag", "open_"),
    [("", True), ("2-3-2027", True), ("3-3-2027", False), ("3-12-2027", False), ("4-12-2027", True)],
)
def test_korte_hulp_duurt_drie_tot_twaalf_maanden_en_eindigt_met_een_taak(client, dag, open_):
    zaak = voordeur.zaak("vraagverheldering")

    client.als(voordeur.administratie()).post(url(zaak), {"reden": "basishulp", "basishulp_tot_op": dag})
    zaak.refresh_from_db()

    assert zaak.is_open is open_
    taken = Taak.objects.open().filter(zaak=zaak, sleutel__startswith="basishulp")
    assert taken.count() == (0 if open_ else 1)
    if not open_:
        assert (taken.get().uiterlijk_op, taken.get().rol) == (zaak.basishulp_tot_op, Rol.ADMINISTRATIE)
