"""The letters of this room, built from the Brief row: the verslag and the appointment. They read, never write."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from toegang import opmaak
from toegang.brieven.basis import Brief as Inhoud
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.verslag import Sectie
from toegang.brieven.verslag import Verslag as Verslagbrief
from toegang.feestdagen import eerstvolgende_werkdag
from toegang.models import Brief
from toegang.rechten import Wet
from wijkteams.models import Huisbezoek, Verslag
from wijkteams.statussen import HuisbezoekStatus

REACTIETIJD = datetime.timedelta(days=14)


def verslagbrief(brief: Brief) -> Verslagbrief:
    """What was said and found (2.3.2 lid 8), with room to answer and to ask for help (lid 9)."""
    bezoeken = Huisbezoek.objects.filter(zaak=OuterRef("onderzoek__zaak"), status=HuisbezoekStatus.GEWEEST)
    laatste = Subquery(bezoeken.order_by("-gepland_om").values("gepland_om")[:1])
    verslag = Verslag.objects.select_related("onderzoek").annotate(bezocht_om=laatste).get(pk=brief.bron_id)
    zaak = brief.zaak
    gesprek_op = (
        timezone.localdate(verslag.bezocht_om) if verslag.bezocht_om else verslag.onderzoek.begonnen_op
    )
    return Verslagbrief(
        kop=kop_voor(brief),
        onderwerp=brief.onderwerp,
        aanhef=aanhef_voor(brief),
        gesprek_op=gesprek_op,
        gesprek_met=zaak.regisseur.volledige_naam if zaak.regisseur else "ons wijkteam",
        reactie_tot=eerstvolgende_werkdag(brief.verzenddatum + REACTIETIJD),
        secties=secties_van(verslag),
        met_aanvraag=True,
    )


@dataclass(frozen=True, kw_only=True)
class Afspraakbrief(Inhoud):
    """When we come, how long it takes, what to have ready and who may be there; nothing about the question."""

    soort: ClassVar[str] = "afspraak"
    template: ClassVar[str] = "brieven/afspraak.html"

    dag: datetime.date
    tijd: str
    duur: str
    wie: str
    plaats: str = ""
    tolk: bool = False
    wmo: bool = True


def afspraakbrief(brief: Brief) -> Afspraakbrief:
    """As the appointment stands when the letter is made."""
    bezoek = Huisbezoek.objects.select_related("consulent").get(pk=brief.bron_id)
    om = timezone.localtime(bezoek.gepland_om)
    return Afspraakbrief(
        kop=kop_voor(brief),
        onderwerp=brief.onderwerp,
        aanhef=aanhef_voor(brief),
        dag=om.date(),
        tijd=opmaak.tijd(om),
        duur=opmaak.duur_minuten(bezoek.duur_minuten),
        wie=bezoek.consulent.volledige_naam,
        plaats=bezoek.plaats,
        tolk=bool(brief.zaak.dossier.inwoner.tolk),
        wmo=brief.zaak.wet == Wet.WMO,
    )


def secties_van(verslag: Verslag) -> tuple[Sectie, ...]:
    """The parts with text; a part without is left out, with its heading."""
    return tuple(
        Sectie(kop, tuple(alinea for alinea in tekst.splitlines() if alinea.strip()))
        for kop, tekst in verslag.delen
        if tekst.strip()
    )
