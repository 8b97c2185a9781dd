"""States of the front door: zaak, aanvraag, contact, letter. Who moves it stands beside each state."""

from django.db.models import TextChoices

from toegang.rechten import Rol


class OngeldigeOvergang(Exception):
    """This step is not possible from the present state; the message is a sentence for the screen."""


class ZaakStatus(TextChoices):
    NIEUW = "nieuw", "Nieuw"
    VRAAGVERHELDERING = "vraagverheldering", "Vraagverheldering"
    TE_VERDELEN = "te_verdelen", "Te verdelen"
    ONDERZOEK = "onderzoek", "Onderzoek"
    BESLUITVORMING = "besluitvorming", "Besluitvorming"
    AFGESLOTEN = "afgesloten", "Afgesloten"


class AanvraagStatus(TextChoices):
    OPEN = "open", "Open"
    BESLOTEN = "besloten", "Besloten"
    INGETROKKEN = "ingetrokken", "Ingetrokken"
    BUITEN_BEHANDELING = "buiten_behandeling", "Niet behandeld (Awb 4:5)"


class ContactStatus(TextChoices):
    NIEUW = "nieuw", "Nieuw"
    IN_BEHANDELING = "in_behandeling", "Bezig"
    AFGEHANDELD = "afgehandeld", "Afgehandeld"


class BriefStatus(TextChoices):
    GEVRAAGD = "gevraagd", "Wordt gemaakt"
    GEMAAKT = "gemaakt", "Klaar voor verzending"
    VERZONDEN = "verzonden", "Verzonden"
    VERVALLEN = "vervallen", "Vervallen"


class BerichtStatus(TextChoices):
    GEVRAAGD = "gevraagd", "Gaat zo weg"
    ONZEKER = "onzeker", "Misschien verzonden"
    VERZONDEN = "verzonden", "Verzonden"
    VERVALLEN = "vervallen", "Vervallen"


class VerzendingStatus(TextChoices):
    """A batch of letters."""

    CONTROLE = "controle", "Controleren"
    LOOPT = "loopt", "Loopt"
    GESTOPT = "gestopt", "Gestopt"
    AANGEBODEN = "aangeboden", "Aan de post gegeven"
    VERVALLEN = "vervallen", "Opgeheven"


class VernietigingStatus(TextChoices):
    """A proposal to destroy what we hold of one zaak; approved and destroyed are one transaction."""

    VOORGESTELD = "voorgesteld", "Voorgesteld"
    GOEDGEKEURD = "goedgekeurd", "Goedgekeurd"
    VERNIETIGD = "vernietigd", "Vernietigd"
    AFGEWEZEN = "afgewezen", "Afgewezen"


ZAAK_OVERGANGEN: dict[ZaakStatus, set[ZaakStatus]] = {
    ZaakStatus.NIEUW: {ZaakStatus.VRAAGVERHELDERING, ZaakStatus.AFGESLOTEN},
    ZaakStatus.VRAAGVERHELDERING: {ZaakStatus.TE_VERDELEN, ZaakStatus.AFGESLOTEN},
    ZaakStatus.TE_VERDELEN: {ZaakStatus.ONDERZOEK, ZaakStatus.AFGESLOTEN},
    ZaakStatus.ONDERZOEK: {ZaakStatus.BESLUITVORMING, ZaakStatus.TE_VERDELEN, ZaakStatus.AFGESLOTEN},
    ZaakStatus.BESLUITVORMING: {ZaakStatus.ONDERZOEK, ZaakStatus.AFGESLOTEN},
    ZaakStatus.AFGESLOTEN: set(),
}
# Not a step of the work but the correction of a mistake: back to where the zaak stood, with the old clock.
ZAAK_HEROPENEN: frozenset[ZaakStatus] = frozenset(set(ZaakStatus) - {ZaakStatus.AFGESLOTEN})
ZAAK_EIGENAAR: dict[ZaakStatus, Rol | None] = {
    ZaakStatus.NIEUW: Rol.ADMINISTRATIE,
    ZaakStatus.VRAAGVERHELDERING: Rol.ADMINISTRATIE,
    ZaakStatus.TE_VERDELEN: Rol.TEAMLEAD,
    ZaakStatus.ONDERZOEK: Rol.CONSULENT,
    ZaakStatus.BESLUITVORMING: Rol.CONSULENT,
    ZaakStatus.AFGESLOTEN: None,
}

AANVRAAG_OVERGANGEN: dict[AanvraagStatus, set[AanvraagStatus]] = {
    AanvraagStatus.OPEN: {
        AanvraagStatus.BESLOTEN,
        AanvraagStatus.INGETROKKEN,
        AanvraagStatus.BUITEN_BEHANDELING,
    },
    AanvraagStatus.BESLOTEN: set(),
    AanvraagStatus.INGETROKKEN: set(),
    AanvraagStatus.BUITEN_BEHANDELING: set(),
}
AANVRAAG_EIGENAAR: dict[AanvraagStatus, Rol | None] = {
    AanvraagStatus.OPEN: Rol.CONSULENT,
    AanvraagStatus.BESLOTEN: None,
    AanvraagStatus.INGETROKKEN: None,
    AanvraagStatus.BUITEN_BEHANDELING: None,
}

