"""The leefzorgplan: made with the household, a part per zaak; goals name their zaken, actions an owner."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from toegang.models import HistorieQuerySet, Leefgebied, MetHistorie, Zaak, ZaakgebondenQuerySet
from toegang.rechten import Recht
from wijkteams.statussen import PlanStatus


class LeefzorgplanQuerySet(HistorieQuerySet):
    def lopend(self):
        return self.filter(afgesloten_op=None)

    def van_dossier(self, dossier):
        """The plan that began in this dossier, or in which one of its zaken has a part."""
        deel = Plandeel.objects.filter(plan=OuterRef("pk"), zaak__dossier=dossier)
        return self.filter(Q(dossier=dossier) | Exists(deel))


class Leefzorgplan(MetHistorie):
    """One plan for the people who belong together; it began in this dossier. What stands in it is read per goal."""

    dossier = models.ForeignKey("toegang.Dossier", models.PROTECT, related_name="plannen")
    opgesteld_op = models.DateField()
    afgesloten_op = models.DateField(null=True, blank=True)

    objects = LeefzorgplanQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"dossier"}
        overig = {"id", "versie", "opgesteld_op", "afgesloten_op"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier"], condition=Q(afgesloten_op=None), name="plan_een_lopend_per_dossier"
            )
        ]


class PlandeelQuerySet(ZaakgebondenQuerySet):
    def lopend(self):
        return self.exclude(status=PlanStatus.AFGESLOTEN)


class Plandeel(MetHistorie):
    """The plan as far as one zaak goes: agreed, looked at again and closed by itself.

    So nothing about the part of one zaak (that it is there, that it changed) shows in the part of another.
    """

    plan = models.ForeignKey(Leefzorgplan, models.PROTECT, related_name="delen")
    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="plandelen")
    status = models.CharField(max_length=12, choices=PlanStatus, default=PlanStatus.CONCEPT)
    begonnen_op = models.DateField()
    vastgesteld_op = models.DateField(null=True, blank=True)
    evaluatie_op = models.DateField(null=True, blank=True)  # planned
    afgesloten_op = models.DateField(null=True, blank=True)

    objects = PlandeelQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"plan", "zaak"}
        overig = {
            "id", "versie", "status", "begonnen_op", "vastgesteld_op", "evaluatie_op", "afgesloten_op",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=~Q(status="afgesloten"), name="plandeel_een_lopend_per_zaak"
            ),
            models.CheckConstraint(
                condition=Q(status="afgesloten", afgesloten_op__isnull=False)
                | (~Q(status="afgesloten") & Q(afgesloten_op=None)),
                name="plandeel_afgesloten",
            ),
            models.CheckConstraint(
                condition=~Q(status="vastgesteld")
                | Q(vastgesteld_op__isnull=False, evaluatie_op__isnull=False),
                name="plandeel_afgesproken_met_dagen",
            ),
        ]


class Deelnemer(MetHistorie):
    """A party to a part of the plan, and whether it agreed, when and how."""

    deel = models.ForeignKey(Plandeel, models.PROTECT, related_name="deelnemers")
    naam = models.CharField(max_length=200)
    rol = models.CharField(max_length=100)
    akkoord_op = models.DateField(null=True, blank=True)
    akkoord_wijze = models.CharField(
        max_length=12,
        choices=[("papier", "Op papier"), ("mondeling", "Mondeling"), ("digitaal", "Digitaal")],
        blank=True,
        default="",
    )
    document = models.ForeignKey(  # the signed paper
        "toegang.Document", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Gegevens:
        persoonlijk = {"deel", "naam", "rol", "akkoord_op", "akkoord_wijze", "document"}
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

    def van_zaak(self, zaak):
        """Goals that name this zaak."""
        return self.filter(Exists(Doelzaak.objects.filter(doel=OuterRef("pk"), zaak=zaak)))

    def lopend(self):
        return self.filter(beeindigd_op=None)


class Doel(MetHistorie):
    """A result aimed at, in the inwoner's words, measurable and dated."""

    plan = models.ForeignKey(Leefzorgplan, models.PROTECT, related_name="doelen")
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    ik_wil = models.CharField(max_length=300)
    score_nu = models.PositiveSmallIntegerField(null=True, blank=True)  # at the start
    score_straks = models.PositiveSmallIntegerField(null=True, blank=True)
    uiterlijk_op = models.DateField()
    beeindigd_op = models.DateField(null=True, blank=True)

    objects = DoelQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"plan", "leefgebied", "ik_wil", "score_nu", "score_straks"}
        overig = {"id", "versie", "uiterlijk_op", "beeindigd_op"}


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
