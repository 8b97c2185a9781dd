"""One page of the list of zaken: keyset both ways, with the nearest term of each row."""

import datetime
import uuid
from dataclasses import dataclass

from django.db.models import OuterRef

from toegang.feiten import als, rijen
from toegang.models import Termijn, Zaak
from toegang.models.zaak import ZaakQuerySet
from toegang.opmaak import datum

PER = 25
TELLEN_TOT = 1000


@dataclass
class Pagina:
    """25 zaken; `vorige` and `volgende` are query strings, '' where there is no more."""

    zaken: list[Zaak]
    vorige: str = ""
    volgende: str = ""

    @property
    def vanaf(self) -> str:
        """The date at which this page begins; a list without terms has none."""
        eerste = self.zaken[0].eerstvolgende_op if self.zaken else None
        return datum(eerste) if eerste and eerste.year < 9999 else ""


def sleutel(zaak: Zaak) -> str:
    return f"{zaak.eerstvolgende_op:%Y-%m-%d}_{zaak.pk}"


def lees_sleutel(tekst: str | None) -> tuple[datetime.date, uuid.UUID] | None:
    """The place in the list; None when it is missing or was tampered with: then the first page."""
    try:
        op, pk = (tekst or "").split("_")
        return datetime.date.fromisoformat(op), uuid.UUID(pk)
    except ValueError:
        return None


def bladeren(
    zaken: ZaakQuerySet, *, na: str | None = None, voor: str | None = None, per: int = PER
) -> Pagina:
    """The rows after `na` or before `voor`; one row more is fetched to know whether there is more. One query."""
    zaken = zaken.met_lijstgegevens()
    if plek := lees_sleutel(voor):
        terug = zaken.voor_sleutel(*plek).order_by("-eerstvolgende_op", "-pk")[: per + 1]
        rijen = list(terug)[::-1]
        meer_voor, meer_na = len(rijen) > per, True
        rijen = rijen[-per:]
    else:
        plek = lees_sleutel(na)
        rijen = list((zaken.na(*plek) if plek else zaken)[: per + 1])
        meer_voor, meer_na = plek is not None, len(rijen) > per
        rijen = rijen[:per]
    return Pagina(
        rijen,
        vorige=f"voor={sleutel(rijen[0])}" if rijen and meer_voor else "",
        volgende=f"na={sleutel(rijen[-1])}" if rijen and meer_na else "",
    )


def met_termijn(zaken: list[Zaak]) -> list[Zaak]:
    """Each zaak gets `.termijn`, its nearest clock of our own, and `.meer_termijnen`. One query."""
    per_zaak: dict = {}
    lopend = (
        Termijn.objects.lopend()
        .van_ons()
        .filter(zaak__in=[z.pk for z in zaken])
        .order_by("uiterste_datum", "pk")
    )
    for termijn in lopend:
        per_zaak.setdefault(termijn.zaak_id, []).append(termijn)
    return [_met_naaste(zaak, per_zaak.get(zaak.pk, [])) for zaak in zaken]


TERMIJNVELDEN = ("uiterste_datum", "gehaald_op", "stil_sinds", "wacht_op")


def met_termijn_erbij(zaken: ZaakQuerySet, hoogstens: int) -> list[Zaak]:
    """The same for a short list, in its own query."""
    lopend = Termijn.objects.lopend().van_ons().filter(zaak=OuterRef("pk")).order_by("uiterste_datum", "pk")
    eerste = zaken.annotate(x_termijnen=rijen(lopend, *TERMIJNVELDEN))[:hoogstens]
    return [_met_naaste(zaak, als(Termijn, zaak.x_termijnen)) for zaak in eerste]


def _met_naaste(zaak: Zaak, termijnen: list[Termijn]) -> Zaak:
    zaak.termijn = next((t for t in termijnen if t.stil_sinds is None), termijnen[0] if termijnen else None)
    zaak.meer_termijnen = max(0, len(termijnen) - 1)
    return zaak
