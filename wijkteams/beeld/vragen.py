"""The questions of this room, each a GROUP BY over what the reader may see of the team."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import JSONObject, TruncMonth

from toegang.cijfers import Dagen, Vraag
from toegang.models import Opschorting, Termijn, Zaak
from toegang.rechten import Recht, Rol, Wet
from wijkteams.beeld import telt
from wijkteams.beeld.rekenen import maanden_terug
from wijkteams.kandidaten import COMPLEX
from wijkteams.models import Afwezigheid, Lidmaatschap, Plandeel

MAANDEN_DOORLOOP, MAANDEN_STROOM = 3, 6  # and the month that runs


def vragen(v: Vraag) -> dict[str, QuerySet]:
    """By name; everything but the work of the colleagues and the other teams starts with `.voor`."""
    zaken, nu = v.zaken(Recht.VERDELEN), v.vandaag
    laat = telt.te_laat(nu)
    plannen = Plandeel.objects.voor(v.lezer, Recht.VERDELEN).filter(zaak__wijkteam_id=v.wijkteam_id)
    stroom = maanden_terug(nu, MAANDEN_STROOM)[0]
    return {
        "mensen": _mensen(v),
        "werk": _werk(v),
        "open": zaken.open().values("regisseur_id").annotate(n=Count("pk"), laat=Count("pk", filter=laat)),
        "wacht": telt.met_wachttijd(zaken).values("sinds").annotate(n=Count("pk")),
        "in": _per_maand(zaken.filter(gemeld_op__gte=stroom, gemeld_op__lte=nu), "gemeld_op"),
        "uit": _per_maand(zaken.filter(afgesloten_op__gte=stroom, afgesloten_op__lte=nu), "afgesloten_op"),
        "afgerond": zaken.filter(telt.AFGEROND, afgesloten_op__gt=nu - 2 * telt.JAAR)
        .annotate(eerder=telt.als_getal(Q(afgesloten_op__lte=nu - telt.JAAR)))
        .values("eerder")
        .annotate(n=Count("pk"), opgelost=Count("pk", filter=telt.opgelost())),
        "termijnen": _termijnen(v)
        .annotate(
            dagen=Dagen("gehaald_op", "begint_op"), op_tijd=telt.als_getal(Q(gehaald_op__lte=F("uiterste_datum")))
        )
        .values("soort", "maand", "dagen", "op_tijd", "stil")
        .annotate(n=Count("pk")),
        "termijnzaken": _termijnen(v).values("soort", "maand").annotate(n=Count("zaak", distinct=True)),
        "plannen": plannen.annotate(een=Value(1)).values("een").annotate(
            laat=Count("zaak", distinct=True, filter=telt.evaluatie_voor(nu)),
            **{
                f"binnen_{d}": Count(
                    "zaak", distinct=True,
                    filter=telt.evaluatie_voor(nu + (d + 1) * telt.DAG) & ~telt.evaluatie_voor(nu),
                )
                for d in telt.VOORUIT
            },
        ),
        "gemeten": plannen.filter(telt.gemeten(nu - telt.JAAR)).annotate(een=Value(1)).values("een").annotate(
            n=Count("zaak", distinct=True),
            niet=Count("zaak", distinct=True, filter=Q(telt.niet_gehaald())),
        ),
        "teams": _andere_teams(v),
    }  # fmt: skip


def leden(v: Vraag) -> QuerySet[Lidmaatschap]:
    """The consulenten of the team today."""
    leden = Lidmaatschap.objects.filter(wijkteam_id=v.wijkteam_id, rol=Rol.CONSULENT).op(v.vandaag)
    return leden.filter(medewerker__is_active=True)


def _mensen(v: Vraag) -> QuerySet:
    """By colleague: name, hours, and when away today who stands in; never why."""
    weg = Afwezigheid.objects.op(v.vandaag).filter(medewerker=OuterRef("medewerker"))
    wie = weg.annotate(
        wie=JSONObject(voornaam="vervanger__first_name", achternaam="vervanger__last_name", is_er="vervanger")
    )
    return (
        leden(v)
        .annotate(weg=Subquery(wie.values("wie")[:1]))
        .values(
            "medewerker_id", "medewerker__first_name", "medewerker__last_name", "medewerker__contracturen",
            "weg",
        )
        .distinct()
    )  # fmt: skip


def _werk(v: Vraag) -> QuerySet:
    """All open work of these colleagues, in whichever team, as it is weighed when distributing; nobody is named."""
    return (
        Zaak.objects.open()
        .filter(regisseur__in=leden(v).values("medewerker"))
        .annotate(complex=COMPLEX, hier=telt.als_getal(Q(wijkteam_id=v.wijkteam_id)))
        .values("regisseur_id", "status", "spoed", "complex", "wet", "soort", "hier")
        .annotate(aantal=Count("pk"))
    )


def _per_maand(zaken: QuerySet, dag: str) -> QuerySet:
    return zaken.annotate(maand=TruncMonth(dag)).values("maand").annotate(n=Count("pk"))


def _termijnen(v: Vraag) -> QuerySet:
    """Clocks of the Wmo that were met, with the times that they stood still; other laws have other lengths."""
    stil = Opschorting.objects.filter(termijn=OuterRef("pk")).order_by("vanaf_op", "pk")
    return (
        Termijn.objects.voor(v.lezer, Recht.VERDELEN)
        .filter(
            zaak__wijkteam_id=v.wijkteam_id, zaak__wet=Wet.WMO, soort__in=list(telt.NORMEN), vervallen_op=None,
            gehaald_op__lte=v.vandaag, gehaald_op__gte=maanden_terug(v.vandaag, MAANDEN_DOORLOOP)[0],
        )
        .annotate(
            maand=TruncMonth("gehaald_op"),
            stil=ArraySubquery(
                stil.values(
                    p=JSONObject(van=Dagen("vanaf_op", "termijn__begint_op"), tot=Dagen("tot_op", "termijn__begint_op"))
                )
            ),
        )
    )  # fmt: skip


def _andere_teams(v: Vraag) -> QuerySet:
    """Numbers of the other teams, for the laws that this reader distributes; small ones are hidden on the page."""
    wetten = [
        w for w, teams in v.lezer.rechten.teams.get(Recht.VERDELEN, {}).items() if v.wijkteam_id in teams
    ]
    anderen = Zaak.objects.open().filter(afgeschermd=False, wijkteam__isnull=False, wet__in=wetten)
    return (
        anderen.exclude(wijkteam_id=v.wijkteam_id)
        .values("wijkteam__naam")
        .annotate(
            n=Count("pk"), wacht=Count("pk", filter=telt.OP_DE_LIJST),
            laat=Count("pk", filter=telt.te_laat(v.vandaag)),
        )
    )  # fmt: skip
