"""A letter that was not sent yet does not go to the old address."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.brieven.geadresseerde import geadresseerden
from toegang.models import Actor, Brief, Inwoner
from toegang.models.verzending import op_de_post
from toegang.nudge import nudge_na_commit
from toegang.statussen import BriefStatus
from toegang.usecases.brief_klaarzetten import opnieuw_vragen

NIET_WEG = (BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT)


@transaction.atomic
def brieven_omadresseren(*, inwoner: Inwoner, door: Actor, vandaag: datetime.date) -> int:
    """Asked anew with the address of today; how many. Called inside the transaction that saved the inwoner.

    Copies have an address of their own. Nobody to write to: the letter stays, and the page of the change lists it.
    """
    try:
        wie = geadresseerden(inwoner, vandaag)[0]
    except ValidationError:
        return 0
    anders = 0
    brieven = Brief.objects.filter(zaak__dossier__inwoner=inwoner, status__in=NIET_WEG).order_by("pk")
    brieven = brieven.exclude(pk__in=op_de_post())  # those are with the post already
    for brief in brieven.select_for_update(of=("self",), no_key=True):
        if brief.is_afschrift or brief.aan_adres == list(wie.regels):
            continue
        brief.aan_naam, brief.aan_adres = wie.naam, list(wie.regels)
        opnieuw_vragen(brief)
        brief.bewaren(door=door, reden="nieuw adres uit de BRP")
        anders += 1
    if anders:
        nudge_na_commit("brieven")
    return anders
