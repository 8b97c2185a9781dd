"""Only a person who opens a page is led on to HTTPS; what a script or a form sends without it is refused (ASVS 4.1.2).

A redirect would hide that the first question, with what stood in it, went in plain over the line.
"""

import re

from django.conf import settings
from django.http import HttpResponse

ZIN = "Gebruik https. Dit is niet verwerkt."


class AlleenPaginasNaarHttps:
    """Before Django's SecurityMiddleware, which redirects all that is left."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.vrij = [re.compile(patroon) for patroon in settings.SECURE_REDIRECT_EXEMPT]

    def __call__(self, request):
        if settings.SECURE_SSL_REDIRECT and not request.is_secure() and not self._mag(request):
            return HttpResponse(ZIN, status=403, content_type="text/plain; charset=utf-8")
        return self.get_response(request)

    def _mag(self, request) -> bool:
        opent_pagina = request.method in ("GET", "HEAD") and "text/html" in request.headers.get("Accept", "")
        return opent_pagina or any(v.search(request.path.lstrip("/")) for v in self.vrij)
