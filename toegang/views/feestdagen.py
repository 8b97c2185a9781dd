"""The feast days: the computed ones shown, those of a decree kept by the beheerder."""

import datetime
from collections import Counter

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from toegang import feestdagen as dagen
from toegang import feestdagentabel
from toegang.forms.feestdag import FeestdagFormulier
from toegang.formulier import fouten_overnemen
from toegang.models import Gelijkgestelde, Taak, Termijn, TermijnSoort, Verouderd
from toegang.rechten import Rol
from toegang.schermen import scherm
from toegang.usecases.feestdagen_bijhouden import REDEN, feestdag_vastleggen, geen_feestdagen_bevestigen
from toegang.verouderd import versie_uit


@scherm("feestdagen", rollen=(Rol.BEHEERDER,))
def feestdagen(request):
    """One year at a time: day, name, rule; below it a form for a new day, and which clocks a change moved."""
    jaar = _jaar(request)
    formulier = FeestdagFormulier(request.POST if request.POST.get("formuliernaam") == "dag" else None)
    if request.method == "POST" and request.POST.get("formuliernaam") == "geen":
        geen_feestdagen_bevestigen(jaar=jaar, door=request.lezer)
        messages.success(request, f"Vastgelegd: voor {jaar} is er geen gelijkgestelde dag.")
        return redirect(f"{reverse('toegang:feestdagen')}?jaar={jaar}")
    if request.method == "POST" and formulier.is_valid() and (rij := _vastgelegd(request, formulier)):
        return redirect(f"{reverse('toegang:feestdagen')}?jaar={rij.dag.year}")
    feestdagentabel.actueel()
    bijgehouden = {rij.dag: rij for rij in Gelijkgestelde.objects.filter(dag__year=jaar).order_by("dag")}
    kb = dagen.gelijkgesteld(jaar)
    context = {
        "jaar": jaar,
        "rijen": [
            (dag, naam, kb.get(dag, "Berekend"), bijgehouden.get(dag)) for dag, naam in dagen.feestdagen(jaar).items()
        ],
        "leeg": not kb,
        "taak": Taak.objects.voor(request.lezer).open().filter(sleutel=f"feestdagen_{jaar}:None").first(),
        "verschoven": _verschoven(),
        "formulier": formulier,
    }  # fmt: skip
    return TemplateResponse(request, "toegang/feestdagen.html", context)


@scherm("feestdag_wijzigen", rollen=(Rol.BEHEERDER,))
def feestdag_wijzigen(request, pk):
    """Mend a day that was typed wrong."""
    rij = Gelijkgestelde.objects.get(pk=pk)
    formulier = FeestdagFormulier(request.POST or None, initial={"dag": rij.dag, "besluit": rij.besluit})
    if request.method == "POST" and formulier.is_valid() and (nieuw := _vastgelegd(request, formulier, rij)):
        return redirect(f"{reverse('toegang:feestdagen')}?jaar={nieuw.dag.year}")
    return TemplateResponse(request, "toegang/feestdag_wijzigen.html", {"rij": rij, "formulier": formulier})


def _vastgelegd(request, formulier, rij: Gelijkgestelde | None = None) -> Gelijkgestelde | None:
    try:
        nieuw = feestdag_vastleggen(
            door=request.lezer, gelijkgestelde_id=rij.pk if rij else None,
            versie=versie_uit(request) if rij else None, **formulier.cleaned_data,
        )  # fmt: skip
    except (Verouderd, ValidationError) as fout:
        fouten_overnemen(formulier, fout)
    else:
        messages.success(request, "Dag bewaard. De termijnen die lopen worden opnieuw berekend.")
        return nieuw
    return None


def _jaar(request) -> int:
    gevraagd = request.GET.get("jaar", "")
    return (
        int(gevraagd)
        if gevraagd.isdecimal() and 2020 <= int(gevraagd[:4]) <= 2099
        else timezone.localdate().year
    )


def _verschoven() -> list[tuple[str, datetime.date, int]]:
    """What the last changes did: kind of term, the new last day, how many; no person is named."""
    sinds = timezone.now() - datetime.timedelta(days=7)
    rijen = Termijn.history.filter(history_change_reason=REDEN, history_date__gte=sinds)
    tel = Counter(rijen.values_list("soort", "uiterste_datum"))
    return [(TermijnSoort(soort).label, dag, n) for (soort, dag), n in sorted(tel.items())]
