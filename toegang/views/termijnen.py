"""The clocks of a zaak: each as a line with its article, pauses and end; and the acts that move them."""

import datetime
from dataclasses import dataclass, field

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import feestdagentabel, opmaak
from toegang.forms.termijn import (
    BeeindigFormulier,
    GesprekFormulier,
    MeerTijdFormulier,
    OpschortFormulier,
    VerlengFormulier,
)
from toegang.formulier import fouten_overnemen
from toegang.models import Opschorting, Termijn, TermijnSoort, Verlenging, Zaak
from toegang.rechten import Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.termijnen import NIET_BEHANDELEN_AWB_4_5_4, einde_van, verschuift
from toegang.termijnuitleg import Uitleg, uitleg
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.usecases.eerste_gesprek_vastleggen import NIET_DEZE, eerste_gesprek_vastleggen
from toegang.usecases.meer_tijd_geven import meer_tijd_geven, wat_meer_tijd_weigert
from toegang.usecases.opschorting_beeindigen import opschorting_beeindigen as beeindigen
from toegang.usecases.termijn_opschorten import termijn_opschorten as opschorten
from toegang.usecases.termijn_opschorten import wat_opschorten_weigert
from toegang.usecases.termijn_verlengen import GROND_VAN, wat_verlengen_weigert
from toegang.usecases.termijn_verlengen import termijn_verlengen as verlengen
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


@dataclass
class Klokregel:
    """One clock as the page draws it."""

    termijn: Termijn
    uitleg: Uitleg
    pauzes: list[Opschorting] = field(default_factory=list)
    uitstel: list[Verlenging] = field(default_factory=list)
    mag_stil: bool = False
    mag_later: bool = False
    mag_gesprek: bool = False

    @property
    def stand(self) -> str:
        t = self.termijn
        if t.vervallen_op and t.gehaald_met:
            return f"Voorbij op {opmaak.datum(t.vervallen_op)}. {t.gehaald_met}."
        if t.vervallen_op:
            return f"Gestopt op {opmaak.datum(t.vervallen_op)}: de zaak is afgesloten of viel onder een andere wet."
        if t.gehaald_op:
            return f"Gehaald op {opmaak.datum(t.gehaald_op)}{f': {t.gehaald_met.lower()}' if t.gehaald_met else ''}."
        return ""


@scherm("termijnen")
def termijnen(request, pk):
    """Every clock, the running ones first; why each ends when it does. The reason of a pause is for L2a."""
    zaak = zaak_ophalen(request, pk)
    feestdagentabel.actueel()
    context = zaakcontext(request, zaak)
    mag = zaak.is_open and zaak.mag(recht_voor_aanvraag(request.lezer))
    context |= {
        "titel": "Termijnen",
        "regels": _regels(zaak, context["vandaag"], mag),
        "mag": mag,
        "mag_reden": zaak.mag(Recht.UITVOERING_INZIEN),
    }
    return TemplateResponse(request, "toegang/termijnen.html", context)


def _regels(zaak: Zaak, vandaag, mag: bool) -> list[Klokregel]:
    rijen = zaak.termijnen.order_by("uiterste_datum", "pk").prefetch_related(
        "opschortingen__meer_tijd", "verlengingen"
    )
    regels = []
    for t in rijen:
        p = sorted(t.opschortingen.all(), key=lambda o: (o.vanaf_op, o.pk))
        u = sorted(t.verlengingen.all(), key=lambda v: (v.op, v.pk))
        for o in p:
            o.later = sorted(o.meer_tijd.all(), key=lambda m: (m.op, m.nieuwe_datum))
            o.mag_later = wat_meer_tijd_weigert(o, vandaag) == ""
            o.niet_behandelen_tot = _niet_behandelen_tot(t, o)
        regel = Klokregel(t, uitleg(t, zaak.wet, p, u, vandaag), p, u)
        if mag and not t.gehaald_op and not t.vervallen_op:
            regel.mag_stil = wat_opschorten_weigert(t, vandaag) == ""
            regel.mag_gesprek = t.soort == TermijnSoort.EERSTE_GESPREK
            regel.mag_later = t.soort in GROND_VAN and not t.stil_sinds and not u
        regels.append(regel)
    return sorted(regels, key=_volgorde)


def _niet_behandelen_tot(t: Termijn, o: Opschorting) -> datetime.date | None:
    """By when a besluit not to treat is with the inwoner: four weeks after the unused time (Awb art. 4:5 lid 4)."""
    loopt = t.aanvraag_id and not t.gehaald_op and not t.vervallen_op
    if (
        not loopt
        or o.grond != Opschorting.Grond.AANVULLING
        or o.einde != Opschorting.Einde.VERLOPEN
        or not o.tot_op
    ):
        return None
    return einde_van(o.tot_op, NIET_BEHANDELEN_AWB_4_5_4)


def _volgorde(regel: Klokregel) -> int:
    """Ours that run, theirs, then what is over."""
    t = regel.termijn
    if t.vervallen_op or t.gehaald_op:
        return 3 if t.vervallen_op else 2
    return 1 if t.wacht_op == "inwoner" and not t.stil_sinds else 0


