"""Somebody died: nobody calls to ask how a referral went."""

import datetime

from django.db import transaction
from django.db.models import Q

from toegang.models import Actor, Inwoner
from toegang.usecases import taken
from voorzieningen.models import Verwijzing
from voorzieningen.usecases.verwijzing_vastleggen import NAVRAGEN


@transaction.atomic
def verwijzingen_vasthouden(*, inwoner: Inwoner, door: Actor, vandaag: datetime.date) -> None:
    """The task to ask ends; the referral itself stays as it was."""
    van = Q(zaak__dossier__inwoner=inwoner) | Q(contactmoment__inwoner=inwoner)
    for pk in Verwijzing.objects.open().filter(van).order_by("pk").values_list("pk", flat=True):
        taken.afhandelen(NAVRAGEN, pk, door=door)
