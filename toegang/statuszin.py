"""One line for a caller who is identified: when we got the question, by when he hears, which team calls. No content.

Whoever has nothing here, whoever we may say nothing about and whoever is not to be found get the same sentence, after
the same two questions to the database.
"""

import datetime
from dataclasses import dataclass

from toegang import opmaak
from toegang.models import Contactmoment, ContactSoort, Inwoner, VeiligContact, Zaak
from toegang.models.zaak import GEEN_TERMIJN
from toegang.models.zaakkeuzes import Zaaksoort
from toegang.rechten import Wet

NIETS = "Wij kunnen hierover nu niets zeggen. De administratie belt u terug."
# A line about these says by itself what it is about, or helps who should not know where somebody is.
STIL = (Zaaksoort.OPVANG, Zaaksoort.BESCHERMD_WONEN)
ALLEEN_ZELF_VANAF = 16  # a younger one has a parent with gezag, who is asked for by name


@dataclass(frozen=True)
class Stand:
    """What may be said, and which zaak it was read from (for the log)."""

    zin: str
    zaak: Zaak | None = None


def stand_voor(inwoner: Inwoner, vandaag: datetime.date) -> Stand:
    """The newest question that runs."""
    zaken = list(
        Zaak.objects.open()
        .filter(dossier__inwoner=inwoner)
        .select_related("wijkteam", "dossier")
        .order_by("-gemeld_op", "pk")
    )
    contact = (
        Contactmoment.objects.open()
        .filter(inwoner=inwoner, zaak=None, namens_naam="", notitie=False)
        .exclude(soort__in=(ContactSoort.SIGNAAL, ContactSoort.BESTAAND))
        .order_by("-ontvangen_op", "pk")
        .first()
    )
    if _zwijgen(inwoner, zaken, vandaag):
        return Stand(NIETS)
    zaak = zaken[0] if zaken else None
    if contact and (zaak is None or contact.ontvangen_op > zaak.gemeld_op):
        return Stand(_zin(contact.ontvangen_op, contact.terugbellen_op, "de administratie", vandaag))
    if zaak:
        wie = str(zaak.wijkteam) if zaak.wijkteam else "de administratie"
        return Stand(_zin(zaak.gemeld_op, _volgende(zaak), wie, vandaag), zaak)
    return Stand(NIETS)


def _zwijgen(inwoner: Inwoner, zaken: list[Zaak], vandaag: datetime.date) -> bool:
    """Shielded, dead, under a curator, a child, contact that is not safe, or a kind of help that may not be known."""
    leeftijd = inwoner.geboortedatum.leeftijd(vandaag)
    return (
        any(z.afgeschermd or z.soort in STIL or z.wet == Wet.SCHULDHULP for z in zaken)
        or bool(inwoner.overleden_op)
        or inwoner.onder_curatele
        or inwoner.veilig_contact_post != VeiligContact.GEWOON
        or (leeftijd is not None and leeftijd < ALLEEN_ZELF_VANAF)
    )


def _volgende(zaak: Zaak) -> datetime.date | None:
    return None if zaak.spoed or zaak.eerstvolgende_op == GEEN_TERMIJN else zaak.eerstvolgende_op


def _zin(
    ontvangen_op: datetime.date, uiterlijk_op: datetime.date | None, wie: str, vandaag: datetime.date
) -> str:
    """A day that is past is not promised again."""
    begin = f"Wij kregen uw vraag op {opmaak.datum(ontvangen_op)}."
    naam = wie[:1].lower() + wie[1:]
    naam = f"het {naam}" if naam.startswith("wijkteam") else naam
    if uiterlijk_op is None or uiterlijk_op < vandaag:
        return f"{begin} {naam[:1].upper()}{naam[1:]} belt u terug."
    return f"{begin} U hoort uiterlijk {opmaak.datum_lang(uiterlijk_op)} van {naam}."
