"""What changed, and what a move means per law."""

from dataclasses import replace
from datetime import date

import pytest

from toegang.brp_gevolgen import (
    TAAK,
    VERHUISREGELS,
    Gevolg,
    Stand,
    Wijziging,
    verhuisregel,
    waarheen,
    wat_veranderde,
)
from toegang.models import Zaaksoort
from toegang.rechten import Wet

W = Wijziging
VANDAAG = date(2026, 12, 3)
HIER = Stand("", "", 0, "0983", ("Kerkstraat", 12))
BALIE = replace(HIER, gemeente="", uit_brp=False)
DOOD = {"overleden_op": "20261130"}
WEG = {"vertrokken_op": "20261130", "gemeente": "1999", "adres": ()}
ELDERS = {"gemeente": "0957", "adres": ("Markt", 1)}


@pytest.mark.parametrize(
    ("oud", "nu", "wijzigingen"),
    [
        (HIER, {}, []),
        (HIER, DOOD, [W.OVERLEDEN]),
        (HIER, DOOD | WEG | {"geheim": 7}, [W.OVERLEDEN]),
        (HIER, {"overleden_op": "00000000"}, [W.OVERLEDEN]),
        (replace(HIER, **DOOD), DOOD, []),
        (replace(HIER, **DOOD), {"overleden_op": "20261129"}, []),
        (replace(HIER, **DOOD), {"overleden_op": ""}, [W.TOCH_NIET_OVERLEDEN]),
        (HIER, WEG, [W.VERTROKKEN]),
        (replace(HIER, **WEG), WEG, []),
        (HIER, ELDERS, [W.ANDERE_GEMEENTE]),
        (HIER, ELDERS | {"geheim": 7}, [W.ANDERE_GEMEENTE, W.GEHEIM]),
        (replace(HIER, **ELDERS), ELDERS | {"adres": ("Markt", 2)}, []),
        (replace(HIER, **ELDERS), {"gemeente": "0983", "adres": ("Markt", 2)}, [W.VERHUISD]),
        (replace(HIER, **WEG), ELDERS | {"vertrokken_op": ""}, [W.ANDERE_GEMEENTE]),
        (HIER, {"adres": ("Parade", 7)}, [W.VERHUISD]),
        (HIER, {"adres": ()}, [W.VERHUISD]),
        (replace(HIER, adres=()), {"adres": ("Parade", 7)}, []),
        (HIER, {"geheim": 7}, [W.GEHEIM]),
        (replace(HIER, geheim=3), {"geheim": 7}, []),
        (replace(HIER, geheim=3), {"geheim": 0}, []),
        (BALIE, {"gemeente": "0983", "adres": ("Parade", 7), "uit_brp": True}, []),
        (BALIE, ELDERS | {"uit_brp": True}, [W.ANDERE_GEMEENTE]),
        (BALIE, DOOD, [W.OVERLEDEN]),
    ],
)
def test_wat_veranderde(oud, nu, wijzigingen):
    assert wat_veranderde(oud, replace(oud, **nu), gemeente="0983") == wijzigingen


def test_elke_wijziging_heeft_een_zin_voor_de_taak():
    assert set(TAAK) == set(Wijziging)


@pytest.mark.parametrize(
    ("wet", "soort", "naar", "verblijf", "gevolg", "artikel"),
    [
        (Wet.WMO, "gewoon", "gemeente", None, Gevolg.EINDIGT, "1.2.1 onder a"),
        (Wet.WMO, "heronderzoek", "gemeente", None, Gevolg.EINDIGT, "1.2.1 onder a"),
        (Wet.WMO, "beschermd_wonen", "gemeente", None, Gevolg.BLIJFT, "1.2.1 onder b"),
        (Wet.WMO, "opvang", "gemeente", None, Gevolg.BLIJFT, "1.2.1 onder c"),
        (Wet.WMO, "gewoon", "buitenland", None, Gevolg.EINDIGT, "1.2.1"),
        (Wet.WMO, "beschermd_wonen", "buitenland", None, Gevolg.EINDIGT, "1.2.1"),
        (Wet.WMO, "opvang", "buitenland", None, Gevolg.EINDIGT, "1.2.1"),
        (Wet.WMO, "opvang", "onbekend", None, Gevolg.UITZOEKEN, "1.2.1"),
        (Wet.WMO, "gewoon", "onbekend", None, Gevolg.UITZOEKEN, "1.2.1"),
        (Wet.JEUGDWET, "gewoon", "onbekend", None, Gevolg.UITZOEKEN, "art. 1.1"),
        (Wet.JEUGDWET, "gewoon", "gemeente", None, Gevolg.UITZOEKEN, "art. 1.1"),
        (Wet.JEUGDWET, "gewoon", "gemeente", True, Gevolg.BLIJFT, "art. 1.1"),
        (Wet.JEUGDWET, "gewoon", "gemeente", False, Gevolg.EINDIGT, "art. 1.1"),
        (Wet.JEUGDWET, "gewoon", "buitenland", None, Gevolg.UITZOEKEN, "art. 1.1"),
        (Wet.PARTICIPATIEWET, "gewoon", "gemeente", None, Gevolg.EINDIGT, "art. 40"),
        (Wet.SCHULDHULP, "gewoon", "gemeente", None, Gevolg.UITZOEKEN, "schuldhulp"),
        (Wet.GPK, "gewoon", "gemeente", None, Gevolg.UITZOEKEN, "parkeerkaart"),
        (Wet.LEERLINGENVERVOER, "gewoon", "gemeente", None, Gevolg.UITZOEKEN, "art. 4"),
    ],
)
def test_wat_een_verhuizing_betekent(wet, soort, naar, verblijf, gevolg, artikel):
    regel = verhuisregel(wet, soort, waarheen=naar, verblijf=verblijf, vandaag=VANDAAG)

    assert regel.gevolg == gevolg
    assert artikel in regel.artikel


@pytest.mark.parametrize("wet", list(Wet))
@pytest.mark.parametrize("soort", Zaaksoort.values)
@pytest.mark.parametrize("naar", ["gemeente", "buitenland", "onbekend"])
def test_elke_wet_heeft_altijd_een_regel(wet, soort, naar):
    assert verhuisregel(wet, soort, waarheen=naar, vandaag=VANDAAG).zin


def test_de_woonplaatsregel_van_voor_2022_staat_er_niet_in():
    with pytest.raises(LookupError):
        verhuisregel(Wet.JEUGDWET, "gewoon", waarheen="gemeente", vandaag=date(2021, 12, 31))


@pytest.mark.parametrize(
    ("op", "naar", "verwacht"),
    [
        ("", "", "gemeente"),
        ("20261001", "5002", "buitenland"),
        ("20261001", "0000", "onbekend"),
        ("20261001", "", "onbekend"),
    ],
)
def test_waarheen(op, naar, verwacht):
    assert waarheen(op, naar) == verwacht


def test_een_regel_leest_gewoon():
    for regel in VERHUISREGELS:
        zinnen = [z for z in regel.zin.replace("art. ", "art ").split(". ") if z]
        assert all(len(z.split()) <= 25 for z in zinnen), regel.zin
