"""Vectors of the arithmetic behind the figures of a team."""

import datetime
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkteams.beeld import rekenen as r

DAG = datetime.date(2026, 9, 1)


def op(n: int) -> datetime.date:
    return DAG + datetime.timedelta(days=n)


@pytest.mark.parametrize(
    ("verdeling", "mediaan", "p90"),
    [
        ({}, None, None),
        ({30: 1}, 30, 30),
        ({10: 1, 20: 1}, 15, 19),
        ({10: 2, 20: 1}, 10, 18),
        ({1: 1, 2: 1, 3: 1, 4: 1, 100: 1}, 3, 61.6),
        ({42: 9, 60: 1}, 42, 43.8),
    ],
)
def test_mediaan_en_p90(verdeling, mediaan, p90):
    assert r.mediaan(verdeling) == mediaan
    assert r.p90(verdeling) == (p90 if p90 is None else pytest.approx(p90))


@given(st.lists(st.integers(0, 400), min_size=1, max_size=60))
def test_de_mediaan_is_die_van_de_losse_getallen(getallen):
    verdeling = {g: getallen.count(g) for g in getallen}

    assert r.mediaan(verdeling) == statistics.median(getallen)
    assert min(getallen) <= r.p90(verdeling) <= max(getallen)


@pytest.mark.parametrize(
    ("deel", "geheel", "procent"),
    [(0, 0, None), (0, 4, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 2, 50), (7, 7, 100), (1, 200, 1)],
)
def test_aandeel_in_hele_procenten(deel, geheel, procent):
    assert r.aandeel(deel, geheel) == procent


@pytest.mark.parametrize(
    ("perioden", "netto"),
    [
        ([], 50),
        ([(op(10), op(20))], 40),
        ([(op(10), op(20)), (op(15), op(25))], 35),  # days that two share count once
        ([(op(10), op(30)), (op(15), op(20))], 30),  # one within the other
        ([(op(30), op(40)), (op(5), op(10))], 35),  # in any order
        ([(op(40), None)], 40),  # never ended: until the clock was met
        ([(op(45), op(60))], 45),  # what lies after the end does not count
        ([(op(-10), op(5))], 45),  # nor what lies before
        ([(op(60), op(70))], 50),
        ([(op(10), op(10))], 50),
    ],
)
def test_netto_dagen_zonder_de_dagen_dat_de_klok_stilstond(perioden, netto):
    assert r.netto_dagen(op(0), op(50), perioden) == netto
    assert r.stil_dagen(op(0), op(50), perioden) == 50 - netto


@pytest.mark.parametrize(
    ("dagen", "vak"), [(0, 0), (7, 0), (8, 1), (14, 1), (28, 2), (42, 3), (43, 4), (400, 4)]
)
def test_wachtvak(dagen, vak):
    assert r.wachtvak(dagen) == vak


@pytest.mark.parametrize(
    ("aantal", "tekst"), [(0, "minder dan 5"), (4, "minder dan 5"), (5, "5"), (120, "120")]
)
def test_kleine_aantallen_van_een_ander_team_staan_er_niet(aantal, tekst):
    assert r.buiten_team(aantal) == tekst


def test_maanden_over_de_jaarwisseling():
    terug = r.maanden_terug(datetime.date(2027, 2, 3), 3)

    assert terug == [datetime.date(2026, 11, 1), datetime.date(2026, 12, 1), datetime.date(2027, 1, 1),
                     datetime.date(2027, 2, 1)]  # fmt: skip
    assert [r.maand_erna(m) for m in terug[:2]] == terug[1:3]
