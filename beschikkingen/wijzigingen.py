"""What changed in a besluit since it was sent back, for the second check: old and new text side by side. Reads only."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from beschikkingen.models import Besluit
from toegang.verschillen import gemarkeerd
from wijkteams.regels import TREDEN

VELDEN = {
    "uitkomst": "Wat besluiten wij?",
    "wat_kunt_u_niet": "Wat kan de inwoner niet?",
    "blijft_over": "Wat blijft over?",
    "motivering": "Waarom besluiten wij dit?",
    "wat_gebeurt_nu": "Wat gebeurt er nu?",
    "wat_kan_wel": "Wat kan wel?",
    "zienswijze": "Zienswijze",
    "grond": "Grond",
    "werking_op": "Vanaf welke dag",
    "bedrag": "Bedrag",
    "opzet": "Opzet",
    "regels": "Artikelen",
}


@dataclass(frozen=True)
class Gewijzigd:
    """One part: what stood there when it was sent back, and what stands there now, with the differences marked."""

    label: str
    was: SafeString
    nu: SafeString


def sinds_terugsturen(besluit: Besluit) -> list[Gewijzigd]:
    """Empty when it was never sent back."""
    terug = (
        besluit.history.filter(history_change_reason__startswith="teruggestuurd")
        .order_by("-history_id")
        .first()
    )
    if terug is None:
        return []
    paren = [(label, getattr(terug, naam), getattr(besluit, naam)) for naam, label in VELDEN.items()]
    for reden in sorted(besluit.redenen.all(), key=lambda r: (r.trede, r.pk)):
        eerder = reden.history.filter(history_date__lte=terug.history_date).order_by("-history_id").first()
        label = f"Trede {reden.trede}, {TREDEN[reden.trede]}"
        paren.append((label, eerder.tekst if eerder else "", reden.tekst))
    return [_naast(label, was, nu) for label, was, nu in paren if (was or "") != (nu or "")]


def _naast(label: str, was, nu) -> Gewijzigd:
    oud, nieuw = (str(x) if x is not None else "" for x in (was, nu))
    return Gewijzigd(label, gemarkeerd(oud, nieuw, "del"), gemarkeerd(nieuw, oud, "ins"))
