"""Terms: the vectors were computed apart from the code, the properties hold for every date."""

from datetime import date, timedelta
from decimal import Decimal

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang import termijnen
from toegang.feestdagen import (
    KB_DAGEN,
    eerstvolgende_werkdag,
    feestdagen,
    is_werkdag,
    laatste_jaar_met_kb_dagen,
)
from toegang.termijnen import (
    BESLUIT_WMO_2_3_5,
    REDELIJK_AWB_4_13,
    Duur,
    GeenRegel,
    beslistermijn,
    beslistermijn_bezwaar,
    bezwaartermijn,
    dwangsom,
    eerste_dwangsomdag,
    einde_van,
    laatste_dag,
    met_opschorting,
    nog_dagen,
    opgeschorte_dagen,
    regel,
    staat_stil,
    uiterste_datum,
)

dagen_nu = st.dates(date(2020, 1, 1), date(2035, 12, 31))
periodes = st.lists(
    st.tuples(dagen_nu, st.integers(0, 60)).map(lambda p: (p[0], p[0] + timedelta(days=p[1]))), max_size=5
)


# --- feast days -----------------------------------------------------------------------------------

TABEL = {
    2026: "1/1 2/1 3/4 6/4 27/4 5/5 14/5 15/5 25/5 25/12 26/12",
    2027: "1/1 26/3 29/3 27/4 5/5 6/5 7/5 17/5 25/12 26/12",
    2028: "1/1 14/4 17/4 27/4 28/4 5/5 25/5 26/5 5/6 25/12 26/12",
}


@pytest.mark.parametrize(("jaar", "dagen"), TABEL.items())
def test_feestdagen_volgen_de_tabel(jaar, dagen):
    verwacht = [date(jaar, int(maand), int(dag)) for dag, maand in (d.split("/") for d in dagen.split())]

    assert list(feestdagen(jaar)) == verwacht


@pytest.mark.parametrize("jaar", range(2020, 2036))
def test_feestdagen_zijn_die_van_een_tweede_bron(jaar):
    tweede = set(holidays.country_holidays("NL", years=jaar, categories=("public", "optional")))
    zondagen = {d for d in tweede if d.weekday() == 6 and d not in feestdagen(jaar)}
    kb = {kb.dag for kb in KB_DAGEN}

    assert set(feestdagen(jaar)) - kb == tweede - zondagen


@pytest.mark.parametrize(
    ("dag", "naam"),
    [
        (date(2025, 4, 26), "Koningsdag"),  # 27 April 2025 is a Sunday
        (date(2014, 4, 26), "Koningsdag"),
        (date(2013, 4, 30), "Koninginnedag"),
        (date(2016, 5, 5), "Bevrijdingsdag"),
        (date(2026, 1, 2), "Gelijkgesteld met een feestdag"),
    ],
)
def test_feestdagen_kennen_hun_naam(dag, naam):
    assert feestdagen(dag.year)[dag] == naam


def test_feestdagen_van_een_verplaatste_koningsdag_niet_op_de_zondag():
    assert date(2025, 4, 27) not in feestdagen(2025)


def test_feestdagen_geven_een_eigen_kopie():
    feestdagen(2026).clear()

    assert feestdagen(2026)


def test_laatste_jaar_met_kb_dagen():
    assert laatste_jaar_met_kb_dagen() == 2028


@pytest.mark.parametrize("dag", [date(2026, 12, 31), date(2026, 12, 24), date(2028, 4, 18)])
def test_gewone_dagen_rond_feestdagen_zijn_werkdag(dag):
    assert is_werkdag(dag)


# --- the plain count ------------------------------------------------------------------------------

