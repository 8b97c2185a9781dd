"""A batch of letters for one day: which, in what order they were printed, and which were held out."""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q, Sum

from toegang.models.basis import HistorieQuerySet, MetHistorie
from toegang.models.document import HOOGSTENS_POGINGEN, Brief, willekeurig_pad
from toegang.models.zaak import ZaakgebondenQuerySet
from toegang.rechten import Rol
from toegang.statussen import BriefStatus, VerzendingStatus


class Uit(models.TextChoices):
    """Why a letter does not go with the batch: what somebody has to mend."""

    OVERLEDEN = "overleden", "De inwoner is overleden"
    OVERLEG = "overleg", "Eerst overleggen: veilig contact"
    AFGESCHERMD = "afgeschermd", "Het dossier is afgeschermd"
    GEEN_ADRES = "geen_adres", "Aan deze inwoner kan geen brief"
    ONDERZOEK = "onderzoek", "Het adres is in onderzoek"
    ADRES = "adres", "Het adres is veranderd na het afdrukken"
    ANDERS = "anders", "De brief is veranderd na het afdrukken"
    MISLUKT = "mislukt", "De brief kon niet worden gemaakt"
    NIET_KLAAR = "niet_klaar", "De brief hoeft niet meer weg"
    VERWERKEN = "verwerken", "Op de post, maar niet verwerkt"


OPEN = (VerzendingStatus.CONTROLE, VerzendingStatus.LOOPT, VerzendingStatus.GESTOPT)


class VerzendingQuerySet(HistorieQuerySet):
    def voor(self, lezer):
        """Sending is work of the administratie; whom a batch is about, the letters say, each by its own zaak."""
        r = lezer.rechten
        return self if r.alles or r.heeft_rol(Rol.ADMINISTRATIE) else self.none()

    def open(self):
        return self.filter(status__in=OPEN)


class Verzending(MetHistorie):
    """A batch. Its sending date is the date printed in all its letters (docs/keuzes/0012)."""

    verzenddatum = models.DateField()
    dubbelzijdig = models.BooleanField(default=True)  # each letter begins on a new sheet
    status = models.CharField(max_length=10, choices=VerzendingStatus, default=VerzendingStatus.CONTROLE)
    samengesteld_om = models.DateTimeField()
    samengesteld_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    bestand = models.FileField(
        upload_to=willekeurig_pad, max_length=100, blank=True
    )  # gone once it was handed over
    sha256 = models.CharField(max_length=64, blank=True, default="")  # of the print file
    afgedrukt_om = models.DateTimeField(null=True, blank=True)  # the print file was made
    fout = models.CharField(max_length=300, blank=True, default="")  # why it could not be made
    aangeboden_op = models.DateField(null=True, blank=True)
    aangeboden_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VerzendingQuerySet.as_manager()

    class Meta(MetHistorie.Meta):
        constraints = [
            models.CheckConstraint(
                name="verzending_aangeboden",
                condition=Q(
                    status="aangeboden", aangeboden_op=F("verzenddatum"), aangeboden_door__isnull=False
                )
                | (~Q(status="aangeboden") & Q(aangeboden_op=None, aangeboden_door=None)),
            ),
            models.CheckConstraint(
                name="verzending_afgedrukt_met_hash",
                condition=Q(afgedrukt_om=None, sha256="", bestand="")
                | (Q(afgedrukt_om__isnull=False) & ~Q(sha256="")),
            ),
        ]

    @property
    def is_open(self) -> bool:
        return self.status in OPEN


GEMAAKT = Q(brief__status__in=[BriefStatus.GEMAAKT, BriefStatus.VERZONDEN])


