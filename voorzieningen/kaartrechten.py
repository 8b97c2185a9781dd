"""Who reads and keeps the sociale kaart, and who refers; each check raises a sentence."""

from django.core.exceptions import PermissionDenied

from toegang.models import Actor, Contactmoment, Zaak
from toegang.permissions import check_recht, check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import ContactStatus
from voorzieningen.models import AlgemeneVoorziening, Verwijzing

LEZERS = (
    Rol.KCC, Rol.ADMINISTRATIE, Rol.CONSULENT, Rol.TEAMLEAD, Rol.PROCESCOORDINATOR, Rol.CONTRACTBEHEERDER,
    Rol.BEHEERDER,
)  # fmt: skip
BEHEER = (Rol.ADMINISTRATIE, Rol.BEHEERDER)


def check_mag_kaart_beheren(door: Actor) -> None:
    """The administratie and the beheerder keep the kaart."""
    check_rol(door, *BEHEER)


def waarom_niet_wijzigen(voorziening: AlgemeneVoorziening) -> str:
    """Why this line of the kaart does not change any more; empty when it can."""
    return "Deze voorziening is beëindigd. Zet haar opnieuw op de kaart." if voorziening.beeindigd_op else ""


def waarom_niet_verwijzen(zaak: Zaak) -> str:
    """Why nobody is referred from this zaak now; empty when somebody can be."""
    if not zaak.is_open:
        return "Deze vraag is afgesloten. Bij een nieuwe vraag legt u een nieuw contact vast."
    if zaak.dossier.inwoner.overleden_op:
        return "Deze inwoner is overleden. Verwijzen kan niet meer."
    return ""


def waarom_niet_vanuit_contact(contact: Contactmoment) -> str:
    """The same for a contact; a zaak goes before its contacts."""
    if contact.zaak_id:
        return "Dit contact hoort bij een zaak. Verwijs vanuit die zaak."
    if contact.inwoner is None:
        return "Koppel het contact eerst aan een inwoner. Dan kunt u een verwijzing vastleggen."
    if contact.status == ContactStatus.AFGEHANDELD:
        return "Dit contact is afgehandeld en verandert niet meer."
    if contact.inwoner.overleden_op:
        return "Deze inwoner is overleden. Verwijzen kan niet meer."
    return ""


def check_mag_verwijzen(zaak: Zaak) -> None:
    """Who writes in the zaak refers from it (a row of `met_rechten`)."""
    check_recht(zaak, Recht.INHOUD_BEWERKEN)


def mag_navragen(door: Actor, verwijzing: Verwijzing) -> bool:
    """Who writes in the zaak; of a contact the administratie."""
    zaak = verwijzing.van_de_zaak
    if zaak and Zaak.objects.voor(door, Recht.INHOUD_BEWERKEN).filter(pk=zaak.pk).exists():
        return True
    return verwijzing.contactmoment_id is not None and door.rechten.heeft_rol(Rol.ADMINISTRATIE)


def check_mag_navragen(door: Actor, verwijzing: Verwijzing) -> None:
    if not mag_navragen(door, verwijzing):
        raise PermissionDenied("U mag deze verwijzing lezen, maar niet wijzigen. De regisseur kan dat wel.")
