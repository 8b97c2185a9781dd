"""Where a request came from: the address that the log, the lock-out and the limits go by."""

from ipaddress import ip_address, ip_network

from django.conf import settings


def afzender(request) -> str:
    """The address of the sender, found once a request; behind our own proxies what the last of them wrote down.

    `X-Forwarded-For` is anybody's to write. It counts only as far as proxies of `VERTROUWDE_PROXIES` pass it on:
    read from the right, the first address that is not such a proxy is the sender.
    """
    if not hasattr(request, "afzender"):
        request.afzender = _afzender(request)
    return request.afzender


def _afzender(request) -> str:
    keten = [request.META.get("REMOTE_ADDR", "")]
    keten += [deel.strip() for deel in reversed(request.META.get("HTTP_X_FORWARDED_FOR", "").split(","))]
    for adres in keten:
        if not _is_adres(adres):
            break
        if not _vertrouwd(adres):
            return adres
    return keten[0]


def _is_adres(tekst: str) -> bool:
    try:
        ip_address(tekst)
    except ValueError:
        return False
    return True


def _vertrouwd(adres: str) -> bool:
    """One of our own proxies."""
    return any(ip_address(adres) in ip_network(net) for net in settings.VERTROUWDE_PROXIES)
