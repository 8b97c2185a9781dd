"""Error pages: without request, context processors or queries, so that they work when little else does."""

from django.http import HttpResponse
from django.template.loader import render_to_string


def _pagina(sjabloon, status, **context):
    return HttpResponse(render_to_string(sjabloon, context), status=status)


def niet_begrepen(request, exception=None):
    return _pagina("400.html", 400)


def niet_toegestaan(request, exception=None):
    """403 with the sentence of the refusal, which names a way out."""
    return _pagina("403.html", 403, exception=str(exception or ""))


def niet_gevonden(request, exception=None):
    """404, one body: what does not exist and what one may not see look the same."""
    return _pagina("404.html", 404)


def kapot(request):
    return _pagina("500.html", 500)


def csrf(request, reason=""):
    return _pagina("403_csrf.html", 403)


def te_vaak(request, credentials=None, *args, **kwargs):
    """429 of django-axes (AXES_LOCKOUT_CALLABLE)."""
    return _pagina("429.html", 429)
