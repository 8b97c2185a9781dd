"""A zaak that goes to wijkteam+ for a time, and back."""

from django.db import models
from django.db.models import F, Q

from toegang.models import MetHistorie, ZaakgebondenQuerySet


class OpschalingQuerySet(ZaakgebondenQuerySet):
    def lopend(self):
        return self.filter(afgeschaald_op=None)


class Opschaling(MetHistorie):
    """To wijkteam+ when needed, back when possible, each with a reason and a day to look again."""

    class Grond(models.TextChoices):
        VEILIGHEID = "veiligheid", "Er is gevaar voor iemand"
        MEER_PROBLEMEN = "meer_problemen", "Er zijn veel problemen tegelijk"
        METEEN = "meteen", "Er is meteen hulp nodig"
        KENNIS = "kennis", "Er is kennis nodig die het wijkteam niet heeft"
        OPVANG = "opvang", "De inwoner heeft opvang nodig"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="opschalingen")
    van_team = models.ForeignKey("wijkteams.Wijkteam", models.PROTECT, related_name="+")
    naar_team = models.ForeignKey("wijkteams.Wijkteam", models.PROTECT, related_name="+")
    grond = models.CharField(max_length=15, choices=Grond)
    toelichting = models.TextField()  # L3: what is unsafe is not for everyone
    opgeschaald_op = models.DateField()
    bekijken_op = models.DateField()
    afgeschaald_op = models.DateField(null=True, blank=True)
    afschaalreden = models.TextField(blank=True, default="")  # L3
    terug_naar = models.ForeignKey(
        "wijkteams.Wijkteam", models.PROTECT, null=True, blank=True, related_name="+"
    )
    nakijken_op = models.DateField(null=True, blank=True)

    objects = OpschalingQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "grond", "toelichting", "afschaalreden"}
        overig = {
            "id", "versie", "van_team", "naar_team", "opgeschaald_op", "bekijken_op", "afgeschaald_op", "terug_naar",
            "nakijken_op",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(afgeschaald_op=None), name="opschaling_een_lopend"
            ),
            models.CheckConstraint(condition=Q(bekijken_op__gt=F("opgeschaald_op")), name="opschaling_kijkdag"),
            models.CheckConstraint(
                name="opschaling_afgeschaald_heel",
                condition=Q(afgeschaald_op=None, nakijken_op=None, terug_naar=None, afschaalreden="")
                | Q(
                    afgeschaald_op__gte=F("opgeschaald_op"), nakijken_op__gt=F("afgeschaald_op"),
                    terug_naar__isnull=False,
                ),
            ),
        ]  # fmt: skip
