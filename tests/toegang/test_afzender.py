"""Whose address stands in the log behind a proxy."""

import pytest
import structlog
from django.http import HttpResponse
from django.test import RequestFactory

from toegang.afzender import afzender
from toegang.verzoeklog import VerzoekMiddleware

PROXIES = ["10.0.0.0/8", "fd00::/8"]


@pytest.mark.parametrize(
    ("proxies", "van", "doorgegeven", "verwacht"),
    [
        ([], "203.0.113.7", "", "203.0.113.7"),
        ([], "203.0.113.7", "198.51.100.1", "203.0.113.7"),  # nobody is trusted: the header says nothing
        (PROXIES, "203.0.113.7", "198.51.100.1", "203.0.113.7"),  # came past the proxy
        (PROXIES, "10.0.0.1", "198.51.100.1", "198.51.100.1"),
        (PROXIES, "10.0.0.1", "1.2.3.4, 198.51.100.1", "198.51.100.1"),  # the first was typed by the sender
        (PROXIES, "10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),  # two proxies of our own
        (PROXIES, "fd00::1", "2001:db8::5", "2001:db8::5"),
        (PROXIES, "10.0.0.1", "onzin", "10.0.0.1"),
        (PROXIES, "10.0.0.1", "", "10.0.0.1"),
        (PROXIES, "10.0.0.1", "10.0.0.3", "10.0.0.1"),  # only proxies: the nearest
        (PROXIES, "", "198.51.100.1", ""),  # a Unix socket has no address and nobody to trust
    ],
)
def test_de_afzender(settings, proxies, van, doorgegeven, verwacht):
    settings.VERTROUWDE_PROXIES = proxies
    kop = {"HTTP_X_FORWARDED_FOR": doorgegeven} if doorgegeven else {}

    assert afzender(RequestFactory().get("/", REMOTE_ADDR=van, **kop)) == verwacht


def test_een_logregel_noemt_de_afzender_en_niet_wat_een_kop_beweert():
    """The library believes any X-Forwarded-For; a line of our log then says what the sender likes."""
    gezien = []

    def pagina(request):
        gezien.append(structlog.contextvars.get_contextvars()["ip"])
        return HttpResponse()

    VerzoekMiddleware(pagina)(
        RequestFactory().get("/", REMOTE_ADDR="203.0.113.7", HTTP_X_FORWARDED_FOR="198.51.100.1")
    )

    assert gezien == ["203.0.113.7"]
