"""Whoever worked on one of two joined people is told, and says when it was read."""

import datetime

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor, Samenvoeging, Taak, Zaak
from toegang.usecases import taken

SOORT = "samenvoeging"


def melden(samenvoeging: Samenvoeging, zin: str, *, door: Actor, nu: datetime.datetime) -> None:
    """One task for each regisseur of an open zaak, and for each colleague who wrote in a row that moved."""
    wie = _collegas(samenvoeging) - {door.medewerker_id, None}
    medewerkers = Actor.objects.filter(medewerker__in=wie, medewerker__is_active=True)
    for actor in medewerkers.select_related("medewerker").order_by("pk"):
        taken.klaarzetten(
            f"{SOORT}_{actor.medewerker_id}", zin, door=door, medewerker=actor.medewerker,
            uiterlijk=timezone.localdate(nu), adres="toegang:samenvoeging", adres_pk=samenvoeging.pk,
        )  # fmt: skip


def _collegas(samenvoeging: Samenvoeging) -> set:
    beide = [samenvoeging.blijft_id, samenvoeging.verdwenen_id]
    wie = set(Zaak.objects.open().filter(dossier__inwoner__in=beide).values_list("regisseur_id", flat=True))
    for plek, pks in samenvoeging.verplaatst.items():
        if plek.count(".") == 2:
            model = apps.get_model(plek.rpartition(".")[0])
            geschreven = model.history.filter(id__in=pks, history_user__isnull=False)
            wie |= set(geschreven.values_list("history_user__medewerker_id", flat=True))
    return wie


def te_lezen(samenvoeging_id, *, door: Actor):
    """What waits for this colleague about this join."""
    return Taak.objects.voor(door).open().filter(sleutel=f"{SOORT}_{door.medewerker_id}:{samenvoeging_id}")


@transaction.atomic
def samenvoeging_gezien(*, samenvoeging_id, door: Actor) -> None:
    """The colleague checked it; a second time changes nothing."""
    taken.afhandelen(f"{SOORT}_{door.medewerker_id}", samenvoeging_id, door=door)
