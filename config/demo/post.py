"""Post of the demo that asks for somebody: a letter that came back, an e-mail that went, one of which nobody knows."""

import datetime

from django.db import transaction
from django.utils import timezone

from config.demo.kalender import werkdagen_terug
from config.demo.ploeg import Ploeg
from toegang.brieven import ontvangstbericht
from toegang.brieven.ontvangstbevestiging import Ontvangstbevestiging
from toegang.models import Actor, Bericht, Brief, Terugreden, Zaak
from toegang.moment import op_moment
from toegang.ontvangst import te_bevestigen
from toegang.rechten import Rol, Wet
from toegang.statussen import BerichtStatus, BriefStatus, ZaakStatus
from toegang.usecases.bericht_klaarzetten import bericht_klaarzetten
from toegang.usecases.bericht_versturen import afronden
from toegang.usecases.brief_teruggekomen import brief_teruggekomen

ADRES = "inwoner@voorbeeld.nl"
LEVEND = {
    "zaak__afgeschermd": False,
    "zaak__dossier__inwoner__overleden_op": "",
    "zaak__dossier__inwoner__geheim": 0,
}


@transaction.atomic
def post_laden(nu: datetime.datetime) -> None:
    """Once; after the stories, because it is about people in them."""
    if Bericht.objects.exists() or Brief.objects.teruggekomen().exists():
        return
    desk = Ploeg().met_rol(Rol.ADMINISTRATIE, 0)
    _teruggekomen(desk, nu)
    _e_mails(desk, nu)


def _teruggekomen(desk: Actor, nu: datetime.datetime) -> None:
    """Two letters of the last weeks, each for its own reason."""
    vandaag = timezone.localdate(nu)
    gisteren = werkdagen_terug(vandaag, 1)
    brieven = Brief.objects.filter(
        soort=Ontvangstbevestiging.soort, status=BriefStatus.VERZONDEN, verzonden_op__lte=gisteren, **LEVEND
    ).exclude(zaak__status=ZaakStatus.AFGESLOTEN)
    redenen = (Terugreden.VERHUISD, Terugreden.NIET_AFGEHAALD)
    for brief, reden in zip(brieven.order_by("-verzonden_op", "pk")[:2], redenen, strict=False):
        with op_moment(nu):
            brief_teruggekomen(
                brief_id=brief.pk, teruggekomen_op=gisteren, reden=reden, door=desk, vandaag=vandaag
            )


def _e_mails(desk: Actor, nu: datetime.datetime) -> None:
    """Of two people at the front door who asked for e-mail: one has it, of the other the mail server said nothing."""
    eerste = nu - datetime.timedelta(hours=2)
    zaken = Zaak.objects.filter(
        *te_bevestigen(), wet=Wet.WMO, status__in=(ZaakStatus.NIEUW, ZaakStatus.VRAAGVERHELDERING), afgeschermd=False,
        dossier__inwoner__overleden_op="", dossier__inwoner__veilig_contact="",
        dossier__inwoner__veilig_contact_post="",
    )  # fmt: skip
    for plek, zaak in enumerate(zaken.order_by("gemeld_op", "pk")[:2]):
        tot = dict(zaak.termijnen.values_list("soort", "uiterste_datum"))
        with op_moment(eerste):
            bericht = bericht_klaarzetten(
                soort=Ontvangstbevestiging.soort, zaak=zaak, aan=ADRES, onderwerp=ontvangstbericht.onderwerp(),
                tekst=ontvangstbericht.tekst(
                    aanhef=zaak.dossier.inwoner.naam.aanhef(), kenmerk=zaak.kenmerk, ontvangen_op=zaak.gemeld_op,
                    persoonlijk_plan_tot=tot["persoonlijk_plan"], onderzoek_tot=tot["onderzoek"],
                ), door=desk,
            )  # fmt: skip
            bericht.status, bericht.begonnen_om = BerichtStatus.ONZEKER, eerste
            bericht.bewaren(door=desk, reden="wordt aangeboden")
            if plek == 0:
                afronden(bericht, door=desk)
