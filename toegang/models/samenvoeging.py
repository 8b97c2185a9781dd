"""Two rows that are one person, joined, and what a repair needs to take them apart again."""

from django.db import models
from django.db.models import F, Q

from toegang.models.basis import MetHistorie


class Samenvoeging(MetHistorie):
    """A join of a double person: which rows went along, by whom, why; undone when it was wrong."""

    verdwenen = models.ForeignKey("toegang.Inwoner", models.PROTECT, related_name="+")
    blijft = models.ForeignKey("toegang.Inwoner", models.PROTECT, related_name="samenvoegingen")
    om = models.DateTimeField()
    door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    reden = models.CharField(max_length=300)
    verplaatst = models.JSONField(default=dict)  # model label -> the keys of the rows that moved
    hersteld_om = models.DateTimeField(null=True, blank=True)
    hersteld_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    herstelreden = models.CharField(max_length=300, blank=True, default="")

    class Gegevens:
        persoonlijk = {"verdwenen", "blijft", "reden", "verplaatst", "herstelreden"}
        overig = {"id", "versie", "om", "door", "hersteld_om", "hersteld_door"}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(verdwenen=F("blijft")), name="samenvoeging_van_twee"),
            models.CheckConstraint(
                condition=Q(hersteld_om=None, hersteld_door=None)
                | Q(hersteld_om__isnull=False, hersteld_door__isnull=False),
                name="samenvoeging_hersteld_door",
            ),
        ]
