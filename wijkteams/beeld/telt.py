"""What counts in which figure: the conditions that a figure and the list behind it share."""

import datetime

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.fields import IntegerField
from django.db.models.functions import Coalesce

from toegang.models import Afsluitreden, Termijn, TermijnSoort, Zaaksoort
from toegang.models.zaak import ZaakQuerySet
from toegang.statussen import ZaakStatus
from wijkteams.models import Doeloordeel, Hulpvraag, Trede
from wijkteams.regels import ANDERE_WET, MAATWERK, VAN_EEN_HELPER
from wijkteams.statussen import PlanStatus
from wijkteams.wachtlijst import WACHT, WACHTGEGEVENS

DAG, JAAR = datetime.timedelta(days=1), datetime.timedelta(days=365)
VOORUIT = (30, 60, 90)  # days that a figure looks ahead
NORMEN = {TermijnSoort.ONDERZOEK: 42, TermijnSoort.BESLUIT: 14}  # days; 2.3.2 lid 1 and 2.3.5 lid 2
OP_DE_LIJST = WACHT
# Reported and brought to an end by us; who withdrew, moved or died says nothing about what we found.
AFGEROND = Q(
    status=ZaakStatus.AFGESLOTEN,
    afsluitreden__in=[
        Afsluitreden.BEANTWOORD, Afsluitreden.VERWEZEN, Afsluitreden.BASISHULP, Afsluitreden.GEEN_AANVRAAG,
        Afsluitreden.BESLUIT, Afsluitreden.ZONDER_BESLUIT,
    ],
) & ~Q(soort=Zaaksoort.HERONDERZOEK)  # fmt: skip
ZONDER_MAATWERK = [Afsluitreden.BEANTWOORD, Afsluitreden.VERWEZEN, Afsluitreden.BASISHULP]


def te_laat(vandaag: datetime.date) -> Q:
    """A clock of ours ran out. `eerstvolgende_op` is the nearest of them, but for spoed, which stands first anyhow."""
    voorbij = Termijn.objects.lopend().van_ons().filter(
        zaak=OuterRef("pk"), stil_sinds=None, uiterste_datum__lt=vandaag
    )  # fmt: skip
    open_ = ~Q(status=ZaakStatus.AFGESLOTEN)
    return open_ & (Q(spoed=False, eerstvolgende_op__lt=vandaag) | Q(Q(spoed=True), Exists(voorbij)))


def opgelost() -> Q:
    """Solved before maatwerk: answered, referred or short help; or every need was solved on rung 1 to 6."""
    lost_op = Trede.objects.filter(
        Q(trede__in=VAN_EEN_HELPER, helper_akkoord=True)
        | (Q(trede=ANDERE_WET) & ~Q(grondslag=""))
        | ~Q(trede__in=[*VAN_EEN_HELPER, ANDERE_WET]),
        hulpvraag=OuterRef("pk"),
        trede__lt=MAATWERK,
        onderzocht="ja",
        lost_op="helemaal",
    )  # fmt: skip  (as `regels.lost_alles_op` says it)
    hulpvragen = Hulpvraag.objects.filter(onderzoek__zaak=OuterRef("pk"))
    op_een_trede = Q(Exists(hulpvragen), ~Exists(hulpvragen.filter(~Exists(lost_op))))
    return AFGEROND & (Q(afsluitreden__in=ZONDER_MAATWERK) | op_een_trede)


def met_wachttijd(zaken: ZaakQuerySet) -> ZaakQuerySet:
    """Who waits for a regisseur, with `sinds`: the day that it came to the team, else that it was reported."""
    return zaken.filter(WACHT).annotate(sinds=Coalesce(WACHTGEGEVENS["bij_team_op"], F("gemeld_op")))


def evaluatie_voor(dag: datetime.date) -> Q:
    """Agreed plans that were to be looked at before this day."""
    return Q(status=PlanStatus.VASTGESTELD, evaluatie_op__lt=dag)


def gemeten(sinds: datetime.date) -> Q:
    """Plans that were closed since then, of which a goal with an aim was scored."""
    gescoord = _oordelen().filter(evaluatie__deel=OuterRef("pk"))
    return Q(Q(status=PlanStatus.AFGESLOTEN, afgesloten_op__gte=sinds), Exists(gescoord))


def niet_gehaald() -> Exists:
    """Some goal's last score stayed below its aim."""
    later = _oordelen().filter(
        doel=OuterRef("doel"), evaluatie__deel=OuterRef("evaluatie__deel"),
        evaluatie__gehouden_op__gt=OuterRef("evaluatie__gehouden_op"),
    )  # fmt: skip
    tekort = _oordelen().filter(evaluatie__deel=OuterRef("pk"), score__lt=F("doel__score_straks"))
    return Exists(tekort.filter(~Exists(later)))


def _oordelen() -> QuerySet[Doeloordeel]:
    return Doeloordeel.objects.filter(score__isnull=False, doel__score_straks__isnull=False)


def als_getal(voorwaarde: Q) -> Case:
    """1 where it holds, else 0: to group by."""
    return Case(When(voorwaarde, then=1), default=0, output_field=IntegerField())
