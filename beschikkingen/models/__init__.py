"""The decision, the power to sign it, and what the inwoner does against it."""

from beschikkingen.models.besluit import Besluit, Besluitreden, Besluitregel, Toetsopmerking
from beschikkingen.models.bezwaar import Beroep, Bezwaar, Ingebrekestelling
from beschikkingen.models.mandaat import Mandaat, Mandaatsoort
from beschikkingen.models.sjabloon import Sjabloon
from beschikkingen.models.zienswijze import Zienswijze
from beschikkingen.soorten import Aanleiding, Gevolg, Uitkomst

__all__ = [
    "Aanleiding",
    "Beroep",
    "Besluit",
    "Besluitreden",
    "Besluitregel",
    "Bezwaar",
    "Gevolg",
    "Ingebrekestelling",
    "Mandaat",
    "Mandaatsoort",
    "Sjabloon",
    "Toetsopmerking",
    "Uitkomst",
    "Zienswijze",
]
