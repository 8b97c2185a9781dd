"""What a consulent takes along: the device that may hold it, and the visits on it (docs/keuzes, `onderweg`)."""

import uuid

from django.db import models

from toegang.models import MetHistorie, ZaakgebondenQuerySet
from wijkteams.models.onderzoek import Huisbezoek


class Apparaat(models.Model):
    """One browser of one colleague, from the first *Zet klaar* until *Uitloggen*.

    `geheim` is the device's salt and its recovery key, encrypted: the PIN opens nothing without the salt, and the
    recovery key lets the same person in again after a forgotten PIN. Emptied at sign-out.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    actor = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    geheim = models.BinaryField(null=True)
    begonnen_om = models.DateTimeField()
    beeindigd_om = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(beeindigd_om=None) | models.Q(geheim=None),
                name="apparaat_einde_zonder_geheim",
            )
        ]


class KlaarzettingQuerySet(ZaakgebondenQuerySet):
    zaakpad = "huisbezoek__zaak__"

    def geldig(self, nu):
        """Still on a device that was not signed out."""
        return self.filter(tot_om__gt=nu, apparaat__beeindigd_om=None)


class Klaarzetting(MetHistorie):
    """A visit taken along on a device, until the end of its day."""

    huisbezoek = models.ForeignKey(Huisbezoek, models.PROTECT, related_name="klaarzettingen")
    apparaat = models.ForeignKey(Apparaat, models.PROTECT, related_name="klaarzettingen")
    om = models.DateTimeField()
    tot_om = models.DateTimeField()

    objects = KlaarzettingQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"huisbezoek"}
        overig = {"id", "versie", "apparaat", "om", "tot_om"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["huisbezoek", "apparaat"], name="klaarzetting_een_per_apparaat")
        ]
