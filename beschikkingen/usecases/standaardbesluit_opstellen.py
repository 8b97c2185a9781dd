"""The administratie draws up a standard beschikking from what the consulent recorded, and sends it to the check."""

import datetime

from django.db import transaction

from beschikkingen.models import Besluit, Uitkomst
from beschikkingen.poort import open_punten
from beschikkingen.standaard import AANVULLEN, RECHT, standaard_van
from beschikkingen.usecases.besluit_opstellen import op_aanvraag
from beschikkingen.usecases.besluit_ter_toetsing import naar_de_toetser, uiterlijk
from toegang.models import Aanvraag, Actor, Zaak
from toegang.permissions import check_rol
from toegang.rechten import Rol
from toegang.statussen import AanvraagStatus, OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen


class NietCompleet(Exception):
    """The gate is not clean: what was drawn up is undone."""


@transaction.atomic
def standaardbesluit_opstellen(*, zaak_id, door: Actor, vandaag: datetime.date) -> Besluit | None:
    """The besluit, now with the toetsers; None while the gate is not clean: then nothing is drawn up.

    The administratie reads no content, so what is open is said to the regisseur, by a task. Who proposed the help is
    the `voorbereider`: a third person checks and a fourth signs.
    """
    check_rol(door, Rol.ADMINISTRATIE)
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=RECHT)
    if zinnen := standaard_van(zaak).mist:
        raise OngeldigeOvergang(" ".join(zinnen))
    try:
        with transaction.atomic():
            return _opstellen(zaak, door=door, vandaag=vandaag)
    except NietCompleet:
        _vragen(zaak, door=door, vandaag=vandaag)
        return None


def _opstellen(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> Besluit:
    aanvraag = Aanvraag.objects.vergrendelen(zaak.aanvragen.get(status=AanvraagStatus.OPEN).pk)
    besluit = op_aanvraag(zaak, aanvraag, door=door, vandaag=vandaag, uitkomst=Uitkomst.TOEKENNING)
    if open_punten(besluit, vandaag=vandaag):
        raise NietCompleet
    return naar_de_toetser(besluit, door=door, vandaag=vandaag)


def _vragen(zaak: Zaak, *, door: Actor, vandaag: datetime.date) -> None:
    """The regisseur draws it up himself: there the gate says what is open, and where to mend it."""
    taken.klaarzetten(
        AANVULLEN, "Stel het besluit op. De administratie kan het nog niet: er is iets open.", door=door, zaak=zaak,
        uiterlijk=uiterlijk(Besluit(zaak=zaak, aanvraag=zaak.aanvragen.get(status=AanvraagStatus.OPEN)), vandaag),
        adres="beschikkingen:besluiten", adres_pk=zaak.pk, medewerker=zaak.regisseur,
        rol="" if zaak.regisseur else Rol.CONSULENT,
    )  # fmt: skip
