"""What an indicatie costs, how its extent reads, and what stands in the way of it. Pure Python."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from toegang.opmaak import datum
from toegang.regels import maanden_later
from voorzieningen import toewijsregels as t

MINUUT, UUR, ETMAAL, DAGDEEL, STUKS, EURO = "01", "04", "14", "16", "82", "83"  # iWmo 3.2: eenheid
DAG, WEEK, MAAND, TOTAAL = "1", "2", "4", "6"  # iWmo 3.2: frequentie
NATURA, PGB = "natura", "pgb"

KEER_PER_JAAR = {DAG: Decimal(365), WEEK: Decimal(52), MAAND: Decimal(12)}
WOORDEN = {
    MINUUT: ("minuut", "minuten"),
    UUR: ("uur", "uur"),
    ETMAAL: ("etmaal", "etmalen"),
    DAGDEEL: ("dagdeel", "dagdelen"),
    STUKS: ("stuk", "stuks"),
}
HOE_VAAK = {DAG: "per dag", WEEK: "per week", MAAND: "per maand", TOTAAL: "in de hele periode"}
CENT = Decimal("0.01")


class GeenPrijs(ValueError):
    """The tariff is per another unit than the extent, and there is no conversion."""


class Geprijsd(Protocol):
    """An extent with its price: an Indicatie, or a proposal on its way to be one."""

    volume: Decimal | None
    eenheid: str
    frequentie: str
    tarief: Decimal
    tarief_eenheid: str


def naar_eenheid(volume: Decimal, van: str, naar: str) -> Decimal:
    """The same extent in another unit; only minutes and hours convert. Raises GeenPrijs."""
    if van == naar:
        return volume
    if (van, naar) == (MINUUT, UUR):
        return volume / 60
    if (van, naar) == (UUR, MINUUT):
        return volume * 60
    raise GeenPrijs("Het tarief geldt voor een andere eenheid dan de omvang. Kies de eenheid van het tarief.")


def bedrag_per_jaar(indicatie: Geprijsd) -> Decimal:
    """Euros in a full year: 365 days, 52 weeks, 12 months; a total counts whole, for it may fall in one year.

    An order for a task has no price of its own: GeenPrijs.
    """
    if indicatie.volume is None:
        raise GeenPrijs("Taakgerichte hulp heeft geen eigen prijs.")
    if indicatie.eenheid == EURO:
        per_keer = Decimal(indicatie.volume)
    else:
        volume = naar_eenheid(Decimal(indicatie.volume), indicatie.eenheid, indicatie.tarief_eenheid)
        per_keer = volume * indicatie.tarief
    return (per_keer * KEER_PER_JAAR.get(indicatie.frequentie, Decimal(1))).quantize(CENT, ROUND_HALF_UP)


def _getal(waarde: Decimal) -> str:
    """3,5 or 105: a comma, and no zero behind it."""
    return (
        f"{Decimal(waarde):f}".rstrip("0").rstrip(".").replace(".", ",") if waarde % 1 else f"{int(waarde)}"
    )


def omvang_in_woorden(volume: Decimal | None, eenheid: str, frequentie: str) -> str:
    """'105 minuten per week (1 uur en 45 minuten)', '3,5 uur per week', '€ 250 per maand'; a task has no extent."""
    if volume is None:
        return "zoveel als nodig is (taakgericht)"
    volume = Decimal(volume)
    vaak = HOE_VAAK[frequentie]
    if eenheid == EURO:
        return f"€\u00a0{_getal(volume)} {vaak}"
    enkel, meer = WOORDEN[eenheid]
    tekst = f"{_getal(volume)} {enkel if volume == 1 else meer} {vaak}"
    uren, minuten = divmod(int(volume), 60)
    if eenheid != MINUUT or not uren or volume % 1:
        return tekst
    rest = f" en {minuten} {'minuut' if minuten == 1 else 'minuten'}" if minuten else ""
    return f"{tekst} ({uren} uur{rest})"


HERONDERZOEK_NA = 12  # months; a setting of the municipality: how long help runs before somebody looks again
ZONDER_EIGEN_DAG = datetime.timedelta(weeks=26)  # so near the end the reminders before the end do it


def heronderzoek_dag(ingangsdatum: datetime.date, einddatum: datetime.date) -> datetime.date | None:
    """When the college looks again whether help still fits (Wmo 2.3.9, Jeugdwet 8.1.3); None: at the reminders."""
    dag = maanden_later(ingangsdatum, HERONDERZOEK_NA)
    return dag if dag <= einddatum - ZONDER_EIGEN_DAG else None


@dataclass(frozen=True)
class Bestaand:
    """Another indicatie of this person for the same product that is proposed, granted or runs."""

    vorm: str
    ingangsdatum: datetime.date
    einddatum: datetime.date
    geldend: bool  # granted or running; else proposed


@dataclass(frozen=True, kw_only=True)
class Voorstel:
    """What a consulent wants to propose, with the facts that decide whether it can be."""

    vorm: str
    frequentie: str
    ingangsdatum: datetime.date
    einddatum: datetime.date | None
    categorie: str = ""  # of the product (iWmo WMO020, JZ020)
    aanbieder_gekozen: bool = False
    contract_op_begin: bool = False
    tarief_bekend: bool = True
    product_op_begin: bool = True
    ergotherapie_vooraf: bool = False
    advies_van: str = ""
    pgb_beheerder: str = ""
    pgb_motivering: str = ""
    pgb_kwaliteit: str = ""
    bestaand: tuple[Bestaand, ...] = ()


Weigering = tuple[str, str]
"""The field it is about, and the sentence."""


def weigeringen(voorstel: Voorstel) -> list[Weigering]:
    """Everything that stands in the way of this proposal, each with the way out; empty when nothing does."""
    return [*_periode(voorstel), *_vorm(voorstel), *_product(voorstel), *_overlap(voorstel)]


def _periode(v: Voorstel) -> Iterable[Weigering]:
    if zin := t.week_zonder_einde(v.frequentie, v.einddatum):
        yield "einddatum", zin
    elif v.einddatum is None:
        yield "einddatum", "Vul de einddatum in."
    elif v.einddatum < v.ingangsdatum:
        yield "einddatum", f"De einddatum moet op of na {datum(v.ingangsdatum)} liggen."


def _vorm(v: Voorstel) -> Iterable[Weigering]:
    if v.vorm == NATURA:
        if not v.aanbieder_gekozen:
            yield "aanbieder", "Kies een aanbieder. Zorg in natura komt altijd van een aanbieder."
        elif not v.contract_op_begin:
            yield (
                "aanbieder",
                f"Deze aanbieder heeft op {datum(v.ingangsdatum)} geen contract voor dit product. Kies een andere"
                " aanbieder of een andere begindatum.",
            )
        return
    if not v.pgb_beheerder.strip():
        yield (
            "pgb_beheerder",
            "Schrijf op wie het pgb beheert en waarom die persoon dat kan (Wmo 2.3.6 lid 2 a).",
        )
    if not v.pgb_motivering.strip():
        yield (
            "pgb_motivering",
            "Schrijf op waarom de inwoner een pgb wil en geen zorg in natura (Wmo 2.3.6 lid 2 b).",
        )
    if not v.pgb_kwaliteit.strip():
        yield "pgb_kwaliteit", "Schrijf op hoe u weet dat de hulp veilig en goed is (Wmo 2.3.6 lid 2 c)."


def _product(v: Voorstel) -> Iterable[Weigering]:
    if not v.product_op_begin:
        yield "product", f"Dit product bestaat niet op {datum(v.ingangsdatum)}. Kies een ander product."
    elif not v.tarief_bekend:
        yield (
            "product",
            f"Voor {datum(v.ingangsdatum)} is geen tarief bekend. Vraag de contractbeheerder om het tarief.",
        )
    if v.ergotherapie_vooraf and not v.advies_van.strip():
        yield (
            "advies_van",
            "Dit hulpmiddel vraagt eerst een consult van een ergotherapeut. Vul het advies in.",
        )


def _overlap(v: Voorstel) -> Iterable[Weigering]:
    geldend = [b for b in v.bestaand if b.geldend]
    if zin := t.natura_naast_pgb(v.vorm, v.ingangsdatum, v.einddatum, v.bestaand):
        yield "vorm", zin
    elif zin := t.gestapeld(v.categorie, v.ingangsdatum, v.einddatum, geldend):
        yield "ingangsdatum", zin
    elif t.gestapeld(v.categorie, v.ingangsdatum, v.einddatum, v.bestaand):
        yield "product", "Dit product is al voorgesteld voor deze periode. Trek dat voorstel eerst in."
