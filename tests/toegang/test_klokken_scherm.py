"""The clock page and the acts on it: what each colleague sees, may press and is told."""

import datetime

import pytest

from tests.fabrieken import MedewerkerFabriek
from tests.toegang import voordeur
from tests.toegang.test_klokken import besluit, op_de_post, opgeschort, verlengd
from toegang.models import Inzage, Opschorting, TermijnSoort, Verlenging
from toegang.rechten import Rol, Wet
from toegang.usecases import klok
from toegang.usecases.opschortingen_aflopen import opschortingen_aflopen

pytestmark = pytest.mark.django_db
D = datetime.date
VANDAAG = voordeur.VANDAAG


@pytest.fixture(autouse=True)
def _vandaag(time_machine):
    time_machine.move_to("2026-12-03 10:42+01:00")


def bladzijde(client, zaak):
    return client.get(f"/toegang/zaak/{zaak.pk}/termijnen/").content.decode()


def test_elke_termijn_staat_er_met_artikel_begin_einde_en_berekening(client):
    termijn, _ = besluit()
    client.als(voordeur.administratie())

    tekst = bladzijde(client, termijn.zaak)

    for zin in (
        "Wmo 2015 art. 2.3.2 lid 1", "Wmo 2015 art. 2.3.5 lid 2", "Termijn laten stilstaan",
        "2 weken na donderdag 3 december 2026: donderdag 17 december 2026.",
        "Tijd van de inwoner: tot en met donderdag 10 december 2026",
    ):  # fmt: skip
        assert zin in tekst
    assert Inzage.objects.filter(scherm="termijnen", zaak=termijn.zaak_id, laag="L1").count() == 1


def test_een_pauze_kerst_en_de_dagen_bruto_en_netto(client, time_machine):
    termijn, door = besluit()
    o = opgeschort(termijn, door, reden="- een loonstrook\n- uw huurcontract")
    op_de_post(o)
    time_machine.move_to("2026-12-11 10:42+01:00")
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))

    stil = bladzijde(client, termijn.zaak)
    antwoord = client.post(
        f"/toegang/opschorting/{o.pk}/beeindigen/",
        {"einde": "aangevuld", "tot_op": "11-12-2026"},
        follow=True,
    )
    tekst = antwoord.content.decode()

    assert "Nog niet bekend: de termijn staat stil" in stil
    assert "een loonstrook" in stil
    assert "De termijn loopt weer. Besluit uiterlijk maandag 28 december 2026." in tekst
    assert "De termijn stond 8 dagen stil: vrijdag 25 december 2026." in tekst
    assert (
        "25 december 2026 is Eerste Kerstdag, 26 december 2026 is Tweede Kerstdag, 27 december 2026 valt"
        in tekst
    )
    assert "8 dagen, waarvan 8 stil: 0 tellen" in tekst


def test_opschorten_op_het_scherm_vraagt_alles_en_bewaart_wat_getypt_is(client):
    termijn, _ = besluit()
    client.als(voordeur.administratie())
    adres = f"/toegang/termijn/{termijn.pk}/opschorten/"

    leeg = client.post(
        adres, {"grond": "", "reden": "Uw huurcontract", "uiterlijk_op": "3-12-2026"}
    ).content.decode()
    antwoord = client.post(
        adres, {"grond": "aanvulling", "reden": "Uw huurcontract", "uiterlijk_op": "17-12-2026"}, follow=True
    )

    assert "Kies waarom de termijn stilstaat" in leeg
    assert "Uw huurcontract" in leeg
    assert "De termijn staat stil. De brief wordt gemaakt." in antwoord.content.decode()
    assert Opschorting.objects.get().uiterlijk_op == D(2026, 12, 17)
    assert (
        "staat al stil"
        in client.post(
            adres, {"grond": "aanvulling", "reden": "Nog iets", "uiterlijk_op": "17-12-2026"}
        ).content.decode()
    )


def test_uitstel_bij_de_wmo_zegt_dat_de_dag_van_de_wet_blijft(client):
    termijn, _ = besluit()
    client.als(voordeur.administratie())
    adres = f"/toegang/termijn/{termijn.pk}/verlengen/"

    assert "De laatste dag van de wet blijft staan" in client.get(adres).content.decode()
    fout = client.post(
        adres, {"reden": "Wij wachten op een arts.", "nieuwe_datum": "10-12-2026"}
    ).content.decode()
    antwoord = client.post(
        adres, {"reden": "Wij wachten op een arts.", "nieuwe_datum": "30-12-2026"}, follow=True
    )

    assert "18 december 2026" in fout
    assert "Uitstel vastgelegd" in antwoord.content.decode()
    assert "Daarna kan een dwangsom volgen" in antwoord.content.decode()
    assert Verlenging.objects.get().nieuwe_datum == D(2026, 12, 30)


def test_een_verschoven_termijn_noemt_de_dag_van_het_uitstel(client):
    termijn, door = besluit(wet=Wet.JEUGDWET)
    verlengd(termijn, door, D(2027, 3, 1))
    client.als(voordeur.administratie())

    assert "Op 3 december 2026 noemden wij een nieuwe laatste dag: maandag 1 maart 2027." in bladzijde(
        client, termijn.zaak
    )


