"""The search that several screens carry: read, look, write down whom it showed."""

from toegang.forms.contact import Zoekvelden
from toegang.zoeken import Zoekresultaat, inwoners_zoeken


def zoeken_in_formulier(request) -> tuple[Zoekvelden, Zoekresultaat | None]:
    """The search fields of this POST, and whom they find; None when there was nothing to look for."""
    velden = Zoekvelden(request.POST if request.method == "POST" else None)
    if not velden.is_bound:
        return velden, None
    velden.is_valid()
    vraag = velden.vraag()
    if not vraag:
        return velden, None
    resultaat = inwoners_zoeken(lezer=request.lezer, **vraag)
    request.inzage.actie = "zoeken"
    for treffer in resultaat.treffers:
        request.inzage.toon_inwoner(treffer.inwoner)
    return velden, resultaat
