"""A batch of the demo: decisions ready for the post, two of which cannot go yet, each for its own reason."""

import datetime

from django.db import transaction
from django.utils import timezone

from beschikkingen.usecases.besluitbrief_klaarzetten import SOORT, wachtende_besluiten
from config.demo.kalender import werkdagen_verder
from config.demo.ploeg import Ploeg
from toegang.models import Actor, Inwoner, Verzending
from toegang.moment import op_moment
from toegang.rechten import Rol
from toegang.usecases.verzending_samenstellen import verzending_samenstellen

MINSTENS = 3  # decisions: so that some can go


@transaction.atomic
def stapel_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them. A colleague checks it, and lets it be made."""
    ploeg, vandaag = Ploeg(), timezone.localdate(nu)
    desk = ploeg.met_rol(Rol.ADMINISTRATIE, 0)
    wacht = list(
        wachtende_besluiten(desk)
        .filter(zaak__afgeschermd=False, zaak__dossier__inwoner__overleden_op="")
        .select_related("zaak__dossier__inwoner")
    )
    if Verzending.objects.exists() or len(wacht) < MINSTENS:
        return
    verhuisd, overleden = (besluit.zaak.dossier.inwoner for besluit in wacht[:2])
    with op_moment(nu):
        _uit_de_brp(verhuisd, ploeg.systeem, adres_in_onderzoek=True)
        _uit_de_brp(overleden, ploeg.systeem, overleden_op=f"{vandaag:%Y%m%d}", opschorting="O")
        verzending_samenstellen(
            door=desk, nu=nu, vandaag=vandaag, verzenddatum=werkdagen_verder(vandaag, 0), soorten=[SOORT]
        )


def _uit_de_brp(inwoner: Inwoner, systeem: Actor, **velden) -> None:
    for naam, waarde in velden.items():
        setattr(inwoner, naam, waarde)
    inwoner.bewaren(door=systeem, reden="BRP")
