"""A party agrees with the plan."""

import datetime

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, DocumentSoort
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from wijkteams.models import Deelnemer
from wijkteams.usecases.plan_ophalen import plandeel_vergrendelen


@transaction.atomic
def akkoord_vastleggen(
    *,
    deelnemer_id,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    akkoord_op: datetime.date,
    wijze: str,
    bestand: UploadedFile | None = None,
    nu: datetime.datetime | None = None,
) -> Deelnemer:
    """When, and on paper (with the signed sheet, when there is a scan), by word or digitally."""
    deelnemer = Deelnemer.objects.select_related("deel").get(pk=deelnemer_id, deel__zaak=zaak_id)
    zaak, _ = plandeel_vergrendelen(deelnemer.deel.plan_id, zaak_id=zaak_id, door=door)
    if akkoord_op > vandaag:
        raise ValidationError({"akkoord_op": f"De datum moet op of voor {opmaak.datum(vandaag)} liggen"})
    if bestand is not None and (wijze != "papier" or nu is None):
        raise ValidationError({"wijze": "Een getekend blad hoort bij akkoord op papier. Kies Op papier"})
    deelnemer = Deelnemer.objects.vergrendelen(deelnemer_id)
    deelnemer.akkoord_op, deelnemer.akkoord_wijze = akkoord_op, wijze
    if bestand is not None and nu is not None:
        try:
            deelnemer.document = bestand_ontvangen(
                bestand=bestand, door=door, nu=nu, titel=f"Akkoord met het plan van {deelnemer.naam}"[:200],
                soort=DocumentSoort.POST, zaak=zaak, ontvangen_op=vandaag,
            )  # fmt: skip
        except ValidationError as fout:
            raise ValidationError({"bestand": fout.messages[0]}) from None
    return deelnemer.bewaren(door=door, reden="akkoord")
