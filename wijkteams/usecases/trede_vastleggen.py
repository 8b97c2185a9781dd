"""One rung of the afweging."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang.models import Aanvraag, Actor, TermijnSoort, Zaak
from toegang.models import Verouderd as VerouderdeRij
from toegang.moment import nu
from toegang.rechten import Recht
from toegang.statussen import AanvraagStatus
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen, regels
from wijkteams.models import Hulpvraag, Trede, TredeSoort
from wijkteams.permissions import check_in_behandeling

VELDEN = (
    "onderzocht", "nvt_omdat", "wat_is_er", "lost_op", "wat_blijft_over", "bewijs", "helper_akkoord", "helper_naam",
    "helper_akkoord_op", "grondslag", "brieftekst",
)  # fmt: skip
REGELVELDEN = (
    "onderzocht", "lost_op", "nvt_omdat", "wat_is_er", "wat_blijft_over", "helper_akkoord", "helper_naam", "grondslag",
)  # fmt: skip


@transaction.atomic
def trede_vastleggen(
    *,
    hulpvraag_id,
    trede: int,
    door: Actor,
    versie: int | None = None,
    vandaag: datetime.date | None = None,
    **velden,
) -> Trede:
    """Examined or not applicable, what there is, what it solves, and two texts (Wmo 2015 art. 2.3.5 lid 3).

    `versie=0` says that the form was opened when the rung was still empty. `vandaag` only matters for rung 7 after
    six weeks with an aanvraag (2.3.2 lid 9).
    """
    zaak_id = Hulpvraag.objects.voor(door, Recht.PROCES_INZIEN).values_list("onderzoek__zaak_id", flat=True)
    zaak = zaak_vergrendelen(zaak_id.get(pk=hulpvraag_id), door=door, recht=Recht.INHOUD_BEWERKEN)
    check_in_behandeling(zaak)
    soort = TredeSoort(trede)
    treden = list(
        Trede.objects.filter(hulpvraag_id=hulpvraag_id).select_for_update(of=("self",), no_key=True)
    )
    rij = next((t for t in treden if t.trede == soort), None)
    if rij is not None and versie is not None:
        rij.check_versie(versie)
    if rij is None and versie:
        raise VerouderdeRij(Trede(hulpvraag_id=hulpvraag_id, trede=soort))
    rij = rij or Trede(hulpvraag_id=hulpvraag_id, trede=soort, onderzocht="ja", lost_op="niet")
    for veld in VELDEN:
        setattr(rij, veld, velden.get(veld, getattr(rij, veld)))
    if velden.get("notitie") is not None and zaak.mag(Recht.GEVOELIG_INZIEN):
        rij.notitie = velden["notitie"]
    _helper(rij, vandaag or timezone.localdate(nu()))
    _check(rij, [t for t in treden if t.trede != soort], zaak, vandaag)
    rij.bewaren(door=door, reden="afweging vastgelegd")
    gebeurtenissen.trede_vastgelegd(zaak, rij, door=door)
    return rij


def _helper(rij: Trede, vandaag: datetime.date) -> None:
    """Who said yes and when: today when nothing else is said; without a yes neither stays."""
    if not rij.helper_akkoord or rij.onderzocht != Trede.Onderzocht.JA:
        rij.helper_akkoord, rij.helper_naam, rij.helper_akkoord_op = False, "", None
        return
    rij.helper_akkoord_op = rij.helper_akkoord_op or vandaag
    if rij.helper_akkoord_op > vandaag:
        raise ValidationError(
            {"helper_akkoord_op": "Deze dag moet nog komen. Vul in wanneer de helper ja zei"}
        )


def _check(rij: Trede, andere: list[Trede], zaak: Zaak, vandaag: datetime.date | None) -> None:
    fouten = regels.waarom_trede_niet(trede=rij.trede, **{veld: getattr(rij, veld) for veld in REGELVELDEN})
    if fouten:
        raise ValidationError(fouten)
    if rij.trede == TredeSoort.MAATWERK:
        zonder = vandaag is not None and geldig_zonder_onderzoek(zaak, vandaag)
        if zin := regels.waarom_geen_maatwerk(andere, zonder_onderzoek=zonder):
            raise ValidationError(zin)


def geldig_zonder_onderzoek(zaak: Zaak, vandaag: datetime.date) -> bool:
    """Six weeks passed and there is an aanvraag (2.3.2 lid 9): then what is missing warns, and does not block."""
    aanvraag = Aanvraag.objects.filter(zaak=zaak, status=AanvraagStatus.OPEN).order_by("ontvangen_op").first()
    termijn = zaak.termijnen.filter(soort=TermijnSoort.ONDERZOEK).order_by("begint_op").first()
    return regels.zonder_onderzoek_geldig(
        termijn.uiterste_datum if termijn else None, aanvraag.ontvangen_op if aanvraag else None, vandaag
    )
