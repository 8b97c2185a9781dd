"""A stored file, served only here: by its layer, written down, and never kept by a browser."""

import hashlib

import structlog
from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.bestandscontrole import Soort
from toegang.gebeurtenissen import briefwoord
from toegang.models import Bericht, Brief, Document
from toegang.permissions import brief_als_post, mag_bericht_beslissen, mag_brief_lezen
from toegang.rechten import RECHT_BIJ_LAAG, Laag
from toegang.schermen import scherm
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext

log = structlog.get_logger("toegang.documenten")


class BestandVeranderd(RuntimeError):
    """The file in storage is not the file that was kept."""


PDF = "application/pdf"
EIGEN_CSP = {
    "default-src": [NONE],
    "object-src": [SELF],
    "plugin-types": [PDF],
    "frame-ancestors": [NONE],
}
VAN_BUITEN_CSP = {"default-src": [NONE], "frame-ancestors": [NONE], "sandbox": True}
WACHT = "Dit bestand wordt nog gecontroleerd. Probeer het over een paar minuten opnieuw."
GEWEIGERD = "In dit bestand zat een virus. Het is verwijderd. Vraag het opnieuw op."
EINDES = {PDF: ".pdf", **{s.mediatype: s.extensies[0] for s in Soort}}


@scherm("document", laag=Laag.INHOUD, actie="downloaden")
def document(request, pk):
    """The file itself. A letter that waits to be sent opens for the administratie too.

    What came from outside is downloaded, never shown inside a page: attachment, sandbox, no sniffing.
    """
    gevonden = Document.objects.in_rij(request.lezer).select_related("contactmoment", "brief").get(pk=pk)
    return bestand_antwoord(gevonden, _mag_openen(request, gevonden))


def bestand_antwoord(gevonden: Document, naam: str) -> HttpResponse:
    """The bytes as they were kept, for who may open them and was written down."""
    if gevonden.in_quarantaine:
        raise PermissionDenied(GEWEIGERD if gevonden.is_geweigerd else WACHT)
    with gevonden.bestand.open("rb") as bestand:
        inhoud = bestand.read()
    if hashlib.sha256(inhoud).hexdigest() != gevonden.sha256:
        log.error("bestand_veranderd", document=str(gevonden.pk))
        raise BestandVeranderd(str(gevonden.pk))
    inline = gevonden.mediatype == PDF and not gevonden.is_van_buiten
    return _antwoord(inhoud, gevonden.mediatype, f"{naam}{EINDES.get(gevonden.mediatype, '')}", inline=inline)


def pdf_antwoord(inhoud: bytes, naam: str) -> HttpResponse:
    """A PDF of our own that was not kept: shown in the browser."""
    return _antwoord(inhoud, PDF, naam, inline=True)


def _antwoord(inhoud: bytes, mediatype: str, naam: str, *, inline: bool) -> HttpResponse:
    antwoord = HttpResponse(inhoud, content_type=mediatype)
    antwoord["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{naam}"'
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Cache-Control"] = "no-store, private"
    return csp_replace(EIGEN_CSP if inline else VAN_BUITEN_CSP)(lambda: antwoord)()


def _mag_openen(request, gevonden: Document) -> str:
    """Checks the layer, writes down whose file this is; gives the name to save it under, which names nobody."""
    contact = gevonden.contactmoment
    zaak_id = gevonden.zaak_id or (contact.zaak_id if contact else None)
    if zaak_id is None:
        request.inzage.toon(inwoner=contact.inwoner_id, laag=Laag(gevonden.laag))
        return f"{gevonden.soort}-{gevonden.ontvangen_op or gevonden.gemaakt_om:%Y-%m-%d}"
    brief = getattr(gevonden, "brief", None)
    zaak = zaak_ophalen(request, zaak_id)
    naam = f"{zaak.kenmerk}-{gevonden.soort}"
    if brief is not None and brief_als_post(request.lezer, zaak, brief):
        request.inzage.regels.clear()
        request.inzage.toon_zaak(zaak, laag=Laag.UITVOERING, grond="verzending")
        return naam
    request.inzage.regels.clear()
    zaak_ophalen(request, zaak_id, laag=Laag(gevonden.laag))
    return naam


@scherm("documenten", laag=Laag.PROCES)
def documenten(request, pk):
    """The letters and e-mails of a zaak, and the files that this reader may open."""
    zaak = zaak_ophalen(request, pk)
    brieven = list(Brief.objects.filter(zaak=zaak).order_by("-gevraagd_om", "pk")[:100])
    for brief in brieven:
        brief.woord = briefwoord(brief)
        brief.leesbaar = mag_brief_lezen(request.lezer, zaak, brief)
    berichten = list(Bericht.objects.filter(zaak=zaak).order_by("-gevraagd_om", "pk")[:100])
    for bericht in berichten:
        bericht.beslissen = bericht.is_onzeker(timezone.now())
    lagen = [laag for laag, recht in RECHT_BIJ_LAAG.items() if zaak.mag(recht)]
    van_de_zaak = Q(zaak=zaak) | Q(
        zaak=None, contactmoment__zaak=zaak
    )  # or came with the contact it began with
    bestanden = (
        Document.objects.in_rij(request.lezer)
        .filter(van_de_zaak, laag__in=lagen, brief=None)
        .order_by("-gemaakt_om", "pk")
    )
    context = {
        "titel": "Brieven en documenten",
        "brieven": brieven,
        "berichten": berichten,
        "mag_beslissen": mag_bericht_beslissen(request.lezer, zaak),
        "bestanden": list(bestanden[:100]),
    }
    return TemplateResponse(request, "toegang/documenten.html", {**zaakcontext(request, zaak), **context})
