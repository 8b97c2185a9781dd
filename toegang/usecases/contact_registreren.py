"""The first contact: the question in the citizen's own words, passed on (design §3 step 1)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, Contactmoment, ContactSoort, Inwoner, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.regels import terugbellen_op
from toegang.usecases import taken
from toegang.usecases.wensen_overnemen import wensen_overnemen


@transaction.atomic
def contact_registreren(
    *,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    kanaal: str,
    soort: str,
    vraag: str,
    inwoner: Inwoner | None = None,
    ontvangen_op: datetime.date | None = None,
    anoniem: bool = False,
    te_koppelen_naam: str = "",
    namens_naam: str = "",
    namens_relatie: str = "",
    inwoner_weet_ervan: bool | None = None,
    gevaar: bool = False,
    telefoon: str = "",
    bereik: str = "",
    contactwens: str = "",
    hulp_nodig: str = "",
) -> Contactmoment:
    """Write down a contact and pass it on: to the regisseur when it is about the one zaak that runs, else to the desk.

    `ontvangen_op` starts the clocks, the day of registering never does.
    """
    check_rol(door, Rol.KCC, Rol.ADMINISTRATIE)
    ontvangen_op = ontvangen_op or vandaag
    if ontvangen_op > vandaag:
        raise ValidationError({"ontvangen_op": f"De datum moet op of voor {opmaak.datum(vandaag)} liggen"})
    if not (inwoner or anoniem or te_koppelen_naam):
        raise ValidationError("Kies wie de inwoner is.")
    loopt = _lopende_zaak(inwoner) if soort == ContactSoort.BESTAAND else None
    contact = Contactmoment(
        kanaal=kanaal, soort=soort, vraag=vraag, inwoner=inwoner, anoniem=anoniem, te_koppelen_naam=te_koppelen_naam,
        namens_naam=namens_naam, namens_relatie=namens_relatie, inwoner_weet_ervan=inwoner_weet_ervan,
        gevaar=gevaar, telefoon=telefoon, bereik=bereik, contactwens=contactwens, hulp_nodig=hulp_nodig,
        ontvangen_op=ontvangen_op, geregistreerd_op=vandaag, geregistreerd_om=nu, geregistreerd_door=door,
        terugbellen_op=None if anoniem and not telefoon else terugbellen_op(vandaag, gevaar=gevaar), zaak=loopt,
    ).bewaren(door=door, reden="contact vastgelegd")  # fmt: skip
    wensen_overnemen(contact=contact, door=door)
    if loopt:
        gebeurtenissen.contact_vastgelegd(contact, door=door)
    taken.klaarzetten(
        "contact",
        "Er is contact geweest over een zaak van u." if loopt else "Nieuw contact: lees de vraag en bel terug.",
        door=door, contactmoment=contact, zaak=loopt, adres="toegang:contact", adres_pk=contact.pk,
        uiterlijk=contact.terugbellen_op or vandaag, nieuw=True, **_voor_wie(loopt),
    )  # fmt: skip
    return contact


def _lopende_zaak(inwoner: Inwoner | None) -> Zaak | None:
    """The zaak that the contact is about, when there is only one that runs; the desk never sees which."""
    if inwoner is None:
        return None
    lopend = list(Zaak.objects.open().filter(dossier__inwoner=inwoner).select_related("regisseur")[:2])
    return lopend[0] if len(lopend) == 1 else None


def _voor_wie(zaak: Zaak | None) -> dict:
    if zaak and zaak.regisseur_id:
        return {"medewerker": zaak.regisseur}
    return {"rol": Rol.ADMINISTRATIE}
