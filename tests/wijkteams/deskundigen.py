"""An expert who may be asked, and a consult that he answered."""

import datetime

from django.utils import timezone

from tests.fabrieken import MedewerkerFabriek
from toegang.models import Actor
from toegang.rechten import Rol
from wijkteams.models import Deskundige, Deskundigheid
from wijkteams.usecases.consult_beantwoorden import consult_beantwoorden
from wijkteams.usecases.consult_vragen import consult_vragen
from wijkteams.usecases.deskundige_vastleggen import deskundige_vastleggen


def deskundige(
    deskundigheid=Deskundigheid.ERGOTHERAPIE, *, op=datetime.date(2026, 1, 1), medewerker=None
) -> Deskundige:
    """In the list since long; a consulent of no team that has anything to do with the zaak."""
    medewerker = medewerker or MedewerkerFabriek(
        rollen=[Rol.CONSULENT], first_name="Lars", last_name="Martens"
    )
    beheerder = MedewerkerFabriek(rollen=[Rol.BEHEERDER]).actor
    return deskundige_vastleggen(
        medewerker_id=medewerker.pk, deskundigheid=deskundigheid, door=beheerder, vandaag=op
    )


def consult_van_ergotherapeut(zaak, door: Actor):
    """Asked and answered today: an exception is compared with the clock of the database."""
    wie, op = deskundige(), timezone.localdate()
    consult = consult_vragen(
        zaak_id=zaak.pk, deskundige_id=wie.pk, vraag="Welk hulpmiddel past?", uiterlijk_op=op, door=door, vandaag=op,
        nu=timezone.now(),
    )  # fmt: skip
    return consult_beantwoorden(
        consult_id=consult.pk, advies="Een rolstoel op maat.", door=wie.medewerker.actor, vandaag=op
    )
