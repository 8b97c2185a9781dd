"""The plan of the inwoner for a persoonsgebonden budget, and whether the three conditions are met."""

from django.db import models
from django.db.models import Q

from toegang.models import MetHistorie, ZaakgebondenQuerySet
from voorzieningen.models.aanbod import Eenheid, Frequentie


class Beheerder(models.TextChoices):
    """Who does what a pgb asks: the accounts, the contracts (Wmo 2015 art. 2.3.6 lid 2 a, Jeugdwet 8.1.1 lid 2 a)."""

    ZELF = "zelf", "De inwoner zelf"
    NETWERK = "netwerk", "Iemand uit het netwerk"
    VERTEGENWOORDIGER = "vertegenwoordiger", "Een vertegenwoordiger"


class Weigergrond(models.TextChoices):
    """Why a pgb can be refused though the conditions are met (Wmo 2015 art. 2.3.6 lid 5, Jeugdwet 8.1.1 lid 4)."""

    DUURDER = "duurder", "De hulp die de inwoner wil kopen, is duurder dan zorg in natura"
    EERDER = "eerder", "Een eerder besluit is herzien of ingetrokken"


class BudgetplanQuerySet(ZaakgebondenQuerySet):
    def geldend(self):
        """Not taken back: the inwoner wants a pgb."""
        return self.filter(ingetrokken_op=None)


class Budgetplan(MetHistorie):
    """What the inwoner wants to buy with a pgb, from whom, and who manages it; one for each kind of help of a zaak."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="budgetplannen")
    product = models.ForeignKey("voorzieningen.Product", models.PROTECT, related_name="budgetplannen")
    ontvangen_op = models.DateField()
    motivering = models.TextField()  # why the inwoner wants a pgb, in his own words
    beheerder = models.CharField(max_length=20, choices=Beheerder)
    beheerder_naam = models.CharField(max_length=200, blank=True, default="")
    document = models.ForeignKey(  # the plan as it came in
        "toegang.Document", models.PROTECT, null=True, blank=True, related_name="budgetplannen"
    )
    beheer_voldaan = models.BooleanField(null=True, blank=True)
    beheer_reden = models.TextField(
        blank=True, default=""
    )  # the reasons: as the letter says them, in the u-form
    wens_voldaan = models.BooleanField(null=True, blank=True)
    wens_reden = models.TextField(blank=True, default="")
    kwaliteit_voldaan = models.BooleanField(null=True, blank=True)
    kwaliteit_reden = models.TextField(blank=True, default="")
    weigergrond = models.CharField(max_length=10, choices=Weigergrond, blank=True, default="")
    weigerreden = models.TextField(blank=True, default="")
    beoordeeld_op = models.DateField(null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ingetrokken_op = models.DateField(null=True, blank=True)  # the inwoner wants no pgb after all

    objects = BudgetplanQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "product", "ontvangen_op", "motivering", "beheerder", "beheerder_naam", "document",
            "beheer_voldaan", "beheer_reden", "wens_voldaan", "wens_reden", "kwaliteit_voldaan", "kwaliteit_reden",
            "weigergrond", "weigerreden", "ingetrokken_op",
        }  # fmt: skip
        overig = {"id", "versie", "beoordeeld_op", "beoordeeld_door"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaak", "product"],
                condition=Q(ingetrokken_op=None),
                name="budgetplan_een_per_hulp",
            ),
            models.CheckConstraint(
                condition=Q(beoordeeld_op=None, beoordeeld_door=None)
                | Q(
                    beoordeeld_op__isnull=False,
                    beoordeeld_door__isnull=False,
                    beheer_voldaan__isnull=False,
                    wens_voldaan__isnull=False,
                    kwaliteit_voldaan__isnull=False,
                ),
                name="budgetplan_beoordeeld_op_door",
            ),
            models.CheckConstraint(
                condition=Q(weigergrond="", weigerreden="") | (~Q(weigergrond="") & ~Q(weigerreden="")),
                name="budgetplan_weigering_met_reden",
            ),
        ]

    @property
    def voldoet(self) -> bool | None:
        """Whether the pgb can be given; None while nobody looked."""
        if self.beoordeeld_op is None:
            return None
        drie = self.beheer_voldaan and self.wens_voldaan and self.kwaliteit_voldaan
        return bool(drie) and not self.weigergrond


class BudgetplanregelQuerySet(ZaakgebondenQuerySet):
    zaakpad = "plan__zaak__"


class Budgetplanregel(MetHistorie):
    """One kind of help in the plan: from whom, how much, at what tariff."""

    class Soort(models.TextChoices):
        FORMEEL = "formeel", "Een professional"
        INFORMEEL = "informeel", "Iemand uit het netwerk (informeel)"

    plan = models.ForeignKey(Budgetplan, models.PROTECT, related_name="regels")
    volgorde = models.PositiveSmallIntegerField()
    wat = models.CharField(max_length=200)
    van_wie = models.CharField(max_length=200)
    soort = models.CharField(max_length=10, choices=Soort)
    volume = models.DecimalField(max_digits=8, decimal_places=1)
    eenheid = models.CharField(max_length=2, choices=Eenheid)
    frequentie = models.CharField(max_length=1, choices=Frequentie)
    tarief = models.DecimalField(max_digits=9, decimal_places=2)  # euro per unit
    vervallen = models.BooleanField(default=False)  # taken out of the plan; the row stays as history

    objects = BudgetplanregelQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "plan",
            "wat",
            "van_wie",
            "soort",
            "volume",
            "eenheid",
            "frequentie",
            "tarief",
            "vervallen",
        }
        overig = {"id", "versie", "volgorde"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "volgorde"], name="budgetplanregel_een_per_plek"),
            models.CheckConstraint(
                condition=Q(volume__gt=0, tarief__gte=0), name="budgetplanregel_volume_en_tarief"
            ),
        ]
