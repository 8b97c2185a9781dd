"""Several questions in one call: each has its own clock and outcome, and nothing is typed twice."""

import datetime

from django.db import transaction

from toegang.models import Actor, Contactmoment
from toegang.usecases.contact_registreren import contact_registreren


@transaction.atomic
def vraag_toevoegen(
    *,
    contact_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    vraag: str,
    soort: str,
    gevaar: bool = False,
) -> Contactmoment:
    """Another question of the same caller about the same person, as a contact of its own."""
    eerste = (
        Contactmoment.objects.voor(door, vandaag)
        .select_related("inwoner", "organisatie", "samen_met")
        .get(pk=contact_id)
    )
    return contact_registreren(
        door=door, vandaag=vandaag, nu=nu, kanaal=eerste.kanaal, soort=soort, vraag=vraag, gevaar=gevaar,
        inwoner=eerste.inwoner, anoniem=eerste.anoniem, te_koppelen_naam=eerste.te_koppelen_naam,
        namens_naam=eerste.namens_naam, namens_relatie=eerste.namens_relatie,
        inwoner_weet_ervan=eerste.inwoner_weet_ervan, telefoon=eerste.telefoon, e_mail=eerste.e_mail,
        bereik=eerste.bereik, contactwens=eerste.contactwens, hulp_nodig=eerste.hulp_nodig,
        richting=eerste.richting, organisatie=eerste.organisatie, ontvangen_op=eerste.ontvangen_op,
        samen_met=eerste.samen_met or eerste, antwoord=eerste.terugbellen_op is not None,
    )  # fmt: skip
