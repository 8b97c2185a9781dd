"""The clock runs again: completed, the time to answer is over, or the ground is gone (Awb art. 4:15)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from toegang import gebeurtenissen
from toegang.brieven.termijn import TermijnLooptWeer
from toegang.models import Actor, Opschorting, Termijn, Zaak
from toegang.rechten import Laag, Rol
from toegang.statussen import BriefStatus, OngeldigeOvergang
from toegang.termijnen import NIET_BEHANDELEN_AWB_4_5_4, einde_van
from toegang.tussen import check_tussen
from toegang.usecases import klok, taken
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen
from toegang.usecases.termijn_ophalen import check_loopt, opschorting_vergrendelen

Einde, Grond = Opschorting.Einde, Opschorting.Grond
# By these the suspension starts by telling the inwoner; without a letter on its way nothing was suspended.
DOOR_DE_BRIEF = {Grond.AANVULLING, Grond.BUITENLAND}
# Of these the end, with the new last day, is told to the inwoner (Awb art. 4:15 lid 4).
EINDE_MELDEN = {Grond.BUITENLAND, Grond.AAN_INWONER, Grond.OVERMACHT}


@transaction.atomic
def opschorting_beeindigen(
    *, opschorting_id, einde: str, tot_op: datetime.date, door: Actor, vandaag: datetime.date
) -> Opschorting:
    """End it on `tot_op`: the day on which the completion was received, or the ground went away.

    What comes in after the asked day ends nothing any more: the clock ran again from that day on (lid 1 onder a); it is
    written down as late. What was received in time but registered late moves the end back to the day of receipt.
    """
    zaak, termijn, o = opschorting_vergrendelen(opschorting_id, door=door)
    check_loopt(termijn)
    check_tussen("tot_op", tot_op, o.vanaf_op, vandaag)
    if o.einde:
        return _alsnog(zaak, termijn, o, einde, tot_op, door=door, vandaag=vandaag)
    if (
        einde == Einde.AANGEVULD and o.uiterlijk_op and tot_op > o.uiterlijk_op
    ):  # too late: it ran again by then
        einde, o.nagekomen_op, tot_op = Einde.VERLOPEN, tot_op, o.uiterlijk_op
    if o.grond in DOOR_DE_BRIEF and not verstuurd(o):
        tot_op = o.vanaf_op
    _eindigen(zaak, termijn, o, einde, tot_op, door=door, vandaag=vandaag)
    if o.nagekomen_op:
        gebeurtenissen.aanvulling_nagekomen(o, door=door)
    zaak.bewaren(door=door, reden="termijn loopt weer")
    return o


def verstuurd(opschorting: Opschorting) -> bool:
    return opschorting.brief is None or opschorting.brief.status == BriefStatus.VERZONDEN


def nakijktaak(opschorting: Opschorting) -> str:
    """The kind of the task to look whether the ground is gone: one for each suspension."""
    return f"opschorting_nakijken_{opschorting.pk.hex[:12]}"


def _eindigen(
    zaak: Zaak, termijn: Termijn, o: Opschorting, einde: str, tot_op, *, door: Actor, vandaag
) -> None:
    o.tot_op, o.einde = tot_op, einde
    o.bewaren(door=door, reden=f"opschorting beëindigd: {Einde(einde).label.lower()}")
    if o.brief and o.brief.status != BriefStatus.VERZONDEN:
        brief_laten_vervallen(brief_id=o.brief_id, door=door, reden="de opschorting is beëindigd")
    klok.herberekenen(zaak, termijn, vandaag, door=door, reden="termijn loopt weer")
    gebeurtenissen.termijn_loopt_weer(o, door=door)
    taken.afhandelen(nakijktaak(o), zaak.pk, door=door)
    if termijn.stil_sinds is None:
        _verder(zaak, termijn, o, door=door, vandaag=vandaag)


def _verder(zaak: Zaak, termijn: Termijn, o: Opschorting, *, door: Actor, vandaag: datetime.date) -> None:
    """Who is on turn now, by when; and the inwoner is told where the law asks it."""
    if o.grond in EINDE_MELDEN and verstuurd(o):
        _melden(zaak, o, door=door, vandaag=vandaag)
    taak_voor_verder(zaak, termijn, o, door=door)


def _melden(zaak: Zaak, o: Opschorting, *, door: Actor, vandaag: datetime.date) -> None:
    """A letter; where none may or can go, a task: the clock runs again whether or not it can be told by post."""
    try:
        with transaction.atomic():
            brief_klaarzetten(
                soort=TermijnLooptWeer.soort, zaak=zaak, bron_id=o.pk, door=door, verzenddatum=vandaag,
                onderwerp=gettext("Wij gaan verder met uw aanvraag"), laag=Laag.UITVOERING,
            )  # fmt: skip
    except ValidationError:
        taken.klaarzetten(
            "einde_melden", "Vertel de inwoner dat wij verder gaan. Een brief kan niet.", door=door, uiterlijk=vandaag,
            adres="toegang:termijnen", adres_pk=zaak.pk, zaak=zaak, rol=Rol.ADMINISTRATIE,
        )  # fmt: skip


def taak_voor_verder(zaak: Zaak, termijn: Termijn, o: Opschorting, *, door: Actor) -> None:
    """For the regisseur, else the administratie. Not to treat is told within four weeks (Awb art. 4:5 lid 4)."""
    uiterlijk, titel = termijn.uiterste_datum, "De termijn loopt weer. Ga verder met het besluit."
    if o.einde == Einde.VERLOPEN and o.grond == Grond.AANVULLING and o.tot_op:
        uiterlijk = min(uiterlijk, einde_van(o.tot_op, NIET_BEHANDELEN_AWB_4_5_4))
        titel = "De inwoner vulde niet aan. Kies: besluiten, of niet behandelen (Awb 4:5)."
    taken.klaarzetten(
        "termijn_loopt_weer", titel, door=door, uiterlijk=uiterlijk, adres="toegang:termijnen", adres_pk=zaak.pk,
        zaak=zaak, medewerker=zaak.regisseur, rol="" if zaak.regisseur else Rol.ADMINISTRATIE,
    )  # fmt: skip


def _alsnog(
    zaak, termijn, o: Opschorting, einde: str, op: datetime.date, *, door: Actor, vandaag
) -> Opschorting:
    """It ended before: only a completion that came in after all can still be written down."""
    if einde != Einde.AANGEVULD or o.einde != Einde.VERLOPEN or o.grond != Grond.AANVULLING:
        raise OngeldigeOvergang("Deze opschorting is al beëindigd. Ververs de pagina.")
    if o.uiterlijk_op is not None and op <= o.uiterlijk_op:  # in time, only registered late
        _eindigen(zaak, termijn, o, einde, op, door=door, vandaag=vandaag)
    else:
        o.nagekomen_op = op
        o.bewaren(door=door, reden="aangevuld na de gevraagde dag")
        taak_voor_verder(zaak, termijn, o, door=door)
        gebeurtenissen.aanvulling_nagekomen(o, door=door)
    zaak.bewaren(door=door, reden="aanvulling ontvangen")
    return o
