"""The inwoner chooses where letters count: on paper, or in Mijn hulp with an e-mail (Awb art. 2:8)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Bereik, Bezorging, Inwoner
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.inwoner_ophalen import inwoner_vergrendelen
from toegang.veilig_contact import waarheen


@transaction.atomic
def bezorging_kiezen(
    *, inwoner_id, door: Actor, vandaag: datetime.date, wijze: str, e_mail: str = ""
) -> Inwoner:
    """Recorded with who and when. Where something was agreed about safe contact a colleague first talks with him.

    Paper is: no e-mail instead of a letter either.
    """
    inwoner, _ = inwoner_vergrendelen(inwoner_id, door=door)
    if waarheen(inwoner).let_op:
        raise OngeldigeOvergang("Er is iets afgesproken over veilig contact. Overleg eerst met de inwoner.")
    wijze, e_mail = Bezorging(wijze), e_mail.strip() or inwoner.e_mail
    if wijze == Bezorging.MIJN_HULP and not e_mail:
        raise ValidationError({"e_mail": "Vul een e-mailadres in"})
    inwoner.bezorging, inwoner.bezorging_gekozen_op = wijze, vandaag
    inwoner.e_mail = e_mail
    inwoner.bereik = Bereik.E_MAIL if wijze == Bezorging.MIJN_HULP else Bereik.BRIEF
    return inwoner.bewaren(door=door, reden="koos hoe brieven komen")
