"""What a provider asks: written down by the administratie, looked at, answered within five working days."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import onderdelen
from toegang.formulier import fouten_overnemen
from toegang.opmaak import datum_lang
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen import verzoekcontrole
from voorzieningen.models import Contract, Toewijzingsverzoek
from voorzieningen.opdrachtformulieren import (
    AfwijsFormulier,
    OnderzoekFormulier,
    ToekenFormulier,
    VerzoekFormulier,
)
from voorzieningen.permissions import check_mag_uitvoeren, mag_uitvoeren
from voorzieningen.usecases.verzoek_beantwoorden import (
    verzoek_afwijzen,
    verzoek_in_onderzoek,
    verzoek_toewijzen,
    waarop,
)
from voorzieningen.usecases.verzoek_registreren import verzoek_registreren


@scherm("verzoek_registreren", laag=Laag.UITVOERING)
def registreren(request, pk):
    """By message or on paper; the checks come on the next page."""
    zaak, vandaag = zaak_ophalen(request, pk, laag=Laag.UITVOERING), timezone.localdate()
    check_mag_uitvoeren(zaak, request.lezer)
    formulier = VerzoekFormulier(request.POST if request.method == "POST" else None, zaak=zaak, op=vandaag)
    if formulier.is_bound and formulier.is_valid():
        try:
            verzoek = verzoek_registreren(
                zaak_id=zaak.pk, door=request.lezer, vandaag=vandaag, **formulier.velden()
            )
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(
                request,
                f"Vastgelegd. De aanbieder krijgt antwoord, uiterlijk {datum_lang(verzoek.uiterlijk_op)}.",
            )
            return redirect("voorzieningen:verzoek", verzoek.pk)
    context = zaakcontext(request, zaak) | {
        "titel": "Verzoek van een aanbieder vastleggen",
        "formulier": formulier,
    }
    return TemplateResponse(request, "voorzieningen/verzoek_registreren.html", context)


@scherm("verzoek", laag=Laag.UITVOERING)
def verzoek(request, pk):
    """The request, the checks as a list, and the answer."""
    gezien = Toewijzingsverzoek.objects.voor(request.lezer, Recht.PROCES_INZIEN)
    rij = gezien.select_related("aanbieder", "product", "indicatie__product").get(pk=pk)
    zaak = zaak_ophalen(request, rij.zaak_id, laag=Laag.UITVOERING)
    vandaag, welk = timezone.localdate(), request.POST.get("formuliernaam")
    rust_op = waarop(rij)
    toewijzen = ToekenFormulier(request.POST if welk == "toewijzen" else None, indicaties=rust_op)
    afwijzen = AfwijsFormulier(request.POST if welk == "afwijzen" else None)
    onderzoek = OnderzoekFormulier(request.POST if welk == "onderzoek" else None)
    for formulier, doen in ((toewijzen, _toewijzen), (afwijzen, _afwijzen), (onderzoek, _onderzoek)):
        if formulier.is_bound and formulier.is_valid():
            try:
                zin = doen(pk, formulier.cleaned_data, request.lezer, vandaag)
            except ValidationError as fout:
                fouten_overnemen(formulier, fout)
            except OngeldigeOvergang as fout:  # a colleague was first: the page shows the answer
                messages.error(request, str(fout))
                rij.refresh_from_db()
            else:
                messages.success(request, zin)
                return redirect("voorzieningen:verzoek", pk)
    controles = _controles(zaak, rij, len(rust_op))
    context = zaakcontext(request, zaak) | {
        "titel": "Verzoek van een aanbieder", "verzoek": rij, "controles": controles, "toewijzen": toewijzen,
        "afwijzen": afwijzen, "formulieren": [toewijzen, afwijzen], "rust_op": len(rust_op),
        "mag": mag_uitvoeren(zaak, request.lezer), "niet_goed": sum(not c.goed for c in controles),
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/verzoek.html", context)


def _controles(zaak, rij: Toewijzingsverzoek, aantal: int) -> list[verzoekcontrole.Controle]:
    """Looked at anew each time: an address or a contract may have changed since."""
    inwoner, dag = zaak.dossier.inwoner, rij.gewenst_vanaf_op
    heeft = Contract.objects.filter(aanbieder=rij.aanbieder_id, product=rij.product_id).op(dag).exists()
    postcode = inwoner.postcode
    return [
        verzoekcontrole.woonplaats(postcode, bool(postcode) and onderdelen.kent_postcode(postcode)),
        verzoekcontrole.leeftijd(zaak.wet, inwoner.geboren, dag),
        verzoekcontrole.contract(rij.aanbieder.naam, rij.product.naam, heeft, dag),
        verzoekcontrole.toegekend(aantal),
    ]


def _toewijzen(pk, velden: dict, door, vandaag) -> str:
    verzoek_toewijzen(verzoek_id=pk, indicatie_id=velden["indicatie"].pk, door=door, vandaag=vandaag)
    return "Toegewezen. Laat het de aanbieder weten, met het toewijzingsnummer."


def _onderzoek(pk, velden: dict, door, vandaag) -> str:
    rij = verzoek_in_onderzoek(verzoek_id=pk, door=door, vandaag=vandaag)
    return f"Vastgelegd. Laat het de aanbieder weten. Het antwoord komt uiterlijk {datum_lang(rij.uiterlijk_op)}."


def _afwijzen(pk, velden: dict, door, vandaag) -> str:
    verzoek_afwijzen(verzoek_id=pk, reden=velden["reden"], door=door, vandaag=vandaag)
    return "Afgewezen. Laat het de aanbieder weten, met de reden."
