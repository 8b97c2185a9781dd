"""A young person in the demo: the steps of the onderzoek, who consented, and who determined the help."""

import datetime

from toegang.models import Actor, Zaak
from wijkteams.jeugdregels import JEUGDIGE, OUDERS, wie_stemt_toe
from wijkteams.usecases.jeugd_vastleggen import jeugd_vastleggen


def jeugdonderzoek(zaak: Zaak, door: Actor, *, vandaag: datetime.date) -> None:
    """All five steps; consent of whom the age asks for."""
    geboren = zaak.dossier.inwoner.geboortedatum
    wie = wie_stemt_toe(geboren.minstens(12, vandaag), geboren.minstens(16, vandaag))
    velden: dict = {}
    if JEUGDIGE in wie:
        velden |= {"jeugdige_akkoord": "ja", "jeugdige_akkoord_op": vandaag}
    if OUDERS in wie:
        velden |= {"ouders_akkoord": "ja", "ouders_akkoord_op": vandaag, "ouders_namen": "beide ouders"}
    jeugd_vastleggen(
        zaak_id=zaak.pk, door=door, vandaag=vandaag,
        problemen="Thuis loopt het elke dag uit op ruzie. Op school gaat het niet goed. De jeugdarts dacht mee.",
        nodige_hulp="Begeleiding voor de jongere en oefenen met de ouders.", omvang="2 uur per week, een half jaar",
        eigen_mogelijkheden="De ouders volgen een cursus. Oma past op als het thuis te veel is.",
        wat_blijft_over="Begeleiding door iemand die dit vak kent.",
        familiegroepsplan_aangeboden_op=vandaag, familiegroepsplan="wil_niet", vertrouwenspersoon_verteld_op=vandaag,
        deskundige_naam=door.naam, deskundige_register="skj", deskundige_nummer="110012345",
        deskundigheid="opvoeden en gedrag bij kinderen", vastgesteld_op=vandaag, **velden,
    )  # fmt: skip
