"""What stands open to all, without an onderzoek: the sociale kaart."""

import datetime

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q, Subquery

from toegang import opmaak
from toegang.models import HistorieQuerySet, Leefgebied, MetHistorie
from toegang.namen import zoeknaam
from toegang.telefoon import leesbaar
from toegang.voorbereid import Voorbereid

NAKIJKEN_NA = datetime.timedelta(days=365)


class Kosten(models.TextChoices):
    """What somebody pays who goes there."""

    GRATIS = "gratis", "Gratis"
    BEDRAG = "bedrag", "Een vast bedrag"
    WISSELT = "wisselt", "Het verschilt"


def stam(woord: str) -> str:
    """The part of a word to look for: who types 'klussen' also finds 'klusdienst', 'poetsen' also 'poetshulp'."""
    if len(woord) > 5 and woord.endswith("en"):
        kort = woord[:-2]
        return kort[:-1] if kort[-1] == kort[-2] else kort
    return woord


# From one different list of wijken to the next along the index: every public page asks this, however long the kaart.
WIJKEN = Voorbereid.met_namen(
    "kaart_wijken",
    """
    WITH RECURSIVE lijst AS (
        SELECT min(wijken) AS w FROM voorzieningen_algemenevoorziening
        UNION ALL
        SELECT (SELECT min(wijken) FROM voorzieningen_algemenevoorziening WHERE wijken > lijst.w)
        FROM lijst WHERE lijst.w IS NOT NULL
    )
    SELECT DISTINCT unnest(w) AS wijk FROM lijst WHERE EXISTS (
        SELECT 1 FROM voorzieningen_algemenevoorziening v
        WHERE v.wijken = lijst.w AND (v.beeindigd_op IS NULL OR v.beeindigd_op > %(vandaag)s)
    ) ORDER BY wijk
    """,
)


class AlgemeneVoorzieningQuerySet(HistorieQuerySet):
    def in_gebruik(self, vandaag: datetime.date):
        """What one can still go to."""
        return self.filter(Q(beeindigd_op=None) | Q(beeindigd_op__gt=vandaag))

    def na_te_kijken(self, vandaag: datetime.date):
        """Nobody looked for a year whether it is still true."""
        lang_geleden = Q(nagekeken_op=None) | Q(nagekeken_op__lt=vandaag - NAKIJKEN_NA)
        return self.in_gebruik(vandaag).filter(lang_geleden)

    def met_woorden(self, tekst: str):
        """Every word stands somewhere in it: the name, the text, for whom, or a word that people use."""
        for woord in zoeknaam(tekst[:200]).split()[:8]:
            self = self.filter(zoektekst__contains=stam(woord))
        return self

    def voor_leefgebied(self, leefgebied: str):
        return self.filter(leefgebieden__contains=[leefgebied])

    def in_wijk(self, wijk: str):
        """Of this wijk, or of the whole municipality."""
        return self.filter(Q(wijken__contains=[wijk]) | Q(wijken=[]))

    def na(self, pk):
        """The rows after this one, in the order of the list."""
        naam = Subquery(self.model.objects.filter(pk=pk).values("naam"))
        return self.filter(Q(naam__gt=naam) | Q(naam=naam, pk__gt=pk))

    def op_naam(self):
        return self.order_by("naam", "pk")

    def wijken(self, vandaag: datetime.date) -> list[str]:
        """Every wijk that stands on the kaart."""
        return [wijk for (wijk,) in WIJKEN.rijen({"vandaag": vandaag})]


