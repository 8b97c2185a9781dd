"""The front door in tests: people of the desk, a contact, and the states of a zaak reached through use-cases."""

import datetime
import uuid

from django.utils import timezone

from tests.fabrieken import InwonerFabriek, MedewerkerFabriek, WijkteamFabriek
from toegang import onderdelen
from toegang.models import ContactSoort
from toegang.rechten import Rol, Wet
from toegang.usecases import taken
from toegang.usecases.contact_registreren import contact_registreren
from toegang.usecases.ontvangst_bevestigen import ontvangst_bevestigen
from toegang.usecases.vraagverheldering_vastleggen import vraagverheldering_vastleggen
from toegang.usecases.zaak_doorzetten import zaak_doorzetten
from toegang.usecases.zaak_openen import zaak_openen

VANDAAG = datetime.date(2026, 12, 3)


def kcc():
    return MedewerkerFabriek(rollen=[Rol.KCC])


def administratie():
    return MedewerkerFabriek(rollen=[Rol.ADMINISTRATIE])


def contact(*, door=None, vandaag=VANDAAG, **anders):
    """A telephone call of today about help at home."""
    velden = {
        "kanaal": "telefoon", "soort": ContactSoort.VRAAG, "bereik": "bellen", "telefoon": "0612345678",
        "vraag": "Ik kan na mijn val mijn huis niet meer schoonhouden.",
    }  # fmt: skip
    velden |= anders
    if not (velden.get("anoniem") or velden.get("te_koppelen_naam")):
        velden.setdefault("inwoner", None)
        velden["inwoner"] = velden["inwoner"] or InwonerFabriek()
    nu = timezone.make_aware(datetime.datetime.combine(vandaag, datetime.time(10, 42)))
    return contact_registreren(door=door or kcc().actor, vandaag=vandaag, nu=nu, **velden)


def zaak(status="nieuw", *, wet=Wet.WMO, door=None, team=None, monkeypatch=None, vandaag=VANDAAG, **anders):
    """A zaak that was opened from a contact and walked to this state."""
    door = door or administratie().actor
    geopend = zaak_openen(
        contact_id=contact(vandaag=vandaag, **anders).pk,
        door=door,
        vandaag=vandaag,
        wet=wet,
        onderwerp="huishouden",
    )
    if status == "nieuw":
        return geopend
    vraagverheldering_vastleggen(
        zaak_id=geopend.pk, door=door, leefgebieden=["huishouden"], vraag_achter_de_vraag="Een schoon huis."
    )
    geopend.refresh_from_db()
    if status == "vraagverheldering":
        return geopend
    if wet == Wet.WMO:
        ontvangst_bevestigen(zaak_id=geopend.pk, door=door, vandaag=vandaag)
    team = team or WijkteamFabriek()
    monkeypatch.setattr(onderdelen, "team_voor", lambda zaak: team)
    zaak_doorzetten(zaak_id=geopend.pk, door=door, vandaag=vandaag)
    geopend.refresh_from_db()
    return geopend


def taak(*, uiterlijk=VANDAAG, rol=Rol.ADMINISTRATIE, **anders):
    """A piece of work of a role, about nothing in particular."""
    return taken.klaarzetten(
        "proef", "Kijk dit na", door=administratie().actor, uiterlijk=uiterlijk, adres="", adres_pk=uuid.uuid4(),
        rol=rol, **anders,
    )  # fmt: skip


def zonder_transactie(vragen) -> list[str]:
    """The statements of a page without transaction control."""
    return [q["sql"] for q in vragen if not q["sql"].startswith(("SAVEPOINT", "RELEASE", "ROLLBACK"))]
