"""A letter that came back is dealt with: sent again, given otherwise, or not needed any more."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.briefsoorten import briefsoort
from toegang.brieven.geadresseerde import geadresseerden
from toegang.models import Actor, Brief, Terugafloop, Terugreden
from toegang.models.document import HERHALING
from toegang.permissions import check_mag_terugpost_afdoen
from toegang.rechten import Laag, Recht
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_teruggekomen import TAAK
from toegang.usecases.ophalen import zaak_vergrendelen

# By these the address on the letter was wrong: the same address would bring it back again.
ADRES_KLOPT_NIET = frozenset({Terugreden.ONBEKEND, Terugreden.VERHUISD, Terugreden.ONVOLLEDIG})
ZELFDE_ADRES = "Het adres is nog hetzelfde als op de brief. Pas eerst het adres aan, of vraag het de BRP."
AL_AFGEDAAN = "Deze teruggekomen brief is al afgehandeld. Ververs de pagina."
EEN_BESLUIT = (
    "Dit is een besluit: van de dag van verzenden hangt het bezwaar af (Awb 3:41). Overleg met de jurist."
)
EEN_AFSCHRIFT = "Dit is een afschrift. Bel of geef het aan wie de inwoner helpt."


def wat_opnieuw_weigert(brief: Brief, vandaag: datetime.date) -> str:
    """Why the letter cannot go again now; empty when it can. The page and the act share it."""
    if brief.is_afschrift:
        return EEN_AFSCHRIFT
    if not briefsoort(brief.soort).herhaalbaar:
        return EEN_BESLUIT
    try:
        wie = geadresseerden(brief.zaak.dossier.inwoner, vandaag)[0]
    except ValidationError as fout:
        return " ".join(fout.messages)
    if brief.terugreden in ADRES_KLOPT_NIET and list(wie.regels) == brief.aan_adres:
        return ZELFDE_ADRES
    return ""


@transaction.atomic
def teruggekomen_post_afdoen(*, brief_id, afloop: str, door: Actor, vandaag: datetime.date) -> Brief | None:
    """The new letter when it goes again, to the address of today; None in the other ways."""
    zaak_id = Brief.objects.voor(door, Recht.PROCES_INZIEN).values_list("zaak_id", flat=True).get(pk=brief_id)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_terugpost_afdoen(door, zaak)
    brief = Brief.objects.vergrendelen(brief_id)
    brief.zaak = zaak
    if not brief.is_terug:
        raise OngeldigeOvergang(AL_AFGEDAAN)
    if afloop not in Terugafloop.values:
        raise ValidationError({"afloop": "Kies wat u met de brief deed"})
    nieuw = _opnieuw(brief, door=door, vandaag=vandaag) if afloop == Terugafloop.OPNIEUW else None
    brief.terug_afgedaan_op, brief.terugafloop = vandaag, Terugafloop(afloop)
    brief.bewaren(door=door, reden="teruggekomen post afgehandeld")
    taken.afhandelen(TAAK, brief.pk, door=door)
    return nieuw


def _opnieuw(brief: Brief, *, door: Actor, vandaag: datetime.date) -> Brief:
    if weigering := wat_opnieuw_weigert(brief, vandaag):
        raise OngeldigeOvergang(weigering)
    eerste = brief.sleutel.partition(HERHALING)[0]
    return brief_klaarzetten(
        soort=brief.soort, zaak=brief.zaak, bron_id=brief.bron_id, onderwerp=brief.onderwerp, door=door,
        verzenddatum=vandaag, laag=Laag(brief.laag), sleutel=f"{eerste}{HERHALING}{brief.pk.hex[:8]}",
    )  # fmt: skip
