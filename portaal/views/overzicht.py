"""Home: what we ask of you, and where your question stands (ux 7)."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portaal.brieftitels import met_betekenis
from portaal.models import Brief, Vraag
from portaal.schermen import pagina
from portaal.stappen import slot, stappen
from portaal.taken import gevraagd_van
from portaal.woorden import leefgebied

NIEUW_DAGEN = 30


@require_safe
@pagina("overzicht")
def overzicht(request):
    vandaag = timezone.localdate()
    vragen = met_stappen(
        Vraag.objects.voor(request.burger).order_by("afgesloten_op", "-gemeld_op", "pk"), vandaag
    )
    lopend = [v for v in vragen if v.loopt]
    brieven = met_betekenis(Brief.objects.voor(request.burger).order_by("-verzonden_op", "pk")[:1])
    context = {
        "taken": gevraagd_van(request.burger, vragen),
        "vragen": lopend,
        "eerder": len(vragen) - len(lopend),
        "brief": next((b for b in brieven if (vandaag - b.verzonden_op).days <= NIEUW_DAGEN), None),
    }
    return TemplateResponse(request, "portaal/overzicht.html", context)


def met_stappen(vragen, vandaag) -> list[Vraag]:
    """The questions with their steps and words; open ones first."""
    rijen = list(vragen)
    for v in rijen:
        v.stappen, v.slot = stappen(v, vandaag), slot(v)
        v.titel = leefgebied(v.onderwerp)
        v.loopt = v.afgesloten_op is None or (v.hulp_vanaf_op is not None and not v.slot)
    return sorted(rijen, key=lambda v: v.afgesloten_op is not None)
