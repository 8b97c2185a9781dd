"""Who refers people to the desk without an account: a GP, a school, another finder."""

import datetime

from django.db import models
from django.db.models import F, Q

from toegang.models.basis import HistorieQuerySet, MetHistorie


class Organisatie(MetHistorie):
    """A finder: huisarts, school, hospital; its contact person in a team is known by wijkteams."""

    class Soort(models.TextChoices):
        HUISARTS = "huisarts", "Huisartsenpraktijk"
        SCHOOL = "school", "School"
        ZIEKENHUIS = "ziekenhuis", "Ziekenhuis of revalidatie"
        WIJKVERPLEGING = "wijkverpleging", "Wijkverpleging"
        CORPORATIE = "corporatie", "Woningcorporatie"
        POLITIE = "politie", "Politie"
        ANDERS = "anders", "Andere vindplaats"

    naam = models.CharField(max_length=120, unique=True)
    soort = models.CharField(max_length=15, choices=Soort)
    telefoon = models.CharField(max_length=20, blank=True, default="")
    e_mail = models.EmailField(blank=True, default="")
    actief = models.BooleanField(default=True)

    def __str__(self):
        return self.naam


class VerwijslinkQuerySet(HistorieQuerySet):
    def geldig(self, dag: datetime.date):
        """Not ended, not withdrawn, of an organisation that may refer."""
        return self.filter(ingetrokken_op=None, geldig_tot__gte=dag, organisatie__actief=True)


class Verwijslink(MetHistorie):
    """The signed link by which one organisation refers; it ends by its date or is withdrawn."""

    organisatie = models.ForeignKey(Organisatie, models.PROTECT, related_name="verwijslinks")
    gemaakt_op = models.DateField()
    gemaakt_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    geldig_tot = models.DateField()
    ingetrokken_op = models.DateField(null=True, blank=True)

    objects = VerwijslinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot__gte=F("gemaakt_op")), name="verwijslink_eindigt_na_begin"
            )
        ]

    def waarom_niet(self, dag: datetime.date) -> str:
        """Why this link opens nothing; empty when it does."""
        if self.ingetrokken_op:
            return "ingetrokken"
        return "verlopen" if self.geldig_tot < dag else ""
