"""The first contact: who came, by which way, with what question."""

import datetime

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan
from django.db.models.functions import Coalesce

from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.models.dossier import Dossier
from toegang.models.inwoner import Bereik, Kanaal
from toegang.models.termijn import Taak
from toegang.models.zaak import zaken_q
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


class Richting(models.TextChoices):
    """Who reached out to whom."""

    INKOMEND = "inkomend", "Iemand nam contact op met ons"
    UITGAAND = "uitgaand", "Wij namen contact op"


class Route(models.TextChoices):
    """Where a contact went: the ways out of the front door."""

    BEANTWOORD = "beantwoord", "Vraag beantwoord"
    VERWEZEN = "verwezen", "Verwezen naar een voorziening in de buurt"
    DORPSCOORDINATOR = "dorpscoordinator", "Doorgegeven aan de dorpscoördinator"
    BELEIDSMEDEWERKER = "beleidsmedewerker", "Doorgegeven aan de beleidsmedewerker"
    TEAM = "team", "Doorgegeven aan het wijkteam"
    ZAAK = "zaak", "Zaak geopend of aan een zaak toegevoegd"
    VEILIG_THUIS = "veilig_thuis", "Doorgegeven aan Veilig Thuis"
    TOEZICHTHOUDER = "toezichthouder", "Doorgegeven aan de toezichthouder"
    NIET_BEREIKT = "niet_bereikt", "Niet bereikt na drie pogingen"


POST = (Kanaal.BRIEF, Kanaal.E_MAIL)


OPEN = ~Q(status=ContactStatus.AFGEHANDELD)
# The groups of work, each with an index in list order: what is done by far outnumbers what waits.
PER_GROEP: dict[str, Q] = {
    "nieuw": Q(status=ContactStatus.NIEUW) & ~Q(kanaal__in=POST),
    "terugbellen": OPEN & Q(terugbellen_op__isnull=False),
    "post": OPEN & Q(kanaal__in=POST),
    "koppelen": OPEN & Q(inwoner__isnull=True, anoniem=False),
    "opgepakt": Q(status=ContactStatus.IN_BEHANDELING, zaak__isnull=True),
}


