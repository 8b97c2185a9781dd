"""Who went on with less help, or with none, and did not come back: the conditions that a figure and its list share."""

import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import ExpressionWrapper
from django.db.models.fields import DateField

from toegang.regels import maanden_later
from voorzieningen.models import Afloopreden, Indicatie
from voorzieningen.models.afloop import KOMT
from voorzieningen.statussen import IndicatieStatus

# The source does not say how long; a year (a setting of the municipality).
NIET_TERUG_MAANDEN = 12
NIET_TERUG = datetime.timedelta(days=365)
AANSLUITEND = datetime.timedelta(days=31)  # lighter help begins so soon after
GEWEEST = (*KOMT, IndicatieStatus.BEEINDIGD)


def _later(duur: datetime.timedelta) -> ExpressionWrapper:
    return ExpressionWrapper(OuterRef("beeindigd_op") + duur, output_field=DateField())


def _andere(**waar) -> QuerySet[Indicatie]:
    """Other help of the same person that was, runs or comes."""
    return Indicatie.objects.filter(dossier=OuterRef("dossier"), status__in=GEWEEST, **waar).exclude(
        pk=OuterRef("pk")
    )


def geeindigd(indicaties: QuerySet[Indicatie], vandaag: datetime.date) -> QuerySet[Indicatie]:
    """Ended so long ago that we know whether they came back: of a whole year, of the living."""
    tot = maanden_later(vandaag, -NIET_TERUG_MAANDEN)
    return indicaties.filter(
        status=IndicatieStatus.BEEINDIGD, beeindigd_op__gt=maanden_later(tot, -12), beeindigd_op__lte=tot,
        dossier__inwoner__overleden_op="",
    )  # fmt: skip


def uitgestroomd() -> Q:
    """No longer needed, and nothing else ran beside or after it."""
    nog = _andere(ingangsdatum__lte=OuterRef("beeindigd_op"), einddatum__gt=OuterRef("beeindigd_op")).exclude(
        status=IndicatieStatus.BEEINDIGD, beeindigd_op__lte=OuterRef("beeindigd_op")
    )
    return Q(Q(loopt_af_reden=Afloopreden.NIET_NODIG), ~Exists(nog))


def kwam_terug() -> Exists:
    """New help within the time."""
    return Exists(_andere(ingangsdatum__gt=OuterRef("beeindigd_op"), ingangsdatum__lte=_later(NIET_TERUG)))


def afgeschaald() -> Q:
    """No longer needed, or followed at once by less of the same."""
    minder = _andere(
        product=OuterRef("product"), eenheid=OuterRef("eenheid"), frequentie=OuterRef("frequentie"),
        volume__lt=OuterRef("volume"), ingangsdatum__gt=OuterRef("ingangsdatum"),
        ingangsdatum__lte=_later(AANSLUITEND), einddatum__gt=OuterRef("beeindigd_op"),
    )  # fmt: skip
    return Q(Q(loopt_af_reden=Afloopreden.NIET_NODIG), ~Exists(_weer_evenveel(AANSLUITEND))) | Q(
        Exists(minder)
    )


def weer_zwaarder() -> Exists:
    """As much of the same, or more, within the time."""
    return Exists(_weer_evenveel(NIET_TERUG))


def _weer_evenveel(duur: datetime.timedelta) -> QuerySet[Indicatie]:
    return _andere(
        product=OuterRef("product"), eenheid=OuterRef("eenheid"), frequentie=OuterRef("frequentie"),
        volume__gte=OuterRef("volume"), ingangsdatum__gt=OuterRef("beeindigd_op"), ingangsdatum__lte=_later(duur),
    )  # fmt: skip
