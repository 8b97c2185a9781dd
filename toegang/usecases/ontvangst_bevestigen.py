"""The receipt of a melding or an aanvraag, by e-mail or in a letter (Wmo 2015 art. 2.3.2 lid 1 to 3; Awb art. 4:3a)."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from toegang.brieven import ontvangstbericht
from toegang.brieven.geadresseerde import e_mailadres
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.ontvangstbevestiging import AanvraagOntvangen, Ontvangstbevestiging
from toegang.models import (
    Aanvraag,
    Actor,
    Bericht,
    Brief,
    Gezegd,
    Leefgebied,
    Termijn,
    TermijnSoort,
    Zaak,
    Zaaksoort,
)
from toegang.ontvangst import onbevestigde_aanvragen
from toegang.rechten import Laag, Recht, Rol, Wet
from toegang.regels import BEGINT_MET_MELDING
from toegang.statussen import AanvraagStatus, BerichtStatus, BriefStatus, OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.bericht_klaarzetten import bericht_klaarzetten
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.uitleg_vastleggen import UITLEG, verteld
from toegang.vaste_vraag import vaste_vraag

TAAK = "ontvangst_bevestigen"
LOOPT = (BerichtStatus.GEVRAAGD, BerichtStatus.ONZEKER, BerichtStatus.VERZONDEN)
# What may be named in a letter that another may open; of every other subject the letter only says: help.
IN_DE_BRIEF = {
    Leefgebied.HUISHOUDEN: "hulp in het huishouden",
    Leefgebied.VERVOER: "hulp bij vervoer",
    Leefgebied.WONEN: "hulp bij wonen",
}
# The same of an aanvraag: which law it is tells more than others need to know, of all but these.
WET_IN_DE_BRIEF = {Wet.GPK: "een gehandicaptenparkeerkaart", Wet.LEERLINGENVERVOER: "leerlingenvervoer"}


@dataclass(frozen=True)
class _Wat:
    """What is confirmed: the melding (the zaak itself), or one of its aanvragen."""

    zaak: Zaak
    aanvraag: Aanvraag | None = None

    @property
    def bron_id(self) -> UUID:
        return self.aanvraag.pk if self.aanvraag else self.zaak.pk

    @property
    def sleutel(self) -> str:
        return f"{Ontvangstbevestiging.soort}:{self.bron_id}"


@transaction.atomic
def ontvangst_bevestigen(
    *, zaak_id, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date | None = None
) -> Brief | Bericht:
    """Of a melding: the six weeks, cliëntondersteuning, the plan, the aanvraag. Of an aanvraag: by when we decide.

    An e-mail for who chose that and where it is safe, else a letter. One a melding and one an aanvraag: a second time
    gives the same one. Of several the last is given back.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if weigering := wat_bevestigen_weigert(zaak):
        raise OngeldigeOvergang(weigering)
    taken.afhandelen(TAAK, zaak.pk, door=door)
    return _vragen(zaak, door=door, vandaag=vandaag, verzenddatum=verzenddatum or vandaag)


def _vragen(
    zaak: Zaak, *, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date
) -> Brief | Bericht:
    adres = e_mailadres(zaak.dossier.inwoner, vandaag)
    for wat in _nog_te_zeggen(zaak) or _gezegd(zaak):
        gevraagd = _een(wat, adres, door=door, verzenddatum=verzenddatum)
    return gevraagd


def _een(wat: _Wat, adres: str, *, door: Actor, verzenddatum: datetime.date) -> Brief | Bericht:
    if adres and not _heeft_brief(wat):
        return _bericht(wat, adres, door=door)
    if bericht := wat.zaak.berichten.filter(sleutel=wat.sleutel, status__in=LOOPT).first():
        return bericht  # asked for as an e-mail; the worker makes a letter of it when that is the way by then
    return _brief(wat, door=door, verzenddatum=verzenddatum)


