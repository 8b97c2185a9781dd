"""The decision and the power to sign it."""

from beschikkingen.models.besluit import (
    Aanleiding,
    Besluit,
    Besluitreden,
    Besluitregel,
    Mandaat,
    Toetsopmerking,
    Uitkomst,
)

__all__ = ["Aanleiding", "Besluit", "Besluitreden", "Besluitregel", "Mandaat", "Toetsopmerking", "Uitkomst"]
