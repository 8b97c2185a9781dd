"""A zaak goes back from wijkteam+ to the wijkteam, as soon as that can."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from toegang.models import Actor, Zaak
from toegang.rechten import Recht, Rol
from toegang.statussen import OngeldigeOvergang
from toegang.usecases import taken
from toegang.usecases.ophalen import zaak_vergrendelen
from wijkteams import gebeurtenissen
from wijkteams.models import Opschaling, Wijkteam
from wijkteams.opschaalregels import check_kan_van_team, check_kijkdag, check_mag_opschalen, check_team_kan
from wijkteams.usecases.casemanager_kiezen import casemanagers_beeindigen
from wijkteams.usecases.regisseur_losmaken import laten_verdelen, regisseur_losmaken
from wijkteams.usecases.wachten_vastleggen import wachten_eindigt
from wijkteams.usecases.zaak_opschalen import TAAK
from wijkteams.verdeling import team_voor

NIET_OPGESCHAALD = "Dit is niet opgeschaald, of een collega heeft het al afgeschaald. Ververs de pagina."


@transaction.atomic
def zaak_afschalen(
    *,
    zaak_id,
    reden: str,
    nakijken_op: datetime.date,
    door: Actor,
    vandaag: datetime.date,
    nu: datetime.datetime,
) -> Opschaling:
    """Back to where it came from, or to the team of the address when the inwoner moved; rights go along at once."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.PROCES_INZIEN)
    check_mag_opschalen(door, zaak)
    check_kan_van_team(zaak)
    opschaling = zaak.opschalingen.lopend().select_for_update(of=("self",), no_key=True).first()
    if opschaling is None:
        raise OngeldigeOvergang(NIET_OPGESCHAALD)
    check_kijkdag("nakijken_op", nakijken_op, vandaag)
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf waarom het wijkteam het weer kan overnemen"})
    team = check_team_kan(team_na_afschalen(zaak, opschaling), zaak, vandaag)
    opschaling.afgeschaald_op, opschaling.afschaalreden = max(vandaag, opschaling.opgeschaald_op), reden
    opschaling.terug_naar, opschaling.nakijken_op = team, nakijken_op
    opschaling.bewaren(door=door, reden="afgeschaald")
    wachten_eindigt(zaak, door=door, vandaag=vandaag)
    casemanagers_beeindigen([zaak], reden="naar een ander team", door=door, vandaag=vandaag)
    regisseur_losmaken(zaak, reden="afgeschaald", door=door, nu=nu)
    zaak.wijkteam = team
    gebeurtenissen.zaak_afgeschaald(opschaling, door=door)
    laten_verdelen(zaak, meteen=zaak.spoed, door=door, vandaag=vandaag)
    taken.afhandelen(TAAK, zaak.pk, door=door)
    taken.klaarzetten(
        "afschaling_nakijken", "Kijk of de hulp na het afschalen genoeg is", zaak=zaak, rol=Rol.CONSULENT,
        door=door, uiterlijk=nakijken_op, adres="wijkteams:opschalen",
    )  # fmt: skip
    zaak.bewaren(door=door, reden="afgeschaald")
    return opschaling


def team_na_afschalen(zaak: Zaak, opschaling: Opschaling) -> Wijkteam:
    """The wijkteam of the address of today, else the one that it came from."""
    team = team_voor(zaak)
    return team if team and team.soort == Wijkteam.Soort.WIJK else opschaling.van_team
