"""A search on the sociale kaart: what it finds, in at most two statements, page by page."""

import datetime
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from voorzieningen.kaartformulieren import KaartFormulier
from voorzieningen.models import AlgemeneVoorziening

PER = 25
NIET_NAGEKEKEN = "oud"


@dataclass(frozen=True)
class Kaartblad:
    """One page of what was found, and the form that asked for it."""

    formulier: KaartFormulier
    rijen: list[AlgemeneVoorziening]
    volgende: str  # query string; '' on the last page
    eerste: str  # back to the first page; '' when this is it
    gezocht: bool
    alleen_oud: bool
    leefgebied: str  # what was chosen; '' for all

    @property
    def context(self) -> dict:
        return {"kaart": self, "rijen": self.rijen}


def kaartblad(
    vraag: QueryDict,
    vandaag: datetime.date,
    *,
    klasse: type[KaartFormulier] = KaartFormulier,
    met_oud: bool = False,
) -> Kaartblad:
    """What the address asks for. A choice that is not on the list is left out; so is a page key that is none.

    `met_oud`: ?nagekeken=oud gives what nobody looked at for a year, for who keeps the kaart.
    """
    alle = AlgemeneVoorziening.objects
    formulier = klasse(vraag, wijken=alle.wijken(vandaag))
    formulier.is_valid()
    gekozen = {naam: waarde for naam, waarde in formulier.cleaned_data.items() if waarde}
    oud = met_oud and vraag.get("nagekeken") == NIET_NAGEKEKEN
    gevonden = alle.na_te_kijken(vandaag) if oud else alle.in_gebruik(vandaag)
    if zoek := gekozen.get("zoek"):
        gevonden = gevonden.met_woorden(zoek)
    if leefgebied := gekozen.get("leefgebied"):
        gevonden = gevonden.voor_leefgebied(leefgebied)
    if wijk := gekozen.get("wijk"):
        gevonden = gevonden.in_wijk(wijk)
    if na := sleutel(vraag.get("na", "")):
        gevonden = gevonden.na(na)
    rijen = list(gevonden.op_naam()[: PER + 1])
    over = {k: v for k, v in vraag.items() if k not in ("na", *formulier.fields)} | gekozen
    return Kaartblad(
        formulier=formulier, rijen=rijen[:PER], gezocht=bool(gekozen), alleen_oud=oud,
        leefgebied=gekozen.get("leefgebied", ""),
        volgende="?" + urlencode(over | {"na": rijen[PER - 1].pk}) if len(rijen) > PER else "",
        eerste="?" + urlencode(over) if na else "",
    )  # fmt: skip


def sleutel(tekst: str) -> UUID | None:
    """The key in an address; None when it is none."""
    try:
        return UUID(tekst)
    except ValueError:
        return None
