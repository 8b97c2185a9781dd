"""Who looks for another on the citizen's site of the demo: a daughter for two people, and the mother of a child."""

import datetime

from django.utils import timezone

from config.demo.ploeg import Ploeg
from toegang.models import Inwoner, Vertegenwoordiger, Zaak
from toegang.moment import op_moment
from toegang.rechten import Rol, Wet
from toegang.statussen import ZaakStatus
from toegang.usecases.vertegenwoordiger_vastleggen import vertegenwoordiger_vastleggen

Mag = Vertegenwoordiger.Mag
MAG = (Mag.SPREKEN, Mag.DOSSIER, Mag.AANVRAGEN, Mag.BEZWAAR)  # letters stay with the inwoner
JONG = 12  # from this age a child looks itself too


def namens_laden(nu: datetime.datetime) -> None:
    """Nothing when somebody who can sign in acts already."""
    if Vertegenwoordiger.objects.filter(verwant__isnull=False).exists():
        return
    vandaag = timezone.localdate(nu)
    zaken = (
        Zaak.objects.exclude(status=ZaakStatus.AFGESLOTEN)
        .filter(
            dossier__inwoner__bsn_index__isnull=False, dossier__inwoner__overleden_op="", afgeschermd=False,
            dossier__inwoner__vertegenwoordigers=None,
        )
        .exclude(onderwerp="veiligheid")
        .select_related("dossier__inwoner")
        .order_by("gemeld_op", "pk")
    )  # fmt: skip
    jeugd = zaken.filter(
        wet=Wet.JEUGDWET, dossier__inwoner__geboren__lt=f"{vandaag.year - JONG}0101",
        dossier__inwoner__geboren__gt=f"{vandaag.year - JONG - 3}1231",
    )  # fmt: skip
    gevraagd = [
        ("gemachtigde", z, "machtiging met kopie van het paspoort") for z in zaken.filter(wet=Wet.WMO)[:2]
    ]
    gevraagd += [("ouder", z, "uittreksel uit het gezagsregister") for z in jeugd[:1]]
    vrouwen = Inwoner.objects.filter(
        geslacht="V", bsn_index__isnull=False, overleden_op="", geheim=0
    ).exclude(pk__in=[z.dossier.inwoner_id for _, z, _ in gevraagd])
    wie = {
        "gemachtigde": vrouwen.filter(geboren__lt="19800101").order_by("-geboren", "pk").first(),
        "ouder": vrouwen.filter(geboren__range=("19800101", "19951231")).order_by("geboren", "pk").first(),
    }  # fmt: skip
    desk = Ploeg().met_rol(Rol.ADMINISTRATIE, 0)
    for soort, zaak, bewijs in gevraagd:
        persoon = wie[soort]
        if persoon is not None:
            with op_moment(nu):
                vertegenwoordiger_vastleggen(
                    inwoner_id=zaak.dossier.inwoner_id, soort=soort, naam=persoon.naam.aanschrijving(), bsn=persoon.bsn,
                    bewijs=bewijs, bewijs_gezien_op=vandaag, vanaf_op=vandaag, mag=MAG, door=desk, vandaag=vandaag,
                )  # fmt: skip
