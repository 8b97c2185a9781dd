"""How one contact, zaak, letter or task reads as a row of a work list: who, what, by when, who has it."""

import datetime
import uuid
from dataclasses import dataclass

from toegang.adres import adres_van
from toegang.models import Brief, Contactmoment, Inwoner, Taak, Zaak
from toegang.regels import TERUGBELLEN_WERKDAGEN, werkdagen_later


@dataclass(frozen=True)
class Uiterlijk:
    """A day by which something is done, for the badge of a term."""

    uiterste_datum: datetime.date
    gehaald_op: datetime.date | None = None
    stil_sinds: datetime.date | None = None
    wacht_op: str = ""


@dataclass(frozen=True)
class Rij:
    """One row of any group; `eigenaar` is who has it, '' when nobody does and somebody must."""

    pk: uuid.UUID
    naam: str
    url: str
    wat: str
    sinds: datetime.date
    uiterlijk: Uiterlijk | None = None
    eigenaar: str | None = None  # None: a group in which nobody owns a row
    eigenaar_id: int | None = None
    spoed: bool = False
    zaak: Zaak | None = None
    inwoner_id: uuid.UUID | None = None
    beller: Inwoner | None = None  # of a contact; of the others `zaak` knows who it is about

    @property
    def inwoner(self) -> Inwoner | None:
        return self.zaak.dossier.inwoner if self.zaak else self.beller


def contactrij(contact: Contactmoment, groep: str) -> Rij:
    """`groep` comes along in the address: after the act the page names the next one of that group."""
    wat = f"{contact.get_soort_display()}, {contact.get_kanaal_display().lower()}"
    if groep == "terugbellen":
        wat = f"{contact.gemist + 1}e poging. {wat}"
    url = adres_van("toegang:contact", contact.pk)
    return Rij(
        contact.pk, contactnaam(contact), f"{url}?groep={groep}", wat, contact.ontvangen_op, spoed=contact.gevaar,
        uiterlijk=Uiterlijk(contact.terugbellen_op) if contact.terugbellen_op else None,
        eigenaar=contact.opgepakt_door.naam if contact.opgepakt_door else "", eigenaar_id=contact.opgepakt_door_id,
        inwoner_id=contact.inwoner_id, beller=contact.inwoner,
    )  # fmt: skip


def contactnaam(contact: Contactmoment) -> str:
    if contact.inwoner:
        return contact.inwoner.naam.weergave()
    return "Zonder naam" if contact.anoniem else contact.te_koppelen_naam


def zaakrij(zaak: Zaak, naar: str = "toegang:zaak") -> Rij:
    termijn = None if zaak.eerstvolgende_op.year == 9999 or zaak.spoed else Uiterlijk(zaak.eerstvolgende_op)
    return Rij(
        zaak.pk, zaak.dossier.inwoner.naam.weergave(), adres_van(naar, zaak.pk),
        f"{zaak.get_wet_display()}, {zaak.get_status_display().lower()}", zaak.gemeld_op, uiterlijk=termijn,
        eigenaar=zaak.regisseur.naam if zaak.regisseur else "", eigenaar_id=zaak.regisseur_id,
        spoed=zaak.spoed, zaak=zaak,
    )  # fmt: skip


def briefrij(brief: Brief) -> Rij:
    return Rij(
        brief.pk, brief.zaak.dossier.inwoner.naam.weergave(), adres_van("toegang:brief", brief.pk), brief.onderwerp,
        brief.zaak.gemeld_op, uiterlijk=Uiterlijk(brief.verzenddatum), spoed=brief.zaak.spoed, zaak=brief.zaak,
    )  # fmt: skip


def terugrij(brief: Brief) -> Rij:
    """A letter that came back, and by when somebody found out where the inwoner is."""
    terug = brief.teruggekomen_op or brief.verzenddatum
    return Rij(
        brief.pk, brief.zaak.dossier.inwoner.naam.weergave(), adres_van("toegang:teruggekomen_afdoen", brief.pk),
        f"Kwam terug: {brief.get_terugreden_display().lower()}", terug,
        uiterlijk=Uiterlijk(werkdagen_later(terug, TERUGBELLEN_WERKDAGEN)), spoed=brief.zaak.spoed, zaak=brief.zaak,
    )  # fmt: skip


def taakrij(taak: Taak) -> Rij:
    return Rij(
        taak.pk, taak.zaak.dossier.inwoner.naam.weergave() if taak.zaak else "Zonder dossier",
        adres_van(taak.adres, taak.adres_pk), taak.titel, taak.zaak.gemeld_op if taak.zaak else taak.uiterlijk_op,
        uiterlijk=Uiterlijk(taak.uiterlijk_op), eigenaar=taak.medewerker.naam if taak.medewerker else "",
        eigenaar_id=taak.medewerker_id,
        spoed=bool(taak.zaak and taak.zaak.spoed), zaak=taak.zaak,
    )  # fmt: skip
