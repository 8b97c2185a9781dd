"""What was asked, and what lies behind it."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from toegang.models.basis import MetHistorie
from toegang.models.zaak import Zaak, ZaakgebondenQuerySet
from toegang.models.zaakkeuzes import Leefgebied


class Vraagverheldering(MetHistorie):
    """The question behind the question, only what is needed (domain: vraagverheldering)."""

    zaak = models.OneToOneField(Zaak, models.PROTECT, related_name="vraagverheldering")
    leefgebieden = ArrayField(models.CharField(max_length=20, choices=Leefgebied), default=list, blank=True)
    vraag_achter_de_vraag = models.TextField(blank=True, default="")
    al_geprobeerd = models.TextField(blank=True, default="")
    wie_helpt_nu = models.TextField(blank=True, default="")
    goede_uitkomst = models.TextField(blank=True, default="")
    urgentie_reden = models.TextField(blank=True, default="")
    veiligheid = models.TextField(blank=True, default="")  # L3, never shown to the household

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "leefgebieden", "vraag_achter_de_vraag", "al_geprobeerd", "wie_helpt_nu", "goede_uitkomst",
            "urgentie_reden", "veiligheid",
        }  # fmt: skip
        overig = {"id", "versie"}


class VerhelderingsgebondenQuerySet(ZaakgebondenQuerySet):
    zaakpad = "vraagverheldering__zaak__"


class Leefgebiedvraag(MetHistorie):
    """What plays in one chosen area of life; unchosen again its texts are emptied (Wmo 2015 art. 5.1.1: no more)."""

    vraagverheldering = models.ForeignKey(Vraagverheldering, models.PROTECT, related_name="leefgebiedvragen")
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    wat = models.TextField(blank=True, default="")  # what happens
    sinds = models.CharField(max_length=200, blank=True, default="")
    geprobeerd = models.TextField(blank=True, default="")
    wie_helpt = models.TextField(blank=True, default="")
    uitkomst = models.TextField(blank=True, default="")  # when it is good, in the words of the inwoner

    objects = VerhelderingsgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "vraagverheldering",
            "leefgebied",
            "wat",
            "sinds",
            "geprobeerd",
            "wie_helpt",
            "uitkomst",
        }
        overig = {"id", "versie"}

    class Meta(MetHistorie.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["vraagverheldering", "leefgebied"], name="leefgebiedvraag_een_per_leefgebied"
            )
        ]
