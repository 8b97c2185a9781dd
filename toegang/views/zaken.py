"""The list of zaken."""

from django.template.response import TemplateResponse

from toegang.schermen import scherm


@scherm("zaken")
def zaken(request):
    """Mijn, mijn team, zonder eigenaar, alles."""
    return TemplateResponse(request, "toegang/zaken.html", {})
