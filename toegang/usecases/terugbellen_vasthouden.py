"""Somebody died: nobody calls him back any more. The question itself stays, for a person to look at."""

import datetime

from django.db import transaction

from toegang.models import Actor, Contactmoment, Inwoner


@transaction.atomic
def terugbellen_vasthouden(*, inwoner: Inwoner, door: Actor, vandaag: datetime.date) -> None:
    """The promise to call back ends; who called for somebody else (a daughter) is still called back.

    Called inside the change from the BRP.
    """
    wacht = Contactmoment.objects.open().filter(inwoner=inwoner, namens_naam="", terugbellen_op__isnull=False)
    for pk in wacht.order_by("pk").values_list("pk", flat=True):
        contact = Contactmoment.objects.vergrendelen(pk)
        contact.terugbellen_op = contact.terugbellen_om = None
        contact.bewaren(door=door, reden="inwoner is overleden: niet terugbellen")
