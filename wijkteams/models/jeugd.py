"""The onderzoek of the Jeugdwet: the steps of CRVB:2017:1477, consent by age, who determined it."""

from django.db import models
from django.db.models import Q

from toegang.models import MetHistorie
from wijkteams.models.onderzoek import Onderzoek, OnderzoekgebondenQuerySet


class Antwoord(models.TextChoices):
    """What somebody said when asked for consent."""

    JA = "ja", "Ja"
    NEE = "nee", "Nee"


class Jeugdonderzoek(MetHistorie):
    """What the onderzoek of a young person holds beside the talk; step 1 is the hulpvragen of the onderzoek."""

    class Afwijking(models.TextChoices):
        """Why help may begin without a consent that the age asks for (Jeugdwet 7.3.4 lid 2, 7.3.15 lid 2)."""

        ERNSTIG_NADEEL = "nadeel", "De hulp is nodig om ernstig nadeel te voorkomen"
        WEL_OVERWOGEN = "wens", "De jongere blijft de hulp weloverwogen willen"
        NIET_IN_STAAT = "niet_in_staat", "De jongere kan dit niet zelf beoordelen"

    class Familiegroepsplan(models.TextChoices):
        """The answer to the offer (Jeugdwet 1.1 and 4.1.2)."""

        WIL = "wil", "Ja, het gezin maakt een plan"
        WIL_NIET = "wil_niet", "Nee, het gezin wil dat niet"
        ONTVANGEN = "ontvangen", "Het plan is er"

    class Register(models.TextChoices):
        SKJ = "skj", "SKJ"
        BIG = "big", "BIG"

    onderzoek = models.OneToOneField(Onderzoek, models.PROTECT, related_name="jeugd")
    problemen = models.TextField(blank=True, default="")  # step 2
    nodige_hulp = models.TextField(blank=True, default="")  # step 3, kind
    omvang = models.CharField(max_length=300, blank=True, default="")  # step 3, extent
    eigen_mogelijkheden = models.TextField(blank=True, default="")  # step 4
    wat_blijft_over = models.TextField(blank=True, default="")  # step 5
    jeugdige_akkoord = models.CharField(max_length=3, choices=Antwoord, blank=True, default="")
    jeugdige_akkoord_op = models.DateField(null=True, blank=True)
    ouders_akkoord = models.CharField(max_length=3, choices=Antwoord, blank=True, default="")
    ouders_akkoord_op = models.DateField(null=True, blank=True)
    ouders_namen = models.CharField(max_length=200, blank=True, default="")
    afwijking = models.CharField(max_length=15, choices=Afwijking, blank=True, default="")
    afwijking_reden = models.CharField(max_length=300, blank=True, default="")
    familiegroepsplan_aangeboden_op = models.DateField(null=True, blank=True)
    familiegroepsplan = models.CharField(max_length=10, choices=Familiegroepsplan, blank=True, default="")
    vertrouwenspersoon_verteld_op = models.DateField(null=True, blank=True)
    deskundige_naam = models.CharField(max_length=100, blank=True, default="")
    deskundige_register = models.CharField(max_length=3, choices=Register, blank=True, default="")
    deskundige_nummer = models.CharField(max_length=20, blank=True, default="")
    deskundigheid = models.CharField(max_length=200, blank=True, default="")
    vastgesteld_op = models.DateField(null=True, blank=True)

    objects = OnderzoekgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "onderzoek", "problemen", "nodige_hulp", "omvang", "eigen_mogelijkheden", "wat_blijft_over",
            "jeugdige_akkoord", "jeugdige_akkoord_op", "ouders_akkoord", "ouders_akkoord_op", "ouders_namen",
            "afwijking", "afwijking_reden", "familiegroepsplan_aangeboden_op", "familiegroepsplan",
            "vertrouwenspersoon_verteld_op",
        }  # fmt: skip
        overig = {
            "id", "versie", "deskundige_naam", "deskundige_register", "deskundige_nummer", "deskundigheid",
            "vastgesteld_op",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(jeugdige_akkoord="") | Q(jeugdige_akkoord_op__isnull=False),
                name="jeugd_akkoord_jeugdige_met_dag",
            ),
            models.CheckConstraint(
                condition=Q(ouders_akkoord="") | Q(ouders_akkoord_op__isnull=False),
                name="jeugd_akkoord_ouders_met_dag",
            ),
            models.CheckConstraint(
                condition=Q(afwijking="") | ~Q(afwijking_reden=""), name="jeugd_afwijking_met_reden"
            ),
        ]