class ContactmomentQuerySet(HistorieQuerySet):
    def voor(self, lezer, vandaag: datetime.date | None = None):
        """The administratie sees every contact; the KCC reads back only what it wrote today; a team its zaken's.

        A note on a zaak is content: only for who may read that, and for who wrote it. A jurist reads the bezwaren.
        """
        r = lezer.rechten
        if r.alles:
            return self
        inhoud = Q(zaak__isnull=False) & zaken_q(lezer, Recht.INHOUD_INZIEN, "zaak__")
        if r.heeft_rol(Rol.ADMINISTRATIE):
            ziet = Q(zaak=None) & self._vrij(r) | zaken_q(lezer, Recht.PROCES_INZIEN, "zaak__")
            return self.filter(ziet & (Q(notitie=False) | Q(geregistreerd_door_id=lezer.pk) | inhoud))
        mag = inhoud | self._mijn_taak(lezer)
        if r.heeft_rol(Rol.KCC):
            mag |= Q(geregistreerd_door_id=lezer.pk, geregistreerd_op=vandaag)
        if r.heeft_rol(Rol.JURIST):
            mag |= Q(soort=ContactSoort.BEZWAAR, notitie=False) & self._vrij(r)
        return self.filter(mag)

    @classmethod
    def _mijn_taak(cls, lezer) -> Q:
        """A task about it names this reader: the fixed contact person of who referred."""
        if lezer.medewerker_id is None:
            return Q(pk=None)
        taken = Taak.objects.open().filter(medewerker_id=lezer.medewerker_id, contactmoment__isnull=False)
        return Q(zaak=None, notitie=False, pk__in=taken.values("contactmoment_id")) & cls._vrij(lezer.rechten)

    @staticmethod
    def _vrij(r) -> Q:
        """About nobody whose dossier is shielded, or the reader is named on it."""
        dicht = Dossier.objects.dicht(r.zaken.get(Recht.PROCES_INZIEN, ()))
        return ~Q(inwoner__in=dicht.values("inwoner"))

    def open(self):
        return self.exclude(status=ContactStatus.AFGEHANDELD)

    def nieuw(self):
        """Nobody took it yet; post has its own group."""
        return self.filter(status=ContactStatus.NIEUW).exclude(kanaal__in=POST)

    def opgepakt(self):
        """A colleague has it, and it hangs on no zaak: it is answered here."""
        return self.filter(status=ContactStatus.IN_BEHANDELING, zaak=None)

    def te_koppelen(self):
        """Somebody was named, but not found: the administratie looks who it is; post has its own group."""
        return self.open().filter(inwoner=None, anoniem=False).exclude(kanaal__in=POST)

    def post_te_koppelen(self):
        """Came in on paper or by e-mail, and has no person yet or waits for who takes it."""
        wacht = Q(inwoner=None, anoniem=False) | Q(status=ContactStatus.NIEUW, zaak=None)
        return self.open().filter(wacht, kanaal__in=POST)

    def met_pogingen(self):
        """How often nobody answered when we called back."""
        gemist = Terugbelpoging.objects.filter(contactmoment=OuterRef("pk"), bereikt=False).order_by()
        aantal = gemist.values("contactmoment").annotate(n=Count("pk")).values("n")
        return self.annotate(gemist=Coalesce(Subquery(aantal), 0))

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
    richting = models.CharField(max_length=10, choices=Richting, default=Richting.INKOMEND)
    soort = models.CharField(max_length=10, choices=ContactSoort, default=ContactSoort.VRAAG)
    vraag = models.TextField()  # in the citizen's own words
    samen_met = models.ForeignKey(  # several questions in one call: the first of them
        "self", models.PROTECT, null=True, blank=True, related_name="andere_vragen"
    )
    organisatie = models.ForeignKey(  # a GP, school or other finder who refers
        "toegang.Organisatie", models.PROTECT, null=True, blank=True, related_name="contactmomenten"
    )
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
    notitie = models.BooleanField(default=False)  # a telephone note on a zaak: content of that zaak
    telefoon = models.CharField(max_length=20, blank=True, default="")
    e_mail = models.EmailField(blank=True, default="")
    bereik = models.CharField(max_length=10, choices=Bereik, blank=True, default="")
    contactwens = models.CharField(max_length=200, blank=True, default="")
    hulp_nodig = models.CharField(max_length=200, blank=True, default="")  # interpreter, hard of hearing
    ontvangen_op = models.DateField()
    geregistreerd_op = models.DateField()
    geregistreerd_om = models.DateTimeField()
    geregistreerd_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    terugbellen_op = models.DateField(null=True, blank=True)
    terugbellen_om = models.TimeField(null=True, blank=True)  # the moment that was promised, if one was
    status = models.CharField(max_length=15, choices=ContactStatus, default=ContactStatus.NIEUW)
    route = models.CharField(max_length=20, choices=Route, blank=True, default="")
    route_naar = models.CharField(max_length=200, blank=True, default="")  # to whom or to what
    uitkomst = models.CharField(max_length=300, blank=True, default="")
    opgepakt_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    afgehandeld_op = models.DateField(null=True, blank=True)
    zaak = models.ForeignKey(
        "toegang.Zaak", models.PROTECT, null=True, blank=True, related_name="contactmomenten"
    )

    objects = ContactmomentQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "kanaal", "richting", "soort", "vraag", "samen_met", "organisatie", "inwoner", "anoniem", "e_mail", "route",
            "route_naar", "te_koppelen_naam", "namens_naam", "namens_relatie",
            "inwoner_weet_ervan", "gevaar", "telefoon", "bereik", "contactwens", "hulp_nodig", "uitkomst", "zaak",
        }  # fmt: skip
        overig = {
            "id", "versie", "ontvangen_op", "geregistreerd_op", "geregistreerd_om", "geregistreerd_door",
            "terugbellen_op", "terugbellen_om", "status", "opgepakt_door", "afgehandeld_op", "notitie",
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
            *[
                models.Index(
                    fields=["-gevaar", "ontvangen_op", "id"], name=f"contact_{groep}", condition=welke
                )
                for groep, welke in PER_GROEP.items()
            ],
            models.Index(fields=["geregistreerd_door", "geregistreerd_op"], name="contact_eigen_van_vandaag"),
        ]

    @property
    def buiten_weten(self) -> bool:
        """Another told it about the inwoner, who does not know or may not know."""
        return self.soort == ContactSoort.SIGNAAL or self.inwoner_weet_ervan is False

    @property
    def is_post(self) -> bool:
        return self.kanaal in POST


class Terugbelpoging(MetHistorie):
    """One try to call back; after three without an answer the administratie decides what then."""

    contactmoment = models.ForeignKey(Contactmoment, models.PROTECT, related_name="terugbelpogingen")
    om = models.DateTimeField()
    door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    bereikt = models.BooleanField()
    toelichting = models.CharField(max_length=300, blank=True, default="")

    class Gegevens:
        persoonlijk = {"contactmoment", "om", "bereikt", "toelichting"}
        overig = {"id", "versie", "door"}

    @property
    def zin(self) -> str:
        """What came of it, with the note."""
        return " ".join(
            filter(None, ("Iemand gesproken." if self.bereikt else "Niet bereikt.", self.toelichting))
        )
