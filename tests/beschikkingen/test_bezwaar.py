"""A bezwaar by any channel: in time or not, its clocks, who may, what it changes; and the court after it."""

import datetime
from decimal import Decimal

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from beschikkingen.briefbouw import besluitbrief
from beschikkingen.forms.besluit import BesluitFormulier
from beschikkingen.herhaling import eerdere_afwijzing
from beschikkingen.models import Besluit, Bezwaar
from beschikkingen.poort import open_punten
from beschikkingen.regels import bezwaar_te_laat
from beschikkingen.usecases import bezwaar_behandelen as doen
from beschikkingen.usecases.beroep_registreren import beroep_registreren, uitspraak_vastleggen
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_op_bezwaar_opstellen import besluit_op_bezwaar_opstellen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluit_verzonden import besluit_verzonden
from beschikkingen.usecases.bezwaar_intrekken import bezwaar_intrekken
from beschikkingen.usecases.bezwaar_oppakken import bezwaar_oppakken
from beschikkingen.usecases.bezwaar_registreren import bezwaar_registreren
from tests.beschikkingen.opstellingen import (
    STAPPEN,
    VANDAAG,
    administratie,
    besluit_in,
    gehoord,
    mandaat_van,
    ondertekenaar,
    verse,
    verstuurd,
)
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import om
from toegang.brieven.basis import html_maken
from toegang.models import Aanvraag, Brief, Termijn, ZaakUserObjectPermission
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.termijn_opschorten import termijn_opschorten
from toegang.usecases.termijn_verlengen import termijn_verlengen
from voorzieningen.models import Indicatie

DAG = datetime.timedelta(days=1)
BEZWAAR_TOT = datetime.date(2027, 1, 14)
ONTVANGEN = VANDAAG + 10 * DAG
met_db = pytest.mark.django_db


@pytest.mark.parametrize(
    ("ontvangen", "gepost", "laat"),
    [
        (BEZWAAR_TOT, None, False),
        (BEZWAAR_TOT + DAG, None, True),
        (BEZWAAR_TOT + DAG, BEZWAAR_TOT, False),  # posted in time
        (BEZWAAR_TOT + 7 * DAG, BEZWAAR_TOT, False),
        (BEZWAAR_TOT + 8 * DAG, BEZWAAR_TOT, True),  # received more than a week after
        (BEZWAAR_TOT + 2 * DAG, BEZWAAR_TOT + DAG, True),
    ],
)
def test_op_tijd_volgens_6_9(ontvangen, gepost, laat):
    assert bezwaar_te_laat(BEZWAAR_TOT, ontvangen, gepost) is laat


def jurist(**anders):
    return MedewerkerFabriek(rollen=[Rol.JURIST], first_name="Joke", **anders)


def registreren(besluit, *, op=ONTVANGEN, **anders):
    gegevens = {"kanaal": "brief", "gronden": "Mijn zoon woont hier niet meer.", "ontvangen_op": op} | anders
    return bezwaar_registreren(
        besluit_id=besluit.pk, door=administratie().actor, vandaag=op, nu=om(op), **gegevens
    )


def in_behandeling(besluit, **anders):
    bezwaar, mens = registreren(besluit, **anders), jurist()
    bezwaar_oppakken(bezwaar_id=bezwaar.pk, door=verse(mens), vandaag=bezwaar.ontvangen_op)
    return Bezwaar.objects.get(pk=bezwaar.pk), mens


@met_db
def test_ontvangst_start_de_klok_na_de_bezwaartermijn_met_brief_en_taak():
    besluit = besluit_in("verzonden")

    bezwaar = registreren(besluit)

    klok = Termijn.objects.get(soort="besluit_op_bezwaar")
    assert (klok.begint_op, klok.uiterste_datum) == (BEZWAAR_TOT, datetime.date(2027, 2, 25))
    assert not bezwaar.te_laat
    assert Brief.objects.get(soort="bezwaar_ontvangen").bron_id == bezwaar.pk
    assert registreren(besluit) == bezwaar  # a double click is one bezwaar
    assert bezwaar.zaak.gebeurtenissen.get(soort="bezwaar_ontvangen").zichtbaar == "inwoner"


