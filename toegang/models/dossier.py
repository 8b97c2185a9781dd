"""The dossier: all zaken of one inwoner."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.models.zaak import Zaak, zaken_q
from toegang.rechten import Recht


class DossierQuerySet(HistorieQuerySet):
    def voor(self, lezer, recht: Recht):
        """Dossiers of which this reader may see at least one zaak."""
        if lezer.rechten.alles:
            return self
        return self.filter(Exists(Zaak.objects.filter(zaken_q(lezer, recht), dossier=OuterRef("pk"))))

    def dicht(self, genoemd=()):
        """Shielded, for who is named on none of its zaken; `genoemd`: the zaken on which the reader is."""
        dicht = self.filter(afgeschermd=True)
        if genoemd:
            dicht = dicht.exclude(pk__in=Zaak.objects.filter(pk__een_van=genoemd).values("dossier"))
        return dicht


class Dossier(MetHistorie):
    """One dossier per inwoner; it begins with the first zaak.

    Nobody reads one member of a household through another.
    """

    inwoner = models.OneToOneField("toegang.Inwoner", models.PROTECT, related_name="dossier")
    geopend_op = models.DateField()
    afgeschermd = models.BooleanField(default=False)

    objects = DossierQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"inwoner", "geopend_op", "afgeschermd"}
        overig = {"id", "versie"}

    class Meta(MetHistorie.Meta):
        indexes = [
            models.Index(fields=["inwoner"], name="dossier_afgeschermd", condition=Q(afgeschermd=True)),
        ]
