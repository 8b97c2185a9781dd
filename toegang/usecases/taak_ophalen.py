"""How a use-case about a task begins: fetch what the Actor may see, and lock it."""

from collections.abc import Callable

from toegang.models import Actor, Taak
from toegang.models.basis import zonder_oud


def taak_vergrendelen(taak_id, *, door: Actor, namen: dict, ook_klaar: bool = False) -> Taak:
    """Invisible or done raises DoesNotExist (`ook_klaar`: not when done). `namen` keeps who it is about."""
    taken = Taak.objects.all() if ook_klaar else Taak.objects.open()
    taak = (
        taken.filter(pk__in=Taak.objects.voor_werk(door).filter(pk=taak_id).values("pk"))
        .select_related("zaak__dossier__inwoner", "medewerker")
        .select_for_update(of=("self",), no_key=True)
        .get()
    )
    zonder_oud(taak)
    namen[taak_id] = taak.zaak.dossier.inwoner.naam.weergave() if taak.zaak else f"'{taak.titel}'"
    return taak


def taaknaam(namen: dict) -> Callable[..., str]:
    return lambda pk: namen.get(pk, "Een taak")
