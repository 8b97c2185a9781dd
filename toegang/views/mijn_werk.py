"""Mijn werk: one page with a block per role."""

from django.template.response import TemplateResponse

from toegang.schermen import scherm


@scherm("mijn_werk")
def mijn_werk(request):
    """Tasks, terms this week, my zaken."""
    return TemplateResponse(request, "toegang/mijn_werk.html", {})
