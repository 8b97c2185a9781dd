"""How long each term is, per law and from which day on: data with its article (Wmo 2015, Awb, Wgs).

Read for this table: Wmo 2015, Jeugdwet and Awb; Wgs art. 4 in its text of 2013-07-01. Not read: Wgs art. 4a (the
decision on schuldhulp), the Participatiewet, the rules for the parking card and those for leerlingenvervoer; of these
the general rule of Awb art. 4:13 is held, until a jurist puts the own article in its place. The Jeugdwet sets no term.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Duur:
    """A length as the law words it: days, weeks or working days, never two (ATW art. 4 measures by the unit)."""

    dagen: int | None = None
    weken: int | None = None
    werkdagen: int | None = None

    def __post_init__(self) -> None:
        gegeven = [n for n in (self.dagen, self.weken, self.werkdagen) if n is not None]
        if len(gegeven) != 1:
            raise ValueError("Geef een termijn in dagen, in weken of in werkdagen.")
        if gegeven[0] < 1:
            raise ValueError("Een termijn duurt minstens één dag.")

    @property
    def in_dagen(self) -> int:
        """Calendar days; of working days only the number, for their end depends on the calendar."""
        return self.dagen or self.werkdagen or 7 * (self.weken or 0)

    @property
    def valt_onder_atw(self) -> bool:
        """False above 90 days or twelve weeks (ATW art. 4 sub a)."""
        return (self.dagen or self.werkdagen or 0) <= 90 and (self.weken or 0) <= 12

    def __str__(self) -> str:
        if self.dagen is not None:
            return f"{self.dagen} {'dag' if self.dagen == 1 else 'dagen'}"
        if self.werkdagen is not None:
            return f"{self.werkdagen} {'werkdag' if self.werkdagen == 1 else 'werkdagen'}"
        return f"{self.weken} {'week' if self.weken == 1 else 'weken'}"


ONDERZOEK_WMO_2_3_2 = Duur(weken=6)
PERSOONLIJK_PLAN_2_3_2_LID_2 = Duur(dagen=7)
BESLUIT_WMO_2_3_5 = Duur(weken=2)
REDELIJK_AWB_4_13 = Duur(weken=8)
MOTIVERING_AWB_3_47 = Duur(weken=1)
EERSTE_GESPREK_WGS_4_1 = Duur(weken=4)
EERSTE_GESPREK_WGS_4_2 = Duur(werkdagen=3)
NIET_BEHANDELEN_AWB_4_5_4 = Duur(weken=4)
BEZWAAR_AWB_6_7 = Duur(weken=6)
BESLUIT_OP_BEZWAAR_AWB_7_10 = Duur(weken=6)
BESLUIT_OP_BEZWAAR_COMMISSIE_AWB_7_10 = Duur(weken=12)
VERDAGING_AWB_7_10 = Duur(weken=6)
VERZOEK_AANBIEDER_OP274 = Duur(werkdagen=5)  # no law: what municipalities and providers agreed (iWmo/iJw 3.2)
VERZOEK_IN_ONDERZOEK_OP346 = Duur(weken=8)  # the same; when the first answer was: we look into it


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of the table: what must be done within which term, by which article, since when."""

    soort: str
    artikel: str
    lengte: Duur
    omschrijving: str
    geldig_vanaf: date
    wet: str


class GeenRegel(LookupError):
    """No term is known for this law on this day: a Jeugdwet question has no statutory onderzoek term."""


_WETTEN = ("wmo", "jeugdwet", "participatiewet", "schuldhulp", "gpk", "leerlingenvervoer")
_2015 = date(2015, 1, 1)  # Wmo 2015, Jeugdwet and Participatiewet came into force
_AWB_3E = date(2009, 10, 1)  # Wet dwangsom en beroep: art. 4:17 and the present 7:10
_WGS = date(2012, 7, 1)  # Wet gemeentelijke schuldhulpverlening
AWB_4_13 = "Awb art. 4:13"
_AANVRAAGWETTEN = {
    "jeugdwet": _2015, "participatiewet": _2015, "schuldhulp": _WGS, "gpk": _AWB_3E, "leerlingenvervoer": _AWB_3E,
}  # fmt: skip
# A term that this kind of zaak has not, with the reason that a colleague reads.
GEEN_TERMIJN_BIJ: dict[tuple[str, str], str] = {
    ("onderzoek", "heronderzoek"): (
        "Bij een heronderzoek gelden de zes weken niet: artikel 2.3.9 lid 2 Wmo 2015 noemt lid 2 tot en met 6 van"
        " artikel 2.3.2, en niet lid 1."
    ),
}


def _voor_elke_wet(
    soort: str, artikel: str, lengte: Duur, omschrijving: str, vanaf: date
) -> tuple[Regel, ...]:
    return tuple(Regel(soort, artikel, lengte, omschrijving, vanaf, wet) for wet in _WETTEN)


