"""Handing over: who may, what goes along, who is left out and why, two colleagues, a second click."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek, ZaakFabriek
from tests.wijkteams.opstellingen import om, team_blerick, zaak_in_onderzoek
from toegang.models import Actor, Gebeurtenis, Inzage, Taak, Zaak
from toegang.rechten import Grond, Recht, Rol, Wet
from toegang.usecases.uitzonderingen import verlenen
from wijkteams.models import Discipline, Huisbezoek, Toewijzing
from wijkteams.usecases.huisbezoek_plannen import huisbezoek_plannen
from wijkteams.usecases.lidmaatschap_beginnen import lidmaatschap_beginnen
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

pytestmark = pytest.mark.django_db
VANDAAG = datetime.date(2026, 12, 3)
NU = om(VANDAAG, 11)
URL = reverse("wijkteams:overdragen")


@pytest.fixture(autouse=True)
def _nu(time_machine):
    time_machine.move_to(NU, tick=False)


@pytest.fixture
def blerick():
    return team_blerick()


@pytest.fixture
def lead(blerick):
    return MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD)


def overdragen(zaken, naar, lead, **anders):
    return zaken_overdragen(
        zaak_ids=[z.pk for z in zaken], regisseur_id=naar.pk, reden="Lang ziek", door=lead.actor, vandaag=VANDAAG,
        nu=NU, **anders,
    )  # fmt: skip


def bevestigen(client, zaken, naar, **anders):
    return client.post(
        URL,
        {
            "bevestigd": "ja", "keuze": [str(z.pk) for z in zaken], "naar": naar.pk, "reden": "Lang ziek",
            "was": [f"{z.pk}:{z.regisseur_id}" for z in zaken], **anders,
        },
    )  # fmt: skip


def meldingen(client, antwoord) -> str:
    return client.get(antwoord.url).content.decode()


@pytest.mark.parametrize(
    ("wie", "http", "gaat"),
    [
        ({"team__rol": Rol.TEAMLEAD}, 302, True),
        ({"team__rol": Rol.PROCESCOORDINATOR}, 302, True),
        ({"team__rol": Rol.CONSULENT}, 403, False),
        ({"team__rol": Rol.TEAMLEAD, "ander_team": True}, 200, False),
        ({"team__rol": Rol.TEAMLEAD, "team__discipline": Discipline.JEUGD}, 200, False),
        ({"geen_team": True, "rollen": [Rol.ADMINISTRATIE]}, 403, False),
        ({"geen_team": True, "rollen": [Rol.KCC]}, 403, False),
        ({"geen_team": True, "rollen": [Rol.BEHEERDER]}, 403, False),
    ],
)
def test_overdragen_vraagt_het_recht_om_te_verdelen(client, blerick, wie, http, gaat):
    zaak, naar = zaak_in_onderzoek(), MedewerkerFabriek(team=blerick)
    wie = dict(wie)
    if not wie.pop("geen_team", False):
        wie["team"] = WijkteamFabriek() if wie.pop("ander_team", False) else blerick

    antwoord = bevestigen(client.als(MedewerkerFabriek(**wie)), [zaak], naar)

    assert antwoord.status_code == http
    assert (Zaak.objects.get(pk=zaak.pk).regisseur_id == naar.pk) is gaat


def test_alles_gaat_mee_naar_de_nieuwe_regisseur(blerick, lead):
    zaak, naar = zaak_in_onderzoek(), MedewerkerFabriek(team=blerick)
    vorige = zaak.regisseur
    huisbezoek_plannen(
        zaak_id=zaak.pk, door=vorige.actor, nu=NU, gepland_om=om(datetime.date(2026, 12, 8), 14)
    )
    versie = Zaak.objects.get(pk=zaak.pk).versie

    uitslag = overdragen([zaak], naar, lead)

    zaak = Zaak.objects.get(pk=zaak.pk)
    assert (uitslag.gedaan, uitslag.niet, uitslag.weg) == ([zaak.pk], [], 0)
    assert (zaak.regisseur, zaak.status, zaak.versie) == (naar, "onderzoek", versie + 1)
    assert zaak.history.first().history_user == lead.actor
    assert zaak.history.first().history_change_reason == "overgedragen: Lang ziek"
    assert [(t.regisseur, t.tot_om) for t in Toewijzing.objects.order_by("vanaf_om")] == [
        (vorige, NU), (naar, None),
    ]  # fmt: skip
    assert Huisbezoek.objects.get().consulent == naar
    open_taken = Taak.objects.open().filter(zaak=zaak).order_by("titel")
    assert {t.medewerker for t in open_taken if t.medewerker_id} == {naar}
    assert "overgedragen" in [t.sleutel.partition(":")[0] for t in open_taken]
    assert Gebeurtenis.objects.get(soort="zaak_overgedragen").zin == (
        f"Overgedragen van {vorige.naam} aan {naar.naam}."
    )
    gevoelig = Zaak.objects.filter(pk=zaak.pk)
    assert gevoelig.voor(naar.actor, Recht.GEVOELIG_INZIEN).exists()
    assert not gevoelig.voor(vorige.actor, Recht.GEVOELIG_INZIEN).exists()


def test_een_tweede_keer_verandert_niets(client, blerick, lead):
    zaak, naar = zaak_in_onderzoek(), MedewerkerFabriek(team=blerick)
    overdragen([zaak], naar, lead)
    eerst = Zaak.history.count(), Taak.history.count(), Gebeurtenis.objects.count()

    nog_eens = overdragen([zaak], naar, lead, van={zaak.pk: zaak.regisseur_id})

    assert nog_eens.gedaan == [zaak.pk]
    assert (Zaak.history.count(), Taak.history.count(), Gebeurtenis.objects.count()) == eerst


def test_van_twee_teamleiders_wint_de_eerste_en_de_ander_leest_dat(client, blerick, lead):
    zaak = zaak_in_onderzoek()
    een, ander = MedewerkerFabriek(team=blerick), MedewerkerFabriek(team=blerick)
    overdragen([zaak], een, lead)

    client.als(MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD))
    antwoord = bevestigen(client, [zaak], ander)

    assert Zaak.objects.get(pk=zaak.pk).regisseur == een
    assert f"is intussen door een collega overgedragen aan {een.naam}." in meldingen(client, antwoord)


def test_vijf_wel_en_een_niet_met_de_reden(client, blerick, lead):
    vorige, naar = MedewerkerFabriek(team=blerick), MedewerkerFabriek(team=blerick)
    zaken = ZaakFabriek.create_batch(5, wijkteam=blerick, regisseur=vorige, status="onderzoek")
    dicht = ZaakFabriek(wijkteam=blerick, regisseur=vorige, status="onderzoek", afgeschermd=True)
    jaar = datetime.timedelta(days=365)
    verlenen(dicht, lead.pk, Grond.AFGESCHERMD, vanaf=NU - jaar, tot=NU + jaar, door=lead.actor)
    client.als(lead)

    gekeken = client.post(URL, {"keuze": [str(z.pk) for z in [*zaken, dicht]]})
    antwoord = bevestigen(client, [*zaken, dicht], naar)

    naam = dicht.dossier.inwoner.naam.weergave()
    assert [z.pk for z in gekeken.context["mee"]] == sorted(z.pk for z in zaken)
    assert f"{naam} is afgeschermd." in gekeken.content.decode()
    assert f"5 dossiers overgedragen aan {naar.naam}, 1 niet: {naam} is afgeschermd." in meldingen(
        client, antwoord
    )
    assert Zaak.objects.filter(regisseur=naar).count() == 5


def test_wie_afgeschermd_is_wordt_niet_genoemd_en_niet_geteld_voor_wie_hem_niet_mag_zien(
    client, blerick, lead
):
    zaak = ZaakFabriek(wijkteam=blerick, regisseur=MedewerkerFabriek(team=blerick), afgeschermd=True)
    client.als(lead)

    html = client.post(URL, {"keuze": [str(zaak.pk)]}).content.decode()
    van = client.get(URL, {"van": zaak.regisseur_id}).content.decode()

    assert "Kies eerst een of meer dossiers." in html
    assert zaak.dossier.inwoner.geslachtsnaam not in html + van
    assert zaak.regisseur.naam not in client.get(URL).content.decode()
    assert not Inzage.objects.filter(zaak=zaak.pk).exists()


@pytest.mark.parametrize(
    ("zaak", "zin"),
    [
        ({"status": "te_verdelen"}, "heeft nog geen regisseur"),
        ({"status": "onderzoek", "wet": Wet.JEUGDWET, "met_regisseur": True}, "geen consulent voor de Jeugdwet"),
        ({"status": "afgesloten", "afgesloten_op": VANDAAG, "afsluitreden": "ingetrokken", "met_regisseur": True},
         "is afgesloten"),
    ],
)  # fmt: skip
def test_wat_niet_kan_staat_er_met_de_reden(blerick, zaak, zin):
    lead = MedewerkerFabriek(team=blerick, team__rol=Rol.TEAMLEAD)
    lidmaatschap_beginnen(
        medewerker_id=lead.pk, wijkteam_id=blerick.pk, rol=Rol.TEAMLEAD, discipline=Discipline.JEUGD,
        door=Actor.objects.systeem(), vandaag=datetime.date(2020, 1, 1),
    )  # fmt: skip
    naar, zaak = MedewerkerFabriek(team=blerick), dict(zaak)
    regisseur = MedewerkerFabriek(team=blerick) if zaak.pop("met_regisseur", False) else None
    rij = ZaakFabriek(wijkteam=blerick, regisseur=regisseur, **zaak)

    uitslag = overdragen([rij], naar, lead)

    assert uitslag.gedaan == []
    assert zin in uitslag.niet[0][1]
    assert Zaak.objects.get(pk=rij.pk).versie == 1


def test_alle_dossiers_van_een_collega(client, blerick, lead):
    vorige = MedewerkerFabriek(team=blerick)
    zaken = ZaakFabriek.create_batch(3, wijkteam=blerick, regisseur=vorige, status="onderzoek")
    ZaakFabriek(wijkteam=blerick, regisseur=MedewerkerFabriek(team=blerick), status="onderzoek")
    client.als(lead)

    kies, gekeken = client.get(URL), client.get(URL, {"van": vorige.pk})

    assert vorige.naam in kies.content.decode()
    assert {z.pk for z in gekeken.context["mee"]} == {z.pk for z in zaken}
    assert set(Inzage.objects.filter(scherm="overdragen").values_list("zaak", flat=True)) == {
        z.pk for z in zaken
    }


def test_zonder_collega_of_reden_blijft_de_keuze_staan(client, blerick, lead):
    zaak = zaak_in_onderzoek()
    MedewerkerFabriek(team=blerick)
    client.als(lead)

    antwoord = client.post(URL, {"bevestigd": "ja", "keuze": [str(zaak.pk)]})

    html = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Kies aan wie u overdraagt" in html
    assert "Schrijf kort waarom u overdraagt" in html
    assert f'value="{zaak.pk}" checked' in html
    assert Zaak.objects.get(pk=zaak.pk).regisseur_id == zaak.regisseur_id


def test_overdragen_kost_even_veel_vragen_voor_een_als_voor_veertig(blerick, lead):
    naar, vorige = MedewerkerFabriek(team=blerick), MedewerkerFabriek(team=blerick)
    assert lead.actor.rechten.teams  # one query a request, not of this act
    gemeten = []
    for aantal in (1, 40):
        zaken = ZaakFabriek.create_batch(aantal, wijkteam=blerick, regisseur=vorige, status="onderzoek")
        with CaptureQueriesContext(connection) as vragen:
            overdragen(zaken, naar, lead)
        gemeten.append([v["sql"][:60] for v in vragen if "SAVEPOINT" not in v["sql"]])

    assert len(gemeten[0]) == len(gemeten[1]) <= 20, "\n".join(gemeten[1])


@pytest.mark.parametrize("hoeveel", [1, 20])
def test_overdragen_is_een_vast_aantal_vragen(blerick, lead, hoeveel, django_assert_num_queries):
    vorige, naar = MedewerkerFabriek(team=blerick), MedewerkerFabriek(team=blerick)
    zaken = ZaakFabriek.create_batch(hoeveel, wijkteam=blerick, regisseur=vorige, status="onderzoek")

    with django_assert_num_queries(12):  # with the savepoint and its end
        uitslag = overdragen(zaken, naar, lead)

    assert len(uitslag.gedaan) == hoeveel


def test_wie_niet_mee_kan_kost_geen_vraag_per_dossier(blerick, lead, django_assert_max_num_queries):
    vorige, naar = MedewerkerFabriek(team=blerick), MedewerkerFabriek(team=blerick)
    zaken = ZaakFabriek.create_batch(
        20,
        wijkteam=blerick,
        regisseur=vorige,
        status="afgesloten",
        afgesloten_op=VANDAAG,
        afsluitreden="ingetrokken",
    )

    with django_assert_max_num_queries(8):
        uitslag = overdragen(zaken, naar, lead)

    assert len(uitslag.niet) == 20
    assert uitslag.niet[0][0] != uitslag.niet[1][0]
