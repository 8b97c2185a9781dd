"""A besluit brought to each state through use-cases, with a colleague in every position. Today is 3 December 2026."""

import datetime
from decimal import Decimal

from beschikkingen.models import Besluit, Mandaat
from beschikkingen.usecases.besluit_aanvullen import besluit_aanvullen
from beschikkingen.usecases.besluit_goedkeuren import besluit_goedkeuren
from beschikkingen.usecases.besluit_ondertekenen import besluit_ondertekenen
from beschikkingen.usecases.besluit_oppakken import besluit_oppakken
from beschikkingen.usecases.besluit_opstellen import besluit_opstellen
from beschikkingen.usecases.besluit_ter_toetsing import besluit_ter_toetsing
from beschikkingen.usecases.besluit_verzonden import besluit_verzonden
from beschikkingen.usecases.besluitbrief_klaarzetten import besluitbrief_klaarzetten
from beschikkingen.usecases.zienswijze_vragen import zienswijze_vragen
from tests.fabrieken import MedewerkerFabriek
from tests.papier import leeg_papier
from tests.voorzieningen.aanbod import huishoudelijke_hulp
from tests.wijkteams.opstellingen import om, zaak_met_verslag
from toegang.models import Actor
from toegang.rechten import Rol
from toegang.usecases.brief_maken import brief_maken
from toegang.usecases.brief_verzenden import brief_verzenden
from voorzieningen.usecases.indicatie_voorstellen import indicatie_voorstellen

VANDAAG = datetime.date(2026, 12, 3)
TEKSTEN = {
    "wat_kunt_u_niet": "Door uw heup kunt u niet stofzuigen, dweilen en uw bed verschonen.",
    "blijft_over": "Er blijft werk over. In ons normenkader staat 125 minuten per week. Stoffen doet u zelf.",
    "wat_gebeurt_nu": "Zorg aan de Maas belt u vóór 24 december 2026. Bent u dan niet gebeld? Bel ons.",
    "regels": "Verordening maatschappelijke ondersteuning Venlo, artikel 8; normenkader huishoudelijke hulp",
    "bijdrage_besproken": True,
}
VOLGORDE = ("concept", "klaar", "ter_toetsing", "ter_ondertekening", "ondertekend", "brief", "verzonden")


def verse(medewerker) -> Actor:
    """The Actor as the next request reads it."""
    return Actor.objects.get(medewerker=medewerker)


def toetser(**anders):
    return MedewerkerFabriek(rollen=[Rol.TOETSER], first_name="Rana", **anders)


def mandaat_van(medewerker, **anders):
    """The power to sign household help up to ten thousand euro a year."""
    gegevens = {"wet": "wmo", "tot_bedrag": Decimal(10000), "vanaf_op": datetime.date(2026, 1, 1)}
    return Mandaat(medewerker=medewerker, **gegevens | anders).bewaren(
        door=Actor.objects.systeem(), reden="mandaatregister"
    )


def ondertekenaar(**mandaat):
    medewerker = MedewerkerFabriek(
        rollen=[Rol.ONDERTEKENAAR], first_name="Karin", functie="teammanager Toegang"
    )
    mandaat_van(medewerker, **mandaat)
    return medewerker


def administratie():
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])


def met_indicatie(zaak, *, product=None, **anders):
    """Household help of 105 minutes a week, proposed by the regisseur."""
    if product is None:
        product, aanbieder = huishoudelijke_hulp()
        anders["aanbieder_id"] = aanbieder.pk
    gegevens = {
        "vorm": "natura", "volume": Decimal(105), "eenheid": "01", "frequentie": "2",
        "ingangsdatum": datetime.date(2027, 1, 4), "einddatum": datetime.date(2028, 12, 31), "resultaat": product.wat,
    }  # fmt: skip
    return indicatie_voorstellen(
        zaak_id=zaak.pk,
        door=zaak.regisseur.actor,
        vandaag=VANDAAG,
        product_id=product.pk,
        **gegevens | anders,
    )


