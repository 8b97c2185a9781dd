"""Why a zaak waits for a regisseur, since when, and when somebody looks again."""

from django.db import models
from django.db.models import F, Q

from toegang.models import MetHistorie, ZaakgebondenQuerySet


class WachtplekQuerySet(ZaakgebondenQuerySet):
    def lopend(self):
        return self.filter(tot_op=None)


class Wachtplek(MetHistorie):
    """Said by the teamlead: not now, because; it ends when somebody gets the zaak."""

    class Waarom(models.TextChoices):
        GEEN_RUIMTE = "geen_ruimte", "Niemand heeft ruimte"
        KENNIS = "kennis", "Wacht op een collega met deze kennis"
        INWONER = "inwoner", "De inwoner vraagt om te wachten"
        ANDEREN = "anderen", "Wacht op informatie van anderen"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="wachtplekken")
    sinds_op = models.DateField()
    waarom = models.CharField(max_length=12, choices=Waarom)
    bekijken_op = models.DateField()
    tot_op = models.DateField(null=True, blank=True)

    objects = WachtplekQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "waarom"}
        overig = {"id", "versie", "sinds_op", "bekijken_op", "tot_op"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["zaak"], condition=Q(tot_op=None), name="wachtplek_een_lopend"),
            models.CheckConstraint(condition=Q(bekijken_op__gt=F("sinds_op")), name="wachtplek_kijkdag"),
            models.CheckConstraint(
                condition=Q(tot_op=None) | Q(tot_op__gte=F("sinds_op")), name="wachtplek_volgorde"
            ),
        ]
