"""Self-reliance, on the domains that matter here."""

from django.contrib import messages
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.concept import conceptkader, gegevens_uit
from toegang.models import Verouderd as VerouderdeRij
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.tafelstand import Tafel
from toegang.verouderd import versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from wijkteams.forms import ZrmFormulier
from wijkteams.gespreksloop import gespreksloop
from wijkteams.models import Onderzoek, ZrmScore
from wijkteams.permissions import waarom_niet_bewerken
from wijkteams.usecases.zrm_vastleggen import versie_van, zrm_vastleggen
from wijkteams.views.formulierdelen import gelezen_versie, uit_concept
from wijkteams.views.verouderde_tekst import KIES, gekozen_gegevens, verouderd_van


@scherm("zrm", laag=Laag.INHOUD, aan_tafel=Tafel.VANZELF)
def zrm(request, pk):
    """First the reason per domain, then number and word; no average and no colours of good and bad."""
    zaak = zaak_ophalen(request, pk, laag=Laag.INHOUD)
    onderzoek = Onderzoek.objects.filter(zaak=zaak).first()
    scores = {s.domein: s for s in onderzoek.zrm_scores.all()} if onderzoek else {}
    huidig = {
        f"{veld}_{n}": str(getattr(s, veld))
        for n, s in scores.items()
        for veld in ("reden", "niveau", "toelichting")
    }
    context, kader = {}, conceptkader(request)
    getypt = gegevens_uit(kader)
    if request.method == "POST":
        gegevens, open_velden = gekozen_gegevens(request.POST, huidig)
        formulier = ZrmFormulier(gegevens)
        if formulier.is_valid() and not open_velden:
            try:
                zrm_vastleggen(
                    zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), scores=formulier.scores(),
                    versie=versie_uit(request),
                )  # fmt: skip
                messages.success(
                    request, "Zelfredzaamheid bewaard. Een lage score vraagt een doel in het plan."
                )
                return redirect("wijkteams:zrm", pk)
            except VerouderdeRij:
                context["verouderd"] = verouderd_van(formulier, huidig, _zrm_historie(onderzoek))
            except OngeldigeOvergang as fout:
                formulier.add_error(None, str(fout))
        elif open_velden:
            context["extra_fouten"] = [("verouderd-kop", KIES)]
            context["verouderd"] = verouderd_van(formulier, huidig, _zrm_historie(onderzoek))
    else:
        formulier = ZrmFormulier(initial=huidig | uit_concept(ZrmFormulier(), getypt))
    context |= {
        **zaakcontext(request, zaak), "titel": "Zelfredzaamheid", "formulier": formulier,
        "conceptkader": kader,
        "versie": gelezen_versie(getypt, versie_van(scores.values())),
        "loop": gespreksloop(zaak, None, "zrm"),
        "rijen": list(formulier.rijen(_vorige(zaak, request.lezer))), "weigering": waarom_niet_bewerken(zaak),
    }  # fmt: skip
    return TemplateResponse(request, "wijkteams/zrm.html", context)


def _zrm_historie(onderzoek: Onderzoek):
    return ZrmScore.history.filter(onderzoek=onderzoek)


def _vorige(zaak, lezer) -> dict[int, ZrmScore]:
    """The last score per domain of an earlier zaak of this inwoner, that this reader may see."""
    eerder = (
        ZrmScore.objects.voor(lezer, Recht.INHOUD_INZIEN)
        .filter(onderzoek__zaak__dossier_id=zaak.dossier_id, onderzoek__zaak__wet=zaak.wet, niveau__gt=0)
        .exclude(onderzoek__zaak=zaak)
        .order_by("gemeten_op", "pk")
    )
    return {s.domein: s for s in eerder}
