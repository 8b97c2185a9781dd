"""The steps of the onderzoek of a young person, and who consented."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Verouderd
from toegang.rechten import Recht, Wet
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.jeugdregels import waarom_jeugd_niet
from wijkteams.models import Jeugdonderzoek
from wijkteams.permissions import check_in_behandeling
from wijkteams.regels import toestemming_van
from wijkteams.usecases.onderzoek_beginnen import onderzoek_beginnen

VELDEN = (
    "problemen", "nodige_hulp", "omvang", "eigen_mogelijkheden", "wat_blijft_over", "jeugdige_akkoord",
    "jeugdige_akkoord_op", "ouders_akkoord", "ouders_akkoord_op", "ouders_namen", "afwijking", "afwijking_reden",
    "familiegroepsplan_aangeboden_op", "familiegroepsplan", "vertrouwenspersoon_verteld_op", "deskundige_naam",
    "deskundige_register", "deskundige_nummer", "deskundigheid", "vastgesteld_op",
)  # fmt: skip
GEWEEST = (
    "jeugdige_akkoord_op", "ouders_akkoord_op", "familiegroepsplan_aangeboden_op", "vertrouwenspersoon_verteld_op",
    "vastgesteld_op",
)  # fmt: skip


@transaction.atomic
def jeugd_vastleggen(
    *, zaak_id, door: Actor, vandaag: datetime.date, versie: int | None = None, **velden: Any
) -> Jeugdonderzoek:
    """As far as the talk came (CRVB:2017:1477; Jeugdwet 7.3.4, 7.3.5, 7.3.15). `versie=0`: nothing stood there."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if zaak.wet != Wet.JEUGDWET:
        raise ValidationError("Deze stappen horen bij de Jeugdwet. Deze vraag valt onder een andere wet.")
    check_in_behandeling(zaak)
    onderzoek = onderzoek_beginnen(zaak, door=door, vandaag=vandaag)
    onderzoek.zaak = zaak
    rij = (
        Jeugdonderzoek.objects.filter(onderzoek=onderzoek)
        .select_for_update(of=("self",), no_key=True)
        .first()
    )
    if rij is not None:
        rij.check_versie(versie)
    elif versie:
        raise Verouderd(Jeugdonderzoek(onderzoek=onderzoek))
    rij = rij or Jeugdonderzoek(onderzoek=onderzoek)
    for veld in VELDEN:
        setattr(rij, veld, velden.get(veld, getattr(rij, veld)))
    fouten = {
        veld: "Deze dag moet nog komen" for veld in GEWEEST if (op := getattr(rij, veld)) and op > vandaag
    }
    fouten |= waarom_jeugd_niet({v: getattr(rij, v) for v in VELDEN}, toestemming_van(onderzoek, rij))
    if fouten:
        raise ValidationError(fouten)
    rij.bewaren(door=door, reden="jeugdonderzoek vastgelegd")
    gebeurtenissen.jeugd_vastgelegd(zaak, door=door)
    return rij
