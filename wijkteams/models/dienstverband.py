"""How a colleague stands with us: since when, until when, how he gets in; and what he is told by e-mail."""

import datetime

from django.db import models
from django.db.models import F, Q

from toegang.models import HistorieQuerySet, MetHistorie
from toegang.statussen import BerichtStatus
from wijkteams.models.team import Medewerker


class Dienstverband(MetHistorie):
    """One row a colleague: its version guards two beheerders at once, its history tells what was done with him and why.

    Roles are groups and team rights follow from the memberships; each change of either saves this row with a sentence.
    `tot_op` is the first day without access; empty as long as he works here.
    """

    medewerker = models.OneToOneField(Medewerker, models.PROTECT, related_name="dienstverband")
    vanaf_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)
    link_om = models.DateTimeField(null=True, blank=True)  # when the sign-in link that works now was made

    class Meta(MetHistorie.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("vanaf_op")), name="dienstverband_volgorde"
            ),
        ]

    def __str__(self):
        return str(self.medewerker)

    @property
    def laatste_dag(self) -> datetime.date | None:
        """The last day with access; None as long as she works here."""
        return self.tot_op and self.tot_op - datetime.timedelta(days=1)

    def noteren(self, wat: str, *, door, waarom: str = "") -> "Dienstverband":
        """Save with what was done as the reason of the history: the page of the colleague shows these sentences."""
        return self.bewaren(door=door, reden=f"{wat}. Reden: {waarom}" if waarom else wat)


class CollegaberichtQuerySet(HistorieQuerySet):
    def te_versturen(self, nu: datetime.datetime):
        """Asked for, and not waiting after a failure; oldest first."""
        wacht_niet = Q(opnieuw_om=None) | Q(opnieuw_om__lte=nu)
        return self.filter(wacht_niet, status=BerichtStatus.GEVRAAGD).order_by("gevraagd_om", "pk")


class Collegabericht(MetHistorie):
    """An e-mail to a colleague about signing in. A link stands in no row: it is made when the e-mail goes."""

    class Soort(models.TextChoices):
        WELKOM = "welkom", "Uitnodiging"
        LINK = "link", "Nieuwe link"
        OPNIEUW = "opnieuw", "Inloggen opnieuw instellen"
        WACHTWOORD = "wachtwoord", "Wachtwoord is gekozen"

    dienstverband = models.ForeignKey(Dienstverband, models.PROTECT, related_name="berichten")
    soort = models.CharField(max_length=12, choices=Soort)
    met_link = models.BooleanField(default=False)
    status = models.CharField(max_length=10, choices=BerichtStatus, default=BerichtStatus.GEVRAAGD)
    gevraagd_om = models.DateTimeField()
    verzonden_om = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    opnieuw_om = models.DateTimeField(null=True, blank=True)
    fout = models.CharField(max_length=200, blank=True, default="")

    objects = CollegaberichtQuerySet.as_manager()

    class Meta(MetHistorie.Meta):
        constraints = [
            models.CheckConstraint(
                name="collegabericht_verzonden",
                condition=Q(status="verzonden", verzonden_om__isnull=False)
                | (~Q(status="verzonden") & Q(verzonden_om=None)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["gevraagd_om", "id"],
                condition=Q(status="gevraagd"),
                name="collegabericht_te_versturen",
            ),
        ]
