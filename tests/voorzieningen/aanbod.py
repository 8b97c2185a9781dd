"""Products, providers and tariffs for the tests; invented, but shaped like those of the sources."""

import datetime
from decimal import Decimal

import factory

from tests.fabrieken import MetDoor
from toegang.models import Leefgebied
from toegang.rechten import Wet
from voorzieningen.models import (
    Aanbieder,
    AlgemeneVoorziening,
    Contract,
    Eenheid,
    Frequentie,
    Product,
    Tarief,
)

SINDS = datetime.date(2025, 1, 1)


class ProductFabriek(MetDoor):
    class Meta:
        model = Product

    code = factory.Sequence(lambda n: f"01A{n:03d}")
    naam = "Hulp bij het huishouden"
    briefnaam = "hulp in het huishouden"
    wat = "een schone woonkamer, keuken, slaapkamer, badkamer en wc"
    wet = Wet.WMO
    categorie = "01"
    leefgebied = Leefgebied.HUISHOUDEN
    eenheid = Eenheid.MINUUT
    frequentie = Frequentie.WEEK
    bekostiging = "inspanning"
    vanaf_op = SINDS


class AanbiederFabriek(MetDoor):
    class Meta:
        model = Aanbieder

    naam = factory.Sequence(lambda n: f"Zorg aan de Maas {n}")
    agb = factory.Sequence(lambda n: f"{41000000 + n}")


class ContractFabriek(MetDoor):
    class Meta:
        model = Contract

    aanbieder = factory.SubFactory(AanbiederFabriek)
    product = factory.SubFactory(ProductFabriek)
    vanaf_op = SINDS


class TariefFabriek(MetDoor):
    class Meta:
        model = Tarief

    product = factory.SubFactory(ProductFabriek)
    bedrag = Decimal("36.00")
    eenheid = Eenheid.UUR
    vanaf_op = SINDS


class AlgemeneVoorzieningFabriek(MetDoor):
    class Meta:
        model = AlgemeneVoorziening

    naam = factory.Sequence(lambda n: f"Klussendienst {n}")
    omschrijving = "Kleine klussen in huis."
    leefgebieden = factory.LazyFunction(lambda: [Leefgebied.HUISHOUDEN])
    wijken = factory.LazyFunction(lambda: ["Blerick"])
    telefoon = "0773120001"


def huishoudelijke_hulp(**anders):
    """A product with a tariff and a contract: (product, aanbieder)."""
    product = ProductFabriek(**anders)
    TariefFabriek(product=product)
    return product, ContractFabriek(product=product).aanbieder
