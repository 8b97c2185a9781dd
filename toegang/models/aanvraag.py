"""The aanvraag, with a clock of its own."""

from django.db import models
from django.db.models import Q

from toegang.models.basis import MetHistorie
from toegang.models.zaak import Zaak, ZaakgebondenQuerySet
from toegang.statussen import AanvraagStatus


class Aanvraag(MetHistorie):
    """A request for a decision (Awb art. 1:3 lid 3) with its own clock; it can be received in any state."""

    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="aanvragen")
    ontvangen_op = models.DateField()
    geregistreerd_om = models.DateTimeField()
    wijze = models.CharField(
        max_length=20,
        choices=[
            ("verslag", "Ondertekend verslag"),
            ("formulier", "Formulier of brief"),
            ("website", "Website"),
            ("mondeling", "Mondeling, op papier gezet en ondertekend"),
        ],
    )
    gevraagd = models.TextField()  # which decision is asked (Awb 4:2)
    ondertekend = models.BooleanField(default=True)
    status = models.CharField(max_length=20, choices=AanvraagStatus, default=AanvraagStatus.OPEN)
    afgedaan_op = models.DateField(null=True, blank=True)

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "ontvangen_op", "wijze", "gevraagd", "ondertekend"}
        overig = {"id", "versie", "geregistreerd_om", "status", "afgedaan_op"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="aanvraag_afgedaan",
                condition=Q(status="open", afgedaan_op=None)
                | (~Q(status="open") & Q(afgedaan_op__isnull=False)),
            )
        ]
