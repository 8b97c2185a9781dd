"""What is available and what was granted."""

from voorzieningen.models.aanbod import (
    Aanbieder,
    Contract,
    Eenheid,
    Frequentie,
    Product,
    Tarief,
)
from voorzieningen.models.budgetplan import Beheerder, Budgetplan, Budgetplanregel, Weigergrond
from voorzieningen.models.herinnering import (
    Herinnering,
    Herinneringsschema,
    Ochtendbericht,
    Sportnaam,
)
from voorzieningen.models.indicatie import Afloopreden, Grondslag, Indicatie, Vorm
from voorzieningen.models.kaart import AlgemeneVoorziening, Kosten
from voorzieningen.models.levering import Levering, Onderbreking, Stopreden
from voorzieningen.models.opdracht import Grondslagdocument, Toewijzingsverzoek, Verwijzer
from voorzieningen.models.verwijzing import Uitkomst, Verwijzing, Wijze

__all__ = [
    "Aanbieder",
    "Afloopreden",
    "AlgemeneVoorziening",
    "Beheerder",
    "Budgetplan",
    "Budgetplanregel",
    "Contract",
    "Eenheid",
    "Frequentie",
    "Grondslag",
    "Grondslagdocument",
    "Herinnering",
    "Herinneringsschema",
    "Indicatie",
    "Kosten",
    "Levering",
    "Ochtendbericht",
    "Onderbreking",
    "Product",
    "Sportnaam",
    "Stopreden",
    "Tarief",
    "Uitkomst",
    "Verwijzing",
    "Toewijzingsverzoek",
    "Verwijzer",
    "Vorm",
    "Weigergrond",
    "Wijze",
]
