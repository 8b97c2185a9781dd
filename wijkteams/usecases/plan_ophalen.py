"""How each act on a plan begins, and what a change of it undoes."""

from collections.abc import Iterable

from toegang.models import Actor, Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams.models import Deelnemer, Leefzorgplan, Plandeel
from wijkteams.permissions import check_kan_plannen
from wijkteams.statussen import PlanStatus

NIET_MEER = "Dit deel van het plan loopt niet (meer). Ververs de pagina."


def plandeel_vergrendelen(plan_id, *, zaak_id, door: Actor) -> tuple[Zaak, Plandeel]:
    """The part of this zaak, which the Actor may write; zaak and plan are locked, in that order."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_kan_plannen(zaak)
    deel = zaak.plandelen.lopend().filter(plan_id=plan_id).first()
    if deel is None:
        raise OngeldigeOvergang(NIET_MEER)
    deel.plan = Leefzorgplan.objects.vergrendelen(plan_id)  # who waited for it reads the part as it is now
    deel.refresh_from_db(fields=["status", "versie", "vastgesteld_op", "evaluatie_op", "afgesloten_op"])
    if deel.status == PlanStatus.AFGESLOTEN:
        raise OngeldigeOvergang(NIET_MEER)
    deel.zaak = zaak
    return zaak, deel


def opnieuw_afspreken(delen: Iterable[Plandeel], *, door: Actor, akkoord_weg: bool = True) -> None:
    """What was agreed and changes must be agreed again, by everyone who agreed."""
    for deel in delen:
        if deel.status == PlanStatus.VASTGESTELD:
            deel.status, deel.vastgesteld_op = PlanStatus.CONCEPT, None
            deel.bewaren(door=door, reden="plan gewijzigd na akkoord")
        for deelnemer in (
            deel.deelnemers.exclude(akkoord_op=None) if akkoord_weg else Deelnemer.objects.none()
        ):
            deelnemer.akkoord_op, deelnemer.akkoord_wijze, deelnemer.document = None, "", None
            deelnemer.bewaren(door=door, reden="plan gewijzigd na akkoord")


def delen_van(doel) -> list[Plandeel]:
    """The running parts that this goal belongs to."""
    zaken = doel.doelzaken.values("zaak")
    return list(Plandeel.objects.lopend().filter(plan_id=doel.plan_id, zaak__in=zaken).order_by("pk"))
