"""The receipt of a melding, in a letter (Wmo 2015 art. 2.3.2 lid 1 to 3)."""

import datetime

from django.db import transaction
from django.utils.translation import gettext

from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Actor, Brief, Gezegd, Leefgebied, TermijnSoort, Zaaksoort
from toegang.rechten import Laag, Recht
from toegang.regels import BEGINT_MET_MELDING
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.uitleg_vastleggen import UITLEG, verteld

# What may be named in a letter that another may open; of every other subject the letter only says: help.
IN_DE_BRIEF = {
    Leefgebied.HUISHOUDEN: "hulp in het huishouden",
    Leefgebied.VERVOER: "hulp bij vervoer",
    Leefgebied.WONEN: "hulp bij wonen",
}


@transaction.atomic
def ontvangst_bevestigen(
    *, zaak_id, door: Actor, vandaag: datetime.date, verzenddatum: datetime.date | None = None
) -> Brief:
    """Ask for the letter that names the six weeks, cliëntondersteuning, the persoonlijk plan and the aanvraag.

    One letter a zaak: a second time gives the same one.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if weigering := wat_bevestigen_weigert(zaak):
        raise OngeldigeOvergang(weigering)
    taken.afhandelen("ontvangst_bevestigen", zaak.pk, door=door)
    return brief_klaarzetten(
        soort=Ontvangstbevestiging.soort, zaak=zaak, bron_id=zaak.pk, onderwerp=gettext("Uw vraag om hulp is bij ons"),
        door=door, verzenddatum=verzenddatum or vandaag, laag=Laag.UITVOERING,
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
    tot = dict(zaak.termijnen.order_by("uiterste_datum").values_list("soort", "uiterste_datum"))
    return Ontvangstbevestiging(
        kop=kop_voor(brief),
        aanhef=aanhef_voor(brief),
        ontvangen_op=zaak.gemeld_op,
        persoonlijk_plan_tot=tot[TermijnSoort.PERSOONLIJK_PLAN],
        onderzoek_tot=tot[TermijnSoort.ONDERZOEK],
        vraag=IN_DE_BRIEF.get(Leefgebied(zaak.onderwerp), ""),
    )


def na_verzending(brief: Brief, *, door: Actor, op: datetime.date) -> None:
    """Now the inwoner was told of cliëntondersteuning, before the onderzoek (Wmo 2015 art. 2.3.2 lid 3)."""
    zaak = brief.zaak
    nieuw = [soort for soort in UITLEG if verteld(zaak, soort, op, Gezegd.BRIEF, door=door, zin=False)]
    if nieuw:
        zaak.bewaren(door=door, reden="ontvangst bevestigd")
