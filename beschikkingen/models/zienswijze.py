"""The inwoner has his say before we refuse or burden (Awb art. 4:7 to 4:12)."""

from django.db import models
from django.db.models import F, Q

from beschikkingen.models.besluit import Besluit, BesluitgebondenQuerySet
from toegang.models import MetHistorie


class Zienswijze(MetHistorie):
    """What we intend, told by letter or aloud; what the inwoner said; or why he was not heard."""

    class Wijze(models.TextChoices):
        BRIEF = "brief", "In een brief"
        TELEFOON = "telefoon", "Aan de telefoon"
        GESPREK = "gesprek", "In een gesprek"

    class Uitzondering(models.TextChoices):
        EIGEN_GEGEVENS = (
            "eigen_gegevens",
            "Het besluit rust op wat de inwoner zelf vertelde (4:7 en 4:8, lid 1 b)",
        )
        GERING = "gering", "Het verschil is voor de inwoner van weinig betekenis (4:7 lid 2)"
        SPOED = "spoed", "Het kan niet wachten (4:11 a)"
        EERDER = "eerder", "De inwoner kon dit al eerder zeggen, en er is niets nieuws (4:11 b)"
        DOEL = "doel", "Het doel lukt alleen zonder bericht vooraf (4:11 c)"
        GELD = "geld", "Het gaat alleen om geld, en bezwaar maakt het ongedaan (4:12)"

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="zienswijzen")
    wijze = models.CharField(max_length=10, choices=Wijze, blank=True, default="")
    waarover = models.TextField(blank=True, default="")  # what we intend and why, as the letter says it
    gevraagd_op = models.DateField()
    gevraagd_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    uiterlijk_op = models.DateField(null=True, blank=True)  # by when the inwoner answers
    brief = models.ForeignKey("toegang.Brief", models.PROTECT, null=True, blank=True, related_name="+")
    antwoord = models.TextField(blank=True, default="")  # in the words of the inwoner
    antwoord_op = models.DateField(null=True, blank=True)
    antwoord_wijze = models.CharField(max_length=10, choices=Wijze, blank=True, default="")
    uitzondering = models.CharField(max_length=15, choices=Uitzondering, blank=True, default="")
    uitzondering_omdat = models.TextField(blank=True, default="")
    afgerond_op = models.DateField(null=True, blank=True)

    objects = BesluitgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "besluit", "wijze", "waarover", "gevraagd_op", "uiterlijk_op", "antwoord", "antwoord_op", "antwoord_wijze",
            "uitzondering", "uitzondering_omdat",
        }  # fmt: skip
        overig = {"id", "versie", "gevraagd_door", "brief", "afgerond_op"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["besluit"], condition=Q(afgerond_op=None), name="zienswijze_een_open_per_besluit"
            ),
            models.CheckConstraint(
                condition=Q(uiterlijk_op=None) | Q(uiterlijk_op__gte=F("gevraagd_op")),
                name="zienswijze_termijn_na_vraag",
            ),
            models.CheckConstraint(
                condition=~Q(wijze="") | (~Q(uitzondering="") & ~Q(uitzondering_omdat="")),
                name="zienswijze_gevraagd_of_omdat",
            ),
        ]
