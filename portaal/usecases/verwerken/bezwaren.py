"""An objection from the letter itself: a contact, and the bezwaar with its clock, its receipt and its jurist."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_noop

from beschikkingen.models import Besluit
from beschikkingen.usecases.bezwaar_registreren import bezwaar_registreren
from portaal.models import Verzoek
from portaal.nakijken import KanNiet, check_van_deze_persoon
from portaal.usecases.verwerken.contacten import contact_van, dag_van
from toegang.models import Actor, Brief, Contactmoment, ContactSoort, Kanaal
from toegang.statussen import OngeldigeOvergang


def bezwaar(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """Received on the day it was sent (Awb art. 6:9), for the jurist; whether it is in time he judges (6:11)."""
    brief = Brief.objects.filter(pk=verzoek.bron).select_related("zaak__dossier").first()
    if brief is None:
        raise KanNiet(gettext_noop("Wij konden deze brief niet vinden."))
    check_van_deze_persoon(brief.zaak, verzoek)
    contact = contact_van(
        verzoek,
        ContactSoort.BEZWAAR,
        kop=f"Bezwaar tegen '{brief.onderwerp}': ",
        door=door,
        vandaag=vandaag,
        nu=nu,
    )
    besluit = Besluit.objects.filter(pk=brief.bron_id, zaak=brief.zaak_id).first()
    if besluit is not None:
        _registreren(verzoek, besluit, contact, door=door, vandaag=vandaag, nu=nu)
    return gettext_noop("Wij hebben uw bezwaar. U krijgt een brief met wat er nu gebeurt.")


def _registreren(
    verzoek: Verzoek, besluit: Besluit, contact: Contactmoment, *, door: Actor, vandaag: datetime.date,
    nu: datetime.datetime,
) -> None:  # fmt: skip
    """What stands in the way of a receipt (no address, a bezwaar that runs no more) never loses the objection.

    Then the contact stays with the jurist, with the term of a bezwaar, as when it came by post.
    """
    namens = verzoek.door.vertegenwoordiger
    try:
        with transaction.atomic():
            bezwaar_registreren(
                besluit_id=besluit.pk, door=door, vandaag=vandaag, nu=nu, kanaal=Kanaal.WEBSITE,
                ontvangen_op=dag_van(verzoek), gronden=str(verzoek.gegevens.get("tekst", "")),
                indiener=verzoek.door.naam if namens else "", contactmoment_id=contact.pk,
            )  # fmt: skip
    except (ValidationError, OngeldigeOvergang):
        return
