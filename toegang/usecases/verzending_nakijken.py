"""Look at every letter of a batch again: what may not go is held out, what was mended goes along."""

import datetime

from django.db import transaction

from toegang.brieven.geadresseerde import geadresseerden
from toegang.models import Actor, Brief, Uit, Verzending, Verzendregel
from toegang.models.bulk import bulk_met_historie
from toegang.models.verzending import OPEN
from toegang.nudge import nudge_na_commit
from toegang.statussen import VerzendingStatus
from toegang.usecases.brief_klaarzetten import opnieuw_vragen
from toegang.usecases.verzending_ophalen import check_status, verzending_vergrendelen
from toegang.verzendcontrole import ander_adres, wat_weerhoudt


@transaction.atomic
def verzending_nakijken(*, verzending_id, door: Actor, vandaag: datetime.date) -> int:
    """How many letters changed sides. Once it is printed a letter can only be held out: the paper lies there."""
    verzending = verzending_vergrendelen(verzending_id, door=door)
    check_status(verzending, *OPEN)
    anders = regels_nakijken(verzending, door=door, vandaag=vandaag)
    if verzending.fout:
        verzending.fout = ""
        verzending.bewaren(door=door, reden="opnieuw proberen")
    if verzending.status == VerzendingStatus.LOOPT:
        if not verzending.sha256:
            brieven_dateren(verzending, door=door, vandaag=vandaag)
        nudge_na_commit("brieven")
    return anders


def regels_van(verzending: Verzending):
    """The open rows with all that the check reads."""
    return (
        Verzendregel.objects.open()
        .filter(verzending=verzending)
        .select_related("verzending", "zaak__dossier__inwoner", "brief__document")
        .order_by("pk")
    )


def regels_nakijken(
    verzending: Verzending, *, door: Actor, vandaag: datetime.date, opnieuw: bool = True
) -> int:
    """For the batch that is locked: write down what holds each letter; the changed rows in one go.

    `opnieuw`: what could not be written is tried again; the worker does not, or the batch is never ready.
    """
    anders = []
    for regel in regels_van(verzending).select_for_update(of=("self",), no_key=True):
        if verzending.sha256 and regel.uit:
            continue
        if not opnieuw and regel.brief_id is None and regel.uit == Uit.NIET_KLAAR:
            continue
        uit, uitleg = wat_weerhoudt(regel, vandaag)
        if (uit, uitleg[:300]) != (regel.uit, regel.uitleg):
            regel.uit, regel.uitleg = uit, uitleg[:300]
            anders.append(regel)
    bulk_met_historie(anders, door=door, reden="verzending nagekeken")
    return len(anders)


def brieven_dateren(verzending: Verzending, *, door: Actor, vandaag: datetime.date) -> None:
    """Every letter that goes along gets the date and the address of this batch; another one is asked for anew."""
    mee = Verzendregel.objects.open().mee().filter(verzending=verzending, brief__isnull=False)
    afgedrukt = set(mee.exclude(sha256="").values_list("brief_id", flat=True))
    brieven = Brief.objects.filter(pk__in=mee.values("brief_id")).select_related(
        "zaak__dossier__inwoner", "document"
    )
    anders = []
    for brief in brieven.order_by("pk").select_for_update(of=("self",), no_key=True):
        nieuw = ander_adres(brief, geadresseerden(brief.zaak.dossier.inwoner, vandaag))
        if nieuw is None and brief.verzenddatum == verzending.verzenddatum:
            continue
        brief.verzenddatum = verzending.verzenddatum
        if nieuw is not None:
            brief.aan_naam, brief.aan_adres = nieuw.naam, list(nieuw.regels)
        if brief.pk in afgedrukt:
            oude_bytes_bewaren(brief, door=door)
        opnieuw_vragen(brief)
        anders.append(brief)
    bulk_met_historie(anders, door=door, reden="verzenddatum van de verzending")


def oude_bytes_bewaren(brief: Brief, *, door: Actor) -> None:
    """What was printed and did not leave on its day stays, as not sent; the letter gets new bytes."""
    oud, brief.document = brief.document, None
    if oud is None:
        return
    oud.niet_verzonden_van = brief
    oud.titel = f"{oud.titel} (niet verzonden)"[:200]
    oud.bewaren(door=door, reden="niet verzonden, opnieuw gemaakt")
