"""The buttons of a batch, the three samples, and the print file: the only way to it, and written down."""

import hashlib

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from toegang.brieven.geadresseerde import geadresseerden
from toegang.models import Brief, Verouderd, Verzending, Verzendregel
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import VerzendingStatus
from toegang.usecases.brief_maken import brief_als_pdf
from toegang.usecases.verzending_aanbieden import OpnieuwGemaakt, UitDeStapel, verzending_aanbieden
from toegang.usecases.verzending_nakijken import verzending_nakijken
from toegang.usecases.verzending_starten import verzending_opheffen, verzending_starten, verzending_stoppen
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.document import BestandVeranderd, pdf_antwoord
from toegang.views.verzending import DESK, AanbiedFormulier, pagina

AFGESCHERMD = "Een van deze dossiers is intussen afgeschermd. Kijk de brieven opnieuw na."


@require_POST
@scherm("verzending_starten", **DESK)
def starten(request, pk):
    verzending_starten(verzending_id=pk, door=request.lezer, vandaag=timezone.localdate())
    messages.success(request, "De brieven worden gemaakt. U kunt deze pagina sluiten: het gaat gewoon door.")
    return redirect("toegang:verzending", pk=pk)


@require_POST
@scherm("verzending_stoppen", **DESK)
def stoppen(request, pk):
    verzending_stoppen(verzending_id=pk, door=request.lezer)
    messages.success(request, "Gestopt. Wat gemaakt is, blijft. U kunt later verdergaan.")
    return redirect("toegang:verzending", pk=pk)


@require_POST
@scherm("verzending_nakijken", **DESK)
def nakijken(request, pk):
    anders = verzending_nakijken(verzending_id=pk, door=request.lezer, vandaag=timezone.localdate())
    zin = (
        "Nagekeken. Er is niets veranderd." if not anders else "Nagekeken. Hieronder staat wat er nu mee kan."
    )
    messages.success(request, zin)
    return redirect("toegang:verzending", pk=pk)


@require_POST
@scherm("verzending_opheffen", **DESK)
def opheffen(request, pk):
    verzending_opheffen(verzending_id=pk, door=request.lezer, vandaag=timezone.localdate())
    messages.success(
        request, "De verzending is opgeheven. De brieven staan weer bij wat klaar is voor verzending."
    )
    return redirect("toegang:verzending", pk=pk)


@require_POST
@scherm("verzending_aanbieden", **DESK)
def aanbieden(request, pk):
    """Only this makes the letters effective."""
    vandaag = timezone.localdate()
    gevonden = (
        Verzending.objects.voor(request.lezer)
        .select_related("samengesteld_door", "aangeboden_door")
        .get(pk=pk)
    )
    formulier = AanbiedFormulier(request.POST, vandaag=vandaag)
    if formulier.is_valid():
        try:
            verzending_aanbieden(
                verzending_id=pk, door=request.lezer, vandaag=vandaag, op=formulier.cleaned_data["aangeboden_op"],
                versie=versie_uit(request),
            )  # fmt: skip
            messages.success(request, "De post is weg. De besluiten gelden vanaf deze dag.")
            return redirect("toegang:verzending", pk=pk)
        except (OpnieuwGemaakt, UitDeStapel) as fout:
            messages.warning(request, str(fout))
            return redirect("toegang:verzending", pk=pk)
        except Verouderd as fout:
            ingehaald(request, formulier, fout.huidig)
            gevonden.refresh_from_db()
        except ValidationError as fout:
            formulier.add_error(None, fout)
    return pagina(request, gevonden, formulier)


@scherm("verzending_voorbeeld", **DESK, actie="downloaden")
def voorbeeld(request, pk):
    """One letter as it will be made; nothing is kept."""
    regel = (
        Verzendregel.objects.voor(request.lezer, Recht.UITVOERING_INZIEN)
        .open()
        .select_related("verzending", "brief", "zaak__dossier__inwoner", "zaak__regisseur", "zaak__wijkteam")
        .get(pk=pk)
    )
    verzending, zaak = regel.verzending, regel.zaak
    request.inzage.toon_zaak(zaak, laag=Laag.UITVOERING, grond="verzending")
    try:
        wie = geadresseerden(zaak.dossier.inwoner, timezone.localdate())[0]
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
        return redirect("toegang:verzending", pk=verzending.pk)
    rij = regel.brief or Brief(
        zaak=zaak, soort=regel.soort, bron_id=regel.bron_id, aan_naam=wie.naam, aan_adres=list(wie.regels)
    )
    rij.zaak, rij.verzenddatum = zaak, verzending.verzenddatum
    _, pdf = brief_als_pdf(rij)
    return pdf_antwoord(pdf, f"voorbeeld-{verzending.verzenddatum}.pdf")


@scherm("verzending_bestand", **DESK, actie="downloaden")
def bestand(request, pk):
    """All letters in one file: everybody in it is written down, and all of them must be for this reader."""
    verzending = (
        Verzending.objects.voor(request.lezer)
        .filter(status=VerzendingStatus.LOOPT)
        .exclude(sha256="")
        .get(pk=pk)
    )
    erin = Verzendregel.objects.voor(request.lezer, Recht.UITVOERING_INZIEN).filter(verzending=verzending)
    regels = list(erin.exclude(sha256="").select_related("zaak__dossier"))
    if any(r.zaak.afgeschermd for r in regels) or len(regels) != verzending.regels.exclude(sha256="").count():
        raise PermissionDenied(AFGESCHERMD)
    for regel in regels:
        request.inzage.toon_zaak(regel.zaak, laag=Laag.UITVOERING, grond="verzending")
    with verzending.bestand.open("rb") as open_bestand:
        inhoud = open_bestand.read()
    if hashlib.sha256(inhoud).hexdigest() != verzending.sha256:
        raise BestandVeranderd(str(verzending.pk))
    return pdf_antwoord(inhoud, f"verzending-{verzending.verzenddatum}.pdf")
