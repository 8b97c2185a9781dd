"""Help that runs, on the shortest way; the way through the use-cases is tested elsewhere."""

import datetime
from decimal import Decimal

from tests.fabrieken import DossierFabriek, MedewerkerFabriek, MetDoor, WijkteamFabriek, ZaakFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from toegang.models import Taak
from toegang.rechten import Rol
from voorzieningen.models import Herinnering, Indicatie

EINDE = datetime.date(2027, 6, 30)  # a Wednesday
BEGIN = datetime.date(2025, 7, 1)


def voor(weken: int, einde: datetime.date = EINDE) -> datetime.date:
    """So many weeks before the end."""
    return einde - datetime.timedelta(weeks=weken)


class IndicatieFabriek(MetDoor):
    class Meta:
        model = Indicatie

    vorm = "natura"
    volume = Decimal("105")
    eenheid = "01"
    frequentie = "2"
    ingangsdatum = BEGIN
    einddatum = EINDE
    tarief = Decimal("36.00")
    tarief_eenheid = "04"
    resultaat = "een schoon huis"
    status = "lopend"
    voorgesteld_op = BEGIN


def consulent(team, **anders):
    """A consulent for the Wmo since long."""
    return MedewerkerFabriek(team=team, team__rol=Rol.CONSULENT, **anders)


def lopende_hulp(
    *, zaak=None, regisseur=None, inwoner=None, aanbod=None, zaakvelden=None, **anders
) -> Indicatie:
    """Help of a closed zaak with a regisseur in its team."""
    if zaak is None:
        team = WijkteamFabriek()
        velden = {
            "wijkteam": team, "regisseur": regisseur or consulent(team), "status": "afgesloten", "gemeld_op": BEGIN,
            "afgesloten_op": BEGIN, "afsluitreden": "besluit",
        } | (zaakvelden or {})  # fmt: skip
        if inwoner is not None:
            velden["dossier"] = DossierFabriek(inwoner=inwoner)
        zaak = ZaakFabriek(**velden)
    product, aanbieder = aanbod or huishoudelijke_hulp()
    return IndicatieFabriek(zaak=zaak, dossier=zaak.dossier, product=product, aanbieder=aanbieder, **anders)


def sporten(indicatie) -> list[int]:
    """The rungs that were done, each with its own effects (those that came along are not here)."""
    rijen = Herinnering.objects.filter(indicatie=indicatie, samen_met=None)
    return list(rijen.order_by("id").values_list("sport", flat=True))


def taak(indicatie, soort="herinnering") -> Taak | None:
    return Taak.objects.open().filter(sleutel=f"{soort}:{indicatie.pk}").first()
