"""A need becomes a zaak: clocks run from the day it was voiced, never from the day of registering."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang import gebeurtenissen
from toegang.models import (
    Actor,
    Contactmoment,
    ContactSoort,
    Dossier,
    Inwoner,
    Kanaal,
    Zaak,
    Zaaksoort,
    ZaakUserObjectPermission,
)
from toegang.moment import nu
from toegang.permissions import check_rol
from toegang.rechten import Grond, Rol
from toegang.regels import BEGINT_MET_MELDING
from toegang.statussen import CONTACT_OVERGANGEN, ContactStatus, check_overgang
from toegang.usecases import klok, taken
from toegang.usecases.aanvraag_registreren import aanvraag_vastleggen
from toegang.usecases.contact_ophalen import contact_vergrendelen
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden

EERST_KOPPELEN = "Koppel dit contact eerst aan een inwoner. Zonder naam kan er geen zaak zijn."
WIJZE: dict[str, str] = {Kanaal.WEBSITE: "website", Kanaal.BRIEF: "formulier", Kanaal.E_MAIL: "formulier"}


@transaction.atomic
def zaak_openen(
    *,
    contact_id,
    door: Actor,
    vandaag: datetime.date,
    wet: str,
    onderwerp: str,
    spoed: bool = False,
    spoed_reden: str = "",
    soort: str = Zaaksoort.GEWOON,
) -> Zaak:
    """Open a zaak from a contact (Wmo 2015 art. 2.3.2 lid 1); a second time gives the same zaak.

    Of a law that begins with an aanvraag, a contact of that kind is registered as the aanvraag too (Awb art. 4:13).
    """
    check_rol(door, Rol.ADMINISTRATIE)
    contact = contact_vergrendelen(contact_id, door=door, vandaag=vandaag)
    if contact.zaak:
        return contact.zaak
    if contact.inwoner_id is None:
        raise ValidationError(EERST_KOPPELEN)
    check_overgang(CONTACT_OVERGANGEN, contact.status, ContactStatus.IN_BEHANDELING)
    dossier = _dossier(contact.inwoner_id, vandaag, door=door)
    zaak = Zaak(
        dossier=dossier, wet=wet, onderwerp=onderwerp, soort=soort, spoed=spoed, spoed_reden=spoed_reden,
        gemeld_op=contact.ontvangen_op, afgeschermd=dossier.afgeschermd,
    ).bewaren(door=door, reden="zaak geopend")  # fmt: skip
    zaak.refresh_from_db(fields=["volgnummer"])
    if dossier.afgeschermd:
        _genoemden_meenemen(zaak)
    toestemmingen_bijhouden([zaak], door=door, nu=nu())
    contact.zaak, contact.status = zaak, ContactStatus.IN_BEHANDELING
    contact.bewaren(door=door, reden="zaak geopend")
    gebeurtenissen.contact_vastgelegd(contact, door=door)
    gebeurtenissen.zaak_geopend(zaak, door=door)
    klok.begin(zaak, door=door)
    if spoed:
        spoedtaken(zaak, vandaag, door=door)
    if contact.soort == ContactSoort.AANVRAAG and wet not in BEGINT_MET_MELDING:
        _aanvraag(zaak, contact, door=door)
    klok.eerstvolgende_bijwerken(zaak)
    taken.afhandelen("contact", contact.pk, door=door)
    return zaak.bewaren(door=door, reden="termijnen begonnen")


def spoedtaken(zaak: Zaak, vandaag: datetime.date, *, door: Actor) -> None:
    """Haste asks for a decision at once (Wmo 2015 art. 2.3.3): the teamlead, or the desk until there is a team.

    It leads to the zaak, where the next step of this reader stands: a regisseur first, or the temporary help.
    """
    taken.klaarzetten(
        "spoed", "Spoed: regel vandaag tijdelijke hulp, of leg vast waarom dat niet nodig is.", door=door,
        uiterlijk=vandaag, adres="toegang:zaak", adres_pk=zaak.pk, zaak=zaak,
        rol=Rol.TEAMLEAD if zaak.wijkteam_id else Rol.ADMINISTRATIE,
    )  # fmt: skip


def _dossier(inwoner_id, vandaag: datetime.date, *, door: Actor) -> Dossier:
    """The one dossier of this inwoner; the lock on the person keeps it one."""
    inwoner = Inwoner.objects.vergrendelen(inwoner_id)
    bestaand = Dossier.objects.filter(inwoner=inwoner).first()
    return bestaand or Dossier(inwoner=inwoner, geopend_op=vandaag).bewaren(
        door=door, reden="dossier geopend"
    )


def _genoemden_meenemen(zaak: Zaak) -> None:
    """Who is named on a shielded dossier is named on its new zaak too."""
    namen = ZaakUserObjectPermission.objects.filter(
        content_object__dossier=zaak.dossier_id,
        grond=Grond.AFGESCHERMD,
        tot__gt=timezone.now(),
    )
    for oud in namen.order_by("user_id", "permission_id", "-tot").distinct("user_id", "permission_id"):
        ZaakUserObjectPermission.objects.create(
            content_object=zaak, user_id=oud.user_id, permission_id=oud.permission_id, grond=oud.grond,
            vanaf=oud.vanaf, tot=oud.tot, verleend_door_id=oud.verleend_door_id,
        )  # fmt: skip


def _aanvraag(zaak: Zaak, contact: Contactmoment, *, door: Actor) -> None:
    aanvraag_vastleggen(
        zaak, door=door, nu=contact.geregistreerd_om, ontvangen_op=contact.ontvangen_op,
        wijze=WIJZE.get(contact.kanaal, "mondeling"), gevraagd=contact.vraag,
        ondertekend=contact.kanaal in (Kanaal.WEBSITE, Kanaal.BRIEF),
    )  # fmt: skip