def _nog_te_zeggen(zaak: Zaak) -> list[_Wat]:
    """The melding; or every open aanvraag of which nothing was said yet, in the order of coming."""
    if zaak.wet in BEGINT_MET_MELDING:
        return [_Wat(zaak)]
    aanvragen = onbevestigde_aanvragen().filter(zaak=zaak).order_by("ontvangen_op", "geregistreerd_om", "pk")
    return [_Wat(zaak, aanvraag) for aanvraag in aanvragen]


def _gezegd(zaak: Zaak) -> list[_Wat]:
    """The last open aanvraag, when all of them were confirmed."""
    laatste = _open_aanvragen(zaak).order_by("ontvangen_op", "geregistreerd_om", "pk").last()
    return [_Wat(zaak, laatste)]


def _open_aanvragen(zaak: Zaak) -> QuerySet[Aanvraag]:
    return zaak.aanvragen.filter(status=AanvraagStatus.OPEN)


def _heeft_brief(wat: _Wat) -> bool:
    brieven = wat.zaak.brieven.filter(soort=Ontvangstbevestiging.soort, bron_id=wat.bron_id)
    return brieven.exclude(status=BriefStatus.VERVALLEN).exists()


def _brief(wat: _Wat, *, door: Actor, verzenddatum: datetime.date) -> Brief:
    onderwerp = gettext("Uw aanvraag is bij ons") if wat.aanvraag else gettext("Uw vraag om hulp is bij ons")
    return brief_klaarzetten(
        soort=Ontvangstbevestiging.soort, zaak=wat.zaak, bron_id=wat.bron_id, onderwerp=onderwerp, door=door,
        verzenddatum=verzenddatum, laag=Laag.UITVOERING,
    )  # fmt: skip


def _bericht(wat: _Wat, adres: str, *, door: Actor) -> Bericht:
    wie: dict[str, Any] = {"aanhef": wat.zaak.dossier.inwoner.naam.aanhef(), "kenmerk": wat.zaak.kenmerk}
    if wat.aanvraag:
        onderwerp = ontvangstbericht.onderwerp_aanvraag()
        tekst = ontvangstbericht.tekst_aanvraag(**wie, **_dagen_van(wat.aanvraag))
    else:
        onderwerp, tekst = (
            ontvangstbericht.onderwerp(),
            ontvangstbericht.tekst(**wie, **_dagen(wat.zaak)),
        )
    return bericht_klaarzetten(
        soort=Ontvangstbevestiging.soort, zaak=wat.zaak, aan=adres, onderwerp=onderwerp, tekst=tekst, door=door,
        sleutel=wat.sleutel,
    )  # fmt: skip


