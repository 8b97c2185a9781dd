"""What was sent: received, what happens now, and what became of it."""

from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from portaal.antwoorden import in_de_taal
from portaal.models import Gevraagd, VerzoekSoort
from portaal.schermen import pagina


@require_safe
@pagina("verstuurd")
def verstuurd(request, pk):
    gevonden = Gevraagd.objects.voor(request.burger).get(pk=pk)
    gevonden.antwoord = in_de_taal(gevonden.antwoord)
    return TemplateResponse(
        request, "portaal/verstuurd.html", {"verzoek": gevonden, "soort": VerzoekSoort(gevonden.soort)}
    )
