"""How each act on a verslag begins."""

from toegang.models import Actor, Zaak
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams.models import Onderzoek, Verslag
from wijkteams.permissions import check_in_behandeling


def verslag_vergrendelen(
    verslag_id, *, door: Actor, recht: Recht = Recht.INHOUD_BEWERKEN
) -> tuple[Zaak, Onderzoek, Verslag]:
    """Fetched by what the Actor may see; zaak, onderzoek and verslag locked in that order."""
    zaak_id = Verslag.objects.voor(door, Recht.PROCES_INZIEN).values_list("onderzoek__zaak_id", flat=True)
    zaak = zaak_vergrendelen(zaak_id.get(pk=verslag_id), door=door, recht=recht)
    check_in_behandeling(zaak)
    onderzoek = Onderzoek.objects.select_for_update(of=("self",), no_key=True).get(zaak=zaak)
    verslag = Verslag.objects.vergrendelen(verslag_id)
    onderzoek.zaak, verslag.onderzoek = zaak, onderzoek
    return zaak, onderzoek, verslag
