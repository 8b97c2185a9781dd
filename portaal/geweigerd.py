"""A page of the citizen's site that was refused, written in the read log: after the roll-back, and not without end."""

from uuid import UUID

import structlog
from django.db import connection, transaction
from django.utils import timezone

from portaal.burger import burger_uit
from toegang.afzender import afzender

ONZICHTBAAR, GEWEIGERD = "onzichtbaar", "geweigerd"
log = structlog.get_logger("portaal.geweigerd")


def geweigerd_vastleggen(request, kwargs: dict, uitkomst: str) -> None:
    """In its own transaction, for whom the page would have been made; what was asked is written as it was asked.

    The database keeps twenty an hour of one person; what comes after that is one line in the application's log.
    """
    blad = request.inzage
    gevraagd = next((w for w in kwargs.values() if isinstance(w, UUID)), None)
    with transaction.atomic():
        burger = burger_uit(request.ik, request.voor, timezone.localdate())
        if burger is None:
            return
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT portaal_geweigerd(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)",
                [burger.pk, burger.naam, burger.voor, gevraagd, blad.scherm, blad.laag, blad.actie, uitkomst,
                 afzender(request), blad.verzoek],
            )  # fmt: skip
            geschreven = cursor.fetchone()[0]
    if not geschreven:
        log.warning("te_veel_geweigerd", actor=burger.pk, scherm=blad.scherm)
