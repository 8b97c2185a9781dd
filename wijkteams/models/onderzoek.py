"""The home visit and the onderzoek (Wmo 2015 art. 2.3.2): talk, ZRM, afweging, verslag."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from toegang.models import Leefgebied, MetHistorie, ZaakgebondenQuerySet
from wijkteams.statussen import HuisbezoekStatus, OnderzoekStatus, VerslagStatus


class Toewijzing(MetHistorie):
    """Who had a zaak, from when until when, and why it was given."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="toewijzingen")
    # read by its zaak: an index by team or by colleague would be paid at every hand-over and read by nobody
    wijkteam = models.ForeignKey(
        "wijkteams.Wijkteam", models.PROTECT, related_name="toewijzingen", db_index=False
    )
    regisseur = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="toewijzingen", db_index=False
    )
    reden = models.CharField(max_length=200)
    vanaf_om = models.DateTimeField()
    tot_om = models.DateTimeField(null=True, blank=True)
    teruggegeven_omdat = models.CharField(max_length=200, blank=True, default="")

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "reden", "teruggegeven_omdat"}
        overig = {"id", "versie", "wijkteam", "regisseur", "vanaf_om", "tot_om"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["zaak"], condition=Q(tot_om=None), name="toewijzing_een_nu"),
        ]


