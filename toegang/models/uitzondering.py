"""Exceptions: one person, one zaak, a ground and an end; reasons for looking; emergency access."""

import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.rechten import Grond


class ZaakUserObjectPermission(UserObjectPermissionBase):
    """An exception on one zaak, one row a ground: none can shorten or end another.

    It ends by its `tot`, compared in the rights query, not by a job.
    """

    id = models.BigAutoField(primary_key=True)
    content_object = models.ForeignKey("toegang.Zaak", models.CASCADE, related_name="uitzonderingen")
    grond = models.CharField(max_length=15, choices=Grond)
    vanaf = models.DateTimeField()
    tot = models.DateTimeField()
    verleend_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")

    class Gegevens:
        persoonlijk = {"user", "content_object", "grond"}
        overig = {"id", "permission", "vanaf", "tot", "verleend_door"}

    class Meta(UserObjectPermissionBase.Meta):
        abstract = False
        constraints = [
            models.CheckConstraint(condition=Q(tot__gt=F("vanaf")), name="uitzondering_eindigt"),
        ]
        unique_together = [["user", "permission", "content_object", "grond"]]
        indexes = [models.Index(fields=["user", "tot"], name="uitzondering_van_wie")]


class ZaakGroupObjectPermission(GroupObjectPermissionBase):
    """Unused, but without it guardian would fall back to its generic table."""

    id = models.BigAutoField(primary_key=True)
    content_object = models.ForeignKey("toegang.Zaak", models.CASCADE)

    class Gegevens:
        persoonlijk: set[str] = set()
        overig = {"id", "group", "permission", "content_object"}

    class Meta(GroupObjectPermissionBase.Meta):
        abstract = False


class Inzagereden(models.Model):
    """Why a team member who is not on the case opened its content; holds for the day it was given."""

    id = models.BigAutoField(primary_key=True)
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="+")
    op = models.DateField()
    reden = models.CharField(
        max_length=20,
        choices=[
            ("waarneming", "Ik neem waar voor een collega"),
            ("overleg", "Overleg in het team over deze inwoner"),
            ("vraag", "De inwoner belt of staat aan de balie"),
            ("kwaliteit", "Controle van het werk"),
        ],
    )

    class Gegevens:
        persoonlijk = {"zaak"}
        overig = {"id", "medewerker", "op", "reden"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "zaak", "op"], name="inzagereden_een_per_dag")
        ]


class Noodinzage(MetHistorie):
    """Break-glass: at most four hours, with a ground, a reason, a notice and a review that someone must close."""

    class NoodGrond(models.TextChoices):
        GEVAAR = "gevaar", "Direct gevaar voor de inwoner of een ander"
        CRISIS = "crisis", "Crisis buiten kantoortijd"
        VERVANGING = "vervanging", "Dringend, en niemand van het team is bereikbaar"

    class Oordeel(models.TextChoices):
        TERECHT = "terecht", "Terecht"
        NIET_TERECHT = "niet_terecht", "Niet terecht"
        NAVRAGEN = "navragen", "Navragen"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="noodinzagen")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    grond = models.CharField(max_length=15, choices=NoodGrond)
    reden = models.TextField()
    begonnen_om = models.DateTimeField()
    eindigt_om = models.DateTimeField()
    oordeel = models.CharField(max_length=15, choices=Oordeel, blank=True, default="")
    beoordeeld_om = models.DateTimeField(null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Gegevens:
        persoonlijk = {"zaak", "grond", "reden"}
        overig = {
            "id", "versie", "medewerker", "begonnen_om", "eindigt_om", "oordeel", "beoordeeld_om", "beoordeeld_door",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(eindigt_om__lte=F("begonnen_om") + datetime.timedelta(hours=4)),
                name="noodinzage_hoogstens_vier_uur",
            ),
            models.CheckConstraint(
                condition=Q(beoordeeld_om=None, beoordeeld_door=None)
                | Q(beoordeeld_om__isnull=False, beoordeeld_door__isnull=False),
                name="noodinzage_beoordeeld",
            ),
        ]


class ToezichtQuerySet(HistorieQuerySet):
    def van(self, lezer) -> "ToezichtQuerySet":
        """Those of this supervisor."""
        return self.filter(medewerker=lezer.medewerker_id)

    def lopend(self, lezer, nu: datetime.datetime) -> "ToezichtQuerySet":
        """Those of this supervisor that run now, the first to end first."""
        return self.van(lezer).filter(eindigt_om__gt=nu).order_by("eindigt_om", "pk")


class Toezichtinzage(MetHistorie):
    """A supervisor looks at one zaak for a case of his own, while that lasts (Wmo 2015 art. 6.1); the FG sees it."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="toezichtinzagen")
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    kenmerk = models.CharField(max_length=60)
    begonnen_om = models.DateTimeField()
    eindigt_om = models.DateTimeField()

    objects = ToezichtQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "kenmerk"}
        overig = {"id", "versie", "medewerker", "begonnen_om", "eindigt_om"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(eindigt_om__gte=F("begonnen_om")), name="toezichtinzage_volgorde"
            ),
        ]
