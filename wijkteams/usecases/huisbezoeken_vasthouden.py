"""After a death nobody goes to the door."""

import datetime

from django.db import transaction

from toegang.models import Actor, Inwoner, Zaak
from toegang.usecases import taken
from wijkteams.models import Huisbezoek
from wijkteams.statussen import HuisbezoekStatus


@transaction.atomic
def huisbezoeken_vasthouden(*, inwoner: Inwoner, door: Actor, vandaag: datetime.date) -> None:
    """The visit of the day leaves the work list; who would go calls it off. Called inside the change from the BRP."""
    for zaak_id in Zaak.objects.open().filter(dossier__inwoner=inwoner).values_list("pk", flat=True):
        taken.afhandelen("huisbezoek_plannen", zaak_id, door=door)
    bezoeken = Huisbezoek.objects.filter(zaak__dossier__inwoner=inwoner, status=HuisbezoekStatus.GEPLAND)
    for bezoek in bezoeken.select_related("zaak", "consulent").order_by("pk"):
        taken.afhandelen("huisbezoek", bezoek.zaak_id, door=door)
        taken.klaarzetten(
            "huisbezoek_afzeggen", "Inwoner is overleden: zet het huisbezoek op niet doorgegaan", zaak=bezoek.zaak,
            medewerker=bezoek.consulent, door=door, uiterlijk=vandaag, adres="wijkteams:huisbezoek",
        )  # fmt: skip
