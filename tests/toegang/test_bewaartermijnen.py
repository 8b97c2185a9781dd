"""How long a closed zaak is kept (pure)."""

import datetime

import pytest

from toegang.bewaartermijnen import (
    REGELS,
    GeenBewaartermijn,
    Uitkomst,
    bewaarregel,
    uitkomst_van,
    verzoekregel,
)
from toegang.regels import Afsluitreden

D = datetime.date
VANDAAG = D(2046, 1, 1)


@pytest.mark.parametrize(
    ("wet", "reden", "naar_uitkomst", "laatste", "vanaf"),
    [
        ("wmo", "besluit", False, D(2026, 12, 3), D(2041, 12, 4)),
        ("wmo", "besluit", False, D(2024, 2, 29), D(2039, 3, 1)),
        ("jeugdwet", "besluit", False, D(2026, 12, 3), D(2046, 12, 4)),
        ("wmo", "ingetrokken", False, D(2026, 12, 3), D(2041, 12, 4)),  # off: the long term of the law
        ("wmo", "ingetrokken", True, D(2026, 12, 3), D(2027, 1, 15)),  # on: 42 days
        ("wmo", "besluit", True, D(2026, 12, 3), D(2041, 12, 4)),
        ("participatiewet", "besluit", False, D(2026, 12, 3), D(2036, 12, 4)),
        ("schuldhulp", "besluit", False, D(2026, 12, 3), D(2031, 12, 4)),
        ("gpk", "besluit", False, D(2026, 12, 3), D(2027, 12, 4)),
    ],
)
def test_vanaf_welke_dag_een_zaak_mag(wet, reden, naar_uitkomst, laatste, vanaf):
    assert bewaarregel(wet, reden, VANDAAG, naar_uitkomst=naar_uitkomst).vanaf(laatste) == vanaf


def test_zonder_regel_nooit_vanzelf():
    with pytest.raises(GeenBewaartermijn):
        bewaarregel("leerlingenvervoer", "besluit", VANDAAG)
    with pytest.raises(GeenBewaartermijn):
        bewaarregel("wmo", "besluit", D(2014, 12, 31))


def test_elke_regel_noemt_een_lengte_en_een_bron():
    for regel in REGELS:
        assert bool(regel.jaren) != bool(regel.dagen)
        assert regel.bron
        assert regel.in_woorden.endswith(("jaar", "dagen"))
    assert {uitkomst_van(reden) for reden in Afsluitreden} == {Uitkomst.VERSTREKT, Uitkomst.AFGEBROKEN}


def test_een_verzoek_heeft_drie_maanden_of_een():
    assert verzoekregel("wmo") == (3, "Wmo 2015 art. 5.3.5")
    assert verzoekregel("jeugdwet") == (3, "Jeugdwet art. 7.3.9")
    assert verzoekregel("gpk") == (1, "AVG art. 12 lid 3 en 17")
