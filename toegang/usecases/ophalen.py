"""How every use-case begins: fetch what the Actor may see, lock it, check the right."""

from toegang.models import Zaak
from toegang.models.basis import zonder_oud
from toegang.permissions import check_recht
from toegang.rechten import Recht


def zaak_vergrendelen(zaak_id, *, door, recht: Recht) -> Zaak:
    """One query: invisible raises DoesNotExist (404), visible but not allowed raises with a sentence (403)."""
    zaak = (
        Zaak.objects.voor(door, Recht.PROCES_INZIEN)
        .met_rechten(door)
        .select_related("dossier__inwoner", "wijkteam", "regisseur")
        .select_for_update(of=("self",), no_key=True)
        .get(pk=zaak_id)
    )
    check_recht(zonder_oud(zaak), recht)
    return zaak
