"""Keep what someone is typing, one row per form and person; what is sent twice is received once."""

from uuid import UUID

from django.db import transaction

from toegang.concept import NIET_OP_SCHERM
from toegang.models import Actor, Concept, Formuliersleutel

# A BSN is stored encrypted or not at all, so it is typed again.
NIET_BEWAREN = {
    "csrfmiddlewaretoken", "formuliersleutel", "formulier", "bsn", "zoek_bsn", "concept_sleutel", "concept_op",
    "concept_wie",
}  # fmt: skip
GROOTST = 200_000  # characters; more is no form of ours


class AndereVersie(Exception):
    """Another device or tab of this person saved this form meanwhile; `.huidig` is what it holds."""

    def __init__(self, huidig: Concept):
        super().__init__("Op een ander apparaat of tabblad is ook getypt. Kies welke tekst blijft.")
        self.huidig = huidig


class AlOpgeslagen(Exception):
    """The form itself was saved with this one-time key: there is nothing left to keep."""


@transaction.atomic
def concept_bewaren(
    *,
    door: Actor,
    formulier: str,
    gegevens: dict[str, list[str]],
    sleutel: UUID | None = None,
    op: frozenset[UUID] = frozenset(),
    formuliersleutel: UUID | None = None,
) -> Concept:
    """Receive a text; ValueError when that is no form of ours or the text is absurdly long.

    With a `sleutel` the device tells on which texts (`op`) this one was built: AndereVersie when another stands
    there, AlOpgeslagen when the form was saved with `formuliersleutel`. Without one, the last text wins.
    """
    if not formulier.startswith("/") or formulier.startswith("//") or len(formulier) > 200:
        raise ValueError("Geen formulier van ons")
    bewaard = {
        k: [w.replace("\x00", "") for w in v]  # jsonb holds no NUL; the form itself refuses it in a sentence
        for k, v in gegevens.items()
        if k not in NIET_BEWAREN
    }
    if sum(len(w) for waarden in bewaard.values() for w in waarden) > GROOTST:
        raise ValueError("Te veel tekst")
    if formuliersleutel and Formuliersleutel.objects.filter(sleutel=formuliersleutel, actor=door).exists():
        raise AlOpgeslagen
    concept, nieuw = Concept.objects.select_for_update(of=("self",), no_key=True).get_or_create(
        actor=door, formulier=formulier, defaults={"gegevens": bewaard, "sleutel": sleutel}
    )
    if nieuw or (sleutel is not None and concept.sleutel == sleutel):
        return concept
    if sleutel is not None and concept.sleutel not in op:
        raise AndereVersie(concept)
    for veld in bewaard.get(
        NIET_OP_SCHERM, ()
    ):  # at the table a note is not on the page: what was typed of it stays
        if veld in concept.gegevens:
            bewaard[veld] = concept.gegevens[veld]
    concept.gegevens, concept.sleutel = bewaard, sleutel
    concept.versie += 1
    concept.save()
    return concept


@transaction.atomic
def concept_weggooien(*, door: Actor, formulier: str) -> None:
    """The colleague begins anew."""
    Concept.objects.filter(actor=door, formulier=formulier).delete()
