"""May this person do this with a besluit? Button and POST share each check; the sentence says who can."""

import datetime

from django.core.exceptions import PermissionDenied

from beschikkingen.mandaat import (
    dekt,
    eerder_beslist,
    gevraagd_mandaat,
    mandaten_van,
    ondertekenaars,
    schrijvers,
    wie_kan_het_wel,
)
from beschikkingen.models import Besluit, Sjabloon
from beschikkingen.statussen import BesluitStatus
from toegang.models import Actor, Zaak
from toegang.permissions import check_recht, check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import AanvraagStatus, ZaakStatus
from wijkteams.models import Medewerker

# With an aanvraag that came before the onderzoek (Jeugdwet, GPK) the besluit itself ends the onderzoek.
OPSTELLEN_IN = (ZaakStatus.ONDERZOEK, ZaakStatus.BESLUITVORMING)


def waarom_niet_opstellen(zaak: Zaak) -> str:
    """Why no besluit can be drawn up now; empty when it can."""
    if zaak.status == ZaakStatus.AFGESLOTEN:
        return "Deze vraag is afgesloten. Een nieuwe vraag is een nieuwe zaak."
    if not zaak.aanvragen.filter(status=AanvraagStatus.OPEN).exists():
        return "Er is nog geen aanvraag. Registreer eerst de aanvraag, of het ondertekende verslag."
    if zaak.status not in OPSTELLEN_IN:
        return "U kunt een besluit opstellen zodra het wijkteam met de vraag bezig is."
    return ""


def mag_schrijven(door: Actor, besluit: Besluit) -> bool:
    """`besluit.zaak` was read with the rights of this reader."""
    if besluit.bezwaar is not None:
        return door.rechten.heeft_rol(Rol.JURIST) and besluit.bezwaar.behandelaar == door
    return besluit.zaak.mag(Recht.INHOUD_BEWERKEN)


def check_mag_schrijven(door: Actor, besluit: Besluit) -> None:
    """The team writes a besluit; on a bezwaar the jurist who has it does (Awb art. 7:11)."""
    if besluit.bezwaar is not None and not mag_schrijven(door, besluit):
        raise PermissionDenied("De jurist die dit bezwaar behandelt, schrijft het besluit.")
    if not mag_schrijven(door, besluit):
        check_recht(besluit.zaak, Recht.INHOUD_BEWERKEN)


def waarom_niet_aanvullen(besluit: Besluit) -> str:
    """Why the text cannot change now; empty when it can."""
    return {
        BesluitStatus.CONCEPT: "",
        BesluitStatus.TER_TOETSING: "Dit besluit ligt bij de toetser. Stuurt die het terug, dan kunt u het aanpassen.",
        BesluitStatus.TER_ONDERTEKENING: "Dit besluit ligt bij de ondertekenaar. U kunt het nu niet aanpassen.",
        BesluitStatus.ONDERTEKEND: "Dit besluit is ondertekend. Haal het eerst terug als er een fout in staat.",
        BesluitStatus.VERZONDEN: "Dit besluit is verzonden. Alleen een nieuw besluit kan het wijzigen.",
    }[BesluitStatus(besluit.status)]


def toetsers(besluit: Besluit) -> list[Medewerker]:
    """Who can check it: colleagues with the role, but not an author."""
    mensen = Medewerker.objects.filter(is_active=True, groups__name=Rol.TOETSER.value).select_related("actor")
    return [m for m in mensen.order_by("last_name", "pk") if m.actor.pk not in schrijvers(besluit)]


def check_mag_oppakken(door: Actor, besluit: Besluit, vandaag: datetime.date) -> None:
    """The role of this state, not one's own work, and nobody else has it."""
    if besluit.wacht_op_toets:
        check_niet_eigen_toets(door, besluit)
    elif besluit.status == BesluitStatus.TER_ONDERTEKENING:
        check_mandaat(door, besluit, vandaag)
    ander = besluit.opgepakt_door is not None and besluit.opgepakt_door != door
    if ander and besluit.opgepakt_tot >= vandaag:
        raise PermissionDenied(
            f"{besluit.opgepakt_door.naam} heeft dit besluit al opgepakt. Kies een ander besluit."
        )


