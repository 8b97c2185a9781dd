"""What another than the college says: the referral or order that help rests on, and what a provider asks."""

from django.db import models
from django.db.models import F, Q

from toegang.models import MetHistorie, ZaakgebondenQuerySet


class Verwijzer(models.TextChoices):
    """Who may open youth help without a besluit of the college (Jeugdwet 2.6 lid 1 onder e, 2.4 lid 2 onder b)."""

    HUISARTS = "huisarts", "Huisarts"
    JEUGDARTS = "jeugdarts", "Jeugdarts"
    SPECIALIST = "specialist", "Medisch specialist"
    INSTELLING = "instelling", "Gecertificeerde instelling"
    RECHTER = "rechter", "Rechter, Raad voor de Kinderbescherming of officier van justitie"


class Grondslagdocument(MetHistorie):
    """The paper an indicatie rests on that is no besluit; a longer period brings a second one."""

    indicatie = models.ForeignKey(
        "voorzieningen.Indicatie", models.PROTECT, related_name="grondslagdocumenten"
    )
    verwijzer = models.CharField(max_length=12, choices=Verwijzer)
    naam = models.CharField(max_length=200, blank=True, default="")
    agb = models.CharField(max_length=8, blank=True, default="")
    gedateerd_op = models.DateField()
    kenmerk = models.CharField(max_length=60, blank=True, default="")  # the file number on the paper
    ontvangen_op = models.DateField()

    class Gegevens:
        persoonlijk = {"indicatie", "verwijzer", "naam", "agb", "gedateerd_op", "kenmerk", "ontvangen_op"}
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(naam="", agb=""), name="grondslagdocument_van_wie"),
            models.CheckConstraint(
                condition=Q(ontvangen_op__gte=F("gedateerd_op")), name="grondslagdocument_volgorde"
            ),
        ]


class Toewijzingsverzoek(MetHistorie):
    """A provider asks for an order (iWmo/iJw 315), by message or on paper; answered in five working days (OP274)."""

    class Weg(models.TextChoices):
        BERICHT = "bericht", "Bericht 315"
        PAPIER = "papier", "Brief of e-mail"

    class Antwoord(models.TextChoices):
        TOEGEWEZEN = "toegewezen", "Toegewezen"
        AFGEWEZEN = "afgewezen", "Afgewezen"

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="toewijzingsverzoeken")
    aanbieder = models.ForeignKey("voorzieningen.Aanbieder", models.PROTECT, related_name="verzoeken")
    product = models.ForeignKey("voorzieningen.Product", models.PROTECT, related_name="verzoeken")
    weg = models.CharField(max_length=8, choices=Weg)
    referentie = models.CharField(max_length=60, blank=True, default="")
    omvang = models.CharField(max_length=120, blank=True, default="")  # as the provider asks it
    toelichting = models.TextField(blank=True, default="")
    ontvangen_op = models.DateField()
    gewenst_vanaf_op = models.DateField()
    uiterlijk_op = models.DateField()
    in_onderzoek_op = models.DateField(null=True, blank=True)  # first answer: we look into it (319, OP346)
    antwoord = models.CharField(max_length=12, choices=Antwoord, blank=True, default="")
    beantwoord_op = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=300, blank=True, default="")
    indicatie = models.ForeignKey(
        "voorzieningen.Indicatie", models.PROTECT, null=True, blank=True, related_name="verzoeken"
    )

    objects = ZaakgebondenQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "aanbieder", "product", "weg", "referentie", "omvang", "toelichting", "ontvangen_op",
            "gewenst_vanaf_op", "uiterlijk_op", "in_onderzoek_op", "antwoord", "beantwoord_op", "reden", "indicatie",
        }  # fmt: skip
        overig = {"id", "versie"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(antwoord="", beantwoord_op=None)
                | (~Q(antwoord="") & Q(beantwoord_op__isnull=False)),
                name="verzoek_beantwoord_met_dag",
            ),
            models.CheckConstraint(
                condition=~Q(antwoord="toegewezen") | Q(indicatie__isnull=False),
                name="verzoek_toegewezen_met_hulp",
            ),
            models.CheckConstraint(
                condition=~Q(antwoord="afgewezen") | ~Q(reden=""), name="verzoek_afgewezen_met_reden"
            ),
        ]
