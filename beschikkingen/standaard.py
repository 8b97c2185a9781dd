"""May the administratie draw this besluit up: a standard beschikking (design §6). Rules and reads, no content.

Standard is one aanvraag, answered with the help that the consulent proposed, by an approved template. Whether the
text is complete is for the gate, which the administratie does not read along with.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from beschikkingen.briefsjabloon import sjabloon_voor
from beschikkingen.models import Besluit, Sjabloon, Uitkomst
from beschikkingen.permissions import waarom_niet_opstellen
from beschikkingen.soorten import Aanleiding
from beschikkingen.statussen import BesluitStatus
from toegang.models import Aanvraag, Taak, Zaak
from toegang.rechten import Recht
from toegang.statussen import AanvraagStatus
from toegang.usecases.zaak_afsluiten import verslag_verstuurd
from voorzieningen.models import Grondslag, Indicatie
from voorzieningen.statussen import IndicatieStatus
from wijkteams.models import Actie, Plandeel
from wijkteams.statussen import PlanStatus

# The task of the regisseur when the administratie could not draw up a standard besluit.
AANVULLEN = "standaardbesluit_aanvullen"
RECHT = Recht.UITVOERING_INZIEN  # the lines of help, no gesprek, ZRM or afweging
WIJKTEAM = "Het wijkteam stelt dit besluit op."


@dataclass(frozen=True)
class Standaard:
    """What a standard besluit on this zaak would be, and why it cannot be drawn up now (`mist`)."""

    hulp: list[Indicatie]  # that it would grant, in the order of the letter
    aanvragen: list[Aanvraag]
    sjabloon: Sjabloon | None
    mist: list[str]


def standaard_van(zaak: Zaak) -> Standaard:
    """Read once, for the page and for the act."""
    rijen = Indicatie.objects.filter(zaak=zaak, status=IndicatieStatus.VOORGESTELD)
    rijen = rijen.exclude(grondslag=Grondslag.SPOED).select_related("product", "aanbieder")
    hulp = list(rijen.order_by("ingangsdatum", "pk"))
    open_ = Aanvraag.objects.filter(zaak=zaak, status=AanvraagStatus.OPEN)
    aanvragen = list(open_.order_by("ontvangen_op", "pk"))
    sjabloon = sjabloon_voor(Uitkomst.TOEKENNING, {i.product_id for i in hulp})
    return Standaard(hulp, aanvragen, sjabloon, _mist(zaak, hulp, aanvragen, sjabloon))


def _mist(
    zaak: Zaak, hulp: list[Indicatie], aanvragen: list[Aanvraag], sjabloon: Sjabloon | None
) -> list[str]:
    if reden := waarom_niet_opstellen(zaak):
        return [reden]
    if bezig := _open_besluit(aanvragen):
        return [f"Besluit {bezig.kenmerk} is al opgesteld: {bezig.get_status_display().lower()}."]
    zinnen = []
    if len(aanvragen) > 1:
        zinnen.append(f"Er liggen meer aanvragen. {WIJKTEAM}")
    if not verslag_verstuurd(zaak):
        zinnen.append("Het verslag is nog niet verstuurd.")
    if not Plandeel.objects.filter(zaak=zaak, status=PlanStatus.VASTGESTELD).exists():
        zinnen.append("Het plan is nog niet afgesproken.")
    if not hulp:
        zinnen.append("Er is nog geen hulp voorgesteld.")
    elif _zonder_voorstel(zaak):
        zinnen.append("Van een afspraak in het plan is nog geen hulp voorgesteld.")
    elif sjabloon is None:
        zinnen.append(f"Voor deze hulp is geen briefsjabloon goedgekeurd. {WIJKTEAM}")
    return zinnen


def gevraagd_aan_regisseur(zaak: Zaak) -> bool:
    """The regisseur has been asked to complete what a standard besluit needs."""
    return Taak.objects.open().filter(sleutel=f"{AANVULLEN}:{zaak.pk}").exists()


def _open_besluit(aanvragen) -> Besluit | None:
    rijen = Besluit.objects.filter(aanvraag__in=aanvragen, aanleiding=Aanleiding.AANVRAAG)
    return rijen.exclude(status=BesluitStatus.VERZONDEN).order_by("opgesteld_op", "pk").first()


def _zonder_voorstel(zaak: Zaak) -> bool:
    """The plan of this zaak agrees on help of the municipality of which nothing was proposed or granted."""
    acties = Actie.objects.filter(
        soort=Actie.Soort.MAATWERK, doel__doelzaken__zaak=zaak, doel__beeindigd_op=None
    )
    er_is = Indicatie.objects.filter(actie=OuterRef("pk")).exclude(status=IndicatieStatus.INGETROKKEN)
    return acties.filter(~Exists(er_is)).exists()