VECTOREN = [
    (date(2025, 11, 21), 42, date(2026, 1, 5)),
    (date(2026, 2, 20), 42, date(2026, 4, 7)),
    (date(2026, 5, 1), 14, date(2026, 5, 18)),
    (date(2026, 3, 9), 42, date(2026, 4, 20)),
    (date(2026, 11, 13), 42, date(2026, 12, 28)),
    (date(2026, 9, 1), 42, date(2026, 10, 13)),
    (date(2027, 3, 26), 42, date(2027, 5, 10)),
    (date(2027, 4, 30), 7, date(2027, 5, 10)),
    (date(2026, 4, 2), 3, date(2026, 4, 8)),  # ATW 1 gives 7/4, ATW 2 asks two working days
    (date(2026, 12, 24), 3, date(2026, 12, 29)),
]


@pytest.mark.parametrize(("gebeurtenis", "dagen", "einde"), VECTOREN)
def test_uiterste_datum_volgt_de_termijnenwet(gebeurtenis, dagen, einde):
    assert uiterste_datum(gebeurtenis, dagen=dagen) == einde
    if dagen % 7 == 0:
        assert uiterste_datum(gebeurtenis, weken=dagen // 7) == einde


@pytest.mark.parametrize(
    ("duur", "einde"),
    [
        ({"weken": 12}, date(2026, 4, 7)),  # 3 April is Goede Vrijdag
        ({"weken": 13}, date(2026, 4, 10)),
        ({"dagen": 90}, date(2026, 4, 9)),
        ({"dagen": 92}, date(2026, 4, 11)),  # a Saturday stays a Saturday (ATW 4)
        ({"dagen": 2}, date(2026, 1, 12)),  # below three days ATW 2 says nothing
        ({"dagen": 1}, date(2026, 1, 12)),
    ],
)
def test_uiterste_datum_lange_en_korte_termijnen(duur, einde):
    start = date(2026, 1, 9)  # a Friday

    assert uiterste_datum(start, **duur) == einde


@pytest.mark.parametrize("duur", [{}, {"dagen": 3, "weken": 1}, {"dagen": 0}, {"weken": -1}])
def test_uiterste_datum_weigert_een_onmogelijke_duur(duur):
    with pytest.raises(ValueError, match="termijn"):
        uiterste_datum(date(2026, 1, 9), **duur)


@given(start=dagen_nu, dagen=st.integers(1, 90))
def test_uiterste_datum_eindigt_op_een_werkdag_en_nooit_te_vroeg(start, dagen):
    einde = uiterste_datum(start, dagen=dagen)

    assert is_werkdag(einde)
    assert einde >= start + timedelta(days=dagen)
    assert (einde - start).days <= dagen + 9
    if dagen >= 3:
        assert sum(is_werkdag(start + timedelta(days=n)) for n in range(1, (einde - start).days + 1)) >= 2


@given(start=dagen_nu, later=st.integers(0, 30), dagen=st.integers(1, 90))
def test_uiterste_datum_wie_later_begint_eindigt_niet_eerder(start, later, dagen):
    assert uiterste_datum(start + timedelta(days=later), dagen=dagen) >= uiterste_datum(start, dagen=dagen)


@given(start=dagen_nu, dagen=st.integers(91, 8000))
def test_uiterste_datum_boven_negentig_dagen_is_de_kale_telling(start, dagen):
    assert uiterste_datum(start, dagen=dagen) == start + timedelta(days=dagen)


def test_nog_dagen_telt_af_en_wordt_negatief():
    assert [
        nog_dagen(date(2026, 12, 3), d) for d in (date(2026, 12, 1), date(2026, 12, 3), date(2026, 12, 5))
    ] == [
        2,
        0,
        -2,
    ]


# --- suspension -----------------------------------------------------------------------------------

UITERSTE = uiterste_datum(date(2026, 11, 9), weken=2)  # Monday 23 November
VANDAAG = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("perioden", "einde"),
    [
        ([], date(2026, 11, 23)),
        ([(date(2026, 11, 12), date(2026, 11, 19))], date(2026, 11, 30)),
        (
            [(date(2026, 11, 12), date(2026, 11, 16)), (date(2026, 11, 16), date(2026, 11, 19))],
            date(2026, 11, 30),
        ),
        (
            [(date(2026, 11, 12), date(2026, 11, 17)), (date(2026, 11, 14), date(2026, 11, 19))],
            date(2026, 11, 30),
        ),
        ([(date(2026, 11, 12), date(2026, 11, 16))], date(2026, 11, 27)),
        ([(date(2026, 11, 12), date(2026, 11, 17))], date(2026, 11, 30)),  # 28th is a Saturday
        ([(date(2026, 11, 12), date(2026, 11, 12))], date(2026, 11, 23)),  # answered the same day
        ([(date(2026, 11, 23), date(2026, 11, 30))], date(2026, 11, 23)),  # on the last day: too late
        ([(date(2026, 11, 25), None)], date(2026, 11, 23)),
        (
            [(date(2026, 11, 20), date(2026, 11, 27)), (date(2026, 11, 26), date(2026, 11, 28))],
            date(2026, 12, 1),
        ),
        ([(date(2026, 11, 20), None)], None),
        ([(date(2026, 11, 16), date(2026, 11, 18)), (date(2026, 11, 20), None)], None),
        ([(date(2026, 11, 20), None), (date(2026, 11, 21), date(2026, 11, 22))], None),
    ],
)
def test_met_opschorting_schuift_de_netto_dagen(perioden, einde):
    assert met_opschorting(UITERSTE, perioden, vandaag=VANDAAG) == einde
    assert beslistermijn(date(2026, 11, 9), BESLUIT_WMO_2_3_5, perioden, vandaag=VANDAAG) == einde


