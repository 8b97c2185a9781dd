"""Who may open a zaak now: members of its team under its law, the administratie, and named exceptions."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import F

from toegang.models import Zaak, ZaakUserObjectPermission
from toegang.rechten import VOOR_DE_FG, Grond, Recht


@dataclass(frozen=True)
class MagKijken:
    """One colleague with what he may do here, until when, and why."""

    naam: str
    rechten: str
    waarom: str
    tot: datetime.datetime | None = None


def wie_mag(zaak: Zaak, nu: datetime.datetime) -> list[MagKijken]:
    """The exceptions first; of an afgeschermde zaak there is nobody else."""
    uit = _uitzonderingen(zaak, nu)
    return uit if zaak.afgeschermd else [*uit, *_team(zaak)]


def _uitzonderingen(zaak: Zaak, nu: datetime.datetime) -> list[MagKijken]:
    """Not that of a supervisor: only the FG knows that he looks (design 2)."""
    rijen = ZaakUserObjectPermission.objects.filter(content_object=zaak, vanaf__lte=nu, tot__gt=nu)
    rijen = rijen.exclude(grond=VOOR_DE_FG)
    per_persoon = defaultdict(list)
    for rij in rijen.select_related("user", "permission").order_by("user__last_name", "user_id", "pk"):
        per_persoon[(rij.user, rij.grond, rij.tot)].append(rij.permission.codename)
    return [
        MagKijken(user.naam, _woorden(codes), Grond(grond).label, tot)
        for (user, grond, tot), codes in per_persoon.items()
    ]


def _team(zaak: Zaak) -> list[MagKijken]:
    """By the rights in the team, read as the rows that `.voor()` reads; one query."""
    if zaak.wijkteam_id is None:
        return [MagKijken("Administratie", "inhoud bewerken", "Er is nog geen team")]
    begin = f"{zaak.wet}_"
    wie = get_user_model().objects.filter(
        is_active=True, wijkteamuserobjectpermission__content_object=zaak.wijkteam_id,
        wijkteamuserobjectpermission__permission__codename__startswith=begin,
    )  # fmt: skip
    codes, namen = defaultdict(list), {}
    for rij in wie.annotate(code=F("wijkteamuserobjectpermission__permission__codename")).order_by(
        "last_name", "pk"
    ):
        codes[rij.pk].append(rij.code.removeprefix(begin))
        namen[rij.pk] = rij.naam
    return [
        MagKijken(
            namen[pk],
            _woorden(c),
            "Regisseur" if pk == zaak.regisseur_id else f"Lid van {zaak.wijkteam.naam}",
        )
        for pk, c in codes.items()
    ] + [MagKijken("Administratie", "proces en uitvoering inzien", "Overal")]


def _woorden(codes: list[str]) -> str:
    volgorde = list(Recht)
    rechten = sorted({Recht(c) for c in codes if c in Recht.values}, key=volgorde.index)
    return ", ".join(r.label.lower() for r in rechten)
