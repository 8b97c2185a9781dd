"""An objection to a besluit, what a court did with it, and a notice of default with its dwangsom."""

from django.db import models
from django.db.models import F, Q

from beschikkingen.statussen import BezwaarStatus
from toegang.models import Intrekwijze, Kanaal, MetHistorie, ZaakgebondenQuerySet
from toegang.rechten import Recht, Rol


class BezwaarQuerySet(ZaakgebondenQuerySet):
    def open(self):
        return self.filter(status__in=[BezwaarStatus.ONTVANGEN, BezwaarStatus.IN_BEHANDELING])

    def voor_rol(self, lezer):
        """What waits for a jurist, claimed or not; of who is shielded only to who is named."""
        if not lezer.rechten.heeft_rol(Rol.JURIST):
            return self.none()
        genoemd = lezer.rechten.zaken.get(Recht.PROCES_INZIEN, ())
        return self.filter(Q(zaak__afgeschermd=False) | Q(zaak_id__in=genoemd))


class Bezwaar(MetHistorie):
    """An objection by any channel, from receipt to the decision on it (Awb ch. 6 and 7)."""

    class NietHoren(models.TextChoices):
        """Why nobody is heard (Awb art. 7:3)."""

        NIET_ONTVANKELIJK = "a", "a. Het bezwaar is kennelijk niet-ontvankelijk"
        ONGEGROND = "b", "b. Het bezwaar is kennelijk ongegrond"
        WIL_NIET = "c", "c. De indiener wil niet gehoord worden"
        GEEN_ANTWOORD = "d", "d. De indiener antwoordde niet op de uitnodiging"
        TEGEMOET = "e", "e. Wij komen helemaal aan het bezwaar tegemoet"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="bezwaren")
    besluit = models.ForeignKey("beschikkingen.Besluit", models.PROTECT, related_name="bezwaren")
    contactmoment = models.ForeignKey(
        "toegang.Contactmoment", models.PROTECT, null=True, blank=True, related_name="+"
    )
    status = models.CharField(max_length=20, choices=BezwaarStatus, default=BezwaarStatus.ONTVANGEN)
    kanaal = models.CharField(max_length=20, choices=Kanaal)
    gepost_op = models.DateField(null=True, blank=True)  # the postmark (6:9 lid 2)
    ontvangen_op = models.DateField()
    geregistreerd_om = models.DateTimeField()
    indiener = models.CharField(max_length=200, blank=True, default="")  # empty: the inwoner
    gronden = models.TextField(blank=True, default="")  # what he does not agree with
    te_laat = models.BooleanField(default=False)  # after the term of 6:7, by the rule of 6:9
    verschoonbaar = models.BooleanField(null=True, blank=True)  # 6:11; None: not judged yet
    verschoonbaar_omdat = models.TextField(blank=True, default="")
    commissie = models.BooleanField(default=False)  # an advisory committee (7:13): twelve weeks
    behandelaar = models.ForeignKey("toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+")
    hoorzitting_om = models.DateTimeField(null=True, blank=True)
    hoorzitting_plaats = models.CharField(max_length=200, blank=True, default="")
    gehoord_op = models.DateField(null=True, blank=True)
    aanwezigen = models.CharField(max_length=200, blank=True, default="")
    hoorverslag = models.TextField(blank=True, default="")  # 7:7
    niet_horen = models.CharField(max_length=1, choices=NietHoren, blank=True, default="")
    niet_horen_omdat = models.TextField(blank=True, default="")
    advies = models.TextField(blank=True, default="")  # of the committee (7:13 lid 6)
    advies_op = models.DateField(null=True, blank=True)
    inbreng = models.TextField(blank=True, default="")  # of the consulent: facts, no defence
    inbreng_op = models.DateField(null=True, blank=True)
    inbreng_door = models.ForeignKey("toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+")
    ingetrokken_op = models.DateField(null=True, blank=True)
    ingetrokken_hoe = models.CharField(max_length=12, choices=Intrekwijze, blank=True, default="")
    afgedaan_op = models.DateField(null=True, blank=True)

    objects = BezwaarQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "besluit", "contactmoment", "kanaal", "gepost_op", "ontvangen_op", "indiener", "gronden", "te_laat",
            "verschoonbaar", "verschoonbaar_omdat", "hoorzitting_om", "hoorzitting_plaats", "gehoord_op",
            "aanwezigen", "hoorverslag", "niet_horen", "niet_horen_omdat", "advies", "advies_op", "inbreng",
            "inbreng_op", "ingetrokken_op", "ingetrokken_hoe",
        }  # fmt: skip
        overig = {
            "id", "versie", "status", "geregistreerd_om", "commissie", "behandelaar", "inbreng_door", "afgedaan_op",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(inbreng_op=None, inbreng_door=None)
                | Q(inbreng_op__isnull=False, inbreng_door__isnull=False),
                name="bezwaar_inbreng_op_door",
            ),
            models.CheckConstraint(
                condition=Q(status__in=["ontvangen", "in_behandeling"], afgedaan_op=None)
                | Q(status__in=["besloten", "ingetrokken"], afgedaan_op__isnull=False),
                name="bezwaar_afgedaan",
            ),
            models.CheckConstraint(
                condition=Q(gepost_op=None) | Q(gepost_op__lte=F("ontvangen_op")),
                name="bezwaar_gepost_voor_ontvangst",
            ),
            models.UniqueConstraint(
                fields=["besluit", "indiener"],
                condition=Q(status__in=["ontvangen", "in_behandeling"]),
                name="bezwaar_een_open_per_indiener",
            ),
        ]

    @property
    def kenmerk(self) -> str:
        return f"BZ-{self.ontvangen_op.year}-{self.besluit.volgnummer:06d}"