def test_met_opschorting_die_nog_moet_beginnen_telt_niet():
    assert met_opschorting(UITERSTE, [(date(2026, 11, 20), None)], vandaag=date(2026, 11, 19)) == UITERSTE


def test_met_opschorting_weigert_een_einde_voor_het_begin():
    with pytest.raises(ValueError, match="opschorting"):
        met_opschorting(UITERSTE, [(date(2026, 11, 20), date(2026, 11, 19))], vandaag=VANDAAG)


def test_beslistermijn_telt_vanaf_de_kale_laatste_dag():
    ontvangen, stil = date(2026, 5, 1), [(date(2026, 5, 4), date(2026, 5, 5))]

    assert beslistermijn(ontvangen, BESLUIT_WMO_2_3_5, vandaag=VANDAAG) == date(2026, 5, 18)
    assert beslistermijn(ontvangen, BESLUIT_WMO_2_3_5, stil, vandaag=VANDAAG) == date(2026, 5, 18)


@pytest.mark.parametrize(
    ("vandaag", "stil", "dagen"),
    [
        (date(2026, 11, 11), False, 0),
        (date(2026, 11, 12), True, 0),
        (date(2026, 11, 15), True, 3),
    ],
)
def test_staat_stil_vanaf_de_uitnodiging(vandaag, stil, dagen):
    perioden = [(date(2026, 11, 12), None)]

    assert staat_stil(perioden, vandaag=vandaag) is stil
    assert opgeschorte_dagen(perioden, vandaag=vandaag) == dagen


def test_opgeschorte_dagen_telt_overlap_een_keer():
    perioden = [(date(2026, 11, 1), date(2026, 11, 5)), (date(2026, 11, 3), date(2026, 11, 8))]

    assert opgeschorte_dagen(perioden, vandaag=VANDAAG) == 7
    assert not staat_stil(perioden, vandaag=VANDAAG)


@given(start=dagen_nu, perioden=periodes)
def test_opschorting_verkort_nooit_en_eindigt_op_een_werkdag(start, perioden):
    einde = beslistermijn(start, BESLUIT_WMO_2_3_5, perioden, vandaag=date(2036, 12, 31))

    assert einde is not None
    assert einde >= uiterste_datum(start, weken=2)
    assert is_werkdag(einde)