@scherm("termijn_opschorten")
def termijn_opschorten(request, pk):
    """Ground, what the letter says, by when."""
    termijn, zaak = _termijn(request, pk)
    vandaag = timezone.localdate()
    formulier = OpschortFormulier(request.POST or None, vandaag=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            opschorten(termijn_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(
                request, "De termijn staat stil. De brief wordt gemaakt. Verstuur hem vandaag: pas dan telt het."
            )  # fmt: skip
            return redirect("toegang:termijnen", zaak.pk)
    context = {
        "titel": "Termijn laten stilstaan", "termijn": termijn, "formulier": formulier,
        "weigering": wat_opschorten_weigert(termijn, vandaag),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/termijn_opschorten.html", zaakcontext(request, zaak) | context)


@scherm("termijn_verlengen")
def termijn_verlengen(request, pk):
    """A later day, with the reason as the letter says it."""
    termijn, zaak = _termijn(request, pk)
    vandaag = timezone.localdate()
    formulier = VerlengFormulier(request.POST or None, na=termijn.uiterste_datum)
    if request.method == "POST" and formulier.is_valid():
        try:
            verlengen(
                termijn_id=pk, door=request.lezer, vandaag=vandaag, grond=GROND_VAN.get(termijn.soort, ""),
                **formulier.cleaned_data,
            )  # fmt: skip
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Uitstel vastgelegd. De brief wordt gemaakt; verstuur hem vandaag.")
            return redirect("toegang:termijnen", zaak.pk)
    context = {
        "titel": "Uitstel meedelen", "termijn": termijn, "formulier": formulier, "schuift": verschuift(termijn.artikel),
        "weigering": wat_verlengen_weigert(termijn, vandaag),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/termijn_verlengen.html", zaakcontext(request, zaak) | context)


@scherm("opschorting_beeindigen")
def opschorting_beeindigen(request, pk):
    """What came in, or that the ground is gone, with the day."""
    termijn = Termijn.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(opschortingen=pk)
    zaak = zaak_ophalen(request, termijn.zaak_id, recht=recht_voor_aanvraag(request.lezer))
    opschorting = termijn.opschortingen.get(pk=pk)
    vandaag = timezone.localdate()
    formulier = BeeindigFormulier(request.POST or None, opschorting=opschorting, vandaag=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            beeindigen(opschorting_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, _wat_nu(opschorting))
            return redirect("toegang:termijnen", zaak.pk)
    context = {
        "titel": "Aanvulling of einde vastleggen", "opschorting": opschorting, "formulier": formulier,
        "mag_reden": zaak.mag(Recht.UITVOERING_INZIEN),
    }  # fmt: skip
    return TemplateResponse(
        request, "toegang/opschorting_beeindigen.html", zaakcontext(request, zaak) | context
    )


@scherm("meer_tijd")
def meer_tijd(request, pk):
    """A later day to complete, with the reason as the letter says it."""
    termijn = Termijn.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(opschortingen=pk)
    zaak = zaak_ophalen(request, termijn.zaak_id, recht=recht_voor_aanvraag(request.lezer))
    opschorting = termijn.opschortingen.get(pk=pk)
    vandaag = timezone.localdate()
    formulier = MeerTijdFormulier(request.POST or None, opschorting=opschorting)
    if request.method == "POST" and formulier.is_valid():
        try:
            meer_tijd_geven(opschorting_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data)
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(
                request, "De inwoner krijgt meer tijd. De brief wordt gemaakt; verstuur hem vandaag."
            )
            return redirect("toegang:termijnen", zaak.pk)
    context = {
        "titel": "Meer tijd geven", "opschorting": opschorting, "formulier": formulier,
        "mag_reden": zaak.mag(Recht.UITVOERING_INZIEN), "weigering": wat_meer_tijd_weigert(opschorting, vandaag),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/meer_tijd.html", zaakcontext(request, zaak) | context)


@scherm("eerste_gesprek")
def eerste_gesprek(request, pk):
    """The day of the first talk about debts."""
    termijn, zaak = _termijn(request, pk)
    vandaag = timezone.localdate()
    formulier = GesprekFormulier(request.POST or None, termijn=termijn, vandaag=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            eerste_gesprek_vastleggen(
                termijn_id=pk, door=request.lezer, vandaag=vandaag, **formulier.cleaned_data
            )
        except (OngeldigeOvergang, ValidationError) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Eerste gesprek vastgelegd. Deze termijn is gehaald.")
            return redirect("toegang:termijnen", zaak.pk)
    context = {
        "titel": "Eerste gesprek vastleggen", "termijn": termijn, "formulier": formulier,
        "weigering": "" if termijn.soort == TermijnSoort.EERSTE_GESPREK else NIET_DEZE,
    }  # fmt: skip
    return TemplateResponse(request, "toegang/eerste_gesprek.html", zaakcontext(request, zaak) | context)


def _termijn(request, pk) -> tuple[Termijn, Zaak]:
    termijn = Termijn.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    return termijn, zaak_ophalen(request, termijn.zaak_id, recht=recht_voor_aanvraag(request.lezer))


def _wat_nu(opschorting: Opschorting) -> str:
    opschorting.refresh_from_db()
    termijn = opschorting.termijn
    termijn.refresh_from_db()
    if opschorting.nagekomen_op:
        return (
            "Aanvulling vastgelegd. Zij kwam na de gevraagde dag, dus de termijn liep al weer: uiterlijk"
            f" {opmaak.datum_lang(termijn.uiterste_datum)}."
        )
    if termijn.stil_sinds:
        return "Vastgelegd. De termijn staat nog stil om een andere reden."
    return f"De termijn loopt weer. Besluit uiterlijk {opmaak.datum_lang(termijn.uiterste_datum)}."
