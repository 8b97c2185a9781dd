"""How an act on a clock begins: the zaak is locked first, then the clock."""

from toegang.models import Actor, Opschorting, Termijn, TermijnSoort, Zaak
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.usecases.ophalen import zaak_vergrendelen

VOORBIJ = "Deze termijn loopt niet meer."


def recht_voor_termijn(door: Actor, soort: str) -> Recht:
    """The clock of a bezwaar is kept by the jurist, who reads the zaak while the bezwaar lasts (Awb art. 7:10)."""
    if soort == TermijnSoort.BESLUIT_OP_BEZWAAR and door.rechten.heeft_rol(Rol.JURIST):
        return Recht.INHOUD_INZIEN
    return recht_voor_aanvraag(door)


def termijn_vergrendelen(termijn_id, *, door: Actor) -> tuple[Zaak, Termijn]:
    """The administratie guards the terms of every zaak; a colleague of the team those of the team."""
    zaak_id, soort = (
        Termijn.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", "soort").get(pk=termijn_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht_voor_termijn(door, soort))
    termijn = Termijn.objects.vergrendelen(termijn_id)
    termijn.zaak = zaak
    return zaak, termijn


def opschorting_vergrendelen(opschorting_id, *, door: Actor) -> tuple[Zaak, Termijn, Opschorting]:
    """The same, by one of its suspensions."""
    termijn_id = Opschorting.objects.values_list("termijn_id", flat=True).get(pk=opschorting_id)
    zaak, termijn = termijn_vergrendelen(termijn_id, door=door)
    opschorting = Opschorting.objects.vergrendelen(opschorting_id)
    opschorting.termijn = termijn
    return zaak, termijn, opschorting


def check_loopt(termijn: Termijn) -> None:
    if termijn.gehaald_op or termijn.vervallen_op:
        raise OngeldigeOvergang(VOORBIJ)
