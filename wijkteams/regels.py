"""Rules of the talk, the afweging and the plan (Wmo 2015 art. 2.3.2 and 2.3.5). Pure: no query, no clock.

A rule returns the sentences that say what is missing; the button, the form and the test share them.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wijkteams.jeugdregels import ontbreekt_in_jeugd, wie_stemt_toe

TREDEN = {
    1: "eigen kracht",
    2: "gebruikelijke hulp",
    3: "mantelzorg",
    4: "sociaal netwerk",
    5: "algemene voorziening",
    6: "andere wet",
    7: "maatwerkvoorziening",
}
# How the letter names a rung.
IN_DE_BRIEF = {
    1: "Uzelf", 2: "Huisgenoten", 3: "Mantelzorg", 4: "Familie, vrienden en buren", 5: "Hulp in de wijk",
    6: "Andere wetten", 7: "Hulp van de gemeente",
}  # fmt: skip
MAATWERK = 7
VAN_EEN_HELPER = (3, 4)  # mantelzorg and network: nobody can be made to help
ANDERE_WET = 6
LAGE_SCORE = 3

# Which areas of life a goal must be about to answer a low score on a ZRM domain.
LEEFGEBIEDEN_VAN_DOMEIN: dict[int, frozenset[str]] = {
    1: frozenset({"geld"}),
    2: frozenset({"werk"}),
    3: frozenset({"daginvulling", "werk"}),
    4: frozenset({"wonen"}),
    5: frozenset({"sociaal", "opvoeden", "veiligheid", "mantelzorg"}),
    6: frozenset({"mentaal"}),
    7: frozenset({"gezondheid"}),
    8: frozenset({"gezondheid", "mentaal"}),
    9: frozenset({"dagelijks"}),
    10: frozenset({"huishouden", "dagelijks", "vervoer"}),
    11: frozenset({"sociaal", "mantelzorg"}),
    12: frozenset({"daginvulling", "sociaal", "vervoer"}),
    13: frozenset({"veiligheid"}),
}


# --- afweging ---------------------------------------------------------------------------------------


def lost_alles_op(trede: Any) -> bool:
    """This rung answers the need as a whole, so the next need not be examined.

    Help of others counts only with their yes; another law only when it is named (2.3.5 lid 3 and 6).
    """
    if trede.trede == MAATWERK or trede.onderzocht != "ja" or trede.lost_op != "helemaal":
        return False
    if trede.trede in VAN_EEN_HELPER:
        return trede.helper_akkoord
    return bool(trede.grondslag) if trede.trede == ANDERE_WET else True


def opgelost_op(treden: Iterable[Any]) -> int | None:
    """The lowest rung that solves the need, or None."""
    return min((t.trede for t in treden if lost_alles_op(t)), default=None)


def open_treden(treden: Iterable[Any]) -> list[int]:
    """The rungs below maatwerk that still have to be examined; none when one of them solves it."""
    treden = list(treden)
    tot = opgelost_op(treden) or MAATWERK
    gedaan = {t.trede for t in treden}
    return [nummer for nummer in TREDEN if nummer < tot and nummer not in gedaan]


def waarom_geen_maatwerk(treden: Sequence[Any], *, zonder_onderzoek: bool = False) -> str:
    """The sentence in the place of rung 7, or ''. After six weeks an aanvraag is valid all the same (2.3.2 lid 9)."""
    opgelost = opgelost_op(treden)
    if opgelost:
        return f"Opgelost op trede {opgelost}. De volgende treden hoeven niet."
    nog = open_treden(treden)
    if not nog or zonder_onderzoek:
        return ""
    namen = ", ".join(f"{nummer} {TREDEN[nummer]}" for nummer in nog)
    return f"U kunt maatwerk kiezen als trede 1 tot en met 6 zijn onderzocht. Nog open: {namen}."


def waarom_trede_niet(
    *, trede: int, onderzocht: str, lost_op: str, nvt_omdat: str, wat_is_er: str, wat_blijft_over: str,
    helper_akkoord: bool, grondslag: str, helper_naam: str = "",
) -> dict[str, str]:  # fmt: skip
    """What is wrong with one rung as filled in: field -> sentence."""
    fouten = {}
    if onderzocht == "nvt":
        if trede == MAATWERK:
            fouten["onderzocht"] = "Maatwerk is wel of niet nodig. Kies Ja, of laat deze trede leeg."
        elif not nvt_omdat:
            fouten["nvt_omdat"] = "Schrijf waarom deze trede niet van toepassing is"
        if lost_op != "niet":
            fouten["lost_op"] = "Wat niet van toepassing is, lost niets op. Kies Niet."
        return fouten
    if not wat_is_er:
        fouten["wat_is_er"] = "Schrijf op wat er is, of wat u hebt onderzocht"
    if lost_op == "deels" and not wat_blijft_over:
        fouten["wat_blijft_over"] = "Schrijf op wat overblijft"
    if trede in VAN_EEN_HELPER and lost_op != "niet" and not helper_akkoord:
        fouten["helper_akkoord"] = (
            "Deze hulp telt alleen mee als de helper zelf ja heeft gezegd. Vraag het, of kies Niet."
        )
    if helper_akkoord and not helper_naam:
        fouten["helper_naam"] = "Schrijf op wie ja zei"
    if trede == ANDERE_WET and lost_op == "helemaal" and not grondslag:
        fouten["grondslag"] = "Een andere wet weigert maatwerk alleen met de Wlz of een artikel. Noem het."
    return fouten


def ontbreekt_in_afweging(hulpvraag: Any, treden: Iterable[Any]) -> list[str]:
    """What the afweging of this hulpvraag still needs before a decision can rest on it (CRVB:2018:819)."""
    treden = sorted(treden, key=lambda t: t.trede)
    zinnen = [f"Trede {nummer}, {TREDEN[nummer]}, is nog niet onderzocht." for nummer in open_treden(treden)]
    opgelost = opgelost_op(treden)
    if not zinnen and not opgelost and not any(t.trede == MAATWERK for t in treden):
        zinnen.append("Trede 1 tot en met 6 lossen het niet op. Leg trede 7, maatwerkvoorziening, vast.")
    zinnen += [
        f"Trede {t.trede}, {TREDEN[t.trede]}, heeft nog geen reden voor de brief."
        for t in treden
        if not t.brieftekst and t.onderzocht == "ja" and t.trede <= (opgelost or MAATWERK)
    ]
    return zinnen


# --- onderzoek: the seven points of art. 2.3.2 lid 4 --------------------------------------------------


@dataclass(frozen=True)
class Punt:
    """One of the seven points: its letter, what it is about, whether something was recorded, and where to fill it in.

    `anker`: the part of the talk; '' when the talk says enough and it is up to these rungs of the afweging.
    """

    letter: str
    naam: str
    klaar: bool
    zin: str
    anker: str = ""
    treden: tuple[int, ...] = ()


def zeven_punten(
    onderzoek: Any, delen: Iterable[Any], treden_per_hulpvraag: Sequence[list[Any]]
) -> list[Punt]:
    """What each point of 2.3.2 lid 4 still needs, from what was recorded in the talk and the afweging."""
    delen = list(delen)

    def onderzocht(*nummers: int) -> bool:
        """Each hulpvraag has these rungs examined, or was solved before them."""
        return bool(treden_per_hulpvraag) and all(
            not (set(open_treden(treden)) & set(nummers)) for treden in treden_per_hulpvraag
        )

    lukt = any(d.wat_lukt for d in delen)
    helpt = any(d.wie_helpt for d in delen)
    return [
        Punt("a", "Wat u nodig hebt en belangrijk vindt", bool(onderzoek.behoeften),
             "Nog niet vastgelegd wat de inwoner nodig heeft en belangrijk vindt.", "uw-vraag"),
        Punt("b", "Wat u zelf kunt, en uw huisgenoten", lukt and onderzocht(1, 2),
             "Eigen kracht en gebruikelijke hulp zijn nog niet onderzocht.", "" if lukt else "leefgebieden", (1, 2)),
        Punt("c", "Hulp van mantelzorgers en mensen om u heen", helpt and onderzocht(3, 4),
             "Mantelzorg en het sociaal netwerk zijn nog niet onderzocht.", "" if helpt else "leefgebieden", (3, 4)),
        Punt("d", "Wat uw mantelzorger nodig heeft", bool(onderzoek.mantelzorger_behoeften),
             "Nog niet vastgelegd wat de mantelzorger nodig heeft. Is er geen mantelzorger? Schrijf dat op.",
             "mantelzorger"),
        Punt("e", "Wat er in de wijk is", onderzocht(5), "Algemene voorzieningen zijn nog niet onderzocht.", "", (5,)),
        Punt("f", "Andere wetten en organisaties", onderzocht(6), "Andere wetten zijn nog niet onderzocht.", "", (6,)),
        Punt("g", "Wat u zelf betaalt", onderzoek.bijdrage_verteld,
             "Nog niet verteld wat de inwoner zelf betaalt.", "geld"),
    ]  # fmt: skip


GEEN_PGB = "Nog niet uitgelegd dat een persoonsgebonden budget kan (lid 6)."


def ontbreekt_in_onderzoek(onderzoek: Any) -> list[str]:
    """What the onderzoek still needs (2.3.2 lid 4 and 6). Reads the prefetched parts of the onderzoek.

    Under the Jeugdwet these are the steps of CRVB:2017:1477, and who consents by age.
    """
    hulpvragen = list(onderzoek.hulpvragen.all())
    if onderzoek.zaak.wet == "jeugdwet":
        jeugd = getattr(onderzoek, "jeugd", None)
        zinnen = ontbreekt_in_jeugd(jeugd, len(hulpvragen), toestemming_van(onderzoek, jeugd))
        return zinnen if onderzoek.pgb_verteld else [*zinnen, GEEN_PGB.replace(" (lid 6)", "")]
    treden = [list(h.treden.all()) for h in hulpvragen]
    punten = zeven_punten(onderzoek, onderzoek.gespreksdelen.all(), treden)
    zinnen = [f"{punt.letter}. {punt.zin}" for punt in punten if not punt.klaar]
    if not hulpvragen:
        zinnen.insert(0, "Er is nog geen hulpvraag vastgelegd.")
    if not onderzoek.pgb_verteld:
        zinnen.append(GEEN_PGB)
    return zinnen


def toestemming_van(onderzoek: Any, jeugd: Any | None) -> tuple[str, ...]:
    """Who consents, by the age on the day on which the help was determined; until then at the start."""
    dag = (jeugd.vastgesteld_op if jeugd is not None else None) or onderzoek.begonnen_op
    geboren = onderzoek.zaak.dossier.inwoner.geboortedatum
    return wie_stemt_toe(geboren.minstens(12, dag), geboren.minstens(16, dag))


def zonder_onderzoek_geldig(
    uiterste_datum: datetime.date | None, aanvraag_op: datetime.date | None, vandaag: datetime.date
) -> bool:
    """An aanvraag before the end of the onderzoek is valid when the six weeks are over (2.3.2 lid 9)."""
    return aanvraag_op is not None and uiterste_datum is not None and vandaag > uiterste_datum


# --- home visit -------------------------------------------------------------------------------------


def te_vroeg_voor_onderzoek(
    gepland_op: datetime.date, persoonlijk_plan: str, plan_tot: datetime.date | None
) -> bool:
    """No onderzoek within the seven days of the persoonlijk plan, unless received or waived (2.3.2 lid 2)."""
    return persoonlijk_plan == "afwachten" and plan_tot is not None and gepland_op <= plan_tot


# --- plan -------------------------------------------------------------------------------------------


def lage_scores_zonder_doel(scores: Iterable[Any], leefgebieden: Iterable[str]) -> list[Any]:
    """The scores of 3 or lower that have neither a goal nor a reason why not."""
    gebieden = set(leefgebieden)
    return [
        s for s in scores
        if 1 <= s.niveau <= LAGE_SCORE and not s.geen_doel_omdat and not (LEEFGEBIEDEN_VAN_DOMEIN[s.domein] & gebieden)
    ]  # fmt: skip


def ontbreekt_in_plan(
    scores: Iterable[Any],
    doelen: Sequence[Any],
    doelen_zonder_actie: Sequence[Any],
    deelnemers: Sequence[Any],
) -> list[str]:
    """What the plan still needs before it is agreed."""
    zinnen = [] if doelen else ["Er staat nog geen doel in het plan."]
    zinnen += [
        f"{s.get_domein_display()} heeft een lage score ({s.niveau}). Maak een doel, of schrijf waarom niet."
        for s in lage_scores_zonder_doel(scores, [d.leefgebied for d in doelen])
    ]
    zinnen += [f"Bij het doel '{d.ik_wil}' zijn nog geen acties afgesproken." for d in doelen_zonder_actie]
    if not deelnemers:
        zinnen.append("Er staat nog niemand bij die meedoet aan het plan.")
    zinnen += [f"Het akkoord van {d.naam} ontbreekt." for d in deelnemers if d.akkoord_op is None]
    return zinnen


def ontbreekt_in_evaluatie(doelen: Mapping[str, Any], oordelen: Mapping[str, Mapping]) -> dict[str, str]:
    """What is wrong with the judgement of a goal: '<field>_<goal>' -> sentence."""
    fouten = {}
    for sleutel, doel in doelen.items():
        oordeel = oordelen[sleutel]
        if not oordeel.get("besluit"):
            fouten[f"besluit_{sleutel}"] = f"Kies wat er gebeurt met het doel '{doel.ik_wil}'"
        elif oordeel["besluit"] != "doorgaan" and not oordeel.get("toelichting", "").strip():
            fouten[f"toelichting_{sleutel}"] = f"Schrijf waarom, bij het doel '{doel.ik_wil}'"
        if doel.score_nu is not None and oordeel.get("score") is None:
            fouten[f"score_{sleutel}"] = f"Vul in hoe het nu is, bij het doel '{doel.ik_wil}'"
    return fouten


# --- casemanager ------------------------------------------------------------------------------------


def ontbreekt_voor_casemanager(hulpverleners: str, geen_eigen_regie: str) -> dict[str, str]:
    """Both reasons: two or more professionals, and an inwoner who cannot keep it together: field -> sentence."""
    fouten = {}
    if len({regel.strip().lower() for regel in hulpverleners.splitlines() if regel.strip()}) < 2:
        fouten["hulpverleners"] = (
            "Noem er twee of meer, elk op een eigen regel. Bij een is de regisseur genoeg"
        )
    if not geen_eigen_regie.strip():
        fouten["geen_eigen_regie"] = "Schrijf waarom de inwoner zelf geen regie kan houden"
    return fouten
