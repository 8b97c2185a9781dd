"""What moves when two rows turn out to be one person: every key to an inwoner or a dossier, of every room.

Read from the models themselves, so that a new model cannot be forgotten; what stays is named here, with the reason.
"""

import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Model, OuterRef, QuerySet

from toegang.models import Inwoner, Zaak
from toegang.vaste_vraag import vaste_vraag
from toegang.zaakvraag import zaak_voor

BLIJFT_STAAN: dict[str, str] = {
    "toegang.Actor.inwoner": "who signed in as this person stays who he was in every signature and history",
    "toegang.Brpstand.inwoner": "the queue of the nightly job; of a double person nothing is asked any more",
    "toegang.Dossier.inwoner": "one dossier a person: the use-case moves it, or its zaken when both have one",
    "toegang.Huishoudlid.inwoner": "one household at a time: the use-case ends the membership of the double",
    "toegang.Inwoner.samengevoegd_met": "an earlier join; an old link is followed step by step",
    "portaal.Verzoek.inwoner": "done within seconds; what it wrote moves, the request stays as it was asked",
    "toegang.Samenvoeging.verdwenen": "the register of joins itself",
    "toegang.Samenvoeging.blijft": "the register of joins itself",
}
# Wishes that the one who stays takes over where he has none; a safer one always wins. Not where letters count: each
# chose that for himself.
WENSEN = (
    "telefoon", "e_mail", "bereik", "tolk", "slechthorend", "grote_letters", "let_op_bij_bezoek", "let_op_reden",
)  # fmt: skip
VEILIGER = ("", "ander_adres", "niets_sturen")


def verwijzingen(naar: type[Model]) -> list[tuple[Any, str]]:
    """(model, field) of every key to this model that moves along, in a fixed order."""
    gevonden = [
        (model, veld.name)
        for model in apps.get_models()
        if hasattr(model, "history")
        for veld in model._meta.concrete_fields
        if veld.related_model is naar and f"{model._meta.label}.{veld.name}" not in BLIJFT_STAAN
    ]
    return sorted(gevonden, key=lambda paar: (paar[0]._meta.label, paar[1]))


def gezamenlijke_wensen(blijft: Inwoner, verdwijnt: Inwoner) -> dict:
    """What changes in the wishes of the one who stays."""
    anders: dict = {}
    for naam in WENSEN:
        if not getattr(blijft, naam) and getattr(verdwijnt, naam):
            anders[naam] = getattr(verdwijnt, naam)
    if verdwijnt.veilig_contact and verdwijnt.veilig_contact not in blijft.veilig_contact:
        samen = "; ".join(zin for zin in (blijft.veilig_contact, verdwijnt.veilig_contact) if zin)
        anders["veilig_contact"] = samen[:200]
    if VEILIGER.index(verdwijnt.veilig_contact_post) > VEILIGER.index(blijft.veilig_contact_post):
        anders["veilig_contact_post"] = verdwijnt.veilig_contact_post
        anders["veilig_adres"] = verdwijnt.veilig_adres
    return anders


@vaste_vraag
def met_dubbelen(lezer, pk, vandaag: datetime.date) -> QuerySet[Zaak]:
    """The zaak with its header, and the keys that were joined to its inwoner."""
    dubbelen = Inwoner.objects.filter(samengevoegd_met=OuterRef("dossier__inwoner_id"))
    return zaak_voor(lezer, pk, vandaag).annotate(feit_dubbelen=ArraySubquery(dubbelen.values("pk")))


def van_deze_persoon(zaak: Zaak) -> list[UUID]:
    """The key of its inwoner and those of the rows that were joined to him: the read log keeps what it wrote."""
    pk, gelezen = zaak.dossier.inwoner_id, zaak.__dict__.get("feit_dubbelen")
    if gelezen is None:
        gelezen = Inwoner.objects.filter(samengevoegd_met=pk).values_list("pk", flat=True)
    return [pk, *gelezen]
