"""What each line of our logs names of its request."""

import structlog
from django_structlog.middlewares import RequestMiddleware

from toegang.afzender import afzender


class VerzoekMiddleware(RequestMiddleware):
    """The library's, but for the address: the sender as the read log knows it, not what a header claims."""

    @classmethod
    def bind_ip(cls, request) -> None:
        structlog.contextvars.bind_contextvars(ip=afzender(request))
