"""Where a contact goes by its kind, and by when (Awb art. 7:10 and 9:11); pure."""

from datetime import date

from toegang.models.contact import ContactSoort, Route
from toegang.rechten import Rol
from toegang.termijnen import BESLUIT_OP_BEZWAAR_AWB_7_10, Duur, uiterste_datum

# Awb art. 9:11 lid 1: a klacht is dealt with within six weeks of its receipt (ten with a committee).
KLACHT_AWB_9_11 = Duur(weken=6)
HOOGSTENS_POGINGEN = 3  # then a letter, instead of another call

# Kinds with a term of their own: who has the task, and how it reads.
MET_TERMIJN: dict[str, tuple[Rol, str]] = {
    ContactSoort.KLACHT: (
        Rol.ADMINISTRATIE,
        "Klacht: handel haar af binnen zes weken na ontvangst (Awb 9:11).",
    ),
    ContactSoort.BEZWAAR: (
        Rol.JURIST,
        "Bezwaar: bevestig de ontvangst en bewaak de termijn (Awb 6:14, 7:10).",
    ),
}

# The ways out that the administratie chooses by hand; a zaak is opened by its own act.
UITGANGEN: tuple[Route, ...] = tuple(r for r in Route if r != Route.ZAAK)
# These name to whom or to what it went.
MET_NAAM: frozenset[str] = frozenset(
    {Route.VERWEZEN, Route.DORPSCOORDINATOR, Route.BELEIDSMEDEWERKER, Route.TEAM, Route.TOEZICHTHOUDER}
)
WAAR_NAARTOE: dict[str, str] = {
    Route.VERWEZEN: "Schrijf op naar welke voorziening u verwees",
    Route.DORPSCOORDINATOR: "Schrijf op aan welke dorpscoördinator u dit doorgaf",
    Route.BELEIDSMEDEWERKER: "Schrijf op aan welke beleidsmedewerker u dit doorgaf",
    Route.TEAM: "Schrijf op aan welk team u dit doorgaf",
    Route.TOEZICHTHOUDER: "Schrijf op aan welke toezichthouder u dit doorgaf",
}


def uiterlijk(soort: str, ontvangen_op: date, *, bezwaar_tot: date | None = None) -> date:
    """The last day for a klacht or bezwaar.

    A bezwaar is decided within six weeks, counted from the end of the term to object (Awb art. 7:10 lid 1). While the
    decision it is about is not known, the day of receipt stands in for that end: never too late for a bezwaar in time.
    """
    if soort == ContactSoort.BEZWAAR:
        return uiterste_datum(bezwaar_tot or ontvangen_op, weken=BESLUIT_OP_BEZWAAR_AWB_7_10.weken)
    return uiterste_datum(ontvangen_op, weken=KLACHT_AWB_9_11.weken)


def weigert_route(route: str, route_naar: str) -> str:
    """What is missing beside this way out, as a sentence for the field; empty when nothing is."""
    return WAAR_NAARTOE[route] if route in MET_NAAM and not route_naar.strip() else ""
