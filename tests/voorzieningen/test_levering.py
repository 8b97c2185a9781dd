"""Delivery: ordered, begun within five working days or a task, standing still, stopped; who may, and once."""

import datetime

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek
from tests.voorzieningen.opstelling import VANDAAG, collega, verse, voorstel, zaak_met_consulent
from toegang.models import Gebeurtenis, Inzage, Taak, Verouderd, Zaak
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from voorzieningen.models import Levering, Onderbreking
from voorzieningen.tasks import leveringen
from voorzieningen.usecases import leveringen_bewaken as bewaken
from voorzieningen.usecases.indicatie_beeindigen import indicatie_beeindigen
from voorzieningen.usecases.indicaties_herzien import indicatie_herzien
from voorzieningen.usecases.indicaties_toekennen import indicaties_toekennen
from voorzieningen.usecases.levering_onderbreken import levering_hervatten, levering_onderbreken
from voorzieningen.usecases.levering_starten import levering_starten
from voorzieningen.usecases.levering_stoppen import levering_stoppen
from voorzieningen.usecases.levering_toewijzen import levering_toewijzen

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)
BEGIN = datetime.date(2027, 1, 4)  # a Monday
UITERLIJK = datetime.date(2027, 1, 11)


@pytest.fixture
def hulp():
    """Granted today to somebody of Blerick, in natura, from 4 January: (indicatie, its regisseur, the desk)."""
    zaak, consulent = zaak_met_consulent()
    wie = verse(consulent)
    indicatie = voorstel(zaak, wie)
    indicaties_toekennen(indicatie_ids=[indicatie.pk], door=wie, vandaag=VANDAAG)
    return indicatie, wie, MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE]).actor


def taak(indicatie, soort):
    return Taak.objects.filter(sleutel=f"{soort}:{indicatie.pk}")


def toegewezen(hulp, op=VANDAAG):
    indicatie, _, desk = hulp
    return levering_toewijzen(indicatie_id=indicatie.pk, toegewezen_op=op, door=desk, vandaag=op)


def begonnen(hulp, op=BEGIN):
    indicatie, _, desk = hulp
    toegewezen(hulp)
    return levering_starten(indicatie_id=indicatie.pk, begonnen_op=op, door=desk, vandaag=op)


def test_van_toekenning_tot_stop(hulp):
    indicatie, wie, desk = hulp
    levering = Levering.objects.get()
    assert (levering.verleend_op, levering.toegewezen_op, levering.uiterlijk_begin_op) == (
        VANDAAG, None, UITERLIJK,
    )  # fmt: skip

    nummer = toegewezen(hulp).toewijzingnummer
    assert toegewezen(hulp).toewijzingnummer == nummer  # a second click
    with pytest.raises(OngeldigeOvergang, match="al toegewezen, op 3 december 2026"):
        toegewezen(hulp, VANDAAG + DAG)
    begonnen(hulp)
    stil = levering_onderbreken(
        indicatie_id=indicatie.pk, vanaf_op=BEGIN + 30 * DAG, tot_op=None, reden="geen mensen", door=desk,
        vandaag=BEGIN + 30 * DAG,
    )  # fmt: skip
    levering_hervatten(indicatie_id=indicatie.pk, tot_op=BEGIN + 37 * DAG, door=wie, vandaag=BEGIN + 40 * DAG)
    stil.refresh_from_db()
    assert stil.tot_op == BEGIN + 37 * DAG
    laatste = BEGIN + 60 * DAG
    levering_stoppen(
        indicatie_id=indicatie.pk, laatste_dag=laatste, stopreden="22", door=desk, vandaag=laatste
    )

    # the right goes on, so the regisseur hears of it
    assert taak(indicatie, "levering_gestopt").get().medewerker == indicatie.zaak.regisseur
    soorten = set(Gebeurtenis.objects.values_list("soort", flat=True))
    assert {
        f"levering_{s}" for s in ("toegewezen", "begonnen", "onderbroken", "hervat", "gestopt")
    } <= soorten


