"""What the words and icons of the screens mean; no person is shown."""

from django.template.response import TemplateResponse

from toegang.indicatoren import UITLEG
from toegang.schermen import scherm


@scherm("uitleg")
def indicatoren(request):
    """Each indicator with what it asks of a colleague."""
    regels = [(soort, kop, zin) for soort, (kop, zin) in UITLEG.items()]
    return TemplateResponse(request, "toegang/indicatoren.html", {"regels": regels})
