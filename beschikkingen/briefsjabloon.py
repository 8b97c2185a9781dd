"""Which template a letter of a besluit has, and what stands in its blocks of free text. Reads only."""

from collections.abc import Mapping

from django.db.models import F, Q

from beschikkingen.briefantwoord import indicaties_van
from beschikkingen.briefuitkomst import alineas, hulpnamen
from beschikkingen.brieven import Briefblok
from beschikkingen.models import Besluit, Sjabloon
from beschikkingen.sjabloondelen import Blok, delen_bij, stukken_van
from beschikkingen.sjabloontaal import invullen
from beschikkingen.statussen import BesluitStatus
from toegang.brieven.basis import Briefkop
from toegang.opmaak import bedrag, datum
from toegang.rechten import Wet


def geldend_sjabloon(besluit: Besluit) -> Sjabloon | None:
    """The approved version for this outcome: of the one product that it is about, else of every product."""
    return sjabloon_voor(besluit.uitkomst, {r.indicatie.product_id for r in besluit.geldende_regels()})


def sjabloon_voor(uitkomst: str, producten: set) -> Sjabloon | None:
    """The approved version of a letter about these products (their keys)."""
    voor = Q(product=None) | (Q(product=next(iter(producten))) if len(producten) == 1 else Q(pk=None))
    gevonden = Sjabloon.objects.in_gebruik().filter(voor, uitkomst=uitkomst)
    return gevonden.select_related("product").order_by(F("product").asc(nulls_last=True), "pk").first()


def sjabloon_van(besluit: Besluit) -> Sjabloon | None:
    """While it is a draft what is in use now; after that the version it went on with."""
    if besluit.status == BesluitStatus.CONCEPT:
        return geldend_sjabloon(besluit)
    return besluit.sjabloon


def waarden_voor(besluit: Besluit, kop: Briefkop) -> Mapping[str, str]:
    """What each field of `sjabloonvelden` is in this letter; a condition that holds is a word."""
    indicaties, afzender = indicaties_van(besluit), kop.afzender
    vormen = {i.vorm for i in indicaties}
    aanvraag = besluit.aanvraag
    return {
        "hulp": hulpnamen(indicaties),
        "aanbieder": " en ".join(dict.fromkeys(i.aanbieder.naam for i in indicaties if i.aanbieder)),
        "begindatum": datum(min(i.ingangsdatum for i in indicaties)) if indicaties else "",
        "einddatum": datum(max(i.einddatum for i in indicaties)) if indicaties else "",
        "vanaf": datum(besluit.werking_op) if besluit.werking_op else "",
        "bedrag": bedrag(besluit.bedrag) if besluit.bedrag else "",
        "datum melding": datum(besluit.zaak.gemeld_op),
        "datum aanvraag": datum(aanvraag.ontvangen_op) if aanvraag else "",
        "kenmerk": kop.kenmerk,
        "contactpersoon": kop.contactpersoon or f"Gemeente {afzender.gemeente}",
        "telefoon contactpersoon": kop.contact_telefoon or afzender.telefoon,
        "gemeente": afzender.gemeente,
        "telefoon gemeente": afzender.telefoon,
        "website": afzender.website,
        "cliëntondersteuning": afzender.clientondersteuning,
        "natura": "ja" if "natura" in vormen else "",
        "pgb": "ja" if "pgb" in vormen else "",
        "jeugdwet": "ja" if besluit.zaak.wet == Wet.JEUGDWET else "",
    }


def briefblokken(blokken: tuple[Blok, ...], waarden: Mapping[str, str]) -> tuple[Briefblok, ...]:
    """The blocks of a template with their values; what comes out empty is left out with its heading."""
    uit = []
    for blok in blokken:
        if blok.vast:
            uit.append(Briefblok(blok.deel))
        elif gevuld := alineas(invullen(stukken_van(blok), waarden)):
            uit.append(Briefblok(blok.deel, blok.kop, gevuld))
    return tuple(uit)


def blokken_voor(besluit: Besluit, kop: Briefkop) -> dict:
    """`blokken` of the letter, when it has a template; else the order that is built in.

    A version that was approved before the letter got another part by law has not all that it must hold: built in.
    """
    sjabloon = sjabloon_van(besluit)
    if sjabloon is None or set(delen_bij(besluit.uitkomst)) - {b.deel for b in sjabloon.delen}:
        return {}
    return {"blokken": briefblokken(sjabloon.delen, waarden_voor(besluit, kop))}