class VerzendregelQuerySet(ZaakgebondenQuerySet):
    def open(self):
        """Neither sent nor let go."""
        return self.filter(afgedaan_op=None)

    def mee(self):
        return self.filter(uit="")

    def wacht(self):
        """Goes along and is not made yet."""
        return self.open().mee().exclude(GEMAAKT & Q(brief__isnull=False))

    def geteld(self) -> dict[str, int]:
        """The numbers of the page, in one query."""
        mislukt = Q(brief__status=BriefStatus.GEVRAAGD, brief__pogingen__gte=HOOGSTENS_POGINGEN)
        return self.aggregate(
            mee=Count("pk", filter=Q(uit="")),
            gemaakt=Count("pk", filter=Q(uit="") & GEMAAKT),
            mislukt=Count("pk", filter=Q(uit="") & mislukt),
            weerhouden=Count("pk", filter=~Q(uit="")),
            verzonden=Count("pk", filter=Q(uit="", brief__status=BriefStatus.VERZONDEN)),
            paginas=Sum("paginas", filter=Q(uit="")),
            vellen=Sum("vellen", filter=Q(uit="")),
        )


class Verzendregel(MetHistorie):
    """One letter of a batch; without `brief` it was not written yet: the worker asks for it when the batch runs."""

    verzending = models.ForeignKey(Verzending, models.PROTECT, related_name="regels")
    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="+")
    soort = models.CharField(max_length=30)
    bron_id = models.UUIDField()
    brief = models.ForeignKey(Brief, models.PROTECT, null=True, blank=True, related_name="verzendregels")
    uit = models.CharField(max_length=12, choices=Uit, blank=True, default="")
    uitleg = models.CharField(max_length=300, blank=True, default="")
    plek = models.PositiveIntegerField(null=True, blank=True)  # its number in the print file
    paginas = models.PositiveIntegerField(null=True, blank=True)
    vellen = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")  # of the letter as it was printed
    afgedaan_op = models.DateField(null=True, blank=True)  # sent, or let go

    objects = VerzendregelQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "bron_id", "brief", "uit", "uitleg"}
        overig = {
            "id", "versie", "verzending", "soort", "plek", "paginas", "vellen", "sha256", "afgedaan_op",
        }  # fmt: skip

    class Meta(MetHistorie.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["brief"], condition=Q(afgedaan_op=None), name="verzendregel_een_per_brief"
            ),
            models.UniqueConstraint(
                fields=["soort", "bron_id"],
                condition=Q(afgedaan_op=None, brief=None),
                name="verzendregel_een_per_bron",
            ),
            models.CheckConstraint(
                name="verzendregel_afgedrukt",
                condition=Q(plek=None, paginas=None, vellen=None, sha256="")
                | (Q(plek__isnull=False, paginas__isnull=False, vellen__isnull=False) & ~Q(sha256="")),
            ),
        ]

    @property
    def is_afgedrukt(self) -> bool:
        return bool(self.sha256)


def vastgehouden() -> Exists:
    """Of a letter: it stands in a batch that does not run, or was held out of one. No worker makes it then."""
    regels = Verzendregel.objects.filter(brief=OuterRef("pk"), afgedaan_op=None)
    return Exists(regels.exclude(uit="", verzending__status=VerzendingStatus.LOOPT))


def in_verzending() -> Exists:
    """Of a letter: it stands in a batch; then it does not go by itself."""
    return Exists(Verzendregel.objects.filter(brief=OuterRef("pk"), afgedaan_op=None))


def bron_in_verzending() -> Exists:
    """Of a letter that was planned by itself: what it is about waits in a batch that has not asked for it yet."""
    regels = Verzendregel.objects.filter(brief=None, afgedaan_op=None)
    return Exists(regels.filter(soort=OuterRef("soort"), bron_id=OuterRef("bron_id")))


def op_de_post_gebleven() -> Exists:
    """Of a letter: with the post, and not processed. A person decides; by itself it goes no other way."""
    return Exists(Verzendregel.objects.filter(brief=OuterRef("pk"), uit=Uit.VERWERKEN))


def op_de_post() -> models.QuerySet:
    """The letters that a person handed over; the worker is writing down what follows."""
    regels = Verzendregel.objects.open().mee().filter(verzending__status=VerzendingStatus.AANGEBODEN)
    return regels.filter(brief__isnull=False).values("brief_id")
