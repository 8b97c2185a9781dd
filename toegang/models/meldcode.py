"""The steps of the meldcode."""

from django.db import models

from toegang.models.basis import MetHistorie
from toegang.models.zaak import Zaak, ZaakgebondenQuerySet
from toegang.weging import VRAGEN, Weging


class Meldcodestap(MetHistorie):
    """A step of the meldcode huiselijk geweld en kindermishandeling; L3, never shown to the household."""

    class Stap(models.IntegerChoices):
        SIGNALEN = 1, "Signalen in kaart brengen"
        OVERLEG = 2, "Overleggen met een collega of Veilig Thuis"
        GESPREK = 3, "Gesprek met de betrokkenen"
        WEGEN = 4, "Wegen van het geweld"
        BESLISSEN = 5, "Beslissen: melden, hulp verlenen, of beide"

    class Besluit(models.TextChoices):
        MELDEN = "melden", "Melden bij Veilig Thuis"
        HULP = "hulp", "Zelf hulp verlenen of organiseren"
        BEIDE = "beide", "Melden en hulp verlenen"
        GEEN = "geen", "Geen vermoeden meer"

    class Onveilig(models.TextChoices):
        """The second question of the weighing; at the first two one reports (professional norm since 1-1-2019)."""

        ACUUT = "acuut", "Ja, acuut: er is nu gevaar"
        STRUCTUREEL = "structureel", "Ja, structureel: het gebeurt steeds weer"
        NEE = "nee", "Nee"

    zaak = models.ForeignKey(Zaak, models.PROTECT, related_name="meldcodestappen")
    stap = models.PositiveSmallIntegerField(choices=Stap)
    op = models.DateField()
    door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    toelichting = models.TextField()
    besluit = models.CharField(max_length=10, choices=Besluit, blank=True, default="")  # of step 5
    # Of step 4, the five questions of the afwegingskader in their order; none: not asked, or not on turn.
    weeg_vermoeden = models.BooleanField(null=True, blank=True)
    weeg_onveilig = models.CharField(max_length=12, choices=Onveilig, blank=True, default="")
    weeg_hulp_mogelijk = models.BooleanField(null=True, blank=True)
    weeg_hulp_aanvaard = models.BooleanField(null=True, blank=True)
    weeg_hulp_werkt = models.BooleanField(null=True, blank=True)

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "stap", "op", "toelichting", "besluit", "weeg_vermoeden", "weeg_onveilig", "weeg_hulp_mogelijk",
            "weeg_hulp_aanvaard", "weeg_hulp_werkt",
        }  # fmt: skip
        overig = {"id", "versie", "door"}

    @property
    def weging(self) -> Weging:
        """The answers of step 4."""
        return Weging(**{vraag: getattr(self, vraag) for vraag in VRAGEN})

    @property
    def antwoorden(self) -> list[tuple[str, str]]:
        """The answered questions of step 4 in words."""
        uit = []
        for vraag, tekst in VRAGEN.items():
            waarde = getattr(self, vraag)
            if vraag == "weeg_onveilig":
                woord = self.get_weeg_onveilig_display() if waarde else ""
            else:
                woord = {True: "Ja", False: "Nee"}.get(waarde, "")
            if woord:
                uit.append((tekst, woord))
        return uit
