"""A colleague is away for a time, and another stands in. Nobody writes why."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Zaak
from wijkteams.afwezigen import HOOGSTENS, check_mag_afwezigheid, wie_neemt_waar
from wijkteams.models import Afwezigheid, Medewerker
from wijkteams.usecases.waarneming import waarneming_verlenen


@dataclass(frozen=True)
class Vastgelegd:
    """The absence, and how many zaken have a stand-in and how many have not."""

    afwezigheid: Afwezigheid
    met: int
    zonder: int


@transaction.atomic
def afwezigheid_vastleggen(
    *,
    medewerker_id: int,
    vervanger_id: int | None,
    vanaf_op: datetime.date,
    tot_en_met_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
) -> Vastgelegd:
    """From a day up to and including another; the stand-in has the rights of the regisseur for so long."""
    medewerker = Medewerker.objects.select_for_update(no_key=True).get(pk=medewerker_id)
    check_mag_afwezigheid(door, medewerker, vandaag)
    terug_op = tot_en_met_op + datetime.timedelta(days=1)
    _check_dagen(medewerker, vanaf_op, terug_op, vandaag)
    if vervanger_id is not None and not wie_neemt_waar(medewerker, vandaag).filter(pk=vervanger_id).exists():
        raise ValidationError({"vervanger": "Kies een consulent uit een team van deze collega"})
    afwezigheid = Afwezigheid(
        medewerker=medewerker, vervanger_id=vervanger_id, vanaf_op=vanaf_op, terug_op=terug_op
    ).bewaren(door=door, reden="afwezig")
    zaken = list(Zaak.objects.open().filter(regisseur=medewerker).order_by("pk"))
    met, zonder = waarneming_verlenen(afwezigheid, zaken, door=door)
    return Vastgelegd(afwezigheid, met, zonder)


def _check_dagen(medewerker: Medewerker, vanaf_op, terug_op, vandaag: datetime.date) -> None:
    if terug_op <= vanaf_op:
        raise ValidationError({"tot_en_met_op": "De laatste dag moet op of na de eerste dag liggen"})
    if terug_op <= vandaag:
        raise ValidationError({"tot_en_met_op": "Kies een laatste dag die nog niet voorbij is"})
    laatste = max(vanaf_op, vandaag) + HOOGSTENS
    if terug_op > laatste:
        raise ValidationError(
            {"tot_en_met_op": f"Kies een dag tot en met {opmaak.datum(laatste)}. Kijk dan opnieuw"}
        )
    staat_al = Afwezigheid.objects.filter(medewerker=medewerker, vanaf_op__lt=terug_op, terug_op__gt=vanaf_op)
    if (al := staat_al.order_by("vanaf_op").first()) and al.vanaf_op < al.terug_op:
        raise ValidationError(
            f"{medewerker.naam} staat al als afwezig vanaf {opmaak.datum(al.vanaf_op)}. Meld eerst die terugkomst."
        )