def test_een_taak_als_de_aanbieder_niet_begint_en_dan_nooit_meer(hulp):
    indicatie, _, desk = hulp
    ronde = bewaken.leveringen_bewaken(vandaag=VANDAAG)
    assert (ronde.toewijzen, ronde.niet_geleverd) == (1, 0)
    assert taak(indicatie, "toewijzen").get().rol == Rol.ADMINISTRATIE
    toegewezen(hulp)
    assert taak(indicatie, "toewijzen").get().afgehandeld_om

    for dag in (UITERLIJK, UITERLIJK + DAG, UITERLIJK + DAG, UITERLIJK + 40 * DAG):
        bewaken.leveringen_bewaken(vandaag=dag)
    met_taak = taak(indicatie, "niet_geleverd").get()
    assert met_taak.medewerker == indicatie.zaak.regisseur
    assert met_taak.uiterlijk_op == UITERLIJK + DAG
    assert Levering.objects.get().niet_geleverd_op == UITERLIJK + DAG

    levering_starten(
        indicatie_id=indicatie.pk, begonnen_op=UITERLIJK + 2 * DAG, door=desk, vandaag=UITERLIJK + 9 * DAG
    )
    met_taak.refresh_from_db()
    assert met_taak.afgehandeld_om
    assert bewaken.leveringen_bewaken(vandaag=UITERLIJK + 60 * DAG) == bewaken.Ronde()
    assert taak(indicatie, "niet_geleverd").count() == 1


def test_wat_halverwege_stuk_gaat_komt_de_volgende_keer_eenmaal(hulp, monkeypatch):
    indicatie, _, _ = hulp
    echt = bewaken.gebeurtenissen.levering_blijft_uit
    monkeypatch.setattr(bewaken.gebeurtenissen, "levering_blijft_uit", lambda *a, **k: 1 / 0)
    ronde = bewaken.leveringen_bewaken(vandaag=UITERLIJK + DAG)
    assert ronde.mislukt == 1
    assert not taak(indicatie, "niet_geleverd").exists()
    assert Levering.objects.get().niet_geleverd_op is None

    monkeypatch.setattr(bewaken.gebeurtenissen, "levering_blijft_uit", echt)
    for _ in range(2):
        bewaken.leveringen_bewaken(vandaag=UITERLIJK + DAG)
    assert taak(indicatie, "niet_geleverd").count() == 1


def test_van_wie_overleed_of_waarvan_de_hulp_stopte_blijft_geen_taak(hulp):
    indicatie, wie, _ = hulp
    bewaken.leveringen_bewaken(vandaag=UITERLIJK + DAG)
    assert Taak.objects.open().filter(adres="voorzieningen:levering").count() == 2
    indicatie.refresh_from_db()
    indicatie.status = "lopend"
    indicatie.bewaren(door=wie, reden="test: begon")
    indicatie_beeindigen(
        indicatie_id=indicatie.pk, laatste_dag=BEGIN, reden="verhuisd", door=wie, vandaag=UITERLIJK + DAG
    )

    assert bewaken.leveringen_bewaken(vandaag=UITERLIJK + DAG).opgeruimd == 2
    assert not Taak.objects.open().filter(adres="voorzieningen:levering").exists()

    zaak, consulent = zaak_met_consulent(dossier__inwoner=InwonerFabriek(overleden_op="20261201"))
    doden = voorstel(zaak, verse(consulent))
    indicaties_toekennen(indicatie_ids=[doden.pk], door=verse(consulent), vandaag=VANDAAG)
    assert bewaken.leveringen_bewaken(vandaag=UITERLIJK + DAG) == bewaken.Ronde()


def test_een_pgb_heeft_geen_levering_en_een_wijziging_een_nieuwe(hulp):
    indicatie, wie, desk = hulp
    nieuw = indicatie_herzien(
        indicatie_id=indicatie.pk, per=BEGIN + 90 * DAG, door=wie, vandaag=VANDAAG, volume=90
    )
    assert {lev.indicatie_id for lev in Levering.objects.all()} == {indicatie.pk, nieuw.pk}

    zaak, consulent = zaak_met_consulent()
    pgb = {
        "vorm": "pgb",
        "pgb_beheerder": "zelf",
        "pgb_motivering": "wil zelf kiezen",
        "pgb_kwaliteit": "vog",
    }
    eigen = voorstel(zaak, verse(consulent), **pgb)
    indicaties_toekennen(indicatie_ids=[eigen.pk], door=verse(consulent), vandaag=VANDAAG)
    assert not Levering.objects.filter(indicatie=eigen).exists()
    with pytest.raises(OngeldigeOvergang, match="regelt de inwoner de hulp zelf"):
        levering_toewijzen(indicatie_id=eigen.pk, toegewezen_op=VANDAAG, door=desk, vandaag=VANDAAG)


