"""Whom one may ask for advice, until when the expert may read, and which advice a zaak has."""

import datetime

from toegang.models import Actor, Zaak
from wijkteams.models import Consult, Deskundige, Deskundigheid
from wijkteams.statussen import ConsultStatus

NOG_LEZEN = datetime.timedelta(days=7)  # after the day that was agreed, for who answers late
HOOGSTENS = datetime.timedelta(days=42)  # a consult lasts no longer than the onderzoek
ERGOTHERAPIE_EERST = (
    "Dit hulpmiddel vraagt eerst een consult van een ergotherapeut. Vraag het aan bij Consult, en wacht op"
    " het advies."
)


def deskundigen(vandaag: datetime.date, lezer: Actor) -> list[Deskundige]:
    """Who may be asked today; nobody asks himself."""
    return list(
        Deskundige.objects.op(vandaag)
        .exclude(medewerker_id=lezer.medewerker_id)
        .select_related("medewerker")
        .order_by("deskundigheid", "medewerker__last_name", "pk")
    )


def adviezen_van(zaak: Zaak) -> list[Consult]:
    """What experts answered on this zaak, the newest first."""
    beantwoord = zaak.consulten.filter(status=ConsultStatus.BEANTWOORD)
    return list(beantwoord.select_related("deskundige").order_by("-klaar_op", "-pk"))


def advies_van(zaak: Zaak, deskundigheid: str) -> Consult | None:
    """The newest answered consult of this kind."""
    return (
        zaak.consulten.filter(deskundigheid=deskundigheid, status=ConsultStatus.BEANTWOORD)
        .select_related("deskundige")
        .order_by("-klaar_op", "-pk")
        .first()
    )


def waarom_eerst_ergotherapie(zaak: Zaak) -> str:
    """Before a complex hulpmiddel a colleague with that training gave advice; the refusal, or ''."""
    return "" if advies_van(zaak, Deskundigheid.ERGOTHERAPIE) else ERGOTHERAPIE_EERST
