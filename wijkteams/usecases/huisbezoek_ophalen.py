"""How each later act on a home visit begins."""

from toegang.models import Actor
from toegang.rechten import Recht
from toegang.statussen import check_overgang
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams.models import Huisbezoek
from wijkteams.permissions import check_mag_op_huisbezoek
from wijkteams.statussen import HUISBEZOEK_OVERGANGEN, HuisbezoekStatus


def huisbezoek_vergrendelen(huisbezoek_id, *, door: Actor, naar: HuisbezoekStatus) -> Huisbezoek:
    """Fetched by what the Actor may see, zaak and visit locked, right and step checked."""
    zaak_id = (
        Huisbezoek.objects.voor(door, Recht.PROCES_INZIEN)
        .values_list("zaak_id", flat=True)
        .get(pk=huisbezoek_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_mag_op_huisbezoek(door, zaak)
    bezoek = Huisbezoek.objects.vergrendelen(huisbezoek_id)
    bezoek.zaak = zaak
    check_overgang(HUISBEZOEK_OVERGANGEN, bezoek.status, naar)
    return bezoek