class AlgemeneVoorziening(MetHistorie):
    """Open to all (Wmo 2015 art. 1.1.1): what it is, for whom, where, when, and what it costs."""

    naam = models.CharField(max_length=120)
    omschrijving = models.TextField()
    leefgebieden = ArrayField(models.CharField(max_length=20, choices=Leefgebied), default=list)
    wijken = ArrayField(
        models.CharField(max_length=80), default=list, blank=True
    )  # none: the whole municipality
    voor_wie = models.CharField(max_length=300, blank=True, default="")
    kosten = models.CharField(max_length=8, choices=Kosten, default=Kosten.GRATIS)
    bedrag = models.DecimalField(max_digits=7, decimal_places=2, null=True, blank=True)
    kosten_uitleg = models.CharField(max_length=200, blank=True, default="")
    openingstijden = models.CharField(max_length=300, blank=True, default="")
    adres = models.CharField(max_length=200, blank=True, default="")
    telefoon = models.CharField(max_length=20, blank=True, default="")
    e_mail = models.EmailField(blank=True, default="")
    website = models.URLField(blank=True, default="")
    trefwoorden = models.CharField(max_length=300, blank=True, default="")  # words that people use for it
    zoektekst = models.TextField(editable=False, default="")
    nagekeken_op = models.DateField(null=True, blank=True)  # none: nobody looked since it was taken over
    nagekeken_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    beeindigd_op = models.DateField(null=True, blank=True)
    beeindigd_omdat = models.CharField(max_length=200, blank=True, default="")

    objects = AlgemeneVoorzieningQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["naam", "wijken"],
                condition=Q(beeindigd_op=None),
                name="algemene_voorziening_een_per_wijk",
            ),
            models.CheckConstraint(
                condition=Q(leefgebieden__len__gt=0), name="algemene_voorziening_met_leefgebied"
            ),
            models.CheckConstraint(
                condition=Q(kosten="bedrag", bedrag__isnull=False) | ~Q(kosten="bedrag") & Q(bedrag=None),
                name="algemene_voorziening_bedrag",
            ),
            models.CheckConstraint(
                condition=Q(nagekeken_op=None, nagekeken_door=None)
                | Q(nagekeken_op__isnull=False, nagekeken_door__isnull=False),
                name="algemene_voorziening_nagekeken",
            ),
            models.CheckConstraint(
                condition=Q(beeindigd_op=None, beeindigd_omdat="")
                | (Q(beeindigd_op__isnull=False) & ~Q(beeindigd_omdat="")),
                name="algemene_voorziening_eind_met_reden",
            ),
        ]
        indexes = [
            models.Index(fields=["naam", "id"], name="algemene_voorziening_op_naam"),
            models.Index(fields=["wijken", "beeindigd_op"], name="algemene_voorziening_wijken"),
            GinIndex(OpClass(F("zoektekst"), name="gin_trgm_ops"), name="algemene_voorziening_woorden"),
        ]

    def __str__(self):
        return self.naam

    def afleiden(self) -> None:
        """All words that a search may find it by."""
        gebieden = (Leefgebied(g).label for g in self.leefgebieden)
        delen = (
            self.naam,
            self.omschrijving,
            self.voor_wie,
            self.trefwoorden,
            self.adres,
            *self.wijken,
            *gebieden,
        )
        self.zoektekst = zoeknaam(*delen)
        super().afleiden()

    @property
    def gebieden(self) -> str:
        """Its areas of life in words."""
        return ", ".join(Leefgebied(g).label for g in self.leefgebieden)

    @property
    def waar(self) -> str:
        """Its address, and for which neighbourhoods it is."""
        wijken = ", ".join(self.wijken)
        if self.adres:
            return f"{self.adres} (voor {wijken})" if wijken else self.adres
        return wijken or "Hele gemeente"

    @property
    def nummer(self) -> str:
        """The telephone number as one reads it aloud."""
        return leesbaar(self.telefoon)

    @property
    def prijs(self) -> str:
        """What it costs, in words."""
        if self.kosten == Kosten.WISSELT:
            return self.kosten_uitleg
        prijs = opmaak.bedrag(self.bedrag) if self.bedrag else "Gratis"
        return f"{prijs}, {self.kosten_uitleg}" if self.kosten_uitleg else prijs

    @property
    def site(self) -> str:
        """Its website without what everybody leaves out."""
        return self.website.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")

    def is_na_te_kijken(self, vandaag: datetime.date) -> bool:
        return self.nagekeken_op is None or self.nagekeken_op < vandaag - NAKIJKEN_NA
