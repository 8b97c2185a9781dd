"""The other ways to a besluit: on our own motion, with spoed; and hearing the inwoner before it."""

import datetime

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from beschikkingen.forms.wegen import (
    AmbtshalveFormulier,
    AntwoordFormulier,
    MeedeelFormulier,
    MotiveerFormulier,
    OverslaanFormulier,
    SpoedbesluitFormulier,
    ZienswijzeFormulier,
)
from beschikkingen.models import Aanleiding, Zienswijze
from beschikkingen.permissions import check_mag_schrijven
from beschikkingen.soorten import Uitkomst
from beschikkingen.usecases.besluit_ambtshalve_opstellen import (
    NIETS,
    besluit_ambtshalve_opstellen,
    ingetrokken_met_opzet,
    waarover,
)
from beschikkingen.usecases.spoedbesluit_meedelen import spoedbesluit_meedelen, wat_meedelen_weigert
from beschikkingen.usecases.spoedbesluit_motiveren import spoedbesluit_motiveren
from beschikkingen.usecases.spoedbesluit_opstellen import spoedbesluit_opstellen
from beschikkingen.usecases.spoedbesluit_ter_ondertekening import spoedbesluit_ter_ondertekening
from beschikkingen.usecases.zienswijze_vragen import (
    wat_vragen_weigert,
    zienswijze_overslaan,
    zienswijze_vastleggen,
    zienswijze_vragen,
)
from beschikkingen.views.besluit import ophalen
from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

PAGINA = "beschikkingen/formulier.html"


def bladzijde(request, zaak, titel: str, formulier, knop: str, **anders) -> TemplateResponse:
    """The page of one act: what it is about, a form, one button."""
    context = zaakcontext(request, zaak) | {"titel": titel, "formulier": formulier, "knoptekst": knop}
    leeg = {
        "uitleg": (),
        "feiten": (),
        "weigering": "",
        "terug_adres": "beschikkingen:besluiten",
        "terug_pk": zaak.pk,
    }
    return TemplateResponse(request, PAGINA, context | leeg | anders)


