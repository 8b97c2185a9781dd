"""How an act on a person begins: fetch whom the Actor may see, lock the row, check the right."""

from toegang.models import Actor, Inwoner
from toegang.personen import Persoonsrecht, inwoners_voor, persoonsrecht


def inwoner_vergrendelen(inwoner_id, *, door: Actor) -> tuple[Inwoner, Persoonsrecht]:
    """Invisible raises DoesNotExist (404); visible but not allowed raises with a sentence (403)."""
    inwoner = inwoners_voor(door).select_for_update(of=("self",), no_key=True).get(pk=inwoner_id)
    recht = persoonsrecht(door, inwoner)
    recht.check_wijzigen()
    return inwoner, recht
