"""What the letters about a term say, from their rows; and what follows when the first one is on its way."""

import datetime

from toegang.brieven.aanvraag import AanvraagIngetrokken
from toegang.brieven.kop import aanhef_voor, kop_voor
from toegang.brieven.termijn import AanvullingGevraagd, MeerTijdGegeven, TermijnLooptWeer, UitstelMeegedeeld
from toegang.models import Aanvraag, Actor, Brief, MeerTijd, Opschorting, Termijn, TermijnSoort, Verlenging
from toegang.termijnen import verschuift
from toegang.usecases import klok


def aanvulling_bouwen(brief: Brief) -> AanvullingGevraagd:
    o = Opschorting.objects.select_related("termijn__aanvraag").get(pk=brief.bron_id)
    return AanvullingGevraagd(
        kop=kop_voor(brief), aanhef=aanhef_voor(brief), onderwerp=brief.onderwerp, ontvangen_op=_ontvangen(o.termijn),
        wat=_regels(o.reden), uiterlijk_op=_dag(o.uiterlijk_op), bezwaar=_bezwaar(o.termijn),
    )  # fmt: skip


def meer_tijd_bouwen(brief: Brief) -> MeerTijdGegeven:
    meer = MeerTijd.objects.select_related("opschorting__termijn").get(pk=brief.bron_id)
    o = meer.opschorting
    return MeerTijdGegeven(
        kop=kop_voor(brief), aanhef=aanhef_voor(brief), onderwerp=brief.onderwerp, gevraagd_op=o.vanaf_op,
        wat=_regels(o.reden), reden=_regels(meer.reden), uiterlijk_op=meer.nieuwe_datum, bezwaar=_bezwaar(o.termijn),
    )  # fmt: skip


def uitstel_bouwen(brief: Brief) -> UitstelMeegedeeld:
    o = Opschorting.objects.select_related("termijn__aanvraag").filter(pk=brief.bron_id).first()
    if o is not None:
        return UitstelMeegedeeld(
            kop=kop_voor(brief), aanhef=aanhef_voor(brief), onderwerp=brief.onderwerp,
            ontvangen_op=_ontvangen(o.termijn), laatste_dag=o.termijn.uiterste_datum, nieuwe_dag=_dag(o.uiterlijk_op),
            reden=_regels(o.reden), grond=o.grond, bezwaar=_bezwaar(o.termijn),
        )  # fmt: skip
    v = Verlenging.objects.select_related("termijn__aanvraag").get(pk=brief.bron_id)
    geschoven = verschuift(v.termijn.artikel)
    return UitstelMeegedeeld(
        kop=kop_voor(brief), aanhef=aanhef_voor(brief), onderwerp=brief.onderwerp, ontvangen_op=_ontvangen(v.termijn),
        laatste_dag=_voor_verlenging(v), nieuwe_dag=v.nieuwe_datum, reden=_regels(v.reden), grond=v.grond,
        verlengd=True, laat=not geschoven, bezwaar=_bezwaar(v.termijn),
    )  # fmt: skip


def loopt_weer_bouwen(brief: Brief) -> TermijnLooptWeer:
    o = Opschorting.objects.select_related("termijn__aanvraag").get(pk=brief.bron_id)
    return TermijnLooptWeer(
        kop=kop_voor(brief), aanhef=aanhef_voor(brief), onderwerp=brief.onderwerp, ontvangen_op=_ontvangen(o.termijn),
        sinds=_dag(o.tot_op), nieuwe_dag=o.termijn.uiterste_datum, bezwaar=_bezwaar(o.termijn),
    )  # fmt: skip


def ingetrokken_bouwen(brief: Brief) -> AanvraagIngetrokken:
    aanvraag = Aanvraag.objects.get(pk=brief.bron_id)
    lopend = brief.zaak.termijnen.lopend().filter(soort=TermijnSoort.BESLUIT, stil_sinds=None)
    return AanvraagIngetrokken(
        kop=kop_voor(brief), aanhef=aanhef_voor(brief), onderwerp=brief.onderwerp, ontvangen_op=aanvraag.ontvangen_op,
        ingetrokken_op=_dag(aanvraag.ingetrokken_op),
        besluit_op=lopend.order_by("uiterste_datum").values_list("uiterste_datum", flat=True).first(),
    )  # fmt: skip


def aanvulling_verzonden(brief: Brief, *, door: Actor, op: datetime.date) -> None:
    """The invitation is made now: the days after this one are suspended (Awb art. 4:15 lid 1)."""
    o = Opschorting.objects.vergrendelen(brief.bron_id)
    if o.vanaf_op == op or o.einde:
        return
    o.vanaf_op = op
    o.bewaren(door=door, reden="brief op een andere dag verstuurd")
    klok.herberekenen(brief.zaak, o.termijn, op, door=door, reden="brief op een andere dag verstuurd")
    brief.zaak.bewaren(door=door, reden="termijn bijgewerkt")


def _ontvangen(termijn: Termijn) -> datetime.date:
    return termijn.aanvraag.ontvangen_op if termijn.aanvraag else termijn.begint_op


def _dag(dag: datetime.date | None) -> datetime.date:
    """The day that such a letter cannot do without."""
    if dag is None:
        raise ValueError("Deze brief heeft een dag nodig die niet is ingevuld.")
    return dag


def _bezwaar(termijn: Termijn) -> bool:
    return termijn.soort == TermijnSoort.BESLUIT_OP_BEZWAAR


def _regels(tekst: str) -> tuple[str, ...]:
    return tuple(regel.strip(" -•\t") for regel in tekst.splitlines() if regel.strip(" -•\t"))


def _voor_verlenging(v: Verlenging) -> datetime.date:
    """The last day as it stood when the notice was made; from the clock's history where the notice moved it."""
    eerder = (
        v.termijn.history.exclude(uiterste_datum=v.termijn.uiterste_datum).order_by("-history_id").first()
    )
    return eerder.uiterste_datum if eerder and verschuift(v.termijn.artikel) else v.termijn.uiterste_datum
