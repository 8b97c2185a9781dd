"""Zaken go from one consulent to another, one or a thousand at a time (design: toewijzing, hand-over)."""

import datetime
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import F

from toegang.bulk import Uitslag
from toegang.models import Actor, Gebeurtenis, Taak, Zaak
from toegang.models.bulk import bulk_met_historie, wijzigen_met_historie
from toegang.rechten import Recht
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden
from wijkteams import gebeurtenissen
from wijkteams.models import Huisbezoek, Medewerker, Toewijzing
from wijkteams.overdracht import Ontvanger, waarom_niet_overdragen
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.waarneming import waarneming_bijhouden

LEZEN_BINNEN = datetime.timedelta(days=3)  # by then the new regisseur has read it
SOORT = "overgedragen"


@transaction.atomic
def zaken_overdragen(
    *,
    zaak_ids: Collection[UUID],
    regisseur_id: int,
    reden: str,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    van: Mapping[UUID, int | None] | None = None,
) -> Uitslag:
    """Each zaak by its own verdict: done, or its name with the reason; a second time changes nothing.

    `van`: who was regisseur when the reader saw the list; a zaak that a colleague handed over since is left alone.
    A fixed number of statements. Rights follow at once: they are read from the zaak (`rechten.REGISSEURSRECHTEN`).
    """
    ontvanger = Ontvanger.lezen(regisseur_id, vandaag)
    zaken = list(
        Zaak.objects.voor(door, Recht.PROCES_INZIEN)
        .filter(pk__een_van=list(zaak_ids))
        .met_rechten(door)
        .select_related("dossier__inwoner", "wijkteam", "regisseur")
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
    )
    uitslag, gaan = Uitslag(weg=len(set(zaak_ids)) - len(zaken)), []
    for zaak in zaken:
        if zaak.regisseur_id == regisseur_id and zaak.is_open:
            uitslag.gedaan.append(zaak.pk)
        elif waarom := waarom_niet_overdragen(zaak, ontvanger, van=van.get(zaak.pk) if van else None):
            uitslag.niet.append((zaak.dossier.inwoner.naam.weergave(), waarom))
        else:
            gaan.append(zaak)
            uitslag.gedaan.append(zaak.pk)
    if gaan and ontvanger.medewerker:
        _overdragen(gaan, naar=ontvanger.medewerker, reden=reden[:200], door=door, vandaag=vandaag, nu=nu)
    return uitslag


def _overdragen(zaken: list[Zaak], *, naar: Medewerker, reden: str, door: Actor, vandaag, nu) -> None:
    """The writes, for zaken that are locked and judged."""
    pks = [zaak.pk for zaak in zaken]
    lopend = Toewijzing.objects.filter(zaak__in=pks, tot_om=None)
    wijzigen_met_historie(lopend, door=door, reden="overgedragen", tot_om=nu)
    nieuw = [
        Toewijzing(zaak=zaak, wijkteam_id=zaak.wijkteam_id, regisseur=naar, reden=reden, vanaf_om=nu)
        for zaak in zaken
        if zaak.wijkteam_id
    ]
    bulk_met_historie(nieuw, door=door, reden=reden)
    _werk_mee(pks, naar=naar, door=door)
    _nieuw_voor_mij(zaken, naar=naar, door=door, vandaag=vandaag)
    zinnen = [gebeurtenissen.zaak_overgedragen(zaak, naar, door=door, om=nu) for zaak in zaken]
    Gebeurtenis.objects.bulk_create(zinnen)
    alle = Zaak.objects.filter(pk__een_van=pks)
    wijzigen_met_historie(alle, door=door, reden=f"overgedragen: {reden}", regisseur=naar)
    for zaak in zaken:
        zaak.regisseur = naar
    waarneming_bijhouden(zaken, van=naar, vandaag=vandaag, door=door)
    toestemmingen_bijhouden(zaken, door=door, nu=nu)


def _werk_mee(pks: list[UUID], *, naar: Medewerker, door: Actor) -> None:
    """What the previous regisseur had to do on these zaken, and the visits that were planned."""
    taken = Taak.objects.open().filter(zaak__in=pks, medewerker=F("zaak__regisseur"))
    bezoeken = Huisbezoek.objects.filter(zaak__in=pks, status=HuisbezoekStatus.GEPLAND)
    wijzigen_met_historie(taken, door=door, reden="zaak overgedragen", medewerker=naar)
    wijzigen_met_historie(bezoeken, door=door, reden="zaak overgedragen", consulent=naar)


def _nieuw_voor_mij(zaken: list[Zaak], *, naar: Medewerker, door: Actor, vandaag: datetime.date) -> None:
    """A task a zaak for the new regisseur; the one of an earlier hand-over goes along with him."""
    sleutels = {f"{SOORT}:{zaak.pk}": zaak for zaak in zaken}
    bestaand = set(Taak.objects.open().filter(sleutel__in=sleutels).values_list("sleutel", flat=True))
    bulk_met_historie(
        [
            Taak(
                sleutel=sleutel, titel="Nieuw voor u: overgedragen dossier. Lees het en bel de inwoner.", zaak=zaak,
                medewerker=naar, uiterlijk_op=vandaag if zaak.spoed else vandaag + LEZEN_BINNEN, adres="toegang:zaak",
                adres_pk=zaak.pk,
            )
            for sleutel, zaak in sleutels.items()
            if sleutel not in bestaand
        ],
        door=door,
        reden="taak klaargezet",
    )  # fmt: skip
