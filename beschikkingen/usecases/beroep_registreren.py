"""The inwoner went to court, and what the court said: registered, with what we have to do."""

import datetime

from django.db import transaction

from beschikkingen import gebeurtenissen
from beschikkingen.models import Beroep
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ophalen import besluit_vergrendelen
from toegang.models import Actor
from toegang.permissions import check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen


@transaction.atomic
def beroep_registreren(
    *,
    besluit_id,
    door: Actor,
    vandaag: datetime.date,
    soort: str,
    ingesteld_op: datetime.date,
    kenmerk_rechtbank: str,
) -> Beroep:
    """By the administratie or the jurist; the same number of the court is the same beroep."""
    check_rol(door, Rol.ADMINISTRATIE, Rol.JURIST)
    besluit = besluit_vergrendelen(besluit_id, door=door, recht=Recht.PROCES_INZIEN)
    if besluit.status != BesluitStatus.VERZONDEN or besluit.verzonden_op is None:
        raise OngeldigeOvergang("Dit besluit is nog niet verzonden. Beroep kan pas daarna.")
    check_tussen("ingesteld_op", ingesteld_op, besluit.verzonden_op, vandaag)
    bestaand = Beroep.objects.filter(besluit=besluit, kenmerk_rechtbank=kenmerk_rechtbank.strip()).first()
    if bestaand:
        return bestaand
    beroep = Beroep(
        zaak=besluit.zaak, besluit=besluit, soort=Beroep.Soort(soort), ingesteld_op=ingesteld_op,
        kenmerk_rechtbank=kenmerk_rechtbank.strip(),
    ).bewaren(door=door, reden="beroep geregistreerd")  # fmt: skip
    gebeurtenissen.beroep_geregistreerd(beroep, door=door)
    return beroep


@transaction.atomic
def uitspraak_vastleggen(
    *,
    beroep_id,
    door: Actor,
    vandaag: datetime.date,
    uitspraak_op: datetime.date,
    uitspraak: str,
    wat_nu: str = "",
) -> Beroep:
    """What the court said; when it asks something of us, the team gets a task."""
    check_rol(door, Rol.ADMINISTRATIE, Rol.JURIST)
    zaak_id = (
        Beroep.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=beroep_id)
    )
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    beroep = Beroep.objects.vergrendelen(beroep_id)
    check_tussen("uitspraak_op", uitspraak_op, beroep.ingesteld_op, vandaag)
    beroep.uitspraak_op, beroep.uitspraak, beroep.wat_nu = (
        uitspraak_op,
        Beroep.Uitspraak(uitspraak),
        wat_nu.strip(),
    )
    beroep.bewaren(door=door, reden="uitspraak vastgelegd")
    if uitspraak == Beroep.Uitspraak.GEGROND:
        taken.klaarzetten(
            "uitspraak", "De rechter gaf de inwoner gelijk. Maak een nieuw besluit.", door=door, zaak=zaak,
            uiterlijk=vandaag, adres="beschikkingen:ambtshalve", adres_pk=zaak.pk, medewerker=zaak.regisseur,
            rol="" if zaak.regisseur else Rol.CONSULENT,
        )  # fmt: skip
    gebeurtenissen.uitspraak_vastgelegd(beroep, door=door)
    return beroep