@met_db
def test_een_commissie_geeft_twaalf_weken():
    bezwaar, mens = in_behandeling(besluit_in("verzonden"))

    doen.commissie_instellen(bezwaar_id=bezwaar.pk, door=verse(mens), vandaag=ONTVANGEN)

    klok = Termijn.objects.get(soort="besluit_op_bezwaar", vervallen_op=None)
    assert klok.uiterste_datum == datetime.date(2027, 4, 8)


@met_db
def test_verdagen_verlengt_en_herstel_schort_op():
    _, mens = in_behandeling(besluit_in("verzonden"))
    klok = Termijn.objects.get(soort="besluit_op_bezwaar")
    dag, door = BEZWAAR_TOT + 5 * DAG, verse(mens)

    termijn_verlengen(
        termijn_id=klok.pk, grond="verdaging", reden="Wij wachten op advies.", door=door, vandaag=dag,
        nieuwe_datum=klok.uiterste_datum + 42 * DAG,
    )  # fmt: skip
    termijn_opschorten(
        termijn_id=klok.pk, grond="aanvulling", reden="uw handtekening", uiterlijk_op=dag + 14 * DAG, door=door,
        vandaag=dag,
    )  # fmt: skip

    klok.refresh_from_db()
    assert (klok.stil_sinds, klok.uiterste_datum) == (dag, datetime.date(2027, 4, 8))
    assert Brief.objects.filter(soort="aanvulling_gevraagd").exists()


@met_db
def test_oppakken_opent_de_zaak_met_de_gevoelige_stukken_en_intrekken_sluit_haar():
    besluit = besluit_in("verzonden")
    bezwaar, mens = in_behandeling(besluit)
    assert verse(mens).rechten.zaken[Recht.GEVOELIG_INZIEN] == (besluit.zaak_id,)

    bezwaar_intrekken(
        bezwaar_id=bezwaar.pk, door=verse(mens), vandaag=ONTVANGEN, ingetrokken_op=ONTVANGEN,
        ingetrokken_hoe="schriftelijk",
    )  # fmt: skip

    assert verse(mens).rechten.zaken == {}
    assert Termijn.objects.get(soort="besluit_op_bezwaar").gehaald_op == ONTVANGEN
    assert Brief.objects.filter(soort="bezwaar_ingetrokken").exists()
    assert not bezwaar.zaak.taken.open().filter(sleutel__startswith="bezwaar_").exists()


@met_db
def test_wie_aan_het_besluit_werkte_behandelt_het_bezwaar_niet():
    besluit = besluit_in("verzonden")
    bezwaar = registreren(besluit)
    mens = Besluit.objects.get(pk=besluit.pk).getoetst_door.medewerker
    mens.groups.add(Group.objects.get(name="jurist"))

    with pytest.raises(PermissionDenied, match="werkte mee"):
        bezwaar_oppakken(bezwaar_id=bezwaar.pk, door=verse(mens), vandaag=ONTVANGEN)

    assert not ZaakUserObjectPermission.objects.filter(user=mens, grond="bezwaar").exists()


def te_beslissen(eerste, uitkomst, **velden):
    """Heard, with the facts of the team, and a decision that is filled in."""
    bezwaar, mens = in_behandeling(eerste)
    door = verse(mens)
    team = verse(eerste.zaak.regisseur)
    doen.inbreng_geven(bezwaar_id=bezwaar.pk, door=team, vandaag=ONTVANGEN, inbreng="De zoon is verhuisd.")
    doen.horen_vastleggen(
        bezwaar_id=bezwaar.pk, door=door, vandaag=ONTVANGEN, gehoord_op=ONTVANGEN, aanwezigen="J. Vos",
        hoorverslag="De zoon woont nu in Roermond.",
    )  # fmt: skip
    besluit = besluit_op_bezwaar_opstellen(bezwaar_id=bezwaar.pk, door=door, vandaag=ONTVANGEN)
    regel = besluit.regelingen.get()
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, uitkomst=uitkomst, motivering="Uw zoon woont niet meer bij u.",
        wat_gebeurt_nu="Zorg aan de Maas belt u.", hulp={regel.pk: velden} if velden else None,
    )  # fmt: skip
    return besluit, mens


