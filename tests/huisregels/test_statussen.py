"""States: complete tables, every state reachable, every state that is not the end has an owner and an exit."""

import importlib

import pytest
from django.db.models import TextChoices

from tests.huisregels.bron import KAMERS, PROJECT
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang, check_overgang

# Word lists beside the states, with the reason.
GEEN_TOESTAND = {"Afsluitreden": "the exits of a zaak, beside the states that allow them"}


def tabellen() -> list[tuple[str, type, dict, dict]]:
    """(app, states, transitions, owners) of every TextChoices in a statussen.py."""
    gevonden = []
    for app in KAMERS:
        if not (PROJECT / app / "statussen.py").exists():
            continue
        module = importlib.import_module(f"{app}.statussen")
        for naam, soort in vars(module).items():
            eigen = (
                isinstance(soort, type)
                and issubclass(soort, TextChoices)
                and soort.__module__ == module.__name__
            )
            if eigen and naam not in GEEN_TOESTAND:
                stam = naam.removesuffix("Status").upper()
                tabel = getattr(module, f"{stam}_OVERGANGEN", {}), getattr(module, f"{stam}_EIGENAAR", {})
                gevonden.append((app, soort, *tabel))
    return gevonden


elke_tabel = pytest.mark.parametrize(
    ("soort", "overgangen", "eigenaar"), [t[1:] for t in tabellen()], ids=[t[1].__name__ for t in tabellen()]
)


@elke_tabel
def test_elke_toestand_staat_in_beide_tabellen(soort, overgangen, eigenaar):
    assert set(overgangen) == set(soort)
    assert set(eigenaar) == set(soort)
    assert set().union(*overgangen.values()) <= set(soort)


@elke_tabel
def test_elke_toestand_is_bereikbaar_vanaf_de_eerste(soort, overgangen, eigenaar):
    bereikt, te_doen = set(), [next(iter(soort))]
    while te_doen:
        toestand = te_doen.pop()
        if toestand not in bereikt:
            bereikt.add(toestand)
            te_doen.extend(overgangen[toestand])

    assert bereikt == set(soort)


@elke_tabel
def test_wie_aan_zet_is(soort, overgangen, eigenaar):
    for toestand in soort:
        if overgangen[toestand]:
            assert eigenaar[toestand] in set(Rol), f"{toestand}: nobody moves it on"
        else:
            assert eigenaar[toestand] is None, f"{toestand}: the end has no owner"
        assert toestand not in overgangen[toestand], f"{toestand}: a step to itself"


@elke_tabel
def test_elke_toestand_kan_naar_een_eind(soort, overgangen, eigenaar):
    eind = {t for t in soort if not overgangen[t]}
    kan = set(eind)
    while nieuw := {t for t in soort if t not in kan and overgangen[t] & kan}:
        kan |= nieuw

    assert eind
    assert kan == set(soort)


@elke_tabel
def test_de_waarde_is_de_slug(soort, overgangen, eigenaar):
    for toestand in soort:
        assert toestand.value == toestand.name.lower()
        assert toestand.label


@elke_tabel
def test_een_stap_buiten_de_tabel_geeft_een_zin(soort, overgangen, eigenaar):
    for van in soort:
        for naar in set(soort) - overgangen[van]:
            with pytest.raises(OngeldigeOvergang, match="Dit kan nu niet"):
                check_overgang(overgangen, van.value, naar)
        for naar in overgangen[van]:
            check_overgang(overgangen, van.value, naar)


def test_er_zijn_tabellen():
    assert {soort.__name__ for _, soort, _, _ in tabellen()} >= {"ZaakStatus", "BriefStatus", "BesluitStatus"}
