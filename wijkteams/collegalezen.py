"""What the beheerder reads about a colleague: who, where, since when, and how much is in her hands. Never of whom."""

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from toegang import opmaak
from toegang.models import Actor, Taak, Zaak, ZaakUserObjectPermission
from toegang.rechten import Grond, Rol
from wijkteams.herstelcodes import TYPE
from wijkteams.inloglink import UREN
from wijkteams.models import (
    Afwezigheid,
    Dienstverband,
    Huisbezoek,
    Lidmaatschap,
    Medewerker,
    VasteContactpersoon,
)
from wijkteams.statussen import HuisbezoekStatus

PER = 50
VOLGORDE = ("medewerker__last_name", "medewerker__first_name", "pk")
REGELS = 50


def gezocht(vraag: dict, vandaag: datetime.date) -> QuerySet[Dienstverband]:
    """By words of the name, by team, role, and whether she works here; with roles and teams of today."""
    rijen = Dienstverband.objects.select_related("medewerker")
    match vraag.get("dienst"):
        case "weg":
            rijen = rijen.filter(medewerker__is_active=False)
        case "alle":
            pass
        case _:
            rijen = rijen.filter(medewerker__is_active=True)
    for woord in vraag.get("zoek", "").split():
        rijen = rijen.filter(
            Q(medewerker__first_name__icontains=woord)
            | Q(medewerker__last_name__icontains=woord)
            | Q(medewerker__username__icontains=woord)
        )
    leden = Lidmaatschap.objects.op(vandaag)
    if vraag.get("team"):
        van_team = leden.filter(wijkteam=vraag["team"], medewerker=OuterRef("medewerker"))
        rijen = rijen.filter(Exists(van_team))
    if vraag.get("rol"):
        groepen = Medewerker.groups.through.objects.filter(
            group__name=vraag["rol"], medewerker=OuterRef("medewerker")
        )
        rijen = rijen.filter(Exists(groepen))
    return rijen.prefetch_related(
        "medewerker__groups",
        Prefetch(
            "medewerker__lidmaatschappen",
            leden.select_related("wijkteam").order_by("wijkteam__naam", "rol", "discipline", "pk"), to_attr="leden",
        ),
    ).order_by(*VOLGORDE)  # fmt: skip


def bladeren(rijen: QuerySet[Dienstverband], na: UUID | None) -> tuple[list[Dienstverband], UUID | None]:
    """A page after this colleague, and after whom the next one begins."""
    vorige = Dienstverband.objects.select_related("medewerker").filter(pk=na).first() if na else None
    if vorige is not None:
        achter, voor = vorige.medewerker.last_name, vorige.medewerker.first_name
        rijen = rijen.filter(
            Q(medewerker__last_name__gt=achter)
            | Q(medewerker__last_name=achter, medewerker__first_name__gt=voor)
            | Q(medewerker__last_name=achter, medewerker__first_name=voor, pk__gt=vorige.pk)
        )
    blad = list(rijen[: PER + 1])
    for rij in blad:
        rij.rollen = rolnamen(rij.medewerker)
        rij.teams = [", ".join(dict.fromkeys(lid.wijkteam.naam for lid in rij.medewerker.leden))]
    return blad[:PER], blad[PER - 1].pk if len(blad) > PER else None


def rolnamen(medewerker: Medewerker) -> list[str]:
    """In the order of the roles; from the prefetched groups."""
    namen = {groep.name for groep in medewerker.groups.all()}
    return [rol.label for rol in Rol if rol in namen]


@dataclass
class Inloggen:
    """How she gets in, as far as she came."""

    wachtwoord: bool
    tweede_stap: bool
    laatst: datetime.datetime | None
    link_tot: datetime.datetime | None


def inloggen_van(dienst: Dienstverband, nu: datetime.datetime) -> Inloggen:
    mens = dienst.medewerker
    tot = dienst.link_om and dienst.link_om + datetime.timedelta(hours=UREN)
    return Inloggen(
        wachtwoord=bool(mens.password) and mens.has_usable_password(),
        tweede_stap=Authenticator.objects.filter(user=mens, type=Authenticator.Type.TOTP).exists(),
        laatst=mens.last_login,
        link_tot=tot if tot and tot > nu else None,
    )


def herstelcodes_over(lezer: Actor) -> int:
    """How many recovery codes she has left; none when she made none, or they ended."""
    rij = Authenticator.objects.filter(user_id=lezer.medewerker_id, type=TYPE).first()
    return len(rij.data["hashes"]) if rij else 0


@dataclass
class Werk:
    """What is in her hands, as numbers; `dossiers` per team with who leads it."""

    dossiers: list[tuple[str, int, str]] = field(default_factory=list)
    regels: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.dossiers or self.regels)


def werk_van(medewerker: Medewerker, nu: datetime.datetime, vandaag: datetime.date) -> Werk:
    """Eight queries, however much it is."""
    open_zaken = Zaak.objects.filter(regisseur=medewerker).open()
    per_team = list(
        open_zaken.values_list("wijkteam", "wijkteam__naam")
        .annotate(n=Count("pk"))
        .order_by("wijkteam__naam")
    )
    leiders = _leiders([team for team, _, _ in per_team if team], vandaag)
    werk = Werk([(naam or "zonder team", n, leiders.get(team, "")) for team, naam, n in per_team])
    tel = {
        "taak op naam,taken op naam": Taak.objects.open().filter(medewerker=medewerker).count(),
        "gepland huisbezoek,geplande huisbezoeken": Huisbezoek.objects.filter(
            zaak__regisseur=medewerker, status=HuisbezoekStatus.GEPLAND
        ).count(),
        "collega voor wie zij of hij waarneemt,collega's voor wie zij of hij waarneemt": (
            Afwezigheid.objects.nog_niet_voorbij(vandaag).filter(vervanger=medewerker).count()
        ),
        "organisatie als vaste contactpersoon,organisaties als vaste contactpersoon": (
            VasteContactpersoon.objects.filter(medewerker=medewerker, tot_op=None).count()
        ),
    }
    werk.regels = [opmaak.aantal(n, woorden) for woorden, n in tel.items() if n]
    gronden = (
        ZaakUserObjectPermission.objects.filter(user=medewerker, vanaf__lte=nu, tot__gt=nu)
        .values_list("grond")
        .annotate(n=Count("content_object", distinct=True))
        .order_by("grond")
    )
    werk.regels += [f"{opmaak.aantal(n, 'dossier,dossiers')}: {Grond(g).label.lower()}" for g, n in gronden]
    return werk


def _leiders(teams: list[int], vandaag: datetime.date) -> dict[int, str]:
    """Team -> who leads it today."""
    leden = (
        Lidmaatschap.objects.op(vandaag)
        .filter(wijkteam__in=teams, rol=Rol.TEAMLEAD, medewerker__is_active=True)
        .select_related("medewerker")
        .order_by("medewerker__last_name", "pk")
    )
    namen: dict[int, list[str]] = {}
    for lid in leden:
        namen.setdefault(lid.wijkteam_id, []).append(lid.medewerker.naam)
    return {team: ", ".join(dict.fromkeys(wie)) for team, wie in namen.items()}


def geschiedenis(dienst: Dienstverband) -> tuple[list, bool]:
    """What was done with this colleague, newest first, and whether there is more."""
    regels = dienst.history.select_related("history_user").order_by("-history_id")
    gevonden = list(regels[: REGELS + 1])
    return gevonden[:REGELS], len(gevonden) > REGELS
