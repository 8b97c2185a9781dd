"""Which team and which consulent: the tables and the arithmetic of distributing. Pure Python, no ORM."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from toegang import opmaak
from toegang.models import Leefgebied, Zaaksoort
from toegang.rechten import Wet
from toegang.statussen import ZaakStatus
from wijkteams.models import Discipline, Wijkteam

Teamsoort = Wijkteam.Soort

# --- the team ---------------------------------------------------------------------------------------

BIJ_SOORT: dict[str, tuple[Teamsoort, str]] = {
    Zaaksoort.OPVANG: (Teamsoort.PLUS, "het gaat om opvang"),
    Zaaksoort.BESCHERMD_WONEN: (Teamsoort.ZVH, "het gaat om beschermd wonen"),
}
GEEN_ADRES = "er is geen adres bekend"
BUITEN_GEBIED = "het adres hoort bij geen van onze wijkteams"
IN_GEBIED = "het adres ligt in het gebied van dit team"


def soort_team(zaaksoort: str, *, heeft_postcode: bool, in_gebied: bool) -> tuple[Teamsoort, str]:
    """The kind of team and why, as the end of a sentence: opvang and no address go to wijkteam+ (design §3 step 3)."""
    if zaaksoort in BIJ_SOORT:
        return BIJ_SOORT[zaaksoort]
    if not heeft_postcode:
        return Teamsoort.PLUS, GEEN_ADRES
    return (Teamsoort.WIJK, IN_GEBIED) if in_gebied else (Teamsoort.PLUS, BUITEN_GEBIED)


# --- the discipline ---------------------------------------------------------------------------------

VAN_WET: dict[str, Discipline] = {
    Wet.WMO: Discipline.WMO,
    Wet.GPK: Discipline.WMO,
    Wet.JEUGDWET: Discipline.JEUGD,
    Wet.LEERLINGENVERVOER: Discipline.JEUGD,
    Wet.PARTICIPATIEWET: Discipline.PARTICIPATIE,
    Wet.SCHULDHULP: Discipline.PARTICIPATIE,
}
# Only where the area of life says it; the others follow the law.
VAN_LEEFGEBIED: dict[str, Discipline] = {
    Leefgebied.OPVOEDEN: Discipline.JEUGD,
    Leefgebied.WERK: Discipline.PARTICIPATIE,
    Leefgebied.GELD: Discipline.PARTICIPATIE,
}


def discipline_van(wet: str, onderwerp: str) -> Discipline:
    """Of the largest problem: by the area of life where that names one, else by the law."""
    return VAN_LEEFGEBIED.get(onderwerp, VAN_WET[wet])


def discipline_in_woorden(wet: str, onderwerp: str) -> str:
    """Why this discipline, for the teamlead; the law decides who may be regisseur, the problem who fits best."""
    grootste, nodig = discipline_van(wet, onderwerp), VAN_WET[wet]
    gebied = Leefgebied(onderwerp).label.lower()
    zin = f"Het grootste probleem is {gebied}: discipline {naam_van(grootste)}."
    if grootste == nodig:
        return zin
    return (
        f"{zin} De vraag valt onder de {Wet(wet).label}. Daarom kiest u een consulent {naam_van(nodig)}, het liefst"
        f" een die ook {naam_van(grootste)} doet."
    )


def naam_van(discipline: str) -> str:
    """As it stands inside a sentence: Wmo, jeugd."""
    label = Discipline(discipline).label
    return label if discipline == Discipline.WMO else label.lower()


# --- the caseload -----------------------------------------------------------------------------------

# Points of one open zaak by its state, and what makes it heavier; invented, to be set with the teams.
PUNTEN_VAN_STATUS: dict[str, int] = {
    ZaakStatus.NIEUW: 1,
    ZaakStatus.VRAAGVERHELDERING: 1,
    ZaakStatus.TE_VERDELEN: 1,
    ZaakStatus.ONDERZOEK: 3,
    ZaakStatus.BESLUITVORMING: 2,
    ZaakStatus.AFGESLOTEN: 0,
}
# By case type: a household, school and gezag at once, or creditors; a look at what is known already, one paper.
PUNTEN_VAN_WET: dict[str, int] = {Wet.JEUGDWET: 1, Wet.SCHULDHULP: 1, Wet.GPK: -1, Wet.LEERLINGENVERVOER: -1}
PUNTEN_VAN_SOORT: dict[str, int] = {Zaaksoort.HERONDERZOEK: -1, Zaaksoort.BESCHERMD_WONEN: 1}
PUNTEN_SPOED = 1
PUNTEN_COMPLEX = 2  # in wijkteam+ or the Zorg- en Veiligheidshuis
NORM_VOLLE_WEEK = 40  # points
VOLLE_WEEK = Decimal(36)  # contract hours
# What one is less full for, in parts of the norm, when somebody is proposed.
VOORDEEL_KENT = Decimal("0.25")
VOORDEEL_CONTACTPERSOON = Decimal("0.25")
VOORDEEL_DISCIPLINE = Decimal("0.10")


def punten(status: str, *, spoed: bool, complex_: bool, wet: str = "", soort: str = "") -> int:
    """What one zaak weighs; an open one never nothing."""
    van_status = PUNTEN_VAN_STATUS[status]
    if not van_status:
        return 0
    van_type = PUNTEN_VAN_WET.get(wet, 0) + PUNTEN_VAN_SOORT.get(soort, 0)
    return max(1, van_status + van_type) + PUNTEN_SPOED * spoed + PUNTEN_COMPLEX * complex_


def norm(contracturen: Decimal) -> int:
    """How many points go with these contract hours; never nothing."""
    deel = NORM_VOLLE_WEEK * contracturen / VOLLE_WEEK
    return max(1, int(deel.quantize(Decimal(1), rounding=ROUND_HALF_UP)))


@dataclass(frozen=True, kw_only=True)
class Kandidaat:
    """A consulent who may become regisseur, with all that counts in the choice."""

    medewerker_id: int
    naam: str
    punten: int
    contracturen: Decimal = VOLLE_WEEK
    disciplines: tuple[str, ...] = ()
    kent_gezin: bool = False
    contactpersoon_van: str = ""  # the school or GP that referred
    terug_op: datetime.date | None = None  # away until this day

    @property
    def norm(self) -> int:
        return norm(self.contracturen)

    def volgorde(self, grootste: str) -> tuple:
        """Who is here first, then least full after what speaks for somebody; the name decides when equal."""
        vol = Decimal(self.punten) / self.norm
        vol -= VOORDEEL_KENT * self.kent_gezin
        vol -= VOORDEEL_CONTACTPERSOON * bool(self.contactpersoon_van)
        vol -= VOORDEEL_DISCIPLINE * (grootste in self.disciplines)
        return (self.terug_op is not None, vol, self.naam, self.medewerker_id)

    @property
    def waarom(self) -> str:
        """F. Bakker: 14 van 22 punten, jeugd, kent het gezin."""
        delen = [f"{self.naam}: {self.punten} van {self.norm} punten"]
        if self.disciplines:
            delen.append(" en ".join(naam_van(d) for d in self.disciplines))
        if self.kent_gezin:
            delen.append("kent het gezin")
        if self.contactpersoon_van:
            delen.append(f"vaste contactpersoon van {self.contactpersoon_van}")
        if self.terug_op:
            delen.append(f"afwezig, terug op {opmaak.datum(self.terug_op)}")
        return ", ".join(delen)


def rangorde(kandidaten: Iterable[Kandidaat], *, grootste: str) -> list[Kandidaat]:
    """Who fits best first; the first one is the proposal, the teamlead chooses."""
    return sorted(kandidaten, key=lambda k: k.volgorde(grootste))


def caseload(regels: Iterable[Mapping]) -> dict[int, int]:
    """Points per colleague from counted groups: regisseur_id, status, spoed, complex, wet, soort, aantal."""
    som: dict[int, int] = {}
    for regel in regels:
        elk = punten(
            regel["status"], spoed=regel["spoed"], complex_=regel["complex"], wet=regel.get("wet", ""),
            soort=regel.get("soort", ""),
        )  # fmt: skip
        som[regel["regisseur_id"]] = som.get(regel["regisseur_id"], 0) + elk * regel["aantal"]
    return som
