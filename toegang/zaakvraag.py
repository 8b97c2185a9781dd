"""What every page of a zaak reads in one statement: the zaak for this reader, its terms, who acts for the inwoner."""

import datetime

from django.db.models import OuterRef, QuerySet, Subquery

from toegang import onderdelen
from toegang.feiten import als, rijen
from toegang.models import Termijn, Zaak
from toegang.permissions import redenen
from toegang.rechten import Recht
from toegang.vaste_vraag import vaste_vraag
from toegang.vertegenwoordiging import in_functie_mee

TERMIJN = (
    "soort", "artikel", "begint_op", "uiterste_datum", "wacht_op", "stil_sinds", "gehaald_op",
)  # fmt: skip


def zaak_voor(lezer, pk, vandaag: datetime.date) -> QuerySet[Zaak]:
    """The zaak as far as this reader may see it, with the header of its pages and why he opens it today, if he said."""
    return (
        Zaak.objects.voor(lezer, Recht.PROCES_INZIEN)
        .filter(pk=pk)
        .select_related("dossier__inwoner", "wijkteam", "regisseur")
        .annotate(
            feit_reden=Subquery(redenen(lezer, vandaag).filter(zaak=OuterRef("pk"))),
            feit_termijnen=rijen(_niet_vervallen(OuterRef("pk")), *TERMIJN),
            feit_vertegenwoordigers=in_functie_mee("dossier__inwoner_id", vandaag),
            **onderdelen.kopfeiten(),
        )
    )


zaak_met_kop = vaste_vraag(zaak_voor)


def termijnen_van(zaak: Zaak) -> list[Termijn]:
    """The terms that were not cancelled, the nearest first; of a zaak from `zaak_voor` they are known."""
    gelezen = zaak.__dict__.get("feit_termijnen")
    return _termijnen(zaak=zaak.pk) if gelezen is None else als(Termijn, gelezen)


def _niet_vervallen(zaak) -> QuerySet[Termijn]:
    return Termijn.objects.filter(zaak=zaak, vervallen_op=None).order_by("uiterste_datum", "pk")


@vaste_vraag
def _termijnen(zaak) -> QuerySet[Termijn]:
    return _niet_vervallen(zaak)
