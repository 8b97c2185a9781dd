"""Questions, changes and objections become a contact at the front door, with its clock and its task."""

import datetime

from django.utils import timezone

from portaal.models import Verzoek, VerzoekSoort
from portaal.nakijken import KanNiet, check_van_deze_persoon
from toegang.models import Actor, Brief, Contactmoment, ContactSoort, Kanaal, Zaak
from toegang.opmaak import datum_lang
from toegang.rechten import Rol
from toegang.usecases import taken
from toegang.usecases.contact_registreren import contact_registreren

KOPPEN = {
    VerzoekSoort.WIJZIGING: "Er is iets veranderd (Wmo 2015 art. 2.3.8): ",
    VerzoekSoort.GEGEVENS: "Mijn gegevens kloppen niet: ",
    VerzoekSoort.INZAGE: "Vraag over wie in mijn dossier keek: ",
}
MAAND = 30  # AVG art. 12 lid 3: an answer within a month


def nieuwe_vraag(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    contact = _contact(verzoek, ContactSoort.VRAAG, door=door, vandaag=vandaag, nu=nu)
    return f"Uw vraag is bij ons. U hoort {_uiterlijk(contact)} van ons."


def over_een_vraag(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    zaak = _zaak(verzoek)
    soort = ContactSoort.BESTAAND if zaak.is_open else ContactSoort.VRAAG
    contact = _contact(verzoek, soort, door=door, vandaag=vandaag, nu=nu)
    return f"Uw bericht is bij ons. U hoort {_uiterlijk(contact)} van ons."


def gegevens_kloppen_niet(
    verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime
) -> str:
    _contact(verzoek, ContactSoort.VRAAG, door=door, vandaag=vandaag, nu=nu)
    return f"Wij kijken het na. U hoort uiterlijk {datum_lang(vandaag + datetime.timedelta(days=MAAND))} van ons."


def vraag_over_inzage(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """The question goes to the desk; the FG, who sees the log, has a task about it."""
    contact = _contact(verzoek, ContactSoort.VRAAG, door=door, vandaag=vandaag, nu=nu)
    zaak = Zaak.objects.filter(dossier__inwoner=verzoek.inwoner_id).order_by("-gemeld_op", "pk").first()
    uiterlijk = vandaag + datetime.timedelta(days=MAAND)
    taken.klaarzetten(
        "inzagevraag", "Een inwoner vraagt waarom iemand in het dossier keek. Zoek het uit en antwoord.", door=door,
        uiterlijk=uiterlijk, adres="toegang:wie_keek" if zaak else "toegang:contact",
        adres_pk=zaak.pk if zaak else contact.pk, contactmoment=contact,
        rol=Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,
    )  # fmt: skip
    return f"Wij zoeken het uit. U hoort uiterlijk {datum_lang(uiterlijk)} waarom er gekeken is."


def bezwaar(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """Received on the day it was sent (Awb art. 6:9), for the jurist; whether it is in time he judges (6:11)."""
    brief = Brief.objects.filter(pk=verzoek.bron).select_related("zaak__dossier").first()
    if brief is None:
        raise KanNiet("Wij konden deze brief niet vinden.")
    check_van_deze_persoon(brief.zaak, verzoek)
    _contact(
        verzoek,
        ContactSoort.BEZWAAR,
        kop=f"Bezwaar tegen '{brief.onderwerp}': ",
        door=door,
        vandaag=vandaag,
        nu=nu,
    )
    return "Wij hebben uw bezwaar. U krijgt een brief met wat er nu gebeurt."


def _zaak(verzoek: Verzoek) -> Zaak:
    zaak = Zaak.objects.filter(pk=verzoek.bron).select_related("dossier").first()
    if zaak is None:
        raise KanNiet("Wij konden deze vraag niet vinden.")
    check_van_deze_persoon(zaak, verzoek)
    return zaak


def _contact(
    verzoek: Verzoek, soort: str, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime, kop: str = ""
) -> Contactmoment:
    """`ontvangen_op` is the day on which the citizen sent it."""
    kop = kop or KOPPEN.get(VerzoekSoort(verzoek.soort), "")
    namens = verzoek.door.vertegenwoordiger
    return contact_registreren(
        door=door, vandaag=vandaag, nu=nu, kanaal=Kanaal.WEBSITE, soort=soort, inwoner=verzoek.inwoner,
        vraag=kop + str(verzoek.gegevens.get("tekst", "")), telefoon=str(verzoek.gegevens.get("telefoon", "")),
        ontvangen_op=verzoek_dag(verzoek), namens_naam=verzoek.door.naam if namens else "",
        namens_relatie=namens.get_soort_display() if namens else "",
    )  # fmt: skip


def verzoek_dag(verzoek: Verzoek) -> datetime.date:
    return timezone.localdate(verzoek.gevraagd_om)


def _uiterlijk(contact: Contactmoment) -> str:
    return f"uiterlijk {datum_lang(contact.terugbellen_op)}" if contact.terugbellen_op else "snel"
