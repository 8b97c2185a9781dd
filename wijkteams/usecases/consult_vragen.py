"""Ask an expert for advice on one zaak."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Zaak, ZaakUserObjectPermission
from toegang.rechten import Grond, Recht
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.uitzonderingen import verlenen
from wijkteams import gebeurtenissen
from wijkteams.consultlezen import HOOGSTENS, NOG_LEZEN
from wijkteams.models import Consult, Deskundige
from wijkteams.permissions import check_in_behandeling
from wijkteams.statussen import ConsultStatus
from wijkteams.usecases.waarneming import begin_van

AFGESCHERMD = "Dit dossier is afgeschermd. Laat deze deskundige eerst noemen bij de afscherming."


@transaction.atomic
def consult_vragen(
    *,
    zaak_id,
    deskundige_id,
    vraag: str,
    uiterlijk_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
) -> Consult:
    """The expert may read the content until he answered, it is withdrawn, or a week after the day that was agreed."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    deskundige = Deskundige.objects.op(vandaag).select_related("medewerker").filter(pk=deskundige_id).first()
    _check(zaak, deskundige, uiterlijk_op, door, vandaag)
    if deskundige is None:  # said by _check
        raise ValidationError({"deskundige": "Kies een deskundige"})
    consult = Consult(
        zaak=zaak, deskundigheid=deskundige.deskundigheid, deskundige=deskundige.medewerker, vraag=vraag,
        gevraagd_op=vandaag, gevraagd_door=door, uiterlijk_op=uiterlijk_op,
    ).bewaren(door=door, reden="consult gevraagd")  # fmt: skip
    verlenen(
        zaak,
        deskundige.medewerker_id,
        Grond.CONSULT,
        vanaf=nu,
        tot=begin_van(uiterlijk_op + NOG_LEZEN),
        door=door,
    )
    taken.klaarzetten(
        "consult", "Geef advies aan een collega", door=door, zaak=zaak, medewerker=deskundige.medewerker,
        uiterlijk=uiterlijk_op, adres="wijkteams:consult", adres_pk=consult.pk,
    )  # fmt: skip
    gebeurtenissen.consult_gevraagd(consult, door=door)
    return consult


def _check(zaak: Zaak, deskundige: Deskundige | None, uiterlijk_op, door: Actor, vandaag) -> None:
    if deskundige is None or deskundige.medewerker_id == door.medewerker_id:
        raise ValidationError({"deskundige": "Deze collega kunt u nu niet om advies vragen. Kies een ander"})
    if not vandaag <= uiterlijk_op <= vandaag + HOOGSTENS:
        zin = f"Kies een dag van {opmaak.datum(vandaag)} tot en met {opmaak.datum(vandaag + HOOGSTENS)}"
        raise ValidationError({"uiterlijk_op": zin})
    wie = deskundige.medewerker
    if zaak.consulten.filter(deskundige=wie, status=ConsultStatus.GEVRAAGD).exists():
        raise ValidationError(
            {"deskundige": f"{wie.naam} kreeg al een vraag over deze inwoner. Wacht op het advies"}
        )
    genoemd = ZaakUserObjectPermission.objects.filter(
        content_object=zaak, user=wie, grond=Grond.AFGESCHERMD, tot__gt=begin_van(vandaag)
    )
    if zaak.afgeschermd and not genoemd.exists():
        raise ValidationError({"deskundige": AFGESCHERMD})