def test_van_een_afgeschermde_zaak_krijgt_de_regisseur_de_taak(hulp):
    indicatie, wie, _ = hulp
    zaak = Zaak.objects.get(pk=indicatie.zaak_id)
    zaak.afgeschermd = True
    zaak.bewaren(door=wie, reden="test")
    bewaken.leveringen_bewaken(vandaag=VANDAAG)

    assert (taak(indicatie, "toewijzen").get().medewerker, taak(indicatie, "toewijzen").get().rol) == (
        zaak.regisseur,
        "",
    )


def test_wat_niet_kan_zegt_waarom(hulp):
    indicatie, _, desk = hulp
    vast = {"indicatie_id": indicatie.pk, "door": desk}
    laat = BEGIN + 20 * DAG
    for doen, zin in (
        (lambda: levering_starten(**vast, begonnen_op=BEGIN, vandaag=BEGIN), "Wijs de hulp eerst toe"),
        (lambda: levering_stoppen(**vast, laatste_dag=BEGIN, stopreden="22", vandaag=BEGIN), "Wijs de hulp eerst toe"),
        (lambda: levering_toewijzen(**vast, toegewezen_op=VANDAAG - DAG, vandaag=VANDAAG), "Kies een dag van 3 december"),
    ):  # fmt: skip
        with pytest.raises((OngeldigeOvergang, ValidationError), match=zin):
            doen()
    versie = toegewezen(hulp).versie
    for doen, zin in (
        (lambda: levering_starten(**vast, begonnen_op=VANDAAG, vandaag=VANDAAG), "gaat in op 4 januari 2027"),
        (lambda: levering_onderbreken(**vast, vanaf_op=BEGIN, tot_op=None, reden="x", vandaag=BEGIN), "nog niet begonnen"),
        (lambda: levering_stoppen(**vast, laatste_dag=BEGIN + DAG, stopreden="13", vandaag=laat), "eerste dag: 4 januari"),
        (lambda: levering_stoppen(**vast, laatste_dag=BEGIN, stopreden="99", vandaag=laat), "Kies waarom"),
    ):  # fmt: skip
        with pytest.raises((OngeldigeOvergang, ValidationError), match=zin):
            doen()
    with pytest.raises(Verouderd):
        levering_starten(**vast, begonnen_op=BEGIN, vandaag=BEGIN, versie=versie - 1)

    levering_starten(**vast, begonnen_op=BEGIN, vandaag=laat)
    stil = {"reden": "vakantie", "vandaag": laat}
    levering_onderbreken(**vast, vanaf_op=BEGIN + 5 * DAG, tot_op=BEGIN + 9 * DAG, **stil)
    for vanaf, tot, zin in (
        (BEGIN + 8 * DAG, None, "staat al stil vanaf 9 januari 2027"),
        (BEGIN - DAG, None, "Kies een dag van 4 januari 2027"),
        (BEGIN + 12 * DAG, BEGIN + 12 * DAG, "Kies een latere dag"),
    ):
        with pytest.raises(ValidationError, match=zin):
            levering_onderbreken(**vast, vanaf_op=vanaf, tot_op=tot, **stil)
    with pytest.raises(OngeldigeOvergang, match="staat niet stil"):
        levering_hervatten(**vast, tot_op=laat, vandaag=laat)
    assert Onderbreking.objects.count() == 1


def test_een_toewijzing_bij_vergissing_kan_opnieuw_en_krijgt_een_ander_nummer(hulp):
    indicatie, _, desk = hulp
    eerste = toegewezen(hulp).toewijzingnummer
    levering_stoppen(indicatie_id=indicatie.pk, laatste_dag=BEGIN, stopreden="13", door=desk, vandaag=VANDAAG)
    tweede = toegewezen(hulp, VANDAAG + DAG)

    assert tweede.toewijzingnummer > eerste
    assert (tweede.gestopt_op, tweede.stopreden) == (None, "")


