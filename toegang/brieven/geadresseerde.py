"""To whom a letter goes: the inwoner, the parents of a child, or the curator; who gets a copy, at his own address."""

import datetime
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from toegang.brieven.basis import postcoderegel
from toegang.e_mail import staat_aan
from toegang.models import Bereik, Bezorging, Inwoner, Vertegenwoordiger
from toegang.veilig_contact import waarheen
from toegang.vertegenwoordiging import bevoegdheden, in_functie

ZELF_VANAF = 16  # from here on letters go to the young person (Jeugdwet 7.3.4; Awb)
POSTCODE = re.compile(r"^([1-9][0-9]{3}) ?([A-Za-z]{2})[, ]+(.+)$")


@dataclass(frozen=True)
class Geadresseerde:
    """Name and lines as they stand in the window; `sleutel` tells a copy apart ('' for the letter itself)."""

    naam: str
    regels: tuple[str, ...]
    sleutel: str = ""


def geadresseerden(inwoner: Inwoner, vandaag: datetime.date) -> list[Geadresseerde]:
    """The addressee first, then who gets a copy. ValidationError with a sentence when nobody can be written to."""
    if inwoner.overleden_op:
        raise ValidationError("Deze inwoner is overleden. Er gaat geen brief meer uit op deze naam.")
    wie = in_functie(inwoner, vandaag)
    curator = next((v for v in wie if v.soort == Vertegenwoordiger.Soort.CURATOR), None)
    if curator is not None:
        return [_van_vertegenwoordiger(curator)]
    if inwoner.onder_curatele:
        raise ValidationError("Deze inwoner staat onder curatele. Leg eerst vast wie de curator is.")
    mentoren = [v for v in wie if v.soort == Vertegenwoordiger.Soort.MENTOR]
    eerste = _van_inwoner(inwoner, vandaag)
    mee = [_van_vertegenwoordiger(m, afschrift=True) for m in mentoren]
    return [eerste, *mee, *_elders(inwoner, wie, eerste, vandaag)]


def _elders(
    inwoner: Inwoner, wie: list[Vertegenwoordiger], eerste: Geadresseerde, vandaag: datetime.date
) -> list[Geadresseerde]:
    """A parent with gezag who lives elsewhere, and who was named to receive letters; one copy an address.

    Where another address was agreed for safety that is the only one: nobody else is written to by itself.
    """
    if waarheen(inwoner).regels:
        return []
    gehad, uit = {_sleutel_van(eerste.regels[-2:])}, []
    for v in wie:
        regels = tuple(adresregels(v.adres))
        if (
            len(regels) >= 2
            and krijgt_brieven(v, inwoner, vandaag)
            and _sleutel_van(regels[-2:]) not in gehad
        ):
            gehad.add(_sleutel_van(regels[-2:]))
            uit.append(Geadresseerde(v.naam, regels, sleutel=str(v.pk)))
    return uit


def krijgt_brieven(v: Vertegenwoordiger, inwoner: Inwoner, vandaag: datetime.date) -> bool:
    """A parent or a gemachtigde who may receive letters; the others have their own rule."""
    soorten = (Vertegenwoordiger.Soort.OUDER, Vertegenwoordiger.Soort.GEMACHTIGDE)
    return v.soort in soorten and Vertegenwoordiger.Mag.BRIEVEN in bevoegdheden(v, inwoner, vandaag)


def _sleutel_van(regels: tuple[str, ...]) -> str:
    """The same address, however it was typed."""
    return "".join("".join(regels).upper().split())


def _van_inwoner(inwoner: Inwoner, vandaag: datetime.date) -> Geadresseerde:
    regels = waarheen(inwoner).regels or _woonadres(inwoner)
    naam = inwoner.naam.aanschrijving()
    if inwoner.geboortedatum.minstens(ZELF_VANAF, vandaag) is False:
        return Geadresseerde("De ouder(s) of verzorger(s) van", (naam, *regels))
    return Geadresseerde(naam, regels)


def _woonadres(inwoner: Inwoner) -> tuple[str, ...]:
    if not inwoner.adresregel or not inwoner.postcode or not inwoner.woonplaats:
        raise ValidationError("Er is geen postadres bekend. Vul eerst het adres van de inwoner in.")
    return (inwoner.adresregel, postcoderegel(inwoner.postcode, inwoner.woonplaats))


def _van_vertegenwoordiger(v: Vertegenwoordiger, *, afschrift: bool = False) -> Geadresseerde:
    delen = adresregels(v.adres)
    if len(delen) < 2:
        raise ValidationError(f"Van {v.get_soort_display().lower()} {v.naam} is geen volledig adres bekend.")
    return Geadresseerde(v.naam, tuple(delen), sleutel=str(v.pk) if afschrift else "")


def adresregels(tekst: str) -> list[str]:
    """The lines of an address as it was typed, with the postcode as PostNL reads it."""
    delen = [d.strip() for d in re.split(r"[,\n]", tekst) if d.strip()]
    if delen and (gevonden := POSTCODE.match(delen[-1])):
        delen[-1] = postcoderegel(gevonden[1] + gevonden[2], gevonden[3])
    return delen


def bezorgadres(inwoner: Inwoner, vandaag: datetime.date) -> str:
    """Where the notice of a letter in Mijn hulp goes; empty: the letter is paper.

    Only after the recorded choice (Awb art. 2:8), and only where an e-mail is safe.
    """
    return e_mailadres(inwoner, vandaag) if inwoner.bezorging == Bezorging.MIJN_HULP else ""


def e_mailadres(inwoner: Inwoner, vandaag: datetime.date) -> str:
    """Where an e-mail instead of the letter may go; empty: it is a letter.

    Only to an inwoner who chose e-mail and speaks for himself. An agreed other address, a wish about contact, a
    curator, a mentor, who else gets letters: a letter, which a colleague looks at before it goes.
    """
    weg = waarheen(inwoner)
    if not staat_aan() or inwoner.bereik != Bereik.E_MAIL or weg.regels or weg.wens:
        return ""
    if inwoner.onder_curatele or inwoner.geboortedatum.minstens(ZELF_VANAF, vandaag) is False:
        return ""
    soorten = (Vertegenwoordiger.Soort.CURATOR, Vertegenwoordiger.Soort.MENTOR)
    wie = in_functie(inwoner, vandaag)
    if any(v.soort in soorten or krijgt_brieven(v, inwoner, vandaag) for v in wie):
        return ""
    return weg.e_mail