def mist(besluit):
    return [p.zin for p in open_punten(Besluit.objects.get(pk=besluit.pk), vandaag=VANDAAG)]


def afmaken(besluit, mens):
    """Checked by another, signed by who has the mandate for bezwaar, sent."""
    besluit_ter_toetsing(besluit_id=besluit.pk, door=verse(mens), vandaag=VANDAAG)
    STAPPEN["ter_ondertekening"](besluit, None)
    tekenaar = ondertekenaar(soorten=["bezwaar"])
    besluit_oppakken(besluit_id=besluit.pk, door=verse(tekenaar), vandaag=VANDAAG)
    besluit_ondertekenen(besluit_id=besluit.pk, door=verse(tekenaar), vandaag=VANDAAG)
    return besluit_verzonden(besluit_id=besluit.pk, door=administratie().actor, op=ONTVANGEN)


@met_db
def test_een_gegrond_bezwaar_geeft_de_hulp_alsnog():
    eerste = besluit_in("klaar")
    door = verse(eerste.zaak.regisseur)
    besluit_aanvullen(besluit_id=eerste.pk, door=door, uitkomst="afwijzing", wat_kan_wel="Vraag uw huisarts.")
    gehoord(eerste, door)
    verstuurd(eerste)
    ondertekenaar(soorten=["bezwaar"])
    besluit, mens = te_beslissen(eerste, "gegrond", gevolg="toekennen", nieuw_volume=Decimal(90))
    assert mist(besluit) == []
    herhaald = Besluit(zaak=eerste.zaak, aanvraag=Aanvraag(herhaalt=eerste.aanvraag), uitkomst="afwijzing")
    assert eerdere_afwijzing(herhaald) == eerste
    assert "verwijst" in BesluitFormulier(besluit=herhaald, redenen=[]).fields

    afmaken(besluit, mens)

    assert eerdere_afwijzing(herhaald) is None  # replaced (Awb 7:11): nothing to point at (4:6)
    assert "verwijst" not in BesluitFormulier(besluit=herhaald, redenen=[]).fields
    assert {i.status: i.volume for i in Indicatie.objects.all()} == {"afgewezen": 105, "toegekend": 90}
    assert Bezwaar.objects.get().status == "besloten"
    assert Termijn.objects.get(soort="besluit_op_bezwaar").gehaald_op == ONTVANGEN
    assert verse(mens).rechten.zaken == {}
    assert eerste.zaak.aanvragen.get().status == "besloten"


@met_db
def test_een_bezwaar_verandert_hulp_die_al_loopt():
    eerste = besluit_in("verzonden", indicatie={"ingangsdatum": VANDAAG})
    ondertekenaar(soorten=["bezwaar"])
    besluit, mens = te_beslissen(eerste, "deels_gegrond", gevolg="wijzigen", nieuw_volume=Decimal(150))

    afmaken(besluit, mens)

    assert {i.status: i.volume for i in Indicatie.objects.all()} == {"beeindigd": 105, "lopend": 150}


@met_db
def test_de_brief_op_bezwaar_wijst_naar_de_rechter():
    besluit, _ = te_beslissen(besluit_in("verzonden"), "ongegrond")

    html = html_maken(
        besluitbrief(Besluit.objects.get(pk=besluit.pk), Brief.objects.get(soort="bezwaar_ontvangen"))
    )

    assert "Dat heet beroep" in html
    assert "griffierecht" in html
    assert "U kunt bezwaar maken" not in html


