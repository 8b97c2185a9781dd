"""Close a zaak that should never have been opened."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from toegang import velden as v
from toegang.formulier import Formulier
from toegang.permissions import check_mag_ten_onrechte
from toegang.rechten import Laag
from toegang.schermen import scherm
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.zaak_ten_onrechte import wat_ten_onrechte_weigert
from toegang.usecases.zaak_ten_onrechte import zaak_ten_onrechte as sluiten
from toegang.views.zaak_ophalen import zaak_ophalen
from toegang.views.zaakkop import zaakcontext


class TenOnrechteFormulier(Formulier):
    reden = v.LangeTekstVeld(
        label="Waarom had deze zaak er niet moeten zijn?", rows=3,
        vraag="Schrijf op waarom deze zaak er niet had moeten zijn",
        help_text="Bijvoorbeeld: de brief was van een andere A. Jansen. Dit blijft in de geschiedenis staan",
    )  # fmt: skip


@scherm("zaak_ten_onrechte", laag=Laag.PROCES)
def zaak_ten_onrechte(request, pk):
    """After the repair of the contact; before it the page says what to do first."""
    zaak = zaak_ophalen(request, pk)
    check_mag_ten_onrechte(request.lezer, zaak)
    formulier = TenOnrechteFormulier(request.POST or None)
    if request.method == "POST" and formulier.is_valid():
        try:
            sluiten(zaak_id=pk, door=request.lezer, vandaag=timezone.localdate(), **formulier.cleaned_data)
        except OngeldigeOvergang as fout:
            formulier.add_error(None, str(fout))
        except ValidationError as fout:
            formulier.add_error("reden", fout.messages)
        else:
            messages.success(
                request, "Zaak gesloten. Wie eraan werkte, krijgt bericht. Er gaat geen brief meer uit."
            )
            return redirect("toegang:zaak", pk)
    blokkades = wat_ten_onrechte_weigert(zaak) if zaak.is_open else ["Deze zaak is al afgesloten."]
    context = {"titel": "Ten onrechte geopend", "formulier": formulier, "blokkades": blokkades}
    return TemplateResponse(request, "toegang/zaak_ten_onrechte.html", context | zaakcontext(request, zaak))
