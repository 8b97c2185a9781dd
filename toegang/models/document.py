"""Stored files and the letters that are made, dated and sent."""

import uuid

from django.db import models
from django.db.models import F, Q

from toegang.models.basis import MetHistorie
from toegang.models.contact import Contactmoment
from toegang.models.zaak import ZaakgebondenQuerySet, zaken_q
from toegang.rechten import RECHT_BIJ_LAAG, Laag, Recht
from toegang.statussen import BriefStatus
from toegang.virusscanner import Uitslag


class DocumentSoort(models.TextChoices):
    BRIEF = "brief", "Brief"
    VERSLAG = "verslag", "Verslag"
    BESLUIT = "besluit", "Besluit"
    POST = "post", "Ingekomen post"
    UPLOAD = "upload", "Bijlage"


def willekeurig_pad(document, bestandsnaam: str) -> str:
    """A name in storage that says nothing about the person."""
    naam = uuid.uuid4().hex
    return f"{naam[:2]}/{naam[2:]}"


class DocumentQuerySet(ZaakgebondenQuerySet):
    def voor(self, lezer, recht: Recht = Recht.PROCES_INZIEN):
        """Documents of which this reader may see the layer; with a contact that has no zaak: who sees the contact.

        The KCC reads its own contact of today back, never a file that came with one.
        """
        if lezer.rechten.alles:
            return self
        mag = self._van_contact(lezer)
        for laag, nodig in RECHT_BIJ_LAAG.items():
            mag |= Q(laag=laag) & self._van_zaak(lezer, nodig)
        return self.filter(mag)

    def in_rij(self, lezer):
        """That it is there: the process of its zaak. Whether it opens, the layer says (403, not 404)."""
        if lezer.rechten.alles:
            return self
        return self.filter(self._van_contact(lezer) | self._van_zaak(lezer, Recht.PROCES_INZIEN))

    @staticmethod
    def _van_contact(lezer) -> Q:
        zien = Contactmoment.objects.voor(lezer).filter(zaak=None)
        return Q(zaak=None, contactmoment__in=zien.values("pk"))

    @staticmethod
    def _van_zaak(lezer, recht: Recht) -> Q:
        """Its own zaak; else the zaak that was opened from the contact it came with."""
        eigen = zaken_q(lezer, recht, "zaak__")
        return eigen | (Q(zaak=None) & zaken_q(lezer, recht, "contactmoment__zaak__"))

    def te_scannen(self):
        """In quarantine and not refused: the scanner has to be asked (again); oldest first."""
        return (
            self.filter(in_quarantaine=True)
            .exclude(scanuitslag__startswith=Uitslag.BESMET)
            .order_by("gemaakt_om", "pk")
        )


