"""Clocks on a zaak, pieces of work, and the timeline."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q

from toegang.models.basis import MetHistorie
from toegang.models.dossier import Dossier
from toegang.models.zaak import ZaakgebondenQuerySet, zaken_q
from toegang.rechten import Laag, Recht, Rol


class TermijnSoort(models.TextChoices):
    ONDERZOEK = "onderzoek", "Onderzoek"
    PERSOONLIJK_PLAN = "persoonlijk_plan", "Persoonlijk plan"
    BESLUIT = "besluit", "Besluit"
    BEZWAAR = "bezwaar", "Bezwaar mogelijk"
    BESLUIT_OP_BEZWAAR = "besluit_op_bezwaar", "Besluit op bezwaar"
    EERSTE_GESPREK = "eerste_gesprek", "Eerste gesprek"  # Wgs art. 4
    VERZOEK_AANBIEDER = "verzoek_aanbieder", "Antwoord aan een aanbieder"  # iWmo/iJw OP274
    SPOED_MOTIVERING = "spoed_motivering", "Motivering van een spoedbesluit"  # Awb art. 3:47 lid 3
    VERNIETIGVERZOEK = "vernietigverzoek", "Antwoord op een verzoek om te vernietigen"  # Wmo 2015 art. 5.3.5


class TermijnQuerySet(ZaakgebondenQuerySet):
    def lopend(self):
        """Clocks that still run or stand still; a clock of the inwoner (bezwaar, plan) is not ours to meet."""
        return self.filter(gehaald_op=None, vervallen_op=None)

    def van_ons(self):
        """Ours to meet; while one of ours stands still `wacht_op` says for whom we wait."""
        return self.filter(Q(wacht_op="") | Q(stil_sinds__isnull=False))


class Termijn(MetHistorie):
    """A statutory clock: the facts are stored, the last day is computed by `termijnen.py`; late is a query."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="termijnen")
    aanvraag = models.ForeignKey(
        "toegang.Aanvraag", models.PROTECT, null=True, blank=True, related_name="termijnen"
    )
    soort = models.CharField(max_length=20, choices=TermijnSoort)
    artikel = models.CharField(max_length=60)
    begint_op = models.DateField()
    uiterste_datum = models.DateField()
    wacht_op = models.CharField(max_length=20, blank=True, default="")  # "inwoner": the term is theirs
    stil_sinds = models.DateField(null=True, blank=True)
    gehaald_op = models.DateField(null=True, blank=True)
    gehaald_met = models.CharField(max_length=200, blank=True, default="")  # what ended it, without content
    vervallen_op = models.DateField(null=True, blank=True)

    objects = TermijnQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "aanvraag", "begint_op", "uiterste_datum", "wacht_op"}
        overig = {
            "id",
            "versie",
            "soort",
            "artikel",
            "stil_sinds",
            "gehaald_op",
            "gehaald_met",
            "vervallen_op",
        }

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(uiterste_datum__gte=F("begint_op")), name="termijn_eindigt_na_begin"
            ),
            models.UniqueConstraint(
                fields=["zaak", "soort"],
                condition=Q(gehaald_op=None, vervallen_op=None, aanvraag=None),
                name="termijn_een_lopende_per_soort",
            ),
            models.UniqueConstraint(
                fields=["aanvraag", "soort"],
                condition=Q(gehaald_op=None, vervallen_op=None, aanvraag__isnull=False),
                name="termijn_een_lopende_per_aanvraag",
            ),
        ]


class Opschorting(MetHistorie):
    """A time in which a clock stands still, with its ground (Awb art. 4:15)."""

    class Grond(models.TextChoices):
        AANVULLING = "aanvulling", "Wacht op aanvulling van de inwoner (Awb 4:5, 4:15 lid 1 onder a)"
        BUITENLAND = "buitenland", "Wacht op informatie uit het buitenland (Awb 4:15 lid 1 onder b)"
        INSTEMMING = "instemming", "De inwoner stemt in met uitstel (Awb 4:15 lid 2 onder a)"
        AAN_INWONER = "aan_inwoner", "De vertraging ligt bij de inwoner (Awb 4:15 lid 2 onder b)"
        OVERMACHT = "overmacht", "Overmacht (Awb 4:15 lid 2 onder c)"

    class Einde(models.TextChoices):
        AANGEVULD = "aangevuld", "De inwoner vulde aan"
        VERLOPEN = "verlopen", "De tijd om aan te vullen is voorbij"
        VERVALLEN = "vervallen", "De grond is weg"

    termijn = models.ForeignKey(Termijn, models.PROTECT, related_name="opschortingen")
    grond = models.CharField(max_length=15, choices=Grond)
    reden = models.TextField(blank=True, default="")  # what is asked or why, as the letter says it
    vanaf_op = models.DateField()
    uiterlijk_op = models.DateField(null=True, blank=True)  # by when the inwoner answers, or the delay ends
    tot_op = models.DateField(null=True, blank=True)
    einde = models.CharField(max_length=10, choices=Einde, blank=True, default="")
    nagekomen_op = models.DateField(null=True, blank=True)  # completed after all, when the time was over
    brief = models.ForeignKey("toegang.Brief", models.PROTECT, null=True, blank=True, related_name="+")

    class Gegevens:
        persoonlijk = {
            "termijn",
            "grond",
            "reden",
            "vanaf_op",
            "uiterlijk_op",
            "tot_op",
            "einde",
            "nagekomen_op",
        }
        overig = {"id", "versie", "brief"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_op=None, einde="") | (Q(tot_op__gte=F("vanaf_op")) & ~Q(einde="")),
                name="opschorting_eindigt_met_reden",
            ),
            models.UniqueConstraint(
                fields=["termijn", "grond"], condition=Q(tot_op=None), name="opschorting_een_open_per_grond"
            ),
        ]


