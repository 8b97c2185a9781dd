"""Choose the letters of a batch and the date that will stand on them."""

import datetime

from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast

from toegang.briefsoorten import bron_van, bronnen
from toegang.models import Actor, Bericht, Brief, Verzending, Verzendregel
from toegang.models.bulk import bulk_met_historie
from toegang.models.verzending import in_verzending, op_de_post_gebleven
from toegang.opmaak import datum
from toegang.permissions import check_rol
from toegang.rechten import Recht, Rol
from toegang.statussen import BerichtStatus, BriefStatus
from toegang.usecases.verzending_nakijken import regels_nakijken

HOOGSTENS = 2000  # letters in one batch: more is a second batch
HOOGSTENS_DAGEN = 14
NIETS = "Er ligt niets meer klaar van wat u koos. Misschien zit het in de verzending van een collega."


def kiesbaar(lezer: Actor) -> QuerySet[Brief]:
    """Letters that wait and stand in no batch; of a shielded dossier none: those go one by one."""
    brieven = Brief.objects.voor(lezer, Recht.UITVOERING_INZIEN)
    if not lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
        return brieven.none()
    wacht = brieven.filter(status__in=[BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT], zaak__afgeschermd=False)
    onderweg = Bericht.objects.filter(  # a notice that it stands in Mijn hulp: no paper besides
        zaak=OuterRef("zaak"), status__in=[BerichtStatus.GEVRAAGD, BerichtStatus.ONZEKER],
        sleutel__contains=Cast(OuterRef("pk"), TextField()),
    )  # fmt: skip
    wacht = wacht.filter(~in_verzending(), ~op_de_post_gebleven(), ~Exists(onderweg))
    return wacht.order_by("gevraagd_om", "pk")


def te_schrijven(lezer: Actor, soort: str) -> QuerySet:
    """What waits for its day and is no letter yet, of this kind."""
    bezig = Verzendregel.objects.filter(soort=soort, brief=None, afgedaan_op=None).values("bron_id")
    return bron_van(soort).wacht(lezer).filter(zaak__afgeschermd=False).exclude(pk__in=bezig)


@transaction.atomic
def verzending_samenstellen(
    *,
    door: Actor,
    nu: datetime.datetime,
    vandaag: datetime.date,
    verzenddatum: datetime.date,
    soorten: list[str],
    dubbelzijdig: bool = True,
) -> Verzending:
    """Nothing is made yet: first a person looks at the exceptions and the samples (Awb art. 3:40, 3:41).

    Two people at once: each letter is in one batch only; who comes second gets what is left.
    """
    check_rol(door, Rol.ADMINISTRATIE)
    check_dag(verzenddatum, vandaag)
    verzending = Verzending(
        verzenddatum=verzenddatum, dubbelzijdig=dubbelzijdig, samengesteld_om=nu, samengesteld_door=door
    ).bewaren(door=door, reden="samengesteld")
    een_tegelijk()
    brieven = list(kiesbaar(door).filter(soort__in=soorten)[:HOOGSTENS])
    regels = [
        Verzendregel(verzending=verzending, zaak_id=b.zaak_id, soort=b.soort, bron_id=b.bron_id, brief=b)
        for b in brieven
    ]
    for bron in bronnen():
        if bron.soort in soorten:
            rijen = te_schrijven(door, bron.soort)
            regels += [
                Verzendregel(verzending=verzending, zaak_id=rij.zaak_id, soort=bron.soort, bron_id=rij.pk)
                for rij in rijen[: HOOGSTENS - len(regels)]
            ]
    if not regels:
        raise ValidationError({"soorten": NIETS})
    bulk_met_historie(regels, door=door, reden="gekozen voor verzending")
    regels_nakijken(verzending, door=door, vandaag=vandaag)
    return verzending


def een_tegelijk() -> None:
    """One at a time chooses the way of letters, until its transaction ends: the second sees what the first took.

    Who puts a batch together, and who announces a letter in Mijn hulp: else one letter goes both ways.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('toegang_verzending'))")


def check_dag(verzenddatum: datetime.date, vandaag: datetime.date) -> None:
    """Today or soon: a letter that is made long before may name facts that have changed."""
    if verzenddatum < vandaag:
        raise ValidationError({"verzenddatum": f"De verzenddatum moet op of na {datum(vandaag)} liggen"})
    laatst = vandaag + datetime.timedelta(days=HOOGSTENS_DAGEN)
    if verzenddatum > laatst:
        raise ValidationError({"verzenddatum": f"De verzenddatum mag hoogstens {datum(laatst)} zijn"})
