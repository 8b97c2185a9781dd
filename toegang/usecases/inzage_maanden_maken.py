"""The read log is partitioned by month: have the coming months ready."""

import datetime

from django.db import connection, transaction

from toegang.models import Actor

VOORUIT = 3


@transaction.atomic
def inzage_maanden_maken(*, door: Actor, vandaag: datetime.date) -> None:
    """This month and the next three; made by a function of the owner, harmless when they are there."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT toegang_inzage_maand((%s::date + make_interval(months => n))::date) FROM generate_series(0, %s) n",
            [vandaag.replace(day=1), VOORUIT],
        )
