"""A bezwaar from receipt to decision: the queue of the jurist, its page, and what others do with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from beschikkingen.briefmeedelingen import klok_van
from beschikkingen.forms import bezwaar as vormen
from beschikkingen.mandaat import meegewerkt
from beschikkingen.models import Besluit, Bezwaar
from beschikkingen.statussen import BezwaarStatus
from beschikkingen.usecases import bezwaar_behandelen as behandelen
from beschikkingen.usecases.bezwaar_intrekken import bezwaar_intrekken
from beschikkingen.usecases.bezwaar_ophalen import check_behandelt
from beschikkingen.usecases.bezwaar_oppakken import bezwaar_oppakken
from beschikkingen.usecases.bezwaar_registreren import bezwaar_registreren, wat_bezwaar_weigert
from beschikkingen.views.wegen import bladzijde
from toegang.formulier import fouten_overnemen
from toegang.opmaak import datum_lang
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.aanvraag_registreren import recht_voor_aanvraag
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

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
            fouten_overnemen(formulier, fout)
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
            fouten_overnemen(formulier, fout)
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
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Het bezwaar is ingetrokken. De bevestiging wordt gemaakt.")
            if request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE):
                return redirect("beschikkingen:besluiten", pk=zaak.pk)
            return redirect("beschikkingen:bezwaren")
    return bladzijde(request, zaak, "Bezwaar intrekken", formulier, "Intrekking vastleggen")