REGELS: tuple[Regel, ...] = (
    Regel(
        "onderzoek", "Wmo 2015 art. 2.3.2 lid 1", ONDERZOEK_WMO_2_3_2, "Onderzoek na de melding", _2015, "wmo"
    ),
    Regel(
        "persoonlijk_plan",
        "Wmo 2015 art. 2.3.2 lid 2",
        PERSOONLIJK_PLAN_2_3_2_LID_2,
        "Persoonlijk plan inleveren",
        _2015,
        "wmo",
    ),
    Regel("besluit", "Wmo 2015 art. 2.3.5 lid 2", BESLUIT_WMO_2_3_5, "Besluit op de aanvraag", _2015, "wmo"),
    *(
        Regel("besluit", AWB_4_13, REDELIJK_AWB_4_13, "Besluit op de aanvraag", vanaf, wet)
        for wet, vanaf in _AANVRAAGWETTEN.items()
    ),
    Regel(
        "eerste_gesprek",
        "Wgs art. 4 lid 1",
        EERSTE_GESPREK_WGS_4_1,
        "Eerste gesprek over de schulden",
        _WGS,
        "schuldhulp",
    ),
    Regel(
        "eerste_gesprek_spoed",
        "Wgs art. 4 lid 2",
        EERSTE_GESPREK_WGS_4_2,
        "Eerste gesprek bij een bedreigende situatie",
        _WGS,
        "schuldhulp",
    ),
    *_voor_elke_wet(
        "spoed_motivering",
        "Awb art. 3:47 lid 3",
        MOTIVERING_AWB_3_47,
        "Motivering van een spoedbesluit",
        _AWB_3E,
    ),
    *(
        Regel(
            "verzoek_aanbieder",
            "iWmo/iJw OP274",
            VERZOEK_AANBIEDER_OP274,
            "Antwoord aan een aanbieder",
            _2015,
            wet,
        )
        for wet in ("wmo", "jeugdwet")
    ),
    *(
        Regel(
            "verzoek_aanbieder_in_onderzoek",
            "iWmo/iJw OP346",
            VERZOEK_IN_ONDERZOEK_OP346,
            "Antwoord aan een aanbieder na onderzoek",
            _2015,
            wet,
        )
        for wet in ("wmo", "jeugdwet")
    ),
    *_voor_elke_wet("bezwaar", "Awb art. 6:7", BEZWAAR_AWB_6_7, "Bezwaar maken", _AWB_3E),
    *_voor_elke_wet(
        "besluit_op_bezwaar",
        "Awb art. 7:10 lid 1",
        BESLUIT_OP_BEZWAAR_AWB_7_10,
        "Besluit op bezwaar",
        _AWB_3E,
    ),
    *_voor_elke_wet(
        "besluit_op_bezwaar_commissie",
        "Awb art. 7:10 lid 1 en 7:13",
        BESLUIT_OP_BEZWAAR_COMMISSIE_AWB_7_10,
        "Besluit op bezwaar na advies van een commissie",
        _AWB_3E,
    ),
)


def regel(soort: str, wet: str, op: date, *, zaaksoort: str = "gewoon", spoed: bool = False) -> Regel:
    """The rule in force on a day; GeenRegel where the law sets no such term.

    `spoed`: the shorter rule of the same kind where the law has one (Wgs art. 4 lid 2: a threatening situation).
    """
    if waarom := GEEN_TERMIJN_BIJ.get((soort, zaaksoort)):
        raise GeenRegel(waarom)
    if spoed and any(r.soort == f"{soort}_spoed" and r.wet == wet for r in REGELS):
        soort = f"{soort}_spoed"
    geldig = [r for r in REGELS if r.soort == soort and r.wet == wet and r.geldig_vanaf <= op]
    if not geldig:
        raise GeenRegel(f"Voor {wet} is op {op:%d-%m-%Y} geen termijn bekend voor {soort}.")
    return max(geldig, key=lambda r: r.geldig_vanaf)


def lengte_van(soort: str, wet: str, op: date, artikel: str) -> Duur | None:
    """How long a clock is that was started by this article; None when no row knows it."""
    geldig = [
        r for r in REGELS
        if r.soort.startswith(soort) and (r.wet, r.artikel) == (wet, artikel) and r.geldig_vanaf <= op
    ]  # fmt: skip
    return max(geldig, key=lambda r: r.geldig_vanaf).lengte if geldig else None


# --- dwangsom (Awb art. 4:17) ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Dwangsomtarief:
    """Amounts per day, each for a number of days; AMvB may change them."""

    geldig_vanaf: date
    treden: tuple[tuple[int, Decimal], ...]
    artikel: str = "Awb art. 4:17 lid 1 en 2"


DWANGSOMTARIEVEN = (
    Dwangsomtarief(date(2019, 1, 1), ((14, Decimal(23)), (14, Decimal(35)), (14, Decimal(45)))),
)


def dwangsom(dagen_te_laat: int, *, op: date | None = None) -> Decimal:
    """Euros due after so many days in default, at most 42 (Awb art. 4:17); day 1 is `eerste_dwangsomdag`.

    `op` is the day the default began; without it the newest tariff counts.
    """
    tarieven = [t for t in DWANGSOMTARIEVEN if op is None or t.geldig_vanaf <= op]
    if not tarieven:
        raise GeenRegel("Voor deze dag zijn geen bedragen van de dwangsom bekend.")
    totaal, over = Decimal(0), max(0, dagen_te_laat)
    for dagen, bedrag in max(tarieven, key=lambda t: t.geldig_vanaf).treden:
        totaal += min(over, dagen) * bedrag
        over = max(0, over - dagen)
    return totaal


def eerste_dwangsomdag(ingebrekestelling_ontvangen_op: date) -> date:
    """First day due: two weeks have passed after the day of receipt (lid 3). ATW does not lengthen it."""
    return ingebrekestelling_ontvangen_op + timedelta(days=15)
