"""A written request to destroy what we hold of one zaak (Wmo 2015 art. 5.3.5, Jeugdwet art. 7.3.9, AVG art. 17)."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang import feestdagentabel, gebeurtenissen
from toegang.bewaartermijnen import verzoekregel
from toegang.feestdagen import eerstvolgende_werkdag
from toegang.models import Actor, Termijn, TermijnSoort, Vernietigverzoek
from toegang.permissions import check_mag_vernietiging_voorstellen
from toegang.rechten import Recht, Rol
from toegang.regels import maanden_later
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import klok, taken
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.vernietigbaar import toegewezen

AL_TOEGEWEZEN = "Een verzoek om te vernietigen is al toegewezen. Stel de vernietiging voor."
TITEL = "Verzoek om te vernietigen: beoordeel het."


@transaction.atomic
def vernietigverzoek_registreren(
    *, zaak_id, ontvangen_op: datetime.date, van: str, door: Actor, vandaag: datetime.date
) -> Vernietigverzoek:
    """Its clock runs from the day on which we received it; the teamlead judges. The open request is given back."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_vernietiging_voorstellen(door)
    bestaand = zaak.vernietigverzoeken.open().first()
    if bestaand:
        return bestaand
    if toegewezen(zaak):
        raise OngeldigeOvergang(AL_TOEGEWEZEN)
    if not zaak.gemeld_op <= ontvangen_op <= vandaag:
        raise ValidationError({"ontvangen_op": "Kies een dag vanaf de melding tot en met vandaag"})
    verzoek = Vernietigverzoek(
        zaak=zaak, ontvangen_op=ontvangen_op, van=Vernietigverzoek.Van(van)
    ).bewaren(door=door, reden="verzoek ontvangen")  # fmt: skip
    maanden, artikel = verzoekregel(zaak.wet)
    feestdagentabel.actueel()
    uiterlijk = eerstvolgende_werkdag(maanden_later(ontvangen_op, maanden))  # ATW art. 1 lid 1
    Termijn(
        zaak=zaak, soort=TermijnSoort.VERNIETIGVERZOEK, artikel=artikel, begint_op=ontvangen_op,
        uiterste_datum=uiterlijk,
    ).bewaren(door=door, reden="termijn begonnen")  # fmt: skip
    klok.eerstvolgende_bijwerken(zaak)
    taken.klaarzetten(
        "vernietigverzoek", TITEL, door=door, zaak=zaak, uiterlijk=uiterlijk, adres="toegang:vernietigverzoek",
        rol=Rol.TEAMLEAD if zaak.wijkteam_id else Rol.ADMINISTRATIE,
    )  # fmt: skip
    gebeurtenissen.vernietigverzoek_ontvangen(zaak, op=ontvangen_op, door=door)
    zaak.bewaren(door=door, reden="verzoek om te vernietigen ontvangen")
    return verzoek
