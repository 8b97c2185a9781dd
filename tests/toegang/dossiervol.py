"""A zaak with so many rows of everything that its page can show: for the tests of what the page asks."""

import datetime
from decimal import Decimal

from beschikkingen.models import Besluit
from tests.fabrieken import VANDAAG, InwonerFabriek, WijkteamFabriek, ZaakFabriek
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from toegang.gebeurtenissen import vastleggen
from toegang.models import (
    Aanvraag,
    Actor,
    Huishouden,
    Huishoudlid,
    Termijn,
    TermijnSoort,
    Vertegenwoordiger,
)
from toegang.moment import nu
from toegang.rechten import Rol
from toegang.usecases import taken
from voorzieningen.models import Indicatie
from wijkteams.models import (
    Actie,
    Doel,
    Doelzaak,
    Huisbezoek,
    Hulpvraag,
    Leefzorgplan,
    Onderzoek,
    Trede,
    Verslag,
)

SINDS = datetime.date(2026, 1, 1)


def bewaar(rij):
    return rij.bewaren(door=Actor.objects.systeem(), reden="test")


def vullen(zaak, aantal: int) -> None:
    """So many rows of each kind on this zaak."""
    onderzoek = bewaar(Onderzoek(zaak=zaak, begonnen_op=VANDAAG))
    plan = bewaar(Leefzorgplan(dossier=zaak.dossier, opgesteld_op=VANDAAG))
    huis = bewaar(Huishouden(adressleutel="x"))
    bewaar(Huishoudlid(huishouden=huis, inwoner=zaak.dossier.inwoner, vanaf_op=VANDAAG))
    product, aanbieder = huishoudelijke_hulp()
    for n in range(aantal):
        _mensen(zaak, huis, n)
        _werk(zaak, n)
        _inhoud(zaak, onderzoek, plan, n)
        _hulp(zaak, product, aanbieder, n)


def _mensen(zaak, huis, n: int) -> None:
    bewaar(Huishoudlid(huishouden=huis, inwoner=InwonerFabriek(), vanaf_op=VANDAAG))
    bewaar(
        Vertegenwoordiger(
            inwoner=zaak.dossier.inwoner, soort="gemachtigde", naam=f"Gemachtigde {n}", vanaf_op=SINDS
        )
    )
    ZaakFabriek(dossier=zaak.dossier, wijkteam=zaak.wijkteam)
    ZaakFabriek(dossier=zaak.dossier, wijkteam=WijkteamFabriek())


def _werk(zaak, n: int) -> None:
    systeem = Actor.objects.systeem()
    vastleggen(zaak, "x", f"Gebeurtenis {n}.", door=systeem)
    taken.klaarzetten(
        f"t{n}",
        f"Taak {n}",
        door=systeem,
        uiterlijk=VANDAAG,
        adres="toegang:zaak",
        zaak=zaak,
        rol=Rol.ADMINISTRATIE,
    )
    bewaar(
        Termijn(
            zaak=zaak, soort=TermijnSoort.BESLUIT, artikel="Wmo 2015 art. 2.3.5", begint_op=VANDAAG,
            uiterste_datum=VANDAAG + datetime.timedelta(14), gehaald_op=VANDAAG if n else None,
        )
    )  # fmt: skip


def _inhoud(zaak, onderzoek, plan, n: int) -> None:
    bewaar(Huisbezoek(zaak=zaak, consulent=zaak.regisseur, gepland_om=nu() + datetime.timedelta(n)))
    bewaar(Verslag(onderzoek=onderzoek, nummer=n + 1))
    vraag = bewaar(
        Hulpvraag(onderzoek=onderzoek, nummer=n + 1, leefgebied="huishouden", omschrijving="Poetsen")
    )
    for trede in range(1, 7):
        bewaar(Trede(hulpvraag=vraag, trede=trede, onderzocht="ja", lost_op="niet"))
    doel = bewaar(Doel(plan=plan, leefgebied="huishouden", ik_wil=f"Doel {n}", uiterlijk_op=VANDAAG))
    bewaar(Doelzaak(doel=doel, zaak=zaak))
    bewaar(Actie(doel=doel, soort="inwoner", omschrijving="Stoffen"))


def _hulp(zaak, product, aanbieder, n: int) -> None:
    begin = VANDAAG + datetime.timedelta(weeks=n)
    bewaar(
        Indicatie(
            zaak=zaak, dossier=zaak.dossier, product=product, vorm="natura", aanbieder=aanbieder, volume=Decimal(105),
            eenheid="01", frequentie="2", ingangsdatum=begin, einddatum=begin + datetime.timedelta(days=6),
            tarief=Decimal(36), tarief_eenheid="04", resultaat="schoon", status="lopend", voorgesteld_op=VANDAAG,
        )
    )  # fmt: skip
    aanvraag = bewaar(
        Aanvraag(zaak=zaak, ontvangen_op=VANDAAG, geregistreerd_om=nu(), wijze="formulier", gevraagd="Hulp")
    )
    bewaar(
        Besluit(
            zaak=zaak, aanvraag=aanvraag, uitkomst="toekenning", opgesteld_op=VANDAAG,
            opgesteld_door=Actor.objects.systeem(),
        )
    )  # fmt: skip
