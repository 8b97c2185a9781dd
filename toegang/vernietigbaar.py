"""Which zaak may be proposed for destruction, and why another may not yet. It reads, and decides nothing."""

import datetime
from typing import Any

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from toegang import onderdelen, opmaak
from toegang.bewaartermijnen import REGELS, Bewaarregel, GeenBewaartermijn, Uitkomst, bewaarregel
from toegang.models import (
    Aanleiding,
    Gebeurtenis,
    Taak,
    Termijn,
    TermijnSoort,
    Vernietiging,
    Vernietigverzoek,
    Zaak,
)
from toegang.rechten import Recht
from toegang.regels import Afsluitreden, maanden_later
from toegang.statussen import VernietigingStatus, ZaakStatus

PER = 25
EIGEN_TAAK = "vernietigverzoek:"  # the task to judge the request keeps nothing alive
OPEN = "Deze zaak is nog open. Sluit haar eerst af."
LOOPT = "Er loopt nog hulp op deze zaak."
TERMIJN = "Er loopt nog een termijn op deze zaak, bijvoorbeeld om bezwaar te maken."
TAAK = "Er staat nog werk open op deze zaak."
VERVOLG = "Een zaak die nog open is, gaat hierop verder."
VERZOEK = "Er ligt een verzoek van de inwoner. Beoordeel dat eerst."
VERANDERD = "Deze zaak is veranderd na het voorstel. Wijs het voorstel af; daarna kan het opnieuw."
AL_VOORGESTELD = "Deze zaak is al voorgesteld. De FG beslist."


def regel_van(zaak: Zaak, vandaag: datetime.date) -> Bewaarregel:
    """The rule for this zaak; GeenBewaartermijn where none is known."""
    return bewaarregel(zaak.wet, zaak.afsluitreden, vandaag, naar_uitkomst=settings.BEWAREN_NAAR_UITKOMST)


def laatste_op(zaak: Zaak) -> datetime.date:
    """The day of the last thing that was written about it: its term counts from there."""
    gebeurd = zaak.gebeurtenissen.aggregate(op=Max("op"))["op"]
    return max(d for d in (zaak.gemeld_op, zaak.afgesloten_op, gebeurd) if d is not None)


def mag_vanaf(zaak: Zaak, vandaag: datetime.date) -> datetime.date | None:
    """The first day on which its term is over; None when no term is known."""
    try:
        return regel_van(zaak, vandaag).vanaf(laatste_op(zaak))
    except GeenBewaartermijn:
        return None


def toegewezen(zaak: Zaak) -> Vernietigverzoek | None:
    """The request that was granted, if there is one."""
    verzoeken = zaak.vernietigverzoeken.filter(uitkomst=Vernietigverzoek.Uitkomst.TOEGEWEZEN)
    return verzoeken.order_by("-beoordeeld_op", "pk").first()


def wat_houdt_vast(zaak: Zaak) -> list[str]:
    """What still goes on, in sentences; empty when nothing does. A term or a request does not change it."""
    if zaak.is_open:
        return [OPEN]
    zinnen = []
    if any(lopend.filter(zaak_id=zaak.pk).exists() for lopend in onderdelen.zaken_die_lopen()):
        zinnen.append(LOOPT)
    if zaak.termijnen.lopend().exclude(soort=TermijnSoort.VERNIETIGVERZOEK).exists():
        zinnen.append(TERMIJN)
    if zaak.taken.open().exclude(sleutel__startswith=EIGEN_TAAK).exists():
        zinnen.append(TAAK)
    if zaak.volgende_zaken.exclude(status=ZaakStatus.AFGESLOTEN).exists():
        zinnen.append(VERVOLG)
    return zinnen


def wat_beslissen_weigert(voorstel: Vernietiging, zaak: Zaak) -> list[str]:
    """Why a proposal cannot be approved now: something goes on, or the zaak is not what was proposed."""
    return wat_houdt_vast(zaak) or ([VERANDERD] if zaak.versie != voorstel.zaakversie else [])


