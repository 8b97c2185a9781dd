"""My letters as they were sent; beside a decision the way to object."""

import hashlib

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from portaal.brieftitels import met_betekenis
from portaal.forms import TekstFormulier
from portaal.models import Brief, VerzoekSoort
from portaal.schermen import pagina
from portaal.views.indienen import formulierpagina
from toegang.models import Vertegenwoordiger

Mag = Vertegenwoordiger.Mag


GEEN_BESLUIT = gettext_lazy(
    "Tegen deze brief kunt u geen bezwaar maken. Bel ons als u het er niet mee eens bent."
)
UITLEG = gettext_lazy(
    "U maakt bezwaar tegen: %(brief)s. Een collega die het besluit niet nam, kijkt er opnieuw naar."
)


class BriefVeranderd(RuntimeError):
    """The file in storage is not the letter that was sent."""


@require_safe
@pagina("brieven")
def brieven(request):
    vandaag = timezone.localdate()
    rijen = met_betekenis(Brief.objects.voor(request.burger).order_by("-verzonden_op", "pk"))
    for b in rijen:
        b.kan = Mag.BEZWAAR in request.burger.mag and b.bezwaar_kan(vandaag)
    return TemplateResponse(request, "portaal/brieven.html", {"brieven": rijen})


@require_safe
@pagina("brief", actie="downloaden")
def brief(request, pk):
    gevonden = Brief.objects.voor(request.burger).get(pk=pk)
    with default_storage.open(gevonden.bestand, "rb") as bestand:
        inhoud = bestand.read()
    if hashlib.sha256(inhoud).hexdigest() != gevonden.sha256:
        raise BriefVeranderd(str(pk))
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'inline; filename="brief-{gevonden.verzonden_op:%Y-%m-%d}.pdf"'
    antwoord["X-Content-Type-Options"] = "nosniff"
    return antwoord


@pagina("niet_eens", mag=Mag.BEZWAAR)
def niet_eens(request, pk):
    """Object to a decision, from its letter (Awb art. 6:4, 6:5, 6:7); after the last day too (6:11)."""
    gevonden = Brief.objects.voor(request.burger).get(pk=pk)
    if gevonden.bezwaar_tot is None:
        raise PermissionDenied(GEEN_BESLUIT)
    return formulierpagina(
        request, TekstFormulier, "portaal/formulier.html", soort=VerzoekSoort.BEZWAAR, bron=gevonden,
        vraag=_("Waarom bent u het er niet mee eens?"),
        context={"titel": _("Ik ben het er niet mee eens"), "knop": _("Bezwaar versturen"),
                 "uiterlijk": gevonden.bezwaar_tot, "te_laat": not gevonden.bezwaar_kan(timezone.localdate()),
                 "uitleg": UITLEG % {"brief": gevonden.onderwerp}, "ander": True},
    )  # fmt: skip
