"""My data, a request to correct it, and who looked."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from portaal.burger import in_de_taal, naam_van
from portaal.forms import BezorgingFormulier, TekstFormulier
from portaal.models import Inzageregel, Persoon, VerzoekSoort
from portaal.schermen import NIET_VOOR_U, pagina
from portaal.views.indienen import formulierpagina
from portaal.wie_keek import dagen
from toegang.models import Vertegenwoordiger
from toegang.telefoon import leesbaar

Mag = Vertegenwoordiger.Mag
PER = 200


@require_safe
@pagina("gegevens")
def gegevens(request):
    persoon = Persoon.objects.voor(request.burger).get()
    context = {
        "persoon": persoon,
        "naam": in_de_taal(naam_van(persoon).aanschrijving()),
        "telefoon": leesbaar(persoon.telefoon),
        "kiest_bezorging": request.burger.is_zelf and Mag.AANVRAGEN in request.burger.mag,
    }
    return TemplateResponse(request, "portaal/gegevens.html", context)


@pagina("bezorging", mag=Mag.AANVRAGEN)
def bezorging(request):
    """Paper, or Mijn hulp with an e-mail: one chooses it for oneself (Awb art. 2:8)."""
    if not request.burger.is_zelf:
        raise PermissionDenied(NIET_VOOR_U)
    persoon = Persoon.objects.voor(request.burger).get()
    return formulierpagina(
        request, BezorgingFormulier, "portaal/formulier.html", soort=VerzoekSoort.BEZORGING,
        initial={"wijze": persoon.bezorging or "papier", "e_mail": persoon.e_mail},
        context={"titel": _("Hoe u onze brieven krijgt"), "knop": _("Opslaan"), "uitleg": _(
            "Kiest u Mijn hulp? Dan telt een brief vanaf de dag van de e-mail. Lees hem dan op tijd. "
            "U kunt altijd terug naar papier."
        )},
    )  # fmt: skip


@pagina("klopt_niet", mag=Mag.SPREKEN)
def klopt_niet(request):
    """A request to correct (AVG art. 16): an answer within a month."""
    return formulierpagina(
        request, TekstFormulier, "portaal/formulier.html", soort=VerzoekSoort.GEGEVENS, vraag=_("Wat klopt er niet?"),
        hulp=_("Schrijf erbij wat het wel moet zijn"),
        context={"titel": _("Mijn gegevens kloppen niet"), "knop": _("Versturen"),
                 "uitleg": _("U hoort binnen een maand wat wij ermee doen.")},
    )  # fmt: skip


@require_safe
@pagina("wie_keek", mag=Mag.DOSSIER)
def wie_keek(request):
    """Per day, by role and team; lists folded, emergencies marked. `na`: further back."""
    rijen = Inzageregel.objects.voor(request.burger)
    na = request.GET.get("na", "")
    if na.isascii() and na.isdigit():
        rijen = rijen.filter(pk__lt=int(na[:18]))
    rijen = list(rijen.order_by("-pk")[: PER + 1])
    volgende = f"?na={rijen[PER - 1].pk}" if len(rijen) > PER else ""
    return TemplateResponse(
        request, "portaal/wie_keek.html", {"dagen": dagen(rijen[:PER]), "volgende": volgende}
    )


@pagina("vraag_over_inzage", mag=Mag.SPREKEN)
def vraag_over_inzage(request, pk):
    """A question about one line; it goes to the functionaris gegevensbescherming."""
    regel = Inzageregel.objects.voor(request.burger).filter(pk=pk).first()
    if regel is None:
        raise ObjectDoesNotExist
    [(_dag, [gevonden])] = dagen([regel], vouwen=False)
    return formulierpagina(
        request, TekstFormulier, "portaal/formulier.html", soort=VerzoekSoort.INZAGE, vraag=_("Wat wilt u weten?"),
        extra={"inzage": regel.pk},
        context={"titel": _("Vraag over wie keek"), "knop": _("Vraag versturen"), "uitleg": gevonden.zin},
    )  # fmt: skip
