"""Shield a dossier: from now on only named colleagues can open it."""

import datetime
from collections.abc import Collection

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor, Dossier, Zaak
from toegang.permissions import check_mag_afschermen
from toegang.rechten import Grond, Recht, Rol
from toegang.usecases import taken
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden
from toegang.usecases.uitzonderingen import intrekken, verlenen

HERZIEN_VOORAF = datetime.timedelta(days=14)


@transaction.atomic
def dossier_afschermen(
    *, dossier_id, door: Actor, nu: datetime.datetime, tot: datetime.date, medewerkers: Collection, reden: str
) -> Dossier:
    """Own colleague, known person, secret address: all its zaken, open to these colleagues until the review date.

    Among them an administratie, and each regisseur. Called again it sets who may and until when anew.
    """
    dossier = (
        Dossier.objects.voor(door, Recht.PROCES_INZIEN)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=dossier_id)
    )
    zaken = list(
        Zaak.objects.filter(dossier=dossier)
        .met_rechten(door)
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
    )
    check_mag_afschermen(zaken)
    genoemd = _genoemd(zaken, medewerkers)
    _check(genoemd, nu, tot, reden)
    dossier.afgeschermd = True
    dossier.bewaren(door=door, reden=reden)
    einde = timezone.make_aware(datetime.datetime.combine(tot, datetime.time(23, 59)))
    for zaak in zaken:
        zaak.afgeschermd = True
        zaak.bewaren(door=door, reden=reden)
        intrekken(zaak, Grond.AFGESCHERMD)
        intrekken(zaak, Grond.WAARNEMING)  # a stand-in is not named
        intrekken(zaak, Grond.CASEMANAGER)
        intrekken(zaak, Grond.CONSULT)
        for medewerker in genoemd:
            verlenen(zaak, medewerker.pk, Grond.AFGESCHERMD, vanaf=nu, tot=einde, door=door)
    toestemmingen_bijhouden(zaken, door=door, nu=nu)
    herzien = next((m for m in genoemd if m.pk == door.medewerker_id), genoemd[0])
    taken.klaarzetten(
        "afscherming_herzien", "Kijk of de afscherming nog nodig is", door=door, adres="toegang:afschermen",
        adres_pk=dossier.pk, uiterlijk=tot - HERZIEN_VOORAF, medewerker=herzien,
    )  # fmt: skip
    return dossier


@transaction.atomic
def afscherming_opheffen(*, dossier_id, door: Actor, reden: str) -> Dossier:
    """The team can open it again."""
    dossier = (
        Dossier.objects.voor(door, Recht.PROCES_INZIEN)
        .select_for_update(of=("self",), no_key=True)
        .get(pk=dossier_id)
    )
    zaken = list(
        Zaak.objects.filter(dossier=dossier)
        .met_rechten(door)
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
    )
    check_mag_afschermen(zaken)
    dossier.afgeschermd = False
    dossier.bewaren(door=door, reden=reden)
    for zaak in zaken:
        zaak.afgeschermd = False
        zaak.bewaren(door=door, reden=reden)
        intrekken(zaak, Grond.AFGESCHERMD)
    toestemmingen_bijhouden(zaken, door=door, nu=timezone.now())
    taken.afhandelen("afscherming_herzien", dossier.pk, door=door)
    return dossier


def _genoemd(zaken: list[Zaak], medewerkers: Collection) -> list:
    """The named colleagues and every regisseur, who would lose his own work otherwise."""
    pks = {*medewerkers, *(z.regisseur_id for z in zaken if z.regisseur_id)}
    return list(get_user_model().objects.filter(pk__in=pks, is_active=True).order_by("pk"))


def _check(genoemd: list, nu: datetime.datetime, tot: datetime.date, reden: str) -> None:
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom dit dossier wordt afgeschermd."})
    if tot <= timezone.localdate(nu) + HERZIEN_VOORAF:
        raise ValidationError({"tot": "Kies een datum die meer dan twee weken verder ligt."})
    if not any(m.groups.filter(name=Rol.ADMINISTRATIE).exists() for m in genoemd):
        raise ValidationError(
            {"medewerkers": "Noem ook een collega van de administratie. Die verstuurt de brieven."}
        )
