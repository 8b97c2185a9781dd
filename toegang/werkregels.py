"""May this colleague do this with this task? One rule for the check page, the button and the act."""

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model

from toegang import onderdelen
from toegang.models import Contactmoment, Taak
from toegang.rechten import Recht, Rechten, Rol


def soort_van(taak: Taak) -> str:
    """The kind of a task: what its key begins with, without the colleagues that it names."""
    return re.sub(r"(_\d+)+$", "", taak.sleutel.partition(":")[0])


@dataclass(frozen=True)
class Ontvanger:
    """The colleague who gets the work, with his rights."""

    medewerker: Any
    rechten: Rechten

    @classmethod
    def lezen(cls, pk: int | None) -> "Ontvanger | None":
        """An active colleague; None when there is none of this key. Two queries."""
        medewerker = get_user_model().objects.select_related("actor").filter(pk=pk, is_active=True).first()
        return cls(medewerker, medewerker.rechten_lezen()) if medewerker else None

    @property
    def naam(self) -> str:
        return self.medewerker.naam


def wie_kan(lezer, rollen: tuple[Rol, ...] = ()) -> list:
    """To whom this reader can hand work: who shares a role (`rollen`: only these), and who shares a team."""
    mensen = get_user_model().objects.filter(is_active=True)
    samen = mensen.filter(groups__name__in=sorted(rollen or lezer.rechten.rollen)).values("pk")
    wie = mensen.filter(pk__in=samen)
    if not rollen:
        for genoten in onderdelen.teamgenoten(lezer):
            wie |= mensen.filter(pk__in=genoten.values("pk"))
    return list(wie.order_by("last_name", "first_name", "pk"))


def waarom_niet_oppakken(lezer, taak: Taak) -> str:
    """The refusal as the end of a sentence that begins with the name, or ''."""
    if taak.medewerker_id == lezer.medewerker_id:
        return ""
    if taak.medewerker_id:
        return f"is al bij {taak.medewerker.naam}."
    if taak.rol not in lezer.rechten.rollen:
        return "gaat niet mee: deze taak is voor een andere rol."
    return ""


def waarom_niet_overdragen(lezer, taak: Taak, naar: Ontvanger | None = None) -> str:
    """The task comes from `Taak.objects.voor_werk`: the reader may see it and hand it over."""
    if soort_van(taak) in onderdelen.vaste_taken():
        return "gaat niet mee: deze taak hoort bij wie het dossier heeft. Draag het dossier over."
    if naar is None:
        return ""
    if taak.rol and taak.rol not in naar.rechten.rollen:
        return f"gaat niet mee: {naar.naam} doet dit werk niet."
    if taak.zaak and not naar.rechten.mag(Recht.PROCES_INZIEN, taak.zaak):
        return f"gaat niet mee: {naar.naam} mag dit dossier niet zien."
    return ""


def waarom_niet_afvinken(lezer, taak: Taak) -> str:
    """Only what no other act ends."""
    if soort_van(taak) not in onderdelen.afvinkbaar():
        return "gaat niet mee: deze taak verdwijnt vanzelf als het werk klaar is."
    if taak.medewerker_id != lezer.medewerker_id:
        return waarom_niet_oppakken(lezer, taak)
    return ""


def waarom_niet_opnemen(lezer, contact: Contactmoment) -> str:
    """A contact that a colleague has is not taken in passing: open it to take it over."""
    if contact.opgepakt_door_id in (None, lezer.pk):
        return ""
    return f"is al bij {contact.opgepakt_door.naam}."


def waarom_niet_geven(contact: Contactmoment, naar: Ontvanger | None) -> str:
    """To whom a contact can go: who does the work of the desk, or who writes in its zaak."""
    if naar is None or naar.rechten.heeft_rol(Rol.ADMINISTRATIE):
        if naar and contact.zaak and not naar.rechten.mag(Recht.PROCES_INZIEN, contact.zaak):
            return f"gaat niet mee: {naar.naam} mag dit dossier niet zien."
        return ""
    if contact.zaak and naar.rechten.mag(Recht.INHOUD_BEWERKEN, contact.zaak):
        return ""
    return f"gaat niet mee: {naar.naam} handelt geen contacten af."
