"""My plan: the goals that name my question, who does what, and my own yes."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from portaal.models import INWONER, Actieregel, Deelnemer, Doel, Hulp, VerzoekSoort
from portaal.schermen import pagina
from portaal.views.indienen import indienen
from portaal.views.vragen import met_omvang
from portaal.woorden import leefgebied, wie_doet
from toegang.models import Vertegenwoordiger

Mag = Vertegenwoordiger.Mag


@require_safe
@pagina("plan")
def plan(request):
    burger = request.burger
    acties: dict = {}
    for a in Actieregel.objects.voor(burger).order_by("uiterlijk_op", "pk"):
        a.door = a.wie or wie_doet(a.soort)
        acties.setdefault(a.doel, []).append(a)
    doelen = list(Doel.objects.voor(burger).order_by("leefgebied", "uiterlijk_op", "pk"))
    for d in doelen:
        d.gebied, d.acties = leefgebied(d.leefgebied), acties.get(d.pk, [])
    deelnemers = list(Deelnemer.objects.voor(burger).order_by("naam", "pk"))
    context = {
        "doelen": doelen,
        "deelnemers": deelnemers,
        "te_doen": [d for d in deelnemers if d.akkoord_op is None and d.rol == INWONER]
        if Mag.AANVRAGEN in burger.mag
        else [],
        "hulp": [h for h in met_omvang(Hulp.objects.voor(burger).order_by("vanaf_op", "pk")) if _loopt(h)],
        "voorstel": any(d.vastgesteld_op is None for d in doelen),
        "evaluatie": min((d.evaluatie_op for d in doelen if d.evaluatie_op), default=None),
    }
    return TemplateResponse(request, "portaal/plan.html", context)


def _loopt(hulp: Hulp) -> bool:
    return hulp.status != "beeindigd" and hulp.tot_op >= timezone.localdate()


@require_POST
@pagina("plan_eens", mag=Mag.AANVRAGEN)
def eens(request, pk):
    """One agrees for the inwoner; what another party thinks, that party says."""
    deelnemer = Deelnemer.objects.voor(request.burger).get(pk=pk, rol=INWONER)
    return indienen(request, {}, soort=VerzoekSoort.PLAN_AKKOORD, bron=deelnemer)
