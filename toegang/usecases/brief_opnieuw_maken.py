"""Give a letter that failed all its tries again."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from toegang.models import Actor, Brief
from toegang.nudge import nudge_na_commit
from toegang.rechten import Recht, Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.usecases.brief_klaarzetten import opnieuw_vragen
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def brief_opnieuw_maken(*, brief_id, door: Actor) -> Brief:
    """By the administratie or who writes in the zaak."""
    zaak_id = Brief.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=brief_id)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    if not (door.rechten.heeft_rol(Rol.ADMINISTRATIE) or zaak.mag(Recht.INHOUD_BEWERKEN)):
        raise PermissionDenied("De administratie of het wijkteam kan deze brief opnieuw laten maken.")
    brief = Brief.objects.vergrendelen(brief_id)
    if brief.status not in (BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT):
        raise OngeldigeOvergang("Deze brief is al verzonden of vervallen.")
    opnieuw_vragen(brief)
    brief.bewaren(door=door, reden="opnieuw maken")
    nudge_na_commit("brieven")
    return brief
