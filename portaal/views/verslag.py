"""The verslag: read it, write beside it, sign it (Wmo 2015 art. 2.3.2 lid 8 and 9)."""

from django.utils.translation import gettext as _

from portaal.forms import VerslagFormulier
from portaal.models import Gevraagd, Verslag, VerzoekSoort, VerzoekStatus
from portaal.schermen import check_mag, pagina
from portaal.views.indienen import formulierpagina
from toegang.models import Vertegenwoordiger
from wijkteams.statussen import VerslagStatus

Mag = Vertegenwoordiger.Mag


@pagina("verslag")
def verslag(request, pk):
    """Who may not sign (a child, a gemachtigde for letters) still reads it."""
    gevonden = Verslag.objects.voor(request.burger).get(pk=pk)
    if request.method == "POST":
        check_mag(request.burger, Mag.AANVRAGEN)
    al = (
        Gevraagd.objects.voor(request.burger)
        .filter(bron_id=pk, soort=VerzoekSoort.VERSLAG_TEKENEN)
        .exclude(status=VerzoekStatus.KAN_NIET)
        .first()
    )
    kan = gevonden.status == VerslagStatus.VERSTUURD and al is None and Mag.AANVRAGEN in request.burger.mag
    context = {"verslag": gevonden, "kan": kan, "al": al, "titel": _("Verslag van ons gesprek")}
    return formulierpagina(
        request, VerslagFormulier, "portaal/verslag.html", soort=VerzoekSoort.VERSLAG_TEKENEN, bron=gevonden,
        context=context,
    )  # fmt: skip
