"""The decision, its lines, its reasons per rung and the remarks of the check."""

import datetime

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from beschikkingen.soorten import OP_VOORSTEL, Aanleiding, Gevolg, Herzieningsgrond, Uitkomst
from beschikkingen.statussen import BesluitStatus
from toegang.models import MetHistorie, Termijn, TermijnSoort, ZaakgebondenQuerySet
from toegang.rechten import Recht, Rol
from voorzieningen.models import Grondslag, Indicatie
from voorzieningen.statussen import IndicatieStatus

# Spoed is signed first and checked afterwards (Wmo 2015 art. 2.3.3).
ACHTERAF_TE_TOETSEN = Q(
    aanleiding=Aanleiding.SPOED,
    getoetst_op=None,
    status__in=[BesluitStatus.ONDERTEKEND, BesluitStatus.VERZONDEN],
)


class BesluitQuerySet(ZaakgebondenQuerySet):
    def voor_rol(self, lezer):
        """What waits for a role that this reader holds, claimed or not."""
        r = lezer.rechten
        mag = Q(pk=None)
        if r.heeft_rol(Rol.TOETSER):
            mag |= Q(status=BesluitStatus.TER_TOETSING) | ACHTERAF_TE_TOETSEN
        if r.heeft_rol(Rol.ONDERTEKENAAR):
            mag |= Q(status=BesluitStatus.TER_ONDERTEKENING)
        genoemd = r.zaken.get(Recht.PROCES_INZIEN, ())
        return self.filter(mag).filter(Q(zaak__afgeschermd=False) | Q(zaak_id__in=genoemd))

    def in_rij(self, lezer, vandaag: datetime.date):
        """The queue of who checks or signs: not one's own work, nor what someone else claimed (a claim ends)."""
        vrij = Q(opgepakt_door=None) | Q(opgepakt_door=lezer) | Q(opgepakt_tot__lt=vandaag)
        rijen = self.voor_rol(lezer).filter(vrij)
        for mens in ("opgesteld_door", "voorbereider", "getoetst_door", "ondertekend_door"):
            rijen = rijen.exclude(**{mens: lezer})
        return rijen

    def met_rijgegevens(self):
        """All that the queue shows, nearest term first; no name, for nobody claimed it yet."""
        termijn = (
            Termijn.objects.lopend()
            .filter(aanvraag=OuterRef("aanvraag"), soort=TermijnSoort.BESLUIT)
            .order_by("uiterste_datum", "pk")
        )
        return (
            self.annotate(uiterste_datum=Subquery(termijn.values("uiterste_datum")[:1]))
            .select_related("zaak", "opgepakt_door")
            .prefetch_related("regelingen__indicatie__product")
            .order_by(F("uiterste_datum").asc(nulls_last=True), "opgesteld_op", "pk")
        )


