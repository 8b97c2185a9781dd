"""The question behind the question, only what is needed (Wmo 2015 art. 5.1.1: no more than that)."""

from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, Vraagverheldering, Zaak
from toegang.rechten import Recht
from toegang.statussen import ZAAK_OVERGANGEN, OngeldigeOvergang, ZaakStatus, check_overgang
from toegang.usecases.ophalen import zaak_vergrendelen

KLAAR = "De vraagverheldering is klaar. Het wijkteam gaat ermee verder."


@transaction.atomic
def vraagverheldering_vastleggen(
    *, zaak_id, door: Actor, versie: int | None = None, **velden
) -> Vraagverheldering:
    """Save what was asked and heard; `velden` are fields of the model. `versie` 0: the form was opened when empty.

    `veiligheid` is for the regisseur (L3): who may not read it adds to what stands there.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if zaak.status not in (ZaakStatus.NIEUW, ZaakStatus.VRAAGVERHELDERING):
        raise OngeldigeOvergang(KLAAR)
    vast = Vraagverheldering.objects.filter(zaak=zaak).first() or Vraagverheldering(zaak=zaak)
    if not vast._state.adding:
        vast.check_versie(versie)
    if "veiligheid" in velden and not zaak.mag(Recht.GEVOELIG_INZIEN):
        velden["veiligheid"] = "\n".join(deel for deel in (vast.veiligheid, velden["veiligheid"]) if deel)
    for veld, waarde in velden.items():
        setattr(vast, veld, waarde)
    vast.bewaren(door=door, reden="vraag verhelderd")
    _begonnen(zaak, door=door)
    return vast


def _begonnen(zaak: Zaak, *, door: Actor) -> None:
    """The first time moves the zaak; later times only change the text."""
    if zaak.status == ZaakStatus.VRAAGVERHELDERING:
        return
    check_overgang(ZAAK_OVERGANGEN, zaak.status, ZaakStatus.VRAAGVERHELDERING)
    zaak.status = ZaakStatus.VRAAGVERHELDERING
    gebeurtenissen.vraagverheldering_vastgelegd(zaak, door=door)
    zaak.bewaren(door=door, reden="vraag verhelderd")
