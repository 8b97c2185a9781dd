"""Help without a besluit: a referral or order written down, and its extension by a new paper."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang.formulier import fouten_overnemen
from toegang.models import Verouderd
from toegang.opmaak import datum
from toegang.rechten import Laag, Recht
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.verouderd import ingehaald, versie_uit
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext
from voorzieningen.models import Grondslagdocument, Indicatie
from voorzieningen.opdrachtformulieren import OpdrachtFormulier, VerlengFormulier
from voorzieningen.opdrachtregels import waarom_geen_opdracht, waarom_niet_verlengen
from voorzieningen.permissions import GELDEND, check_mag_uitvoeren
from voorzieningen.regels import omvang_in_woorden
from voorzieningen.usecases.opdracht_registreren import opdracht_registreren
from voorzieningen.usecases.opdracht_verlengen import opdracht_verlengen


@scherm("opdracht", laag=Laag.UITVOERING)
def opdracht(request, pk):
    """For the administratie and the team: the paper, and the help it opens."""
    zaak, vandaag = zaak_ophalen(request, pk, laag=Laag.UITVOERING), timezone.localdate()
    check_mag_uitvoeren(zaak, request.lezer)
    formulier = OpdrachtFormulier(request.POST if request.method == "POST" else None, zaak=zaak, op=vandaag)
    if formulier.is_bound and formulier.is_valid():
        try:
            hulp = opdracht_registreren(
                zaak_id=zaak.pk, door=request.lezer, vandaag=vandaag, **formulier.velden()
            )
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(
                request, f"Vastgelegd: {hulp.product.naam.lower()}. Wijs de hulp nu toe aan de aanbieder."
            )
            return redirect("voorzieningen:levering", hulp.pk)
    context = zaakcontext(request, zaak) | {
        "titel": "Verwijzing of bepaling vastleggen", "formulier": formulier,
        "waarom_niet": waarom_geen_opdracht(zaak.wet, zaak.is_open),
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/opdracht.html", context)


@scherm("opdracht_verlengen", laag=Laag.UITVOERING)
def verlengen(request, pk):
    """The same order goes on: a new last day, with the paper that says so."""
    indicatie = Indicatie.objects.voor(request.lezer, Recht.PROCES_INZIEN).met_lijstgegevens().get(pk=pk)
    zaak, vandaag = zaak_ophalen(request, indicatie.zaak_id, laag=Laag.UITVOERING), timezone.localdate()
    check_mag_uitvoeren(zaak, request.lezer)
    formulier = VerlengFormulier(request.POST if request.method == "POST" else None)
    if formulier.is_bound and formulier.is_valid():
        try:
            verlengd = opdracht_verlengen(
                indicatie_id=pk, einddatum=formulier.cleaned_data["einddatum"], document=formulier.document(),
                door=request.lezer, vandaag=vandaag, versie=versie_uit(request),
            )  # fmt: skip
        except ValidationError as fout:
            fouten_overnemen(formulier, fout)
        except Verouderd as fout:
            indicatie.refresh_from_db()
            ingehaald(request, formulier, fout.huidig)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        else:
            messages.success(
                request, f"Verlengd tot en met {datum(verlengd.einddatum)}. Het nummer blijft hetzelfde."
            )
            return redirect("voorzieningen:levering", pk)
    context = zaakcontext(request, zaak) | {
        "titel": "Hulp verlengen", "formulier": formulier, "indicatie": indicatie,
        "omvang": omvang_in_woorden(indicatie.volume, indicatie.eenheid, indicatie.frequentie),
        "documenten": Grondslagdocument.objects.filter(indicatie=indicatie).order_by("-gedateerd_op", "pk"),
        "waarom_niet": waarom_niet_verlengen(indicatie.grondslag, indicatie.status in GELDEND),
    }  # fmt: skip
    return TemplateResponse(request, "voorzieningen/opdracht_verlengen.html", context)
