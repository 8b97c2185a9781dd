"""The parts of a besluit about which a toetser can make a remark: those that this kind has. Data; reads only."""

from beschikkingen.models import Aanleiding, Besluit, Uitkomst
from beschikkingen.soorten import MET_BEDRAG, MET_ZIENSWIJZE, OP_BEZWAAR, WERKT_VANAF
from voorzieningen.models import Vorm

HEEL = ("algemeen", "Het hele besluit")
TREDEN = (
    ("eigen kracht", "Uzelf"),
    ("huisgenoten", "Huisgenoten"),
    ("mantelzorg", "Mantelzorg"),
    ("netwerk", "Familie, vrienden en buren"),
    ("wijk", "Hulp in de wijk"),
    ("andere wet", "Andere wetten"),
)
OMVANG = ("omvang", "Omvang en wat overblijft")
HULP = ("hulp", "Wat er met de hulp gebeurt")
PGB = ("pgb", "Het pgb")
GROND = ("grond", "De grond en de dag waarop het werkt")
REDEN = ("reden", "Waarom wij dit besluiten")
OPZET = ("opzet", "Waaruit blijkt dat het opzet was")
BEDRAG = ("bedrag", "Het bedrag")
BEZWAAR = ("bezwaar", "Op tijd, horen en advies")
SPOED = ("spoed", "Waarom het niet kon wachten")
HERHALING = ("herhaling", "De verwijzing naar het eerdere besluit")
ZIENSWIJZE = ("zienswijze", "Wat de inwoner vooraf zei")
VERDER = ("verder", "Wat gebeurt er nu, en wat kan wel")
REGELS = ("regels", "Regels en artikelen")
ALLE = (
    HEEL, *TREDEN, OMVANG, HULP, PGB, GROND, REDEN, OPZET, BEDRAG, BEZWAAR, SPOED, HERHALING, ZIENSWIJZE, VERDER,
    REGELS,
)  # fmt: skip


def onderdelen_van(besluit: Besluit) -> list[tuple[str, str]]:
    """In the order of the letter."""
    uitkomst, regels = Uitkomst(besluit.uitkomst), besluit.geldende_regels()
    gewogen = not besluit.verwijst and besluit.redenen.exists()
    heeft = {
        HEEL: True,
        **dict.fromkeys((*TREDEN, OMVANG), gewogen),
        HULP: bool(regels),
        PGB: any(r.indicatie.vorm == Vorm.PGB for r in regels),
        GROND: uitkomst in WERKT_VANAF,
        REDEN: not gewogen and not besluit.verwijst,
        OPZET: uitkomst == Uitkomst.TERUGVORDERING,
        BEDRAG: uitkomst in MET_BEDRAG,
        BEZWAAR: uitkomst in OP_BEZWAAR,
        SPOED: besluit.aanleiding == Aanleiding.SPOED,
        HERHALING: besluit.verwijst,
        ZIENSWIJZE: uitkomst in MET_ZIENSWIJZE,
        VERDER: True,
        REGELS: True,
    }
    return [deel for deel in ALLE if heeft[deel]]