def test_wat_voorbij_is_zegt_waardoor(client):
    termijn, door = besluit()
    klok.halen(
        termijn.zaak,
        TermijnSoort.BESLUIT,
        VANDAAG,
        door=door,
        aanvraag=termijn.aanvraag,
        met="Besluit verzonden",
    )
    client.als(voordeur.administratie())

    assert "Gehaald op 3 december 2026: besluit verzonden." in bladzijde(client, termijn.zaak)


def test_een_aanvulling_die_alsnog_komt(client, time_machine):
    termijn, door = besluit()
    o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 7))
    op_de_post(o)
    opschortingen_aflopen(vandaag=D(2026, 12, 8))
    time_machine.move_to("2026-12-10 10:42+01:00")
    client.als(MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]))

    assert "Er kwam alsnog een aanvulling" in bladzijde(client, termijn.zaak)
    antwoord = client.post(
        f"/toegang/opschorting/{o.pk}/beeindigen/",
        {"einde": "aangevuld", "tot_op": "10-12-2026"},
        follow=True,
    )

    assert "Zij kwam na de gevraagde dag, dus de termijn liep al weer" in antwoord.content.decode()
    assert "Alsnog aangevuld op 10 december 2026" in antwoord.content.decode()


@pytest.mark.parametrize(
    ("rol", "lezen", "stil"),
    [
        (Rol.ADMINISTRATIE, 200, 302), (Rol.KCC, 404, 404), (Rol.CONSULENT, 404, 404), (Rol.BEHEERDER, 404, 404),
        (Rol.TEAMLEAD, 404, 404),
    ],
)  # fmt: skip
def test_rechten_op_de_termijnen(client, rol, lezen, stil):
    termijn, _ = besluit()
    client.als(MedewerkerFabriek(rollen=[rol]))

    assert client.get(f"/toegang/zaak/{termijn.zaak_id}/termijnen/").status_code == lezen
    for act, velden in (
        ("opschorten", {"grond": "instemming", "reden": "U vroeg om tijd.", "uiterlijk_op": "17-12-2026"}),
    ):
        assert client.post(f"/toegang/termijn/{termijn.pk}/{act}/", velden).status_code == stil
    assert Opschorting.objects.exists() is (stil == 302)


def test_wie_alleen_het_proces_ziet_leest_geen_reden(client, monkeypatch):
    zaak = voordeur.zaak("te_verdelen", monkeypatch=monkeypatch)
    door = voordeur.administratie().actor
    termijn = klok.starten(zaak, TermijnSoort.BESLUIT, VANDAAG, door=door)
    opgeschort(termijn, door, reden="Uw psychiatrisch rapport")
    team = zaak.wijkteam
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.PROCESCOORDINATOR))

    tekst = bladzijde(client, zaak)

    assert "psychiatrisch" not in tekst
    assert "Stilgestaan" in tekst
    assert "Termijn laten stilstaan" not in tekst


@pytest.mark.parametrize(
    ("dag", "gehaald"), [("3-12-2026", D(2026, 12, 3)), ("2-12-2026", None), ("4-12-2026", None)]
)
def test_het_eerste_gesprek_over_schulden_haalt_de_termijn(client, dag, gehaald):
    zaak = voordeur.zaak(wet=Wet.SCHULDHULP)
    termijn = zaak.termijnen.get(soort="eerste_gesprek")
    client.als(voordeur.administratie())

    assert "Eerste gesprek vastleggen" in bladzijde(client, zaak)
    client.post(f"/toegang/termijn/{termijn.pk}/eerste-gesprek/", {"op": dag})
    termijn.refresh_from_db()

    assert termijn.gehaald_op == gehaald
    if gehaald:
        assert "Gehaald op 3 december 2026: eerste gesprek gevoerd." in bladzijde(client, zaak)


def test_een_andere_termijn_is_geen_eerste_gesprek(client):
    termijn, _ = besluit()
    client.als(voordeur.administratie())

    antwoord = client.post(f"/toegang/termijn/{termijn.pk}/eerste-gesprek/", {"op": "3-12-2026"})

    assert "Alleen het eerste gesprek over schulden" in antwoord.content.decode()


def test_een_klok_die_eindigt_neemt_de_brief_mee_die_nog_niet_weg_is():
    termijn, door = besluit()
    o = opgeschort(termijn, door)

    klok.vervallen(termijn.zaak, VANDAAG, door=door)
    o.brief.refresh_from_db()

    assert o.brief.status == "vervallen"


@pytest.mark.parametrize(
    ("nu", "zin"),
    [
        ("2026-12-11", "Dan krijgt de inwoner dat besluit uiterlijk donderdag 7 januari 2027"),
        (
            "2027-01-08",
            "Niet behandelen kan niet meer: dat moest de inwoner uiterlijk donderdag 7 januari 2027 weten",
        ),
    ],
)
def test_wie_niet_aanvult_wijst_de_weg_naar_niet_behandelen(client, time_machine, nu, zin):
    """Awb art. 4:5 lid 4: within four weeks after the time to complete passed unused (10 December)."""
    termijn, door = besluit()
    o = opgeschort(termijn, door, uiterlijk_op=D(2026, 12, 10))
    op_de_post(o)
    opschortingen_aflopen(vandaag=D(2026, 12, 11))
    time_machine.move_to(f"{nu} 10:42+01:00")

    tekst = bladzijde(client.als(voordeur.administratie()), termijn.zaak)

    assert zin in tekst
    assert f"/beschikkingen/zaak/{termijn.zaak_id}/" in tekst
