"""Whom one may ask for advice, and the advice itself."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from toegang.models import HistorieQuerySet, MetHistorie, ZaakgebondenQuerySet
from wijkteams.statussen import ConsultStatus


class Deskundigheid(models.TextChoices):
    """What somebody is asked for."""

    EXPERTISETEAM = "expertiseteam", "Expertiseteam"
    ERGOTHERAPIE = "ergotherapie", "Ergotherapeut"


class DeskundigeQuerySet(HistorieQuerySet):
    def op(self, dag):
        return self.filter(Q(tot_op=None) | Q(tot_op__gt=dag), vanaf_op__lte=dag, medewerker__is_active=True)


class Deskundige(MetHistorie):
    """A colleague who may be asked for this advice, from a day until a day (exclusive)."""

    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="deskundigheden")
    deskundigheid = models.CharField(max_length=15, choices=Deskundigheid)
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)

    objects = DeskundigeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medewerker", "deskundigheid"], condition=Q(tot_op=None), name="deskundige_een_keer"
            ),
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="deskundige_volgorde"
            ),
        ]


class Consult(MetHistorie):
    """A question to an expert about one zaak; while it lasts he may read it (Awb art. 3:5 and 3:9)."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="consulten")
    deskundigheid = models.CharField(max_length=15, choices=Deskundigheid)
    deskundige = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="consulten")
    vraag = models.TextField()
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    uiterlijk_op = models.DateField()
    status = models.CharField(max_length=12, choices=ConsultStatus, default=ConsultStatus.GEVRAAGD)
    advies = models.TextField(blank=True, default="")
    klaar_op = models.DateField(null=True, blank=True)  # answered or withdrawn
    ingetrokken_omdat = models.CharField(max_length=200, blank=True, default="")

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "vraag", "advies", "ingetrokken_omdat"}
        overig = {
            "id", "versie", "deskundigheid", "deskundige", "gevraagd_op", "gevraagd_door", "uiterlijk_op", "status",
            "klaar_op",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaak", "deskundige"], condition=Q(status="gevraagd"), name="consult_een_open"
            ),
            models.CheckConstraint(
                condition=Q(status="gevraagd", klaar_op=None, advies="", ingetrokken_omdat="")
                | (Q(status="beantwoord", klaar_op__isnull=False, ingetrokken_omdat="") & ~Q(advies=""))
                | (Q(status="ingetrokken", klaar_op__isnull=False, advies="") & ~Q(ingetrokken_omdat="")),
                name="consult_status",
            ),
        ]
