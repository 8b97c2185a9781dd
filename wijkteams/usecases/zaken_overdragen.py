"""Zaken go from one consulent to another, one or a thousand at a time (design: toewijzing, hand-over)."""

import datetime
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import (
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    prefetch_related_objects,
)
from django.db.models.functions import Cast, Concat

from toegang.bulk import Uitslag
from toegang.models import Actor, Taak, Toestemming, Zaak, ZaakUserObjectPermission
from toegang.models.bulk import toevoegen_met_historie, wijzigen_met_historie
from toegang.rechten import Grond, Recht
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden
from wijkteams import gebeurtenissen
from wijkteams.models import Afwezigheid, Huisbezoek, Medewerker, Toewijzing
from wijkteams.overdracht import Ontvanger, waarom_niet_overdragen
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.waarneming import waarneming_bijhouden

LEZEN_BINNEN = datetime.timedelta(days=3)  # by then the new regisseur has read it
SOORT = "overgedragen"
VELDEN = (
    "dossier_id", "wet", "status", "afgeschermd", "wijkteam_id", "regisseur__first_name", "regisseur__last_name",
    "regisseur__username",
)  # fmt: skip


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
        .annotate(**_wat_meegaat(regisseur_id, vandaag))
        .select_related("regisseur")
        .only(*VELDEN)
        .select_for_update(of=("self",), no_key=True)
        .order_by("pk")
    )
    buiten = [zaak for zaak in zaken if (zaak.wijkteam_id, zaak.wet) not in ontvanger.plaatsen]
    prefetch_related_objects(buiten, "wijkteam")  # the sentence of a refusal names it
    uitslag, gaan, niet = Uitslag(weg=len(set(zaak_ids)) - len(zaken)), [], []
    for zaak in zaken:
        if zaak.regisseur_id == regisseur_id and zaak.is_open:
            uitslag.gedaan.append(zaak.pk)
        elif waarom := waarom_niet_overdragen(zaak, ontvanger, van=van.get(zaak.pk) if van else None):
            niet.append((zaak, waarom))
        else:
            gaan.append(zaak)
            uitslag.gedaan.append(zaak.pk)
    prefetch_related_objects([zaak for zaak, _ in niet], "dossier__inwoner")
    uitslag.niet = [(zaak.dossier.inwoner.naam.weergave(), waarom) for zaak, waarom in niet]
    if gaan and ontvanger.medewerker:
        _overdragen(gaan, naar=ontvanger.medewerker, reden=reden[:200], door=door, vandaag=vandaag, nu=nu)
    return uitslag


def _overdragen(zaken: list[Any], *, naar: Medewerker, reden: str, door: Actor, vandaag, nu) -> None:
    """The writes, for zaken that are locked and judged."""
    pks = [str(zaak.pk) for zaak in zaken]  # as text once, not once for each statement
    alle = Zaak.objects.filter(pk__een_van=pks)
    lopend = Toewijzing.objects.filter(zaak__pk__een_van=pks, tot_om=None)
    wijzigen_met_historie(lopend, door=door, reden="overgedragen", tot_om=nu)
    toevoegen_met_historie(
        Toewijzing, alle.filter(wijkteam__isnull=False), door=door, reden=reden, zaak=F("pk"), wijkteam=F("wijkteam"),
        regisseur=naar, vanaf_om=nu,
    )  # fmt: skip
    _werk_mee(pks, naar=naar, door=door)
    _nieuw_voor_mij(alle, naar=naar, door=door, vandaag=vandaag)
    gebeurtenissen.zaken_overgedragen(alle, [zaak.regisseur for zaak in zaken], naar, door=door, om=nu)
    wijzigen_met_historie(alle, door=door, reden=f"overgedragen: {reden}", regisseur=naar)
    for zaak in zaken:
        zaak.regisseur = naar
    if any(zaak.met_waarneming for zaak in zaken):
        waarneming_bijhouden(zaken, van=naar, vandaag=vandaag, door=door)
    toestemmingen_bijhouden([zaak for zaak in zaken if zaak.met_toestemming], door=door, nu=nu)


def _wat_meegaat(regisseur_id: int, vandaag: datetime.date) -> dict[str, Exists | Q]:
    """Whether somebody stands in on this zaak, or will; whether the inwoner gave a consent: of most zaken nobody."""
    staat_in = ZaakUserObjectPermission.objects.filter(content_object=OuterRef("pk"), grond=Grond.WAARNEMING)
    weg = Afwezigheid.objects.nog_niet_voorbij(vandaag).filter(medewerker=regisseur_id)
    gaf = Toestemming.objects.filter(inwoner=OuterRef("dossier__inwoner"), ingetrokken_op=None)
    return {"met_waarneming": Exists(staat_in) | Exists(weg), "met_toestemming": Exists(gaf)}


def _werk_mee(pks: list[str], *, naar: Medewerker, door: Actor) -> None:
    """What the previous regisseur had to do on these zaken, and the visits that were planned."""
    taken = Taak.objects.open().filter(zaak__pk__een_van=pks, medewerker=F("zaak__regisseur"))
    bezoeken = Huisbezoek.objects.filter(zaak__pk__een_van=pks, status=HuisbezoekStatus.GEPLAND)
    wijzigen_met_historie(taken, door=door, reden="zaak overgedragen", medewerker=naar)
    wijzigen_met_historie(bezoeken, door=door, reden="zaak overgedragen", consulent=naar)


def _nieuw_voor_mij(alle: QuerySet[Zaak], *, naar: Medewerker, door: Actor, vandaag: datetime.date) -> None:
    """A task a zaak for the new regisseur; the one of an earlier hand-over goes along with him."""
    toevoegen_met_historie(
        Taak, alle, door=door, reden="taak klaargezet", sleutel=Concat(Value(f"{SOORT}:"), Cast("pk", CharField())),
        titel="Nieuw voor u: overgedragen dossier. Lees het en bel de inwoner.", zaak=F("pk"), medewerker=naar,
        uiterlijk_op=Case(When(spoed=True, then=Value(vandaag)), default=Value(vandaag + LEZEN_BINNEN)),
        adres="toegang:zaak", adres_pk=F("pk"),
    )  # fmt: skip
