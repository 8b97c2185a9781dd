"""Destruction: the list of what may go, the proposal, the decision of the FG, and the inwoner's request."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.forms.vernietigen import BesluitFormulier, OordeelFormulier, VerzoekFormulier
from toegang.formulier import Formulier, fouten_overnemen
from toegang.models import TermijnSoort, Vernietiging
from toegang.permissions import (
    MAG_VERNIETIGEN_VOORSTELLEN,
    check_mag_vernietigverzoek_beoordelen,
    mag_vernietiging_besluiten,
    mag_vernietigverzoek_beoordelen,
)
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang, VernietigingStatus
from toegang.usecases.vernietiging_besluiten import vernietiging_besluiten
from toegang.usecases.vernietiging_voorstellen import vernietiging_voorstellen
from toegang.usecases.vernietigverzoek_beoordelen import vernietigverzoek_beoordelen
from toegang.usecases.vernietigverzoek_registreren import vernietigverzoek_registreren
from toegang.vernietigbaar import (
    PER,
    grondslag,
    voor_te_stellen,
    wat_beslissen_weigert,
    wat_houdt_vast,
    wat_weigert,
)
from toegang.vernietigplan import in_woorden, wat_gaat
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

FG = Rol.FUNCTIONARIS_GEGEVENSBESCHERMING
FOUTEN = (OngeldigeOvergang, ValidationError)


@scherm("vernietigingen", laag=Laag.PROCES, rollen=(FG, *MAG_VERNIETIGEN_VOORSTELLEN))
def vernietigingen(request):
    """To decide, to propose, and what was done; the oldest first, each list one page."""
    rijen = Vernietiging.objects.voor(request.lezer).select_related(
        "zaak__dossier", "voorgesteld_door", "besloten_door"
    )
    open_ = list(rijen.open().order_by("voorgesteld_op", "pk")[:PER])
    gedaan = list(rijen.exclude(status=VernietigingStatus.VOORGESTELD).order_by("-besloten_op", "pk")[:PER])
    voorstelbaar = []
    stelt_voor = request.lezer.rechten.heeft_rol(*MAG_VERNIETIGEN_VOORSTELLEN)
    if stelt_voor:
        voorstelbaar = list(voor_te_stellen(request.lezer, timezone.localdate())[: PER + 1])
    for zaak in (*voorstelbaar[:PER], *(v.zaak for v in (*open_, *gedaan) if v.zaak)):
        request.inzage.toon_zaak(zaak)
    context = {
        "open": open_, "gedaan": gedaan, "voorstelbaar": voorstelbaar[:PER], "meer": len(voorstelbaar) > PER,
        "stelt_voor": stelt_voor,
    }  # fmt: skip
    return TemplateResponse(request, "toegang/vernietigingen.html", context)


@scherm("vernietiging_voorstellen", laag=Laag.PROCES, rollen=MAG_VERNIETIGEN_VOORSTELLEN)
def voorstellen(request, pk):
    """The check page: what goes, what stays, and why it may; or the sentences that say why not yet."""
    zaak = zaak_ophalen(request, pk)
    vandaag = timezone.localdate()
    formulier = Formulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            vernietiging_voorstellen(zaak_id=pk, door=request.lezer, vandaag=vandaag)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "De vernietiging is voorgesteld. De FG beslist.")
            return redirect("toegang:vernietigingen")
    weigeringen = wat_weigert(zaak, vandaag)
    context = {"titel": "Vernietigen", "formulier": formulier, "weigeringen": weigeringen}
    if not weigeringen:
        context |= {"gaat": in_woorden(wat_gaat(pk)), "grondslag": grondslag(zaak, vandaag)}
    return TemplateResponse(
        request, "toegang/vernietiging_voorstellen.html", context | zaakcontext(request, zaak)
    )


@scherm("vernietiging", laag=Laag.PROCES, rollen=(FG, *MAG_VERNIETIGEN_VOORSTELLEN))
def vernietiging(request, pk):
    """One proposal: who reads it sees why, what goes and what stays; the FG decides, unless it is her own."""
    voorstel = (
        Vernietiging.objects.voor(request.lezer)
        .select_related("zaak__dossier__inwoner", "voorgesteld_door", "besloten_door")
        .get(pk=pk)
    )
    if voorstel.zaak:
        request.inzage.toon_zaak(voorstel.zaak)
    formulier = BesluitFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        akkoord = formulier.cleaned_data["besluit"] == "vernietigen"
        try:
            vernietiging_besluiten(
                vernietiging_id=pk, akkoord=akkoord, reden=formulier.cleaned_data["reden"], door=request.lezer,
                vandaag=timezone.localdate(),
            )  # fmt: skip
        except FOUTEN as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(
                request,
                "Vernietigd. Wat blijft, is dit bewijs zonder inhoud en wie eerder keek."
                if akkoord
                else "Afgewezen. De zaak blijft staan.",
            )
            return redirect("toegang:vernietiging", pk)
    open_ = voorstel.status == VernietigingStatus.VOORGESTELD
    zinnen = wat_beslissen_weigert(voorstel, voorstel.zaak) if open_ else []
    context = {
        "voorstel": voorstel, "formulier": formulier, "open": open_, "zinnen": zinnen,
        "gaat": in_woorden(wat_gaat(voorstel.zaak_id) if open_ else voorstel.aantallen),
        "mag": open_ and mag_vernietiging_besluiten(request.lezer, voorstel),
        "fg": request.lezer.rechten.heeft_rol(FG),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/vernietiging.html", context)


@scherm("vernietigverzoek", laag=Laag.PROCES, rollen=MAG_VERNIETIGEN_VOORSTELLEN)
def vernietigverzoek(request, pk):
    """Register the inwoner's request; when one waits, the teamlead judges it here."""
    zaak = zaak_ophalen(request, pk)
    verzoeken = list(
        zaak.vernietigverzoeken.select_related("beoordeeld_door").order_by("-ontvangen_op", "pk")
    )
    wacht = next((v for v in verzoeken if not v.uitkomst), None)
    soort = OordeelFormulier if wacht else VerzoekFormulier
    formulier = soort(request.POST or None)
    if request.method == "POST" and wacht:
        check_mag_vernietigverzoek_beoordelen(request.lezer, zaak)
    if request.method == "POST" and formulier.is_valid():
        try:
            zin = _verwerken(request, pk, wacht, dict(formulier.cleaned_data))
        except FOUTEN as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, zin)
            return redirect("toegang:vernietigverzoek", pk)
    lopend = zaak.termijnen.lopend().filter(soort=TermijnSoort.VERNIETIGVERZOEK).first()
    context = {
        "titel": "Verzoek om te vernietigen", "formulier": formulier, "wacht": wacht, "verzoeken": verzoeken,
        "toegewezen": any(v.uitkomst == v.Uitkomst.TOEGEWEZEN for v in verzoeken), "lopend": lopend,
        "mag_beoordelen": mag_vernietigverzoek_beoordelen(request.lezer, zaak),
        "houdt_vast": wat_houdt_vast(zaak),
    }  # fmt: skip
    return TemplateResponse(request, "toegang/vernietigverzoek.html", context | zaakcontext(request, zaak))


def _verwerken(request, pk, wacht, gegevens: dict) -> str:
    """Do what the form says; the sentence for the next page."""
    feiten = {"zaak_id": pk, "door": request.lezer, "vandaag": timezone.localdate()}
    if wacht is None:
        gegevens.pop("schriftelijk")
        vernietigverzoek_registreren(**feiten, **gegevens)
        return "Het verzoek is vastgelegd en de termijn loopt. De teamleider beoordeelt het."
    verzoek = vernietigverzoek_beoordelen(**feiten, **gegevens)
    if verzoek.uitkomst == verzoek.Uitkomst.GEWEIGERD:
        return "Het verzoek is geweigerd. Schrijf de inwoner waarom, en dat bezwaar mogelijk is."
    return "Het verzoek is toegewezen. Stel nu de vernietiging voor; de FG beslist."
