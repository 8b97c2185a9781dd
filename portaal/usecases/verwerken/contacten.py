"""Questions and changes become a contact at the front door, with its clock and its task."""

import datetime

from django.utils import timezone
from django.utils.translation import gettext_noop

from portaal.antwoorden import BERICHT_UITERLIJK, NAKIJKEN, UITZOEKEN, VRAAG_UITERLIJK, antwoord
from portaal.models import Verzoek, VerzoekSoort
from portaal.nakijken import KanNiet, check_van_deze_persoon
from toegang.models import Actor, Contactmoment, ContactSoort, Kanaal, Zaak
from toegang.rechten import Rol
from toegang.usecases import taken
from toegang.usecases.contact_registreren import contact_registreren

KOPPEN = {
    VerzoekSoort.WIJZIGING: "Er is iets veranderd (Wmo 2015 art. 2.3.8): ",
    VerzoekSoort.GEGEVENS: "Mijn gegevens kloppen niet: ",
    VerzoekSoort.INZAGE: "Vraag over wie in mijn dossier keek: ",
    VerzoekSoort.BEZORGING: "Hoe ik brieven wil krijgen: ",
}
MAAND = 30  # AVG art. 12 lid 3: an answer within a month


def nieuwe_vraag(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    contact = contact_van(verzoek, ContactSoort.VRAAG, door=door, vandaag=vandaag, nu=nu)
    return _hoort(contact, VRAAG_UITERLIJK, gettext_noop("Uw vraag is bij ons. U hoort snel van ons."))


def over_een_vraag(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    zaak = _zaak(verzoek)
    soort = ContactSoort.BESTAAND if zaak.is_open else ContactSoort.VRAAG
    contact = contact_van(verzoek, soort, door=door, vandaag=vandaag, nu=nu)
    return _hoort(contact, BERICHT_UITERLIJK, gettext_noop("Uw bericht is bij ons. U hoort snel van ons."))


def gegevens_kloppen_niet(
    verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime
) -> str:
    contact_van(verzoek, ContactSoort.VRAAG, door=door, vandaag=vandaag, nu=nu)
    return antwoord(NAKIJKEN, dag=vandaag + datetime.timedelta(days=MAAND))


def vraag_over_inzage(verzoek: Verzoek, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime) -> str:
    """The question goes to the desk; the FG, who sees the log, has a task about it."""
    contact = contact_van(verzoek, ContactSoort.VRAAG, door=door, vandaag=vandaag, nu=nu)
    zaak = Zaak.objects.filter(dossier__inwoner=verzoek.inwoner_id).order_by("-gemeld_op", "pk").first()
    uiterlijk = vandaag + datetime.timedelta(days=MAAND)
    taken.klaarzetten(
        "inzagevraag", "Een inwoner vraagt waarom iemand in het dossier keek. Zoek het uit en antwoord.", door=door,
        uiterlijk=uiterlijk, adres="toegang:wie_keek" if zaak else "toegang:contact",
        adres_pk=zaak.pk if zaak else contact.pk, contactmoment=contact,
        rol=Rol.FUNCTIONARIS_GEGEVENSBESCHERMING,
    )  # fmt: skip
    return antwoord(UITZOEKEN, dag=uiterlijk)


def _zaak(verzoek: Verzoek) -> Zaak:
    zaak = Zaak.objects.filter(pk=verzoek.bron).select_related("dossier").first()
    if zaak is None:
        raise KanNiet(gettext_noop("Wij konden deze vraag niet vinden."))
    check_van_deze_persoon(zaak, verzoek)
    return zaak


def contact_van(
    verzoek: Verzoek, soort: str, *, door: Actor, vandaag: datetime.date, nu: datetime.datetime, kop: str = "",
    tekst: str = "",
) -> Contactmoment:  # fmt: skip
    """`ontvangen_op` is the day on which the citizen sent it; `tekst`: in place of what he typed."""
    kop = kop or KOPPEN.get(VerzoekSoort(verzoek.soort), "")
    namens = verzoek.door.vertegenwoordiger
    return contact_registreren(
        door=door, vandaag=vandaag, nu=nu, kanaal=Kanaal.WEBSITE, soort=soort, inwoner=verzoek.inwoner,
        vraag=kop + (tekst or str(verzoek.gegevens.get("tekst", ""))),
        telefoon=str(verzoek.gegevens.get("telefoon", "")),
        ontvangen_op=dag_van(verzoek), namens_naam=verzoek.door.naam if namens else "",
        namens_relatie=namens.get_soort_display() if namens else "",
    )  # fmt: skip


def dag_van(verzoek: Verzoek) -> datetime.date:
    return timezone.localdate(verzoek.gevraagd_om)


def _hoort(contact: Contactmoment, met_dag: str, zonder: str) -> str:
    """By when we call back, where that is known."""
    return antwoord(met_dag, dag=contact.terugbellen_op) if contact.terugbellen_op else zonder
