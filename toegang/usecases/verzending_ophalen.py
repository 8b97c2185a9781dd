"""How every act on a batch begins: fetch, lock, check."""

from toegang.models import Actor, Verzending
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang, VerzendingStatus

# What a colleague did meanwhile, as a sentence for who comes second.
AL: dict[str, str] = {
    VerzendingStatus.CONTROLE: "Deze verzending is nog niet begonnen.",
    VerzendingStatus.LOOPT: "Deze verzending loopt al.",
    VerzendingStatus.GESTOPT: "Deze verzending is gestopt.",
    VerzendingStatus.AANGEBODEN: "Deze verzending is al aan de post gegeven.",
    VerzendingStatus.VERVALLEN: "Deze verzending is opgeheven.",
}


def verzending_vergrendelen(verzending_id, *, door: Actor) -> Verzending:
    """Lock order: batch, its rows, zaak, letter."""
    check_rol(door, Rol.ADMINISTRATIE)
    rijen = Verzending.objects.voor(door).select_for_update(of=("self",), no_key=True)
    return rijen.get(pk=verzending_id)


def check_status(verzending: Verzending, *mag: VerzendingStatus) -> None:
    if verzending.status not in mag:
        raise OngeldigeOvergang(AL[verzending.status])