@scherm("besluit_ambtshalve", laag=Laag.INHOUD)
def ambtshalve(request, pk):
    """A besluit that nobody asked for; `pk` is the zaak."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD, recht=Recht.INHOUD_BEWERKEN)
    uitspraak = zaak.beroepen.uitgesproken(zaak).exists()
    indicaties = waarover(zaak, Aanleiding.UITSPRAAK if uitspraak else Aanleiding.AMBTSHALVE)
    vordering = ingetrokken_met_opzet(zaak).exists()
    formulier = AmbtshalveFormulier(
        request.POST or None, zaak=zaak, indicaties=indicaties,
        uitspraak=uitspraak,
    )  # fmt: skip
    if request.method == "POST" and formulier.is_valid():
        try:
            besluit = besluit_ambtshalve_opstellen(
                zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Besluit opgesteld. Hieronder staat wat nog open is.")
            return redirect("beschikkingen:besluit", pk=besluit.pk)
    heronderzoek = zaak.soort == "heronderzoek"
    weigering = "" if indicaties or vordering or heronderzoek else NIETS
    return bladzijde(
        request, zaak, "Besluit zonder aanvraag", formulier, "Besluit opstellen", weigering=weigering,
        uitleg=("Dit besluit vroeg niemand. Er geldt geen termijn van twee weken. Hoor de inwoner vooraf (Awb 4:8).",),
    )  # fmt: skip


@scherm("spoedbesluit_opstellen", laag=Laag.INHOUD)
def spoed(request, pk):
    """Temporary help at once; `pk` is the zaak."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD, recht=Recht.INHOUD_BEWERKEN)
    vandaag = timezone.localdate()
    formulier = SpoedbesluitFormulier(request.POST or None, zaak=zaak, op=vandaag)
    if request.method == "POST" and formulier.is_valid():
        try:
            besluit = spoedbesluit_opstellen(
                zaak_id=pk, door=request.lezer, vandaag=vandaag, **formulier.velden()
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Spoedbesluit opgesteld. Stuur het nu naar de ondertekenaar.")
            return redirect("beschikkingen:besluit", pk=besluit.pk)
    return bladzijde(
        request, zaak, "Spoedbesluit", formulier, "Spoedbesluit opstellen",
        weigering="" if zaak.is_open else "Deze zaak is afgesloten.",
        uitleg=(
            "Tijdelijke hulp, omdat het niet kan wachten (Wmo 2.3.3). Twee mensen beslissen: u en de ondertekenaar."
            " Een toetser kijkt achteraf. Het onderzoek gaat door.",
        ),
    )  # fmt: skip


@require_POST
@scherm("spoedbesluit_ter_ondertekening", laag=Laag.INHOUD)
def naar_ondertekenaar(request, pk):
    """The button *Naar de ondertekenaar* of a spoedbesluit."""
    try:
        spoedbesluit_ter_ondertekening(besluit_id=pk, door=request.lezer, vandaag=timezone.localdate())
    except ValidationError as fout:
        wat = " ".join(f"{z.rstrip('.')}." for z in fout.messages)
        messages.error(request, f"Nog niet naar de ondertekenaar. {wat}")
    else:
        messages.success(request, "Het spoedbesluit ligt nu bij de ondertekenaars. Bel er een.")
    return redirect("beschikkingen:besluit", pk=pk)


@scherm("spoedbesluit_meedelen", laag=Laag.INHOUD)
def meedelen(request, pk):
    """The order by word of mouth."""
    besluit = ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    nu = timezone.localtime()
    formulier = MeedeelFormulier(request.POST or None, initial={"dag": nu.date(), "tijd": nu.time()})
    if request.method == "POST" and formulier.is_valid():
        g = formulier.cleaned_data
        om = timezone.make_aware(datetime.datetime.combine(g["dag"], g["tijd"]))
        try:
            spoedbesluit_meedelen(besluit_id=pk, door=request.lezer, nu=timezone.now(), om=om, aan=g["aan"])
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(request, "Vastgelegd. De hulp mag beginnen. Stuur de brief binnen een week.")
            return redirect("beschikkingen:besluit", pk=pk)
    return bladzijde(
        request, besluit.zaak, "Mondelinge opdracht vastleggen", formulier, "Vastleggen",
        weigering=wat_meedelen_weigert(besluit), terug_adres="beschikkingen:besluit", terug_pk=pk,
        uitleg=("De hulp begint met deze opdracht. De brief met de reden volgt binnen een week (Awb 3:47).",),
    )  # fmt: skip


@scherm("spoedbesluit_motiveren", laag=Laag.INHOUD)
def motiveren(request, pk):
    """The written motivation after a spoedbesluit that went without it."""
    besluit = ophalen(request, pk, recht=Recht.INHOUD_BEWERKEN)
    formulier = MotiveerFormulier(request.POST or None, initial={"motivering": besluit.motivering})
    if request.method == "POST" and formulier.is_valid():
        try:
            spoedbesluit_motiveren(
                besluit_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
            )
        except (ValidationError, OngeldigeOvergang) as fout:
            fouten_overnemen(formulier, fout)
        else:
            messages.success(
                request, "De brief met de motivering wordt gemaakt. De administratie verstuurt hem."
            )
            return redirect("beschikkingen:besluit", pk=pk)
    return bladzijde(
        request, besluit.zaak, "Motivering versturen", formulier, "Brief laten maken",
        terug_adres="beschikkingen:besluit", terug_pk=pk,
    )  # fmt: skip


STAPPEN = {
    "vragen": (ZienswijzeFormulier, zienswijze_vragen, "Zienswijze vragen"),
    "antwoord": (AntwoordFormulier, zienswijze_vastleggen, "Antwoord vastleggen"),
    "overslaan": (OverslaanFormulier, zienswijze_overslaan, "Niet horen"),
}


@scherm("zienswijze", laag=Laag.INHOUD)
def zienswijze(request, pk):
    """What was asked and said before this besluit; ask, record the answer, or leave it out with the reason."""
    besluit = ophalen(request, pk)
    rijen = list(
        Zienswijze.objects.filter(besluit=besluit).select_related("brief").order_by("gevraagd_op", "pk")
    )
    open_ = next((z for z in rijen if z.afgerond_op is None), None)
    weigering = wat_vragen_weigert(besluit)
    mogelijk = () if weigering else ("antwoord",) if open_ else ("vragen", "overslaan")
    gestuurd = request.POST.get("formuliernaam", "")
    formulieren = []
    for naam in mogelijk:
        vorm, doen, knop = STAPPEN[naam]
        formulier = vorm(request.POST if naam == gestuurd else None, auto_id=f"id_{naam}_%s")
        if naam == gestuurd and formulier.is_valid():
            try:
                doen(
                    besluit_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data
                )
            except (ValidationError, OngeldigeOvergang) as fout:
                fouten_overnemen(formulier, fout)
            else:
                messages.success(request, "Vastgelegd." if naam != "vragen" else "Vastgelegd wat u vroeg.")
                return redirect("beschikkingen:zienswijze", pk=pk)
        formulieren.append((naam, formulier, knop))
    if request.method == "POST":
        check_mag_schrijven(request.lezer, besluit)
    schrijft = besluit.zaak.mag(Recht.INHOUD_BEWERKEN)
    context = zaakcontext(request, besluit.zaak) | {
        "titel": "Zienswijze van de inwoner",
        "besluit": besluit,
        "uitkomst": Uitkomst(besluit.uitkomst).label,
        "zienswijzen": rijen,
        "stappen": formulieren if schrijft else [],
        "formulieren": [f for _, f, _ in formulieren if f.is_bound],
        "weigering": weigering,
    }
    return TemplateResponse(request, "beschikkingen/zienswijze.html", context)
