"""A bezwaar from receipt to decision: the queue of the jurist, its page, and each act on it."""

import datetime
from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from beschikkingen.briefmeedelingen import klok_van
from beschikkingen.forms import bezwaar as vormen
from beschikkingen.mandaat import meegewerkt
from beschikkingen.models import Beroep, Besluit, Bezwaar
from beschikkingen.statussen import BezwaarStatus
from beschikkingen.usecases import bezwaar_behandelen as behandelen
from beschikkingen.usecases.beroep_registreren import beroep_registreren, uitspraak_vastleggen
from beschikkingen.usecases.besluit_op_bezwaar_opstellen import besluit_op_bezwaar_opstellen
from beschikkingen.usecases.bezwaar_intrekken import bezwaar_intrekken
from beschikkingen.usecases.bezwaar_ophalen import check_behandelt, check_open
from beschikkingen.usecases.bezwaar_oppakken import bezwaar_oppakken
from beschikkingen.usecases.bezwaar_registreren import bezwaar_registreren, wat_bezwaar_weigert
from beschikkingen.views.wegen import bladzijde
from toegang.models import TermijnSoort
from toegang.opmaak import datum_lang
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.usecases.termijn_opschorten import termijn_opschorten
from toegang.usecases.termijn_verlengen import termijn_verlengen
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from toegang.views.zaakloop import fout_op_formulier

OPEN = (BezwaarStatus.ONTVANGEN, BezwaarStatus.IN_BEHANDELING)


@scherm("bezwaren", laag=Laag.PROCES, rollen=(Rol.JURIST,))
def rij(request):
    """What waits for a jurist: number, received, in time or not; no name before it is taken."""
    rijen = list(
        Bezwaar.objects.voor_rol(request.lezer)
        .open()
        .select_related("besluit", "behandelaar")
        .order_by("ontvangen_op", "pk")[:51]
    )
    context = {"rijen": rijen[:50], "meer": len(rijen) > 50, "lezer": request.lezer}
    return TemplateResponse(request, "beschikkingen/bezwaren.html", context)


@scherm("bezwaar_oppakken", laag=Laag.PROCES, rollen=(Rol.JURIST,))
def oppakken(request, pk):
    """Take it: from here on this jurist reads the zaak."""
    if request.method == "POST":
        bezwaar_oppakken(bezwaar_id=pk, door=request.lezer, vandaag=timezone.localdate())
        messages.success(request, "U behandelt dit bezwaar. Kijk eerst of het op tijd en compleet is.")
        return redirect("beschikkingen:bezwaar", pk=pk)
    bezwaar = Bezwaar.objects.voor_rol(request.lezer).select_related("besluit", "behandelaar").get(pk=pk)
    weigering = ""
    if request.lezer.pk in meegewerkt(bezwaar.besluit):
        weigering = "U werkte mee aan dit besluit. Een andere jurist behandelt het bezwaar (Awb 7:5)."
    elif bezwaar.behandelaar not in (None, request.lezer):
        weigering = f"{bezwaar.behandelaar.naam} heeft dit bezwaar al opgepakt."
    context = {"bezwaar": bezwaar, "weigering": weigering}
    return TemplateResponse(request, "beschikkingen/bezwaar_oppakken.html", context)


