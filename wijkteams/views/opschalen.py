"""To wijkteam+ and back: one page, with what can be done now."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.permissions import op_de_zaak
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.verdelen import AfschalenFormulier, OpschalenFormulier
from wijkteams.opschaalregels import NIET_UW_WERK, waarom_niet_opschalen
from wijkteams.usecases.zaak_afschalen import team_na_afschalen, zaak_afschalen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen

OVERGENOMEN = "De teamleider daar kiest een regisseur. U kunt dit dossier nu niet meer openen."


@scherm("opschalen", laag=Laag.PROCES)
def opschalen(request, pk):
    """Up, or back when it is up; what was written about it only for the regisseur of now."""
    zaak = zaak_ophalen(request, pk, laag=Laag.PROCES)
    if not (zaak.mag(Recht.INHOUD_INZIEN) or zaak.mag(Recht.VERDELEN)):
        raise PermissionDenied(NIET_UW_WERK)
    eerder = list(
        zaak.opschalingen.select_related("van_team", "naar_team", "terug_naar").order_by(
            "-opgeschaald_op", "-pk"
        )
    )
    lopend = next((o for o in eerder if o.afgeschaald_op is None), None)
    leest = zaak.mag(Recht.GEVOELIG_INZIEN) and op_de_zaak(request.lezer, zaak)
    if leest and eerder:
        request.inzage.toon_zaak(zaak, laag=Laag.GEVOELIG)
    soort = AfschalenFormulier if lopend else OpschalenFormulier
    formulier = soort(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            messages.success(request, _uitvoeren(zaak, lopend, formulier.cleaned_data, request.lezer))
            return redirect("toegang:mijn_werk")
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
    context = {
        **zaakcontext(request, zaak), "titel": "Afschalen" if lopend else "Opschalen", "formulier": formulier,
        "lopend": lopend, "eerder": eerder, "leest": leest,
        "terug_naar": team_na_afschalen(zaak, lopend) if lopend else None,
        "weigering": waarom_niet_opschalen(request.lezer, zaak, terug=lopend is not None),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/opschalen.html", context)


def _uitvoeren(zaak, lopend, data: dict, door) -> str:
    """One use-case; the sentence for the next page, without a name: it is read by who may no longer look."""
    nu, vandaag = timezone.now(), timezone.localdate()
    if lopend:
        opschaling = zaak_afschalen(zaak_id=zaak.pk, door=door, vandaag=vandaag, nu=nu, **data)
        return f"Afgeschaald naar {opschaling.terug_naar.naam}. {OVERGENOMEN}"
    opschaling = zaak_opschalen(zaak_id=zaak.pk, door=door, vandaag=vandaag, nu=nu, **data)
    return f"Opgeschaald naar {opschaling.naar_team.naam}. {OVERGENOMEN}"
