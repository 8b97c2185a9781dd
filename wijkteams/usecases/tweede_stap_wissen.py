"""Who lost her telephone proves again who she is, as at the start: new password, new app (ASVS 6.4.4)."""

import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from toegang.models import Actor
from wijkteams.models import Collegabericht, Dienstverband
from wijkteams.usecases.dienstverband_ophalen import dienstverband_vergrendelen
from wijkteams.usecases.inloglink_maken import link_geven


@transaction.atomic
def tweede_stap_wissen(
    *,
    dienstverband_id,
    per_e_mail: bool,
    reden: str,
    door: Actor,
    nu: datetime.datetime,
    versie: int | None = None,
) -> Dienstverband:
    """App, recovery codes and password are gone, and with the password every session; only the new link lets her in."""
    dienst = dienstverband_vergrendelen(dienstverband_id, door=door, versie=versie)
    mens = dienst.medewerker
    Authenticator.objects.filter(user=mens).delete()
    mens.set_unusable_password()
    mens.save(update_fields=["password"])
    dienst.noteren("Tweede stap van het inloggen gewist", door=door, waarom=reden)
    return link_geven(
        dienst, Collegabericht.Soort.OPNIEUW, per_e_mail=per_e_mail, waarom="", door=door, nu=nu
    )
