"""A zaak that should never have been opened: the contact or the post that led to it belonged elsewhere."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, onderdelen
from toegang.models import Actor, Bericht, Brief, Contactmoment, Zaak
from toegang.moment import nu
from toegang.permissions import check_mag_ten_onrechte
from toegang.rechten import Recht, Rol
from toegang.regels import Afsluitreden, check_mag_afsluiten
from toegang.statussen import (
    AANVRAAG_OVERGANGEN,
    BERICHT_OVERGANGEN,
    ZAAK_OVERGANGEN,
    AanvraagStatus,
    BerichtStatus,
    BriefStatus,
    ZaakStatus,
    check_overgang,
)
from toegang.usecases import klok, taken
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen
from toegang.usecases.collega_inlichten import inlichten
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.toestemming_vastleggen import toestemmingen_bijhouden

REDEN_MINSTENS = 10
EERST_HERSTELLEN = "Er hoort nog een contact bij deze zaak. Herstel eerst de koppeling van dat contact."
ZIN = "Een zaak waar u aan werkte, was ten onrechte geopend en is gesloten. Kijk na wat u ermee deed."
POST_VERSTUURD = (
    "Er ging post uit over een zaak die ten onrechte was geopend. Meld dit als datalek bij de FG."
)
NIET_WEG = (BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT)


def wat_ten_onrechte_weigert(zaak: Zaak) -> list[str]:
    """Why it cannot end so yet, in sentences: first the repair, then what other rooms must end themselves."""
    zinnen = onderdelen.wat_sluiten_blokkeert(zaak)
    if zaak.contactmomenten.filter(notitie=False).exists():
        zinnen.append(EERST_HERSTELLEN)
    zinnen += [f"Beëindig eerst: {stap.label}." for stap in onderdelen.te_beeindigen(zaak, behalve="toegang")]
    return zinnen


@transaction.atomic
def zaak_ten_onrechte(*, zaak_id, reden: str, door: Actor, vandaag: datetime.date) -> Zaak:
    """Close it after the repair, with the reason in its history; twice is once.

    What waits to be sent goes nowhere, its clocks and an aanvraag in it end, and everybody who worked on it is told.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_ten_onrechte(door, zaak)
    if zaak.afsluitreden == Afsluitreden.TEN_ONRECHTE:
        return zaak
    check_mag_afsluiten(
        zaak.status, Afsluitreden.TEN_ONRECHTE, ook=wat_ten_onrechte_weigert(zaak), verslag_verstuurd=False,
        open_aanvraag=False, schriftelijk=False, zaaksoort=zaak.soort,
    )  # fmt: skip
    if len(reden.strip()) < REDEN_MINSTENS:
        raise ValidationError(
            {"reden": "Schrijf op waarom deze zaak er niet had moeten zijn, in minstens 10 tekens"}
        )
    check_overgang(ZAAK_OVERGANGEN, zaak.status, ZaakStatus.AFGESLOTEN)
    wie = _wie_eraan_werkten(zaak)
    zaak.status, zaak.afsluitreden, zaak.afgesloten_op = (
        ZaakStatus.AFGESLOTEN,
        Afsluitreden.TEN_ONRECHTE,
        vandaag,
    )
    for aanvraag in zaak.aanvragen.filter(status=AanvraagStatus.OPEN).order_by("pk"):
        check_overgang(AANVRAAG_OVERGANGEN, aanvraag.status, AanvraagStatus.INGETROKKEN)
        aanvraag.status, aanvraag.afgedaan_op = AanvraagStatus.INGETROKKEN, vandaag
        aanvraag.bewaren(door=door, reden="zaak ten onrechte geopend")
    klok.vervallen(zaak, vandaag, door=door)
    _niets_meer_versturen(zaak, door=door)
    onderdelen.bij_sluiten(zaak, door=door, vandaag=vandaag)
    taken.opruimen(zaak, door=door)
    if _post_verstuurd(zaak):
        taken.klaarzetten(
            "post_ten_onrechte", POST_VERSTUURD, door=door, zaak=zaak, uiterlijk=vandaag, adres="toegang:documenten",
            rol=Rol.ADMINISTRATIE,
        )  # fmt: skip
    inlichten(wie, zaak, ZIN, door=door, vandaag=vandaag)
    toestemmingen_bijhouden([zaak], door=door, nu=nu())
    gebeurtenissen.zaak_ten_onrechte(zaak, door=door)
    return zaak.bewaren(door=door, reden=f"ten onrechte geopend: {reden.strip()}")


def zaak_zonder_contact(zaak: Zaak, contact: Contactmoment, *, door: Actor, vandaag: datetime.date) -> None:
    """The contact from which this zaak was opened went elsewhere: the desk looks whether the zaak has a reason left."""
    geopend = contact.history.filter(zaak=zaak, history_change_reason="zaak geopend").exists()
    if (
        not (geopend and zaak.is_open)
        or zaak.contactmomenten.filter(notitie=False).exclude(pk=contact.pk).exists()
    ):
        return
    taken.klaarzetten(
        "ten_onrechte", "Het contact hoort niet meer bij deze zaak. Kijk of zij ten onrechte is geopend.", door=door,
        zaak=zaak, uiterlijk=vandaag, adres="toegang:zaak_ten_onrechte", rol=Rol.ADMINISTRATIE,
    )  # fmt: skip


def _wie_eraan_werkten(zaak: Zaak) -> list[Actor]:
    """Everybody who wrote in the zaak or stands in its timeline, and its regisseur."""
    ids = set(zaak.history.values_list("history_user", flat=True)) - {None}
    ids |= set(zaak.gebeurtenissen.values_list("door", flat=True))
    wie = Actor.objects.filter(pk__in=ids) | Actor.objects.filter(
        medewerker=zaak.regisseur_id, medewerker__isnull=False
    )
    return list(wie.select_related("medewerker").order_by("pk"))


def _niets_meer_versturen(zaak: Zaak, *, door: Actor) -> None:
    """Letters and e-mails that did not go yet."""
    for pk in (
        Brief.objects.filter(zaak=zaak, status__in=NIET_WEG).order_by("pk").values_list("pk", flat=True)
    ):
        brief_laten_vervallen(brief_id=pk, door=door, reden="zaak ten onrechte geopend")
    wachten = Bericht.objects.filter(zaak=zaak, status=BerichtStatus.GEVRAAGD).order_by("pk")
    for bericht in wachten.select_for_update(of=("self",), no_key=True):
        check_overgang(BERICHT_OVERGANGEN, bericht.status, BerichtStatus.VERVALLEN)
        bericht.status = BerichtStatus.VERVALLEN
        bericht.bewaren(door=door, reden="zaak ten onrechte geopend")


def _post_verstuurd(zaak: Zaak) -> bool:
    berichten = zaak.berichten.filter(status__in=(BerichtStatus.VERZONDEN, BerichtStatus.ONZEKER))
    return zaak.brieven.filter(status=BriefStatus.VERZONDEN).exists() or berichten.exists()
