"""Somebody was referred to what stands open to all, or to another party; and what came of it."""

from django.db import models
from django.db.models import F, Q

from toegang.models import Contactmoment, HistorieQuerySet, Leefgebied, MetHistorie, Zaak, zaken_q
from toegang.rechten import Recht, Rol


class Wijze(models.TextChoices):
    """How somebody was referred."""

    WARM = "warm", "Warm overgedragen: ik sprak zelf met hen"
    GENOEMD = "genoemd", "Genoemd: de inwoner neemt zelf contact op"


class Uitkomst(models.TextChoices):
    """What came of it, asked again on the day that was agreed."""

    GEHOLPEN = "geholpen", "Is er geweest, en het helpt"
    DEELS = "deels", "Is er geweest, en het helpt een beetje"
    NIET_GEHOLPEN = "niet_geholpen", "Is er geweest, maar het helpt niet"
    NIET_GEGAAN = "niet_gegaan", "Is er niet geweest"
    NIET_BEREIKT = "niet_bereikt", "Niet bereikt"
    VERGISSING = "vergissing", "De verwijzing was een vergissing"


# What counts on the page of a voorziening: a mistake was no referral.
TELT = tuple(u for u in Uitkomst if u != Uitkomst.VERGISSING)


class VerwijzingQuerySet(HistorieQuerySet):
    def voor(self, lezer):
        """Content of its zaak; of a contact without zaak also for the administratie, as the contact itself."""
        r = lezer.rechten
        if r.alles:
            return self
        mag = Q(zaak__isnull=False) & zaken_q(lezer, Recht.INHOUD_INZIEN, "zaak__")
        mag |= Q(contactmoment__zaak__isnull=False) & zaken_q(
            lezer, Recht.INHOUD_INZIEN, "contactmoment__zaak__"
        )
        if r.heeft_rol(Rol.ADMINISTRATIE):
            mag |= Q(contactmoment__in=Contactmoment.objects.voor(lezer))
        return self.filter(mag)

    def van_zaak(self, zaak):
        """Of this zaak, and of the contacts that led to it."""
        return self.filter(Q(zaak=zaak) | Q(contactmoment__zaak=zaak))

    def open(self):
        """Nobody asked yet what came of it."""
        return self.filter(uitkomst="")

    def met_lijstgegevens(self):
        """Newest first, with all that a line shows."""
        return self.select_related("voorziening", "verwezen_door").order_by("-verwezen_op", "-pk")


class Verwijzing(MetHistorie):
    """Who was referred follows from the zaak or the contact; to what, by whom, how, and when to look again."""

    zaak = models.ForeignKey(
        "toegang.Zaak", models.PROTECT, null=True, blank=True, related_name="verwijzingen"
    )
    contactmoment = models.ForeignKey(
        "toegang.Contactmoment", models.PROTECT, null=True, blank=True, related_name="verwijzingen"
    )
    voorziening = models.ForeignKey(
        "voorzieningen.AlgemeneVoorziening",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="verwijzingen",
    )
    naar = models.CharField(max_length=120, blank=True, default="")  # another party, not on the kaart
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    waarvoor = models.CharField(max_length=300)
    wijze = models.CharField(max_length=8, choices=Wijze)
    gesproken_met = models.CharField(max_length=120, blank=True, default="")  # at the other side, when warm
    inwoner_akkoord = models.BooleanField(default=False)  # that we told the other side about him
    verwezen_op = models.DateField()
    verwezen_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    kijken_op = models.DateField()
    pogingen = models.PositiveSmallIntegerField(default=0)  # how often we asked and reached nobody
    uitkomst = models.CharField(max_length=15, choices=Uitkomst, blank=True, default="")
    toelichting = models.CharField(max_length=300, blank=True, default="")
    nagevraagd_op = models.DateField(null=True, blank=True)
    nagevraagd_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VerwijzingQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "contactmoment", "voorziening", "naar", "leefgebied", "waarvoor", "wijze", "gesproken_met",
            "inwoner_akkoord", "uitkomst", "toelichting",
        }  # fmt: skip
        overig = {
            "id", "versie", "verwezen_op", "verwezen_door", "kijken_op", "pogingen", "nagevraagd_op", "nagevraagd_door",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(zaak=None, contactmoment__isnull=False)
                | Q(zaak__isnull=False, contactmoment=None),
                name="verwijzing_zaak_of_contact",
            ),
            models.CheckConstraint(
                condition=Q(voorziening__isnull=False, naar="") | (Q(voorziening=None) & ~Q(naar="")),
                name="verwijzing_naar_iets",
            ),
            models.CheckConstraint(
                condition=Q(wijze="genoemd", gesproken_met="") | Q(wijze="warm", inwoner_akkoord=True),
                name="verwijzing_warm_met_akkoord",
            ),
            models.CheckConstraint(
                condition=Q(uitkomst="", nagevraagd_op=None, nagevraagd_door=None)
                | (~Q(uitkomst="") & Q(nagevraagd_op__isnull=False, nagevraagd_door__isnull=False)),
                name="verwijzing_nagevraagd_door",
            ),
            models.CheckConstraint(
                condition=Q(kijken_op__gte=F("verwezen_op")), name="verwijzing_kijken_na_verwijzen"
            ),
        ]

    @property
    def waarheen(self) -> str:
        """To what or whom, in words."""
        return self.voorziening.naam if self.voorziening else self.naar

    @property
    def van_de_zaak(self) -> Zaak | None:
        """The zaak it belongs to, also when the contact got one later."""
        return self.zaak or (self.contactmoment.zaak if self.contactmoment else None)
