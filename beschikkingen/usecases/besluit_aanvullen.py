"""Fill in and mend a besluit while it is a draft."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from beschikkingen.herhaling import eerdere_afwijzing
from beschikkingen.models import Besluit, Besluitregel, Gevolg, Uitkomst
from beschikkingen.permissions import waarom_niet_aanvullen
from beschikkingen.soorten import UITKOMSTEN_BIJ, Aanleiding, gevolg_van
from beschikkingen.usecases.besluit_opstellen import regels_bijwerken
from beschikkingen.usecases.ophalen import besluit_om_te_schrijven
from toegang.models import Actor
from toegang.statussen import OngeldigeOvergang
from voorzieningen.statussen import IndicatieStatus

VELDEN = (
    "uitkomst", "wat_kunt_u_niet", "blijft_over", "wat_gebeurt_nu", "wat_kan_wel", "bijdrage_besproken", "zienswijze",
    "regels", "motivering", "grond", "werking_op", "bedrag", "opzet",
)  # fmt: skip
VAN_EEN_REGEL = ("gevolg", "reden", "nieuw_volume", "nieuwe_einddatum")


@transaction.atomic
def besluit_aanvullen(
    *,
    besluit_id,
    door: Actor,
    versie: int | None = None,
    redenen=None,
    hulp: Mapping | None = None,
    verwijst: bool | None = None,
    **velden,
) -> Besluit:
    """`velden`: the texts; `redenen`: key of a Besluitreden -> text; `hulp`: key of a Besluitregel -> what it becomes.

    `verwijst`: a repeated aanvraag is refused by pointing at the earlier refusal (Awb art. 4:6 lid 2).
    Raises Verouderd when a colleague was first.
    """
    besluit = besluit_om_te_schrijven(besluit_id, door=door)
    if reden := waarom_niet_aanvullen(besluit):
        raise OngeldigeOvergang(reden)
    besluit.check_versie(versie)
    if onbekend := velden.keys() - set(VELDEN):
        raise TypeError(f"onbekende velden: {sorted(onbekend)}")
    if "uitkomst" in velden:
        velden["uitkomst"] = _uitkomst(besluit, velden["uitkomst"])
    for naam, waarde in velden.items():
        setattr(besluit, naam, waarde)
    if verwijst is not None and besluit.aanleiding == Aanleiding.AANVRAAG:
        besluit.volgt_op = _eerder(besluit) if verwijst else None
    redenen = {str(pk): tekst for pk, tekst in (redenen or {}).items()}
    for rij in besluit.redenen.order_by("trede", "pk"):
        tekst = redenen.get(str(rij.pk), rij.tekst)
        if tekst != rij.tekst:
            rij.tekst = tekst
            rij.bewaren(door=door, reden="reden in de brief aangepast")
    _hulp(besluit, hulp or {}, door=door)
    regels_bijwerken(besluit, door=door)
    besluit.bewaren(door=door, reden="besluit aangevuld")
    return besluit


def _uitkomst(besluit: Besluit, waarde: str) -> Uitkomst:
    """Only what this occasion knows."""
    if waarde not in UITKOMSTEN_BIJ[Aanleiding(besluit.aanleiding)]:
        raise ValidationError({"uitkomst": "Deze uitkomst hoort niet bij dit besluit. Kies een andere."})
    return Uitkomst(waarde)


def _eerder(besluit: Besluit) -> Besluit:
    """The refusal that this aanvraag repeats."""
    if besluit.uitkomst != Uitkomst.AFWIJZING:
        raise ValidationError({"verwijst": "Verwijzen naar een eerder besluit kan alleen bij een afwijzing"})
    eerder = eerdere_afwijzing(besluit)
    if eerder is None:
        raise ValidationError({"verwijst": "Er is geen eerdere afwijzing om naar te verwijzen (Awb 4:6)"})
    return eerder


def _hulp(besluit: Besluit, hulp: Mapping, *, door: Actor) -> None:
    """What was chosen for each line; what the outcome does not allow becomes what it does."""
    gekozen = {str(pk): wat for pk, wat in hulp.items()}
    for regel in besluit.regelingen.select_related("indicatie").order_by("pk"):
        regel.besluit = besluit
        wat = gekozen.get(str(regel.pk))
        if wat is None:
            continue
        oud = [getattr(regel, n) for n in VAN_EEN_REGEL]
        regel.gevolg = gevolg_van(besluit.uitkomst, wat.get("gevolg", regel.gevolg))
        regel.reden = (wat.get("reden") or "").strip()
        wijzigt = regel.gevolg in (Gevolg.WIJZIGEN, Gevolg.TOEKENNEN)
        regel.nieuw_volume = wat.get("nieuw_volume") if wijzigt else None
        regel.nieuwe_einddatum = wat.get("nieuwe_einddatum") if wijzigt else None
        _check_regel(regel)
        if oud != [getattr(regel, n) for n in VAN_EEN_REGEL]:
            regel.bewaren(door=door, reden="regel van het besluit aangepast")


def _check_regel(regel: Besluitregel) -> None:
    fouten = {}
    loopt = regel.indicatie.status in (IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND)
    if regel.besluit.uitkomst == Uitkomst.HERZIENING and loopt == (regel.gevolg == Gevolg.TOEKENNEN):
        if regel.gevolg == Gevolg.TOEKENNEN:
            fouten["gevolg"] = "Deze hulp loopt al. Kies wijzigen, stoppen of blijft zoals het is"
        elif regel.gevolg != Gevolg.HANDHAVEN:
            fouten["gevolg"] = "Deze hulp loopt niet. Kies toekennen of blijft zoals het is"
    if regel.nieuw_volume is not None and regel.nieuw_volume <= 0:
        fouten["nieuw_volume"] = "Vul een omvang in die groter is dan 0"
    if regel.nieuwe_einddatum and regel.nieuwe_einddatum < regel.indicatie.ingangsdatum:
        fouten["nieuwe_einddatum"] = "De einddatum ligt voor het begin van deze hulp"
    if fouten:
        raise ValidationError({f"regel_{regel.pk}_{naam}": zin for naam, zin in fouten.items()})
