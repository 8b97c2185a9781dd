"""A letter that must not go out after all."""

from django.db import transaction

from toegang.models import Actor, Brief
from toegang.statussen import BRIEF_OVERGANGEN, BriefStatus, check_overgang
from toegang.usecases import taken


@transaction.atomic
def brief_laten_vervallen(*, brief_id, door: Actor, reden: str) -> Brief:
    """Called by the use-case that takes back what the letter says. Its key is free again for a new letter."""
    brief = Brief.objects.vergrendelen(brief_id)
    if brief.status == BriefStatus.VERVALLEN:
        return brief
    check_overgang(BRIEF_OVERGANGEN, brief.status, BriefStatus.VERVALLEN)
    brief.status = BriefStatus.VERVALLEN
    brief.sleutel = f"{brief.sleutel}:vervallen:{brief.pk.hex[:8]}"
    brief.bewaren(door=door, reden=reden)
    for soort in ("brief_verzenden", "brief_mislukt"):
        taken.afhandelen(soort, brief.pk, door=door)
    return brief
