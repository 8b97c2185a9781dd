"""What was changed in a zaak, in words: the history of the front door's rows with the person and the reason."""

import datetime
from dataclasses import dataclass, field

from django.db import models

from toegang.models import (
    Aanvraag,
    Leefgebiedvraag,
    MeerTijd,
    Opschorting,
    Termijn,
    Verlenging,
    Vraagverheldering,
    Zaak,
)
from toegang.opmaak import datum

# never in words: keys, what is derived, and what is for the regisseur alone (L3)
NIET = {
    "id",
    "versie",
    "volgnummer",
    "eerstvolgende_op",
    "dossier",
    "zaak",
    "aanvraag",
    "termijn",
    "brief",
    "opschorting",
    "vraagverheldering",
    "veiligheid",
    "geregistreerd_om",
}
LANG = 80
NAMEN = {MeerTijd: "Meer tijd", Leefgebiedvraag: "Vraag over"}


@dataclass
class Wijziging:
    """One saved change: when, who, why, and the fields in words."""

    om: datetime.datetime
    wie: str
    wat: str
    reden: str
    velden: list[str] = field(default_factory=list)


def van_zaak(zaak: Zaak) -> list[Wijziging]:
    """Newest first. One query a kind of row."""
    uit: list[Wijziging] = []
    for model, filter_ in (
        (Zaak, {"id": zaak.pk}), (Vraagverheldering, {"zaak_id": zaak.pk}), (Aanvraag, {"zaak_id": zaak.pk}),
        (Termijn, {"zaak_id": zaak.pk}), (Opschorting, {"termijn__zaak_id": zaak.pk}),
        (Verlenging, {"termijn__zaak_id": zaak.pk}), (MeerTijd, {"opschorting__termijn__zaak_id": zaak.pk}),
        (Leefgebiedvraag, {"vraagverheldering__zaak_id": zaak.pk}),
    ):  # fmt: skip
        rijen = model.history.filter(**filter_).select_related("history_user").order_by("id", "history_id")
        vorige: dict = {}
        for rij in rijen:
            uit.append(_wijziging(model, vorige.get(rij.id), rij))
            vorige[rij.id] = rij
    return sorted(uit, key=lambda w: w.om, reverse=True)


def _wijziging(model, oud, nieuw) -> Wijziging:
    wat = NAMEN.get(model, model._meta.model_name.capitalize())
    if model is Leefgebiedvraag:
        wat = f"{wat} {nieuw.get_leefgebied_display().lower()}"
    if model is Termijn:
        wat = f"Termijn {nieuw.get_soort_display().lower()}"
    return Wijziging(
        om=nieuw.history_date, wie=nieuw.history_user.naam if nieuw.history_user else "onbekend",
        wat=f"{wat} {'gewijzigd' if oud else 'vastgelegd'}", reden=nieuw.history_change_reason or "",
        velden=_verschillen(model, oud, nieuw) if oud else [],
    )  # fmt: skip


def _verschillen(model, oud, nieuw) -> list[str]:
    zinnen = []
    for veld in model._meta.concrete_fields:
        if veld.name in NIET:
            continue
        van, naar = getattr(oud, veld.attname), getattr(nieuw, veld.attname)
        if van != naar:
            label = veld.name.replace("_", " ")
            if isinstance(veld, models.TextField | models.ForeignKey):
                zinnen.append(f"{label} gewijzigd")
            else:
                zinnen.append(f"{label}: van {_waarde(veld, van)} naar {_waarde(veld, naar)}")
    return zinnen


def _waarde(veld, waarde) -> str:
    """As a colleague reads it."""
    if waarde in (None, "", []):
        return "leeg"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, datetime.date):
        return datum(waarde)
    if isinstance(waarde, list):
        return ", ".join(str(w) for w in waarde)
    woord = str(dict(veld.flatchoices).get(waarde, waarde))
    return f"'{woord[:LANG]}'"
