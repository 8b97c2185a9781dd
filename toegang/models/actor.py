"""Who acts: exactly one of medewerker, inwoner, vertegenwoordiger or systeem."""

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import Q

from toegang.rechten import ALLE_RECHTEN, GEEN_RECHTEN, Rechten
from toegang.vaste_vraag import vaste_vraag


class ActorSoort(models.TextChoices):
    MEDEWERKER = "medewerker", "Medewerker"
    INWONER = "inwoner", "Inwoner"
    VERTEGENWOORDIGER = "vertegenwoordiger", "Vertegenwoordiger"
    SYSTEEM = "systeem", "Systeem"


class ActorManager(models.Manager):
    def systeem(self) -> "Actor":
        """The one Actor of jobs: it sees everything and signs nothing."""
        gevonden = _systeem()
        if gevonden:
            return gevonden[0]
        return self.get_or_create(soort=ActorSoort.SYSTEEM, defaults={"naam": "Systeem"})[0]


class Actor(models.Model):
    """Every `door=`, history row, log row and signature points at an Actor, and they are compared as Actors."""

    soort = models.CharField(max_length=20, choices=ActorSoort)
    naam = models.CharField(max_length=200)
    medewerker = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="actor"
    )
    inwoner = models.OneToOneField(
        "toegang.Inwoner", models.PROTECT, null=True, blank=True, related_name="actor"
    )
    vertegenwoordiger = models.OneToOneField(
        "toegang.Vertegenwoordiger", models.PROTECT, null=True, blank=True, related_name="actor"
    )

    objects = ActorManager()

    class Gegevens:
        persoonlijk = {"naam", "medewerker", "inwoner", "vertegenwoordiger"}
        overig = {"id", "soort"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="actor_precies_een",
                condition=Q(
                    soort="medewerker", medewerker__isnull=False, inwoner=None, vertegenwoordiger=None
                )
                | Q(soort="inwoner", medewerker=None, inwoner__isnull=False, vertegenwoordiger=None)
                | Q(soort="vertegenwoordiger", medewerker=None, inwoner=None, vertegenwoordiger__isnull=False)
                | Q(soort="systeem", medewerker=None, inwoner=None, vertegenwoordiger=None),
            ),
            models.UniqueConstraint(fields=["soort"], condition=Q(soort="systeem"), name="actor_een_systeem"),
        ]

    def __str__(self):
        return self.naam

    @cached_property
    def rechten(self) -> Rechten:
        """The rights of this reader, read once a request."""
        if self.soort == ActorSoort.SYSTEEM:
            return ALLE_RECHTEN
        if self.soort == ActorSoort.MEDEWERKER:
            return self.medewerker.rechten_lezen()
        return GEEN_RECHTEN


@vaste_vraag
def _systeem() -> models.QuerySet[Actor]:
    return Actor.objects.filter(soort=ActorSoort.SYSTEEM)
