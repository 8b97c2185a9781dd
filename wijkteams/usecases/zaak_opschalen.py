"""A zaak goes to wijkteam+: complex, direct, special knowledge, or somebody is in danger."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor
from toegang.rechten import Recht, Rol
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Opschaling, Wijkteam
from wijkteams.opschaalregels import check_kan_opschalen, check_kijkdag, check_mag_opschalen, check_team_kan
from wijkteams.usecases.casemanager_kiezen import casemanagers_beeindigen
from wijkteams.usecases.regisseur_losmaken import laten_verdelen, regisseur_losmaken
from wijkteams.usecases.wachten_vastleggen import wachten_eindigt

TAAK = "opschaling_bekijken"


@transaction.atomic
def zaak_opschalen(
    *,
    zaak_id,
    grond: str,
    toelichting: str,
    bekijken_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
) -> Opschaling:
    """Rights are held in the team, so they go along at once: the old team loses them, wijkteam+ has them."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_opschalen(door, zaak)
    check_kan_opschalen(zaak)
    check_kijkdag("bekijken_op", bekijken_op, vandaag)
    if not toelichting.strip():
        raise ValidationError({"toelichting": "Schrijf waarom Wijkteam+ dit moet overnemen"})
    plus = check_team_kan(
        Wijkteam.objects.filter(soort=Wijkteam.Soort.PLUS).order_by("pk").first(), zaak, vandaag
    )
    opschaling = Opschaling(
        zaak=zaak, van_team=zaak.wijkteam, naar_team=plus, grond=Opschaling.Grond(grond), toelichting=toelichting,
        opgeschaald_op=vandaag, bekijken_op=bekijken_op,
    ).bewaren(door=door, reden="opgeschaald")  # fmt: skip
    wachten_eindigt(zaak, door=door, vandaag=vandaag)
    casemanagers_beeindigen([zaak], reden="naar een ander team", door=door, vandaag=vandaag)
    regisseur_losmaken(zaak, reden="opgeschaald", door=door, nu=nu)
    zaak.wijkteam = plus
    gebeurtenissen.zaak_opgeschaald(opschaling, door=door)
    gevaar = opschaling.grond in (Opschaling.Grond.VEILIGHEID, Opschaling.Grond.METEEN)
    laten_verdelen(zaak, meteen=zaak.spoed or gevaar, door=door, vandaag=vandaag)
    taken.afhandelen("afschaling_nakijken", zaak.pk, door=door)
    taken.klaarzetten(
        TAAK, "Kijk of afschalen kan", zaak=zaak, rol=Rol.CONSULENT, door=door, uiterlijk=bekijken_op,
        adres="wijkteams:opschalen",
    )  # fmt: skip
    zaak.bewaren(door=door, reden="opgeschaald")
    return opschaling
