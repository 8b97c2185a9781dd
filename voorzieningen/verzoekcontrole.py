"""What is looked at before a provider's request is answered (iWmo/iJw 315): woonplaats, age, contract. Pure."""

import datetime
from dataclasses import dataclass

from toegang.onvolledige_datum import OnvolledigeDatum
from toegang.opmaak import datum
from toegang.rechten import Wet

VOLWASSEN = 18


@dataclass(frozen=True)
class Controle:
    """One line of the list: is it in order, and the sentence."""

    goed: bool
    zin: str


def woonplaats(postcode: str, in_gemeente: bool) -> Controle:
    """Whose inwoner it is (Wmo 1.2.1; Jeugdwet 1.1, woonplaats)."""
    if not postcode:
        return Controle(False, "Woonplaats: er is geen adres bekend. Zoek uit welke gemeente betaalt.")
    if not in_gemeente:
        return Controle(
            False, "Woonplaats: het adres ligt buiten de gemeente. Zoek uit welke gemeente betaalt."
        )
    return Controle(True, "Woonplaats: het adres ligt in de gemeente.")


def leeftijd(wet: str, geboren: str, op: datetime.date) -> Controle:
    """Jeugdwet until 18; a child in the Wmo is no mistake, but somebody has to look."""
    try:
        minstens = OnvolledigeDatum.lees(geboren).minstens(VOLWASSEN, op)
    except ValueError:
        minstens = None
    if minstens is None:
        return Controle(False, "Leeftijd: de geboortedatum is niet helemaal bekend. Vraag haar na.")
    if wet == Wet.JEUGDWET and minstens:
        zin = f"Leeftijd: op {datum(op)} is de jongere 18 jaar of ouder. De Jeugdwet geldt dan meestal niet meer."
        return Controle(False, zin)
    if wet == Wet.WMO and not minstens:
        zin = f"Leeftijd: op {datum(op)} is de inwoner jonger dan 18 jaar. Kijk of de Jeugdwet geldt."
        return Controle(False, zin)
    ouder = "18 jaar of ouder" if minstens else "jonger dan 18 jaar"
    return Controle(True, f"Leeftijd: op {datum(op)} is de inwoner {ouder}.")


def contract(naam: str, product: str, heeft_contract: bool, op: datetime.date) -> Controle:
    """Only a provider with a contract on the first day is given an order."""
    if heeft_contract:
        return Controle(True, f"Contract: {naam} heeft op {datum(op)} een contract voor {product.lower()}.")
    return Controle(False, f"Contract: {naam} heeft op {datum(op)} geen contract voor {product.lower()}.")


def toegekend(aantal: int) -> Controle:
    """A request by itself gives no right: there has to be a besluit, a referral or an order."""
    if aantal:
        return Controle(True, "Toegekend: er is hulp waarop een toewijzing kan berusten.")
    zin = "Toegekend: er is geen besluit, verwijzing of bepaling voor deze hulp bij deze aanbieder."
    return Controle(False, zin)
