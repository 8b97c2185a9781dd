"""Who may propose, withdraw and grant help; each check raises a sentence that the button shows too."""

from django.core.exceptions import PermissionDenied

from toegang.models import Actor, Zaak
from toegang.opmaak import datum
from toegang.permissions import check_recht
from toegang.rechten import Recht, Rol
from toegang.statussen import ZaakStatus
from voorzieningen.budgetregels import ANDERS, voorwaarden
from voorzieningen.models import Budgetplan, Grondslag, Indicatie, Levering, Stopreden, Vorm
from voorzieningen.statussen import IndicatieStatus
from voorzieningen.vastgezet import waarom_vast

VOORSTELLEN_IN = (ZaakStatus.ONDERZOEK, ZaakStatus.BESLUITVORMING)


def waarom_niet_voorstellen(zaak: Zaak, grondslag: str = Grondslag.BESLUIT) -> str:
    """Why no help can be proposed now; empty when it can. Temporary help (2.3.3) does not wait for the onderzoek."""
    if zaak.status in VOORSTELLEN_IN or (grondslag == Grondslag.SPOED and zaak.is_open):
        return ""
    if zaak.status == ZaakStatus.AFGESLOTEN:
        return "Deze vraag is afgesloten. Open een nieuwe zaak voor nieuwe hulp."
    return "U kunt hulp voorstellen zodra het onderzoek loopt."


GELDEND = (IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND)


def waarom_niet_budgetplan(zaak: Zaak, plan: Budgetplan | None = None) -> str:
    """Why the plan for a pgb cannot be written down, judged or taken back now; empty when it can."""
    if not voorwaarden(zaak.wet):
        return ANDERS
    if not zaak.is_open:
        return "Deze vraag is afgesloten. Open een nieuwe zaak voor een nieuw budgetplan."
    if plan is None:
        return ""
    if plan.ingetrokken_op:
        return f"De inwoner wil sinds {datum(plan.ingetrokken_op)} geen pgb meer. Leg een nieuw plan vast."
    hulp = list(Indicatie.objects.filter(zaak=zaak, product=plan.product_id).order_by("pk"))
    if any(i.vorm == Vorm.PGB and i.status in GELDEND for i in hulp):
        return "Dit pgb is toegekend. Alleen een nieuw besluit kan het wijzigen. Begin een heronderzoek."
    voorgesteld = [i for i in hulp if i.status == IndicatieStatus.VOORGESTELD]
    return next((zin for i in voorgesteld if (zin := waarom_vast(i))), "")


def waarom_niet_aflopen(indicatie: Indicatie) -> str:
    """Why nobody can say now that this help may end; empty when somebody can."""
    if indicatie.loopt_af_op:
        return f"Op {datum(indicatie.loopt_af_op)} is al besloten dat deze hulp mag aflopen."
    uitgelopen = (
        indicatie.status == IndicatieStatus.BEEINDIGD and indicatie.beeindigd_op == indicatie.einddatum
    )
    if indicatie.status in GELDEND or uitgelopen:
        return ""
    return "Deze hulp loopt niet. Er is niets om te laten aflopen."


def waarom_niet_plannen(indicatie: Indicatie) -> str:
    """Why no day to look again can be chosen now; empty when it can."""
    if indicatie.loopt_af_op:
        return f"Op {datum(indicatie.loopt_af_op)} is al besloten dat deze hulp mag aflopen."
    if indicatie.status in GELDEND or indicatie.status == IndicatieStatus.VOORGESTELD:
        return ""
    return "Deze hulp loopt niet. Er is niets om opnieuw naar te kijken."


def waarom_niet_beeindigen(indicatie: Indicatie) -> str:
    """Why this help cannot be ended before its last day; empty when it can."""
    if indicatie.status == IndicatieStatus.LOPEND:
        return ""
    return "Alleen hulp die loopt, kunt u eerder beëindigen."


EERST_TOEWIJZEN = "Wijs de hulp eerst toe aan de aanbieder."


def waarom_niet_toewijzen(indicatie: Indicatie, levering: Levering | None) -> str:
    """Why this help cannot be ordered now; empty when it can."""
    if indicatie.vorm != Vorm.NATURA:
        return "Bij een persoonsgebonden budget regelt de inwoner de hulp zelf. Er is geen toewijzing."
    if indicatie.status not in GELDEND:
        return "Alleen hulp die is toegekend, kunt u toewijzen."
    if levering is None or levering.toegewezen_op is None or levering.stopreden == Stopreden.VERWIJDERD:
        return ""
    if levering.gestopt_op:
        return f"De aanbieder stopte op {datum(levering.gestopt_op)}. Voor nieuwe hulp is een nieuw besluit nodig."
    return f"Deze hulp is al toegewezen, op {datum(levering.toegewezen_op)}."


def waarom_niet_starten(levering: Levering | None) -> str:
    """Why nobody can say now that the provider began; empty when somebody can."""
    if levering is None or levering.toegewezen_op is None:
        return EERST_TOEWIJZEN
    if levering.gestopt_op:
        return f"De aanbieder stopte op {datum(levering.gestopt_op)}."
    if levering.begonnen_op:
        return f"De aanbieder begon al, op {datum(levering.begonnen_op)}."
    return ""


def waarom_niet_onderbreken(levering: Levering | None) -> str:
    """Why the help cannot stand still now; empty when it can."""
    if levering is None or levering.begonnen_op is None:
        return "De aanbieder is nog niet begonnen."
    if levering.gestopt_op:
        return f"De aanbieder stopte op {datum(levering.gestopt_op)}."
    return ""


def waarom_niet_stoppen(levering: Levering | None) -> str:
    """Why nobody can say now that the provider stopped; empty when somebody can."""
    if levering is None or levering.toegewezen_op is None:
        return EERST_TOEWIJZEN
    if levering.gestopt_op:
        return f"De aanbieder stopte al, op {datum(levering.gestopt_op)}."
    return ""


def check_mag_uitvoeren(zaak: Zaak, door: Actor) -> None:
    """Orders, delivery and requests of providers: the administratie, or who may write the content of this zaak."""
    check_recht(zaak, Recht.UITVOERING_INZIEN)
    if not door.rechten.heeft_rol(Rol.ADMINISTRATIE) and not zaak.mag(Recht.INHOUD_BEWERKEN):
        raise PermissionDenied("Dit is werk van de administratie of van het wijkteam van deze inwoner.")


def mag_uitvoeren(zaak: Zaak, door: Actor) -> bool:
    """The same as yes or no, for what is drawn."""
    try:
        check_mag_uitvoeren(zaak, door)
    except PermissionDenied:
        return False
    return True


def check_mag_voorstellen(zaak: Zaak) -> None:
    """Who may write the content of this zaak proposes its help."""
    check_recht(zaak, Recht.INHOUD_BEWERKEN)


def check_mag_intrekken(zaak: Zaak, indicatie: Indicatie) -> None:
    """Only a proposal: what was granted is ended by a besluit (Wmo 2015 art. 2.3.10)."""
    check_recht(zaak, Recht.INHOUD_BEWERKEN)
    if indicatie.status in (IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND):
        raise PermissionDenied(
            "Deze hulp is toegekend. Alleen een nieuw besluit kan dat intrekken. Begin een heronderzoek."
        )
