"""May this colleague do this? Each rule once; the button and the POST share it."""

from django.core.exceptions import PermissionDenied

from toegang.models import Zaak
from toegang.permissions import check_recht
from toegang.rechten import Grond, Recht
from toegang.statussen import OngeldigeOvergang, ZaakStatus
from wijkteams.models import Casemanager

IN_BEHANDELING = (ZaakStatus.ONDERZOEK, ZaakStatus.BESLUITVORMING)


def is_regisseur(door, zaak: Zaak) -> bool:
    """The regisseur, or who stands in for him today."""
    waarnemer = door.rechten.gronden.get(zaak.pk) == Grond.WAARNEMING
    return zaak.regisseur_id is not None and (zaak.regisseur_id == door.medewerker_id or waarnemer)


def check_mag_op_huisbezoek(door, zaak: Zaak) -> None:
    """Only the consulent on the case plans, moves and closes a home visit."""
    check_recht(zaak, Recht.INHOUD_BEWERKEN)
    if door.rechten.alles or is_regisseur(door, zaak):
        return
    wie = zaak.regisseur.naam if zaak.regisseur else "de regisseur, die er nog niet is"
    raise PermissionDenied(f"Het huisbezoek is werk van {wie}. Alleen de regisseur plant het.")


def check_mag_casemanager_kiezen(door, zaak: Zaak) -> None:
    """The regisseur, or who divides the zaken of this team and law (a row of `met_rechten`)."""
    if not (door.rechten.alles or is_regisseur(door, zaak) or zaak.mag(Recht.VERDELEN)):
        raise PermissionDenied("De regisseur, of de teamleider of procescoördinator, kiest een casemanager.")


def waarom_geen_casemanager(door, zaak: Zaak, nu: Casemanager | None = None) -> str:
    """The refusal as a sentence, or ''. `nu`: who it is; he may go on or stop himself, also while the help runs."""
    if nu is not None and nu.medewerker_id == door.medewerker_id:
        return ""
    try:
        check_mag_casemanager_kiezen(door, zaak)
    except PermissionDenied as fout:
        return str(fout)
    if nu is not None or zaak.status in IN_BEHANDELING:
        return ""
    return "Een casemanager kiest u zolang er een regisseur aan werkt."


def wacht_op_regisseur(zaak: Zaak) -> bool:
    """Stands on the waiting list: new to the team, or given back or moved to another team halfway."""
    return zaak.status == ZaakStatus.TE_VERDELEN or (
        zaak.status in IN_BEHANDELING and zaak.regisseur_id is None
    )


def check_in_behandeling(zaak: Zaak) -> None:
    """Content of the talk is written while a consulent works on it, not before and not after."""
    if zaak.status == ZaakStatus.AFGESLOTEN:
        raise OngeldigeOvergang("Dit is afgesloten. U kunt de inhoud niet meer wijzigen.")
    if zaak.status not in IN_BEHANDELING:
        raise OngeldigeOvergang("Dit kan zodra de teamleider een regisseur heeft gekozen.")


def check_kan_plannen(zaak: Zaak) -> None:
    """The plan lives on while the help runs: after the last decision it is still kept and looked at again."""
    if zaak.status not in (*IN_BEHANDELING, ZaakStatus.AFGESLOTEN):
        raise OngeldigeOvergang("Dit kan zodra de teamleider een regisseur heeft gekozen.")


def waarom_niet_plannen(zaak: Zaak) -> str:
    """The refusal of writing in the plan as a sentence for the screen, or ''."""
    try:
        check_recht(zaak, Recht.INHOUD_BEWERKEN)
        check_kan_plannen(zaak)
    except (PermissionDenied, OngeldigeOvergang) as fout:
        return str(fout)
    return ""


def waarom_niet_bewerken(zaak: Zaak) -> str:
    """The refusal of writing content as a sentence for the screen, or ''. The zaak comes from `zaak_ophalen`."""
    try:
        check_recht(zaak, Recht.INHOUD_BEWERKEN)
        check_in_behandeling(zaak)
    except (PermissionDenied, OngeldigeOvergang) as fout:
        return str(fout)
    return ""


def waarom_geen_huisbezoek(door, zaak: Zaak) -> str:
    """The refusal of a home visit as a sentence, or ''."""
    try:
        check_mag_op_huisbezoek(door, zaak)
        check_in_behandeling(zaak)
    except (PermissionDenied, OngeldigeOvergang) as fout:
        return str(fout)
    return ""
