"""The inwoner hears that help ends: by the way that was agreed, through the letters and e-mails that there are."""

import datetime

from django.core.exceptions import ValidationError

from toegang.brieven.geadresseerde import e_mailadres
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.models import Actor, Bericht, Brief, Leefgebied, Zaak
from toegang.rechten import Laag, Rol, Wet
from toegang.statussen import BerichtStatus
from toegang.usecases import taken
from toegang.usecases.bericht_klaarzetten import bericht_klaarzetten
from toegang.usecases.brief_klaarzetten import brief_klaarzetten
from toegang.usecases.ontvangst_bevestigen import IN_DE_BRIEF
from voorzieningen.brieven import HulpLooptAf, e_mailonderwerp, e_mailtekst, onderwerp
from voorzieningen.ladder import NIEUWE_VRAAG, Sport
from voorzieningen.models import Herinnering, Indicatie

SOORT = HulpLooptAf.soort
VERVALLEN = ":vervallen:"


def sleutel_van(indicatie: Indicatie, sport: Sport) -> str:
    """One letter for a rung and a last day."""
    return f"{SOORT}:{indicatie.pk}:{indicatie.einddatum}:{int(sport)}"


def bel_voor(einddatum: datetime.date, vandaag: datetime.date) -> datetime.date | None:
    """Until this day a new question is answered before help stops; None when it is over."""
    dag = einddatum - NIEUWE_VRAAG
    return dag if dag > vandaag else None


def inwoner_inlichten(indicatie: Indicatie, sport: Sport, *, door: Actor, vandaag: datetime.date) -> str:
    """An e-mail for who chose that and where it is safe, else a letter, else a person. How it was done."""
    zaak = indicatie.zaak
    adres = e_mailadres(zaak.dossier.inwoner, vandaag)
    if adres:
        _bericht(indicatie, sport, adres, door=door, vandaag=vandaag)
        return Herinnering.Weg.E_MAIL
    return _brief(indicatie, sleutel_van(indicatie, sport), door=door, vandaag=vandaag)


def _bericht(indicatie: Indicatie, sport: Sport, adres: str, *, door: Actor, vandaag: datetime.date) -> None:
    zaak = indicatie.zaak
    tekst = e_mailtekst(
        aanhef=zaak.dossier.inwoner.naam.aanhef(), kenmerk=zaak.kenmerk, einddatum=indicatie.einddatum,
        bel_voor=bel_voor(indicatie.einddatum, vandaag), wmo=zaak.wet == Wet.WMO,
    )  # fmt: skip
    bericht_klaarzetten(
        soort=SOORT, zaak=zaak, aan=adres, onderwerp=e_mailonderwerp(), tekst=tekst, door=door,
        sleutel=sleutel_van(indicatie, sport),
    )  # fmt: skip


def _brief(indicatie: Indicatie, sleutel: str, *, door: Actor, vandaag: datetime.date) -> str:
    """Nobody to write to: the administratie decides. Not safe to send: `brief_klaarzetten` holds it."""
    try:
        brief_klaarzetten(
            soort=SOORT, zaak=indicatie.zaak, bron_id=indicatie.pk, onderwerp=onderwerp(indicatie.einddatum),
            door=door, verzenddatum=vandaag, laag=Laag.UITVOERING, sleutel=sleutel,
        )  # fmt: skip
    except ValidationError:
        taken.klaarzetten(
            "herinnering_zelf", "De brief over het einde van de hulp kon niet vanzelf weg. Bel of schrijf zelf.",
            door=door, uiterlijk=vandaag, adres="voorzieningen:afloop", adres_pk=indicatie.pk, zaak=indicatie.zaak,
            rol=Rol.ADMINISTRATIE,
        )  # fmt: skip
        return Herinnering.Weg.ZELF
    return Herinnering.Weg.BRIEF


def als_brief(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """An e-mail of this zaak could not be the way: its letter after all, one for each reminder."""
    weg = Bericht.objects.filter(zaak=zaak, soort=SOORT, status=BerichtStatus.VERVALLEN)
    for sleutel in sorted({s.partition(VERVALLEN)[0] for s in weg.values_list("sleutel", flat=True)}):
        if Brief.objects.filter(sleutel=sleutel).exists():
            continue
        indicatie = Indicatie.objects.get(pk=sleutel.split(":")[1])
        indicatie.zaak = zaak
        _brief(indicatie, sleutel, door=door, vandaag=vandaag)


def na_bericht(zaak: Zaak, *, door: Actor, op: datetime.date) -> None:
    """Nothing follows from it: the reminder itself was written down when it was asked for."""


def brief_bouwen(brief: Brief) -> HulpLooptAf:
    """From the indicatie as it is now, with the last day that the letter was asked for."""
    indicatie = Indicatie.objects.select_related("product").get(pk=brief.bron_id)
    _, _, einde, sport = brief.sleutel.split(":")[:4]
    einddatum = datetime.date.fromisoformat(einde)
    return HulpLooptAf(
        kop=kop_voor(brief), aanhef=aanhef_voor(brief), onderwerp=onderwerp(einddatum), einddatum=einddatum,
        hulp=IN_DE_BRIEF.get(Leefgebied(indicatie.product.leefgebied), ""),
        bel_voor=bel_voor(einddatum, brief.verzenddatum), wmo=brief.zaak.wet == Wet.WMO,
        tweede=int(sport) > Sport.EERSTE,
    )  # fmt: skip
