"""The page of the team: each figure is the length of its list, for every reader; few queries; what leaves the house."""

import datetime
import io
import zipfile
from random import Random

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import VANDAAG, MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.voorzieningen.aanbod import ProductFabriek
from tests.wijkteams.beeldwereld import Beeldwereld
from toegang.cijfers import Vraag
from toegang.models import Actor, Inzage, Opschorting, Termijn
from toegang.rechten import Recht, Rol, Wet
from wijkteams.beeld.cijfers import CIJFERS
from wijkteams.models import Afwezigheid, Discipline
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.views import teambeeld

pytestmark = pytest.mark.django_db
DAG = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def _op_vandaag():
    with time_machine.travel("2026-12-03T10:00:00+01:00", tick=False):
        yield


def lezer(medewerker):
    actor = type(medewerker.actor).objects.select_related("medewerker").get(medewerker=medewerker)
    return actor


def cijfers_en_lijsten(v: Vraag):
    """(list, figure, its zaken) of every figure on the page that opens a list."""
    from toegang import onderdelen

    lijsten = {n: lijst for k in onderdelen.alle() if k.cijfers for n, lijst in k.cijfers.lijsten.items()}
    bevindingen, blokken = teambeeld._lezen(v)
    gezegd = [(b.lijst, b.aantal) for b in bevindingen if b.lijst and "boven de norm" not in b.woorden]
    gezegd += [(c.lijst, c.waarde) for blok in blokken for regel in blok.regels for c in regel
               if c.lijst and c.waarde is not None]  # fmt: skip
    for naam, waarde in gezegd:
        soort, _, sleutel = naam.partition(":")
        vraag = Vraag(v.lezer, v.wijkteam_id, v.vandaag, sleutel)
        yield naam, waarde, lijsten[soort].zaken(vraag), lijsten[soort].titel(vraag)


def test_elk_cijfer_is_de_lengte_van_zijn_lijst_voor_elke_lezer():
    wereld = Beeldwereld(teams=3)
    team = wereld.teams[0]
    lezers = [
        wereld.leads[0], wereld.lead(team, Discipline.WMO), wereld.lead(team, Discipline.JEUGD),
        wereld.lead(team, Discipline.WMO, rol=Rol.PROCESCOORDINATOR),
    ]  # fmt: skip
    anders, gezien, niet_leeg = [], set(), set()

    for zaad, mens in enumerate(lezers):
        wereld.zaken(40, Random(zaad))
        wie = lezer(mens)
        for naam, waarde, zaken, titel in cijfers_en_lijsten(Vraag(wie, team.pk, VANDAAG)):
            soort = naam.partition(":")[0]
            gezien.add(soort)
            rijen = list(zaken)
            if waarde:
                niet_leeg.add(soort)
            if len(rijen) != waarde or not titel:
                anders.append(f"{zaad} {naam}: {waarde} gezegd, {len(rijen)} in de lijst")
            vreemd = [
                z.pk for z in rijen if z.wijkteam_id != team.pk or not wie.rechten.mag(Recht.VERDELEN, z)
            ]
            if vreemd:
                anders.append(f"{zaad} {naam}: niet te zien: {vreemd}")

    assert anders == []
    assert gezien >= set(CIJFERS.lijsten) - {"open"}
    assert niet_leeg == gezien


def test_dezelfde_vragen_met_een_en_met_vijf_andere_teams(client):
    team = WijkteamFabriek()
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))
    aantallen = []
    for erbij in (1, 4):
        for _ in range(erbij):
            ander = WijkteamFabriek()
            for _ in range(6):
                ZaakFabriek(wijkteam=ander, status="te_verdelen")
        MedewerkerFabriek(team=team)
        ZaakFabriek(wijkteam=team, status="onderzoek")
        client.get(reverse("wijkteams:teambeeld"))
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            antwoord = client.get(reverse("wijkteams:teambeeld"))
        assert antwoord.status_code == 200
        aantallen.append(len([q for q in vragen if "SAVEPOINT" not in q["sql"]]))

    assert aantallen[0] == aantallen[1] <= 8


