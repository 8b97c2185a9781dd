"""Who may sign what in the name of the college."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from toegang.models import HistorieQuerySet, MetHistorie


class Mandaatsoort(models.TextChoices):
    """Kinds of decision that are given to someone."""

    TOEKENNEN = "toekennen", "Toekennen"
    AFWIJZEN = "afwijzen", "Geheel of deels afwijzen"
    HERZIEN = "herzien", "Herzien, intrekken en terugvorderen"
    BEZWAAR = "bezwaar", "Beslissen op bezwaar"
    DWANGSOM = "dwangsom", "Dwangsom vaststellen"


def gewone_soorten() -> list[str]:
    """What a teammanager usually signs; bezwaar and dwangsom are given by name."""
    return [Mandaatsoort.TOEKENNEN, Mandaatsoort.AFWIJZEN, Mandaatsoort.HERZIEN]


class MandaatQuerySet(HistorieQuerySet):
    def op(self, dag):
        return self.filter(Q(tot_op=None) | Q(tot_op__gt=dag), vanaf_op__lte=dag)


class Mandaat(MetHistorie):
    """The power to sign in the name of the college (Awb art. 10:3, 10:10): what, up to which amount a year, when."""

    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="mandaten")
    waarneemt_voor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="waargenomen_mandaten"
    )
    functie = models.CharField(max_length=100, blank=True, default="")  # as the register names it
    wet = models.CharField(max_length=20)
    categorie = models.CharField(max_length=2, blank=True, default="")  # empty: every category
    product = models.ForeignKey(
        "voorzieningen.Product", models.PROTECT, null=True, blank=True, related_name="mandaten"
    )  # empty: every product of the category
    soorten = ArrayField(models.CharField(max_length=10, choices=Mandaatsoort), default=gewone_soorten)
    tot_bedrag = models.DecimalField(max_digits=10, decimal_places=2)  # euro a year
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)  # from this day it is over

    objects = MandaatQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="mandaat_eindigt_na_begin"
            ),
            models.CheckConstraint(
                condition=~Q(waarneemt_voor=F("medewerker")), name="mandaat_waarneemt_voor_ander"
            ),
            models.CheckConstraint(condition=Q(soorten__len__gt=0), name="mandaat_voor_iets"),
        ]
