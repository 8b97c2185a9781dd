"""May this letter go with the batch? One rule for choosing, making, printing and handing over. Reads, never writes."""

import datetime

from django.core.exceptions import ValidationError

from toegang.brieven.geadresseerde import Geadresseerde, geadresseerden
from toegang.models import Brief, Uit, Verzendregel
from toegang.models.document import AFSCHRIFT
from toegang.statussen import BriefStatus
from toegang.veilig_contact import waarheen

ONDERZOEK = "Volgens de BRP woont deze inwoner misschien ergens anders."
AFGESCHERMD = "Een collega die op naam toegang heeft, verstuurt deze brief apart."


def wat_weerhoudt(regel: Verzendregel, vandaag: datetime.date) -> tuple[str, str]:
    """(what to mend, sentence), or ('', ''); the row comes with zaak, inwoner, brief and document."""
    inwoner, brief = regel.zaak.dossier.inwoner, regel.brief
    if brief is not None and brief.status in (BriefStatus.VERVALLEN, BriefStatus.VERZONDEN):
        return Uit.NIET_KLAAR, f"Deze brief is {brief.get_status_display().lower()}."
    if regel.zaak.afgeschermd:
        return Uit.AFGESCHERMD, AFGESCHERMD
    weg = waarheen(inwoner)
    if inwoner.overleden_op:
        return Uit.OVERLEDEN, weg.weigering
    if weg.weigering:
        return Uit.OVERLEG, weg.weigering
    try:
        wie = geadresseerden(inwoner, vandaag)
    except ValidationError as fout:
        return Uit.GEEN_ADRES, " ".join(fout.messages)
    if inwoner.adres_in_onderzoek and not weg.regels and inwoner.adresregel in wie[0].regels:
        return Uit.ONDERZOEK, ONDERZOEK
    if brief is not None and (sleutel := _van_wie(brief)) and sleutel not in {g.sleutel for g in wie}:
        return Uit.NIET_KLAAR, "Wie dit afschrift kreeg, krijgt nu geen brieven meer."
    if brief is not None and brief.is_mislukt:
        return Uit.MISLUKT, brief.fout
    if regel.is_afgedrukt and brief is not None:
        return _sinds_het_afdrukken(regel, brief, wie)
    return "", ""


def _sinds_het_afdrukken(regel: Verzendregel, brief: Brief, wie: list[Geadresseerde]) -> tuple[str, str]:
    if ander_adres(brief, wie) is not None:
        return Uit.ADRES, "Naam, adres of afspraak over post is sindsdien veranderd."
    zelfde = brief.status == BriefStatus.GEMAAKT and brief.document is not None
    if not zelfde or brief.document.sha256 != regel.sha256:
        return Uit.ANDERS, "De brief is sindsdien opnieuw gemaakt."
    if brief.verzenddatum != regel.verzending.verzenddatum:
        return Uit.ANDERS, "De brief heeft een andere verzenddatum gekregen."
    return "", ""


def ander_adres(brief: Brief, wie: list[Geadresseerde]) -> Geadresseerde | None:
    """To whom this letter goes now, when that is not what stands on it; a copy keeps its own addressee."""
    sleutel = _van_wie(brief)
    nu = next((g for g in wie if g.sleutel == sleutel), wie[0])
    return None if (nu.naam, list(nu.regels)) == (brief.aan_naam, brief.aan_adres) else nu


def _van_wie(brief: Brief) -> str:
    """The mentor whose copy it is; '' for the letter itself."""
    return brief.sleutel.partition(AFSCHRIFT)[2].partition(":")[0]
