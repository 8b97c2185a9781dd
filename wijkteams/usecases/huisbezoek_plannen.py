"""A home visit is planned, by the consulent and nobody else."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from toegang import opmaak
from toegang.models import Actor, TermijnSoort, Zaak
from toegang.rechten import Recht
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Huisbezoek
from wijkteams.permissions import check_in_behandeling, check_mag_op_huisbezoek
from wijkteams.regels import te_vroeg_voor_onderzoek
from wijkteams.statussen import HuisbezoekStatus
from wijkteams.usecases.onderzoek_beginnen import onderzoek_beginnen


@transaction.atomic
def huisbezoek_plannen(
    *,
    zaak_id,
    door: Actor,
    nu: datetime.datetime,
    gepland_om: datetime.datetime,
    plaats: str = "",
    duur_minuten: int = 90,
) -> Huisbezoek:
    """Not within the seven days of the persoonlijk plan, unless received or waived (Wmo 2015 art. 2.3.2 lid 2)."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    check_mag_op_huisbezoek(door, zaak)
    check_in_behandeling(zaak)
    staat_al = zaak.huisbezoeken.filter(status=HuisbezoekStatus.GEPLAND).first()
    if staat_al:
        om = opmaak.moment(timezone.localtime(staat_al.gepland_om))
        raise ValidationError(f"Er staat al een huisbezoek op {om}. Verzet dat, of rond het eerst af.")
    check_moment(zaak, gepland_om, nu)
    onderzoek_beginnen(zaak, door=door, vandaag=timezone.localdate(nu))
    bezoek = Huisbezoek(
        zaak=zaak, consulent=zaak.regisseur, gepland_om=gepland_om, plaats=plaats, duur_minuten=duur_minuten
    ).bewaren(door=door, reden="huisbezoek gepland")  # fmt: skip
    gebeurtenissen.huisbezoek_gepland(bezoek, door=door)
    taken.afhandelen("huisbezoek_plannen", zaak.pk, door=door)
    taak_op_de_dag(bezoek, door=door)
    return bezoek


def check_moment(zaak: Zaak, gepland_om: datetime.datetime, nu: datetime.datetime) -> None:
    """In the future, and after the seven days of the persoonlijk plan."""
    if gepland_om <= nu:
        raise ValidationError({"datum": "Kies een moment dat nog komt"})
    if zaak.dossier.inwoner.overleden_op:
        raise ValidationError("De inwoner is overleden. Plan geen huisbezoek.")
    termijn = zaak.termijnen.filter(soort=TermijnSoort.PERSOONLIJK_PLAN).first()
    plan_tot = termijn.uiterste_datum if termijn else None
    if plan_tot and te_vroeg_voor_onderzoek(timezone.localdate(gepland_om), zaak.persoonlijk_plan, plan_tot):
        raise ValidationError(
            f"De inwoner mag tot en met {opmaak.datum_lang(plan_tot)} een persoonlijk plan geven. Plan het"
            " huisbezoek daarna, of leg eerst vast dat het plan er is of niet komt."
        )


def taak_op_de_dag(bezoek: Huisbezoek, *, door: Actor) -> None:
    """The visit stands among the work of its day."""
    om = timezone.localtime(bezoek.gepland_om)
    taken.klaarzetten(
        "huisbezoek", f"Huisbezoek om {opmaak.tijd(om)} uur", zaak=bezoek.zaak, medewerker=bezoek.consulent,
        door=door, uiterlijk=om.date(), adres="wijkteams:huisbezoek",
    )  # fmt: skip