def besluit_in(toestand: str, *, indicatie=None, zaak=None, **anders) -> Besluit:
    """concept (as drawn up), klaar (all filled in), ter_toetsing, ter_ondertekening, ondertekend, brief, verzonden."""
    zaak = zaak or zaak_met_verslag(**anders)
    if not zaak.indicaties.exists():
        met_indicatie(zaak, **indicatie or {})
    ondertekenaar()
    door = verse(zaak.regisseur)
    besluit = besluit_opstellen(aanvraag_id=zaak.aanvragen.get().pk, door=door, vandaag=VANDAAG)
    for stap in VOLGORDE[1 : VOLGORDE.index(toestand) + 1]:
        besluit = Besluit.objects.get(pk=besluit.pk)
        STAPPEN[stap](besluit, door)
    return Besluit.objects.select_related("zaak__regisseur", "aanvraag").get(pk=besluit.pk)


def _klaar(besluit, door):
    besluit_aanvullen(besluit_id=besluit.pk, door=door, **TEKSTEN)


def _ter_toetsing(besluit, door):
    besluit_ter_toetsing(besluit_id=besluit.pk, door=door, vandaag=VANDAAG)


def _goedgekeurd(besluit, door):
    wie = toetser()
    besluit_oppakken(besluit_id=besluit.pk, door=verse(wie), vandaag=VANDAAG)
    besluit_goedkeuren(besluit_id=besluit.pk, door=verse(wie), vandaag=VANDAAG)


def _ondertekend(besluit, door):
    wie = ondertekenaar()
    besluit_oppakken(besluit_id=besluit.pk, door=verse(wie), vandaag=VANDAAG)
    besluit_ondertekenen(besluit_id=besluit.pk, door=verse(wie), vandaag=VANDAAG)


def _brief(besluit, door):
    brief = besluitbrief_klaarzetten(
        besluit_id=besluit.pk, door=administratie().actor, vandaag=VANDAAG, verzenddatum=VANDAAG
    )
    brief_maken(brief_id=brief.pk, nu=om(VANDAAG, 12), pdf=leeg_papier)


def _verzonden(besluit, door):
    brief = besluit.zaak.brieven.get(soort="besluit")
    brief_verzenden(brief_id=brief.pk, door=administratie().actor, vandaag=VANDAAG, verzonden_op=VANDAAG)


STAPPEN = {
    "klaar": _klaar,
    "ter_toetsing": _ter_toetsing,
    "ter_ondertekening": _goedgekeurd,
    "ondertekend": _ondertekend,
    "brief": _brief,
    "verzonden": _verzonden,
}


def opgepakt_door(wie, besluit) -> Actor:
    """Claimed, and the reader afresh."""
    besluit_oppakken(besluit_id=besluit.pk, door=verse(wie), vandaag=VANDAAG)
    return verse(wie)


def verstuurd(besluit, op=VANDAAG) -> Besluit:
    """From a draft that is filled in to a letter that went, without making its PDF."""
    besluit = Besluit.objects.select_related("zaak", "opgesteld_door").get(pk=besluit.pk)
    door = Actor.objects.get(pk=besluit.opgesteld_door_id)
    for stap in ("ter_toetsing", "ter_ondertekening", "ondertekend"):
        STAPPEN[stap](besluit, door)
    return besluit_verzonden(besluit_id=besluit.pk, door=administratie().actor, op=op)


def gehoord(besluit, door):
    """The inwoner was called before we decided."""
    besluit_aanvullen(
        besluit_id=besluit.pk, door=door, zienswijze="U zei dat uw zoon vaak weg is. Dat verandert niets."
    )
    return zienswijze_vragen(
        besluit_id=besluit.pk, door=door, vandaag=VANDAAG, wijze="telefoon", waarover="Wij willen dit weigeren.",
        antwoord="Mijn zoon is vaak weg.",
    )  # fmt: skip


def begeleiding():
    """A second kind of help: (product, aanbieder)."""
    return huishoudelijke_hulp(naam="Begeleiding", briefnaam="begeleiding", wat="hulp bij uw post en geld")