class MeerTijd(MetHistorie):
    """The inwoner gets until a later day to complete (Awb art. 4:5 leaves the length of that time to us)."""

    opschorting = models.ForeignKey(Opschorting, models.PROTECT, related_name="meer_tijd")
    reden = models.TextField()  # as the letter says it
    op = models.DateField()
    van_datum = models.DateField()
    nieuwe_datum = models.DateField()
    brief = models.ForeignKey("toegang.Brief", models.PROTECT, null=True, blank=True, related_name="+")

    class Gegevens:
        persoonlijk = {"opschorting", "reden", "op", "van_datum", "nieuwe_datum"}
        overig = {"id", "versie", "brief"}

    class Meta(MetHistorie.Meta):
        constraints = [
            models.CheckConstraint(condition=Q(nieuwe_datum__gt=F("van_datum")), name="meer_tijd_is_later"),
        ]


class Verlenging(MetHistorie):
    """A term that we announced to be longer, with its article (Awb art. 4:14, 7:10 lid 3)."""

    class Grond(models.TextChoices):
        MEDEDELING = "mededeling", "Wij beslissen later en noemen een nieuwe dag (Awb 4:14)"
        VERDAGING = "verdaging", "Verdaging van het besluit op bezwaar (Awb 7:10 lid 3)"

    termijn = models.ForeignKey(Termijn, models.PROTECT, related_name="verlengingen")
    grond = models.CharField(max_length=15, choices=Grond)
    reden = models.TextField(blank=True, default="")
    op = models.DateField()  # the day of the notice
    nieuwe_datum = models.DateField()
    brief = models.ForeignKey("toegang.Brief", models.PROTECT, null=True, blank=True, related_name="+")

    class Gegevens:
        persoonlijk = {"termijn", "grond", "reden", "op", "nieuwe_datum"}
        overig = {"id", "versie", "brief"}


class Gelijkgestelde(MetHistorie):
    """A day that a royal decree puts on a par with a feast day (ATW art. 3 lid 3); kept by the beheerder."""

    dag = models.DateField(unique=True)
    besluit = models.CharField(max_length=200)  # the decree in which it stands

    class Meta:
        ordering = ["dag"]


class TaakQuerySet(ZaakgebondenQuerySet):
    def voor(self, lezer, recht: Recht = Recht.PROCES_INZIEN):
        """Mine, or of my role on a zaak that I may see (without a zaak: of my role, about nobody who is shielded)."""
        r = lezer.rechten
        if r.alles:
            return self
        van_mij = Q(medewerker_id=lezer.medewerker_id)
        van_rol = Q(medewerker=None, rol__in=sorted(r.rollen))
        return self.filter(van_mij | (van_rol & self._te_zien(lezer, recht)))

    def voor_werk(self, lezer):
        """Also what a colleague took of my role, and what colleagues have on zaken that I distribute."""
        r = lezer.rechten
        if r.alles:
            return self
        van_rol = Q(rol__in=sorted(r.rollen)) & self._te_zien(lezer, Recht.PROCES_INZIEN)
        van_team = Q(zaak__isnull=False) & zaken_q(lezer, Recht.VERDELEN, "zaak__")
        samen = Q(medewerker_id=lezer.medewerker_id) | van_rol
        return self.filter(samen | van_team if r.teams.get(Recht.VERDELEN) else samen)

    @staticmethod
    def _te_zien(lezer, recht: Recht) -> Q:
        dicht = Dossier.objects.dicht(lezer.rechten.zaken.get(recht, ()))
        over_dicht = Q(contactmoment__inwoner__in=dicht.values("inwoner"))
        return (Q(zaak=None) & ~over_dicht) | zaken_q(lezer, recht, "zaak__")

    def open(self):
        return self.filter(afgehandeld_om=None)

    def zonder_eigen_lijst(self):
        """But those that have a list of their own: a new contact, help that ends."""
        return self.exclude(ALLEEN_CONTACT).exclude(AFLOOP)

    def aflopend(self):
        """The lines about help that ends: one an indicatie for the administratie, one for the teamlead."""
        return self.filter(AFLOOP)


