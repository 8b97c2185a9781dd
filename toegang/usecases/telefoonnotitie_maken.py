"""A telephone call about a zaak, written down on that zaak: closed at once, and content of it."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, Contactmoment, Kanaal, Richting, Route
from toegang.permissions import check_mag_notitie_maken
from toegang.rechten import Recht
from toegang.statussen import ContactStatus
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def telefoonnotitie_maken(
    *,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    richting: str,
    tekst: str,
    met_wie: str = "",
    gebeld_op: datetime.date | None = None,
) -> Contactmoment:
    """`met_wie` empty: with the inwoner. The timeline says that there was a call, not what was said."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_notitie_maken(door, zaak)
    gebeld_op = gebeld_op or vandaag
    if gebeld_op > vandaag:
        raise ValidationError({"gebeld_op": f"De datum moet op of voor {opmaak.datum(vandaag)} liggen"})
    contact = Contactmoment(
        notitie=True, kanaal=Kanaal.TELEFOON, richting=Richting(richting), vraag=tekst, namens_naam=met_wie,
        inwoner=zaak.dossier.inwoner, zaak=zaak, ontvangen_op=gebeld_op, geregistreerd_op=vandaag, geregistreerd_om=nu,
        geregistreerd_door=door, status=ContactStatus.AFGEHANDELD, afgehandeld_op=vandaag, route=Route.BEANTWOORD,
        uitkomst="Telefoonnotitie",
    ).bewaren(door=door, reden="telefoonnotitie gemaakt")  # fmt: skip
    gebeurtenissen.telefoonnotitie_gemaakt(contact, door=door)
    return contact