@given(start=dagen_nu, later=st.integers(0, 13), duur=st.integers(0, 60), deel=st.integers(0, 60))
def test_opschorting_in_tweeen_geknipt_is_dezelfde(start, later, duur, deel):
    van = start + timedelta(days=later)
    tot, midden = van + timedelta(days=duur), van + timedelta(days=min(deel, duur))
    uiterste = uiterste_datum(start, weken=2)

    heel = met_opschorting(uiterste, [(van, tot)], vandaag=date(2036, 12, 31))

    assert met_opschorting(uiterste, [(midden, tot), (van, midden)], vandaag=date(2036, 12, 31)) == heel
    assert met_opschorting(uiterste, [(van, tot), (van, midden)], vandaag=date(2036, 12, 31)) == heel


@given(start=dagen_nu, perioden=periodes, extra=periodes)
def test_meer_opschorting_eindigt_niet_eerder(start, perioden, extra):
    ver = date(2036, 12, 31)
    minder = beslistermijn(start, BESLUIT_WMO_2_3_5, perioden, vandaag=ver)
    meer = beslistermijn(start, BESLUIT_WMO_2_3_5, perioden + extra, vandaag=ver)

    assert minder is not None
    assert meer is not None
    assert meer >= minder


# --- bezwaar and dwangsom -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bekendgemaakt", "einde"),
    [
        (date(2026, 3, 9), date(2026, 4, 20)),
        (date(2026, 11, 13), date(2026, 12, 28)),
        (date(2026, 12, 7), date(2027, 1, 18)),
    ],
)
def test_bezwaartermijn_is_zes_weken_na_verzending(bekendgemaakt, einde):
    assert bezwaartermijn(bekendgemaakt) == einde


@pytest.mark.parametrize(
    ("kwargs", "einde"),
    [
        ({"commissie": False}, date(2026, 6, 1)),
        ({"commissie": True}, date(2026, 7, 13)),
        ({"commissie": False, "verdaagd": True}, date(2026, 7, 13)),
        ({"commissie": True, "verdaagd": True}, date(2026, 8, 24)),
        ({"commissie": False, "perioden": [(date(2026, 4, 1), date(2026, 4, 6))]}, date(2026, 6, 8)),
        ({"commissie": False, "perioden": [(date(2026, 5, 1), None)]}, None),
    ],
)
def test_beslistermijn_bezwaar_telt_vanaf_het_einde_van_de_bezwaartermijn(kwargs, einde):
    assert beslistermijn_bezwaar(date(2026, 3, 9), vandaag=VANDAAG, **kwargs) == einde


@pytest.mark.parametrize(
    ("dagen", "bedrag"),
    [(-3, 0), (0, 0), (1, 23), (14, 322), (15, 357), (28, 812), (29, 857), (42, 1442), (60, 1442)],
)
def test_dwangsom_volgt_de_treden(dagen, bedrag):
    assert dwangsom(dagen) == Decimal(bedrag)
    assert dwangsom(dagen, op=date(2026, 1, 1)) == Decimal(bedrag)


def test_dwangsom_zonder_tarief_zegt_dat():
    with pytest.raises(GeenRegel, match="bedragen"):
        dwangsom(3, op=date(2018, 12, 31))


def test_eerste_dwangsomdag_is_twee_weken_na_de_dag_van_ontvangst():
    assert eerste_dwangsomdag(date(2026, 12, 11)) == date(2026, 12, 26)  # a feast day: ATW does not apply


