"""Destruction: the inwoner's written request, and the proposal that another decides on."""

from django.db import models
from django.db.models import F, Q

from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.models.zaak import Zaak, ZaakgebondenQuerySet, zaken_q
from toegang.models.zaakkeuzes import Zaaksoort
from toegang.rechten import Recht, Rol, Wet
from toegang.statussen import VernietigingStatus


class VernietigverzoekQuerySet(ZaakgebondenQuerySet):
    def open(self):
        return self.filter(uitkomst="")


class Vernietigverzoek(MetHistorie):
    """A written request to destroy what we hold (Wmo 2015 art. 5.3.5, Jeugdwet art. 7.3.9, AVG art. 17), per zaak."""

    class Van(models.TextChoices):
        INWONER = "inwoner", "De inwoner zelf"
        VERTEGENWOORDIGER = "vertegenwoordiger", "Een wettelijk vertegenwoordiger"

    class Uitkomst(models.TextChoices):
        TOEGEWEZEN = "toegewezen", "Toewijzen"
        GEWEIGERD = "geweigerd", "Weigeren"

    class Weigergrond(models.TextChoices):
        BELANG = "belang", "Bewaren is van aanmerkelijk belang voor een ander"
        WET = "wet", "Een wet verzet zich tegen vernietigen"
        LEEFTIJD = "leeftijd", "De verzoeker is te jong of kan dit niet beoordelen"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="vernietigverzoeken")
    ontvangen_op = models.DateField()
    van = models.CharField(max_length=20, choices=Van)
    uitkomst = models.CharField(max_length=10, choices=Uitkomst, blank=True, default="")
    weigergrond = models.CharField(max_length=10, choices=Weigergrond, blank=True, default="")
    reden = models.TextField(blank=True, default="")  # which interest, which law
    beoordeeld_op = models.DateField(null=True, blank=True)
    beoordeeld_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VernietigverzoekQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "ontvangen_op", "van", "uitkomst", "weigergrond", "reden"}
        overig = {"id", "versie", "beoordeeld_op", "beoordeeld_door"}

    class Meta(MetHistorie.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(uitkomst=""), name="vernietigverzoek_een_open_per_zaak"
            ),
            models.CheckConstraint(
                name="vernietigverzoek_beoordeeld",
                condition=Q(uitkomst="", beoordeeld_op=None, beoordeeld_door=None)
                | (~Q(uitkomst="") & Q(beoordeeld_op__gte=F("ontvangen_op"), beoordeeld_door__isnull=False)),
            ),
            models.CheckConstraint(
                name="vernietigverzoek_geweigerd_met_grond",
                condition=(Q(uitkomst="geweigerd") & ~Q(weigergrond="") & ~Q(reden=""))
                | (~Q(uitkomst="geweigerd") & Q(weigergrond="", reden="")),
            ),
        ]


class Aanleiding(models.TextChoices):
    TERMIJN = "termijn", "De bewaartermijn is voorbij"
    VERZOEK = "verzoek", "De inwoner vroeg erom"


class VernietigingQuerySet(HistorieQuerySet):
    def voor(self, lezer):
        """The FG sees all; who proposes sees what is about a zaak that it sees, and what was done."""
        if lezer.rechten.heeft_rol(Rol.FUNCTIONARIS_GEGEVENSBESCHERMING):
            return self
        if not lezer.rechten.heeft_rol(Rol.ADMINISTRATIE, Rol.TEAMLEAD):
            return self.none()
        te_zien = Zaak.objects.filter(zaken_q(lezer, Recht.PROCES_INZIEN))
        return self.filter(Q(zaak=None) | Q(zaak__in=te_zien))

    def open(self):
        return self.filter(status=VernietigingStatus.VOORGESTELD)


class Vernietiging(MetHistorie):
    """A proposal to destroy one zaak, decided by another; afterwards the proof, which no longer says whose it was.

    The proof never changes: a trigger of `toegang/sql/vernietigen.sql`, which no setting of a session can put aside.
    """

    zaak = models.ForeignKey(
        "toegang.Zaak", models.PROTECT, null=True, blank=True, related_name="vernietigingen"
    )
    zaakversie = models.PositiveIntegerField()  # as it was proposed: what changed since is judged anew
    wet = models.CharField(max_length=20, choices=Wet)
    soort = models.CharField(max_length=20, choices=Zaaksoort)
    afgesloten_op = models.DateField()
    aanleiding = models.CharField(max_length=10, choices=Aanleiding)
    bron = models.CharField(max_length=60)  # the article
    mag_vanaf_op = models.DateField()  # the end of the term, or the day the request was granted
    status = models.CharField(
        max_length=12, choices=VernietigingStatus, default=VernietigingStatus.VOORGESTELD
    )
    voorgesteld_op = models.DateField()
    voorgesteld_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    besloten_op = models.DateField(null=True, blank=True)
    besloten_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    afwijsreden = models.TextField(blank=True, default="")
    aantallen = models.JSONField(default=dict, blank=True)  # table -> rows removed; written by the database
    vernietigd_om = models.DateTimeField(null=True, blank=True)

    objects = VernietigingQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "afwijsreden"}
        overig = {
            "id", "versie", "zaakversie", "wet", "soort", "afgesloten_op", "aanleiding", "bron", "mag_vanaf_op",
            "status", "voorgesteld_op", "voorgesteld_door", "besloten_op", "besloten_door", "aantallen",
            "vernietigd_om",
        }  # fmt: skip

    class Meta(MetHistorie.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["zaak"], condition=Q(status="voorgesteld"), name="vernietiging_een_open_per_zaak"
            ),
            models.CheckConstraint(
                name="vernietiging_twee_personen",
                condition=Q(besloten_door=None) | ~Q(besloten_door=F("voorgesteld_door")),
            ),
            models.CheckConstraint(
                name="vernietiging_besloten",
                condition=Q(status="voorgesteld", besloten_op=None, besloten_door=None)
                | (
                    ~Q(status="voorgesteld")
                    & Q(besloten_op__gte=F("voorgesteld_op"), besloten_door__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="vernietiging_vergeet_de_zaak",
                condition=Q(status="vernietigd", zaak=None, vernietigd_om__isnull=False)
                | (Q(status__in=["voorgesteld", "goedgekeurd"], zaak__isnull=False, vernietigd_om=None))
                | Q(status="afgewezen", vernietigd_om=None),
            ),
        ]
