"""Dates of the BRP with unknown parts."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.onvolledige_datum import ONBEKEND, OnvolledigeDatum

VANDAAG = date(2026, 12, 3)


@pytest.mark.parametrize(
    ("ruw", "volledig", "tekst", "leeftijd"),
    [
        ("19220925", date(1922, 9, 25), "25 september 1922", 104),
        ("19220900", None, "september 1922 (dag onbekend)", 104),
        ("19221200", None, "december 1922 (dag onbekend)", None),
        ("19220000", None, "1922 (dag en maand onbekend)", None),
        ("00000000", None, "onbekend", None),
        ("20081203", date(2008, 12, 3), "3 december 2008", 18),
        ("20081204", date(2008, 12, 4), "4 december 2008", 17),
        ("20270101", date(2027, 1, 1), "1 januari 2027", None),
    ],
)
def test_lees_kent_het_bekende_deel(ruw, volledig, tekst, leeftijd):
    datum = OnvolledigeDatum.lees(ruw)

    assert (datum.volledig, datum.tekst, datum.leeftijd(VANDAAG), str(datum)) == (
        volledig,
        tekst,
        leeftijd,
        ruw,
    )
    assert datum.jaar == int(ruw[:4])
    assert datum.onbekend is (ruw == "00000000")


@pytest.mark.parametrize(
    ("vandaag", "leeftijd"), [(date(2026, 2, 28), 17), (date(2026, 3, 1), 18), (date(2028, 2, 29), 20)]
)
def test_leeftijd_van_een_schrikkelkind(vandaag, leeftijd):
    assert OnvolledigeDatum.lees("20080229").leeftijd(vandaag) == leeftijd


@pytest.mark.parametrize(
    ("ruw", "minstens"),
    [
        ("20081203", True), ("20081204", False), ("20081200", None), ("20081100", True), ("20080000", None),
        ("20070000", True), ("20090000", False), ("00000000", None),
    ],
)  # fmt: skip
def test_minstens_raadt_nooit(ruw, minstens):
    assert OnvolledigeDatum.lees(ruw).minstens(18, VANDAAG) is minstens


@pytest.mark.parametrize("ruw", ["19660013", "19821291", "19480538", "00002014", "20230229", "19220931"])
def test_lees_weigert_een_onmogelijke_datum(ruw):
    with pytest.raises(ValueError, match="Deze datum bestaat niet"):
        OnvolledigeDatum.lees(ruw)


@pytest.mark.parametrize("ruw", ["", " ", "2015", "05", "1922-9-2", "abcdefgh", "192209250", "١٩٢٢٠٩٢٥"])
def test_lees_weigert_een_andere_vorm(ruw):
    with pytest.raises(ValueError, match="acht cijfers"):
        OnvolledigeDatum.lees(ruw)


@given(st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_een_hele_datum_komt_ongeschonden_terug(dag):
    datum = OnvolledigeDatum.van(dag)

    assert OnvolledigeDatum.lees(str(datum)) == datum
    assert datum.volledig == dag


@given(st.dates(date(1850, 1, 1), date(2026, 12, 3)), st.sampled_from([4, 6]), st.integers(0, 120))
def test_wie_minder_weet_zegt_nooit_iets_anders(dag, bekend, jaren):
    heel = OnvolledigeDatum.van(dag)
    half = OnvolledigeDatum.lees(str(heel)[:bekend].ljust(8, "0"))

    assert half.leeftijd(VANDAAG) in (None, heel.leeftijd(VANDAAG))
    assert half.minstens(jaren, VANDAAG) in (None, heel.minstens(jaren, VANDAAG))


def test_onvolledige_datums_sorteren_als_hun_cijfers():
    ruw = ["19220925", "00000000", "19220000", "19220900", "19211231"]

    assert [str(d) for d in sorted(map(OnvolledigeDatum.lees, ruw))] == sorted(ruw)
    assert OnvolledigeDatum.lees("00000000") == ONBEKEND
