"""The colleagues: one table, invented. Username, first and last name, function, roles outside a team."""

from dataclasses import dataclass

from toegang.rechten import Rol

WMO, JEUGD, PARTICIPATIE = "wmo", "jeugd", "participatie"


@dataclass(frozen=True)
class Collega:
    """Someone at the desk; `discipline` is for a member of a team."""

    voornaam: str
    achternaam: str
    functie: str
    rollen: tuple[str, ...] = ()
    team: str = ""
    teamrol: str = ""
    discipline: tuple[str, ...] = ()
    uren: int = 36


KANTOOR = (
    Collega("Sanne", "Coenen", "Medewerker klantcontact", (Rol.KCC,)),
    Collega("Milan", "Verhaegh", "Medewerker klantcontact", (Rol.KCC,)),
    Collega("Ingrid", "Thijssen", "Administratief medewerker MID-office", (Rol.ADMINISTRATIE,)),
    Collega("Patrick", "Peeters", "Administratief medewerker MID-office", (Rol.ADMINISTRATIE,)),
    Collega("Yasmina", "El Amrani", "Administratief medewerker MID-office", (Rol.ADMINISTRATIE,)),
    Collega("Joyce", "Hendrickx", "Procescoördinator", (Rol.PROCESCOORDINATOR,)),
    Collega("Carla", "Willems", "Kwaliteitsmedewerker", (Rol.TOETSER,)),
    Collega("Hub", "Janssen", "Kwaliteitsmedewerker", (Rol.TOETSER,)),
    Collega("Marianne", "Geurts", "Afdelingsmanager Sociaal domein", (Rol.ONDERTEKENAAR,)),
    Collega("Erik", "Smeets", "Coördinator Wmo", (Rol.ONDERTEKENAAR,)),
    Collega("Noor", "Vergeldt", "Jurist AJZ", (Rol.JURIST,)),
    Collega("Ruud", "Camps", "Contractmanager", (Rol.CONTRACTBEHEERDER,)),
    Collega("Liesbeth", "Backus", "Regionaal toezichthouder Wmo", (Rol.TOEZICHTHOUDER,)),
    Collega("Frank", "van Dijck", "Functionaris gegevensbescherming", (Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,)),
    Collega("Anouk", "Beurskens", "Functioneel beheerder", (Rol.BEHEERDER,)),
)  # fmt: skip

# Per team: the lead, then consulenten by discipline. The first two do Wmo.
IN_TEAMS: dict[str, tuple[tuple[str, str], ...]] = {
    "Wijkteam Venlo-Centrum": (
        ("Truus", "Ottenheim"), ("Fatma", "Bakker"), ("Joost", "Kessels"), ("Romy", "Titulaer"), ("Bram", "Sijbers"),
    ),
    "Wijkteam Venlo-Oost": (
        ("Wim", "Rutten"), ("Chantal", "Driessen"), ("Mehmet", "Yildiz"), ("Fleur", "Cox"), ("Koen", "van Lier"),
    ),
    "Wijkteam Venlo-Zuid": (
        ("Petra", "Jacobs"), ("Bart", "Gommans"), ("Samira", "Benali"), ("Iris", "Crins"), ("Teun", "Vostermans"),
    ),
    "Wijkteam Blerick": (
        ("Jos", "Verstappen"), ("Nicole", "Heldens"), ("Daan", "Lucassen"), ("Esther", "Billekens"), ("Omar", "Haddad"),
    ),
    "Wijkteam Tegelen en Belfeld": (
        ("Annelies", "Theelen"), ("Rob", "Claessens"), ("Kim", "Faassen"), ("Lotte", "Engels"), ("Stijn", "Reijnders"),
    ),
    "Wijkteam Velden, Arcen en Lomm": (
        ("Gerrit", "Hermans"), ("Maud", "van Rens"), ("Pim", "Aerts"), ("Eva", "Holtackers"), ("Luc", "Nelissen"),
    ),
    "Wijkteam+": (
        ("Helma", "Dirkx"), ("Ayse", "Demir"), ("Tom", "Wijnhoven"), ("Judith", "Kusters"), ("Sjoerd", "Maes"),
    ),
    "Zorg- en Veiligheidshuis": (
        ("Peter", "Stappers"), ("Vera", "Linssen"), ("Niels", "Boots"), ("Hanna", "Selen"), ("Max", "Deckers"),
    ),
}  # fmt: skip
DISCIPLINES = ((WMO,), (WMO,), (JEUGD,), (PARTICIPATIE,))
UREN = (32, 20, 28, 24)  # contract hours a week, in the same order
FUNCTIES = ("Consulent Wmo", "Consulent Wmo (ergotherapeut)", "Consulent jeugd", "Consulent participatie")


def collegas() -> tuple[Collega, ...]:
    """Everybody, in a fixed order."""
    mensen = list(KANTOOR)
    for team, ((voornaam, achternaam), *consulenten) in IN_TEAMS.items():
        alle = (WMO, JEUGD, PARTICIPATIE)
        mensen.append(
            Collega(voornaam, achternaam, f"Teamleider {team}", (Rol.TEAMLEAD,), team, Rol.TEAMLEAD, alle)
        )
        for (eerste, tweede), discipline, functie, uren in zip(
            consulenten, DISCIPLINES, FUNCTIES, UREN, strict=True
        ):
            mensen.append(
                Collega(eerste, tweede, functie, (Rol.CONSULENT,), team, Rol.CONSULENT, discipline, uren)
            )
    return tuple(mensen)
