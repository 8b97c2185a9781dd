"""After a death: letters that wait for the post, and e-mails that were not handed over, do not go any more."""

from django.db import transaction

from toegang.models import Actor, Bericht, Brief, Zaak
from toegang.permissions import check_mag_brp_afhandelen
from toegang.rechten import Recht
from toegang.statussen import BerichtStatus, BriefStatus, OngeldigeOvergang
from toegang.usecases.bericht_klaarzetten import laten_vervallen
from toegang.usecases.brief_laten_vervallen import brief_laten_vervallen
from toegang.usecases.ophalen import zaak_vergrendelen

LEEFT = "Deze inwoner is niet overleden. De post gaat gewoon door."
REDEN = "inwoner is overleden"
NIET_WEG = (BriefStatus.GEVRAAGD, BriefStatus.GEMAAKT)


def post_die_wacht(zaak: Zaak) -> int:
    """How many letters and e-mails of this zaak did not leave yet."""
    brieven = Brief.objects.filter(zaak=zaak, status__in=NIET_WEG).count()
    return brieven + Bericht.objects.filter(zaak=zaak, status=BerichtStatus.GEVRAAGD).count()


@transaction.atomic
def post_stoppen(*, zaak_id, door: Actor) -> int:
    """Let all of it lapse; what was already sent stays as it is. How many; a second time none."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_brp_afhandelen(door, zaak)
    if not zaak.dossier.inwoner.overleden_op:
        raise OngeldigeOvergang(LEEFT)
    brieven = list(zaak.brieven.filter(status__in=NIET_WEG).order_by("pk").values_list("pk", flat=True))
    for pk in brieven:
        brief_laten_vervallen(brief_id=pk, door=door, reden=REDEN)
    berichten = zaak.berichten.filter(status=BerichtStatus.GEVRAAGD).order_by("pk")
    wachtend = list(berichten.select_for_update(of=("self",), no_key=True))
    for bericht in wachtend:
        laten_vervallen(bericht, "De inwoner is overleden.", door=door)
    return len(brieven) + len(wachtend)
