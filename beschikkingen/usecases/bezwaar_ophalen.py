"""How every act on a bezwaar begins: the zaak first, then the bezwaar; by the jurist who has it."""

from django.core.exceptions import PermissionDenied

from beschikkingen.models import Bezwaar
from beschikkingen.statussen import BezwaarStatus
from toegang.models import Actor, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen


def bezwaar_vergrendelen(bezwaar_id, *, door: Actor, recht: Recht = Recht.PROCES_INZIEN) -> Bezwaar:
    """For who sees the zaak: invisible raises DoesNotExist (404)."""
    zaak_id = (
        Bezwaar.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=bezwaar_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=recht)
    return _vergrendeld(bezwaar_id, zaak)


def van_de_jurist(bezwaar_id, *, door: Actor) -> Bezwaar:
    """For the jurist who has it, while it is open."""
    bezwaar = bezwaar_vergrendelen(bezwaar_id, door=door)
    check_behandelt(door, bezwaar)
    check_open(bezwaar)
    return bezwaar


def check_behandelt(door: Actor, bezwaar: Bezwaar) -> None:
    check_rol(door, Rol.JURIST)
    if bezwaar.behandelaar != door:
        raise PermissionDenied("Pak dit bezwaar eerst op. Alleen de jurist die het heeft, kan dit doen.")


def check_open(bezwaar: Bezwaar) -> None:
    if bezwaar.status not in (BezwaarStatus.ONTVANGEN, BezwaarStatus.IN_BEHANDELING):
        raise OngeldigeOvergang("Dit bezwaar is afgehandeld.")


def uit_de_rij(bezwaar_id, *, door: Actor) -> Bezwaar:
    """For a jurist who does not see the zaak yet: what waits in the queue."""
    check_rol(door, Rol.JURIST)
    zaak_id = Bezwaar.objects.voor_rol(door).values_list("zaak_id", flat=True).get(pk=bezwaar_id)
    zaak = (
        Zaak.objects.met_rechten(door)
        .select_related("dossier__inwoner", "wijkteam", "regisseur")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=zaak_id)
    )
    return _vergrendeld(bezwaar_id, zaak)


def _vergrendeld(bezwaar_id, zaak: Zaak) -> Bezwaar:
    bezwaar = (
        Bezwaar.objects.select_related("besluit__aanvraag", "behandelaar")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=bezwaar_id)
    )
    bezwaar.zaak = zaak
    return bezwaar