@met_db
def test_wie_eerst_tekende_tekent_het_bezwaar_niet_en_zonder_mandaat_kan_niemand():
    eerste = besluit_in("verzonden")
    besluit, mens = te_beslissen(eerste, "ongegrond")
    eerste_tekenaar = Besluit.objects.get(pk=eerste.pk).ondertekend_door.medewerker
    mandaat_van(eerste_tekenaar, soorten=["bezwaar"])
    assert mist(besluit) == ["Niemand heeft een mandaat voor dit product en dit bedrag. Vraag de beheerder."]
    tekenaar = ondertekenaar(soorten=["bezwaar"])
    assert mist(besluit) == []
    besluit_ter_toetsing(besluit_id=besluit.pk, door=verse(mens), vandaag=VANDAAG)
    STAPPEN["ter_ondertekening"](besluit, None)

    with pytest.raises(PermissionDenied, match="Awb 10:3"):
        besluit_oppakken(besluit_id=besluit.pk, door=verse(eerste_tekenaar), vandaag=VANDAAG)
    besluit_oppakken(besluit_id=besluit.pk, door=verse(tekenaar), vandaag=VANDAAG)


@met_db
def test_de_poort_vraagt_horen_en_een_oordeel_over_te_laat():
    ondertekenaar(soorten=["bezwaar"])
    dag = BEZWAAR_TOT + DAG
    bezwaar, mens = in_behandeling(besluit_in("verzonden"), op=dag)
    door = verse(mens)
    besluit = besluit_op_bezwaar_opstellen(bezwaar_id=bezwaar.pk, door=door, vandaag=dag)
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, uitkomst="gegrond", motivering="Ja.", wat_gebeurt_nu="Wij bellen."
    )

    assert mist(besluit) == [
        "Het bezwaar is te laat. Leg vast of dat te verontschuldigen is (Awb 6:11)",
        "De inwoner is nog niet gehoord (Awb 7:2)",
    ]
    doen.termijnoverschrijding_beoordelen(
        bezwaar_id=bezwaar.pk, door=door, verschoonbaar=False, verschoonbaar_omdat="U was op vakantie."
    )
    doen.van_horen_afzien(
        bezwaar_id=bezwaar.pk, door=door, niet_horen="a", niet_horen_omdat="Het was te laat."
    )
    assert mist(besluit) == ["Het bezwaar is te laat zonder goede reden: het is niet-ontvankelijk"]
    besluit_aanvullen(besluit_id=besluit.pk, door=door, uitkomst="niet_ontvankelijk")
    assert mist(besluit) == []


@met_db
def test_met_een_commissie_wacht_het_besluit_op_haar_advies():
    ondertekenaar(soorten=["bezwaar"])
    besluit, mens = te_beslissen(besluit_in("verzonden"), "ongegrond")
    wat = {"bezwaar_id": Bezwaar.objects.get().pk, "door": verse(mens), "vandaag": ONTVANGEN}
    doen.commissie_instellen(**wat)
    assert mist(besluit) == ["Het advies van de commissie is er nog niet (Awb 7:13)"]

    doen.advies_vastleggen(**wat, advies_op=ONTVANGEN, advies="Ongegrond.")

    assert mist(besluit) == []


@met_db
@pytest.mark.parametrize("anders", [{"op": VANDAAG - DAG}, {"gepost_op": ONTVANGEN + DAG}])
def test_onmogelijke_datums(anders):
    with pytest.raises(ValidationError, match="Deze datum moet liggen van"):
        registreren(besluit_in("verzonden"), **anders)


@met_db
def test_geen_bezwaar_tegen_wat_nog_niet_weg_is():
    with pytest.raises(OngeldigeOvergang, match="nog niet verzonden"):
        registreren(besluit_in("ondertekend"))