def test_wie_mag_het_teambeeld_zien(client):
    team, ander = WijkteamFabriek(), WijkteamFabriek()
    ZaakFabriek(wijkteam=team, status="te_verdelen")
    beeld, dossiers = reverse("wijkteams:teambeeld"), reverse("wijkteams:teambeeld_lijst")
    bestand, bestand_van_lijst = (
        reverse("wijkteams:teambeeld_exporteren"),
        reverse("wijkteams:teambeeld_lijst_exporteren"),
    )
    van_team = {"team": str(team.pk), "cijfer": "wacht"}
    tabel = [
        ({"team": team, "team__rol": Rol.TEAMLEAD}, 200, 200),
        ({"team": team, "team__rol": Rol.PROCESCOORDINATOR}, 200, 200),
        ({"team": team, "team__rol": Rol.CONSULENT}, 403, 403),
        ({"team": ander, "team__rol": Rol.TEAMLEAD}, 200, 404),  # his own page, not that of another team
        ({"rollen": [Rol.ADMINISTRATIE]}, 403, 403),
        ({"rollen": [Rol.CONTRACTBEHEERDER]}, 403, 403),
        ({"rollen": [Rol.TEAMLEAD]}, 200, 404),  # the role without a team: an empty page
    ]
    fout = []
    for wie, eigen, van_dit_team in tabel:
        client.als(MedewerkerFabriek(**wie))
        for pad, waar, verwacht in (
            (beeld, {}, eigen), (beeld, van_team, van_dit_team), (dossiers, van_team, van_dit_team),
            (bestand, van_team, van_dit_team), (bestand_van_lijst, van_team, van_dit_team),
        ):  # fmt: skip
            status = client.get(pad, waar).status_code
            if status != verwacht:
                fout.append(f"{wie} {pad} {waar}: {status}, niet {verwacht}")

    assert fout == []


def test_een_lijst_die_niet_bestaat_is_404(client):
    team = WijkteamFabriek()
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))
    pad = reverse("wijkteams:teambeeld_lijst")
    for cijfer in (
        "", "niets", "wacht:9", "wacht:-9", "wacht:x", "bij:x", "bij:", "bij:99999999999999999999", "bij:12345", "in:2026-13", "in:",
        "evaluatie:x", "evaluatie:9999999999", "loopt_af:99999999999", "product:x_y_z", "product:", "uit:0000-01", "in:9999-12",
    ):  # fmt: skip
        assert client.get(pad, {"cijfer": cijfer}).status_code == 404, cijfer
    product = f"product:{ProductFabriek().pk}"
    assert client.get(pad, {"cijfer": f"{product}_01_2"}).status_code == 200
    assert client.get(pad, {"cijfer": f"{product}_99_2"}).status_code == 404
    assert client.get(reverse("wijkteams:teambeeld"), {"team": "x"}).status_code == 404


def test_de_lijst_legt_elk_mens_vast_en_het_beeld_niemand(client):
    team = WijkteamFabriek()
    zaken = [ZaakFabriek(wijkteam=team, status="te_verdelen") for _ in range(3)]
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD)
    client.als(lead)

    client.get(reverse("wijkteams:teambeeld"))
    assert not Inzage.objects.filter(actor=lead.actor.pk, scherm="teambeeld").exists()
    html = client.get(reverse("wijkteams:teambeeld_lijst"), {"cijfer": "wacht"}).text
    assert "3 dossiers" in html
    gezien = Inzage.objects.filter(
        actor=lead.actor.pk, scherm="teambeeld_lijst", actie="inzien", uitkomst="gelukt"
    )
    assert set(gezien.values_list("zaak", flat=True)) == {z.pk for z in zaken}

    client.get(reverse("wijkteams:teambeeld_lijst_exporteren"), {"cijfer": "wacht"})
    mee = Inzage.objects.filter(actor=lead.actor.pk, actie="exporteren", scherm="teambeeld_lijst_bestand")
    assert set(mee.values_list("zaak", flat=True)) == {z.pk for z in zaken}
    client.get(reverse("wijkteams:teambeeld_exporteren"))
    assert (
        Inzage.objects.filter(actor=lead.actor.pk, actie="exporteren", scherm="teambeeld_bestand").count()
        == 1
    )


