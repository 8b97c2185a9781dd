"""Find an inwoner from any page: at most ten, each written down; a dossier is a link only for who may see it."""

from django.template.response import TemplateResponse

from toegang.omgeving import MAG_ZOEKEN
from toegang.rechten import Laag, Rol
from toegang.schermen import scherm
from toegang.zoeken import inwoners_zoeken
from toegang.zoekvraag import ontleden


@scherm("zoeken", laag=Laag.CONTACT, rollen=MAG_ZOEKEN, actie="zoeken")
def zoeken(request):
    """The words are POSTed: a name or BSN never stands in an address or a log of the web server."""
    tekst = request.POST.get("zoek", "")
    vraag = ontleden(tekst)
    resultaat = None
    if request.method == "POST" and vraag.genoeg:
        resultaat = inwoners_zoeken(
            lezer=request.lezer, naam=vraag.naam, geboren=vraag.geboren, postcode=vraag.postcode,
            huisnummer=vraag.huisnummer, bsn=vraag.bsn, telefoon=vraag.telefoon, dossiers=True,
        )  # fmt: skip
        for treffer in resultaat.treffers:
            request.inzage.toon_inwoner(treffer.inwoner)
        desk = request.lezer.rechten.heeft_rol(Rol.ADMINISTRATIE)
        rijen = [(t, t.dossier_pk, bool(desk or t.dossier_pk)) for t in resultaat.treffers]
    else:
        rijen = []
    return TemplateResponse(
        request,
        "toegang/zoeken.html",
        {"zoektekst": tekst, "gezocht": request.method == "POST", "resultaat": resultaat, "rijen": rijen},
    )
