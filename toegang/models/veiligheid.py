"""Worries about safety that were passed on; L3, never shown to the household."""

from django.db import models

from toegang.models.basis import MetHistorie
from toegang.models.zaak import ZaakgebondenQuerySet


class Signaaldoorgifte(MetHistorie):
    """A signal passed to Veilig Thuis or to the toezichthouder (Wmo 2015 art. 6.1), with who heard it and when."""

    class Naar(models.TextChoices):
        VEILIG_THUIS = "veilig_thuis", "Veilig Thuis"
        TOEZICHTHOUDER = "toezichthouder", "Toezichthouder Wmo"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="signaaldoorgiften")
    naar = models.CharField(max_length=15, choices=Naar)
    op = models.DateField()
    aan_wie = models.CharField(max_length=200)  # who took it in there, and their reference
    toelichting = models.TextField()
    door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "naar", "op", "aan_wie", "toelichting"}
        overig = {"id", "versie", "door"}
