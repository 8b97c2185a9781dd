"""One need that the afweging is about."""

from django.db import transaction
from django.utils import timezone

from toegang.models import Actor, Leefgebied
from toegang.moment import nu
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Hulpvraag
from wijkteams.permissions import check_in_behandeling
from wijkteams.usecases.onderzoek_beginnen import onderzoek_beginnen


@transaction.atomic
def hulpvraag_toevoegen(
    *, zaak_id, door: Actor, leefgebied: str, omschrijving: str, gewenst_resultaat: str = ""
) -> Hulpvraag:
    """A need in one sentence, and the result that is wished for."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    onderzoek = onderzoek_beginnen(zaak, door=door, vandaag=timezone.localdate(nu()))
    hulpvraag = Hulpvraag(
        onderzoek=onderzoek, nummer=onderzoek.hulpvragen.count() + 1, leefgebied=Leefgebied(leefgebied),
        omschrijving=omschrijving, gewenst_resultaat=gewenst_resultaat,
    ).bewaren(door=door, reden="hulpvraag toegevoegd")  # fmt: skip
    gebeurtenissen.hulpvraag_toegevoegd(zaak, door=door)
    return hulpvraag
