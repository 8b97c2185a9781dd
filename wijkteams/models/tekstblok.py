"""Sentences that are written often, kept by the beheerder; they add to a text and never replace it."""

from django.db import models
from django.db.models import Q

from toegang.models import HistorieQuerySet, MetHistorie
from toegang.rechten import Wet
from wijkteams.models.onderzoek import TredeSoort


class TekstblokQuerySet(HistorieQuerySet):
    def te_kiezen(self, wet: str):
        """For a zaak under this law, in the order of the list."""
        return self.filter(Q(wet="") | Q(wet=wet), actief=True).order_by("veld", "titel", "pk")


class Tekstblok(MetHistorie):
    """One text for one kind of field; of a rung of the afweging perhaps for that rung only."""

    class Veld(models.TextChoices):
        WAT_LUKT = "wat_lukt", "Wat lukt zelf?"
        WAT_LUKT_NIET = "wat_lukt_niet", "Wat lukt niet meer?"
        WIE_HELPT = "wie_helpt", "Wie helpt nu?"
        BEHOEFTEN = "behoeften", "Wat is belangrijk?"
        MANTELZORGER = "mantelzorger_behoeften", "Wat heeft de mantelzorger nodig?"
        WAT_IS_ER = "wat_is_er", "Trede: wat is er?"
        BRIEFTEKST = "brieftekst", "Trede: reden in de brief"

    titel = models.CharField(max_length=80)
    veld = models.CharField(max_length=25, choices=Veld)
    trede = models.PositiveSmallIntegerField(choices=TredeSoort, null=True, blank=True)
    wet = models.CharField(max_length=20, choices=Wet, blank=True, default="")  # empty: every law
    tekst = models.TextField()
    actief = models.BooleanField(default=True)

    objects = TekstblokQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["veld", "titel"], name="tekstblok_een_per_titel"),
            models.CheckConstraint(
                condition=Q(trede=None) | Q(veld__in=["wat_is_er", "brieftekst"]),
                name="tekstblok_trede_bij_trede",
            ),
        ]

    def __str__(self):
        return self.titel

    @property
    def kort(self) -> str:
        """Names it in the lists of a page, where it stands a dozen times."""
        return self.pk.hex[:8]
