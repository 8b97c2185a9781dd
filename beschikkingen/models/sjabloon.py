"""What a letter of one kind is made of, in versions; about nobody."""

from django.db import models
from django.db.models import F, Q

from beschikkingen.sjabloondelen import Blok, blokken_van
from beschikkingen.soorten import Uitkomst
from beschikkingen.statussen import SjabloonStatus
from toegang.models import HistorieQuerySet, MetHistorie

OPEN = (SjabloonStatus.CONCEPT, SjabloonStatus.TER_GOEDKEURING)


class SjabloonQuerySet(HistorieQuerySet):
    def van_soort(self, uitkomst: str, product_id):
        """All versions for the same letters."""
        return self.filter(uitkomst=uitkomst, product=product_id)

    def in_gebruik(self):
        return self.filter(status=SjabloonStatus.GOEDGEKEURD)


class Sjabloon(MetHistorie):
    """A version of the letter for one outcome, and one product or every product; used once a second person approved it.

    What was approved never changes: another wording is another version. A besluit keeps the version it went on with.
    """

    uitkomst = models.CharField(max_length=20, choices=Uitkomst)
    product = models.ForeignKey(
        "voorzieningen.Product", models.PROTECT, null=True, blank=True, related_name="sjablonen"
    )  # empty: every product that has none of its own
    nummer = models.PositiveIntegerField()
    status = models.CharField(max_length=20, choices=SjabloonStatus, default=SjabloonStatus.CONCEPT)
    blokken = models.JSONField(default=list)  # `sjabloondelen.als_rijen`
    regels = models.CharField(
        max_length=300, blank=True, default=""
    )  # articles of the verordening and policy that such a besluit rests on (Awb art. 3:47)
    opmerking = models.TextField(blank=True, default="")  # of who sent it back, or stopped it
    opgesteld_op = models.DateField()
    opgesteld_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    goedgekeurd_op = models.DateField(null=True, blank=True)  # from this day it is used
    goedgekeurd_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    vervangen_op = models.DateField(null=True, blank=True)
    vervangen_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = SjabloonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["uitkomst", "product", "nummer"], name="sjabloon_nummer", nulls_distinct=False
            ),
            models.UniqueConstraint(
                fields=["uitkomst", "product"],
                condition=Q(status="goedgekeurd"),
                name="sjabloon_een_in_gebruik",
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                fields=["uitkomst", "product"],
                condition=Q(status__in=["concept", "ter_goedkeuring"]),
                name="sjabloon_een_open",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=Q(goedgekeurd_op=None, goedgekeurd_door=None)
                | Q(goedgekeurd_op__isnull=False, goedgekeurd_door__isnull=False),
                name="sjabloon_goedgekeurd_op_door",
            ),
            models.CheckConstraint(
                condition=Q(vervangen_op=None, vervangen_door=None)
                | Q(vervangen_op__isnull=False, vervangen_door__isnull=False),
                name="sjabloon_vervangen_op_door",
            ),
            models.CheckConstraint(
                condition=~Q(goedgekeurd_door=F("opgesteld_door")), name="sjabloon_twee_mensen"
            ),
            models.CheckConstraint(
                condition=~Q(status="goedgekeurd") | Q(goedgekeurd_op__isnull=False),
                name="sjabloon_goedgekeurd_door_iemand",
            ),
        ]

    @property
    def delen(self) -> tuple[Blok, ...]:
        """The blocks, in the order of the letter."""
        return blokken_van(self.blokken)

    def naam(self, product: str = "") -> str:
        """Toekenning, versie 3."""
        wat = f"{self.get_uitkomst_display()}{f', {product}' if product else ''}"
        return f"{wat}, versie {self.nummer}"
