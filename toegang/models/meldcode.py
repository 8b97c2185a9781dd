"""The steps of the meldcode."""

from django.db import models

from toegang.models.basis import MetHistorie
from toegang.models.zaak import Zaak, ZaakgebondenQuerySet


class Meldcodestap(MetHistorie):
    """A step of the meldcode huiselijk geweld en kindermishandeling; L3, never shown to the household."""

    class Stap(models.IntegerChoices):
        SIGNALEN = 1, "Signalen in kaart brengen"
        OVERLEG = 2, "Overleggen met een collega of Veilig Thuis"
        GESPREK = 3, "Gesprek met de betrokkenen"
        WEGEN = 4, "Wegen van het geweld"
        BESLISSEN = 5, "Beslissen: melden, hulp verlenen, of beide"

    class Besluit(models.TextChoices):
        MELDEN = "melden", "Melden bij Veilig Thuis"
        HULP = "hulp", "Zelf hulp verlenen of organiseren"
        BEIDE = "beide", "Melden en hulp verlenen"
        GEEN = "geen", "Geen vermoeden meer"

    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="meldcodestappen")
    stap = models.PositiveSmallIntegerField(choices=Stap)
    op = models.DateField()
    door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    toelichting = models.TextField()
    besluit = models.CharField(max_length=10, choices=Besluit, blank=True, default="")  # of step 5

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "stap", "op", "toelichting", "besluit"}
        overig = {"id", "versie", "door"}
