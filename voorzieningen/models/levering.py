"""What the provider does with what was granted: ordered, started, interrupted, stopped."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan

from toegang.models import MetHistorie, ZaakgebondenQuerySet


class Stopreden(models.TextChoices):
    """Why a provider stopped (iWmo 3.2, reden beëindiging and reden wijziging; our words)."""

    VERWIJDERD = "13", "De toewijzing was een vergissing"  # reden wijziging 13, on the first day only
    OVERLEDEN = "02", "De inwoner is overleden"
    VOLGENS_PLAN = "19", "De hulp is klaar, volgens plan"
    TIJDELIJK = "20", "De hulp stopt tijdelijk"
    DOOR_INWONER = "21", "De inwoner stopte ermee"
    DOOR_AANBIEDER = "22", "De aanbieder stopte ermee"
    IN_OVERLEG = "23", "De hulp stopte eerder, in overleg"
    VERHUISD = "31", "De inwoner verhuisde naar een andere gemeente"
    DOOR_GEMEENTE = "36", "De gemeente stopte de hulp"
    WIJZIGING = "37", "Er kwam een verzoek om wijziging"
    ANDERE_AANBIEDER = "38", "Een andere aanbieder ging verder"
    ANDER_DOMEIN = "39", "De inwoner krijgt hulp uit een andere wet"


class LeveringQuerySet(ZaakgebondenQuerySet):
    zaakpad = "indicatie__zaak__"

    def geldend(self):
        """Of help that was granted and has not ended, of the living."""
        return self.filter(
            indicatie__status__in=["toegekend", "lopend"], indicatie__dossier__inwoner__overleden_op=""
        )

    def niet_begonnen(self):
        """Granted, and nobody said that it began."""
        return self.geldend().filter(begonnen_op=None, gestopt_op=None)

    def te_toewijzen(self):
        """Granted, and nobody told the provider."""
        return self.niet_begonnen().filter(toegewezen_op=None)

    def niet_geleverd(self, vandaag):
        """Granted, and not begun on the last day it had to."""
        return self.niet_begonnen().filter(uiterlijk_begin_op__lt=vandaag)

    def begint_nog(self, vandaag):
        """Granted, and it need not have begun yet."""
        return self.niet_begonnen().filter(uiterlijk_begin_op__gte=vandaag)

    def gestopt(self, vandaag):
        """The provider stopped, and the right goes on: nobody gives this help."""
        return self.geldend().filter(gestopt_op__isnull=False, indicatie__einddatum__gt=vandaag)

    def na(self, op, pk):
        """The rows after this one, in the order of the list: by the last day to begin."""
        return self.filter(TupleGreaterThan(Tuple("uiterlijk_begin_op", "pk"), (op, pk)))


class Levering(MetHistorie):
    """The delivery of one indicatie in natura, from its grant on. `toewijzingnummer`: iWmo TR332, one per order."""

    indicatie = models.OneToOneField("voorzieningen.Indicatie", models.PROTECT, related_name="levering")
    verleend_op = models.DateField()
    uiterlijk_begin_op = models.DateField()  # five working days after the order, or after its first day
    toewijzingnummer = models.BigIntegerField(unique=True, null=True, blank=True)
    toegewezen_op = models.DateField(null=True, blank=True)
    begonnen_op = models.DateField(null=True, blank=True)
    gestopt_op = models.DateField(null=True, blank=True)  # its last day
    toewijzen_gevraagd_op = models.DateField(null=True, blank=True)  # the task to order it was made
    niet_geleverd_op = models.DateField(null=True, blank=True)  # the task that it did not begin was made
    stopreden = models.CharField(max_length=2, choices=Stopreden, blank=True, default="")

    objects = LeveringQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "indicatie", "verleend_op", "uiterlijk_begin_op", "toewijzingnummer", "toegewezen_op", "begonnen_op",
            "gestopt_op", "stopreden", "toewijzen_gevraagd_op", "niet_geleverd_op",
        }  # fmt: skip
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(toegewezen_op=None, toewijzingnummer=None)
                | Q(toegewezen_op__isnull=False, toewijzingnummer__isnull=False),
                name="levering_toegewezen_met_nummer",
            ),
            models.CheckConstraint(
                condition=Q(begonnen_op=None) | Q(toegewezen_op__isnull=False),
                name="levering_begint_na_toewijzing",
            ),
            models.CheckConstraint(
                condition=Q(gestopt_op=None, stopreden="") | (Q(gestopt_op__isnull=False) & ~Q(stopreden="")),
                name="levering_stopt_met_reden",
            ),
            models.CheckConstraint(
                condition=Q(begonnen_op=None) | Q(gestopt_op=None) | Q(gestopt_op__gte=F("begonnen_op")),
                name="levering_stopt_na_begin",
            ),
        ]
        indexes = [
            models.Index(
                fields=["uiterlijk_begin_op", "id"],
                condition=Q(begonnen_op=None, gestopt_op=None),
                name="levering_open",
            )
        ]


class Onderbreking(MetHistorie):
    """A time in which the help stands still; `tot_op` is the day it goes on again, empty while nobody knows."""

    levering = models.ForeignKey(Levering, models.PROTECT, related_name="onderbrekingen")
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=300)

    class Gegevens:
        persoonlijk = {"levering", "vanaf_op", "tot_op", "reden"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gt=F("vanaf_op")), name="onderbreking_volgorde"
            ),
            ExclusionConstraint(
                name="onderbreking_overlapt_niet",
                expressions=[
                    ("levering", RangeOperators.EQUAL),
                    (
                        Func(F("vanaf_op"), F("tot_op"), function="daterange", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]
