"""What was handed over is taken on, or given back with a reason."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.rechten import Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.usecases.regisseur_losmaken import laten_verdelen, regisseur_losmaken
from wijkteams.usecases.zaak_toewijzen import OVERGEDRAGEN

NIET_NIEUW = "Dit is niet meer nieuw: u hebt het al aangenomen, of een collega heeft het."


@transaction.atomic
def zaak_aannemen(*, zaak_id, door: Actor) -> Zaak:
    """The new regisseur has read it."""
    zaak = _nieuwe_zaak(zaak_id, door)
    taken.afhandelen(OVERGEDRAGEN, zaak.pk, door=door)
    gebeurtenissen.zaak_aangenomen(zaak, door=door)
    return zaak


@transaction.atomic
def zaak_teruggeven(
    *, zaak_id, reden: str, door: Actor, vandaag: datetime.date, nu: datetime.datetime
) -> Zaak:
    """Back on the waiting list with the reason; the teamlead chooses another, rights go at once."""
    zaak = _nieuwe_zaak(zaak_id, door)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf waarom u dit teruggeeft"})
    for toewijzing in zaak.toewijzingen.filter(tot_om=None):
        toewijzing.tot_om, toewijzing.teruggegeven_omdat = nu, reden[:200]
        toewijzing.bewaren(door=door, reden="teruggegeven")
    taken.afhandelen(OVERGEDRAGEN, zaak.pk, door=door)
    gebeurtenissen.zaak_teruggegeven(zaak, door=door)
    regisseur_losmaken(zaak, reden="teruggegeven", door=door, nu=nu)
    laten_verdelen(zaak, meteen=zaak.spoed, door=door, vandaag=vandaag)
    return zaak.bewaren(door=door, reden="teruggegeven")


def _nieuwe_zaak(zaak_id, door: Actor) -> Zaak:
    """Mine, and not yet taken on."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if zaak.regisseur_id != door.medewerker_id:
        raise PermissionDenied("Alleen de regisseur die dit kreeg, neemt het aan of geeft het terug.")
    if not is_nieuw(zaak):
        raise OngeldigeOvergang(NIET_NIEUW)
    return zaak


def is_nieuw(zaak: Zaak) -> bool:
    """Handed over, and not yet answered."""
    return zaak.is_open and zaak.taken.open().filter(sleutel=f"{OVERGEDRAGEN}:{zaak.pk}").exists()
