"""My data, a request to correct it, and who looked."""

from django.core.exceptions import ObjectDoesNotExist
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from portaal.burger import naam_van
from portaal.forms import TekstFormulier
from portaal.models import Inzageregel, Persoon, VerzoekSoort
from portaal.schermen import pagina
from portaal.views.indienen import formulierpagina
from portaal.wie_keek import dagen
from toegang.models import Vertegenwoordiger

Mag = Vertegenwoordiger.Mag
PER = 200


@pagina("gegevens")
def gegevens(request):
    persoon = Persoon.objects.voor(request.burger).get()
    context = {"persoon": persoon, "naam": naam_van(persoon).aanschrijving()}
    return TemplateResponse(request, "portaal/gegevens.html", context)


@pagina("klopt_niet", mag=Mag.SPREKEN)
def klopt_niet(request):
    """A request to correct (AVG art. 16): an answer within a month."""
    return formulierpagina(
        request, TekstFormulier, "portaal/formulier.html", soort=VerzoekSoort.GEGEVENS, vraag=_("Wat klopt er niet?"),
        hulp=_("Schrijf erbij wat het wel moet zijn"),
        context={"titel": _("Mijn gegevens kloppen niet"), "knop": _("Versturen"),
                 "uitleg": _("U hoort binnen een maand wat wij ermee doen.")},
    )  # fmt: skip


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
