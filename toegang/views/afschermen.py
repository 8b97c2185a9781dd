"""Shield a dossier, set anew who may open it, or open it to the team again."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.forms.afschermen import AfschermFormulier
from toegang.models import Dossier, Zaak
from toegang.opmaak import datum
from toegang.permissions import check_mag_afschermen
from toegang.rechten import Laag, Recht, Rol
from toegang.schermen import scherm
from toegang.usecases.dossier_afschermen import afscherming_opheffen, dossier_afschermen
from toegang.views.zaakkop import zaakcontext


@scherm("afschermen", laag=Laag.PROCES)
def afschermen(request, pk):
    """Own colleague, known person, secret address: only named colleagues, until a review date."""
    dossier = Dossier.objects.voor(request.lezer, Recht.PROCES_INZIEN).get(pk=pk)
    zaken = list(
        Zaak.objects.voor(request.lezer, Recht.PROCES_INZIEN)
        .met_rechten(request.lezer)
        .met_lijstgegevens()
        .filter(dossier=dossier)[:20]
    )
    request.inzage.toon_zaak(zaken[0])
    check_mag_afschermen(zaken)
    handeling = request.POST.get("formuliernaam", "")
    formulier = AfschermFormulier(
        request.POST if handeling == "afschermen" else None, collegas=_collegas(zaken)
    )
    if handeling == "opheffen":
        afscherming_opheffen(dossier_id=pk, door=request.lezer, reden="afscherming opgeheven")
        messages.success(request, "Dit dossier is niet meer afgeschermd. Het team kan het weer openen.")
        return redirect("toegang:zaak", pk=zaken[0].pk)
    if formulier.is_bound and formulier.is_valid() and _afschermen(request, pk, formulier):
        return redirect("toegang:mijn_werk")
    context = {"titel": "Dossier afschermen", "formulier": formulier, "dossier": dossier}
    return TemplateResponse(request, "toegang/afschermen.html", {**zaakcontext(request, zaken[0]), **context})


def _afschermen(request, pk, formulier: AfschermFormulier) -> bool:
    gegevens = formulier.cleaned_data
    try:
        dossier_afschermen(
            dossier_id=pk, door=request.lezer, nu=timezone.now(), tot=gegevens["tot"], reden=gegevens["reden"],
            medewerkers=[int(m) for m in gegevens["medewerkers"]],
        )  # fmt: skip
    except ValidationError as fout:
        formulier.add_error(None, fout)
        return False
    messages.success(
        request, f"Dit dossier is afgeschermd. Op {datum(gegevens['tot'])} kijkt u of dat nog nodig is."
    )
    return True


def _collegas(zaken: list[Zaak]) -> list:
    """The teams of these zaken, and the administratie."""
    teams = {z.wijkteam_id for z in zaken if z.wijkteam_id}
    wie = Q(groups__name=Rol.ADMINISTRATIE.value) | Q(wijkteamuserobjectpermission__content_object__in=teams)
    alle = (
        get_user_model()
        .objects.filter(wie, is_active=True)
        .distinct()
        .order_by("last_name", "first_name", "pk")
    )
    return list(alle[:200])
