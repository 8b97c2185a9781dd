"""A person says that the post was handed over: from here the letters have effect (Awb art. 3:40 and 3:41)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang.models import Actor, Brief, Verzending, Verzendregel
from toegang.models.bulk import bulk_met_historie, wijzigen_met_historie
from toegang.nudge import nudge_na_commit
from toegang.opmaak import datum, getal
from toegang.statussen import (
    VERZENDING_OVERGANGEN,
    BriefStatus,
    OngeldigeOvergang,
    VerzendingStatus,
    check_overgang,
)
from toegang.usecases.brief_klaarzetten import opnieuw_vragen
from toegang.usecases.verzending_nakijken import (
    brieven_dateren,
    oude_bytes_bewaren,
    regels_nakijken,
    regels_van,
)
from toegang.usecases.verzending_ophalen import check_status, verzending_vergrendelen
from toegang.usecases.verzending_starten import bestand_weg

NOG_NIET = "Het printbestand is nog niet klaar."


class UitDeStapel(OngeldigeOvergang):
    """Something changed after printing: these letters must be taken out of the stack first."""

    def __init__(self, plekken: list[int]):
        nummers = ", ".join(getal(p) for p in plekken)
        super().__init__(
            f"Na het afdrukken is er iets veranderd. Haal deze brieven uit de stapel: nummer {nummers}. "
            "Bevestig daarna opnieuw."
        )


class OpnieuwGemaakt(Exception):
    """Another day than is printed: all letters of the batch are made anew with that day."""

    def __init__(self, dag: datetime.date):
        super().__init__(
            f"Op de brieven stond een andere datum. Wij maken deze brieven opnieuw met {datum(dag)}. "
            "Druk daarna de nieuwe brieven af."
        )


def verzending_aanbieden(
    *, verzending_id, door: Actor, vandaag: datetime.date, op: datetime.date, versie: int | None = None
) -> Verzending:
    """Handed over on `op`. A second click is harmless; the worker then does each letter by `brief_verzenden`.

    Raises UitDeStapel or OpnieuwGemaakt after writing down what changed.
    """
    with transaction.atomic():
        verzending = verzending_vergrendelen(verzending_id, door=door)
        if verzending.status == VerzendingStatus.AANGEBODEN and verzending.verzenddatum == op:
            return verzending
        check_status(verzending, VerzendingStatus.LOOPT)
        if not verzending.sha256:
            raise OngeldigeOvergang(NOG_NIET)
        verzending.check_versie(versie)
        if op > vandaag:
            raise ValidationError(
                {"aangeboden_op": "De post kan niet in de toekomst zijn aangeboden. Kies vandaag of eerder"}
            )
        afgedrukt_op = timezone.localdate(verzending.afgedrukt_om)
        if op < afgedrukt_op:
            raise ValidationError(
                {
                    "aangeboden_op": f"De brieven zijn pas op {datum(afgedrukt_op)} afgedrukt. Kies die dag of later"
                }
            )
        anders = op != verzending.verzenddatum
        if anders:
            _opnieuw(verzending, op, door=door, vandaag=vandaag)
            uit: list[int] = []
        else:
            uit = _nieuw_weerhouden(verzending, door=door, vandaag=vandaag)
            if not uit:
                _aangeboden(verzending, op, door=door)
        nudge_na_commit("brieven")
    if anders:
        raise OpnieuwGemaakt(op)
    if uit:
        raise UitDeStapel(uit)
    return verzending


def _nieuw_weerhouden(verzending: Verzending, *, door: Actor, vandaag: datetime.date) -> list[int]:
    """Their numbers in the stack; letters change hands only when nobody has to look for one."""
    mee = Verzendregel.objects.open().mee().filter(verzending=verzending)
    eerder = set(mee.values_list("pk", flat=True))
    regels_nakijken(verzending, door=door, vandaag=vandaag)
    nu_uit = Verzendregel.objects.filter(pk__in=eerder).exclude(uit="").order_by("plek")
    return [plek for plek in nu_uit.values_list("plek", flat=True) if plek]


def _aangeboden(verzending: Verzending, op: datetime.date, *, door: Actor) -> None:
    """What was held out is free again; the rest waits for the worker."""
    check_overgang(VERZENDING_OVERGANGEN, verzending.status, VerzendingStatus.AANGEBODEN)
    open_ = Verzendregel.objects.open().filter(verzending=verzending)
    if not open_.mee().exists():
        raise OngeldigeOvergang("Geen enkele brief van deze verzending kan weg. Hef haar op.")
    wijzigen_met_historie(open_.exclude(uit=""), door=door, reden="niet meegegaan", afgedaan_op=op)
    verzending.status, verzending.aangeboden_op, verzending.aangeboden_door = (
        VerzendingStatus.AANGEBODEN,
        op,
        door,
    )
    bestand_weg(verzending)
    verzending.bewaren(door=door, reden="aan de post gegeven")


def _opnieuw(verzending: Verzending, op: datetime.date, *, door: Actor, vandaag: datetime.date) -> None:
    """The old bytes stay as not sent; what was held out is looked at again."""
    verzending.verzenddatum, verzending.sha256, verzending.afgedrukt_om = op, "", None
    bestand_weg(verzending)
    verzending.bewaren(door=door, reden="andere verzenddatum")
    regels = list(regels_van(verzending).select_for_update(of=("self",), no_key=True))
    afgedrukt = Brief.objects.filter(pk__in=[r.brief_id for r in regels if r.is_afgedrukt])
    brieven = list(
        afgedrukt.filter(status__in=[BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT])
        .select_related("document")
        .order_by("pk")
        .select_for_update(of=("self",), no_key=True)
    )
    for brief in brieven:
        oude_bytes_bewaren(brief, door=door)
        brief.verzenddatum = op
        opnieuw_vragen(brief)
    bulk_met_historie(brieven, door=door, reden="andere verzenddatum")
    for regel in regels:
        regel.plek = regel.paginas = regel.vellen = None
        regel.sha256 = ""
    bulk_met_historie(regels, door=door, reden="andere verzenddatum")
    regels_nakijken(verzending, door=door, vandaag=vandaag)
    brieven_dateren(verzending, door=door, vandaag=vandaag)
