"""What can be granted: products, providers, contracts and tariffs."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from toegang.models import HistorieQuerySet, Leefgebied, MetHistorie
from toegang.rechten import Wet


class Eenheid(models.TextChoices):
    """Units of an indicatie (iWmo 3.2, Zorginstituut Nederland)."""

    MINUUT = "01", "minuten"
    UUR = "04", "uur"
    ETMAAL = "14", "etmalen"
    DAGDEEL = "16", "dagdelen"
    STUKS_OUTPUT = "82", "stuks"
    EURO = "83", "euro"


class Frequentie(models.TextChoices):
    """How often (iWmo 3.2)."""

    DAG = "1", "per dag"
    WEEK = "2", "per week"
    MAAND = "4", "per maand"
    TOTAAL = "6", "in de hele periode"


class ProductQuerySet(HistorieQuerySet):
    def op(self, dag):
        return self.filter(Q(tot_op=None) | Q(tot_op__gt=dag), vanaf_op__lte=dag)


class Product(MetHistorie):
    """A maatwerkvoorziening that can be granted; category by iWmo WMO020."""

    class Bekostiging(models.TextChoices):
        INSPANNING = "inspanning", "p x q"
        PRESTATIE = "prestatie", "Prestatie"
        TAAK = (
            "taakgericht",
            "Taakgericht",
        )  # a sum for a task: an order names no volume (iWmo/iJw, aspecifiek)

    code = models.CharField(max_length=10, unique=True)
    naam = models.CharField(max_length=120)
    briefnaam = models.CharField(max_length=120)  # as a citizen reads it: "hulp in het huishouden"
    wat = models.CharField(max_length=300, blank=True, default="")  # the result, for the letter
    wet = models.CharField(max_length=20, choices=Wet)
    categorie = models.CharField(max_length=2)
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    eenheid = models.CharField(max_length=2, choices=Eenheid)
    frequentie = models.CharField(max_length=1, choices=Frequentie)
    bekostiging = models.CharField(max_length=12, choices=Bekostiging)
    eigen_bijdrage = models.BooleanField(default=True)
    ergotherapie_vooraf = models.BooleanField(default=False)
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)

    objects = ProductQuerySet.as_manager()

    def __str__(self):
        return self.naam


class Aanbieder(MetHistorie):
    """A provider. The AGB code is eight digits; it has no check digit, so the register is the only check."""

    naam = models.CharField(max_length=120, unique=True)
    agb = models.CharField(max_length=8, unique=True)
    telefoon = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(agb__regex=r"^[0-9]{8}$"), name="aanbieder_agb_acht_cijfers")
        ]

    def __str__(self):
        return self.naam


class Contract(MetHistorie):
    """This provider delivers this product in this period."""

    aanbieder = models.ForeignKey(Aanbieder, models.PROTECT, related_name="contracten")
    product = models.ForeignKey(Product, models.PROTECT, related_name="contracten")
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)
    wachttijd = models.PositiveSmallIntegerField(null=True, blank=True)  # weeks, as the provider said
    capaciteit = models.PositiveSmallIntegerField(
        null=True, blank=True
    )  # how many people can begin, as it said
    opgegeven_op = models.DateField(null=True, blank=True)  # the day it said so

    objects = ProductQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="contract_volgorde"
            ),
            models.CheckConstraint(
                condition=Q(wachttijd=None, capaciteit=None) | Q(opgegeven_op__isnull=False),
                name="contract_opgave_met_dag",
            ),
            ExclusionConstraint(
                name="contract_overlapt_niet",
                expressions=[
                    ("aanbieder", RangeOperators.EQUAL),
                    ("product", RangeOperators.EQUAL),
                    (
                        Func(F("vanaf_op"), F("tot_op"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]


class Tarief(MetHistorie):
    """The price of a product per unit in a period (euro)."""

    product = models.ForeignKey(Product, models.PROTECT, related_name="tarieven")
    bedrag = models.DecimalField(max_digits=9, decimal_places=2)
    eenheid = models.CharField(max_length=2, choices=Eenheid)
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=120, blank=True, default="")

    objects = ProductQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="tarief_volgorde"
            ),
            ExclusionConstraint(
                name="tarief_overlapt_niet",
                expressions=[
                    ("product", RangeOperators.EQUAL),
                    (
                        Func(F("vanaf_op"), F("tot_op"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
