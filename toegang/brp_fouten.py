"""What may go wrong between us and the BRP; each carries a sentence for the screen and nothing personal."""

from collections.abc import Mapping


class BrpFout(Exception):
    """The BRP gave no answer that we can use."""

    zin = "De BRP antwoordt niet. Vul de gegevens met de hand in; wij vragen het later opnieuw."

    def __init__(self, wat: str = ""):
        super().__init__(self.zin)
        self.wat = wat  # for the log: "503", "tijd voorbij"


class BrpUit(BrpFout):
    """No address is set: the municipality does not use this connection."""

    zin = "De koppeling met de BRP staat uit. Vul de gegevens met de hand in."


class BrpAntwoordtNiet(BrpFout):
    """No connection, no time left, 429, 5xx, a cut line."""


class BrpOnleesbaar(BrpFout):
    """An answer that is no answer: garbage, another shape, too much."""

    zin = (
        "De BRP gaf een antwoord dat wij niet kunnen lezen. Vul de gegevens met de hand in; wij vragen het"
        " later opnieuw."
    )


class BrpWeigert(BrpFout):
    """401, 403, 404, 406, 415: our key, authorisation or settings are wrong, and asking again does not help."""

    zin = "De BRP weigert onze vraag. Vul de gegevens met de hand in en meld dit bij de beheerder."


# The name of a parameter -> what to do; the BRP's own texts are not shown.
ZINNEN: Mapping[str, str] = {
    "geslachtsnaam": "De BRP kan met deze achternaam niet zoeken. Gebruik letters, zonder cijfers of leestekens.",
    "voornamen": "De BRP kan met deze voornamen niet zoeken. Laat ze weg.",
    "voorvoegsel": "De BRP kent dit voorvoegsel niet. Laat het weg.",
    "geboortedatum": "Vul de hele geboortedatum in. Met een deel van de datum zoekt de BRP niet.",
    "postcode": "De BRP kent deze postcode niet. Controleer de cijfers en letters.",
    "huisnummer": "De BRP kent dit huisnummer niet. Controleer het nummer.",
    "burgerservicenummer": "De BRP kan met dit BSN niet zoeken. Controleer de cijfers.",
}


class BrpVraagFout(BrpFout):
    """400: what was asked is not right. `velden`: parameter -> sentence."""

    zin = "De BRP kan deze vraag niet beantwoorden. Controleer wat u invulde."

    def __init__(self, wat: str, namen: tuple[str, ...] = ()):
        super().__init__(wat)
        self.velden = {naam: ZINNEN[naam] for naam in namen if naam in ZINNEN}


class BrpTeVeel(BrpVraagFout):
    """400 tooManyResults: the BRP tells nobody's name above its own limit."""

    zin = "De BRP vindt te veel mensen. Vul ook voornamen of een adres in."
