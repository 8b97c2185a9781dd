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


class Intrekpapier(models.TextChoices):
    """How an inwoner withdraws an aanvraag: in writing, as it was made (Awb art. 4:1)."""

    BRIEF = "brief", "Met een brief of formulier"
    E_MAIL = "e_mail", "Met een e-mail of website"
    VERKLAARD = "verklaard", "Met een verklaring, bij ons ondertekend"


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
    ingetrokken_op = models.DateField(
        null=True, blank=True
    )  # the day we were told, when it alone was withdrawn
    ingetrokken_hoe = models.CharField(max_length=12, choices=Intrekpapier, blank=True, default="")

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
            "ingetrokken_op",
            "ingetrokken_hoe",
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
            models.CheckConstraint(
                name="aanvraag_ingetrokken_op_hoe",
                condition=Q(ingetrokken_op=None, ingetrokken_hoe="")
                | (Q(status="ingetrokken", ingetrokken_op__isnull=False) & ~Q(ingetrokken_hoe="")),
            ),
        ]
