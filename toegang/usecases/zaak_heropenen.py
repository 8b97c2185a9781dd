"""A zaak that was closed by mistake goes on where it stood, with the old clock (design: a new need is a new zaak)."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from toegang import gebeurtenissen
from toegang.models import Actor, Termijn, Zaak
from toegang.moment import nu
from toegang.rechten import Recht, Rol
from toegang.regels import NIET_HEROPENEN
from toegang.statussen import ZAAK_HEROPENEN, AanvraagStatus, OngeldigeOvergang, ZaakStatus
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden

REDEN_MINSTENS = 10


def check_mag_heropenen(door: Actor, zaak: Zaak) -> None:
    """The administratie, or the teamlead of this zaak."""
    teamlead = zaak.mag(Recht.VERDELEN) and zaak.mag(Recht.INHOUD_INZIEN)
    if not (teamlead or door.rechten.heeft_rol(Rol.ADMINISTRATIE)):
        raise PermissionDenied("De administratie of de teamleider opent een zaak weer.")


def wat_heropenen_weigert(zaak: Zaak) -> str:
    """Why this zaak cannot be opened again; empty when it can."""
    if zaak.is_open:
        return "Deze zaak is nog open."
    if zaak.afsluitreden in NIET_HEROPENEN:
        return "Deze zaak eindigde met een besluit. Een bezwaar of een nieuwe vraag is een nieuwe zaak."
    return ""


@transaction.atomic
def zaak_heropenen(*, zaak_id, reden: str, door: Actor, vandaag: datetime.date) -> Zaak:
    """Back to the state before closing; what ended with it (clocks, an aanvraag) runs as if it never ended."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_heropenen(door, zaak)
    if weigering := wat_heropenen_weigert(zaak):
        raise OngeldigeOvergang(weigering)
    if len(reden.strip()) < REDEN_MINSTENS:
        raise ValidationError({"reden": "Schrijf op wat er fout ging, in minstens 10 tekens"})
    gesloten_op, terug = zaak.afgesloten_op, _stond_op(zaak)
    zaak.status, zaak.afsluitreden, zaak.afgesloten_op = terug, "", None
    zaak.basishulp_tot_op, zaak.ingetrokken_op, zaak.ingetrokken_hoe = None, None, ""
    zaak.heropend_op = vandaag
    _aanvragen_terug(zaak, gesloten_op, door=door)
    _klokken_terug(zaak, gesloten_op, vandaag, door=door)
    taken.afhandelen("basishulp", zaak.pk, door=door)
    klok.eerstvolgende_bijwerken(zaak)
    taken.klaarzetten(
        "heropend", "Deze zaak is weer geopend. Kijk wat er nu nodig is.", door=door, uiterlijk=vandaag,
        adres="toegang:zaak", adres_pk=zaak.pk, zaak=zaak, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else Rol.TEAMLEAD if zaak.wijkteam_id else Rol.ADMINISTRATIE,
    )  # fmt: skip
    toestemmingen_bijhouden([zaak], door=door, nu=nu())
    gebeurtenissen.zaak_heropend(zaak, door=door)
    return zaak.bewaren(door=door, reden=f"heropend: {reden.strip()}")


def _stond_op(zaak: Zaak) -> ZaakStatus:
    """The last state before it was closed, from its history."""
    eerder = zaak.history.exclude(status=ZaakStatus.AFGESLOTEN).order_by("-history_id").first()
    status = ZaakStatus(eerder.status) if eerder else ZaakStatus.NIEUW
    if status not in ZAAK_HEROPENEN:
        raise OngeldigeOvergang("Deze zaak kan niet weer open.")
    return status


def _klokken_terug(zaak: Zaak, gesloten_op, vandaag: datetime.date, *, door: Actor) -> None:
    for termijn in Termijn.objects.filter(zaak=zaak, vervallen_op=gesloten_op).order_by("pk"):
        if termijn.history.order_by("-history_id").first().history_change_reason != "zaak afgesloten":
            continue
        termijn.vervallen_op = None
        termijn.bewaren(door=door, reden="zaak heropend")
        klok.herberekenen(zaak, termijn, vandaag, door=door, reden="zaak heropend")


def _aanvragen_terug(zaak: Zaak, gesloten_op, *, door: Actor) -> None:
    for aanvraag in zaak.aanvragen.filter(
        status=AanvraagStatus.INGETROKKEN, afgedaan_op=gesloten_op
    ).order_by("pk"):
        aanvraag.status, aanvraag.afgedaan_op = AanvraagStatus.OPEN, None
        aanvraag.bewaren(door=door, reden="zaak heropend")
