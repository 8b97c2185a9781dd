"""What was granted: product, extent, form and period."""

import datetime

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, OuterRef, Q, Subquery, Value

from toegang.models import MetHistorie, ZaakgebondenQuerySet
from voorzieningen.models.aanbod import Eenheid, Frequentie
from voorzieningen.models.afloop import AfloopQuerySet
from voorzieningen.statussen import IndicatieStatus


class Vorm(models.TextChoices):
    NATURA = "natura", "Zorg in natura"
    PGB = "pgb", "Persoonsgebonden budget"


class Grondslag(models.TextChoices):
    """What an indicatie rests on; the rung rules hold for a besluit only."""

    BESLUIT = "besluit", "Besluit"
    VERWIJZING = "verwijzing", "Verwijzing door een arts (Jeugdwet 2.6)"
    BEPALING = "bepaling", "Bepaling van een gecertificeerde instelling of rechter (Jeugdwet 2.4)"
    SPOED = "spoed", "Spoed (Wmo 2015 2.3.3)"


class Afloopreden(models.TextChoices):
    """Why help may end without a heronderzoek: somebody looked and said so."""

    NIET_NODIG = "niet_nodig", "De inwoner heeft de hulp niet meer nodig"
    NIEUWE_VRAAG = "nieuwe_vraag", "De inwoner heeft al een nieuwe vraag gesteld"
    ANDERE_HULP = "andere_hulp", "Er komt andere hulp voor in de plaats"
    EENMALIG = "eenmalig", "Deze hulp was voor één keer"


class IndicatieQuerySet(AfloopQuerySet, ZaakgebondenQuerySet):
    def geldend(self):
        """What was granted and has not ended: the rows that may not overlap."""
        return self.filter(status__in=[IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND])

    def zonder_besluit(self):
        """Granted on the paper of a doctor, a certified institution or a judge; also when it ended since."""
        papier = [Grondslag.VERWIJZING, Grondslag.BEPALING]
        kreeg = [IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND, IndicatieStatus.BEEINDIGD]
        return self.filter(grondslag__in=papier, status__in=kreeg)

    def te_starten(self, vandaag):
        """Granted, and its first day has come; of who died nothing begins any more."""
        begint = self.filter(status=IndicatieStatus.TOEGEKEND, ingangsdatum__lte=vandaag)
        return begint.filter(dossier__inwoner__overleden_op="").order_by("pk")

    def afgelopen(self, vandaag):
        """Still running after its last day."""
        return self.filter(status=IndicatieStatus.LOPEND, einddatum__lt=vandaag).order_by("pk")

    def met_lijstgegevens(self):
        """All that a list of help shows, newest first."""
        return self.select_related("product", "aanbieder").order_by("-ingangsdatum", "pk")

    def met_levering(self, vandaag):
        """Each with its delivery, if it has one, and `stil_vanaf`: since when it stands still today."""
        from voorzieningen.models.levering import Onderbreking

        stil = Onderbreking.objects.filter(levering__indicatie=OuterRef("pk"), vanaf_op__lte=vandaag).filter(
            Q(tot_op=None) | Q(tot_op__gt=vandaag)
        )
        return self.select_related("levering").annotate(
            stil_vanaf=Subquery(stil.order_by("vanaf_op").values("vanaf_op")[:1])
        )


