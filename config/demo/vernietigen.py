"""A request to destroy, granted and proposed: one item that waits for the FG."""

import datetime

from django.db import transaction
from django.utils import timezone

from config.demo.ploeg import Ploeg
from toegang.models import Vernietiging, Zaak
from toegang.rechten import Rol
from toegang.statussen import ZaakStatus
from toegang.usecases.vernietiging_voorstellen import vernietiging_voorstellen
from toegang.usecases.vernietigverzoek_beoordelen import vernietigverzoek_beoordelen
from toegang.usecases.vernietigverzoek_registreren import vernietigverzoek_registreren
from toegang.vernietigbaar import wat_houdt_vast

GEKEKEN = 50  # so many closed zaken are tried


@transaction.atomic
def vernietiging_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about somebody in them. No closed zaak at rest: nothing."""
    if Vernietiging.objects.exists():
        return
    ploeg, vandaag = Ploeg(), timezone.localdate(nu)
    desk = ploeg.met_rol(Rol.ADMINISTRATIE, 0)
    gesloten = Zaak.objects.filter(status=ZaakStatus.AFGESLOTEN, afgeschermd=False, afgesloten_op__lt=vandaag)
    gesloten = gesloten.exclude(dossier__inwoner__overleden_op__gt="")
    zaak = next(
        (z for z in gesloten.order_by("afgesloten_op", "pk")[:GEKEKEN] if not wat_houdt_vast(z)), None
    )
    if zaak is None:
        return
    feiten = {"zaak_id": zaak.pk, "vandaag": vandaag}
    vernietigverzoek_registreren(ontvangen_op=vandaag, van="inwoner", door=desk, **feiten)
    oordeelt = ploeg.teamlead(zaak.wijkteam_id) if zaak.wijkteam_id else desk
    vernietigverzoek_beoordelen(uitkomst="toegewezen", door=oordeelt, **feiten)
    vernietiging_voorstellen(door=desk, **feiten)
