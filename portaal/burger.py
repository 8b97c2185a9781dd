"""Who uses the site, and for whom he looks: judged anew at each request."""

import datetime
from dataclasses import dataclass, field
from functools import cached_property
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext, gettext_noop

from portaal.leeftijd import mag_zelf, wat_mag_een
from portaal.models import Persoon, Vertegenwoordiging
from toegang.models import Vertegenwoordiger
from toegang.namen import Naam
from toegang.rechten import GEEN_RECHTEN

Mag = Vertegenwoordiger.Mag
NAAMVELDEN = (
    "voornamen", "voorletters", "voorvoegsel", "geslachtsnaam", "partner_voorvoegsel", "partner_geslachtsnaam",
    "naamgebruik", "adellijke_titel", "geslacht", "partner_titel", "partner_geslacht", "heeft_partner",
)  # fmt: skip
AANSPREKING = (gettext_noop("De heer"), gettext_noop("Mevrouw"))


@dataclass(frozen=True)
class Burger:
    """The person who signed in (`ik`), for whom he looks (`voor`), and what he may do there.

    It stands in the read log as a reader does: `pk` is his Actor, `rechten` are none of the desk.
    """

    ik: UUID
    voor: UUID
    pk: int
    naam: str
    mag: frozenset[str]
    vertegenwoordiging: UUID | None = None
    namen: dict = field(default_factory=dict, compare=False)

    rechten = GEEN_RECHTEN

    @property
    def is_zelf(self) -> bool:
        return self.vertegenwoordiging is None

    @cached_property
    def voor_naam(self) -> str:
        """How the one for whom he looks is called in a sentence: de heer P. Smeets."""
        return in_een_zin(self.namen.get(self.voor, ""))


def naam_van(persoon: Persoon) -> Naam:
    return Naam(**{veld: getattr(persoon, veld) for veld in NAAMVELDEN})


def in_de_taal(aanschrijving: str) -> str:
    """De heer P. Smeets, or Mr P. Smeets on a page in English; a title of nobility stays as it is."""
    for woord in AANSPREKING:
        if aanschrijving.startswith(f"{woord} "):
            return gettext(woord) + aanschrijving.removeprefix(woord)
    return aanschrijving


def in_een_zin(aanschrijving: str) -> str:
    """De heer P. Smeets -> de heer P. Smeets; a name without such a word stays as it is."""
    naam = in_de_taal(aanschrijving)
    return naam[:1].lower() + naam[1:] if naam.startswith(("De ", "Mevrouw ")) else naam


def namens(ik: UUID | None, voor: UUID | None) -> None:
    """From here to the end of the transaction the views give the rows of this one person."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('portaal.ik', %s, true), set_config('portaal.voor', %s, true)",
            [str(ik or ""), str(voor or "")],
        )


def aanmelden(bsn_index: bytes) -> UUID | None:
    """Whose BSN this is, at sign-in; None when we do not know this person, or he died."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT portaal_aanmelden(%s)", [bsn_index])
        return cursor.fetchone()[0]


def burger_uit(ik: UUID, voor: UUID, vandaag: datetime.date) -> Burger | None:
    """The person of this session today; None when he may not (any more) look for that other person."""
    namens(ik, voor)
    personen = {p.pk: p for p in Persoon.objects.all()}  # the view gives these two and no other
    if ik not in personen or voor not in personen:
        return None
    if ik == voor:
        mag = mag_zelf(personen[ik].geboren, vandaag)
        vertegenwoordiging = None
    else:
        gevonden = [v for v in vertegenwoordigingen(ik, vandaag) if v.inwoner == voor]
        if not gevonden:
            return None
        mag = frozenset().union(*(wat_mag_een(v, vandaag) for v in gevonden))
        vertegenwoordiging = gevonden[0].pk
    if Mag.DOSSIER not in mag:
        return None
    namen_ = {pk: naam_van(p).aanschrijving() for pk, p in personen.items()}
    return Burger(
        ik, voor, _actor(ik, vertegenwoordiging, naam_van(personen[ik]).weergave()),
        naam_van(personen[ik]).weergave(), mag, vertegenwoordiging, namen_,
    )  # fmt: skip


def vertegenwoordigingen(ik: UUID, vandaag: datetime.date) -> list[Vertegenwoordiging]:
    """For whom this person may look on this day."""
    rijen = Vertegenwoordiging.objects.filter(vertegenwoordiger=ik, vanaf_op__lte=vandaag).order_by("pk")
    return [
        v
        for v in rijen
        if (v.tot_op is None or v.tot_op > vandaag) and Mag.DOSSIER in wat_mag_een(v, vandaag)
    ]


def _actor(ik: UUID, vertegenwoordiging: UUID | None, naam: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT portaal_actor(%s, %s, %s)", [ik, vertegenwoordiging, naam])
        return cursor.fetchone()[0]