def test_na_een_vergissing_is_de_nieuwe_toewijzing_nog_niet_begonnen(hulp):
    """What was begun by mistake says nothing about the order that counts: it is watched as any other."""
    indicatie, _, desk = hulp
    toegewezen(hulp)
    levering_starten(indicatie_id=indicatie.pk, begonnen_op=BEGIN, door=desk, vandaag=BEGIN)
    levering_stoppen(indicatie_id=indicatie.pk, laatste_dag=BEGIN, stopreden="13", door=desk, vandaag=BEGIN)
    tweede = toegewezen(hulp, BEGIN + DAG)

    assert (tweede.begonnen_op, tweede.niet_geleverd_op) == (None, None)
    assert bewaken.leveringen_bewaken(vandaag=BEGIN + 20 * DAG).niet_geleverd == 1


# Who, what the page answers, and whether the desk's act is done.
RECHTEN = (
    ("regisseur", 200, True), ("teamgenoot", 200, True), ("administratie", 200, True), ("teamleider", 200, False),
    ("ander_team", 404, False), ("andere_wet", 404, False), ("kcc", 404, False),
)  # fmt: skip


def test_wie_de_levering_ziet_en_wie_haar_vastlegt(hulp, client):
    indicatie = hulp[0]
    zaak = Zaak.objects.get(pk=indicatie.zaak_id)
    pad, fout = reverse("voorzieningen:levering", args=[indicatie.pk]), []
    for soort, http, mag in RECHTEN:
        punt = transaction.savepoint()
        wie = collega(soort, zaak)
        with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
            pagina = client.als(wie).get(pad)
            velden = {"formuliernaam": "toewijzen", "toegewezen_op": "3-12-2026"}
            antwoord = client.post(pad, velden | {"versie": Levering.objects.get().versie})
        gedaan = Levering.objects.get().toegewezen_op is not None
        knop = "Hulp toewijzen" in pagina.text
        gelogd = Inzage.objects.filter(scherm="levering", zaak=zaak.pk, uitkomst="gezien").exists()
        verwacht = (http, mag, mag and http == 200, 302 if mag else (403 if http == 200 else 404))
        if (pagina.status_code, gedaan, knop, antwoord.status_code) != verwacht:
            fout.append((soort, pagina.status_code, gedaan, knop, antwoord.status_code, gelogd))
        transaction.savepoint_rollback(punt)

    assert fout == []


def test_het_scherm_van_begin_tot_eind(hulp, client):
    indicatie, _, desk = hulp
    pad = reverse("voorzieningen:levering", args=[indicatie.pk])
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        client.als(desk.medewerker)
        assert "De aanbieder weet nog niet" in client.get(pad).text
        fout = client.post(pad, {"formuliernaam": "toewijzen", "toegewezen_op": "31-2-2026"}).text
        goed = client.post(
            pad, {"formuliernaam": "toewijzen", "toegewezen_op": "3-12-2026"}, follow=True
        ).text
    assert "Deze datum bestaat niet" in fout
    assert "De aanbieder begint uiterlijk maandag 11 januari 2027." in goed
    with time_machine.travel("2027-01-13T10:00:00+01:00", tick=False):
        client.als(desk.medewerker)
        assert leveringen()["niet_geleverd"] == 1
        te_laat = client.get(pad).text
        lijst = client.get(reverse("voorzieningen:indicaties", args=[indicatie.zaak_id])).text
        dossier = client.get(reverse("toegang:zaak", args=[indicatie.zaak_id])).text
        goed = client.post(pad, {"formuliernaam": "starten", "begonnen_op": "4-1-2027"}, follow=True).text
        weer = client.post(pad, {"formuliernaam": "starten", "begonnen_op": "5-1-2027"})
        klaar = client.get(reverse("voorzieningen:indicaties", args=[indicatie.zaak_id])).text
    for tekst in (te_laat, lijst, dossier):
        assert "Verleend, niet geleverd" in tekst
    assert "later dan de afgesproken vijf werkdagen" in goed
    assert (weer.status_code, "utrecht-alert" in weer.text) == (200, True)
    assert "Verleend, niet geleverd" not in klaar


def test_zonder_recht_geen_daad(hulp):
    indicatie = hulp[0]
    lead = collega("teamleider", indicatie.zaak)
    with pytest.raises(PermissionDenied, match="administratie of van het wijkteam"):
        levering_toewijzen(
            indicatie_id=indicatie.pk, toegewezen_op=VANDAAG, door=verse(lead), vandaag=VANDAAG
        )
