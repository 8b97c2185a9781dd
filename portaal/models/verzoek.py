"""The inbox: all that the citizen's site may write about a person. A job of the desk does what is asked."""

import uuid

from django.db import models
from django.db.models import Q


class VerzoekSoort(models.TextChoices):
    """What a citizen can ask or do."""

    NIEUWE_VRAAG = "nieuwe_vraag", "Nieuwe vraag"
    VRAGEN = "vragen", "Iets vragen over wat loopt"
    WIJZIGING = "wijziging", "Er is iets veranderd (Wmo 2015 art. 2.3.8)"
    AFSPRAAK_GOED = "afspraak_goed", "Afspraak komt uit"
    AFSPRAAK_ANDERS = "afspraak_anders", "Andere afspraak"
    PERSOONLIJK_PLAN = "persoonlijk_plan", "Persoonlijk plan (2.3.2 lid 2)"
    PAPIEREN = "papieren", "Papieren die wij vroegen"
    VERSLAG_TEKENEN = "verslag_tekenen", "Verslag ondertekenen"
    PLAN_AKKOORD = "plan_akkoord", "Akkoord met het plan"
    BEZWAAR = "bezwaar", "Bezwaar"
    GEGEVENS = "gegevens", "Gegevens kloppen niet"
    INZAGE = "inzage", "Vraag over wie keek"
    BEZORGING = "bezorging", "Hoe ik brieven wil krijgen"


class VerzoekStatus(models.TextChoices):
    ONTVANGEN = "ontvangen", "Ontvangen"
    GEDAAN = "gedaan", "Gedaan"
    KAN_NIET = "kan_niet", "Kan niet"


class Verzoek(models.Model):
    """One thing a citizen asked on the site. Its id is the one-time key of the form: a second click is the same one."""

    id = models.UUIDField(primary_key=True, editable=False)
    soort = models.CharField(max_length=20, choices=VerzoekSoort)
    inwoner = models.ForeignKey("toegang.Inwoner", models.PROTECT, related_name="+")  # about whom
    door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")  # who signed in
    bron_id = models.UUIDField(null=True, blank=True)  # the vraag, verslag, afspraak, brief it is about
    bron_versie = models.PositiveIntegerField(null=True, blank=True)  # as it was on the screen
    gegevens = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=VerzoekStatus, default=VerzoekStatus.ONTVANGEN)
    gevraagd_om = models.DateTimeField()
    gedaan_om = models.DateTimeField(null=True, blank=True)
    antwoord = models.CharField(
        max_length=300, blank=True, default=""
    )  # one sentence, as the citizen reads it
    pogingen = models.PositiveSmallIntegerField(default=0)

    class Gegevens:
        persoonlijk = {"inwoner", "bron_id", "gegevens", "antwoord"}
        overig = {
            "id", "soort", "door", "bron_versie", "status", "gevraagd_om", "gedaan_om", "pogingen",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="verzoek_gedaan_om",
                condition=Q(status="ontvangen", gedaan_om=None)
                | (~Q(status="ontvangen") & Q(gedaan_om__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["gevraagd_om", "id"], condition=Q(status="ontvangen"), name="verzoek_te_doen"
            ),
            models.Index(fields=["inwoner", "-gevraagd_om"], name="verzoek_van"),
        ]

    @property
    def bron(self) -> uuid.UUID:
        """What it is about; a key that nothing has when it is about nothing."""
        return self.bron_id or uuid.UUID(int=0)


class Verzoekbestand(models.Model):
    """A file that came with a request, as it was sent: checked and kept by the desk, then emptied here."""

    id = models.UUIDField(primary_key=True, editable=False)
    verzoek = models.ForeignKey(Verzoek, models.PROTECT, related_name="bestanden")
    naam = models.CharField(max_length=200)
    inhoud = models.BinaryField()

    class Gegevens:
        persoonlijk = {"verzoek", "naam", "inhoud"}
        overig = {"id"}
