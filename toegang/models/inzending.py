"""What came in by a form from outside, beside the contact that it became; and how often one sender sends."""

from django.db import models
from django.db.models import Q

from toegang import bsn as bsn_
from toegang.models.basis import MetHistorie
from toegang.models.contact import Contactmoment
from toegang.models.organisatie import Verwijslink
from toegang.onvolledige_datum import OnvolledigeDatum


class Inzending(MetHistorie):
    """A referral, or a question by the website: who sent it, and how he describes the person; nothing is looked up."""

    contactmoment = models.OneToOneField(Contactmoment, models.PROTECT, related_name="inzending")
    verwijslink = models.ForeignKey(  # none: by the website, by the citizen or somebody near
        Verwijslink, models.PROTECT, null=True, blank=True, related_name="inzendingen"
    )
    kenmerk = models.CharField(max_length=9, unique=True)  # 7K4Q-92TM: a number that says nothing
    afzender_functie = models.CharField(max_length=100, blank=True, default="")
    afzender_telefoon = models.CharField(max_length=20, blank=True, default="")
    geboren = models.CharField(max_length=8, blank=True, default="")  # jjjjmmdd, zeros where unknown
    straat = models.CharField(max_length=100, blank=True, default="")
    huisnummer = models.CharField(max_length=12, blank=True, default="")
    postcode = models.CharField(max_length=6, blank=True, default="")
    woonplaats = models.CharField(max_length=80, blank=True, default="")
    bsn_versleuteld = models.BinaryField(null=True, blank=True)
    bsn_index = models.BinaryField(null=True, blank=True, max_length=32)
    weet_niet_omdat = models.CharField(max_length=300, blank=True, default="")
    bevinding = models.TextField(blank=True, default="")  # what the fixed contact person heard

    class Gegevens:
        persoonlijk = {
            "contactmoment", "afzender_functie", "afzender_telefoon", "geboren", "straat", "huisnummer", "postcode",
            "woonplaats", "bsn_versleuteld", "bsn_index", "weet_niet_omdat", "bevinding",
        }  # fmt: skip
        overig = {"id", "versie", "verwijslink", "kenmerk"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="inzending_bsn_met_index",
                condition=Q(bsn_versleuteld=None, bsn_index=None)
                | Q(bsn_versleuteld__isnull=False, bsn_index__isnull=False),
            ),
        ]

    @property
    def bsn(self) -> str:
        """In plain; empty when it was not given. Only to search with, by a logged act."""
        return bsn_.ontsleutel(bytes(self.bsn_versleuteld)) if self.bsn_versleuteld else ""

    @bsn.setter
    def bsn(self, waarde: str):
        self.bsn_versleuteld = bsn_.versleutel(waarde) if waarde else None
        self.bsn_index = bsn_.blinde_index(waarde) if waarde else None

    @property
    def geboortedatum(self) -> OnvolledigeDatum | None:
        return OnvolledigeDatum.lees(self.geboren) if self.geboren else None

    @property
    def adresregel(self) -> str:
        return f"{self.straat} {self.huisnummer}".strip()


class Teller(models.Model):
    """How often something was sent in this hour: a keyed hash, no address; gone after the hour."""

    sleutel = models.CharField(max_length=64, primary_key=True)
    aantal = models.PositiveIntegerField(default=0)
    vervalt_om = models.DateTimeField(db_index=True)
