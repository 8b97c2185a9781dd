"""What stands open to all, without an onderzoek: the sociale kaart."""

from django.db import models

from toegang.models import Leefgebied, MetHistorie


class AlgemeneVoorziening(MetHistorie):
    """Open to all, without an onderzoek (the sociale kaart)."""

    naam = models.CharField(max_length=120)
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    omschrijving = models.TextField(blank=True, default="")
    wijk = models.CharField(max_length=80, blank=True, default="")
    telefoon = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["naam", "wijk"], name="algemene_voorziening_een_per_wijk")
        ]

    def __str__(self):
        return self.naam
