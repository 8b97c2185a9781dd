"""Keep what someone is typing, one row per form and person."""

from django.db import transaction

from toegang.models import Actor, Concept

# A BSN is stored encrypted or not at all, so it is typed again.
NIET_BEWAREN = {"csrfmiddlewaretoken", "formuliersleutel", "formulier", "bsn", "zoek_bsn"}
GROOTST = 200_000  # characters; more is no form of ours


@transaction.atomic
def concept_bewaren(*, door: Actor, formulier: str, gegevens: dict[str, list[str]]) -> Concept:
    """`formulier` is the path of the page; ValueError when that is no path of ours or the text is absurdly long."""
    if not formulier.startswith("/") or formulier.startswith("//") or len(formulier) > 200:
        raise ValueError("Geen formulier van ons")
    bewaard = {
        k: [w.replace("\x00", "") for w in v]  # jsonb holds no NUL; the form itself refuses it in a sentence
        for k, v in gegevens.items()
        if k not in NIET_BEWAREN
    }
    if sum(len(w) for waarden in bewaard.values() for w in waarden) > GROOTST:
        raise ValueError("Te veel tekst")
    return Concept.objects.update_or_create(actor=door, formulier=formulier, defaults={"gegevens": bewaard})[
        0
    ]


@transaction.atomic
def concept_weggooien(*, door: Actor, formulier: str) -> None:
    """The colleague begins anew."""
    Concept.objects.filter(actor=door, formulier=formulier).delete()
