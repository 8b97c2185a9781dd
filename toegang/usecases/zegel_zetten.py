"""Seal the read log up to what is surely over, and bring the head outside the database."""

import datetime

import structlog
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Max

from toegang.models import Actor, Zegel
from toegang.zegel import bijschrijven, laatste_buiten

log = structlog.get_logger("toegang.zegel")
EEN_TEGELIJK = 7_313_001  # advisory lock
EERSTE = b"\0" * 32
# one statement, one snapshot: every transaction below its xmin is over, so its rows are here or never will be
ZETTEN = """
INSERT INTO toegang_zegel (om, systeem, na_id, tot_id, van_tx, tot_tx, aantal, vorige, hoofd)
SELECT %(om)s, %(systeem)s, %(na_id)s, max(e.id), %(van)s, g.t::text::bigint, count(e.id), %(vorige)s,
       sha256(%(vorige)s::bytea || string_agg(toegang_inzage_tekst(e), ''::bytea ORDER BY e.id))
  FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS t) g
  JOIN toegang_inzage e ON e.tx >= %(van)s::text::xid8 AND e.tx < g.t AND e.id > %(na_id)s
 GROUP BY g.t
RETURNING id
"""


def zegel_zetten(*, door: Actor, nu: datetime.datetime) -> Zegel | None:
    """One seal over all that was written since the last; None when there is nothing, or another is at it.

    The head goes to the file of ZEGEL_BESTAND (append, fsync) and to the log, after the commit; a head that a crash
    kept inside follows with the next seal.
    """
    with transaction.atomic():
        zegel = _zetten(nu)
    if zegel is not None:
        log.info(
            "zegel_gezet", zegel=zegel.pk, aantal=zegel.aantal, tot_tx=zegel.tot_tx, hoofd=bytes(zegel.hoofd).hex(),
            door=door.naam,
        )  # fmt: skip
    _naar_buiten()
    return zegel


def _zetten(nu: datetime.datetime) -> Zegel | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [EEN_TEGELIJK])
        if not cursor.fetchone()[0]:
            return None
        cursor.execute("SELECT system_identifier::text FROM pg_control_system()")
        systeem = cursor.fetchone()[0]
        laatste = Zegel.objects.order_by("-id").first()
        zelfde = laatste if laatste is not None and laatste.systeem == systeem else None
        cursor.execute(
            ZETTEN,
            {
                "om": nu,
                "systeem": systeem,
                "na_id": zelfde.na_id if zelfde else _einde_van(laatste),
                "van": zelfde.tot_tx if zelfde else 0,
                "vorige": bytes(laatste.hoofd) if laatste else EERSTE,
            },
        )
        rij = cursor.fetchone()
    return Zegel.objects.get(pk=rij[0]) if rij else None


def _einde_van(laatste: Zegel | None) -> int:
    """After a restore transaction ids begin anew: the new series holds the rows after those that were sealed."""
    if laatste is None:
        return 0
    return Zegel.objects.filter(systeem=laatste.systeem).aggregate(einde=Max("tot_id"))["einde"]


def _naar_buiten() -> None:
    """Every head that is not outside yet."""
    bestand = settings.ZEGEL_BESTAND
    if not bestand:
        return
    bijschrijven(bestand, list(Zegel.objects.filter(pk__gt=laatste_buiten(bestand)).order_by("pk")))
