"""A list as someone likes to see it, kept under a name."""

from django.conf import settings
from django.db import models


class WeergaveQuerySet(models.QuerySet):
    def van(self, lezer, lijst: str):
        """What this colleague kept of this list; nobody sees the views of another."""
        return self.filter(medewerker_id=lezer.medewerker_id, lijst=lijst)


class Weergave(models.Model):
    """A saved view: the filters of a list, never a name or BSN of a person."""

    id = models.BigAutoField(primary_key=True)
    medewerker = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    lijst = models.CharField(max_length=60)  # URL name
    naam = models.CharField(max_length=60)
    filter = models.CharField(max_length=500)  # the query string
    gemaakt_om = models.DateTimeField(auto_now_add=True)

    objects = WeergaveQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["medewerker", "lijst", "naam"], name="weergave_een_per_naam")
        ]
