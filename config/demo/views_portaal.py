"""Sign in as an invented inwoner, without DigiD. Lives in the portal's demo settings alone."""

import json

from django.conf import settings
from django.template.response import TemplateResponse

from config.demo.burgers import bestand
from portaal.burger import aanmelden
from portaal.views.aanmelden import binnenlaten
from toegang.bsn import blinde_index, geldig


def kiezen(request):
    """A few people of the demo municipality to step in as, or any test BSN of it."""
    fout = ""
    if request.method == "POST":
        bsn = request.POST.get("bsn", "").strip()
        if geldig(bsn):
            return binnenlaten(request, aanmelden(blinde_index(bsn)))
        fout = "Dit BSN klopt niet. Kies iemand uit de lijst."
    pad = bestand(settings.DOCUMENTEN_MAP)
    mensen = json.loads(pad.read_text(encoding="utf-8")) if pad.exists() else []
    return TemplateResponse(request, "demo/burgers.html", {"mensen": mensen, "fout": fout})
