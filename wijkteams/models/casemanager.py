"""Who keeps it together when several professionals help and the inwoner cannot."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from toegang.models import MetHistorie, ZaakgebondenQuerySet


class CasemanagerQuerySet(ZaakgebondenQuerySet):
    def lopend(self):
        return self.filter(beeindigd_op=None)


class Casemanager(MetHistorie):
    """A colleague beside the regisseur, with both reasons, until a day on which it is looked at again."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="casemanagers")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="casemanagement")
    hulpverleners = models.TextField()  # who helps now, one a line: two or more
    geen_eigen_regie = models.CharField(max_length=300)
    vanaf_op = models.DateField()
    bekijken_op = models.DateField()
    beeindigd_op = models.DateField(null=True, blank=True)
    beeindigd_omdat = models.CharField(max_length=200, blank=True, default="")

    objects = CasemanagerQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "hulpverleners", "geen_eigen_regie", "beeindigd_omdat"}
        overig = {"id", "versie", "medewerker", "vanaf_op", "bekijken_op", "beeindigd_op"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(beeindigd_op=None), name="casemanager_een_nu"
            ),
            models.CheckConstraint(condition=Q(bekijken_op__gt=F("vanaf_op")), name="casemanager_kijkdag"),
            models.CheckConstraint(
                condition=Q(beeindigd_op=None, beeindigd_omdat="")
                | (Q(beeindigd_op__gte=F("vanaf_op")) & ~Q(beeindigd_omdat="")),
                name="casemanager_beeindigd",
            ),
        ]