# --- the rules as data ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("soort", "wet", "artikel", "lengte"),
    [
        ("onderzoek", "wmo", "Wmo 2015 art. 2.3.2 lid 1", "6 weken"),
        ("persoonlijk_plan", "wmo", "Wmo 2015 art. 2.3.2 lid 2", "7 dagen"),
        ("besluit", "wmo", "Wmo 2015 art. 2.3.5 lid 2", "2 weken"),
        ("besluit", "jeugdwet", "Awb art. 4:13", "8 weken"),
        ("besluit", "participatiewet", "Awb art. 4:13", "8 weken"),
        ("besluit", "gpk", "Awb art. 4:13", "8 weken"),
        ("besluit", "leerlingenvervoer", "Awb art. 4:13", "8 weken"),
        ("spoed_motivering", "wmo", "Awb art. 3:47 lid 3", "1 week"),
        ("bezwaar", "gpk", "Awb art. 6:7", "6 weken"),
        ("besluit_op_bezwaar", "wmo", "Awb art. 7:10 lid 1", "6 weken"),
        ("besluit_op_bezwaar_commissie", "jeugdwet", "Awb art. 7:10 lid 1 en 7:13", "12 weken"),
    ],
)
def test_regel_geeft_artikel_en_lengte(soort, wet, artikel, lengte):
    gevonden = regel(soort, wet, date(2026, 12, 3))

    assert (gevonden.artikel, str(gevonden.lengte)) == (artikel, lengte)
    assert gevonden.geldig_vanaf <= date(2026, 12, 3)


@pytest.mark.parametrize(
    ("soort", "wet", "op"),
    [
        ("onderzoek", "jeugdwet", date(2026, 12, 3)),
        ("onderzoek", "wmo", date(2014, 12, 31)),
        ("besluit", "wlz", date(2026, 12, 3)),
    ],
)
def test_regel_zonder_termijn_zegt_dat(soort, wet, op):
    with pytest.raises(GeenRegel, match="geen termijn"):
        regel(soort, wet, op)


def test_regel_neemt_de_nieuwste_die_geldt(monkeypatch):
    nieuw = termijnen.Regel(
        "besluit", "Wmo 2015 art. 2.3.5 lid 2", Duur(weken=3), "Nieuw", date(2027, 1, 1), "wmo"
    )
    monkeypatch.setattr("toegang.termijnregels.REGELS", (nieuw, *termijnen.REGELS))

    assert regel("besluit", "wmo", date(2026, 12, 31)).lengte == BESLUIT_WMO_2_3_5
    assert regel("besluit", "wmo", date(2027, 1, 1)).lengte == Duur(weken=3)


def test_duur_leest_als_tekst():
    assert [str(Duur(dagen=1)), str(Duur(dagen=7)), str(Duur(weken=1)), str(Duur(weken=6))] == [
        "1 dag",
        "7 dagen",
        "1 week",
        "6 weken",
    ]


@given(dag=dagen_nu)
def test_eerstvolgende_werkdag_is_binnen_een_week(dag):
    assert is_werkdag(eerstvolgende_werkdag(dag))
    assert 0 <= (eerstvolgende_werkdag(dag) - dag).days <= 5


# --- several suspensions, a notice of delay and working days --------------------------------------

ontvangst = st.dates(date(2026, 1, 1), date(2027, 12, 31))
pauzes_na = st.lists(st.tuples(st.integers(0, 13), st.integers(0, 40)), max_size=4)


@given(ontvangst, pauzes_na)
def test_een_pauze_meer_maakt_de_laatste_dag_nooit_eerder(dag, pauzes):
    perioden, laatste = [], beslistermijn(dag, BESLUIT_WMO_2_3_5, vandaag=date(2030, 1, 1))
    for begin, lengte in pauzes:
        van = dag + timedelta(days=begin)
        perioden.append((van, van + timedelta(days=lengte)))
        nieuw = beslistermijn(dag, BESLUIT_WMO_2_3_5, perioden, vandaag=date(2030, 1, 1))
        assert nieuw >= laatste
        laatste = nieuw


@given(ontvangst, pauzes_na, st.randoms())
def test_de_volgorde_van_pauzes_maakt_niet_uit(dag, pauzes, toeval):
    perioden = [(dag + timedelta(days=b), dag + timedelta(days=b + n)) for b, n in pauzes]
    door_elkaar = perioden[:]
    toeval.shuffle(door_elkaar)

    assert laatste_dag(dag, BESLUIT_WMO_2_3_5, perioden, vandaag=date(2030, 1, 1)) == laatste_dag(
        dag, BESLUIT_WMO_2_3_5, door_elkaar, vandaag=date(2030, 1, 1)
    )


