"""The first contact: who came, by which way, with what question."""

import datetime

from django.db import models
from django.db.models import Q
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan

from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.models.inwoner import Bereik, Kanaal
from toegang.models.zaak import Dossier, zaken_q
from toegang.rechten import Recht, Rol
from toegang.statussen import ContactStatus


class ContactSoort(models.TextChoices):
    VRAAG = "vraag", "Vraag"
    MELDING = "melding", "Melding"
    AANVRAAG = "aanvraag", "Aanvraag"
    SIGNAAL = "signaal", "Signaal over iemand"
    KLACHT = "klacht", "Klacht"
    BEZWAAR = "bezwaar", "Bezwaar"
    BESTAAND = "bestaand", "Over iets dat al loopt"


class ContactmomentQuerySet(HistorieQuerySet):
    def voor(self, lezer, vandaag: datetime.date | None = None):
        """The administratie sees every contact; the KCC reads back only what it wrote today; a team its zaken's."""
        r = lezer.rechten
        if r.alles:
            return self
        if r.heeft_rol(Rol.ADMINISTRATIE):
            dicht = Dossier.objects.filter(afgeschermd=True)
            if genoemd := r.zaken.get(Recht.PROCES_INZIEN):
                dicht = dicht.exclude(zaken__in=genoemd)
            vrij = ~Q(inwoner__in=dicht.values("inwoner"))
            return self.filter(Q(zaak=None) & vrij | zaken_q(lezer, Recht.PROCES_INZIEN, "zaak__"))
        mag = Q(zaak__isnull=False) & zaken_q(lezer, Recht.INHOUD_INZIEN, "zaak__")
        if r.heeft_rol(Rol.KCC):
            mag |= Q(geregistreerd_door=lezer, geregistreerd_op=vandaag)
        return self.filter(mag)

    def open(self):
        return self.exclude(status=ContactStatus.AFGEHANDELD)

    def te_koppelen(self):
        """Somebody was named, but not found: the administratie looks who it is."""
        return self.open().filter(inwoner=None, anoniem=False)

    def terug_te_bellen(self, vandaag: datetime.date):
        """Somebody waits for us today, or waited already."""
        return self.open().filter(terugbellen_op__lte=vandaag)

    def na(self, gevaar: bool, op: datetime.date, pk):
        """The rows after this one in list order: danger first, then the oldest."""
        verder = Q(TupleGreaterThan(Tuple("ontvangen_op", "pk"), (op, pk)))
        return self.filter(
            Q(gevaar=gevaar) & verder | Q(gevaar=False) if gevaar else Q(gevaar=False) & verder
        )


class Contactmoment(MetHistorie):
    """One contact with the desk. `ontvangen_op` starts every clock, never the moment of registering."""

    kanaal = models.CharField(max_length=15, choices=Kanaal)
    soort = models.CharField(max_length=10, choices=ContactSoort, default=ContactSoort.VRAAG)
    vraag = models.TextField()  # in the citizen's own words
    inwoner = models.ForeignKey(
        "toegang.Inwoner", models.PROTECT, null=True, blank=True, related_name="contactmomenten"
    )
    anoniem = models.BooleanField(default=False)
    te_koppelen_naam = models.CharField(
        max_length=200, blank=True, default=""
    )  # not found: administratie links
    namens_naam = models.CharField(max_length=200, blank=True, default="")
    namens_relatie = models.CharField(max_length=100, blank=True, default="")
    inwoner_weet_ervan = models.BooleanField(null=True, blank=True)
    gevaar = models.BooleanField(default=False)
    telefoon = models.CharField(max_length=20, blank=True, default="")
    bereik = models.CharField(max_length=10, choices=Bereik, blank=True, default="")
    contactwens = models.CharField(max_length=200, blank=True, default="")
    hulp_nodig = models.CharField(max_length=200, blank=True, default="")  # interpreter, hard of hearing
    ontvangen_op = models.DateField()
    geregistreerd_op = models.DateField()
    geregistreerd_om = models.DateTimeField()
    geregistreerd_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    terugbellen_op = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=15, choices=ContactStatus, default=ContactStatus.NIEUW)
    uitkomst = models.CharField(max_length=300, blank=True, default="")
    zaak = models.ForeignKey(
        "toegang.Zaak", models.PROTECT, null=True, blank=True, related_name="contactmomenten"
    )

    objects = ContactmomentQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "kanaal", "soort", "vraag", "inwoner", "anoniem", "te_koppelen_naam", "namens_naam", "namens_relatie",
            "inwoner_weet_ervan", "gevaar", "telefoon", "bereik", "contactwens", "hulp_nodig", "uitkomst", "zaak",
        }  # fmt: skip
        overig = {
            "id", "versie", "ontvangen_op", "geregistreerd_op", "geregistreerd_om", "geregistreerd_door",
            "terugbellen_op", "status",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(geregistreerd_op__gte=models.F("ontvangen_op")),
                name="contact_geregistreerd_na_ontvangst",
            ),
            models.CheckConstraint(
                condition=~Q(anoniem=True, inwoner__isnull=False), name="contact_anoniem_zonder_inwoner"
            ),
        ]
        indexes = [
            models.Index(
                fields=["-gevaar", "ontvangen_op", "id"],
                name="contact_open_lijst",
                condition=~Q(status="afgehandeld"),
            ),
            models.Index(fields=["geregistreerd_door", "geregistreerd_op"], name="contact_eigen_van_vandaag"),
        ]
