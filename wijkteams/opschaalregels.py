"""May this zaak go to wijkteam+, or back? One rule for the page and for the act."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError

from toegang import opmaak
from toegang.models import Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang, ZaakStatus
from wijkteams.models import Wijkteam
from wijkteams.permissions import IN_BEHANDELING, is_regisseur
from wijkteams.verdeling import consulenten

HOOGSTENS = datetime.timedelta(days=92)  # a zaak in wijkteam+ is looked at every quarter
KAN_OPSCHALEN = (ZaakStatus.TE_VERDELEN, *IN_BEHANDELING)
NIET_UW_WERK = "Opschalen en afschalen doet de regisseur, of de teamleider of procescoördinator."
AFGESCHERMD = (
    "Dit dossier is afgeschermd: alleen wie met naam is genoemd, mag het zien. Overleg met de teamleider van"
    " Wijkteam+ wie dat wordt, en laat die collega eerst noemen."
)


def check_mag_opschalen(door, zaak: Zaak) -> None:
    """The regisseur, or who divides the zaken of this team and law (a row of `met_rechten`)."""
    eigen = zaak.mag(Recht.INHOUD_BEWERKEN) and is_regisseur(door, zaak)
    if not (door.rechten.alles or eigen or zaak.mag(Recht.VERDELEN)):
        raise PermissionDenied(NIET_UW_WERK)


def check_kan_van_team(zaak: Zaak) -> None:
    """In the hands of a team, and not shielded: nobody there could open it."""
    if zaak.status not in KAN_OPSCHALEN or zaak.wijkteam is None:
        wat = "Dit is afgesloten." if not zaak.is_open else "Dit is nog niet bij een team."
        raise OngeldigeOvergang(f"{wat} Opschalen of afschalen kan nu niet.")
    if zaak.afgeschermd:
        raise OngeldigeOvergang(AFGESCHERMD)


def check_kan_opschalen(zaak: Zaak) -> None:
    check_kan_van_team(zaak)
    if zaak.wijkteam.soort == Wijkteam.Soort.PLUS:
        raise OngeldigeOvergang(f"Dit ligt al bij {zaak.wijkteam.naam}.")


def waarom_niet_opschalen(door, zaak: Zaak, *, terug: bool = False) -> str:
    """The refusal of going up (or back) as a sentence, or ''."""
    try:
        check_mag_opschalen(door, zaak)
        (check_kan_van_team if terug else check_kan_opschalen)(zaak)
    except (PermissionDenied, OngeldigeOvergang) as fout:
        return str(fout)
    return ""


def check_team_kan(team: Wijkteam | None, zaak: Zaak, vandaag: datetime.date) -> Wijkteam:
    """Somebody there may open a zaak of this law: else it would be lost."""
    if team is None:
        raise ValidationError("Er is nog geen Wijkteam+. Vraag de beheerder.")
    if not consulenten(team.pk, zaak.wet, vandaag).exists():
        raise ValidationError(
            f"{team.naam} heeft geen consulent voor de {zaak.get_wet_display()}. Vraag de beheerder om een collega."
        )
    return team


def check_kijkdag(naam: str, dag: datetime.date, vandaag: datetime.date) -> None:
    """After today, and within a quarter."""
    laatste = vandaag + HOOGSTENS
    if dag <= vandaag:
        raise ValidationError({naam: "Kies een dag na vandaag"})
    if dag > laatste:
        raise ValidationError({naam: f"Kies een dag tot en met {opmaak.datum(laatste)}"})
