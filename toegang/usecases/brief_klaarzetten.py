"""Ask for a letter: a job row; a worker makes it."""

import datetime

from django.db import transaction
from django.utils import timezone

from toegang.brieven.geadresseerde import Geadresseerde, geadresseerden
from toegang.models import Actor, Brief, Zaak
from toegang.models.document import AFSCHRIFT, HOOGSTENS_POGINGEN
from toegang.moment import nu
from toegang.nudge import nudge_na_commit
from toegang.rechten import Laag, Rol
from toegang.statussen import BRIEF_OVERGANGEN, BriefStatus, check_overgang
from toegang.usecases import taken
from toegang.veilig_contact import waarheen


@transaction.atomic
def brief_klaarzetten(
    *,
    soort: str,
    zaak: Zaak,
    bron_id,
    onderwerp: str,
    door: Actor,
    verzenddatum: datetime.date,
    laag: Laag = Laag.INHOUD,
    sleutel: str | None = None,
) -> Brief:
    """One letter per thing said (`sleutel`); asked again before it was sent, it is made anew.

    Called by a use-case that holds the zaak and checked the right. The addressee follows from the inwoner and who
    represents him; a mentor gets a copy, a job row of its own. Raises ValidationError when nobody can be written to.
    A letter that may not be sent without asking first is kept on hold, with a task for the administratie.
    """
    wie = geadresseerden(zaak.dossier.inwoner, verzenddatum)
    sleutel = sleutel or f"{soort}:{bron_id}"
    brieven = [
        _klaarzetten(
            g, sleutel=f"{sleutel}{AFSCHRIFT}{g.sleutel}" if g.sleutel else sleutel, soort=soort, zaak=zaak,
            bron_id=bron_id, onderwerp=onderwerp, door=door, verzenddatum=verzenddatum, laag=laag,
        )
        for g in wie
    ]  # fmt: skip
    nudge_na_commit("brieven")
    return brieven[0]  # the copies go their own way


def _klaarzetten(wie: Geadresseerde, *, sleutel: str, door: Actor, **velden) -> Brief:
    brief = Brief.objects.filter(sleutel=sleutel).select_for_update(of=("self",), no_key=True).first()
    if brief is None:
        brief = Brief(sleutel=sleutel, gevraagd_om=nu())
    elif brief.status == BriefStatus.VERZONDEN:
        return brief
    velden |= {"aan_naam": wie.naam, "aan_adres": list(wie.regels)}
    for naam, waarde in velden.items():
        setattr(brief, naam, waarde)
    opnieuw_vragen(brief)
    brief.bewaren(door=door, reden="brief gevraagd")
    if weigering := waarheen(brief.zaak.dossier.inwoner).weigering:
        aanhouden(brief, weigering, door=door)
    return brief


def aanhouden(brief: Brief, weigering: str, *, door: Actor) -> None:
    """Not safe to send now: no worker makes it, and the administratie first talks with the inwoner.

    Given its tries again (`brief_opnieuw_maken`) it is asked again where it may go.
    """
    if brief.status != BriefStatus.GEVRAAGD:
        check_overgang(BRIEF_OVERGANGEN, brief.status, BriefStatus.GEVRAAGD)
    brief.status, brief.pogingen, brief.fout = BriefStatus.GEVRAAGD, HOOGSTENS_POGINGEN, weigering[:300]
    brief.bewaren(door=door, reden="aangehouden: veilig contact")
    taken.afhandelen("brief_verzenden", brief.pk, door=door)
    taken.klaarzetten(
        "brief_overleg", "Overleg met de inwoner voordat deze brief weggaat", door=door,
        uiterlijk=timezone.localdate(nu()), adres="toegang:brief", adres_pk=brief.pk, zaak=brief.zaak,
        rol=Rol.ADMINISTRATIE,
    )  # fmt: skip


def opnieuw_vragen(brief: Brief) -> None:
    """Back to the workers, with all its tries; the caller saves it."""
    if brief.status != BriefStatus.GEVRAAGD:
        check_overgang(BRIEF_OVERGANGEN, brief.status, BriefStatus.GEVRAAGD)
    brief.status, brief.pogingen, brief.fout, brief.opnieuw_om = BriefStatus.GEVRAAGD, 0, "", None
