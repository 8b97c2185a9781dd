"""With whom this process talks, read from its settings: the one list for what may be reached and for TLS."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import Error

POORTEN = {"https": 443, "http": 80, "redis": 6379, "rediss": 6379, "tcp": 3310}
ZELF = ("", "localhost", "::1")


@dataclass(frozen=True)
class Verbinding:
    """One system: for what, where, and whether the way there is encrypted with the certificate checked."""

    waarvoor: str
    host: str
    poort: int | None
    tls: bool

    @property
    def op_deze_machine(self) -> bool:
        """A socket, or the loopback."""
        return self.host in ZELF or self.host.startswith(("/", "127."))


def verbindingen() -> list[Verbinding]:
    """Every system that the settings name."""
    return [*_database(), *_adressen(), *_mail(), *_ook()]


def _database() -> Iterator[Verbinding]:
    d = settings.DATABASES["default"]
    opties = d.get("OPTIONS", {})
    host = opties.get("host") or d.get("HOST") or ""
    yield Verbinding("DATABASE_URL", host, int(d.get("PORT") or 5432), opties.get("sslmode") == "verify-full")


def _adressen() -> Iterator[Verbinding]:
    for naam, adres in (
        ("REDIS_URL", settings.CELERY_BROKER_URL),
        ("CLAMAV_URL", settings.CLAMAV["url"]),
        ("BRP_URL", settings.BRP["url"]),
        ("BRP_TOKEN_URL", settings.BRP["token_url"]),
        ("OIDC_ISSUER", settings.OIDC["issuer"]),
    ):
        deel = urlsplit(adres)
        if deel.hostname:  # a socket, memory: and files have none
            yield Verbinding(
                naam, deel.hostname, deel.port or POORTEN.get(deel.scheme), deel.scheme in ("https", "rediss")
            )


def _mail() -> Iterator[Verbinding]:
    if settings.E_MAIL["aan"]:
        tls = bool(settings.EMAIL_USE_TLS or settings.EMAIL_USE_SSL)
        yield Verbinding("EMAIL_URL", settings.EMAIL_HOST, int(settings.EMAIL_PORT), tls)


def _ook() -> Iterator[Verbinding]:
    """What another system refers us to, such as the token address of the broker: `host:port`, always TLS."""
    for adres in settings.UITGAAND_OOK:
        host, _, poort = adres.partition(":")
        yield Verbinding("UITGAAND_OOK", host, int(poort or 443), True)


def check_tls(app_configs=None, **kwargs) -> list[Error]:
    """`check --deploy`: whatever leaves this machine is encrypted (ASVS 12.3.1)."""
    return [
        Error(
            f"{v.waarvoor}: the way to {v.host} is not encrypted with its certificate checked.",
            hint="docs/beheer.md, TLS inside. A host on a network within this machine stands in ZONDER_TLS.",
            id="toegang.E001",
        )
        for v in verbindingen()
        if not (v.tls or v.op_deze_machine or v.host in settings.ZONDER_TLS)
    ]
