"""What is available and what was granted."""

from voorzieningen.models.aanbod import (
    Aanbieder,
    AlgemeneVoorziening,
    Contract,
    Eenheid,
    Frequentie,
    Product,
    Tarief,
)
from voorzieningen.models.indicatie import Grondslag, Indicatie, Vorm

__all__ = [
    "Aanbieder",
    "AlgemeneVoorziening",
    "Contract",
    "Eenheid",
    "Frequentie",
    "Grondslag",
    "Indicatie",
    "Product",
    "Tarief",
    "Vorm",
]