def test_de_lijst_als_bestand_heeft_geen_adres_bsn_of_formule(client):
    team = WijkteamFabriek()
    ZaakFabriek(
        wijkteam=team,
        status="te_verdelen",
        dossier__inwoner__geslachtsnaam="=1+1",
        dossier__inwoner__voorletters="",
        dossier__inwoner__voornamen="",
    )
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))

    antwoord = client.get(reverse("wijkteams:teambeeld_lijst_exporteren"), {"cijfer": "wacht"})
    assert antwoord["Content-Type"].startswith("text/csv")
    kop, regel = antwoord.content.decode("utf-8-sig").splitlines()
    assert kop == "Naam;Waarover;Wet;Bij wie;Gemeld op;Status"
    assert regel.startswith("'=1+1;")
    assert "Kerkstraat" not in regel
    antwoord = client.get(
        reverse("wijkteams:teambeeld_lijst_exporteren"), {"cijfer": "wacht", "vorm": "xlsx"}
    )
    blad = zipfile.ZipFile(io.BytesIO(antwoord.content)).read("xl/worksheets/sheet1.xml").decode()
    assert blad.count("<row ") == 2
    assert "<f>" not in blad


def test_kleine_aantallen_van_een_ander_team_en_de_reden_van_afwezigheid_staan_er_niet(client):
    team, klein, groot = WijkteamFabriek(), WijkteamFabriek(naam="Klein"), WijkteamFabriek(naam="Groot")
    weg, fit = MedewerkerFabriek(team=team, last_name="Weg"), MedewerkerFabriek(team=team, last_name="Fit")
    for wie in (weg, fit):
        ZaakFabriek(wijkteam=team, status="onderzoek", regisseur=wie)
    Afwezigheid(medewerker=weg, vervanger=fit, vanaf_op=VANDAAG, terug_op=VANDAAG + 9 * DAG).bewaren(
        door=weg.actor, reden="Griep"
    )
    for ander, hoeveel in ((klein, 4), (groot, 7)):
        for nr in range(hoeveel):
            ZaakFabriek(
                wijkteam=ander,
                status="te_verdelen" if nr < 5 else "onderzoek",
                regisseur=fit if nr > 4 else None,
            )
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))

    pagina = client.get(reverse("wijkteams:teambeeld")).context
    rijen = {b.naam: {r[0].tekst: [c.tekst for c in r[1:]] for r in b.regels} for b in pagina["blokken"]}
    assert rijen["teams"] == {
        "Dit team": ["2", "0", "0"], "Groot": ["7", "5", "minder dan 5"], "Klein": ["minder dan 5"] * 3,
        "Alle teams samen": ["minstens 9", "minstens 5", "minstens 0"],
    }  # fmt: skip
    assert list(rijen["werk"]) == ["F. Fit", "F. Weg"]  # by name
    assert rijen["werk"]["F. Weg"][-1] == "afwezig, vervanger F. Fit"
    assert rijen["werk"]["F. Fit"][-1] == "waarvan 6 punten buiten dit team"
    assert rijen["werk"]["F. Fit"][1:3] == ["9 van 40", "1"]
    assert "Griep" not in client.get(reverse("wijkteams:teambeeld")).text


