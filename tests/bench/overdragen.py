"""Handing over dossiers with history, timeline, tasks and rights, against one UPDATE of the same rows.

Both inside a transaction that is undone, so that every round finds the world as it was. A seed of 20,000 dossiers has
640 open zaken per consulent; the number that was handed over stands beside the figure.
"""

from django.db import connection, transaction
from django.utils import timezone

from tests.bench import meten
from tests.bench.schermen import Werelden
from tests.bench.uitslag import Uitslag
from toegang.models import Zaak
from wijkteams.models import Medewerker
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

NAAM = "handing over 1,000 dossiers"
HOEVEEL, MAAL, VRAGEN = 1_000, 6, 10


def meten_overdragen(u: Uitslag, w: Werelden, *, ronden: int) -> None:
    """By the teamlead of a team, to a colleague who is consulent there for the same law."""
    w.in_(w.groot)
    naar = Medewerker.objects.get(username="consulent01")
    zaken = Zaak.objects.open().filter(wijkteam__naam="Wijkteam 0", wet="wmo", regisseur__isnull=False)
    pks = list(zaken.exclude(regisseur=naar).order_by("pk").values_list("pk", flat=True)[:HOEVEEL])

    def overdragen() -> None:
        door = Medewerker.objects.get(username="teamlead0").actor  # his rights are read anew
        nu = timezone.now()
        with transaction.atomic():
            uitslag = zaken_overdragen(
                zaak_ids=pks, regisseur_id=naar.pk, reden="bench", door=door, vandaag=nu.date(), nu=nu
            )
            transaction.set_rollback(True)
        if len(uitslag.gedaan) != len(pks):
            raise RuntimeError(f"not all were handed over: {uitslag.niet[:3]}")

    def een_update() -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(
                "UPDATE toegang_zaak SET regisseur_id = %s, versie = versie + 1 WHERE id = ANY(%s::uuid[])",
                [naar.pk, pks],
            )
            transaction.set_rollback(True)

    overdragen()
    with meten.vragen_tellen() as gezien:
        overdragen()
    m = meten.naast_elkaar(overdragen, een_update, ronden=ronden, keer=1)
    van_de_lezer = 2  # who he is and his Actor, which a request has read before
    u.erbij(
        NAAM, "times one UPDATE", m.ratio, MAAL, f"{m.ms:.0f} ms : {m.grens_ms:.0f} ms, {len(pks)} dossiers"
    )
    u.erbij(NAAM, "queries", len(gezien) - van_de_lezer, VRAGEN)
