"""The post brought a letter back: written down on the letter, and somebody finds out where the inwoner is."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, Brief, Terugreden
from toegang.regels import TERUGBELLEN_WERKDAGEN, werkdagen_later
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases import taken
from toegang.usecases.brief_verzenden import brief_vergrendelen

TAAK = "teruggekomen_post"


def wat_terugkomen_weigert(brief: Brief) -> str:
    """Why this letter cannot be registered as returned; empty when it can."""
    if brief.status != BriefStatus.VERZONDEN:
        return "Deze brief is nog niet verstuurd."
    if brief.teruggekomen_op:
        return f"Deze brief kwam al terug op {opmaak.datum(brief.teruggekomen_op)}."
    return ""


@transaction.atomic
def brief_teruggekomen(
    *, brief_id, teruggekomen_op: datetime.date, reden: str, door: Actor, vandaag: datetime.date
) -> Brief:
    """By the administratie. It stands in the work list until it is dealt with; the regisseur gets a task too."""
    brief = brief_vergrendelen(brief_id, door=door)
    if weigering := wat_terugkomen_weigert(brief):
        raise OngeldigeOvergang(weigering)
    verzonden = brief.verzonden_op or vandaag
    check_tussen("teruggekomen_op", teruggekomen_op, verzonden, vandaag)
    if reden not in Terugreden.values:
        raise ValidationError({"reden": "Kies waarom de brief terugkwam"})
    brief.teruggekomen_op, brief.terugreden = teruggekomen_op, Terugreden(reden)
    brief.bewaren(door=door, reden="teruggekomen")
    gebeurtenissen.brief_teruggekomen(brief, door=door)
    if brief.zaak.regisseur and brief.zaak.regisseur.is_active:
        taken.klaarzetten(
            TAAK, "Er kwam post terug. Zoek uit waar de inwoner woont.", door=door, zaak=brief.zaak,
            medewerker=brief.zaak.regisseur, uiterlijk=werkdagen_later(vandaag, TERUGBELLEN_WERKDAGEN),
            adres="toegang:brief", adres_pk=brief.pk,
        )  # fmt: skip
    return brief
