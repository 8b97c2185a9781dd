"""The closed list of what a template may name: each with its meaning and an invented example. Pure."""

from dataclasses import dataclass

from beschikkingen.sjabloontaal import Woordenlijst


@dataclass(frozen=True)
class Sjabloonveld:
    """A field of a letter. `altijd`: never empty, so it needs no als."""

    naam: str
    betekenis: str
    voorbeeld: str
    altijd: bool = False


@dataclass(frozen=True)
class Voorwaarde:
    """Something that is so or not: only behind als."""

    naam: str
    betekenis: str


VELDEN: tuple[Sjabloonveld, ...] = (
    Sjabloonveld("hulp", "de hulp, zoals zij in de brief heet", "hulp in het huishouden"),
    Sjabloonveld("aanbieder", "wie de hulp geeft", "Voorbeeld Thuiszorg"),
    Sjabloonveld("begindatum", "de eerste dag van de hulp", "4 januari 2027"),
    Sjabloonveld("einddatum", "de laatste dag van de hulp", "31 december 2028"),
    Sjabloonveld("vanaf", "de dag waarop een wijziging of het einde werkt", "1 februari 2027"),
    Sjabloonveld("bedrag", "het bedrag van een dwangsom of terugvordering", "€ 300,00"),
    Sjabloonveld("datum melding", "de dag van de melding", "3 november 2026", altijd=True),
    Sjabloonveld("datum aanvraag", "de dag waarop wij de aanvraag kregen", "24 november 2026"),
    Sjabloonveld("kenmerk", "het kenmerk van het besluit", "B-2026-000418", altijd=True),
    Sjabloonveld("contactpersoon", "de vaste medewerker", "Vera Voorbeeld", altijd=True),
    Sjabloonveld("telefoon contactpersoon", "het nummer van de vaste medewerker", "14 077", altijd=True),
    Sjabloonveld("gemeente", "de naam van de gemeente", "Venlo", altijd=True),
    Sjabloonveld("telefoon gemeente", "het algemene nummer", "14 077", altijd=True),
    Sjabloonveld("website", "de website van de gemeente", "venlo.nl", altijd=True),
    Sjabloonveld("cliëntondersteuning", "wie gratis helpt, met nummer", "077 123 45 67"),
)
VOORWAARDEN: tuple[Voorwaarde, ...] = (
    Voorwaarde("natura", "de inwoner krijgt zorg in natura"),
    Voorwaarde("pgb", "de inwoner krijgt een persoonsgebonden budget"),
    Voorwaarde("jeugdwet", "de zaak valt onder de Jeugdwet"),
)
WOORDENLIJST = Woordenlijst(
    altijd=frozenset(v.naam for v in VELDEN if v.altijd),
    soms=frozenset(v.naam for v in VELDEN if not v.altijd),
    voorwaarden=frozenset(v.naam for v in VOORWAARDEN),
)
