"""The aanvraag, with a clock of its own."""

from django.db import models
from django.db.models import Q

from toegang.models.basis import MetHistorie
from toegang.models.zaak import Zaak, ZaakgebondenQuerySet
from toegang.statussen import AanvraagStatus


class AanvraagQuerySet(ZaakgebondenQuerySet):
    def te_herhalen(self, zaak: Zaak):
        """Decided before, of this inwoner under this law: what a new aanvraag can repeat (Awb art. 4:6)."""
        afgedaan = (AanvraagStatus.BESLOTEN, AanvraagStatus.BUITEN_BEHANDELING)
        van_wie = self.filter(zaak__dossier=zaak.dossier_id, zaak__wet=zaak.wet, status__in=afgedaan)
        return van_wie.order_by("-ontvangen_op", "pk")


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
    herhaalt = models.ForeignKey(  # an earlier aanvraag of this inwoner that was decided (Awb art. 4:6)
        "self", models.PROTECT, null=True, blank=True, related_name="herhalingen"
    )
    nieuwe_feiten = models.TextField(blank=True, default="")  # what changed since, as the inwoner says it
    status = models.CharField(max_length=20, choices=AanvraagStatus, default=AanvraagStatus.OPEN)
    afgedaan_op = models.DateField(null=True, blank=True)

    objects = AanvraagQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak",
            "ontvangen_op",
            "wijze",
            "gevraagd",
            "ondertekend",
            "herhaalt",
            "nieuwe_feiten",
        }
        overig = {"id", "versie", "geregistreerd_om", "status", "afgedaan_op"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="aanvraag_afgedaan",
                condition=Q(status="open", afgedaan_op=None)
                | (~Q(status="open") & Q(afgedaan_op__isnull=False)),
            ),
            models.CheckConstraint(
                name="aanvraag_nieuwe_feiten_bij_herhaling",
                condition=Q(nieuwe_feiten="") | Q(herhaalt__isnull=False),
            ),
        ]