class Besluit(MetHistorie):
    """A decision on an aanvraag or on our own motion. Signed it is nothing yet; sent it has effect (Awb 3:40, 3:41)."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="besluiten")
    aanvraag = models.ForeignKey(
        "toegang.Aanvraag", models.PROTECT, null=True, blank=True, related_name="besluiten"
    )
    bezwaar = models.OneToOneField(
        "beschikkingen.Bezwaar", models.PROTECT, null=True, blank=True, related_name="besluit_op_bezwaar"
    )
    ingebrekestelling = models.OneToOneField(
        "beschikkingen.Ingebrekestelling",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dwangsombesluit",
    )
    sjabloon = models.ForeignKey(
        "beschikkingen.Sjabloon", models.PROTECT, null=True, blank=True, related_name="besluiten"
    )  # of its letter, fixed when it leaves the draft; empty: the order that is built in
    aanleiding = models.CharField(max_length=20, choices=Aanleiding, default=Aanleiding.AANVRAAG)
    uitkomst = models.CharField(max_length=20, choices=Uitkomst)
    status = models.CharField(max_length=20, choices=BesluitStatus, default=BesluitStatus.CONCEPT)
    volgnummer = models.BigIntegerField(
        unique=True,
        editable=False,
        db_default=models.Func(
            models.Value("beschikkingen_besluitnummer"),
            function="nextval",
            output_field=models.BigIntegerField(),
        ),
    )
    wat_kunt_u_niet = models.TextField(blank=True, default="")  # why help is needed, in the u-form
    blijft_over = models.TextField(blank=True, default="")  # what remains, and how the extent follows from it
    wat_gebeurt_nu = models.TextField(blank=True, default="")
    wat_kan_wel = models.TextField(blank=True, default="")  # for a refusal
    motivering = models.TextField(blank=True, default="")  # why, where no rungs are weighed; u-form
    grond = models.CharField(max_length=1, choices=Herzieningsgrond, blank=True, default="")  # 2.3.10 lid 1
    werking_op = models.DateField(null=True, blank=True)  # from this day it works (2.3.10 lid 2)
    bedrag = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)  # 2.4.1, Awb 4:18
    opzet = models.TextField(blank=True, default="")  # what shows the intent (2.4.1 lid 1)
    volgt_op = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="vervolg")
    mondeling_om = models.DateTimeField(null=True, blank=True)  # spoed: the order by word of mouth
    mondeling_aan = models.CharField(max_length=200, blank=True, default="")
    mondeling_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    bijdrage_besproken = models.BooleanField(default=False)
    zienswijze = models.TextField(blank=True, default="")  # Awb 4:7, 4:8: heard before a refusal
    regels = models.CharField(
        max_length=300, blank=True, default=""
    )  # articles of the verordening and policy
    opgesteld_op = models.DateField()
    opgesteld_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    voorbereider = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )  # who did the onderzoek and proposed the help, when another drew it up
    getoetst_op = models.DateField(null=True, blank=True)
    getoetst_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    ondertekend_op = models.DateField(null=True, blank=True)
    ondertekend_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    opgepakt_door = models.ForeignKey(
        "toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+"
    )
    opgepakt_tot = models.DateField(null=True, blank=True)  # the claim ends by itself after this day
    verzonden_op = models.DateField(null=True, blank=True)
    bezwaar_tot = models.DateField(null=True, blank=True)

    objects = BesluitQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "aanvraag", "bezwaar", "ingebrekestelling", "aanleiding", "uitkomst", "wat_kunt_u_niet",
            "blijft_over", "wat_gebeurt_nu",
            "wat_kan_wel", "bijdrage_besproken", "zienswijze", "motivering", "grond", "werking_op", "bedrag", "opzet",
            "volgt_op", "mondeling_om", "mondeling_aan",
        }  # fmt: skip
        overig = {
            "id", "versie", "sjabloon", "volgnummer", "status", "regels", "opgesteld_op", "opgesteld_door",
            "voorbereider", "getoetst_op", "getoetst_door", "ondertekend_op", "ondertekend_door", "opgepakt_door",
            "opgepakt_tot", "verzonden_op", "bezwaar_tot", "mondeling_door",
        }  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(getoetst_op=None, getoetst_door=None)
                | Q(getoetst_op__isnull=False, getoetst_door__isnull=False),
                name="besluit_getoetst_op_door",
            ),
            models.CheckConstraint(
                condition=Q(opgepakt_tot=None, opgepakt_door=None)
                | Q(opgepakt_tot__isnull=False, opgepakt_door__isnull=False),
                name="besluit_opgepakt_tot_door",
            ),
            models.CheckConstraint(
                condition=Q(ondertekend_op=None, ondertekend_door=None)
                | Q(ondertekend_op__isnull=False, ondertekend_door__isnull=False),
                name="besluit_ondertekend_op_door",
            ),
            models.CheckConstraint(
                condition=Q(status="verzonden", verzonden_op__isnull=False, bezwaar_tot__isnull=False)
                | (~Q(status="verzonden") & Q(verzonden_op=None, bezwaar_tot=None)),
                name="besluit_verzonden_met_bezwaartermijn",
            ),
            models.CheckConstraint(
                condition=~Q(ondertekend_door=models.F("opgesteld_door"))
                & ~Q(ondertekend_door=models.F("getoetst_door"))
                & ~Q(getoetst_door=models.F("opgesteld_door")),
                name="besluit_drie_mensen",
            ),
            models.CheckConstraint(
                condition=Q(voorbereider=None)
                | (
                    (Q(getoetst_door=None) | ~Q(getoetst_door=F("voorbereider")))
                    & (Q(ondertekend_door=None) | ~Q(ondertekend_door=F("voorbereider")))
                ),
                name="besluit_voorbereider_beslist_niet",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["ondertekend", "verzonden"]) | Q(ondertekend_op__isnull=False),
                name="besluit_ondertekend_voor_verzending",
            ),
            models.CheckConstraint(
                condition=Q(aanleiding="spoed")
                | ~Q(status__in=["ter_ondertekening", "ondertekend", "verzonden"])
                | Q(getoetst_op__isnull=False),
                name="besluit_getoetst_voor_ondertekening",
            ),
            models.CheckConstraint(
                condition=Q(mondeling_om=None, mondeling_door=None)
                | Q(mondeling_om__isnull=False, mondeling_door__isnull=False, aanleiding="spoed"),
                name="besluit_mondeling_om_door",
            ),
            models.CheckConstraint(
                condition=Q(bedrag=None) | Q(bedrag__gte=0), name="besluit_bedrag_niet_negatief"
            ),
            models.UniqueConstraint(
                fields=["aanvraag"],
                condition=~Q(status="verzonden") & Q(aanleiding="aanvraag"),
                name="besluit_een_open_per_aanvraag",
            ),
        ]

    @property
    def wacht_op_toets(self) -> bool:
        """By the order of the states, or afterwards."""
        achteraf = self.aanleiding == Aanleiding.SPOED and self.getoetst_op is None
        return self.status == BesluitStatus.TER_TOETSING or (
            achteraf and self.status in (BesluitStatus.ONDERTEKEND, BesluitStatus.VERZONDEN)
        )

    @property
    def geeft_alsnog(self) -> bool:
        """What it grants was refused or ended before, and comes back by a bezwaar or a court."""
        return self.aanleiding in (Aanleiding.BEZWAAR, Aanleiding.UITSPRAAK)

    @property
    def verwijst(self) -> bool:
        """Refused by pointing at an earlier refusal (Awb art. 4:6 lid 2)."""
        return self.uitkomst == Uitkomst.AFWIJZING and self.volgt_op_id is not None

    @property
    def kenmerk(self) -> str:
        return f"B-{self.opgesteld_op.year}-{self.volgnummer:06d}"

    def voorstellen(self) -> "models.QuerySet[Indicatie]":
        """The proposals that this besluit is about; temporary help has a besluit of its own (2.3.3)."""
        voorgesteld = Indicatie.objects.filter(zaak_id=self.zaak_id, status=IndicatieStatus.VOORGESTELD)
        if self.aanleiding == Aanleiding.SPOED:
            return voorgesteld.filter(grondslag=Grondslag.SPOED)
        if self.aanleiding in (Aanleiding.AANVRAAG, Aanleiding.HERONDERZOEK) and self.uitkomst in OP_VOORSTEL:
            return voorgesteld.exclude(grondslag=Grondslag.SPOED)
        return voorgesteld.none()

    def geldende_regels(self) -> "list[Besluitregel]":
        """What it decides on, without proposals that were withdrawn since; one query, or what was read before."""
        rijen = self.__dict__.get("gelezen_regels")
        if rijen is None and "regelingen" in getattr(self, "_prefetched_objects_cache", {}):
            rijen = self.regelingen.all()
        if rijen is None:
            rijen = self.regelingen.select_related("indicatie__product", "indicatie__aanbieder")
        regels = [r for r in rijen if self.verzonden_op or not r.vervallen]
        return sorted(regels, key=lambda r: (r.indicatie.ingangsdatum, r.pk))


class BesluitgebondenQuerySet(ZaakgebondenQuerySet):
    zaakpad = "besluit__zaak__"


class Besluitregel(MetHistorie):
    """What a besluit does with one line of help: granted, refused with a reason, changed or ended."""

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="regelingen")
    indicatie = models.ForeignKey("voorzieningen.Indicatie", models.PROTECT, related_name="besluitregels")
    gevolg = models.CharField(max_length=12, choices=Gevolg, default=Gevolg.TOEKENNEN)
    reden = models.TextField(blank=True, default="")  # why this line is refused, changed or ended; u-form
    nieuw_volume = models.DecimalField(max_digits=8, decimal_places=1, null=True, blank=True)
    nieuwe_einddatum = models.DateField(null=True, blank=True)

    objects = BesluitgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"besluit", "indicatie", "gevolg", "reden", "nieuw_volume", "nieuwe_einddatum"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["besluit", "indicatie"], name="besluitregel_een_per_indicatie"),
            models.CheckConstraint(
                condition=Q(nieuw_volume=None) | Q(nieuw_volume__gt=0), name="besluitregel_volume"
            ),
        ]

    @property
    def vervallen(self) -> bool:
        """The proposal was withdrawn while the besluit was a draft."""
        van_een_voorstel = self.gevolg in (Gevolg.TOEKENNEN, Gevolg.AFWIJZEN)
        return van_een_voorstel and self.indicatie.status == IndicatieStatus.INGETROKKEN

    @property
    def toegekend(self) -> bool:
        """The inwoner gets it by this besluit."""
        return self.gevolg in (Gevolg.TOEKENNEN, Gevolg.WIJZIGEN)


class Besluitreden(MetHistorie):
    """The reason per rung as it will stand in the letter, taken from the afweging."""

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="redenen")
    trede = models.PositiveSmallIntegerField()
    bron_trede = models.ForeignKey("wijkteams.Trede", models.PROTECT, null=True, blank=True, related_name="+")
    tekst = models.TextField()

    objects = BesluitgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"besluit", "bron_trede", "tekst"}
        overig = {"id", "versie", "trede"}


class Toetsopmerking(MetHistorie):
    """A remark of the toetser per part; the besluit goes back until it is done."""

    besluit = models.ForeignKey(Besluit, models.PROTECT, related_name="opmerkingen")
    onderdeel = models.CharField(max_length=40)
    tekst = models.TextField()
    gemaakt_op = models.DateField()
    gemaakt_door = models.ForeignKey("toegang.Actor", models.PROTECT, related_name="+")
    gedaan_op = models.DateField(null=True, blank=True)
    gedaan_door = models.ForeignKey("toegang.Actor", models.PROTECT, null=True, blank=True, related_name="+")

    objects = BesluitgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"besluit", "tekst"}
        overig = {"id", "versie", "onderdeel", "gemaakt_op", "gemaakt_door", "gedaan_op", "gedaan_door"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(gedaan_op=None, gedaan_door=None)
                | Q(gedaan_op__isnull=False, gedaan_door__isnull=False),
                name="toetsopmerking_gedaan_op_door",
            )
        ]
