"""What the inwoner does with the right to hand in a plan (Wmo 2015 art. 2.3.2 lid 2)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, PersoonlijkPlan, TermijnSoort, Zaak
from toegang.rechten import Recht
from toegang.regels import TERUGBELLEN_WERKDAGEN, werkdagen_later
from toegang.statussen import OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def persoonlijk_plan_vastleggen(
    *, zaak_id, door: Actor, vandaag: datetime.date, keuze: str, ontvangen_op: datetime.date | None = None
) -> Zaak:
    """Received, or waived: either way the onderzoek may begin before the seven days are over.

    `ontvangen_op`: the day it came in, else today. A plan after the seven days is taken too: lid 5 uses what was handed
    over. Who is on the zaak gets a task, for the onderzoek may have begun without it.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if keuze not in (PersoonlijkPlan.ONTVANGEN, PersoonlijkPlan.ZIET_AF):
        raise ValidationError({"keuze": "Kies of de inwoner een plan geeft"})
    if not zaak.is_open:
        raise OngeldigeOvergang("Deze zaak is afgesloten.")
    if zaak.persoonlijk_plan == keuze:
        return zaak
    op = ontvangen_op or vandaag
    check_tussen("ontvangen_op", op, zaak.gemeld_op, vandaag)
    klok_ = zaak.termijnen.filter(soort=TermijnSoort.PERSOONLIJK_PLAN).order_by("-begint_op").first()
    laat = keuze == PersoonlijkPlan.ONTVANGEN and klok_ is not None and op > klok_.uiterste_datum
    zaak.persoonlijk_plan, zaak.persoonlijk_plan_op = keuze, op
    met = "Plan ontvangen" if keuze == PersoonlijkPlan.ONTVANGEN else "Inwoner ziet ervan af"
    klok.halen(zaak, TermijnSoort.PERSOONLIJK_PLAN, op, door=door, met=met)
    gebeurtenissen.persoonlijk_plan_bekend(zaak, laat=laat, door=door)
    if laat and zaak.regisseur_id:
        taken.klaarzetten(
            "plan_te_laat", "Er kwam een persoonlijk plan na de zeven dagen. Gebruik het nog in het onderzoek.",
            door=door, uiterlijk=werkdagen_later(vandaag, TERUGBELLEN_WERKDAGEN), adres="toegang:vraagverheldering",
            adres_pk=zaak.pk, zaak=zaak, medewerker=zaak.regisseur,
        )  # fmt: skip
    return zaak.bewaren(door=door, reden="persoonlijk plan bekend")
