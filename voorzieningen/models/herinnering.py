"""The reminders before help ends: what was done, in which weeks, and the morning e-mail of a colleague."""

import pgtrigger
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, UUIDField, Value
from django.db.models.functions import Cast, Coalesce

from toegang.models import HistorieQuerySet, MetHistorie
from toegang.models.zaak import zaken_q
from toegang.rechten import Recht
from toegang.statussen import BerichtStatus
from voorzieningen.ladder import WEKEN

ALLE_PRODUCTEN = "00000000-0000-0000-0000-000000000000"


class Sportnaam(models.IntegerChoices):
    """The rungs as they are stored (`ladder.Sport`)."""

    EERSTE = 1, "Eerste herinnering"
    TWEEDE = 2, "Tweede herinnering"
    DERDE = 3, "Derde herinnering"
    VIERDE = 4, "Vierde herinnering"
    VIJFDE = 5, "Vijfde herinnering"
    LAATSTE_DAG = 6, "Op de laatste dag"
    VOORBIJ = 7, "Voorbij zonder vervolg"


class HerinneringsschemaQuerySet(HistorieQuerySet):
    def op(self, dag):
        return self.filter(Q(tot_op=None) | Q(tot_op__gt=dag), vanaf_op__lte=dag)


class Herinneringsschema(MetHistorie):
    """How many weeks before the end each reminder comes, for one product or for all, from a day until a day."""

    product = models.ForeignKey(
        "voorzieningen.Product", models.PROTECT, null=True, blank=True, related_name="herinneringsschemas"
    )
    weken = ArrayField(models.PositiveSmallIntegerField(), size=len(WEKEN))
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)

    objects = HerinneringsschemaQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weken__len=len(WEKEN)), name="herinneringsschema_vijf_weken"),
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="herinneringsschema_volgorde"
            ),
            ExclusionConstraint(
                name="herinneringsschema_overlapt_niet",
                expressions=[
                    (
                        Coalesce("product", Cast(Value(ALLE_PRODUCTEN), UUIDField())),
                        RangeOperators.EQUAL,
                    ),
                    (
                        Func(F("vanaf_op"), F("tot_op"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]


class HerinneringQuerySet(models.QuerySet):
    def voor(self, lezer, recht: Recht = Recht.UITVOERING_INZIEN):
        return self.filter(zaken_q(lezer, recht, "indicatie__zaak__"))


class Herinnering(models.Model):
    """A rung that was done, once for each indicatie and last day; written with its effects, never changed."""

    class Weg(models.TextChoices):
        """How the inwoner was told."""

        NIET = "", "Niet"
        BRIEF = "brief", "Brief"
        E_MAIL = "e_mail", "E-mail"
        ZELF = "zelf", "Een collega doet het"

    id = models.BigAutoField(primary_key=True)
    indicatie = models.ForeignKey("voorzieningen.Indicatie", models.PROTECT, related_name="herinneringen")
    sport = models.PositiveSmallIntegerField(choices=Sportnaam)
    einddatum = models.DateField()  # of the indicatie then: another last day begins a ladder of its own
    dag = models.DateField()  # the day on which the rung was due
    op = models.DateField()  # the day on which it was done
    samen_met = models.PositiveSmallIntegerField(
        null=True, blank=True, choices=Sportnaam
    )  # missed: came along
    medewerker = models.ForeignKey(  # who got the task; none: the team
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    weg = models.CharField(max_length=8, choices=Weg, blank=True, default="")

    objects = HerinneringQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"indicatie", "einddatum", "dag", "weg"}
        overig = {"id", "sport", "op", "samen_met", "medewerker"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indicatie", "einddatum", "sport"], name="herinnering_een_per_sport"
            ),
            models.CheckConstraint(condition=Q(sport__gte=1, sport__lte=7), name="herinnering_sport"),
            models.CheckConstraint(condition=Q(op__gte=F("dag")), name="herinnering_niet_te_vroeg"),
            models.CheckConstraint(
                condition=Q(samen_met=None) | Q(samen_met__gt=F("sport")), name="herinnering_samen_met_latere"
            ),
        ]
        indexes = [models.Index(fields=["op", "id"], name="herinnering_op")]
        triggers = [
            pgtrigger.Protect(name="nooit_anders", operation=pgtrigger.Update | pgtrigger.Delete),
        ]


class OchtendberichtQuerySet(HistorieQuerySet):
    def te_versturen(self, nu):
        wacht_niet = Q(opnieuw_om=None) | Q(opnieuw_om__lte=nu)
        return self.filter(wacht_niet, status=BerichtStatus.GEVRAAGD).order_by("op", "pk")


class Ochtendbericht(MetHistorie):
    """One e-mail for a colleague on a morning: how many reminders wait and where. No name, no content."""

    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="ochtendberichten")
    op = models.DateField()
    nieuw = models.PositiveIntegerField()  # reminders since the last e-mail
    open = models.PositiveIntegerField()  # tasks about help that ends, all together
    status = models.CharField(max_length=10, choices=BerichtStatus, default=BerichtStatus.GEVRAAGD)
    begonnen_om = models.DateTimeField(null=True, blank=True)
    verzonden_om = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    opnieuw_om = models.DateTimeField(null=True, blank=True)
    fout = models.CharField(max_length=200, blank=True, default="")

    objects = OchtendberichtQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "op"], name="ochtendbericht_een_per_dag"),
            models.CheckConstraint(
                name="ochtendbericht_verzonden",
                condition=Q(status="verzonden", verzonden_om__isnull=False)
                | (~Q(status="verzonden") & Q(verzonden_om=None)),
            ),
        ]
