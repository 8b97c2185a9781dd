"""Who may propose, withdraw and grant help; each check raises a sentence that the button shows too."""

from django.core.exceptions import PermissionDenied

from toegang.models import Zaak
from toegang.opmaak import datum
from toegang.permissions import check_recht
from toegang.rechten import Recht
from toegang.statussen import ZaakStatus
from voorzieningen.models import Grondslag, Indicatie
from voorzieningen.statussen import IndicatieStatus

VOORSTELLEN_IN = (ZaakStatus.ONDERZOEK, ZaakStatus.BESLUITVORMING)


def waarom_niet_voorstellen(zaak: Zaak, grondslag: str = Grondslag.BESLUIT) -> str:
    """Why no help can be proposed now; empty when it can. Temporary help (2.3.3) does not wait for the onderzoek."""
    if zaak.status in VOORSTELLEN_IN or (grondslag == Grondslag.SPOED and zaak.is_open):
        return ""
    if zaak.status == ZaakStatus.AFGESLOTEN:
        return "Deze vraag is afgesloten. Open een nieuwe zaak voor nieuwe hulp."
    return "U kunt hulp voorstellen zodra het onderzoek loopt."


GELDEND = (IndicatieStatus.TOEGEKEND, IndicatieStatus.LOPEND)


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


def waarom_niet_beeindigen(indicatie: Indicatie) -> str:
    """Why this help cannot be ended before its last day; empty when it can."""
    if indicatie.status == IndicatieStatus.LOPEND:
        return ""
    return "Alleen hulp die loopt, kunt u eerder beëindigen."


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
