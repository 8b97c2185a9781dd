"""The leefzorgplan: made with the household, goals that each name their zaken, actions with an owner."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from toegang.models import HistorieQuerySet, Leefgebied, MetHistorie, Zaak
from toegang.rechten import Recht
from wijkteams.statussen import PlanStatus


class Leefzorgplan(MetHistorie):
    """Hangs on the person and is read per goal: a reader sees only the goals of zaken that he may see."""

    dossier = models.ForeignKey("toegang.Dossier", models.PROTECT, related_name="plannen")
    status = models.CharField(max_length=12, choices=PlanStatus, default=PlanStatus.CONCEPT)
    opgesteld_op = models.DateField()
    vastgesteld_op = models.DateField(null=True, blank=True)
    evaluatie_op = models.DateField(null=True, blank=True)

    class Gegevens:
        persoonlijk = {"dossier"}
        overig = {"id", "versie", "status", "opgesteld_op", "vastgesteld_op", "evaluatie_op"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=~Q(status="afgesloten"), name="plan_een_lopend_per_dossier"
            )
        ]


class Deelnemer(MetHistorie):
    """A party to the plan, and whether it agreed, when and how."""

    plan = models.ForeignKey(Leefzorgplan, models.PROTECT, related_name="deelnemers")
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=100)
    akkoord_op = models.DateField(null=True, blank=True)
    akkoord_wijze = models.CharField(
        max_length=12,
        choices=[("papier", "Op papier"), ("mondeling", "Mondeling"), ("digitaal", "Digitaal")],
        blank=True,
        default="",
    )

    class Gegevens:
        persoonlijk = {"plan", "naam", "rol", "akkoord_op", "akkoord_wijze"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(akkoord_op=None, akkoord_wijze="")
                | (Q(akkoord_op__isnull=False) & ~Q(akkoord_wijze="")),
                name="deelnemer_akkoord_met_wijze",
            )
        ]


class DoelQuerySet(HistorieQuerySet):
    def voor(self, lezer, recht: Recht = Recht.INHOUD_INZIEN):
        """Goals of which this reader may see at least one zaak."""
        if lezer.rechten.alles:
            return self
        koppeling = Doelzaak.objects.filter(doel=OuterRef("pk"), zaak__in=Zaak.objects.voor(lezer, recht))
        return self.filter(Exists(koppeling))


class Doel(MetHistorie):
    """A result aimed at, in the inwoner's words, measurable and dated."""

    plan = models.ForeignKey(Leefzorgplan, models.PROTECT, related_name="doelen")
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    ik_wil = models.CharField(max_length=300)
    score_nu = models.PositiveSmallIntegerField(null=True, blank=True)
    score_straks = models.PositiveSmallIntegerField(null=True, blank=True)
    uiterlijk_op = models.DateField()

    objects = DoelQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"plan", "leefgebied", "ik_wil", "score_nu", "score_straks"}
        overig = {"id", "versie", "uiterlijk_op"}


class Doelzaak(MetHistorie):
    """Which zaken a goal belongs to."""

    doel = models.ForeignKey(Doel, models.PROTECT, related_name="doelzaken")
    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="doelzaken")

    class Gegevens:
        persoonlijk = {"doel", "zaak"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [models.UniqueConstraint(fields=["doel", "zaak"], name="doelzaak_een_keer")]


class Actie(MetHistorie):
    """Who does what for a goal."""

    class Soort(models.TextChoices):
        INWONER = "inwoner", "U zelf"
        NETWERK = "netwerk", "Familie en buren"
        ALGEMEEN = "algemeen", "In de wijk"
        BASISHULP = "basishulp", "Korte hulp van het wijkteam"
        MAATWERK = "maatwerk", "Hulp van de gemeente"

    doel = models.ForeignKey(Doel, models.PROTECT, related_name="acties")
    soort = models.CharField(max_length=10, choices=Soort)
    omschrijving = models.CharField(max_length=300)
    wie = models.CharField(max_length=200, blank=True, default="")
    uiterlijk_op = models.DateField(null=True, blank=True)

    class Gegevens:
        persoonlijk = {"doel", "omschrijving", "wie"}
        overig = {"id", "versie", "soort", "uiterlijk_op"}
