"""An e-mail to an inwoner, as a job row."""

import datetime

from django.db import models
from django.db.models import Q

from toegang.models.basis import MetHistorie
from toegang.models.document import HOOGSTENS_POGINGEN
from toegang.models.zaak import ZaakgebondenQuerySet
from toegang.statussen import BerichtStatus

BEZIG = datetime.timedelta(minutes=10)  # by then a worker has sent it or is gone: a person decides


class BerichtQuerySet(ZaakgebondenQuerySet):
    def te_versturen(self, nu):
        """Asked for, and not waiting after a failure; oldest first."""
        wacht_niet = Q(opnieuw_om=None) | Q(opnieuw_om__lte=nu)
        return self.filter(wacht_niet, status=BerichtStatus.GEVRAAGD).order_by("gevraagd_om", "pk")

    def onzeker(self, nu):
        """Perhaps handed over, and no worker is busy with it any more."""
        return self.filter(status=BerichtStatus.ONZEKER, begonnen_om__lte=nu - BEZIG).order_by(
            "begonnen_om", "pk"
        )


class Bericht(MetHistorie):
    """An e-mail: asked for, handed over. Marked as uncertain before the talk with the mail server, never sent twice."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="berichten")
    soort = models.CharField(max_length=30)  # a name in `berichtsoorten`
    sleutel = models.CharField(max_length=120, unique=True)  # one e-mail per thing said
    aan = models.EmailField()
    onderwerp = models.CharField(max_length=200)
    tekst = models.TextField()
    status = models.CharField(max_length=10, choices=BerichtStatus, default=BerichtStatus.GEVRAAGD)
    gevraagd_om = models.DateTimeField()
    begonnen_om = models.DateTimeField(
        null=True, blank=True
    )  # the last time that it was handed over, perhaps
    verzonden_om = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    fout = models.CharField(max_length=200, blank=True, default="")  # a sentence without address or content
    opnieuw_om = models.DateTimeField(null=True, blank=True)

    objects = BerichtQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "aan", "onderwerp", "tekst"}
        overig = {
            "id", "versie", "soort", "sleutel", "status", "gevraagd_om", "begonnen_om", "verzonden_om", "pogingen",
            "fout", "opnieuw_om",
        }  # fmt: skip

    class Meta(MetHistorie.Meta):
        constraints = [
            models.CheckConstraint(
                name="bericht_verzonden",
                condition=Q(status="verzonden", verzonden_om__isnull=False)
                | (~Q(status="verzonden") & Q(verzonden_om=None)),
            ),
            models.CheckConstraint(
                name="bericht_begonnen",
                condition=~Q(status__in=["onzeker", "verzonden"]) | Q(begonnen_om__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["gevraagd_om", "id"], condition=Q(status="gevraagd"), name="bericht_te_versturen"
            ),
            models.Index(fields=["begonnen_om", "id"], condition=Q(status="onzeker"), name="bericht_onzeker"),
        ]

    @property
    def is_op(self) -> bool:
        """All its tries were used."""
        return self.pogingen >= HOOGSTENS_POGINGEN

    def is_onzeker(self, nu: datetime.datetime) -> bool:
        """A person has to say whether it arrived."""
        return (
            self.status == BerichtStatus.ONZEKER
            and self.begonnen_om is not None
            and self.begonnen_om <= nu - BEZIG
        )
