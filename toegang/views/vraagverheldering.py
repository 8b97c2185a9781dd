"""The question behind the question, the receipt, the persoonlijk plan, and on to the team: one page."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from toegang import opmaak
from toegang.concept import beginwaarden, conceptkader
from toegang.forms.zaak import (
    Leefgebiedvelden,
    PersoonlijkPlanFormulier,
    UitlegFormulier,
    VraagverhelderingFormulier,
)
from toegang.models import (
    Bericht,
    Brief,
    Contactmoment,
    Leefgebied,
    PersoonlijkPlan,
    Verouderd,
    Vraagverheldering,
)
from toegang.ontvangst import AAN_DE_VOORDEUR, bevestiging_van, onbevestigde_aanvragen
from toegang.rechten import Laag, Recht
from toegang.regels import BEGINT_MET_MELDING
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen as bevestigen
from toegang.usecases.ontvangst_bevestigen import wat_bevestigen_weigert
from toegang.usecases.persoonlijk_plan_vastleggen import persoonlijk_plan_vastleggen
from toegang.usecases.vraagverheldering_vastleggen import KLAAR, antwoorden, vraagverheldering_vastleggen
from toegang.usecases.zaak_doorzetten import ontbreekt_voor_doorzetten
from toegang.usecases.zaak_doorzetten import zaak_doorzetten as doorzetten
from toegang.verouderd import met_keuzes, verouderd_voor, versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

VASTE_VELDEN = (
    "leefgebieden", "vraag_achter_de_vraag", "al_geprobeerd", "wie_helpt_nu", "goede_uitkomst", "urgentie_reden",
)  # fmt: skip
VELDEN = (*VASTE_VELDEN, *Leefgebiedvelden.base_fields)


class Stand:
    """What stands there now, with the answers per leefgebied as if they were fields: for who was overtaken."""

    def __init__(self, vast: Vraagverheldering):
        self.vast, self.per_gebied = vast, antwoorden(vast)

    def __getattr__(self, naam: str):
        if naam in self.per_gebied:
            return self.per_gebied[naam]
        return "" if naam in VELDEN and naam not in VASTE_VELDEN else getattr(self.vast, naam)


@scherm("vraagverheldering", laag=Laag.INHOUD)
def vraagverheldering(request, pk):
    """Read by who may read content; written by the administratie until there is a team, then no more."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    vast = Vraagverheldering.objects.voor(request.lezer, Recht.INHOUD_INZIEN).filter(zaak=zaak).first()
    kader = conceptkader(request)
    formulier = VraagverhelderingFormulier(
        met_keuzes(request.POST, Stand(vast) if vast else None, VELDEN) if request.method == "POST" else None,
        initial=beginwaarden(kader, VraagverhelderingFormulier, **_begin(zaak, vast)),
        mag_gevoelig=zaak.mag(Recht.GEVOELIG_INZIEN),
    )
    context = {
        "conceptkader": kader,
        "formulier": formulier,
        "versie": vast.versie if vast else 0,
        "vast": vast,
    }
    if request.method == "POST" and formulier.is_valid():
        try:
            vraagverheldering_vastleggen(
                zaak_id=pk, door=request.lezer, versie=versie_uit(request) or 0, **formulier.vastleggen()
            )
        except Verouderd as fout:
            context |= {
                "verouderd": verouderd_voor(Stand(fout.huidig), formulier, VELDEN),
                "versie": fout.huidig.versie,
            }
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "Vraagverheldering bewaard.")
            return redirect("toegang:vraagverheldering", pk)
    context |= {"titel": "Contact en melding", "gelezen": _gelezen(formulier, vast)}
    context |= _rest(request, zaak) | zaakcontext(request, zaak)
    return TemplateResponse(request, "toegang/vraagverheldering.html", context)


