"""The verslag came back with the citizen's words and signature."""

import datetime

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from toegang import opmaak
from toegang.models import Actor, Document, DocumentSoort, Zaak
from toegang.regels import werkdagen_later
from toegang.statussen import check_overgang
from toegang.usecases import taken
from toegang.usecases.aanvraag_registreren import aanvraag_registreren, recht_voor_aanvraag
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from wijkteams import gebeurtenissen
from wijkteams.models import Verslag
from wijkteams.statussen import VERSLAG_OVERGANGEN, VerslagStatus
from wijkteams.usecases.verslag_ophalen import verslag_vergrendelen
from wijkteams.verslagtekst import gevraagd_in

LEZEN_BINNEN = 2  # working days


@transaction.atomic
def verslag_ondertekend(
    *,
    verslag_id,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
    ondertekend_op: datetime.date,
    opmerkingen: str = "",
    als_aanvraag: bool = True,
    ontvangen_op: datetime.date | None = None,
    bestand: UploadedFile | None = None,
) -> Verslag:
    """A signed verslag can count as the aanvraag (2.3.2 lid 9); the two weeks run from its receipt (2.3.5 lid 2).

    Also by the administratie, which opens the post: it types over what was written and does not read the verslag.
    """
    recht = recht_voor_aanvraag(door)
    zaak, onderzoek, verslag = verslag_vergrendelen(verslag_id, door=door, recht=recht)
    als_aanvraag = als_aanvraag and settings.VERSLAG_ALS_AANVRAAG
    check_overgang(VERSLAG_OVERGANGEN, verslag.status, VerslagStatus.ONDERTEKEND)
    ontvangen_op = ontvangen_op or ondertekend_op
    if ondertekend_op > vandaag:
        raise ValidationError({"ondertekend_op": f"De datum moet op of voor {opmaak.datum(vandaag)} liggen"})
    if not ondertekend_op <= ontvangen_op <= vandaag:
        zin = f"De datum moet tussen {opmaak.datum(ondertekend_op)} en {opmaak.datum(vandaag)} liggen"
        raise ValidationError({"ontvangen_op": zin})
    if ondertekend_op < onderzoek.begonnen_op:
        zin = f"De datum moet op of na {opmaak.datum(onderzoek.begonnen_op)} liggen"
        raise ValidationError({"ondertekend_op": zin})
    verslag.status, verslag.ondertekend_op = VerslagStatus.ONDERTEKEND, ondertekend_op
    verslag.opmerkingen, verslag.ontvangen_op = opmerkingen, ontvangen_op
    if bestand is not None:
        verslag.document = _scan(bestand, verslag, zaak, ontvangen_op, door=door, nu=nu)
    verslag.bewaren(door=door, reden="verslag ondertekend")
    gebeurtenissen.verslag_ondertekend(verslag, door=door)
    if als_aanvraag:
        aanvraag_registreren(
            zaak_id=zaak.pk, door=door, vandaag=vandaag, nu=nu, ontvangen_op=ontvangen_op, wijze="verslag",
            gevraagd=_gevraagd(verslag),
        )  # fmt: skip
    if opmerkingen and zaak.regisseur_id and zaak.regisseur_id != door.medewerker_id:
        taken.klaarzetten(
            "verslag_opmerkingen", "Lees wat de inwoner bij het verslag schreef", door=door, zaak=zaak,
            medewerker=zaak.regisseur, uiterlijk=werkdagen_later(vandaag, LEZEN_BINNEN), adres="wijkteams:verslag",
        )  # fmt: skip
    return verslag


def _scan(bestand: UploadedFile, verslag: Verslag, zaak: Zaak, ontvangen_op, *, door: Actor, nu) -> Document:
    try:
        return bestand_ontvangen(
            bestand=bestand, door=door, nu=nu, titel=f"Verslag {verslag.nummer}, ondertekend",
            soort=DocumentSoort.POST, zaak=zaak, ontvangen_op=ontvangen_op,
        )  # fmt: skip
    except ValidationError as fout:
        raise ValidationError({"bestand": fout.messages[0]}) from None


def _gevraagd(verslag: Verslag) -> str:
    """Which decision is asked (Awb art. 4:2), as it stands on the form that was signed."""
    return "\n".join(gevraagd_in(verslag)) or "De hulp die in het verslag staat"
