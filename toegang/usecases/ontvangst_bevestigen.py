"""The receipt of a melding, by e-mail or in a letter (Wmo 2015 art. 2.3.2 lid 1 to 3)."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext

from toegang.brieven import ontvangstbericht
from toegang.brieven.geadresseerde import e_mailadres
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Actor, Bericht, Brief, Gezegd, Leefgebied, TermijnSoort, Zaak, Zaaksoort
from toegang.rechten import Laag, Recht, Rol
from toegang.regels import BEGINT_MET_MELDING
from toegang.statussen import BerichtStatus, BriefStatus, OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.bericht_klaarzetten import bericht_klaarzetten
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.uitleg_vastleggen import UITLEG, verteld

TAAK = "ontvangst_bevestigen"
LOOPT = (BerichtStatus.GEVRAAGD, BerichtStatus.ONZEKER, BerichtStatus.VERZONDEN)
# What may be named in a letter that another may open; of every other subject the letter only says: help.
IN_DE_BRIEF = {
    Leefgebied.HUISHOUDEN: "hulp in het huishouden",
    Leefgebied.VERVOER: "hulp bij vervoer",
    Leefgebied.WONEN: "hulp bij wonen",
}


@transaction.atomic
def ontvangst_bevestigen(
    *, zaak_id, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date | None = None
) -> Brief | Bericht:
    """Ask for what names the six weeks, cliëntondersteuning, the persoonlijk plan and the aanvraag.

    An e-mail for who chose that and where it is safe, else a letter. One a zaak: a second time gives the same one.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if weigering := wat_bevestigen_weigert(zaak):
        raise OngeldigeOvergang(weigering)
    taken.afhandelen(TAAK, zaak.pk, door=door)
    adres = e_mailadres(zaak.dossier.inwoner, vandaag)
    if adres and not _heeft_brief(zaak):
        return _bericht(zaak, adres, door=door)
    if bericht := zaak.berichten.filter(soort=Ontvangstbevestiging.soort, status__in=LOOPT).first():
        return bericht  # asked for as an e-mail; the worker makes a letter of it when that is the way by then
    return _brief(zaak, door=door, verzenddatum=verzenddatum or vandaag)


def _heeft_brief(zaak: Zaak) -> bool:
    brieven = zaak.brieven.filter(soort=Ontvangstbevestiging.soort)
    return brieven.exclude(status=BriefStatus.VERVALLEN).exists()


def _brief(zaak: Zaak, *, door: Actor, verzenddatum: datetime.date) -> Brief:
    return brief_klaarzetten(
        soort=Ontvangstbevestiging.soort, zaak=zaak, bron_id=zaak.pk, onderwerp=gettext("Uw vraag om hulp is bij ons"),
        door=door, verzenddatum=verzenddatum, laag=Laag.UITVOERING,
    )  # fmt: skip


def _bericht(zaak: Zaak, adres: str, *, door: Actor) -> Bericht:
    tekst = ontvangstbericht.tekst(
        aanhef=zaak.dossier.inwoner.naam.aanhef(), kenmerk=zaak.kenmerk, **_dagen(zaak)
    )
    return bericht_klaarzetten(
        soort=Ontvangstbevestiging.soort, zaak=zaak, aan=adres, onderwerp=ontvangstbericht.onderwerp(), tekst=tekst,
        door=door,
    )  # fmt: skip


def als_brief(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """The e-mail could not be the way: a letter after all, or a person when there is no way for a letter either."""
    try:
        with transaction.atomic():
            _brief(zaak, door=door, verzenddatum=vandaag)
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
    if zaak.wet not in BEGINT_MET_MELDING:
        return (
            f"Deze brief is er alleen bij een melding. De {zaak.get_wet_display()} begint met een aanvraag."
        )
    if zaak.soort == Zaaksoort.HERONDERZOEK:
        return "Een heronderzoek begint niet met een melding. Deze brief hoort daar niet bij."
    if not zaak.is_open:
        return "Deze zaak is afgesloten."
    if zaak.dossier.inwoner.overleden_op:
        return "De inwoner is overleden. Stuur geen brief, maar sluit de zaak af."
    return ""


def brief_bouwen(brief: Brief) -> Ontvangstbevestiging:
    """What the letter says, from the zaak and its clocks."""
    zaak = brief.zaak
    return Ontvangstbevestiging(
        kop=kop_voor(brief),
        aanhef=aanhef_voor(brief),
        **_dagen(zaak),
        vraag=IN_DE_BRIEF.get(Leefgebied(zaak.onderwerp), ""),
    )


def _dagen(zaak: Zaak) -> dict[str, Any]:
    """The days that letter and e-mail name, from the zaak and its clocks."""
    tot = dict(zaak.termijnen.order_by("uiterste_datum").values_list("soort", "uiterste_datum"))
    return {
        "ontvangen_op": zaak.gemeld_op,
        "persoonlijk_plan_tot": tot[TermijnSoort.PERSOONLIJK_PLAN],
        "onderzoek_tot": tot[TermijnSoort.ONDERZOEK],
    }


def na_verzending(brief: Brief, *, door: Actor, op: datetime.date) -> None:
    """The letter was handed over."""
    _bevestigd(brief.zaak, Gezegd.BRIEF, door=door, op=op)


def na_bericht(zaak: Zaak, *, door: Actor, op: datetime.date) -> None:
    """The mail server took the e-mail."""
    _bevestigd(zaak, Gezegd.E_MAIL, door=door, op=op)


def _bevestigd(zaak: Zaak, hoe: Gezegd, *, door: Actor, op: datetime.date) -> None:
    """Now the inwoner was told of cliëntondersteuning, before the onderzoek (Wmo 2015 art. 2.3.2 lid 3)."""
    nieuw = [soort for soort in UITLEG if verteld(zaak, soort, op, hoe, door=door, zin=False)]
    if nieuw:
        zaak.bewaren(door=door, reden="ontvangst bevestigd")
