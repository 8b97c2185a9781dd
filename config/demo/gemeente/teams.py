"""Six wijkteams and a wijkteam+ (Jaarstukken 2018), the Zorg- en Veiligheidshuis, and where people live.

The postcodes of Venlo are real; how they are spread over the six teams is our guess, the source does not say.
"""

from dataclasses import dataclass

WIJK, PLUS, ZVH = "wijk", "plus", "zvh"


@dataclass(frozen=True)
class Team:
    """A team with the postcodes that it serves."""

    naam: str
    soort: str
    telefoon: str
    postcodes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Straat:
    """A street with its postcode; only the street is real, nobody lives there."""

    naam: str
    postcode: str
    woonplaats: str = "Venlo"
    hoogste: int = 80


TEAMS = (
    Team("Wijkteam Venlo-Centrum", WIJK, "077 300 00 01", ("5911", "5913")),
    Team("Wijkteam Venlo-Oost", WIJK, "077 300 00 02", ("5912", "5916")),
    Team("Wijkteam Venlo-Zuid", WIJK, "077 300 00 03", ("5914", "5915")),
    Team("Wijkteam Blerick", WIJK, "077 300 00 04", ("5921", "5922", "5923", "5924", "5925", "5926", "5927", "5928")),
    Team("Wijkteam Tegelen en Belfeld", WIJK, "077 300 00 05", ("5931", "5932", "5935", "5951")),
    Team("Wijkteam Velden, Arcen en Lomm", WIJK, "077 300 00 06", ("5941", "5943", "5944")),
    Team("Wijkteam+", PLUS, "077 300 00 07"),
    Team("Zorg- en Veiligheidshuis", ZVH, "077 300 00 08"),
)  # fmt: skip

STRATEN = (
    Straat("Parade", "5911CA"), Straat("Vleesstraat", "5911JC"), Straat("Goltziusstraat", "5911AS"),
    Straat("Roermondsepoort", "5911HL"), Straat("Genooyerweg", "5913CA"), Straat("Veldenseweg", "5913SK"),
    Straat("Hertog Reinoudsingel", "5913XA"), Straat("Stalbergweg", "5912SE"), Straat("Craneveldstraat", "5914SE"),
    Straat("Straelseweg", "5912CA"), Straat("Leutherweg", "5915CH"), Straat("Gulikstraat", "5914AA"),
    Straat("Vinckenhofstraat", "5914CB"), Straat("Kaldenkerkerweg", "5915PP"), Straat("Tegelseweg", "5912BD"),
    Straat("Herungerweg", "5913AC"), Straat("Kerkhofweg", "5916NW"), Straat("Maagdenbergweg", "5916TB"),
    Straat("Antoniuslaan", "5921KC"), Straat("Kloosterstraat", "5921HB"), Straat("Helling", "5921GP"),
    Straat("Pepijnstraat", "5921KL"), Straat("Vossenerlaan", "5924VA"), Straat("Drie Decembersingel", "5921AC"),
    Straat("Smeliënkamp", "5923AJ"), Straat("Baarlosestraat", "5923BH"), Straat("Ruijsstraat", "5922XH"),
    Straat("Kerkstraat", "5931NL", "Tegelen"), Straat("Grotestraat", "5931CT", "Tegelen"),
    Straat("Posthuisstraat", "5931EA", "Tegelen"), Straat("Hoekstraat", "5931EJ", "Tegelen"),
    Straat("Kuppestraat", "5932TH", "Tegelen"), Straat("Roermondseweg", "5935AB", "Steyl"),
    Straat("Arenborgweg", "5935CD", "Steyl"), Straat("Rijksweg Zuid", "5951AM", "Belfeld"),
    Straat("Prinses Marijkestraat", "5951BJ", "Belfeld"), Straat("Rijksweg", "5941AB", "Velden"),
    Straat("Schandeloseweg", "5941NB", "Velden"), Straat("Spoorstraat", "5943AK", "Lomm"),
    Straat("Schans", "5944AG", "Arcen", 40), Straat("Lingsforterweg", "5944BD", "Arcen", 60),
)  # fmt: skip
