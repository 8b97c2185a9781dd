"""A photo of the house or of a hulpmiddel, with the consent of who lives there."""

import datetime

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import transaction
from django.utils import timezone

from toegang.bestandscontrole import Soort
from toegang.models import Actor
from toegang.rechten import Laag, Recht
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.fotokenmerken import zonder_kenmerken
from wijkteams.models import Bezoekfoto
from wijkteams.permissions import check_in_behandeling

FOTO = (Soort.JPEG.mediatype, Soort.PNG.mediatype)


@transaction.atomic
def foto_toevoegen(
    *,
    zaak_id,
    door: Actor,
    nu: datetime.datetime,
    bestand: UploadedFile,
    toestemming_van: str,
    toestemming_op: datetime.date,
    doel: str,
) -> Bezoekfoto:
    """Kept as a document with the content of the zaak (L2b); without consent and purpose there is no photo.

    Where it was made goes out of the file first: an address may be secret.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    if toestemming_op > timezone.localdate(nu):
        raise ValidationError({"toestemming_op": "Deze dag moet nog komen. Vul in wanneer u het vroeg"})
    bestand.seek(0)
    kaal = SimpleUploadedFile(bestand.name or "foto", zonder_kenmerken(bestand.read()))
    try:
        document = bestand_ontvangen(
            bestand=kaal, door=door, nu=nu, titel=f"Foto: {doel}", zaak=zaak, laag=Laag.INHOUD
        )
    except ValidationError as fout:
        raise ValidationError({"bestand": fout.messages}) from None
    if document.mediatype not in FOTO:
        document.bestand.delete(save=False)
        raise ValidationError({"bestand": "Dit is geen foto. Kies een foto (JPEG of PNG)"})
    foto = Bezoekfoto(
        zaak=zaak,
        document=document,
        toestemming_van=toestemming_van,
        toestemming_op=toestemming_op,
        doel=doel,
    ).bewaren(door=door, reden="foto toegevoegd")
    gebeurtenissen.foto_toegevoegd(zaak, door=door)
    return foto
