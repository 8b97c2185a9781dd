"""A line of the sociale kaart: added, or changed; whoever writes it has looked whether it is true."""

import datetime
from collections.abc import Sequence
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.namen import zoeknaam
from toegang.statussen import OngeldigeOvergang
from voorzieningen.kaartrechten import check_mag_kaart_beheren, waarom_niet_wijzigen
from voorzieningen.models import AlgemeneVoorziening, Kosten


@transaction.atomic
def voorziening_vastleggen(
    *,
    door: Actor,
    vandaag: datetime.date,
    naam: str,
    omschrijving: str,
    leefgebieden: Sequence[str],
    kosten: str,
    voorziening_id=None,
    wijken: Sequence[str] = (),
    bedrag: Decimal | None = None,
    kosten_uitleg: str = "",
    voor_wie: str = "",
    openingstijden: str = "",
    adres: str = "",
    telefoon: str = "",
    e_mail: str = "",
    website: str = "",
    trefwoorden: str = "",
    versie: int | None = None,
) -> AlgemeneVoorziening:
    """Refused without a way to reach it, without a price where there is one, or when the same name stands there."""
    check_mag_kaart_beheren(door)
    rij = (
        AlgemeneVoorziening.objects.vergrendelen(voorziening_id) if voorziening_id else AlgemeneVoorziening()
    )
    if voorziening_id:
        rij.check_versie(versie)
        if reden := waarom_niet_wijzigen(rij):
            raise OngeldigeOvergang(reden)
    rij.naam, rij.omschrijving, rij.voor_wie = naam.strip(), omschrijving, voor_wie
    rij.leefgebieden, rij.wijken = list(dict.fromkeys(leefgebieden)), _wijken(wijken, vandaag)
    rij.kosten, rij.kosten_uitleg = Kosten(kosten), kosten_uitleg
    rij.bedrag = bedrag if rij.kosten == Kosten.BEDRAG else None
    rij.openingstijden, rij.adres, rij.trefwoorden = openingstijden, adres, trefwoorden
    rij.telefoon, rij.e_mail, rij.website = telefoon, e_mail, website
    _check(rij)
    rij.nagekeken_op, rij.nagekeken_door = vandaag, door
    return rij.bewaren(
        door=door, reden="voorziening gewijzigd" if voorziening_id else "voorziening toegevoegd"
    )


def _wijken(wijken: Sequence[str], vandaag: datetime.date) -> list[str]:
    """As they stand on the kaart already, each once and in a fixed order: 'blerick' is Blerick."""
    getypt = {zoeknaam(w): w.strip() for w in reversed(wijken) if zoeknaam(w)}
    bekend = {zoeknaam(w): w for w in AlgemeneVoorziening.objects.wijken(vandaag)}
    return sorted(bekend.get(sleutel, wijk) for sleutel, wijk in getypt.items())


def _check(rij: AlgemeneVoorziening) -> None:
    fouten: dict[str, str] = {}
    if not rij.leefgebieden:
        fouten["leefgebieden"] = "Kies minstens een leefgebied"
    if rij.kosten == Kosten.BEDRAG and not rij.bedrag:
        fouten["bedrag"] = "Vul het bedrag in, of kies dat het gratis is"
    if rij.kosten == Kosten.WISSELT and not rij.kosten_uitleg.strip():
        fouten["kosten_uitleg"] = "Schrijf op waar de kosten van afhangen"
    if not (rij.telefoon or rij.e_mail or rij.website or rij.adres):
        fouten["telefoon"] = "Vul in hoe mensen hen bereiken: een nummer, e-mail, website of adres"
    langste = AlgemeneVoorziening._meta.get_field("wijken").base_field.max_length or 0
    if any(len(wijk) > langste for wijk in rij.wijken):
        fouten["wijken"] = (
            f"De naam van een wijk is hoogstens {langste} tekens. Zet een komma tussen twee wijken"
        )
    dezelfde = AlgemeneVoorziening.objects.filter(naam=rij.naam, wijken=rij.wijken, beeindigd_op=None)
    if dezelfde.exclude(pk=rij.pk).exists():
        fouten["naam"] = f"{rij.naam} staat al op de kaart voor deze wijken"
    if fouten:
        raise ValidationError(fouten)
