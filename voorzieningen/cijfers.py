"""The questions of this room about a team: help that ends, what came of it, help by product."""

import datetime

from django.db.models import Aggregate, Count, F, FloatField, Q, QuerySet, Value

from toegang.cijfers import Dagen, Vraag
from toegang.rechten import Recht
from voorzieningen import teamcijfers as teams
from voorzieningen import uitstroom
from voorzieningen.ladder import WEKEN
from voorzieningen.models import Indicatie, Levering
from voorzieningen.models.afloop import LOOPT
from voorzieningen.models.indicatie import IndicatieQuerySet
from voorzieningen.statussen import IndicatieStatus

VOORUIT = (30, 60, 90)
DAG, JAAR = datetime.timedelta(days=1), datetime.timedelta(days=365)
LANGSTE = WEKEN[0] * 7  # days: as far back as the first reminder, where no other weeks were set


class Mediaan(Aggregate):
    """The middle value, as PostgreSQL interpolates it."""

    function = "percentile_cont"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


def van_team(v: Vraag) -> IndicatieQuerySet:
    """Help of which this reader may see the execution."""
    return Indicatie.objects.voor(v.lezer, Recht.UITVOERING_INZIEN).filter(zaak__wijkteam_id=v.wijkteam_id)


def leveringen(v: Vraag) -> QuerySet[Levering]:
    """The same of what providers do with it."""
    van_team_ = Levering.objects.voor(v.lezer, Recht.UITVOERING_INZIEN)
    return van_team_.filter(indicatie__zaak__wijkteam_id=v.wijkteam_id)


def eindigt_binnen(v: Vraag, dagen: int) -> Q:
    return Q(status__in=LOOPT, einddatum__gte=v.vandaag, einddatum__lte=v.vandaag + dagen * DAG)


def zonder_actie(v: Vraag) -> QuerySet[Indicatie]:
    return van_team(v).filter(eindigt_binnen(v, VOORUIT[-1])).zonder_vervolg(LANGSTE)


def verlopen(v: Vraag) -> QuerySet[Indicatie]:
    """Its last day passed, and nobody acted."""
    return van_team(v).met_ladder(v.vandaag).zonder_vervolg(LANGSTE).filter(einddatum__lt=v.vandaag)


def loopt(v: Vraag) -> Q:
    return Q(status__in=LOOPT, ingangsdatum__lte=v.vandaag)


def begon(v: Vraag) -> Q:
    """In the last year."""
    sinds = {"ingangsdatum__gt": v.vandaag - JAAR, "ingangsdatum__lte": v.vandaag}
    return Q(status__in=(*LOOPT, IndicatieStatus.BEEINDIGD), **sinds)


def eindigde(v: Vraag) -> Q:
    """In the last year."""
    sinds = {"beeindigd_op__gt": v.vandaag - JAAR, "beeindigd_op__lte": v.vandaag}
    return Q(status=IndicatieStatus.BEEINDIGD, **sinds)


def vragen(v: Vraag) -> dict[str, QuerySet]:
    """Nothing for who may not see the execution in this team."""
    if not v.mag(Recht.UITVOERING_INZIEN):
        return {}
    klaar = uitstroom.geeindigd(van_team(v), v.vandaag)
    return {
        "afloop": _een(van_team(v)).annotate(
            **{f"binnen_{d}": _dossiers(eindigt_binnen(v, d)) for d in VOORUIT}
        ),
        "zonder_actie": _een(zonder_actie(v)).annotate(n=_dossiers()),
        "verlopen": _een(verlopen(v)).annotate(n=_dossiers()),
        "uitstroom": _een(klaar.filter(uitstroom.uitgestroomd())).annotate(
            n=_dossiers(), terug=_dossiers(Q(uitstroom.kwam_terug()))
        ),
        "afschaling": _een(klaar.filter(uitstroom.afgeschaald())).annotate(
            n=_dossiers(), terug=_dossiers(Q(uitstroom.weer_zwaarder()))
        ),
        "producten": _per_product(v),
        **{
            naam: _een(welke).annotate(n=Count("indicatie__zaak", distinct=True))
            for naam, welke in niet_geleverd(v).items()
        },
        **teams.vragen(v),
    }


def niet_geleverd(v: Vraag) -> dict[str, QuerySet[Levering]]:
    """What was granted and nobody gives, by the name of its list."""
    rijen = leveringen(v)
    return {
        "niet_geleverd": rijen.niet_geleverd(v.vandaag),
        "niet_toegewezen": rijen.te_toewijzen(),
        "begint_nog": rijen.begint_nog(v.vandaag),
        "levering_gestopt": rijen.gestopt(v.vandaag),
    }


def _een(rijen: QuerySet) -> QuerySet:
    """All in one group."""
    return rijen.annotate(een=Value(1)).values("een")


def _dossiers(waar: Q | None = None) -> Count:
    return Count("zaak", distinct=True, filter=waar)


def _per_product(v: Vraag) -> QuerySet:
    """What runs, what came in and went out in a year, and how long and how much it is."""
    return (
        van_team(v)
        .filter(Q(status__in=LOOPT) | begon(v) | eindigde(v))
        .values("product_id", "product__naam", "eenheid", "frequentie")
        .annotate(
            loopt=_dossiers(loopt(v)), erin=_dossiers(begon(v)), uit=_dossiers(eindigde(v)),
            duur=Mediaan(Dagen("einddatum", "ingangsdatum"), filter=loopt(v)),
            omvang=Mediaan(F("volume"), filter=loopt(v)),
        )
    )  # fmt: skip
