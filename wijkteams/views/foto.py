"""Photos of a visit, each with its consent."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms.foto import FotoFormulier
from wijkteams.gespreksloop import gespreksloop
from wijkteams.models import Bezoekfoto
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.usecases.foto_toevoegen import foto_toevoegen


@scherm("foto", laag=Laag.INHOUD, aan_tafel=Tafel.VANZELF)
def foto(request, pk):
    """Add one, and which there are; a photo opens as a document of the dossier."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    formulier = FotoFormulier(request.POST or None, request.FILES or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            foto_toevoegen(zaak_id=pk, door=request.lezer, nu=timezone.now(), **formulier.cleaned_data)
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(request, "Foto bewaard. Hij staat in het dossier bij Brieven en documenten.")
            return redirect(request.path)
    fotos = (
        Bezoekfoto.objects.voor(request.lezer, Recht.INHOUD_INZIEN)
        .filter(zaak=zaak)
        .select_related("document")
        .order_by("-document__gemaakt_om", "pk")[:100]
    )
    context = {
        **zaakcontext(request, zaak), "titel": "Foto’s", "formulier": formulier, "fotos": list(fotos),
        "weigering": waarom_niet_bewerken(zaak), "loop": gespreksloop(zaak, None, "foto"),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/foto.html", context)
