"""Is this letter real? For anybody, by the code on paper; it says only yes or no, and the day it was sent."""

import datetime

from django.conf import settings
from django.core import signing
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from toegang import velden as v
from toegang.afzender import afzender
from toegang.briefcodes import lees_code, verzonden_met_code
from toegang.schermen import openbaar
from toegang.spamwering import OpenbaarFormulier
from toegang.usecases.inzending_begrenzen import TeVeel, inzending_begrenzen, netwerk

ZOUT = "toegang.briefcontrole"
GELDIG = 120  # seconds: an answer is for who asked, not to send on
GEEN_CODE = "Een code heeft acht letters en cijfers. Hij staat onderaan de brief. Bijvoorbeeld 7K4Q-92TM"


class CodeFormulier(OpenbaarFormulier):
    code = v.TekstVeld(
        label="Welke code staat er op de brief?", vraag="Vul de code van de brief in", smal="tg-kort",
        help_text="De code staat onderaan de laatste bladzijde. Bijvoorbeeld 7K4Q-92TM",
    )  # fmt: skip

    def clean_code(self):
        code = lees_code(self.cleaned_data["code"])
        if not code:
            self.add_error("code", GEEN_CODE)
        return code


@never_cache
@openbaar
def vragen(request):
    """Every try that is answered is counted, right or wrong: a machine that guesses is stopped soon."""
    formulier = CodeFormulier(request.POST or None)
    status = 200
    if request.method == "POST" and formulier.is_valid():
        nu, van = timezone.now(), netwerk(afzender(request))
        try:
            for soort, wie in (("per_afzender", van), ("samen", "")):
                inzending_begrenzen(
                    soort=f"briefcode_{soort}",
                    wie=wie,
                    hoogstens=settings.INZENDINGEN[soort],
                    door=request.door,
                    nu=nu,
                )
            code = formulier.cleaned_data["code"]
            op = verzonden_met_code(code)
            bewijs = signing.dumps([code, op.isoformat() if op else ""], salt=ZOUT)
            return redirect("openbaar:briefcontrole_antwoord", bewijs)
        except TeVeel:
            status = 429
            formulier.add_error(
                None, "U hebt te vaak een code ingevuld. Bel ons, of probeer het over een uur."
            )
    return TemplateResponse(request, "openbaar/briefcontrole.html", {"formulier": formulier}, status=status)


@never_cache
@openbaar
def antwoord(request, bewijs):
    """What the signed address says, for two minutes and with the code it is about; nothing is looked up here."""
    try:
        code, op = signing.loads(bewijs, salt=ZOUT, max_age=GELDIG)
    except signing.SignatureExpired:
        return redirect("openbaar:briefcontrole")
    except signing.BadSignature:
        raise Http404
    dag = datetime.date.fromisoformat(op) if op else None
    return TemplateResponse(request, "openbaar/briefcontrole_antwoord.html", {"dag": dag, "code": code})
