"""What is available and what was granted."""

from voorzieningen.models.aanbod import (
    Aanbieder,
    Contract,
    Eenheid,
    Frequentie,
    Product,
    Tarief,
)
from voorzieningen.models.herinnering import (
    Herinnering,
    Herinneringsschema,
    Ochtendbericht,
    Sportnaam,
)
from voorzieningen.models.indicatie import Afloopreden, Grondslag, Indicatie, Vorm
from voorzieningen.models.kaart import AlgemeneVoorziening

__all__ = [
    "Aanbieder",
    "Afloopreden",
    "AlgemeneVoorziening",
    "Contract",
    "Eenheid",
    "Frequentie",
    "Grondslag",
    "Herinnering",
    "Herinneringsschema",
    "Indicatie",
    "Ochtendbericht",
    "Product",
    "Sportnaam",
    "Tarief",
    "Vorm",
]