@scherm("bezwaar_registreren", laag=Laag.PROCES)
def registreren(request, pk):
    """By the administratie or the team; `pk` is the besluit."""
    besluit = Besluit.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, besluit.zaak_id, recht=recht_voor_aanvraag(request.lezer))
    vandaag = timezone.localdate()
    formulier = vormen.BezwaarFormulier(request.POST or None, vandaag=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            bezwaar = bezwaar_registreren(
                besluit_id=pk,
                door=request.lezer,
                vandaag=vandaag,
                nu=timezone.now(),
                **formulier.cleaned_data,
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fout_op_formulier(formulier, fout)
        else:
            laat = (
                " Het kwam te laat: de jurist beoordeelt of dat te verontschuldigen is."
                if bezwaar.te_laat
                else ""
            )
            messages.success(request, f"Bezwaar geregistreerd. De ontvangstbrief wordt gemaakt.{laat}")
            return redirect("beschikkingen:besluiten", pk=zaak.pk)
    tot = besluit.bezwaar_tot
    return bladzijde(
        request, zaak, "Bezwaar registreren", formulier, "Bezwaar registreren", weigering=wat_bezwaar_weigert(besluit),
        feiten=[("Besluit", besluit.kenmerk), *([("Laatste dag", datum_lang(tot))] if tot else [])],
    )  # fmt: skip


def ophalen(request, pk) -> Bezwaar:
    """With its zaak, for who reads the content: the jurist who has it, and the team."""
    bezwaar = (
        Bezwaar.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .select_related("besluit__aanvraag", "behandelaar", "inbreng_door")
        .get(pk=pk)
    )
    bezwaar.zaak = zaak_ophalen(request, bezwaar.zaak_id, laag=Laag.INHOUD)
    return bezwaar


@scherm("bezwaar", laag=Laag.INHOUD)
def bezwaar(request, pk):
    """Where it stands, what is still to do, and what was said."""
    gevonden = ophalen(request, pk)
    mijn = gevonden.behandelaar == request.lezer and gevonden.status in OPEN
    besluit = Besluit.objects.voor(request.lezer, Recht.PROCES_INZIEN).filter(bezwaar=gevonden).first()
    context = zaakcontext(request, gevonden.zaak) | {
        "titel": f"Bezwaar {gevonden.kenmerk}",
        "bezwaar": gevonden,
        "klok": klok_van(gevonden),
        "acties": [(f"beschikkingen:{naam}", label) for naam, label in acties(gevonden, besluit)]
        if mijn
        else [],
        "besluit_op_bezwaar": besluit,
        "inbrengen": gevonden.zaak.mag(Recht.INHOUD_BEWERKEN) and gevonden.status in OPEN,
    }
    return TemplateResponse(request, "beschikkingen/bezwaar.html", context)


def acties(bezwaar: Bezwaar, besluit: Besluit | None) -> list[tuple[str, str]]:
    """What the jurist can do now, in the order of the work."""
    gehoord = bool(bezwaar.gehoord_op or bezwaar.niet_horen)
    mogelijk = [
        ("bezwaar_verschoonbaar", "Te laat: beoordelen", bezwaar.te_laat and bezwaar.verschoonbaar is None),
        ("bezwaar_herstel", "Om aanvulling vragen", besluit is None),
        ("bezwaar_commissie", "Commissie instellen", not bezwaar.commissie and besluit is None),
        ("hoorzitting_plannen", "Uitnodigen om te vertellen", not gehoord),
        ("bezwaar_horen", "Horen vastleggen", not bezwaar.gehoord_op),
        ("bezwaar_niet_horen", "Van horen afzien", not gehoord),
        ("bezwaar_advies", "Advies van de commissie", bezwaar.commissie and not bezwaar.advies_op),
        ("bezwaar_verdagen", "Besluit verdagen", True),
        ("bezwaar_intrekken", "Inwoner trekt in", True),
        ("bezwaar_besluit", "Besluit opstellen", besluit is None),
    ]
    return [(naam, label) for naam, label, kan in mogelijk if kan]


def _act(
    naam: str, titel: str, vorm, doen: Callable, klaar: str, *, knop: str = "Vastleggen", uitleg: str = ""
):
    """The page of one act of the jurist: `doen(request, bezwaar, gegevens)` calls the use-case."""

    @scherm(naam, laag=Laag.INHOUD)
    def view(request, pk):
        gevonden = ophalen(request, pk)
        check_behandelt(request.lezer, gevonden)
        weigering = ""
        try:
            check_open(gevonden)
        except OngeldigeOvergang as fout:
            weigering = str(fout)
        formulier = vorm(request.POST if request.method == "POST" else None)
        if request.method == "POST" and formulier.is_valid():
            try:
                terug = doen(request, gevonden, formulier.cleaned_data)
            except (ValidationError, OngeldigeOvergang) as fout:
                fout_op_formulier(formulier, fout)
            else:
                messages.success(request, klaar)
                return (
                    redirect("beschikkingen:besluit", terug.pk)
                    if isinstance(terug, Besluit)
                    else redirect("beschikkingen:bezwaar", pk)
                )
        return bladzijde(
            request, gevonden.zaak, titel, formulier, knop, weigering=weigering, uitleg=(uitleg,) if uitleg else (),
            terug_adres="beschikkingen:bezwaar", terug_pk=pk,
        )  # fmt: skip

    view.__name__ = naam
    view.__doc__ = titel
    return view


def _met(doen: Callable, *, dag: bool = False) -> Callable:
    """A use-case that takes the fields of the form as they are."""

    def uitvoeren(request, bezwaar, gegevens):
        anders = {"vandaag": timezone.localdate()} if dag else {}
        return doen(bezwaar_id=bezwaar.pk, door=request.lezer, **anders, **gegevens)

    return uitvoeren


def _plannen(request, bezwaar, gegevens):
    om = timezone.make_aware(datetime.datetime.combine(gegevens["dag"], gegevens["tijd"]))
    return behandelen.hoorzitting_plannen(
        bezwaar_id=bezwaar.pk,
        door=request.lezer,
        vandaag=timezone.localdate(),
        om=om,
        plaats=gegevens["plaats"],
    )


def _klok(bezwaar: Bezwaar):
    klok = klok_van(bezwaar)
    if klok is None or klok.soort != TermijnSoort.BESLUIT_OP_BEZWAAR:
        raise OngeldigeOvergang("Er loopt geen termijn voor dit bezwaar.")
    return klok


def _herstel(request, bezwaar, gegevens):
    return termijn_opschorten(
        termijn_id=_klok(bezwaar).pk,
        grond="aanvulling",
        door=request.lezer,
        vandaag=timezone.localdate(),
        **gegevens,
    )


def _verdagen(request, bezwaar, gegevens):
    return termijn_verlengen(
        termijn_id=_klok(bezwaar).pk,
        grond="verdaging",
        door=request.lezer,
        vandaag=timezone.localdate(),
        **gegevens,
    )


verschoonbaar = _act(
    "bezwaar_verschoonbaar", "Te laat: kon de inwoner er iets aan doen?", vormen.VerschoonbaarFormulier,
    _met(behandelen.termijnoverschrijding_beoordelen), "Vastgelegd.", uitleg="Awb 6:11.",
)  # fmt: skip
herstel = _act(
    "bezwaar_herstel", "Om aanvulling vragen", vormen.HerstelFormulier, _herstel,
    "De brief wordt gemaakt. De termijn staat stil tot de inwoner aanvult.", knop="Brief laten maken",
    uitleg="Naam, adres, datum, om welk besluit het gaat, waarom, en een handtekening (Awb 6:5 en 6:6).",
)  # fmt: skip
verdagen = _act(
    "bezwaar_verdagen", "Besluit verdagen", vormen.VerdaagFormulier, _verdagen,
    "De brief wordt gemaakt. De termijn is verdaagd.", knop="Brief laten maken", uitleg="Dit kan een keer (Awb 7:10).",
)  # fmt: skip
commissie = _act(
    "bezwaar_commissie", "Commissie instellen", vormen.LeegFormulier, _met(behandelen.commissie_instellen, dag=True),
    "Er is een commissie. De termijn is nu twaalf weken.", knop="Commissie instellen", uitleg="Awb 7:13.",
)  # fmt: skip
hoorzitting = _act(
    "hoorzitting_plannen", "Uitnodigen om te vertellen", vormen.HoorzittingFormulier, _plannen,
    "De uitnodiging wordt gemaakt.", knop="Uitnodiging laten maken",
)  # fmt: skip
horen = _act(
    "bezwaar_horen", "Horen vastleggen", vormen.HorenFormulier, _met(behandelen.horen_vastleggen, dag=True),
    "Vastgelegd wat de inwoner vertelde.",
)  # fmt: skip
niet_horen = _act(
    "bezwaar_niet_horen", "Van horen afzien", vormen.NietHorenFormulier, _met(behandelen.van_horen_afzien),
    "Vastgelegd waarom de inwoner niet is gehoord.",
)  # fmt: skip
advies = _act(
    "bezwaar_advies", "Advies van de commissie", vormen.AdviesFormulier, _met(behandelen.advies_vastleggen, dag=True),
    "Advies vastgelegd.",
)  # fmt: skip
besluiten = _act(
    "bezwaar_besluit", "Besluit op het bezwaar", vormen.BezwaarbesluitFormulier,
    _met(besluit_op_bezwaar_opstellen, dag=True), "Besluit opgesteld. Hieronder staat wat nog open is.",
    knop="Besluit opstellen",
)  # fmt: skip


@scherm("bezwaar_inbreng", laag=Laag.INHOUD)
def inbreng(request, pk):
    """The facts of the team, for the jurist."""
    gevonden = ophalen(request, pk)
    if not gevonden.zaak.mag(Recht.INHOUD_BEWERKEN):
        raise PermissionDenied("Het wijkteam geeft de feiten voor dit bezwaar.")
    formulier = vormen.InbrengFormulier(request.POST or None, initial={"inbreng": gevonden.inbreng})
    if request.method == "POST" and formulier.is_valid():
        try:
            behandelen.inbreng_geven(
                bezwaar_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fout_op_formulier(formulier, fout)
        else:
            messages.success(request, "De jurist kan uw feiten nu lezen.")
            return redirect("beschikkingen:bezwaar", pk=pk)
    return bladzijde(
        request, gevonden.zaak, "Feiten voor het bezwaar", formulier, "Feiten geven",
        terug_adres="beschikkingen:bezwaar", terug_pk=pk,
        feiten=[("Wat de inwoner schrijft", gevonden.gronden)] if gevonden.gronden else [],
    )  # fmt: skip


@scherm("bezwaar_intrekken", laag=Laag.PROCES)
def intrekken(request, pk):
    """By letter at the administratie, or with the jurist."""
    gevonden = (
        Bezwaar.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .select_related("behandelaar", "besluit")
        .get(pk=pk)
    )
    zaak = zaak_ophalen(request, gevonden.zaak_id)
    if not request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
        check_behandelt(request.lezer, gevonden)
    formulier = vormen.BezwaarIntrekFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            bezwaar_intrekken(
                bezwaar_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fout_op_formulier(formulier, fout)
        else:
            messages.success(request, "Het bezwaar is ingetrokken. De bevestiging wordt gemaakt.")
            if request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
                return redirect("beschikkingen:besluiten", pk=zaak.pk)
            return redirect("beschikkingen:bezwaren")
    return bladzijde(request, zaak, "Bezwaar intrekken", formulier, "Intrekking vastleggen")


@scherm("beroep_registreren", laag=Laag.PROCES)
def beroep(request, pk):
    """The inwoner went to court; `pk` is the besluit."""
    besluit = Besluit.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, besluit.zaak_id)
    if not request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE, Rol.JURIST):
        raise PermissionDenied("Dit is werk van administratie of jurist.")
    formulier = vormen.BeroepFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            beroep_registreren(
                besluit_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fout_op_formulier(formulier, fout)
        else:
            messages.success(request, "Beroep geregistreerd. Leg later de uitspraak vast.")
            return redirect("beschikkingen:besluiten", pk=zaak.pk)
    return bladzijde(request, zaak, "Beroep registreren", formulier, "Beroep registreren")


@scherm("uitspraak_vastleggen", laag=Laag.PROCES)
def uitspraak(request, pk):
    """What the court said; `pk` is the beroep."""
    gevonden = Beroep.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaak = zaak_ophalen(request, gevonden.zaak_id)
    if not request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE, Rol.JURIST):
        raise PermissionDenied("Dit is werk van administratie of jurist.")
    formulier = vormen.UitspraakFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            uitspraak_vastleggen(
                beroep_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fout_op_formulier(formulier, fout)
        else:
            messages.success(request, "Uitspraak vastgelegd.")
            return redirect("beschikkingen:besluiten", pk=zaak.pk)
    return bladzijde(request, zaak, "Uitspraak vastleggen", formulier, "Uitspraak vastleggen")
