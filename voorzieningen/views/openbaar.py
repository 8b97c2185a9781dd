"""Help in the neighbourhood, for anybody: no account, no cookie, no person, the same page for all."""

from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from toegang.schermen import openbaar
from voorzieningen.kaartformulieren import KaartFormulierInwoner
from voorzieningen.kaartlezen import kaartblad

TIEN_MINUTEN = 600


@cache_control(public=True, max_age=TIEN_MINUTEN)
@require_safe
@openbaar
def hulp_in_de_buurt(request):
    """The sociale kaart in the words of citizens; the address holds what was asked, and may be shared."""
    blad = kaartblad(request.GET, timezone.localdate(), klasse=KaartFormulierInwoner)
    return TemplateResponse(request, "openbaar/hulp_in_de_buurt.html", blad.context)