class Huisbezoek(MetHistorie):
    """An appointment at home, planned by the consulent and nobody else."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="huisbezoeken")
    consulent = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="huisbezoeken")
    gepland_om = models.DateTimeField()
    duur_minuten = models.PositiveSmallIntegerField(default=90)
    plaats = models.CharField(max_length=200, blank=True, default="")  # empty: at home
    status = models.CharField(max_length=12, choices=HuisbezoekStatus, default=HuisbezoekStatus.GEPLAND)
    reden = models.CharField(max_length=300, blank=True, default="")  # moved or missed
    aanwezigen = models.CharField(max_length=300, blank=True, default="")
    identiteit_gezien = models.CharField(max_length=60, blank=True, default="")  # which document (2.3.4)

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"zaak", "gepland_om", "plaats", "reden", "aanwezigen", "identiteit_gezien"}
        overig = {"id", "versie", "consulent", "duur_minuten", "status"}


class Vertelwijze(models.TextChoices):
    """How something was told to the inwoner."""

    GESPREK = "gesprek", "In het gesprek"
    TELEFOON = "telefoon", "Aan de telefoon"
    PAPIER = "papier", "Op papier"


class Onderzoek(MetHistorie):
    """The inquiry after a melding: as soon as possible, at the latest in six weeks (2.3.2 lid 1)."""

    zaak = models.OneToOneField("toegang.Zaak", models.PROTECT, related_name="onderzoek")
    status = models.CharField(max_length=12, choices=OnderzoekStatus, default=OnderzoekStatus.BEZIG)
    begonnen_op = models.DateField()
    afgerond_op = models.DateField(null=True, blank=True)
    behoeften = models.TextField(blank=True, default="")  # a
    mantelzorger_behoeften = models.TextField(blank=True, default="")  # d
    bijdrage_verteld = models.BooleanField(default=False)  # g
    bijdrage_verteld_op = models.DateField(null=True, blank=True)
    bijdrage_hoe = models.CharField(max_length=10, choices=Vertelwijze, blank=True, default="")
    pgb_verteld = models.BooleanField(default=False)  # lid 6
    pgb_verteld_op = models.DateField(null=True, blank=True)
    pgb_hoe = models.CharField(max_length=10, choices=Vertelwijze, blank=True, default="")
    werknotitie = models.TextField(blank=True, default="")  # L3, for ourselves

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "behoeften", "mantelzorger_behoeften", "bijdrage_verteld", "bijdrage_verteld_op",
            "bijdrage_hoe", "pgb_verteld", "pgb_verteld_op", "pgb_hoe", "werknotitie",
        }  # fmt: skip
        overig = {"id", "versie", "status", "begonnen_op", "afgerond_op"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(afgerond_op=None) | Q(afgerond_op__gte=F("begonnen_op")),
                name="onderzoek_volgorde",
            )
        ]


class OnderzoekgebondenQuerySet(ZaakgebondenQuerySet):
    zaakpad = "onderzoek__zaak__"


class Gespreksdeel(MetHistorie):
    """What was said about one area of life."""

    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="gespreksdelen")
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    wat_lukt = models.TextField(blank=True, default="")
    wat_lukt_niet = models.TextField(blank=True, default="")
    wie_helpt = models.TextField(blank=True, default="")

    objects = OnderzoekgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"onderzoek", "leefgebied", "wat_lukt", "wat_lukt_niet", "wie_helpt"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["onderzoek", "leefgebied"], name="gespreksdeel_een_per_leefgebied"
            )
        ]


class ZrmDomein(models.IntegerChoices):
    """The 13 domains of the ZRM 2017 (GGD Amsterdam): names and levels only."""

    FINANCIEN = 1, "Financiën"
    WERK = 2, "Werk en opleiding"
    TIJDSBESTEDING = 3, "Tijdsbesteding"
    HUISVESTING = 4, "Huisvesting"
    HUISELIJKE_RELATIES = 5, "Huiselijke relaties"
    GEESTELIJKE_GEZONDHEID = 6, "Geestelijke gezondheid"
    LICHAMELIJKE_GEZONDHEID = 7, "Lichamelijke gezondheid"
    MIDDELENGEBRUIK = 8, "Middelengebruik"
    BASALE_ADL = 9, "Basale ADL"
    INSTRUMENTELE_ADL = 10, "Instrumentele ADL"
    SOCIAAL_NETWERK = 11, "Sociaal netwerk"
    PARTICIPATIE = 12, "Maatschappelijke participatie"
    JUSTITIE = 13, "Justitie"


class ZrmScore(MetHistorie):
    """Self-reliance on one domain, now; only where it matters, with the reason; 0 is 'niet besproken'."""

    class Niveau(models.IntegerChoices):
        ONBESPROKEN = 0, "niet besproken"
        ACUUT = 1, "acute problematiek"
        NIET = 2, "niet zelfredzaam"
        BEPERKT = 3, "beperkt zelfredzaam"
        VOLDOENDE = 4, "voldoende zelfredzaam"
        VOLLEDIG = 5, "volledig zelfredzaam"

    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="zrm_scores")
    domein = models.PositiveSmallIntegerField(choices=ZrmDomein)
    reden = models.CharField(max_length=300)
    niveau = models.PositiveSmallIntegerField(choices=Niveau, default=Niveau.ONBESPROKEN)
    toelichting = models.TextField(blank=True, default="")
    gemeten_op = models.DateField()
    geen_doel_omdat = models.CharField(
        max_length=300, blank=True, default=""
    )  # a low score needs a goal or this

    objects = OnderzoekgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "onderzoek", "domein", "reden", "niveau", "toelichting", "gemeten_op", "geen_doel_omdat",
        }  # fmt: skip
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "domein"], name="zrm_een_score_per_domein"),
            models.CheckConstraint(condition=~Q(reden=""), name="zrm_met_reden"),
        ]


class Hulpvraag(MetHistorie):
    """One need within the onderzoek, weighed along the trap van oplossingen."""

    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="hulpvragen")
    nummer = models.PositiveSmallIntegerField(default=1)
    leefgebied = models.CharField(max_length=20, choices=Leefgebied)
    omschrijving = models.CharField(max_length=300)
    gewenst_resultaat = models.CharField(max_length=300, blank=True, default="")

    objects = OnderzoekgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"onderzoek", "leefgebied", "omschrijving", "gewenst_resultaat"}
        overig = {"id", "versie", "nummer"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "nummer"], name="hulpvraag_een_per_nummer")
        ]


class HulpvraaggebondenQuerySet(ZaakgebondenQuerySet):
    zaakpad = "hulpvraag__onderzoek__zaak__"


class TredeSoort(models.IntegerChoices):
    """The rungs (Wmo 2015 art. 2.3.5 lid 3 and 4)."""

    EIGEN_KRACHT = 1, "Eigen kracht"
    GEBRUIKELIJKE_HULP = 2, "Gebruikelijke hulp"
    MANTELZORG = 3, "Mantelzorg"
    SOCIAAL_NETWERK = 4, "Sociaal netwerk"
    ALGEMENE_VOORZIENING = 5, "Algemene voorziening"
    ANDERE_WET = 6, "Andere wet"
    MAATWERK = 7, "Maatwerkvoorziening"


class Trede(MetHistorie):
    """One rung of the afweging, with two texts: a note for ourselves (L3) and the reason in the letter."""

    class LostOp(models.TextChoices):
        HELEMAAL = "helemaal", "Helemaal"
        DEELS = "deels", "Deels"
        NIET = "niet", "Niet"

    class Onderzocht(models.TextChoices):
        JA = "ja", "Ja"
        NIET_VAN_TOEPASSING = "nvt", "Niet van toepassing"

    hulpvraag = models.ForeignKey(Hulpvraag, models.PROTECT, related_name="treden")
    trede = models.PositiveSmallIntegerField(choices=TredeSoort)
    onderzocht = models.CharField(max_length=4, choices=Onderzocht)
    nvt_omdat = models.CharField(max_length=300, blank=True, default="")
    wat_is_er = models.TextField(blank=True, default="")
    lost_op = models.CharField(max_length=10, choices=LostOp)
    wat_blijft_over = models.TextField(blank=True, default="")
    bewijs = models.CharField(max_length=300, blank=True, default="")
    helper_akkoord = models.BooleanField(
        default=False
    )  # mantelzorg and network count only with the helper's yes
    helper_naam = models.CharField(max_length=100, blank=True, default="")  # who said it
    helper_akkoord_op = models.DateField(null=True, blank=True)
    grondslag = models.CharField(
        max_length=120, blank=True, default=""
    )  # rung 6 refuses only with a named article
    notitie = models.TextField(blank=True, default="")  # L3, never leaves
    brieftekst = models.TextField(blank=True, default="")

    objects = HulpvraaggebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "hulpvraag", "nvt_omdat", "wat_is_er", "wat_blijft_over", "bewijs", "helper_akkoord",
            "helper_naam", "helper_akkoord_op", "grondslag", "notitie", "brieftekst",
        }  # fmt: skip
        overig = {"id", "versie", "trede", "onderzocht", "lost_op"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hulpvraag", "trede"], name="trede_een_per_hulpvraag"),
            models.CheckConstraint(condition=~Q(onderzocht="nvt", nvt_omdat=""), name="trede_nvt_met_reden"),
        ]


class Verslag(MetHistorie):
    """The written result for the citizen (2.3.2 lid 8); versions; a signed one can count as the aanvraag."""

    onderzoek = models.ForeignKey(Onderzoek, models.PROTECT, related_name="verslagen")
    nummer = models.PositiveSmallIntegerField(default=1)
    delen = models.JSONField(default=list)  # [[kop, tekst], …] as the citizen reads it
    status = models.CharField(max_length=12, choices=VerslagStatus, default=VerslagStatus.CONCEPT)
    opmerkingen = models.TextField(blank=True, default="")  # of the citizen
    verstuurd_op = models.DateField(null=True, blank=True)
    ondertekend_op = models.DateField(null=True, blank=True)
    ontvangen_op = models.DateField(null=True, blank=True)  # the signed paper, by us
    document = models.ForeignKey(  # the scan of the signed paper
        "toegang.Document", models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = OnderzoekgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {"onderzoek", "delen", "opmerkingen", "document"}
        overig = {"id", "versie", "nummer", "status", "verstuurd_op", "ondertekend_op", "ontvangen_op"}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["onderzoek", "nummer"], name="verslag_een_per_nummer"),
        ]
