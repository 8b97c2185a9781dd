"""Post and e-mail that came in: written down with its files; the day of receipt starts every clock."""

import datetime
from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from toegang.models import Actor, Contactmoment, DocumentSoort
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from toegang.usecases.contact_registreren import contact_registreren


@transaction.atomic
def post_registreren(
    *,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    kanaal: str,
    soort: str,
    vraag: str,
    ontvangen_op: datetime.date,
    bestanden: Iterable[UploadedFile] = (),
    **wie,
) -> Contactmoment:
    """A contact by letter or e-mail with its scans; ValidationError at `bestanden` when a file is refused.

    `wie`: who it is about and who sent it, as `contact_registreren` takes it.
    """
    check_rol(door, Rol.ADMINISTRATIE)
    contact = contact_registreren(
        door=door,
        vandaag=vandaag,
        nu=nu,
        kanaal=kanaal,
        soort=soort,
        vraag=vraag,
        ontvangen_op=ontvangen_op,
        **wie,
    )
    for bestand in bestanden:
        bestand_ontvangen(
            bestand=bestand, door=door, nu=nu, soort=DocumentSoort.POST, contactmoment=contact, zaak=contact.zaak,
            ontvangen_op=ontvangen_op,
        )  # fmt: skip
    return contact
