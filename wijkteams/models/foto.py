"""A photo made during a visit: never without somebody's consent, a day and a purpose."""

from django.db import models
from django.db.models import Q

from toegang.models import MetHistorie, ZaakgebondenQuerySet


class Bezoekfoto(MetHistorie):
    """Who let us take this photo, when, and what for; the photo itself is a document of the zaak (L2b)."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="fotos")
    document = models.OneToOneField("toegang.Document", models.PROTECT, related_name="foto")
    toestemming_van = models.CharField(max_length=100)
    toestemming_op = models.DateField()
    doel = models.CharField(max_length=300)

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "document", "toestemming_van", "toestemming_op", "doel"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(toestemming_van="") & ~Q(doel=""), name="foto_met_toestemming_en_doel"
            ),
        ]