@given(ontvangst, pauzes_na)
def test_netto_blijft_de_lengte_van_de_wet(dag, pauzes):
    """The last day is never earlier than the bare length with the days it stood still, and a working day."""
    perioden = [(dag + timedelta(days=b), dag + timedelta(days=b + n)) for b, n in pauzes]
    laatste = beslistermijn(dag, BESLUIT_WMO_2_3_5, perioden, vandaag=date(2030, 1, 1))
    stil = opgeschorte_dagen(perioden, vandaag=date(2030, 1, 1))

    assert is_werkdag(laatste)
    assert laatste >= dag + timedelta(days=14 + stil)
    assert (laatste - dag).days - stil - 14 <= 6  # Easter or Christmas with its weekend


@given(ontvangst, st.integers(15, 200), pauzes_na)
def test_wat_voor_het_uitstel_stilstond_telt_niet_dubbel(dag, later, pauzes):
    nieuw = eerstvolgende_werkdag(dag + timedelta(days=later))
    op = dag + timedelta(days=60)
    perioden = [(dag + timedelta(days=b), dag + timedelta(days=b + n)) for b, n in pauzes if b + n < 60]

    assert laatste_dag(dag, REDELIJK_AWB_4_13, perioden, [(op, nieuw)], vandaag=date(2030, 1, 1)) == nieuw


@pytest.mark.parametrize(
    ("ontvangen", "pauzes", "verwacht"),
    [
        (date(2026, 5, 1), [(date(2026, 5, 4), date(2026, 5, 11))], date(2026, 5, 22)),
        (date(2026, 12, 3), [(date(2026, 12, 3), date(2026, 12, 11))], date(2026, 12, 28)),  # Christmas
        (
            date(2026, 12, 3),
            [(date(2026, 12, 3), date(2026, 12, 3))],
            date(2026, 12, 17),
        ),  # the same day: nothing
        (
            date(2026, 12, 3),
            [(date(2026, 12, 4), date(2026, 12, 10)), (date(2026, 12, 8), date(2026, 12, 14))],
            date(2026, 12, 28),  # ten days together, over Christmas
        ),
        (
            date(2026, 12, 3),
            [(date(2026, 12, 18), date(2026, 12, 30))],
            date(2026, 12, 17),
        ),  # too late to suspend
    ],
)
def test_pauzes_met_de_hand_gerekend(ontvangen, pauzes, verwacht):
    assert beslistermijn(ontvangen, BESLUIT_WMO_2_3_5, pauzes, vandaag=date(2027, 2, 1)) == verwacht


def test_werkdagen_tellen_over_weekend_en_feestdag():
    drie = Duur(werkdagen=3)

    assert einde_van(date(2026, 12, 24), drie) == date(2026, 12, 30)
    assert str(drie) == "3 werkdagen"
    assert regel("eerste_gesprek", "schuldhulp", date(2026, 12, 24), spoed=True).lengte == drie
    with pytest.raises(ValueError, match="in dagen, in weken of in werkdagen"):
        Duur(dagen=3, werkdagen=3)


def test_een_heronderzoek_heeft_geen_zes_weken_en_zegt_waarom():
    with pytest.raises(GeenRegel, match=r"artikel 2\.3\.9 lid 2"):
        regel("onderzoek", "wmo", date(2026, 12, 3), zaaksoort="heronderzoek")


@pytest.mark.parametrize(
    ("artikel", "wel"),
    [("Awb art. 4:13", True), ("Awb art. 7:10 lid 1", True), ("Wmo 2015 art. 2.3.5 lid 2", False)],
)
def test_alleen_een_redelijke_termijn_en_bezwaar_schuiven(artikel, wel):
    assert termijnen.verschuift(artikel) is wel
