"""Text blocks on a form: which can be chosen where, and how one is added behind what stands there."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from toegang.vaste_vraag import vaste_vraag
from wijkteams.models import Tekstblok

Veld = Tekstblok.Veld
PER_LEEFGEBIED = (Veld.WAT_LUKT, Veld.WAT_LUKT_NIET, Veld.WIE_HELPT)


@vaste_vraag
def te_kiezen(wet) -> QuerySet[Tekstblok]:
    """What the beheerder offers for this law; sixty is more than anybody chooses from."""
    return Tekstblok.objects.te_kiezen(wet)[:60]


def keuzes(blokken: Iterable[Tekstblok], velden: Sequence[str], *, trede: int | None = None) -> list[tuple]:
    """(label of the field, its blocks) for these fields; of a rung, and those of every rung."""
    uit = []
    for veld in velden:
        van_dit = [b for b in blokken if b.veld == veld and (b.trede is None or b.trede == trede)]
        if van_dit:
            uit.append((Veld(veld).label.removeprefix("Trede: ").capitalize(), van_dit))
    return uit


def achter(staat: str, tekst: str) -> str:
    """What stands there stays; the text comes behind it, on a line of its own."""
    return f"{staat.rstrip()}\n{tekst}" if staat.strip() else tekst


def toegevoegd(post, blokken: Iterable[Tekstblok], plek: str):
    """The POST with the chosen text behind what stands in its field; unchanged when nothing was chosen.

    `plek` is what the field's name begins with (`huishouden_`), or ''. Gives (data, the block or None).
    """
    gekozen = next((b for b in blokken if b.kort == post.get(f"tekstblok_{plek.rstrip('_')}")), None)
    if gekozen is None:
        return post, None
    data = post.copy()
    naam = f"{plek}{gekozen.veld}"
    data[naam] = achter(data.get(naam, ""), gekozen.tekst)
    return data, gekozen
