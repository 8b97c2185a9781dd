"""Somebody acted: the open tasks about the end of this help are done."""

import datetime
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef

from toegang.models import Actor, Taak, Zaak
from toegang.models.bulk import wijzigen_met_historie
from toegang.moment import nu
from voorzieningen.ladders import ladders_op
from voorzieningen.models import Indicatie
from voorzieningen.usecases.herinneringen_doen import PAGINA, SOORTEN

ZELF = "herinnering_zelf"
LANG_GELEDEN = datetime.timedelta(days=3650)


@transaction.atomic
def ladder_stoppen(*, indicatie_ids: Iterable, door: Actor, reden: str) -> int:
    """Called by a use-case that holds the zaak; locks the indicaties, so that a run that is busy waits or is done."""
    ids = sorted(indicatie_ids)
    list(
        Indicatie.objects.filter(pk__in=ids)
        .order_by("einddatum", "pk")
        .select_for_update(no_key=True, of=("self",))
    )
    sleutels = [f"{soort}:{pk}" for pk in ids for soort in (*SOORTEN, ZELF)]
    return _sluiten(Taak.objects.open().filter(sleutel__in=sleutels), door=door, reden=reden)


def bij_heronderzoek(*, zaak: Zaak, door: Actor) -> None:
    """A heronderzoek of this zaak began: its help is being looked at (Wmo 2015 art. 2.3.9)."""
    van_zaak = Indicatie.objects.filter(zaak=zaak).values_list("pk", flat=True)
    ladder_stoppen(indicatie_ids=van_zaak, door=door, reden="heronderzoek begonnen")


def bij_vervolg(indicatie: Indicatie, *, door: Actor) -> None:
    """This help comes after other help of the same product: that one has a follow-up."""
    eerder = Indicatie.objects.filter(
        dossier_id=indicatie.dossier_id, product_id=indicatie.product_id, einddatum__lt=indicatie.einddatum
    ).exclude(pk=indicatie.pk)
    ladder_stoppen(indicatie_ids=eerder.values_list("pk", flat=True), door=door, reden="er is een vervolg")


@transaction.atomic
def ladders_opruimen(*, door: Actor, vandaag: datetime.date) -> int:
    """Tasks of which the reason is gone without anybody telling us: a death, a withdrawal, a merge. How many."""
    nog = Indicatie.objects.met_ladder(vandaag, sinds=vandaag - LANG_GELEDEN).zonder_vervolg(
        ladders_op(vandaag).langste
    )
    weg = Taak.objects.open().filter(adres=PAGINA).exclude(Exists(nog.filter(pk=OuterRef("adres_pk"))))
    return _sluiten(weg, door=door, reden="de hulp heeft een vervolg of eindigde")


def _sluiten(taken, *, door: Actor, reden: str) -> int:
    return wijzigen_met_historie(taken, door=door, reden=reden, afgehandeld_om=nu(), afgehandeld_door=door)
