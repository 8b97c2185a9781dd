"""A stored file, served only here: by its layer, written down, and never kept by a browser."""

import hashlib

import structlog
from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.template.response import TemplateResponse

from toegang.gebeurtenissen import briefwoord
from toegang.models import Brief, Document
from toegang.models.zaak import zaken_q
from toegang.permissions import brief_als_post, mag_brief_lezen
from toegang.rechten import RECHT_BIJ_LAAG, Laag, Recht
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

log = structlog.get_logger("toegang.documenten")


class BestandVeranderd(RuntimeError):
    """The file in storage is not the file that was kept."""


@csp_replace(
    {
        "default-src": [NONE],
        "object-src": [SELF],
        "plugin-types": ["application/pdf"],
        "frame-ancestors": [NONE],
    }
)
@scherm("document", laag=Laag.INHOUD, actie="downloaden")
def document(request, pk):
    """The file itself. A letter that waits to be sent opens for the administratie too."""
    gevonden = Document.objects.filter(zaken_q(request.lezer, Recht.PROCES_INZIEN, "zaak__")).get(pk=pk)
    zaak = _mag_openen(request, gevonden)
    if gevonden.in_quarantaine:
        raise PermissionDenied(
            "Dit bestand wordt nog gecontroleerd. Probeer het over een paar minuten opnieuw."
        )
    with gevonden.bestand.open("rb") as bestand:
        inhoud = bestand.read()
    if hashlib.sha256(inhoud).hexdigest() != gevonden.sha256:
        log.error("bestand_veranderd", document=str(pk))
        raise BestandVeranderd(str(pk))
    antwoord = HttpResponse(inhoud, content_type=gevonden.mediatype)
    soort = "inline" if gevonden.mediatype == "application/pdf" else "attachment"
    einde = ".pdf" if gevonden.mediatype == "application/pdf" else ""
    antwoord["Content-Disposition"] = f'{soort}; filename="{zaak.kenmerk}-{gevonden.soort}{einde}"'
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Cache-Control"] = "no-store, private"
    return antwoord


def _mag_openen(request, gevonden: Document):
    brief = getattr(gevonden, "brief", None)
    zaak = zaak_ophalen(request, gevonden.zaak_id)
    if brief is not None and brief_als_post(request.lezer, zaak, brief):
        request.inzage.regels.clear()
        request.inzage.toon_zaak(zaak, laag=Laag.UITVOERING, grond="verzending")
        return zaak
    request.inzage.regels.clear()
    return zaak_ophalen(request, gevonden.zaak_id, laag=Laag(gevonden.laag))


@scherm("documenten", laag=Laag.PROCES)
def documenten(request, pk):
    """The letters of a zaak, and the files that this reader may open."""
    zaak = zaak_ophalen(request, pk)
    brieven = list(Brief.objects.filter(zaak=zaak).order_by("-gevraagd_om", "pk")[:100])
    for brief in brieven:
        brief.woord = briefwoord(brief)
        brief.leesbaar = mag_brief_lezen(request.lezer, zaak, brief)
    lagen = [laag for laag, recht in RECHT_BIJ_LAAG.items() if zaak.mag(recht)]
    bestanden = Document.objects.filter(zaak=zaak, laag__in=lagen, brief=None).order_by("-gemaakt_om", "pk")
    context = {"titel": "Brieven en documenten", "brieven": brieven, "bestanden": list(bestanden[:100])}
    return TemplateResponse(request, "toegang/documenten.html", {**zaakcontext(request, zaak), **context})
