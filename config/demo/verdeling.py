"""The work of a teamlead in the demo: a zaak with wijkteam+, one handed over, one that waits, a colleague away."""

import datetime

from django.db import transaction
from django.utils import timezone

from config.demo.kalender import werkdagen_verder
from config.demo.ploeg import Ploeg
from toegang.models import Zaak
from toegang.moment import op_moment
from toegang.rechten import Wet
from toegang.statussen import ZaakStatus
from wijkteams.models import Opschaling, Wijkteam
from wijkteams.usecases.afwezigheid_vastleggen import afwezigheid_vastleggen
from wijkteams.usecases.wachten_vastleggen import wachten_vastleggen
from wijkteams.usecases.zaak_opschalen import zaak_opschalen
from wijkteams.usecases.zaak_toewijzen import zaak_toewijzen
from wijkteams.usecases.zaken_overdragen import zaken_overdragen

DAG = datetime.timedelta(days=1)


@transaction.atomic
def verdeling_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them."""
    if Opschaling.objects.exists():
        return
    zaken = (
        Zaak.objects.filter(
            wet=Wet.WMO,
            afgeschermd=False,
            dossier__inwoner__overleden_op="",
            wijkteam__soort=Wijkteam.Soort.WIJK,
        )
        .select_related("wijkteam", "regisseur")
        .order_by("-volgnummer")
    )
    ploeg, vandaag = Ploeg(), timezone.localdate(nu)
    in_onderzoek = list(zaken.filter(status=ZaakStatus.ONDERZOEK)[:3])
    wachtend = zaken.filter(status=ZaakStatus.TE_VERDELEN).first()
    with op_moment(nu):
        if len(in_onderzoek) == 3:
            op, over, weg = in_onderzoek
            _opschalen(op, ploeg, vandaag, nu)
            _overdragen(over, ploeg, vandaag, nu)
            _afwezig(weg, ploeg, vandaag)
        if wachtend:
            wachten_vastleggen(
                zaak_id=wachtend.pk, waarom="geen_ruimte", bekijken_op=werkdagen_verder(vandaag, 5),
                door=ploeg.teamlead(wachtend.wijkteam_id), vandaag=vandaag,
            )  # fmt: skip


def _opschalen(zaak: Zaak, ploeg: Ploeg, vandaag: datetime.date, nu: datetime.datetime) -> None:
    """Too much at once; wijkteam+ has a regisseur the same day."""
    opschaling = zaak_opschalen(
        zaak_id=zaak.pk, grond=Opschaling.Grond.MEER_PROBLEMEN, bekijken_op=werkdagen_verder(vandaag, 20),
        toelichting="Schulden, een dreigende uitzetting en verslaving tegelijk.", door=ploeg.van(zaak.regisseur_id),
        vandaag=vandaag, nu=nu,
    )  # fmt: skip
    plus = opschaling.naar_team_id
    zaak_toewijzen(
        zaak_id=zaak.pk, regisseur_id=ploeg.consulent(plus, zaak.wet, 0).medewerker_id, reden="Kent deze problemen.",
        door=ploeg.teamlead(plus), vandaag=vandaag, nu=nu,
    )  # fmt: skip


def _ander(zaak: Zaak, ploeg: Ploeg) -> int:
    """Another consulent of the team and the law."""
    mensen = [ploeg.consulent(zaak.wijkteam_id, zaak.wet, beurt).medewerker_id for beurt in range(2)]
    return next(wie for wie in mensen if wie != zaak.regisseur_id)


def _overdragen(zaak: Zaak, ploeg: Ploeg, vandaag: datetime.date, nu: datetime.datetime) -> None:
    """Stands as 'Nieuw voor mij' with the other consulent."""
    zaken_overdragen(
        zaak_ids=[zaak.pk], regisseur_id=_ander(zaak, ploeg), reden="Gelijker verdelen.",
        door=ploeg.teamlead(zaak.wijkteam_id), vandaag=vandaag, nu=nu,
    )  # fmt: skip


def _afwezig(zaak: Zaak, ploeg: Ploeg, vandaag: datetime.date) -> None:
    """Its regisseur is away for a week and a half; the other consulent stands in."""
    afwezigheid_vastleggen(
        medewerker_id=zaak.regisseur_id, vervanger_id=_ander(zaak, ploeg), vanaf_op=vandaag,
        tot_en_met_op=vandaag + 10 * DAG, door=ploeg.teamlead(zaak.wijkteam_id), vandaag=vandaag,
    )  # fmt: skip
