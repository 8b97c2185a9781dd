"""The ladder itself: days, what comes along, which weeks can be; and the database says the same."""

import datetime
from functools import partial

import pytest

from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.voorzieningen.lopend import EINDE, lopende_hulp, voor
from voorzieningen.ladder import (
    WEKEN,
    Beurt,
    Sport,
    aan_de_beurt,
    beurt_van,
    dag_van,
    naam_van,
    over_dagen,
    waarom_geen_weken,
)
from voorzieningen.models import Indicatie

D = datetime.date
LANG = D(2025, 1, 1)
DAG = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("sport", "dag"),
    [(1, D(2027, 3, 10)), (2, D(2027, 4, 21)), (3, D(2027, 5, 5)), (4, D(2027, 6, 2)), (5, D(2027, 6, 16)),
     (6, D(2027, 6, 30)), (7, D(2027, 7, 1))],
)  # fmt: skip
def test_de_dag_van_elke_sport(sport, dag):
    assert dag_van(Sport(sport), EINDE, WEKEN) == dag


@pytest.mark.parametrize(
    ("einde", "weken", "dag"),
    [
        (D(2028, 2, 29), 16, D(2027, 11, 9)),
        (D(2028, 6, 20), 16, D(2028, 2, 29)),
        (D(2028, 3, 1), 2, D(2028, 2, 16)),
    ],
)
def test_een_schrikkeldag_is_een_gewone_dag(einde, weken, dag):
    sport = Sport(WEKEN.index(weken) + 1)

    assert dag_van(sport, einde, WEKEN) == dag
    assert aan_de_beurt(dag, LANG, einde, WEKEN) == sport
    assert aan_de_beurt(dag - DAG, LANG, einde, WEKEN) != sport


@pytest.mark.parametrize(
    ("vandaag", "ingang", "sport"),
    [
        (voor(16) - DAG, LANG, None),
        (voor(16), LANG, Sport.EERSTE),
        (voor(10) - DAG, LANG, Sport.EERSTE),
        (voor(10), LANG, Sport.TWEEDE),
        (EINDE, LANG, Sport.LAATSTE_DAG),
        (EINDE + DAG, LANG, Sport.VOORBIJ),
        (EINDE + datetime.timedelta(weeks=26), LANG, Sport.VOORBIJ),
        (EINDE + datetime.timedelta(weeks=26, days=1), LANG, None),
        (voor(9), voor(9), None),  # short help: nobody hears on the first day that it ends
        (voor(8), voor(9), Sport.DERDE),
    ],
)
def test_wie_aan_de_beurt_is(vandaag, ingang, sport):
    assert aan_de_beurt(vandaag, ingang, EINDE, WEKEN) == sport


def test_wat_gemist_is_komt_een_keer_mee():
    beurt = beurt_van(Sport.VIERDE, [1])

    assert beurt == Beurt(Sport.VIERDE, (Sport.TWEEDE, Sport.DERDE))
    assert beurt.aan_inwoner(voor(4), EINDE)  # the letter of ten weeks
    assert beurt.aan_teamleider
    assert beurt_van(Sport.VIERDE, [1, 2, 3, 4]) is None


def test_op_de_laatste_dag_gaat_er_geen_brief_meer():
    beurt = beurt_van(Sport.LAATSTE_DAG, [])

    assert beurt is not None
    assert not beurt.aan_inwoner(EINDE, EINDE)


@pytest.mark.parametrize(
    ("weken", "goed"),
    [((16, 10, 8, 4, 2), True), ((8, 6, 4, 2, 1), True), ((16, 10, 8, 4), False), ((16, 10, 10, 4, 2), False),
     ((60, 10, 8, 4, 2), False), ((5, 4, 3, 2, 0), False)],
)  # fmt: skip
def test_welke_weken_kunnen(weken, goed):
    assert (waarom_geen_weken(weken) == "") is goed


def test_namen():
    assert [naam_van(s, (16, 10, 8, 4, 1)) for s in (1, 5, 6, 7)] == [
        "16 weken voor het einde", "1 week voor het einde", "Op de laatste dag", "Voorbij zonder vervolg",
    ]  # fmt: skip


@pytest.mark.django_db
def test_de_database_zegt_hetzelfde():
    """Every day around the ladder, for the weeks of all and those of one product, for long and short help."""
    aanbod = huishoudelijke_hulp()
    eigen = huishoudelijke_hulp()
    kort = (6, 5, 4, 3, 1)
    rijen = [
        lopende_hulp(aanbod=aanbod),
        lopende_hulp(aanbod=aanbod, ingangsdatum=voor(9)),
        lopende_hulp(aanbod=eigen),
        lopende_hulp(aanbod=eigen, ingangsdatum=voor(3)),
        lopende_hulp(aanbod=aanbod, ingangsdatum=EINDE, einddatum=EINDE),
    ]
    per_product = {eigen[0].pk: kort}
    for verschil in range(-20 * 7, 27 * 7 + 3):
        vandaag = EINDE + datetime.timedelta(days=verschil)
        gevonden = dict(
            Indicatie.objects.te_herinneren(partial(over_dagen, vandaag), WEKEN, per_product).values_list(
                "pk", "sport"
            )
        )
        for r in rijen:
            verwacht = aan_de_beurt(
                vandaag, r.ingangsdatum, r.einddatum, per_product.get(r.product_id, WEKEN)
            )
            if r.ingangsdatum > vandaag:
                verwacht = None
            assert gevonden.get(r.pk) == verwacht, (vandaag, r.ingangsdatum)
