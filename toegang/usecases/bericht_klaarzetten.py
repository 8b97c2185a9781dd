"""Ask for an e-mail: a job row; a worker sends it."""

from django.db import transaction

from toegang.models import Actor, Bericht, Zaak
from toegang.moment import nu
from toegang.nudge import nudge_na_commit
from toegang.statussen import BERICHT_OVERGANGEN, BerichtStatus, check_overgang


@transaction.atomic
def bericht_klaarzetten(
    *, soort: str, zaak: Zaak, aan: str, onderwerp: str, tekst: str, door: Actor, sleutel: str | None = None
) -> Bericht:
    """One e-mail per thing said (`sleutel`): asked a second time it is the same row, whatever became of it.

    Called by a use-case that holds the zaak, checked the right and knows that an e-mail is the way.
    """
    sleutel = sleutel or f"{soort}:{zaak.pk}"
    bestaand = Bericht.objects.filter(sleutel=sleutel).first()
    if bestaand:
        return bestaand
    nudge_na_commit("berichten")
    return Bericht(
        zaak=zaak, soort=soort, sleutel=sleutel, aan=aan, onderwerp=onderwerp, tekst=tekst, gevraagd_om=nu()
    ).bewaren(door=door, reden="e-mail gevraagd")  # fmt: skip


def laten_vervallen(bericht: Bericht, reden: str, *, door: Actor) -> None:
    """It does not go out; its key is free again. The caller holds the row."""
    check_overgang(BERICHT_OVERGANGEN, bericht.status, BerichtStatus.VERVALLEN)
    bericht.status, bericht.fout = BerichtStatus.VERVALLEN, reden
    bericht.sleutel = f"{bericht.sleutel}:vervallen:{bericht.pk.hex[:8]}"
    bericht.bewaren(door=door, reden="e-mail vervallen")
