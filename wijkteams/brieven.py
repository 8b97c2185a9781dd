"""The letters of this room, built from the Brief row: the verslag and the appointment. They read, never write."""

import datetime
from dataclasses import dataclass
from typing import ClassVar

from django.conf import settings
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
from wijkteams.models import Huisbezoek, Plandeel, Verslag
from wijkteams.planlezen import lopende_doelen
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.verslagtekst import gevraagd_in

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
        met_aanvraag=settings.VERSLAG_ALS_AANVRAAG,
        jeugd=zaak.wet == Wet.JEUGDWET,
        gevraagd=tuple(gevraagd_in(verslag)),
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


@dataclass(frozen=True)
class Plandoel:
    """A goal as the paper shows it; `acties`: who, and what he does."""

    ik_wil: str
    uiterlijk_op: datetime.date
    acties: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Planbrief(Inhoud):
    """The plan of one zaak, to read together, with room to remark and a place to sign for each party."""

    soort: ClassVar[str] = "plan"
    template: ClassVar[str] = "brieven/plan.html"

    doelen: tuple[Plandoel, ...]
    deelnemers: tuple[tuple[str, str], ...]  # name, and who that is


def planbrief(brief: Brief) -> Planbrief:
    """Only the goals that name this zaak, and only the parties to it."""
    deel = Plandeel.objects.prefetch_related("deelnemers").get(pk=brief.bron_id)
    doelen = lopende_doelen(brief.zaak)
    return Planbrief(
        kop=kop_voor(brief), onderwerp=brief.onderwerp, aanhef=aanhef_voor(brief),
        doelen=tuple(Plandoel(d.ik_wil, d.uiterlijk_op, _acties(d)) for d in doelen),
        deelnemers=tuple((m.naam, m.rol) for m in sorted(deel.deelnemers.all(), key=lambda m: (m.naam, str(m.pk)))),
    )  # fmt: skip


def _acties(doel) -> tuple[tuple[str, str], ...]:
    acties = sorted(doel.acties.all(), key=lambda a: (a.soort, a.omschrijving, str(a.pk)))
    return tuple((a.wie or a.get_soort_display(), a.omschrijving) for a in acties)


def secties_van(verslag: Verslag) -> tuple[Sectie, ...]:
    """The parts with text; a part without is left out, with its heading."""
    return tuple(
        Sectie(kop, tuple(alinea for alinea in tekst.splitlines() if alinea.strip()))
        for kop, tekst in verslag.delen
        if tekst.strip()
    )
