"""An objection by any channel: in time or not, its clock, its receipt, and a jurist (Awb art. 6:4, 6:14)."""

import datetime

from django.db import transaction
from django.utils.translation import gettext

from beschikkingen import gebeurtenissen
from beschikkingen.models import Aanleiding, Besluit, Bezwaar
from beschikkingen.regels import bezwaar_te_laat
from beschikkingen.statussen import BesluitStatus
from beschikkingen.usecases.ophalen import besluit_vergrendelen
from toegang import termijnen
from toegang.models import Actor, TermijnSoort
from toegang.rechten import Laag, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.tussen import check_tussen
from toegang.usecases import klok, taken
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.usecases.brief_klaarzetten import brief_klaarzetten

SOORT = "bezwaar_ontvangen"
OPPAKKEN = datetime.timedelta(days=7)


def wat_bezwaar_weigert(besluit: Besluit) -> str:
    """Why no bezwaar can be made against this; empty when it can."""
    if besluit.status != BesluitStatus.VERZONDEN:
        return "Dit besluit is nog niet verzonden. Een bezwaar kan pas daarna."
    if besluit.aanleiding == Aanleiding.BEZWAAR:
        return "Tegen dit besluit staat beroep open bij de rechtbank. Registreer het beroep."
    return ""


@transaction.atomic
def bezwaar_registreren(
    *,
    besluit_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    kanaal: str,
    ontvangen_op: datetime.date,
    gepost_op: datetime.date | None = None,
    gronden: str = "",
    indiener: str = "",
    contactmoment_id=None,
) -> Bezwaar:
    """The same person against the same besluit is one bezwaar, while it is open."""
    besluit = besluit_vergrendelen(besluit_id, door=door, recht=recht_voor_aanvraag(door))
    if weigering := wat_bezwaar_weigert(besluit):
        raise OngeldigeOvergang(weigering)
    bestaand = Bezwaar.objects.open().filter(besluit=besluit, indiener=indiener.strip()).first()
    if bestaand:
        return bestaand
    _check_datums(besluit, ontvangen_op, gepost_op, vandaag)
    bezwaar = Bezwaar(
        zaak=besluit.zaak, besluit=besluit, kanaal=kanaal, ontvangen_op=ontvangen_op, gepost_op=gepost_op,
        geregistreerd_om=nu, gronden=gronden.strip(), indiener=indiener.strip(), contactmoment_id=contactmoment_id,
        te_laat=bezwaar_te_laat(besluit.bezwaar_tot or vandaag, ontvangen_op, gepost_op),
    ).bewaren(door=door, reden="bezwaar ontvangen")  # fmt: skip
    klok_starten(bezwaar, door=door)
    brief_klaarzetten(
        soort=SOORT, zaak=besluit.zaak, bron_id=bezwaar.pk, onderwerp=gettext("Wij kregen uw bezwaar"), door=door,
        verzenddatum=vandaag, laag=Laag.PROCES,
    )  # fmt: skip
    if contactmoment_id:
        taken.afhandelen("bezwaar", contactmoment_id, door=door)
    taken.klaarzetten(
        "bezwaar_oppakken", f"Bezwaar oppakken: {bezwaar.kenmerk}", door=door, uiterlijk=vandaag + OPPAKKEN,
        adres="beschikkingen:bezwaar_oppakken", adres_pk=bezwaar.pk, rol=Rol.JURIST,
    )  # fmt: skip
    gebeurtenissen.bezwaar_ontvangen(bezwaar, door=door)
    besluit.zaak.bewaren(door=door, reden="bezwaar ontvangen")
    return bezwaar


def _check_datums(besluit: Besluit, ontvangen_op, gepost_op, vandaag: datetime.date) -> None:
    eerst = besluit.verzonden_op or besluit.opgesteld_op
    check_tussen("ontvangen_op", ontvangen_op, eerst, vandaag)
    if gepost_op:
        check_tussen("gepost_op", gepost_op, eerst, ontvangen_op)


def klok_starten(bezwaar: Bezwaar, *, door: Actor) -> None:
    """Six weeks, twelve with a committee, from the end of the bezwaar term (Awb 7:10 lid 1); one clock a besluit."""
    besluit = bezwaar.besluit
    lopend = bezwaar.zaak.termijnen.lopend().filter(
        soort=TermijnSoort.BESLUIT_OP_BEZWAAR, aanvraag=besluit.aanvraag
    )
    if lopend.exists():
        return
    begin = besluit.bezwaar_tot or termijnen.bezwaartermijn(bezwaar.ontvangen_op)
    klok.starten(
        bezwaar.zaak, TermijnSoort.BESLUIT_OP_BEZWAAR, begin, door=door, aanvraag=besluit.aanvraag,
        regelsoort="besluit_op_bezwaar_commissie" if bezwaar.commissie else "",
    )  # fmt: skip
