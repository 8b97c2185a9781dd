"""What changed according to the BRP, and what the law says about a move. Pure Python; nothing ends by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices

from toegang.rechten import Wet


class Wijziging(TextChoices):
    """A change that somebody must look at; the value is part of the key of its task."""

    OVERLEDEN = "overleden", "Overleden"
    TOCH_NIET_OVERLEDEN = "toch_niet_overleden", "Toch niet overleden"
    VERTROKKEN = "vertrokken", "Vertrokken uit Nederland"
    ANDERE_GEMEENTE = "andere_gemeente", "Verhuisd naar een andere gemeente"
    VERHUISD = "verhuisd", "Verhuisd binnen de gemeente"
    GEHEIM = "geheim", "Adres is geheim geworden"


# The sentence of the task: without content, and without the secret itself.
TAAK: dict[str, str] = {
    Wijziging.OVERLEDEN: "Inwoner is overleden: kijk wat moet stoppen",
    Wijziging.TOCH_NIET_OVERLEDEN: "De BRP meldt geen overlijden meer: kijk het dossier na",
    Wijziging.VERTROKKEN: "Inwoner is vertrokken uit Nederland: kijk of de hulp eindigt",
    Wijziging.ANDERE_GEMEENTE: "Inwoner woont in een andere gemeente: kijk of de hulp eindigt",
    Wijziging.VERHUISD: "Inwoner is verhuisd binnen de gemeente: kijk of het team en de hulp nog passen",
    Wijziging.GEHEIM: "Adres is geheim geworden: kijk of het dossier afgeschermd moet worden",
}
WERKDAGEN = {Wijziging.OVERLEDEN: 0, Wijziging.GEHEIM: 0}  # the others: within the norm below
NORM = 5


@dataclass(frozen=True)
class Stand:
    """What of a person counts for a change; `adres` is empty where none is known."""

    overleden_op: str
    vertrokken_op: str
    geheim: int
    gemeente: str
    adres: tuple[object, ...]
    uit_brp: bool = True


def stand_van(inwoner) -> Stand:
    """From an Inwoner."""
    adres = (
        inwoner.straat, inwoner.huisnummer, inwoner.huisletter, inwoner.toevoeging, inwoner.postcode, inwoner.locatie,
    )  # fmt: skip
    return Stand(
        inwoner.overleden_op, inwoner.vertrokken_op, inwoner.geheim, inwoner.gemeente_code,
        adres if any(adres) else (), uit_brp=inwoner.bron == "brp",
    )  # fmt: skip


def wat_veranderde(oud: Stand, nu: Stand, *, gemeente: str) -> list[Wijziging]:
    """The changes that somebody must look at; of who died only that. `gemeente`: the code of ours.

    An address that the desk typed and the BRP writes otherwise is a correction, no move.
    """
    if nu.overleden_op:
        return [] if oud.overleden_op else [Wijziging.OVERLEDEN]
    return list(_wijzigingen(oud, nu, gemeente))


def _wijzigingen(oud: Stand, nu: Stand, gemeente: str) -> Iterator[Wijziging]:
    if oud.overleden_op:
        yield Wijziging.TOCH_NIET_OVERLEDEN
    if nu.vertrokken_op:
        if not oud.vertrokken_op:
            yield Wijziging.VERTROKKEN
    elif nu.gemeente and nu.gemeente != gemeente:
        if oud.gemeente in ("", gemeente) or oud.vertrokken_op:
            yield Wijziging.ANDERE_GEMEENTE
    elif oud.uit_brp and oud.adres and nu.adres != oud.adres:
        yield Wijziging.VERHUISD
    if nu.geheim and not oud.geheim:
        yield Wijziging.GEHEIM


class Gevolg(TextChoices):
    """What a move means for a zaak; a person decides."""

    BLIJFT = "blijft", "Blijft bij ons"
    EINDIGT = "eindigt", "Eindigt in onze gemeente"
    UITZOEKEN = "uitzoeken", "Zoek dit eerst uit"


GEMEENTE, BUITENLAND, ONBEKEND = "gemeente", "buitenland", "onbekend"
ALLES = frozenset({GEMEENTE, BUITENLAND, ONBEKEND})


def waarheen(vertrokken_op: str, vertrokken_naar: str) -> str:
    """Another municipality, abroad, or nobody knows (country 0000: often somebody without a home)."""
    if not vertrokken_op:
        return GEMEENTE
    return ONBEKEND if vertrokken_naar in ("", "0000") else BUITENLAND


@dataclass(frozen=True)
class Verhuisregel:
    """One row of the table. None fits everything; the first row that fits counts."""

    wet: str
    gevolg: Gevolg
    artikel: str
    zin: str
    soort: str | None = None  # of the zaak
    waarheen: frozenset[str] = ALLES
    verblijf: bool | None = None  # youth help with a stay somewhere
    vanaf: date = date(2015, 1, 1)


VERBLIJF = (
    "Krijgt de jeugdige hulp met verblijf, dan blijft het de gemeente waar hij woonde vlak voordat dat verblijf"
    " begon. Zonder verblijf is het de gemeente van zijn nieuwe woonadres."
)
VERHUISREGELS: tuple[Verhuisregel, ...] = (
    Verhuisregel(
        Wet.WMO, Gevolg.UITZOEKEN, "Wmo 2015 art. 1.2.1",
        "De BRP weet niet waar de inwoner is. Wie geen huis heeft en hier verblijft, kan ingezetene van Nederland zijn."
        " Zoek de inwoner op voordat u iets besluit.", waarheen=frozenset({ONBEKEND}),
    ),
    Verhuisregel(
        Wet.WMO, Gevolg.EINDIGT, "Wmo 2015 art. 1.2.1",
        "Hulp van de Wmo is voor ingezetenen van Nederland. Wie vertrekt, heeft er geen recht meer op."
        " Neem daarover een besluit (art. 2.3.10) en stop niets zonder dat besluit.", waarheen=frozenset({BUITENLAND}),
    ),
    Verhuisregel(
        Wet.WMO, Gevolg.BLIJFT, "Wmo 2015 art. 1.2.1 onder b, 2.3.5 lid 1 onder b",
        "Beschermd wonen is er voor elke ingezetene van Nederland: de verhuizing zegt niets over het recht."
        " Ga door met de zaak.", soort="beschermd_wonen",
    ),
    Verhuisregel(
        Wet.WMO, Gevolg.BLIJFT, "Wmo 2015 art. 1.2.1 onder c, 2.3.5 lid 1 onder b",
        "Opvang is er voor elke ingezetene van Nederland: de verhuizing zegt niets over het recht."
        " Ga door met de zaak.", soort="opvang",
    ),
    Verhuisregel(
        Wet.WMO, Gevolg.EINDIGT, "Wmo 2015 art. 1.2.1 onder a, 2.3.5 lid 1 onder a",
        "Hulp om thuis te wonen krijgt de inwoner van zijn nieuwe gemeente. Spreek met de inwoner af wanneer die het"
        " overneemt, en neem een besluit (art. 2.3.10) voordat de hulp stopt.",
    ),
    Verhuisregel(
        Wet.JEUGDWET, Gevolg.UITZOEKEN, "Jeugdwet art. 1.1 (woonplaats)",
        "Is het woonadres onbekend of in het buitenland, dan telt waar de jeugdige werkelijk is op het moment van de"
        " hulpvraag. Zoek uit waar dat is.", waarheen=frozenset({BUITENLAND, ONBEKEND}),
    ),
    Verhuisregel(
        Wet.JEUGDWET, Gevolg.BLIJFT, "Jeugdwet art. 1.1 (woonplaats)",
        "De jeugdige krijgt hulp met verblijf. De gemeente waar hij vlak daarvoor woonde blijft verantwoordelijk,"
        " en dat zijn wij.", verblijf=True, vanaf=date(2022, 1, 1),
    ),
    Verhuisregel(
        Wet.JEUGDWET, Gevolg.EINDIGT, "Jeugdwet art. 1.1 (woonplaats)",
        "De gemeente van het nieuwe woonadres is nu verantwoordelijk. Draag de zaak over, zodat de hulp niet stilvalt.",
        verblijf=False, vanaf=date(2022, 1, 1),
    ),
    Verhuisregel(
        Wet.JEUGDWET, Gevolg.UITZOEKEN, "Jeugdwet art. 1.1 (woonplaats)",
        f"Het woonplaatsbeginsel wijst de gemeente aan. {VERBLIJF} Draag pas over als dat vaststaat.",
        vanaf=date(2022, 1, 1),
    ),
    Verhuisregel(
        Wet.PARTICIPATIEWET, Gevolg.EINDIGT, "Participatiewet art. 40",
        "De hulp komt van de gemeente waar de inwoner woont. Spreek af per welke dag de nieuwe gemeente het overneemt.",
    ),
    Verhuisregel(
        Wet.SCHULDHULP, Gevolg.UITZOEKEN, "Wet gemeentelijke schuldhulpverlening",
        "De nieuwe gemeente helpt haar eigen inwoners. Zoek uit of een traject dat al loopt bij ons wordt afgemaakt.",
    ),
    Verhuisregel(
        Wet.GPK, Gevolg.UITZOEKEN, "Regeling gehandicaptenparkeerkaart",
        "Over een aanvraag beslist de gemeente waar de inwoner staat ingeschreven. Kijk of er nog een aanvraag loopt.",
    ),
    Verhuisregel(
        Wet.LEERLINGENVERVOER, Gevolg.UITZOEKEN, "Wet op het primair onderwijs art. 4",
        "Het vervoer regelt de gemeente waar de leerling verblijft. Zoek uit waar hij doordeweeks woont.",
    ),
)  # fmt: skip


def verhuisregel(
    wet: str, soort: str, *, waarheen: str, vandaag: date, verblijf: bool | None = None
) -> Verhuisregel:
    """What the law says about a zaak of who moved out of the municipality; LookupError: this law was forgotten."""
    for regel in VERHUISREGELS:
        if regel.wet != wet or vandaag < regel.vanaf:
            continue
        gevraagd = ((regel.soort, soort), (regel.verblijf, verblijf))
        if waarheen in regel.waarheen and all(wil is None or wil == is_ for wil, is_ in gevraagd):
            return regel
    raise LookupError(f"Geen regel over verhuizen voor {wet}")