class Document(MetHistorie):
    """A file: served only through a logged view; the row keeps its SHA-256."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, null=True, blank=True, related_name="documenten")
    contactmoment = models.ForeignKey(  # came in with this post, e-mail or form
        "toegang.Contactmoment", models.PROTECT, null=True, blank=True, related_name="documenten"
    )
    inwoner = models.ForeignKey(  # proof about a person; opens on that person's page only
        "toegang.Inwoner", models.PROTECT, null=True, blank=True, related_name="documenten"
    )
    soort = models.CharField(max_length=10, choices=DocumentSoort)
    titel = models.CharField(max_length=200)
    bestand = models.FileField(upload_to=willekeurig_pad, max_length=100)
    mediatype = models.CharField(max_length=100, default="application/pdf")
    grootte = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    laag = models.CharField(max_length=3, choices=Laag, default=Laag.INHOUD)
    ontvangen_op = models.DateField(null=True, blank=True)
    gemaakt_om = models.DateTimeField()
    in_quarantaine = models.BooleanField(default=False)
    scanuitslag = models.CharField(max_length=200, blank=True, default="")
    onthouden_grond = models.CharField(max_length=200, blank=True, default="")
    inhoud = models.JSONField(null=True, blank=True)  # of a letter: all that it was made from
    inhoud_sha256 = models.CharField(max_length=64, blank=True, default="")
    niet_verzonden_van = models.ForeignKey(  # printed, but not handed over on its day: made anew since
        "toegang.Brief", models.PROTECT, null=True, blank=True, related_name="niet_verzonden"
    )

    objects = DocumentQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak",
            "contactmoment",
            "inwoner",
            "titel",
            "bestand",
            "sha256",
            "ontvangen_op",
            "onthouden_grond",
            "inhoud",
            "inhoud_sha256",
            "niet_verzonden_van",
        }
        overig = {
            "id", "versie", "soort", "mediatype", "grootte", "laag", "gemaakt_om", "in_quarantaine", "scanuitslag",
        }  # fmt: skip

    @property
    def is_geweigerd(self) -> bool:
        """The scanner found a virus: the row stays, the file is gone."""
        return self.scanuitslag.startswith(Uitslag.BESMET)

    @property
    def is_van_buiten(self) -> bool:
        """Not made by ourselves: it never opens inside a page."""
        return self.soort in (DocumentSoort.POST, DocumentSoort.UPLOAD)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(zaak__isnull=False) | Q(contactmoment__isnull=False) | Q(inwoner__isnull=False),
                name="document_hangt_ergens_aan",
            ),
        ]


class Terugreden(models.TextChoices):
    """Why the post came back, as it stands on the envelope."""

    ONBEKEND = "onbekend", "Woont daar niet"
    VERHUISD = "verhuisd", "Verhuisd"
    ONVOLLEDIG = "onvolledig", "Adres klopt niet of is niet compleet"
    NIET_AFGEHAALD = "niet_afgehaald", "Niet afgehaald"
    GEWEIGERD = "geweigerd", "Geweigerd"


class Terugafloop(models.TextChoices):
    """What was done with a letter that came back."""

    OPNIEUW = "opnieuw", "Opnieuw verstuurd"
    GEGEVEN = "gegeven", "Aan de inwoner gegeven of voorgelezen"
    NIET_MEER = "niet_meer", "Niet meer nodig"


AFSCHRIFT = ":afschrift:"
HERHALING = ":opnieuw:"
HOOGSTENS_POGINGEN = 5  # then a person looks


class BriefQuerySet(ZaakgebondenQuerySet):
    def te_maken(self, nu):
        """Asked for, and not waiting after a failure; oldest first. What a batch holds: `vastgehouden`."""
        wacht_niet = Q(opnieuw_om=None) | Q(opnieuw_om__lte=nu)
        return self.filter(wacht_niet, status=BriefStatus.GEVRAAGD, pogingen__lt=HOOGSTENS_POGINGEN).order_by(
            "gevraagd_om", "pk"
        )

    def klaar_voor_verzending(self):
        """Made, not handed over yet; the day that is printed first."""
        return self.filter(status=BriefStatus.GEMAAKT).order_by("verzenddatum", "pk")

    def teruggekomen(self):
        """Came back, and nobody did anything about it yet."""
        return self.filter(teruggekomen_op__isnull=False, terug_afgedaan_op=None)


class Brief(MetHistorie):
    """A letter as a job row: asked for, made (PDF), sent. The row is the truth; Celery is only the nudge."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="brieven")
    soort = models.CharField(max_length=30)  # a name in `briefsoorten`
    sleutel = models.CharField(max_length=120, unique=True)  # one letter per thing said
    bron_id = models.UUIDField()  # what it is about: the zaak, the verslag, the besluit
    onderwerp = models.CharField(max_length=200)
    laag = models.CharField(max_length=3, choices=Laag, default=Laag.INHOUD)
    aan_naam = models.CharField(max_length=300)
    aan_adres = models.JSONField(default=list)  # the lines below the name
    verzenddatum = models.DateField()  # planned: the date that is printed
    status = models.CharField(max_length=10, choices=BriefStatus, default=BriefStatus.GEVRAAGD)
    gevraagd_om = models.DateTimeField()
    gemaakt_om = models.DateTimeField(null=True, blank=True)
    pogingen = models.PositiveSmallIntegerField(default=0)
    fout = models.CharField(max_length=300, blank=True, default="")
    opnieuw_om = models.DateTimeField(null=True, blank=True)  # after a failure: not before this moment
    document = models.OneToOneField(Document, models.PROTECT, null=True, blank=True, related_name="brief")
    verzonden_op = models.DateField(null=True, blank=True)
    verzonden_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )

    # Frozen when it was handed over: the bytes, and what they were made from.
    pdf_sha256 = models.CharField(max_length=64, blank=True, default="")
    inhoud_sha256 = models.CharField(max_length=64, blank=True, default="")
    code = models.CharField(max_length=9, blank=True, default="")  # anyone can check with it that it is ours

    teruggekomen_op = models.DateField(null=True, blank=True)
    terugreden = models.CharField(max_length=15, choices=Terugreden, blank=True, default="")
    terug_afgedaan_op = models.DateField(null=True, blank=True)
    terugafloop = models.CharField(max_length=10, choices=Terugafloop, blank=True, default="")

    objects = BriefQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "onderwerp", "aan_naam", "aan_adres", "terugreden"}
        overig = {
            "id", "versie", "soort", "sleutel", "bron_id", "laag", "verzenddatum", "status", "gevraagd_om",
            "gemaakt_om", "pogingen", "fout", "opnieuw_om", "document", "verzonden_op", "verzonden_door",
            "teruggekomen_op", "terug_afgedaan_op", "terugafloop", "pdf_sha256", "inhoud_sha256", "code",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="brief_verzonden",
                condition=Q(status="verzonden", verzonden_op__isnull=False, verzonden_door__isnull=False)
                | (~Q(status="verzonden") & Q(verzonden_op=None, verzonden_door=None)),
            ),
            models.CheckConstraint(
                name="brief_gemaakt_met_document",
                condition=~Q(status__in=["gemaakt", "verzonden"]) | Q(document__isnull=False),
            ),
            models.CheckConstraint(
                name="brief_terug_na_verzending",
                condition=Q(teruggekomen_op=None, terugreden="")
                | (Q(status="verzonden", teruggekomen_op__gte=F("verzonden_op")) & ~Q(terugreden="")),
            ),
            models.CheckConstraint(
                name="brief_terug_afgedaan",
                condition=Q(terug_afgedaan_op=None, terugafloop="")
                | (Q(terug_afgedaan_op__gte=F("teruggekomen_op")) & ~Q(terugafloop="")),
            ),
        ]
        indexes = [
            models.Index(fields=["gevraagd_om", "id"], condition=Q(status="gevraagd"), name="brief_te_maken"),
            models.Index(fields=["verzenddatum", "id"], condition=Q(status="gemaakt"), name="brief_klaar"),
            models.Index(
                fields=["teruggekomen_op", "id"],
                condition=Q(teruggekomen_op__isnull=False, terug_afgedaan_op=None),
                name="brief_teruggekomen",
            ),
            models.Index(fields=["code"], condition=~Q(code=""), name="brief_code"),
            models.Index(
                fields=["zaak"],
                name="brief_bevestiging",
                condition=Q(soort="ontvangstbevestiging") & ~Q(status="vervallen"),
            ),
        ]

    @property
    def is_afschrift(self) -> bool:
        """A copy for a mentor: nothing follows from sending it."""
        return AFSCHRIFT in self.sleutel

    @property
    def is_herhaling(self) -> bool:
        """Went again after it came back: what follows from sending, followed the first time."""
        return HERHALING in self.sleutel

    @property
    def is_terug(self) -> bool:
        """Came back, and somebody has to do something about it."""
        return self.teruggekomen_op is not None and self.terug_afgedaan_op is None

    @property
    def is_mislukt(self) -> bool:
        """Making it failed so often that a person has to look."""
        return self.status == BriefStatus.GEVRAAGD and self.pogingen >= HOOGSTENS_POGINGEN
