"""Who acts for an inwoner now (Wmo 2015 art. 1.1.1 lid 2, Bw 1:381, 1:453)."""

import datetime

from django.db.models import Q, QuerySet

from toegang.models import Inwoner, Vertegenwoordiger
from toegang.vaste_vraag import vaste_vraag


def in_functie(inwoner: Inwoner, vandaag: datetime.date) -> list[Vertegenwoordiger]:
    """The representatives on this day, the curator first."""
    gevonden = _op(inwoner=inwoner.pk, vandaag=vandaag)
    return sorted(gevonden, key=lambda v: (v.soort != "curator", v.soort != "mentor", v.vanaf_op, v.pk))


@vaste_vraag
def _op(inwoner, vandaag) -> QuerySet[Vertegenwoordiger]:
    nog = Q(tot_op=None) | Q(tot_op__gt=vandaag)
    return Vertegenwoordiger.objects.filter(nog, inwoner=inwoner, vanaf_op__lte=vandaag)