@met_db
def test_beroep_en_uitspraak_geven_het_team_werk():
    besluit, desk = besluit_in("verzonden"), administratie().actor
    beroep = beroep_registreren(
        besluit_id=besluit.pk, door=desk, vandaag=ONTVANGEN, soort="beroep", ingesteld_op=ONTVANGEN,
        kenmerk_rechtbank="ROE 27 / 12",
    )  # fmt: skip

    uitspraak_vastleggen(
        beroep_id=beroep.pk, door=desk, vandaag=ONTVANGEN + 90 * DAG, uitspraak_op=ONTVANGEN + 80 * DAG,
        uitspraak="gegrond", wat_nu="Geef 150 minuten.",
    )  # fmt: skip

    taak = besluit.zaak.taken.open().get(sleutel=f"uitspraak:{besluit.zaak_id}")
    assert taak.medewerker == besluit.zaak.regisseur


@pytest.fixture
def op_de_dag(time_machine):
    time_machine.move_to(datetime.datetime(2026, 12, 13, 9, 0, tzinfo=datetime.UTC))


def wie(soort: str, besluit):
    if soort == "regisseur":
        return besluit.zaak.regisseur
    if soort == "ander_team":
        return MedewerkerFabriek(team=WijkteamFabriek())
    return MedewerkerFabriek(rollen=[Rol(soort)])


@met_db
@pytest.mark.usefixtures("op_de_dag")
def test_wie_een_bezwaar_registreert_en_oppakt(client):
    besluit = besluit_in("verzonden")
    registreer = reverse("beschikkingen:bezwaar_registreren", args=[besluit.pk])
    gegevens = {"kanaal": "brief", "ontvangen_op": "10-12-2026", "gronden": "Nee."}
    fout = []

    for soort, http in (
        ("administratie", 302),
        ("regisseur", 302),
        ("jurist", 404),
        ("ander_team", 404),
        ("kcc", 404),
    ):
        punt = transaction.savepoint()
        code = client.als(wie(soort, besluit)).post(registreer, gegevens).status_code
        if (code, Bezwaar.objects.count()) != (http, int(http == 302)):
            fout.append(("registreren", soort, code, Bezwaar.objects.count()))
        transaction.savepoint_rollback(punt)
    oppakken = reverse("beschikkingen:bezwaar_oppakken", args=[registreren(besluit).pk])
    for soort, http in (("jurist", 302), ("administratie", 403), ("regisseur", 403), ("kcc", 403)):
        punt = transaction.savepoint()
        code = client.als(wie(soort, besluit)).post(oppakken).status_code
        if (code, Bezwaar.objects.get().behandelaar is not None) != (http, http == 302):
            fout.append(("oppakken", soort, code))
        transaction.savepoint_rollback(punt)

    assert fout == []


VAN_DE_JURIST = {
    "bezwaar_horen": {"gehoord_op": "13-12-2026", "aanwezigen": "J. Vos", "hoorverslag": "Ja."},
    "bezwaar_niet_horen": {"niet_horen": "c", "niet_horen_omdat": "U wilde niet komen."},
    "hoorzitting_plannen": {"dag": "13-1-2027", "tijd": "14.30", "plaats": "Stadskantoor"},
    "bezwaar_commissie": {},
    "bezwaar_herstel": {"reden": "uw handtekening", "uiterlijk_op": "30-12-2026"},
    "bezwaar_verdagen": {"reden": "Wij wachten op advies.", "nieuwe_datum": "1-4-2027"},
    "bezwaar_besluit": {"uitkomst": "ongegrond"},
}


@met_db
@pytest.mark.usefixtures("op_de_dag")
def test_elke_act_is_van_de_jurist_die_het_heeft(client):
    besluit = besluit_in("verzonden")
    bezwaar, mens = in_behandeling(besluit)
    ander, codes = jurist(), {}

    for act, gegevens in VAN_DE_JURIST.items():
        punt = transaction.savepoint()
        adres = reverse(f"beschikkingen:{act}", args=[bezwaar.pk])
        codes[act] = (
            client.als(besluit.zaak.regisseur).post(adres, gegevens).status_code,
            client.als(ander).post(adres, gegevens).status_code,
            client.als(mens).get(adres).status_code,
            client.post(adres, gegevens).status_code,
        )
        transaction.savepoint_rollback(punt)

    assert codes == dict.fromkeys(VAN_DE_JURIST, (403, 404, 200, 302))
