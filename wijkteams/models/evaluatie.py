"""Looking at the plan again: a score and one decision for each goal."""

from django.db import models
from django.db.models import Q

from toegang.models import MetHistorie, ZaakgebondenQuerySet
from wijkteams.models.plan import Doel, Plandeel


class EvaluatieQuerySet(ZaakgebondenQuerySet):
    zaakpad = "deel__zaak__"


class Evaluatie(MetHistorie):
    """On one day, with these people, about the part of one zaak."""

    deel = models.ForeignKey(Plandeel, models.PROTECT, related_name="evaluaties")
    gehouden_op = models.DateField()
    aanwezigen = models.CharField(max_length=300)

    objects = EvaluatieQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"deel", "aanwezigen"}
        overig = {"id", "versie", "gehouden_op"}


class Doeloordeel(MetHistorie):
    """How far a goal came, and what happens now."""

    class Besluit(models.TextChoices):
        DOORGAAN = "doorgaan", "Doorgaan zoals nu"
        AFSCHALEN = "afschalen", "Afschalen: het kan met minder hulp"
        OPSCHALEN = "opschalen", "Opschalen: er is meer nodig"
        STOPPEN = "stoppen", "Stoppen met dit doel"

    evaluatie = models.ForeignKey(Evaluatie, models.PROTECT, related_name="oordelen")
    doel = models.ForeignKey(Doel, models.PROTECT, related_name="oordelen")
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    besluit = models.CharField(max_length=10, choices=Besluit)
    toelichting = models.TextField(blank=True, default="")

    class Gegevens:
        persoonlijk = {"evaluatie", "doel", "score", "besluit", "toelichting"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["evaluatie", "doel"], name="doeloordeel_een_per_doel"),
            models.CheckConstraint(
                condition=Q(score=None) | Q(score__gte=1, score__lte=5), name="doeloordeel_score"
            ),
        ]