ALLEEN_CONTACT = Q(zaak__isnull=True, sleutel__startswith="contact:")
AFLOOP = Q(sleutel__startswith="afloop")


class Taak(MetHistorie):
    """A piece of work for a person, or for a role on a zaak (the team follows from the zaak)."""

    sleutel = models.CharField(max_length=120)  # a task made twice is one task
    titel = models.CharField(max_length=200)  # a sentence without content
    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, null=True, blank=True, related_name="taken")
    contactmoment = models.ForeignKey(
        "toegang.Contactmoment", models.PROTECT, null=True, blank=True, related_name="taken"
    )
    medewerker = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="taken"
    )
    rol = models.CharField(max_length=40, choices=Rol, blank=True, default="")
    uiterlijk_op = models.DateField()
    adres = models.CharField(max_length=100)  # URL name; earlier rooms link to later ones by name
    adres_pk = models.UUIDField(null=True, blank=True)
    afgehandeld_om = models.DateTimeField(null=True, blank=True)
    afgehandeld_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    objects = TaakQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"titel", "zaak", "contactmoment"}
        overig = {
            "id", "versie", "sleutel", "medewerker", "rol", "uiterlijk_op", "adres", "adres_pk", "afgehandeld_om",
            "afgehandeld_door",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["sleutel"], condition=Q(afgehandeld_om=None), name="taak_een_open_per_sleutel"
            ),
            models.CheckConstraint(
                condition=Q(medewerker__isnull=False) | ~Q(rol=""), name="taak_voor_iemand_of_rol"
            ),
            models.CheckConstraint(
                condition=Q(afgehandeld_om=None, afgehandeld_door=None)
                | Q(afgehandeld_om__isnull=False, afgehandeld_door__isnull=False),
                name="taak_afgehandeld_door",
            ),
        ]
        indexes = [
            models.Index(fields=["uiterlijk_op", "id"], condition=Q(afgehandeld_om=None), name="taak_open"),
            models.Index(
                fields=["rol", "uiterlijk_op", "id"],
                condition=Q(afgehandeld_om=None, medewerker=None),
                name="taak_open_rol",
            ),
            models.Index(
                fields=["uiterlijk_op", "id"],
                condition=Q(afgehandeld_om=None) & ~ALLEEN_CONTACT & ~AFLOOP,
                include=["rol", "medewerker", "zaak", "contactmoment"],  # counting reads no row
                name="taak_open_werk",
            ),
            models.Index(
                fields=["uiterlijk_op", "id"],
                condition=Q(afgehandeld_om=None) & AFLOOP,
                include=["rol", "medewerker", "zaak", "contactmoment"],
                name="taak_aflopend",
            ),
        ]


class Zichtbaar(models.TextChoices):
    INWONER = "inwoner", "Inwoner ziet dit"
    ONTHOUDEN = "onthouden", "Onthouden"
    INTERN = "intern", "Niet voor de inwoner bedoeld"


class GebeurtenisQuerySet(models.QuerySet):
    def voor(self, lezer, recht: Recht = Recht.PROCES_INZIEN):
        return self.filter(zaken_q(lezer, recht, "zaak__"))


class Gebeurtenis(models.Model):
    """The timeline: what happened, in one plain sentence without content. Never edited."""

    id = models.BigAutoField(primary_key=True)
    zaak = models.ForeignKey(  # its index is that of the timeline
        "toegang.Zaak", models.PROTECT, related_name="gebeurtenissen", db_index=False
    )
    soort = models.CharField(max_length=60)  # the event function's name
    groep = models.CharField(
        max_length=12,
        choices=[
            ("brief", "Brieven"),
            ("gesprek", "Gesprekken"),
            ("besluit", "Besluiten"),
            ("proces", "Proces"),
        ],
        default="proces",
    )
    zin = models.CharField(max_length=300)
    op = models.DateField()
    om = models.DateTimeField(null=True, blank=True)  # none where only a date is known
    door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+", db_index=False)
    zichtbaar = models.CharField(max_length=10, choices=Zichtbaar, default=Zichtbaar.INTERN)
    laag = models.CharField(max_length=3, choices=Laag, default=Laag.PROCES)
    adres = models.CharField(max_length=100, blank=True, default="")
    adres_pk = models.UUIDField(null=True, blank=True)

    objects = GebeurtenisQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "zin", "op", "om"}
        overig = {"id", "soort", "groep", "door", "zichtbaar", "laag", "adres", "adres_pk"}

    class Meta:
        indexes = [models.Index(fields=["zaak", "-op", "-id"], name="gebeurtenis_tijdlijn")]
        triggers = [
            pgtrigger.Protect(name="nooit_anders", operation=pgtrigger.Update | pgtrigger.Delete),
        ]
