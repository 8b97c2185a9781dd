"""Consent of an inwoner, from one law to another."""

from django.db import models
from django.db.models import F, Q

from toegang.models.basis import MetHistorie
from toegang.models.zaakkeuzes import Gezegd
from toegang.rechten import Wet


class Toestemming(MetHistorie):
    """Consent to use what was told for one law in a zaak of another (Wmo 2015 art. 5.1.1 lid 4)."""

    inwoner = models.ForeignKey("toegang.Inwoner", models.PROTECT, related_name="toestemmingen")
    van_wet = models.CharField(max_length=20, choices=Wet)
    naar_wet = models.CharField(max_length=20, choices=Wet)
    doel = models.CharField(max_length=300)
    gegeven_op = models.DateField()
    gegeven_door = models.CharField(max_length=200, blank=True, default="")  # empty: the inwoner
    hoe = models.CharField(max_length=10, choices=Gezegd, blank=True, default="")
    ingetrokken_op = models.DateField(null=True, blank=True)

    class Gegevens:
        persoonlijk = {
            "inwoner", "van_wet", "naar_wet", "doel", "gegeven_op", "gegeven_door", "hoe", "ingetrokken_op",
        }  # fmt: skip
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ingetrokken_op=None) | Q(ingetrokken_op__gte=F("gegeven_op")),
                name="toestemming_ingetrokken_na_gegeven",
            ),
        ]
