"""A letter for who chose Mijn hulp: an e-mail without content; once a mail server took it, it was handed over.

Until then it is a letter as any other, which the administratie can still send on paper. What may not be mailed, or
is not shown on the site, stays paper.
"""

import datetime
from collections.abc import Callable
from uuid import UUID

import structlog
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from portaal import berichten
from portaal.vrijgave import staat_op_de_site
from toegang.brieven.geadresseerde import bezorgadres
from toegang.models import Actor, Bericht, Bezorging, Brief, Zaak
from toegang.models.document import AFSCHRIFT
from toegang.models.verzending import bron_in_verzending, in_verzending, op_de_post_gebleven
from toegang.statussen import BerichtStatus, BriefStatus, OngeldigeOvergang
from toegang.usecases.bericht_klaarzetten import bericht_klaarzetten
from toegang.usecases.brief_verzenden import BriefOpnieuwMaken, brief_verzenden
from toegang.usecases.verzending_samenstellen import een_tegelijk

log = structlog.get_logger("portaal.bezorgen")


def sleutel_van(brief: Brief) -> str:
    """One notice a letter and day."""
    return f"{berichten.SOORT}:{brief.pk}:{brief.verzenddatum}"


def te_bezorgen(vandaag: datetime.date) -> QuerySet[Brief]:
    """Made, for today or earlier, of who chose Mijn hulp, not in a batch, not shielded and not kept from the site."""
    return (
        Brief.objects.filter(
            ~in_verzending(), ~bron_in_verzending(), ~op_de_post_gebleven(), status=BriefStatus.GEMAAKT,
            verzenddatum__lte=vandaag, zaak__afgeschermd=False, document__onthouden_grond="",
            zaak__dossier__inwoner__bezorging=Bezorging.MIJN_HULP,
        )
        .exclude(sleutel__contains=AFSCHRIFT)
        .order_by("verzenddatum", "pk")
    )  # fmt: skip


def brieven_bezorgen(*, nu: datetime.datetime, doorgaan: Callable[[], bool] = lambda: True) -> int:
    """Ask for the notice of each, one transaction a letter; how many were asked for."""
    vandaag, systeem, gevraagd = timezone.localdate(nu), Actor.objects.systeem(), 0
    for pk in te_bezorgen(vandaag).values_list("pk", flat=True):
        if not doorgaan():
            break
        try:
            gevraagd += brief_aankondigen(brief_id=pk, door=systeem, vandaag=vandaag)
        except Exception as fout:  # whatever a letter breaks on, the next one goes on; this one stays paper
            log.exception("brief_niet_aangekondigd", brief=str(pk), fout=type(fout).__name__)
    return gevraagd


@transaction.atomic
def brief_aankondigen(*, brief_id: UUID, door: Actor, vandaag: datetime.date) -> bool:
    """False: not asked for (again). A letter of an earlier day is first made anew with the date of today."""
    een_tegelijk()
    zaak_id = Brief.objects.values_list("zaak_id", flat=True).get(pk=brief_id)
    zaak = _vergrendeld(zaak_id)
    brief = te_bezorgen(vandaag).filter(pk=brief_id).select_for_update(of=("self",), no_key=True).first()
    adres = bezorgadres(zaak.dossier.inwoner, vandaag)
    if brief is None or not adres or not staat_op_de_site(zaak.pk, zaak.dossier.inwoner_id):
        return False
    if _al_aangekondigd(brief):
        return False
    if brief.verzenddatum < vandaag:
        _verzenden(brief, door=door, op=vandaag)
        return False
    bericht_klaarzetten(
        soort=berichten.SOORT, zaak=zaak, aan=adres, onderwerp=berichten.onderwerp(), tekst=berichten.tekst(),
        door=door, sleutel=sleutel_van(brief),
    )  # fmt: skip
    return True


def _al_aangekondigd(brief: Brief) -> bool:
    """On its way, or the way failed: then it is paper. A notice of an earlier day, before it was made anew, is over."""
    alle = Bericht.objects.filter(
        zaak=brief.zaak_id, soort=berichten.SOORT, sleutel__startswith=f"{berichten.SOORT}:{brief.pk}:"
    )
    return (
        alle.exclude(status=BerichtStatus.VERZONDEN).exists()
        or alle.filter(sleutel=sleutel_van(brief)).exists()
    )


def nog_nodig(bericht: Bericht) -> bool:
    """The letter still waits: it did not go on paper meanwhile, nor with a batch, nor was it made anew."""
    brief = te_bezorgen(timezone.localdate()).filter(pk=UUID(bericht.sleutel.split(":")[1])).first()
    return brief is not None and bericht.sleutel == sleutel_van(brief)


def na_bericht(zaak: Zaak, *, door: Actor, op: datetime.date) -> None:
    """The mail server took a notice of this zaak: its letters of that day were handed over, with all that follows.

    Not in the name of who found out that it arrived: he may decide about the e-mail and need not be of the desk.
    """
    namen = Bericht.objects.filter(zaak=zaak, soort=berichten.SOORT, status=BerichtStatus.VERZONDEN)
    for sleutel in sorted(namen.values_list("sleutel", flat=True)):
        pk = UUID(sleutel.split(":")[1])
        brief = Brief.objects.filter(pk=pk, status=BriefStatus.GEMAAKT).first()
        if brief is not None and sleutel == sleutel_van(brief):
            _verzenden(brief, door=Actor.objects.systeem(), op=op)


def als_brief(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """No e-mail could be the way: the letter waits for the post already, with the task of the administratie."""


def _verzenden(brief: Brief, *, door: Actor, op: datetime.date) -> None:
    """What stands in the way (died, safe contact, another day) leaves the letter to the administratie."""
    try:
        brief_verzenden(brief_id=brief.pk, door=door, vandaag=op, verzonden_op=op)
    except BriefOpnieuwMaken:
        log.info("brief_krijgt_andere_dag", brief=str(brief.pk))
    except (ValidationError, OngeldigeOvergang) as fout:
        log.warning("brief_niet_bezorgd", brief=str(brief.pk), fout=type(fout).__name__)


def _vergrendeld(zaak_id: UUID) -> Zaak:
    rijen = Zaak.objects.select_related("dossier__inwoner").select_for_update(of=("self",), no_key=True)
    return rijen.get(pk=zaak_id)