def test_doorlooptijd_netto_bruto_en_op_tijd(client):
    team = WijkteamFabriek()
    systeem = MedewerkerFabriek().actor
    for nr, (dagen, stil) in enumerate([(20, 0), (30, 0), (50, 10), (60, 0)]):
        zaak = ZaakFabriek(wijkteam=team, status="besluitvorming", gemeld_op=VANDAAG - 100 * DAG)
        klaar = datetime.date(2026, 11, 20)
        begin = klaar - dagen * DAG
        termijn = Termijn(
            zaak=zaak, soort="onderzoek", artikel="Wmo 2015 art. 2.3.2 lid 1", begint_op=begin,
            uiterste_datum=begin + (42 + stil) * DAG, gehaald_op=klaar,
        ).bewaren(door=systeem, reden="test")  # fmt: skip
        if stil:
            Opschorting(
                termijn=termijn,
                grond="aan_inwoner",
                vanaf_op=begin + 5 * DAG,
                tot_op=begin + 15 * DAG,
                einde="vervallen",
            ).bewaren(door=systeem, reden="test")
            Opschorting(
                termijn=termijn,
                grond="overmacht",
                vanaf_op=begin + 7 * DAG,
                tot_op=begin + 9 * DAG,
                einde="vervallen",
            ).bewaren(door=systeem, reden="test")
        assert nr < 4
    ZaakFabriek(wijkteam=team, wet=Wet.JEUGDWET)
    client.als(MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD))

    blokken = {b.naam: b for b in client.get(reverse("wijkteams:teambeeld")).context["blokken"]}
    ((maand, _, mediaan, p90, bruto, op_tijd, dossiers),) = blokken["onderzoek"].regels
    assert (maand.tekst, maand.lijst) == ("nov", "onderzoek:2026-11")
    assert (mediaan.tekst, p90.tekst, p90.let_op) == ("35", "54", True)  # 20, 30, 40, 60
    assert bruto.tekst == "40 en 57"  # 20, 30, 50, 60
    assert (op_tijd.tekst, dossiers.tekst) == ("75%", "4")
    assert blokken["onderzoek"].bevinding == "Onderzoek: 75% op tijd in november, de helft binnen 35 dagen"


def test_een_collega_van_twee_disciplines_staat_er_een_keer(client):
    team = WijkteamFabriek()
    mens = MedewerkerFabriek(team=team, last_name="Beide")
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD)
    lidmaatschap_beginnen(
        medewerker_id=mens.pk, wijkteam_id=team.pk, rol=Rol.CONSULENT, discipline=Discipline.JEUGD,
        door=Actor.objects.systeem(), vandaag=VANDAAG,
    )  # fmt: skip
    client.als(lead)

    blokken = {b.naam: b for b in client.get(reverse("wijkteams:teambeeld")).context["blokken"]}
    assert [r[0].tekst for r in blokken["werk"].regels] == ["F. Beide"]


def test_de_bewaarde_opdracht_is_van_een_lezer_en_een_dag(client):
    """Rights that changed, another team or another day: another statement."""
    team, ander = WijkteamFabriek(), WijkteamFabriek()
    for waar, hoeveel in ((team, 2), (ander, 3)):
        for _ in range(hoeveel):
            ZaakFabriek(wijkteam=waar, status="te_verdelen")
    lead = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD)
    client.als(lead)

    def zonder_eigenaar(**waar) -> int:
        bevindingen = client.get(reverse("wijkteams:teambeeld"), waar).context["bevindingen"]
        return next(b.aantal for b in bevindingen if b.woorden == "zonder eigenaar")

    assert zonder_eigenaar() == 2
    lidmaatschap_beginnen(
        medewerker_id=lead.pk, wijkteam_id=ander.pk, rol=Rol.TEAMLEAD, discipline=Discipline.WMO,
        door=Actor.objects.systeem(), vandaag=VANDAAG,
    )  # fmt: skip
    assert zonder_eigenaar(team=ander.pk) == 3
    assert zonder_eigenaar(team=team.pk) == 2
    ZaakFabriek(wijkteam=team, status="te_verdelen", afgeschermd=True)
    assert zonder_eigenaar(team=team.pk) == 2
    jeugd = MedewerkerFabriek(team=team, team__rol=Rol.TEAMLEAD, team__discipline=Discipline.JEUGD)
    client.als(jeugd)
    assert zonder_eigenaar() == 0
