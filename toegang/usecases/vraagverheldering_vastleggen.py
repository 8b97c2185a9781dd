"""The question behind the question, only what is needed (Wmo 2015 art. 5.1.1: no more than that)."""

from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, Leefgebiedvraag, Vraagverheldering, Zaak
from toegang.rechten import Recht
from toegang.statussen import ZAAK_OVERGANGEN, OngeldigeOvergang, ZaakStatus, check_overgang
from toegang.usecases.ophalen import zaak_vergrendelen

PER_GEBIED = ("wat", "sinds", "geprobeerd", "wie_helpt", "uitkomst")
LEEG = dict.fromkeys(PER_GEBIED, "")
KLAAR = "De vraagverheldering is klaar. Het wijkteam gaat ermee verder."


@transaction.atomic
def vraagverheldering_vastleggen(
    *,
    zaak_id,
    door: Actor,
    versie: int | None = None,
    delen: dict[str, dict[str, str]] | None = None,
    **velden,
) -> Vraagverheldering:
    """Save what was asked and heard; `velden` are fields of the model. `versie` 0: the form was opened when empty.

    `delen`: per chosen leefgebied the answers to its own questions; of one that is not chosen (any more) no text is
    kept, for it turned out not to be needed. None: what stands there stays, for the chosen ones.
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
    _delen(vast, delen, door=door)
    _begonnen(zaak, door=door)
    return vast


def _delen(vast: Vraagverheldering, delen: dict[str, dict[str, str]] | None, *, door: Actor) -> None:
    bestaand = {deel.leefgebied: deel for deel in vast.leefgebiedvragen.order_by("leefgebied")}
    for gebied in sorted({*bestaand, *(delen or {})}):
        gekozen, deel = gebied in vast.leefgebieden, bestaand.get(gebied)
        if gekozen and delen is None:
            continue
        nieuw = LEEG | ((delen or {}).get(gebied, {}) if gekozen else {})
        oud = {naam: getattr(deel, naam) for naam in PER_GEBIED} if deel else LEEG
        if nieuw == oud:
            continue
        deel = deel or Leefgebiedvraag(vraagverheldering=vast, leefgebied=gebied)
        for naam in PER_GEBIED:
            setattr(deel, naam, nieuw[naam])
        deel.bewaren(door=door, reden="vraag verhelderd" if gekozen else "leefgebied niet meer gekozen")


def antwoorden(vast: Vraagverheldering) -> dict[str, str]:
    """`<leefgebied>_<vraag>` -> what was written, in one query."""
    return {
        f"{deel.leefgebied}_{naam}": getattr(deel, naam)
        for deel in vast.leefgebiedvragen.order_by("leefgebied")
        for naam in PER_GEBIED
    }


def _begonnen(zaak: Zaak, *, door: Actor) -> None:
    """The first time moves the zaak; later times only change the text."""
    if zaak.status == ZaakStatus.VRAAGVERHELDERING:
        return
    check_overgang(ZAAK_OVERGANGEN, zaak.status, ZaakStatus.VRAAGVERHELDERING)
    zaak.status = ZaakStatus.VRAAGVERHELDERING
    gebeurtenissen.vraagverheldering_vastgelegd(zaak, door=door)
    zaak.bewaren(door=door, reden="vraag verhelderd")