class Indicatie(MetHistorie):
    """Volume, unit and frequency stand on every line: a result alone is not enough (CRvB 2018)."""

    zaak = models.ForeignKey("toegang.Zaak", models.PROTECT, related_name="indicaties")
    dossier = models.ForeignKey("toegang.Dossier", models.PROTECT, related_name="indicaties")
    actie = models.ForeignKey(
        "wijkteams.Actie", models.PROTECT, null=True, blank=True, related_name="indicaties"
    )
    grondslag = models.CharField(max_length=12, choices=Grondslag, default=Grondslag.BESLUIT)
    product = models.ForeignKey("voorzieningen.Product", models.PROTECT, related_name="indicaties")
    vorm = models.CharField(max_length=8, choices=Vorm)
    aanbieder = models.ForeignKey(
        "voorzieningen.Aanbieder", models.PROTECT, null=True, blank=True, related_name="indicaties"
    )
    # no volume, unit or frequency: only an order for a task (taakgericht); a besluit always names its extent
    volume = models.DecimalField(max_digits=8, decimal_places=1, null=True, blank=True)
    eenheid = models.CharField(max_length=2, choices=Eenheid, blank=True, default="")
    frequentie = models.CharField(max_length=1, choices=Frequentie, blank=True, default="")
    stapelbaar = models.BooleanField(default=False)  # may run beside the same product (iWmo TR302)
    ingangsdatum = models.DateField()
    einddatum = models.DateField()
    tarief = models.DecimalField(
        max_digits=9, decimal_places=2
    )  # euro per unit of the tariff, at the proposal
    tarief_eenheid = models.CharField(max_length=2, choices=Eenheid)
    resultaat = models.CharField(max_length=300)
    pgb_beheerder = models.CharField(max_length=200, blank=True, default="")
    pgb_motivering = models.TextField(blank=True, default="")  # why natura does not fit (Wmo 2.3.6 lid 2 b)
    pgb_kwaliteit = models.TextField(blank=True, default="")  # how safe and good help is seen to (lid 2 c)
    advies_van = models.CharField(max_length=200, blank=True, default="")  # whose advice (Awb 3:49)
    advies_op = models.DateField(null=True, blank=True)
    advies = models.TextField(blank=True, default="")  # as it will stand in the letter
    status = models.CharField(max_length=12, choices=IndicatieStatus, default=IndicatieStatus.VOORGESTELD)
    voorgesteld_op = models.DateField()
    beeindigd_op = models.DateField(null=True, blank=True)
    loopt_af_op = models.DateField(null=True, blank=True)  # the day somebody decided that it may end
    loopt_af_reden = models.CharField(max_length=12, choices=Afloopreden, blank=True, default="")
    heronderzoek_op = models.DateField(
        null=True, blank=True
    )  # planned: look again (Wmo 2.3.9, Jeugdwet 8.1.3)
    heronderzoek_gevraagd_op = models.DateField(null=True, blank=True)  # the task for that day was made
    achttien_gevraagd_op = models.DateField(null=True, blank=True)  # the task about turning 18 was made

    stil_vanaf: datetime.date | None  # only on rows of `met_levering`
    sport: int  # the rung that is due, only on rows of `te_herinneren`

    objects = IndicatieQuerySet.as_manager()

    class Gegevens:
        persoonlijk = {
            "zaak", "dossier", "actie", "product", "vorm", "aanbieder", "volume", "eenheid", "frequentie",
            "ingangsdatum", "einddatum", "tarief", "tarief_eenheid", "resultaat", "pgb_beheerder", "pgb_motivering",
            "pgb_kwaliteit", "advies_van", "advies_op", "advies", "loopt_af_op", "loopt_af_reden",
            "heronderzoek_op", "stapelbaar", "heronderzoek_gevraagd_op", "achttien_gevraagd_op",
        }  # fmt: skip
        overig = {"id", "versie", "grondslag", "status", "voorgesteld_op", "beeindigd_op"}

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(einddatum__gte=F("ingangsdatum")), name="indicatie_eindigt_na_begin"
            ),
            models.CheckConstraint(
                condition=~Q(vorm="natura", aanbieder=None), name="indicatie_natura_met_aanbieder"
            ),
            models.CheckConstraint(
                condition=Q(volume__gt=0)
                | Q(volume=None, eenheid="", frequentie="", grondslag__in=["verwijzing", "bepaling"]),
                name="indicatie_volume",
            ),
            models.CheckConstraint(
                condition=Q(advies_van="", advies_op=None) | (~Q(advies_van="") & Q(advies_op__isnull=False)),
                name="indicatie_advies_van_op",
            ),
            models.CheckConstraint(
                condition=Q(loopt_af_op=None, loopt_af_reden="")
                | (Q(loopt_af_op__isnull=False) & ~Q(loopt_af_reden="")),
                name="indicatie_loopt_af_met_reden",
            ),
            ExclusionConstraint(
                name="indicatie_overlapt_niet",
                condition=Q(status__in=["toegekend", "lopend"], stapelbaar=False),
                expressions=[
                    ("dossier", RangeOperators.EQUAL),
                    ("product", RangeOperators.EQUAL),
                    (
                        Func(
                            F("ingangsdatum"), F("einddatum"), Value("[]"),
                            function="daterange", output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["einddatum", "id"], condition=Q(status="lopend"), name="indicatie_einde"),
            models.Index(
                fields=["einddatum", "id"],
                condition=Q(status__in=["toegekend", "lopend", "beeindigd"], loopt_af_op=None),
                name="indicatie_ladder",
            ),
        ]
