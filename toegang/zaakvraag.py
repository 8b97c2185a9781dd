"""What every page of a zaak reads: the zaak for this reader, its terms (statements that are built once)."""

from django.db.models import QuerySet

from toegang.models import Termijn, Zaak
from toegang.rechten import Recht
from toegang.vaste_vraag import vaste_vraag


def zaak_voor(lezer, pk) -> QuerySet[Zaak]:
    """The zaak as far as this reader may see it, with all that stands in the header of its pages."""
    return (
        Zaak.objects.voor(lezer, Recht.PROCES_INZIEN)
        .filter(pk=pk)
        .select_related("dossier__inwoner", "wijkteam", "regisseur")
    )


zaak_met_kop = vaste_vraag(zaak_voor)


@vaste_vraag
def termijnen_van(zaak) -> QuerySet[Termijn]:
    """The terms that were not cancelled, the nearest first."""
    return Termijn.objects.filter(zaak=zaak, vervallen_op=None).order_by("uiterste_datum", "pk")
