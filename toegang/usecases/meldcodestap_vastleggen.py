"""A step of the meldcode huiselijk geweld en kindermishandeling; only who holds L3 reads it (domain: veiligheid)."""

import datetime
from dataclasses import asdict

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import gebeurtenissen, opmaak
from toegang.models import Actor, Meldcodestap, Zaak
from toegang.rechten import Recht
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.weging import Weging

Stap, Besluit = Meldcodestap.Stap, Meldcodestap.Besluit
EERST_WEGEN = "Leg eerst stap 4 vast: het wegen. Is er acuut gevaar? Kies dan melden bij Veilig Thuis"


@transaction.atomic
def meldcodestap_vastleggen(
    *,
    zaak_id,
    stap: int,
    op: datetime.date,
    toelichting: str,
    door: Actor,
    vandaag: datetime.date,
    besluit: str = "",
    weging: Weging | None = None,
) -> Meldcodestap:
    """Write down a step on the day it was taken; a step may be taken again.

    Step 4 answers its five questions as far as they are on turn. The decision (step 5) follows that weighing, but at
    acute danger one reports at once; who decides otherwise than the weighing points to may: `toelichting` says why.
    Whoever works on the zaak may write; reading is another right. The timeline line is kept from the household, and
    says nothing.
    """
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    fouten = {}
    if not toelichting.strip():
        fouten["toelichting"] = "Schrijf op wat u zag, hoorde of deed"
    if op > vandaag:
        fouten["op"] = f"Deze datum moet op of voor {opmaak.datum(vandaag)} liggen"
    if (stap == Stap.BESLISSEN) != bool(besluit):
        fouten["besluit"] = (
            "Kies wat u besluit" if stap == Stap.BESLISSEN else "Een besluit hoort alleen bij stap 5"
        )
    elif stap == Stap.BESLISSEN and besluit != Besluit.MELDEN and not _gewogen(zaak):
        fouten["stap"] = EERST_WEGEN
    weging = weging or Weging()
    if stap == Stap.WEGEN and weging.volgende:
        fouten[weging.volgende] = "Beantwoord deze vraag: hij hoort bij het wegen"
    if stap != Stap.WEGEN:
        weging = Weging()
    if fouten:
        raise ValidationError(fouten)
    rij = Meldcodestap(
        zaak=zaak, stap=stap, op=op, door=door, toelichting=toelichting.strip(), besluit=besluit, **asdict(weging)
    ).bewaren(door=door, reden="stap vastgelegd")  # fmt: skip
    gebeurtenissen.veiligheid_vastgelegd(zaak, op=op, door=door)
    return rij


def wijkt_af(stap: Meldcodestap) -> bool:
    """A decision without a report, where the last weighing points to one."""
    if stap.stap != Stap.BESLISSEN or stap.besluit in (Besluit.MELDEN, Besluit.BEIDE):
        return False
    gewogen = Meldcodestap.objects.filter(zaak=stap.zaak_id, stap=Stap.WEGEN).order_by("-op", "-pk").first()
    return gewogen is not None and gewogen.weging.wijst_naar_melden


def _gewogen(zaak: Zaak) -> bool:
    return zaak.meldcodestappen.filter(stap=Stap.WEGEN).exists()
