"""Who is away, and who stands in; never why."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from toegang.models import HistorieQuerySet, MetHistorie
from wijkteams.models.team import Medewerker


class AfwezigheidQuerySet(HistorieQuerySet):
    def op(self, dag):
        return self.filter(vanaf_op__lte=dag, terug_op__gt=dag)

    def nog_niet_voorbij(self, dag):
        return self.filter(terug_op__gt=dag)


class Afwezigheid(MetHistorie):
    """A colleague away from a day until the day of return (exclusive; the same: undone). The reason is not kept."""

    medewerker = models.ForeignKey(Medewerker, models.PROTECT, related_name="afwezigheden")
    vervanger = models.ForeignKey(
        Medewerker, models.PROTECT, null=True, blank=True, related_name="waarnemingen"
    )
    vanaf_op = models.DateField()
    terug_op = models.DateField()

    objects = AfwezigheidQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(terug_op__gte=F("vanaf_op")), name="afwezigheid_volgorde"),
            models.CheckConstraint(
                condition=Q(vervanger=None) | ~Q(vervanger=F("medewerker")),
                name="afwezigheid_ander_neemt_waar",
            ),
            ExclusionConstraint(
                name="afwezigheid_overlapt_niet",
                expressions=[
                    ("medewerker", RangeOperators.EQUAL),
                    (
                        Func(
                            F("vanaf_op"), F("terug_op"), function="daterange", output_field=DateRangeField()
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