CONTACT_OVERGANGEN: dict[ContactStatus, set[ContactStatus]] = {
    ContactStatus.NIEUW: {ContactStatus.IN_BEHANDELING, ContactStatus.AFGEHANDELD},
    ContactStatus.IN_BEHANDELING: {ContactStatus.AFGEHANDELD},
    ContactStatus.AFGEHANDELD: set(),
}
CONTACT_EIGENAAR: dict[ContactStatus, Rol | None] = {
    ContactStatus.NIEUW: Rol.ADMINISTRATIE,
    ContactStatus.IN_BEHANDELING: Rol.ADMINISTRATIE,
    ContactStatus.AFGEHANDELD: None,
}

BRIEF_OVERGANGEN: dict[BriefStatus, set[BriefStatus]] = {
    BriefStatus.GEVRAAGD: {BriefStatus.GEMAAKT, BriefStatus.VERVALLEN},
    BriefStatus.GEMAAKT: {BriefStatus.GEVRAAGD, BriefStatus.VERZONDEN, BriefStatus.VERVALLEN},
    BriefStatus.VERZONDEN: set(),
    BriefStatus.VERVALLEN: set(),
}
BRIEF_EIGENAAR: dict[BriefStatus, Rol | None] = {
    BriefStatus.GEVRAAGD: Rol.ADMINISTRATIE,
    BriefStatus.GEMAAKT: Rol.ADMINISTRATIE,
    BriefStatus.VERZONDEN: None,
    BriefStatus.VERVALLEN: None,
}

# Made and printed is no state of its own: the letters and the print file say so.
VERZENDING_OVERGANGEN: dict[VerzendingStatus, set[VerzendingStatus]] = {
    VerzendingStatus.CONTROLE: {VerzendingStatus.LOOPT, VerzendingStatus.VERVALLEN},
    VerzendingStatus.LOOPT: {
        VerzendingStatus.GESTOPT,
        VerzendingStatus.AANGEBODEN,
        VerzendingStatus.VERVALLEN,
    },
    VerzendingStatus.GESTOPT: {VerzendingStatus.LOOPT, VerzendingStatus.VERVALLEN},
    VerzendingStatus.AANGEBODEN: set(),
    VerzendingStatus.VERVALLEN: set(),
}
VERZENDING_EIGENAAR: dict[VerzendingStatus, Rol | None] = {
    VerzendingStatus.CONTROLE: Rol.ADMINISTRATIE,
    VerzendingStatus.LOOPT: Rol.ADMINISTRATIE,
    VerzendingStatus.GESTOPT: Rol.ADMINISTRATIE,
    VerzendingStatus.AANGEBODEN: None,
    VerzendingStatus.VERVALLEN: None,
}

# Uncertain from the moment before it is handed over: a worker that dies then leaves the question to a person.
BERICHT_OVERGANGEN: dict[BerichtStatus, set[BerichtStatus]] = {
    BerichtStatus.GEVRAAGD: {BerichtStatus.ONZEKER, BerichtStatus.VERVALLEN},
    BerichtStatus.ONZEKER: {BerichtStatus.GEVRAAGD, BerichtStatus.VERZONDEN, BerichtStatus.VERVALLEN},
    BerichtStatus.VERZONDEN: set(),
    BerichtStatus.VERVALLEN: set(),
}
BERICHT_EIGENAAR: dict[BerichtStatus, Rol | None] = {
    BerichtStatus.GEVRAAGD: Rol.ADMINISTRATIE,
    BerichtStatus.ONZEKER: Rol.ADMINISTRATIE,
    BerichtStatus.VERZONDEN: None,
    BerichtStatus.VERVALLEN: None,
}

VERNIETIGING_OVERGANGEN: dict[VernietigingStatus, set[VernietigingStatus]] = {
    VernietigingStatus.VOORGESTELD: {VernietigingStatus.GOEDGEKEURD, VernietigingStatus.AFGEWEZEN},
    VernietigingStatus.GOEDGEKEURD: {VernietigingStatus.VERNIETIGD},
    VernietigingStatus.VERNIETIGD: set(),
    VernietigingStatus.AFGEWEZEN: set(),
}
VERNIETIGING_EIGENAAR: dict[VernietigingStatus, Rol | None] = {
    VernietigingStatus.VOORGESTELD: Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,
    VernietigingStatus.GOEDGEKEURD: Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,
    VernietigingStatus.VERNIETIGD: None,
    VernietigingStatus.AFGEWEZEN: None,
}


def check_overgang(overgangen: dict, van, naar) -> None:
    """Raise OngeldigeOvergang with a sentence when the table does not know this step."""
    van, naar = type(naar)(van), naar
    if naar not in overgangen[van]:
        raise OngeldigeOvergang(
            f"Dit kan nu niet: de stap van '{van.label}' naar '{naar.label}' bestaat niet. Ververs de pagina."
        )