def als_brief(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """The e-mail could not be the way: a letter after all, or a person when there is no way for a letter either."""
    try:
        with transaction.atomic():
            for wat in _nog_te_zeggen(zaak):
                _brief(wat, door=door, verzenddatum=vandaag)
    except (OngeldigeOvergang, ValidationError):
        zelf_laten_bevestigen(zaak, door=door, vandaag=vandaag)


def na_andere_wet(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """What was told of the old law does not hold any more: the receipt of the new one follows. The caller saves."""
    if not zaak.brieven.filter(
        soort=Ontvangstbevestiging.soort, status=BriefStatus.VERZONDEN
    ).exists() and not (zaak.berichten.filter(soort=Ontvangstbevestiging.soort, status__in=LOOPT).exists()):
        return  # nothing was told: the job, or who works on it, will
    if wat_bevestigen_weigert(zaak):
        return
    try:
        with transaction.atomic():
            _vragen(zaak, door=door, vandaag=vandaag, verzenddatum=vandaag)
    except (OngeldigeOvergang, ValidationError):
        zelf_laten_bevestigen(zaak, door=door, vandaag=vandaag)


def zelf_laten_bevestigen(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """No address, died, no safe way: a person decides."""
    taken.klaarzetten(
        TAAK, "De ontvangst kon niet vanzelf worden bevestigd. Bevestig haar zelf.", door=door, uiterlijk=vandaag,
        adres="toegang:vraagverheldering", adres_pk=zaak.pk, zaak=zaak, rol=Rol.ADMINISTRATIE,
    )  # fmt: skip


def wat_bevestigen_weigert(zaak) -> str:
    """Why there is no receipt letter for this zaak now; empty when there can be one."""
    if zaak.wet not in BEGINT_MET_MELDING and not _open_aanvragen(zaak).exists():
        return f"De {zaak.get_wet_display()} begint met een aanvraag. Registreer eerst de aanvraag."
    if zaak.soort == Zaaksoort.HERONDERZOEK:
        return "Een heronderzoek begint niet met een melding. Deze brief hoort daar niet bij."
    if not zaak.is_open:
        return "Deze zaak is afgesloten."
    if zaak.dossier.inwoner.overleden_op:
        return "De inwoner is overleden. Stuur geen brief, maar sluit de zaak af."
    return ""


def brief_bouwen(brief: Brief) -> Ontvangstbevestiging | AanvraagOntvangen:
    """What the letter says, from the zaak and its clocks."""
    zaak = brief.zaak
    if brief.bron_id != zaak.pk:
        return AanvraagOntvangen(
            kop=kop_voor(brief), aanhef=aanhef_voor(brief), vraag=WET_IN_DE_BRIEF.get(Wet(zaak.wet), ""),
            **_dagen_van(zaak.aanvragen.get(pk=brief.bron_id)),
        )  # fmt: skip
    return Ontvangstbevestiging(
        kop=kop_voor(brief),
        aanhef=aanhef_voor(brief),
        **_dagen(zaak),
        vraag=IN_DE_BRIEF.get(Leefgebied(zaak.onderwerp), ""),
    )


def _dagen(zaak: Zaak) -> dict[str, Any]:
    """The days that letter and e-mail name, from the zaak and its clocks."""
    tot = dict(_termijnen(zaak=zaak.pk))
    return {
        "ontvangen_op": zaak.gemeld_op,
        "persoonlijk_plan_tot": tot[TermijnSoort.PERSOONLIJK_PLAN],
        "onderzoek_tot": tot[TermijnSoort.ONDERZOEK],
    }


@vaste_vraag
def _termijnen(zaak) -> QuerySet[Termijn, tuple[str, datetime.date]]:
    """The clocks of a zaak: kind and last day."""
    van = Termijn.objects.filter(zaak=zaak)
    return van.order_by("uiterste_datum").values_list("soort", "uiterste_datum")


def _dagen_van(aanvraag: Aanvraag) -> dict[str, Any]:
    """The same for an aanvraag; a law without a term for it names no day."""
    eigen = aanvraag.zaak.termijnen.lopend().filter(Q(aanvraag=aanvraag) | Q(aanvraag=None))
    tot = dict(eigen.order_by("uiterste_datum").values_list("soort", "uiterste_datum"))
    return {
        "ontvangen_op": aanvraag.ontvangen_op,
        "besluit_tot": tot.get(TermijnSoort.BESLUIT),
        "gesprek_tot": tot.get(TermijnSoort.EERSTE_GESPREK),
    }


def na_verzending(brief: Brief, *, door: Actor, op: datetime.date) -> None:
    """The letter was handed over."""
    _bevestigd(brief.zaak, Gezegd.BRIEF, door=door, op=op)


def na_bericht(zaak: Zaak, *, door: Actor, op: datetime.date) -> None:
    """The mail server took the e-mail."""
    _bevestigd(zaak, Gezegd.E_MAIL, door=door, op=op)


def _bevestigd(zaak: Zaak, hoe: Gezegd, *, door: Actor, op: datetime.date) -> None:
    """Now the inwoner was told of cliëntondersteuning, before the onderzoek (Wmo 2015 art. 2.3.2 lid 3)."""
    uitleg = UITLEG if zaak.wet in BEGINT_MET_MELDING else ("clientondersteuning",)
    nieuw = [soort for soort in uitleg if verteld(zaak, soort, op, hoe, door=door, zin=False)]
    if nieuw:
        zaak.bewaren(door=door, reden="ontvangst bevestigd")
