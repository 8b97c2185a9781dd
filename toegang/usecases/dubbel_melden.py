"""Somebody was made who may be there already, shielded: only who is named on that dossier hears of it."""

import datetime

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor, Inwoner
from toegang.moment import nu
from toegang.rechten import Grond, Rol
from toegang.usecases import taken
from toegang.zoeken import afgeschermde_naamgenoten

TITEL = "Iemand staat misschien dubbel. Vergelijk de twee en voeg ze samen als het dezelfde is."


@transaction.atomic
def dubbel_melden(*, inwoner: Inwoner, bsn: str, door: Actor) -> None:
    """A task for the named administratie; nobody else can tell this apart from a new person."""
    bekend = afgeschermde_naamgenoten(geslachtsnaam=inwoner.geslachtsnaam, geboren=inwoner.geboren, bsn=bsn)
    dag: datetime.date = timezone.localdate(nu())
    genoemd = get_user_model().objects.filter(
        is_active=True, groups__name=Rol.ADMINISTRATIE, zaakuserobjectpermission__grond=Grond.AFGESCHERMD,
        zaakuserobjectpermission__content_object__dossier__inwoner__in=bekend,
    )  # fmt: skip
    for medewerker in genoemd.distinct().order_by("pk"):
        taken.klaarzetten(
            f"dubbel_{medewerker.pk}", TITEL, door=door, medewerker=medewerker, uiterlijk=dag,
            adres="toegang:inwoner_dubbel", adres_pk=inwoner.pk,
        )  # fmt: skip
