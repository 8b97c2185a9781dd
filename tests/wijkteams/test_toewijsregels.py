"""The tables and the arithmetic of distributing: team, discipline, caseload, order."""

from decimal import Decimal

import pytest

from toegang.models import Leefgebied, Zaaksoort
from toegang.rechten import Wet
from toegang.statussen import ZaakStatus
from wijkteams import toewijsregels as regels
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Discipline
from wijkteams.toewijsregels import Kandidaat


@pytest.mark.parametrize(
    ("zaaksoort", "postcode", "gebied", "team", "omdat"),
    [
        (Zaaksoort.GEWOON, True, True, "wijk", "gebied van dit team"),
        (Zaaksoort.HERONDERZOEK, True, True, "wijk", "gebied van dit team"),
        (Zaaksoort.GEWOON, True, False, "plus", "geen van onze wijkteams"),
        (Zaaksoort.GEWOON, False, False, "plus", "geen adres"),
        (Zaaksoort.OPVANG, True, True, "plus", "opvang"),
        (Zaaksoort.BESCHERMD_WONEN, True, True, "zvh", "beschermd wonen"),
        (Zaaksoort.BESCHERMD_WONEN, False, False, "zvh", "beschermd wonen"),
    ],
)
def test_het_soort_team_volgt_uit_de_vraag_en_het_adres(zaaksoort, postcode, gebied, team, omdat):
    soort, waarom = regels.soort_team(zaaksoort, heeft_postcode=postcode, in_gebied=gebied)

    assert soort == team
    assert omdat in waarom


def test_elke_wet_heeft_een_discipline_die_haar_ook_doet():
    assert set(regels.VAN_WET) == set(Wet)
    for wet, discipline in regels.VAN_WET.items():
        assert wet in WETTEN_VAN_DISCIPLINE[discipline]


@pytest.mark.parametrize(
    ("wet", "onderwerp", "discipline"),
    [
        (Wet.WMO, Leefgebied.HUISHOUDEN, Discipline.WMO),
        (Wet.WMO, Leefgebied.GELD, Discipline.PARTICIPATIE),
        (Wet.WMO, Leefgebied.OPVOEDEN, Discipline.JEUGD),
        (Wet.JEUGDWET, Leefgebied.MENTAAL, Discipline.JEUGD),
        (Wet.SCHULDHULP, Leefgebied.WONEN, Discipline.PARTICIPATIE),
    ],
)
def test_de_discipline_volgt_het_grootste_probleem(wet, onderwerp, discipline):
    assert regels.discipline_van(wet, onderwerp) == discipline


def test_wijst_het_probleem_elders_heen_dan_blijft_de_wet_de_regisseur_bepalen():
    zin = regels.discipline_in_woorden(Wet.WMO, Leefgebied.GELD)

    assert zin == (
        "Het grootste probleem is geld: discipline participatie. De vraag valt onder de Wmo 2015. Daarom kiest u een"
        " consulent Wmo, het liefst een die ook participatie doet."
    )


def test_elke_status_heeft_punten_en_wat_klaar_is_weegt_niets():
    assert set(regels.PUNTEN_VAN_STATUS) == set(ZaakStatus)
    assert regels.punten(ZaakStatus.AFGESLOTEN, spoed=True, complex_=True) == 0
    assert regels.punten(ZaakStatus.ONDERZOEK, spoed=False, complex_=False) == 3
    assert regels.punten(ZaakStatus.ONDERZOEK, spoed=True, complex_=True) == 6


@pytest.mark.parametrize(
    ("wet", "soort", "punten"),
    [("wmo", "gewoon", 3), ("jeugdwet", "gewoon", 4), ("gpk", "gewoon", 2), ("wmo", "heronderzoek", 2),
     ("jeugdwet", "heronderzoek", 3), ("wmo", "beschermd_wonen", 4)],
)  # fmt: skip
def test_het_soort_zaak_weegt_mee_en_een_open_zaak_nooit_niets(wet, soort, punten):
    vast = {"spoed": False, "complex_": False, "wet": wet, "soort": soort}

    assert regels.punten(ZaakStatus.ONDERZOEK, **vast) == punten
    assert regels.punten(ZaakStatus.NIEUW, **vast) == max(1, punten - 2)


@pytest.mark.parametrize(("uren", "punten"), [(36, 40), (18, 20), (20, 22), (0, 1)])
def test_de_norm_volgt_de_contracturen(uren, punten):
    assert regels.norm(Decimal(uren)) == punten


def test_caseload_telt_de_punten_per_collega():
    groepen = [
        {"regisseur_id": 1, "status": "onderzoek", "spoed": False, "complex": False, "aantal": 4},
        {"regisseur_id": 1, "status": "besluitvorming", "spoed": False, "complex": False, "aantal": 1},
        {"regisseur_id": 2, "status": "onderzoek", "spoed": True, "complex": True, "aantal": 1},
    ]

    assert regels.caseload(groepen) == {1: 14, 2: 6}


def kandidaat(naam, punten, **anders):
    return Kandidaat(medewerker_id=sum(map(ord, naam)), naam=naam, punten=punten, **anders)


def test_de_reden_zegt_alles_wat_telde():
    fatma = kandidaat("F. Bakker", 14, contracturen=Decimal(20), disciplines=("jeugd",), kent_gezin=True)

    assert fatma.waarom == "F. Bakker: 14 van 22 punten, jeugd, kent het gezin"


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ({"punten": 10}, {"punten": 12}),
        ({"punten": 11}, {"punten": 10, "contracturen": Decimal(18)}),  # half a week, half the room
        ({"punten": 15, "kent_gezin": True}, {"punten": 10}),
        ({"punten": 15, "contactpersoon_van": "De Regenboog"}, {"punten": 10}),
        ({"punten": 12, "disciplines": ("wmo", "jeugd")}, {"punten": 10, "disciplines": ("wmo",)}),
        ({"punten": 10}, {"punten": 30, "kent_gezin": True}),  # knowing them does not make room
    ],
)
def test_wie_de_meeste_ruimte_heeft_gaat_voor(een, ander):
    eerste, tweede = kandidaat("Z. Eerste", **een), kandidaat("A. Tweede", **ander)

    assert regels.rangorde([tweede, eerste], grootste="jeugd") == [eerste, tweede]
