"""Two colleagues on one contact: the second reads who has it, the first hears what became of it."""

import pytest

from tests.toegang import voordeur
from tests.toegang.voordeur import VANDAAG
from toegang.models import Taak
from toegang.statussen import OngeldigeOvergang
from toegang.usecases.collega_inlichten import gezien
from toegang.usecases.contact_afhandelen import contact_afhandelen
from toegang.usecases.contact_oppakken import contact_oppakken

pytestmark = pytest.mark.django_db


@pytest.fixture
def twee():
    return voordeur.administratie().actor, voordeur.administratie().actor


def pak(contact, door, **anders):
    return contact_oppakken(contact_id=contact.pk, door=door, vandaag=VANDAAG, **anders)


def bericht(wie):
    return list(Taak.objects.open().filter(medewerker=wie.medewerker_id).values_list("titel", flat=True))


def test_wie_oppakt_heeft_het_en_een_tweede_keer_verandert_niets(twee):
    contact = voordeur.contact()

    pak(contact, twee[0])
    weer = pak(contact, twee[0])

    assert (weer.opgepakt_door, weer.status, weer.versie) == (twee[0], "in_behandeling", 2)


def test_de_tweede_leest_wie_het_heeft(twee):
    contact = voordeur.contact()
    pak(contact, twee[0])

    with pytest.raises(OngeldigeOvergang, match=f"{twee[0].naam} heeft dit contact al opgepakt"):
        pak(contact, twee[1])


def test_overnemen_kan_en_de_eerste_hoort_het(twee):
    contact = voordeur.contact()
    pak(contact, twee[0])

    pak(contact, twee[1], overnemen=True)

    contact.refresh_from_db()
    assert contact.opgepakt_door == twee[1]
    assert bericht(twee[0]) == ["Een collega nam een contact van u over."]
    gezien(contact_id=contact.pk, door=twee[0])
    assert bericht(twee[0]) == []


def test_afhandelen_door_een_ander_wordt_de_eerste_verteld(twee):
    contact = voordeur.contact()
    pak(contact, twee[0])

    contact_afhandelen(contact_id=contact.pk, door=twee[1], vandaag=VANDAAG, uitkomst="Gebeld")

    assert bericht(twee[0]) == ["Een collega handelde een contact van u af."]
    assert bericht(twee[1]) == []


def test_een_bericht_is_niet_voor_een_ander(twee):
    contact = voordeur.contact()
    pak(contact, twee[0])
    pak(contact, twee[1], overnemen=True)

    gezien(contact_id=contact.pk, door=twee[1])

    assert bericht(twee[0])
