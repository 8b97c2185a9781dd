"""What a colleague reads in the morning: how many reminders there are for him, and where. No name, no content."""

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Count, Max
from django.urls import reverse

from toegang.rechten import Rol
from voorzieningen.ladder import MET_TEAMLEIDER
from voorzieningen.models import Herinnering, Ochtendbericht
from wijkteams.models import WETTEN_VAN_DISCIPLINE, Lidmaatschap, Medewerker

TERUG = datetime.timedelta(days=7)  # what was done longer ago is no news
ONDERWERP = "Toegang: {aantal} over hulp die afloopt"


@dataclass(frozen=True)
class Groep:
    """Reminders of one day that are for the same people."""

    op: datetime.date
    medewerker: int | None
    plaats: tuple[int | None, str]  # team and law
    sport: int
    dicht: bool  # of a shielded dossier: only who has the task
    aantal: int


@dataclass
class Wie:
    """Where each colleague with an e-mail address works."""

    teams: dict[str, set[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(set))
    desk: set[int] = field(default_factory=set)

    def krijgt(self, wie: int, groep: Groep) -> bool:
        """His own task, or one of his team, or a line of his role."""
        if groep.medewerker == wie:
            return True
        if groep.dicht:
            return False
        plaats = (wie, *groep.plaats)
        return (
            (groep.medewerker is None and plaats in self.teams[Rol.CONSULENT])
            or (groep.sport in MET_TEAMLEIDER and plaats in self.teams[Rol.TEAMLEAD])
            or wie in self.desk
        )


def nieuw_voor(vandaag: datetime.date) -> dict[int, int]:
    """Colleague -> reminders since his last e-mail; only who has an address and something new. Five queries."""
    groepen = _groepen(vandaag)
    if not groepen:
        return {}
    wie = _wie(vandaag)
    vorige = dict(
        Ochtendbericht.objects.filter(op__gt=vandaag - TERUG)
        .values_list("medewerker")
        .annotate(laatste=Max("op"))
    )
    mensen = Medewerker.objects.filter(is_active=True).exclude(email="").order_by("pk")
    gevonden = {}
    for pk in mensen.values_list("pk", flat=True):
        sinds = vorige.get(pk, datetime.date.min)
        aantal = sum(g.aantal for g in groepen if g.op > sinds and wie.krijgt(pk, g))
        if aantal:
            gevonden[pk] = aantal
    return gevonden


def _groepen(vandaag: datetime.date) -> list[Groep]:
    rijen = (
        Herinnering.objects.filter(samen_met=None, op__gt=vandaag - TERUG, op__lte=vandaag)
        .values_list(
            "op", "medewerker", "indicatie__zaak__wijkteam", "indicatie__zaak__wet", "sport",
            "indicatie__zaak__afgeschermd",
        )
        .annotate(aantal=Count("pk"))
        .order_by()
    )  # fmt: skip
    return [Groep(op, m, (team, wet), sport, dicht, n) for op, m, team, wet, sport, dicht, n in rijen]


def _wie(vandaag: datetime.date) -> Wie:
    wie = Wie()
    leden = Lidmaatschap.objects.op(vandaag).filter(rol__in=(Rol.CONSULENT, Rol.TEAMLEAD))
    for m, team, rol, discipline in leden.values_list("medewerker", "wijkteam", "rol", "discipline"):
        wie.teams[rol] |= {(m, team, wet) for wet in WETTEN_VAN_DISCIPLINE[discipline]}
    wie.desk = set(Medewerker.objects.filter(groups__name=Rol.ADMINISTRATIE).values_list("pk", flat=True))
    return wie


def herinneringen(aantal: int) -> str:
    return "1 herinnering" if aantal == 1 else f"{aantal} herinneringen"


def onderwerp(bericht: Ochtendbericht) -> str:
    return ONDERWERP.format(aantal=herinneringen(bericht.nieuw))


def tekst(bericht: Ochtendbericht) -> str:
    """Counts and links; the address of this application is a setting, and without it there is no link."""
    erbij = "Er is" if bericht.nieuw == 1 else "Er zijn"
    open_ = "Er staat 1 taak" if bericht.open == 1 else f"Er staan {bericht.open} taken"
    basis = settings.TOEGANG_ADRES.rstrip("/")
    waar = (
        f"Mijn werk: {basis}{reverse('toegang:mijn_werk')}\n"
        f"Herinneringen van vandaag: {basis}{reverse('voorzieningen:herinneringen')}"
        if basis
        else "Open Toegang en kies Mijn werk."
    )
    return (
        f"Goedemorgen,\n\n{erbij} {herinneringen(bericht.nieuw)} voor u over hulp die afloopt.\n"
        f"{open_} open over hulp die afloopt.\n\n{waar}\n\n"
        "U krijgt hoogstens één e-mail per ochtend. In deze e-mail staan geen namen.\n"
    )
