"""Error pages of the citizen's site: a sentence and a telephone number, without query."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

OPNIEUW = gettext_noop("Ga terug naar de vorige pagina en verstuur het opnieuw.")


def _pagina(kop: str, zin: str, status: int) -> HttpResponse:
    context = {"gemeente": settings.GEMEENTE, "kop": kop, "zin": zin}
    return HttpResponse(render_to_string("portaal/fout.html", context), status=status)


def niet_begrepen(request, exception=None):
    return _pagina(_("Dit formulier kwam niet goed aan"), _(OPNIEUW), 400)


def niet_toegestaan(request, exception=None):
    return _pagina(_("Dit kan hier niet"), str(exception or ""), 403)


def niet_gevonden(request, exception=None):
    """One body: what does not exist and what is another's look the same."""
    return _pagina(
        _("Deze pagina is er niet"), _("Misschien is er een typefout in het adres. Of de pagina is weg."), 404
    )


def kapot(request):
    return _pagina(_("Er ging iets mis"), _("Dit ligt aan ons. Probeer het later nog eens."), 500)


def csrf(request, reason=""):
    return _pagina(_("Deze pagina stond te lang open"), _(OPNIEUW), 403)