@require_POST
@scherm("ontvangst_bevestigen", laag=Laag.UITVOERING)
def ontvangst_bevestigen(request, pk):
    """The button: the letter is made within moments and waits to be sent."""
    try:
        gevraagd = bevestigen(zaak_id=pk, door=request.lezer, vandaag=timezone.localdate())
    except (OngeldigeOvergang, ValidationError) as fout:
        messages.error(request, " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout))
    else:
        messages.success(request, _hoe_bevestigd(gevraagd))
    return redirect("toegang:vraagverheldering", pk)


def _hoe_bevestigd(gevraagd: Brief | Bericht) -> str:
    if isinstance(gevraagd, Bericht):
        return "De ontvangstbevestiging gaat vanzelf weg per e-mail. De inwoner koos daarvoor."
    dag = opmaak.datum_lang(gevraagd.verzenddatum)
    return f"De ontvangstbevestiging wordt gemaakt met als datum {dag}. Verstuur haar die dag."


@require_POST
@scherm("persoonlijk_plan", laag=Laag.INHOUD)
def persoonlijk_plan(request, pk):
    """The choice of the inwoner about a plan of their own."""
    zaak_ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    formulier = PersoonlijkPlanFormulier(request.POST)
    if not formulier.is_valid():
        messages.error(request, " ".join(zin for zinnen in formulier.errors.values() for zin in zinnen) + ".")
        return redirect("toegang:vraagverheldering", pk)
    try:
        persoonlijk_plan_vastleggen(
            zaak_id=pk,
            door=request.lezer,
            vandaag=timezone.localdate(),
            keuze=formulier.cleaned_data["keuze"],
            ontvangen_op=formulier.cleaned_data["ontvangen_op"],
        )
    except (OngeldigeOvergang, ValidationError) as fout:
        messages.error(request, " ".join(fout.messages) if isinstance(fout, ValidationError) else str(fout))
    else:
        messages.success(request, "Persoonlijk plan vastgelegd. Het onderzoek kan beginnen.")
    return redirect("toegang:vraagverheldering", pk)


@require_POST
@scherm("zaak_doorzetten", laag=Laag.INHOUD)
def zaak_doorzetten(request, pk):
    """On to the team of the postcode."""
    try:
        zaak = doorzetten(zaak_id=pk, door=request.lezer, vandaag=timezone.localdate())
    except OngeldigeOvergang as fout:
        messages.error(request, str(fout))
        return redirect("toegang:vraagverheldering", pk)
    messages.success(request, f"Doorgezet naar {zaak.wijkteam}. De teamleider kiest een regisseur.")
    return redirect("toegang:zaak", pk)


def _begin(zaak, vast: Vraagverheldering | None) -> dict:
    if vast is None:
        return {"leefgebieden": [zaak.onderwerp]}
    begin = {veld: getattr(vast, veld) for veld in VASTE_VELDEN} | antwoorden(vast)
    return begin | ({"veiligheid": vast.veiligheid} if zaak.mag(Recht.GEVOELIG_INZIEN) else {})


def _gelezen(formulier, vast: Vraagverheldering | None) -> list[tuple[str, str]]:
    """What was written, as (text, label), for who may only read."""
    if vast is None:
        return []
    gebieden = ", ".join(str(Leefgebied(gebied).label) for gebied in vast.leefgebieden)
    teksten = [(gebieden, "leefgebieden")] + [(getattr(vast, veld), veld) for veld in VASTE_VELDEN[1:]]
    uit = [(tekst or "Niet ingevuld", formulier.fields[veld].label) for tekst, veld in teksten]
    return uit + [
        (veld.value(), f"{blok['naam']}: {veld.label[0].lower()}{veld.label[1:]}")
        for blok in formulier.gebieden() if blok["gebied"] in vast.leefgebieden
        for veld in blok["velden"] if veld.value()
    ]  # fmt: skip


def _nog_een_aanvraag(zaak) -> bool:
    """A later aanvraag came in: it has a receipt of its own."""
    return zaak.wet not in BEGINT_MET_MELDING and onbevestigde_aanvragen().filter(zaak=zaak).exists()


def _rest(request, zaak) -> dict:
    """The contact that began it, the receipt, the plan, and what still stands in the way of the team."""
    bevestiging = bevestiging_van(zaak)
    contact = (
        Contactmoment.objects.voor(request.lezer)
        .filter(zaak=zaak)
        .select_related("geregistreerd_door", "inwoner")
        .order_by("ontvangen_op", "pk")
        .first()
    )
    mag_schrijven = zaak.mag(Recht.INHOUD_BEWERKEN)
    aan_de_voordeur = zaak.status in AAN_DE_VOORDEUR
    return {
        "contact": contact,
        "bevestiging": bevestiging,
        "nog_een": bevestiging is not None and _nog_een_aanvraag(zaak),
        "per_e_mail": isinstance(bevestiging, Bericht),
        "mag_schrijven": mag_schrijven and aan_de_voordeur,
        "weigering_schrijven": "" if aan_de_voordeur else KLAAR,
        "mag_doorzetten": mag_schrijven and aan_de_voordeur,
        "weigering_bevestigen": wat_bevestigen_weigert(zaak),
        "weigering_doorzetten": " ".join(ontbreekt_voor_doorzetten(zaak, bevestigd=bevestiging is not None))
        if aan_de_voordeur
        else "",
        "mag_bevestigen": mag_schrijven and zaak.is_open,
        "mag_plan": mag_schrijven and zaak.is_open,
        "planformulier": PersoonlijkPlanFormulier(prefix=None),
        "uitlegformulier": UitlegFormulier(zaak=zaak, vandaag=timezone.localdate()),
        "mag_uitleg": mag_schrijven and zaak.is_open,
        "mag_veiligheid": mag_schrijven,
        "plan_bekend": zaak.persoonlijk_plan != PersoonlijkPlan.AFWACHTEN,
    }
