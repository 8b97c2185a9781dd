"""The plan is looked at together: a score and one decision for each goal."""

import datetime
from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.regels import werkdagen_later
from toegang.statussen import OngeldigeOvergang, check_overgang
from toegang.tussen import check_tussen
from toegang.usecases import taken
from wijkteams import gebeurtenissen
from wijkteams.models import Doel, Doeloordeel, Evaluatie, Plandeel, Wijkteam
from wijkteams.planlezen import lopende_doelen
from wijkteams.regels import ontbreekt_in_evaluatie
from wijkteams.statussen import PLAN_OVERGANGEN, PlanStatus
from wijkteams.usecases.plan_ophalen import plandeel_vergrendelen
from wijkteams.usecases.plan_vaststellen import EVALUEREN, check_evaluatiedag, evaluatie_klaarzetten

Besluit = Doeloordeel.Besluit
OVER_SCHALEN = 5  # working days to carry out what was decided
EERST_AFSPREKEN = "Dit plan is nog niet afgesproken. Leg eerst de akkoorden vast en spreek het plan af."


@transaction.atomic
def plan_evalueren(
    *,
    plan_id,
    zaak_id,
    door: Actor,
    vandaag: datetime.date,
    gehouden_op: datetime.date,
    aanwezigen: str,
    oordelen: Mapping[str, Mapping],
    volgende_op: datetime.date | None = None,
    versie: int | None = None,
) -> Evaluatie:
    """`oordelen`: goal (pk as text) -> score, besluit, toelichting; each running goal of this zaak, no other.

    A goal that stops has ended; when the last one stops, this part of the plan is closed. Down or up is a task.
    """
    zaak, deel = plandeel_vergrendelen(plan_id, zaak_id=zaak_id, door=door)
    if deel.status != PlanStatus.VASTGESTELD:
        raise OngeldigeOvergang(EERST_AFSPREKEN)
    deel.check_versie(versie)
    doelen = lopende_doelen(zaak)
    if not doelen:
        raise OngeldigeOvergang("Er loopt geen doel meer in dit deel van het plan.")
    gaat_door = any(o.get("besluit") != Besluit.STOPPEN for o in oordelen.values())
    _check(deel, doelen, oordelen, gehouden_op, vandaag)
    if gaat_door:
        if volgende_op is None:
            raise ValidationError({"volgende_op": "Vul in wanneer u het plan weer samen bekijkt"})
        check_evaluatiedag("volgende_op", volgende_op, vandaag)
    evaluatie = Evaluatie(deel=deel, gehouden_op=gehouden_op, aanwezigen=aanwezigen).bewaren(
        door=door, reden="plan samen bekeken"
    )
    for doel in doelen:
        _oordelen(evaluatie, doel, oordelen[str(doel.pk)], door)
    if gaat_door and volgende_op:
        deel.evaluatie_op = volgende_op
        deel.bewaren(door=door, reden="plan samen bekeken")
        evaluatie_klaarzetten(zaak, volgende_op, door=door)
    else:
        _afsluiten(deel, gehouden_op, door)
    gebeurtenissen.plan_bekeken(zaak, evaluatie, door=door)
    _taken(zaak, {o["besluit"] for o in oordelen.values()}, door=door, vandaag=vandaag)
    return evaluatie


def _check(deel: Plandeel, doelen: list[Doel], oordelen, gehouden_op, vandaag) -> None:
    begin = deel.vastgesteld_op or deel.begonnen_op
    check_tussen("gehouden_op", gehouden_op, begin, vandaag)
    if set(oordelen) != {str(d.pk) for d in doelen}:
        raise ValidationError("De doelen zijn intussen gewijzigd. Kijk ze na en vul aan wat ontbreekt.")
    fouten = ontbreekt_in_evaluatie({str(d.pk): d for d in doelen}, oordelen)
    if fouten:
        raise ValidationError(fouten)


def _oordelen(evaluatie: Evaluatie, doel: Doel, oordeel: Mapping, door: Actor) -> None:
    Doeloordeel(
        evaluatie=evaluatie, doel=doel, score=oordeel.get("score"), besluit=Besluit(oordeel["besluit"]),
        toelichting=oordeel.get("toelichting", ""),
    ).bewaren(door=door, reden="doel bekeken")  # fmt: skip
    if oordeel["besluit"] == Besluit.STOPPEN:
        doel.beeindigd_op = evaluatie.gehouden_op
        doel.bewaren(door=door, reden="doel gestopt")


def _afsluiten(deel: Plandeel, op: datetime.date, door: Actor) -> None:
    """The last goal of this zaak has ended; the plan as a whole ends with its last part."""
    check_overgang(PLAN_OVERGANGEN, deel.status, PlanStatus.AFGESLOTEN)
    deel.status, deel.afgesloten_op = PlanStatus.AFGESLOTEN, op
    deel.bewaren(door=door, reden="alle doelen gestopt")
    taken.afhandelen(EVALUEREN, deel.zaak_id, door=door)
    if not deel.plan.delen.lopend().exists():
        deel.plan.afgesloten_op = op
        deel.plan.bewaren(door=door, reden="alle doelen gestopt")


def _taken(zaak: Zaak, besluiten: set[str], *, door: Actor, vandaag: datetime.date) -> None:
    """What was decided has to be done: within the plan, or with the team of the zaak."""
    in_plus = zaak.opschalingen.lopend().exists()
    kan_op = not in_plus and zaak.wijkteam is not None and zaak.wijkteam.soort == Wijkteam.Soort.WIJK
    schalen = {
        Besluit.AFSCHALEN: (
            ("Schaal af naar het wijkteam", "wijkteams:opschalen")
            if in_plus
            else ("Spreek lichtere hulp af in het plan", "wijkteams:plan")
        ),
        Besluit.OPSCHALEN: (
            ("Beslis of Wijkteam+ dit overneemt", "wijkteams:opschalen")
            if kan_op
            else ("Spreek meer hulp af in het plan", "wijkteams:plan")
        ),
    }
    for besluit, (titel, adres) in schalen.items():
        if besluit in besluiten:
            taken.klaarzetten(
                f"plan_{besluit.value}", titel, zaak=zaak, medewerker=zaak.regisseur,
                rol="" if zaak.regisseur else "consulent", door=door, uiterlijk=werkdagen_later(vandaag, OVER_SCHALEN),
                adres=adres,
            )  # fmt: skip
