"""Who acts for an inwoner, with proof and period (Wmo 2015 art. 1.1.1 lid 2)."""

import datetime
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from toegang import moment
from toegang.bsn import blinde_index
from toegang.models import Actor, Document, Inwoner, Vertegenwoordiger
from toegang.namen import zoeknaam
from toegang.rechten import Laag
from toegang.usecases.bestand_ontvangen import bestand_ontvangen
from toegang.usecases.brieven_omadresseren import brieven_omadresseren
from toegang.usecases.inwoner_ophalen import inwoner_vergrendelen
from toegang.vertegenwoordiging import MEERDERJARIG, in_functie

Soort = Vertegenwoordiger.Soort
ONBEKEND = (
    "Wij kennen niemand met dit BSN. Haal deze persoon eerst op uit de BRP, of laat het BSN leeg. Zonder BSN kan de "
    "vertegenwoordiger niet in Mijn hulp"
)


@transaction.atomic
def vertegenwoordiger_vastleggen(
    *, inwoner_id, soort: str, naam: str, vanaf_op: datetime.date, bewijs: str, bewijs_gezien_op: datetime.date,
    door: Actor, vandaag: datetime.date, tot_op: datetime.date | None = None, adres: str = "", telefoon: str = "",
    e_mail: str = "", mag: Sequence[str] = (), bestanden: Sequence[UploadedFile] = (),
    nu: datetime.datetime | None = None, bsn: str = "",
) -> Vertegenwoordiger:  # fmt: skip
    """Without proof that somebody saw, nobody acts for another. `bestanden`: its scan, at most one.

    `bsn`: of the representative, who then looks for this inwoner on the citizen's site after signing in as himself.
    """
    inwoner, _ = inwoner_vergrendelen(inwoner_id, door=door)
    _check(inwoner, soort, naam, vanaf_op, tot_op, bewijs, bewijs_gezien_op, list(mag), adres, vandaag)
    v = Vertegenwoordiger(
        inwoner=inwoner, soort=soort, naam=naam.strip(), verwant=_wie(bsn, naam, inwoner), adres=adres,
        telefoon=telefoon, e_mail=e_mail, mag=list(mag) if soort in (Soort.GEMACHTIGDE, Soort.OUDER) else [],
        bewijs=bewijs.strip(), bewijs_gezien_op=bewijs_gezien_op, vanaf_op=vanaf_op, tot_op=tot_op,
        bewijs_document=_bewijs(bestanden, inwoner, nu or moment.nu(), door=door),
    ).bewaren(door=door, reden="vertegenwoordiger vastgelegd")  # fmt: skip
    brieven_omadresseren(inwoner=inwoner, door=door, vandaag=vandaag)
    return v


@transaction.atomic
def vertegenwoordiger_beeindigen(
    *, vertegenwoordiger_id, tot_op: datetime.date, door: Actor, vandaag: datetime.date
) -> Vertegenwoordiger:
    """From this day on not any more; letters that wait go to the inwoner again."""
    inwoner_id = Vertegenwoordiger.objects.values_list("inwoner_id", flat=True).get(pk=vertegenwoordiger_id)
    inwoner, _ = inwoner_vergrendelen(inwoner_id, door=door)
    v = Vertegenwoordiger.objects.vergrendelen(vertegenwoordiger_id)
    if v.tot_op and v.tot_op <= tot_op:
        return v
    if tot_op < v.vanaf_op:
        raise ValidationError({"tot_op": "De einddatum ligt voor het begin. Controleer de datum"})
    v.tot_op = tot_op
    v.bewaren(door=door, reden="vertegenwoordiging beëindigd")
    brieven_omadresseren(inwoner=inwoner, door=door, vandaag=vandaag)
    return v


def _wie(bsn: str, naam: str, inwoner: Inwoner) -> Inwoner | None:
    """Whose BSN this is. A mistake would open a dossier to a stranger, so the name must be that person's too."""
    if not bsn:
        return None
    gevonden = Inwoner.objects.filter(bsn_index=blinde_index(bsn), samengevoegd_met=None).first()
    if gevonden is None:
        raise ValidationError({"bsn": ONBEKEND})
    if gevonden == inwoner:
        raise ValidationError(
            {"bsn": "Dit is het BSN van de inwoner zelf. Vul dat van de vertegenwoordiger in"}
        )
    namen = zoeknaam(gevonden.geslachtsnaam, gevonden.partner_geslachtsnaam).split()
    if not set(namen) & set(zoeknaam(naam).split()):
        raise ValidationError({"bsn": "Bij dit BSN hoort een andere naam. Controleer het BSN en de naam"})
    return gevonden


def _bewijs(bestanden: Sequence[UploadedFile], inwoner: Inwoner, nu, *, door: Actor) -> Document | None:
    """ValidationError at `bestanden` when the scan is refused."""
    if not bestanden:
        return None
    try:
        return bestand_ontvangen(bestand=bestanden[0], door=door, nu=nu, inwoner=inwoner, laag=Laag.PROCES)
    except ValidationError as fout:
        raise ValidationError({"bestanden": fout.messages}) from fout


def _check(inwoner: Inwoner, soort, naam, vanaf_op, tot_op, bewijs, gezien_op, mag, adres, vandaag) -> None:
    fouten: dict[str, str] = {}
    if not naam.strip():
        fouten["naam"] = "Vul de naam in"
    if not bewijs.strip():
        fouten["bewijs"] = "Schrijf op welk bewijs u zag, bijvoorbeeld de beschikking van de rechtbank"
    if gezien_op > vandaag:
        fouten["bewijs_gezien_op"] = "U kunt het bewijs niet in de toekomst hebben gezien"
    if tot_op and tot_op < vanaf_op:
        fouten["tot_op"] = "De einddatum ligt voor het begin. Controleer de datum"
    if soort == Soort.GEMACHTIGDE and not mag:
        fouten["mag"] = "Kies wat de gemachtigde volgens de machtiging mag"
    if soort == Soort.OUDER and inwoner.geboortedatum.minstens(MEERDERJARIG, vandaag) is True:
        fouten["soort"] = "Deze inwoner is 18 jaar of ouder. Een ouder heeft dan geen gezag meer"
    if soort in (Soort.CURATOR, Soort.MENTOR) and not adres.strip():
        fouten["adres"] = "Vul het adres in: de brieven gaan daarheen"
    if soort == Soort.CURATOR and any(v.soort == Soort.CURATOR for v in in_functie(inwoner, vandaag)):
        fouten["soort"] = "Er is al een curator. Beëindig die eerst"
    if fouten:
        raise ValidationError(fouten)