def check_niet_eigen_toets(door: Actor, besluit: Besluit) -> None:
    """The content is checked by another than the author."""
    check_rol(door, Rol.TOETSER)
    if door == besluit.opgesteld_door:
        raise PermissionDenied(
            "U kunt dit besluit niet toetsen, want u hebt het zelf opgesteld. "
            + wie_kan_het_wel(toetsers(besluit))
        )
    if door.pk == besluit.voorbereider_id:
        raise PermissionDenied(
            "U kunt dit besluit niet toetsen, want u deed het onderzoek. "
            + wie_kan_het_wel(toetsers(besluit))
        )
    if door == besluit.ondertekend_door:  # spoed, checked afterwards
        raise PermissionDenied("U kunt dit besluit niet toetsen, want u hebt het ondertekend.")
    if door.pk in eerder_beslist(besluit):
        raise PermissionDenied("U kunt dit besluit niet toetsen, want u werkte mee aan het eerste besluit.")


def check_mag_toetsen(door: Actor, besluit: Besluit) -> None:
    """The toetser who claimed it."""
    check_niet_eigen_toets(door, besluit)
    check_opgepakt(door, besluit)


def check_mandaat(door: Actor, besluit: Besluit, vandaag: datetime.date) -> None:
    """A mandate for this law, product and amount, and never on one's own proposal or check (Awb 10:3; vierogen).

    On a bezwaar never who decided first (10:3 lid 3), nor who prepared or checked that.
    """
    check_rol(door, Rol.ONDERTEKENAAR)
    kan = wie_kan_het_wel([m for m, _ in ondertekenaars(besluit, vandaag)])
    if door == besluit.opgesteld_door:
        raise PermissionDenied(f"U kunt dit besluit niet ondertekenen, want u hebt het zelf opgesteld. {kan}")
    if door.pk == besluit.voorbereider_id:
        raise PermissionDenied(f"U kunt dit besluit niet ondertekenen, want u deed het onderzoek. {kan}")
    if door == besluit.getoetst_door:
        raise PermissionDenied(f"U kunt dit besluit niet ondertekenen, want u hebt het zelf getoetst. {kan}")
    if door.pk in eerder_beslist(besluit):
        raise PermissionDenied(
            f"U kunt dit besluit niet ondertekenen, want u werkte mee aan het eerste besluit (Awb 10:3). {kan}"
        )
    eigen = mandaten_van(besluit, vandaag).get(door.medewerker_id, [])
    if not dekt(eigen, gevraagd_mandaat(besluit)):
        raise PermissionDenied(f"Uw mandaat dekt dit product of dit bedrag niet. {kan}")


def check_mag_ondertekenen(door: Actor, besluit: Besluit, vandaag: datetime.date) -> None:
    """The ondertekenaar who claimed it, within the mandate."""
    check_mandaat(door, besluit, vandaag)
    check_opgepakt(door, besluit)


def check_opgepakt(door: Actor, besluit: Besluit) -> None:
    """Only who claimed it sees the content, and decides."""
    if besluit.opgepakt_door != door:
        raise PermissionDenied("Pak dit besluit eerst op in de rij. Dan kunt u de inhoud lezen.")


def check_mag_terugsturen(door: Actor, besluit: Besluit, vandaag: datetime.date) -> None:
    """Who checks or signs sends it back; what is signed and not sent is taken back by the team (Awb 3:40)."""
    if besluit.status == BesluitStatus.TER_TOETSING:
        check_mag_toetsen(door, besluit)
    elif besluit.status == BesluitStatus.TER_ONDERTEKENING:
        check_rol(door, Rol.ONDERTEKENAAR)
        check_opgepakt(door, besluit)
    elif not mag_schrijven(door, besluit):
        raise PermissionDenied("Wie het besluit schrijft, kan het terughalen.")


def check_mag_verzenden(door: Actor) -> None:
    """Sending is the work of the administratie."""
    check_rol(door, Rol.ADMINISTRATIE)


SJABLOONROLLEN = (Rol.BEHEERDER, Rol.JURIST)


def check_mag_sjablonen(door: Actor) -> None:
    """The templates of letters are kept by the beheerder and the jurist, each checking the other."""
    check_rol(door, *SJABLOONROLLEN)


def check_mag_sjabloon_schrijven(door: Actor, sjabloon: Sjabloon) -> None:
    """Who began a version writes it: so another is always free to approve."""
    check_mag_sjablonen(door)
    if door != sjabloon.opgesteld_door:
        raise PermissionDenied(
            f"{sjabloon.opgesteld_door.naam} schrijft aan deze versie. Neem haar over als u verder wilt."
        )


def check_mag_sjabloon_goedkeuren(door: Actor, sjabloon: Sjabloon) -> None:
    """A second person."""
    check_mag_sjablonen(door)
    if door == sjabloon.opgesteld_door:
        raise PermissionDenied("U schreef deze versie zelf. Een collega keurt haar goed.")
