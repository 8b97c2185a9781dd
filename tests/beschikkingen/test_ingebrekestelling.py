"""A notice of default: valid or not, the counter day by day, the besluit that fixes it (Awb art. 4:17, 4:18)."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from beschikkingen.models import Besluit, Ingebrekestelling
from beschikkingen.poort import open_punten
from beschikkingen.regels import dwangsomdagen, dwangsomverloop, waarom_niet_in_gebreke
from beschikkingen.usecases.besluit_verzonden import besluit_verzonden
from beschikkingen.usecases.dwangsombesluit_opstellen import dwangsombesluit_opstellen
from beschikkingen.usecases.ingebrekestelling_registreren import ingebrekestelling_registreren
from beschikkingen.views.ingebrekestelling import teller
from tests.beschikkingen.opstellingen import administratie, besluit_in, mandaat_van, ondertekenaar, verse
from tests.fabrieken import MedewerkerFabriek, WijkteamFabriek
from tests.wijkteams.opstellingen import om
from toegang.models import Brief
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from toegang.termijnregels import dwangsom

DAG = datetime.timedelta(days=1)
LAATSTE = datetime.date(2026, 12, 8)  # aanvraag of 24 November, two weeks
KWAM = LAATSTE + 2 * DAG
EERSTE = KWAM + 15 * DAG


@pytest.mark.parametrize(
    ("dagen", "euro"), [(0, 0), (1, 23), (14, 322), (15, 357), (28, 812), (29, 857), (42, 1442), (60, 1442)]
)
def test_de_teller_volgt_de_wet(dagen, euro):
    assert dwangsom(dwangsomdagen(EERSTE, EERSTE + dagen * DAG), op=EERSTE) == euro


def test_het_verloop_is_gedateerd():
    treden = dwangsomverloop(EERSTE)

    assert [(t.van, t.tot, t.per_dag, t.totaal) for t in treden] == [
        (EERSTE, EERSTE + 13 * DAG, 23, 322),
        (EERSTE + 14 * DAG, EERSTE + 27 * DAG, 35, 812),
        (EERSTE + 28 * DAG, EERSTE + 41 * DAG, 45, 1442),
    ]


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({}, ""),
        ({"ontvangen_op": LAATSTE}, "voordat de termijn voorbij was"),  # one day too early
        ({"schriftelijk": False}, "is schriftelijk"),
        ({"stil": True}, "stond stil"),
        ({"eerder": True}, "al een geldige"),
    ],
)
def test_geldig_of_niet(anders, zin):
    feiten = {
        "ontvangen_op": LAATSTE + DAG, "uiterste_datum": LAATSTE, "schriftelijk": True, "stil": False, "eerder": False,
    }  # fmt: skip

    gezegd = waarom_niet_in_gebreke(**feiten | anders)

    assert zin in gezegd
    assert bool(gezegd) == bool(zin)


def kwam(besluit, *, op=KWAM, **anders):
    gegevens = {"schriftelijk": True, "aanvraag_id": besluit.aanvraag_id, "ontvangen_op": op} | anders
    return ingebrekestelling_registreren(
        zaak_id=besluit.zaak_id, door=administratie().actor, vandaag=op, nu=om(op), **gegevens
    )


@pytest.mark.django_db
def test_een_geldige_geeft_een_teller_een_brief_en_twee_taken():
    besluit = besluit_in("concept")

    notitie = kwam(besluit)

    assert (notitie.geldig, notitie.eerste_dag, notitie.uiterste_datum) == (True, EERSTE, LAATSTE)
    taken = {t.sleutel.split(":")[0]: t.uiterlijk_op for t in besluit.zaak.taken.open()}
    assert taken["dwangsom_voorkomen"] == EERSTE - DAG
    assert taken["dwangsom_vaststellen"] == EERSTE + 55 * DAG
    assert Brief.objects.get(soort="ingebrekestelling_ontvangen").bron_id == notitie.pk
    assert kwam(besluit) == notitie  # a double click is one
    stand = teller(notitie, EERSTE + 14 * DAG)
    assert (stand.dagen, stand.nu, stand.loopt) == (15, Decimal(357), True)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("na_dagen", "bedrag", "laatste"),
    [
        (-1, 0, None),
        (0, 0, None),
        (1, 23, EERSTE),
        (20, 532, EERSTE + 19 * DAG),
        (60, 1442, EERSTE + 41 * DAG),
    ],
)
def test_het_besluit_stopt_de_teller(na_dagen, bedrag, laatste):
    besluit = besluit_in("ondertekend")
    notitie = kwam(besluit)

    besluit_verzonden(besluit_id=besluit.pk, door=administratie().actor, op=EERSTE + na_dagen * DAG)

    notitie.refresh_from_db()
    assert (notitie.bedrag, notitie.laatste_dag) == (bedrag, laatste)


@pytest.mark.django_db
def test_het_dwangsombesluit_neemt_het_bedrag_van_de_data():
    besluit = besluit_in("ondertekend")
    notitie = kwam(besluit)
    door = verse(besluit.zaak.regisseur)
    with pytest.raises(OngeldigeOvergang, match="loopt nog"):
        dwangsombesluit_opstellen(ingebrekestelling_id=notitie.pk, door=door, vandaag=EERSTE + 41 * DAG)
    besluit_verzonden(besluit_id=besluit.pk, door=administratie().actor, op=EERSTE + 15 * DAG)

    dag = EERSTE + 15 * DAG
    nieuw = dwangsombesluit_opstellen(ingebrekestelling_id=notitie.pk, door=door, vandaag=dag)

    assert (nieuw.bedrag, nieuw.uitkomst) == (357, "dwangsom")
    assert dwangsombesluit_opstellen(ingebrekestelling_id=notitie.pk, door=door, vandaag=dag) == nieuw
    assert [p.zin for p in open_punten(nieuw, vandaag=EERSTE)] == [
        "Niemand heeft een mandaat voor dit product en dit bedrag. Vraag de beheerder."
    ]
    mandaat_van(ondertekenaar(), soorten=["dwangsom"])
    assert open_punten(Besluit.objects.get(pk=nieuw.pk), vandaag=EERSTE) == []


@pytest.mark.django_db
def test_na_42_dagen_staat_het_hoogste_vast_ook_zonder_besluit():
    besluit = besluit_in("concept")
    notitie = kwam(besluit)

    nieuw = dwangsombesluit_opstellen(
        ingebrekestelling_id=notitie.pk, door=verse(besluit.zaak.regisseur), vandaag=EERSTE + 42 * DAG
    )

    assert nieuw.bedrag == 1442


@pytest.mark.django_db
def test_wie_niet_te_laat_is_krijgt_antwoord_waarom_niet():
    notitie = kwam(besluit_in("concept"), op=LAATSTE)

    assert not notitie.geldig
    assert Brief.objects.filter(soort="ingebrekestelling_ontvangen").exists()
    assert not notitie.zaak.taken.open().filter(sleutel__startswith="dwangsom").exists()


@pytest.mark.django_db
def test_over_wat_besloten_is_of_een_onmogelijke_dag_kan_het_niet():
    with pytest.raises(OngeldigeOvergang, match="al besloten"):
        kwam(besluit_in("verzonden"))
    with pytest.raises(ValidationError, match="Deze datum moet liggen"):
        kwam(besluit_in("concept"), ontvangen_op=datetime.date(2026, 11, 1))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("medewerker", "http", "aantal"),
    [
        ("administratie", 302, 1),
        ("regisseur", 302, 1),
        ("teamleider", 200, 0),
        ("ander_team", 404, 0),
        ("kcc", 404, 0),
    ],
)
def test_wie_haar_registreert(client, time_machine, medewerker, http, aantal):
    time_machine.move_to(datetime.datetime(2026, 12, 11, 9, 0, tzinfo=datetime.UTC))
    besluit = besluit_in("concept")
    mens = {
        "regisseur": lambda: besluit.zaak.regisseur,
        "teamleider": lambda: MedewerkerFabriek(team=besluit.zaak.wijkteam, team__rol=Rol.TEAMLEAD),
        "ander_team": lambda: MedewerkerFabriek(team=WijkteamFabriek()),
    }.get(medewerker, lambda: MedewerkerFabriek(rollen=[Rol(medewerker)]))()
    gegevens = {
        "waarover": f"aanvraag:{besluit.aanvraag_id}", "ontvangen_op": "10-12-2026", "schriftelijk": "ja",
    }  # fmt: skip

    adres = reverse("beschikkingen:ingebrekestellingen", args=[besluit.zaak_id])
    antwoord = client.als(mens).post(adres, gegevens)

    assert (antwoord.status_code, Ingebrekestelling.objects.count()) == (http, aantal)
