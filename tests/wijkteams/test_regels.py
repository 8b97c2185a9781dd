"""The pure rules: afweging, the seven points, the plan, distributing."""

from types import SimpleNamespace as Ding

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkteams import regels


def trede(nummer, lost_op="niet", **anders):
    return Ding(**{
        "trede": nummer, "onderzocht": "ja", "lost_op": lost_op, "helper_akkoord": False, "grondslag": "",
        "brieftekst": "tekst", **anders,
    })  # fmt: skip


ZES = [trede(n) for n in range(1, 7)]


@pytest.mark.parametrize(
    ("rij", "telt"),
    [
        (trede(1, "helemaal"), True),
        (trede(1, "deels"), False),
        (trede(2, "helemaal", onderzocht="nvt"), False),
        (trede(3, "helemaal"), False),
        (trede(3, "helemaal", helper_akkoord=True), True),
        (trede(4, "helemaal"), False),
        (trede(6, "helemaal"), False),
        (trede(6, "helemaal", grondslag="Wlz artikel 3.2.1"), True),
        (trede(7, "helemaal"), False),
    ],
)
def test_wanneer_een_trede_het_oplost(rij, telt):
    assert regels.lost_alles_op(rij) is telt


def test_maatwerk_pas_als_trede_1_tot_en_met_6_zijn_onderzocht():
    zonder_4 = [t for t in ZES if t.trede != 4]

    assert regels.waarom_geen_maatwerk(zonder_4) == (
        "U kunt maatwerk kiezen als trede 1 tot en met 6 zijn onderzocht. Nog open: 4 sociaal netwerk."
    )
    assert regels.waarom_geen_maatwerk(ZES) == ""
    assert regels.waarom_geen_maatwerk(zonder_4, zonder_onderzoek=True) == ""


def test_opgelost_dan_hoeft_de_rest_niet():
    treden = [trede(1), trede(2, "helemaal")]

    assert regels.open_treden(treden) == []
    assert regels.waarom_geen_maatwerk(treden) == "Opgelost op trede 2. De volgende treden hoeven niet."
    assert regels.ontbreekt_in_afweging(None, treden) == []


def test_na_zes_treden_zonder_oplossing_hoort_trede_zeven():
    assert regels.ontbreekt_in_afweging(None, ZES) == [
        "Trede 1 tot en met 6 lossen het niet op. Leg trede 7, maatwerkvoorziening, vast."
    ]
    assert regels.ontbreekt_in_afweging(None, [*ZES, trede(7)]) == []
    assert (
        "heeft nog geen reden voor de brief"
        in regels.ontbreekt_in_afweging(None, [trede(1, brieftekst="")])[-1]
    )


TREDE = st.builds(trede, st.integers(1, 7), st.sampled_from(["helemaal", "deels", "niet"]))


@given(st.lists(TREDE, unique_by=lambda t: t.trede))
def test_maatwerk_mag_precies_als_niets_open_staat_en_niets_het_oplost(treden):
    mag = regels.waarom_geen_maatwerk(treden) == ""

    assert mag == (regels.opgelost_op(treden) is None and not regels.open_treden(treden))


GOED = {
    "trede": 3, "onderzocht": "ja", "lost_op": "deels", "nvt_omdat": "", "wat_is_er": "dochter",
    "wat_blijft_over": "poetsen", "helper_akkoord": True, "grondslag": "", "helper_naam": "dochter",
}  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "velden"),
    [
        ({}, set()),
        ({"helper_akkoord": False}, {"helper_akkoord"}),
        ({"helper_akkoord": False, "lost_op": "niet"}, set()),
        ({"trede": 1, "helper_akkoord": False}, set()),
        ({"wat_is_er": ""}, {"wat_is_er"}),
        ({"wat_blijft_over": ""}, {"wat_blijft_over"}),
        ({"trede": 6, "lost_op": "helemaal"}, {"grondslag"}),
        ({"trede": 6, "lost_op": "helemaal", "grondslag": "Wlz"}, set()),
        ({"trede": 6, "lost_op": "deels"}, set()),
        ({"onderzocht": "nvt", "lost_op": "niet"}, {"nvt_omdat"}),
        ({"onderzocht": "nvt", "lost_op": "niet", "nvt_omdat": "woont alleen", "wat_is_er": ""}, set()),
        ({"onderzocht": "nvt", "nvt_omdat": "woont alleen"}, {"lost_op"}),
        ({"trede": 7, "onderzocht": "nvt", "lost_op": "niet"}, {"onderzocht"}),
    ],
)
def test_wat_er_mis_is_met_een_trede(anders, velden):
    assert set(regels.waarom_trede_niet(**{**GOED, **anders})) == velden


