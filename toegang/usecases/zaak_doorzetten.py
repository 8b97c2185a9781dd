"""The front door is done with it: the zaak goes to a team (design §3 step 3)."""

import datetime

from django.db import transaction

from toegang import gebeurtenissen, onderdelen
from toegang.models import Actor, Zaak
from toegang.ontvangst import bevestiging_van
from toegang.rechten import Recht, Rol
from toegang.regels import BEGINT_MET_MELDING, TERUGBELLEN_WERKDAGEN, werkdagen_later
from toegang.statussen import ZAAK_OVERGANGEN, OngeldigeOvergang, ZaakStatus, check_overgang
from toegang.usecases import taken
from toegang.usecases.contact_afhandelen import contacten_van_zaak_afhandelen
from toegang.usecases.ophalen import zaak_vergrendelen
from toegang.usecases.zaak_openen import spoedtaken

GEEN_TEAM = (
    "Bij dit adres hoort geen wijkteam. Controleer de postcode, of vraag de beheerder het gebied aan een team te"
    " geven."
)


@transaction.atomic
def zaak_doorzetten(*, zaak_id, door: Actor, vandaag: datetime.date) -> Zaak:
    """Give the zaak to the team of its postcode, for the teamlead to choose a regisseur."""
    zaak = zaak_vergrendelen(zaak_id, door=door, recht=Recht.INHOUD_BEWERKEN)
    if ontbreekt := ontbreekt_voor_doorzetten(zaak):
        raise OngeldigeOvergang(" ".join(ontbreekt))
    check_overgang(ZAAK_OVERGANGEN, zaak.status, ZaakStatus.TE_VERDELEN)
    team = onderdelen.team_voor(zaak)
    if team is None:
        raise OngeldigeOvergang(GEEN_TEAM)
    zaak.status, zaak.wijkteam = ZaakStatus.TE_VERDELEN, team
    contacten_van_zaak_afhandelen(zaak, door=door, uitkomst="Doorgezet naar het wijkteam")
    taken.klaarzetten(
        "toewijzen", "Geef deze zaak een regisseur.", door=door, zaak=zaak, rol=Rol.TEAMLEAD,
        adres="wijkteams:toewijzen", adres_pk=zaak.pk,
        uiterlijk=vandaag if zaak.spoed else werkdagen_later(vandaag, TERUGBELLEN_WERKDAGEN),
    )  # fmt: skip
    if zaak.spoed and not zaak.spoed_maatregel:
        taken.afhandelen("spoed", zaak.pk, door=door)
        spoedtaken(zaak, vandaag, door=door)
    gebeurtenissen.zaak_doorgezet(zaak, door=door)
    return zaak.bewaren(door=door, reden="doorgezet om te verdelen")


def ontbreekt_voor_doorzetten(zaak: Zaak, *, bevestigd: bool | None = None) -> list[str]:
    """What must be done before the zaak can go to a team, in sentences; the button and the use-case share it.

    `bevestigd`: what the page already knows of the receipt; without it it is looked up.
    """
    if zaak.status == ZaakStatus.NIEUW:
        return ["Leg eerst de vraagverheldering vast."]
    if zaak.status != ZaakStatus.VRAAGVERHELDERING or zaak.wet not in BEGINT_MET_MELDING:
        return []
    if bevestigd is None:
        bevestigd = bevestiging_van(zaak) is not None
    return [] if bevestigd else ["Bevestig eerst de ontvangst (Wmo 2015, artikel 2.3.2)."]
