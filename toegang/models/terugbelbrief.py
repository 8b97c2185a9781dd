"""The letter to somebody whom we called three times in vain, while no zaak runs."""

from django.db import models
from django.db.models import Q

from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.models.contact import Contactmoment

HOOGSTENS_POGINGEN = 5


class TerugbelbriefQuerySet(HistorieQuerySet):
    def te_maken(self):
        """Asked for and not made; after so many tries a person looks."""
        return (
            self.wacht().filter(document=None, pogingen__lt=HOOGSTENS_POGINGEN).order_by("gedateerd_op", "pk")
        )

    def voor(self, lezer):
        """Of the contacts that this reader sees."""
        return self.filter(contactmoment__in=Contactmoment.objects.voor(lezer).values("pk"))

    def af(self):
        """The worker is ready with it: it can be sent, or somebody looks why it could not be made."""
        return self.wacht().filter(Q(document__isnull=False) | Q(pogingen__gte=HOOGSTENS_POGINGEN))

    def wacht(self):
        """Neither sent nor taken back."""
        return self.filter(verzonden_op=None, vervallen_op=None)


class Terugbelbrief(MetHistorie):
    """The letter after three calls in vain. There is no zaak: it hangs on the contact, and so do the rights on it."""

    contactmoment = models.ForeignKey("toegang.Contactmoment", models.PROTECT, related_name="terugbelbrieven")
    document = models.OneToOneField(  # none: a worker makes it
        "toegang.Document", models.PROTECT, null=True, blank=True, related_name="terugbelbrief"
    )
    pogingen = models.PositiveSmallIntegerField(default=0)
    aan_naam = models.CharField(max_length=300)
    aan_adres = models.JSONField(default=list)  # the lines below the name
    gedateerd_op = models.DateField()  # the date that is printed
    verzonden_op = models.DateField(null=True, blank=True)
    verzonden_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    vervallen_op = models.DateField(null=True, blank=True)

    objects = TerugbelbriefQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"contactmoment", "document", "aan_naam", "aan_adres"}
        overig = {
            "id",
            "versie",
            "pogingen",
            "gedateerd_op",
            "verzonden_op",
            "verzonden_door",
            "vervallen_op",
        }

    class Meta(MetHistorie.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["contactmoment", "aan_naam"],
                condition=Q(vervallen_op=None),
                name="terugbelbrief_een_per_lezer",
            ),
            models.CheckConstraint(
                name="terugbelbrief_verzonden",
                condition=Q(verzonden_op=None, verzonden_door=None)
                | Q(verzonden_op__isnull=False, verzonden_door__isnull=False, vervallen_op=None),
            ),
        ]