def onderzoek(delen=(), treden=(), **anders):
    hulpvraag = Ding(treden=Ding(all=lambda: list(treden)))
    velden = {
        "behoeften": "x", "mantelzorger_behoeften": "x", "bijdrage_verteld": True, "pgb_verteld": True,
        "gespreksdelen": Ding(all=lambda: list(delen)), "hulpvragen": Ding(all=lambda: [hulpvraag]),
        "zaak": Ding(wet="wmo"),
    }  # fmt: skip
    return Ding(**{**velden, **anders})


DEEL = Ding(wat_lukt="koken", wat_lukt_niet="poetsen", wie_helpt="dochter")


@pytest.mark.parametrize(
    ("anders", "letters"),
    [
        ({}, []),
        ({"behoeften": ""}, ["a."]),
        ({"delen": [Ding(wat_lukt="", wie_helpt="dochter")]}, ["b."]),
        ({"delen": [Ding(wat_lukt="koken", wie_helpt="")]}, ["c."]),
        ({"mantelzorger_behoeften": ""}, ["d."]),
        ({"treden": ZES[:4]}, ["e.", "f."]),
        ({"treden": [trede(1), trede(2, "helemaal")]}, []),
        ({"bijdrage_verteld": False}, ["g."]),
    ],
)
def test_de_zeven_punten(anders, letters):
    zinnen = regels.ontbreekt_in_onderzoek(onderzoek(**{"delen": [DEEL], "treden": ZES, **anders}))

    assert [zin[:2] for zin in zinnen] == letters


def test_zonder_hulpvraag_is_het_onderzoek_niet_klaar():
    zinnen = regels.ontbreekt_in_onderzoek(onderzoek(delen=[DEEL], hulpvragen=Ding(all=list)))

    assert zinnen[0] == "Er is nog geen hulpvraag vastgelegd."
    assert {zin[0] for zin in zinnen[1:]} == {"b", "c", "e", "f"}


def score(domein, niveau, geen_doel_omdat=""):
    return Ding(
        domein=domein, niveau=niveau, geen_doel_omdat=geen_doel_omdat, get_domein_display=lambda: "Financiën"
    )


@pytest.mark.parametrize(
    ("scores", "gebieden", "open_"),
    [
        ([score(1, 3)], [], 1),
        ([score(1, 4)], [], 0),
        ([score(1, 0)], [], 0),
        ([score(1, 2)], ["geld"], 0),
        ([score(1, 2)], ["wonen"], 1),
        ([score(1, 2, "loopt bij schuldhulp")], [], 0),
    ],
)
def test_een_lage_score_vraagt_een_doel_of_een_reden(scores, gebieden, open_):
    assert len(regels.lage_scores_zonder_doel(scores, gebieden)) == open_


def test_wat_in_een_plan_ontbreekt():
    doel = Ding(leefgebied="wonen", ik_wil="Ik wil hier blijven")
    dochter = Ding(naam="M. Jansen", akkoord_op=None)

    assert regels.ontbreekt_in_plan([score(1, 2)], [doel], [doel], [dochter]) == [
        "Financiën heeft een lage score (2). Maak een doel, of schrijf waarom niet.",
        "Bij het doel 'Ik wil hier blijven' zijn nog geen acties afgesproken.",
        "Het akkoord van M. Jansen ontbreekt.",
    ]
    assert len(regels.ontbreekt_in_plan([], [], [], [])) == 2


def test_elk_domein_hoort_bij_een_leefgebied():
    assert set(regels.LEEFGEBIEDEN_VAN_DOMEIN) == set(range(1, 14))