class BeroepQuerySet(ZaakgebondenQuerySet):
    def uitgesproken(self, zaak):
        """Those of this zaak in which the court sided with the inwoner, the last ruling first."""
        rijen = self.filter(zaak=zaak, uitspraak=Beroep.Uitspraak.GEGROND)
        return rijen.order_by("-uitspraak_op", "pk")


class Beroep(MetHistorie):
    """The inwoner went to court: registered, with what the court said."""

    class Soort(models.TextChoices):
        BEROEP = "beroep", "Beroep bij de rechtbank"
        VOORLOPIG = "voorlopig", "Voorlopige voorziening"
        HOGER = "hoger", "Hoger beroep"

    class Uitspraak(models.TextChoices):
        GEGROND = "gegrond", "Gegrond"
        ONGEGROND = "ongegrond", "Ongegrond"
        NIET_ONTVANKELIJK = "niet_ontvankelijk", "Niet-ontvankelijk"
        INGETROKKEN = "ingetrokken", "Ingetrokken"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="beroepen")
    besluit = models.ForeignKey("beschikkingen.Besluit", models.PROTECT, related_name="beroepen")
    soort = models.CharField(max_length=10, choices=Soort)
    ingesteld_op = models.DateField()
    kenmerk_rechtbank = models.CharField(max_length=60)
    uitspraak_op = models.DateField(null=True, blank=True)
    uitspraak = models.CharField(max_length=20, choices=Uitspraak, blank=True, default="")
    wat_nu = models.TextField(blank=True, default="")  # what the court asks of us

    objects = BeroepQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak",
            "besluit",
            "soort",
            "ingesteld_op",
            "kenmerk_rechtbank",
            "uitspraak_op",
            "uitspraak",
            "wat_nu",
        }
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(uitspraak_op=None, uitspraak="")
                | (Q(uitspraak_op__isnull=False) & ~Q(uitspraak="")),
                name="beroep_uitspraak_op",
            ),
            models.UniqueConstraint(fields=["besluit", "kenmerk_rechtbank"], name="beroep_een_per_kenmerk"),
        ]


class Ingebrekestelling(MetHistorie):
    """A notice that we are late, and from it the dwangsom (Awb art. 4:17; 7:14 for a bezwaar)."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="ingebrekestellingen")
    aanvraag = models.ForeignKey(
        "toegang.Aanvraag", models.PROTECT, null=True, blank=True, related_name="ingebrekestellingen"
    )
    bezwaar = models.ForeignKey(
        Bezwaar, models.PROTECT, null=True, blank=True, related_name="ingebrekestellingen"
    )
    ontvangen_op = models.DateField()
    geregistreerd_om = models.DateTimeField()
    schriftelijk = models.BooleanField(default=True)
    uiterste_datum = models.DateField()  # the last day to decide, as it stood when the notice came
    geldig = models.BooleanField()
    waarom_niet = models.TextField(blank=True, default="")
    eerste_dag = models.DateField(null=True, blank=True)  # the first day a dwangsom is due
    laatste_dag = models.DateField(null=True, blank=True)  # the last day it was due; None while it runs
    bedrag = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)  # once it stopped
    gestopt_op = models.DateField(null=True, blank=True)

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "aanvraag", "bezwaar", "ontvangen_op", "schriftelijk", "uiterste_datum", "geldig", "waarom_niet",
            "eerste_dag", "laatste_dag", "bedrag", "gestopt_op",
        }  # fmt: skip
        overig = {"id", "versie", "geregistreerd_om"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(aanvraag__isnull=False, bezwaar=None) | Q(aanvraag=None, bezwaar__isnull=False),
                name="ingebrekestelling_over_een_ding",
            ),
            models.CheckConstraint(
                condition=Q(geldig=True, waarom_niet="", eerste_dag__isnull=False)
                | (Q(geldig=False, eerste_dag=None) & ~Q(waarom_niet="")),
                name="ingebrekestelling_geldig_of_waarom_niet",
            ),
            models.CheckConstraint(
                condition=Q(bedrag=None, gestopt_op=None) | Q(bedrag__isnull=False, gestopt_op__isnull=False),
                name="ingebrekestelling_bedrag_op",
            ),
            models.UniqueConstraint(
                fields=["aanvraag"],
                condition=Q(geldig=True),
                name="ingebrekestelling_een_geldige_per_aanvraag",
            ),
            models.UniqueConstraint(
                fields=["bezwaar"], condition=Q(geldig=True), name="ingebrekestelling_een_geldige_per_bezwaar"
            ),
        ]
