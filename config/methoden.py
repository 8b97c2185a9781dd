"""Only the methods that a page of ours answers; TRACE would give the request back (ASVS 13.4.4)."""

from django.http import HttpResponseNotAllowed

METHODEN = ("GET", "HEAD", "OPTIONS", "POST")


class AlleenOnzeMethoden:
    """405 for any other method, before anything is read."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODEN:
            return HttpResponseNotAllowed(METHODEN)
        return self.get_response(request)
