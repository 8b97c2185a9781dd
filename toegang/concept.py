"""A form offers again what was typed and not saved: after a lost line, a closed tab, a session that ended."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from toegang.models import Concept

OPEN = "open"  # the one part of the query string that tells two forms of one address apart (`?open=<rung>`)

NIET_OP_SCHERM = "niet_op_scherm"  # hidden inputs of this name: fields that the form has, but not now


@dataclass(frozen=True)
class Conceptkader:
    """For the template: where to save, and the draft that is offered, if any."""

    url: str
    concept: Concept | None = None
    gebruikt: bool = False
    verder: str = "?concept=ja"


def formuliernaam(pad: str, *, open_: str = "", naam: str = "") -> str:
    """How a form is called: its path, the part that stands open, the form on that page; an address that works."""
    vraag = f"?{urlencode({OPEN: open_})}" if open_ else ""
    return f"{pad}{vraag}{f'#{naam}' if naam else ''}"


def van_verzoek(request) -> str:
    """The form that this POST comes from."""
    return formuliernaam(
        request.path, open_=request.GET.get(OPEN, ""), naam=request.POST.get("formuliernaam", "")
    )


def conceptkader(request, *, open_: str = "", naam: str = "") -> Conceptkader:
    """Of the form on this page: `data-concept-url="{{ conceptkader.url }}"` and `toegang/_concept.html`.

    `open_` and `naam`: of a page with more forms, the part that stands open and the name of the form.
    """
    formulier = formuliernaam(request.path, open_=open_, naam=naam)
    url = f"{reverse('toegang:concept')}?{urlencode({'voor': formulier})}"
    concept = (
        Concept.objects.filter(actor=request.lezer, formulier=formulier).first()
        if request.method == "GET"
        else None
    )
    verder = f"?{urlencode(({OPEN: open_} if open_ else {}) | {'concept': 'ja'})}"
    return Conceptkader(
        url, concept, gebruikt=bool(concept) and request.GET.get("concept") == "ja", verder=verder
    )


def verborgen_in_concept(request, *velden: str) -> dict[str, str]:
    """Of fields that were not on the screen: what this reader had typed there and not saved. For a POST."""
    concept = Concept.objects.filter(actor=request.lezer, formulier=van_verzoek(request)).first()
    gegevens = concept.gegevens if concept else {}
    return {veld: gegevens[veld][-1] for veld in velden if gegevens.get(veld)}


def gegevens_uit(kader: Conceptkader) -> QueryDict | None:
    """The draft as form data, when the colleague asked for it (`?concept=ja`); else None.

    Give it as `initial` by `beginwaarden`, or bind the form to it: then its errors show at once.
    """
    if not kader.gebruikt or kader.concept is None:
        return None
    data = QueryDict(mutable=True)
    for naam, waarden in kader.concept.gegevens.items():
        data.setlist(naam, waarden)
    return data


def beginwaarden(kader: Conceptkader, formulier_klasse, **anders) -> dict:
    """`initial` for an unbound form: what was typed wins from what was saved. Never shows errors."""
    data = gegevens_uit(kader)
    if data is None:
        return anders
    for naam, veld in formulier_klasse.base_fields.items():
        if naam in data:
            anders[naam] = veld.widget.value_from_datadict(data, {}, naam)
    return anders