def wat_weigert(zaak: Zaak, vandaag: datetime.date) -> list[str]:
    """Why it cannot be proposed now, in sentences; empty when it can."""
    zinnen = wat_houdt_vast(zaak)
    if zaak.vernietigingen.filter(status=VernietigingStatus.VOORGESTELD).exists():
        zinnen.append(AL_VOORGESTELD)
    if zaak.is_open or toegewezen(zaak):
        return zinnen
    if zaak.vernietigverzoeken.open().exists():
        return [*zinnen, VERZOEK]
    vanaf = mag_vanaf(zaak, vandaag)
    if vanaf is None:
        zinnen.append(
            "Voor deze wet is geen bewaartermijn bekend. Vernietigen kan op verzoek van de inwoner."
        )
    elif vandaag < vanaf:
        zinnen.append(f"De bewaartermijn loopt nog. Vernietigen mag vanaf {opmaak.datum(vanaf)}.")
    return zinnen


def grondslag(zaak: Zaak, vandaag: datetime.date) -> tuple[Aanleiding, str, datetime.date]:
    """Why a zaak without refusals may go: by request or by term, the article, and since when."""
    verzoek = toegewezen(zaak)
    if verzoek is not None and verzoek.beoordeeld_op is not None:
        bron = zaak.termijnen.filter(soort=TermijnSoort.VERNIETIGVERZOEK).order_by("-begint_op", "pk").first()
        return Aanleiding.VERZOEK, bron.artikel if bron else "AVG art. 17", verzoek.beoordeeld_op
    regel = regel_van(zaak, vandaag)
    return Aanleiding.TERMIJN, regel.bron, regel.vanaf(laatste_op(zaak))


def voor_te_stellen(lezer, vandaag: datetime.date) -> QuerySet[Zaak]:
    """Closed zaken that this reader sees, whose term is over or whose request was granted, with nothing going on."""
    van = {"zaak": OuterRef("pk")}
    verzoeken = Vernietigverzoek.objects.filter(**van)
    oud: Any = Q()
    for wet, redenen, grens in _grenzen(vandaag):
        later = Gebeurtenis.objects.filter(**van, op__gte=grens)
        oud |= Q(wet=wet, afsluitreden__in=redenen, afgesloten_op__lt=grens) & ~Exists(later)
    zaken = Zaak.objects.voor(lezer, Recht.PROCES_INZIEN).filter(
        Exists(verzoeken.filter(uitkomst=Vernietigverzoek.Uitkomst.TOEGEWEZEN))
        | (oud & ~Exists(verzoeken.filter(uitkomst=""))),
        status=ZaakStatus.AFGESLOTEN,
    )
    bezig = (
        Vernietiging.objects.open().filter(**van),
        Termijn.objects.lopend().filter(**van).exclude(soort=TermijnSoort.VERNIETIGVERZOEK),
        Taak.objects.open().filter(**van).exclude(sleutel__startswith=EIGEN_TAAK),
        Zaak.objects.open().filter(vorige_zaak=OuterRef("pk")),
    )
    for rijen in bezig:
        zaken = zaken.exclude(Exists(rijen))
    for lopend in onderdelen.zaken_die_lopen():
        zaken = zaken.exclude(pk__in=lopend)
    return zaken.select_related("dossier__inwoner").order_by("afgesloten_op", "pk")


def _grenzen(vandaag: datetime.date):
    """(law, exits, day): what was last written about before that day may go."""
    for wet in sorted({r.wet for r in REGELS}):
        lang = bewaarregel(wet, Afsluitreden.BESLUIT, vandaag)
        redenen = set(Afsluitreden)
        if settings.BEWAREN_NAAR_UITKOMST:
            kort = bewaarregel(wet, Afsluitreden.INGETROKKEN, vandaag, naar_uitkomst=True)
            redenen -= {Afsluitreden.INGETROKKEN}
            yield wet, [Afsluitreden.INGETROKKEN], _voor(kort, vandaag)
        yield wet, sorted(redenen), _voor(lang, vandaag)


def _voor(regel: Bewaarregel, vandaag: datetime.date) -> datetime.date:
    if regel.uitkomst == Uitkomst.VERSTREKT:
        return maanden_later(vandaag, -12 * regel.jaren)
    return vandaag - datetime.timedelta(days=regel.dagen)
