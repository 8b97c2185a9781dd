"""A colleague leaves a team; the rights are gone at the next request, or after the day that was chosen."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import OngeldigeOvergang
from wijkteams.collegaregels import check_niet_eigen
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Lidmaatschap
from wijkteams.usecases.casemanager_kiezen import casemanagers_beeindigen
from wijkteams.usecases.dienstverband_ophalen import dienstverband_van
from wijkteams.usecases.lidmaatschap_beginnen import in_woorden
from wijkteams.usecases.teamrechten_projecteren import teamrechten_projecteren

WEG = "weg uit het team"


@transaction.atomic
def lidmaatschap_beeindigen(
    *,
    lidmaatschap_id,
    door: Actor,
    vandaag: datetime.date,
    laatste_dag: datetime.date | None = None,
    reden: str = "",
    versie: int | None = None,
) -> Lidmaatschap:
    """Not a member any more from today on, or after `laatste_dag`."""
    check_rol(door, Rol.BEHEERDER)
    dienst = dienstverband_van(Lidmaatschap.objects.get(pk=lidmaatschap_id).medewerker_id)
    lid = Lidmaatschap.objects.vergrendelen(lidmaatschap_id)
    check_niet_eigen(door, lid.medewerker_id)
    if lid.is_voorbij(vandaag):
        raise OngeldigeOvergang("Dit lidmaatschap is al beëindigd.")
    lid.check_versie(versie)
    if laatste_dag is not None and laatste_dag < max(vandaag, lid.vanaf_op):
        eerste = opmaak.datum(max(vandaag, lid.vanaf_op))
        raise ValidationError({"laatste_dag": f"De laatste dag moet op of na {eerste} liggen"})
    lid.tot_op = laatste_dag + datetime.timedelta(days=1) if laatste_dag else max(vandaag, lid.vanaf_op)
    lid.bewaren(door=door, reden=reden or WEG)
    if dienst is not None:
        wanneer = f"tot en met {opmaak.datum(laatste_dag)}" if laatste_dag else "beëindigd"
        dienst.noteren(f"{in_woorden(lid)}, {wanneer}", door=door, waarom=reden)
    teamrechten_projecteren(lid.medewerker, vandaag=vandaag)
    if lid.tot_op <= vandaag:
        geen_casemanager_meer(lid, door=door, vandaag=vandaag)
    return lid


def geen_casemanager_meer(lid: Lidmaatschap, *, door: Actor, vandaag: datetime.date) -> None:
    """On the zaken of this team and these laws, which he may not open any more."""
    zaken = Zaak.objects.filter(
        wijkteam=lid.wijkteam_id,
        wet__in=WETTEN_VAN_DISCIPLINE[lid.discipline],
        casemanagers__medewerker=lid.medewerker_id,
    )
    casemanagers_beeindigen(zaken, reden=WEG, door=door, vandaag=vandaag, medewerker_id=lid.medewerker_id)
