"""The verslag letter: built from the Brief row; reads, never writes."""

import datetime

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.verslag import Sectie
from toegang.brieven.verslag import Verslag as Verslagbrief
from toegang.feestdagen import eerstvolgende_werkdag
from toegang.models import Brief
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


def secties_van(verslag: Verslag) -> tuple[Sectie, ...]:
    """The parts with text; a part without is left out, with its heading."""
    return tuple(
        Sectie(kop, tuple(alinea for alinea in tekst.splitlines() if alinea.strip()))
        for kop, tekst in verslag.delen
        if tekst.strip()
    )
