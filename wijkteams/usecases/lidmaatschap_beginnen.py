"""A colleague joins a team; the rights hold from the next request on, or from the day that was chosen."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Rol
from wijkteams.collegaregels import TEAMROLLEN, check_niet_eigen
from wijkteams.models import Discipline, Lidmaatschap, Medewerker
from wijkteams.usecases.dienstverband_ophalen import dienstverband_van
from wijkteams.usecases.teamrechten_projecteren import teamrechten_projecteren

HOOGSTENS_VOORUIT = datetime.timedelta(days=366)


@transaction.atomic
def lidmaatschap_beginnen(
    *,
    medewerker_id: int,
    wijkteam_id: int,
    rol: str,
    discipline: str,
    door: Actor,
    vandaag: datetime.date,
    vanaf_op: datetime.date | None = None,
    reden: str = "",
) -> Lidmaatschap:
    """Member from today or a later day on with this role and discipline; an equal one that runs then is given back."""
    check_rol(door, Rol.BEHEERDER)
    check_niet_eigen(door, medewerker_id)
    dienst = dienstverband_van(medewerker_id)
    medewerker = Medewerker.objects.select_for_update(no_key=True).get(pk=medewerker_id)
    if not medewerker.is_active:
        raise ValidationError(f"{medewerker.naam} werkt hier niet meer.")
    if rol not in TEAMROLLEN:
        raise ValidationError({"rol": "Deze rol hoort niet bij een team. Geef die bij 'Rollen'"})
    vanaf = vanaf_op or vandaag
    if not vandaag <= vanaf <= vandaag + HOOGSTENS_VOORUIT:
        laatste = opmaak.datum(vandaag + HOOGSTENS_VOORUIT)
        raise ValidationError({"vanaf_op": f"De datum moet van vandaag tot en met {laatste} liggen"})
    zelfde = Lidmaatschap.objects.filter(
        medewerker=medewerker, wijkteam_id=wijkteam_id, rol=Rol(rol), discipline=discipline
    )
    lid = zelfde.op(vanaf).first()
    if lid is None:
        if (straks := zelfde.nog_niet_voorbij(vanaf).first()) is not None:
            raise ValidationError(
                {"vanaf_op": f"Dit staat al klaar vanaf {opmaak.datum(straks.vanaf_op)}. Beëindig dat eerst"}
            )
        lid = Lidmaatschap(
            medewerker=medewerker,
            wijkteam_id=wijkteam_id,
            rol=Rol(rol),
            discipline=discipline,
            vanaf_op=vanaf,
        ).bewaren(door=door, reden=reden or "lid van het team")
        if dienst is not None:
            dienst.noteren(f"{in_woorden(lid)}, vanaf {opmaak.datum(vanaf)}", door=door, waarom=reden)
    teamrechten_projecteren(medewerker, vandaag=vandaag)
    return lid


def in_woorden(lid: Lidmaatschap) -> str:
    """Wijkteam Blerick: consulent, Wmo."""
    return f"{lid.wijkteam.naam}: {Rol(lid.rol).label.lower()}, {Discipline(lid.discipline).label}"
