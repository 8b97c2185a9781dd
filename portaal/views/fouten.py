"""Error pages of the citizen's site: a sentence and a telephone number, without query."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string


def _pagina(soort: str, status: int, zin: str = "") -> HttpResponse:
    context = {"gemeente": settings.GEMEENTE, "soort": soort, "zin": zin}
    return HttpResponse(render_to_string("portaal/fout.html", context), status=status)


def niet_begrepen(request, exception=None):
    return _pagina("begrepen", 400)


def niet_toegestaan(request, exception=None):
    return _pagina("toegestaan", 403, str(exception or ""))


def niet_gevonden(request, exception=None):
    """One body: what does not exist and what is another's look the same."""
    return _pagina("gevonden", 404)


def kapot(request):
    return _pagina("kapot", 500)


def csrf(request, reason=""):
    return _pagina("verlopen", 403)
