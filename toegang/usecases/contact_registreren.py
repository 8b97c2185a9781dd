"""The first contact: the question in the citizen's own words, passed on (design §3 step 1)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import contactroutes, gebeurtenissen, opmaak, regels
from toegang.models import Actor, Contactmoment, ContactSoort, Inwoner, Organisatie, Richting, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Rol
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
    richting: str = Richting.INKOMEND,
    organisatie: Organisatie | None = None,
    e_mail: str = "",
    samen_met: Contactmoment | None = None,
    terugbellen_op: datetime.date | None = None,
    terugbellen_om: datetime.time | None = None,
    antwoord: bool = True,
) -> Contactmoment:
    """Write down a contact and pass it on: to the regisseur when it is about the one zaak that runs, else to the desk.

    When several run, the desk chooses; written down by who may not see zaken, each regisseur is asked as well.

    `ontvangen_op` starts the clocks, the day of registering never does. `terugbellen_op`, `terugbellen_om`: the moment
    that was agreed; without it the norm of the municipality holds. `antwoord` False: nobody waits for us.
    `samen_met`: the first question of the same call.
    """
    check_rol(door, Rol.KCC, Rol.ADMINISTRATIE)
    ontvangen_op = ontvangen_op or vandaag
    if ontvangen_op > vandaag:
        raise ValidationError({"ontvangen_op": f"De datum moet op of voor {opmaak.datum(vandaag)} liggen"})
    if terugbellen_op and terugbellen_op < vandaag:
        raise ValidationError({"terugbellen_op": f"De datum moet op of na {opmaak.datum(vandaag)} liggen"})
    if not (inwoner or anoniem or te_koppelen_naam):
        raise ValidationError("Kies wie de inwoner is.")
    if not antwoord:
        terugbellen_op = terugbellen_om = None
    elif gevaar:
        terugbellen_op = vandaag
    elif terugbellen_op is None and (telefoon or e_mail or not anoniem):
        terugbellen_op = regels.terugbellen_op(vandaag, gevaar=False)
    lopend = _lopende_zaken(inwoner) if soort == ContactSoort.BESTAAND else []
    loopt = lopend[0] if len(lopend) == 1 else None
    contact = Contactmoment(
        kanaal=kanaal, soort=soort, vraag=vraag, inwoner=inwoner, anoniem=anoniem, te_koppelen_naam=te_koppelen_naam,
        namens_naam=namens_naam, namens_relatie=namens_relatie, inwoner_weet_ervan=inwoner_weet_ervan,
        gevaar=gevaar, telefoon=telefoon, bereik=bereik, contactwens=contactwens, hulp_nodig=hulp_nodig,
        richting=richting, organisatie=organisatie, e_mail=e_mail, samen_met=samen_met,
        ontvangen_op=ontvangen_op, geregistreerd_op=vandaag, geregistreerd_om=nu, geregistreerd_door=door,
        terugbellen_op=terugbellen_op, terugbellen_om=terugbellen_om, zaak=loopt,
    ).bewaren(door=door, reden="contact vastgelegd")  # fmt: skip
    wensen_overnemen(contact=contact, door=door)
    if loopt:
        gebeurtenissen.contact_vastgelegd(contact, door=door)
    taak_klaarzetten(contact, door=door, vandaag=vandaag, nieuw=True)
    if loopt is None and not door.rechten.heeft_rol(Rol.ADMINISTRATIE):
        _regisseurs_vragen(contact, lopend, door=door, vandaag=vandaag)
    return contact


def taak_klaarzetten(
    contact: Contactmoment, *, door: Actor, vandaag: datetime.date, nieuw: bool = False
) -> None:
    """The work that this contact asks: of the regisseur of its zaak, else of the desk; klacht and bezwaar in time."""
    zaak = contact.zaak
    if contact.soort in contactroutes.MET_TERMIJN:
        rol, zin = contactroutes.MET_TERMIJN[contact.soort]
        taken.klaarzetten(
            contact.soort, zin, door=door, contactmoment=contact, adres="toegang:contact", adres_pk=contact.pk,
            uiterlijk=contactroutes.uiterlijk(contact.soort, contact.ontvangen_op), rol=rol, nieuw=nieuw,
        )  # fmt: skip
        if zaak is None:
            return
    voor_wie: dict = {"medewerker": zaak.regisseur} if zaak and zaak.regisseur else {"rol": Rol.ADMINISTRATIE}
    taken.klaarzetten(
        "contact",
        "Er is contact geweest over een zaak van u."
        if zaak
        else "Nieuw contact: lees de vraag en bel terug.",
        door=door, contactmoment=contact, zaak=zaak, adres="toegang:contact", adres_pk=contact.pk,
        uiterlijk=contact.terugbellen_op or vandaag, nieuw=nieuw, **voor_wie,
    )  # fmt: skip


def _regisseurs_vragen(
    contact: Contactmoment, zaken: list[Zaak], *, door: Actor, vandaag: datetime.date
) -> None:
    """Whether it is about his zaak: whoever puts it there ends the question to the others and to the desk."""
    regisseurs = {zaak.regisseur_id: zaak.regisseur for zaak in zaken if zaak.regisseur}
    for pk, regisseur in sorted(regisseurs.items()):
        taken.klaarzetten(
            f"{taken.REGISSEUR}_{pk}", "Er is contact geweest over iets dat loopt. Kijk of het over uw zaak gaat.",
            door=door, contactmoment=contact, medewerker=regisseur, adres="toegang:contact", adres_pk=contact.pk,
            uiterlijk=contact.terugbellen_op or vandaag, nieuw=True,
        )  # fmt: skip


def _lopende_zaken(inwoner: Inwoner | None) -> list[Zaak]:
    """The zaken that the contact may be about; the desk that writes it down never sees which."""
    if inwoner is None:
        return []
    lopend = Zaak.objects.open().filter(dossier__inwoner=inwoner).select_related("regisseur")
    return list(lopend.order_by("gemeld_op", "pk"))
